//! Values on a scale and the groups that they are joined into: the surest pairs first, in rounds.

use super::{
    Rule,
    pairs::{Pair, Pairs, PairsOf},
};
use crate::{
    alignment::{score::Candidate, terms::Terms},
    facts::{Kind, Value, value::ValueRelation},
    text::ByteSpan,
};

/// Points from which equal values are about the same thing.
const EQUAL: i32 = 48;

/// Points from which overlapping values are.
const fn overlapping(kind: Kind) -> i32 {
    match kind {
        Kind::Time => 35,
        _ => 54,
    }
}

/// Points from which values that exclude each other are. The highest of the three, since a difference invented
/// costs more than one missed; and highest for times, of which a report has many for things of its own.
pub(super) const fn disjoint(kind: Kind) -> i32 {
    match kind {
        Kind::Count | Kind::Money => 54,
        Kind::Time => 92,
        Kind::Measure => 72,
        _ => 78,
    }
}

/// Points from which a pair may join two values or keep others from being joined. Values of one article are joined where they
/// say the same, and are no rivals; values that exclude each other are rivals of pairs that are hardly surer.
pub(super) fn least(kind: Kind, relation: ValueRelation, is_of_one_article: bool) -> i32 {
    match relation {
        _ if is_of_one_article => REPEATED,
        ValueRelation::Disjoint => (overlapping(kind) + NEARLY_BEST).min(disjoint(kind) - CLEAR) + 1,
        _ => 0,
    }
}

/// Points from which values that say the same are about the same thing when all else is joined and neither has another
/// such match. Of such pairs in groups of real reports more than four in five were.
pub(super) const LEFT_OVER: i32 = 18;

/// The same for values that overlap and lie close to one another.
const LEFT_OVER_CLOSE: i32 = 36;

/// Points from which a value repeated in its own article is one fact.
const REPEATED: i32 = 55;

/// Points by which a value must lie closer to its match than to any other value of the same article that does not
/// say the same, before the two can be said to exclude each other.
const CLEAR: i32 = 8;

/// Points by which another value's words must fit better than an equal value's before the equality is chance. Judgement:
/// what a shared predicate and more gives.
const OUTDONE: i32 = 40;

/// Points of the words around two times from which these, and not the times alone, tell of one happening.
const TOLD: i32 = 10;

/// Points by which a pair may stay behind the best match of one of its sides and still count as that.
const NEARLY_BEST: i32 = 6;

/// The values with the groups that they have been joined into.
pub(super) struct Board<'a, 'r> {
    pub(super) candidates: &'a [Candidate<'r>],
    pub(super) pairs: &'a Pairs,
    pub(super) terms: &'a Terms,
    pub(super) group: Vec<usize>,
    /// The values of each group, in order.
    pub(super) members: Vec<Vec<usize>>,
    /// The pairs of values of different articles, by either value: article by article, the surest first.
    pairs_of: PairsOf,
    /// Pairs of values that the user said are not about the same thing.
    parted: Vec<(usize, usize)>,
    pub(super) links: Vec<Pair>,
    /// Values whose group is a dispute that the reports themselves tell of.
    pub(super) contested: Vec<usize>,
}

impl<'a, 'r> Board<'a, 'r> {
    pub(super) fn new(candidates: &'a [Candidate<'r>], pairs: &'a Pairs, terms: &'a Terms) -> Self {
        Self {
            candidates,
            pairs,
            terms,
            pairs_of: PairsOf::new(candidates, pairs),
            group: (0..candidates.len()).collect(),
            members: (0..candidates.len()).map(|at| vec![at]).collect(),
            parted: Vec::new(),
            links: Vec::new(),
            contested: Vec::new(),
        }
    }

    /// Joins what the user said is the same, and remembers what is not.
    pub(super) fn obey(&mut self, rules: &[Rule]) {
        for rule in rules {
            let (left, right) = (self.at(rule.left), self.at(rule.right));
            for &one in &left {
                for &other in
                    right.iter().filter(|&&other| self.candidates[other].kind() == self.candidates[one].kind())
                {
                    if rule.is_same {
                        self.merge(self.group[one], self.group[other]);
                    } else {
                        self.parted.push((one, other));
                    }
                }
            }
        }
    }

    /// The values that share words with a place.
    fn at(&self, (article, span): (usize, ByteSpan)) -> Vec<usize> {
        let covers =
            |at: &usize| self.article(*at) == article && self.candidates[*at].stated.mention.span.overlaps(span);
        (0..self.candidates.len()).filter(covers).collect()
    }

    /// Whether nothing that the user said keeps two groups apart.
    pub(super) fn may_join(&self, left: usize, right: usize) -> bool {
        self.parted.iter().all(|&(one, other)| {
            let (one, other) = (self.group[one], self.group[other]);
            (one, other) != (left, right) && (one, other) != (right, left)
        })
    }

    /// Whether the user said that what two values say, each in its article, is not about the same thing.
    pub(super) fn is_parted(&self, left: usize, right: usize) -> bool {
        let says = |at: usize, as_this: usize| {
            self.article(at) == self.article(as_this) && self.relation(at, as_this) == ValueRelation::Equal
        };
        let parts = |one: usize, other: usize| says(one, left) && says(other, right);
        self.parted.iter().any(|&(one, other)| parts(one, other) || parts(other, one))
    }

    pub(super) fn merge(&mut self, left: usize, right: usize) {
        if left == right {
            return;
        }
        let (keep, gone) = (left.min(right), left.max(right));
        let moved = std::mem::take(&mut self.members[gone]);
        for &at in &moved {
            self.group[at] = keep;
        }
        self.members[keep].extend(moved);
        self.members[keep].sort_unstable();
    }

    pub(super) fn article(&self, at: usize) -> usize {
        self.candidates[at].article
    }

    pub(super) fn relation(&self, left: usize, right: usize) -> ValueRelation {
        self.candidates[left].stated.mention.value.relation(&self.candidates[right].stated.mention.value)
    }

    pub(super) fn join(&mut self, at: usize) {
        self.join_pair(self.pairs.get(at));
    }

    pub(super) fn join_pair(&mut self, pair: Pair) {
        let (left, right) = (self.group[pair.left], self.group[pair.right]);
        if self.may_join(left, right) {
            self.merge(left, right);
            self.links.push(pair);
        }
    }

    /// The positions of the pairs that a value is in with those of another article, the surest first.
    fn pairs_with(&self, one: usize, article: usize) -> impl Iterator<Item = usize> {
        let own = self.pairs_of.of(one);
        let article_of = move |at: u32| self.article(self.pairs.get(at as usize).other_than(one));
        let from = own.partition_point(|&at| article_of(at) < article);
        own[from..].iter().take_while(move |&&at| article_of(at) == article).map(|&at| at as usize)
    }

    /// Whether something holds of a pair that a value is in with those of another article, from so many points on, and of
    /// the other value.
    fn has_rival(&self, one: usize, article: usize, least: i32, fits: &dyn Fn(usize, usize) -> bool) -> bool {
        self.pairs_with(one, article)
            .take_while(|&at| self.pairs.get(at).points >= least)
            .any(|at| fits(at, self.pairs.get(at).other_than(one)))
    }

    /// Whether each value of a pair is nearly the best match of the other in its article.
    fn is_best(&self, pair: &Pair) -> bool {
        [(pair.left, pair.right), (pair.right, pair.left)].into_iter().all(|(one, other)| {
            let mut rivals = self.pairs_with(one, self.article(other)).map(|at| self.pairs.get(at));
            // What says the same is held against its like alone.
            let best =
                rivals.find(|rival| pair.relation != ValueRelation::Equal || rival.relation == ValueRelation::Equal);
            pair.points + NEARLY_BEST >= best.map_or(0, |best| best.points.max(0))
        })
    }

    pub(super) fn join_equal(&mut self) {
        for at in 0..self.pairs.len() {
            let pair = &self.pairs.get(at);
            let same_article = self.article(pair.left) == self.article(pair.right);
            let enough = pair.points >= if same_article { REPEATED } else { EQUAL };
            if pair.relation != ValueRelation::Equal || !enough || !(same_article || self.is_best(pair)) {
                continue;
            }
            // An hour that has met its like meets no other of that article by the figure alone.
            let is_hour = |at: usize| matches!(&self.candidates[at].stated.mention.value, Value::Time(time) if time.clock.is_some());
            if pair.evidence <= 0
                && !same_article
                && is_hour(pair.left)
                && (self.has_counterpart(pair.left, self.article(pair.right))
                    || self.has_counterpart(pair.right, self.article(pair.left)))
            {
                continue;
            }
            let (left, right) = (self.group[pair.left], self.group[pair.right]);
            // Of times that do not say all, two may agree with a third and exclude each other.
            if left != right && !self.is_outdone(pair) && !self.excludes(left, right) {
                self.join(at);
            }
        }
    }

    /// Whether a value's words fit another value of the same article far better than the equal one: then the two are
    /// equal by chance ("6,500 people were evacuated" here, "5,600 were" and an earlier "6,500" there).
    fn is_outdone(&self, pair: &Pair) -> bool {
        let fits_better = |one: usize, other: usize| {
            let least = disjoint(self.candidates[one].kind()).max(pair.evidence + OUTDONE);
            self.has_rival(one, self.article(other), least, &|rival, _| {
                self.pairs.get(rival).relation == ValueRelation::Disjoint
            })
        };
        self.article(pair.left) != self.article(pair.right)
            && (fits_better(pair.left, pair.right) || fits_better(pair.right, pair.left))
    }

    pub(super) fn join_overlapping(&mut self) {
        for at in 0..self.pairs.len() {
            let pair = &self.pairs.get(at);
            if pair.relation != ValueRelation::Overlapping
                || pair.points < overlapping(self.candidates[pair.left].kind())
                || !self.is_best(pair)
            {
                continue;
            }
            let (left, right) = (self.group[pair.left], self.group[pair.right]);
            if left == right || self.article(pair.left) == self.article(pair.right) {
                continue;
            }
            // Two hours that have both met others already are hardly one because they lie close.
            let have_met = self.members[left].len() > 1 && self.members[right].len() > 1;
            if have_met && pair.evidence < TOLD && self.candidates[pair.left].kind() == Kind::Time {
                continue;
            }
            if !self.excludes(left, right) && !self.mixes(left, right) {
                self.join(at);
            }
        }
    }

    /// Whether joining two groups of times would bring together two of one article that it tells apart: "this week"
    /// and "Tuesday" there are hardly one thing here.
    pub(super) fn mixes(&self, left: usize, right: usize) -> bool {
        let (mine, theirs) = (&self.members[left], &self.members[right]);
        let differ =
            |a: usize, b: usize| self.article(a) == self.article(b) && self.relation(a, b) != ValueRelation::Equal;
        self.candidates[mine[0]].kind() == Kind::Time && mine.iter().any(|&a| theirs.iter().any(|&b| differ(a, b)))
    }

    /// Whether joining two groups would bring together values that exclude each other.
    pub(super) fn excludes(&self, left: usize, right: usize) -> bool {
        let (mine, theirs) = (&self.members[left], &self.members[right]);
        mine.iter().any(|&a| theirs.iter().any(|&b| self.relation(a, b) == ValueRelation::Disjoint))
    }

    pub(super) fn join_disjoint(&mut self) {
        for at in 0..self.pairs.len() {
            let pair = &self.pairs.get(at);
            if pair.relation != ValueRelation::Disjoint
                || pair.points < disjoint(self.candidates[pair.left].kind())
                || !pair.is_parallel && !self.is_clear(pair)
            {
                continue;
            }
            let (left, right) = (self.group[pair.left], self.group[pair.right]);
            if left == right || self.article(pair.left) == self.article(pair.right) {
                continue;
            }
            let (mine, theirs) = (&self.members[left], &self.members[right]);
            let meet = mine.iter().any(|&a| theirs.iter().any(|&b| self.article(a) == self.article(b)));
            // "Five outs from the title", where another report that says so dates it 13 years back.
            let is_past = |one: &[usize], other: &[usize]| {
                one.iter().any(|&at| self.candidates[at].is_background)
                    && !other.iter().any(|&at| self.candidates[at].is_background)
            };
            if !meet && (pair.is_parallel || !is_past(mine, theirs) && !is_past(theirs, mine)) {
                self.join(at);
            } else if meet && pair.is_parallel {
                self.part(pair);
                self.join(at);
            }
        }
    }

    /// Takes the values of a pair out of their groups. What stands at one place of copied sentences is told of one
    /// thing, though either report may have the other's value elsewhere.
    fn part(&mut self, pair: &Pair) {
        for at in [pair.left, pair.right] {
            let own = self.group[at];
            self.members[own].retain(|&member| member != at);
            // A group goes by one of its members, so what is left takes another number.
            if own == at
                && let Some(&first) = self.members[own].first()
            {
                let rest = std::mem::take(&mut self.members[own]);
                rest.iter().for_each(|&member| self.group[member] = first);
                self.members[first] = rest;
            }
            self.group[at] = at;
            self.members[at] = vec![at];
        }
    }

    /// Joins what says the same, or nearly, and has stayed alone: where a value has one such match in another article,
    /// and that has no other in its own, few points are enough.
    pub(super) fn join_left_over(&mut self) {
        for at in 0..self.pairs.len() {
            let pair = &self.pairs.get(at);
            let says_same = match pair.relation {
                ValueRelation::Equal => true,
                ValueRelation::Overlapping => pair.points >= LEFT_OVER_CLOSE && pair.points > pair.evidence,
                _ => false,
            };
            let (left, right) = (self.article(pair.left), self.article(pair.right));
            let is_rival = |rival: usize, other: usize| {
                rival != at
                    && self.pairs.get(rival).relation != ValueRelation::Disjoint
                    && self.group[other] != self.group[pair.left]
                    && self.group[other] != self.group[pair.right]
            };
            let has_rival =
                |one: usize, article: usize| self.has_rival(one, article, pair.points - CLEAR + 1, &is_rival);
            let is_alone = left != right
                && !self.has_counterpart(pair.left, right)
                && !self.has_counterpart(pair.right, left)
                && !has_rival(pair.left, right)
                && !has_rival(pair.right, left);
            if says_same && is_alone && !self.excludes(self.group[pair.left], self.group[pair.right]) {
                self.join(at);
            }
        }
    }

    /// Whether a value has met one of an article.
    pub(super) fn has_counterpart(&self, at: usize, article: usize) -> bool {
        self.members[self.group[at]].iter().any(|&member| self.article(member) == article)
    }

    /// Whether an article says a value as well, in words that may be of the same.
    fn is_said(&self, at: usize, article: usize) -> bool {
        self.pairs_with(at, article).any(|at| self.pairs.get(at).relation == ValueRelation::Equal)
    }

    /// Whether no other value of either article comes near a pair's points without saying the same. A value that has
    /// its counterpart already is no rival: in "voted 33 to 28" and "voted 33 to 27" the 33 has its own.
    fn is_clear(&self, pair: &Pair) -> bool {
        let rivals = |one: usize, other: usize| {
            self.has_rival(one, self.article(other), pair.points - CLEAR + 1, &|_, match_of| {
                match_of != other
                    && self.relation(match_of, other) == ValueRelation::Disjoint
                    && !self.has_counterpart(match_of, self.article(one))
                    && !self.is_said(match_of, self.article(one))
            })
        };
        !rivals(pair.left, pair.right) && !rivals(pair.right, pair.left)
    }
}
