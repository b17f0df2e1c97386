//! Whether a clause speaks of the past or the future.

use super::{TimeBound, phrase::Phrase, reader::Reader};
use crate::{
    article::Part,
    language::{
        lexicon::{Class, Word},
        tags::Upos,
        tokens::Shape,
        verbs::{Tense, VerbGroup},
    },
};

/// Where the sentence places a time that could be past or future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    /// Nothing in the clause tells.
    Open,
}

/// How many words back a cue of tense is looked for. A judgement: the length of a long clause.
const CLAUSE: usize = 14;

/// How many words back from an infinitive the verb that governs it is looked for, with whom it names.
const PROSPECT: usize = 5;

impl Reader<'_> {
    /// Whether the clause that holds a phrase speaks of the past or the future.
    ///
    /// The nearest cue before the phrase decides, else the nearest one behind it, else the tense of the nearest verb.
    /// "Until Tuesday", "by Tuesday" and "for Tuesday" look ahead unless an auxiliary puts the clause into the past,
    /// because a verb in -ed may as well tell of the order that holds until then.
    pub(super) fn direction(&self, phrase: &Phrase) -> Direction {
        let before = phrase.start.wrapping_sub(1);
        if self.is_word(phrase.end, Word::Genitive) {
            // "Tuesday's attack" is over unless something is done ahead of it.
            let ahead = phrase.bound == TimeBound::Before
                || [Class::FutureCue, Class::Rescheduling]
                    .iter()
                    .any(|class| self.phrase_before(phrase.start, *class).is_some());
            return if ahead { Direction::Future } else { Direction::Past };
        }
        let looks_ahead = matches!(phrase.bound, TimeBound::Until | TimeBound::By)
            || phrase.stem.is_none() && self.is_word(before, Word::For);
        let is_on =
            self.is_any(before, &[Word::On, Word::At, Word::In]) && self.is_word(before.wrapping_sub(1), Word::Is);
        if is_on {
            return Direction::Future;
        }
        // "The alert has been extended to Tuesday".
        let is_moved = self.is_word(before, Word::To) && self.phrase_before(before, Class::Rescheduling).is_some();
        if is_moved {
            return Direction::Future;
        }
        let nearest = phrase.start.saturating_sub(CLAUSE).max(self.from);
        for at in (nearest..phrase.start).rev() {
            if matches!(self.word(at), ";" | ":") {
                break;
            }
            // "Was told to pay by Friday".
            if looks_ahead && self.is_word(at, Word::To) && self.is_content(at + 1) {
                return Direction::Future;
            }
            if self.is_prospect(at) {
                return Direction::Future;
            }
            match self.cue(at) {
                Some(Cue::Future) => return Direction::Future,
                // "Entry has been cut until Tuesday".
                Some(Cue::Past) if looks_ahead && self.is_perfect(at) => return Direction::Future,
                Some(Cue::Past) => return Direction::Past,
                Some(Cue::Ending) if !looks_ahead => return Direction::Past,
                _ => {}
            }
        }
        if looks_ahead {
            // "She had them in the car by one on Tuesday"; "the road had been shut until Tuesday" may last.
            let is_past = phrase.bound == TimeBound::By && self.tense_before(phrase.start) == Some(Tense::Past);
            return if is_past { Direction::Past } else { Direction::Future };
        }
        let furthest = (phrase.end + CLAUSE).min(self.to);
        let behind =
            (phrase.end..furthest).take_while(|at| !matches!(self.word(*at), ";" | ":")).find_map(|at| self.cue(at));
        match behind {
            Some(Cue::Future) => Direction::Future,
            Some(Cue::Past | Cue::Ending) => Direction::Past,
            None => self.direction_of_verb(phrase),
        }
    }

    /// Whether "to" begins an infinitive that is still to come: "it wants its supporters to march on Friday".
    fn is_prospect(&self, at: usize) -> bool {
        self.is_word(at, Word::To)
            && self.document.tag(at + 1) == Upos::Verb
            && (at.saturating_sub(PROSPECT).max(self.from)..at)
                .any(|before| self.phrase(before, Class::Prospect).is_some())
    }

    /// Whether a token belongs to a present perfect: "has", "has been".
    fn is_perfect(&self, at: usize) -> bool {
        let have = |at: usize| self.is_word(at, Word::Have);
        have(at) || self.is_word(at, Word::Been) && have(at.wrapping_sub(1))
    }

    /// The tense of the last verb before a token that has one, but for verbs of saying in the present, which tell of what
    /// others told.
    fn tense_before(&self, at: usize) -> Option<Tense> {
        let from = (self.from..at).rev().find(|at| matches!(self.word(*at), ";" | ":")).unwrap_or(self.from);
        let tense = |group: VerbGroup| {
            let says = self.is(group.main, Class::Report) || self.is(group.main, Class::Saying);
            // "Could not be reached" is over, "could begin" is to come.
            let failed = group.is_negated && self.is_word(group.tokens.start, Word::Could);
            match group.tense? {
                _ if failed => Some(Tense::Past),
                Tense::Present if says => None,
                tense => Some(tense),
            }
        };
        self.document.verb_groups(from..at).filter_map(tense).last()
    }

    /// Whether the last verb before a token is denied.
    pub(super) fn is_denied_before(&self, at: usize) -> bool {
        self.document.verb_groups(self.from..at).last().is_some_and(|group| group.is_negated)
    }

    /// The direction by the tense of the nearest verb: in running text the present with a day is of what is planned, "she
    /// is asking them to say yes on Thursday". Headlines and captions tell the past in the present.
    fn direction_of_verb(&self, phrase: &Phrase) -> Direction {
        let sentences = &self.document.sentences;
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens.start < self.from));
        let part = sentence.map(|sentence| sentence.part);
        // "January is packed with action."
        let begins = phrase.nth.is_none() && phrase.start <= self.from + 1 && self.is_word(phrase.end, Word::Is);
        let is_day = phrase.weekday.is_some() || phrase.days.is_some() || begins;
        if self.is_content(phrase.end) || phrase.feast.is_some() || !is_day {
            return Direction::Open;
        }
        if part == Some(Part::Headline) {
            return self.direction_of_body(phrase);
        }
        if !matches!(part, Some(Part::Lede | Part::Body)) {
            return Direction::Open;
        }
        match self.tense_before(phrase.start) {
            None if begins => Direction::Future,
            Some(Tense::Future | Tense::Present) => Direction::Future,
            Some(Tense::Past) => Direction::Past,
            None => Direction::Open,
        }
    }

    /// The direction of the same weekday further on, where it is first told with its verb: "46,000 pupils back Tuesday".
    fn direction_of_body(&self, phrase: &Phrase) -> Direction {
        let body = self.document.sentences.iter().filter(|sentence| matches!(sentence.part, Part::Lede | Part::Body));
        let mut same = body.filter_map(|sentence| {
            let reader = Reader { from: sentence.tokens.start, to: sentence.tokens.end, ..*self };
            let at = sentence
                .tokens
                .clone()
                .find(|at| reader.value(*at, Class::Weekday).map(u8::try_from) == phrase.weekday.map(Ok))?;
            let day = phrase.with(|it| {
                it.start = at;
                it.end = at + 1;
                it.days = None;
            });
            Some(reader.direction(&day.with(|it| it.bound = reader.bound_before(&day))))
        });
        same.next().filter(|_| phrase.days.is_none()).unwrap_or(Direction::Open)
    }

    /// Whether a word that may be a noun too is a verb here: "the museum reopens", "she starts", but not "the start".
    fn is_schedule_verb(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let tag = |at: usize| self.token(at).and_then(|_| self.document.tags.get(at));
        match tag(before) {
            _ if tag(at) == Some(&Upos::Verb) => true,
            Some(Upos::Pron) => !self.is(before, Class::Possessive),
            Some(Upos::Punct) => self.is_word(before, Word::Comma),
            Some(Upos::Propn) => self.word(at).ends_with('s'),
            _ => false,
        }
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let token = self.token(at).filter(|token| token.shape == Shape::Word)?;
        // "May" with a capital is the month.
        if self.phrase(at, Class::FutureCue).is_some() && !(token.capital && self.is(at, Class::Month)) {
            // "Approved its plan in February": what was done to the plan is over.
            let is_object = self.document.tag(at) == Upos::Noun
                && self.document.tag(at.wrapping_sub(1)) == Upos::Det
                && !self.is_word(at + 1, Word::To)
                && self.tense_before(at) == Some(Tense::Past);
            return (!is_object).then_some(Cue::Future);
        }
        let word = self.word(at);
        // Past adverbs: "will be formally completed".
        let before = at.wrapping_sub(1);
        let adverb = self.token(before).is_some() && self.document.tag(before) == Upos::Adv;
        let before = before.wrapping_sub(usize::from(adverb));
        if self.is_word(before, Word::Be) {
            return None; // "May be discharged on Thursday", "will be sent": the auxiliary before it decides.
        }
        if self.is(at, Class::PastCue) {
            return Some(Cue::Past);
        }
        if self.is(at, Class::ScheduleVerb) && self.is_schedule_verb(at) {
            // "Did not return until Tuesday", "could not meet", "was to fly".
            let past =
                (at.saturating_sub(3)..at).any(|before| self.is_any(before, &[Word::Did, Word::Could, Word::Was]));
            return (!past).then_some(Cue::Future);
        }
        if word.ends_with("ed") && self.is_word(before, Word::Is) {
            return None; // "The break is unchanged."
        }
        (word.len() > 4 && !token.capital && word.ends_with("ed")).then_some(Cue::Ending)
    }
}

/// What a word tells of the tense of its clause.
#[derive(Clone, Copy)]
enum Cue {
    Future,
    Past,
    /// The ending of a regular past form, which participles share.
    Ending,
}
