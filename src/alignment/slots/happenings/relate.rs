//! Whether two values of one happening can be compared, and whether they exclude each other.

use super::{DOUBT, Place, mention};
use crate::{
    alignment::{Reading, score::size_penalty, slots::times::may_differ},
    facts::{Value, calendar::Day, name::Name, time::Grain, value::ValueRelation},
    language::lexicon::Class,
    text::lowercase,
};

/// Whether two values exclude each other, and how many points more that needs; none where they cannot be compared, or
/// where each may be known to be of something else. `holding` are the places of [`holding`].
pub(super) fn may_relate(readings: &[Reading<'_>], holding: &[&str], [one, other]: [Place; 2]) -> Option<(bool, i32)> {
    let value = |place: Place| &mention(readings, place).value;
    let knows = |article: usize, name: &Value| {
        readings[article].facts.mentions.iter().any(|stated| {
            // Who tells of the country does not tell of the town by that.
            matches!(stated.mention.value, Value::Name(_))
                && matches!(stated.mention.value.relation(name), ValueRelation::Equal | ValueRelation::Overlapping)
                && !holds(&stated.mention.value, name)
        })
    };
    match value(one).relation(value(other)) {
        ValueRelation::Incomparable => None,
        ValueRelation::Disjoint if matches!(value(one), Value::Name(_)) => {
            let may_hold = may_lie_within(holding, value(one), value(other));
            let is_known = knows(one.0, value(other)) || knows(other.0, value(one));
            (!is_known && !may_hold && !shares_word(value(one), value(other))).then_some((true, 0))
        }
        // A length of time more than twice another is hardly that of the same thing.
        ValueRelation::Disjoint if size_penalty(value(one), value(other)) != Some(0) => None,
        ValueRelation::Disjoint if !may_differ(readings, one, other) => None,
        ValueRelation::Disjoint => may_slip(readings, one, other).map(|doubt| (true, doubt)),
        _ => Some((false, 0)),
    }
}

/// Whether two times are no more than two hours, two days, two months or two years apart.
pub(super) fn is_near(readings: &[Reading<'_>], [one, other]: [Place; 2]) -> bool {
    let (Value::Time(left), Value::Time(right)) = (&mention(readings, one).value, &mention(readings, other).value)
    else {
        return false;
    };
    let days = match (left.days, right.days) {
        (Some(left), Some(right)) => (left.0.0 - right.0.0).abs(),
        _ => 0,
    };
    match (left.clock, right.clock, left.grain.max(right.grain)) {
        (Some(one), Some(other), Grain::Minute | Grain::Hour) => days <= 1 && (one.0 - other.0).abs() <= 120,
        (.., Grain::Year) => days <= 731,
        (.., Grain::Month) => days <= 62,
        _ => days <= 2 && left.days.is_some() && right.days.is_some(),
    }
}

/// Whether two names have a word in common that tells more than a sort: "Lier Hotel" stands in "Lier-on-Sea".
fn shares_word(one: &Value, other: &Value) -> bool {
    let (Value::Name(one), Value::Name(other)) = (one, other) else { return false };
    let first = |name: &Name| lowercase(name.full.split([' ', '-']).next().unwrap_or_default());
    first(one) == first(other)
}

/// Whether a place is known to lie in another.
fn holds(outer: &Value, inner: &Value) -> bool {
    let (Value::Name(outer), Value::Name(inner)) = (outer, inner) else { return false };
    inner.within.contains(&outer.full)
}

/// The full names of the places in which others are known to lie, sorted.
pub(super) fn holding<'r>(readings: &'r [Reading<'_>]) -> Vec<&'r str> {
    let mentions = readings.iter().flat_map(|reading| &reading.facts.mentions);
    let names = mentions.filter_map(|stated| match &stated.mention.value {
        Value::Name(name) => Some(name),
        _ => None,
    });
    let mut holding: Vec<&str> = names.flat_map(|name| name.within.iter().map(|outer| &**outer)).collect();
    holding.sort_unstable();
    holding.dedup();
    holding
}

/// Whether a place of which nothing is known may lie in another, in which others are known to lie.
fn may_lie_within(holding: &[&str], one: &Value, other: &Value) -> bool {
    let (Value::Name(one), Value::Name(other)) = (one, other) else { return false };
    let holds_others = |name: &Name| holding.binary_search(&&*name.full).is_ok();
    one.within.is_empty() != other.within.is_empty() && (holds_others(one) || holds_others(other))
        || one.within.is_empty() && other.within.is_empty() && holds_others(one) != holds_others(other)
}

/// Days between two days that reports may tell of one happening, and between reports that count days from their own.
const DAYS_APART: i32 = 14;
const REPORTS_APART: i32 = 6;
const YEARS_APART: i32 = 12;

/// Points more that two times need; none where they are not of one grain and so near each other that one of them may
/// be a slip, or where one is later than the other's report.
fn may_slip(readings: &[Reading<'_>], one: Place, other: Place) -> Option<i32> {
    let (Value::Time(left), Value::Time(right)) = (&mention(readings, one).value, &mention(readings, other).value)
    else {
        return Some(0);
    };
    let published = |of: Place| readings[of.0].published.map(|published| published.day.0);
    let class = |grain: Grain| match grain {
        Grain::Minute | Grain::Hour => 0,
        Grain::DayPart | Grain::Day => 1,
        Grain::Month => 2,
        Grain::Year => 3,
        Grain::Week | Grain::Season | Grain::Decade => 4,
    };
    let classes = (class(left.grain).min(class(right.grain)), class(left.grain).max(class(right.grain)));
    let Some((first, second)) = left.days.zip(right.days) else {
        return (classes == (0, 0) || classes == (1, 1)).then_some(0);
    };
    let distance = (first.0.0 - second.0.0).abs();
    // What is told as past is not later than the report.
    let is_later = |day: Day, own: Place, than: Place| matches!((published(own), published(than)), (Some(own), Some(than)) if day.0 <= own && day.0 > than);
    let dated = |of: Place| {
        let words = mention(readings, of).span.slice(readings[of.0].document.text);
        words.bytes().any(|byte| byte.is_ascii_digit())
    };
    let has_year = |of: Place| {
        let words = mention(readings, of).span.slice(readings[of.0].document.text);
        words.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4)
    };
    let counts = |of: Place| {
        let document = &readings[of.0].document;
        mention(readings, of).tokens.clone().any(|at| {
            [Class::RelativeDay, Class::RelativeNight, Class::RelativeStep].iter().any(|&class| document.is(at, class))
        })
    };
    let is_named = |of: Place| {
        let document = &readings[of.0].document;
        mention(readings, of).tokens.clone().any(|at| document.is(at, Class::Month))
    };
    let are_near = || match (published(one), published(other)) {
        (Some(left), Some(right)) => (left - right).abs() <= REPORTS_APART,
        _ => true,
    };
    let told_together =
        || matches!((published(one), published(other)), (Some(left), Some(right)) if (left - right).abs() <= 1);
    let is_told_alike = match classes {
        // "Last night" is counted from a day of publication that may be a day off.
        (0 | 1, 0 | 1) if distance <= 1 && counts(one) != counts(other) && published(one) != published(other) => false,
        (0 | 1, 0 | 1) => {
            distance <= 2 * DAYS_APART + 3
                && (are_near() || left.clock.is_none() && right.clock.is_none() && dated(one) && dated(other))
        }
        // "Last month" is counted from its own report.
        (2, 2) if has_year(one) && has_year(other) => distance < 3 * 366,
        (2, 2) => distance < 360 && is_named(one) && is_named(other),
        (3, 3) => distance < YEARS_APART * 366 && has_year(one) && has_year(other),
        // "The first quarter of 2026".
        // "Last week" and "this week", told on one day or two.
        (4, 4) if left.grain == Grain::Week && right.grain == Grain::Week && told_together() => distance <= 7,
        (4, 4) => distance < YEARS_APART * 31 && has_year(one) && has_year(other),
        _ => false,
    };
    let doubt = if classes.1 < 2 && distance > DAYS_APART { DOUBT } else { 0 };
    let may = is_told_alike && !is_later(first.0, one, other) && !is_later(second.0, other, one);
    may.then_some(doubt)
}
