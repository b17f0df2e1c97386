//! From single words of time to whole phrases: "at about 9:40 p.m. on Tuesday", "from 3 to 5 May", "late last year".

use super::{
    Anchor, Grain, TimeBound,
    phrase::{PeriodPart, Phrase, Shade},
    reader::Reader,
};
use crate::language::{
    lexicon::{Class, ClassSet, Word},
    tokens::Shape,
};

/// What a sentence holds at a place.
pub(super) enum Found {
    /// One time.
    One(Phrase),
    /// A range, from the first time to the second.
    Range(Phrase, Phrase),
    /// Nothing that is a time, up to this token.
    Skip(usize),
}

/// The classes of the words that a rule begins with, but for articles.
const OPENING: ClassSet = ClassSet::of(&[
    Class::Month,
    Class::Weekday,
    Class::DayPart,
    Class::RelativeDay,
    Class::RelativeNight,
    Class::RelativeStep,
    Class::NarrativeStep,
    Class::NarrativeDay,
    Class::Cardinal,
    Class::Ordinal,
    Class::Season,
    Class::Holiday,
    Class::CalendarUnit,
    Class::DecadeName,
    Class::Fraction,
    Class::PeriodEnd,
    Class::Reach,
    Class::WeekOf,
    Class::AbbreviatedEnd,
    Class::Couple,
    Class::QuartersOf,
    Class::Now,
]);

/// The classes of the words that begin a time or what only looks like one, but for articles.
const FINDING: ClassSet = OPENING.or(ClassSet::of(&[Class::NotTime]));

/// The classes of the words that make a number, or "a", before them part of a time.
const BEHIND_NUMBER: ClassSet = OPENING.or(ClassSet::of(&[
    Class::Stop,
    Class::Scale,
    Class::TimePreposition,
    Class::RangeLink,
    Class::Distance,
    Class::Weekdays,
    Class::PeriodPart,
    Class::SingleReach,
    Class::OClock,
    Class::Meridiem,
    Class::ShortMeridiem,
    Class::HourMark,
    Class::Zone,
    Class::LocalZone,
    Class::SummerZone,
    Class::Era,
    Class::FutureCue,
    Class::PastCue,
]));

impl Reader<'_> {
    /// The time that begins at a token, or what has to be passed over.
    pub(super) fn find(&self, at: usize) -> Option<Found> {
        let token = self.token(at)?;
        // Most words begin no time: they are left after one look, but for compounds such as "mid-June".
        let may_begin = match token.entry {
            0 => token.shape != Shape::Word || token.span.len() >= 7,
            _ => token.classes.meets(FINDING) || token.word == Word::A || token.shape == Shape::Number,
        };
        if !may_begin {
            return None;
        }
        if token.shape == Shape::Number {
            if let Some((end, None)) = self.digit_date(at) {
                return Some(Found::Skip(end));
            }
        } else if (token.capital || token.span.len() == 3 && self.is_word(at, Word::The))
            && let Some((end, _)) = self.phrase(at, Class::NotTime)
        {
            return Some(Found::Skip(end));
        }
        let Some(first) = self.composed(at) else {
            // "The Easter Monday parade" is of no Monday.
            return self.phrase(at, Class::Holiday).map(|(end, _)| Found::Skip(end));
        };
        if first.weekday.is_some()
            && first.days.is_none()
            && self.is_any(first.start.wrapping_sub(1), &[Word::A, Word::Every, Word::Each, Word::Any])
        {
            // "On a Sunday" tells what kind of day it was.
            return Some(Found::Skip(first.end));
        }
        let first = self.with_leads(first);
        if let Some(range) = self.range(&first) {
            return Some(range);
        }
        self.stands_alone(&first).then_some(Found::One(first))
    }

    /// The words of one time without what stands before them: the phrases that follow each other and fit together.
    pub(super) fn composed(&self, at: usize) -> Option<Phrase> {
        let mut phrase = self.atom(at)?;
        if let Some(offset) = self.offset(&phrase) {
            return Some(offset);
        }
        // "Ten minutes from the village" is a way.
        if phrase.step.is_some_and(|step| step.from == Anchor::Narrative) && self.is_word(phrase.end - 1, Word::From) {
            return None;
        }
        // A time has at most a weekday, a date, an hour and a part of the day.
        for _ in 0..4 {
            let Some(next) = self.follower(&phrase) else { break };
            phrase = next;
        }
        Some(phrase)
    }

    /// The phrase together with the one that follows it, when they are one time.
    pub(super) fn follower(&self, phrase: &Phrase) -> Option<Phrase> {
        let end = phrase.end;
        if phrase.step.is_some_and(|step| (step.unit, step.count, step.from) == (Grain::Day, 0, Anchor::Narrative))
            && let Some(day) = self.weekday(end)
        {
            // "Later in the day Tuesday".
            let article = usize::from(self.is_word(phrase.start.wrapping_sub(1), Word::The));
            return Some(day.with(|it| it.start = phrase.start - article));
        }
        if phrase.grain == Grain::Year && self.is_word(end, Word::Genitive) {
            // "Last year's third quarter", "2018's summer".
            let part = self.atom(end + 1).filter(|part| part.months.is_some() && part.days.is_none())?;
            return phrase.merge(part);
        }
        let comma = usize::from(self.is_word(end, Word::Comma));
        let mut at = end + comma;
        let link = self.is_any(at, &[Word::On, Word::At, Word::Of, Word::In]);
        at += usize::from(link);
        let mut next = self.atom(at);
        if phrase.clock.is_some() && phrase.is_part && !phrase.has_day() && self.is_word(at.wrapping_sub(1), Word::At) {
            // "In the afternoon at 7".
            next = next.or_else(|| self.hour_behind_day(at));
        }
        if phrase.is_single_day() && (phrase.clock.is_none() || phrase.is_part) {
            // "Tuesday from 7 to 9", "last night at ten", "tomorrow before 5pm".
            let led = self.is_any(at, &[Word::From, Word::Between]);
            let mut stretch = if led { self.clock_range(at + 1, true) } else { None };
            if comma == 0 && stretch.is_none() {
                // "On Tuesday from 10 a.m. for three hours", "for three hours from 10 a.m.".
                stretch = match self.is_word(at, Word::For) {
                    true => self.length_from(at + 1),
                    false => led.then(|| self.clock_for(at + 1)).flatten(),
                };
                // "Next Monday morning 6-8".
                let bare = phrase.is_part && !link && stretch.is_none();
                stretch = stretch.or_else(|| bare.then(|| self.clock_range(at, true)).flatten());
            }
            next = stretch.or(next).or_else(|| self.clock_beside(at, true)).or_else(|| self.hour_behind_day(at));
            if next.is_none() && comma == 0 {
                if self.phrase(at, Class::TimeShade).is_some_and(|(end, shade)| shade == 1 && end == at + 1) {
                    let hour = self.hour_behind_day(at + 1)?;
                    return phrase.merge(hour.with(|it| {
                        it.start = end;
                        it.shade = Some(Shade::About);
                    }));
                }
                let bounded = self.bounded_hour(phrase, at);
                if bounded.is_some() {
                    return bounded;
                }
            }
        }
        if next.is_none() && self.is_word(at, Word::The) {
            // "On the morning of", "in the early hours of".
            at += 1;
            next = self.atom(at);
        }
        let part = self.phrase(at, Class::PeriodPart).filter(|_| phrase.part.is_none() && comma == 0);
        let next = next.or_else(|| {
            let (end, part) = part?;
            // "Early in the morning".
            let end = end + usize::from(self.is_word(end, Word::The));
            Some(self.atom(end)?.with(|it| it.part = PeriodPart::of(part)))
        })?;
        let merged = phrase.merge(next.with(|it| it.start = end))?;
        // "In the morning, Tuesday's" is no one phrase; behind a comma only a date or an hour goes on.
        let dated = next.days.is_some()
            || next.year.is_some()
            || next.clock.is_some() && !next.is_part && phrase.is_single_day();
        let from_clock = phrase.clock.is_some() && !phrase.is_part && (next.weekday.is_some() || next.days.is_some());
        if comma == 1 && (link || !(dated || from_clock)) {
            return None;
        }
        // "In 2016 on", "of": a year or a unit is linked by "of" or nothing.
        let of = self.is_word(at.wrapping_sub(1), Word::Of) || self.is_word(at.wrapping_sub(2), Word::Of);
        let of_week = next.weekday.is_some() && phrase.step.is_some();
        let day_link = merged.clock.is_some() || of || of_week || !link || phrase.is_single_day();
        day_link.then_some(merged)
    }

    /// A day with an hour that bounds it: "tomorrow before 5pm", "Thursday until noon".
    fn bounded_hour(&self, day: &Phrase, at: usize) -> Option<Phrase> {
        let (end, value) = self.phrase(at, Class::TimePreposition)?;
        let bound = match value {
            1 if end > at + 1 => TimeBound::From,
            2 => TimeBound::Until,
            3 => TimeBound::Before,
            4 => TimeBound::By,
            5 => TimeBound::After,
            _ => return None,
        };
        let hour = self
            .atom(end)
            .or_else(|| self.clock_beside(end, true))
            .filter(|hour| hour.clock.is_some() && !hour.is_part && !hour.has_day())?;
        Some(day.merge(hour)?.with(|it| it.bound = bound))
    }

    /// The single phrase that begins at a token.
    pub(super) fn atom(&self, at: usize) -> Option<Phrase> {
        let token = self.token(at)?;
        if token.shape == Shape::Number {
            if let Some((_, date)) = self.digit_date(at) {
                return date;
            }
            if self.is_plain_number(at) && self.only_counts(at) {
                return None;
            }
            return self
                .day_first(at)
                .or_else(|| self.clock_range(at, false))
                .or_else(|| self.clock_for(at))
                .or_else(|| self.clock(at))
                .or_else(|| self.words_of_clock(at))
                .or_else(|| self.stretch_of_part(at))
                .or_else(|| self.hour_of_part(at))
                .or_else(|| self.length_from(at))
                .or_else(|| self.distance(at))
                .or_else(|| self.weekdays_away(at))
                .or_else(|| self.nth(at))
                .or_else(|| self.quarter(at))
                .or_else(|| self.year_quarter(at))
                .or_else(|| self.reach(at))
                .or_else(|| self.ordinal_unit(at))
                .or_else(|| self.century(at))
                .or_else(|| self.decade(at))
                .or_else(|| self.day_part(at))
                .or_else(|| self.bare_day(at))
                .or_else(|| self.year(at));
        }
        if token.entry == 0 {
            return match token.shape {
                Shape::Code if token.span.len() == 2 => self.quarter(at),
                Shape::Word if token.span.len() == 1 => self.quarter(at),
                Shape::Word | Shape::Code if token.span.len() > 6 => self.compound_middle(at),
                _ => None,
            };
        }
        if !token.classes.meets(OPENING) && (token.span.len() > 2 || !self.is_word(at, Word::A)) {
            return None;
        }
        // The classes of the words tell which rules can begin here; each rule is tried once.
        let mut tried = 0_u32;
        for sense in self.senses(at) {
            let rule = match sense.class {
                Class::Month => 0,
                Class::Weekday => 1,
                Class::DayPart => 2,
                Class::RelativeDay | Class::RelativeNight => 3,
                Class::RelativeStep | Class::NarrativeStep | Class::NarrativeDay => 4,
                Class::Cardinal => 5,
                // Function words begin a time only as articles: "a week ago".
                Class::Stop if token.span.len() <= 2 && self.is_word(at, Word::A) => 5,
                Class::Ordinal => 6,
                Class::Season => 7,
                Class::Holiday => 8,
                Class::CalendarUnit => 9,
                Class::DecadeName => 10,
                Class::Fraction => 11,
                Class::PeriodEnd => 12,
                Class::Reach => 13,
                Class::WeekOf => 14,
                Class::AbbreviatedEnd => 15,
                Class::Couple | Class::QuartersOf => 16,
                Class::Now => 17,
                _ => continue,
            };
            if tried & (1 << rule) != 0 {
                continue;
            }
            tried |= 1 << rule;
            let found = match rule {
                0 => match self.digit_date(at) {
                    Some((_, date)) => date,
                    None => self.month_first(at),
                },
                1 => self.weekday(at),
                2 => self.day_part(at),
                3 => self.relative_day(at),
                4 if self.only_points(at) => None,
                4 => self.nth(at).or_else(|| self.reach(at)).or_else(|| self.stepped(at)).or_else(|| self.quarter(at)),
                5 if self.only_counts(at) => None,
                5 => self
                    .weekdays_away(at)
                    .or_else(|| self.led_spelt_year(at))
                    .or_else(|| self.clock_range(at, false))
                    .or_else(|| self.words_of_clock(at))
                    .or_else(|| self.stretch_of_part(at))
                    .or_else(|| self.length_from(at))
                    .or_else(|| self.distance(at))
                    .or_else(|| self.reach(at))
                    .or_else(|| self.hour_of_part(at))
                    .or_else(|| self.century(at))
                    .or_else(|| self.day_first(at))
                    .or_else(|| self.nth(at))
                    .or_else(|| self.bare_day(at)),
                6 => self
                    .day_first(at)
                    .or_else(|| self.quarter(at))
                    .or_else(|| self.century(at))
                    .or_else(|| self.nth(at))
                    .or_else(|| self.ordinal_unit(at))
                    .or_else(|| self.bare_day(at)),
                7 => self.season(at),
                8 => self.holiday(at),
                9 => self.definite_unit(at).or_else(|| self.ordinal_unit(at)),
                10 => self.decade(at),
                12 => self.nth(at).or_else(|| self.quarter(at)),
                13 => self.reach(at),
                14 => self.week_of_day(at),
                15 => self.abbreviated_end(at),
                16 => self.distance(at),
                17 => self.now_of_range(at),
                _ => self.words_of_clock(at).or_else(|| self.distance(at)),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Whether digits are neither a time by the clock ("9:40", "0240") nor a year on their own looks.
    fn is_plain_number(&self, at: usize) -> bool {
        let word = self.word(at).as_bytes();
        word.len() != 4 && !word.iter().any(|byte| matches!(byte, b':' | b'.'))
    }

    /// Whether the word behind a number or an article has nothing to do with time: "12 people", "a bridge".
    ///
    /// It spares most numbers of a report the rules of [`Self::atom`], each of which asks for a word of time, a
    /// number, a function word or a mark there.
    fn only_counts(&self, at: usize) -> bool {
        self.token(at + 1)
            .is_some_and(|next| next.shape == Shape::Word && !next.joined && !next.classes.meets(BEHIND_NUMBER))
    }

    /// Whether "that" or "this" points at what has nothing to do with time: "that the bridge", "this man".
    fn only_points(&self, at: usize) -> bool {
        self.only_counts(at)
            && self.phrase(at + 1, Class::YearWord).is_none()
            && self.is_any(at, &[Word::That, Word::This])
    }

    /// The phrase with the words before it that belong to it: articles, "early", "around", and the bound.
    fn with_leads(&self, phrase: Phrase) -> Phrase {
        let mut phrase = phrase;
        let takes_article = phrase.nth.is_some()
            || phrase.weekday.is_none()
                && phrase.months.is_none_or(|_| phrase.grain == Grain::Season || phrase.days.is_some())
                && phrase.year.is_none_or(|_| phrase.months.is_some())
                && phrase.clock.is_none_or(|_| phrase.is_part);
        if takes_article && self.is_word(phrase.start.wrapping_sub(1), Word::The) {
            phrase.start -= 1;
        }
        // "The year 2008".
        let named_year = phrase.grain == Grain::Year && phrase.year.is_some();
        if named_year && self.phrase_before(phrase.start, Class::YearWord).is_some() {
            phrase.start = self.phrase_before(phrase.start, Class::YearWord).map_or(phrase.start, |(start, _)| start);
            phrase.start -= usize::from(self.is_word(phrase.start.wrapping_sub(1), Word::The));
        }
        // A loosened part stands before ("late on Thursday", "the end of 2016") or between ("about").
        for _ in 0..3 {
            let before = phrase.start;
            let link = usize::from(phrase.is_single_day() && self.is_word(before.wrapping_sub(1), Word::On));
            if let Some((start, part)) = self.period_part_before(before, &phrase, link) {
                phrase.start = start;
                phrase.part = Some(part);
                if self.is_word(start.wrapping_sub(1), Word::The) {
                    phrase.start -= 1;
                }
                continue;
            }
            let Some((start, shade)) = self.shade_before(before, &phrase) else { break };
            phrase.start = start;
            phrase.shade = Some(shade);
        }
        // "2018 or later", "3 p.m. or earlier"; "Tuesday or later this week" goes on.
        let closes = |end: usize| self.token(end).is_none_or(|next| next.shape == Shape::Mark);
        if let Some((end, bound)) = self.phrase(phrase.end, Class::PostTimeBound).filter(|(end, _)| closes(*end)) {
            phrase.end = end;
            phrase.bound = if bound == 1 { TimeBound::From } else { TimeBound::By };
        }
        if phrase.bound == TimeBound::At {
            phrase.bound = self.bound_before(&phrase);
        }
        phrase
    }

    fn period_part_before(&self, before: usize, phrase: &Phrase, link: usize) -> Option<(usize, PeriodPart)> {
        if phrase.part.is_some() || phrase.clock.is_some() && !phrase.is_part {
            return None;
        }
        let (start, part) = (link == 1)
            .then(|| self.phrase_before(before - link, Class::PeriodPart))
            .flatten()
            .or_else(|| self.phrase_before(before, Class::PeriodPart))?;
        // "On early Sunday" and "early on" are the same; "late" alone may be the late Mr Smith.
        PeriodPart::of(part).map(|part| (start, part))
    }

    fn shade_before(&self, before: usize, phrase: &Phrase) -> Option<(usize, Shade)> {
        let (start, shade) = self.phrase_before(before, Class::TimeShade)?;
        let shade = Shade::of(shade)?;
        // "About Tuesday's attack" is about the attack.
        // And "about night security" about security.
        let about =
            shade == Shade::About && (phrase.clock.is_none() || phrase.is_part) && self.is_word(start, Word::About);
        (phrase.shade.is_none() && !about).then_some((start, shade))
    }

    pub(super) fn bound_before(&self, phrase: &Phrase) -> TimeBound {
        let Some((_, value)) = self.phrase_before(phrase.start, Class::TimePreposition) else { return TimeBound::At };
        // "After Tuesday's attack", "before the 2024 election": what follows is bounded, not the time.
        let of_noun = self.is_word(phrase.end, Word::Genitive) || self.is_content(phrase.end) && phrase.clock.is_none();
        match value {
            1 => TimeBound::From,
            2 => TimeBound::Until,
            _ if of_noun
                || phrase.step.is_some_and(|step| step.from == Anchor::Narrative && phrase.clock.is_none()) =>
            {
                TimeBound::At
            }
            // "Is not due to open before 6pm": from then on, at the earliest.
            3 if self.is_denied_before(phrase.start) => TimeBound::Until,
            3 => TimeBound::Before,
            4 => TimeBound::By,
            5 => TimeBound::After,
            _ => TimeBound::At,
        }
    }

    /// Whether the phrase is a time on its own: a part of the day needs a day or a word that places it.
    fn stands_alone(&self, phrase: &Phrase) -> bool {
        let before = phrase.start.wrapping_sub(1);
        if phrase.step.is_some_and(|step| step.from == Anchor::Narrative && step.count == 0 && step.unit > Grain::Day) {
            // "That week", "the same year" point at a time told before and say nothing new.
            return false;
        }
        if phrase.has_day() || !(phrase.is_part || phrase.grain == Grain::Hour) {
            return true;
        }
        let Some((start, end)) = phrase.clock else { return false };
        if !phrase.is_part && self.token(phrase.end - 1).is_some_and(|token| token.shape == Shape::Number) {
            return true; // The hour of a range.
        }
        let first = if self.is_word(phrase.start, Word::The) { phrase.start + 1 } else { phrase.start };
        let Some((part_end, _)) = self.phrase(first, Class::DayPart) else { return true };
        let placed = phrase.bound != TimeBound::At || phrase.shade.is_some() || phrase.zone.is_some();
        let led = |words: &[Word]| self.is_any(before, words);
        if self.is_word(first, Word::Overnight) {
            return !self.is_content(phrase.end) && !led(&[Word::A, Word::The]);
        }
        match end - start {
            // Noon and midnight; "in the evening at eight".
            1 => {
                phrase.end > part_end
                    || placed
                    || led(&[Word::At, Word::Around, Word::By, Word::To, Word::And, Word::Until])
            }
            // Dawn and dusk, which have no fixed hour.
            240 | 360 if !self.is_any(first, &[Word::Morning, Word::Evening, Word::Afternoon, Word::Night]) => {
                placed || led(&[Word::At, Word::Around])
            }
            _ => {
                first == phrase.start + 1 && self.is_any(before, &[Word::In, Word::During])
                    || self.is_word(before, Word::In) && first != phrase.start
            }
        }
    }
}
