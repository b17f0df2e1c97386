//! Numbers that are left alone on both sides.
//!
//! Where a report has one sum of about a size that the other does not have, and the other has one that this report does
//! not have, the two are likely told of one thing, in words of their own: "a reward of €1.5 million" and "is offering
//! one million euros". The fewer values of a sort there are, and the shorter the reports, the less else they may be of.
//! Numbers of people or things must be close besides: "61,204 supporters" and "the crowd of 63,150".

use super::{board::Board, pairs::Pair};
use crate::{
    alignment::{
        Reading,
        score::{Candidate, Feature, nearness, score, size_penalty},
        sentences::Likeness,
        terms::Term,
    },
    facts::{
        Kind, Value,
        quantity::{Quantity, Unit},
        ratio::Ratio,
        value::ValueRelation,
    },
    language::lexicon::Dimension,
};

/// Values of one unit that the other report does not have, up to which one of them is told apart by its size.
/// Judgement: a report with more is one of many sums, of which any may be of anything.
const FEW: usize = 4;

/// Sentences of a report up to which it tells of one thing of a sort alone. Judgement: what an agency puts out.
const SHORT: usize = 20;

/// How much farther than its match a rival must lie, as a ratio. Judgement.
const CLEARLY: (i64, i64) = (11, 10);

/// The weight of the words that the sentences around two measures or shares must have in common.
const LINKED: u32 = 3;

/// Points for two values of which one is close to the other's figure.
const CLOSE: i32 = 20;

/// A number of things from which two that are close are hardly so by chance.
const LARGE: i64 = 100;

/// A number of people or things from which two that differ may be of one thing, by their size and by there being no
/// others, and how many times the smaller the larger may be. Judgement: smaller ones are like each other by chance.
const COUNTED: i64 = 10;
const LIKE: (i64, i64) = (3, 2);

/// Points that a figure needs to be that of a vague word: people of no stated sort on both sides give as many.
const FIGURE: i32 = 15;

impl Board<'_, '_> {
    /// Joins values that exclude each other, or of which one is vaguer, where neither article has another for either.
    pub(super) fn join_alone(&mut self, readings: &[Reading<'_>], likeness: &Likeness) {
        let mut alike: Vec<(usize, usize, ValueRelation)> = Vec::new();
        for left in 0..self.candidates.len() {
            for right in left + 1..self.candidates.len() {
                if let Some(relation) = self.are_of_one_sort(left, right)
                    && self.are_linked(readings, left, right, relation)
                {
                    alike.push((left, right, relation));
                }
            }
        }
        // What both may hold first: then it is no rival of what differs.
        for relation in [ValueRelation::Overlapping, ValueRelation::Disjoint] {
            let mut alone: Vec<Pair> = Vec::new();
            for &(left, right, _) in alike.iter().filter(|(.., of)| *of == relation) {
                if self.is_only_for(readings, left, right, relation)
                    && self.is_only_for(readings, right, left, relation)
                {
                    alone.extend(self.untroubled(left, right, likeness, relation));
                }
            }
            for pair in alone {
                let (left, right) = (&self.members[self.group[pair.left]], &self.members[self.group[pair.right]]);
                let meet = left.iter().any(|&one| right.iter().any(|&other| self.article(one) == self.article(other)));
                // "More than 30" holds 38 and 40, which exclude each other.
                let is_one = relation == ValueRelation::Disjoint
                    || !self.excludes(self.group[pair.left], self.group[pair.right]);
                if !meet && is_one && !self.is_parted(pair.left, pair.right) {
                    self.join_pair(pair);
                }
            }
        }
    }

    /// Joins to words for an unclear number that several articles have the figure that one of them gives elsewhere: what
    /// both call "dozens" is "at least 50" below.
    pub(super) fn join_figures(&mut self, likeness: &Likeness) {
        for group in 0..self.members.len() {
            let words = self.members[group].clone();
            let is_vague = |at: usize| self.quantity(at).is_some_and(Quantity::is_vague);
            let is_shared = words.iter().any(|&at| self.article(at) != self.article(words[0]));
            if !is_shared || !words.iter().all(|&at| self.is_count(at) && is_vague(at)) {
                continue;
            }
            let found = (0..self.candidates.len()).filter_map(|at| {
                let article = self.article(at);
                let (value, range) = (self.quantity(at)?, self.quantity(words[0])?);
                let is_figure = self.is_count(at)
                    && !is_vague(at)
                    && range.lo <= Some(value.written)
                    && Some(value.written) <= range.hi;
                let is_own = self.members[self.group[at]].iter().all(|&other| self.article(other) == article);
                if !is_figure || !is_own || !words.iter().any(|&word| self.article(word) == article) {
                    return None;
                }
                let others = words.iter().filter(|&&word| self.article(word) != article);
                let pairs = others.filter_map(|&word| {
                    self.untroubled(word.min(at), word.max(at), likeness, ValueRelation::Overlapping)
                });
                pairs.max_by_key(|pair| pair.points).filter(|pair| pair.points >= FIGURE)
            });
            let found = found.max_by_key(|pair| pair.points);
            if let Some(pair) = found.filter(|pair| !self.excludes(self.group[pair.left], self.group[pair.right])) {
                self.join_pair(pair);
            }
        }
    }

    /// A pair that nothing speaks against but its values.
    fn untroubled(&self, left: usize, right: usize, likeness: &Likeness, relation: ValueRelation) -> Option<Pair> {
        let score = score(&self.candidates[left], &self.candidates[right], self.terms, likeness, relation)?;
        let parted = if self.is_count(left) && relation == ValueRelation::Disjoint { -20 } else { -40 };
        let is_troubled =
            score.of(Feature::Scope) < 0 || score.of(Feature::When) < 0 || score.of(Feature::Modifiers) <= parted;
        let (points, evidence) = (score.total(), score.total() - score.of(Feature::Value));
        (!is_troubled).then_some(Pair { left, right, points, evidence, only: 0, relation, is_parallel: false })
    }

    /// How two values of different articles relate that are of one sort and size, and say other things.
    fn are_of_one_sort(&self, left: usize, right: usize) -> Option<ValueRelation> {
        let (one, other) = (&self.candidates[left], &self.candidates[right]);
        let (mine, theirs) = (self.quantity(left)?, self.quantity(right)?);
        let is_age = one.stated.frame.is_age || other.stated.frame.is_age;
        if one.article == other.article || one.kind() != other.kind() || is_age {
            return None;
        }
        // What takes least to tell comes first: every pair of numbers is looked at.
        let (small, large) = (mine.written.min(theirs.written), mine.written.max(theirs.written));
        let is_count = self.is_count(left);
        if is_count && small < Ratio::whole(COUNTED) || mine.is_vague() || theirs.is_vague() {
            return None;
        }
        let relation = self.relation(left, right);
        let is_sort = match relation {
            ValueRelation::Disjoint if is_count => large.is_within(small, LIKE) && mine.is_exact() && theirs.is_exact(),
            ValueRelation::Disjoint => mine.is_exact() || theirs.is_exact(),
            ValueRelation::Overlapping if is_count => self.are_close(left, right) && small >= Ratio::whole(LARGE),
            ValueRelation::Overlapping => true,
            _ => false,
        };
        (is_sort && size_penalty(&one.stated.mention.value, &other.stated.mention.value) == Some(0)).then_some(relation)
    }

    fn is_count(&self, at: usize) -> bool {
        self.candidates[at].kind() == Kind::Count
    }

    fn are_close(&self, left: usize, right: usize) -> bool {
        let [one, other] = [left, right].map(|at| &self.candidates[at].stated.mention.value);
        nearness(one, other) >= CLOSE
    }

    fn quantity(&self, at: usize) -> Option<&Quantity> {
        match &self.candidates[at].stated.mention.value {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether of the few values of one unit that its article alone has, a value is the only one of the other's size;
    /// where the two overlap, the only one that does.
    fn is_only_for(&self, readings: &[Reading<'_>], at: usize, other: usize, relation: ValueRelation) -> bool {
        let (article, theirs) = (self.article(at), self.article(other));
        if self.has_counterpart(at, theirs) {
            return false;
        }
        let mut seen: Vec<usize> = Vec::new();
        let is_short = are_short(readings, [article, theirs]);
        for rival in (0..self.candidates.len()).filter(|&rival| self.article(rival) == article) {
            if self.candidates[rival].kind() != self.candidates[at].kind() {
                continue;
            }
            // Where both count people, or neither does, what is of the other nature is no rival.
            let is_other = relation == ValueRelation::Disjoint
                && self.is_count(at)
                && !self.candidates[at].is_of_other_nature(&self.candidates[other])
                && self.candidates[rival].is_of_other_nature(&self.candidates[other]);
            let is_of_sort = !is_other
                && self.relation(rival, other) != ValueRelation::Incomparable
                && !self.has_counterpart(rival, theirs);
            if !is_of_sort || seen.iter().any(|&before| self.relation(before, rival) == ValueRelation::Equal) {
                continue;
            }
            let is_near = |to: usize| {
                let value = |at: usize| &self.candidates[at].stated.mention.value;
                matches!(size_penalty(value(rival), value(to)), Some(points) if points > FAR)
            };
            let may_be_meant = match relation {
                ValueRelation::Disjoint if is_short && self.has_its_own(rival, at, other) => false,
                ValueRelation::Disjoint => is_near(at) || is_near(other),
                _ => self.relation(rival, other) != ValueRelation::Disjoint,
            };
            if rival != at && self.relation(rival, at) != ValueRelation::Equal && may_be_meant {
                return false;
            }
            seen.push(rival);
        }
        seen.len() <= FEW || relation == ValueRelation::Overlapping
    }

    /// Whether a sum or a measure lies clearly farther from one of the other report than another does, and has one there
    /// that is nearer to it: with 2.8, 1.5 and 0.9 billion here and 2.5, 1.8 and 1.1 billion there, each has its own.
    fn has_its_own(&self, rival: usize, at: usize, other: usize) -> bool {
        let (near, far) = (self.apart(at, other), self.apart(rival, other));
        let is_nearer = |own: usize| {
            self.article(own) == self.article(other)
                && self.candidates[own].kind() == self.candidates[rival].kind()
                && self.relation(own, rival) != ValueRelation::Incomparable
                && !self.has_counterpart(own, self.article(rival))
                && self.apart(rival, own).is_some_and(|near| Some(near) < far)
        };
        self.candidates[at].kind() != Kind::Percent
            && near.zip(far).is_some_and(|(near, far)| !far.is_within(near, CLEARLY))
            && (0..self.candidates.len()).any(is_nearer)
    }

    /// How many times the smaller of two values the larger is.
    fn apart(&self, one: usize, other: usize) -> Option<Ratio> {
        let [mine, theirs] = [self.quantity(one)?.written, self.quantity(other)?.written].map(Ratio::magnitude);
        mine.max(theirs).times(mine.min(theirs).inverse()?)
    }

    /// Whether the sentences around two values share words enough.
    fn are_linked(&self, readings: &[Reading<'_>], left: usize, right: usize, relation: ValueRelation) -> bool {
        let [one, other] = [left, right].map(|at| &self.candidates[at]);
        // The words of the sentence and of so many to either side, but for the value's own.
        let words = |of: &Candidate<'_>, reach: usize| -> Vec<Term> {
            let (sentences, terms) = (&readings[of.article].document.sentences, &self.terms.of[of.article]);
            let (first, last) = (of.stated.sentence.saturating_sub(reach), of.stated.sentence + reach);
            let (start, end) = (sentences[first].tokens.start, sentences[last.min(sentences.len() - 1)].tokens.end);
            let value = &of.stated.mention.tokens;
            let mut words = [&terms[start..value.start], &terms[value.end..end]].concat();
            words.retain(|&term| term != 0);
            words.sort_unstable();
            words.dedup();
            words
        };
        let shared = |mine: Vec<Term>, theirs: Vec<Term>| -> u32 {
            mine.into_iter().filter(|term| theirs.contains(term)).map(|term| self.terms.weight(term)).sum()
        };
        if one.kind() == Kind::Money || relation == ValueRelation::Overlapping && self.are_close(left, right) {
            return true;
        }
        let is_short = are_short(readings, [one.article, other.article]);
        // A height or a weight is soon told apart; a report has lengths of time for many things.
        let lasts = self.quantity(left).is_some_and(|quantity| quantity.unit == Unit::Measure(Dimension::Duration));
        is_short && one.kind() == Kind::Measure && !lasts
            || (is_short || relation == ValueRelation::Overlapping)
                && shared(words(one, 1), words(other, 0)) + shared(words(one, 0), words(other, 1)) >= LINKED
    }
}

fn are_short(readings: &[Reading<'_>], articles: [usize; 2]) -> bool {
    articles.iter().all(|&article| readings[article].document.sentences.len() <= SHORT)
}

/// The points of two values that are too far apart to be taken for one another.
const FAR: i32 = -30;
