//! Slots of things: who or what played one part in an event.
//!
//! Things meet where they stand with one predicate and share another argument.

use super::{
    Reading, Rule, Slot,
    claims::{ALIKE, MAX_PAIRS, Pair, Party, SAME, is_one_day, join, parties, parts, shared},
};
use crate::{
    alignment::{
        score::{Part, Score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{Kind, value::ValueRelation},
};

/// Points from which two things that exclude each other played one part. Lower than for claims, since a thing that
/// the other report names anywhere is left out before.
const DISJOINT: i32 = 40;

/// The slots of the things of one story.
#[must_use]
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
) -> Vec<Slot> {
    let parties = parties(readings, story, terms, Kind::Other);
    let mut pairs = pairs(&parties, readings, terms, likeness);
    pairs.retain(|pair| !rules.iter().any(|rule| parts(rule, &parties[pair.left], &parties[pair.right])));
    join(Kind::Other, &parties, pairs)
}

/// The pairs of things of different articles that may have played one part, the surest first.
fn pairs(parties: &[Party<'_>], readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Vec<Pair> {
    let (mut pairs, mut seen) = (Vec::new(), 0);
    'all: for left in 0..parties.len() {
        for right in left + 1..parties.len() {
            let (one, other) = (&parties[left], &parties[right]);
            let relation = one.stated.mention.value.relation(&other.stated.mention.value);
            if one.article == other.article || relation == ValueRelation::Incomparable {
                continue;
            }
            seen += 1;
            if seen > MAX_PAIRS {
                break 'all;
            }
            let percent = likeness.percent(one.sentence(), other.sentence()) as i32;
            let Some(score) = score(one, other, percent, readings, terms, relation) else { continue };
            let least = if relation == ValueRelation::Disjoint { DISJOINT } else { SAME };
            // A report that tells both tells of a change or of a dispute.
            let says = |article: usize, party: &Party<'_>| {
                parties.iter().any(|known| {
                    known.article == article
                        && known.stated.mention.value.relation(&party.stated.mention.value) == ValueRelation::Equal
                })
            };
            let is_doubtful =
                || !is_one_day(one, other, readings) || says(one.article, other) || says(other.article, one);
            if score.total() >= least && !(relation == ValueRelation::Disjoint && is_doubtful()) {
                pairs.push(Pair { left, right, relation, score });
            }
        }
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.score.total()), pair.left, pair.right));
    pairs
}

/// Two things of one class: they meet where they stand with one predicate and share another argument.
fn score(
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
