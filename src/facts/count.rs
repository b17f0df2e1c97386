//! Counts: how many people or things.
//!
//! Finds
//! : numbers with or without words of bound that stand before a noun, or for one ("and 1,420 injured").
//!
//! Why a reader cares
//! : the dead, the hurt, the arrested, the jobs and the votes are what most corrections are about.
//!
//! Example
//! : "at least 12 people were hurt" counts 12 or more.
//!
//! Leaves out on purpose
//! : "no" and "none", which deny rather than count; the pronoun "one"; numbers that name.
//!
//! Known misses
//! : a single person told by an article ("a young girl").

use super::{
    Kind, Mention, Value, measure,
    numeral::Form,
    quantity::{Amount, Unit},
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Word},
    tags::Upos,
};

/// The counts among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let is_count = |amount: &&Amount| {
        amount.quantity.unit == Unit::Items
            && !measure::is_age(document, sentence, amount)
            && counts(document, sentence, amount)
    };
    amounts
        .iter()
        .filter(is_count)
        .map(|amount| amount.mention(document, Kind::Count, Value::Quantity(amount.quantity)))
        .collect()
}

/// Whether something is counted: a noun stands behind the number, or what happened, or a verb before it.
fn counts(document: &Document<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let end = sentence.tokens.end;
    let mut next = amount.tokens.end;
    if next < end && document.is_word(next, Word::Of) {
        next += 1;
    }
    if amount.form == Form::Unclear {
        // "Injuring dozens and destroying homes": the object itself.
        let before = amount.tokens.start.wrapping_sub(1);
        let object = sentence.tokens.contains(&before)
            && (document.tag(before) == Upos::Verb || document.is(before, Class::Concept));
        return object
            || !document.noun_group(next, end).is_empty()
            || next < end
                && (document.is(next, Class::Concept) || matches!(document.tag(next), Upos::Verb | Upos::Aux));
    }
    let before = amount.tokens.start.wrapping_sub(1);
    // A number at the end of a name ("Apollo 11", "Group of 20") names; one that opens brackets is an age or a note.
    let in_name = before >= sentence.tokens.start
        && before != usize::MAX
        && document.tag(before) == Upos::Propn
        && amount.form == Form::Digits
        && !document.is(before, Class::Verb)
        // "On Friday 580 of them were scrapped".
        && !(document.is(before, Class::Weekday) && document.is_word(amount.tokens.end, Word::Of))
        && document.noun_group(next, end).is_empty();
    !in_name
}
