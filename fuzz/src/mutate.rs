//! New cases out of old ones, so that they still read like reports.
//!
//! Bytes changed at random soon leave nothing that a grammar of numbers or speech would take. So two cases in three are
//! changed by whole sentences and words: moved, doubled, left out, exchanged between the texts of a case, put into
//! quotation marks, or replaced by words of the engine's own lists, by numbers and by strange characters. The rest goes
//! to the fuzzer's own mutations.

use crate::doors::SEPARATOR;

/// The lists whose words open a rule, as they lie in the repository.
const LISTS: [&str; 13] = [
    include_str!("../../src/language/lexicon/en/bounds.txt"),
    include_str!("../../src/language/lexicon/en/concepts.txt"),
    include_str!("../../src/language/lexicon/en/counted.txt"),
    include_str!("../../src/language/lexicon/en/function-words.txt"),
    include_str!("../../src/language/lexicon/en/hedges.txt"),
    include_str!("../../src/language/lexicon/en/numbers.txt"),
    include_str!("../../src/language/lexicon/en/people.txt"),
    include_str!("../../src/language/lexicon/en/polarity.txt"),
    include_str!("../../src/language/lexicon/en/roles.txt"),
    include_str!("../../src/language/lexicon/en/speech.txt"),
    include_str!("../../src/language/lexicon/en/things.txt"),
    include_str!("../../src/language/lexicon/en/times.txt"),
    include_str!("../../src/language/lexicon/en/units.txt"),
];

/// What the lists do not have: figures, marks, names, and what copying leaves in a text.
const PIECES: [&str; 72] = [
    "12",
    "14",
    "0",
    "1,200",
    "1.5",
    "$5m",
    "£3.2 million",
    "€1,500",
    "7 per cent",
    "50%",
    "two-thirds",
    "½",
    "2-1",
    "10-12",
    "9:40 p.m.",
    "24:00",
    "29 February",
    "31.04.2023",
    "2024-02-29",
    "June 11",
    "last week",
    "Tuesday",
    "the 1990s",
    "Q3",
    "99999999999999999999",
    "0.0000000000001",
    "1/0",
    "-40 °F",
    "43",
    "aged 43",
    "21st",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    "–",
    "—",
    "-",
    "…",
    ",",
    ";",
    ":",
    "?",
    "!",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "\u{202e}",
    "🙂",
    "🇫🇷",
    "𝟗",
    "\u{0}",
    "\u{fffd}",
    "Mr",
    "Dr. Ann Lee",
    "Ada Lindqvist",
    "Kelness",
    "London",
    "U.S.",
    "UN",
    "By Ann Lee",
    "KELNESS, March 31 – ",
    "<p>",
];

/// A generator of numbers that is the same everywhere (SplitMix64), seeded by the fuzzer.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % (end as u64).max(1)) as usize
    }

    fn one_of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

/// Changes the case in `data[..size]` and returns how long it then is; `own` is the fuzzer's mutation.
pub fn mutate(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    own: impl Fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut numbers = Numbers(u64::from(seed));
    // The first byte chooses among options, and need not begin a character.
    let text = data[..size].get(1..).and_then(|text| std::str::from_utf8(text).ok());
    let Some(text) = text.filter(|text| numbers.below(3) > 0 && !text.is_empty()) else {
        return own(data, size, max_size);
    };
    let mut changed = text.to_owned();
    for _ in 0..=numbers.below(4) {
        changed = change(&changed, &mut numbers);
    }
    let most = max_size.min(data.len()) - 1;
    changed.truncate(changed.floor_char_boundary(most));
    data[1..=changed.len()].copy_from_slice(changed.as_bytes());
    1 + changed.len()
}

/// One change to a text.
fn change(text: &str, numbers: &mut Numbers) -> String {
    let by_sentence = numbers.below(2) == 0;
    let mut parts = if by_sentence { sentences(text) } else { words(text) };
    let at = numbers.below(parts.len());
    let other = numbers.below(parts.len());
    let new: String;
    match numbers.below(8) {
        0 if parts.len() > 1 => drop(parts.remove(at)),
        1 => parts.insert(at, parts[other]),
        2 => parts.swap(at, other),
        // All that lies between two places, once more: repetition is what loops stumble over.
        3 => {
            let run = parts[at.min(other)..=at.max(other)].to_vec();
            parts.splice(at..at, run);
        }
        4 => {
            let (open, close) = numbers.one_of(&[&("“", "”"), &("\"", "\""), &("‘", "’"), &("(", ")")]);
            new = format!("{open}{}{close} ", parts[at].trim_end());
            parts[at] = &new;
        }
        5 => {
            let figures: String = parts[at]
                .chars()
                .map(|c| if c.is_ascii_digit() { char::from(b'0' + numbers.below(10) as u8) } else { c })
                .collect();
            new = figures;
            parts[at] = &new;
        }
        6 => {
            new = format!("{}{}", piece(numbers), numbers.one_of(&[" ", " ", "", ". ", ", ", "\n\n"]));
            parts.insert(at, &new);
        }
        _ => {
            new = format!("{} ", piece(numbers));
            parts[at] = &new;
        }
    }
    parts.concat()
}

/// A word or a phrase of a list, or one of the pieces.
fn piece(numbers: &mut Numbers) -> &'static str {
    if numbers.below(3) == 0 {
        return numbers.one_of(&PIECES);
    }
    let list = numbers.one_of(&LISTS);
    // A line somewhere, and a phrase of it; headers and notes begin with "#".
    let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let line = numbers.one_of(&lines);
    let phrases: Vec<&str> = line.split(" = ").next().unwrap_or(line).split(", ").collect();
    numbers.one_of(&phrases)
}

/// The text in pieces that end behind a full stop, a break or a separator; together they are the text.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(|c| matches!(c, '\n' | '.' | '?' | '!' | SEPARATOR)).collect()
}

/// The text in words, each with the space behind it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(|c| matches!(c, ' ' | '\n' | SEPARATOR)).collect()
}
