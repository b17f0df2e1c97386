//! What a headline leaves out.
//!
//! Headlines are cut: where the text below says "at least 17 people were killed", the headline says "17 dead". Read by
//! itself it gives a figure that its article does not give, and excludes the "19" of another.

use super::{
    Stated, Value,
    frame::{Anchor, Role},
    quantity::Quantity,
    ratio::Ratio,
};
use crate::{
    article::Part,
    language::{Document, lexicon::Class},
};

/// Values of a headline that are looked at, so that the work stays bounded: a line of 200 letters has fewer.
const MOST: usize = 40;

/// A figure from which a text hardly has it of two things by chance. Judgement, as for numbers that are left alone.
const LARGE: i64 = 10;

/// Gives a bare figure of the headline the bounds that the text below gives the same figure of the same thing, or has
/// wherever it gives that figure. A text that has it without bounds as well is left at its word; words for an unclear number
/// ("hundreds") are no bounds.
pub(super) fn loosen(document: &Document<'_>, mentions: &mut [Stated]) {
    let is_below = |stated: &Stated| document.sentences[stated.sentence].part != Part::Headline;
    let (titles, text) = mentions.split_at_mut(mentions.iter().position(is_below).unwrap_or(0));
    for title in titles.iter_mut().take(MOST) {
        let Some(bare) = quantity(title).filter(|bare| bare.is_exact()) else { continue };
        // The first with bounds, and whether it is told of the same thing; whether the thing, or any, is told of without.
        let mut bounded: Option<(&Stated, bool)> = None;
        let (mut is_bare, mut is_small_or_bare) = (false, bare.written < Ratio::whole(LARGE));
        for stated in text.iter() {
            let Some(own) = quantity(stated) else { continue };
            if own.unit != bare.unit || own.written != bare.written || own.is_vague() {
                continue;
            }
            let is_of_it = tell_one(document, title, stated);
            if own.is_exact() {
                is_small_or_bare = true;
                is_bare |= is_of_it;
            } else if bounded.is_none_or(|(_, known)| is_of_it && !known) {
                bounded = Some((stated, is_of_it));
            }
        }
        if let Some((found, is_of_it)) = bounded
            && !is_bare
            && (is_of_it || !is_small_or_bare)
        {
            title.mention.value = found.mention.value.clone();
            title.mention.precision = found.mention.precision;
        }
    }
}

fn quantity(stated: &Stated) -> Option<&Quantity> {
    match &stated.mention.value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

/// Whether two values count one sort of thing, or are told by words for one happening: "17 dead", "killing at least 17".
fn tell_one(document: &Document<'_>, one: &Stated, other: &Stated) -> bool {
    let is_key = |anchor: &Anchor| matches!(anchor.role, Role::Head | Role::Predicate);
    one.frame.anchors.iter().filter(|anchor| is_key(anchor)).any(|mine| {
        let (concept, lemma) = (document.value(mine.token, Class::Concept), document.lemma(mine.token));
        other.frame.anchors.iter().any(|theirs| {
            let is_one = concept.is_some() && document.value(theirs.token, Class::Concept) == concept;
            is_key(theirs) && (is_one || document.has_lemma(theirs.token, &lemma))
        })
    })
}
