//! Times: dates, weekdays, parts of the day, clock times, periods.
//!
//! # Finds
//! Dates in every written order, weekdays, clock times in all house styles with their zones, parts of the day,
//! months, quarters, seasons, years, decades, centuries, feasts, one unit of a longer period ("the first Monday of
//! May"), ranges of all of these, and phrases that count from another day ("last Friday", "two weeks ago", "three
//! weeks from tomorrow", "the last three months", "the next morning").
//!
//! # Why a reader cares
//! Two reports that give different days or hours for one event cannot both be right, but "Tuesday" and "Tuesday
//! night" can. Only times brought to one notation can be told apart.
//!
//! # Example
//! In a report of Thursday 31 March 2016, "on Tuesday night" is the night from 29 to 30 March.
//!
//! # Leaves out on purpose
//! Durations ("for six weeks", "for the past six weeks") and ages, which are measures; habits ("on Tuesdays",
//! "weekly"); names that hold a word of the calendar ("Sunday Times", "Theresa May"); "now", "recently" and "in recent
//! years", which date nothing. Of dates of digits that can be read in two orders (12/06/2024) both are kept where no
//! other date near by tells which.
//!
//! # Known misses
//! Times told by another event ("after the fall of the Soviet Union", "minutes into the show"), feasts whose day is
//! settled by country or region, numbered weeks, laps.

mod clocks;
mod compose;
mod dates;
mod digits;
mod distance;
mod feasts;
mod lengths;
mod loosen;
mod parts;
mod periods;
mod phrase;
mod published;
mod range;
mod ranges;
mod reach;
mod reader;
mod relation;
mod resolve;
mod spoken;
mod tense;
mod years;

pub use published::publication_date;
pub use relation::TimeRelation;

use std::ops::Range;

use compose::Found;
use phrase::Phrase;
use reader::Reader;

use super::calendar::{Civil, Day, Published};
use super::{Kind, Mention, Precision, Value};
use crate::language::{Document, Sentence};

/// When something was, as far as the words tell.
///
/// A time is up to three things at once: an interval of days, an interval of the clock, and — while the days are
/// not known — what is said of them. With a clock that ends on the next day ("Tuesday night") `days` is still the
/// day that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The days that the words cover, half-open; none while they cannot be resolved.
    pub days: Option<(Day, Day)>,
    /// The days of the other reading, where digits may be read in two orders (12/06/2024); `days` then has the month
    /// first.
    pub swapped: Option<(Day, Day)>,
    /// Minutes from midnight of the (first) day, half-open; above 1440 on the next day. A clock time is one
    /// minute long; one with leeway ("around nine", "shortly before nine") is as long as its leeway.
    pub clock: Option<(i32, i32)>,
    /// Whether the clock is a twelve-hour dial and nothing tells which half of the day is meant ("half past
    /// nine"); `clock` is then the earlier reading.
    pub twelve_hour: bool,
    /// Minutes ahead of UTC, when a zone is named.
    pub zone: Option<i32>,
    /// Whether the words leave the zone to the place ("local time", letters that several zones share).
    pub is_local: bool,
    /// What is said of days that cannot be resolved; empty when `days` is known.
    pub named: Named,
    /// The unit of the words: "March" is no "1 March".
    pub grain: Grain,
    /// Whether the words give a time, or one before or after it.
    pub bound: TimeBound,
    /// Whether the words loosen the time ("around", "early on", "shortly before"); the intervals hold the leeway.
    pub approximate: bool,
}

/// What words say of a day that cannot be resolved for want of a date to count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Named {
    /// 0 for Monday.
    pub weekday: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Months from 1, half-open, above 12 in the following year: (3, 4) for March, (12, 15) for a winter.
    pub months: Option<(u8, u8)>,
    /// How far away the day is, and from what.
    pub step: Option<Step>,
}

/// A distance in units of the calendar: "last week" is −1 week from publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The unit that is counted.
    pub unit: Grain,
    /// How many, below zero for the past.
    pub count: i32,
    /// What is counted from.
    pub from: Anchor,
}

/// What a distance is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The day of publication: yesterday, two weeks ago.
    Publication,
    /// A time told before: the next day, two weeks later.
    Narrative,
    /// The beginning of the event that is told: the 89th minute, the sixth day.
    Event,
}

/// The unit of a time, from the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A clock time.
    Minute,
    /// A clock time without minutes: 9 p.m.
    Hour,
    /// Morning, night.
    DayPart,
    /// A day.
    Day,
    /// A week, a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter, a half-year or a season.
    Season,
    /// A year.
    Year,
    /// A decade or longer.
    Decade,
}

/// How a time bounds what it dates.
///
/// "From", "since" and "until" date the turn itself ("shut until Thursday" and "reopens on Thursday" agree), so
/// they compare as the plain time; "before", "by" and "after" leave one side open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeBound {
    /// At that time.
    At,
    /// From it, since it.
    From,
    /// Until it.
    Until,
    /// Before its beginning.
    Before,
    /// Not after its end: by.
    By,
    /// After its end.
    After,
}

impl Time {
    /// The time in one notation, the same for all ways of writing it.
    ///
    /// Days are ISO 8601, as short as they go (`2024-06-12`, `2024-06`, `2024`, `2024-06-10/2024-06-16` with the
    /// last day included). A clock follows behind `T`, an interval as `first/end`, a zone as its offset:
    /// `2024-06-12T21:40+01:00`, `2024-06-12T18:00/06:00`. Where nothing tells the half of the day both hours
    /// stand: `T05:15|17:15`, as do both days of digits that may be read in two orders. Days that are not resolved are written as in TIMEX3 with X for what is not said
    /// (`XXXX-06-12`, `XXXX-WXX-2`), distances as `now-1W` from publication, `then+3D` from a time told before
    /// and `event+89TM` from the beginning of an event.
    /// `~` marks leeway; `before `, `by ` and `after ` stand in front.
    #[must_use]
    pub fn norm(&self) -> String {
        let mut out = String::from(match self.bound {
            TimeBound::At | TimeBound::From | TimeBound::Until => "",
            TimeBound::Before => "before ",
            TimeBound::By => "by ",
            TimeBound::After => "after ",
        });
        if self.approximate {
            out.push('~');
        }
        match self.days {
            Some(days) => push_days(&mut out, days),
            None => push_named(&mut out, &self.named),
        }
        if let Some(days) = self.swapped {
            out.push('|');
            push_days(&mut out, days);
        }
        if let Some((start, end)) = self.clock {
            out.push('T');
            push_clock(&mut out, start);
            if self.twelve_hour {
                out.push('|');
                push_clock(&mut out, start + 720);
            }
            if end - start > 1 {
                out.push('/');
                push_clock(&mut out, end);
            }
        }
        if let Some(zone) = self.zone {
            out.push(if zone < 0 { '-' } else { '+' });
            push_clock(&mut out, zone.abs());
        }
        out
    }
}

fn push_clock(out: &mut String, minute: i32) {
    let minute = minute.rem_euclid(1440);
    push_padded(out, minute / 60, 2);
    out.push(':');
    push_padded(out, minute % 60, 2);
}

/// Writes a number in at least so many characters, with noughts in front and behind the sign.
fn push_padded(out: &mut String, number: i32, width: usize) {
    let digits = number.unsigned_abs().to_string();
    let is_negative = number < 0;
    if is_negative {
        out.push('-');
    }
    for _ in digits.len() + usize::from(is_negative)..width {
        out.push('0');
    }
    out.push_str(&digits);
}

fn push_days(out: &mut String, (first, end): (Day, Day)) {
    let (from, last) = (first.civil(), end.plus(-1).civil());
    let whole_months = from.day == 1 && end.civil().day == 1 && from.year == last.year;
    let fields = match whole_months {
        true if from.month == 1 && last.month == 12 => 1,
        true if from.month == last.month => 2,
        _ => 3,
    };
    push_date(out, from, fields);
    if fields == 3 && from != last {
        out.push('/');
        push_date(out, last, fields);
    }
}

/// Writes the year, the month and the day of a date, or as many of these fields.
fn push_date(out: &mut String, date: Civil, fields: usize) {
    push_padded(out, date.year, 4);
    for field in [date.month, date.day].into_iter().take(fields - 1) {
        out.push('-');
        push_padded(out, field.into(), 2);
    }
}

fn push_named(out: &mut String, named: &Named) {
    if let Some((first, end)) = named.months {
        out.push_str("XXXX-");
        push_padded(out, first.into(), 2);
        if end - first > 1 {
            out.push('/');
            push_padded(out, i32::from((end - 2) % 12 + 1), 2);
        }
    } else if named.day.is_some() {
        out.push_str("XXXX-XX");
    }
    if let Some(day) = named.day {
        out.push('-');
        push_padded(out, day.into(), 2);
    }
    if let Some(weekday) = named.weekday {
        out.push_str("XXXX-WXX-");
        push_padded(out, i32::from(weekday) + 1, 1);
    }
    if let Some(Step { unit, count, from }) = named.step {
        out.push_str(match from {
            Anchor::Publication => "now",
            Anchor::Narrative => "then",
            Anchor::Event => "event",
        });
        if count >= 0 {
            out.push('+');
        }
        push_padded(out, count, 1);
        out.push_str(unit.letter());
    }
}

impl Grain {
    /// Minutes of one unit, with months and years of their mean length.
    const fn minutes(self) -> i64 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::DayPart | Self::Day => 1440,
            Self::Week => 7 * 1440,
            Self::Month => 43_830,
            Self::Season => 3 * 43_830,
            Self::Year => 12 * 43_830,
            Self::Decade => 120 * 43_830,
        }
    }

    /// The designator of the unit in ISO 8601 durations; a quarter is Q, as TIMEX3 has it.
    const fn letter(self) -> &'static str {
        match self {
            Self::Minute => "TM",
            Self::Hour => "TH",
            Self::DayPart | Self::Day => "D",
            Self::Week => "W",
            Self::Month => "M",
            Self::Season => "Q",
            Self::Year => "Y",
            Self::Decade => "DE",
        }
    }
}

/// Finds the times of a sentence.
///
/// Spans cover the words that give the time without the preposition before it ("Tuesday night", "the first
/// quarter of 2025"), with the words that loosen it ("shortly before 9pm") and the length of a stretch ("three days
/// from Monday"), whose tokens are left to be read as a measure. Mentions stand in the order of the text and do not
/// overlap.
///
/// `published` is the day that "Tuesday" and "last week" are counted from; without it such times stay unresolved
/// and [`Time::named`] holds what is said.
///
/// ```
/// use variorum::{article::{Article, Part, Passage}, facts::{Value, calendar::Published, time}, language, text::ByteSpan};
/// let text = "The bridge was closed on Tuesday night.";
/// let passage = Passage { part: Part::Body, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
/// let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
/// let published = Published::parse("2016-03-31");
/// let found: Vec<String> = document.sentences.iter()
///     .flat_map(|sentence| time::extract(&document, sentence, published.as_ref()))
///     .map(|mention| match mention.value {
///         Value::Time(time) => format!("{}: {}", mention.span.slice(document.text), time.norm()),
///         other => format!("{other:?}"),
///     })
///     .collect();
/// assert_eq!(found, ["Tuesday night: 2016-03-29T18:00/06:00"]);
/// ```
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, published: Option<&Published>) -> Vec<Mention> {
    let has_minute = published.is_some_and(|published| published.minute.is_some());
    let reader = Reader { document, from: sentence.tokens.start, to: sentence.tokens.end, has_minute };
    let mut mentions = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let resolved = |phrase: &Phrase| resolve::resolve(phrase, published, reader.direction(phrase));
        match reader.find(at) {
            Some(Found::One(phrase)) => {
                at = phrase.end;
                push(&mut mentions, document, phrase.start..phrase.end, resolved(&phrase));
                if let (Some((from, to)), Some(mention)) = (phrase.stem, mentions.last_mut()) {
                    mention.tokens = from..to;
                }
            }
            Some(Found::Range(first, second)) => {
                at = second.end;
                let (left, right) = (resolved(&first), resolved(&second));
                if let Some(time) = range::range(&left, &right, (&first, &second)) {
                    push(&mut mentions, document, first.start..second.end, time);
                } else {
                    push(&mut mentions, document, first.start..first.end, left);
                    push(&mut mentions, document, second.start..second.end, right);
                }
            }
            Some(Found::Skip(end)) => at = end.max(at + 1),
            None => at += 1,
        }
    }
    mentions
}

/// Adds a mention unless its words belong to the one before it, which happens where a lead reaches back.
fn push(mentions: &mut Vec<Mention>, document: &Document<'_>, tokens: Range<usize>, time: Time) {
    let start = mentions.last().map_or(tokens.start, |last| last.tokens.end.max(tokens.start));
    let tokens = start..tokens.end;
    let says_something = time.days.is_some() || time.clock.is_some() || time.named != Named::default();
    if tokens.is_empty() || !says_something {
        return;
    }
    let precision = if time.approximate { Precision::Approximate } else { Precision::Exact };
    mentions.push(Mention {
        kind: Kind::Time,
        span: document.span(tokens.clone()),
        tokens,
        value: Value::Time(time),
        precision,
    });
}

#[cfg(test)]
mod tests;
