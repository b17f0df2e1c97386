//! Years, decades and centuries.

use super::{Grain, dates::YEARS, phrase::Phrase, reader::Reader};
use crate::{
    facts::calendar::Day,
    language::{
        lexicon::{Class, Word},
        tags::Upos,
        tokens::Shape,
    },
};

/// Years that a number may be where the words around leave a doubt.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;

impl Reader<'_> {
    /// A year, where the words around it say that it is one: "in 1987", "the 2024 election", "2010-16".
    pub(super) fn year(&self, at: usize) -> Option<Phrase> {
        let (year, length) = self.digits(at)?;
        if length != 4 || !YEARS.contains(&year) || self.is_joined(at) && self.is_hyphen(at.wrapping_sub(1)) {
            return None;
        }
        let before = at.wrapping_sub(1);
        if self.is(before, Class::Designator) && !self.is_word(before, Word::Year)
            || self.token(before).is_some_and(|token| token.shape == Shape::Sign)
        {
            return None;
        }
        let last =
            self.is_hyphen(at + 1).then(|| self.digits(at + 2)).flatten().and_then(|(last, length)| match length {
                2 => Some(year / 100 * 100 + last),
                4 => Some(last),
                _ => None,
            });
        let end = match last {
            Some(last) if last > year && last - year <= 150 => at + 3,
            Some(_) => return None,
            None => at + 1,
        };
        let measured = self.is(end, Class::Unit)
            || self.is(end, Class::Person)
            || self.is(end, Class::Percent)
            || self.is(end, Class::Currency);
        let hangs_on = self.is_joined(end)
            && !matches!(
                self.word(end),
                "." | "," | ")" | "]" | ";" | ":" | "?" | "!" | "'s" | "’s" | "'" | "’" | "\"" | "”" | "—" | "…"
            );
        if measured || hangs_on || self.is(end, Class::Zone) || self.is(end, Class::HourMark) {
            return None;
        }
        // "44 BC" counts the other way.
        if self.value(end, Class::Era) == Some(1) {
            return None;
        }
        let likely = LIKELY_YEARS.contains(&year);
        let lead = self.value(before, Class::YearLead);
        let content = self.is_content(end);
        // "From 1783 to 1786", "dates back to 1908".
        let next_year = self.is_word(end, Word::To).then(|| self.year_of_date(end + 1)).flatten();
        let open = likely && next_year.is_some_and(|next| LIKELY_YEARS.contains(&next));
        let spanned = (self.is_word(before, Word::From) || open)
            && next_year.is_some_and(|next| year < next && next - year <= 150);
        let back = self.is_word(before, Word::To)
            && (likely
                && self
                    .year_of_date(before.wrapping_sub(1))
                    .is_some_and(|first| LIKELY_YEARS.contains(&first) && first < year)
                || self.is(before.wrapping_sub(1), Class::DatingBack)
                || self.is_word(before.wrapping_sub(2), Word::From) && self.follows_year(before));
        let fits = if spanned || back {
            !content
        } else if lead == Some(1) {
            !content || (likely && year % 100 != 0)
        } else if self.is_any(before, &[Word::To, Word::And, Word::Or]) && !self.follows_year(before) {
            false
        } else if self.phrase(end, Class::PostTimeBound).is_some() || self.is_later_than(before) {
            likely
        } else if lead == Some(2) || self.word(before) == "(" || self.is_hyphen(before) && end > at + 1 {
            likely && !content
        } else if lead == Some(3) || self.is_word(before, Word::Genitive) {
            likely && year % 100 != 0 && content
        } else {
            // "2014-2018": two years beside each other say so themselves.
            let is_pair = end > at + 1 && self.digits(at + 2).is_some_and(|(_, length)| length == 4);
            likely && (is_pair || !content && year % 100 != 0 && self.is_held_yearly(before))
        };
        let span = |last: i32| Some((Day::new(year, 1, 1)?, Day::new(last + 1, 1, 1)?));
        fits.then(|| match last {
            Some(last) => Phrase::new(at, end, Grain::Year).with(|it| it.span = span(last)),
            None => {
                let era = usize::from(self.value(end, Class::Era) == Some(0));
                Phrase::new(at, end + era, Grain::Year).with(|it| it.year = Some(year))
            }
        })
    }

    /// Whether a token ends the name of what is held again and again: "the Masters 2015", "London 2012".
    fn is_held_yearly(&self, at: usize) -> bool {
        // "Copyright 2018".
        at > self.from
            && self.token(at).is_some_and(|token| token.capital && token.shape == Shape::Word)
            && self.document.tag(at) == Upos::Propn
            && !self.is(at, Class::Month)
    }

    /// Whether "later than" or "earlier than" ends with a token.
    fn is_later_than(&self, at: usize) -> bool {
        self.is_word(at, Word::Than) && self.is_any(at.wrapping_sub(1), &[Word::Later, Word::Earlier])
    }

    /// A year in words: "nineteen ninety-six", "two thousand and fifteen", "seventeen hundred thirty-three": the token
    /// behind it and the year.
    pub(super) fn spelt_year(&self, at: usize) -> Option<(usize, i32)> {
        let high = self.value(at, Class::Cardinal)?;
        let scale = self.value(at + 1, Class::Scale).unwrap_or(0);
        if high == 2 && scale == 1000 || (11..=19).contains(&high) && scale == 100 {
            let and = usize::from(self.is_word(at + 2, Word::And));
            let low = self.small_number(at + 2 + and).filter(|_| self.digits(at + 2 + and).is_none());
            let (end, low) = low.unwrap_or((at + 2, 0));
            return Some((end, high * scale + low));
        }
        let hyphen = usize::from(self.is_hyphen(at + 1));
        let low_at = at + 1 + hyphen;
        let (end, low) = self.small_number(low_at).filter(|(_, low)| (10..=99).contains(low))?;
        ((11..=20).contains(&high) && self.digits(low_at).is_none()).then_some((end, high * 100 + low))
    }

    /// A year in words, where "in" or "since" stands before it.
    pub(super) fn led_spelt_year(&self, at: usize) -> Option<Phrase> {
        let (end, year) = self.spelt_year(at)?;
        let led = self.is_any(at.wrapping_sub(1), &[Word::In, Word::Since, Word::Until, Word::Before, Word::After]);
        (led && self.is_free(end)).then(|| Phrase::new(at, end, Grain::Year).with(|it| it.year = Some(year)))
    }

    /// Whether a year stands before a linking word, with a word before it that makes it one.
    fn follows_year(&self, link: usize) -> bool {
        let led = link.wrapping_sub(2);
        self.year_of_date(link.wrapping_sub(1)).is_some() && matches!(self.value(led, Class::YearLead), Some(1 | 2))
    }

    /// A decade: "the 1990s", "the ’80s", "the nineties".
    pub(super) fn decade(&self, at: usize) -> Option<Phrase> {
        let before = at.wrapping_sub(1);
        let (end, first, years) = if let Some((value, length)) = self.digits(at) {
            if !(self.is_joined(at + 1) && self.is_any(at + 1, &[Word::S, Word::Genitive])) || value % 10 != 0 {
                return None;
            }
            match length {
                // "The 1900s" may be a decade or the century.
                4 if YEARS.contains(&value) => (at + 2, value, if value % 100 == 0 { 100 } else { 10 }),
                // Without the apostrophe "the 80s" may be degrees or ages.
                2 if value >= 30 && self.is_joined(at) && matches!(self.word(before), "'" | "’" | "‘") => {
                    (at + 2, 1900 + value, 10)
                }
                _ => return None,
            }
        } else {
            let value = self.value(at, Class::DecadeName)?;
            let led = self.is_word(before, Word::The) || self.phrase_before(at, Class::PeriodPart).is_some();
            if !led || self.is(at.wrapping_sub(2), Class::Possessive) {
                return None;
            }
            (at + 1, 1900 + value, 10)
        };
        let span = (Day::new(first, 1, 1)?, Day::new(first + years, 1, 1)?);
        Some(Phrase::new(at, end, Grain::Decade).with(|it| it.span = Some(span)))
    }

    /// A century: "the 19th century".
    pub(super) fn century(&self, at: usize) -> Option<Phrase> {
        let (end, ordinal) = self.ordinal(at).or_else(|| {
            let (value, _) = self.digits(at)?;
            (self.is_joined(at + 1) && self.is_word(at + 1, Word::OrdinalEnding)).then_some((at + 2, value))
        })?;
        let end = end + usize::from(self.is_hyphen(end));
        if self.value(end, Class::CalendarUnit) != Some(12)
            || !(10..=30).contains(&ordinal)
            || self.value(end + 1, Class::Era) == Some(1)
        {
            return None;
        }
        let span = (Day::new((ordinal - 1) * 100, 1, 1)?, Day::new(ordinal * 100, 1, 1)?);
        Some(Phrase::new(at, end + 1, Grain::Decade).with(|it| it.span = Some(span)))
    }
}
