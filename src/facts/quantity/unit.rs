//! What a number is measured in: the unit behind it, or the sign or code of a currency before it.

use std::ops::Range;

use super::{Measured, Reader, Unit};
use crate::{
    facts::{
        numeral::{Form, Numeral},
        ratio::Ratio,
    },
    language::{
        lexicon::{Class, Dimension, Word},
        tags::Upos,
        tokens::Shape,
    },
};

/// A million, which the one-letter scale `m` means where nothing is measured in metres.
pub(super) const MILLION: Ratio = Ratio::whole(1_000_000);

impl Reader<'_, '_> {
    /// The unit of a number; widens `tokens` over its words. None where the number is part of a name or a code.
    pub(super) fn unit(&self, numeral: &Numeral, tokens: &mut Range<usize>) -> Option<Measured> {
        if numeral.form == Form::Fraction {
            return Some(self.part_of_unit(tokens).unwrap_or(Measured::new(Unit::Percent, Ratio::whole(100))));
        }
        // A sign or a code before the number: $5, US$5, EUR 5, USD 5m.
        if let Some((from, code)) = self.currency_before(tokens.start) {
            tokens.start = from;
            let one = if self.hangs_m(tokens.end) { MILLION } else { Ratio::whole(1) };
            tokens.end += usize::from(one == MILLION);
            return self.money(code, one);
        }
        // "186m dollars": the million of a sum.
        if self.hangs_m(tokens.end)
            && let Some((end, row)) = self.phrase_after(tokens.end + 1, Class::Currency)
        {
            tokens.end = end;
            return self.money(self.document.lists().currency(row)?, MILLION);
        }
        let at = self.past_hyphen(tokens.end);
        let hyphen = at > tokens.end;
        if let Some((end, value)) = self.phrase_after(at, Class::Percent) {
            tokens.end = end;
            return Some(match value {
                0 => Measured::plain(Unit::Percent),
                1 => Measured::plain(Unit::Points),
                _ => Measured::new(Unit::Points, Ratio::new(1, 100)?),
            });
        }
        if let Some(measured) = self.marked(at, tokens) {
            return Some(measured);
        }
        // "20 (kg)".
        let bracket = matches!(self.word(at), "(" | "[" | "{" | "<");
        if bracket
            && let Some((end, row)) = self.phrase_after(at + 1, Class::Unit)
            && matches!(self.word(end), ")" | "]" | "}" | ">")
        {
            let unit = self.document.lists().unit(row)?;
            tokens.end = end + 1;
            return self.in_base(unit.dimension, unit.numerator, unit.denominator, unit.offset);
        }
        let unit = self.phrase_after(at, Class::Unit);
        // "Pounds" pay unless weight is spoken of; a word that is both goes by what else stands there.
        if let Some((end, row)) = self.phrase_after(at, Class::Currency)
            && !unit.is_some_and(|(_, row)| self.is_weight(row) && self.weighs(end))
            && self.is_currency(at, end, hyphen)
        {
            tokens.end = end;
            // "75 USD million": the scale behind the code.
            let scale = self.document.value(end, Class::Scale).filter(|_| end < self.end && self.word(end).len() > 4);
            tokens.end += usize::from(scale.is_some());
            return self.money(self.document.lists().currency(row)?, Ratio::whole(scale.unwrap_or(1).into()));
        }
        if let Some((end, row)) = unit {
            return self.measure(numeral, at, end, row, tokens);
        }
        // "30 MUSD", "MEUR 60": millions in business reports.
        for code in [tokens.end, tokens.start.wrapping_sub(1)] {
            if let Some(currency) = self.millions_of(code) {
                *tokens = tokens.start.min(code)..tokens.end.max(code + 1);
                return self.money(currency, MILLION);
            }
        }
        // "Magnitude 7.1", "a magnitude of 7.1".
        if self.is_magnitude(tokens.start) {
            return Some(Measured::plain(Unit::Measure(Dimension::Magnitude)));
        }
        // "5m people": a million where nothing measured follows.
        if self.joined(tokens.end) && self.document.tokens[tokens.end].shape == Shape::Word && !hyphen {
            return None; // an unknown suffix: a code, a size
        }
        Some(Measured::plain(Unit::Items))
    }

    /// A currency by its code in the lists; those of a hundredth begin with a slash.
    fn money(&self, code: &'static str, one: Ratio) -> Option<Measured> {
        Some(match code.strip_prefix('/') {
            Some(whole) => Measured::new(Unit::Money(whole), one.times(Ratio::new(1, 100)?)?),
            None => Measured::new(Unit::Money(code), one),
        })
    }

    /// The currency of a code in capitals behind an M.
    fn millions_of(&self, at: usize) -> Option<&'static str> {
        let code = self.word(at).strip_prefix('M').filter(|code| code.len() == 3)?;
        let lists = self.document.lists();
        let row = lists.value(lists.entry(code), Class::Currency)?;
        lists.currency(row).filter(|_| code.bytes().all(|b| b.is_ascii_uppercase()))
    }

    /// Whether an `m` hangs on what ends at `at`.
    fn hangs_m(&self, at: usize) -> bool {
        self.joined(at) && self.is_word(at, Word::M)
    }

    /// "Half an hour", "three quarters of a mile", "half a percentage point": a fraction of one unit.
    fn part_of_unit(&self, tokens: &mut Range<usize>) -> Option<Measured> {
        let mut at = if self.is_word(tokens.end, Word::Of) { tokens.end + 1 } else { self.past_hyphen(tokens.end) };
        let hangs = at > tokens.end && self.is_hyphen(tokens.end);
        if self.is_article(at) {
            at += 1;
        } else if !hangs {
            return None;
        }
        if let Some((end, 1)) = self.phrase_after(at, Class::Percent) {
            tokens.end = end;
            return Some(Measured::plain(Unit::Points));
        }
        let (end, row) = self.phrase_after(at, Class::Unit)?;
        let unit = self.document.lists().unit(row).filter(|unit| unit.symbol.len() > 1 || end > at + 1 || !hangs)?;
        // "Half a pound" is money as often, and "half a second chance" measures nothing.
        let order = self.is(at, Class::Ordinal) && self.document.is_noun(end);
        if self.is(at, Class::Currency) || order {
            return None;
        }
        tokens.end = end;
        self.in_base(unit.dimension, unit.numerator, unit.denominator, 0)
    }

    /// Inches by their marks (`5"`, `5''`), and `in` where it hangs on its number or stands behind feet: `5ft 2in`.
    fn marked(&self, at: usize, tokens: &mut Range<usize>) -> Option<Measured> {
        let before = tokens.start.wrapping_sub(1);
        let before = if self.is_word(before, Word::Comma) { before.wrapping_sub(1) } else { before };
        let unit = self.document.value(before, Class::Unit).filter(|_| self.holds(before));
        let behind_feet = unit.and_then(|row| self.document.lists().unit(row)).is_some_and(|unit| unit.symbol == "ft");
        // A mark on a number that no quotation holds cannot close one.
        let free = self.joined(at) && self.document.quoted.get(tokens.start) == Some(&false);
        let words = match self.word(at) {
            "in" | "ins" if self.joined(at) || behind_feet => 1,
            "\"" | "″" if free => 1,
            "'" if free && self.word(at + 1) == "'" && self.joined(at + 1) => 2,
            _ => return None,
        };
        tokens.end = at + words;
        self.in_base(Dimension::Length, 254, 10_000, 0)
    }

    fn in_base(&self, dimension: Dimension, numerator: i64, denominator: i64, offset: i64) -> Option<Measured> {
        Some(Measured {
            unit: Unit::Measure(dimension),
            one: Ratio::new(numerator, denominator)?,
            // Offsets are hundredths; that of Fahrenheit does not end.
            offset: Ratio::new(offset, 9)?,
        })
    }

    /// A measure in the unit at `at..end`.
    fn measure(
        &self,
        numeral: &Numeral,
        at: usize,
        end: usize,
        row: i32,
        tokens: &mut Range<usize>,
    ) -> Option<Measured> {
        let unit = self.document.lists().unit(row)?;
        let letter = self.word(at).chars().count() == 1 && end == at + 1;
        if letter && self.is_word(at, Word::M) && (self.counts_millions(numeral, end) || self.ends_sum(numeral, at)) {
            tokens.end = end;
            return Some(Measured::new(Unit::Items, MILLION));
        }
        // A single letter is a unit only behind digits or a degree sign; one of temperature must hang on them.
        let spaced = self.is_lower_word(at) && unit.dimension != Dimension::Temperature;
        if letter && unit.symbol != "°" && !(numeral.form == Form::Digits && (self.joined(at) || spaced)) {
            return Some(Measured::plain(Unit::Items));
        }
        // "14.7C/unit": part of a code or a rate.
        if letter && self.word(end) == "/" && self.joined(end) {
            return None;
        }
        // "13F filing", "a 777F": a capital alone is warm or cold only within the weather's reach.
        let weather = numeral.lo <= Ratio::whole(150) && (numeral.lo >= Ratio::whole(20) || numeral.lo <= Ratio::ZERO);
        if letter && unit.symbol == "°F" && !weather {
            return None;
        }
        let single_capital = self.is_capital(at) && end == at + 1 && !letter;
        // "12 Mile Road", "Seven Mile Beach": a name; "the 90-MW Jiwa plant" is none.
        let is_word = self.word(at).bytes().skip(1).any(|b| b.is_ascii_lowercase());
        if single_capital && is_word && self.is_capital(end) && self.document.tag(end) == Upos::Propn {
            return None;
        }
        // "Two second-half goals", "three Day One patches": a unit of another phrase.
        if single_capital && unit.dimension == Dimension::Duration {
            return Some(Measured::plain(Unit::Items));
        }
        tokens.end = end;
        self.in_base(unit.dimension, unit.numerator, unit.denominator, unit.offset)
    }

    /// "4.5m people" counts; "the 100m final" measures: decimals or people make the difference.
    fn counts_millions(&self, numeral: &Numeral, after: usize) -> bool {
        self.is(after, Class::Person)
            || (!numeral.lo.is_whole() && self.is_lower_noun(after) && self.word(after).ends_with('s'))
    }

    /// "£15-20m", "£15m to 20m": whether a number with an `m` on it is the far end of a sum whose sign stands before the
    /// near one.
    fn ends_sum(&self, numeral: &Numeral, at: usize) -> bool {
        let link = numeral.tokens.start.wrapping_sub(1);
        let near = link.wrapping_sub(if self.is_word(link.wrapping_sub(1), Word::M) { 2 } else { 1 });
        let is_between = self.is_word(link, Word::And) && self.is_word(near.wrapping_sub(2), Word::Between);
        let is_link = self.is_hyphen(link) && self.joined(link) || self.is_word(link, Word::To) || is_between;
        self.joined(at) && is_link && self.holds(near) && self.is_money_sign(near)
    }

    /// Whether "magnitude" stands before a number.
    fn is_magnitude(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let before = if self.is_word(before, Word::Of) { before.wrapping_sub(1) } else { before };
        self.document
            .value(before, Class::Unit)
            .filter(|_| self.holds(before))
            .and_then(|row| self.document.lists().unit(row))
            .is_some_and(|unit| unit.dimension == Dimension::Magnitude)
    }

    fn is_weight(&self, row: i32) -> bool {
        self.document.lists().unit(row).is_some_and(|unit| unit.dimension == Dimension::Mass)
    }

    /// Whether words near say that something is weighed.
    fn weighs(&self, after: usize) -> bool {
        let near = self.start.max(after.saturating_sub(8))..(after + 4).min(self.end);
        near.into_iter().any(|at| {
            self.document.value(at, Class::Concept).and_then(|row| self.document.lists().concept(row)) == Some("weight")
        }) || self.is_word(after, Word::Of)
            || self.word(after - 1).to_ascii_lowercase().starts_with("lb")
    }

    /// Whether the words of a currency at `at..end` pay: a letter must hang on its digits and be a small one, since
    /// "30C" is warm and "30c" is money, and a name behind a hyphen is written small.
    fn is_currency(&self, at: usize, end: usize, hyphen: bool) -> bool {
        let word = self.word(at);
        if word.len() == 1 && end == at + 1 && word.as_bytes()[0].is_ascii_alphabetic() {
            return self.joined(at) && self.is_lower_word(at);
        }
        // "3 USD50 cards": the code hangs on the number behind it.
        let of_next = self.joined(end) && self.document.tokens[end].shape == Shape::Number;
        !of_next && (self.is_lower_word(end - 1) || !hyphen)
    }

    /// A currency's sign or code that ends right before the number, with what stands before the sign (US, A, S).
    fn currency_before(&self, at: usize) -> Option<(usize, &'static str)> {
        let sign = at.checked_sub(1).filter(|&sign| self.holds(sign))?;
        let lists = self.document.lists();
        let row = self.document.value(sign, Class::Currency)?;
        let token = &self.document.tokens[sign];
        let word = self.word(sign);
        // "3 GBP 1 pence", "10 $ 30 $": the sign belongs to the number before it.
        let number_before = sign
            .checked_sub(1)
            .is_some_and(|before| self.holds(before) && self.document.tokens[before].shape == Shape::Number);
        if number_before && !self.joined(at) && !self.is_money_sign(sign - 1) {
            return None;
        }
        if token.shape != Shape::Sign {
            // A code in capitals: EUR 5, USD 12m. A currency's name before a number pays nothing.
            let code = matches!(word.len(), 2 | 3) && word.bytes().all(|b| b.is_ascii_uppercase())
                || word.len() == 2 && token.capital
                || word.ends_with('.');
            return lists.currency(row).filter(|_| code).map(|currency| (sign, currency));
        }
        // "US$5", and "US $5" where the letters are capitals or every sign stands apart; "a $ 5 note", "country ' s $ 5".
        let apart = |prefix: usize| !self.joined(at) && !self.is_article(prefix) && !self.is_word(prefix, Word::S);
        if let Some(prefix) = sign.checked_sub(1).filter(|&prefix| self.holds(prefix))
            && (token.joined || self.is_capital(prefix) && !self.is_article(prefix) || apart(prefix))
        {
            let whole = format!("{}{word}", self.word(prefix));
            if let Some(row) = lists.value(lists.entry(&whole), Class::Currency) {
                return lists.currency(row).map(|currency| (prefix, currency));
            }
        }
        lists.currency(row).map(|currency| (sign, currency))
    }
}
