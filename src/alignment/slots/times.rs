//! Slots for times.

use super::{Board, EQUAL, Rule, Slot, candidates, pairs};
use crate::{
    alignment::{Reading, sentences::Likeness, terms::Terms},
    facts::Kind,
};

/// Finds the slots of times in one story. Articles with more times than are compared are added to `cut`.
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
) -> Vec<Slot> {
    let (candidates, too_many) = candidates(readings, story, terms, |kind| kind == Kind::Time);
    cut.extend(too_many);
    cut.sort_unstable();
    cut.dedup();
    let pairs = pairs(&candidates, terms, likeness, EQUAL);
    let mut board = Board::new(&candidates, &pairs, terms);
    board.obey(rules);
    board.join_equal();
    board.join_overlapping();
    board.join_disjoint();
    board.into_slots(likeness)
}
