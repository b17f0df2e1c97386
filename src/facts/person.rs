//! People.
//!
//! Finds
//! : names of people in all their forms, with office, work or kin and age; and single people who are only
//!   described ("her younger brother").
//!
//! Why a reader cares
//! : who it was is the first thing that a correction is about.
//!
//! Example
//! : in "Judge Helena Marsh fined the owner", "Helena Marsh" is a person, a judge, and "the owner" another.
//!
//! Leaves out on purpose
//! : groups of people, which are counted ([`count`](super::count)), and pronouns, but for a "he" or "she" at the
//!   beginning of a sentence that means nobody who is named.
//!
//! Known misses
//! : a name of one word that nobody introduces; brands that are called like people.

use std::ops::Range;

use super::{
    Kind, Mention,
    name::{Names, description, is_agent},
};
use crate::language::{Document, Sentence, lexicon::Class, tags::Upos};

/// Finds the people in a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut mentions = names.mentions(document, sentence, Kind::Person);
    mentions.extend(description::descriptions(document, sentence, names, Kind::Person, is_agent, is_somebody));
    // "He pleaded guilty", of somebody without a name; "Man held", in the style of headlines.
    let start = sentence.tokens.start;
    let opens = document.is(start, Class::Sex)
        && matches!(document.tag(start), Upos::Pron | Upos::Noun)
        && document.is_verbal(start + 1);
    if opens && mentions.iter().all(|mention| mention.tokens.start != start) && names.is_nameless(document, start) {
        mentions.push(description::describe(document, Kind::Person, start..start + 1));
    }
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// "A female receptionist", "her brother", "someone".
fn is_somebody(document: &Document<'_>, head: usize, group: &Range<usize>) -> bool {
    match document.tag(head) {
        Upos::Noun => description::is_picked(document, group),
        Upos::Pron => true,
        _ => false,
    }
}
