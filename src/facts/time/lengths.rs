//! Stretches told by their beginning and their length: "10 a.m. for three hours", "for three days from Monday".

use super::{Grain, phrase::Phrase, reader::Reader};
use crate::language::lexicon::{Class, Word};

/// How long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Minutes(i32),
    Days(i32),
    Months(i32),
}

impl Reader<'_> {
    /// A number of units as a length: "three hours", "3 hours 30 minutes", "two weeks"; with the token behind it.
    fn length(&self, at: usize) -> Option<(usize, Length)> {
        let (unit_at, count, unit) = self.amount(at)?;
        let count = count.checked_mul(unit.size).filter(|_| !unit.is_weekend)?;
        let end = unit_at + 1;
        let length = match unit.grain {
            Grain::Minute => Length::Minutes(count),
            Grain::Hour => {
                let and = usize::from(self.is_word(end, Word::And));
                let rest = self.amount(end + and).filter(|(_, _, unit)| unit.grain == Grain::Minute);
                let (end, minutes) = rest.map_or((end, 0), |(unit_at, minutes, _)| (unit_at + 1, minutes));
                return Some((end, Length::Minutes(count.checked_mul(60)?.checked_add(minutes)?)));
            }
            Grain::Day => Length::Days(count),
            Grain::Week => Length::Days(count.checked_mul(7)?),
            Grain::Month => Length::Months(count),
            Grain::Year => Length::Months(count.checked_mul(12)?),
            _ => return None,
        };
        Some((end, length))
    }

    /// A time by the clock with how long it lasts from there: "10 a.m. for three hours".
    pub(super) fn clock_for(&self, at: usize) -> Option<Phrase> {
        let first = self.clock(at).filter(|first| first.settles())?;
        let length = self.is_word(first.end, Word::For).then(|| self.length(first.end + 1)).flatten();
        let (end, length) = length.filter(|(end, _)| self.is_free(*end))?;
        Some(Self::lasting(first, length)?.with(|it| {
            it.end = end;
            it.stem = Some((at, first.end));
        }))
    }

    /// A length with its beginning: "for three hours from 10 a.m.", "three days starting on Monday".
    ///
    /// Behind a bare "from" it must be led by "for", as "three days from Monday" is a Thursday.
    pub(super) fn length_from(&self, at: usize) -> Option<Phrase> {
        let (end, length) = self.length(at)?;
        let end = end + usize::from(self.is_word(end, Word::Comma));
        let (base, bound) = self.phrase(end, Class::TimePreposition)?;
        let led = self.is_word(at.wrapping_sub(1), Word::For);
        let begins = bound == 1 && (led || !self.is_word(end, Word::From)) && !self.is(end, Class::SinceWord);
        let base = base + usize::from(self.is_word(base, Word::The));
        let first = begins.then(|| self.composed(base)).flatten()?;
        Some(Self::lasting(first, length)?.with(|it| {
            it.start = at;
            it.stem = Some((first.start, first.end));
        }))
    }

    /// The stretch of a length from a time on.
    fn lasting(first: Phrase, length: Length) -> Option<Phrase> {
        match (first.clock, length) {
            (Some((from, _)), Length::Minutes(minutes)) if !first.is_part && !first.is_stretch => {
                Some(first.with(|it| {
                    it.clock = Some((from, from + minutes.clamp(1, 1440)));
                    it.is_stretch = true;
                }))
            }
            (None, Length::Days(_) | Length::Months(_)) if first.is_single_day() => {
                Some(first.with(|it| it.lasts = Some(length)))
            }
            _ => None,
        }
    }
}
