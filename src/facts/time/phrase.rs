//! A time phrase in the making: what its words say, before it is counted from any day.

use super::{
    Anchor, Grain, Step, TimeBound,
    lengths::Length,
    parts::{Counted, Nth},
};
use crate::facts::calendar::Day;

/// What the words of a phrase say. Fields that the words leave open are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// The first token.
    pub start: usize,
    /// The token behind the last.
    pub end: usize,
    /// The finest unit that the words give.
    pub grain: Grain,
    pub year: Option<i32>,
    /// Months from 1, half-open, above 12 in the following year.
    pub months: Option<(u8, u8)>,
    /// Days of the month, half-open.
    pub days: Option<(u8, u8)>,
    /// Whether the day and the month are digits that may as well stand the other way round.
    pub is_swappable: bool,
    pub weekday: Option<u8>,
    /// "Last", "this", "next" before a weekday, a month or a season: −1, 0, 1; 2 for "the coming one".
    pub turn: Option<i32>,
    /// A distance from publication or from a time told before.
    pub step: Option<Step>,
    /// Whether `step` was told by a number of units ("two weeks ago") rather than by the calendar ("last week").
    pub is_count: bool,
    /// Whether `step` is the length of a stretch from or to publication.
    pub is_reach: bool,
    /// Whether the unit of `step` is a year that does not begin in January.
    pub is_own_year: bool,
    /// Whether the whole week is meant of the day that is named.
    pub is_whole_week: bool,
    /// Days and months to count on from the day that is named.
    pub offset: (i32, i32),
    /// How long a stretch is that begins with the day.
    pub lasts: Option<Length>,
    /// Where the beginning of a stretch stands, half-open: its length is a measure too and is left to be read as one.
    pub stem: Option<(usize, usize)>,
    /// Which unit of the period that the other fields name: the first Monday of May.
    pub nth: Option<Nth>,
    /// A movable feast by its number in the word list.
    pub feast: Option<i32>,
    /// Days that the words give by themselves: a decade, a century.
    pub span: Option<(Day, Day)>,
    pub clock: Option<(i32, i32)>,
    /// Whether `clock` is a part of the day rather than a time by the clock.
    pub is_part: bool,
    /// Whether `clock` runs from one time by the clock to another.
    pub is_stretch: bool,
    pub twelve_hour: bool,
    pub zone: Option<i32>,
    pub is_local: bool,
    /// Whether the zone has summer time, an hour ahead of `zone`.
    pub has_summer_time: bool,
    /// Whether the unit of `step` is a weekend.
    pub is_weekend: bool,
    /// Which part of the period is meant.
    pub part: Option<PeriodPart>,
    /// How the time is loosened.
    pub shade: Option<Shade>,
    pub bound: TimeBound,
}

/// Which part of a period is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeriodPart {
    Early,
    Middle,
    Late,
    End,
    Start,
    /// The part up to publication.
    Earlier,
    /// The part from publication on.
    Later,
}

impl PeriodPart {
    /// The part by its number in the word list.
    pub(super) const fn of(value: i32) -> Option<Self> {
        Some(match value {
            1 => Self::Early,
            2 => Self::Middle,
            3 => Self::Late,
            4 => Self::End,
            5 => Self::Start,
            6 => Self::Earlier,
            7 => Self::Later,
            _ => return None,
        })
    }
}

/// How a time is loosened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    About,
    ShortlyBefore,
    ShortlyAfter,
}

impl Shade {
    /// The shade by its number in the word list.
    pub(super) const fn of(value: i32) -> Option<Self> {
        Some(match value {
            1 => Self::About,
            2 => Self::ShortlyBefore,
            3 => Self::ShortlyAfter,
            _ => return None,
        })
    }
}

impl Phrase {
    /// A phrase that says nothing yet.
    pub(super) const fn new(start: usize, end: usize, grain: Grain) -> Self {
        Self {
            start,
            end,
            grain,
            year: None,
            months: None,
            days: None,
            is_swappable: false,
            weekday: None,
            turn: None,
            step: None,
            is_count: false,
            is_reach: false,
            is_own_year: false,
            is_whole_week: false,
            offset: (0, 0),
            lasts: None,
            stem: None,
            nth: None,
            feast: None,
            span: None,
            clock: None,
            is_part: false,
            is_stretch: false,
            twelve_hour: false,
            zone: None,
            is_local: false,
            has_summer_time: false,
            is_weekend: false,
            part: None,
            shade: None,
            bound: TimeBound::At,
        }
    }

    /// The phrase after a change.
    ///
    /// For `Phrase { year, ..phrase }` each of the thirty fields is moved by itself, which took a fifth of the code
    /// that reads times; here they move together.
    pub(super) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// A distance of `count` units.
    pub(super) fn distance(start: usize, end: usize, unit: Grain, count: i32, from: Anchor) -> Self {
        Self::new(start, end, unit).with(|it| it.step = Some(Step { unit, count, from }))
    }

    /// The same date of digits with its day and its month the other way round.
    pub(super) fn swapped(self) -> Self {
        self.with(|it| {
            (it.months, it.days) = (self.days, self.months);
            it.is_swappable = false;
        })
    }

    /// Whether the words say anything of the day.
    pub(super) const fn has_day(&self) -> bool {
        self.year.is_some()
            || self.months.is_some()
            || self.days.is_some()
            || self.weekday.is_some()
            || self.step.is_some()
            || self.span.is_some()
            || self.feast.is_some()
    }

    /// Whether the half of the day is told.
    pub(super) const fn settles(&self) -> bool {
        !self.twelve_hour
    }

    /// Whether the words name one day: a date, a weekday, yesterday.
    pub(super) fn is_single_day(&self) -> bool {
        if self.lasts.is_some() {
            return false;
        }
        if let Some(nth) = self.nth {
            return nth.many == 1 && matches!(nth.what, Counted::Weekday(_) | Counted::Unit(Grain::Day));
        }
        self.days.is_some_and(|(first, end)| end - first == 1 && !self.is_weekend)
            || self.feast.is_some() && !self.is_weekend
            || self.weekday.is_some()
            || self.step.is_some_and(|step| matches!(step.unit, Grain::Day | Grain::DayPart))
    }

    /// Both phrases as one, when they speak of different sides of one time: a weekday and a date, a day and an
    /// hour, a month and its year.
    pub(super) fn merge(self, other: Self) -> Option<Self> {
        let clock = self.merge_clocks(&other)?;
        if self.has_day() && other.has_day() && !self.days_agree(&other) {
            return None;
        }
        // A clock belongs to a day, not to a month or a year.
        let day_side = if self.has_day() { &self } else { &other };
        if clock.clock.is_some()
            && (self.has_day() || other.has_day())
            && !day_side.is_single_day()
            && !other.is_single_day()
        {
            return None;
        }
        Some(Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
            grain: self.grain.min(other.grain),
            year: self.year.or(other.year),
            months: self.months.or(other.months),
            days: self.days.or(other.days),
            is_swappable: self.is_swappable || other.is_swappable,
            weekday: self.weekday.or(other.weekday),
            turn: self.turn.or(other.turn),
            step: self.step.or(other.step),
            is_count: self.is_count || other.is_count,
            offset: (self.offset.0 + other.offset.0, self.offset.1 + other.offset.1),
            lasts: self.lasts.or(other.lasts),
            stem: self.stem.or(other.stem.map(|_| (self.start, self.end))),
            nth: self.nth.or(other.nth),
            feast: self.feast.or(other.feast),
            span: self.span.or(other.span),
            zone: self.zone.or(other.zone),
            is_local: self.is_local || other.is_local,
            has_summer_time: self.has_summer_time || other.has_summer_time,
            is_weekend: self.is_weekend || other.is_weekend,
            part: self.part.or(other.part),
            shade: self.shade.or(other.shade),
            bound: self.bound,
            ..clock
        })
    }

    /// Whether what both say of the day can be said of one day without saying anything twice.
    fn days_agree(&self, other: &Self) -> bool {
        let twice = (self.year.is_some() && other.year.is_some())
            || (self.months.is_some() && other.months.is_some())
            || (self.days.is_some() && other.days.is_some())
            || (self.weekday.is_some() && other.weekday.is_some())
            || (self.step.is_some() && other.step.is_some())
            || self.span.is_some()
            || other.span.is_some()
            || self.nth.is_some()
            || other.nth.is_some();
        let (weekday, step) = (self.weekday.or(other.weekday), self.step.or(other.step));
        let (months, days, year) = (self.months.or(other.months), self.days.or(other.days), self.year.or(other.year));
        let is_feast = self.feast.is_some() || other.feast.is_some();
        let fits = match step {
            // Tuesday of last week; August last year.
            Some(step) if weekday.is_some() => step.unit == Grain::Week && months.is_none() && year.is_none(),
            Some(step) => step.unit == Grain::Year && (months.is_some() || is_feast) && year.is_none(),
            // A weekday stands with a whole date, and only with one.
            None if is_feast => weekday.is_none(),
            None => weekday.is_none() || days.is_some(),
        };
        !twice && fits
    }

    /// The clock of both; a part of the day settles the half of a twelve-hour dial. None when they disagree.
    fn merge_clocks(&self, other: &Self) -> Option<Self> {
        let (Some(left), Some(right)) = (self.clock, other.clock) else {
            return Some(if self.clock.is_some() { *self } else { *other });
        };
        let (time, part) = match (self.is_part, other.is_part) {
            (false, true) => (self, right),
            (true, false) => (other, left),
            // "Thursday, late night": a finer part wins when it lies inside.
            (true, true) if left.0 <= right.0 && right.1 <= left.1 => return Some(*other),
            (true, true) if right.0 <= left.0 && left.1 <= right.1 => return Some(*self),
            _ => return None,
        };
        let (start, end) = time.clock?;
        let halves: &[i32] = if time.twelve_hour { &[0, 720, 1440] } else { &[0, 1440] };
        // "3:40 this morning", "half past ten in the evening": parts of the day are wider around a clock time.
        let fits = |slack: (i32, i32)| {
            halves.iter().find(move |half| part.0 - slack.0 <= start + **half && start + **half < part.1 + slack.1)
        };
        let half = fits((0, 0)).or_else(|| fits((240, 120)))?;
        Some(time.with(|it| {
            it.clock = Some((start + half, end + half));
            it.twelve_hour = false;
        }))
    }
}
