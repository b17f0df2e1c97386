//! What a headline leaves out.
//!
//! Headlines are cut: where the text below says "at least 17 people were killed", the headline says "17 dead". Read by
//! itself it gives a figure that its article does not give, and excludes the "19" of another.

use super::{Stated, Value, frame::Role, quantity::Quantity};
use crate::{
    article::Part,
    language::{Document, lexicon::Class},
};

/// Gives a bare figure of the headline the bounds that the text below gives the same figure of the same thing. A text that
/// has the figure without bounds as well is left at its word.
pub(super) fn loosen(document: &Document<'_>, mentions: &mut [Stated]) {
    let is_below = |stated: &Stated| document.sentences[stated.sentence].part != Part::Headline;
    let (titles, text) = mentions.split_at_mut(mentions.iter().position(is_below).unwrap_or(0));
    for title in titles {
        let Some(bare) = quantity(title).filter(|bare| bare.is_exact()) else { continue };
        let is_same = |stated: &&Stated| {
            let is_figure = |own: &Quantity| own.unit == bare.unit && own.written == bare.written;
            quantity(stated).is_some_and(is_figure) && tell_one(document, title, stated)
        };
        let below: Vec<&Stated> = text.iter().filter(is_same).collect();
        let is_bare = |stated: &&Stated| quantity(stated).is_some_and(Quantity::is_exact);
        if let Some(first) = below.first().filter(|_| !below.iter().any(is_bare)) {
            title.mention.value = first.mention.value.clone();
            title.mention.precision = first.mention.precision;
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
    let words = |of: &Stated| {
        of.frame
            .anchors
            .iter()
            .filter(|at| matches!(at.role, Role::Head | Role::Predicate))
            .map(|at| at.token)
            .collect::<Vec<usize>>()
    };
    let concept = |at: usize| document.phrase(at, Class::Concept).map(|(_, concept)| concept);
    let are_one = |at: usize, to: usize| {
        concept(at).is_some_and(|own| concept(to) == Some(own)) || document.lemma(at) == document.lemma(to)
    };
    let theirs = words(other);
    words(one).iter().any(|&at| theirs.iter().any(|&to| are_one(at, to)))
}
