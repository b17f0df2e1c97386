//! Quantities: numbers with their bounds and units, as intervals.
//!
//! Finds
//! : every number of a sentence that measures, counts or pays for something, with the words that bound it
//!   ("at least", "or more"), its unit, and ranges of two numbers as one.
//!
//! Why a reader cares
//! : numbers are what reports most often differ on, and "at least 12" does not contradict 14.
//!
//! Example
//! : "between $60 million and $70m" is the interval from 60,000,000 to 70,000,000 dollars.
//!
//! Leaves out on purpose
//! : numbers that name (Highway 26, No. 5, A321), years, clock times, scores, telephone numbers, ordinals, and
//!   the pronoun "one".
//!
//! Known misses
//! : "nearly doubled", and people or things told by an article alone ("a young girl").

mod join;
mod naming;
mod unit;

use std::ops::Range;

use super::{
    Kind, Mention, Precision, Value,
    numeral::{Form, Numeral},
    ratio::Ratio,
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Dimension, Word},
    tags::Upos,
    tokens::{Shape, is_hyphen},
};

/// What a quantity is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Things counted.
    Items,
    /// Money of one currency, by its code or sign.
    Money(&'static str),
    /// Per cent of something.
    Percent,
    /// Percentage points.
    Points,
    /// A place in an order: third, 48th.
    Rank,
    /// A measure, in the dimension's base unit.
    Measure(Dimension),
}

/// How many or how much, as far as the words tell: every value from `lo` to `hi` fits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The least value that the words allow; none when they set no lower bound.
    pub lo: Option<Ratio>,
    /// The greatest value that the words allow; none when they set no upper bound.
    pub hi: Option<Ratio>,
    /// The value that is written: the bound of an open interval, the lower end of a range.
    pub written: Ratio,
    /// What the last written digit counts: 100 for 4,200; 0.1 million for 1.5 million.
    pub step: Ratio,
    /// What it is measured in; all values are in the dimension's base unit.
    pub unit: Unit,
}

impl Quantity {
    /// The interval in one notation: `12`, `>=12`, `10..12`, `USD 5000000`, `1500 m`.
    ///
    /// ```
    /// use variorum::facts::{quantity::{Quantity, Unit}, ratio::Ratio};
    /// let at_least_twelve = Quantity {
    ///     lo: Some(Ratio::whole(12)),
    ///     hi: None,
    ///     written: Ratio::whole(12),
    ///     step: Ratio::whole(1),
    ///     unit: Unit::Items,
    /// };
    /// assert_eq!(at_least_twelve.norm(), ">=12");
    /// ```
    #[must_use]
    pub fn norm(&self) -> String {
        let show = |value: Ratio| value.to_decimal(4);
        let interval = match (self.lo, self.hi) {
            (Some(lo), Some(hi)) if lo == hi => show(lo),
            (Some(lo), Some(hi)) => [&show(lo), "..", &show(hi)].concat(),
            (Some(lo), None) => [">=", &show(lo)].concat(),
            (None, Some(hi)) => ["<=", &show(hi)].concat(),
            (None, None) => show(self.written),
        };
        match self.unit {
            Unit::Items => interval,
            Unit::Money(code) => [code, " ", &interval].concat(),
            Unit::Percent => [&interval, " %"].concat(),
            Unit::Points => [&interval, " pp"].concat(),
            Unit::Rank => ["no. ", &interval].concat(),
            Unit::Measure(dimension) => [&interval, " ", base_unit(dimension)].concat(),
        }
    }

    /// Whether the words give one value.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.lo == self.hi && self.lo.is_some()
    }
}

const fn base_unit(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Length => "m",
        Dimension::Area => "m²",
        Dimension::Mass => "kg",
        Dimension::Volume => "l",
        Dimension::Temperature => "°C",
        Dimension::Speed => "m/s",
        Dimension::Energy => "Wh",
        Dimension::Power => "W",
        Dimension::Data => "B",
        Dimension::Workdays => "workdays",
        Dimension::Degree => "°",
        Dimension::Magnitude => "magnitude",
        Dimension::Duration => "s",
        Dimension::Age => "y",
    }
}

/// A quantity at a place in a sentence, before it is known which kind of fact it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The words that give the value: bound, number and unit.
    pub tokens: Range<usize>,
    /// The number with its unit, without the words that bound it.
    pub core: Range<usize>,
    /// The number alone.
    pub numeral: Range<usize>,
    /// How the number is written.
    pub form: Form,
    /// Whether it is a range of two numbers.
    pub is_range: bool,
    /// What one of its unit is in the base unit.
    pub one: Ratio,
    /// The value.
    pub quantity: Quantity,
    /// How exact the words are.
    pub precision: Precision,
}

impl Amount {
    /// The amount as a fact of some kind.
    #[must_use]
    pub fn mention(&self, document: &Document<'_>, kind: Kind, value: Value) -> Mention {
        let span = document.span(self.tokens.clone());
        Mention { kind, span, tokens: self.tokens.clone(), value, precision: self.precision }
    }
}

/// Finds the quantities of a sentence, in order.
///
/// `numbers` are its [`numerals`](super::numeral::numerals), `taken` runs of tokens that mean something else, in order:
/// dates and times.
#[must_use]
pub fn amounts(
    document: &Document<'_>,
    sentence: &Sentence,
    numbers: &[Numeral],
    taken: &[Range<usize>],
) -> Vec<Amount> {
    let reader = Reader { document, start: sentence.tokens.start, end: sentence.tokens.end };
    let is_taken = |tokens: &Range<usize>| taken.iter().any(|run| run.start < tokens.end && tokens.start < run.end);
    let mut amounts: Vec<Amount> = Vec::new();
    for (index, numeral) in numbers.iter().enumerate() {
        if is_taken(&numeral.tokens) || reader.names_something(numeral, numbers, index) {
            continue;
        }
        let Some(amount) = reader.amount(numeral) else { continue };
        match amounts.last().and_then(|last| reader.join(last, &amount)) {
            Some(joined) => {
                amounts.pop();
                amounts.push(joined);
            }
            None => amounts.push(amount),
        }
    }
    amounts
}

/// What a number is measured in.
struct Measured {
    unit: Unit,
    /// What one of the unit is in the base unit.
    one: Ratio,
    /// What is to be added in the base unit.
    offset: Ratio,
}

impl Measured {
    const fn new(unit: Unit, one: Ratio) -> Self {
        Self { unit, one, offset: Ratio::ZERO }
    }

    const fn plain(unit: Unit) -> Self {
        Self::new(unit, Ratio::whole(1))
    }
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.holds(at) { self.document.word(at) } else { "" }
    }

    fn holds(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.holds(at) && self.document.is(at, class)
    }

    fn is_word(&self, at: usize, word: Word) -> bool {
        self.holds(at) && self.document.is_word(at, word)
    }

    fn is_any(&self, at: usize, words: &[Word]) -> bool {
        self.holds(at) && self.document.is_any(at, words)
    }

    fn is_article(&self, at: usize) -> bool {
        self.is_word(at, Word::A)
    }

    fn joined(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].joined
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let mut characters = self.word(at).chars();
        matches!((characters.next(), characters.next()), (Some(c), None) if is_hyphen(c))
    }

    /// The position behind a hyphen on which what follows hangs, or `at`.
    fn past_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) && self.joined(at) { at + 1 } else { at }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.holds(at) && self.document.tokens[at].capital
    }

    fn is_lower_word(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].shape == Shape::Word && !self.document.tokens[at].capital
    }

    fn is_lower_noun(&self, at: usize) -> bool {
        self.is_lower_word(at) && self.document.is_noun(at)
    }

    fn phrase_after(&self, at: usize, class: Class) -> Option<(usize, i32)> {
        if at >= self.end {
            return None;
        }
        self.document.phrase(at, class).map(|(words, value)| (at + words, value)).filter(|(end, _)| *end <= self.end)
    }

    fn amount(&self, numeral: &Numeral) -> Option<Amount> {
        let mut tokens = numeral.tokens.clone();
        let Measured { unit, one, offset } = self.unit(numeral, &mut tokens)?;
        let (mut lo, mut hi) = (numeral.lo, numeral.hi);
        let bounded_by = self.document.phrase_before(tokens.start, self.start, Class::Bound);
        let before = bounded_by.filter(|&(from, _)| {
            !self.is_span(from, tokens.end, numeral.lo, unit)
                && !self.is_arrow(from)
                && !self.is_cover(from, tokens.end, unit)
        });
        // What is counted is never below nothing: the dash is one of a list.
        if unit == Unit::Items && hi < Ratio::ZERO && before.is_none() {
            (lo, hi) = (hi.magnitude(), lo.magnitude());
            tokens.start += 1;
        }
        let core = tokens.clone();
        let mut bound = before.map(|(from, value)| {
            tokens.start = from;
            value
        });
        // "About 500 or more" is 500 or more; "more than 500 or so" is more than 500, and with "or equal" 500 or more.
        if let Some((end, value)) = self.bound_behind(tokens.end)
            && matches!(bound, Some(4..=7)) == (value == 0)
        {
            tokens.end = end;
            bound = bound.filter(|_| value == 0).or(Some(value));
        }
        let is_base = one == Ratio::whole(1) && offset == Ratio::ZERO;
        let scale = |value: Ratio| if is_base { Some(value) } else { value.times(one)?.plus(offset) };
        let (lo, hi) = (scale(lo)?, scale(hi)?);
        let step = numeral.step.times(one)?.magnitude();
        let step = match (unit, numeral.form, bound) {
            (Unit::Percent, Form::Fraction, _) => Ratio::whole(3),
            // "Exactly 4,200" is not rounded.
            (_, _, Some(0)) => step.min(one),
            _ => step,
        };
        let (low, high) = bounded(lo, hi, step, bound)?;
        let precision = match (numeral.form, bound) {
            (Form::Unclear, _) => Precision::Vague,
            (_, None | Some(0)) => Precision::Exact,
            _ => Precision::Approximate,
        };
        let quantity = Quantity { lo: low, hi: high, written: lo, step, unit };
        let (numeral, form) = (numeral.tokens.clone(), numeral.form);
        Some(Amount { tokens, core, numeral, form, is_range: false, one, quantity, precision })
    }

    /// Whether "under" before a length is a plain preposition of place: "buried under two metres of snow", "spread over
    /// seven kilometres of shore".
    fn is_cover(&self, from: usize, end: usize, unit: Unit) -> bool {
        let lies_over = || self.document.is_concept(from.wrapping_sub(1), "covered");
        unit == Unit::Measure(Dimension::Length)
            && (self.is_word(from, Word::Beneath)
                || self.is_word(from, Word::Under) && self.is_word(end, Word::Of)
                || self.is_word(from, Word::Over) && lies_over())
    }

    /// "=>", "<>": a sign that belongs to the one before it compares nothing.
    fn is_arrow(&self, at: usize) -> bool {
        let sign = |at: usize| self.holds(at) && self.document.tokens[at].shape == Shape::Sign;
        at > self.start && self.joined(at) && sign(at) && sign(at - 1)
    }

    /// Words of bound behind a number. "5,000 or less than 6,000" bounds the number that follows.
    fn bound_behind(&self, at: usize) -> Option<(usize, i32)> {
        let found = self.phrase_after(at, Class::PostBound)?;
        let next = found.0;
        let goes_on = self.is_word(next, Word::Than)
            || self.holds(next) && self.document.tokens[next].shape == Shape::Number
            || self.is(next, Class::Cardinal);
        (!goes_on).then_some(found)
    }

    /// Whether "over" before a length of time is a plain preposition ("£15m over three years", "five goals over two
    /// seasons"), not a bound
    /// ("for over three years", "it took over three hours").
    fn is_span(&self, from: usize, end: usize, value: Ratio, unit: Unit) -> bool {
        let before = from.wrapping_sub(1);
        // "The past two seasons" are those just gone.
        if self.is_word(from, Word::Past) && self.document.tag(before) == Upos::Det {
            return true;
        }
        // Nobody bounds a small number of them: "over 30 sessions" are more than 30.
        let few = unit == Unit::Items && value < Ratio::whole(10) && self.is(end, Class::Stretch);
        let is_time = unit == Unit::Measure(Dimension::Duration) || few;
        is_time
            && self.is_word(from, Word::Over)
            && !self.is(before, Class::Lasting)
            && self.document.tag(before) != Upos::Aux
    }
}

/// The interval that words of bound and leeway make of a value, by the numbers of [`Class::Bound`].
///
/// "About" grants a tenth, or half of the last digit that is not an idle zero where that is more, but never above
/// three twentieths: "about 30" is 25 to 35, "about 2,000" is 1,700 to 2,300. Judgement, after the annotated
/// groups, where "some 2,300" stands beside 2,312 and "about 850" against "nearly 1,000" differ.
fn bounded(lo: Ratio, hi: Ratio, step: Ratio, bound: Option<i32>) -> Option<(Option<Ratio>, Option<Ratio>)> {
    let leeway = || {
        let size = lo.magnitude();
        let part = |numerator, denominator| size.times(Ratio::new(numerator, denominator)?);
        let half_step = step.times(Ratio::new(1, 2)?)?;
        Some(part(1, 10)?.max(half_step.min(part(3, 20)?)))
    };
    Some(match bound {
        None | Some(0) => (Some(lo), Some(hi)),
        Some(1 | 8) => (Some(lo.minus(leeway()?)?), Some(hi.plus(leeway()?)?)),
        Some(2) => (Some(lo.minus(leeway()?)?), Some(hi)),
        Some(3) => (Some(lo), Some(hi.plus(leeway()?)?)),
        Some(4 | 5) => (Some(lo), None),
        Some(_) => (None, Some(hi)),
    })
}
