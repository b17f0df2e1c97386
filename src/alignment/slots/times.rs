//! Slots for times: what happened when.
//!
//! A time is compared on two scales. Two hours of one thing agree, overlap or exclude each other, and so do two dates.
//! But "12.45 p.m. on Tuesday" and "Tuesday" agree on the day and differ in nothing, so they meet by their days alone;
//! only a part of the day ("Tuesday night") makes a day more precise.
//!
//! Times are less common than numbers: within one story an hour, a year or a distant date that two articles share is
//! one thing nearly always, whatever words each puts around it. So the value itself speaks for a match, the more the
//! less else in either article it could match.

use super::{
    PassedOver, Rule, Slot,
    board::{Board, least},
    candidates,
    pairs::{Pair, Pairs, pairs},
};
use crate::{
    alignment::{
        Reading,
        score::{Candidate, Feature, LONG_BETWEEN, score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{
        Kind, Value,
        time::{Grain, Time, TimeBound},
        value::ValueRelation,
    },
    language::lexicon::Class,
};

/// Points below which two times are no pair: a rare word in common, or two. Judgement: that neither article has another
/// time for a match tells nothing where no word does.
const LEAST: i32 = 15;

/// Points for two overlapping times when neither article has another that the other time could mean. Judgement.
const ONLY: i32 = 20;

/// Points by which a day told without an hour is the better one to hold against another article's.
const BARE: i32 = 5;

/// Days from publication from which a date is distant: the news itself is days old. Judgement.
const DISTANT: i32 = 20;

/// Finds the slots of times in one story. Articles with more times than are compared are added to `cut`, pairs
/// that did not meet to `passed_over`, where they are wanted.
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
    passed_over: Option<&mut Vec<PassedOver>>,
) -> Vec<Slot> {
    let (candidates, too_many) = candidates(readings, story, terms, |kind| kind == Kind::Time);
    cut.extend(too_many);
    cut.sort_unstable();
    cut.dedup();
    let mut pairs =
        pairs(&candidates, terms, likeness, |kind, relation, is_own| LEAST.max(least(kind, relation, is_own)));
    pairs.retain(|pair| {
        let (left, right) = (&candidates[pair.left], &candidates[pair.right]);
        is_one_scale(left, right)
            && (pair.relation != ValueRelation::Disjoint
                || is_denied(readings, left) == is_denied(readings, right)
                    && may_differ(readings, (left.article, left.mention), (right.article, right.mention)))
    });
    add_only(readings, &candidates, &mut pairs);
    let mut board = Board::new(&candidates, &pairs, terms);
    board.obey(rules);
    board.join_equal();
    board.join_overlapping();
    board.join_disjoint();
    board.join_shared();
    if let Some(passed_over) = passed_over {
        passed_over.extend(board.passed_over(likeness));
    }
    let mut slots = board.take_days(likeness);
    slots.extend(board.into_slots(likeness));
    slots
}

fn time<'r>(candidate: &Candidate<'r>) -> Option<&'r Time> {
    match &candidate.stated.mention.value {
        Value::Time(time) => Some(time),
        _ => None,
    }
}

/// Whether the verb before a time is denied: "did not leave at 6.40". "Did not leave until 6.40" is leaving then.
fn is_denied(readings: &[Reading<'_>], candidate: &Candidate<'_>) -> bool {
    let document = &readings[candidate.article].document;
    let start = candidate.stated.mention.tokens.start;
    let groups = document.verbs_of(&document.sentences[candidate.stated.sentence].tokens);
    let before = groups.iter().rev().find(|group| group.tokens.start < start);
    before.is_some_and(|group| group.is_negated) && time(candidate).is_some_and(|time| time.bound != TimeBound::Until)
}

/// Whether both are hours or both dates; or one a part of a day and the other a day.
fn is_one_scale(left: &Candidate<'_>, right: &Candidate<'_>) -> bool {
    let (Some(left), Some(right)) = (time(left), time(right)) else { return false };
    match (left.clock.is_some(), right.clock.is_some()) {
        (true, false) => left.grain == Grain::DayPart || right.grain > Grain::Day,
        (false, true) => right.grain == Grain::DayPart || left.grain > Grain::Day,
        _ => true,
    }
}

/// Whether two times that exclude each other may be a difference of the reports, and not one of counting. "Next month"
/// in two reports a day apart is one month, whatever day each was published on; and "42 years ago" is rounded.
pub(super) fn may_differ(readings: &[Reading<'_>], one: (usize, usize), other: (usize, usize)) -> bool {
    let mention = |(article, mention): (usize, usize)| &readings[article].facts.mentions[mention].mention;
    // "11.55pm on Sunday" and "11:55 p.m. Sunday" are the same words.
    let words = |of: (usize, usize)| -> String {
        let document = &readings[of.0].document;
        let said = mention(of).tokens.clone().filter(|&at| !document.is(at, Class::Stop));
        let letters = said.flat_map(|at| document.word(at).chars()).filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (Value::Time(left), Value::Time(right)) = (&mention(one).value, &mention(other).value) else { return true };
    let (mine, theirs) = (words(one), words(other));
    let has_year = |words: &str| words.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let is_counted = |of: &Time, words: &str| !has_year(words) && of.grain == Grain::Year;
    let one_apart = match (left.days, right.days) {
        (Some(left), Some(right)) => left.1 == right.0 || right.1 == left.0,
        _ => false,
    };
    let counts = (is_counted(left, &mine), is_counted(right, &theirs));
    // "Last year" and "this morning" are hardly those of one thing.
    let is_coarse = counts.0 && right.grain < Grain::Month || counts.1 && left.grain < Grain::Month;
    // A weekday without a date is counted from its report, which may have been written a day before.
    let is_bare = |words: &str| !words.bytes().any(|byte| byte.is_ascii_digit());
    let is_loose = is_bare(&mine) || is_bare(&theirs);
    let weeks = match (left.days, right.days) {
        (Some(one), Some(other)) => {
            left.grain.max(right.grain) <= Grain::Day && one.0 != other.0 && (one.0.0 - other.0.0) % 7 == 0
        }
        _ => false,
    };
    let published = |of: (usize, usize)| readings[of.0].published.map(|published| published.day.0);
    let is_long_between = matches!((published(one), published(other)), (Some(one), Some(other))
        if (one - other).abs() >= LONG_BETWEEN);
    mine != theirs && !(one_apart && counts.0 != counts.1) && !is_coarse && !(is_loose && (weeks || is_long_between))
}

/// Whether a date lies so far from its article's publication that the article hardly tells of two things in it.
fn is_distant(reading: &Reading<'_>, time: &Time) -> bool {
    let (Some((first, end)), Some(published)) = (time.days, reading.published) else { return false };
    let (before, after) = (published.day.0 - end.0, first.0 - published.day.0);
    before.max(after) > DISTANT
}

/// How much two overlapping times have in common by themselves, from dates to hours that are close.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Two hours that only leeway brings together.
    Apart,
    Dates,
    /// One day, with a part of it or an hour.
    OneDay,
    Close,
}

fn fit(left: &Candidate<'_>, right: &Candidate<'_>) -> Fit {
    match (time(left), time(right)) {
        (Some(left), Some(right)) if left.is_close(right) => Fit::Close,
        (Some(left), Some(right)) if left.grain.max(right.grain) <= Grain::Hour => Fit::Apart,
        (Some(left), Some(right)) if left.grain.max(right.grain) <= Grain::Day => Fit::OneDay,
        _ => Fit::Dates,
    }
}

/// Gives points to overlapping pairs of which neither time has another to overlap with in the other's article.
fn add_only(readings: &[Reading<'_>], candidates: &[Candidate<'_>], pairs: &mut Pairs) {
    // The times of one article stand together.
    let own = |article: usize| {
        let from = candidates.partition_point(|candidate| candidate.article < article);
        from..candidates.partition_point(|candidate| candidate.article <= article)
    };
    // Where two times lie close together, only others that do so too are rivals.
    let overlaps = |one: usize, article: usize, other: usize, least: Fit| {
        let (left, right) = (&candidates[one], &candidates[other]);
        let value = &right.stated.mention.value;
        right.article == article
            && is_one_scale(left, right)
            && fit(left, right) >= least
            && left.stated.mention.value.relation(value) == ValueRelation::Overlapping
    };
    let is_distant = |at: usize| {
        let candidate: &Candidate<'_> = &candidates[at];
        time(candidate).is_some_and(|time| is_distant(&readings[candidate.article], time))
    };
    let is_only = |one: usize, other: usize| {
        let article = candidates[other].article;
        let least = fit(&candidates[one], &candidates[other]);
        // "January 1979" and "1979" beside each other are one distant date.
        let nests = is_distant(other);
        let says_same = |at: usize| {
            let value = &candidates[at].stated.mention.value;
            match value.relation(&candidates[other].stated.mention.value) {
                ValueRelation::Equal => true,
                ValueRelation::Overlapping => nests,
                _ => at == other,
            }
        };
        // What the other article gives in the same words is the better match.
        let has_equal = |at: usize| {
            candidates[at].article == article
                && candidates[one].stated.mention.value.relation(&candidates[at].stated.mention.value)
                    == ValueRelation::Equal
        };
        own(article).all(|at| !has_equal(at) && (!overlaps(one, article, at, least) || says_same(at)))
    };
    let is_year = |at: usize| time(&candidates[at]).is_some_and(|time| time.grain >= Grain::Year);
    for at in 0..pairs.len() {
        let pair = pairs.get(at);
        if pair.relation != ValueRelation::Overlapping {
            continue;
        }
        let fit = fit(&candidates[pair.left], &candidates[pair.right]);
        // "By Friday" overlaps with whatever was before.
        let is_open = |at: usize| time(&candidates[at]).is_some_and(|time| time.is_open());
        if fit == Fit::Apart || is_open(pair.left) != is_open(pair.right) && fit != Fit::Close {
            continue;
        }
        let are_distant = is_distant(pair.left) && is_distant(pair.right);
        // A report that knows of next month hardly means that by "next year".
        if !are_distant && is_year(pair.left) != is_year(pair.right) {
            continue;
        }
        if candidates[pair.left].article != candidates[pair.right].article
            && is_only(pair.left, pair.right)
            && is_only(pair.right, pair.left)
        {
            let tells = fit == Fit::OneDay || are_distant;
            pairs.add_only(at, if tells { 2 * ONLY } else { ONLY });
        }
    }
    pairs.sort();
}

impl Board<'_, '_> {
    /// Joins the best pair of each value that two articles share and that no words joined.
    fn join_shared(&mut self) {
        // For each time, those of its article that say the same.
        let board = &*self;
        let alike_to = |one: usize| {
            let article = board.article(one);
            let from = board.candidates.partition_point(|candidate| candidate.article < article);
            let own = (from..board.candidates.len()).take_while(|&at| board.article(at) == article);
            own.filter(|&at| board.relation(at, one) == ValueRelation::Equal).collect()
        };
        let alike: Vec<Vec<usize>> = (0..self.candidates.len()).map(alike_to).collect();
        for at in 0..self.pairs.len() {
            let pair = &self.pairs.get(at);
            let (left, right) = (self.article(pair.left), self.article(pair.right));
            if pair.relation != ValueRelation::Equal || left == right {
                continue;
            }
            let meets = alike[pair.left].iter().any(|&at| self.meets(at, right));
            let (left, right) = (self.group[pair.left], self.group[pair.right]);
            if !meets && !self.excludes(left, right) && !self.mixes(left, right) {
                self.join(at);
            }
        }
    }

    /// Whether a time is in one group with another of an article.
    fn meets(&self, at: usize, article: usize) -> bool {
        self.members[self.group[at]].iter().any(|&other| other != at && self.article(other) == article)
    }

    /// Takes the slots of days out of the board: an article that gives a day in no such slot, or only with an hour,
    /// joins the one that its words fit best.
    fn take_days(&mut self, likeness: &Likeness) -> Vec<Slot> {
        let mut days: Vec<(Value, Vec<usize>)> = Vec::new();
        for (at, candidate) in self.candidates.iter().enumerate() {
            let Some(time) = time(candidate).filter(|time| time.is_one_day()) else { continue };
            let day = Value::Time(time.day());
            match days.iter_mut().find(|(other, _)| other.relation(&day) == ValueRelation::Equal) {
                Some((_, all)) => all.push(at),
                None => days.push((day, vec![at])),
            }
        }
        days.iter().flat_map(|(_, all)| self.day_slots(all, likeness)).collect()
    }

    /// The slots of one day, of all times that give it.
    fn day_slots(&mut self, all: &[usize], likeness: &Likeness) -> Vec<Slot> {
        let mut links: Vec<Pair> = Vec::new();
        // Groups of the board that agree on the day and tell no hour.
        let is_bare = |at: usize| time(&self.candidates[at]).is_some_and(|time| time.clock.is_none());
        let mut groups: Vec<Vec<usize>> = Vec::new();
        // A day that is held against another one already is of something else.
        let mut free: Vec<usize> = Vec::new();
        for &at in all {
            let members = &self.members[self.group[at]];
            let is_own = members.iter().all(|at| all.binary_search(at).is_ok() && is_bare(*at));
            if is_own && members.len() > 1 && !groups.contains(members) {
                groups.push(members.clone());
            }
            if is_own || !is_bare(at) {
                free.push(at);
            }
        }
        let mut scored = Pairs::default();
        for (index, &left) in free.iter().enumerate() {
            for &right in &free[index + 1..] {
                let relation = ValueRelation::Equal;
                let (one, other) = (&self.candidates[left], &self.candidates[right]);
                if one.article == other.article {
                    continue;
                }
                let Some(score) = score(one, other, self.terms, likeness, relation) else { continue };
                let evidence = score.total() - score.of(Feature::Value);
                // Hours that meet already tell the day as well.
                let meets = !is_bare(left) && self.meets(left, other.article)
                    || !is_bare(right) && self.meets(right, one.article);
                if meets && evidence <= 0 {
                    continue;
                }
                let points = evidence + [left, right].iter().filter(|&&at| is_bare(at)).count() as i32 * BARE;
                scored.push(Pair { left, right, points, evidence, only: 0, relation, is_parallel: false });
            }
        }
        scored.sort();
        for pair in scored.iter() {
            let holds = |groups: &[Vec<usize>], at: usize| groups.iter().position(|group| group.contains(&at));
            let has = |groups: &[Vec<usize>], at: usize| {
                groups.iter().flatten().any(|&other| self.article(other) == self.article(at))
            };
            let (left, right) = (holds(&groups, pair.left), holds(&groups, pair.right));
            match (left, right) {
                (Some(group), None) if !has(&groups, pair.right) => groups[group].push(pair.right),
                (None, Some(group)) if !has(&groups, pair.left) => groups[group].push(pair.left),
                (None, None) if !has(&groups, pair.left) && !has(&groups, pair.right) => {
                    groups.push(vec![pair.left, pair.right]);
                }
                _ => continue,
            }
            links.push(pair);
        }
        links.extend(&self.links);
        let mut slots = Vec::new();
        for mut group in groups {
            group.sort_unstable();
            let has_bare = group.iter().any(|&at| is_bare(at));
            if !has_bare || group.iter().all(|&at| self.article(at) == self.article(group[0])) {
                continue;
            }
            let links: Vec<&Pair> = links.iter().collect();
            let mut slot = self.slot(&group, &links, likeness);
            slot.by_day = true;
            slots.push(slot);
            for at in group {
                if is_bare(at) {
                    self.members[self.group[at]].retain(|&member| member != at);
                }
            }
        }
        slots
    }
}
