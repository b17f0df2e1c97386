//! Feasts and holidays, on fixed dates and movable.

use super::{Grain, phrase::Phrase, reader::Reader};
use crate::{
    facts::calendar::{Day, easter, orthodox_easter},
    language::lexicon::Class,
};

/// Days by which a movable feast may lie before or after the day that it hangs on; the list adds this number, so that
/// its values stay above zero.
const SHIFT: i32 = 100;

impl Reader<'_> {
    /// A feast: "Christmas Eve", "Good Friday", "Thanksgiving 2016".
    pub(super) fn holiday(&self, at: usize) -> Option<Phrase> {
        let (end, value) = self.phrase(at, Class::Holiday)?;
        let year = self.digits(end).filter(|(year, length)| *length == 4 && (1900..=2099).contains(year));
        // "The Christmas party", "Christmas lights" name things.
        let adjectival =
            year.is_none() && (self.is_content(end) || self.is_word(at.wrapping_sub(1), &["the", "a", "an"]));
        if adjectival {
            return None;
        }
        let phrase = Phrase {
            year: year.map(|(year, _)| year),
            ..Phrase::new(at, end + usize::from(year.is_some()), Grain::Day)
        };
        let (month, day) = (u8::try_from(value / 100).ok(), u8::try_from(value % 100).ok());
        Some(match (month.filter(|month| *month <= 12), day) {
            (Some(month), Some(day)) => {
                Phrase { months: Some((month, month + 1)), days: Some((day, day + 1)), feast: Some(value), ..phrase }
            }
            _ => Phrase { feast: Some(value), ..phrase },
        })
    }
}

/// The day of a movable feast in a year, by its number in the word list: the ten-thousands tell what it hangs on.
pub(super) fn feast_day(rule: i32, year: i32) -> Option<Day> {
    let days = rule % 10_000 - SHIFT;
    match rule / 10_000 {
        0 => Day::new(year, u8::try_from(rule / 100).ok()?, u8::try_from(rule % 100).ok()?),
        // A weekday of a month: 1, month in two digits, which one (5 for the last), weekday from 0.
        1 => {
            let (month, which, weekday) = (rule / 100 % 100, rule / 10 % 10, rule % 10);
            if which == 5 {
                let last = Day::first_of(year, month + 1)?.plus(-1);
                return Some(last.plus(-(i32::from(last.weekday()) - weekday).rem_euclid(7)));
            }
            let first = Day::first_of(year, month)?;
            Some(first.plus((weekday - i32::from(first.weekday())).rem_euclid(7) + 7 * (which - 1)))
        }
        2 => Some(easter(year)?.plus(days)),
        3 => Some(orthodox_easter(year)?.plus(days)),
        // Days after the fourth Thursday of November.
        4 => Some(feast_day(11_143, year)?.plus(days)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_feasts_fall_where_almanacs_have_them() {
        let on =
            |rule, year, month, day| assert_eq!(feast_day(rule, year), Day::new(year, month, day), "{rule} {year}");
        on(1225, 2024, 12, 25);
        on(20_100, 2024, 3, 31);
        on(20_100, 2008, 3, 23);
        on(20_100, 2038, 4, 25);
        on(20_098, 2016, 3, 25);
        on(30_100, 2018, 4, 8);
        on(30_100, 2024, 5, 5);
        on(11_143, 2013, 11, 28);
        on(40_101, 2019, 11, 29);
        on(10_550, 2013, 5, 27);
        on(10_910, 2012, 9, 3);
    }
}
