//! What happens at a time.

use super::{Frame, Reader, Role, predicate::REACH};
use crate::language::tags::Upos;

impl Reader<'_, '_> {
    /// The verb of the clause and its nouns; the noun that a time stands before ("Tuesday's attack").
    pub(super) fn read_time(&self, frame: &mut Frame) {
        let document = self.document;
        let mut from = self.value.end;
        if document.is_word(from, "'s") || document.is_word(from, "’s") {
            from += 1;
        }
        if from < self.sentence.end && (from > self.value.end || document.tag(from) == Upos::Noun) {
            let group = document.noun_group(from, self.sentence.end);
            self.add_group(frame, &group, Role::Head);
            if from > self.value.end {
                return;
            }
        }
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
                }
                // "On Tuesday, the vote passed": the clause behind the mark.
                let mut at = self.value.end;
                if document.word(at) == "," {
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
}
