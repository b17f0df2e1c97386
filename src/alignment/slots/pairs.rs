//! Pairs of values that are scored.

use super::MAX_VALUES;
use crate::{
    alignment::{
        score::{Candidate, Feature, is_told_alike, score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{Kind, value::ValueRelation},
};

/// A scored pair of values.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) points: i32,
    /// The points without those for the values themselves.
    pub(super) evidence: i32,
    /// Those of the points that rest on what else the two articles tell.
    pub(super) only: i32,
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

/// Pairs of values in an order. Two long reports have tens of thousands, so that each is kept as small as it can be.
#[derive(Default)]
pub(super) struct Pairs {
    rows: Vec<Row>,
}

/// A [`Pair`] as it is kept. Points are some hundreds at most, and of a story not so many values are compared that they
/// could not be numbered so.
#[derive(Clone, Copy)]
struct Row {
    left: u16,
    right: u16,
    points: i16,
    evidence: i16,
    only: i16,
    relation: ValueRelation,
    is_parallel: bool,
}

const _: () = assert!(MAX_VALUES * Kind::ALL.len() <= u16::MAX as usize);

impl Pairs {
    pub(super) fn push(&mut self, pair: Pair) {
        self.rows.push(Row::new(pair));
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn get(&self, at: usize) -> Pair {
        self.rows[at].pair()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Pair> {
        self.rows.iter().map(Row::pair)
    }

    pub(super) fn retain(&mut self, fits: impl Fn(Pair) -> bool) {
        self.rows.retain(|row| fits(row.pair()));
    }

    /// Adds points to a pair that rest on what else the two articles tell.
    pub(super) fn add_only(&mut self, at: usize, points: i32) {
        self.rows[at].points += points as i16;
        self.rows[at].only += points as i16;
    }

    /// Puts the surest first; where points are equal, the order of the text.
    pub(super) fn sort(&mut self) {
        self.rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.points), row.left, row.right));
    }
}

impl Row {
    fn new(Pair { left, right, points, evidence, only, relation, is_parallel }: Pair) -> Self {
        let (left, right) = (left as u16, right as u16);
        let (points, evidence, only) = (points as i16, evidence as i16, only as i16);
        Self { left, right, points, evidence, only, relation, is_parallel }
    }

    fn pair(&self) -> Pair {
        Pair {
            left: self.left.into(),
            right: self.right.into(),
            points: self.points.into(),
            evidence: self.evidence.into(),
            only: self.only.into(),
            relation: self.relation,
            is_parallel: self.is_parallel,
        }
    }
}

/// Pairs of one kind that have points enough, the surest first. `least` says from how many on, by kind and relation
/// and by whether both are of one article.
pub(super) fn pairs(
    candidates: &[Candidate<'_>],
    terms: &Terms,
    likeness: &Likeness,
    least: fn(Kind, ValueRelation, bool) -> i32,
) -> Pairs {
    let mut by_kind = vec![Vec::new(); Kind::ALL.len()];
    for (at, candidate) in candidates.iter().enumerate() {
        by_kind[candidate.kind() as usize].push(at);
    }
    // Those of each value by themselves, and all in one piece when it is known how many there are: a list that grows takes
    // three times its room.
    let mut found: Vec<Vec<Row>> = Vec::new();
    for group in by_kind {
        for (index, &left) in group.iter().enumerate() {
            // Left stands what is told first, in pairs of values as in those of sentences.
            let mut own = Vec::new();
            let copies = likeness.parallel.of(candidates[left].sentence());
            for &right in &group[index + 1..] {
                let (one, other) = (&candidates[left].stated.mention.value, &candidates[right].stated.mention.value);
                let mut relation = one.relation(other);
                // Of one article only what it repeats is joined.
                let is_of_one_article = candidates[left].article == candidates[right].article;
                if is_of_one_article && relation != ValueRelation::Equal {
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
                if points >= least(candidates[left].kind(), relation, is_of_one_article) {
                    let evidence = points - score.of(Feature::Value);
                    let is_parallel = score.of(Feature::Parallel) > 0;
                    own.push(Row::new(Pair { left, right, points, evidence, only: 0, relation, is_parallel }));
                }
            }
            found.push(own);
        }
    }
    let mut pairs = Pairs { rows: found.concat() };
    pairs.sort();
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
    pub(super) fn new(candidates: &[Candidate<'_>], pairs: &Pairs) -> Self {
        let article = |at: usize| candidates[at].article;
        let mut starts = vec![0; candidates.len() + 1];
        let apart = || (0..).zip(pairs.iter()).filter(|(_, pair)| article(pair.left) != article(pair.right));
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
                .sort_unstable_by_key(|&index: &u32| (article(pairs.get(index as usize).other_than(at)), index));
        }
        Self { starts, pairs: of }
    }

    /// Those of a value.
    pub(super) fn of(&self, at: usize) -> &[u32] {
        &self.pairs[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
