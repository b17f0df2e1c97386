//! Places.
//!
//! Finds
//! : names of countries, regions, towns, streets, buildings, waters and mountains; and places that are only
//!   described ("a rink in the north end", "the roof").
//!
//! Why a reader cares
//! : where it happened is asked right after what.
//!
//! Example
//! : in "A bus left Mill Hill Road near Ashby Gore", both "Mill Hill Road" and "Ashby Gore" are places.
//!
//! Leaves out on purpose
//! : nothing is left out for being a dateline, but a dateline tells where a report was written and not where
//!   anything happened, so nothing is concluded from it.
//!
//! Known misses
//! : names of countries that stand for their governments ("Israel indicted") are places all the same.

use std::ops::Range;

use super::{
    Kind, Mention,
    name::{Names, description},
};
use crate::language::{Document, Sentence, lexicon::Class, tags::Upos};

/// Finds the places in a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut mentions = names.mentions(document, sentence, Kind::Place);
    mentions.extend(description::descriptions(document, sentence, names, Kind::Place, is_site, is_place));
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// Among the nouns for places those that are none but in a name.
const NAMES_ONLY: i32 = 3;

/// Whether a token is a noun for a place.
fn is_site(document: &Document<'_>, at: usize) -> bool {
    matches!(document.tag(at), Upos::Noun | Upos::Propn)
        && (document.value(at, Class::Site).is_some_and(|sort| sort != NAMES_ONLY) || document.is(at, Class::SitePart))
        && !document.is(at, Class::Group)
}

/// "The bridge", "a wall", "in town".
fn is_place(document: &Document<'_>, _head: usize, group: &Range<usize>) -> bool {
    let behind_preposition = group.start > 0 && document.is(group.start - 1, Class::PlacePreposition);
    description::is_picked(document, group) || behind_preposition
}
