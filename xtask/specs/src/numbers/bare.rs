//! Bare numbers and ordinals.

use variorum::facts::numeral::{Form, Numeral, numbers as broad};

use super::reading::{Reading, compare, decimal};
use crate::{Outcome, cases::Case};

/// Numbers of Recognizers-Text, fractions among them.
pub(super) fn numbers(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let value = expected.value["value"].as_str().expect("a number's value is a string");
        Reading::exact(case.span(expected), value.parse().expect("a decimal"), "")
    });
    compare(case, wanted.collect(), read(case, |form| matches!(form, Form::Digits | Form::Words | Form::Fraction)))
}

/// Ordinals of Recognizers-Text: places in an order, from the start (`3`), the end (`end-1`) or here (`current+1`).
pub(super) fn ordinals(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let value = expected.value["value"].as_str().expect("an ordinal's value is a string");
        let (from, offset) = value.strip_prefix("end").map_or_else(
            || value.strip_prefix("current").map_or(("", value), |offset| ("current", offset)),
            |offset| ("end", offset),
        );
        Reading::exact(case.span(expected), offset.parse().expect("a whole number"), from)
    });
    compare(case, wanted.collect(), read(case, |form| matches!(form, Form::Ordinal | Form::FromEnd | Form::FromHere)))
}

/// Numerals and ordinals of Duckling. Its "few" is 3 and its "couple" 2: of an unclear number the least value, with
/// an upper end of any size, is compared.
pub(super) fn numerals(case: &Case) -> Outcome {
    let wanted = case.expected.iter().map(|expected| {
        let value = expected.value.as_f64().expect("a numeral's value is a number");
        Reading::exact(case.span(expected), value, "")
    });
    let is_ordinal = case.expected.iter().any(|expected| expected.kind.as_deref() == Some("duckling_ordinal"));
    let is_place = |form| matches!(form, Form::Ordinal | Form::FromEnd | Form::FromHere);
    compare(case, wanted.collect(), read(case, |form| is_place(form) == is_ordinal && form != Form::Nothing))
}

/// The numbers that the engine reads, of the forms that are asked for.
fn read(case: &Case, takes: impl Fn(Form) -> bool) -> Vec<Reading> {
    let document = case.document();
    let reading = |numeral: &Numeral| {
        let span = document.span(numeral.tokens.clone());
        let from = match numeral.form {
            Form::FromEnd => "end",
            Form::FromHere => "current",
            _ => "",
        };
        Reading::exact(span.start as usize..span.end as usize, decimal(numeral.lo), from)
    };
    let sentences = document.sentences.iter();
    sentences
        .flat_map(|sentence| broad(&document, sentence.tokens.clone()))
        .filter(|numeral| takes(numeral.form))
        .map(|numeral| reading(&numeral))
        .collect()
}
