//! Times: dates, weekdays, parts of the day, clock times, periods.

use super::Mention;
use super::calendar::{Day, Published};
use crate::language::{Document, Sentence};

/// When something was, as far as the words tell.
///
/// A time is up to three things at once: an interval of days, an interval of the clock, and — while the days are
/// not known — what is said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The days that the words cover, half-open; none while they cannot be resolved.
    pub days: Option<(Day, Day)>,
    /// Minutes from midnight of the (first) day, half-open; above 1440 on the next day.
    pub clock: Option<(i32, i32)>,
    /// Minutes ahead of UTC, when a zone is named.
    pub zone: Option<i32>,
    /// What is said of days that cannot be resolved.
    pub named: Named,
    /// The unit of the words: "March" is no "1 March".
    pub grain: Grain,
    /// Whether the words give a time, or one before or after it.
    pub bound: TimeBound,
}

/// What words say of a day that cannot be resolved for want of a date to count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Named {
    /// 0 for Monday.
    pub weekday: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 to 12.
    pub month: Option<u8>,
}

/// The unit of a time, from the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A clock time.
    Minute,
    /// An hour, or "around nine".
    Hour,
    /// Morning, night.
    DayPart,
    /// A day.
    Day,
    /// A week, a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Season,
    /// A year.
    Year,
    /// A decade or longer.
    Decade,
}

/// How a time bounds what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeBound {
    /// At that time.
    At,
    /// Before it, by it, until it.
    Before,
    /// After it, since it, from it.
    After,
}

/// Finds the times of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, published: Option<&Published>) -> Vec<Mention> {
    let _ = (document, sentence, published);
    Vec::new()
}
