//! Parts of the day, seasons, quarters, feasts, and times that count from another day.

use super::{
    Anchor, Grain,
    phrase::{PeriodPart, Phrase},
    reader::Reader,
};
use crate::language::{
    lexicon::{Class, Word},
    tokens::{Shape, is_hyphen},
};

/// A unit of the calendar by its number in the word list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub grain: Grain,
    /// How many of the grain it is: 2 weeks for a fortnight, 10 decades for a century.
    pub size: i32,
    pub is_weekend: bool,
}

impl Unit {
    const fn of(value: i32) -> Option<Self> {
        let (grain, size) = match value {
            0 => (Grain::Minute, 1),
            1 => (Grain::Hour, 1),
            3 => (Grain::Day, 1),
            4 | 9 => (Grain::Week, 1),
            5 => (Grain::Month, 1),
            6 => (Grain::Season, 1),
            7 => (Grain::Year, 1),
            8 => (Grain::Decade, 1),
            10 => (Grain::Week, 2),
            12 => (Grain::Decade, 10),
            _ => return None,
        };
        Some(Self { grain, size, is_weekend: value == 9 })
    }
}

/// First and last month of a season, half-open; a winter reaches into the next year. Northern reading: newsrooms of
/// the south write months or mean their own seasons, which the leeway of the interval cannot cover.
const fn season_months(season: i32) -> (u8, u8) {
    match season {
        0 => (3, 6),
        1 => (6, 9),
        2 => (9, 12),
        _ => (12, 15),
    }
}

impl Reader<'_> {
    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        self.value(at, Class::CalendarUnit).and_then(Unit::of)
    }

    /// A part of the day at a token. Whether it is a time on its own is decided when the phrase is complete.
    pub(super) fn day_part(&self, at: usize) -> Option<Phrase> {
        let (mut end, row) = self.phrase(at, Class::DayPart)?;
        let clock = self.document.lists().day_part(row)?;
        let instant = clock.1 - clock.0 == 1;
        // "The early hours of Sunday" is joined by the composer; "early hours" alone needs no more.
        if self.is_word(end, Word::Time) {
            end += 1;
        }
        let grain = if instant { Grain::Hour } else { Grain::DayPart };
        let phrase = Phrase::new(at, end, grain).with(|it| {
            it.clock = Some(clock);
            it.is_part = !instant;
        });
        Some(if instant { self.with_zone(phrase) } else { phrase })
    }

    /// Yesterday, today, tomorrow, tonight.
    pub(super) fn relative_day(&self, at: usize) -> Option<Phrase> {
        if let Some((end, count)) = self.phrase(at, Class::RelativeDay) {
            // "Today's world", "yesterday's men" do not occur in reports often enough to leave the rest unread.
            return Some(Phrase::distance(at, end, Grain::Day, count, Anchor::Publication));
        }
        let (end, count) = self.phrase(at, Class::RelativeNight)?;
        let night = Phrase::distance(at, end, Grain::Day, count, Anchor::Publication);
        Some(night.with(|it| {
            it.clock = Some((1080, 1800));
            it.is_part = true;
            it.grain = Grain::DayPart;
        }))
    }

    /// "Last week", "next May", "this morning", "last Tuesday", "the following day".
    pub(super) fn stepped(&self, at: usize) -> Option<Phrase> {
        if let Some((end, count)) = self.phrase(at, Class::NarrativeDay) {
            let night = self.is_word(end.wrapping_sub(2), Word::Night);
            let phrase = Phrase::distance(at, end, Grain::Day, count, Anchor::Narrative);
            return Some(if night {
                phrase.with(|it| {
                    it.clock = Some((1080, 1800));
                    it.is_part = true;
                })
            } else {
                phrase
            });
        }
        let article = self.is_word(at.wrapping_sub(1), Word::The);
        if let Some((end, count)) = self.phrase(at, Class::RelativeStep) {
            // "The last week" and "the past year" are durations that end now; "the current year" is this year.
            let named = self.phrase(end, Class::Holiday).is_some()
                || self.phrase(end, Class::YearWord).is_some_and(|(last, _)| last > end + 1);
            if (!article || named || count == 0 || count == 2)
                && let Some(phrase) = self.step_of(at, end, count, Anchor::Publication)
            {
                return Some(phrase);
            }
        }
        let (end, count) = self.phrase(at, Class::NarrativeStep)?;
        self.step_of(at, end, count, Anchor::Narrative)
    }

    /// What stands behind last, next, this or that.
    fn step_of(&self, start: usize, at: usize, step: i32, from: Anchor) -> Option<Phrase> {
        // "The coming Friday" may be of this week, "the coming week" is the next.
        let count = step.min(1);
        let by_publication = from == Anchor::Publication;
        // "This school year" and "the last fiscal year" begin when each house says: they stay as told.
        if let Some((end, _)) = self.phrase(at, Class::YearWord).filter(|(end, _)| *end > at + 1 && by_publication) {
            let year = Phrase::distance(start, end, Grain::Year, count, from);
            return Some(year.with(|it| it.is_own_year = !self.is_word(at, Word::Calendar)));
        }
        if let Some(unit) = self.unit(at).filter(|_| !self.word(at).ends_with(['s', 'S'])) {
            let (grain, from) = match (unit.grain, from) {
                // "Next day" without an article counts from the told time as well.
                (Grain::Day, Anchor::Publication) if count == 1 => (Grain::Day, Anchor::Narrative),
                (Grain::Day, Anchor::Publication) | (Grain::Minute | Grain::Hour, _) => return None,
                (grain, from) => (grain, from),
            };
            // "The past week" is a stretch, if it is any.
            let is_stretch = by_publication && step < 0 && at == start + 1 && self.is(start, Class::SingleReach);
            if is_stretch || self.value(at, Class::CalendarUnit) == Some(11) || self.is_hyphen(at + 1) {
                return None;
            }
            let phrase = Phrase::distance(start, at + 1, grain, count * unit.size, from);
            return Some(phrase.with(|it| {
                it.is_weekend = unit.is_weekend;
                it.turn = unit.is_weekend.then_some(count);
            }));
        }
        if let Some(part) = self.day_part(at).filter(|part| part.is_part) {
            // "Last night", "this morning", "the next morning", "that evening"; "this dawn" is none.
            let from = if count == 1 { Anchor::Narrative } else { from };
            let usual = count == 0 || from == Anchor::Narrative || self.is_any(at, &[Word::Night, Word::Evening]);
            let step = Phrase::distance(start, part.end, Grain::Day, count, from);
            return usual.then_some(step.with(|it| {
                it.clock = part.clock;
                it.is_part = true;
                it.grain = Grain::DayPart;
            }));
        }
        if !by_publication {
            // "The following Friday": of the next week, counted from the time told before.
            let weekday = self.weekday(at).filter(|_| count != 0)?;
            let week = Phrase::distance(start, weekday.end, Grain::Week, count, from);
            return Some(week.with(|it| {
                it.weekday = weekday.weekday;
                it.grain = Grain::Day;
            }));
        }
        let turned = |phrase: Phrase| {
            phrase.with(|it| {
                it.start = start;
                it.turn = Some(step);
            })
        };
        if let Some(weekday) = self.weekday(at) {
            return Some(turned(weekday));
        }
        if self.is(at, Class::Month) && self.is_capital(at) {
            return self.month_first(at).filter(|phrase| phrase.year.is_none() && phrase.end == at + 1).map(turned);
        }
        if let Some(season) = self.value(at, Class::Season) {
            return Some(turned(
                Phrase::new(start, at + 1, Grain::Season).with(|it| it.months = Some(season_months(season))),
            ));
        }
        self.holiday(at).map(turned)
    }

    /// A season with its year or an article: "the summer of 2019", "spring 2020".
    pub(super) fn season(&self, at: usize) -> Option<Phrase> {
        let season = self.value(at, Class::Season)?;
        let of = usize::from(self.is_word(at + 1, Word::Of));
        let (year, _) =
            self.digits(at + 1 + of).filter(|(year, length)| *length == 4 && (1900..=2099).contains(year))?;
        Some(Phrase::new(at, at + 2 + of, Grain::Season).with(|it| {
            it.months = Some(season_months(season));
            it.year = Some(year);
        }))
    }

    /// "Q3", "H1": the token behind it, which part and of how many. Behind a hyphen the tokens are apart.
    fn quarter_code(&self, at: usize) -> Option<(usize, i32, i32)> {
        let word = self.word(at);
        let parts = match word.get(..1)? {
            "Q" | "q" => 4,
            "H" => 2,
            _ => return None,
        };
        let (end, digit) =
            if word.len() == 1 && self.is_joined(at + 1) { (at + 2, self.word(at + 1)) } else { (at + 1, &word[1..]) };
        let part = digit.parse().ok().filter(|part| (1..=parts).contains(part))?;
        (digit.len() == 1).then_some((end, part, parts))
    }

    /// A quarter behind its year: "2018 Q4", "2018-Q4".
    pub(super) fn year_quarter(&self, at: usize) -> Option<Phrase> {
        let year = self.digits(at).filter(|(year, length)| *length == 4 && (1900..=2099).contains(year))?.0;
        let link = at + 1 + usize::from(self.is_hyphen(at + 1) && self.is_joined(at + 1));
        let (end, part, parts) = self.quarter_code(link)?;
        let width = 12 / parts;
        let first = (part - 1) * width + 1;
        let months = Some((u8::try_from(first).ok()?, u8::try_from(first + width).ok()?));
        Some(Phrase::new(at, end, Grain::Season).with(|it| {
            it.months = months;
            it.year = Some(year);
        }))
    }

    /// A quarter or a half of a year: "the first quarter of 2025", "Q3", "the second half of 2024".
    pub(super) fn quarter(&self, at: usize) -> Option<Phrase> {
        let code = self.quarter_code(at);
        let coded = code.is_some();
        let (unit_end, part, parts) = if let Some(code) = code {
            code
        } else {
            let (after, part) = match self.numbered(at) {
                Some(ordinal) => ordinal,
                None if self.is(at, Class::PeriodEnd) && self.is_word(at.wrapping_sub(1), Word::The) => (at + 1, 0),
                None => return None,
            };
            let half = self.is_word(after, Word::Half);
            if !(half || self.value(after, Class::CalendarUnit) == Some(6) && !self.word(after).ends_with('s')) {
                return None;
            }
            let parts = if half { 2 } else { 4 };
            (after + 1, part, parts)
        };
        if !(0..=parts).contains(&part) {
            return None;
        }
        let width = 12 / parts;
        let first = (if part == 0 { parts } else { part } - 1) * width + 1;
        let phrase =
            Phrase::new(at, unit_end, Grain::Season).with(|it| it.months = Some((first as u8, (first + width) as u8)));
        let hyphen = coded && self.is_hyphen(unit_end) && self.is_joined(unit_end);
        let of = usize::from(hyphen || self.is_word(unit_end, Word::Of) || self.is_word(unit_end, Word::Comma));
        if let Some((year, 4)) = self.digits(unit_end + of)
            && (1900..=2099).contains(&year)
        {
            return Some(phrase.with(|it| {
                it.year = Some(year);
                it.end = unit_end + of + 1;
            }));
        }
        if self.is_word(unit_end, Word::Of) {
            // "Of the year", "of last year".
            let article = usize::from(self.is_word(unit_end + 1, Word::The));
            let this_year = article == 1 && self.is_word(unit_end + 2, Word::Year);
            if this_year {
                return Some(phrase.with(|it| it.end = unit_end + 3));
            }
            return self
                .stepped(unit_end + 1)
                .filter(|year| year.grain == Grain::Year)
                .and_then(|year| phrase.merge(year));
        }
        // Halves and quarters without a year are parts of a match as often.
        let led = self.is_any(at.wrapping_sub(1), &[Word::The, Word::Genitive]);
        if part == 0 && parts == 4 && self.is(at, Class::RelativeStep) {
            // "In the last quarter": the one before this.
            return self.step_of(at, at + 1, -1, Anchor::Publication).filter(|_| !self.is_content(unit_end));
        }
        let of_business = parts == 4 && (coded || led);
        let of_match = (self.from..self.to).any(|at| self.is(at, Class::MatchCue));
        (of_business && !of_match && !self.is_content(unit_end)).then_some(phrase)
    }

    /// A place in the course of an event: "the 89th minute", "the sixth day", "Day 6".
    pub(super) fn ordinal_unit(&self, at: usize) -> Option<Phrase> {
        let (end, count) = if self.value(at, Class::CalendarUnit) == Some(3) && self.is_capital(at) {
            (at + 1, self.digits(at + 1).filter(|(_, length)| *length <= 2)?.0)
        } else {
            let suffixed = self.is_joined(at + 1) && self.is_word(at + 1, Word::OrdinalEnding);
            match self.digits(at).filter(|_| suffixed) {
                Some((count, _)) => (at + 2, count),
                None => self.ordinal(at)?,
            }
        };
        if end == at + 1 && self.digits(end).is_some() {
            // "Day 6-8" and "Day 6.5" name something else.
            let next = end + 1;
            let goes_on = self.is_joined(next)
                && (self.is_hyphen(next) || self.token(next).is_some_and(|next| next.shape != Shape::Mark));
            return (!goes_on).then(|| Phrase::distance(at, next, Grain::Day, count, Anchor::Event));
        }
        let unit = self.unit(end).filter(|unit| unit.size == 1 && !unit.is_weekend)?;
        // "For the third year", "a second day running" count how often; "the first day" of many things is no date.
        let led = self.is_word(at.wrapping_sub(1), Word::The) && !self.is_word(at.wrapping_sub(2), Word::For);
        let fits = matches!(unit.grain, Grain::Minute | Grain::Day | Grain::Week | Grain::Month | Grain::Year)
            && !self.word(end).ends_with(['s', 'S'])
            && (led || unit.grain == Grain::Minute)
            && !self.is_any(end + 1, &[Word::In, Word::Running])
            && !self.is_hyphen(end + 1);
        fits.then(|| Phrase::distance(at, end + 1, unit.grain, count, Anchor::Event))
    }

    /// Whether "after next" stands at a token: "the week after next", "Friday after next".
    pub(super) fn is_after_next(&self, at: usize) -> bool {
        self.is_word(at, Word::After) && self.is_word(at + 1, Word::Next) && !self.is_content(at + 2)
    }

    /// "The weekend", "the end of the year", "later in the week".
    pub(super) fn definite_unit(&self, at: usize) -> Option<Phrase> {
        let unit = self.unit(at)?;
        if unit.grain == Grain::Week && !unit.is_weekend && unit.size == 1 && self.is_after_next(at + 1) {
            return Some(Phrase::distance(at, at + 3, Grain::Week, 2, Anchor::Publication));
        }
        if unit.is_weekend && self.is_word(at + 1, Word::Of) {
            // "The weekend of Halloween".
            let feast = self.holiday(at + 2)?;
            return Some(feast.with(|it| {
                it.start = at;
                it.is_weekend = true;
                it.grain = Grain::Week;
            }));
        }
        // "By end of year", "the end of month".
        let before = at.wrapping_sub(1);
        let bare = self.is_word(before, Word::Of)
            && matches!(unit.grain, Grain::Month | Grain::Year)
            && self.phrase_before(at, Class::PeriodPart).is_some();
        if !(self.is_word(before, Word::The) || bare)
            || self.is_content(at + 1)
            || self.is_any(at + 1, &[Word::Of, Word::Before, Word::After, Word::When])
        {
            return None;
        }
        let parted = bare || self.phrase_before(before, Class::PeriodPart).is_some();
        let fits = unit.is_weekend
            || parted
                && matches!(unit.grain, Grain::Day | Grain::Week | Grain::Month | Grain::Year | Grain::Decade)
                && unit.size == 1;
        // "Later in the day" is of the day that is told.
        let from = if unit.grain == Grain::Day { Anchor::Narrative } else { Anchor::Publication };
        fits.then(|| Phrase::distance(at, at + 1, unit.grain, 0, from).with(|it| it.is_weekend = unit.is_weekend))
    }

    /// "Mid-June", "mid-2023", "mid-morning", "Dec-2018", written as one word.
    pub(super) fn compound_middle(&self, at: usize) -> Option<Phrase> {
        let word = self.word(at);
        let (lead, rest) = word.split_once(is_hyphen)?;
        let lists = self.document.lists();
        let is_year = rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(month) = lists.value(lists.entry(lead), Class::Month).filter(|_| is_year) {
            return Self::calendar_date(at, at + 1, month, None, Some(super::reader::number(rest)));
        }
        if let Some((from, to)) =
            lists.value(lists.entry(lead), Class::Month).zip(lists.value(lists.entry(rest), Class::Month))
        {
            // "June-August 1992"; "Nov-Feb 2017" ends in the year that is named.
            let (end, year) = self.trailing_year(at + 1).map_or((at + 1, None), |(end, year)| (end, Some(year)));
            let turn = i32::from(to < from);
            let months = (u8::try_from(from).ok()?, u8::try_from(to + 12 * turn + 1).ok()?);
            let phrase = Phrase::new(at, end, Grain::Month).with(|it| {
                it.months = Some(months);
                it.year = year.map(|year| year - turn);
            });
            return (from != to && self.is_capital(at)).then_some(phrase);
        }
        if !lead.eq_ignore_ascii_case("mid") {
            return None;
        }
        let entry = lists.entry(rest);
        let phrase = if let Some(month) = lists.value(entry, Class::Month) {
            let month = u8::try_from(month).ok()?;
            let year = self.digits(at + 1).filter(|(year, length)| *length == 4 && (1900..=2099).contains(year));
            let end = at + 1 + usize::from(year.is_some());
            Phrase::new(at, end, Grain::Month).with(|it| {
                it.months = Some((month, month + 1));
                it.year = year.map(|(year, _)| year);
            })
        } else if let Some(row) = lists.value(entry, Class::DayPart) {
            return Some(Phrase::new(at, at + 1, Grain::DayPart).with(|it| {
                it.clock = lists.day_part(row);
                it.is_part = true;
            }));
        } else if is_year {
            let year = super::reader::number(rest);
            Phrase::new(at, at + 1, Grain::Year).with(|it| it.year = Some(year))
        } else {
            return None;
        };
        Some(phrase.with(|it| it.part = Some(PeriodPart::Middle)))
    }
}
