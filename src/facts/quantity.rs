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
//! : "nearly doubled", "one in five", and numbers told by an article alone ("a young girl").

use std::ops::Range;

use super::{
    Kind, Mention, Precision, Value,
    numeral::{Form, Numeral, numerals},
    ratio::Ratio,
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Dimension},
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
            (Some(lo), Some(hi)) => format!("{}..{}", show(lo), show(hi)),
            (Some(lo), None) => format!(">={}", show(lo)),
            (None, Some(hi)) => format!("<={}", show(hi)),
            (None, None) => show(self.written),
        };
        match self.unit {
            Unit::Items => interval,
            Unit::Money(code) => format!("{code} {interval}"),
            Unit::Percent => format!("{interval} %"),
            Unit::Points => format!("{interval} pp"),
            Unit::Measure(dimension) => match base_unit(dimension) {
                "" => interval,
                unit => format!("{interval} {unit}"),
            },
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
        Dimension::Magnitude => "",
        Dimension::Duration => "s",
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
/// `taken` are runs of tokens that mean something else, in order: dates and times.
#[must_use]
pub fn amounts(document: &Document<'_>, sentence: &Sentence, taken: &[Range<usize>]) -> Vec<Amount> {
    let reader = Reader { document, start: sentence.tokens.start, end: sentence.tokens.end };
    let is_taken = |tokens: &Range<usize>| taken.iter().any(|run| run.start < tokens.end && tokens.start < run.end);
    let numbers: Vec<Numeral> = numerals(document, sentence.tokens.clone());
    let mut amounts: Vec<Amount> = Vec::new();
    for (index, numeral) in numbers.iter().enumerate() {
        if is_taken(&numeral.tokens) || reader.names_something(numeral, &numbers, index) {
            continue;
        }
        let Some(amount) = reader.amount(numeral) else { continue };
        match amounts.last_mut().and_then(|last| reader.range(last, &amount)) {
            Some(range) => {
                amounts.pop();
                amounts.push(range);
            }
            None => amounts.push(amount),
        }
    }
    amounts
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if (self.start..self.end).contains(&at) { self.document.word(at) } else { "" }
    }

    fn is(&self, at: usize, class: Class) -> bool {
        (self.start..self.end).contains(&at) && self.document.is(at, class)
    }

    fn joined(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].joined
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let mut characters = self.word(at).chars();
        matches!((characters.next(), characters.next()), (Some(c), None) if is_hyphen(c))
    }

    fn is_lower_word(&self, at: usize) -> bool {
        at < self.end && self.document.tokens[at].shape == Shape::Word && !self.document.tokens[at].capital
    }

    fn is_lower_noun(&self, at: usize) -> bool {
        self.is_lower_word(at) && self.document.is_noun(at)
    }

    /// The phrase of a class that ends right before `at`, at most four words long.
    fn phrase_before(&self, at: usize, class: Class) -> Option<(usize, i32)> {
        (1..=4).rev().filter_map(|words| at.checked_sub(words).filter(|&from| from >= self.start)).find_map(|from| {
            self.document.phrase(from, class).filter(|(words, _)| from + words == at).map(|(_, value)| (from, value))
        })
    }

    fn phrase_after(&self, at: usize, class: Class) -> Option<(usize, i32)> {
        if at >= self.end {
            return None;
        }
        self.document.phrase(at, class).map(|(words, value)| (at + words, value)).filter(|(end, _)| *end <= self.end)
    }

    /// Whether a number names, orders or addresses and measures nothing.
    fn names_something(&self, numeral: &Numeral, all: &[Numeral], index: usize) -> bool {
        let Range { start, end } = numeral.tokens;
        let word = self.word(start);
        let before = start.wrapping_sub(1);
        match numeral.form {
            Form::Ordinal | Form::FromEnd | Form::FromHere | Form::Nothing => return true,
            Form::Unclear | Form::Fraction => return false,
            Form::Words => {
                return end - start == 1 && word.eq_ignore_ascii_case("one") && !self.counts_one(start)
                    || self.is(before, Class::Designator) && !self.is_measured(end) && !self.is_lower_noun(end);
            }
            Form::Digits => {}
        }
        let plain = end - start == 1;
        // A name's number, a telephone number, a list's number, a fraction or a date with slashes.
        let named = self.is(before, Class::Designator) && plain && !self.is_measured(end);
        let contact = (self.start..start).rev().take(6).any(|at| self.is(at, Class::Contact))
            && plain
            && !self.is_lower_word(end);
        let padded = plain && word.len() > 1 && word.starts_with('0') && !word.contains('.');
        let listed = start == self.start && matches!(self.word(end), "." | ")") && self.joined(end);
        let slashed = self.word(end) == "/" && self.joined(end) || self.word(before) == "/" && self.joined(start);
        let tagged = matches!(self.word(before), "#" | "№" | "v" | "@");
        named
            || contact
            || padded
            || listed
            || slashed
            || tagged
            || self.is_year(numeral)
            || self.is_score(numeral, all, index)
            || self.is_digit_run(all, index)
    }

    /// Four digits without a comma between 1500 and 2100, unless something is measured or counted by them.
    fn is_year(&self, numeral: &Numeral) -> bool {
        let Range { start, end } = numeral.tokens;
        if self.word(end) == "s" && self.joined(end) {
            return true; // the 1990s
        }
        let word = self.word(start);
        let four_digits = end - start == 1 && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let signed = start > self.start && self.document.tokens[start - 1].shape == Shape::Sign;
        if !four_digits || !("1500".."2101").contains(&word) || signed || self.is_measured(end) {
            return false;
        }
        // "2000 people" counts, "the 2019 flood" and "2019 was wet" do not: only a plural noun can be counted.
        let counted = self.is_lower_noun(end) && self.word(end).ends_with('s') || self.is(end, Class::Person);
        !counted
    }

    /// "3-1", "52–47": two numbers on one hyphen that are no range of something.
    fn is_score(&self, numeral: &Numeral, all: &[Numeral], index: usize) -> bool {
        let pair = |left: &Numeral, right: &Numeral| {
            right.tokens.start == left.tokens.end + 1
                && self.is_hyphen(left.tokens.end)
                && self.joined(left.tokens.end)
                && !(left.lo < right.lo
                    && (self.is_measured(right.tokens.end)
                        || self.is_lower_word(right.tokens.end) && !self.is(right.tokens.end, Class::Stop)))
                && !self.is_money_sign(left.tokens.start)
        };
        index.checked_sub(1).is_some_and(|before| pair(&all[before], numeral))
            || all.get(index + 1).is_some_and(|after| pair(numeral, after))
    }

    /// Groups of digits side by side: a telephone number, an account.
    fn is_digit_run(&self, all: &[Numeral], index: usize) -> bool {
        let touches = |left: &Numeral, right: &Numeral| {
            left.tokens.end == right.tokens.start && left.form == Form::Digits && right.form == Form::Digits
        };
        index.checked_sub(1).is_some_and(|before| touches(&all[before], &all[index]))
            || all.get(index + 1).is_some_and(|after| touches(&all[index], after))
    }

    /// Whether "one" counts: a noun for a person or thing, or what happened to them, stands behind it.
    fn counts_one(&self, at: usize) -> bool {
        let mut next = at + 1;
        if self.is_hyphen(next) {
            next += 1;
        }
        if self.is(at.wrapping_sub(1), Class::Nothing) || self.word(at + 1).eq_ignore_ascii_case("of") {
            return false;
        }
        (next..(next + 3).min(self.end))
            .take_while(|&at| !self.is(at, Class::Stop))
            .any(|at| self.is(at, Class::Person) || self.is(at, Class::Concept) || self.is(at, Class::Unit))
    }

    fn is_money_sign(&self, numeral_start: usize) -> bool {
        numeral_start > self.start && self.is(numeral_start - 1, Class::Currency)
    }

    /// Whether a unit stands at `at`, perhaps behind a hyphen.
    fn is_measured(&self, at: usize) -> bool {
        let at = if self.is_hyphen(at) && self.joined(at) { at + 1 } else { at };
        [Class::Unit, Class::Currency, Class::Percent, Class::Scale]
            .into_iter()
            .any(|class| self.phrase_after(at, class).is_some())
    }

    fn amount(&self, numeral: &Numeral) -> Option<Amount> {
        let mut tokens = numeral.tokens.clone();
        let (unit, factor, offset) = self.unit(numeral, &mut tokens)?;
        let core = tokens.clone();
        let before = self.phrase_before(tokens.start, Class::Bound).filter(|&(from, _)| !self.is_span(from, unit));
        let mut bound = before.map(|(from, value)| {
            tokens.start = from;
            value
        });
        if bound.is_none()
            && let Some((end, value)) = self.phrase_after(tokens.end, Class::PostBound)
        {
            tokens.end = end;
            bound = Some(value);
        }
        let scale = |value: Ratio| value.times(factor)?.plus(offset);
        let (lo, hi) = (scale(numeral.lo)?, scale(numeral.hi)?);
        let step = numeral.step.times(factor)?.magnitude();
        let step = if numeral.form == Form::Fraction { Ratio::whole(3) } else { step };
        let (low, high) = bounded(lo, hi, step, bound)?;
        let precision = match (numeral.form, bound) {
            (Form::Unclear, _) => Precision::Vague,
            (_, Some(_)) => Precision::Approximate,
            _ => Precision::Exact,
        };
        let quantity = Quantity { lo: low, hi: high, written: lo, step, unit };
        Some(Amount { tokens, core, numeral: numeral.tokens.clone(), form: numeral.form, quantity, precision })
    }

    /// Whether "over" or "under" before a length of time is a plain preposition ("£15m over three years"), not a bound
    /// ("for over three years").
    fn is_span(&self, from: usize, unit: Unit) -> bool {
        let over = self.document.is_word(from, "over");
        let before = from.wrapping_sub(1);
        let bounds = ["for", "lasted", "last", "took", "take", "spent", "after", "was", "is", "were", "are", "than"];
        over && unit == Unit::Measure(Dimension::Duration)
            && !bounds.iter().any(|word| self.word(before).eq_ignore_ascii_case(word))
    }

    /// The unit of a number with its factor and offset; widens `tokens` over its words.
    fn unit(&self, numeral: &Numeral, tokens: &mut Range<usize>) -> Option<(Unit, Ratio, Ratio)> {
        let one = Ratio::whole(1);
        let plain = |unit| Some((unit, one, Ratio::ZERO));
        if numeral.form == Form::Fraction {
            return Some((Unit::Percent, Ratio::whole(100), Ratio::ZERO));
        }
        // A sign or a code before the number: $5, US$5, EUR 5.
        if let Some((from, currency)) = self.currency_before(numeral.tokens.start) {
            tokens.start = from;
            let millions = self.joined(tokens.end) && self.word(tokens.end).eq_ignore_ascii_case("m");
            if millions {
                tokens.end += 1;
            }
            // "$5 billion Singapore dollars" is not written; "$5 US" is: the code behind is taken along.
            return Some((Unit::Money(currency), if millions { Ratio::whole(1_000_000) } else { one }, Ratio::ZERO));
        }
        // "186m dollars": the million of a sum.
        if self.joined(tokens.end)
            && self.word(tokens.end).eq_ignore_ascii_case("m")
            && let Some((end, row)) = self.phrase_after(tokens.end + 1, Class::Currency)
        {
            tokens.end = end;
            let currency = self.document.lists().currency(row)?;
            return Some((Unit::Money(currency), Ratio::whole(1_000_000), Ratio::ZERO));
        }
        let hyphen = self.is_hyphen(tokens.end) && self.joined(tokens.end);
        let at = if hyphen { tokens.end + 1 } else { tokens.end };
        if let Some((end, value)) = self.phrase_after(at, Class::Percent) {
            tokens.end = end;
            return match value {
                0 => plain(Unit::Percent),
                1 => plain(Unit::Points),
                _ => Some((Unit::Points, Ratio::new(1, 100)?, Ratio::ZERO)),
            };
        }
        let unit = self.phrase_after(at, Class::Unit);
        let currency = self.phrase_after(at, Class::Currency);
        // "Pounds" pay unless weight is spoken of; a word that is both goes by what else stands there.
        if let Some((end, row)) = currency
            && !unit.is_some_and(|(_, row)| self.is_weight(row) && self.weighs(end))
            && (self.is_lower_word(end - 1) || !hyphen)
        {
            tokens.end = end;
            let code = self.document.lists().currency(row)?;
            let factor = if matches!(code, "cent" | "penny") { Ratio::new(1, 100)? } else { one };
            let code = match code {
                "cent" => "$",
                "penny" => "GBP",
                code => code,
            };
            return Some((Unit::Money(code), factor, Ratio::ZERO));
        }
        if let Some((end, row)) = unit {
            return self.measure(numeral, at, end, row, tokens);
        }
        // "5m people": a million where nothing measured follows.
        if self.joined(tokens.end) && self.document.tokens[tokens.end].shape == Shape::Word && !hyphen {
            return None; // an unknown suffix: a code, a size
        }
        plain(Unit::Items)
    }

    fn measure(
        &self,
        numeral: &Numeral,
        at: usize,
        end: usize,
        row: i32,
        tokens: &mut Range<usize>,
    ) -> Option<(Unit, Ratio, Ratio)> {
        let unit = self.document.lists().unit(row)?;
        let letter = self.word(at).chars().count() == 1 && end == at + 1;
        if letter && self.word(at).eq_ignore_ascii_case("m") && self.counts_millions(numeral, end) {
            tokens.end = end;
            return Some((Unit::Items, Ratio::whole(1_000_000), Ratio::ZERO));
        }
        // A single letter is a unit only where it hangs on digits or on a degree sign.
        if letter && unit.symbol != "°" && !(self.joined(at) && numeral.form == Form::Digits) {
            return Some((Unit::Items, Ratio::whole(1), Ratio::ZERO));
        }
        // "Two second-half goals", "three Day One patches": a unit of another phrase.
        if self.document.tokens[at].capital && end == at + 1 && unit.dimension == Dimension::Duration {
            return Some((Unit::Items, Ratio::whole(1), Ratio::ZERO));
        }
        tokens.end = end;
        let offset = Ratio::new(i128::from(unit.offset), 100)?;
        Some((
            Unit::Measure(unit.dimension),
            Ratio::new(i128::from(unit.numerator), i128::from(unit.denominator))?,
            offset,
        ))
    }

    /// "4.5m people" counts; "the 100m final" measures: decimals or people make the difference.
    fn counts_millions(&self, numeral: &Numeral, after: usize) -> bool {
        self.is(after, Class::Person)
            || (!numeral.lo.is_whole() && self.is_lower_noun(after) && self.word(after).ends_with('s'))
    }

    fn is_weight(&self, row: i32) -> bool {
        self.document.lists().unit(row).is_some_and(|unit| unit.dimension == Dimension::Mass)
    }

    /// Whether words near say that something is weighed.
    fn weighs(&self, after: usize) -> bool {
        let near = self.start.max(after.saturating_sub(8))..(after + 4).min(self.end);
        near.into_iter().any(|at| {
            self.document.value(at, Class::Concept).and_then(|row| self.document.lists().concept(row)) == Some("weight")
        }) || self.word(after).eq_ignore_ascii_case("of")
            || self.word(after - 1).to_ascii_lowercase().starts_with("lb")
    }

    /// A currency's sign or code that ends right before the number, with what stands before the sign (US, A, S).
    fn currency_before(&self, at: usize) -> Option<(usize, &'static str)> {
        let sign = at.checked_sub(1).filter(|&sign| sign >= self.start)?;
        let lists = self.document.lists();
        let row = self.document.value(sign, Class::Currency)?;
        let token = &self.document.tokens[sign];
        if token.shape != Shape::Sign {
            // A code in capitals: EUR 5, USD 12m. A currency's name before a number pays nothing.
            let word = self.word(sign);
            let code = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())
                || word.len() == 2 && token.capital
                || self.word(sign).ends_with('.');
            return code.then_some(()).and(lists.currency(row)).map(|currency| (sign, currency));
        }
        if token.joined
            && let Some(prefix) = sign.checked_sub(1).filter(|&prefix| prefix >= self.start)
        {
            let whole = self.document.span(prefix..sign + 1).slice(self.document.text);
            if let Some(row) = lists.value(lists.entry(whole), Class::Currency) {
                return lists.currency(row).map(|currency| (prefix, currency));
            }
        }
        lists.currency(row).map(|currency| (sign, currency))
    }

    /// Two quantities as one range: "10 to 12", "between $4.9bn and $5bn", "five-six", "10-12 people".
    fn range(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        let between = left.tokens.end..right.tokens.start;
        if between.len() != 1 && !(between.is_empty() && left.tokens.end < right.numeral.start) {
            return None;
        }
        let link = self.word(between.start);
        let opened = left.tokens.start > self.start && self.word(left.tokens.start - 1).eq_ignore_ascii_case("between");
        let joins = link.eq_ignore_ascii_case("to")
            || self.is_hyphen(between.start)
            || opened && link.eq_ignore_ascii_case("and")
            || link.eq_ignore_ascii_case("or");
        if !joins || right.quantity.unit != left.quantity.unit && left.quantity.unit != Unit::Items {
            return None;
        }
        // The unit and the scale of the second number hold for the first: "5 to 6 million euros", "5-6,000".
        let mut lo = left.quantity.written;
        if left.quantity.unit != right.quantity.unit || self.is_scaled(right) && !self.is_scaled(left) {
            lo = lo.times(self.scale_of(left, right)?)?;
        }
        let hi = right.quantity.hi?;
        // A span of more than tenfold, or a falling one, is no range ("fell from 30 to 12", "52 to 47").
        if lo >= hi
            || lo.times(Ratio::whole(10))? < hi
            || self.word(left.tokens.start.wrapping_sub(1)).eq_ignore_ascii_case("from")
        {
            return None;
        }
        Some(Amount {
            tokens: left.tokens.start..right.tokens.end,
            core: left.core.start..right.core.end,
            numeral: left.numeral.start..right.numeral.end,
            form: right.form,
            quantity: Quantity {
                lo: Some(lo),
                hi: Some(hi),
                written: lo,
                step: right.quantity.step,
                unit: right.quantity.unit,
            },
            precision: Precision::Approximate,
        })
    }

    fn is_scaled(&self, amount: &Amount) -> bool {
        amount.numeral.len() > 1
            || amount.quantity.unit != Unit::Items && amount.quantity.written != amount.quantity.step
    }

    /// What one written unit of the right number is, for a left number without unit or scale of its own.
    fn scale_of(&self, left: &Amount, right: &Amount) -> Option<Ratio> {
        let digits = self.word(right.numeral.start);
        let mut factor = Ratio::whole(1);
        // 5-6,000: the left number is below the group of the right one.
        if digits.contains(',') && left.quantity.written < Ratio::whole(1000) {
            factor = Ratio::whole(1000);
        }
        let scale_word = right.numeral.clone().find_map(|at| self.document.value(at, Class::Scale));
        if let Some(scale) = scale_word.filter(|scale| *scale > 0) {
            factor = factor.times(Ratio::whole(i64::from(scale)))?;
        }
        if let Unit::Measure(_) = right.quantity.unit {
            let row = (right.numeral.end..right.tokens.end).find_map(|at| self.phrase_after(at, Class::Unit))?.1;
            let unit = self.document.lists().unit(row)?;
            factor = factor.times(Ratio::new(i128::from(unit.numerator), i128::from(unit.denominator))?)?;
        }
        Some(factor)
    }
}

/// The interval that words of bound and leeway make of a value, by the numbers of [`Class::Bound`].
///
/// "About" grants a tenth, or half of the last digit that is not an idle zero where that is more, but never above
/// three twentieths: "about 30" is 25 to 35, "about 2,000" is 1,700 to 2,300. Judgement, after the annotated
/// groups, where "some 2,300" stands beside 2,312 and "about 850" against "nearly 1,000" differ.
fn bounded(lo: Ratio, hi: Ratio, step: Ratio, bound: Option<i32>) -> Option<(Option<Ratio>, Option<Ratio>)> {
    let size = lo.magnitude();
    let part = |numerator, denominator| size.times(Ratio::new(numerator, denominator)?);
    let half_step = step.times(Ratio::new(1, 2)?)?;
    let leeway = part(1, 10)?.max(half_step.min(part(3, 20)?));
    Some(match bound {
        None => (Some(lo), Some(hi)),
        Some(1 | 8) => (Some(lo.minus(leeway)?), Some(hi.plus(leeway)?)),
        Some(2) => (Some(lo.minus(leeway)?), Some(hi)),
        Some(3) => (Some(lo), Some(hi.plus(leeway)?)),
        Some(4 | 5) => (Some(lo), None),
        Some(_) => (None, Some(hi)),
    })
}
