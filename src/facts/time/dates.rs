//! Dates by the calendar: days of a month, months, weekdays.

use super::{Grain, phrase::Phrase, reader::Reader};
use crate::{
    facts::calendar::Day,
    language::{
        lexicon::{Class, Word},
        tokens::Shape,
    },
};

/// Years that a number of four digits may be. Earlier ones are rare in news and are more often quantities.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

impl Reader<'_> {
    /// The day of a month at a token, as a numeral with or without its ending or as an ordinal word: the token
    /// behind it and the day.
    fn day_number(&self, at: usize) -> Option<(usize, u8)> {
        if let Some((day, length)) = self.digits(at).filter(|(day, _)| (1..=31).contains(day)) {
            let ending = self.is_joined(at + 1) && self.is_word(at + 1, Word::OrdinalEnding);
            let in_time =
                self.is_joined(at + 1) && !ending && self.token(at + 1).is_some_and(|next| next.shape == Shape::Word);
            return (length <= 2 && !in_time).then_some((at + 1 + usize::from(ending), day as u8));
        }
        self.ordinal(at).filter(|(_, value)| *value <= 31).map(|(end, value)| (end, value as u8))
    }

    /// An ordinal word, also a compound one (twenty-first): the token behind it and its value.
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, i32)> {
        if let Some(value) = self.value(at, Class::Ordinal) {
            return Some((at + 1, value));
        }
        let tens = self.value(at, Class::Cardinal).filter(|tens| matches!(tens, 20..=90) && tens % 10 == 0)?;
        let unit_at = at + 1 + usize::from(self.is_hyphen(at + 1));
        let unit = self.value(unit_at, Class::Ordinal).filter(|unit| (1..=9).contains(unit))?;
        Some((unit_at + 1, tens + unit))
    }

    /// A year at a token that stands in a date, where no context is needed.
    pub(super) fn year_of_date(&self, at: usize) -> Option<i32> {
        let (year, length) = self.digits(at)?;
        let goes_on = self.is_joined(at + 1) && self.token(at + 1).is_some_and(|next| next.shape != Shape::Mark);
        (length == 4 && YEARS.contains(&year) && !goes_on).then_some(year)
    }

    /// The year that may follow a day and its month, behind a comma or not.
    pub(super) fn trailing_year(&self, at: usize) -> Option<(usize, i32)> {
        if let Some(year) = self.year_of_date(at) {
            return (!self.is(at + 1, Class::Person)).then_some((at + 1, year));
        }
        let comma = usize::from(self.is_word(at, Word::Comma));
        if let Some((end, year)) = self.spelt_year(at + comma).filter(|(end, _)| self.is_free(*end)) {
            return Some((end, year));
        }
        // "June of ’87", "June 12, ’87", "15 April of 87".
        let links = usize::from(self.is_any(at, &[Word::Of, Word::Comma]));
        let mark = usize::from(matches!(self.word(at + links), "'" | "’" | "‘"));
        if let Some((year @ 40..=99, 2)) = self.digits(at + links + mark)
            && (mark == 1 || self.is_word(at, Word::Of))
            && self.is_joined(at + links + mark) == (mark == 1)
            && self.is_free(at + links + mark + 1)
        {
            return Some((at + links + mark + 1, 1900 + year));
        }
        let behind_comma = self.is_word(at, Word::Comma) && !self.is_content(at + 2);
        let linked = self.is_word(at, Word::Of) || self.is_word(at, Word::In) && self.is_free(at + 2);
        self.year_of_date(at + 1).filter(|_| behind_comma || linked).map(|year| (at + 2, year))
    }

    /// A phrase of one month, with its days and its year.
    pub(super) fn calendar_date(
        start: usize,
        end: usize,
        month: i32,
        days: Option<(u8, u8)>,
        year: Option<i32>,
    ) -> Option<Phrase> {
        let month = u8::try_from(month).ok()?;
        if let Some((first, end)) = days {
            // The leap year 2000 stands for any year, as 29 February needs one.
            Day::new(year.unwrap_or(2000), month, first)?;
            Day::new(year.unwrap_or(2000), month, end - 1)?;
        }
        let grain = if days.is_some() { Grain::Day } else { Grain::Month };
        Some(Phrase::new(start, end, grain).with(|it| {
            it.months = Some((month, month + 1));
            it.days = days;
            it.year = year;
        }))
    }

    /// A date that begins with its month: "June 12, 2024", "Jan. 5", "May 2016", "January".
    pub(super) fn month_first(&self, at: usize) -> Option<Phrase> {
        let month = self.value(at, Class::Month)?;
        // In lower case "may", "march" and short forms are other words.
        let capital = self.is_capital(at) || self.word(at).len() > 3 && !self.is_any(at, &[Word::March, Word::Sept]);
        let next = at + 1 + usize::from(self.is_word(at + 1, Word::The) && self.day_number(at + 2).is_some());
        if let Some((end, day)) = self.day_number(next) {
            let counts = self.is_any(at.wrapping_sub(1), &[Word::In, Word::Since, Word::During, Word::Last])
                && self.is_content(end);
            // "On March first", but "in March first signs came".
            let spelt = self.digits(next).is_none() && next == at + 1 && !self.is_day_behind(at, end);
            let capital = capital || self.trailing_year(end).is_some() || self.is(at.wrapping_sub(1), Class::Weekday);
            if capital && !counts && !spelt && !self.is(end, Class::Percent) {
                return self.day_range(at, end, day, month);
            }
        }
        if let Some((end, day)) = self.spelt_day(at + 1).filter(|_| self.is_capital(at)) {
            let (end, year) = self.trailing_year(end).map_or((end, None), |(end, year)| (end, Some(year)));
            return Self::calendar_date(at, end, month, Some((day, day + 1)), year);
        }
        // A number that is no day and no year: "32 August", "February 151998".
        let is_odd = |at: usize| {
            self.token(at).is_some_and(|token| token.shape == Shape::Number) && self.year_of_date(at).is_none()
        };
        if is_odd(at.wrapping_sub(1)) {
            return None;
        }
        if let Some((end, year)) =
            self.trailing_year(at + 1).filter(|_| !self.is_word(at + 1, Word::Comma) || self.is_clear_month(at))
        {
            return Self::calendar_date(at, end, month, None, Some(year)).filter(|_| capital);
        }
        let bare = (!is_odd(at + 1) || self.is_content(at + 2)) && self.is_clear_month(at);
        bare.then(|| Self::calendar_date(at, at + 1, month, None, None)).flatten()
    }

    /// Whether an ordinal word behind a month is its day: nothing goes on, or the words before ask for a day.
    fn is_day_behind(&self, month: usize, end: usize) -> bool {
        let asked = self.is_any(month.wrapping_sub(1), &[Word::On, Word::Until, Word::Till, Word::By])
            || self.is(month.wrapping_sub(1), Class::Weekday)
            || self.is_word(month.wrapping_sub(1), Word::Comma);
        (!self.is_content(end) || self.is_hour_behind(end) || self.trailing_year(end).is_some())
            && (asked || !self.is_capital(end))
            && !self.is(end, Class::CalendarUnit)
    }

    /// Whether an hour with its half of the day stands at a token: "six pm".
    fn is_hour_behind(&self, at: usize) -> bool {
        self.hour(at).is_some_and(|(end, _)| self.meridiem(end).is_some())
    }

    /// A day of the month in cardinal words behind its month, where nothing is counted by it: "May twenty nine", but not
    /// "in May twenty nine people".
    fn spelt_day(&self, at: usize) -> Option<(usize, u8)> {
        let (end, day) = self.small_number(at).filter(|(_, day)| matches!(day, 21..=29 | 31))?;
        let free = self.is_free(end) || self.trailing_year(end).is_some();
        (self.digits(at).is_none() && end > at + 1 && free).then_some((end, u8::try_from(day).ok()?))
    }

    /// The rest of a date behind its month and first day: a second day and the year.
    fn day_range(&self, start: usize, end: usize, day: u8, month: i32) -> Option<Phrase> {
        let second = self.second_day(end, day).filter(|(end, _)| !self.is(*end, Class::Month));
        let (end, last) = second.unwrap_or((end, day));
        let (end, year) = self.trailing_year(end).map_or((end, None), |(end, year)| (end, Some(year)));
        Self::calendar_date(start, end, month, Some((day, last + 1)), year)
    }

    /// The second day of a range of days: "-14", "to 14".
    fn second_day(&self, at: usize, first: u8) -> Option<(usize, u8)> {
        if !self.is_hyphen(at) && self.value(at, Class::RangeLink) != Some(0) {
            return None;
        }
        let article = usize::from(self.is_word(at + 1, Word::The));
        self.day_number(at + 1 + article).filter(|(end, last)| *last > first && !self.is_hyphen(*end))
    }

    /// Whether a month is written out and no other word in lower case either.
    fn is_plain_month(&self, at: usize) -> bool {
        self.word(at).len() > 4 && !self.is_any(at, &[Word::March, Word::Sept, Word::August])
            || self.is_any(at, &[Word::June, Word::July])
    }

    /// Whether a month's name alone is surely a month: no verb, no adjective, no part of a person's name.
    fn is_clear_month(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let ambiguous = matches!(self.value(at, Class::Month), Some(3 | 4 | 5 | 6 | 8));
        let abbreviated = self.word(at).len() <= 4 && !self.is_any(at, &[Word::May, Word::June, Word::July]);
        let led = self.is(before, Class::TimePreposition)
            || self.is(before, Class::RelativeStep)
            || self.is(before, Class::PeriodPart)
            || self.is_any(before, &[Word::And, Word::Or]) && self.is(at.wrapping_sub(2), Class::Month);
        // "By May's government", "for April Jones".
        let follows = at + 1;
        let name_follows = self.is_capital(follows)
            && !self.is(follows, Class::Month)
            && !self.is(follows, Class::Weekday)
            && self.token(follows).is_some_and(|next| next.shape == Shape::Word);
        let possessive = self.is_word(follows, Word::Genitive);
        let name_leads = self.is_capital(before)
            && !led
            && before >= self.from
            && self.token(before).is_some_and(|token| token.shape == Shape::Word);
        let strong = self.is_any(
            before,
            &[
                Word::In,
                Word::Since,
                Word::Until,
                Word::Till,
                Word::During,
                Word::Last,
                Word::Next,
                Word::This,
                Word::Early,
                Word::Late,
                Word::Mid,
            ],
        );
        // "Jan-Feb 2017", "from Sep to Nov".
        let linked = |at: usize, link: usize| {
            self.is(at, Class::Month) && (self.is_hyphen(link) || self.is(link, Class::RangeLink))
        };
        let in_range = linked(at + 2, at + 1) || linked(at.wrapping_sub(2), before);
        let settled = in_range || !(ambiguous || abbreviated) || led && (strong || !possessive);
        (self.is_capital(at) || self.is_plain_month(at)) && (strong || !name_follows) && !name_leads && settled
    }

    /// A date that begins with its day: "12 June 2024", "the 5th of March", "3-5 May".
    pub(super) fn day_first(&self, at: usize) -> Option<Phrase> {
        // In words only with a year in words: "fifteen August nineteen eighty-six".
        let cardinal = || {
            let (end, day) = self.small_number(at).filter(|(_, day)| (1..=31).contains(day))?;
            self.value(end, Class::Month)?;
            self.spelt_year(end + 1)?;
            Some((end, u8::try_from(day).ok()?))
        };
        let spelt_date = self.digits(at).is_none().then(cardinal).flatten();
        let (after, first) = spelt_date.or_else(|| self.day_number(at))?;
        // "$12 December 27" is a sum before a date.
        if self.token(at.wrapping_sub(1)).is_some_and(|before| before.shape == Shape::Sign) {
            return None;
        }
        let between = self.is_word(after, Word::And)
            && (self.is_word(at.wrapping_sub(1), Word::Between)
                || self.is_word(at.wrapping_sub(1), Word::The) && self.is_word(at.wrapping_sub(2), Word::Between));
        let second = if between {
            let article = usize::from(self.is_word(after + 1, Word::The));
            self.day_number(after + 1 + article).filter(|(_, last)| *last > first)
        } else {
            self.second_day(after, first)
        };
        let (after, last) = second.unwrap_or((after, first));
        let of = usize::from(self.is_word(after, Word::Of));
        if second.is_none()
            && let Some((month, year)) = self.month_of_list(after, first)
        {
            return Self::calendar_date(at, after, month, Some((first, first + 1)), year);
        }
        let month_at = after + of;
        let month = self.value(month_at, Class::Month)?;
        // "Second may", "two march": an ordinal word needs "of".
        let spelt = self.digits(at).is_none() && of == 0 && spelt_date.is_none();
        let plain = !self.is_capital(month_at)
            && self.is_any(month_at, &[Word::May, Word::March, Word::Mar, Word::Sept, Word::Jan])
            && (of == 0 || self.is_content(month_at + 1));
        if spelt || self.is_joined(month_at) && !self.is_hyphen(after) || plain {
            return None;
        }
        let (end, year) =
            self.trailing_year(month_at + 1).map_or((month_at + 1, None), |(end, year)| (end, Some(year)));
        Self::calendar_date(at, end, month, Some((first, last + 1)), year)
    }

    /// The month and the year of a list of days, from the token behind one of its days: "18, 19 and 20 June".
    fn month_of_list(&self, after: usize, day: u8) -> Option<(i32, Option<i32>)> {
        let (mut at, mut before) = (after, day);
        loop {
            let is_last = self.is_any(at, &[Word::And, Word::Or, Word::Ampersand]);
            if !is_last && !self.is_word(at, Word::Comma) {
                return None;
            }
            at += 1 + usize::from(self.is_word(at + 1, Word::The));
            let (end, day) = self.day_number(at).filter(|(_, day)| *day > before)?;
            let month_at = end + usize::from(self.is_word(end, Word::Of));
            (at, before) = (end, day);
            if is_last {
                let month = self.value(month_at, Class::Month).filter(|_| self.is_capital(month_at))?;
                return Some((month, self.trailing_year(month_at + 1).map(|(_, year)| year)));
            }
        }
    }

    /// A further day behind a month with its first: "June 18 and 19".
    fn further_day(&self, at: usize) -> Option<Phrase> {
        let (end, day) = self.day_number(at).filter(|(end, _)| self.is_free(*end) && self.digits(at).is_some())?;
        let mut first = at;
        let month = loop {
            if !(self.is_any(first.wrapping_sub(1), &[Word::And, Word::Or, Word::Ampersand])
                || self.is_word(first.wrapping_sub(1), Word::Comma))
            {
                return None;
            }
            first = first.wrapping_sub(2);
            let (_, before) = self.day_number(first).filter(|(_, before)| *before < day)?;
            if let Some(month) = self.value(first.wrapping_sub(1), Class::Month) {
                break (before > 0 && self.is_capital(first - 1)).then_some(month)?;
            }
        };
        let (last, year) = self.trailing_year(end).map_or((end, None), |(last, year)| (last, Some(year)));
        Self::calendar_date(at, last, month, Some((day, day + 1)), year)
    }

    /// A day of an unnamed month: "on the 12th".
    pub(super) fn bare_day(&self, at: usize) -> Option<Phrase> {
        if let Some(day) = self.further_day(at) {
            return Some(day);
        }
        let article = usize::from(self.is_word(at.wrapping_sub(1), Word::The));
        let led = self.is_any(at.wrapping_sub(1 + article), &[Word::On, Word::By, Word::Until, Word::Since]);
        let (end, day) = self.day_number(at)?;
        let ending = end == at + 2 && self.digits(at).is_some();
        // "Tuesday the 12th", "Tuesday 12th".
        let of_weekday = self.is(at.wrapping_sub(1 + article), Class::Weekday);
        ((led && ending || of_weekday) && (self.is_free(end) || of_weekday && self.is_hour_behind(end)))
            .then(|| Phrase::new(at, end, Grain::Day).with(|it| it.days = Some((day, day + 1))))
    }

    /// A day of an unnamed month with the ending of an ordinal and nothing behind it: "12th".
    pub(super) fn day_of_month(&self, at: usize) -> Option<Phrase> {
        let (end, day) = self.day_number(at).filter(|(end, _)| *end == at + 2 && self.digits(at).is_some())?;
        (self.is_free(end) && !self.is(end, Class::Month))
            .then(|| Phrase::new(at, end, Grain::Day).with(|it| it.days = Some((day, day + 1))))
    }

    /// A weekday.
    pub(super) fn weekday(&self, at: usize) -> Option<Phrase> {
        let weekday = self.value(at, Class::Weekday)?;
        let word = self.word(at);
        // Short forms are words of their own (sat, sun, wed) unless a date or a preposition stands beside them.
        let short = word.len() <= 5 && !word.ends_with('.');
        let dated = |at: usize| self.digits(at).is_some() || self.is(at, Class::Month);
        let supported = dated(at + 1)
            || self.is_word(at + 1, Word::Comma) && dated(at + 2)
            || self.is_any(at.wrapping_sub(1), &[Word::On, Word::Last, Word::Next, Word::This, Word::Until, Word::By])
            || self.is_any(at + 1, &[Word::At, Word::The]) && self.digits(at + 2).is_some()
            || self.is(at + 1, Class::DayPart);
        if short && !(self.is_capital(at) && supported) || word.ends_with('.') && !self.is_capital(at) {
            return None;
        }
        let day = Phrase::new(at, at + 1, Grain::Day).with(|it| it.weekday = u8::try_from(weekday).ok());
        Some(if self.is_after_next(at + 1) {
            day.with(|it| {
                it.turn = Some(2);
                it.offset = (7, 0);
                it.end = at + 3;
            })
        } else {
            day
        })
    }
}
