//! The proleptic Gregorian calendar by whole-number arithmetic.
//!
//! # Sources
//! The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` (2013, public domain): years are
//! counted from 1 March, so that the leap day is the last of the year, and 400 years are 146,097 days.

use std::fmt;

/// Days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// A date of the calendar: year, month from 1, day from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Civil {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Days in 400 years.
const CYCLE: i32 = 146_097;

/// Years outside are no dates of a news report; the bound keeps all arithmetic far from overflow.
pub const YEARS: std::ops::RangeInclusive<i32> = 0..=9999;

impl Day {
    /// The day of a date; none when the calendar has no such day.
    ///
    /// ```
    /// use variorum::facts::calendar::Day;
    /// assert_eq!(Day::new(1970, 1, 2), Some(Day(1)));
    /// assert_eq!(Day::new(2023, 2, 29), None);
    /// ```
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) || day == 0 || day > month_length(year, month)? {
            return None;
        }
        let shifted = if month > 2 { year } else { year - 1 };
        let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * CYCLE + day_of_era - 719_468))
    }

    /// The first day of a month that is counted on past December or back past January: month 13 is next January.
    #[must_use]
    pub fn first_of(year: i32, month: i32) -> Option<Self> {
        let months = year.checked_mul(12)?.checked_add(month)?.checked_sub(1)?;
        Self::new(months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok()?, 1)
    }

    /// The date of the day.
    #[must_use]
    pub fn civil(self) -> Civil {
        let shifted = i64::from(self.0) + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(i64::from(CYCLE)), shifted.rem_euclid(i64::from(CYCLE)));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Civil { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// The day of the week, 0 for Monday.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        (self.0.rem_euclid(7) + 3) as u8 % 7
    }

    /// The day that many days on.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The Monday of the day's week.
    #[must_use]
    pub const fn week_start(self) -> Self {
        self.plus(-(self.weekday() as i32))
    }
}

/// How many days a month has; none for a month outside 1 to 12.
#[must_use]
pub const fn month_length(year: i32, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Easter Sunday of the western churches in a year.
///
/// # Sources
/// The anonymous algorithm of *Nature* 13 (1876), as Meeus gives it (Astronomical Algorithms, chapter 8).
///
/// ```
/// use variorum::facts::calendar::{Day, easter};
/// assert_eq!(easter(2024), Day::new(2024, 3, 31));
/// ```
#[must_use]
pub fn easter(year: i32) -> Option<Day> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    Day::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

/// Easter Sunday of the eastern churches in a year: of the Julian calendar, by its Gregorian date.
///
/// # Sources
/// Meeus, Astronomical Algorithms, chapter 8.
#[must_use]
pub fn orthodox_easter(year: i32) -> Option<Day> {
    let full_moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7;
    let days = full_moon + weekday + 114;
    let julian = Day::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)?;
    Some(julian.plus(year / 100 - year / 400 - 2))
}

/// The first day of the Jewish year that begins in a year of ours.
///
/// # Sources
/// Reingold and Dershowitz, Calendrical Calculations: the mean conjunction in parts of an hour (1080 to the hour), put
/// off so that no holy day falls beside the sabbath.
///
/// ```
/// use variorum::facts::calendar::{Day, rosh_hashanah};
/// assert_eq!(rosh_hashanah(2024), Day::new(2024, 10, 3));
/// ```
#[must_use]
pub fn rosh_hashanah(year: i32) -> Option<Day> {
    // Days from the epoch to the conjunction of a year, or the day after where it may not fall.
    fn elapsed(year: i64) -> i64 {
        let months = (235 * year - 234).div_euclid(19);
        let days = 29 * months + (12_084 + 13_753 * months).div_euclid(25_920);
        if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
    }
    let jewish = i64::from(year) + 3761;
    let (before, this, next) = (elapsed(jewish - 1), elapsed(jewish), elapsed(jewish + 1));
    let delay = if next - this == 356 { 2 } else { i64::from(this - before == 382) };
    // The epoch lies 1,373,427 days before 1 January of the year 1, and that 719,163 before 1970.
    YEARS.contains(&year).then(|| Day((this + delay - 1_373_427 - 719_163) as i32))
}

/// A day of the tabular Islamic calendar, by its month and day, that falls in a year of ours: the first where there are
/// two. The day that is kept may lie a day off, as it is settled by sight of the moon.
///
/// # Sources
/// Reingold and Dershowitz, Calendrical Calculations: eleven leap years in thirty, from Friday 16 July 622 (Julian).
///
/// ```
/// use variorum::facts::calendar::{Day, islamic};
/// assert_eq!(islamic(2024, 9, 1), Day::new(2024, 3, 11));
/// ```
#[must_use]
pub fn islamic(year: i32, month: i32, day: i32) -> Option<Day> {
    let first = Day::new(year, 1, 1)?;
    // 33 of their years are 32 of ours.
    let guess = (year - 622) * 33 / 32;
    (guess - 1..=guess + 2)
        .map(|year| {
            let months = day + 29 * (month - 1) + month / 2;
            Day(months + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + 227_014 - 719_163)
        })
        .find(|day| first <= *day && day.civil().year == year)
}

/// When an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day, as the outlet counts it.
    pub day: Day,
    /// Minutes from midnight, when the time is known.
    pub minute: Option<i32>,
}

impl Published {
    /// Reads an ISO 8601 date or date-time: `2016-03-31`, `2016-03-31T14:05Z`, `2016-03-31T14:05:00+02:00`.
    ///
    /// The day and the time are those written: "Tuesday" is meant in the outlet's own zone, so an offset is
    /// checked and not applied. Anything else gives none.
    ///
    /// ```
    /// use variorum::facts::calendar::Published;
    /// let published = Published::parse("2016-03-31T14:05:00+02:00").unwrap();
    /// assert_eq!((published.day.weekday(), published.minute), (3, Some(14 * 60 + 5)));
    /// assert_eq!(Published::parse("31 March 2016"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Digits { rest: text.as_bytes() };
        let year = reader.take(4)?;
        reader.expect(b'-')?;
        let month = reader.take(2)?;
        reader.expect(b'-')?;
        let day = reader.take(2)?;
        let day = Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        if reader.rest.is_empty() {
            return Some(Self { day, minute: None });
        }
        reader.expect(b'T')?;
        let (hour, minute) = reader.clock()?;
        if reader.expect(b':').is_some() {
            // 60 for a leap second.
            reader.take(2).filter(|second| *second <= 60)?;
            if reader.expect(b'.').is_some() {
                reader.fraction()?;
            }
        }
        if !reader.rest.is_empty() {
            reader.offset()?;
        }
        Some(Self { day, minute: Some(hour * 60 + minute) })
    }
}

/// The date, with the time where it is known, as ISO 8601 writes them.
impl fmt::Display for Published {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day } = self.day.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")?;
        match self.minute {
            Some(minute) => write!(formatter, "T{:02}:{:02}", minute / 60, minute % 60),
            None => Ok(()),
        }
    }
}

/// Reads fixed-width fields of ASCII digits.
struct Digits<'t> {
    rest: &'t [u8],
}

impl Digits<'_> {
    fn take(&mut self, width: usize) -> Option<i32> {
        let (field, rest) = self.rest.split_at_checked(width)?;
        let value = field
            .iter()
            .try_fold(0, |value, digit| digit.is_ascii_digit().then(|| value * 10 + i32::from(digit - b'0')))?;
        self.rest = rest;
        Some(value)
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.rest = self.rest.strip_prefix(&[byte])?;
        Some(())
    }

    fn clock(&mut self) -> Option<(i32, i32)> {
        let hour = self.take(2).filter(|hour| *hour < 24)?;
        self.expect(b':')?;
        let minute = self.take(2).filter(|minute| *minute < 60)?;
        Some((hour, minute))
    }

    fn fraction(&mut self) -> Option<()> {
        let digits = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.rest = &self.rest[digits..];
        (digits > 0).then_some(())
    }

    /// Nothing, `Z`, or hours and minutes with a sign; then the text must end.
    fn offset(&mut self) -> Option<()> {
        match self.rest {
            [] | [b'Z'] => return Some(()),
            [b'+' | b'-', ..] => self.rest = &self.rest[1..],
            _ => return None,
        }
        self.clock()?;
        self.rest.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_both_ways() {
        for (year, month, day, number) in
            [(1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (1600, 1, 1, -135_140)]
        {
            assert_eq!(Day::new(year, month, day), Some(Day(number)));
            assert_eq!(Day(number).civil(), Civil { year, month, day });
        }
        let first = Day::new(1899, 12, 31).expect("a date");
        for step in 0..80_000 {
            let Civil { year, month, day } = first.plus(step).civil();
            assert_eq!(Day::new(year, month, day), Some(first.plus(step)));
        }
    }

    #[test]
    fn knows_leap_years_and_month_ends() {
        assert!(Day::new(2000, 2, 29).is_some());
        assert!(Day::new(2024, 2, 29).is_some());
        for (year, month, day) in
            [(1900, 2, 29), (2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (10_000, 1, 1)]
        {
            assert_eq!(Day::new(year, month, day), None, "{year}-{month}-{day}");
        }
        assert_eq!(Day::first_of(2023, 13), Day::new(2024, 1, 1));
        assert_eq!(Day::first_of(2024, 0), Day::new(2023, 12, 1));
        assert_eq!(Day::first_of(i32::MAX, 1), None);
    }

    #[test]
    fn knows_weekdays_of_well_known_dates() {
        // The Moon landing was on a Sunday, the fall of the Berlin Wall on a Thursday.
        assert_eq!(Day::new(1969, 7, 20).map(Day::weekday), Some(6));
        assert_eq!(Day::new(1989, 11, 9).map(Day::weekday), Some(3));
        assert_eq!(Day::new(2024, 2, 29).map(Day::weekday), Some(3));
        assert_eq!(Day::new(2024, 2, 29).map(Day::week_start), Day::new(2024, 2, 26));
    }

    #[test]
    fn reads_iso_dates_strictly() {
        let minute = |text: &str| Published::parse(text).map(|published| published.minute);
        assert_eq!(minute("2016-03-31"), Some(None));
        assert_eq!(minute("2016-03-31T14:05"), Some(Some(845)));
        assert_eq!(minute("2016-03-31T14:05:59.250-05:00"), Some(Some(845)));
        for bad in [
            "",
            "2016",
            "2016-3-31",
            "2016-02-30",
            "2016-03-31 14:05",
            "2016-03-31T24:00",
            "2016-03-31T14:60",
            "2016-03-31T14",
            "2016-03-31T14:05:61",
            "2016-03-31T14:05z",
            "2016-03-31T14:05+0200",
            "2016-03-31T14:05Z ",
            "2016-03-31T14:05:00.Z",
            "٢٠١٦-03-31",
            " 2016-03-31",
        ] {
            assert_eq!(Published::parse(bad), None, "{bad:?}");
        }
    }
}
