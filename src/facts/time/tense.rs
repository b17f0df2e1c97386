//! Whether a clause speaks of the past or the future.

use super::{TimeBound, phrase::Phrase, reader::Reader};
use crate::language::{lexicon::Class, tags::Upos, tokens::Shape};

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

impl Reader<'_> {
    /// Whether the clause that holds a phrase speaks of the past or the future.
    ///
    /// The nearest cue before the phrase decides, else the nearest one behind it. "Until Tuesday" and "by Tuesday"
    /// look ahead unless an auxiliary puts the clause into the past, because a verb in -ed may as well tell of the
    /// order that holds until then.
    pub(super) fn direction(&self, phrase: &Phrase) -> Direction {
        let before = phrase.start.wrapping_sub(1);
        if self.is_word(phrase.end, &["'s", "’s"]) {
            // "Tuesday's attack" is over unless something is done ahead of it.
            let ahead =
                phrase.bound == TimeBound::Before || self.phrase_before(phrase.start, Class::FutureCue).is_some();
            return if ahead { Direction::Future } else { Direction::Past };
        }
        let looks_ahead = matches!(phrase.bound, TimeBound::Until | TimeBound::By);
        let is_on = self.is_word(before, &["on", "at", "in"]) && self.is_word(before.wrapping_sub(1), &["is", "are"]);
        if is_on {
            return Direction::Future;
        }
        let nearest = phrase.start.saturating_sub(CLAUSE).max(self.from);
        for at in (nearest..phrase.start).rev() {
            if matches!(self.word(at), ";" | ":") {
                break;
            }
            // "Was told to pay by Friday".
            if looks_ahead && self.is_word(at, &["to"]) && self.is_content(at + 1) {
                return Direction::Future;
            }
            match self.cue(at) {
                Some(Cue::Future) => return Direction::Future,
                Some(Cue::Past) => return Direction::Past,
                Some(Cue::Ending) if !looks_ahead => return Direction::Past,
                _ => {}
            }
        }
        if looks_ahead {
            return Direction::Future;
        }
        let furthest = (phrase.end + CLAUSE).min(self.to);
        let behind =
            (phrase.end..furthest).take_while(|at| !matches!(self.word(*at), ";" | ":")).find_map(|at| self.cue(at));
        match behind {
            Some(Cue::Future) => Direction::Future,
            Some(Cue::Past | Cue::Ending) => Direction::Past,
            None => Direction::Open,
        }
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let token = self.token(at).filter(|token| token.shape == Shape::Word)?;
        // "May" with a capital is the month.
        if self.phrase(at, Class::FutureCue).is_some() && !(token.capital && self.is(at, Class::Month)) {
            return Some(Cue::Future);
        }
        if self.is(at, Class::PastCue) {
            return Some(Cue::Past);
        }
        if self.is(at, Class::ScheduleVerb) && self.document.tags.get(at) == Some(&Upos::Verb) {
            // "Did not return until Tuesday", "could not meet".
            let past = (at.saturating_sub(3)..at).any(|before| self.is_word(before, &["did", "could"]));
            return (!past).then_some(Cue::Future);
        }
        let word = self.word(at);
        if self.is_word(at.wrapping_sub(1), &["be"]) {
            return None; // "May be discharged on Thursday": the auxiliary before it decides.
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
