//! Pairs of values that are scored.

use crate::{
    alignment::{
        score::{Candidate, Feature, is_told_alike, score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{Kind, value::ValueRelation},
};

/// A scored pair of values. Two long reports have tens of thousands.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) points: i32,
    /// The points without those for the values themselves.
    pub(super) evidence: i16,
    /// Those of the points that rest on what else the two articles tell.
    pub(super) only: i16,
    pub(super) relation: ValueRelation,
    /// Whether both stand at the same place of copied sentences.
    pub(super) is_parallel: bool,
}

impl Pair {
    /// The value beside one of the two.
    pub(super) const fn other_than(&self, one: usize) -> usize {
        self.left + self.right - one
    }
}

/// Pairs of one kind that have points enough, the surest first. `least` says from how many on, by kind and relation.
pub(super) fn pairs(
    candidates: &[Candidate<'_>],
    terms: &Terms,
    likeness: &Likeness,
    least: fn(Kind, ValueRelation) -> i32,
) -> Vec<Pair> {
    let mut by_kind = vec![Vec::new(); Kind::ALL.len()];
    for (at, candidate) in candidates.iter().enumerate() {
        by_kind[candidate.kind() as usize].push(at);
    }
    let mut pairs = Vec::new();
    for group in by_kind {
        for (index, &left) in group.iter().enumerate() {
            // Left stands what is told first, in pairs of values as in those of sentences.
            let copies = likeness.parallel.of(candidates[left].sentence());
            for &right in &group[index + 1..] {
                let (one, other) = (&candidates[left].stated.mention.value, &candidates[right].stated.mention.value);
                let mut relation = one.relation(other);
                // Of one article only what it repeats is joined.
                if candidates[left].article == candidates[right].article && relation != ValueRelation::Equal {
                    continue;
                }
                let is_unclear = relation == ValueRelation::Incomparable;
                let place = match relation {
                    ValueRelation::Equal => None,
                    _ if copies.is_empty() => None,
                    _ => copies.place(&candidates[left].stated.mention.tokens, candidates[right].place()),
                };
                if let Some(place) = place {
                    relation = one.relation_in_copy(other);
                    // The same words may be read in two ways, by what stands elsewhere.
                    if place.is_same {
                        continue;
                    }
                }
                // "Two years after" and "four years after": of copies alone it is known that both count from one time.
                if is_unclear && (place.is_none() || relation == ValueRelation::Incomparable) {
                    continue;
                }
                let Some(score) = score(&candidates[left], &candidates[right], terms, likeness, relation) else {
                    continue;
                };
                let is_counted = candidates[left].kind() == Kind::Count && relation == ValueRelation::Disjoint;
                if is_counted && place.is_none() && !is_told_alike(&candidates[left], &candidates[right], &score) {
                    continue;
                }
                let points = score.total();
                if points >= least(candidates[left].kind(), relation) {
                    let evidence = (points - score.of(Feature::Value)) as i16;
                    let is_parallel = score.of(Feature::Parallel) > 0;
                    pairs.push(Pair { left, right, points, evidence, only: 0, relation, is_parallel });
                }
            }
        }
    }
    // The surest first; where points are equal, the order of the text.
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.points), pair.left, pair.right));
    pairs
}

/// The pairs of values of different articles that each value is in, by position. There are tens of thousands in two long
/// reports.
pub(super) struct PairsOf {
    /// For each value, where its own begin, and where those of the last one end.
    starts: Vec<u32>,
    /// Of each value in the order of the articles of the other one, the surest first.
    pairs: Vec<u32>,
}

impl PairsOf {
    pub(super) fn new(candidates: &[Candidate<'_>], pairs: &[Pair]) -> Self {
        let article = |at: usize| candidates[at].article;
        let mut starts = vec![0; candidates.len() + 1];
        let apart = || (0..).zip(pairs).filter(|(_, pair)| article(pair.left) != article(pair.right));
        for (_, pair) in apart() {
            starts[pair.left + 1] += 1;
            starts[pair.right + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut of = vec![0; starts[candidates.len()] as usize];
        for (index, pair) in apart() {
            for at in [pair.left, pair.right] {
                of[next[at] as usize] = index;
                next[at] += 1;
            }
        }
        for (at, own) in starts.windows(2).enumerate() {
            of[own[0] as usize..own[1] as usize]
                .sort_unstable_by_key(|&index: &u32| (article(pairs[index as usize].other_than(at)), index));
        }
        Self { starts, pairs: of }
    }

    /// Those of a value.
    pub(super) fn of(&self, at: usize) -> &[u32] {
        &self.pairs[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
