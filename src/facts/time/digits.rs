//! Dates of digits, and of digits and a month's name written together: "2016-03-31", "31/03/2016", "05-Aug-2016".

use super::{
    dates::YEARS,
    phrase::Phrase,
    reader::{Reader, number},
};
use crate::{
    facts::calendar::Day,
    language::lexicon::{Class, Word},
};

/// Two digits of a year below this are of this century. A judgement: reports look back further than ahead.
const CENTURY: i32 = 40;

/// Tokens on each side of a date in which another may tell its order. A judgement: the length of a news report; it also
/// bounds the work where a text is all dates.
const ORDER_REACH: usize = 400;

/// Dates that name what happened on them, in the order of their country: the attacks of 2001 and of 2005.
const NAMES: [(i32, i32); 2] = [(9, 11), (7, 7)];

/// A field of a written date.
#[derive(Clone, Copy)]
enum Field {
    /// A number, with how many digits it has.
    Digits(i32, usize),
    /// A month by its name.
    Month(i32),
}

impl Reader<'_> {
    /// A date of digits: 2016-03-31, 2016/03/31, 31.03.2016, 31/03/2016.
    ///
    /// The token behind it is given also where it is no readable date, so that its parts are not read alone.
    pub(super) fn digit_date(&self, at: usize) -> Option<(usize, Option<Phrase>)> {
        let word = self.word(at);
        if word.len() >= 8 && word.bytes().filter(|byte| *byte == b'.').count() == 2 {
            let mut parts = word.split('.').map(|part| Field::Digits(number(part), part.len()));
            let fields = [parts.next()?, parts.next()?, parts.next()?];
            // With stops the day stands first, where it can.
            let date = self.whole_date(at, at + 1, fields);
            return Some((at + 1, date.map(|date| if date.is_swappable { date.swapped() } else { date })));
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
            // "Oct/2".
            (Field::Month(month), Field::Digits(day @ 1..=31, 1 | 2)) if mark == "/" => {
                let day = u8::try_from(day).ok()?;
                Some((end, Self::calendar_date(at, end, month, Some((day, day + 1)), None)))
            }
            (Field::Digits(a, 1 | 2), Field::Digits(b, 1 | 2)) if mark == "/" && !NAMES.contains(&(a, b)) => {
                // "5/1-5/7, 2020".
                let year = self.trailing_year(end).filter(|_| self.is_word(end, Word::Comma));
                let (end, year) = year.map_or((end, None), |(end, year)| (end, Some(year)));
                let date = self.either_order(at, end, (a, b), year)?;
                self.is_placed_pair(at, &date).then_some((end, Some(date)))
            }
            _ => None,
        }
    }

    /// Whether the words beside two numbers make them a day and a month: "on 22/04", "from 10/1 to 11/7", "4/25 at 4pm".
    ///
    /// A fraction (2/3) is a date only behind "on" and weekdays.
    fn is_placed_pair(&self, at: usize, date: &Phrase) -> bool {
        let (before, end) = (at.wrapping_sub(1), at + 3);
        let pair = |at: usize| {
            let numbers = self.digits(at).zip(self.digits(at + 2)).filter(|_| self.word(at + 1) == "/");
            numbers.map(|((a, _), (b, _))| a < b && b <= 10)
        };
        let joins = |at: usize| {
            self.is_hyphen(at)
                || self.value(at, Class::RangeLink).is_some()
                || self.is_any(at, &[Word::Comma, Word::Or])
        };
        let beside = [(end, Some(end + 1)), (before, at.checked_sub(4))];
        let in_row = beside.into_iter().any(|(link, other)| {
            joins(link) && other.and_then(pair).is_some_and(|is_fraction| !is_fraction || pair(at) == Some(false))
        });
        self.is(before, Class::Weekday)
            || self.is_word(before, Word::On) && self.is_free(end)
            || !date.is_swappable && self.is_word(before, Word::By)
            || in_row
            || self.is_word(end, Word::At) && self.clock(end + 1).is_some()
            || self.is_any(end, &[Word::From, Word::Between]) && self.clock_range(end + 1, false).is_some()
    }

    /// A date of two numbers that are its day and its month: in the one order that gives a date, else as the text around
    /// writes its dates, else in either.
    fn either_order(&self, start: usize, end: usize, (a, b): (i32, i32), year: Option<i32>) -> Option<Phrase> {
        let date = |month: i32, day: i32| {
            let day = u8::try_from(day).ok().filter(|day| *day > 0)?;
            Self::calendar_date(start, end, month, Some((day, day + 1)), year).filter(|_| month > 0)
        };
        match (date(b, a), date(a, b)) {
            (Some(date), None) | (None, Some(date)) => Some(date),
            (Some(day_first), Some(month_first)) => Some(match self.is_day_first(start) {
                _ if a == b => day_first,
                Some(true) => day_first,
                Some(false) => month_first,
                None => month_first.with(|it| it.is_swappable = true),
            }),
            (None, None) => None,
        }
    }

    fn field(&self, at: usize) -> Option<Field> {
        match self.value(at, Class::Month) {
            Some(month) => Some(Field::Month(month)),
            None => self.digits(at).map(|(value, length)| Field::Digits(value, length)),
        }
    }

    /// Whether nothing goes on behind a date that is written together, but for the second date of a range.
    fn is_end_of_date(&self, end: usize) -> bool {
        let goes_on = self.is_hyphen(end) && self.digits(end + 1).is_some() && self.word(end + 2) == "/";
        !self.is_joined(end)
            || goes_on
            || matches!(self.word(end), "." | "," | ")" | ";" | ":" | "?" | "!" | "'s" | "’s" | "\"" | "”")
    }

    /// Whether the text around writes the day before the month: told by another date of digits that can be read in one
    /// order only (25/06/2023), else by dates with the month's name (25 June). None where nothing tells, or both orders
    /// are met.
    fn is_day_first(&self, at: usize) -> Option<bool> {
        let to = self.document.tokens.len().min(at + ORDER_REACH);
        let whole = Reader { from: at.saturating_sub(ORDER_REACH), to, ..*self };
        let by_digits = |at: usize| {
            let slashes = whole.word(at + 1) == "/" && whole.word(at + 3) == "/" && whole.is_joined(at + 3);
            whole.digits(at + 4).filter(|(_, length)| slashes && *length % 2 == 0)?;
            match (whole.digits(at)?.0, whole.digits(at + 2)?.0) {
                (13..=31, 1..=12) => Some(true),
                (1..=12, 13..=31) => Some(false),
                _ => None,
            }
        };
        let by_names = |at: usize| {
            let is_day = |at: usize| whole.digits(at).is_some_and(|(day, _)| (1..=31).contains(&day));
            whole.value(at, Class::Month).filter(|_| whole.is_capital(at))?;
            match (is_day(at.wrapping_sub(1)), is_day(at + 1)) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => None,
            }
        };
        let one = |told: &dyn Fn(usize) -> Option<bool>| {
            let mut orders = (whole.from..whole.to).filter_map(told);
            let order = orders.next();
            (order, orders.all(|other| Some(other) == order))
        };
        let (order, is_one) = match one(&by_digits) {
            (None, _) => one(&by_names),
            told => told,
        };
        order.filter(|_| is_one)
    }

    /// A date of three fields; none where they are no date.
    fn whole_date(&self, start: usize, end: usize, fields: [Field; 3]) -> Option<Phrase> {
        let phrase = |year: i32, month: i32, day: i32| {
            let day = u8::try_from(day).ok()?;
            Day::new(year, u8::try_from(month).ok()?, day)?;
            Self::calendar_date(start, end, month, Some((day, day + 1)), Some(year))
        };
        let year_of = |value: i32, length: usize| match length {
            4 => YEARS.contains(&value).then_some(value),
            2 => Some(if value < CENTURY { 2000 + value } else { 1900 + value }),
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
                self.either_order(start, end, (a, b), Some(year_of(year, length)?))
            }
            _ => None,
        }
    }
}
