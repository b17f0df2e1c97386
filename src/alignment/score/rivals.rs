//! What else of its article a value might be taken for.

use super::{Candidate, size_penalty};
use crate::{
    alignment::terms::Term,
    facts::{Kind, Stated, Value, quantity::Unit, value::ValueRelation},
    language::lexicon::Dimension,
};

impl Candidate<'_> {
    /// Marks the values that their article has only once, and the counts whose article has no other number for the same
    /// sort of thing; of measures, those whose article has no other of their dimension. People of no stated sort are
    /// left out: every report has many of them. The candidates of one article stand together.
    pub fn mark_only(candidates: &mut [Self]) {
        // Where all reports tell one sum, share or measure, none takes it for another: a limit of 40 km/h here and there
        // is no rival of the speed.
        let is_equal = |one: &Self, other: &Self| {
            other.kind() == one.kind()
                && other.stated.mention.value.relation(&one.stated.mention.value) == ValueRelation::Equal
        };
        let is_told_by_all = |one: &Self| {
            one.kind() != Kind::Count
                && candidates
                    .chunk_by(|left, right| left.article == right.article)
                    .all(|own| own.iter().any(|other| is_equal(one, other)))
        };
        let told_by_all: Vec<bool> = candidates.iter().map(is_told_by_all).collect();
        for (one, is_told) in candidates.iter_mut().zip(told_by_all) {
            one.is_told_by_all = is_told;
        }
        for own in candidates.chunk_by_mut(|left, right| left.article == right.article) {
            for at in 0..own.len() {
                let candidate = &own[at];
                let value = &candidate.stated.mention.value;
                let is_counted = candidate.kind() == Kind::Count;
                let mut is_only_of_its_sort = if is_counted {
                    !candidate.head.is_empty() && candidate.people != Some(0)
                } else {
                    has_rare_dimension(candidate.stated)
                };
                let mut own_terms: Vec<Term> = candidate.all().collect();
                let mut own_near = candidate.near.clone();
                let (mut is_lone, mut is_only_value) = (true, true);
                for (index, other) in own.iter().enumerate().filter(|(_, other)| other.kind() == candidate.kind()) {
                    let relation = other.stated.mention.value.relation(value);
                    // An age told twice is that of one person.
                    let is_again = relation == ValueRelation::Equal && index != at && !candidate.stated.frame.is_age;
                    is_only_value &= !is_again;
                    // What is ten times as much is taken for something else.
                    let may_be_taken = relation == ValueRelation::Disjoint
                        && (candidate.is_told_by_all || !other.is_told_by_all)
                        && size_penalty(&other.stated.mention.value, value).is_some();
                    if !may_be_taken {
                        continue;
                    }
                    own_terms.retain(|&term| !other.all().any(|theirs| theirs == term));
                    own_near.retain(|term| !other.around.contains(term));
                    is_lone = false;
                    is_only_of_its_sort &= is_counted && !other.head.iter().any(|term| candidate.head.contains(term));
                }
                own[at].is_only_of_its_sort = is_only_of_its_sort;
                own[at].is_only_value = is_only_value;
                own[at].own = own_terms;
                own[at].near = own_near;
                own[at].is_lone = is_lone;
                // An age that all reports give is somebody else's.
                let is_age = |one: &Self| one.stated.frame.is_age && !one.is_told_by_all;
                own[at].is_lone_age =
                    is_age(&own[at]) && !own[at].is_definite && own.iter().filter(|one| is_age(one)).count() == 1;
            }
        }
    }
}

/// Whether a value is a speed, a weight or the like, of which a report seldom has more than one; lengths of way and of
/// time it has for many things.
fn has_rare_dimension(stated: &Stated) -> bool {
    match &stated.mention.value {
        Value::Quantity(quantity) => match quantity.unit {
            Unit::Measure(dimension) => {
                !matches!(dimension, Dimension::Duration | Dimension::Length | Dimension::Age | Dimension::Workdays)
            }
            _ => false,
        },
        _ => false,
    }
}
