//! Times by the clock in words: "nine o'clock", "half past five", "ten thirty p.m.", "four in the morning".

use super::{phrase::Phrase, reader::Reader};
use crate::language::lexicon::{Class, Word};

impl Reader<'_> {
    /// A time in words: "nine o'clock", "half past five", "quarter to six", "ten past four", "seven thirty p.m.".
    pub(super) fn words_of_clock(&self, at: usize) -> Option<Phrase> {
        let article = usize::from(self.is_word(at, Word::A));
        let first = at + article;
        let past = |at: usize| self.is_word(at, Word::Past);
        let quarter = self.is_word(first, Word::Quarter);
        if self.is_word(first, Word::Half) && article == 0 && past(first + 1) {
            return self.minutes_past(at, first + 2, 30);
        }
        if let Some((hour_end, hour)) = self.hour(first).filter(|_| article == 0) {
            if let Some((end, _)) = self.phrase(hour_end, Class::OClock) {
                return Some(self.finish(at, end, hour, 0, false));
            }
            if let Some(spelt) = self.spelt_minutes(at, hour_end, hour) {
                return Some(spelt);
            }
        }
        let (after, minutes) = if quarter { (first + 1, 15) } else { self.small_number(first)? };
        if !(1..=59).contains(&minutes) {
            return None;
        }
        let unit = self.value(after, Class::CalendarUnit) == Some(0);
        let link = after + usize::from(unit);
        // "Ten to eight" is as often a range of numbers; a lead says that it is a time.
        let led = quarter || unit || self.is_clock_led(at);
        if !(minutes % 5 == 0 && minutes < 30 || unit) {
            return None;
        }
        if past(link) || unit && self.is_word(link, Word::After) {
            self.minutes_past(at, link + 1, minutes)
        } else if led && self.is_any(link, &[Word::To, Word::Before]) && (unit || self.digits(first).is_none()) {
            // In digits "5 to 6 p.m." is a stretch.
            self.minutes_past(at, link + 1, -minutes)
        } else {
            None
        }
    }

    /// An hour and its minutes in words, where "a.m." or a lead says that they are a time: "ten thirty p.m.",
    /// "at five-thirty".
    fn spelt_minutes(&self, at: usize, hour_end: usize, hour: i32) -> Option<Phrase> {
        if self.digits(at).is_some() {
            return None;
        }
        let hyphen = usize::from(self.is_hyphen(hour_end));
        let (end, minute) = self.small_number(hour_end + hyphen).filter(|(_, minute)| (10..=59).contains(minute))?;
        if self.digits(hour_end + hyphen).is_some() {
            return None;
        }
        let halved = self.meridiem(end).is_some();
        let led = self.is_clock_led(at) && self.is_free(end) && minute % 5 == 0;
        (halved || led).then(|| self.finish(at, end, hour, minute, true))
    }

    fn minutes_past(&self, start: usize, at: usize, minutes: i32) -> Option<Phrase> {
        // Behind a whole time as well: "thirty minutes past 3 p.m.".
        if let Some(time) = self.clock(at).filter(|time| !time.is_stretch) {
            let (from, _) = time.clock?;
            return Some(Self::shifted(start, time.end, from + minutes).with(|it| {
                it.zone = time.zone;
                it.is_local = time.is_local;
                it.twelve_hour = time.twelve_hour;
            }));
        }
        let (end, hour) = self.hour(at).or_else(|| {
            let noon = self.day_part(at).filter(|part| !part.is_part)?;
            Some((noon.end, if noon.clock?.0 == 720 { 12 } else { 24 }))
        })?;
        // What is counted behind the hour makes it a quantity: "ten to eight people".
        if self.is_content(end) && !self.is(end, Class::OClock) {
            return None;
        }
        if self.value(at, Class::DayPart).is_some() {
            return Some(self.with_zone(Self::shifted(start, end, hour * 60 + minutes)));
        }
        let end = self.phrase(end, Class::OClock).map_or(end, |(end, _)| end);
        let (hour, minute) =
            if minutes < 0 { (if hour == 1 { 12 } else { hour - 1 }, minutes + 60) } else { (hour, minutes) };
        Some(self.finish(start, end, hour, minute, true))
    }

    /// A time on the twelve-hour dial, with the half of the day where it is told.
    fn finish(&self, start: usize, end: usize, hour: i32, minute: i32, has_minutes: bool) -> Phrase {
        match self.meridiem(end) {
            Some((end, half)) => self.with_zone(Self::time_at(start, end, hour % 12 + half, minute, has_minutes)),
            None => self.with_zone(Self::either_half(Self::time_at(start, end, hour, minute, has_minutes))),
        }
    }

    /// A bare hour before a part of the day: "four in the morning", "eight on Tuesday evening", "at 9 tonight".
    pub(super) fn hour_of_part(&self, at: usize) -> Option<Phrase> {
        let (end, hour) = self.hour(at)?;
        if let Some((end, half)) = self.meridiem(end).filter(|_| self.digits(at).is_none()) {
            return Some(self.with_zone(Self::time_at(at, end, hour % 12 + half, 0, false)));
        }
        // "12 noon".
        if let Some(noon) = self.day_part(end).filter(|part| hour == 12 && !part.is_part) {
            return Some(noon.with(|it| it.start = at));
        }
        let in_part =
            self.is_word(end, Word::In) && self.is_word(end + 1, Word::The) && self.is(end + 2, Class::DayPart)
                || self.is_word(end, Word::At) && self.is_word(end + 1, Word::Night);
        let of_part = in_part
            || self.is_any(end, &[Word::That, Word::This, Word::Yesterday, Word::Tomorrow])
                && self.is(end + 1, Class::DayPart)
            || self.is_word(end, Word::Tomorrow) && self.is_word(at.wrapping_sub(1), Word::At)
            || self.is(end, Class::RelativeNight)
            || self.is(end, Class::Weekday) && self.is(end + 1, Class::DayPart)
            || self.is_word(end, Word::On) && self.is(end + 1, Class::Weekday) && self.is(end + 2, Class::DayPart);
        ((self.is_clock_led(at) || at == self.from) && of_part)
            .then(|| Self::either_half(Self::time_at(at, end, hour, 0, false)))
    }

    /// A bare hour behind "at", where a day stands before it: "on Monday at 8", "last night at ten".
    pub(super) fn hour_behind_day(&self, at: usize) -> Option<Phrase> {
        let (end, hour) = self.hour(at)?;
        let led = self.is_any(at.wrapping_sub(1), &[Word::At, Word::Around]);
        if led && self.is(end, Class::Zone) && self.digits(at).is_some() {
            return Some(self.with_zone(Self::time_at(at, end, hour, 0, false)));
        }
        (led && self.is_free(end)).then(|| Self::either_half(Self::time_at(at, end, hour, 0, false)))
    }

    /// An hour from 1 to 12 as a numeral or a word.
    pub(super) fn hour(&self, at: usize) -> Option<(usize, i32)> {
        self.small_number(at).filter(|(_, hour)| (1..=12).contains(hour))
    }

    /// A number below a hundred: the token behind it and its value.
    pub(super) fn small_number(&self, at: usize) -> Option<(usize, i32)> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 2).then_some((at + 1, value));
        }
        let value = self.value(at, Class::Cardinal)?;
        let unit_at = at + 1 + usize::from(self.is_hyphen(at + 1));
        let unit = self.value(unit_at, Class::Cardinal).filter(|unit| (1..=9).contains(unit));
        Some(match unit {
            Some(unit) if value >= 20 && value % 10 == 0 => (unit_at + 1, value + unit),
            _ => (at + 1, value),
        })
    }
}
