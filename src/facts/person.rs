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
//! : groups of people, which are counted ([`count`](super::count)), and pronouns.
//!
//! Known misses
//! : a name of one word that nobody introduces; brands that are called like people.

use std::ops::Range;

use super::{
    Kind, Mention,
    name::{Names, description, is_agent},
};
use crate::language::{Document, Sentence, tags::Upos};

/// Finds the people in a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut mentions = names.mentions(document, sentence, Kind::Person);
    mentions.extend(description::descriptions(document, sentence, names, Kind::Person, is_agent, is_somebody));
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
