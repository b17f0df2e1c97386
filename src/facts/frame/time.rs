//! What happens at a time.

use super::{Frame, Reader, Role, predicate::REACH};
use crate::language::{
    lexicon::{Class, Word},
    tags::Upos,
};

impl Reader<'_, '_> {
    /// The verb of the clause and its nouns; the noun that a time stands before ("Tuesday's attack").
    pub(super) fn read_time(&self, frame: &mut Frame) {
        let document = self.document;
        let mut from = self.value.end;
        if document.is_word(from, Word::Genitive) {
            from += 1;
        }
        if from < self.sentence.end && (from > self.value.end || document.tag(from) == Upos::Noun) {
            let group = document.noun_group(from, self.sentence.end);
            self.add_group(frame, &group, Role::Head);
            if from > self.value.end {
                return;
            }
        }
        self.read_behind_time(frame);
        let before = (frame.clause.start..self.value.start).rev().find(|&at| document.is_verbal(at));
        match before {
            Some(verb) => {
                self.add_verb(frame, verb);
                for at in verb + 1..self.value.start {
                    if document.is_noun(at) && self.carries(at) {
                        frame.add(at, Role::Complement);
                    }
                }
            }
            None => {
                let noun =
                    (frame.clause.start..self.value.start).rev().find(|&at| document.is_noun(at) && self.carries(at));
                if let Some(noun) = noun {
                    let group = document.noun_group_before(noun + 1, frame.clause.start);
                    self.add_group(frame, &group, Role::Subject);
                } else if frame.clause.start > self.sentence.start + 1 {
                    // "The blast, at 9.40 p.m., tore the front off": what the aside hangs on.
                    let group = document.noun_group_before(frame.clause.start - 1, self.sentence.start);
                    self.add_group(frame, &group, Role::Subject);
                }
                // "On Tuesday, the vote passed": the clause behind the mark.
                let mut at = self.value.end;
                if document.is_word(at, Word::Comma) {
                    at += 1;
                }
                let limit = (at + REACH).min(self.sentence.end);
                if let Some(verb) = (at..limit).find(|&at| document.is_verbal(at)) {
                    let group = document.verb_group(verb, self.sentence.end);
                    for token in group.clone().filter(|&at| document.tag(at) == Upos::Verb) {
                        frame.add(token, Role::Predicate);
                    }
                    let subject = document.noun_group_before(verb, at);
                    self.add_group(frame, &subject, Role::Subject);
                    let object = document.noun_group(group.end, self.sentence.end);
                    self.add_group(frame, &object, Role::Complement);
                }
            }
        }
    }

    /// What stands behind a time in its clause ("at 7pm in the town hall"), and the clause that tells what happened
    /// then ("in August 2022, when the hospital moved its records").
    fn read_behind_time(&self, frame: &mut Frame) {
        let document = self.document;
        let mut at = self.value.end;
        while at + 1 < frame.clause.end && document.tag(at) == Upos::Adp {
            let group = document.noun_group(at + 1, frame.clause.end);
            if group.is_empty() {
                break;
            }
            self.add_group(frame, &group, Role::Complement);
            at = group.end;
        }
        let mut opener = self.value.end;
        if document.is_word(opener, Word::Comma) {
            opener += 1;
        }
        // "In which" and "after which" are opened by their second word; "Monday, who" tells of somebody else.
        let is_behind_preposition = opener < self.sentence.end && document.tag(opener) == Upos::Adp;
        opener += usize::from(is_behind_preposition);
        let opens = if is_behind_preposition {
            document.is(opener, Class::Relative)
        } else {
            document.is(opener, Class::ClauseOpener) && document.tag(opener) == Upos::Adv
        };
        if opener >= self.sentence.end || !opens {
            return;
        }
        let end = (opener + 1..self.sentence.end).find(|&at| document.parts_clauses(at)).unwrap_or(self.sentence.end);
        for at in opener + 1..end {
            if self.carries(at) {
                frame.add(at, if document.tag(at) == Upos::Verb { Role::Predicate } else { Role::Complement });
            }
        }
    }
}
