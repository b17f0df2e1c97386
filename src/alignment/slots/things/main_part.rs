//! Things that play the one part that a report is about: what somebody is charged with, and the vehicle, the weapon or the
//! cause of which the first sentences tell.

use super::Party;
use crate::language::lexicon::Word;
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
    },
    facts::{
        Value,
        other::{self, Thing},
        value::ValueRelation,
    },
};

/// Tokens before an offence in which the words for a charge are looked for.
const REACH: usize = 14;

/// The same from a cause to a word behind it.
const BEHIND: usize = 6;

/// Words, in their dictionary form, behind which an offence is one that somebody is charged with, and behind which
/// something is the cause of what happened.
const CHARGES: [&str; 15] = [
    "charge",
    "suspicion",
    "guilty",
    "convict",
    "accuse",
    "admit",
    "deny",
    "plead",
    "count",
    "book",
    "jail",
    "sentence",
    "indict",
    "arrest",
    "case",
];

const CAUSES: [&str; 8] = ["cause", "spark", "trigger", "blame", "because", "due", "result", "after"];

/// Likeness, in per cent, from which sentences may tell of one charge or cause, and of one main thing. Judgement: with one charge
/// and one thing of a sort in each report, little more is needed.
const CHARGED: i32 = 12;
const ALIKE: i32 = 8;

/// Sentences, with the headline, in which a report tells what happened.
const OPENING: usize = 4;

/// Points of what is the only one of its sort.
const ONLY_ONE: i32 = 40;

fn thing<'p>(party: &'p Party<'_>) -> Option<&'p Thing> {
    match &party.stated.mention.value {
        Value::Thing(thing) => Some(thing),
        _ => None,
    }
}

/// Whether all things of an article that pass a test may be called by what a thing is called.
fn is_only(party: &Party<'_>, parties: &[Party<'_>], counts: impl Fn(&Party<'_>) -> bool) -> bool {
    let Some(mine) = thing(party) else { return false };
    let here = parties.iter().filter(|other| other.article == party.article && counts(other));
    let mut others = here.filter_map(thing).filter(|other| other.class == mine.class);
    others.all(|other| matches!(mine.relation(other), ValueRelation::Equal | ValueRelation::Overlapping))
}

/// Two offences that each report has as the only charge, or two causes that each has as the only one.
pub(super) fn told_as(
    [one, other]: [&Party<'_>; 2],
    parties: &[Party<'_>],
    readings: &[Reading<'_>],
    percent: i32,
) -> Option<Score> {
    let is_charge = |party: &Party<'_>| {
        let cues: &[&str] = match thing(party) {
            Some(thing) if other::is_offence(thing.class) => &CHARGES,
            // The fire that was caused is a cause as well, of no sort.
            Some(thing) if other::is_cause(thing.class) && thing.family != 0 => &CAUSES,
            _ => return false,
        };
        let document = &readings[party.article].document;
        let sentence = &document.sentences[party.stated.sentence].tokens;
        let start = party.stated.mention.tokens.start;
        // "A gas leak was the cause", "a gas leak sparked the fire".
        let is_cause = thing(party).is_some_and(|thing| other::is_cause(thing.class));
        let behind = if is_cause { (start + BEHIND).min(sentence.end) } else { start };
        let mut around = start.saturating_sub(REACH).max(sentence.start)..behind;
        party.is_plain && around.any(|at| cues.contains(&document.lemma(at).as_str()))
    };
    let is_one = |party: &Party<'_>| is_charge(party) && is_only(party, parties, is_charge);
    if percent < CHARGED || !is_one(one) || !is_one(other) {
        return None;
    }
    let mut score = Score::default();
    score.add(Feature::OnlyOne, ONLY_ONE);
    score.add(Feature::Sentence, percent / 2);
    Some(score)
}

/// Two things of which the first sentences of each report tell, each the only one of its class there, or the only one of the
/// whole report.
pub(super) fn opening(
    [one, other]: [&Party<'_>; 2],
    parties: &[Party<'_>],
    readings: &[Reading<'_>],
    percent: i32,
) -> Option<Score> {
    let is_first = |party: &Party<'_>| {
        let sentences = &readings[party.article].document.sentences;
        sentences[..party.stated.sentence].iter().filter(|sentence| sentence.part.is_report()).count() < OPENING
    };
    // Trades have names beside them, or are of many: "officers", "the nurse".
    let is_one = |party: &Party<'_>| {
        let document = &readings[party.article].document;
        let end = party.stated.mention.tokens.end;
        let sentence = document.sentences[party.stated.sentence].tokens.start;
        let group = document.noun_group_before(end, sentence);
        let is_any = document.is_word(group.start, Word::A);
        thing(party).is_some_and(|thing| !other::is_title(thing.class) || thing.holder.is_none() && is_any)
    };
    let opens =
        |party: &Party<'_>| is_one(party) && (is_first(party) || thing(party).is_some_and(other::may_be_anywhere));
    let is_main = |party: &Party<'_>| {
        party.is_told
            && is_one(party)
            && thing(party).is_some_and(|thing| {
                let is_opening = || other::may_be_main(thing.class) && opens(party) && is_only(party, parties, opens);
                // What a report has no other of may be told of anywhere.
                let is_alone = || other::may_be_alone(thing.class) && is_only(party, parties, is_one);
                !thing.is_general && (is_opening() || is_alone())
            })
    };
    // The destroyers that could shoot it down are no rocket; burns may well be a fracture.
    let is_plural = |party: &Party<'_>| readings[party.article].document.is_plural(party.stated.mention.tokens.end - 1);
    let is_injury = thing(one).is_some_and(|thing| other::happens_to_one(thing.class));
    let is_like = || is_injury || is_first(one) && is_first(other) || is_plural(one) == is_plural(other);
    if percent < ALIKE || !is_like() || !is_main(one) || !is_main(other) {
        return None;
    }
    let mut score = Score::default();
    score.add(Feature::OnlyOne, ONLY_ONE);
    score.add(Feature::Sentence, percent / 2);
    Some(score)
}
