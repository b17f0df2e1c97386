//! How much speaks for two times being those of one happening.

use super::{Candidate, Feature, Score, score_bag, score_direction};
use crate::{
    alignment::{sentences::Likeness, terms::Terms},
    facts::{
        Value,
        time::{Grain, Time},
        value::ValueRelation,
    },
};

/// Points for two hours that may be one because they lie close together: "12.45 p.m." and "shortly before 1 p.m.".
/// Judgement: an article has few hours, and those of two things are seldom so close.
const CLOSE: i32 = 40;

/// Points for two times that exclude each other and look like one that was mistaken: one hour on two days, and a year
/// with its last digits the other way round. Judgement: with some words in common they pass for one thing.
const ONE_HOUR: i32 = 55;
const SWAPPED: i32 = 40;

/// Points for two spans that overlap and begin or end differently: as much as they would need less to be one.
const CROSSED: i32 = 62;

/// Days between two days that may be mistaken for each other; a week apart is one weekday, counted from two dates.
const MISTAKEN: i32 = 6;

/// Scores two times.
pub(super) fn score(
    left: &Candidate<'_>,
    right: &Candidate<'_>,
    terms: &Terms,
    likeness: &Likeness,
    relation: ValueRelation,
) -> Score {
    let mut score = Score::default();
    let (one, other) = (&left.stated.frame, &right.stated.frame);
    let sentence = likeness.percent(left.sentence(), right.sentence()) as i32;
    score_bag(left, right, terms, &mut score);
    score_direction(left, right, terms, &mut score);
    score.add(Feature::Sentence, sentence * 4 / 10);
    let apart = relation == ValueRelation::Disjoint;
    let mut scope = 0;
    scope -= if one.is_part == other.is_part { 0 } else { 15 };
    scope -= if one.is_change == other.is_change { 0 } else { 25 };
    scope -= if apart && one.is_extra != other.is_extra { 20 } else { 0 };
    scope -= if apart && (one.is_owned || other.is_owned) { 20 } else { 0 };
    // An hour is no figure that another is measured by: "shortly after four" tells no earlier four.
    let has_hour = |candidate: &Candidate<'_>| matches!(&candidate.stated.mention.value, Value::Time(time) if time.clock.is_some());
    let is_measured_by = one.is_earlier != other.is_earlier && !has_hour(left) && !has_hour(right);
    scope -= if is_measured_by { 40 } else { 0 };
    score.add(Feature::Scope, scope);
    if left.in_opening && right.in_opening {
        score.add(Feature::Opening, 5);
    }
    let value = &left.stated.mention.value;
    if let (true, Value::Time(left), Value::Time(right)) = (apart, value, &right.stated.mention.value) {
        score.add(Feature::Value, likeness_apart(left, right));
    }
    match (relation, value, &right.stated.mention.value) {
        (ValueRelation::Overlapping, Value::Time(left), Value::Time(right)) if left.is_close(right) => {
            score.add(Feature::Value, CLOSE);
        }
        (ValueRelation::Equal, ..) => score.add_agreement(value, left.is_only_value && right.is_only_value),
        _ => {}
    }
    score
}

/// Points for what two times that exclude each other have in common.
fn likeness_apart(left: &Time, right: &Time) -> i32 {
    if left.is_other_range(right) {
        return CROSSED;
    }
    let (Some((one, _)), Some((other, _))) = (left.days, right.days) else { return 0 };
    match (left.grain, right.grain) {
        (Grain::Year, Grain::Year) => {
            let (one, other) = (one.civil().year, other.civil().year);
            let turned = |year: i32| year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
            if turned(one) == other { SWAPPED } else { 0 }
        }
        (Grain::Minute | Grain::Hour, Grain::Minute | Grain::Hour)
            if left.clock == right.clock && left.zone == right.zone && (one.0 - other.0).abs() <= MISTAKEN =>
        {
            ONE_HOUR
        }
        _ => 0,
    }
}
