//! Feasts and holidays, on fixed dates and movable.

use super::{Grain, phrase::Phrase, reader::Reader};
use crate::{
    facts::calendar::{Day, easter, islamic, orthodox_easter, rosh_hashanah},
    language::lexicon::{Class, Word},
};

/// Days by which a movable feast may lie before or after the day that it hangs on; the list adds this number, so that
/// its values stay above zero.
const SHIFT: i32 = 100;

impl Reader<'_> {
    /// A feast: "Christmas Eve", "Good Friday", "Thanksgiving 2016".
    pub(super) fn holiday(&self, at: usize) -> Option<Phrase> {
        let (mut end, value) = self.phrase(at, Class::Holiday)?;
        let year_at = |at: usize| self.digits(at).filter(|(year, length)| *length == 4 && (1900..=2099).contains(year));
        let mut year = year_at(end);
        end += usize::from(year.is_some());
        // "The Labor Day weekend", "Halloween weekend 2021".
        let is_weekend = self.unit(end).is_some_and(|unit| unit.is_weekend);
        end += usize::from(is_weekend);
        if is_weekend && year.is_none() {
            year = year_at(end);
            end += usize::from(year.is_some());
        }
        // "The Christmas party", "Christmas lights" name things.
        let adjectival = year.is_none()
            && (self.is_content(end) || !is_weekend && self.is_any(at.wrapping_sub(1), &[Word::The, Word::A]));
        if adjectival {
            return None;
        }
        let grain = if is_weekend { Grain::Week } else { Grain::Day };
        let phrase = Phrase::new(at, end, grain).with(|it| {
            it.year = year.map(|(year, _)| year);
            it.is_weekend = is_weekend;
        });
        let (month, day) = (u8::try_from(value / 100).ok(), u8::try_from(value % 100).ok());
        Some(match (month.filter(|month| *month <= 12), day) {
            (Some(month), Some(day)) => phrase.with(|it| {
                it.months = Some((month, month + 1));
                it.days = Some((day, day + 1));
                it.feast = Some(value);
            }),
            _ => phrase.with(|it| it.feast = Some(value)),
        })
    }
}

/// The days of a feast in a year, half-open, by its number in the word list: the ten-thousands tell what it hangs on,
/// the millions how many days it has where they are several.
///
/// Feasts of the Islamic calendar begin by sight of the moon: they have a day of leeway on both sides.
pub(super) fn feast_days(rule: i32, year: i32) -> Option<(Day, Day)> {
    let first = feast_day(rule % 1_000_000, year)?;
    let leeway = i32::from(is_by_sight(rule));
    Some((first.plus(-leeway), first.plus((rule / 1_000_000).max(1) + leeway)))
}

/// A feast with the weekend that it makes long: from the Saturday before to the Monday, from the Thursday to the Sunday.
/// None in the middle of the week.
pub(super) fn with_weekend((first, end): (Day, Day)) -> Option<(Day, Day)> {
    match first.weekday() {
        0 => Some((first.plus(-2), end)),
        3..=5 => Some((first, first.plus(7 - i32::from(first.weekday())).max(end))),
        6 => Some((first.plus(-1), end)),
        _ => None,
    }
}

/// Whether a feast begins when the moon is seen.
pub(super) const fn is_by_sight(rule: i32) -> bool {
    rule % 1_000_000 / 10_000 == 8
}

fn feast_day(rule: i32, year: i32) -> Option<Day> {
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
        5 => Some(rosh_hashanah(year)?.plus(days)),
        // Passover lies 163 days before the next new year.
        6 => Some(rosh_hashanah(year)?.plus(days - 163)),
        // 25 Kislev: a day later in years of 355 or 385 days.
        7 => {
            let (new_year, next) = (rosh_hashanah(year)?, rosh_hashanah(year + 1)?);
            Some(new_year.plus(days + 83 + i32::from((next.0 - new_year.0) % 10 == 5)))
        }
        8 => islamic(year, rule / 100 % 100, rule % 100),
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
        on(50_100, 2018, 9, 10);
        on(50_109, 2024, 10, 12);
        on(60_100, 2018, 3, 31);
        on(60_100, 2024, 4, 23);
        on(70_100, 2018, 12, 3);
        on(70_100, 2024, 12, 26);
        on(80_901, 2024, 3, 11);
        on(81_210, 2018, 8, 22);
    }

    #[test]
    fn feasts_have_their_length_and_their_leeway() {
        let days = |rule| feast_days(rule, 2018).map(|(first, end)| end.0 - first.0);
        assert_eq!(days(1225), Some(1));
        assert_eq!(days(9_060_099), Some(9));
        assert_eq!(days(81_001), Some(3));
    }
}
