//! Organisations.
//!
//! Finds
//! : names of companies, offices, parties, schools, teams and other bodies, with their abbreviations; and bodies
//!   that need no name ("police", "the court", "Afghan troops").
//!
//! Why a reader cares
//! : which bank, which ministry, which team: confused easily and corrected often.
//!
//! Example
//! : in "The English Football League (EFL) fined the club", "English Football League" and "EFL" are one
//!   organisation, and "the club" is another.
//!
//! Leaves out on purpose
//! : products and works, where the text tells them from their makers.
//!
//! Known misses
//! : a bare name that is used as a place ("at Valdora").

use std::ops::Range;

use super::{
    Kind, Mention,
    name::{Names, description},
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Word},
    tags::Upos,
};

/// Finds the organisations in a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut mentions = names.mentions(document, sentence, Kind::Organisation);
    mentions.extend(description::descriptions(document, sentence, names, Kind::Organisation, is_group, is_body));
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// Whether a token is a noun for an organisation, or may be the second word of two.
fn is_group(document: &Document<'_>, at: usize) -> bool {
    let begins_two = |before: usize| document.tokens[before].classes.may_hold(Class::Group);
    matches!(document.tag(at), Upos::Noun | Upos::Propn)
        && (document.is(at, Class::Group) || at.checked_sub(1).is_some_and(begins_two))
}

/// "Police", "the court", "special forces".
fn is_body(document: &Document<'_>, head: usize, group: &Range<usize>) -> bool {
    let plural = document.word(head).ends_with('s') || document.is_word(head, Word::Police);
    // "The emergency services": what two words say comes before what the last one does.
    let of_two = head.checked_sub(1).and_then(|at| document.phrase(at, Class::Group)).filter(|(words, _)| *words == 2);
    let sort = of_two.map(|(_, sort)| sort).or_else(|| document.value(head, Class::Group));
    match sort {
        Some(1) => !matches!(document.tag(group.start), Upos::Num),
        Some(_) => plural || description::is_picked(document, group),
        None => false,
    }
}
