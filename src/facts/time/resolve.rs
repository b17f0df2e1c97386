//! From what the words say to an interval, counted from the article's publication.

use super::{
    Anchor, Grain, Named, Step, Time,
    feasts::{feast_days, is_by_sight, with_weekend},
    lengths::Length,
    loosen::{LEEWAY, apply_part, apply_shade},
    parts::pick,
    phrase::Phrase,
    tense::Direction,
};
use crate::facts::calendar::{Day, Published};

/// Days from which a date without a year is taken for the nearer one on the other side: newsrooms name the year, or
/// say "last" and "next", long before a year has passed.
const FURTHEST: i32 = 300;

/// Minutes of the longest stretch by the clock that is counted from publication: "the past 48 hours", with room.
const FAR: i32 = 10 * 1440;

/// First and last days of an interval, half-open.
type Days = (Day, Day);

/// Turns a phrase into a time. Without a publication date, what would be counted from it stays as named.
pub(super) fn resolve(phrase: &Phrase, published: Option<&Published>, direction: Direction) -> Time {
    let today = published.map(|published| published.day);
    let (first, swapped) = both_orders(phrase, today, direction);
    let mut time = Time {
        days: first.and_then(|days| moved(days, phrase.offset)),
        swapped: swapped.and_then(|days| moved(days, phrase.offset)),
        clock: phrase.clock,
        twelve_hour: phrase.twelve_hour,
        zone: phrase.zone,
        is_local: phrase.is_local,
        named: Named::default(),
        grain: phrase.grain,
        bound: phrase.bound,
        approximate: false,
    };
    if time.days.is_none() && phrase.offset == (0, 0) && phrase.nth.is_none() && !phrase.is_reach {
        time.named = Named {
            weekday: phrase.weekday,
            day: phrase.days.map(|(day, _)| day),
            months: phrase.months,
            step: phrase.step,
        };
    }
    if let (Some(length), Some((first, _))) = (phrase.lasts, time.days) {
        let end = match length {
            Length::Minutes(_) => None,
            Length::Days(days) => Some(first.plus(days)),
            Length::Months(months) => moved(single(first), (0, months)).map(|days| days.0),
        };
        time.days = end.filter(|end| first < *end).map(|end| (first, end)).or(time.days);
        time.swapped = None;
    }
    time.approximate |= phrase.feast.is_some_and(is_by_sight);
    if phrase.has_summer_time {
        let day = time.days.map(|days| days.0).or(today);
        time.zone = day.and_then(is_summer_time).and_then(|summer| Some(phrase.zone? + if summer { 60 } else { 0 }));
    }
    if let Some(part) = phrase.part {
        apply_part(&mut time, part, phrase, today);
    }
    if let Some(shade) = phrase.shade {
        apply_shade(&mut time, shade);
    }
    if let (Some(step), Some(Published { day, minute: Some(minute) })) = (phrase.step, published)
        && let (Grain::Minute | Grain::Hour, Anchor::Publication) = (step.unit, step.from)
    {
        if phrase.is_reach {
            let length = step.count.saturating_mul(if step.unit == Grain::Hour { 60 } else { 1 }).clamp(-FAR, FAR);
            let (from, to) = (minute + length.min(0), minute + length.max(0));
            let shift = from.div_euclid(1440);
            time.days = Some(single(day.plus(shift)));
            time.clock = Some((from - shift * 1440, to - shift * 1440));
            return time;
        }
        // "Two hours ago" is rounded, "in ten minutes" less so.
        let size = if step.unit == Grain::Hour { 60 } else { 1 };
        let at = minute.saturating_add(step.count.saturating_mul(size));
        let clock = at.rem_euclid(1440);
        let leeway = if size == 60 { LEEWAY } else { 0 };
        time.days = Some(single(day.plus(at.div_euclid(1440))));
        time.clock = Some((clock - leeway, clock + leeway + 1));
        time.swapped = None;
        time.named = Named::default();
        time.grain = Grain::Minute;
        time.approximate |= leeway > 0;
    }
    if let Some(Step { unit: Grain::Week | Grain::Month | Grain::Year, from: Anchor::Publication, .. }) = phrase.step {
        // "Two weeks ago" is rounded, and so is "two years ago"; "last week" is a week of the calendar.
        time.approximate |= phrase.is_count && !phrase.is_reach;
    }
    time
}

/// Whether clocks in North America are ahead on a day: from the second Sunday of March to the first of November,
/// the rule since 2007 (Energy Policy Act of 2005). None for earlier years.
fn is_summer_time(day: Day) -> Option<bool> {
    let year = day.civil().year;
    let first_sunday =
        |month| Day::new(year, month, 1).map(|first| first.plus((6 - i32::from(first.weekday())).rem_euclid(7)));
    let (begin, end) = (first_sunday(3)?.plus(7), first_sunday(11)?);
    (year >= 2007).then_some(begin <= day && day < end)
}

/// The days of a phrase, and those of its other order where its digits leave both open. A weekday beside them settles it.
fn both_orders(phrase: &Phrase, today: Option<Day>, direction: Direction) -> (Option<Days>, Option<Days>) {
    let first = days(phrase, today, direction);
    if !phrase.is_swappable {
        return (first, None);
    }
    let other = days(&phrase.swapped(), today, direction);
    let on_weekday = |days: Option<Days>| days.filter(|days| Some(days.0.weekday()) == phrase.weekday);
    match (on_weekday(first), on_weekday(other)) {
        (Some(days), None) | (None, Some(days)) => (Some(days), None),
        _ => (first, other),
    }
}

fn days(phrase: &Phrase, today: Option<Day>, direction: Direction) -> Option<Days> {
    if let Some(span) = phrase.span {
        return Some(span);
    }
    if let Some(nth) = phrase.nth {
        return pick(nth, days(&phrase.with(|it| it.nth = None), today, direction)?);
    }
    if let Some(feast) = phrase.feast {
        let on = |year| {
            feast_days(feast, year).and_then(|days| if phrase.is_weekend { with_weekend(days) } else { Some(days) })
        };
        return match (phrase.year, phrase.step) {
            (Some(year), _) => on(year),
            (None, Some(step)) => on(today?.civil().year.checked_add(step.count)?),
            (None, None) => nearest(years_around(today?).map(on), true, None, phrase.turn, today?, direction),
        };
    }
    match (phrase.year, phrase.months, phrase.days) {
        (Some(year), Some(months), Some(days)) => return date(year, months.0, days),
        (Some(year), Some(months), None) => return months_of(year, months),
        (Some(year), None, None) => return Some((Day::new(year, 1, 1)?, Day::new(year + 1, 1, 1)?)),
        _ => {}
    }
    let today = today?;
    if phrase.is_whole_week {
        let (day, _) = days(&phrase.with(|it| it.is_whole_week = false), Some(today), direction)?;
        return Some((day.week_start(), day.week_start().plus(7)));
    }
    if let Some(step) = phrase.step.filter(|_| !phrase.is_own_year) {
        return step_days(phrase, step, today, direction);
    }
    let around = years_around(today);
    match (phrase.months, phrase.days, phrase.weekday) {
        (Some(months), Some(days), weekday) => {
            nearest(around.map(|year| date(year, months.0, days)), false, weekday, phrase.turn, today, direction)
        }
        (Some(months), None, _) => season(months, phrase.turn, today, direction),
        (None, Some(days), None) => day_of_month(days, today, direction),
        (None, Some(days), Some(weekday)) => {
            // "Tuesday the 12th": the nearest month in which they fall together.
            (0..7).flat_map(|away| [-away, away]).find_map(|away| {
                let first = first_of_month(today, away)?.civil();
                let day = Day::new(first.year, first.month, days.0)?;
                (day.weekday() == weekday).then_some((day, day.plus(1)))
            })
        }
        (None, None, Some(weekday)) => Some(single(nearest_weekday(weekday, phrase.turn, today, direction))),
        (None, None, None) => None,
    }
}

/// Days that lie at a distance of days and months from others. Counted in months, a day stays one day.
fn moved((first, end): Days, (days, months): (i32, i32)) -> Option<Days> {
    if months == 0 {
        return Some((first.plus(days), end.plus(days)));
    }
    let date = first.civil();
    let month = Day::first_of(date.year, i32::from(date.month).checked_add(months)?)?;
    let length = Day::first_of(date.year, i32::from(date.month) + months + 1)?.0 - month.0;
    Some(single(month.plus(i32::from(date.day).min(length) - 1)))
}

const fn single(day: Day) -> Days {
    (day, day.plus(1))
}

fn date(year: i32, month: u8, days: (u8, u8)) -> Option<Days> {
    Some((Day::new(year, month, days.0)?, Day::new(year, month, days.1 - 1)?.plus(1)))
}

fn months_of(year: i32, months: (u8, u8)) -> Option<Days> {
    Some((Day::first_of(year, months.0.into())?, Day::first_of(year, months.1.into())?))
}

/// The first day of the month that lies `away` months from a day's.
fn first_of_month(today: Day, away: i32) -> Option<Day> {
    let date = today.civil();
    Day::first_of(date.year, i32::from(date.month).checked_add(away)?)
}

/// The weekday that is meant: the most recent one with today, or the next one where the future is spoken of.
fn nearest_weekday(weekday: u8, turn: Option<i32>, today: Day, direction: Direction) -> Day {
    let back = i32::from(today.weekday()) - i32::from(weekday);
    let recent = today.plus(-back.rem_euclid(7));
    let coming = today.plus((-back).rem_euclid(7));
    match (turn, direction) {
        (Some(-1), _) => {
            if recent == today {
                today.plus(-7)
            } else {
                recent
            }
        }
        // "Next Friday" is the one of next week: said on a Monday, that of the same week is "this Friday".
        (Some(1), _) => today.week_start().plus(7 + i32::from(weekday)),
        (Some(2), _) if coming == today => coming.plus(7),
        (Some(2), _) => coming,
        (Some(0), Direction::Past) => recent,
        (Some(0), _) | (None, Direction::Future) => coming,
        _ => recent,
    }
}

/// The years in which a day without its year may lie.
fn years_around(today: Day) -> [i32; 3] {
    let year = today.civil().year;
    [year - 1, year, year + 1]
}

/// A day of the year without its year: a weekday settles it, else the direction, else the nearest one.
fn nearest(
    candidates: [Option<Days>; 3],
    is_feast: bool,
    weekday: Option<u8>,
    turn: Option<i32>,
    today: Day,
    direction: Direction,
) -> Option<Days> {
    let candidates = candidates.into_iter().flatten();
    let distance = |days: &Days| (days.0.0 - today.0).abs();
    if let Some(weekday) = weekday {
        let fitting = candidates.clone().filter(|days| days.0.weekday() == weekday).min_by_key(distance);
        if fitting.is_some() {
            return fitting;
        }
    }
    let direction = match turn {
        Some(-1) => Direction::Past,
        Some(1 | 2) => Direction::Future,
        _ => direction,
    };
    let past = candidates.clone().filter(|days| days.0 <= today).max();
    let future = candidates.clone().filter(|days| days.1 > today).min();
    let near = |days: &Days| turn.is_some() || distance(days) <= FURTHEST;
    match direction {
        Direction::Past => past.filter(near).or(future),
        // A feast that is ahead is the next one, however far: at Christmas, said in January.
        Direction::Future => future.filter(|days| is_feast || near(days)).or(past),
        Direction::Open => candidates.min_by_key(distance),
    }
}

/// A month, a quarter or a season without a year: the most recent that has begun, or the next that has not ended.
fn season(months: (u8, u8), turn: Option<i32>, today: Day, direction: Direction) -> Option<Days> {
    let year = today.civil().year;
    let candidates = (year - 2..=year + 2).filter_map(|year| months_of(year, months));
    let (mut begun, mut to_come) =
        (candidates.clone().filter(|days| days.0 <= today), candidates.clone().filter(|days| days.1 > today));
    match (turn, direction) {
        (Some(-1), _) => candidates.filter(|days| days.1 <= today).max(),
        (Some(1 | 2), _) => candidates.filter(|days| days.0 > today).min(),
        // "This March", "this summer": the one of the year.
        (Some(0), _) => months_of(year, months),
        (_, Direction::Future) => to_come.next(),
        _ => begun.by_ref().max(),
    }
}

fn day_of_month(days: (u8, u8), today: Day, direction: Direction) -> Option<Days> {
    let months: [i32; 3] = if direction == Direction::Future { [0, 1, 2] } else { [0, -1, -2] };
    months.into_iter().find_map(|away| {
        let first = first_of_month(today, away)?.civil();
        let days = date(first.year, first.month, days)?;
        let fits = if direction == Direction::Future { days.0 >= today } else { days.0 <= today };
        fits.then_some(days)
    })
}

/// The stretch of some units up to publication or from it: rolling, but for quarters and decades, which are of the
/// calendar.
fn reach(unit: Grain, count: i32, today: Day) -> Option<Days> {
    let date = today.civil();
    let months = |first: i32, length: i32| {
        let ends = (Day::first_of(date.year, first)?, Day::first_of(date.year, first.checked_add(length)?)?);
        Some(if length < 0 { (ends.1, ends.0) } else { ends })
    };
    let from = if count > 0 { today.plus(1) } else { today };
    let far = match unit {
        Grain::Day => from.plus(count),
        Grain::Week => from.plus(count.checked_mul(7)?),
        Grain::Month => moved(single(from), (0, count))?.0,
        Grain::Year => moved(single(from), (0, count.checked_mul(12)?))?.0,
        Grain::Season => {
            let quarter = i32::from((date.month - 1) / 3) * 3 + 1;
            return months(if count > 0 { quarter + 3 } else { quarter }, count.checked_mul(3)?);
        }
        Grain::Decade => moved(single(from), (0, count.checked_mul(120)?))?.0,
        _ => return None,
    };
    Some((from.min(far), from.max(far)))
}

/// The days at a distance from publication, in whole units of the calendar.
fn step_days(phrase: &Phrase, step: Step, today: Day, direction: Direction) -> Option<Days> {
    if step.from != Anchor::Publication {
        return None;
    }
    let Step { unit, count, .. } = step;
    let year = today.civil().year;
    if phrase.is_reach {
        return reach(unit, count, today);
    }
    match unit {
        Grain::Minute | Grain::Hour => None,
        Grain::DayPart | Grain::Day => {
            let day = today.plus(count);
            // From a week on, days are counted in round numbers.
            Some(if count <= -7 { (day.plus(-1), day.plus(2)) } else { single(day) })
        }
        Grain::Week if phrase.is_weekend => {
            let saturday = today.week_start().plus(5 + 7 * count);
            // "The weekend" is the last one that has begun, "this weekend" the coming one from Wednesday on.
            let said_early = today.weekday() < 2;
            let past = match phrase.turn {
                None => count == 0 && direction != Direction::Future,
                Some(turn) => turn == 0 && said_early && direction != Direction::Future,
            };
            let saturday = if past && saturday > today { saturday.plus(-7) } else { saturday };
            Some((saturday, saturday.plus(2)))
        }
        Grain::Week => {
            let monday = today.week_start().plus(count.checked_mul(7)?);
            if let Some(weekday) = phrase.weekday {
                return Some(single(monday.plus(i32::from(weekday))));
            }
            if phrase.is_count {
                // "Two weeks ago" is that day give or take three.
                let day = today.plus(count.checked_mul(7)?);
                return Some((day.plus(-3), day.plus(4)));
            }
            Some((monday, monday.plus(7)))
        }
        Grain::Month => Some((first_of_month(today, count)?, first_of_month(today, count.checked_add(1)?)?)),
        Grain::Season => {
            let quarter = i32::from((today.civil().month - 1) / 3).checked_add(count)?;
            let first = quarter.checked_mul(3)?.checked_add(1)?;
            Some((Day::first_of(year, first)?, Day::first_of(year, first.checked_add(3)?)?))
        }
        Grain::Year => {
            let year = year.checked_add(count)?;
            match (phrase.months, phrase.days) {
                (Some(months), Some(days)) => date(year, months.0, days),
                (Some(months), None) => months_of(year, months),
                _ => Some((Day::new(year, 1, 1)?, Day::new(year.checked_add(1)?, 1, 1)?)),
            }
        }
        Grain::Decade => {
            let first = if phrase.is_count { year } else { year / 10 * 10 };
            let first = first.checked_add(count.checked_mul(10)?)?;
            // "Three decades ago" is that year give or take five.
            let first = if phrase.is_count { first - 5 } else { first };
            Some((Day::new(first, 1, 1)?, Day::new(first.checked_add(10)?, 1, 1)?))
        }
    }
}
