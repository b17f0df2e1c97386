//! Two numbers as one quantity: ranges, bounds on both sides, a unit with its parts, a part of a whole.

use super::{Amount, Quantity, Reader, Unit, unit::MILLION};
use crate::{
    facts::{Precision, numeral::Form, ratio::Ratio},
    language::{
        lexicon::{Class, Word},
        tags::Upos,
    },
};

/// Words before a number among which "from" leads to it ("from a radius of").
const REACH: usize = 5;

impl Reader<'_, '_> {
    /// One quantity in place of two that stand side by side.
    pub(super) fn join(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        // Nothing but a link of a word or two stands between them.
        if right.tokens.start < left.tokens.end || right.tokens.start > left.tokens.end + 2 {
            return None;
        }
        self.range(left, right)
            .or_else(|| self.bounded_twice(left, right))
            .or_else(|| self.compound(left, right))
            .or_else(|| self.share(left, right))
    }

    fn spanning(&self, start: usize, left: &Amount, right: &Amount, quantity: Quantity) -> Amount {
        Amount {
            tokens: start..right.tokens.end,
            core: left.core.start..right.core.end,
            numeral: left.numeral.start..right.numeral.end,
            form: right.form,
            is_range: true,
            one: right.one,
            quantity,
            precision: Precision::Approximate,
        }
    }

    /// "10 to 12", "between $4.9bn and $5bn", "five-six", "10-12 people", "£15-20".
    fn range(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        let link = left.tokens.end;
        if right.tokens.start > link + 1 || right.numeral.start <= link {
            return None;
        }
        let opener = left.tokens.start.wrapping_sub(1);
        let between = self.is_word(opener, Word::Between);
        let from = self.is_word(opener, Word::From);
        let hyphen = self.is_hyphen(link);
        let joins = self.is_any(link, &[Word::To, Word::Or, Word::Through, Word::Tilde])
            || hyphen && (self.joined(link) || self.is_ranged(right))
            || (between || from) && self.is_word(link, Word::And);
        // "Fell from 30 to 12" tells two levels; "ranged from 12 to 30" one range.
        if !joins || from && !self.spreads(opener) || self.moves(left.tokens.start) && self.is_word(link, Word::To) {
            return None;
        }
        // The unit and the scale of one number hold for both: "5 to 6 million euros", "5-6,000", "£15-20".
        let (left_unit, right_unit) = (left.quantity.unit, right.quantity.unit);
        let open = right.quantity.lo.is_none() || right.quantity.hi.is_none();
        let signed = right_unit == Unit::Items && left.core.start < left.numeral.start;
        if open || left_unit != right_unit && left_unit != Unit::Items && !signed {
            return None;
        }
        let unit = if signed { left_unit } else { right_unit };
        let mut hi = right.quantity.written;
        // "£15-20" is of one sort of coin; the million of "£15-20m" is in the number already.
        if signed && right.one == Ratio::whole(1) {
            hi = hi.times(left.one)?;
        }
        let mut lo = left.quantity.written;
        let is_grouped = self.word(right.numeral.start).contains(',') && left.quantity.written < Ratio::whole(1000);
        if left_unit != unit || (is_grouped || self.is_scaled(right)) && !self.is_scaled(left) {
            // "Between $800 and $1.2 million" begins at 800.
            let scaled = lo.times(self.scale_of(left, right)?)?;
            lo = if left_unit == unit && !signed && scaled >= hi { lo } else { scaled };
        }
        // A span of more than tenfold, or a falling one, is no range ("52 to 47").
        if lo >= hi || !between && !from && lo.times(Ratio::whole(10))? < hi {
            return None;
        }
        let start = if between || from { opener } else { left.tokens.start };
        let quantity = Quantity { lo: Some(lo), hi: Some(hi), written: lo, step: right.quantity.step, unit };
        Some(self.spanning(start, left, right, quantity))
    }

    /// Whether what stands behind a spaced hyphen belongs to a range: it is measured, counts something or ends the
    /// sentence. "Spurs 1 - 2 Villa" is a score.
    fn is_ranged(&self, right: &Amount) -> bool {
        let end = right.tokens.end;
        right.quantity.unit != Unit::Items || end >= self.end || self.is_lower_noun(end)
    }

    /// Whether "from" at `at` opens a range: a word for spreading stands before it, a form of "be", or nothing.
    fn spreads(&self, at: usize) -> bool {
        let near = at.saturating_sub(3).max(self.start)..at;
        near.is_empty()
            || near.into_iter().any(|at| self.is(at, Class::Spread))
            || self.document.tag(at - 1) == Upos::Aux
    }

    /// Whether a number that begins at `at` is where a change began: "extended from a radius of 3 km to 5 km".
    fn moves(&self, at: usize) -> bool {
        let near = at.saturating_sub(REACH).max(self.start)..at.saturating_sub(1);
        let from = near.rev().find(|&at| self.is_word(at, Word::From) || self.is_word(at, Word::Between));
        from.is_some_and(|from| self.is_word(from, Word::From) && !self.spreads(from))
            && self.document.tag(at - 1) == Upos::Adp
    }

    /// Whether a number has a scale or a unit of its own, so that it does not take those of the other end: "$5" of "$5 to
    /// $6 million" has none.
    fn is_scaled(&self, amount: &Amount) -> bool {
        amount.numeral.len() > 1
            || match amount.quantity.unit {
                Unit::Items | Unit::Money(_) => amount.one == MILLION,
                _ => amount.quantity.written != amount.quantity.step,
            }
    }

    /// What one written unit of the right number is, for a left number without unit or scale of its own.
    fn scale_of(&self, left: &Amount, right: &Amount) -> Option<Ratio> {
        let digits = self.word(right.numeral.start);
        let is_million = right.one == MILLION && left.one == Ratio::whole(1);
        let mut factor =
            if left.quantity.unit == right.quantity.unit && !is_million { Ratio::whole(1) } else { right.one };
        // 5-6,000: the left number is below the group of the right one.
        if digits.contains(',') && left.quantity.written < Ratio::whole(1000) {
            factor = factor.times(Ratio::whole(1000))?;
        }
        let scale_word = right.numeral.clone().find_map(|at| self.document.value(at, Class::Scale));
        let is_whole = left.numeral.len() > 1; // "260 million to 280 million pounds"
        if let Some(scale) = scale_word.filter(|scale| *scale > 0 && !is_whole) {
            factor = factor.times(Ratio::whole(i64::from(scale)))?;
        }
        Some(factor)
    }

    /// "More than 10 but fewer than 20", "at most 100 and at least 20".
    fn bounded_twice(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        let between = left.tokens.end..right.tokens.start;
        let links = between.clone().all(|at| self.is_any(at, &[Word::And, Word::But, Word::Yet, Word::Comma]));
        let same = left.quantity.unit == right.quantity.unit || left.quantity.unit == Unit::Items;
        if between.is_empty() || !links || !same {
            return None;
        }
        let factor = if left.quantity.unit == right.quantity.unit { Ratio::whole(1) } else { right.one };
        let scaled = |end: Option<Ratio>| end.and_then(|end| end.times(factor));
        let (left_lo, left_hi) = (scaled(left.quantity.lo), scaled(left.quantity.hi));
        let (lo, hi) = match (left_lo, left_hi, right.quantity.lo, right.quantity.hi) {
            (Some(lo), None, None, Some(hi)) | (None, Some(hi), Some(lo), None) => (lo, hi),
            _ => return None,
        };
        let quantity = Quantity { lo: Some(lo), hi: Some(hi), written: lo, ..right.quantity };
        (lo < hi).then(|| self.spanning(left.tokens.start, left, right, quantity))
    }

    /// "5 feet 2 inches", "two hours and 20 minutes", "3 dollars 50 cents", "an hour and a half": the second is less
    /// than one of the first's unit.
    fn compound(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        let between = left.tokens.end..right.tokens.start;
        let links = between.clone().all(|at| self.is_word(at, Word::And) || self.is_word(at, Word::Comma));
        let measured = matches!(left.quantity.unit, Unit::Measure(_) | Unit::Money(_));
        if !links || !measured || left.is_range || left.core.end != left.tokens.end || right.tokens != right.core {
            return None;
        }
        let part = match (left.quantity.unit, right.quantity.unit) {
            // "An hour and a half": half of the unit.
            (Unit::Measure(_), Unit::Percent) if right.form == Form::Fraction && !between.is_empty() => {
                right.quantity.written.times(Ratio::new(1, 100)?)?.times(left.one)?
            }
            (Unit::Money(_), Unit::Money(code)) if code == "$" && right.one < left.one => right.quantity.written,
            (left, right_unit) if left == right_unit => right.quantity.written,
            // "Thirteen dollars forty-five", "15 dollars and 50": the name of the hundredth is left out.
            (Unit::Money(_), Unit::Items)
                if self.ends_clause(right.tokens.end) && right.quantity.written.is_whole() =>
            {
                right.quantity.written.times(Ratio::new(1, 100)?)?.times(left.one)?
            }
            _ => return None,
        };
        let is_money = matches!(left.quantity.unit, Unit::Money(_));
        let smaller = right.one < left.one || right.form == Form::Fraction || is_money;
        let most = if is_money { left.one } else { left.one.times(Ratio::whole(10))? };
        if !smaller || part >= most || part <= Ratio::ZERO {
            return None;
        }
        let Quantity { lo, hi, written, unit, .. } = left.quantity;
        let add = |end: Ratio| end.plus(part);
        let step = right.quantity.step.min(left.quantity.step);
        let quantity = Quantity { lo: ended(lo, add)?, hi: ended(hi, add)?, written: add(written)?, step, unit };
        let joined = self.spanning(left.tokens.start, left, right, quantity);
        Some(Amount { is_range: false, form: left.form, precision: left.precision, one: right.one, ..joined })
    }

    /// Whether a sentence or one of its clauses ends before `at`.
    fn ends_clause(&self, at: usize) -> bool {
        at >= self.end || self.document.tag(at) == Upos::Punct && !self.is_hyphen(at)
    }

    /// "One in five", "two out of three": a part of a whole.
    fn share(&self, left: &Amount, right: &Amount) -> Option<Amount> {
        let (end, value) = self.phrase_after(left.tokens.end, Class::OutOf)?;
        let (part, whole) = (left.quantity.written, right.quantity.written);
        let bare =
            |amount: &Amount| amount.quantity.unit == Unit::Items && amount.quantity.is_exact() && !amount.is_range;
        if value == 0 || end != right.tokens.start || !bare(right) || left.quantity.unit != Unit::Items || part >= whole
        {
            return None;
        }
        // "Killed two in seven raids" tells when; a share has a round whole, or says "out of", or is one.
        let round = whole == Ratio::whole(5) || whole == Ratio::whole(100) || whole == Ratio::whole(10);
        let before = left.tokens.start.wrapping_sub(1);
        let object = self.holds(before) && self.document.tag(before) == Upos::Verb;
        let in_words = end > left.tokens.end + 1;
        // "Affecting one in five of those on the drug" is one.
        let is_shared = part == Ratio::whole(1) && self.is_word(right.tokens.end, Word::Of);
        if !in_words && (object && !is_shared || !round && part != Ratio::whole(1)) {
            return None;
        }
        let percent = Ratio::whole(100).times(whole.inverse()?)?;
        let times = |end: Ratio| end.times(percent);
        let quantity = Quantity {
            lo: ended(left.quantity.lo, times)?,
            hi: ended(left.quantity.hi, times)?,
            written: part.times(percent)?,
            // A share in small numbers is a round figure, as fractions in words are.
            step: Ratio::whole(3),
            unit: Unit::Percent,
        };
        let joined = self.spanning(left.tokens.start, left, right, quantity);
        Some(Amount { is_range: false, form: Form::Words, precision: left.precision, ..joined })
    }
}

/// An end of an interval after some arithmetic: an open one stays open, and one out of range is none at all.
fn ended(end: Option<Ratio>, change: impl FnOnce(Ratio) -> Option<Ratio>) -> Option<Option<Ratio>> {
    match end {
        Some(end) => change(end).map(Some),
        None => Some(None),
    }
}
