//! Pairs of values that might have met and did not, with what kept them apart.
//!
//! A reader who misses a difference can ask for them. They are scored for that alone, and never come near what meets.

use super::{
    board::{Board, disjoint},
    pairs::{Pair, pairs},
};
use crate::{alignment::sentences::Likeness, facts::value::ValueRelation};

/// What kept two values apart that exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NotCompared {
    /// Too little tells that they are about the same thing.
    TooFewPoints,
    /// Another value of one of the articles fits nearly as well.
    Rival,
    /// One of the articles says the other's value, or another one for the same thing, elsewhere.
    OwnCounterpart,
    /// The user said so.
    Parted,
}

/// Two values that were held against each other and not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassedOver {
    /// A value, as (article, mention).
    pub left: (usize, usize),
    /// Another one.
    pub right: (usize, usize),
    /// The points of the pair.
    pub points: i32,
    /// What kept them apart.
    pub reason: NotCompared,
}

/// Points from which a pair is told of: less is no more than two numbers in one story.
const FAINT: i32 = 24;

/// Pairs that are told at most, of one sort of values in one story: what a reader can look through.
const MOST: usize = 100;

impl Board<'_, '_> {
    /// The pairs of different articles that were passed over, the surest first.
    pub(super) fn passed_over(&self, likeness: &Likeness) -> Vec<PassedOver> {
        let place = |at: usize| (self.article(at), self.candidates[at].mention);
        let looked_at = pairs(self.candidates, self.terms, likeness, |_, _, _| FAINT);
        let apart = looked_at.iter().filter(|pair: &Pair| {
            pair.relation == ValueRelation::Disjoint
                && self.article(pair.left) != self.article(pair.right)
                && self.group[pair.left] != self.group[pair.right]
        });
        apart
            .filter_map(|pair| {
                let of_left = self.has_counterpart(pair.left, self.article(pair.right));
                let of_right = self.has_counterpart(pair.right, self.article(pair.left));
                let reason = if !self.may_join(self.group[pair.left], self.group[pair.right]) {
                    NotCompared::Parted
                } else if of_left && of_right {
                    return None; // each has met another: nothing is missed
                } else if of_left || of_right {
                    NotCompared::OwnCounterpart
                } else if pair.points < disjoint(self.candidates[pair.left].kind()) {
                    NotCompared::TooFewPoints
                } else {
                    NotCompared::Rival
                };
                Some(PassedOver { left: place(pair.left), right: place(pair.right), points: pair.points, reason })
            })
            .take(MOST)
            .collect()
    }
}
