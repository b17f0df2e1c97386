//! Slots of certainty: one claim that several articles tell, and do not tell equally firmly.
//!
//! "Was hit by a coin" and "appeared to be hit by a coin" may both be right, and who reads the one should know of the
//! other. Each clause counts with the words that set how firm it is: the words of doubt or the speaker, and where the
//! article speaks in its own voice, the predicate itself. An article that tells the claim both ways has no firmness of
//! its own to compare.

use super::{
    Slot, SlotLink,
    told::{ASCRIBED, Pair, Told},
};
use crate::{
    alignment::score::Part,
    facts::{Certainty, Kind},
};

/// The slots of certainty of one story.
#[must_use]
pub(super) fn slots(told: &Told<'_>) -> Vec<Slot> {
    let clauses = &told.clauses;
    // Two who ascribe it, or tell it, must plainly tell one claim.
    let joins = |pair: &Pair| {
        clauses[pair.left].is_doubted() != clauses[pair.right].is_doubted() || pair.score.total() >= ASCRIBED
    };
    let (group, links) = told.groups(joins);
    let mut slots: Vec<Slot> = Vec::new();
    let mut used: Vec<(usize, usize)> = Vec::new();
    for of in 0..clauses.len() {
        let members: Vec<usize> = (0..clauses.len()).filter(|&at| group[at] == of).collect();
        if members.iter().all(|&at| clauses[at].certainty == clauses[of].certainty) {
            continue;
        }
        let is_doubted = members.iter().any(|&at| clauses[at].is_doubted());
        let same_predicate = links.iter().any(|pair| group[pair.left] == of && pair.score.of(Part::Predicate) > 0);
        let value = |&at: &usize| {
            let clause = &clauses[at];
            let shown = match clause.certainty {
                Certainty::Hedged => clause.cue,
                // Against doubt it is the claim itself that counts, whoever says it.
                _ if is_doubted && same_predicate => clause.party.mention,
                // "He was caught because a teller asked": told in other words, the sentence counts as a whole.
                _ if is_doubted => clause.main,
                _ => clause.cue,
            };
            (clause.party.article, shown)
        };
        let values: Vec<(usize, usize)> = members.iter().map(value).collect();
        // One speaker answers for much: it is shown with the claim that comes first.
        if values.iter().any(|value| used.contains(value)) {
            continue;
        }
        used.extend_from_slice(&values);
        let place = |at: usize| members.binary_search(&at).ok();
        let link = |pair: &&Pair| {
            Some(SlotLink { left: place(pair.left)?, right: place(pair.right)?, score: pair.score.clone() })
        };
        slots.push(Slot {
            kind: Kind::Certainty,
            values,
            links: links.iter().filter_map(link).collect(),
            is_contested: false,
            by_day: false,
        });
    }
    slots
}
