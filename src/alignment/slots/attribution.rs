//! Slots of attribution: one claim that several articles tell, each by another speaker.
//!
//! "Police said that a man was held", "the mayor said that a man was held": both may have said it, and a reader may want
//! to ask both. Two people by name who said the same words stand in [`super::quotes`].

use super::{
    Slot,
    claims::Pair,
    told::{Clause, Told},
};
use crate::{
    alignment::{Reading, speakers::are_one},
    facts::{Certainty, Kind, attribution::Speaker, value::ValueRelation},
};

/// The slots of speakers of one story.
#[must_use]
pub(super) fn slots(told: &Told<'_>, readings: &[Reading<'_>]) -> Vec<Slot> {
    let clauses = &told.clauses;
    let speakers: Vec<Option<(usize, &Speaker)>> = clauses.iter().map(|clause| speaker(clause, readings)).collect();
    let joins = |pair: &Pair| {
        let (Some((_, one)), Some((_, other))) = (speakers[pair.left], speakers[pair.right]) else { return false };
        one.relation(other) != ValueRelation::Disjoint
    };
    let values = |members: &[usize], _: &[&Pair]| {
        let place = |at: usize| Some((clauses[at].party.article, speakers[at]?.0));
        let differs = |at: &usize| match (place(*at), place(members[0])) {
            (Some(one), Some(other)) => !are_one(readings, one, other),
            _ => false,
        };
        members.iter().any(differs).then(|| members.iter().filter_map(|&at| place(at)).collect())
    };
    told.slots(Kind::Attribution, &joins, &values)
}

/// Who answers for a clause, with the position of the words that name it among the article's mentions.
fn speaker<'r>(clause: &Clause<'_>, readings: &'r [Reading<'_>]) -> Option<(usize, &'r Speaker)> {
    let Reading { document, facts, .. } = &readings[clause.party.article];
    let by = clause.party.stated.by.filter(|_| clause.certainty == Certainty::Attributed)?;
    facts.speaker(document, &facts.attributions[by]).filter(|(_, speaker)| speaker.is_known())
}
