//! Parts of periods ("late March", "the end of the year") and loose times ("around nine", "shortly before noon").

use super::{
    Grain, Time,
    phrase::{PeriodPart, Phrase, Shade},
};
use crate::facts::calendar::Day;

/// Minutes of leeway of "around" and of "shortly before": half an hour each. A judgement: a reporter who writes
/// "around nine" has not seen a clock at 9.30, and "shortly before nine" is not 8.15.
pub(super) const LEEWAY: i32 = 30;

/// Narrows a time to a part of it. Thirds overlap by nothing: "early May" is up to the tenth, "mid-May" to the twentieth.
pub(super) fn apply_part(time: &mut Time, part: PeriodPart, phrase: &Phrase, today: Option<Day>) {
    time.approximate = true;
    if let Some((start, end)) = time.clock {
        let third = (end - start) / 3;
        time.clock = Some(match part {
            PeriodPart::Early | PeriodPart::Start | PeriodPart::Earlier => (start, end - third),
            PeriodPart::Middle => (start + third / 2, end - third / 2),
            PeriodPart::Late | PeriodPart::End | PeriodPart::Later => (start + third, end),
        });
        return;
    }
    if phrase.is_single_day() {
        // Minutes from midnight: early is up to ten in the morning, late from six in the evening into the night.
        time.clock = match part {
            PeriodPart::Early | PeriodPart::Start => Some((0, 600)),
            PeriodPart::Middle => Some((600, 960)),
            PeriodPart::Late | PeriodPart::End => Some((1020, 1500)),
            PeriodPart::Earlier | PeriodPart::Later => None,
        };
        if time.clock.is_some() {
            time.grain = Grain::DayPart;
        }
        return;
    }
    let Some((first, end)) = time.days else { return };
    if time.grain == Grain::Decade && apply_part_of_decades(time, part, first, end) {
        return;
    }
    // The thirds of a month are its tens of days, those of a year four months, those of a week its ends from Friday and
    // to Wednesday; of all else a third of its days.
    let length = end.0 - first.0;
    let thirds = |early: i32, late: i32| (first.plus(early), first.plus(late));
    let (early, late) = match time.grain {
        Grain::Month if (28..=31).contains(&length) => thirds(10, 20),
        Grain::Week if length == 7 => thirds(3, 4),
        Grain::Year if (365..=366).contains(&length) => {
            let year = first.civil().year;
            let Some(thirds) = Day::new(year, 5, 1).zip(Day::new(year, 9, 1)) else { return };
            thirds
        }
        _ => thirds((length + 2) / 3, length - (length + 2) / 3),
    };
    time.days = match part {
        PeriodPart::Early | PeriodPart::Start => Some((first, early)),
        PeriodPart::Middle => Some((early, late)),
        PeriodPart::Late | PeriodPart::End => Some((late, end)),
        // Earlier this month, later this year: before the day of publication, and from it.
        PeriodPart::Earlier => {
            today.filter(|today| first < *today && *today < end).map_or(time.days, |today| Some((first, today)))
        }
        PeriodPart::Later => {
            today.filter(|today| first <= *today && *today < end).map_or(time.days, |today| Some((today, end)))
        }
    };
}

/// Narrows decades and centuries by whole years: the early 1990s are 1990 to 1993, the late ones 1996 to 1999.
fn apply_part_of_decades(time: &mut Time, part: PeriodPart, first: Day, end: Day) -> bool {
    let (from, to) = (first.civil().year, end.civil().year);
    let tenths = |count: i32| (to - from) * count / 10;
    let years = match part {
        PeriodPart::Early | PeriodPart::Start => (from, from + tenths(4)),
        PeriodPart::Middle => (from + tenths(3), from + tenths(7)),
        PeriodPart::Late | PeriodPart::End => (from + tenths(6), to),
        PeriodPart::Earlier | PeriodPart::Later => return false,
    };
    let (Some(first), Some(end)) = (Day::new(years.0, 1, 1), Day::new(years.1, 1, 1)) else { return false };
    time.days = Some((first, end)).filter(|(first, end)| first < end).or(time.days);
    true
}

/// Loosens a time. The interval holds the leeway; a period without a clock is widened by one of its units.
pub(super) fn apply_shade(time: &mut Time, shade: Shade) {
    time.approximate = true;
    if let Some((start, end)) = time.clock {
        time.clock = Some(match shade {
            Shade::About => (start - LEEWAY, end + LEEWAY),
            Shade::ShortlyBefore => (start - LEEWAY, start),
            Shade::ShortlyAfter => (end - 1, end - 1 + LEEWAY),
        });
        return;
    }
    let Some((first, end)) = time.days else { return };
    // A quarter of the length, at least a day: around May is late April to early June, around 2015 a season more.
    let around = ((end.0 - first.0) / 4).max(1);
    time.days = Some(match shade {
        Shade::About => (first.plus(-around), end.plus(around)),
        Shade::ShortlyBefore => (first.plus(-around.max(7)), first),
        Shade::ShortlyAfter => (end, end.plus(around.max(7))),
    });
}
