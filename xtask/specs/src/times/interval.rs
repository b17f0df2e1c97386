//! Stretches of minutes, and how the engine's times become such.

use variorum::facts::{
    calendar::{Day, Published},
    time::{Anchor, Grain, Time, TimeBound},
};

/// Minutes of a day.
pub(super) const DAY: i64 = 1440;

/// A stretch of minutes, half-open, from 1970 where the day is known and from midnight where it is not; none for an
/// open side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) dated: bool,
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
}

/// The part of a period that words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

impl Interval {
    /// Both ends of a closed stretch.
    pub(super) fn ends(&self) -> Option<(i64, i64)> {
        self.from.zip(self.to)
    }

    pub(super) fn is(&self, from: i64, to: i64) -> bool {
        self.ends() == Some((from, to))
    }

    /// Whether both begin on one day and share more than half of the shorter.
    pub(super) fn is_like(&self, from: i64, to: i64) -> bool {
        self.ends().is_some_and(|(own_from, own_to)| {
            let common = own_to.min(to) - own_from.max(from);
            common * 2 > (own_to - own_from).min(to - from) && own_from.div_euclid(DAY) == from.div_euclid(DAY)
        })
    }

    /// Whether both share two thirds of the longer.
    pub(super) fn shares_most(&self, from: i64, to: i64) -> bool {
        self.ends().is_some_and(|(own_from, own_to)| {
            let common = own_to.min(to) - own_from.max(from);
            common * 3 >= (own_to - own_from).max(to - from) * 2
        })
    }

    /// Whether it is a part of the stretch at the edge that is told: the beginning, the middle, the end, and no less
    /// than half of it.
    pub(super) fn is_part(&self, edge: Edge, from: i64, to: i64) -> bool {
        self.ends().is_some_and(|(own_from, own_to)| {
            let at_edge = match edge {
                Edge::Start => own_from == from,
                Edge::Middle => ((own_from + own_to) - (from + to)).abs() * 10 <= (to - from) * 2,
                Edge::End => own_to == to,
            };
            let (own, length) = (own_to - own_from, to - from);
            at_edge && own * 2 >= length && length * 2 >= own
        })
    }
}

pub(super) fn minutes(day: Day) -> i64 {
    i64::from(day.0) * DAY
}

/// Days that count from a time told before, counted from the day of reference instead.
fn from_reference(time: &Time, today: Day) -> Option<(Day, Day)> {
    let step = time.named.step.filter(|step| step.from == Anchor::Narrative)?;
    let date = today.civil();
    let (month, quarter) = (i32::from(date.month) + step.count, i32::from((date.month - 1) / 3) + step.count);
    match step.unit {
        Grain::Day | Grain::DayPart => Some((today.plus(step.count), today.plus(step.count + 1))),
        Grain::Week => {
            let monday = today.week_start().plus(7 * step.count);
            Some(match time.named.weekday {
                Some(weekday) => (monday.plus(weekday.into()), monday.plus(i32::from(weekday) + 1)),
                None => (monday, monday.plus(7)),
            })
        }
        Grain::Month => Day::first_of(date.year, month).zip(Day::first_of(date.year, month + 1)),
        Grain::Season => Day::first_of(date.year, quarter * 3 + 1).zip(Day::first_of(date.year, quarter * 3 + 4)),
        Grain::Year => Day::new(date.year + step.count, 1, 1).zip(Day::new(date.year + step.count + 1, 1, 1)),
        Grain::Decade => {
            let first = date.year / 10 * 10 + 10 * step.count;
            Day::new(first, 1, 1).zip(Day::new(first + 10, 1, 1))
        }
        _ => None,
    }
}

/// The minute at a distance in hours or minutes from a time told before, counted from the minute of reference instead.
fn minute_from_reference(time: &Time, published: Option<&Published>) -> Option<i64> {
    let step = time.named.step.filter(|step| step.from == Anchor::Narrative)?;
    let size = match step.unit {
        Grain::Minute => 1,
        Grain::Hour => 60,
        _ => return None,
    };
    let published = published?;
    Some(minutes(published.day) + i64::from(published.minute?) + i64::from(step.count) * size)
}

/// The readings of a time: both halves of an open dial, both orders of digits, and a bound as the open stretch and as the time it names.
pub(super) fn intervals(time: &Time, published: Option<&Published>) -> Vec<Interval> {
    if let Some(at) = minute_from_reference(time, published) {
        return vec![Interval { dated: true, from: Some(at), to: Some(at + 1) }];
    }
    let today = published.map(|published| published.day);
    let days = time.days.or_else(|| today.and_then(|today| from_reference(time, today)));
    let halves: &[i32] = if time.twelve_hour { &[0, 720] } else { &[0] };
    let orders = [Some(days), time.swapped.map(Some)].into_iter().flatten();
    let readings = orders.flat_map(|days| halves.iter().map(move |half| (days, half)));
    let mut found = Vec::new();
    for (days, half) in readings {
        let base = days.map_or(0, |days| minutes(days.0));
        let (mut from, mut to) = match (days, time.clock) {
            (_, Some(clock)) => (base + i64::from(clock.0 + half), base + i64::from(clock.1 + half)),
            (Some(days), None) => (minutes(days.0), minutes(days.1)),
            (None, None) => continue,
        };
        // "Around nine" by its middle: half an hour of leeway on both sides.
        if time.approximate && time.clock.is_some() && to - from == 61 {
            (from, to) = (from + 30, from + 31);
        }
        let interval = |from, to| Interval { dated: days.is_some(), from, to };
        let is_instant = time.clock.is_some() && to - from == 1;
        let last = if is_instant { from } else { to };
        found.push(match time.bound {
            TimeBound::Before => interval(None, Some(from)),
            TimeBound::Until => interval(None, Some(from)),
            TimeBound::By => interval(None, Some(last)),
            TimeBound::After => interval(Some(last), None),
            TimeBound::From => interval(Some(from), None),
            TimeBound::At => interval(Some(from), Some(to)),
        });
        if time.bound != TimeBound::At {
            found.push(interval(Some(from), Some(to)));
        }
        if time.bound == TimeBound::Until {
            found.push(interval(None, Some(last)));
        }
    }
    found
}
