//! Fractions: `a third`, `two-thirds`, `half a dozen`, `10 1/2`, `two and a half million`.

use super::{Form, Numeral, Reader, words::Sum};
use crate::{
    facts::ratio::Ratio,
    language::{
        lexicon::{Class, Word},
        tokens::Shape,
    },
};

/// The denominators that news writes with a slash, of inches, miles, hours and points; others are dates and names.
const OF_A_SLASH: [i64; 7] = [2, 3, 4, 8, 16, 32, 64];

impl<const BROAD: bool> Reader<'_, '_, BROAD> {
    /// `a third`, `two-thirds`, `half`, `three quarters`, `half a dozen`, `half a million`, `a quarter of a million`.
    pub(super) fn fraction(&self, at: usize) -> Option<Numeral> {
        let (numerator, word) = self.numerator(at)?;
        let (denominator, end, plural) = self.denominator(word)?;
        // "A fifth" of something is a share; "a fifth man" is the next one. Only the plural or "of" tells, but for
        // half, third and quarter, which stand alone ("rose by a third").
        let of = self.is_word(end, Word::Of);
        if (numerator > 1) != plural && !(numerator == 1 && self.is_word(word, Word::Half)) {
            return None;
        }
        // "By a fifth", "more than a fifth": words of measure before it tell as well.
        let measured = self.document.phrase_before(at, self.start, Class::Bound).is_some()
            || at > self.start && self.class(at - 1, Class::Measuring).is_some() && !self.document.is_noun(end);
        if numerator == 1 && denominator > 4 && !of && !measured && !BROAD {
            return None;
        }
        // "A third man" is one more; "a third more", "a third." and "by a third in May" are shares.
        let ordinal_reading = numerator == 1 && denominator == 3 && !of && !measured && !BROAD;
        if ordinal_reading
            && self.class(end, Class::Stop).is_none()
            && self.document.tokens.get(end).is_some_and(|next| end < self.end && next.shape == Shape::Word)
        {
            return None;
        }
        let value = Ratio::new(numerator, denominator)?;
        // "Half a dozen", "half a million", "a quarter of a million" are numbers.
        let past_of = if of { end + 1 } else { end };
        let scaled = if self.is_article(past_of) { past_of + 1 } else { end };
        if let Some(scale) = self.scale(scaled, false) {
            let value = value.times(scale)?;
            return Some(self.make(at..scaled + 1, Form::Words, value, value));
        }
        Some(self.make(at..end, Form::Fraction, value, Ratio::new(1, denominator)?))
    }

    /// The numerator that begins at `at`, and where the denominator must stand.
    fn numerator(&self, at: usize) -> Option<(i64, usize)> {
        // "Half" and "quarter" need none; a quarter alone is one of the town, the year or the match.
        if self.is_word(at, Word::Half) || self.is_word(at, Word::Quarter) && self.is_quarter_of(at + 1) {
            return Some((1, at));
        }
        // "The poorest fifth of", "the most active third of".
        let ranked =
            |back: usize| at >= self.start + back && self.class(at - back, Class::Rank) == Some(back as i64 - 1);
        if (ranked(1) || ranked(2)) && self.is_word(at + 1, Word::Of) {
            return Some((1, at));
        }
        if self.is_article(at) || self.is_word(at, Word::One) {
            return Some((1, self.past_hyphen(at + 1)));
        }
        let value = self.class(at, Class::Cardinal).filter(|value| *value > 1)?;
        let behind = self.past_hyphen(at + 1);
        match self.class(behind, Class::Cardinal).filter(|units| BROAD && value >= 20 && *units < 10) {
            Some(units) => Some((value + units, self.past_hyphen(behind + 1))),
            None => Some((value, behind)).filter(|_| value < 20 || BROAD),
        }
    }

    fn is_quarter_of(&self, at: usize) -> bool {
        BROAD || self.is_word(at, Word::Of) || self.scale(at, false).is_some()
    }

    /// The denominator at a word, the position behind it, and whether it is a plural: `third`, `eighths`,
    /// `twenty-firsts`.
    pub(super) fn denominator(&self, at: usize) -> Option<(i64, usize, bool)> {
        let word = self.word(at);
        let plural = word.ends_with(['s', 'S']);
        if let Some(value) = self.class(at, Class::Fraction) {
            return Some((value, at + 1, plural));
        }
        let tens = self.class(at, Class::Cardinal).filter(|tens| BROAD && *tens >= 20);
        if let Some(tens) = tens {
            let (units, end, plural) = self.part(self.past_hyphen(at + 1)).filter(|(units, ..)| *units < 10)?;
            return Some((tens + units, end, plural));
        }
        let (value, end, plural) = self.part(at)?;
        // "Seconds" are no halves, and firsts no wholes.
        if (0..3).contains(&value) {
            return None;
        }
        Some((if value < 0 { 10_i64.pow(value.unsigned_abs() as u32) } else { value }, end, plural))
    }

    /// An ordinal word or its plural.
    fn part(&self, at: usize) -> Option<(i64, usize, bool)> {
        if let Some(value) = self.class(at, Class::Ordinal) {
            return Some((value, at + 1, false));
        }
        let lists = self.document.lists();
        let singular = self.word(at).strip_suffix(['s', 'S'])?;
        Some((lists.value(lists.entry(singular), Class::Ordinal)?.into(), at + 1, true))
    }

    /// `Two and a half`, `two and a half million`, `one million and a half`: the fraction stands behind "and".
    pub(super) fn mixed(&self, sum: &Sum, at: usize) -> Option<Numeral> {
        let fraction = self.fraction(at)?;
        let (value, end) = (sum.value()?, fraction.tokens.end);
        let scaled = fraction.form == Form::Words;
        let make = |end, value, step| Some(self.make(sum.start..end, sum.form, value, step));
        if sum.is_scaled() && scaled {
            // "One billion and a half million": the fraction has a scale of its own.
            return if fraction.lo < sum.step { make(end, value.plus(fraction.lo)?, fraction.step) } else { None };
        }
        // "Five and a half million": the scale is that of both; "one million and a half": of the fraction as well.
        let scale = if scaled { self.scale(end - 1, false)? } else { Ratio::whole(1) };
        let mut part = fraction.lo.times(scale.inverse()?)?;
        if part >= Ratio::whole(1) {
            return None; // "One hundred and thirty fifths" is 26.
        }
        if sum.is_scaled() && sum.step >= Ratio::whole(1_000_000) {
            part = part.times(sum.step)?;
        }
        make(end, value.plus(part)?.times(scale)?, part.times(scale)?)
    }

    /// `3/4`, or the fraction of `10 1/2`, and the position behind it.
    pub(super) fn slashed(&self, at: usize, mixed: bool) -> Option<(Ratio, usize)> {
        let number = |at: usize| {
            let is_number = at < self.end && self.document.tokens[at].shape == Shape::Number;
            let digits = self.word(at);
            if is_number && digits.len() <= 3 { digits.parse::<i64>().ok() } else { None }
        };
        let (numerator, end) = (number(at)?, at + 3);
        if self.word(at + 1) != "/" || !self.joined(at + 1) || !self.joined(at + 2) || self.word(end) == "/" {
            return None;
        }
        let denominator = number(at + 2).filter(|denominator| *denominator > 0)?;
        let proper = numerator < denominator;
        // "9/11", "24/7" and "3/4" alone are dates and names.
        let told = mixed && !self.joined(at)
            || self.is_word(end, Word::Of)
            || self.document.phrase(self.past_hyphen(end), Class::Unit).is_some();
        let is_written = proper && OF_A_SLASH.contains(&denominator) && told;
        if BROAD && (proper || !mixed) && !(at > self.start && self.word(at - 1) == "/") || is_written {
            return Some((Ratio::new(numerator, denominator)?, end));
        }
        None
    }

    pub(super) fn vulgar_fraction(&self, at: usize) -> Option<Ratio> {
        match self.word(at) {
            "½" => Ratio::new(1, 2),
            "¼" => Ratio::new(1, 4),
            "¾" => Ratio::new(3, 4),
            "⅓" => Ratio::new(1, 3),
            "⅔" => Ratio::new(2, 3),
            "⅛" => Ratio::new(1, 8),
            "⅜" => Ratio::new(3, 8),
            "⅝" => Ratio::new(5, 8),
            "⅞" => Ratio::new(7, 8),
            "⅕" => Ratio::new(1, 5),
            "⅙" => Ratio::new(1, 6),
            _ => None,
        }
    }
}
