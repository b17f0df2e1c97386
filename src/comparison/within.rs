//! One article against itself: headline and captions against the text, and figures that do not go together.
//!
//! Finds
//! : a number of the headline, the summary or a caption that the text contradicts; parts that do not add up to their
//!   whole; a share that is not that of its counts; an age that does not fit the year of birth; a weekday on which the
//!   date does not fall.
//!
//! Why a reader cares
//! : these are what a copy desk looks for first, and no second article is needed.
//!
//! Leaves out on purpose
//! : whatever the text says elsewhere in the headline's way, rounds, or adds up to; parts that need not be all.
//!
//! Known misses
//! : names and times of a headline.

use std::ops::Range;

use super::{
    Relation, Severity,
    findings::{Finding, Grouped, Reason},
};
use crate::{
    alignment::{
        Reading,
        sentences::Likeness,
        slots::{self, SlotLink},
        terms::Terms,
    },
    article::Part,
    facts::{
        Kind, Stated, Value,
        frame::Role,
        quantity::Quantity,
        ratio::Ratio,
        time::{Grain, Time},
        value::ValueRelation,
    },
    language::{
        Document,
        lexicon::{Class, Word},
    },
    text::ByteSpan,
};

/// What an article says against itself. `article` is a position in `readings`.
#[must_use]
pub fn findings(readings: &[Reading<'_>], article: usize) -> Vec<Finding> {
    let reading = &readings[article];
    let is_title = |part| matches!(part, Part::Headline | Part::Dek);
    let is_caption = |part| part == Part::Caption;
    let mut found = Vec::new();
    against_text(reading, article, is_title, Reason::Headline, &mut found);
    against_text(reading, article, is_caption, Reason::Caption, &mut found);
    let mentions = &reading.facts.mentions;
    let mut start = 0;
    for sentence in mentions.chunk_by(|left, right| left.sentence == right.sentence) {
        let own = start..start + sentence.len();
        start = own.end;
        for at in own.clone() {
            let figures = match mentions[at].mention.kind {
                Kind::Count => sum(reading, at, own.end).map(|parts| (Reason::Sum, parts)),
                Kind::Percent => share(reading, at, own.start).map(|counts| (Reason::Share, counts)),
                Kind::Measure => age(reading, at, own.clone()).map(|year| (Reason::Age, vec![year])),
                _ => None,
            };
            if let Some((reason, others)) = figures {
                let mut groups: Vec<(usize, u32)> = others.into_iter().map(|other| (other, 1)).collect();
                groups.push((at, 0));
                found.push(conflict(article, mentions[at].mention.kind, &groups, reason, Vec::new()));
            }
        }
    }
    found
}

/// A finding whose readings all stand in one article, numbered in the order of the text.
fn conflict(article: usize, kind: Kind, groups: &[(usize, u32)], reason: Reason, links: Vec<SlotLink>) -> Finding {
    let mut readings: Vec<Grouped> =
        groups.iter().map(|&(mention, group)| Grouped { article, mention, group }).collect();
    readings.sort_by_key(|reading| reading.mention);
    let first = readings[0].group;
    readings.iter_mut().for_each(|reading| reading.group = u32::from(reading.group != first));
    Finding {
        kind,
        relation: Relation::Conflict,
        severity: Severity::Correct,
        reasons: vec![reason],
        readings,
        absent: Vec::new(),
        links,
    }
}

/// Holds the numbers of some parts against those of the text, as if they were two articles: what meets between reports
/// meets here, by the same points.
fn against_text(
    reading: &Reading<'_>,
    article: usize,
    is_wanted: fn(Part) -> bool,
    reason: Reason,
    found: &mut Vec<Finding>,
) {
    let sentences = &reading.document.sentences;
    let has_number = |stated: &Stated| is_number(stated.mention.kind) && is_wanted(sentences[stated.sentence].part);
    if !reading.facts.mentions.iter().any(has_number) {
        return;
    }
    let (short, own) = part_of(reading, is_wanted);
    let (text, rest) = part_of(reading, |part| matches!(part, Part::Lede | Part::Body));
    let pair = [short, text];
    let terms = Terms::new(&pair, &[0, 1]);
    let likeness = Likeness::new(&pair, &[0, 1], &terms);
    for slot in slots::of_numbers(&pair, &terms, &likeness) {
        if !is_number(slot.kind) || slot.is_contested {
            continue;
        }
        let place = |&(side, mention): &(usize, usize)| if side == 0 { own[mention] } else { rest[mention] };
        let value = |at: usize| quantity(&reading.facts.mentions[at]);
        let places: Vec<usize> = slot.values.iter().map(place).collect();
        let sides = |side: usize| {
            let values = slot.values.iter().filter(move |(of, _)| *of == side);
            values.filter_map(|at| value(place(at))).collect::<Vec<&Quantity>>()
        };
        let (titles, texts) = (sides(0), sides(1));
        let differ = |title: &&Quantity| {
            texts.iter().all(|text| title.relation(text) == ValueRelation::Disjoint && !is_rounded(title, text))
                && !is_told_elsewhere(title, &rest, reading)
        };
        if titles.is_empty() || texts.is_empty() || !titles.iter().all(differ) {
            continue;
        }
        let groups: Vec<(usize, u32)> =
            slot.values.iter().zip(&places).map(|((side, _), &at)| (at, *side as u32)).collect();
        // The links name values by their place in the slot, which is that in the finding as long as the text follows.
        let links = if places.is_sorted() { slot.links } else { Vec::new() };
        found.push(conflict(article, slot.kind, &groups, reason, links));
    }
}

/// An article as if some of its parts were all of it, and where its numbers and times stand in the whole.
fn part_of<'t>(reading: &Reading<'t>, is_wanted: fn(Part) -> bool) -> (Reading<'t>, Vec<usize>) {
    let sentences = &reading.document.sentences;
    let is_kept = |sentence: usize| is_wanted(sentences[sentence].part);
    let wanted: Vec<usize> = (0..sentences.len()).filter(|&at| is_kept(at)).collect();
    let mentions = reading.facts.mentions.iter().enumerate();
    let kept: Vec<(usize, &Stated)> =
        mentions.filter(|(_, stated)| is_kept(stated.sentence) && stated.mention.kind.is_scaled()).collect();
    let renumbered = |&(_, stated): &(usize, &Stated)| {
        let sentence = wanted.partition_point(|&before| before < stated.sentence);
        Stated { sentence, ..stated.clone() }
    };
    let sentences = wanted.iter().map(|&at| sentences[at].clone()).collect();
    let part = reading.part(sentences, kept.iter().map(renumbered).collect());
    (part, kept.iter().map(|&(at, _)| at).collect())
}

fn is_number(kind: Kind) -> bool {
    kind.is_scaled() && kind != Kind::Time
}

fn quantity(stated: &Stated) -> Option<&Quantity> {
    match &stated.mention.value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

/// The number of an exact count.
fn exact(stated: &Stated) -> Option<Ratio> {
    quantity(stated).filter(|quantity| quantity.is_exact()).map(|quantity| quantity.written)
}

/// Whether one figure may be the other with fewer digits: headlines round and cut more than texts do.
fn is_rounded(one: &Quantity, other: &Quantity) -> bool {
    let distance = one.written.minus(other.written).map(Ratio::magnitude);
    distance.is_none_or(|distance| distance < one.step.max(other.step))
}

/// Whether the text has a headline's figure: as it stands, more or less, or as the sum or the difference of two or
/// three of its own that stand side by side.
fn is_told_elsewhere(title: &Quantity, text: &[usize], reading: &Reading<'_>) -> bool {
    let figures = text.iter().filter_map(|&at| {
        let quantity = quantity(&reading.facts.mentions[at])?;
        (quantity.unit == title.unit).then_some((reading.facts.mentions[at].sentence, quantity))
    });
    let figures: Vec<(usize, &Quantity)> = figures.collect();
    let is_it = |value: Option<Ratio>| {
        value.and_then(|value| value.minus(title.written)).is_none_or(|rest| rest.magnitude() < title.step)
    };
    figures.iter().enumerate().any(|(at, &(sentence, first))| {
        let near = figures[at + 1..].iter().take_while(|(other, _)| other - sentence <= 1).take(3);
        let mut sum = Some(first.written);
        let mut adds_up = near.clone().any(|(_, next)| {
            sum = sum.and_then(|sum| sum.plus(next.written));
            is_it(sum)
        });
        adds_up |= near.clone().any(|(_, next)| {
            is_it(first.written.plus(next.written)) || is_it(first.written.minus(next.written).map(Ratio::magnitude))
        });
        adds_up || title.relation(first) != ValueRelation::Disjoint
    })
}

/// The parts behind a number of people that do not add up to it: *12 people: seven men and four women*.
///
/// Behind a colon or a dash, which say that a list is all there is, there must be nothing but people, and no verb. A
/// comma says as little as it does in *12 adults, seven children and a dog*.
fn sum(reading: &Reading<'_>, at: usize, end: usize) -> Option<Vec<usize>> {
    let (document, mentions) = (&reading.document, &reading.facts.mentions);
    let whole = &mentions[at];
    let total = exact(whole)?;
    let counted =
        |stated: &Stated| stated.frame.with(Role::Head).find_map(|token| document.value(token, Class::Person));
    counted(whole)?;
    let sentence = document.sentences[whole.sentence].tokens.clone();
    let head = whole.frame.with(Role::Head).max()?;
    let mark = (whole.mention.tokens.end..sentence.end)
        .find(|&token| token > head && matches!(document.word(token), ":" | "–" | "—" | "--" | "-"))?;
    let parts: Vec<usize> = (at + 1..end).filter(|&part| mentions[part].mention.kind == Kind::Count).collect();
    let last = &mentions[*parts.last()?];
    let stop = (last.mention.tokens.end..sentence.end)
        .find(|&token| matches!(document.word(token), "," | "." | "–" | "—" | "--" | ";"))?;
    let list = mark + 1..stop;
    let is_pure = mentions[parts[0]].mention.tokens.start == list.start
        && whole.mention.tokens.end <= mark
        && !(whole.mention.tokens.end..mark).any(|token| document.is(token, Class::Subset))
        && !list.clone().any(|token| {
            document.is_verbal(token)
                || document.phrase(token, Class::Subset).is_some()
                || document.is(token, Class::Extra)
        });
    let added = parts.iter().try_fold(Ratio::whole(0), |sum, &part| {
        let stated = &mentions[part];
        counted(stated).and_then(|_| sum.plus(exact(stated)?))
    })?;
    (is_pure && parts.len() > 1 && added != total).then_some(parts)
}

/// The two counts before a share that it does not come from: *12 of the 40 passengers (25 per cent)*.
fn share(reading: &Reading<'_>, at: usize, start: usize) -> Option<Vec<usize>> {
    let (document, mentions) = (&reading.document, &reading.facts.mentions);
    let share = exact(&mentions[at])?;
    let from = mentions[at].mention.tokens.start;
    let is_aside = |token: usize| {
        document.word(token) == "("
            || document.word(token) == "or" && token > 0 && document.is_word(token - 1, Word::Comma)
    };
    if !from.checked_sub(1).is_some_and(is_aside) {
        return None;
    }
    let mut counts = (start..at).rev().filter(|&count| mentions[count].mention.kind == Kind::Count);
    let (whole, part) = (counts.next()?, counts.next()?);
    let between = mentions[part].mention.tokens.end..mentions[whole].mention.tokens.start;
    let is_of = between.len() <= 2
        && document.word(between.start) == "of"
        && between.clone().skip(1).all(|token| matches!(document.word(token), "the" | "its" | "those" | "all"));
    let is_near = from - mentions[whole].mention.tokens.end <= MOST_WORDS_BEFORE_SHARE
        && !(mentions[whole].mention.tokens.end..from).any(|token| document.is_verbal(token));
    let (count, of) = (exact(&mentions[part])?, exact(&mentions[whole])?);
    let real = count.times(Ratio::whole(100))?.times(of.inverse()?)?;
    // Texts round shares in either direction.
    let is_off = real.minus(share)?.magnitude() > Ratio::whole(1);
    (is_of && is_near && is_off).then(|| vec![part, whole])
}

/// Words between the whole and its share: its noun, and a mark.
const MOST_WORDS_BEFORE_SHARE: usize = 5;

/// The year of birth that an age in the same sentence does not fit: *Ada Brun, 57, was born in 1972*.
///
/// Only where the sentence tells of one age and one time, so that the age is that of the day of publication.
fn age(reading: &Reading<'_>, at: usize, sentence: Range<usize>) -> Option<usize> {
    let (document, mentions) = (&reading.document, &reading.facts.mentions);
    let stated = &mentions[at];
    let years = exact(stated).filter(|_| stated.frame.is_age)?;
    let of =
        |is_wanted: &dyn Fn(&Stated) -> bool| sentence.clone().filter(|&other| is_wanted(&mentions[other])).count();
    if of(&|other| other.frame.is_age) != 1 || of(&|other| other.mention.kind == Kind::Time) != 1 {
        return None;
    }
    let time = sentence.clone().find(|&other| mentions[other].mention.kind == Kind::Time)?;
    let tokens = &mentions[time].mention.tokens;
    let is_born = tokens.start.checked_sub(2).is_some_and(|before| document.word(before) == "born");
    let Value::Time(Time { days: Some((first, _)), grain: Grain::Year, .. }) = &mentions[time].mention.value else {
        return None;
    };
    // "John Brun, 57, the son of Ada, who was born in 1932" is about two people.
    let is_named = |other: &Stated| matches!(&other.mention.value, Value::Name(name) if name.is_named);
    let is_one = of(&|other| other.mention.kind == Kind::Person && is_named(other)) <= 1;
    let passed = i64::from(reading.published?.day.civil().year) - i64::from(first.civil().year);
    let fits = years == Ratio::whole(passed) || years == Ratio::whole(passed - 1);
    (is_born && is_one && !fits).then_some(time)
}

/// A date that does not fall on the weekday beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherWeekday {
    /// The words.
    pub span: ByteSpan,
    /// The weekday of the date, 0 for Monday.
    pub weekday: u8,
}

/// Days from publication within which a date without its year is one of this year. An article that tells of *Monday,
/// August 3* in February means a year that is told elsewhere.
const NEAR: i32 = 45;

/// The dates of an article that do not fall on the weekday beside them. A date without its year must be near, and fall on
/// another weekday in the years beside as well.
#[must_use]
pub fn weekdays(reading: &Reading<'_>) -> Vec<OtherWeekday> {
    let wrong = |stated: &Stated| {
        let Value::Time(Time { days: Some((day, end)), swapped: None, .. }) = &stated.mention.value else {
            return None;
        };
        let written = only_weekday(&reading.document, stated)?;
        let weekday = day.weekday();
        let has_year = stated.mention.tokens.clone().any(|token| {
            let word = reading.document.word(token);
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
        });
        let is_near = reading.published.is_some_and(|published| (published.day.0 - day.0).abs() <= NEAR);
        let is_date = end.0 - day.0 == 1 && i32::from(weekday) != written && (has_year || is_near);
        is_date.then_some(OtherWeekday { span: stated.mention.span, weekday })
    };
    reading.facts.mentions.iter().filter_map(wrong).collect()
}

/// The weekday of words that give a day of a month as well.
fn only_weekday(document: &Document<'_>, stated: &Stated) -> Option<i32> {
    let tokens = || stated.mention.tokens.clone();
    let mut weekdays = tokens().filter_map(|token| document.value(token, Class::Weekday));
    let weekday = weekdays.next()?;
    let has_date = tokens().any(|token| document.is(token, Class::Month));
    (has_date && weekdays.next().is_none()).then_some(weekday)
}
