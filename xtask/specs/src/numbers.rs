//! Readings of numbers: bare numbers, ordinals, percentages, sums, ages, measures and ranges.
//!
//! A case passes when everything that it expects of the set's type is found with its value, and nothing else of that
//! type: the same words from the first to the last character (white space and a full stop at the end apart), and the
//! same number in the same unit.
//!
//! How values are compared:
//!
//! - Recognizers-Text writes values as decimals that are rounded to 15 digits; they are compared to that
//!   precision. Currencies, units and ages are compared with their unit in the base unit of its dimension, by the table of
//!   [`units`], which is not the engine's. Its spans of sums, ages and measures begin at the number and leave out
//!   the words that bound it ("more than"); those words are left out of ours as well.
//! - A currency that the specification leaves open ("Dollar", "Pound", "Franc") is any of that name.
//! - Of a Recognizers range the two ends are compared, and which of them is open. Whether a closed end belongs to
//!   the range, the engine does not say ("more than 12" and "12" are not set against each other in news), so `(12,` and
//!   `[12,` are one.
//! - Duckling's spans hold the bounding words; ours are taken with them. Its latent corpus reads a bare number as a
//!   sum or a quantity of an unnamed unit: there the bare number is compared.

mod amounts;
mod bare;
mod reading;
mod units;

use crate::Set;

/// The sets of numbers.
pub(crate) fn sets() -> Vec<Set> {
    let recognizers = |name, holds, check, must, aim| Set { name, file: "recognizers.jsonl", holds, check, must, aim };
    let duckling = |name, holds, check| Set { name, file: "duckling.jsonl", holds, check, must: 0.88, aim: 0.95 };
    vec![
        recognizers("recognizers-number", |case| case.spec == "NumberModel", bare::numbers, 0.95, 0.98),
        recognizers("recognizers-percent", |case| case.spec == "PercentModel", amounts::percents, 0.95, 0.98),
        recognizers("recognizers-ordinal", |case| case.spec == "OrdinalModel", bare::ordinals, 0.95, 0.98),
        recognizers("recognizers-currency", |case| case.spec == "CurrencyModel", amounts::sums, 0.90, 0.95),
        recognizers("recognizers-age", |case| case.spec == "AgeModel", amounts::ages, 0.90, 0.95),
        recognizers("recognizers-dimension", |case| case.spec == "DimensionModel", amounts::measures, 0.90, 0.95),
        recognizers("recognizers-temperature", |case| case.spec == "TemperatureModel", amounts::measures, 0.90, 0.95),
        recognizers("recognizers-range", |case| case.spec == "NumberRangeModel", amounts::ranges, 0.90, 0.95),
        duckling("duckling-numeral", |case| case.id.starts_with("duckling_Numeral_"), bare::numerals_of_duckling),
        duckling("duckling-ordinal", |case| case.id.starts_with("duckling_Ordinal_"), bare::numerals_of_duckling),
        duckling("duckling-money", |case| case.id.starts_with("duckling_AmountOfMoney_"), amounts::duckling),
        duckling("duckling-distance", |case| case.id.starts_with("duckling_Distance_"), amounts::duckling),
        duckling("duckling-quantity", |case| case.id.starts_with("duckling_Quantity_"), amounts::duckling),
        duckling("duckling-duration", |case| case.id.starts_with("duckling_Duration_"), amounts::duckling),
    ]
}
