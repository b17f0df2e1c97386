//! Readings of numbers: bare numbers, ordinals, percentages, sums, ages, measures and ranges.
//!
//! A case passes when everything that it expects of the set's type is found with its value, and nothing else of that
//! type: the same words from the first to the last character (white space and a full stop at the end apart), and the
//! same number in the same unit.
//!
//! How values are compared:
//!
//! - Recognizers-Text writes values as decimals that are rounded to 15 digits; they are compared to nine. Currencies,
//!   units and ages are compared with their unit in the base unit of its dimension, by the table of [`units`], which
//!   is not the engine's. Its spans of sums, ages and measures begin at the number and leave out the words that bound
//!   it ("more than"); those words are left out of ours as well.
//! - A currency that the specification leaves open ("Dollar", "Pound", "Franc") is the engine's open one of that
//!   name; Duckling's rupee is Indian, and the engine's may be.
//! - Degrees of a scale that is not told and those of an angle are one reading of the engine and two types of
//!   Recognizers-Text; they are asked for where they are expected, and are no false find of the other type. Its "Ton"
//!   is a tonne where the text says so.
//! - Of a Recognizers range the number is taken with the words that bound it and without its unit, and a word that
//!   only loosens it ("about") is left out. Both ends are compared. Whether an end belongs to the range, the engine
//!   does not say ("more than 12" and "12" are not set against each other in news), so `(12,` and `[12,` are one.
//! - Duckling's spans hold the bounding words; ours are taken with them. A word that only loosens a number ("about")
//!   leaves its value as it is. Its spans of quantities go on over what is measured ("of sugar"); the number with
//!   its unit is compared. Its latent corpus reads a bare number as a sum or a quantity of no unit: there the bare
//!   number is compared.

mod amounts;
mod bare;
mod reading;
mod units;

use crate::{Outcome, Set, cases::Case};

/// The sets of numbers.
pub(crate) fn sets() -> Vec<Set> {
    let set = |name, file, holds, check, must, aim| Set { name, file, holds, check, must, aim };
    let recognizers = |name, holds, check, must, aim| set(name, "recognizers.jsonl", holds, check, must, aim);
    let duckling = |name, holds, check| set(name, "duckling.jsonl", holds, check, 0.88, 0.95);
    vec![
        recognizers("recognizers-numbers", |case| of(case, &PLAIN), plain, 0.95, 0.98),
        recognizers("recognizers-amounts", |case| of(case, &MEASURED), measured, 0.90, 0.95),
        duckling("duckling-numeral", |case| case.spec == "Numeral", bare::numerals),
        duckling("duckling-ordinal", |case| case.spec == "Ordinal", bare::numerals),
        duckling("duckling-money", |case| case.spec == "AmountOfMoney", amounts::duckling),
        duckling("duckling-distance", |case| case.spec == "Distance", amounts::duckling),
        duckling("duckling-quantity", |case| case.spec == "Quantity", amounts::duckling),
        duckling("duckling-duration", |case| case.spec == "Duration", amounts::duckling),
    ]
}

/// The models of Recognizers-Text that are measured together, as the parts of one figure.
const PLAIN: [&str; 3] = ["NumberModel", "PercentModel", "OrdinalModel"];
const MEASURED: [&str; 5] = ["CurrencyModel", "AgeModel", "DimensionModel", "TemperatureModel", "NumberRangeModel"];

fn of(case: &Case, models: &[&str]) -> bool {
    models.contains(&case.spec.as_str())
}

fn plain(case: &Case) -> Outcome {
    match case.spec.as_str() {
        "NumberModel" => bare::numbers(case),
        "PercentModel" => amounts::percents(case),
        _ => bare::ordinals(case),
    }
}

fn measured(case: &Case) -> Outcome {
    match case.spec.as_str() {
        "CurrencyModel" => amounts::sums(case),
        "AgeModel" => amounts::ages(case),
        "NumberRangeModel" => amounts::ranges(case),
        _ => amounts::measures(case),
    }
}
