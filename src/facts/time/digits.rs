//! Dates of digits, and of digits and a month's name written together: "2016-03-31", "31/03/2016", "05-Aug-2016".

use super::{
    dates::YEARS,
    phrase::Phrase,
    reader::{Reader, number},
};
use crate::{facts::calendar::Day, language::lexicon::Class};

/// Two digits of a year up to here are of this century. A judgement: reports look back further than ahead.
const CENTURY: i32 = 40;

/// Tokens on each side of a date in which another may tell its order. A judgement: the length of a news report; it also
/// bounds the work where a text is all dates.
const ORDER_REACH: usize = 400;

/// A field of a written date.
#[derive(Clone, Copy)]
enum Field {
    /// A number, with how many digits it has.
    Digits(i32, usize),
    /// A month by its name.
    Month(i32),
}

impl Reader<'_> {
    /// A date of digits: 2016-03-31, 2016/03/31, 31.03.2016, and 31/03/2016 where only one order gives a day.
    ///
    /// The token behind it is given also where it is no readable date, so that its parts are not read alone.
    pub(super) fn digit_date(&self, at: usize) -> Option<(usize, Option<Phrase>)> {
        let word = self.word(at);
        if word.len() >= 8 && word.bytes().filter(|byte| *byte == b'.').count() == 2 {
            let mut parts = word.split('.').map(|part| Field::Digits(number(part), part.len()));
            let fields = [parts.next()?, parts.next()?, parts.next()?];
            // With stops the day stands first, where it can.
            let [day, month, year] = fields;
            let date = self.whole_date(at, at + 1, fields);
            let (Field::Digits(day, _), Field::Digits(month @ 1..=12, _), Field::Digits(year, 4)) = (day, month, year)
            else {
                return Some((at + 1, date));
            };
            let day = u8::try_from(day).ok().filter(|_| YEARS.contains(&year))?;
            return Some((at + 1, Self::calendar_date(at, at + 1, month, Some((day, day + 1)), Some(year))));
        }
        let mark = self.word(at + 1);
        let joined = self.is_joined(at + 1) && self.is_joined(at + 2);
        if !joined || !(mark == "/" || self.is_hyphen(at + 1)) {
            return None;
        }
        let (first, second) = (self.field(at)?, self.field(at + 2)?);
        let third = (self.is_joined(at + 3) && self.is_joined(at + 4) && self.word(at + 3) == mark)
            .then(|| self.field(at + 4))
            .flatten();
        if let Some(third) = third {
            let end = at + 5;
            let date = self.is_end_of_date(end).then(|| self.whole_date(at, end, [first, second, third])).flatten();
            return Some((end, date));
        }
        let end = at + 3;
        if !self.is_end_of_date(end) {
            return None;
        }
        match (first, second) {
            // "Dec-2018", "Dec/2018".
            (Field::Month(month), Field::Digits(year, 4)) if YEARS.contains(&year) => {
                Some((end, Self::calendar_date(at, end, month, None, Some(year))))
            }
            // "2018-09", where the number is no later year: "2010-11".
            (Field::Digits(year, 4), Field::Digits(month @ 1..=12, 1 | 2))
                if (1900..=2099).contains(&year) && (month <= year % 100 || mark == "/") =>
            {
                Some((end, Self::calendar_date(at, end, month, None, Some(year))))
            }
            // "Oct/2"; "on 22/04", where only one order gives a day.
            (Field::Month(month), Field::Digits(day @ 1..=31, 1 | 2)) if mark == "/" => {
                let day = u8::try_from(day).ok()?;
                Some((end, Self::calendar_date(at, end, month, Some((day, day + 1)), None)))
            }
            (Field::Digits(a @ 1..=31, 1 | 2), Field::Digits(b @ 1..=31, 1 | 2)) if mark == "/" => {
                let led =
                    self.is(at.wrapping_sub(1), Class::Weekday) || self.is_word(at.wrapping_sub(1), &["on", "by"]);
                // "4/25 at 4:00pm".
                let led = led || self.is_word(end, &["at"]) && self.clock(end + 1).is_some();
                let (day, month) = match (a > 12, b > 12) {
                    (true, false) => (a, b),
                    (false, true) => (b, a),
                    (false, false) if a == b => (a, b),
                    _ => return None,
                };
                let day = u8::try_from(day).ok()?;
                led.then(|| (end, Self::calendar_date(at, end, month, Some((day, day + 1)), None)))
            }
            _ => None,
        }
    }

    fn field(&self, at: usize) -> Option<Field> {
        match self.value(at, Class::Month) {
            Some(month) => Some(Field::Month(month)),
            None => self.digits(at).map(|(value, length)| Field::Digits(value, length)),
        }
    }

    /// Whether nothing goes on behind a date that is written together.
    fn is_end_of_date(&self, end: usize) -> bool {
        !self.is_joined(end)
            || matches!(self.word(end), "." | "," | ")" | ";" | ":" | "?" | "!" | "'s" | "’s" | "\"" | "”")
    }

    /// Whether the text around writes the day before the month, where another date of digits can be read in one order
    /// only (25/06/2023); none where nothing tells, or both are met.
    fn is_day_first(&self, at: usize) -> Option<bool> {
        let to = self.document.tokens.len().min(at + ORDER_REACH);
        let whole = Reader { from: at.saturating_sub(ORDER_REACH), to, ..*self };
        let told = |at: usize| {
            let slashes = whole.word(at + 1) == "/" && whole.word(at + 3) == "/" && whole.is_joined(at + 3);
            whole.digits(at + 4).filter(|(_, length)| slashes && *length % 2 == 0)?;
            match (whole.digits(at)?.0, whole.digits(at + 2)?.0) {
                (13..=31, 1..=12) => Some(true),
                (1..=12, 13..=31) => Some(false),
                _ => None,
            }
        };
        let mut orders = (whole.from..whole.to).filter_map(told);
        let order = orders.next()?;
        orders.all(|other| other == order).then_some(order)
    }

    /// A date of three fields; none where they are no date, or could be two.
    fn whole_date(&self, start: usize, end: usize, fields: [Field; 3]) -> Option<Phrase> {
        let phrase = |year: i32, month: i32, day: i32| {
            let day = u8::try_from(day).ok()?;
            Day::new(year, u8::try_from(month).ok()?, day)?;
            Self::calendar_date(start, end, month, Some((day, day + 1)), Some(year))
        };
        let year_of = |value: i32, length: usize| match length {
            4 => YEARS.contains(&value).then_some(value),
            2 => Some(if value <= CENTURY { 2000 + value } else { 1900 + value }),
            _ => None,
        };
        match fields {
            [Field::Digits(day, 1 | 2), Field::Month(month), Field::Digits(year, length)]
            | [Field::Month(month), Field::Digits(day, 1 | 2), Field::Digits(year, length)] => {
                phrase(year_of(year, length)?, month, day)
            }
            [Field::Digits(year, 4), Field::Month(month), Field::Digits(day, 1 | 2)]
            | [Field::Digits(year, 4), Field::Digits(month, 1 | 2), Field::Digits(day, 1 | 2)] => {
                phrase(year_of(year, 4)?, month, day)
            }
            [Field::Digits(a, 1 | 2), Field::Digits(b, 1 | 2), Field::Digits(year, length)] => {
                let year = year_of(year, length)?;
                match (phrase(year, b, a), phrase(year, a, b)) {
                    (Some(date), None) | (None, Some(date)) => Some(date),
                    (Some(date), Some(_)) if a == b => Some(date),
                    (Some(day_first), Some(month_first)) => {
                        self.is_day_first(start).map(|is| if is { day_first } else { month_first })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
