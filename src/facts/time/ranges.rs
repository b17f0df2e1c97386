//! Ranges of whole times in words: "from 3 May to 5 June", "between 2010 and the end of 2016", "from March to date".

use super::{
    Anchor, Grain,
    compose::Found,
    phrase::{PeriodPart, Phrase},
    reader::Reader,
};
use crate::language::lexicon::{Class, Word};

impl Reader<'_> {
    /// The range that a phrase begins: "from 3 May to 5 June", "between 2010 and 2016", "6-8pm".
    pub(super) fn range(&self, first: &Phrase) -> Option<Found> {
        let between = self.is_word(first.start.wrapping_sub(1), Word::Between);
        let link = if between {
            self.is(first.end, Class::RangeLink)
        } else {
            self.value(first.end, Class::RangeLink) == Some(0)
        };
        if !(link || self.is_hyphen(first.end)) {
            return None;
        }
        if self.is_moved(first.start) {
            return None;
        }
        let second = self.range_end(first.end + 1)?;
        let same_kind = first.clock.is_some() == second.clock.is_some() || first.clock.is_some() && !first.has_day();
        let days = first.has_day() == second.has_day() || first.clock.is_some() && second.clock.is_some();
        let mut first = *first;
        if let (None, Some(year), Some(from), Some(to), None) =
            (first.year, second.year, first.months, second.months, first.step)
        {
            // "From January to April 2015", "November to February 2017": the year is that of the end.
            let later = (from.0, first.days.map(|days| days.0)) > (to.0, second.days.map(|days| days.0));
            first.year = Some(if later { year - 1 } else { year });
        }
        (same_kind && days && second.start == first.end + 1).then_some(Found::Range(first, second))
    }

    /// "Now" as the first time of a range: "between now and May".
    pub(super) fn now_of_range(&self, at: usize) -> Option<Phrase> {
        let led = self.is_any(at.wrapping_sub(1), &[Word::Between, Word::From]) && self.is(at + 1, Class::RangeLink);
        led.then(|| Phrase::distance(at, at + 1, Grain::Day, 0, Anchor::Publication))
    }

    /// The second time of a range, from its article on: "the 28th of June", "the end of 2008", "now".
    fn range_end(&self, at: usize) -> Option<Phrase> {
        if self.is(at, Class::Now) {
            return Some(Phrase::distance(at, at + 1, Grain::Day, 0, Anchor::Publication));
        }
        let behind = at + usize::from(self.is_word(at, Word::The));
        if let Some((next, part)) = self.phrase(behind, Class::PeriodPart) {
            let next = next + usize::from(self.is_word(next, Word::The));
            let of = self.composed(next).filter(|of| of.part.is_none())?;
            return Some(of.with(|it| {
                it.start = at;
                it.part = PeriodPart::of(part);
            }));
        }
        let second = self.composed(at).or_else(|| self.composed(behind))?;
        Some(self.with_second_leads(second, at))
    }

    /// Whether something is moved to another time: "moved from Tuesday to Thursday" gives two days.
    pub(super) fn is_moved(&self, at: usize) -> bool {
        (at.saturating_sub(5)..at).any(|before| self.phrase(before, Class::Rescheduling).is_some())
    }

    /// The second time of a range with an article before it.
    fn with_second_leads(&self, second: Phrase, start: usize) -> Phrase {
        second.with(|it| it.start = if second.start <= start + 1 { start } else { second.start })
    }
}
