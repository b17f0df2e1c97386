//! What stands around a value: words, days, hours, the whole that it is a part of.

use std::ops::Range;

use crate::{
    alignment::{Reading, terms::Term},
    facts::{
        Kind, Stated, Value,
        calendar::Day,
        quantity::Unit,
        ratio::Ratio,
        time::{Grain, TimeBound},
    },
    language::{
        Sentence,
        lexicon::{Class, Dimension, Word},
        tags::Upos,
    },
};

/// How many sentences of an article have one of the terms.
pub(super) fn told_in(reading: &Reading<'_>, head: &[Term], terms: &[Term]) -> usize {
    let tells = |sentence: &Sentence| head.iter().any(|term| terms[sentence.tokens.clone()].contains(term));
    reading.document.sentences.iter().filter(|sentence| tells(sentence)).count()
}

/// Tokens to either side of a value that are near it.
const NEAR: usize = 10;

/// The terms of the nouns, verbs and names near a value in its sentence.
pub(super) fn words_around(reading: &Reading<'_>, stated: &Stated, terms: &[Term]) -> Vec<Term> {
    let document = &reading.document;
    let sentence = &document.sentences[stated.sentence].tokens;
    let value = &stated.mention.tokens;
    let first = value.start.saturating_sub(NEAR).max(sentence.start);
    let last = (value.end + NEAR).min(sentence.end);
    let tells = |at: &usize| matches!(document.tag(*at), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj);
    let mut near: Vec<Term> = (first..value.start)
        .chain(value.end..last)
        .filter(tells)
        .map(|at| terms[at])
        .filter(|&term| term != 0)
        .collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// The number behind "of" that a number is told to be a part of.
pub(super) fn whole(reading: &Reading<'_>, mention: usize) -> Option<Ratio> {
    let (stated, next) = (&reading.facts.mentions[mention], reading.facts.mentions.get(mention + 1)?);
    let end = stated.mention.tokens.end;
    // "Six of 40 samples", "eight of the 40".
    let is_article = usize::from(reading.document.is_word(end + 1, Word::The));
    let is_of = next.mention.tokens.start == end + 1 + is_article && reading.document.tag(end) == Upos::Adp;
    match &next.mention.value {
        Value::Quantity(quantity) if is_of && next.mention.kind == stated.mention.kind => Some(quantity.written),
        _ => None,
    }
}

/// The days of the time that stands nearest to a value in its sentence, but for times of speaking ("said on Friday").
pub(in crate::alignment) fn days_near(reading: &Reading<'_>, stated: &Stated) -> Option<(Day, Day)> {
    let (document, own) = (&reading.document, reading.facts.of_sentence(stated.sentence));
    let distance = |other: &Stated| other.mention.tokens.start.abs_diff(stated.mention.tokens.start);
    let first = document.sentences[stated.sentence].tokens.start;
    let is_spoken = |other: &Stated| {
        let start = other.mention.tokens.start;
        (start.saturating_sub(3).max(first)..start).any(|at| document.is(at, Class::Report))
    };
    // "Calder House, built 50 years ago, has 96 flats": what an aside dates is the aside alone.
    let is_aside = |other: &Stated| {
        let clause = document.clause(other.mention.tokens.start, &document.sentences[stated.sentence].tokens);
        let (opens, at) = (clause.start, stated.mention.tokens.start);
        !clause.contains(&at)
            && opens > first
            && document.is_word(opens - 1, Word::Comma)
            && (document.tag(opens) == Upos::Verb || document.is(opens, Class::Relative))
    };
    // "Were digging on Wednesday after a quake of magnitude 7.1": that day came after it. "Talks ended in March after a
    // bomb" dates the bomb well enough.
    let is_later = |other: &Stated| {
        let is_day =
            matches!(&other.mention.value, Value::Time(time) if !matches!(time.grain, Grain::Month | Grain::Year));
        let between = other.mention.tokens.end..stated.mention.tokens.start.max(other.mention.tokens.end);
        is_day
            && between.into_iter().any(|at| document.is_word(at, Word::After) || document.is_word(at, Word::Following))
    };
    // "36 per cent of it is vacant, and the tenant can leave in 2029": a time of another main clause.
    let is_of_other_clause = |other: &Stated| {
        let sentence = &document.sentences[stated.sentence].tokens;
        let (theirs, mine) = (
            document.clause(other.mention.tokens.start, sentence),
            document.clause(stated.mention.tokens.start, sentence),
        );
        let has_verb = |clause: &Range<usize>| clause.clone().any(|at| document.is_verbal(at));
        // "Was held on Monday and charged" has one subject, and one time.
        let joins = |clause: &Range<usize>| {
            clause.start > first && document.tag(clause.start - 1) == Upos::Cconj && !document.is_verbal(clause.start)
        };
        theirs != mine && (joins(&theirs) || joins(&mine)) && has_verb(&theirs) && has_verb(&mine)
    };
    // "47 per cent, up from 39 four years ago": the earlier figure alone was then.
    let is_behind = |figure: &&Stated| figure.mention.tokens.start >= stated.mention.tokens.end;
    let earlier = own.iter().filter(|figure| figure.frame.is_earlier).filter(is_behind);
    let earlier = earlier.map(|figure| figure.mention.tokens.end).min();
    let is_of_earlier = |other: &Stated| earlier.is_some_and(|end| end <= other.mention.tokens.start);
    let is_own =
        |other: &&Stated| !is_of_earlier(other) && !is_spoken(other) && !is_aside(other) && !is_of_other_clause(other);
    let times = own.iter().filter(|other| matches!(other.mention.value, Value::Time(_))).filter(is_own);
    // "Had 31 billion as of the end of 2016": a level is told of that day, not from it on.
    let is_as_of = |other: &Stated| {
        let start = other.mention.tokens.start;
        start >= first + 2 && document.is_word(start - 1, Word::Of) && document.is_word(start - 2, Word::As)
    };
    let days = |other: &Stated| match &other.mention.value {
        // What is dated before or after a day is not on it.
        Value::Time(time) if time.bound == TimeBound::At || is_as_of(other) => time.days,
        _ => None,
    };
    // What came before a day may have been on it, and not behind it.
    let (_, is_later, days) = times
        .filter_map(|other| days(other).map(|days| (distance(other), is_later(other), days)))
        .min_by_key(|&(distance, is_later, _)| (is_later, distance))?;
    Some(if is_later { (Day(i32::MIN), days.1) } else { days })
}

/// Whether the word that tells of more stands right before a value.
pub(super) fn is_behind_extra(reading: &Reading<'_>, stated: &Stated) -> bool {
    let (document, start) = (&reading.document, stated.mention.tokens.start);
    start > document.sentences[stated.sentence].tokens.start && document.is(start - 1, Class::Extra)
}

/// The minutes of the day that the sentence of a sum, a share or a measure tells of, where it tells of one time alone:
/// prices and levels are those of their hour.
pub(super) fn clock_near(reading: &Reading<'_>, stated: &Stated) -> Option<(i32, i32)> {
    use Dimension::{Duration, Speed, Temperature};
    // A length or a weight is what it is all day.
    let changes = match &stated.mention.value {
        Value::Quantity(quantity) => match quantity.unit {
            Unit::Measure(dimension) => matches!(dimension, Duration | Speed | Temperature),
            _ => matches!(stated.mention.kind, Kind::Money | Kind::Percent),
        },
        _ => false,
    };
    let mut clocks = reading.facts.of_sentence(stated.sentence).iter().filter_map(|other| match &other.mention.value {
        Value::Time(time) if changes => time.clock,
        _ => None,
    });
    clocks.next().filter(|_| clocks.next().is_none())
}
