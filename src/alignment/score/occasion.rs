//! Whether two values that exclude each other may be of one occasion, by what their sentences and reports tell of time
//! and scope.
//!
//! A price at noon is not that of the evening, what was won in two seasons not what was won in five, and a report of
//! weeks later tells what has become of a thing since, or of the next such thing.

use super::{Candidate, Feature, Score};
use crate::{
    alignment::{
        Reading,
        terms::{Term, Terms},
    },
    facts::{Kind, Stated, Value, frame::Role, quantity::Unit, ratio::Ratio},
    language::{
        lexicon::{Class, Dimension},
        tags::Upos,
    },
};

/// Days between two reports from which what differs is told of two states of things, or of two things. Judgement: news
/// is days old, and a follow-up of the week after may still be held against the first report.
pub(in crate::alignment) const LONG_BETWEEN: i32 = 8;

/// Tokens before a length of time among which stands the word that says that something was counted over it.
const BEFORE: usize = 3;

/// Scores when two values are told to be.
pub(super) fn score_occasion(
    left: &Candidate<'_>,
    right: &Candidate<'_>,
    apart: bool,
    is_copied: bool,
    score: &mut Score,
) {
    if is_other(left.days, right.days) {
        score.add(Feature::When, if score.of(Feature::Value) >= 20 { -10 } else { -35 });
    } else if apart && (left.is_background && right.days.is_none() || right.is_background && left.days.is_none()) {
        score.add(Feature::When, -35);
    }
    if apart && is_other(left.clock, right.clock) {
        score.add(Feature::When, -60);
    }
    if apart && !is_copied && left.contrasts.iter().any(|sort| right.contrasts.contains(&-sort)) {
        score.add(Feature::Modifiers, -60);
    }
}

/// Whether two spans are known and share nothing.
fn is_other<T: PartialOrd>(one: Option<(T, T)>, other: Option<(T, T)>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one.1 <= other.0 || other.1 <= one.0)
}

/// Whether two values that exclude each other are told of two hours, of two states of things or over two lengths of time.
pub(super) fn are_of_two_occasions(left: &Candidate<'_>, right: &Candidate<'_>) -> bool {
    // "Shares fell 4 per cent by noon": by the close they may have fallen by 6.
    let is_of_other_hour = is_other(left.days, right.days)
        || is_other(left.clock, right.clock)
        || left.clock.is_some() != right.clock.is_some();
    if left.moves && right.moves && is_of_other_hour {
        return true;
    }
    let is_one_day = matches!((left.days, right.days), (Some(one), Some(other)) if one.0 < other.1 && other.0 < one.1);
    let is_long_between = matches!((left.published, right.published), (Some(one), Some(other))
        if (one.0 - other.0).abs() >= LONG_BETWEEN);
    is_long_between && !is_one_day && !left.stated.frame.is_age
        || matches!((left.over, right.over), (Some(one), Some(other)) if lasts_longer(one.max(other), one.min(other)))
}

/// Whether one length of time is no other's by rounding: half as long again.
fn lasts_longer(long: Ratio, short: Ratio) -> bool {
    let (long, short) = (long.times(Ratio::whole(2)), short.times(Ratio::whole(3)));
    matches!((long, short), (Some(long), Some(short)) if long >= short)
}

/// Whether a sum or a share is that of its hour: it tells of something that rose or fell.
pub(super) fn moves(reading: &Reading<'_>, stated: &Stated) -> bool {
    let document = &reading.document;
    let mut predicate = stated.frame.with(Role::Predicate);
    matches!(stated.mention.kind, Kind::Money | Kind::Percent)
        && (stated.frame.is_change
            || predicate.any(|at| document.is_concept(at, "rose") || document.is_concept(at, "fell")))
}

/// The length of time that a number is told to be counted over, in its sentence: "in his five seasons", "over that span".
pub(super) fn counted_over(reading: &Reading<'_>, stated: &Stated) -> Option<Ratio> {
    let document = &reading.document;
    let first = document.sentences[stated.sentence].tokens.start;
    let own = reading.facts.of_sentence(stated.sentence);
    own.iter().filter(|other| other.mention.tokens != stated.mention.tokens).find_map(|other| {
        let Value::Quantity(quantity) = &other.mention.value else { return None };
        let tokens = &other.mention.tokens;
        let before = tokens.start.saturating_sub(BEFORE).max(first)..=tokens.start;
        let is_over = before.into_iter().any(|at| document.is(at, Class::During));
        let is_time = quantity.unit == Unit::Measure(Dimension::Duration)
            || quantity.unit == Unit::Items && document.is(tokens.end, Class::Stretch);
        (is_over && is_time).then_some(quantity.written)
    })
}

/// The sorts that the words before a noun, or before what happened, narrow it to, as numbers of [`Class::Contrast`].
pub(super) fn contrasts(reading: &Reading<'_>, stated: &Stated) -> Vec<i32> {
    let document = &reading.document;
    let adverb = |token: usize| token.checked_sub(1).filter(|&at| document.tag(at) == Upos::Adv);
    let modifiers = stated.frame.with(Role::Modifier).chain(stated.frame.with(Role::Predicate).filter_map(adverb));
    modifiers.filter_map(|at| document.value(at, Class::Contrast)).collect()
}

/// The names before a value in its clause, behind any word of saying.
pub(super) fn holders(reading: &Reading<'_>, stated: &Stated, terms: &[Term]) -> Vec<Term> {
    let document = &reading.document;
    let before = stated.frame.clause.start..stated.mention.tokens.start.max(stated.frame.clause.start);
    let said = before.clone().rev().find(|&at| document.is(at, Class::Report));
    let is_name = |&at: &usize| {
        document.tag(at) == Upos::Propn
            && ![Class::Title, Class::Weekday, Class::Month].iter().any(|&class| document.is(at, class))
    };
    // "With Jay Ajax scoring on a 17-yard run": whose clause it is stands right before it.
    let first = document.sentences[stated.sentence].tokens.start;
    let outside = (first..before.start).rev().take_while(is_name);
    let named = (said.unwrap_or(before.start)..before.end).filter(is_name).chain(outside.filter(|_| said.is_none()));
    named.map(|at| terms[at]).filter(|&term| term != 0).collect()
}

/// Whether two values are told of two people or bodies: each clause names somebody, and one of the articles does not
/// know the other's at all.
pub(super) fn are_of_others(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms) -> bool {
    let is_unknown = |one: &Candidate<'_>, other: &Candidate<'_>| {
        one.holders.iter().all(|holder| !terms.of[other.article].contains(holder))
    };
    !left.holders.is_empty() && !right.holders.is_empty() && (is_unknown(left, right) || is_unknown(right, left))
}
