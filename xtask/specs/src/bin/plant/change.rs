//! One change of one sort in a copy of a report.
//!
//! Where a change can stand is found by plain rules of their own and not by what the engine reads, so that what the
//! engine overlooks counts against it.

use std::ops::Range;

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// A digit of a number.
    Number,
    /// A weekday or a month.
    Date,
    /// The surname in a full name.
    Name,
    /// A place behind "in", "at", "from" or "to".
    Place,
    /// A "not" put in behind an auxiliary.
    Negation,
    /// A word between quotation marks.
    Quote,
}

impl Sort {
    /// Every sort, in the order of the table.
    pub(crate) const ALL: [Self; 6] = [Self::Number, Self::Date, Self::Name, Self::Place, Self::Negation, Self::Quote];

    /// Its name in the table and the floors.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Place => "place",
            Self::Negation => "negation",
            Self::Quote => "quote",
        }
    }
}

/// A copy of a report with one change.
#[derive(Debug)]
pub(crate) struct Planted {
    pub(crate) text: String,
    /// The bytes that stand in place of those of the report; for a word put in, with the word before it.
    pub(crate) here: Range<usize>,
    /// The bytes of the report that they stand for.
    pub(crate) there: Range<usize>,
}

/// Numbers that look random and are the same in every run: a linear congruential generator with Knuth's constants.
#[derive(Debug)]
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below `bound`, which is at least 1.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn choose<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 9] =
    ["January", "February", "April", "June", "July", "September", "October", "November", "December"];
const SURNAMES: [&str; 8] =
    ["Abernathy", "Castellano", "Dunleavy", "Fairweather", "Holtzman", "Kowalczyk", "Okafor", "Quigley"];
const PLACES: [&str; 8] = ["Lisbon", "Ottawa", "Nairobi", "Helsinki", "Santiago", "Manila", "Dublin", "Budapest"];
const AUXILIARIES: [&str; 8] = ["was", "were", "is", "are", "has", "have", "had", "will"];
const WORDS: [&str; 6] = ["yellow", "basket", "quietly", "gravel", "window", "seventh"];

/// Words that a sentence has at least where something is changed; shorter lines are headings, bylines and service.
const FEWEST_WORDS: usize = 8;

/// A copy of a report with one change; none where it has no place for one.
pub(crate) fn plant(report: &str, sort: Sort, chance: &mut Chance) -> Option<Planted> {
    let places = places(report, sort);
    if places.is_empty() {
        return None;
    }
    let there = places[chance.below(places.len())].clone();
    let old = &report[there.clone()];
    let new = loop {
        let new = match sort {
            Sort::Number => other_number(old, chance),
            Sort::Date if WEEKDAYS.contains(&old) => chance.choose(&WEEKDAYS).to_owned(),
            Sort::Date => chance.choose(&MONTHS).to_owned(),
            Sort::Name => chance.choose(&SURNAMES).to_owned(),
            Sort::Place => chance.choose(&PLACES).to_owned(),
            Sort::Negation => format!("{old} not"),
            Sort::Quote => chance.choose(&WORDS).to_owned(),
        };
        if new != old {
            break new;
        }
    };
    let text = format!("{}{new}{}", &report[..there.start], &report[there.end..]);
    Some(Planted { text, here: there.start..there.start + new.len(), there })
}

/// Another digit in place of the first, so that the two are no roundings of each other.
fn other_number(old: &str, chance: &mut Chance) -> String {
    let digit = b'1' + ((old.as_bytes()[0] - b'0') as usize + chance.below(8)) as u8 % 9;
    format!("{}{}", char::from(digit), &old[1..])
}

/// Where a change of a sort can stand, in the order of the text.
fn places(report: &str, sort: Sort) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut start = report.find('\n').map_or(report.len(), |end| end + 1);
    for line in report[start..].split_inclusive('\n') {
        if line.split_whitespace().count() >= FEWEST_WORDS {
            let words = words(report, start..start + line.len());
            let fits = (0..words.len()).filter(|&at| fits(report, &words, at, sort));
            places.extend(fits.map(|at| words[at].clone()));
        }
        start += line.len();
    }
    places
}

/// The words of a line without the marks around them.
fn words(report: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = line.start;
    for piece in report[line].split_inclusive(char::is_whitespace) {
        let inner = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !inner.is_empty() {
            let start = at + (inner.as_ptr() as usize - piece.as_ptr() as usize);
            words.push(start..start + inner.len());
        }
        at += piece.len();
    }
    words
}

/// Whether a word can be changed in this sort of way.
fn fits(report: &str, words: &[Range<usize>], at: usize, sort: Sort) -> bool {
    let word = &report[words[at].clone()];
    let before = at.checked_sub(1).map_or("", |at| &report[words[at].clone()]);
    let after = words.get(at + 1).map_or("", |next| &report[next.clone()]);
    // Marks between two words part them.
    let joins_before = at > 0 && report[words[at - 1].end..words[at].start].trim().is_empty();
    let joins_after = words.get(at + 1).is_some_and(|next| report[words[at].end..next.start].trim().is_empty());
    match sort {
        Sort::Number => {
            word.len() > 1
                && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
                && !word.starts_with('0')
                && !(word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
                && joins_after
                && joins_before
                && after.chars().all(char::is_lowercase)
                && before.chars().all(char::is_lowercase)
        }
        Sort::Date => {
            let beside_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
            WEEKDAYS.contains(&word) || MONTHS.contains(&word) && (beside_number(before) || beside_number(after))
        }
        Sort::Name => {
            is_name(word)
                && is_name(before)
                && joins_before
                && !is_name(after)
                && at > 2
                && !is_name(&report[words[at - 2].clone()])
                && !report[words[at - 2].start..words[at - 1].start].contains(['.', '!', '?', '”', '"'])
        }
        Sort::Place => {
            is_name(word)
                && ["in", "at", "from", "to"].contains(&before)
                && joins_before
                && !is_name(after)
                && !WEEKDAYS.contains(&word)
                && !MONTHS.contains(&word)
                && !["March", "May", "August"].contains(&word)
                && !word.ends_with("’s")
                && !word.ends_with("'s")
        }
        Sort::Negation => {
            AUXILIARIES.contains(&word) && joins_after && after.chars().all(char::is_lowercase) && after != "not"
        }
        Sort::Quote => {
            word.len() > 4
                && word.chars().all(char::is_lowercase)
                && is_quoted(&report[report[..words[at].start].rfind('\n').map_or(0, |at| at + 1)..words[at].start])
        }
    }
}

/// A word of letters with a capital before small ones.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.len() > 2 && letters.all(char::is_lowercase)
}

/// Whether a quotation is open at the end of the beginning of a line.
fn is_quoted(line: &str) -> bool {
    let count = |mark: char| line.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Fire at Kelness mill\n\nA fire at the mill in Kelness was fought by 44 crews on Tuesday night, \
                          the owner Adela Brandt said. “Nobody could reach the upper floors,” she told reporters in town.";

    fn planted(sort: Sort, seed: u64) -> String {
        let planted = plant(REPORT, sort, &mut Chance(seed)).expect("the report has a place for each sort");
        assert_eq!(REPORT[..planted.there.start], planted.text[..planted.here.start]);
        assert_eq!(REPORT[planted.there.end..], planted.text[planted.here.end..]);
        planted.text[planted.here].to_owned()
    }

    #[test]
    fn changes_what_the_sort_says() {
        for seed in 0..20 {
            let number = planted(Sort::Number, seed);
            assert!(number.len() == 2 && number != "44" && !number.contains('0'), "{number}");
            assert!(WEEKDAYS.contains(&planted(Sort::Date, seed).as_str()));
            assert!(SURNAMES.contains(&planted(Sort::Name, seed).as_str()));
            assert!(PLACES.contains(&planted(Sort::Place, seed).as_str()));
            assert_eq!(planted(Sort::Negation, seed), "was not");
            assert!(WORDS.contains(&planted(Sort::Quote, seed).as_str()));
        }
    }

    #[test]
    fn is_the_same_in_every_run() {
        assert_eq!(planted(Sort::Number, 7), planted(Sort::Number, 7));
    }

    #[test]
    fn leaves_reports_alone_that_have_no_place() {
        assert!(plant("Title\n\nToo short a line in Kelness.", Sort::Place, &mut Chance(1)).is_none());
    }
}
