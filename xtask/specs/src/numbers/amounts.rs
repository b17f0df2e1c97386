//! Numbers with a unit: percentages, sums, ages, measures and ranges.

use std::ops::Range;

use variorum::facts::{
    Mention, Value, measure, money, percent,
    quantity::{Amount, Quantity, Unit, amounts},
    time,
};
use variorum::language::{Document, Sentence};

use super::reading::{Reading, compare, decimal};
use super::units;
use crate::{
    Outcome,
    cases::{Case, Expected},
};

type Extract = fn(&Document<'_>, &Sentence, &[Amount]) -> Vec<Mention>;

/// Percentages of Recognizers-Text.
pub(super) fn percents(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let value = text(expected, "value").trim_end_matches('%').parse().ok();
        Reading { span: case.span(expected), lo: value, hi: value, unit: "%".to_owned() }
    });
    compare(case, wanted.collect(), read(case, percent::extract, true))
}

/// Sums of Recognizers-Text.
pub(super) fn sums(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let (unit, factor) = units::currency(text(expected, "unit"), expected.value["isoCurrency"].as_str());
        wanted(case, expected, unit, factor, 0.0)
    });
    compare(case, wanted.collect(), read(case, money::extract, true))
}

/// Ages of Recognizers-Text.
pub(super) fn ages(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| unit_of(case, expected));
    let is_age = |reading: &Reading| reading.unit == "age";
    let mut found = read(case, measure::extract, true);
    found.retain(is_age);
    compare(case, wanted.collect(), found)
}

/// Dimensions and temperatures of Recognizers-Text; durations and ages are sets of their own.
pub(super) fn measures(case: &Case) -> Outcome {
    let temperature = case.spec == "TemperatureModel";
    let wanted = case.expected.iter().map(|expected| unit_of(case, expected));
    let mut found = read(case, measure::extract, true);
    found.retain(|reading| (reading.unit == "°C" || reading.unit == "°") == temperature && reading.unit != "s");
    compare(case, wanted.collect(), found)
}

/// Ranges of Recognizers-Text: every bounded number and every range.
pub(super) fn ranges(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let ends = text(expected, "value").trim_matches(['(', ')', '[', ']']);
        let (lo, hi) = ends.split_once(',').expect("a range has two ends");
        Reading { span: case.span(expected), lo: lo.parse().ok(), hi: hi.parse().ok(), unit: String::new() }
    });
    let document = case.document();
    let found = document.sentences.iter().flat_map(|sentence| {
        let amounts = all(&document, sentence).into_iter().filter(|amount| {
            let Quantity { lo, hi, .. } = amount.quantity;
            lo != hi
        });
        amounts.map(|amount| reading(&document, &amount.tokens, &amount.quantity)).collect::<Vec<_>>()
    });
    compare(case, wanted.collect(), found.map(|found| Reading { unit: String::new(), ..found }).collect())
}

/// Sums, distances, quantities and durations of Duckling.
pub(super) fn duckling(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let (ends, unit) = units::duckling(&expected.haskell);
        Reading { span: case.span(expected), lo: ends.0, hi: ends.1, unit }
    });
    let extract: Extract = if case.id.contains("Money") { money::extract } else { measure::extract };
    compare(case, wanted.collect(), read(case, extract, false))
}

/// What an expectation in a unit is in the base unit of its dimension.
fn unit_of(case: &Case, expected: &Expected) -> Reading {
    let is_age = expected.kind.as_deref() == Some("age");
    let (unit, factor, offset) = units::measure(text(expected, "unit"), is_age);
    wanted(case, expected, unit.to_owned(), factor, offset)
}

#[expect(clippy::float_arithmetic, reason = "the specifications give rounded decimals")]
fn wanted(case: &Case, expected: &Expected, unit: String, factor: f64, offset: f64) -> Reading {
    let value = expected.value["value"].as_str().and_then(|value| value.parse::<f64>().ok());
    let value = value.map(|value| value * factor + offset);
    Reading { span: case.span(expected), lo: value, hi: value, unit }
}

fn text<'e>(expected: &'e Expected, field: &str) -> &'e str {
    expected.value[field].as_str().unwrap_or_default()
}

/// The quantities of a sentence that are no part of a time.
fn all(document: &Document<'_>, sentence: &Sentence) -> Vec<Amount> {
    let taken: Vec<_> = time::extract(document, sentence, None).into_iter().map(|mention| mention.tokens).collect();
    amounts(document, sentence, &taken)
}

/// What the engine reads of a kind; `core` leaves out the words that bound a number, and what they do to its value.
fn read(case: &Case, extract: Extract, core: bool) -> Vec<Reading> {
    let document = case.document();
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let amounts = all(&document, sentence);
        for mention in extract(&document, sentence, &amounts) {
            let Value::Quantity(mut quantity) = mention.value else { continue };
            let mut tokens = mention.tokens.clone();
            if core {
                let amount = amounts.iter().find(|amount| amount.tokens == tokens);
                tokens = amount.map_or(tokens, |amount| amount.core.clone());
                (quantity.lo, quantity.hi) = (Some(quantity.written), Some(quantity.written));
            }
            found.push(reading(&document, &tokens, &quantity));
        }
    }
    found
}

fn reading(document: &Document<'_>, tokens: &Range<usize>, quantity: &Quantity) -> Reading {
    let span = document.span(tokens.clone());
    let unit = match quantity.unit {
        Unit::Items => String::new(),
        Unit::Money(code) => code.to_owned(),
        Unit::Percent => "%".to_owned(),
        Unit::Points => "pp".to_owned(),
        Unit::Measure(dimension) => units::base(dimension).to_owned(),
    };
    Reading {
        span: span.start as usize..span.end as usize,
        lo: quantity.lo.map(decimal),
        hi: quantity.hi.map(decimal),
        unit,
    }
}
