//! Numbers as they are written: digits, words, and both together.
//!
//! Finds every number first; what it counts, bounds or names is read later. So "1.5 million", "half a dozen",
//! "a hundred and forty" and "twenty-two" are one number each, and "no one knows" is none.
//!
//! [`numerals`] reads what news writes. [`numbers`] takes besides what only formulas, lists and speech have: "1e10",
//! "five point two", "one over three", "3 hundred and 21".

mod fraction;
mod words;

use std::ops::Range;

use super::ratio::Ratio;
use crate::language::{
    Document,
    lexicon::{Class, ClassSet, Word},
    tokens::{Shape, Token, is_hyphen},
};

/// A number at a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How it is written.
    pub form: Form,
    /// The least value; the value itself where there is one.
    pub lo: Ratio,
    /// The greatest value.
    pub hi: Ratio,
    /// What the last written digit counts.
    pub step: Ratio,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With digits.
    Digits,
    /// In words.
    Words,
    /// As a word for an unclear number.
    Unclear,
    /// As a fraction of a whole ("a third", "half").
    Fraction,
    /// As a place in an order ("third", "21st").
    Ordinal,
    /// As a place in an order from its end ("last", 0; "penultimate", −1).
    FromEnd,
    /// As a place in an order from the one that is spoken of ("next", 1; "previous", −1).
    FromHere,
    /// As "no" or "none".
    Nothing,
}

/// Digits above which a number names something: no report counts past quintillions.
const MOST_DIGITS: usize = 18;

/// Finds the numbers of a run of tokens as news writes them, in order, without overlaps.
#[must_use]
pub fn numerals(document: &Document<'_>, tokens: Range<usize>) -> Vec<Numeral> {
    Reader::<false> { document, start: tokens.start, end: tokens.end }.all()
}

/// Finds whatever is a number in a run of tokens, in order, without overlaps; more than [`numerals`] does.
///
/// ```
/// use variorum::{article::ingest, facts::numeral::numbers, language::read};
/// let document = read(&ingest("The answer is minus five point two.", None));
/// let found = numbers(&document, 0..document.tokens.len());
/// assert_eq!(found[0].lo.to_decimal(1), "-5.2");
/// ```
#[must_use]
pub fn numbers(document: &Document<'_>, tokens: Range<usize>) -> Vec<Numeral> {
    Reader::<true> { document, start: tokens.start, end: tokens.end }.all()
}

/// The classes of the words that a number begins with, but for articles.
const OPENING: ClassSet = ClassSet::of(&[
    Class::Cardinal,
    Class::Scale,
    Class::Ordinal,
    Class::Fraction,
    Class::Interval,
    Class::Nothing,
    Class::Minus,
    Class::Place,
]);

/// The classes of the words that make an article before them a number.
const BEHIND_ARTICLE: ClassSet = ClassSet::of(&[
    Class::Cardinal,
    Class::Scale,
    Class::Ordinal,
    Class::Fraction,
    Class::Unit,
    Class::Currency,
    Class::Percent,
]);

/// Reads numbers; `BROAD` ones are those of [`numbers`]. It is known when the crate is compiled, so that what only
/// the broad reading needs is not in a program that does not use it.
struct Reader<'d, 't, const BROAD: bool> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
}

impl<const BROAD: bool> Reader<'_, '_, BROAD> {
    fn all(&self) -> Vec<Numeral> {
        let mut found = Vec::new();
        let mut at = self.start;
        while at < self.end {
            match self.numeral(at) {
                Some(numeral) => {
                    at = numeral.tokens.end;
                    found.push(numeral);
                }
                None => at += 1,
            }
        }
        found
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        if !self.begins(at) {
            return None;
        }
        let Some(behind) = self.past_minus(at) else { return self.unsigned(at) };
        let numeral = self.unsigned(behind)?;
        let is_value = matches!(numeral.form, Form::Digits | Form::Words | Form::Fraction);
        let negate = |value: Ratio| Ratio::ZERO.minus(value);
        let (lo, hi) = (negate(numeral.hi)?, negate(numeral.lo)?);
        is_value.then_some(Numeral { tokens: at..numeral.tokens.end, lo, hi, ..numeral })
    }

    /// Whether a number can begin at a token; most words are turned away here by one look.
    fn begins(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        match token.shape {
            Shape::Number => true,
            // Commas and quotation marks are most of all marks: the first byte turns them away.
            Shape::Mark => {
                matches!(self.document.text.as_bytes().get(token.span.start as usize), Some(b'.' | b'-' | 0xe2))
                    && matches!(self.word(at), "." | "-" | "−")
            }
            Shape::Word if token.entry != 0 => token.classes.meets(OPENING) || self.is_article(at),
            // "½" is the only sort of word without an entry; it takes two bytes or three.
            Shape::Word => token.span.len() <= 3 && !self.word(at).is_ascii(),
            _ => false,
        }
    }

    fn is_article(&self, at: usize) -> bool {
        // Asked of every word: the longer ones are turned away at once.
        let is_short = self.document.tokens.get(at).is_some_and(|token| token.span.len() <= 2);
        is_short && self.is_word(at, Word::A)
    }

    /// The position behind a sign that makes the number negative: "minus 5", "-0.1".
    fn past_minus(&self, at: usize) -> Option<usize> {
        if let Some(only_broad) = self.class(at, Class::Minus) {
            return (BROAD || only_broad == 0).then_some(at + 1);
        }
        // A dash between words, of a list or of a range is none: the sign hangs on its number and on nothing else.
        let token = self.document.tokens.get(at)?;
        let before = at.checked_sub(1).filter(|&before| before >= self.start);
        let opens = before.is_none_or(|before| {
            let shape = self.document.tokens[before].shape;
            shape != Shape::Number && (!token.joined || shape == Shape::Sign || self.document.word(before) == "(")
        });
        let hangs = self.joined(at + 1) || BROAD && before.is_none();
        let number = |at: usize| at < self.end && self.document.tokens[at].shape == Shape::Number;
        let is_minus = matches!(self.word(at), "-" | "−");
        (is_minus && opens && hangs && (number(at + 1) || self.word(at + 1) == "." && number(at + 2))).then_some(at + 1)
    }

    fn unsigned(&self, at: usize) -> Option<Numeral> {
        let token = self.document.tokens.get(at)?;
        match token.shape {
            Shape::Number => self.digits(at),
            Shape::Mark if self.word(at) == "." => self.decimals(at),
            Shape::Word if token.entry != 0 => self
                .unclear(at)
                .or_else(|| if self.only_points(at) { None } else { self.fraction(at).or_else(|| self.words(at)) })
                .or_else(|| self.other_words(at)),
            Shape::Word => self.vulgar_fraction(at).map(|value| self.make(at..at + 1, Form::Digits, value, value)),
            _ => None,
        }
    }

    /// Whether an article stands before a word with which it makes no number: "a bridge".
    ///
    /// It spares most articles of a report the rules for fractions and scales, each of which asks for one of these
    /// classes, for the plural of an ordinal or for a hyphen there.
    fn only_points(&self, at: usize) -> bool {
        let plain = |next: &Token| {
            let ends_plainly = !matches!(self.document.text.as_bytes()[next.span.end as usize - 1], b's' | b'S');
            next.shape == Shape::Word && ends_plainly && !next.classes.meets(BEHIND_ARTICLE)
        };
        !BROAD && self.is_article(at) && self.document.tokens.get(at + 1).is_some_and(plain)
    }

    fn make(&self, tokens: Range<usize>, form: Form, value: Ratio, step: Ratio) -> Numeral {
        Numeral { tokens, form, lo: value, hi: value, step }
    }

    fn class(&self, at: usize, class: Class) -> Option<i64> {
        if at < self.end { self.document.value(at, class).map(i64::from) } else { None }
    }

    fn word(&self, at: usize) -> &str {
        if at < self.end { self.document.word(at) } else { "" }
    }

    fn is_word(&self, at: usize, word: Word) -> bool {
        at < self.end && self.document.is_word(at, word)
    }

    fn joined(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].joined
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let mut characters = self.word(at).chars();
        matches!((characters.next(), characters.next()), (Some(c), None) if is_hyphen(c))
    }

    /// The position behind a hyphen at `at`, or `at`.
    fn past_hyphen(&self, at: usize) -> usize {
        let between = self.is_hyphen(at) || BROAD && self.word(at) == "—";
        if between && (BROAD || self.joined(at)) { at + 1 } else { at }
    }

    /// `1,871`, `4.5`, `40 000`, `2½`, `10 1/2`, then scales: `1.5 million`, `$5bn`, `1.5-million`.
    fn digits(&self, at: usize) -> Option<Numeral> {
        let (mut value, mut step) = parse_digits(self.word(at))?;
        let mut end = at + 1;
        if let Some(((grouped, coarse), behind)) = self.grouped(at) {
            (value, step, end) = (grouped, coarse, behind);
        } else if let Some((fraction, behind)) = self.slashed(at, false) {
            (value, step, end) = (fraction, fraction, behind);
        } else if let Some((fraction, behind)) = self.slashed(end, true).filter(|_| value.is_whole()) {
            (value, step, end) = (value.plus(fraction)?, Ratio::new(1, 4)?, behind);
        } else if let Some(fraction) = self.vulgar_fraction(end) {
            (value, step, end) = (value.plus(fraction)?, Ratio::new(1, 4)?, end + 1);
        } else if let Some(power) = self.exponent(end).filter(|_| BROAD) {
            return Some(self.make(at..power.1, Form::Digits, value.times(power.0)?, step));
        }
        if self.joined(end) && matches!(self.word(end), "st" | "nd" | "rd" | "th") && value.is_whole() {
            return Some(self.make(at..end + 1, Form::Ordinal, value, Ratio::whole(1)));
        }
        let numeral = self.make(at..end, Form::Digits, value, step);
        self.scaled(numeral).filter(|numeral| !self.is_of_unit(numeral))
    }

    /// "180ml", "29km": the digits belong to their unit and are no bare number.
    fn is_of_unit(&self, numeral: &Numeral) -> bool {
        let end = numeral.tokens.end;
        BROAD && self.joined(end) && self.document.tokens[end].shape == Shape::Word
    }

    /// `.25`: digits behind a stop that ends no word.
    fn decimals(&self, at: usize) -> Option<Numeral> {
        let number = at + 1;
        let digits = self.word(number);
        let is_number = self.joined(number) && self.document.tokens[number].shape == Shape::Number;
        let opens = at == self.start || !self.joined(at) || self.document.tokens[at - 1].shape != Shape::Word;
        if !is_number || !opens || !digits.bytes().all(|b| b.is_ascii_digit()) || digits.len() > MOST_DIGITS {
            return None;
        }
        let unit = Ratio::new(1, 10_i64.pow(digits.len() as u32))?;
        let (value, _) = parse_digits(digits)?;
        self.scaled(self.make(at..number + 1, Form::Digits, value.times(unit)?, unit))
            .filter(|numeral| !self.is_of_unit(numeral))
    }

    /// Digits grouped by spaces: `40 000`. Groups of three behind one to three digits, as long as they go on; a
    /// telephone number begins with zero or has other groups.
    fn grouped(&self, at: usize) -> Option<((Ratio, Ratio), usize)> {
        let is_group = |at: usize| {
            let word = self.word(at);
            let digits = word.split_once('.').map_or(word, |(whole, _)| whole);
            digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()) && !self.joined(at)
        };
        let first = self.word(at);
        let before = at.wrapping_sub(1);
        let follows_name = at > self.start
            && (self.document.tokens[before].shape == Shape::Number
                || [Class::Month, Class::Designator].iter().any(|&class| self.class(before, class).is_some()));
        if !matches!(first.len(), 1..=3) || first.starts_with('0') || !is_group(at + 1) || follows_name {
            return None;
        }
        let mut text = first.to_owned();
        let mut end = at + 1;
        while is_group(end) && !text.contains('.') {
            text += self.word(end);
            end += 1;
        }
        let goes_on = end < self.end && self.document.tokens[end].shape == Shape::Number;
        (first.bytes().all(|b| b.is_ascii_digit()) && !goes_on).then_some((parse_digits(&text)?, end))
    }

    /// `e10` or `x10^6` behind digits, as the power of ten and the position behind it.
    fn exponent(&self, at: usize) -> Option<(Ratio, usize)> {
        let from = if at < self.end { self.document.tokens[at].span.start as usize } else { return None };
        let text = &self.document.text[from..];
        let digits = ["e", "E", "x10^", "×10^"].iter().find_map(|mark| text.strip_prefix(mark))?;
        let (negative, digits) = match digits.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, digits.strip_prefix('+').unwrap_or(digits)),
        };
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let power = 10_i64.checked_pow(digits[..length].parse().ok()?)?;
        let stop = self.document.text.len() - digits.len() + length;
        let end = (at..self.end).find(|&at| self.document.tokens[at].span.start as usize >= stop).unwrap_or(self.end);
        Some((if negative { Ratio::new(1, power)? } else { Ratio::new(power, 1)? }, end))
    }

    /// The factor of a scale word. One-letter scales (`k`, `m`, `b`) count only when they hang on the digits; of
    /// these, `m` alone is left to the units, since `100m` is a race.
    fn scale(&self, at: usize, joined: bool) -> Option<Ratio> {
        let word = self.word(at);
        if BROAD && matches!(word, "M" | "MM" | "G") {
            return Some(Ratio::whole(if word == "G" { 1_000_000_000 } else { 1_000_000 }));
        }
        let factor = self.class(at, Class::Scale)?;
        if word.len() == 1 && (!joined && !BROAD || word.eq_ignore_ascii_case("m")) {
            return None;
        }
        // "Hundreds of people", "5 crores": a plural scale behind a number, unless it begins words of its own.
        if word.ends_with(['s', 'S']) && self.is_word(at + 1, Word::Of) {
            return None;
        }
        power_of_ten(factor)
    }

    fn unclear(&self, at: usize) -> Option<Numeral> {
        let (words, row) = self.document.phrase(at, Class::Interval)?;
        if at + words > self.end {
            return None;
        }
        let (lo, hi) = self.document.lists().interval(row)?;
        // "A few" of a scale: "a few thousand", "several million".
        let mut end = at + words;
        let mut factor = Ratio::whole(1);
        if let Some(scale) = self.scale(end, false) {
            factor = scale;
            end += 1;
        }
        Some(Numeral {
            tokens: at..end,
            form: Form::Unclear,
            lo: Ratio::whole(lo).times(factor)?,
            hi: Ratio::whole(hi).times(factor)?,
            step: factor,
        })
    }

    fn other_words(&self, at: usize) -> Option<Numeral> {
        if let Some((words, _)) = self.document.phrase(at, Class::Nothing) {
            return Some(self.make(at..at + words, Form::Nothing, Ratio::ZERO, Ratio::whole(1)));
        }
        if let Some((words, place)) = self.document.phrase(at, Class::Place).filter(|_| BROAD) {
            let (form, place) = if place > 50 { (Form::FromHere, place - 100) } else { (Form::FromEnd, place) };
            return Some(self.make(at..at + words, form, Ratio::whole(place.into()), Ratio::whole(1)));
        }
        let value = power_of_ten(self.class(at, Class::Ordinal)?)?;
        Some(self.make(at..at + 1, Form::Ordinal, value, Ratio::whole(1)))
    }
}

/// A factor of the lists, where what does not fit their numbers is given as minus the power of ten.
fn power_of_ten(factor: i64) -> Option<Ratio> {
    if factor < 0 { Ratio::new(10_i64.pow(factor.unsigned_abs() as u32), 1) } else { Some(Ratio::whole(factor)) }
}

/// The value of digits with separators, and what the last digit that is not an idle zero counts.
fn parse_digits(word: &str) -> Option<(Ratio, Ratio)> {
    if word.contains(':') || word.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS {
        return None;
    }
    let (whole, decimals) = word.split_once('.').unwrap_or((word, ""));
    if decimals.contains('.') {
        return None; // a version, a date or an address
    }
    let digits = |text: &str| {
        text.bytes()
            .filter(u8::is_ascii_digit)
            .try_fold(0_i64, |value, digit| value.checked_mul(10)?.checked_add(i64::from(digit - b'0')))
    };
    let scale = 10_i64.checked_pow(decimals.len() as u32)?;
    let numerator = digits(whole)?.checked_mul(scale)?.checked_add(digits(decimals)?)?;
    let step = if decimals.is_empty() {
        let mut step = 1_i64;
        // 4,200 is rounded to hundreds as far as one can see; 0 and 10 are not.
        while numerator != 0 && numerator % (step * 10) == 0 && numerator / (step * 10) > 0 && step < numerator / 10 {
            step *= 10;
        }
        Ratio::new(step, 1)?
    } else {
        Ratio::new(1, scale)?
    };
    Some((Ratio::new(numerator, scale)?, step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::ingest, language::read};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = read(&ingest(text, None));
        let found: Vec<String> = numerals(&document, 0..document.tokens.len())
            .into_iter()
            .filter(|numeral| numeral.form != Form::Ordinal)
            .map(|numeral| {
                let words = document.span(numeral.tokens.clone()).slice(text);
                let value = numeral.lo.to_decimal(3);
                if numeral.lo == numeral.hi {
                    format!("{words}={value}")
                } else {
                    format!("{words}={value}..{}", numeral.hi.to_decimal(0))
                }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn digits_and_scales() {
        check("1,871 people and $5bn", &["1,871=1871", "5bn=5000000000"]);
        check("a 1.5-million deal", &["1.5-million=1500000"]);
        check("2.25 million tonnes", &["2.25 million=2250000"]);
        check("2½ hours", &["2½=2.5"]);
    }

    #[test]
    fn number_words() {
        check("twenty-two and a hundred and forty", &["twenty-two=22", "a hundred and forty=140"]);
        check("three thousand two hundred and six jobs", &["three thousand two hundred and six=3206"]);
        check("two and a half million, two and three", &["two and a half million=2500000", "two=2", "three=3"]);
        check(
            "a dozen, half a dozen, two dozen, half a million",
            &["a dozen=12", "half a dozen=6", "two dozen=24", "half a million=500000"],
        );
    }

    #[test]
    fn fractions_and_unclear_numbers() {
        check(
            "a third of them, two-thirds, three quarters",
            &["a third=0.333…", "two-thirds=0.666…", "three quarters=0.75"],
        );
        check("a third man and a fifth man", &[]);
        check("a third more", &["a third=0.333…"]);
        check(
            "dozens of people, several million, a few hundred",
            &["dozens of=20..200", "several million=2000000..60000000", "a few hundred=150..900"],
        );
    }

    #[test]
    fn what_is_no_number() {
        check("9:40 and 10.0.0.1", &[]);
        check("12345678901234567890123", &[]);
    }
}
