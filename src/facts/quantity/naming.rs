//! Which numbers name, order or address, and measure nothing.

use std::ops::Range;

use super::Reader;
use crate::{
    facts::{
        numeral::{Form, Numeral},
        ratio::Ratio,
    },
    language::{
        lexicon::{Class, Word},
        tags::Upos,
        tokens::{Shape, is_hyphen},
    },
};

impl Reader<'_, '_> {
    /// Whether a number names, orders or addresses and measures nothing.
    pub(super) fn names_something(&self, numeral: &Numeral, all: &[Numeral], index: usize) -> bool {
        let Range { start, end } = numeral.tokens;
        let word = self.word(start);
        let before = start.wrapping_sub(1);
        match numeral.form {
            Form::Ordinal => return !self.counts_up(numeral),
            Form::FromEnd | Form::FromHere | Form::Nothing => return true,
            // "She scores": a verb.
            Form::Unclear => return self.document.tag(start) == Upos::Verb && end == start + 1,
            Form::Fraction => return false,
            Form::Words => {
                return end - start == 1 && word.eq_ignore_ascii_case("one") && !self.counts_one(start, all, index)
                    || self.is(before, Class::Designator) && !self.is_measured(end) && !self.is_lower_noun(end)
                    || self.is_score(numeral, all, index);
            }
            Form::Digits => {}
        }
        let plain = end - start == 1;
        let word = if numeral.lo < Ratio::ZERO { self.word(start + 1) } else { word };
        // A name's number, a telephone number, a list's number, a fraction or a date with slashes.
        // Numbers of names have no commas, and "last season 12 clubs" names none.
        let follows_time = self.is(before.wrapping_sub(1), Class::RelativeStep);
        let is_verb = self.holds(before) && self.document.tag(before) == Upos::Verb;
        let designated = self.is(before, Class::Designator) && !follows_time && !is_verb && !word.contains(',');
        let named = designated && plain && !self.is_measured(end);
        let contact =
            (self.start..start).rev().take(6).any(|at| self.is(at, Class::Contact)) && !self.is_lower_word(end);
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

    /// Whether an ordinal counts: what goes on without a break ("the fifth day in a row", "a third straight win"), how
    /// long something has lasted ("into its third week"), a birthday, or a total that somebody has reached ("his 251st
    /// peak"). Below ten such a total tells rather which one is meant: "his second goal", "her first husband".
    fn counts_up(&self, numeral: &Numeral) -> bool {
        let Range { start, end } = numeral.tokens;
        let serial = |at: usize| self.phrase_after(at, Class::Serial).map(|(_, value)| value);
        if self.word(end).is_empty() || self.is_hyphen(end) {
            return false;
        }
        let before = start.wrapping_sub(1);
        let unit = self.phrase_after(end, Class::Unit).is_some();
        let lasts = || {
            let lead = self.document.phrase_before(before, self.start, Class::Serial);
            unit && self.is_word(before, Word::Its) && lead.is_some_and(|(_, value)| value == 3)
        };
        let total = || {
            let reached = numeral.lo > Ratio::whole(9) && self.is(before, Class::Possessive);
            reached && !unit && self.document.is_noun(end) && !self.is_hyphen(end + 1)
        };
        // One alone is no run: "a first straight fight".
        let run = numeral.lo > Ratio::whole(1) && (serial(end) == Some(1) || serial(end + 1) == Some(0));
        run || serial(end) == Some(2) || lasts() || total()
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
        // "More than 2000", "fewer than 1800" compare amounts; "over 2000" and "about 1900" may date something.
        let bound = self.document.phrase_before(start, self.start, Class::Bound);
        let compared = bound.is_some_and(|(from, value)| value == 7 || value == 5 && from + 1 < start);
        if !four_digits || !("1500".."2101").contains(&word) || signed || compared || self.is_measured(end) {
            return false;
        }
        // "2000 people" counts, "the 2019 flood" and "2019 was wet" do not: only a plural noun can be counted.
        let counted = self.is_lower_noun(end) && self.word(end).ends_with('s') || self.is(end, Class::Person);
        !counted
    }

    /// "3-1", "52–47": two numbers on one hyphen that are no range of something.
    fn is_score(&self, numeral: &Numeral, all: &[Numeral], index: usize) -> bool {
        // What is a thousand and more, or has a unit of its own, is no score.
        let is_large = |numeral: &Numeral| numeral.lo >= Ratio::whole(1000);
        let pair = |left: &Numeral, right: &Numeral| {
            right.tokens.start == left.tokens.end + 1
                && self.is_hyphen(left.tokens.end)
                && self.joined(left.tokens.end)
                && !(left.lo < right.lo
                    && (self.is_measured(right.tokens.end)
                        || is_large(right) && !self.is_year(right)
                        || self.is_lower_word(right.tokens.end) && !self.is(right.tokens.end, Class::Stop)))
                && !self.is_money_sign(left.tokens.start)
        };
        index.checked_sub(1).is_some_and(|before| pair(&all[before], numeral))
            || all.get(index + 1).is_some_and(|after| pair(numeral, after))
    }

    /// Groups of digits side by side: a telephone number, an account.
    fn is_digit_run(&self, all: &[Numeral], index: usize) -> bool {
        // "243,650 18-year-olds" are so many of that age.
        let is_aged = |right: &Numeral| {
            let unit = self.past_hyphen(right.tokens.end);
            unit > right.tokens.end && self.is(unit, Class::Unit) && self.word(unit + 1).chars().all(is_hyphen)
        };
        let touches = |left: &Numeral, right: &Numeral| {
            !is_aged(right)
                && left.tokens.end == right.tokens.start
                && left.form == Form::Digits
                && right.form == Form::Digits
        };
        index.checked_sub(1).is_some_and(|before| touches(&all[before], &all[index]))
            || all.get(index + 1).is_some_and(|after| touches(&all[index], after))
    }

    /// Whether "one" counts: a noun for a person or thing, or what happened to them, stands behind it; or a whole of
    /// which it is a part ("one in five").
    fn counts_one(&self, at: usize, all: &[Numeral], index: usize) -> bool {
        let next = self.past_hyphen(at + 1);
        if self.is(at.wrapping_sub(1), Class::Nothing) || self.is_word(at + 1, Word::Of) {
            return false;
        }
        let part = self.phrase_after(at + 1, Class::OutOf).zip(all.get(index + 1));
        if part.is_some_and(|((end, _), whole)| whole.tokens.start == end) {
            return true;
        }
        (next..(next + 3).min(self.end)).take_while(|&at| !self.is(at, Class::Stop)).any(|at| {
            [Class::Person, Class::Concept, Class::Unit, Class::Currency, Class::Percent]
                .into_iter()
                .any(|class| self.is(at, class))
        })
    }

    pub(super) fn is_money_sign(&self, numeral_start: usize) -> bool {
        numeral_start > self.start && self.is(numeral_start - 1, Class::Currency)
    }

    /// Whether a unit stands at `at`, perhaps behind a hyphen.
    pub(super) fn is_measured(&self, at: usize) -> bool {
        let at = self.past_hyphen(at);
        [Class::Unit, Class::Currency, Class::Percent, Class::Scale]
            .into_iter()
            .any(|class| self.phrase_after(at, class).is_some())
    }
}
