//! What a claim is about: the nouns before and behind its predicate.

use std::ops::Range;

use crate::{
    facts::frame::{Anchor, Frame, Role},
    language::{Document, lexicon::Class, tags::Upos},
};

/// Phrases that may hang on a noun or a predicate one behind the other.
const PHRASES: usize = 3;

/// The frame of words that tell what happened, or of words that say how sure it is: predicate, subject, complements.
#[must_use]
pub fn frame(document: &Document<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Frame {
    let mut clause = document.clause(tokens.start, sentence);
    clause.end = clause.end.max(tokens.end);
    let mut reader = Reader { document, sentence, frame: Frame { clause, ..Frame::default() } };
    let verb = tokens.clone().find(|&at| document.is_verbal(at));
    for at in tokens.clone() {
        let role = match (document.tag(at), verb) {
            (Upos::Verb | Upos::Adj, _) => Role::Predicate,
            (Upos::Noun | Upos::Propn, None) => Role::Predicate,
            (Upos::Noun | Upos::Propn, Some(verb)) if at < verb => Role::Subject,
            (Upos::Noun | Upos::Propn, Some(_)) => Role::Complement,
            _ => continue,
        };
        reader.add(at, role);
    }
    reader.subject(tokens.start);
    reader.complements(tokens.end);
    reader.frame
}

/// The frame of a thing: its noun and what narrows it, the verb that it stands with, and that verb's subject.
#[must_use]
pub fn of_thing(document: &Document<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Frame {
    let mut clause = document.clause(tokens.start, sentence);
    clause.end = clause.end.max(tokens.end);
    let verb = (clause.start..tokens.start).rev().find(|&at| document.is_verbal(at));
    let behind = (tokens.end..clause.end).find(|&at| document.is_verbal(at));
    let mut reader = Reader { document, sentence, frame: Frame { clause, ..Frame::default() } };
    for at in tokens.clone() {
        reader.add(at, if at + 1 == tokens.end { Role::Head } else { Role::Modifier });
    }
    reader.complements(tokens.end);
    let Some(main) = verb.or(behind) else { return reader.frame };
    let run = |at: &usize| document.is_verbal(*at) || matches!(document.tag(*at), Upos::Adv | Upos::Part);
    let start = (sentence.start..main).rev().take_while(run).last().unwrap_or(main);
    let end = (main..sentence.end).take_while(run).last().map_or(main + 1, |last| last + 1);
    for at in (start..end).filter(|&at| document.tag(at) == Upos::Verb) {
        reader.add(at, Role::Predicate);
    }
    if verb.is_some() {
        reader.subject(start);
    }
    reader.frame
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
    frame: Frame,
}

impl Reader<'_, '_> {
    /// The noun group that ends before `end`, past adverbs and "who", with those that it hangs on: "the barriers at
    /// the crossing".
    fn subject(&mut self, mut end: usize) {
        let document = self.document;
        let start = self.sentence.start;
        while end > start
            && (document.tag(end - 1) == Upos::Adv
                || document.value(end - 1, Class::Complementizer).is_some()
                || document.word(end - 1) == ",")
        {
            end -= 1;
        }
        for _ in 0..PHRASES {
            let group = document.noun_group_before(end, start);
            for at in group.clone() {
                self.add(at, Role::Subject);
            }
            if group.is_empty() || group.start < start + 2 || document.tag(group.start - 1) != Upos::Adp {
                return;
            }
            end = group.start - 1;
        }
    }

    /// The noun group behind the predicate and what hangs on it by a preposition: "the vote on the budget in May".
    fn complements(&mut self, mut at: usize) {
        let document = self.document;
        for _ in 0..PHRASES {
            while at < self.sentence.end && matches!(document.tag(at), Upos::Adp | Upos::Adv) {
                at += 1;
            }
            let group = document.noun_group(at, self.sentence.end);
            for at in group.clone() {
                self.add(at, Role::Complement);
            }
            if group.is_empty() {
                return;
            }
            at = group.end;
            if at < self.sentence.end && document.tag(at) != Upos::Adp {
                return;
            }
        }
    }

    fn add(&mut self, token: usize, role: Role) {
        let document = self.document;
        let carries = matches!(document.tag(token), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
            && (!document.is(token, Class::Stop) || document.tag(token) == Upos::Noun);
        if carries && !self.frame.anchors.iter().any(|anchor| anchor.token == token) {
            self.frame.anchors.push(Anchor { token, role });
        }
    }
}
