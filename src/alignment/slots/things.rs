//! Which things may have played one part: what two reports name with one predicate and one more argument.

use super::{
    Reading,
    claims::{ALIKE, Party, shared},
};
use crate::{
    alignment::{
        score::{Part, Score},
        terms::Terms,
    },
    facts::value::ValueRelation,
};

/// Points from which two things that exclude each other played one part. Lower than for claims, since a thing that
/// the other report names anywhere is left out before.
pub(super) const DISJOINT: i32 = 40;

/// Two things of one class: they meet where they stand with one predicate and share another argument.
pub(super) fn score(
    one: &Party<'_>,
    other: &Party<'_>,
    percent: i32,
    readings: &[Reading<'_>],
    terms: &Terms,
    relation: ValueRelation,
) -> Option<Score> {
    let mut score = Score::default();
    let same_predicate = one.predicate.iter().any(|term| other.predicate.contains(term));
    let arguments = shared(&one.subject, &other.subject, terms) + shared(&one.complement, &other.complement, terms);
    if !same_predicate && relation != ValueRelation::Overlapping {
        return None;
    }
    if relation != ValueRelation::Equal {
        if one.is_subject != other.is_subject {
            return None;
        }
        let absent = |party: &Party<'_>, elsewhere: &Party<'_>| is_absent(party, elsewhere, readings, terms);
        if !(one.is_told && other.is_told && absent(one, other) && absent(other, one) && same_predicate) {
            return None;
        }
    }
    score.add(Part::Head, if relation == ValueRelation::Equal { 20 } else { 0 });
    score.add(Part::Predicate, if same_predicate { 20 } else { 0 });
    score.add(Part::Anchors, arguments.min(40));
    score.add(Part::Sentence, percent * 6 / 10);
    (arguments > 0 || percent >= ALIKE).then_some(score)
}

/// Whether the noun of a thing stands nowhere in another article.
fn is_absent(party: &Party<'_>, elsewhere: &Party<'_>, readings: &[Reading<'_>], terms: &Terms) -> bool {
    let head = party.stated.mention.tokens.end - 1;
    let term = terms.of[party.article][head];
    let word = readings[party.article].document.word(head);
    let document = &readings[elsewhere.article].document;
    let is_same = |at: usize| terms.of[elsewhere.article][at] == term && term != 0 || document.is_word(at, word);
    !(0..document.tokens.len()).any(is_same)
}
