//! Slots of certainty: one claim that several articles tell, and do not tell equally firmly.
//!
//! "Was hit by a coin" and "appeared to be hit by a coin" may both be right, and who reads the one should know of the
//! other. Each clause counts with the words that set how firm it is: the words of doubt or the speaker, and where the
//! article speaks in its own voice, the predicate itself. An article that tells the claim both ways has no firmness of
//! its own to compare.

use super::{Slot, claims::Pair, told::Told};
use crate::{
    alignment::score::Feature,
    facts::{Certainty, Kind},
};

/// The slots of certainty of one story.
#[must_use]
pub(super) fn slots(told: &Told<'_>) -> Vec<Slot> {
    let clauses = &told.clauses;
    // Two who ascribe it, or tell it, must plainly tell one claim.
    let joins = |pair: &Pair| {
        clauses[pair.left].is_doubted() != clauses[pair.right].is_doubted() || pair.score.total() >= told.ascribed
    };
    let values = |members: &[usize], pairs: &[&Pair]| {
        if members.iter().all(|&at| clauses[at].certainty == clauses[members[0]].certainty) {
            return None;
        }
        let is_doubted = members.iter().any(|&at| clauses[at].is_doubted());
        let same_predicate = pairs.iter().any(|pair| pair.score.of(Feature::Predicate) > 0);
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
        Some(members.iter().map(value).collect())
    };
    told.slots(Kind::Certainty, &joins, &values)
}
