//! From two times to the interval between them.

use super::{Grain, Named, Time, TimeBound, phrase::Phrase};
use crate::facts::calendar::{Day, month_length};

/// The interval from one time to another; none when they do not make one.
pub(super) fn range(first: &Time, second: &Time, phrases: (&Phrase, &Phrase)) -> Option<Time> {
    let mut time =
        Time { grain: first.grain.min(second.grain), zone: second.zone.or(first.zone), bound: TimeBound::At, ..*first };
    time.approximate = first.approximate || second.approximate;
    match (first.clock, second.clock) {
        (Some(from), Some(to)) => {
            let to_end = if phrases.1.is_part { to.1 } else { to.0 };
            let ((from, to_end), twelve_hour) = halves((from.0, first.twelve_hour), (to_end, second.twelve_hour));
            let days_apart = match (first.days, second.days) {
                (Some(left), Some(right)) => right.0.0.checked_sub(left.0.0)?,
                _ => 0,
            };
            if !(0..=1).contains(&days_apart) {
                // Longer stretches are told by their days.
                time.clock = None;
                time.days = Some((first.days?.0, second.days?.1)).filter(|(from, to)| from < to);
                time.grain = Grain::Day;
                return time.days.map(|_| time);
            }
            let to_end = in_order((from, to_end + days_apart * 1440), twelve_hour).1;
            time.clock = Some((from, to_end));
            time.twelve_hour = twelve_hour;
            time.days = first.days.or(second.days);
            time.swapped = first.swapped.or(second.swapped);
            if first.days.is_none() {
                time.named = second.named;
            }
            Some(time)
        }
        (None, None) => {
            let (Some(left), Some(right)) = (first.days, second.days) else { return named_range(time, first, second) };
            let mut from = left.0;
            let mut right = right;
            // "From next Monday to Friday": of the same week.
            let is_bare = |phrase: &Phrase| phrase.weekday.is_some() && phrase.days.is_none() && phrase.step.is_none();
            if phrases.0.turn.is_some() && phrases.1.turn.is_none() && is_bare(phrases.1) && from >= right.1 {
                let weeks = (from.0 - right.0.0 + 6) / 7;
                right = (right.0.plus(7 * weeks), right.1.plus(7 * weeks));
            }
            if from >= right.1 && phrases.0.year.is_none() {
                // Monday to Wednesday of one week; November to February.
                let back = if phrases.0.weekday.is_some() && phrases.0.days.is_none() { 7 } else { 365 };
                from = from.plus(-back);
                if back == 365 {
                    let date = left.0.civil();
                    from = Day::new(date.year - 1, date.month, date.day.min(month_length(date.year - 1, date.month)?))?;
                }
            }
            time.days = Some((from, right.1)).filter(|(from, to)| from < to);
            time.swapped = match (first.swapped, second.swapped) {
                (None, None) => None,
                (left_swapped, right_swapped) => {
                    Some((left_swapped.unwrap_or(left).0, right_swapped.unwrap_or(right).1))
                        .filter(|(from, to)| from < to)
                }
            };
            time.days.map(|_| time)
        }
        _ => None,
    }
}

/// A beginning and an end by the clock as one stretch: minutes from midnight, and whether both may be of either half
/// of the day.
pub(super) fn clocks(first: (i32, bool), second: (i32, bool)) -> ((i32, i32), bool) {
    let (clocks, twelve_hour) = halves(first, second);
    (in_order(clocks, twelve_hour), twelve_hour)
}

/// "From 9 to 11 a.m.": the end settles the half of the day for the beginning, and the beginning for the end.
fn halves((from, from_open): (i32, bool), (to, to_open): (i32, bool)) -> ((i32, i32), bool) {
    let clocks = if from_open && !to_open {
        let same_half = from + to / 720 * 720;
        ((if same_half < to { same_half } else { same_half - 720 }).rem_euclid(1440), to)
    } else if to_open && !from_open {
        // "8am until 6": the next time that the dial shows it.
        (from, if to > from { to } else { to + (from - to) / 720 * 720 + 720 })
    } else {
        (from, to)
    };
    (clocks, from_open && to_open)
}

/// An end that lies before its beginning is of the next day, or of the next round of the dial.
fn in_order((from, to): (i32, i32), twelve_hour: bool) -> (i32, i32) {
    (from, if to <= from { to + if twelve_hour { 720 } else { 1440 } } else { to })
}

/// A range of months where no year is known.
fn named_range(time: Time, first: &Time, second: &Time) -> Option<Time> {
    let (left, right) = (first.named.months?, second.named.months?);
    let end = if right.1 > left.0 { right.1 } else { right.1 + 12 };
    let plain = first.named.day.is_none() && second.named.day.is_none();
    plain.then_some(Time { named: Named { months: Some((left.0, end)), ..Named::default() }, days: None, ..time })
}
