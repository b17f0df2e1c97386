//! Numbers as they are written: digits, words, and both together.
//!
//! Finds every number first; what it counts, bounds or names is read later. So "1.5 million", "half a dozen",
//! "a hundred and forty" and "twenty-two" are one number each, and "no one knows" is none.

use std::ops::Range;

use super::ratio::Ratio;
use crate::language::{
    Document,
    lexicon::Class,
    tokens::{Shape, is_hyphen},
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
    /// As "no" or "none".
    Nothing,
}

/// Digits above which a number names something: no report counts past quintillions.
const MOST_DIGITS: usize = 18;

/// Finds the numbers of a run of tokens, in order, without overlaps.
#[must_use]
pub fn numerals(document: &Document<'_>, tokens: Range<usize>) -> Vec<Numeral> {
    let reader = Reader { document, end: tokens.end };
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match reader.numeral(at) {
            Some(numeral) => {
                at = numeral.tokens.end;
                found.push(numeral);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    end: usize,
}

impl Reader<'_, '_> {
    fn numeral(&self, at: usize) -> Option<Numeral> {
        let token = self.document.tokens.get(at)?;
        match token.shape {
            Shape::Number => self.digits(at),
            Shape::Word if token.entry != 0 => self
                .unclear(at)
                .or_else(|| self.fraction(at))
                .or_else(|| self.words(at))
                .or_else(|| self.other_words(at)),
            Shape::Word => self.vulgar_fraction(at).map(|value| self.make(at..at + 1, Form::Digits, value, value)),
            _ => None,
        }
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

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// The position behind a hyphen at `at`, or `at`.
    fn past_hyphen(&self, at: usize) -> usize {
        let mut characters = self.word(at).chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) if is_hyphen(c) && self.document.tokens[at].joined => at + 1,
            _ => at,
        }
    }

    /// `1,871`, `4.5`, `2½`, then scales: `1.5 million`, `$5bn`, `1.5-million`.
    fn digits(&self, at: usize) -> Option<Numeral> {
        let (mut value, mut step) = parse_digits(self.word(at))?;
        let mut end = at + 1;
        if let Some(fraction) = self.vulgar_fraction(end).filter(|_| self.document.tokens[end].joined) {
            value = value.plus(fraction)?;
            step = Ratio::new(1, 4)?;
            end += 1;
        }
        let joined = |at: usize| at < self.end && self.document.tokens[at].joined;
        if joined(end) && matches!(self.word(end), "st" | "nd" | "rd" | "th") && value.is_whole() {
            return Some(self.make(at..end + 1, Form::Ordinal, value, Ratio::whole(1)));
        }
        let word = self.past_hyphen(end);
        if let Some(scale) = self.scale(word, joined(word)) {
            value = value.times(scale)?;
            step = step.times(scale)?;
            end = word + 1;
        }
        Some(self.make(at..end, Form::Digits, value, step))
    }

    /// The factor of a scale word. One-letter scales (`k`, `m`, `b`) count only when they hang on the digits; of
    /// these, `m` alone is left to the units, since `100m` is a race.
    fn scale(&self, at: usize, joined: bool) -> Option<Ratio> {
        let factor = self.class(at, Class::Scale)?;
        if self.word(at).len() == 1 && (!joined || self.is_word(at, "m")) {
            return None;
        }
        if factor < 0 { Ratio::new(10_i128.pow(factor.unsigned_abs() as u32), 1) } else { Some(Ratio::whole(factor)) }
    }

    fn vulgar_fraction(&self, at: usize) -> Option<Ratio> {
        match self.word(at) {
            "½" => Ratio::new(1, 2),
            "¼" => Ratio::new(1, 4),
            "¾" => Ratio::new(3, 4),
            "⅓" => Ratio::new(1, 3),
            "⅔" => Ratio::new(2, 3),
            _ => None,
        }
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

    /// `a third`, `two-thirds`, `half`, `three quarters`, `half a dozen`, `half a million`, `a quarter of a million`.
    fn fraction(&self, at: usize) -> Option<Numeral> {
        let (numerator, word) = if self.is_word(at, "half") || self.is_word(at, "quarter") && self.is_word(at + 1, "of")
        {
            (1, at)
        } else if self.is_word(at, "a") || self.is_word(at, "one") {
            (1, self.past_hyphen(at + 1))
        } else {
            (self.class(at, Class::Cardinal).filter(|value| (2..20).contains(value))?, self.past_hyphen(at + 1))
        };
        let denominator = self.class(word, Class::Fraction)?;
        let plural = self.word(word).to_ascii_lowercase().ends_with('s');
        // "A fifth" of something is a share; "a fifth man" is the next one. Only the plural or "of" tells, but for
        // half, third and quarter, which stand alone ("rose by a third").
        let end = word + 1;
        let of = self.is_word(end, "of");
        if (numerator > 1) != plural && !(numerator == 1 && self.is_word(word, "half")) {
            return None;
        }
        if numerator == 1 && denominator > 4 && !of {
            return None;
        }
        // "A third man" is one more; "a third more", "a third." and "by a third in May" are shares.
        let ordinal_reading = numerator == 1 && denominator == 3 && !of;
        if ordinal_reading
            && self.class(end, Class::Stop).is_none()
            && self.document.tokens.get(end).is_some_and(|next| end < self.end && next.shape == Shape::Word)
        {
            return None;
        }
        let value = Ratio::new(i128::from(numerator), i128::from(denominator))?;
        // "Half a dozen", "half a million", "a quarter of a million" are numbers.
        let scaled = if of && self.is_word(end + 1, "a") {
            end + 2
        } else if self.is_word(end, "a") {
            end + 1
        } else {
            end
        };
        if let Some(scale) = self.scale(scaled, false) {
            let value = value.times(scale)?;
            return Some(self.make(at..scaled + 1, Form::Words, value, value));
        }
        Some(self.make(at..end, Form::Fraction, value, Ratio::new(1, i128::from(denominator))?))
    }

    /// Number words: `twenty-two`, `a hundred and forty`, `three thousand two hundred`, `two and a half million`.
    fn words(&self, at: usize) -> Option<Numeral> {
        let mut total = Ratio::ZERO;
        let mut group: Option<Ratio> = None;
        let mut next = at;
        let mut end = at;
        // "A dozen", "a hundred": the article counts as one before a scale.
        if (self.is_word(at, "a") || self.is_word(at, "an")) && self.scale(at + 1, false).is_some() {
            group = Some(Ratio::whole(1));
            next = at + 1;
        } else if self.class(at, Class::Cardinal).is_none()
            && self.scale(at, false).filter(|_| self.starts_alone(at)).is_none()
        {
            return None;
        }
        let mut step = Ratio::whole(1);
        let mut last_unit = None; // the size of the last addend, so that "twenty twelve" is two numbers
        loop {
            if let Some(value) = self.class(next, Class::Cardinal) {
                let size = if value >= 20 {
                    10
                } else if value >= 10 {
                    2
                } else {
                    1
                };
                if last_unit.is_some_and(|last| last <= size || (last == 10 && size == 2)) {
                    break;
                }
                last_unit = Some(size);
                group = Some(group.unwrap_or(Ratio::ZERO).plus(Ratio::whole(value))?);
                step = Ratio::whole(1);
                end = next + 1;
            } else if let Some(scale) = self.scale(next, false) {
                let hundred = scale == Ratio::whole(100);
                let value = group.unwrap_or(Ratio::whole(1)).times(scale)?;
                step = scale;
                if hundred {
                    group = Some(value);
                    last_unit = Some(100);
                } else {
                    total = total.plus(value)?;
                    group = None;
                    last_unit = None;
                }
                end = next + 1;
            } else {
                break;
            }
            next = self.past_hyphen(end);
            let and = self.is_word(next, "and");
            // "Two and a half", then perhaps a scale.
            if and && self.is_word(next + 1, "a") {
                if let Some(fraction) = self.class(next + 2, Class::Fraction) {
                    let part = Ratio::new(1, i128::from(fraction))?;
                    let mut value = total.plus(group.unwrap_or(Ratio::ZERO))?.plus(part)?;
                    step = part;
                    end = next + 3;
                    if let Some(scale) = self.scale(end, false) {
                        value = value.times(scale)?;
                        step = step.times(scale)?;
                        end += 1;
                    }
                    return Some(self.make(at..end, Form::Words, value, step));
                }
                break;
            }
            // "A hundred and forty"; "two and three" are two numbers.
            if and {
                let after_scale = step > Ratio::whole(1);
                if !after_scale || self.class(next + 1, Class::Cardinal).is_none() {
                    break;
                }
                next += 1;
            }
        }
        if end == at {
            return None;
        }
        let value = total.plus(group.unwrap_or(Ratio::ZERO))?;
        Some(self.make(at..end, Form::Words, value, step))
    }

    /// Whether a scale word without a number before it is one ("hundred" alone is not; "million" in a name is not).
    fn starts_alone(&self, _at: usize) -> bool {
        false
    }

    fn other_words(&self, at: usize) -> Option<Numeral> {
        if let Some((words, _)) = self.document.phrase(at, Class::Nothing) {
            return Some(self.make(at..at + words, Form::Nothing, Ratio::ZERO, Ratio::whole(1)));
        }
        let value = Ratio::whole(self.class(at, Class::Ordinal)?);
        Some(self.make(at..at + 1, Form::Ordinal, value, Ratio::whole(1)))
    }
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
            .try_fold(0_i128, |value, digit| value.checked_mul(10)?.checked_add(i128::from(digit - b'0')))
    };
    let scale = 10_i128.checked_pow(decimals.len() as u32)?;
    let numerator = digits(whole)?.checked_mul(scale)?.checked_add(digits(decimals)?)?;
    let step = if decimals.is_empty() {
        let mut step = 1_i128;
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
