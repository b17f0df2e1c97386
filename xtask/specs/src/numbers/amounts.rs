//! Numbers with a unit: percentages, sums, ages, measures and ranges.

use std::ops::Range;

use variorum::facts::{
    Kind, Mention, Value, measure, money,
    numeral::numerals,
    percent,
    quantity::{Amount, Quantity, Unit, amounts},
    ratio::Ratio,
    time,
};
use variorum::language::{Document, Sentence, lexicon::Class};

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
    let wanted: Vec<Reading> = case.expected.iter().map(|expected| unit_of(case, expected)).collect();
    let is_asked = |unit: &str| match unit {
        "°C" => case.spec == "TemperatureModel",
        "°" => wanted.iter().any(|reading| reading.unit == "°"),
        "s" | "age" => false,
        _ => case.spec == "DimensionModel",
    };
    let mut found = read(case, measure::extract, true);
    found.retain(|reading| is_asked(&reading.unit));
    compare(case, wanted, found)
}

/// Ranges of Recognizers-Text: every bounded number and every range.
pub(super) fn ranges(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let ends = text(expected, "value").trim_matches(['(', ')', '[', ']']);
        let (lo, hi) = ends.split_once(',').expect("a range has two ends");
        Reading { span: case.span(expected), lo: lo.parse().ok(), hi: hi.parse().ok(), unit: String::new() }
    });
    let document = case.document();
    let mut found = Vec::new();
    for sentence in &document.sentences {
        for amount in all(&document, sentence) {
            let loose = loosener(&document, &amount);
            let Quantity { lo, hi, .. } = amount.quantity;
            if lo == hi || loose.is_some() && !amount.is_range && lo.is_some() && hi.is_some() {
                continue;
            }
            // A unit behind the number is left out; words that bound it there are not.
            let measured = amount.quantity.unit != Unit::Items && amount.tokens.end == amount.core.end;
            let end = if measured { amount.numeral.end } else { amount.tokens.end };
            let written = |end: Option<Ratio>| end.and_then(|end| end.times(amount.one.inverse()?));
            let (lo, hi) = (written(amount.quantity.lo), written(amount.quantity.hi));
            let unit = Unit::Items;
            let tokens = loose.unwrap_or(amount.tokens.start)..end;
            found.push(reading(&document, &tokens, &Quantity { lo, hi, unit, ..amount.quantity }));
        }
    }
    compare(case, wanted.collect(), found)
}

/// Where an amount goes on behind a word at its head that only loosens it ("about").
fn loosener(document: &Document<'_>, amount: &Amount) -> Option<usize> {
    let (words, value) = document.phrase(amount.tokens.start, Class::Bound)?;
    matches!(value, 1 | 2 | 3 | 8).then_some(amount.tokens.start + words)
}

/// Sums, distances, quantities and durations of Duckling.
pub(super) fn duckling(case: &Case) -> Outcome {
    let is_money = case.spec == "AmountOfMoney";
    let wanted = case.expected.iter().map(|expected| {
        let (ends, unit) = units::duckling(&expected.haskell, is_money);
        let mut span = case.span(expected);
        if expected.haskell.contains("(Just ") {
            let words = &case.text[span.clone()];
            span.end = span.start + words.find(" of ").unwrap_or(words.len());
        }
        Reading { span, lo: ends.0, hi: ends.1, unit }
    });
    let found = match (case.section.as_str(), is_money) {
        ("latentCorpus", _) => read(case, bare, false),
        (_, true) => read(case, money::extract, false),
        _ => read(case, measure::extract, false),
    };
    compare(case, wanted.collect(), found)
}

/// The quantities of no unit.
fn bare(document: &Document<'_>, _: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let mention = |amount: &Amount| amount.mention(document, Kind::Count, Value::Quantity(amount.quantity));
    amounts.iter().filter(|amount| amount.quantity.unit == Unit::Items).map(mention).collect()
}

/// What an expectation in a unit is in the base unit of its dimension.
fn unit_of(case: &Case, expected: &Expected) -> Reading {
    let is_age = expected.kind.as_deref() == Some("age");
    let words = &case.text[case.span(expected)];
    let is_tonne = words.contains("tonne") || words.ends_with('t');
    let name = text(expected, "unit");
    let name = if name == "Ton" && is_tonne { "Metric ton" } else { name };
    let (unit, factor, offset) = units::measure(name, is_age);
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
    amounts(document, sentence, &numerals(document, sentence.tokens.clone()), &taken)
}

/// What the engine reads of a kind. `core` leaves out the words that bound a number, and what they do to its value;
/// else words that only loosen it leave its value as it is.
fn read(case: &Case, extract: Extract, core: bool) -> Vec<Reading> {
    let document = case.document();
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let amounts = all(&document, sentence);
        for mention in extract(&document, sentence, &amounts) {
            let Value::Quantity(mut quantity) = mention.value else { continue };
            let mut tokens = mention.tokens.clone();
            let Some(amount) = amounts.iter().find(|amount| amount.tokens.start == tokens.start) else { continue };
            if core {
                tokens.start = amount.core.start;
                tokens.end = if tokens.end > amount.tokens.end { tokens.end } else { amount.core.end };
            }
            if core || loosener(&document, amount).is_some() && !amount.is_range {
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
        Unit::Rank => "no.".to_owned(),
        Unit::Measure(dimension) => units::base(dimension).to_owned(),
    };
    Reading {
        span: span.start as usize..span.end as usize,
        lo: quantity.lo.map(decimal),
        hi: quantity.hi.map(decimal),
        unit,
    }
}
