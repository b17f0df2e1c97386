//! Measures: distance, area, weight, volume, temperature, speed, energy, magnitude, age and duration.
//!
//! Finds
//! : numbers with a unit, and ages given by a number alone ("Maria Kovač, 43,", "aged 61").
//!
//! Why a reader cares
//! : how fast, how far, how old and how long are told in other units by other newsrooms, and mis-told often.
//!
//! Example
//! : "two miles" and "3.2 km" are the same after rounding; "72 km/h" and "60mph" are not.
//!
//! Leaves out on purpose
//! : "day one", "second-half", and other units that are parts of names.
//!
//! Known misses
//! : "in her 30s", magnitudes written as "a 7.1 quake".

use super::{
    Kind, Mention, Value,
    quantity::{Amount, Quantity, Unit},
    ratio::Ratio,
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Dimension},
    tags::Upos,
};

/// The measures among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    amounts
        .iter()
        .filter_map(|amount| {
            let quantity = match amount.quantity.unit {
                Unit::Measure(_) => Some(amount.quantity),
                Unit::Items if is_age(document, sentence, amount) => years(amount.quantity),
                _ => None,
            }?;
            Some(amount.mention(document, Kind::Measure, Value::Quantity(quantity)))
        })
        .collect()
}

/// Whether a bare number is somebody's age.
#[must_use]
pub fn is_age(document: &Document<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    if amount.quantity.unit != Unit::Items
        || amount.quantity.written > Ratio::whole(120)
        || start <= sentence.tokens.start
    {
        return false;
    }
    let before = start - 1;
    if document.is_word(before, "aged") || document.is_word(before, "age") {
        return true;
    }
    // "Maria Kovač, 43, a nurse": between a name and a mark.
    let closes = end >= sentence.tokens.end
        || matches!(document.word(end), "," | "." | ";" | ")")
        || document.is_word(end, "who")
        || document.is_word(end, "from");
    let opens = matches!(document.word(before), "," | "(") && before > sentence.tokens.start;
    let named = opens
        && (document.tag(before - 1) == Upos::Propn
            && !document.is(before - 1, Class::Month)
            && !document.is(before - 1, Class::Weekday));
    named && closes && amount.tokens.len() == 1
}

/// A number of years in the base unit of durations.
fn years(quantity: Quantity) -> Option<Quantity> {
    let year = Ratio::whole(31_556_952);
    Some(Quantity {
        lo: quantity.lo.map_or(Some(None), |lo| lo.times(year).map(Some))?,
        hi: quantity.hi.map_or(Some(None), |hi| hi.times(year).map(Some))?,
        written: quantity.written.times(year)?,
        step: quantity.step.times(year)?,
        unit: Unit::Measure(Dimension::Duration),
    })
}
