//! Times by their distance from another: "two weeks ago", "in three days", "three weeks from tomorrow".

use super::{
    Anchor, Grain, TimeBound,
    periods::Unit,
    phrase::{Phrase, Shade},
    reader::Reader,
};
use crate::language::{
    lexicon::{Class, Word},
    tags::Upos,
};

/// How many words back a cue of the future is looked for before "in two weeks".
const AHEAD: usize = 8;

impl Reader<'_> {
    /// "Two weeks ago", "63 years ago", "three days later", "a year earlier", "in two weeks".
    pub(super) fn distance(&self, at: usize) -> Option<Phrase> {
        let (unit_at, mut count, mut unit) = self.amount(at)?;
        let mut behind = unit_at + 1;
        // "An hour and a half later".
        let fraction = self.is_word(behind, Word::And) && self.is_word(behind + 1, Word::A);
        let minutes = if self.is_word(behind + 2, Word::Half) { 30 } else { 15 };
        if fraction && unit.grain == Grain::Hour && self.is_any(behind + 2, &[Word::Half, Word::Quarter]) {
            unit = Unit { grain: Grain::Minute, ..unit };
            count = count * 60 + minutes;
            behind += 3;
        }
        if unit.grain == Grain::Season || unit.is_weekend {
            return None;
        }
        let mut count = count.checked_mul(unit.size)?;
        // "Two weeks and two days ago", "a year and three months later".
        let and = behind + usize::from(self.is_word(behind, Word::And));
        if let Some((rest_at, rest, finer)) =
            self.amount(and).filter(|(_, _, finer)| finer.size == 1 && !finer.is_weekend)
        {
            let per = match (unit.grain, finer.grain) {
                (Grain::Week, Grain::Day) => 7,
                (Grain::Year, Grain::Month) => 12,
                (Grain::Hour, Grain::Minute) => 60,
                _ => return None,
            };
            count = count.checked_mul(per)?.checked_add(rest)?;
            (unit, behind) = (finer, rest_at + 1);
        }
        // "For an hour before the captain came back", "more than five minutes before": how long, not when.
        let more_than = self.is_word(at.wrapping_sub(1), Word::Than) && self.is_word(at.wrapping_sub(2), Word::More);
        if self.is_any(at.wrapping_sub(1), &[Word::For, Word::Than]) && !self.is_word(behind, Word::Ago) && !more_than {
            return None;
        }
        let by_clock = matches!(unit.grain, Grain::Minute | Grain::Hour);
        let Some((end, kind)) = self.phrase(behind, Class::Distance) else {
            return self.ahead(at, behind, unit.grain, count).filter(|_| !by_clock || self.has_minute);
        };
        let from = if kind <= 2 { Anchor::Publication } else { Anchor::Narrative };
        // Hours from publication need its minute, which a date does not give.
        if by_clock && from == Anchor::Publication && !self.has_minute {
            return None;
        }
        // "Two years on", "five minutes on": only in front of a comma; "two days before Christmas" stays relative to it.
        if self.is_word(end - 1, Word::On) && !self.is_word(end, Word::Comma) {
            return None;
        }
        let count = if kind % 2 == 1 { -count } else { count };
        let distance = Phrase::distance(at, end, unit.grain, count, from).with(|it| it.is_count = true);
        if more_than && kind > 1 {
            // "More than two weeks before Christmas".
            let bound = if count < 0 { TimeBound::Before } else { TimeBound::After };
            return self.offset(&distance).map(|day| {
                day.with(|it| {
                    it.start = at - 2;
                    it.bound = bound;
                })
            });
        }
        Some(distance)
    }

    /// "Three Fridays from now", "two Thursdays ago": weekdays are counted from the day of publication, which is left out.
    pub(super) fn weekdays_away(&self, at: usize) -> Option<Phrase> {
        let (day_at, count) = self.small_number(at).filter(|(_, count)| (1..=20).contains(count))?;
        let weekday = self.value(day_at, Class::Weekdays)?;
        let (end, kind) = self.phrase(day_at + 1, Class::Distance).filter(|(_, kind)| *kind <= 2)?;
        let weekday = u8::try_from(weekday).ok()?;
        let (turn, weeks) = if kind == 1 { (-1, 1 - count) } else { (2, count - 1) };
        let day = Phrase::new(at, end, Grain::Day).with(|it| {
            it.weekday = Some(weekday);
            it.turn = Some(turn);
        });
        Some(day.with(|it| it.offset = (7 * weeks, 0)))
    }

    /// A number of units: the unit's token, the number and the unit.
    pub(super) fn amount(&self, at: usize) -> Option<(usize, i32, Unit)> {
        let (unit_at, count) = if self.is_word(at, Word::Half) && self.is_word(at + 1, Word::A) {
            let hour = self.unit(at + 2).filter(|unit| unit.grain == Grain::Hour)?;
            return Some((at + 2, 30, Unit { grain: Grain::Minute, ..hour }));
        } else if let Some((unit_at, 2)) = self.phrase(at, Class::Couple) {
            (unit_at, 2)
        } else if let Some((of, quarters)) = self.quarters_of_hour(at) {
            let hour = self.unit(of).filter(|unit| unit.grain == Grain::Hour)?;
            return Some((of, 15 * quarters, Unit { grain: Grain::Minute, ..hour }));
        } else if self.is_word(at, Word::A) {
            (at + 1, 1)
        } else {
            self.small_number(at).or_else(|| self.digits(at).map(|(count, _)| (at + 1, count)))?
        };
        Some((unit_at, count, self.unit(unit_at)?))
    }

    /// "A quarter of an hour", "three-quarters of an hour", "1/2 hour": the hour's token and how many quarters.
    fn quarters_of_hour(&self, at: usize) -> Option<(usize, i32)> {
        if let (Some((part, 1)), Some((whole @ (2 | 4), 1)), "/") =
            (self.digits(at), self.digits(at + 2), self.word(at + 1))
        {
            return Some((at + 3, part * 4 / whole));
        }
        let (end, quarters) = self.phrase(at, Class::QuartersOf)?;
        Some((end, quarters))
    }

    /// "The museum will open in two weeks", where "finished in two weeks" is a duration.
    fn ahead(&self, at: usize, end: usize, unit: Grain, count: i32) -> Option<Phrase> {
        let about = self.is_word(at.wrapping_sub(1), Word::About);
        let at = at - usize::from(about);
        // "In two weeks' time" is ahead of its own.
        let in_time = self.is_any(end, &[Word::Genitive, Word::Apostrophe]) && self.is_word(end + 1, Word::Time);
        let end = end + usize::from(in_time) * 2;
        let shade = about.then_some(Shade::About);
        // "The museum opens in two weeks", but "the third vote in two weeks".
        let verb = at.wrapping_sub(2);
        let opens = self.is(verb, Class::ScheduleVerb) && self.document.tag(verb) == Upos::Verb;
        let cued = self.is_word(at.wrapping_sub(1), Word::In)
            && (in_time
                || opens
                || (at.saturating_sub(AHEAD)..at).any(|at| self.phrase(at, Class::FutureCue).is_some()))
            && !self.is_content(end)
            && unit <= Grain::Year;
        cued.then(|| {
            Phrase::distance(at - 1, end, unit, count, Anchor::Publication).with(|it| {
                it.is_count = true;
                it.shade = shade;
            })
        })
    }

    /// A time told by its distance from another: "an hour before midnight", "two days before Christmas", "three weeks
    /// from tomorrow".
    pub(super) fn offset(&self, distance: &Phrase) -> Option<Phrase> {
        let step = distance.step.filter(|step| step.from == Anchor::Narrative)?;
        if !self.is_any(distance.end - 1, &[Word::Before, Word::After, Word::From]) {
            return None;
        }
        let base = self.composed(distance.end + usize::from(self.is_word(distance.end, Word::The)))?;
        let minutes = match step.unit {
            Grain::Minute => step.count,
            Grain::Hour => step.count.checked_mul(60)?,
            unit @ (Grain::Day | Grain::Week | Grain::Month | Grain::Year)
                if base.is_single_day() && base.step.is_none_or(|step| step.from == Anchor::Publication) =>
            {
                let offset = match unit {
                    Grain::Day => (step.count, 0),
                    Grain::Week => (step.count.checked_mul(7)?, 0),
                    Grain::Month => (0, step.count),
                    _ => (0, step.count.checked_mul(12)?),
                };
                return Some(base.with(|it| {
                    it.start = distance.start;
                    it.clock = None;
                    it.is_part = false;
                    it.grain = Grain::Day;
                    it.offset = offset;
                }));
            }
            _ => return None,
        };
        let (from, to) = base.clock.filter(|_| !base.is_part && minutes.abs() <= 720)?;
        Some(base.with(|it| {
            it.start = distance.start;
            it.clock = Some((from + minutes, to + minutes));
        }))
    }
}
