//! The day on which something was published, from the notations that files use.

use crate::facts::calendar::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a day as it was written, without turning it into another time zone. "4/6/2025" is left alone: it is two different
/// days on the two sides of the Atlantic.
pub(super) fn iso_day(value: &str) -> Option<String> {
    let value = value.trim();
    let digits =
        |from: usize, to: usize| value.get(from..to).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok();
    let is_end = |at: usize| value.as_bytes().get(at).is_none_or(|byte| !byte.is_ascii_digit());
    if value.get(4..5) == Some("-") && value.get(7..8) == Some("-") && is_end(10) {
        return day(digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
    }
    if digits(0, 8).is_some() && (value.len() == 8 || value.get(8..9) == Some("T")) {
        return day(digits(0, 4)?, digits(4, 6)?, digits(6, 8)?);
    }
    // "Wed, 04 Jun 2025 22:30:00 GMT", "June 4, 2025"
    let words: Vec<&str> = value.split([' ', ',', '\t']).filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| {
        let year: u32 = three[2].parse().ok().filter(|_| three[2].len() == 4)?;
        let (day_first, month_first) = (month(three[1]), month(three[0]));
        match (day_first, month_first) {
            (Some(month), _) => day(year, month, ordinal(three[0])?),
            (None, Some(month)) => day(year, month, ordinal(three[1])?),
            (None, None) => None,
        }
    })
}

fn month(word: &str) -> Option<u32> {
    let start = word.get(..3)?.to_ascii_lowercase();
    let is_word = word.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_alphabetic());
    let at = MONTHS.iter().position(|name| *name == start && is_word && word.len() <= 9)?;
    Some(at as u32 + 1)
}

/// "4" or "4th".
fn ordinal(word: &str) -> Option<u32> {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}

fn day(year: u32, month: u32, day: u32) -> Option<String> {
    Day::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
        .filter(|_| year > 0)
        .map(|_| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        for (value, expected) in [
            ("2025-06-04", Some("2025-06-04")),
            ("2025-06-04T23:30:00-07:00", Some("2025-06-04")),
            ("20250604T233000Z", Some("2025-06-04")),
            ("Wed, 04 Jun 2025 22:30:00 GMT", Some("2025-06-04")),
            ("4 Sept. 2025", Some("2025-09-04")),
            ("June 4th, 2025", Some("2025-06-04")),
            ("2024-02-29", Some("2024-02-29")),
            ("2025-02-29", None),
            ("4/6/2025", None),
            ("2025-13-01", None),
            ("yesterday", None),
            ("é025-06-04", None),
            ("", None),
        ] {
            assert_eq!(iso_day(value).as_deref(), expected, "{value}");
        }
    }
}
