//! Numbers in words, and scale words behind digits: `twenty-two`, `a hundred and forty`, `5 thousand million`,
//! `twenty-first`.

use super::{Form, Numeral, Reader, parse_digits, power_of_ten};
use crate::{
    facts::ratio::Ratio,
    language::{
        lexicon::{Class, Dimension, Word},
        tags::Upos,
        tokens::Shape,
    },
};

/// What was added last. "Twenty twelve" is two numbers: what follows must be smaller.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Units, teens or digits, behind which only a scale goes on.
    Small,
    Tens,
    Scale,
}

/// A number as far as it has been read.
pub(super) struct Sum {
    pub(super) start: usize,
    /// The position behind its last word.
    pub(super) end: usize,
    pub(super) form: Form,
    /// What is closed by a scale above a hundred.
    total: Ratio,
    /// What a scale that follows multiplies.
    group: Option<Ratio>,
    last: Last,
    /// What the last word counts.
    pub(super) step: Ratio,
}

impl Sum {
    pub(super) fn value(&self) -> Option<Ratio> {
        self.total.plus(self.group.unwrap_or(Ratio::ZERO))
    }

    /// Whether a scale word stands last.
    pub(super) fn is_scaled(&self) -> bool {
        self.last == Last::Scale
    }

    fn multiply(&mut self, scale: Ratio, end: usize) -> Option<()> {
        self.step = self.step.times(scale)?;
        match self.group.take() {
            // "Three lakh crore", "three thousand million": the scales multiply each other.
            None if self.total > Ratio::ZERO => self.total = self.total.times(scale)?,
            group if scale == Ratio::whole(100) => self.group = Some(group.unwrap_or(Ratio::whole(1)).times(scale)?),
            group => self.total = self.total.plus(group.unwrap_or(Ratio::whole(1)).times(scale)?)?,
        }
        (self.last, self.end) = (Last::Scale, end);
        Some(())
    }

    fn add(&mut self, value: i64, at: usize) -> Option<()> {
        self.group = Some(self.group.unwrap_or(Ratio::ZERO).plus(Ratio::whole(value))?);
        self.last = if value >= 20 { Last::Tens } else { Last::Small };
        (self.step, self.end) = (Ratio::whole(1), at + 1);
        Some(())
    }
}

impl<const BROAD: bool> Reader<'_, '_, BROAD> {
    /// Number words: `twenty-two`, `a hundred and forty`, `three thousand two hundred`.
    pub(super) fn words(&self, at: usize) -> Option<Numeral> {
        let step = Ratio::whole(1);
        let mut sum =
            Sum { start: at, end: at, form: Form::Words, total: Ratio::ZERO, group: None, last: Last::Small, step };
        if let Some(value) = self.class(at, Class::Cardinal) {
            if self.is_pronoun(at) {
                return None;
            }
            sum.add(value, at)?;
        } else {
            // "A dozen", "a hundred": the article counts as one before a scale.
            let article = self.is_article(at);
            if article && (self.is_bounded_unit(at) || self.is_lasting_unit(at)) {
                return Some(self.make(at..at + 1, Form::Words, Ratio::whole(1), Ratio::whole(1)));
            }
            // "Another dozen".
            let another =
                at > self.start && self.class(at - 1, Class::Extra).is_some() && !self.word(at).ends_with('s');
            let begins =
                another && self.word(at).len() > 2 || BROAD && self.word(at).len() > 2 && !self.word(at).ends_with('s');
            if !article && !begins {
                return None;
            }
            sum.multiply(self.scale(at + usize::from(article), false)?, at + 1 + usize::from(article))?;
        }
        self.finish(sum)
    }

    /// "More than a foot", "under a minute": an article before a unit counts as one where words bound it.
    fn is_bounded_unit(&self, at: usize) -> bool {
        let unit = [Class::Unit, Class::Currency, Class::Percent]
            .into_iter()
            .filter_map(|class| self.document.phrase(at + 1, class))
            .map(|(words, _)| at + 1 + words)
            .max();
        // "Passed a second bill", "over a day trip": the unit is part of another phrase.
        unit.is_some_and(|end| {
            self.document.phrase_before(at, self.start, Class::Bound).is_some()
                && self.class(at + 1, Class::Ordinal).is_none()
                && self.document.tokens[at + 1].shape == Shape::Word
                && self.document.tag(end) != Upos::Noun
        })
    }

    /// "For an hour", "it took a week", "a minute of normal time": a length of time behind a word that tells how long
    /// something lasts, or of something.
    fn is_lasting_unit(&self, at: usize) -> bool {
        let next = at + 1;
        let Some(unit) = self.class(next, Class::Unit) else { return false };
        let lists = self.document.lists();
        let is_time = i32::try_from(unit)
            .ok()
            .and_then(|row| lists.unit(row))
            .is_some_and(|unit| unit.dimension == Dimension::Duration);
        let lasts = at > self.start && self.class(at - 1, Class::Lasting) == Some(1);
        let goes_on = next + 1 < self.end && (self.document.is_noun(next + 1) || self.is_hyphen(next + 1));
        is_time && self.class(next, Class::Ordinal).is_none() && !goes_on && (lasts || self.is_word(next + 1, Word::Of))
    }

    /// Digits with the scale words behind them.
    pub(super) fn scaled(&self, digits: Numeral) -> Option<Numeral> {
        let Numeral { tokens, form, lo, step, .. } = digits;
        let (start, end) = (tokens.start, tokens.end);
        self.finish(Sum { start, end, form, total: Ratio::ZERO, group: Some(lo), last: Last::Small, step })
    }

    /// Takes words to a number as long as they go on with it.
    fn finish(&self, mut sum: Sum) -> Option<Numeral> {
        loop {
            let next = self.past_hyphen(sum.end);
            if let Some(scale) = self.scale(next, self.joined(next)).filter(|_| !self.is_year(&sum, next)) {
                sum.multiply(scale, next + 1)?;
                continue;
            }
            if let Some(pointed) = self.point(&sum) {
                sum = pointed;
                continue;
            }
            // "A hundred and forty"; "two and three" are two numbers.
            let and = self.is_word(sum.end, Word::And);
            if and && let Some(mixed) = self.mixed(&sum, sum.end + 1) {
                return Some(mixed);
            }
            let from = if and && sum.is_scaled() { sum.end + 1 } else { next };
            if let Some(ordinal) = self.ordinal(&sum, from) {
                return Some(ordinal);
            }
            if !self.go_on(&mut sum, from, and) {
                break;
            }
        }
        if BROAD && let Some(divided) = self.divided(&sum) {
            return Some(divided);
        }
        Some(self.make(sum.start..sum.end, sum.form, sum.value()?, sum.step))
    }

    /// "In 2016 thousands fled": a year does not count what follows.
    fn is_year(&self, sum: &Sum, next: usize) -> bool {
        let four_digits = sum.form == Form::Digits && sum.end == sum.start + 1 && self.word(sum.start).len() == 4;
        four_digits && self.word(next).ends_with('s')
    }

    /// Adds the word at `from`, which stands behind "and" or not; whether it went on with the number.
    fn go_on(&self, sum: &mut Sum, from: usize, and: bool) -> bool {
        let Some(value) = self.class(from, Class::Cardinal) else {
            return BROAD && sum.is_scaled() && self.add_digits(sum, from);
        };
        let smaller = match sum.last {
            Last::Small => false,
            Last::Tens => value < 10,
            Last::Scale => true,
        };
        if !smaller || value == 0 || sum.form == Form::Digits && !BROAD {
            return false;
        }
        // "One hundred thirty-fifths" are a hundred of them; with "and", or units before them, they are fifths.
        if BROAD && !and && value >= 20 && matches!(self.denominator(from), Some((_, _, true))) {
            return false;
        }
        // "Spent five million two years ago": behind a thousand and more, without "and", only what a scale follows
        // goes on ("three thousand two hundred").
        if sum.is_scaled() && sum.group.is_none() && !and && !BROAD {
            let mut end = self.past_hyphen(from + 1);
            if self.class(end, Class::Cardinal).is_some() {
                end += 1;
            }
            if self.scale(end, false).is_none() {
                return false;
            }
        }
        sum.add(value, from).is_some()
    }

    /// "3 hundred and 21", "4 thousand 3 hundred": digits smaller than the scale before them.
    fn add_digits(&self, sum: &mut Sum, at: usize) -> bool {
        let is_number = at < self.end && self.document.tokens[at].shape == Shape::Number;
        let Some((value, _)) = parse_digits(self.word(at)).filter(|_| is_number) else { return false };
        let scale = self.scale(at + 1, self.joined(at + 1)).unwrap_or(Ratio::whole(1));
        let addend = value.times(scale);
        if value == Ratio::ZERO || addend.is_none_or(|addend| addend >= sum.step) {
            return false;
        }
        let closed = sum.value().and_then(|sum| sum.plus(addend?));
        let Some(closed) = closed else { return false };
        let words = if scale == Ratio::whole(1) { 1 } else { 2 };
        (sum.total, sum.group) = if words == 1 { (Ratio::ZERO, Some(closed)) } else { (closed, None) };
        sum.last = if words == 1 { Last::Small } else { Last::Scale };
        (sum.step, sum.end) = (scale, at + words);
        true
    }

    /// "Twenty-first", "one hundred and fifth", "two hundredth".
    fn ordinal(&self, sum: &Sum, at: usize) -> Option<Numeral> {
        let value = power_of_ten(self.class(at, Class::Ordinal)?)?;
        let total = if value >= Ratio::whole(100) {
            // "A hundredth", "the thousandth": a scale is multiplied.
            match sum.group {
                Some(group) => sum.total.plus(group.times(value)?)?,
                None => sum.total.times(value)?,
            }
        } else {
            let fits = sum.last == Last::Scale || sum.last == Last::Tens && value < Ratio::whole(10);
            // "Twenty first-time buyers", "a hundred first novels": in news the parts hang together.
            if !fits || !BROAD && at == sum.end {
                return None;
            }
            sum.value()?.plus(value)?
        };
        (sum.form == Form::Words).then(|| self.make(sum.start..at + 1, Form::Ordinal, total, Ratio::whole(1)))
    }

    /// "Two point two million", "nine point nought four": the number with its decimals.
    fn point(&self, sum: &Sum) -> Option<Sum> {
        self.class(sum.end, Class::Point).filter(|_| !sum.is_scaled() || sum.total == Ratio::ZERO)?;
        let first = sum.end + 1;
        let (mut value, mut unit, mut end) = (sum.value()?, Ratio::whole(1), first);
        let digits = self.word(first);
        if first < self.end && self.document.tokens[first].shape == Shape::Number {
            unit = Ratio::new(1, 10_i64.checked_pow(digits.len() as u32)?)?;
            value = value.plus(parse_digits(digits)?.0.times(unit)?)?;
            end += 1;
        }
        while let Some(mut digit) = self.class(end, Class::Cardinal) {
            end += 1;
            // "Point seventy-one" is 0.71, "point seven one" as well.
            let behind = self.past_hyphen(end);
            if digit >= 20
                && let Some(units) = self.class(behind, Class::Cardinal).filter(|units| *units < 10)
            {
                digit += units;
                end = behind + 1;
            }
            unit = unit.times(Ratio::new(1, if digit < 10 { 10 } else { 100 })?)?;
            value = value.plus(Ratio::whole(digit).times(unit)?)?;
        }
        let Sum { start, form, .. } = *sum;
        (end > first).then_some(Sum {
            start,
            end,
            form,
            total: Ratio::ZERO,
            group: Some(value),
            last: Last::Small,
            step: unit,
        })
    }

    /// "Twenty-three fifths", "one over three", "one out of three", "1 in twenty-one".
    fn divided(&self, sum: &Sum) -> Option<Numeral> {
        let value = sum.value()?;
        if let Some((denominator, end, true)) = self.denominator(self.past_hyphen(sum.end)) {
            let part = Ratio::new(1, denominator)?;
            return Some(self.make(sum.start..end, Form::Fraction, value.times(part)?, part));
        }
        let (words, proper) = self.document.phrase(sum.end, Class::OutOf)?;
        let whole = self.unsigned(sum.end + words).filter(|whole| matches!(whole.form, Form::Digits | Form::Words))?;
        let end = whole.tokens.end;
        // "$2000 over 3 years", "12 in six boxes" divide nothing.
        let paid = sum.start > self.start && self.document.tokens[sum.start - 1].shape == Shape::Sign;
        if paid || self.class(end, Class::Unit).is_some() || proper != 0 && value >= whole.lo {
            return None;
        }
        let result = value.times(whole.lo.inverse()?)?;
        Some(self.make(sum.start..end, Form::Fraction, result, result))
    }

    /// "The one you mentioned", "which one": a determiner before "one", and no noun behind it.
    fn is_pronoun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before >= self.start);
        let tag = |at| self.document.tag(at);
        BROAD
            && self.is_word(at, Word::One)
            && before.is_some_and(|before| matches!(tag(before), Upos::Det | Upos::Pron))
            && !matches!(tag(at + 1), Upos::Noun | Upos::Num | Upos::Propn)
    }
}
