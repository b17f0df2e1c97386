//! Times by the clock: "9:40 p.m.", "22:15", "0240 GMT", "nine o'clock", "half past five", "four in the morning".

use super::{
    Grain,
    phrase::Phrase,
    reader::{Reader, number},
};
use crate::language::{lexicon::Class, tokens::Shape};

/// Words before a number that is a time although nothing behind it says so: "at 08.47".
const CLOCK_LEADS: [&str; 14] = [
    "at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "between", "and", "to",
    "issued",
];

/// An hour and a minute as written.
#[derive(Clone, Copy)]
struct Dial {
    hour: i32,
    minute: i32,
    /// Whether minutes are written.
    has_minutes: bool,
    /// Whether the hour has two digits.
    two_digits: bool,
    /// Whether the hour can only be one of 24: it begins with a nought or is above twelve.
    padded: bool,
}

impl Reader<'_> {
    /// A time by the clock that begins with a numeral.
    pub(super) fn clock(&self, at: usize) -> Option<Phrase> {
        let token = self.token(at)?;
        let text = self.word(at);
        if token.shape != Shape::Number
            || self.token(at.wrapping_sub(1)).is_some_and(|before| before.shape == Shape::Sign)
        {
            return None;
        }
        let (dial, mark) = match text.bytes().find(|byte| !byte.is_ascii_digit()) {
            Some(mark @ (b':' | b'.')) => (pair(text, mark as char)?, mark),
            None if text.len() == 4 => (
                Dial {
                    hour: number(&text[..2]),
                    minute: number(&text[2..]),
                    has_minutes: true,
                    two_digits: true,
                    padded: true,
                },
                b'0',
            ),
            None if text.len() <= 2 => {
                (Dial { hour: number(text), minute: 0, has_minutes: false, two_digits: false, padded: false }, b' ')
            }
            _ => return None,
        };
        if dial.hour > 24 || dial.minute > 59 || dial.hour == 24 && dial.minute > 0 {
            return None;
        }
        if mark == b' '
            && let Some(phrase) = self.words_of_clock(at)
        {
            return Some(phrase);
        }
        let meridiem = self.value(at + 1, Class::Meridiem);
        let Some(half) = meridiem else { return self.clock_of_day(at, dial, mark) };
        if !(1..=12).contains(&dial.hour) {
            // "14pm" is no time, "14:30 pm" says too much; the latter is still one time.
            let wide = dial.has_minutes && dial.hour >= 12 && half == 12;
            return wide.then(|| self.with_zone(Self::time_at(at, at + 2, dial.hour, dial.minute, true)));
        }
        Some(self.with_zone(Self::time_at(at, at + 2, dial.hour % 12 + half, dial.minute, dial.has_minutes)))
    }

    /// A time of digits without a.m. or p.m.
    fn clock_of_day(&self, at: usize, dial: Dial, mark: u8) -> Option<Phrase> {
        let before = at.wrapping_sub(1);
        let led = self.is_word(before, &CLOCK_LEADS) || self.phrase_before(at, Class::TimeShade).is_some();
        let hour_mark = self.is(at + 1, Class::HourMark);
        let end = at + 1 + usize::from(hour_mark);
        let zoned = self.is(end, Class::Zone)
            || self.phrase(end, Class::LocalZone).is_some_and(|(last, _)| last > end + 1 || self.is_capital(end));
        let free = !self.is_content(end)
            && !self.is(end, Class::Unit)
            && !self.is(end, Class::Percent)
            && !self.is(end, Class::Currency);
        let hyphen = self.is_hyphen(end) && self.is_joined(end);
        let fits = match mark {
            // A score or a ratio has no two-digit minutes; a running time ("in 9:58") stands behind "in" or "of".
            b':' => zoned || hour_mark || led || self.is_placed(at, end),
            b'.' => zoned || hour_mark || led && free && dial.two_digits && !hyphen,
            // "At 0737": a leading nought is no quantity.
            b'0' => zoned || hour_mark && (led || dial.hour < 10) || led && free && dial.hour < 10 && !hyphen,
            _ => return self.open_hour(at, dial.hour),
        };
        let twelve_hour = dial.padded || dial.hour == 0 || dial.hour > 12 || zoned || hour_mark;
        fits.then(|| {
            let time = Self::time_at(at, end, dial.hour, dial.minute, dial.has_minutes);
            let time = if twelve_hour { time } else { Self::either_half(time) };
            self.with_zone(time)
        })
    }

    /// Whether what stands beside digits with a colon makes them a time; a video's length ("| 1:38") and a ratio
    /// stand alone.
    fn is_placed(&self, at: usize, end: usize) -> bool {
        let before = at.wrapping_sub(1);
        let beside = |at: usize| {
            self.is(at, Class::Weekday) || self.is(at, Class::RelativeDay) || self.is(at, Class::RelativeNight)
        };
        let begins = at == self.from && !self.word(at).starts_with("0:");
        begins
            || beside(before)
            || beside(end)
            || self.digits(before).is_some()
            || self.is_word(before, &[",", "(", "the"]) && !self.is_content(end)
            || self.is_word(end, &["on", "that", "this"])
            || self.is_hyphen(end)
            || self.is_hyphen(before)
    }

    /// A bare hour whose half of the day stands with the second one of a range: "from 9 to 11 a.m.", "9-11am".
    fn open_hour(&self, at: usize, hour: i32) -> Option<Phrase> {
        let linked = self.is_hyphen(at + 1) || self.is_word(at + 1, &["to", "and", "until"]);
        let led = self.is_word(at.wrapping_sub(1), &["from", "between", "at"]) || !self.is_word(at + 1, &["and"]);
        let second =
            self.digits(at + 2).is_some_and(|(_, length)| length <= 2) || self.word(at + 2).contains([':', '.']);
        if !(linked && led && second && (1..=12).contains(&hour) && self.is(at + 3, Class::Meridiem)) {
            return None;
        }
        Some(Self::either_half(Self::time_at(at, at + 1, hour, 0, false)))
    }

    /// A time in words: "nine o'clock", "half past five", "quarter to six", "ten past four".
    pub(super) fn words_of_clock(&self, at: usize) -> Option<Phrase> {
        let article = usize::from(self.is_word(at, &["a"]));
        let first = at + article;
        let past = |at: usize| self.is_word(at, &["past"]);
        let quarter = self.is_word(first, &["quarter"]);
        if self.is_word(first, &["half"]) && article == 0 && past(first + 1) {
            return self.minutes_past(at, first + 2, 30);
        }
        if let Some((hour_end, hour)) = self.hour(first).filter(|_| article == 0)
            && self.phrase(hour_end, Class::OClock).is_some()
        {
            return Some(self.finish(at, hour_end + 1, hour, 0, false));
        }
        let (after, minutes) = if quarter { (first + 1, 15) } else { self.small_number(first)? };
        if !(1..=29).contains(&minutes) {
            return None;
        }
        let unit = self.value(after, Class::CalendarUnit) == Some(0);
        let link = after + usize::from(unit);
        // "Ten to eight" is as often a range of numbers; a lead says that it is a time.
        let led = quarter
            || unit
            || self.is_word(
                at.wrapping_sub(1),
                &["at", "by", "around", "about", "before", "after", "until", "till", "since"],
            );
        let even = matches!(minutes, 5 | 10 | 15 | 20 | 25) || unit;
        if !even {
            return None;
        }
        if past(link) {
            self.minutes_past(at, link + 1, minutes)
        } else if led && self.is_word(link, &["to", "before"]) {
            self.minutes_past(at, link + 1, -minutes)
        } else {
            None
        }
    }

    fn minutes_past(&self, start: usize, at: usize, minutes: i32) -> Option<Phrase> {
        let (end, hour) = self.hour(at).or_else(|| {
            let noon = self.phrase(at, Class::DayPart).filter(|_| self.is_word(at, &["noon", "midnight", "midday"]))?;
            Some((noon.0, if self.is_word(at, &["midnight"]) { 24 } else { 12 }))
        })?;
        // What is counted behind the hour makes it a quantity: "ten to eight people".
        if self.is_content(end) && !self.is(end, Class::OClock) {
            return None;
        }
        let end = end + usize::from(self.is(end, Class::OClock));
        if hour == 24 || self.is_word(at, &["noon", "midday"]) {
            return Some(self.with_zone(Self::shifted(start, end, hour * 60 + minutes)));
        }
        let (hour, minute) =
            if minutes < 0 { (if hour == 1 { 12 } else { hour - 1 }, minutes + 60) } else { (hour, minutes) };
        Some(self.finish(start, end, hour, minute, true))
    }

    /// A time on the twelve-hour dial, with the half of the day where it is told.
    fn finish(&self, start: usize, end: usize, hour: i32, minute: i32, has_minutes: bool) -> Phrase {
        match self.value(end, Class::Meridiem) {
            Some(half) => self.with_zone(Self::time_at(start, end + 1, hour % 12 + half, minute, has_minutes)),
            None => self.with_zone(Self::either_half(Self::time_at(start, end, hour, minute, has_minutes))),
        }
    }

    /// A bare hour before a part of the day: "four in the morning", "eight on Tuesday evening".
    pub(super) fn hour_of_part(&self, at: usize) -> Option<Phrase> {
        let (end, hour) = self.hour(at)?;
        let led = self.is_word(at.wrapping_sub(1), &CLOCK_LEADS) || self.phrase_before(at, Class::TimeShade).is_some();
        let of_part = self.is_word(end, &["in"]) && self.is_word(end + 1, &["the"]) && self.is(end + 2, Class::DayPart)
            || self.is_word(end, &["at"]) && self.is_word(end + 1, &["night"])
            || self.is_word(end, &["that", "this", "yesterday", "tomorrow"]) && self.is(end + 1, Class::DayPart)
            || self.is(end, Class::Weekday) && self.is(end + 1, Class::DayPart)
            || self.is_word(end, &["on"]) && self.is(end + 1, Class::Weekday) && self.is(end + 2, Class::DayPart);
        (led && of_part).then(|| Self::either_half(Self::time_at(at, end, hour, 0, false)))
    }

    /// An hour from 1 to 12 as a numeral or a word.
    fn hour(&self, at: usize) -> Option<(usize, i32)> {
        self.small_number(at).filter(|(_, hour)| (1..=12).contains(hour))
    }

    /// A number below a hundred: the token behind it and its value.
    pub(super) fn small_number(&self, at: usize) -> Option<(usize, i32)> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 2).then_some((at + 1, value));
        }
        let value = self.value(at, Class::Cardinal)?;
        let unit = self.value(at + 2, Class::Cardinal).filter(|unit| (1..=9).contains(unit) && self.is_hyphen(at + 1));
        Some(match unit {
            Some(unit) if value >= 20 && value % 10 == 0 => (at + 3, value + unit),
            _ => (at + 1, value),
        })
    }

    fn time_at(start: usize, end: usize, hour: i32, minute: i32, has_minutes: bool) -> Phrase {
        let clock = hour * 60 + minute;
        let grain = if has_minutes { Grain::Minute } else { Grain::Hour };
        Phrase { clock: Some((clock, clock + 1)), ..Phrase::new(start, end, grain) }
    }

    fn shifted(start: usize, end: usize, minute: i32) -> Phrase {
        Phrase { clock: Some((minute, minute + 1)), ..Phrase::new(start, end, Grain::Minute) }
    }

    /// The earlier reading of a twelve-hour dial.
    fn either_half(time: Phrase) -> Phrase {
        let clock = time.clock.map(|(start, end)| (start % 720, start % 720 + end - start));
        Phrase { clock, twelve_hour: true, ..time }
    }

    /// The zone that is named behind a time.
    pub(super) fn with_zone(&self, time: Phrase) -> Phrase {
        let end = time.end;
        if let Some((last, zone)) = self.phrase(end, Class::Zone) {
            // In lower case some letters are words.
            let upper = self.word(end).bytes().all(|byte| byte.is_ascii_uppercase());
            let no_word = !self.is_word(end, &["eat", "cat", "wet"]);
            if upper || no_word || last > end + 1 {
                return Phrase { end: last, zone: Some(zone), ..time };
            }
        }
        let named = |last: usize| last > end + 1 || self.is_capital(end);
        if let Some((last, zone)) = self.phrase(end, Class::SummerZone).filter(|(last, _)| named(*last)) {
            return Phrase { end: last, zone: Some(zone), has_summer_time: true, ..time };
        }
        if let Some((last, _)) = self.phrase(end, Class::LocalZone)
            && named(last)
        {
            return Phrase { end: last, ..time };
        }
        time
    }
}

/// Hour and minute around a mark: two digits of minutes, seconds ignored.
fn pair(text: &str, mark: char) -> Option<Dial> {
    let mut parts = text.split(mark);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = parts.next();
    let fits = hour.len() <= 2
        && minute.len() == 2
        && plain(hour)
        && plain(minute)
        && parts.next().is_none()
        && seconds.is_none_or(|seconds| mark == ':' && plain(seconds) && seconds.len() == 2);
    let (two_digits, hour) = (hour.len() == 2, number(hour));
    let padded = two_digits && !(10..=12).contains(&hour);
    fits.then(|| Dial { hour, minute: number(minute), has_minutes: true, two_digits, padded })
}
