//! Compares the engine's times with the values of the specifications.

use serde_json::Value;
use variorum::facts::{
    Value as Reading,
    calendar::{Day, Published},
    ratio::Ratio,
    time::{Grain, Time, TimeBound},
};

use super::interval::{DAY, Edge, Interval, intervals, minutes};

/// The zone of Duckling's moment of reference, in minutes ahead of UTC.
const DUCKLING_ZONE: i64 = -120;

/// A date of a specification, with its time of day where it has one: minutes from 1970.
fn moment(text: &str) -> Option<(i64, bool)> {
    let (date, time) = text.split_once([' ', 'T']).map_or((text, None), |(date, time)| (date, Some(time)));
    let mut fields = date.split('-').map(|field| field.parse::<i32>().ok());
    let (year, month, day) = (fields.next()??, fields.next()??, fields.next()??);
    let day = minutes(Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?);
    Some((day + time.map_or(Some(0), clock)?, time.is_some()))
}

/// Minutes from midnight.
fn clock(text: &str) -> Option<i64> {
    let mut fields = text.split(':').map(|field| field.parse::<i64>().ok());
    Some(fields.next()?? * 60 + fields.next().flatten().unwrap_or(0))
}

/// How long a distance by a number of units may be here, where it is as long as its unit: minutes.
fn counted_unit(words: &str) -> Option<i64> {
    let words = words.to_lowercase();
    let units = [("decade", 3660), ("year", 366), ("month", 31), ("fortnight", 7), ("week", 7), ("day", 3)];
    let counts = ["ago", "in", "from", "hence", "later", "back", "after", "before", "earlier"];
    let (_, days) = units.into_iter().find(|(unit, _)| words.contains(unit))?;
    words.split(' ').any(|word| counts.contains(&word)).then_some(days * DAY)
}

/// Which part of a period words tell.
fn part_of(words: &str) -> Option<Edge> {
    let tells = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    match () {
        () if tells(&["beginning", "start", "early"]) => Some(Edge::Start),
        () if tells(&["middle", "mid"]) => Some(Edge::Middle),
        () if tells(&["end", "late"]) => Some(Edge::End),
        () => None,
    }
}

/// Whether words tell a stretch up to now or from now on.
fn is_reach(words: &str) -> bool {
    ["last ", "past ", "next ", "coming ", "previous "].iter().any(|lead| words.to_lowercase().starts_with(lead))
}

/// Whether words tell a distance by a number of units, and a stretch no longer than the unit holds the point that is
/// wanted.
fn is_counted_to(words: &str, interval: &Interval, point: i64) -> bool {
    let Some(longest) = counted_unit(words) else { return false };
    interval.ends().is_some_and(|(from, to)| from <= point && point < to && to - from <= longest)
}

/// Whether a stretch is the last hours of the day whose last second is wanted.
fn is_end_of_day(interval: &Interval, point: i64) -> bool {
    let midnight = (point + 1).div_euclid(DAY) * DAY;
    (point + 1) % DAY == 0
        && interval.ends().is_some_and(|(from, to)| (midnight - DAY / 2..midnight).contains(&from) && to >= midnight)
}

/// Whether a moment begins a unit, and where that unit ends.
fn unit_end(from: i64, unit: &str) -> Option<i64> {
    let date = Day(i32::try_from(from.div_euclid(DAY)).ok()?).civil();
    let (year, month) = (date.year, i32::from(date.month));
    let is_first = date.day == 1 && from % DAY == 0;
    match unit {
        "Second" | "Minute" => Some(from + 1),
        "Hour" => Some(from + 60),
        "Day" => Some(from + DAY),
        "Week" => Some(from + 7 * DAY),
        "Month" if is_first => Day::first_of(year, month + 1).map(minutes),
        "Quarter" if is_first && month % 3 == 1 => Day::first_of(year, month + 3).map(minutes),
        "Year" if is_first && month == 1 => Day::first_of(year + 1, 1).map(minutes),
        _ => None,
    }
}

/// Whether a time is what Recognizers wants in one of its values.
pub(super) fn of_recognizers(wanted: &Value, time: &Time, words: &str, published: Option<&Published>) -> bool {
    let text = |key: &str| wanted[key].as_str();
    if text("value") == Some("not resolved") {
        return true;
    }
    let found = intervals(time, published);
    let any = |fits: &dyn Fn(&Interval) -> bool| found.iter().any(fits);
    let is_part = time.grain == Grain::DayPart;
    let is_about = text("Mod") == Some("approx");
    let edge = match text("Mod") {
        Some("start") => Some(Edge::Start),
        Some("mid") => Some(Edge::Middle),
        Some("end") => Some(Edge::End),
        _ => None,
    };
    let edge = edge.filter(|_| time.approximate);
    match text("type") {
        Some("date") => text("value").and_then(moment).is_some_and(|(day, _)| {
            any(&|own| own.dated && (own.is(day, day + DAY) || is_counted_to(words, own, day)))
        }),
        Some("datetime") => text("value").and_then(moment).is_some_and(|(at, _)| {
            let ends_there = |own: &Interval| is_part && time.approximate && is_end_of_day(own, at);
            any(&|own| own.dated && (own.is(at, at + 1) || ends_there(own)))
        }),
        Some("time") => text("value").and_then(clock).is_some_and(|at| any(&|own| !own.dated && own.is(at, at + 1))),
        Some("timerange") if is_about && text("value").is_some() => {
            text("value").and_then(clock).is_some_and(|at| any(&|own| !own.dated && own.from == Some(at)))
        }
        Some("daterange" | "datetimerange") if is_about && text("value").is_some() => {
            text("value").and_then(moment).is_some_and(|(at, has_time)| {
                let size = if has_time { 1 } else { DAY };
                let middle = |own: &Interval| own.ends().map(|(from, to)| (from + to) / 2 / size * size);
                any(&|own| own.dated && middle(own) == Some(at))
            })
        }
        Some("timerange") => {
            let (from, to) = (text("start").and_then(clock), text("end").and_then(clock));
            match from.zip(to) {
                Some((from, to)) if is_part => any(&|own| !own.dated && own.is_like(from, to)),
                Some((from, to)) => any(&|own| !own.dated && (own.is(from, to) || own.is(from, to + DAY))),
                None => any(&|own| !own.dated && (own.from, own.to) == (from, to)),
            }
        }
        Some("daterange" | "datetimerange") => {
            let (from, to) = (text("start").and_then(moment), text("end").and_then(moment));
            // The day that a bound names: "after 1 January" is from the 2nd on, "by 1 January" takes it in.
            let after_day = |bound: TimeBound| if time.bound == bound && time.grain == Grain::Day { DAY } else { 0 };
            let is_range = text("timex").is_some_and(|timex| timex.starts_with('('));
            any(&|own| {
                let ends_there = |end: i64| {
                    let unit = match time.grain {
                        Grain::Month => "Month",
                        Grain::Season => "Quarter",
                        Grain::Year => "Year",
                        _ => "Day",
                    };
                    own.to == Some(end) || is_range && end % DAY == 0 && unit_end(end, unit) == own.to
                };
                own.dated
                    && match (from, to) {
                        (Some((from, _)), Some((to, _))) if is_part => own.is_like(from, to),
                        (Some((from, _)), Some((to, _))) => {
                            own.from == Some(from) && ends_there(to)
                                || edge.is_some_and(|edge| own.is_part(edge, from, to))
                        }
                        (Some((from, _)), None) => {
                            let after = from + after_day(TimeBound::After);
                            own.to.is_none() && (own.from == Some(from) || own.from == Some(after))
                        }
                        (None, Some((to, _))) if text("Mod") == Some("before-end") => own.to == Some(to),
                        (None, Some((to, _))) => {
                            let by = to + after_day(TimeBound::By);
                            own.from.is_none() && (own.to == Some(to) || own.to == Some(by))
                        }
                        (None, None) => false,
                    }
            })
        }
        _ => false,
    }
}

/// Whether a time is what Duckling wants.
pub(super) fn of_duckling(wanted: &Value, time: &Time, words: &str, published: Option<&Published>) -> bool {
    let grain = wanted["grain"].as_str().unwrap_or_default();
    let Some((from, _)) = wanted["from"].as_str().and_then(moment) else { return false };
    let to = wanted["to"].as_str().and_then(moment).map(|(to, _)| to);
    let shift = time.zone.map_or(0, |zone| DUCKLING_ZONE - i64::from(zone));
    intervals(time, published).iter().any(|own| {
        // Without a day, the hours of the day that is wanted; midnight is 24:00 here.
        let own_day = own.from.map_or(0, |from| from.div_euclid(DAY));
        let base = if own.dated { 0 } else { (from.div_euclid(DAY) - own_day) * DAY };
        let shifted = |end: Option<i64>| end.map(|end| end + shift + base);
        let own = Interval { dated: true, from: shifted(own.from), to: shifted(own.to) };
        match (wanted["open"].as_str(), to) {
            (Some("After"), _) => own.from == Some(from) && own.to.is_none(),
            (Some(_), _) => own.from.is_none() && own.to == Some(from),
            (None, Some(to)) if time.grain == Grain::DayPart => own.is_like(from, to),
            (None, Some(to)) => {
                let ends = own.to.is_some_and(|end| [end, end + 1, end + 60].contains(&to));
                let sighted = time.approximate && own.is(from - DAY, to + DAY);
                let edge = part_of(words).filter(|_| time.approximate);
                let is_part_of_period = edge.is_some_and(|edge| own.is_part(edge, from, to));
                // Seasons by the sun, stretches of whole units.
                let season = time.grain == Grain::Season && own.shares_most(from, to);
                let length = own.ends().map_or(0, |(from, to)| to - from);
                let reach = is_reach(words) && own.shares_most(from, to) && (to - from - length).abs() * 20 <= length;
                // A weekend from Friday evening on.
                let friday = words.contains("end") && own.is(from + 360, to);
                // "By the end of the month" runs from now on.
                (own.from == Some(from) || own.from.is_none()) && ends
                    || sighted
                    || is_part_of_period
                    || season
                    || reach
                    || friday
            }
            (None, None) => {
                let instant = time.clock.is_some() && own.is(from, from + 1);
                let unit = unit_end(from, grain).is_some_and(|end| own.is(from, end));
                // A feast that begins by sight of the moon, with its day of leeway.
                let sighted = time.approximate && time.clock.is_none() && own.is(from - DAY, from + 2 * DAY);
                instant || unit || sighted || time.clock.is_none() && is_counted_to(words, &own, from)
            }
        }
    })
}

/// The seconds of a duration, in each value of Recognizers; none for what is no duration.
pub(super) fn duration(expected: &Value) -> Option<Vec<i64>> {
    let values = expected["values"].as_array()?;
    let is_duration = values.iter().any(|value| value["type"] == "duration");
    let seconds = |value: &Value| value["value"].as_str()?.split('.').next()?.parse().ok();
    is_duration.then(|| values.iter().filter_map(seconds).collect())
}

/// Whether a measure lasts so many seconds; months and years are of the mean calendar here, of 30 and 365 days there.
pub(super) fn lasts(reading: &Reading, seconds: i64) -> bool {
    let Reading::Quantity(quantity) = reading else { return false };
    let written = quantity.written.to_decimal(0).replace(',', "");
    let own: i64 = written.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or_default();
    // "A few hours" are three there, a range here.
    let wanted = Ratio::whole(seconds);
    let within = quantity.lo.zip(quantity.hi).is_some_and(|(lo, hi)| lo <= wanted && wanted <= hi);
    let by_months = seconds >= 30 * 86_400;
    own == seconds || by_months && (own - seconds).abs() * 50 <= seconds || within
}
