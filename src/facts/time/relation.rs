//! How two times fit together.

use super::{Anchor, Grain, Named, Step, Time, TimeBound};
use crate::facts::calendar::Day;

/// How two times fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeRelation {
    /// The same interval.
    Equal,
    /// One contains the other or they overlap: both may hold.
    Within,
    /// They share no moment: they cannot both hold.
    Disjoint,
    /// Nothing in them can be compared.
    Unknown,
}

use TimeRelation::{Disjoint, Equal, Unknown, Within};

/// Days that no hour of the night, half of the dial, zone or rounding reaches across.
const FAR: i32 = 4;

/// Minutes of a day.
const DAY: i64 = 1440;

/// Minutes by which a clock time without minutes may be rounded: "9 p.m." holds for 9.05. A judgement; quarter
/// hours must stay apart, and a larger leeway would hide a difference of ten minutes.
const ROUNDING: i64 = 5;

/// Minutes by which a year that is counted from publication may lie beside the one that is meant: as far as the month of
/// publication alone may move it.
const YEAR: i64 = 183 * DAY;

/// Minutes from which two times of the clock are not close. "Shortly before nine" is a quarter to nine in the middle,
/// give or take as much; at the edge of what "around" allows, reports are as likely to differ.
const CLOSE: i32 = 25;

/// Minutes by which a place's clock may lie behind and ahead of UTC (UTC−12 to UTC+14), so that a time without a
/// zone is compared with one that names its zone only where no zone could bring them together.
const ZONES: (i64, i64) = (-12 * 60, 14 * 60);

/// A half-open interval of minutes.
type Interval = (i64, i64);

/// Stands for no bound; far beyond all dates, far from overflow.
const OPEN: i64 = 1 << 40;

impl Time {
    /// How this time and another fit together.
    ///
    /// The relation is symmetric. Times of one notation are equal, also where their days are not resolved. A
    /// clock time without minutes has five minutes of leeway on both sides. Where only one names a zone, they are
    /// unknown unless they agree as written or no zone could bring them together; where the other names the place's own
    /// ("7.37 local time"), that they agree as written says nothing.
    ///
    /// ```
    /// use variorum::facts::{calendar::Day, time::{Grain, Named, Time, TimeBound, TimeRelation}};
    /// let tuesday = Time {
    ///     days: Some((Day(16_889), Day(16_890))), swapped: None, clock: None, twelve_hour: false, zone: None, is_local: false,
    ///     named: Named::default(), grain: Grain::Day, bound: TimeBound::At, approximate: false,
    /// };
    /// let night = Time { clock: Some((1080, 1800)), grain: Grain::DayPart, ..tuesday };
    /// assert_eq!(tuesday.relation(&night), TimeRelation::Within);
    /// ```
    #[must_use]
    pub fn relation(&self, other: &Self) -> TimeRelation {
        if self.is_far_from(other) {
            return Disjoint;
        }
        if self.says_the_same(other) {
            return Equal;
        }
        match (self.days, other.days) {
            (Some(_), Some(_)) => self.best(other, |left, right| left.relation_of_days(right)),
            _ => self.relation_of_parts(other),
        }
    }

    /// Whether days lie between two times, open on no side, whatever their hours, zones and rounding: nothing more need be
    /// looked at.
    fn is_far_from(&self, other: &Self) -> bool {
        let is_plain = |time: &Self| time.bound == TimeBound::At && time.swapped.is_none();
        is_plain(self)
            && is_plain(other)
            && matches!((self.days, other.days), (Some(one), Some(two))
                if one.1.0.saturating_add(FAR) <= two.0.0 || two.1.0.saturating_add(FAR) <= one.0.0)
    }

    /// Whether the words give one day, with an hour or without, and not one before or after it: "before dawn on Monday"
    /// is still Monday.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        let is_one = match self.days {
            Some((first, end)) => end.0 - first.0 == 1,
            None => self.named.weekday.is_some() || self.named.day.is_some() && self.named.months.is_some(),
        };
        is_one && (self.bound.side() == 0 || self.clock.is_some())
    }

    /// Whether the words leave one side open: before, by, after. "Before dawn" is the night before.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.bound.side() != 0 && self.grain != Grain::DayPart
    }

    /// Whether both lie at a distance from a time told before and the distances differ: "two years after" and "four years
    /// after", "a week after" and "a month after". In copies both count from one time.
    #[must_use]
    pub fn is_other_distance(&self, other: &Self) -> bool {
        let told_before = |time: &Self| time.named.step.filter(|step| step.from == Anchor::Narrative);
        let (Some(left), Some(right)) = (told_before(self), told_before(other)) else { return false };
        let length = |step: Step| i64::from(step.count) * step.unit.minutes();
        let (one, two) = (length(left), length(right));
        // "A month later" is "four weeks later".
        let is_rounded = left.unit != right.unit && (one - two).abs() * 5 <= one.abs().max(two.abs());
        one != two && !is_rounded
    }

    /// Whether both are times of the clock, neither of them a part of the day or open on a side, and close together.
    #[must_use]
    pub fn is_close(&self, other: &Self) -> bool {
        let is_clock = |time: &Self| time.grain <= Grain::Hour && matches!(time.bound.side(), 0 | -2);
        let middle = |time: &Self| time.clock.filter(|_| is_clock(time)).map(|(from, to)| (from + to) / 2);
        let (Some(left), Some(right)) = (middle(self), middle(other)) else { return false };
        // A dial has two readings, and zones move whole hours: what overlaps is close if it is so on the dial.
        let distance = (left - right).rem_euclid(720);
        distance.min(720 - distance) < CLOSE
    }

    /// The time without its hours: "12.45 p.m. on Tuesday" as "Tuesday".
    #[must_use]
    pub fn day(&self) -> Self {
        Self {
            clock: None,
            twelve_hour: false,
            swapped: None,
            zone: None,
            is_local: false,
            grain: self.grain.max(Grain::Day),
            bound: TimeBound::At,
            approximate: false,
            ..*self
        }
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let known = self.days.is_some() || self.clock.is_some() || self.named != Named::default();
        // "By 31 December" and "by the end of the year" end alike.
        if let (TimeBound::By, TimeBound::By, Some((_, end)), Some((_, other_end))) =
            (self.bound, other.bound, self.days, other.days)
            && (self.clock, other.clock) == (None, None)
        {
            return end == other_end;
        }
        // "By Friday" and "on Friday": the day itself is what both tell.
        let side = |time: &Self| if time.bound == TimeBound::By { 0 } else { time.bound.side() };
        let said = |time: &Self| Self {
            grain: Grain::Day,
            bound: TimeBound::At,
            approximate: false,
            is_local: false,
            ..*time
        };
        // Most differ in their days, which are the quickest to compare.
        known && self.days == other.days && side(self) == side(other) && said(self) == said(other)
    }

    /// The readings of a time: both halves of a twelve-hour dial, both orders of digits.
    fn readings(&self) -> impl Iterator<Item = Self> {
        let time = Self { twelve_hour: false, swapped: None, ..*self };
        let later = self.clock.filter(|_| self.twelve_hour).map(|(start, end)| (start + 720, end + 720));
        let late = later.map(|clock| Self { clock: Some(clock), ..time });
        let other = self.swapped.map(|days| Self { days: Some(days), ..time });
        let late_other = late.zip(self.swapped).map(|(late, days)| Self { days: Some(days), ..late });
        [Some(time), late, other, late_other].into_iter().flatten()
    }

    /// The relation over all readings of both: what any reading allows is allowed.
    fn best(&self, other: &Self, relation: impl Fn(&Self, &Self) -> TimeRelation) -> TimeRelation {
        let is_open = |time: &Self| time.twelve_hour || time.swapped.is_some();
        if !is_open(self) && !is_open(other) {
            return relation(self, other);
        }
        let mut best = Disjoint;
        for left in self.readings() {
            for right in other.readings() {
                best = match (best, relation(&left, &right)) {
                    (_, Equal | Within) | (Within, _) => Within,
                    (_, Unknown) | (Unknown, _) => Unknown,
                    (kept, Disjoint) => kept,
                };
            }
        }
        best
    }

    /// The relation of two times whose days are both known.
    fn relation_of_days(&self, other: &Self) -> TimeRelation {
        if self.is_other_range(other) {
            return Disjoint;
        }
        let (Some(left), Some(right)) = (self.extent(), other.extent()) else { return Unknown };
        match self.relation_of_intervals(left, other, right) {
            // "Two years ago", said in January, may be of the third year back.
            Disjoint if self.is_year_counted() != other.is_year_counted() && relate(left, right, YEAR) != Disjoint => {
                Within
            }
            relation => relation,
        }
    }

    /// Whether it is a year that words count back or ahead: "two years ago".
    fn is_year_counted(&self) -> bool {
        let is_year = |(first, end): (Day, Day)| {
            let year = first.civil().year;
            (Day::new(year, 1, 1), Day::new(year + 1, 1, 1)) == (Some(first), Some(end))
        };
        self.approximate && self.grain == Grain::Year && self.days.is_some_and(is_year)
    }

    /// Whether both tell when something began and when it ended, and differ in one of them: "from 1991 to 1998",
    /// "between 1991 and 1996".
    #[must_use]
    pub fn is_other_range(&self, other: &Self) -> bool {
        let meet = matches!((self.days, other.days), (Some(one), Some(two)) if one.0 < two.1 && two.0 < one.1);
        self.is_range() && other.is_range() && self.grain == other.grain && self.days != other.days && meet
    }

    /// Whether it is told by its first and its last day, month or year. Two days may be a weekend.
    fn is_range(&self) -> bool {
        let most = match self.grain {
            Grain::Day => 2,
            Grain::Month => 31,
            Grain::Year => 366,
            _ => return false,
        };
        let is_long = self.days.is_some_and(|(first, end)| end.0 - first.0 > most);
        is_long && !self.approximate && self.clock.is_none() && self.bound.side() == 0
    }

    /// The relation of two intervals on one scale, with zones and rounding.
    fn relation_of_intervals(&self, left: Interval, other: &Self, right: Interval) -> TimeRelation {
        match (self.zone, other.zone) {
            (Some(a), Some(b)) => {
                let (left, right) = (shift(left, -a, -a), shift(right, -b, -b));
                relate(left, right, self.leeway(other))
            }
            (None, None) => relate(left, right, self.leeway(other)),
            (Some(zone), None) => mixed_zones(left, zone, right, other.is_local, self.leeway(other)),
            (None, Some(zone)) => mixed_zones(right, zone, left, self.is_local, self.leeway(other)),
        }
    }

    /// The minutes from the start of 1970 that the words cover, as their own clock counts.
    fn extent(&self) -> Option<Interval> {
        let (first, end) = self.days?;
        let minutes = |day: Day| i64::from(day.0) * DAY;
        let (start, end) = match self.clock {
            Some((from, to)) => (minutes(first) + i64::from(from), minutes(end.plus(-1)) + i64::from(to)),
            None => (minutes(first), minutes(end)),
        };
        Some(self.bound.open((start, end), OPEN))
    }

    /// The rounding that is granted: only to clock times, and only where one is a whole hour and the other has
    /// minutes, or both are whole hours of the same kind.
    fn leeway(&self, other: &Self) -> i64 {
        let is_clock = |time: &Self| matches!(time.grain, Grain::Hour | Grain::Minute);
        let rounded = self.grain == Grain::Hour || other.grain == Grain::Hour;
        if is_clock(self) && is_clock(other) && rounded { ROUNDING } else { 0 }
    }

    /// The relation where the days of one or both are not known.
    fn relation_of_parts(&self, other: &Self) -> TimeRelation {
        let days = self.said().relation(&other.said());
        let clocks = match (self.clock, other.clock) {
            (Some(_), Some(_)) => self.best(other, |left, right| left.relation_of_clocks(right)),
            _ => Unknown,
        };
        // A night reaches into the next day, and another zone may move the day: then neighbouring weekdays agree.
        let shifts = |time: &Self| time.zone.is_some() || time.clock.is_some_and(|(_, end)| i64::from(end) > DAY);
        match (days, clocks) {
            (Disjoint, _) if !(shifts(self) || shifts(other)) => Disjoint,
            (Disjoint, _) => Unknown,
            // Clock times alone, in two zones; or the day of one is left to its report: "at 12.45 p.m. on Tuesday".
            (Unknown, Equal) => Equal,
            // A bound holds of the moment as a whole; its parts alone do not exclude each other.
            (_, Disjoint) if self.bound.side() != other.bound.side() => Unknown,
            (_, Disjoint) => Disjoint,
            (Unknown, Unknown) => Unknown,
            _ => Within,
        }
    }

    /// The relation of two clock times of unknown days, on the circle of the day.
    fn relation_of_clocks(&self, other: &Self) -> TimeRelation {
        let interval = |time: &Self| {
            let (start, end) = time.clock?;
            Some(time.bound.open((i64::from(start), i64::from(end)), DAY / 2))
        };
        let (Some(left), Some(right)) = (interval(self), interval(other)) else { return Unknown };
        if self.zone.is_some() != other.zone.is_some() {
            // Any zone may be meant, which on a circle of hours excludes nothing.
            return if left == right && !(self.is_local || other.is_local) { Within } else { Unknown };
        }
        let mut best = Disjoint;
        for turn in -2..=2 {
            let turned = (right.0 + turn * DAY, right.1 + turn * DAY);
            match self.relation_of_intervals(left, other, turned) {
                Equal => return Equal,
                Within => best = Within,
                Disjoint | Unknown => {}
            }
        }
        best
    }

    /// What is said of the day, also where it is known.
    fn said(&self) -> Named {
        let Some((first, end)) = self.days.filter(|_| self.swapped.is_none()) else { return self.named };
        let (from, last) = (first.civil(), end.plus(-1).civil());
        let single = end.0 - first.0 == 1;
        Named {
            weekday: single.then(|| first.weekday()),
            day: single.then_some(from.day),
            months: (from.year == last.year).then_some((from.month, last.month + 1)),
            step: None,
        }
    }
}

impl Named {
    /// How far two descriptions of a day agree.
    fn relation(&self, other: &Self) -> TimeRelation {
        let same = |left: Option<u8>, right: Option<u8>| Some(left? == right?);
        let months = || {
            let ((a, b), (c, d)) = (self.months?, other.months?);
            let overlaps = |shift: i32| i32::from(a) < i32::from(d) + shift && i32::from(c) + shift < i32::from(b);
            Some([-12, 0, 12].into_iter().any(overlaps))
        };
        // Two reports are of different days, so distances are comparable only where they are the same; an event that
        // both tell has one beginning; a time told before may be any.
        let steps = || {
            let (left, right) = (self.step?, other.step?);
            match (left.from, right.from) {
                (Anchor::Publication, Anchor::Publication) => (left == right).then_some(true),
                (Anchor::Event, Anchor::Event) => (left.unit == right.unit).then_some(left.count == right.count),
                _ => None,
            }
        };
        let parts = [same(self.weekday, other.weekday), same(self.day, other.day), months(), steps()];
        if parts.contains(&Some(false)) {
            Disjoint
        } else if parts.contains(&Some(true)) {
            Within
        } else {
            Unknown
        }
    }
}

impl TimeBound {
    /// The open side: −1 before, 0 none, 1 after. By and before are apart, as one of them holds the time itself.
    const fn side(self) -> i8 {
        match self {
            Self::At | Self::From | Self::Until => 0,
            Self::Before => -1,
            Self::By => -2,
            Self::After => 1,
        }
    }

    /// The interval with the open side moved out by `reach`.
    fn open(self, (start, end): Interval, reach: i64) -> Interval {
        match self {
            Self::At | Self::From | Self::Until => (start, end),
            Self::Before => (start - reach, start),
            Self::By => (start - reach, end),
            Self::After => (end, end + reach),
        }
    }
}

fn relate(left: Interval, right: Interval, leeway: i64) -> TimeRelation {
    if left == right {
        Equal
    } else if left.0 < right.1 + leeway && right.0 < left.1 + leeway {
        Within
    } else {
        Disjoint
    }
}

fn shift((start, end): Interval, first: i32, last: i32) -> Interval {
    (start + i64::from(first), end + i64::from(last))
}

/// A time with a zone against one without, or with the place's own.
fn mixed_zones(zoned: Interval, zone: i32, bare: Interval, is_local: bool, leeway: i64) -> TimeRelation {
    let utc = shift(zoned, -zone, -zone);
    let anywhere = (bare.0 - ZONES.1, bare.1 - ZONES.0);
    if !is_local && relate(zoned, bare, leeway) != Disjoint {
        Within
    } else if relate(utc, anywhere, leeway) == Disjoint {
        Disjoint
    } else {
        Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: i32) -> Time {
        Time {
            days: Some((Day(day), Day(day + 1))),
            clock: None,
            twelve_hour: false,
            swapped: None,
            zone: None,
            is_local: false,
            named: Named::default(),
            grain: Grain::Day,
            bound: TimeBound::At,
            approximate: false,
        }
    }

    fn at(time: Time, hour: i32, minute: i32) -> Time {
        let clock = hour * 60 + minute;
        Time { clock: Some((clock, clock + 1)), grain: if minute == 0 { Grain::Hour } else { Grain::Minute }, ..time }
    }

    fn someday() -> Time {
        Time { days: None, ..on(0) }
    }

    #[track_caller]
    fn check(left: Time, right: Time, expected: TimeRelation) {
        assert_eq!(left.relation(&right), expected, "{} and {}", left.norm(), right.norm());
        assert_eq!(right.relation(&left), expected, "{} and {}", right.norm(), left.norm());
        assert_eq!(left.relation(&left), Equal);
    }

    #[test]
    fn intervals_are_half_open() {
        let night = Time { clock: Some((1080, 1800)), grain: Grain::DayPart, ..on(5) };
        check(on(5), on(6), Disjoint);
        check(on(5), night, Within);
        check(night, on(6), Within);
        check(night, on(7), Disjoint);
        check(night, Time { clock: Some((360, 720)), ..on(6) }, Disjoint);
        check(night, at(on(6), 2, 40), Within);
    }

    #[test]
    fn bounds_leave_one_side_open() {
        let bound = |bound| Time { bound, ..on(5) };
        check(bound(TimeBound::By), on(5), Equal);
        check(bound(TimeBound::By), on(4), Within);
        check(bound(TimeBound::By), on(6), Disjoint);
        check(bound(TimeBound::Before), on(5), Disjoint);
        check(bound(TimeBound::Before), on(1), Within);
        check(bound(TimeBound::After), on(5), Disjoint);
        check(bound(TimeBound::After), on(600), Within);
        check(bound(TimeBound::Until), on(5), Equal);
        check(bound(TimeBound::By), bound(TimeBound::After), Disjoint);
    }

    #[test]
    fn zones_are_converted_when_both_are_named() {
        let zoned = |day, hour, minute, zone| Time { zone: Some(zone), ..at(on(day), hour, minute) };
        check(zoned(5, 21, 45, 0), zoned(5, 22, 45, 60), Equal);
        check(zoned(5, 23, 30, 0), zoned(6, 0, 30, 60), Equal);
        check(zoned(5, 21, 45, 0), zoned(5, 21, 45, 60), Disjoint);
        check(zoned(5, 2, 40, 0), at(on(4), 21, 40), Unknown);
        check(zoned(5, 2, 40, 0), at(on(5), 2, 40), Within);
        check(zoned(5, 2, 40, 0), at(on(1), 21, 40), Disjoint);
        check(zoned(5, 2, 40, 0), on(4), Unknown);
    }

    #[test]
    fn whole_hours_are_rounded_by_five_minutes() {
        check(at(on(5), 21, 0), at(on(5), 21, 5), Within);
        check(at(on(5), 21, 0), at(on(5), 21, 6), Disjoint);
        check(at(on(5), 21, 10), at(on(5), 21, 12), Disjoint);
        check(at(on(5), 21, 0), at(on(5), 22, 0), Disjoint);
    }

    #[test]
    fn a_twelve_hour_dial_has_two_readings() {
        let dial = Time { twelve_hour: true, ..at(on(5), 5, 15) };
        check(dial, at(on(5), 17, 15), Within);
        check(dial, at(on(5), 5, 15), Within);
        check(dial, at(on(5), 5, 12), Disjoint);
        check(dial, Time { days: None, ..dial }, Within);
    }

    #[test]
    fn unresolved_days_are_compared_as_written() {
        let weekday = |weekday| Time { named: Named { weekday: Some(weekday), ..Named::default() }, ..someday() };
        check(weekday(1), weekday(1), Equal);
        check(weekday(1), weekday(2), Disjoint);
        // Day 5 was a Tuesday.
        check(weekday(1), on(5), Within);
        check(weekday(2), on(5), Disjoint);
        check(weekday(1), at(weekday(1), 21, 0), Within);
        check(at(weekday(1), 21, 0), at(weekday(1), 15, 30), Disjoint);
        // The day is left to its report; the hour is what both tell.
        check(at(someday(), 21, 0), at(on(5), 21, 0), Equal);
        check(at(someday(), 21, 0), on(5), Unknown);
        let step = |count| Step { unit: Grain::Day, count, from: Anchor::Narrative };
        let later = |count| Time { named: Named { step: Some(step(count)), ..Named::default() }, ..someday() };
        check(later(1), later(1), Equal);
        check(later(1), later(2), Unknown);
        let minute = |count| Time {
            named: Named { step: Some(Step { unit: Grain::Minute, count, from: Anchor::Event }), ..Named::default() },
            ..someday()
        };
        check(minute(89), minute(92), Disjoint);
    }

    #[test]
    fn distances_differ_in_copies_by_number_and_by_unit() {
        let later = |unit, count| Time {
            named: Named { step: Some(Step { unit, count, from: Anchor::Narrative }), ..Named::default() },
            ..someday()
        };
        let differ = |left: Time, right: Time| left.is_other_distance(&right) && right.is_other_distance(&left);
        assert!(differ(later(Grain::Year, 2), later(Grain::Year, 4)));
        assert!(differ(later(Grain::Week, 1), later(Grain::Month, 1)));
        assert!(differ(later(Grain::Day, 3), later(Grain::Hour, 3)));
        assert!(differ(later(Grain::Day, -2), later(Grain::Day, 2)));
        assert!(!differ(later(Grain::Week, 1), later(Grain::Day, 7)));
        assert!(!differ(later(Grain::Month, 1), later(Grain::Week, 4)));
        assert!(!differ(later(Grain::Day, 1), later(Grain::Hour, 24)));
    }

    #[test]
    fn the_clock_is_a_circle_where_no_day_is_known() {
        let night = Time { clock: Some((1080, 1800)), grain: Grain::DayPart, ..someday() };
        check(night, at(someday(), 2, 40), Within);
        check(night, at(someday(), 12, 10), Disjoint);
        check(Time { zone: Some(0), ..at(someday(), 7, 37) }, at(someday(), 14, 37), Unknown);
        check(Time { zone: Some(0), ..at(someday(), 7, 37) }, Time { zone: Some(420), ..at(someday(), 14, 37) }, Equal);
    }

    #[test]
    fn months_overlap_across_the_turn_of_the_year() {
        let months = |first, end| Time {
            named: Named { months: Some((first, end)), ..Named::default() },
            grain: Grain::Month,
            ..someday()
        };
        check(months(12, 15), months(1, 2), Within);
        check(months(12, 15), months(3, 4), Disjoint);
    }
}
