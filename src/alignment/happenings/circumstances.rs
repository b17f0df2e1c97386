//! What sort of circumstance a value is.

use std::ops::Range;

use super::{Reader, Sort, UNTIL};
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
    },
};

impl Reader<'_, '_> {
    /// The sort of a value, its edge, and where the phrase that it stands in begins.
    pub(super) fn sort(&self, kind: Kind, value: &Value, tokens: &Range<usize>) -> Option<(Sort, i32, usize)> {
        let document = self.document;
        let (preposition, from) = self.preposition(tokens.start);
        match value {
            Value::Time(time) if time.named.step.is_none() => {
                // "London 2012" is a name.
                let before = tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
                if time.grain == Grain::Year && before.is_some_and(|at| document.tag(at) == Upos::Propn) {
                    return None;
                }
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
                    // "In the direction of Lier".
                    Some(at) if (at..tokens.start).any(|at| document.is_word(at, Word::Direction)) => 2,
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
}
