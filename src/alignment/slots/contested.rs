//! Disputes that the reports themselves tell of: the same two values, each with its own speaker.

use super::board::Board;
use crate::facts::{Kind, value::ValueRelation};

/// Sentences within which two speakers' values stand side by side.
const SIDE_BY_SIDE: usize = 2;

/// Pairs of rivals in one story that are looked at, since each is held against each. Annotated groups have at most
/// a few dozen. Articles with more are told of.
const MAX_RIVALS: usize = 2000;

/// Two values of one article that compete for one thing.
struct Rivals {
    left: usize,
    right: usize,
    /// Whether each has a speaker.
    both_speak: bool,
}

impl Board<'_, '_> {
    /// Joins values that two articles or more give side by side, from different speakers: the dispute is in the
    /// reports, not between them.
    ///
    /// That two articles have the same two values next to each other is no chance, so the frames need only not
    /// contradict.
    pub(super) fn join_contested(&mut self, cut: &mut Vec<usize>) {
        let rivals = self.rivals(cut);
        for (index, one) in rivals.iter().enumerate() {
            for other in &rivals[index + 1..] {
                if self.article(one.left) == self.article(other.left) || !(one.both_speak || other.both_speak) {
                    continue;
                }
                let says_same = |a: usize, b: usize| {
                    self.candidates[a].kind() == self.candidates[b].kind()
                        && self.relation(a, b) == ValueRelation::Equal
                        && self.candidates[a].may_be_one_thing(&self.candidates[b], self.terms)
                };
                let straight = says_same(one.left, other.left) && says_same(one.right, other.right);
                let crossed = says_same(one.left, other.right) && says_same(one.right, other.left);
                if straight || crossed {
                    for at in [one.right, other.left, other.right] {
                        if self.may_join(self.group[one.left], self.group[at]) {
                            self.merge(self.group[one.left], self.group[at]);
                        }
                    }
                    self.contested.push(one.left);
                }
            }
        }
    }

    /// Pairs of values of one article that stand side by side, exclude each other, may be about one thing, and have
    /// a speaker at least on one side and never the same on both.
    fn rivals(&self, cut: &mut Vec<usize>) -> Vec<Rivals> {
        let mut rivals = Vec::new();
        for left in 0..self.candidates.len() {
            for right in left + 1..self.candidates.len() {
                let (one, other) = (&self.candidates[left], &self.candidates[right]);
                if one.article != other.article || other.stated.sentence - one.stated.sentence > SIDE_BY_SIDE {
                    break;
                }
                let speakers = match (one.stated.by, other.stated.by) {
                    (Some(one), Some(other)) => one != other,
                    (one, other) => one.is_some() || other.is_some(),
                };
                if speakers
                    && one.kind() == other.kind()
                    && one.kind() != Kind::Time
                    // "Three more" adds to a number and is no other version of it.
                    && !one.stated.frame.is_extra
                    && !other.stated.frame.is_extra
                    && self.relation(left, right) == ValueRelation::Disjoint
                    && one.may_be_versions(other, self.terms)
                {
                    let both_speak = one.stated.by.is_some() && other.stated.by.is_some();
                    rivals.push(Rivals { left, right, both_speak });
                    if rivals.len() == MAX_RIVALS {
                        cut.extend(self.candidates[left..].iter().map(|candidate| candidate.article));
                        return rivals;
                    }
                }
            }
        }
        rivals
    }
}
