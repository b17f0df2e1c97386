//! How much speaks for two times being those of one happening.

use super::{Candidate, Part, Score, score_bag, score_direction};
use crate::{
    alignment::{sentences::Likeness, terms::Terms},
    facts::{Value, value::ValueRelation},
};

/// Points for two hours that may be one because they lie close together: "12.45 p.m." and "shortly before 1 p.m.".
/// Judgement: an article has few hours, and those of two things are seldom so close.
const CLOSE: i32 = 40;

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
    score.add(Part::Sentence, sentence * 4 / 10);
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
    score.add(Part::Scope, scope);
    if left.in_opening && right.in_opening {
        score.add(Part::Opening, 5);
    }
    let value = &left.stated.mention.value;
    match (relation, value, &right.stated.mention.value) {
        (ValueRelation::Overlapping, Value::Time(left), Value::Time(right)) if left.is_close(right) => {
            score.add(Part::Value, CLOSE);
        }
        (ValueRelation::Equal, ..) => score.add_agreement(value, left.is_only_value && right.is_only_value),
        _ => {}
    }
    score
}
