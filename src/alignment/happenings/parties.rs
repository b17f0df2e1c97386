//! Who takes part in a happening: the words before and behind its verb.

use std::ops::Range;

use super::{Actor, Happening, Reader, Word};
use crate::{
    facts::Kind,
    language::{
        lexicon::{self, Class},
        tags::Upos,
    },
};

/// Tokens of an aside between commas, at most.
const ASIDE: usize = 16;

impl Reader<'_, '_> {
    /// Adds what stands before a verb, up to the verb before.
    pub(super) fn add_subject(&self, start: usize, happening: &mut Happening) {
        let document = self.document;
        let first = self.sentence.start;
        let mut at = start;
        // "Which had left", "who lives": told of what stands before.
        if at > first && document.is(at - 1, Class::Relative) && document.tag(at - 1) == Upos::Pron {
            at -= 1;
            if at > first && document.is_word(at - 1, lexicon::Word::Comma) {
                at -= 1;
            }
        } else if at > first && (document.tag(at - 1) == Upos::Cconj || document.is_word(at - 1, lexicon::Word::Comma))
        {
            // "Rushed in and forced", "fled, taking": the verbs share a subject.
            if let Some(before) = document.verb_groups(first..at - 1).last() {
                at = before.tokens.start;
            }
        }
        let (count, mut is_pronoun) = (happening.parties.len(), false);
        while at > first {
            at -= 1;
            if document.tag(at) == Upos::Pron {
                is_pronoun = true;
                happening.pronoun = happening.pronoun.or(self.stands_for(at));
            }
            if document.is_word(at, lexicon::Word::Comma) {
                let open = (first..at).rev().take(ASIDE).find(|&open| document.is_word(open, lexicon::Word::Comma));
                if let Some(open) = open.filter(|&open| (open..at).any(|at| document.is_verbal(at))) {
                    at = open;
                }
                continue;
            }
            if document.is_verbal(at) || self.parts(at) {
                break;
            }
            self.add(at, happening);
        }
        if happening.parties.len() > count {
            return;
        }
        // "Born in Lier, she": the subject stands behind the comma.
        if start == first {
            let comma = (start..self.sentence.end).find(|&at| document.is_word(at, lexicon::Word::Comma));
            happening.pronoun = comma.and_then(|comma| self.stands_for(comma + 1));
            let group = comma.map(|comma| document.noun_group(comma + 1, self.sentence.end));
            group.into_iter().flatten().for_each(|at| self.add(at, happening));
        }
        // "The mine, idle before it reopened", "she had sailed at 8.15pm": of whom the sentence or the one before tells.
        let subject = |sentence: &Range<usize>| {
            let verb = document.verbs_of(sentence).iter().find(|group| group.tense.is_some());
            sentence.start..verb.map_or(sentence.start, |group| group.tokens.start).min(start)
        };
        let before = happening.sentence.checked_sub(1).map(|before| subject(&document.sentences[before].tokens));
        // "His agent said he died": hardly the agent.
        let first = document.verbs_of(self.sentence).iter().find(|group| group.tense.is_some());
        let is_said =
            happening.pronoun == Some(Actor::Person) && first.is_some_and(|of| document.is(of.main, Class::Saying));
        let own = Some(subject(self.sentence)).filter(|_| !is_said);
        for subject in own.into_iter().chain(before.filter(|_| !is_said)).filter(|_| is_pronoun) {
            if happening.parties.len() == count {
                subject.for_each(|at| self.add(at, happening));
            }
        }
    }

    /// Whom a pronoun stands for.
    fn stands_for(&self, at: usize) -> Option<Actor> {
        self.document.is_any(at, &[lexicon::Word::He, lexicon::Word::They]).then_some(Actor::Person)
    }

    pub(super) fn add(&self, at: usize, happening: &mut Happening) {
        let document = self.document;
        happening.ordinals.extend(document.value(at, Class::Ordinal).filter(|_| !self.is_time(at)));
        let carries = matches!(document.tag(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
            && self.terms[at] != 0
            && !document.is(at, Class::Cardinal)
            && !self.is_time(at);
        if carries {
            happening.parties.push(self.word(at));
        }
    }

    pub(super) fn word(&self, at: usize) -> Word {
        let document = self.document;
        let mut kin = Vec::new();
        let lists = document.lists();
        let behind = |from: usize| (from..self.sentence.end).take(3).map(|at| document.tokens[at].entry);
        let mut find = |first: usize, from: usize| {
            let mut entries = vec![document.root_entry(first)];
            entries.extend(behind(from));
            lists.each_phrase(&entries, Class::Kin, |set| kin.push(set));
        };
        find(at, at + 1);
        // "Was let go".
        if at > self.sentence.start && document.is_verbal(at) && document.is_verbal(at - 1) {
            find(at - 1, at);
        }
        // "Picked him up", "came to light".
        if document.tag(at + 1) == Upos::Pron {
            find(at, at + 2);
        }
        if at >= self.sentence.start + 2 && document.is_word(at - 1, lexicon::Word::To) && document.is_verbal(at - 2) {
            find(at - 2, at - 1);
        }
        let is_name = |at: usize| document.tag(at) == Upos::Propn;
        let run = |tokens: &mut dyn Iterator<Item = usize>| tokens.take_while(|&at| is_name(at)).count() as i32;
        let before = run(&mut (self.sentence.start..at).rev());
        let words = before + run(&mut (at..self.sentence.end));
        // What stands behind a preposition of place is where, whatever it is called.
        let preposition = (at - before as usize).checked_sub(1).filter(|&at| at >= self.sentence.start);
        let is_place = self.is(at, Kind::Place) || preposition.is_some_and(|at| document.is(at, Class::Way));
        let is_sort = document.value(at, Class::Person) == Some(1)
            || [Class::Agent, Class::Role].iter().any(|&class| document.is(at, class));
        let (is_person, is_organisation) = (self.is(at, Kind::Person), self.is(at, Kind::Organisation));
        let is_name = is_name(at) && !is_place && (is_person || is_organisation);
        let actor = match () {
            () if is_place => None,
            () if is_person || is_sort || document.is(at, Class::Person) => Some(Actor::Person),
            () if is_organisation || document.is(at, Class::Group) => Some(Actor::Organisation),
            () => None,
        };
        Word { term: self.terms[at], kin, is_name, is_sort, actor, words: words.max(1) }
    }
}
