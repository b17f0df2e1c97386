//! Stretches that begin or end at publication, and whole weeks by one of their days: "the last three months", "the next
//! two weeks", "the week of 4 March".

use super::{
    Anchor, Grain,
    periods::Unit,
    phrase::{PeriodPart, Phrase},
    reader::Reader,
};
use crate::language::lexicon::{Class, Word};

impl Reader<'_> {
    /// "The last three months", "the next two weeks", "3 upcoming days".
    pub(super) fn reach(&self, at: usize) -> Option<Phrase> {
        let article = self.is_word(at.wrapping_sub(1), Word::The);
        let (unit_at, turn, count) = if let Some((number_at, turn)) = self.phrase(at, Class::Reach) {
            match self.small_number(number_at).or_else(|| self.phrase(number_at, Class::Couple)) {
                Some((end, count)) => (end, turn, count),
                // "The past year", where "last year" is one of the calendar.
                None if self.value(at, Class::SingleReach).is_some_and(|turn| turn < 0 || article)
                    && !self.word(number_at).ends_with(['s', 'S']) =>
                {
                    (number_at, turn, 1)
                }
                None => return None,
            }
        } else {
            let (reach_at, count) = self.small_number(at)?;
            // "5 upcoming years"; "22 last week" are two things.
            let (end, turn) = self.phrase(reach_at, Class::Reach).filter(|(end, _)| self.word(*end).ends_with('s'))?;
            (end, turn, count)
        };
        let end = unit_at + 1;
        // Hours and minutes need the minute of publication.
        let by_clock = |unit: &Unit| matches!(unit.grain, Grain::Minute | Grain::Hour);
        let unit = self.unit(unit_at).filter(|unit| {
            (unit.grain >= Grain::Day || self.has_minute && by_clock(unit)) && !unit.is_weekend && count > 0
        })?;
        // "The last two years of the war", "two days' trading" tell of something else.
        let other =
            self.is_any(end, &[Word::Of, Word::In, Word::Apostrophe]) || self.is_any(end, &[Word::Before, Word::After]);
        let before = at.wrapping_sub(1 + usize::from(article));
        // "Will last five years", "go past ten days": verbs and ways, unless a word of time or an article leads.
        let led = before == self.from.wrapping_sub(1)
            || at > before + 1
            || self.is(before, Class::TimePreposition)
            || !self.is_any(at, &[Word::Last, Word::Past]);
        // "For the past five years" is how long, which other reports tell without "past"; quarters are of the calendar.
        let how_long = self.is_word(before, Word::For) && unit.grain != Grain::Season;
        if other || !led || how_long || self.is_joined(end) && self.is_hyphen(end) {
            return None;
        }
        let count = count.checked_mul(unit.size)?.checked_mul(turn)?;
        Some(Phrase::distance(at, end, unit.grain, count, Anchor::Publication).with(|it| {
            it.is_count = true;
            it.is_reach = true;
        }))
    }

    /// "The week of 4 March", "the week beginning Monday".
    pub(super) fn week_of_day(&self, at: usize) -> Option<Phrase> {
        let (link, _) = self.phrase(at, Class::WeekOf)?;
        // "For a week starting on Monday" is how long.
        if self.is_word(at.wrapping_sub(1), Word::A) && self.is_word(at.wrapping_sub(2), Word::For) {
            return None;
        }
        let day_at = link + usize::from(self.is_word(link, Word::The));
        let day = self.day_of_month(day_at).or_else(|| self.composed(day_at))?;
        (day.is_single_day() && day.clock.is_none()).then_some(day.with(|it| {
            it.start = at;
            it.grain = Grain::Week;
            it.is_whole_week = true;
        }))
    }

    /// "EOD", "EOM", "EOY": the end of the running day, month or year.
    pub(super) fn abbreviated_end(&self, at: usize) -> Option<Phrase> {
        let grain = match self.value(at, Class::AbbreviatedEnd)? {
            3 => Grain::Day,
            5 => Grain::Month,
            _ => Grain::Year,
        };
        let upper = self.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let end = Phrase::distance(at, at + 1, grain, 0, Anchor::Publication);
        upper.then_some(end.with(|it| it.part = Some(PeriodPart::End)))
    }
}
