//! What sort of circumstance a value is, and the verb or noun that it hangs on.

use std::ops::Range;

use super::{REACH, Reader, Sort, UNTIL};
use crate::{
    alignment::terms::Term,
    facts::{
        Kind, Value,
        quantity::Unit,
        time::{Grain, TimeBound},
    },
    language::{
        lexicon::{Class, Dimension, Word},
        tags::Upos,
        verbs::VerbGroup,
    },
};

impl Reader<'_, '_> {
    /// The sort of a value, its edge, and where the phrase that it stands in begins.
    pub(super) fn sort(&self, kind: Kind, value: &Value, tokens: &Range<usize>) -> Option<(Sort, i32, usize)> {
        let document = self.document;
        let (preposition, from) = self.preposition(tokens.start);
        match value {
            Value::Time(time) if time.named.step.is_none() => {
                let sort = match time.grain {
                    Grain::Minute | Grain::Hour => Sort::Clock,
                    Grain::Year | Grain::Decade => Sort::Year,
                    _ => Sort::Date,
                };
                let edge = match time.bound {
                    TimeBound::At => 0,
                    TimeBound::From => 1,
                    TimeBound::Until => UNTIL,
                    TimeBound::Before | TimeBound::By => 3,
                    TimeBound::After => 4,
                };
                Some((sort, edge, from))
            }
            Value::Name(name) if kind == Kind::Place && name.is_named => {
                // Of several places in a row none is the one that it happened in; "a Lier-based firm" says whose it is.
                let joins = |at: usize| document.tag(at) == Upos::Cconj || document.is_inner_hyphen(at);
                let last = document.word(tokens.end - 1).rsplit(['-', '‐', '‑']).next();
                let is_owner = last.is_some_and(|part| part.starts_with(char::is_lowercase));
                if is_owner
                    || self.is_time(tokens.start)
                    || joins(tokens.end)
                    || tokens.start > self.sentence.start && joins(tokens.start - 1)
                {
                    return None;
                }
                let before = tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start)?;
                let way = match preposition {
                    Some(at) => document.value(at, Class::Way)?,
                    // "Left Lier", "reached Lier".
                    None if document.tag(before) == Upos::Verb && document.is_concept(before, "left") => 1,
                    None if document.tag(before) == Upos::Verb => 2,
                    None => return None,
                };
                Some((Sort::Place(way), 0, from))
            }
            Value::Quantity(quantity) if kind == Kind::Measure => match quantity.unit {
                Unit::Measure(dimension @ Dimension::Duration) => {
                    let edge = preposition.and_then(|at| document.value(at, Class::Way)).unwrap_or(-1);
                    Some((Sort::Length(dimension), edge, from))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The preposition before a value, past what stands between ("near | the town of Lier"), and where its phrase
    /// begins.
    fn preposition(&self, start: usize) -> (Option<usize>, usize) {
        let document = self.document;
        let mut at = start;
        while at > self.sentence.start {
            let before = at - 1;
            match document.tag(before) {
                Upos::Det | Upos::Adj | Upos::Adv | Upos::Num => at = before,
                Upos::Adp if document.is_word(before, Word::Of) => {
                    let group = document.noun_group_before(before, self.sentence.start);
                    if group.is_empty() {
                        return (None, at);
                    }
                    at = group.start;
                }
                // "Out of Lier", "up to Lier": the last of them tells.
                Upos::Adp => {
                    let mut from = before;
                    while from > self.sentence.start && document.tag(from - 1) == Upos::Adp {
                        from -= 1;
                    }
                    return (Some(before), from);
                }
                _ => break,
            }
        }
        (None, at)
    }

    /// The noun for a site, or any, that a phrase stands right behind.
    pub(super) fn noun_before(&self, from: usize, any: bool) -> Term {
        match from.checked_sub(1).filter(|&at| at >= self.sentence.start && self.document.is_noun(at)) {
            Some(at) if any || self.document.is(at, Class::Site) => self.terms[at],
            _ => 0,
        }
    }

    /// The verb or noun that a phrase hangs on: the nearest before it in its clause, else the first behind it.
    pub(super) fn governor(&self, from: usize, end: usize) -> Option<usize> {
        let document = self.document;
        // "Sunday's race": the noun tells what happens.
        if end < self.sentence.end && document.tag(end) == Upos::Part && document.tokens[end].joined {
            let group = document.noun_group(end + 1, self.sentence.end);
            return document.head_of(&group).filter(|&at| !self.word(at).kin.is_empty());
        }
        let mut at = from;
        while at > self.sentence.start && from - at < REACH {
            at -= 1;
            if document.is_noun(at) {
                // "The damaged mill": the participle belongs to the noun.
                let group = document.noun_group_before(at + 1, self.sentence.start);
                // "Making landfall": a verb of its own opens no noun group.
                at = group.start + usize::from(document.tag(group.start) == Upos::Verb);
                continue;
            }
            if document.is_verbal(at) && !self.is_noun_amiss(at) {
                return self.main(at);
            }
            if !self.parts(at) {
                continue;
            }
            // "Struck on Tuesday near Lier, Belgium, at 9.40 p.m. and again on Friday": only what says when and where
            // stands between.
            let says_where = |at: usize| {
                self.is_time(at)
                    || matches!(document.tag(at), Upos::Adp | Upos::Det | Upos::Propn | Upos::Adv)
                    || document.word(at) == ","
            };
            let joins = document.word(at) == "," || document.tag(at) == Upos::Cconj;
            if !joins || !(at + 1..from).all(says_where) {
                break;
            }
        }
        let behind = document.verbs_of(self.sentence).iter().find(|group| group.tokens.start >= end);
        // "On Tuesday the vote passed", "the blast, at 9.40 p.m., tore".
        let reaches = |group: &&VerbGroup| {
            group.tokens.start - end < REACH
                && (end..group.tokens.start).all(|at| !self.parts(at) || document.word(at) == ",")
        };
        if let Some(behind) = behind.filter(reaches) {
            return Some(behind.main);
        }
        // "The vote in Dunmore on Tuesday": without a verb a noun of the clause tells what happens.
        let noun = |&at: &usize| {
            matches!(document.tag(at), Upos::Noun | Upos::Adj) && !self.is_time(at) && !self.word(at).kin.is_empty()
        };
        (at..from).rev().find(noun)
    }

    /// Whether a word tagged as a verb ends a noun group: "the park gate", "a solvents plant".
    fn is_noun_amiss(&self, at: usize) -> bool {
        let document = self.document;
        let is_past =
            [Class::Past, Class::Participle, Class::PastOrParticiple].iter().any(|&class| document.is(at, class));
        let is_bare = document.verb_group_of(at, self.sentence).is_some_and(|group| group.tokens.len() == 1)
            && !is_past
            && !["s", "ed", "ing"].iter().any(|ending| document.word(at).ends_with(ending));
        let group = document.noun_group_before(at, self.sentence.start);
        is_bare
            && document.head_of(&group).is_some_and(|head| !document.is_plural(head))
            && (document.tag(group.start) == Upos::Det || document.tokens[at].joined)
            && (group.len() > 1 || document.tokens[at].joined)
    }

    /// The full verb of the group of a token.
    fn main(&self, token: usize) -> Option<usize> {
        let group = self.document.verb_group_of(token, self.sentence)?;
        Some(group.main)
    }
}
