//! One unit out of a longer period: "the first Monday of May", "the last week of 2016", "the 20th of next month".

use super::{Anchor, Grain, phrase::Phrase, reader::Reader};
use crate::{
    facts::calendar::Day,
    language::lexicon::{Class, Word},
};

/// Which units of a period are meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nth {
    /// From 1, or below zero from the end.
    pub count: i32,
    /// How many from there: the first two weeks.
    pub many: i32,
    /// What is counted.
    pub what: Counted,
}

/// What is counted in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Weekday(u8),
    Weekend,
    Unit(Grain),
}

impl Reader<'_> {
    /// A unit by its number in a period that is named or counted from publication.
    pub(super) fn nth(&self, at: usize) -> Option<Phrase> {
        let (mut next, mut count) = match self.numbered(at) {
            Some(numbered) => numbered,
            None if self.value(at, Class::PeriodEnd).is_some() => (at + 1, -1),
            None => return None,
        };
        if count > 0 && self.value(next, Class::PeriodEnd).is_some() {
            // "The second last week".
            (next, count) = (next + 1, -count);
        }
        let many = self.small_number(next).filter(|(end, many)| self.unit_of(*end).is_some() && *many > 0);
        let (unit_at, many) = many.unwrap_or((next, 1));
        let (what, after) = match (self.value(unit_at, Class::Weekday), self.unit_of(unit_at)) {
            (Some(weekday), _) if many == 1 => (Counted::Weekday(u8::try_from(weekday).ok()?), unit_at + 1),
            (None, Some(what)) => (what, unit_at + 1),
            // "The 20th of next month".
            (None, None)
                if count > 0 && unit_at == next && self.is_word(next, Word::Of) && self.digits(at).is_some() =>
            {
                (Counted::Unit(Grain::Day), next)
            }
            _ => return None,
        };
        let period = self.is_any(after, &[Word::Of, Word::In]).then(|| self.period(after + 1)).flatten()?;
        let grain = match what {
            Counted::Weekday(_) => Grain::Day,
            Counted::Weekend => Grain::Week,
            Counted::Unit(grain) => grain,
        };
        let nth = Some(Nth { count, many, what });
        // "His 20th of the year" is a win.
        let fits = grain < period.grain && (after > next || period.grain == Grain::Month);
        fits.then_some(period.with(|it| {
            it.start = at;
            it.grain = grain;
            it.nth = nth;
        }))
    }

    /// An ordinal number as a word or in digits with its ending: the token behind it and its value.
    pub(super) fn numbered(&self, at: usize) -> Option<(usize, i32)> {
        let suffixed = self.is_joined(at + 1) && self.is_word(at + 1, Word::OrdinalEnding);
        match self.digits(at).filter(|(_, length)| suffixed && *length <= 2) {
            Some((count, _)) => Some((at + 2, count)).filter(|_| count > 0),
            None => self.ordinal(at),
        }
    }

    fn unit_of(&self, at: usize) -> Option<Counted> {
        Some(match self.value(at, Class::CalendarUnit)? {
            3 => Counted::Unit(Grain::Day),
            4 => Counted::Unit(Grain::Week),
            5 => Counted::Unit(Grain::Month),
            9 => Counted::Weekend,
            _ => return None,
        })
    }

    /// A month, a quarter, a year or longer: "March", "2016", "next month", "the year".
    fn period(&self, at: usize) -> Option<Phrase> {
        let at = at + usize::from(self.is_word(at, Word::The));
        let named = self.atom(at).filter(|phrase| phrase.nth.is_none() && phrase.grain >= Grain::Month);
        if let Some(named) = named {
            // "Of May 2016", "of August last year".
            return Some(self.follower(&named).filter(|whole| whole.grain >= Grain::Month).unwrap_or(named));
        }
        let year = self.year_of_date(at).filter(|year| (1900..=2099).contains(year) && self.is_free(at + 1));
        if let Some(year) = year {
            return Some(Phrase::new(at, at + 1, Grain::Year).with(|it| it.year = Some(year)));
        }
        let grain = match self.value(at, Class::CalendarUnit)? {
            5 => Grain::Month,
            6 => Grain::Season,
            7 => Grain::Year,
            _ => return None,
        };
        let of_publication = self.is_word(at.wrapping_sub(1), Word::The) && self.is_free(at + 1);
        of_publication.then(|| Phrase::distance(at, at + 1, grain, 0, Anchor::Publication))
    }
}

/// The days of a unit of a period; none where the period has no such unit.
pub(super) fn pick(nth: Nth, (first, end): (Day, Day)) -> Option<(Day, Day)> {
    let Nth { count, many, what } = nth;
    // The last ones of several are counted to the end: the last three months.
    let begin = if count > 0 { count - 1 } else { count + 2 - many };
    let from_end = count < 0;
    let within = |days: (Day, Day)| (days.0 < days.1 && first.0 - 7 < days.0.0 && days.1.0 < end.0 + 8).then_some(days);
    let of_weekday = |weekday: i32, length: i32| {
        let start = if from_end {
            let last = end.plus(-1);
            last.plus(-(i32::from(last.weekday()) - weekday).rem_euclid(7) + 7 * begin)
        } else {
            first.plus((weekday - i32::from(first.weekday())).rem_euclid(7) + 7 * begin)
        };
        (first <= start && start < end).then(|| (start, start.plus(length)))
    };
    match what {
        Counted::Weekday(weekday) => of_weekday(weekday.into(), 1),
        Counted::Weekend => of_weekday(5, 2),
        // A week is of the period in which its Thursday lies, as ISO 8601 counts them.
        Counted::Unit(Grain::Week) => {
            of_weekday(3, 1).map(|(day, _)| (day.plus(-3), day.plus(-3 + 7 * many))).and_then(within)
        }
        Counted::Unit(Grain::Day) => {
            let start = if from_end { end.plus(begin - 1) } else { first.plus(begin) };
            (first <= start && start.plus(many) <= end).then(|| (start, start.plus(many)))
        }
        Counted::Unit(_) => {
            let anchor = if from_end { end.plus(-1) } else { first }.civil();
            let month = i32::from(anchor.month) + begin;
            let days = (Day::first_of(anchor.year, month)?, Day::first_of(anchor.year, month + many)?);
            (first <= days.0 && days.1 <= end).then_some(days)
        }
    }
}
