//! Times by the clock in digits: "9:40 p.m.", "22:15", "0240 GMT", "15h30", "from 9 to 11 a.m.".

use super::{
    Grain,
    phrase::Phrase,
    reader::{Reader, number},
};
use crate::language::{
    lexicon::{Class, Word},
    tokens::Shape,
};

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
        self.clock_beside(at, false)
    }

    /// The same, with whether a time stands beside it, so that digits with a colon need no other sign.
    pub(super) fn clock_beside(&self, at: usize, has_time: bool) -> Option<Phrase> {
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
        if let Some(phrase) = self.clock_with_h(at, dial) {
            return Some(phrase);
        }
        if dial.hour > 24 || dial.minute > 59 || dial.hour == 24 && dial.minute > 0 {
            return None;
        }
        let Some((end, half)) = self.meridiem(at + 1).or_else(|| self.short_meridiem(at, mark)) else {
            return self.clock_of_day(at, dial, mark, has_time);
        };
        if !(1..=12).contains(&dial.hour) {
            // "14pm" is no time, "14:30 pm" says too much; the latter is still one time.
            let wide = dial.has_minutes && dial.hour >= 12 && half == 12;
            return wide.then(|| self.with_zone(Self::time_at(at, end, dial.hour, dial.minute, true)));
        }
        Some(self.with_zone(Self::time_at(at, end, dial.hour % 12 + half, dial.minute, dial.has_minutes)))
    }

    /// A.m. or p.m. at a token, also "in the a.m.": the token behind it, and 0 or 12 hours.
    pub(super) fn meridiem(&self, at: usize) -> Option<(usize, i32)> {
        self.phrase(at, Class::Meridiem)
    }

    /// "9:00a", "at 7p": written together, behind minutes or a lead.
    fn short_meridiem(&self, at: usize, mark: u8) -> Option<(usize, i32)> {
        let half = self.value(at + 1, Class::ShortMeridiem).filter(|_| self.is_joined(at + 1))?;
        (mark == b':' || mark == b' ' && self.is_any(at.wrapping_sub(1), &[Word::At, Word::By, Word::AtSign]))
            .then_some((at + 2, half))
    }

    /// "15h30", "15h": the French way, which English texts of other countries use.
    fn clock_with_h(&self, at: usize, dial: Dial) -> Option<Phrase> {
        let minutes = self.word(at + 1).strip_prefix(['h', 'H']).filter(|_| self.is_joined(at + 1))?;
        let plain = minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit());
        let zoned = self.is(at + 2, Class::Zone);
        if minutes.is_empty()
            && !dial.has_minutes
            && (zoned && dial.hour <= 23 || (13..=23).contains(&dial.hour) && self.is_free(at + 2))
        {
            // "At 15h", "8h GMT": led and from 13 on or with a zone, for "15h" may be how long.
            let led = self.is_clock_led(at) || zoned;
            return led.then(|| self.with_zone(Self::time_at(at, at + 2, dial.hour, 0, false)));
        }
        if !plain || dial.has_minutes || dial.hour > 24 || number(minutes) > 59 {
            return None;
        }
        Some(self.with_zone(Self::time_at(at, at + 2, dial.hour, number(minutes), true)))
    }

    /// A time of digits without a.m. or p.m.
    fn clock_of_day(&self, at: usize, dial: Dial, mark: u8, has_time: bool) -> Option<Phrase> {
        let led = self.is_clock_led(at);
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
            b':' => zoned || hour_mark || led || has_time || self.is_placed(at, end),
            // "On Monday at 2.30".
            b'.' => {
                let behind_day = has_time && self.is_any(at.wrapping_sub(1), &[Word::At, Word::Around]);
                zoned || hour_mark || led && free && (dial.two_digits || behind_day) && !hyphen
            }
            // "At 0737": a leading nought is no quantity.
            b'0' => {
                let in_range = has_time && dial.hour < 10 && (led && hyphen || self.is_hyphen(at.wrapping_sub(1)));
                zoned || hour_mark && (led || dial.hour < 10) || led && free && dial.hour < 10 && !hyphen || in_range
            }
            _ => return None,
        };
        let twelve_hour = dial.padded || dial.hour == 0 || dial.hour > 12 || zoned || hour_mark;
        fits.then(|| {
            let time = Self::time_at(at, end, dial.hour, dial.minute, dial.has_minutes);
            let time = if twelve_hour { time } else { Self::either_half(time) };
            self.with_zone(time)
        })
    }

    /// Whether a word stands before a number that makes it a time although nothing behind it says so: "at 08.47".
    pub(super) fn is_clock_led(&self, at: usize) -> bool {
        self.is(at.wrapping_sub(1), Class::ClockLead) || self.phrase_before(at, Class::TimeShade).is_some()
    }

    /// Whether a number ends before a token, so that nothing is counted by it: "at 8 on Friday" but not "at 8 sites".
    pub(super) fn is_free(&self, end: usize) -> bool {
        !self.is_content(end)
            && !self.is_capital(end)
            && !self.is(end, Class::Unit)
            && !self.is(end, Class::CalendarUnit)
            && !self.is(end, Class::Percent)
            && !self.is(end, Class::Currency)
            && !self.is_any(end, &[Word::Of, Word::Per])
            && self.token(end).is_none_or(|next| next.shape != Shape::Number && next.shape != Shape::Sign)
            && !(self.is_joined(end) && matches!(self.word(end), "-" | "/" | "–" | "'s" | "’s"))
    }

    /// Two times as one stretch: "from 9 to 11 a.m.", "9:30 - 11:00", "8am until 6".
    ///
    /// A bare hour is one only where the other end is a whole time, or where `placed` says that a day stands beside
    /// the range: "Monday 3-8".
    pub(super) fn clock_range(&self, at: usize, placed: bool) -> Option<Phrase> {
        let hour = |at: usize| {
            let plain = self.hour(at).map(|(end, hour)| Self::time_at(at, end, hour, 0, false));
            // "Between 9.30 and 4.30pm", where the other end tells what it is.
            let stopped = || {
                let dial = pair(self.word(at), '.').filter(|dial| (1..=12).contains(&dial.hour) && dial.minute < 60)?;
                Some(Self::time_at(at, at + 1, dial.hour, dial.minute, true))
            };
            Some(self.with_zone(Self::either_half(plain.or_else(stopped)?)))
        };
        let whole = |at: usize| {
            self.clock_beside(at, true)
                .or_else(|| self.words_of_clock(at))
                .or_else(|| self.day_part(at).filter(|part| !part.is_part))
        };
        let (first, first_whole) = match whole(at) {
            Some(first) => (first, true),
            None => (hour(at)?, false),
        };
        let link = first.end;
        let before = at.wrapping_sub(1);
        let between = self.is_word(before, Word::Between);
        let joins = match self.value(link, Class::RangeLink) {
            Some(0) => true,
            Some(_) => between,
            None => self.is_hyphen(link),
        };
        if !joins || self.is_moved(at) {
            return None;
        }
        let (second, second_whole) = match whole(link + 1) {
            Some(second) => (second, true),
            None => (hour(link + 1)?, false),
        };
        // "From 2 to 3 p.m." is led or written together; "scored 2 and 3 pm" is not.
        let led = between || self.is_word(before, Word::From) || self.value(link, Class::RangeLink) != Some(1);
        // "From 10:30 to 3": minutes on one side will do where both are led.
        let led_in = between || self.is_word(before, Word::From);
        let sure = first_whole && second_whole
            || placed
            || second_whole && (second.settles() || led_in)
            || first_whole && (first.settles() || led_in);
        let (from, to) = (first.clock?.0, second.clock?.0);
        if !(led && sure && (second_whole || self.is_free(second.end) || placed)) {
            return None;
        }
        let (clock, twelve_hour) = super::range::clocks((from, first.twelve_hour), (to, second.twelve_hour));
        Some(Phrase::new(at, second.end, first.grain.min(second.grain)).with(|it| {
            it.clock = Some(clock);
            it.is_stretch = true;
            it.twelve_hour = twelve_hour;
            it.zone = second.zone.or(first.zone);
            it.is_local = first.is_local || second.is_local;
            it.has_summer_time = second.has_summer_time || first.has_summer_time;
        }))
    }

    /// Bare hours as a stretch of a day or a part of it: "between 7 and 9 last night", "from 5 to 7 in the evening".
    pub(super) fn stretch_of_part(&self, at: usize) -> Option<Phrase> {
        if !self.is_any(at.wrapping_sub(1), &[Word::From, Word::Between]) {
            return None;
        }
        let stretch = self.clock_range(at, true)?;
        let end = stretch.end;
        let in_part =
            self.is_word(end, Word::In) && self.is_word(end + 1, Word::The) && self.is(end + 2, Class::DayPart);
        let on_date = self.is_word(end, Word::On) && self.atom(end + 1).is_some_and(|date| date.days.is_some());
        let of_day = self.stepped(end).or_else(|| self.relative_day(end)).is_some_and(|day| day.is_single_day());
        (in_part || on_date || of_day).then_some(stretch)
    }

    /// Whether what stands beside digits with a colon makes them a time; a video's length ("| 1:38") and a ratio
    /// stand alone.
    fn is_placed(&self, at: usize, end: usize) -> bool {
        let before = at.wrapping_sub(1);
        let beside = |at: usize| {
            let classes = [Class::Weekday, Class::RelativeDay, Class::RelativeNight];
            classes.iter().any(|class| self.is(at, *class))
                || self.is(at, Class::Month) && self.is_capital(at) && self.digits(at + 1).is_some()
        };
        let begins = at == self.from && !self.word(at).starts_with("0:");
        begins
            || beside(before)
            || beside(end)
            || self.digits(before).is_some()
            || self.is_any(before, &[Word::Comma, Word::Bracket, Word::The]) && !self.is_content(end)
            || self.is_any(end, &[Word::On, Word::That, Word::This])
            || self.is_hyphen(end)
            || self.is_hyphen(before)
    }

    pub(super) fn time_at(start: usize, end: usize, hour: i32, minute: i32, has_minutes: bool) -> Phrase {
        let clock = hour * 60 + minute;
        let grain = if has_minutes { Grain::Minute } else { Grain::Hour };
        Phrase::new(start, end, grain).with(|it| it.clock = Some((clock, clock + 1)))
    }

    pub(super) fn shifted(start: usize, end: usize, minute: i32) -> Phrase {
        Phrase::new(start, end, Grain::Minute).with(|it| it.clock = Some((minute, minute + 1)))
    }

    /// The earlier reading of a twelve-hour dial.
    pub(super) fn either_half(time: Phrase) -> Phrase {
        let clock = time.clock.map(|(start, end)| (start % 720, start % 720 + end - start));
        time.with(|it| {
            it.clock = clock;
            it.twelve_hour = true;
        })
    }

    /// The zone that is named behind a time.
    pub(super) fn with_zone(&self, time: Phrase) -> Phrase {
        // "9 a.m. (BST)"; "9 a.m. (1400 GMT)" is another time.
        if self.word(time.end) == "(" {
            let inner = self.with_zone(time.with(|it| it.end = time.end + 1));
            let closes = inner.end > time.end + 1 && self.word(inner.end) == ")";
            return if closes { inner.with(|it| it.end = inner.end + 1) } else { time };
        }
        let end = time.end;
        if let Some((last, zone)) = self.phrase(end, Class::Zone) {
            // In lower case some letters are words.
            let upper = self.word(end).bytes().all(|byte| byte.is_ascii_uppercase());
            let no_word = !self.is_word(end, Word::NoZone);
            if upper || no_word || last > end + 1 {
                return time.with(|it| {
                    it.end = last;
                    it.zone = Some(zone);
                });
            }
        }
        let named = |last: usize| last > end + 1 || self.is_capital(end);
        if let Some((last, zone)) = self.phrase(end, Class::SummerZone).filter(|(last, _)| named(*last)) {
            return time.with(|it| {
                it.end = last;
                it.zone = Some(zone);
                it.has_summer_time = true;
            });
        }
        if let Some((last, _)) = self.phrase(end, Class::LocalZone)
            && named(last)
        {
            return time.with(|it| {
                it.end = last;
                it.is_local = true;
            });
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
