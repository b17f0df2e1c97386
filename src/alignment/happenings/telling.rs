//! What a verb tells: its words, who takes part, and when as against the report.

use std::ops::Range;

use super::{Happening, Reader, Word};
use crate::{
    facts::Kind,
    language::{
        lexicon::{self, Class},
        tags::Upos,
        verbs::{Modality, Tense, VerbGroup},
    },
};

/// The set of [`Class::Kin`] for making known.
const TELLING: i32 = 59;

/// The first set of [`Class::Kin`] for things.
const THINGS: i32 = 120;

/// Tokens of an aside between commas, at most.
const ASIDE: usize = 16;

impl Reader<'_, '_> {
    /// What a verb tells; none where it denies it or only says who speaks.
    pub(super) fn happening(&self, verb: usize, article: usize, sentence: usize) -> Option<Happening> {
        let document = self.document;
        // Levels rise and fall all day.
        let is_level = (document.is_concept(verb, "rose") || document.is_concept(verb, "fell"))
            && self.sentence.clone().any(|at| self.is(at, Kind::Money) || self.is(at, Kind::Percent));
        if is_level || document.is(verb, Class::Saying) {
            return None;
        }
        let (tokens, is_planned) = match document.verb_group_of(verb, self.sentence) {
            Some(group) if group.is_negated => return None,
            Some(group) => self.when(&group, verb),
            None => (verb..verb + 1, None),
        };
        let predicate = self.word(verb);
        let is_report =
            predicate.kin.contains(&TELLING) || predicate.kin.is_empty() && document.is(verb, Class::Report);
        let mut happening = Happening {
            article,
            sentence,
            verb,
            predicates: vec![predicate],
            parties: Vec::new(),
            is_report,
            ordinals: Vec::new(),
            is_end: false,
            is_planned,
            circumstances: Vec::new(),
        };
        self.add_subject(tokens.start, &mut happening);
        let mut at = tokens.end;
        // "Found on Wednesday, burnt out, beside the canal": up to the next clause that has a verb with a tense.
        let next = document.verbs_of(self.sentence).iter().find(|next| next.tokens.start >= at && next.tense.is_some());
        let limit = next
            .map_or(self.sentence.end, |next| (at..next.tokens.start).rev().find(|&at| self.parts(at)).unwrap_or(at));
        while at < limit && !self.stops(at) {
            self.add(at, &mut happening);
            at += 1;
        }
        happening.parties.sort_by_key(|party| party.term);
        happening.parties.dedup_by_key(|party| party.term);
        // "Will make his first appearance", "talks were held", "the consultation starts": the noun tells what.
        if self.is_light(verb) {
            if !document.is(verb, Class::Concept) {
                happening.predicates[0].term = 0;
            }
            let tells = |word: &&Word| !word.is_name && word.kin.iter().any(|&set| set < THINGS);
            let nouns = happening.parties.iter().filter(tells);
            let nouns: Vec<Word> = nouns.cloned().collect();
            happening.predicates.extend(nouns);
        }
        Some(happening)
    }

    /// The tokens of a verb group with those that govern it, and whether it is still to come.
    fn when(&self, group: &VerbGroup, verb: usize) -> (Range<usize>, Option<bool>) {
        let document = self.document;
        // "Is due | to open", "are expected to be restored": what governs the infinitive tells when.
        let mut start = group.tokens.start;
        let mut is_governed = false;
        while start > self.sentence.start
            && matches!(document.tag(start - 1), Upos::Aux | Upos::Verb | Upos::Adv | Upos::Part | Upos::Adj)
        {
            start -= 1;
            is_governed |= document.is_verbal(start);
        }
        let is_planned = match group.tense {
            // "Should have opened", "was rescheduled for": what was planned and what became of it.
            _ if group.modality != Modality::Plain || document.is(verb, Class::Rescheduling) => None,
            Some(Tense::Future) => Some(true),
            Some(Tense::Past) => Some(false),
            Some(Tense::Present) => None,
            None => is_governed.then_some(true),
        };
        (start..group.tokens.end, is_planned)
    }

    /// Whether a verb leaves it to a noun to say what happened: by saying nothing else, or only that it began or ended.
    fn is_light(&self, verb: usize) -> bool {
        let document = self.document;
        let lists = document.lists();
        document.is(verb, Class::Light)
            || document.tag(verb) == Upos::Aux
            || lists.value(document.lemma_entry(verb), Class::Support).is_some()
            || ["began", "ended", "took_place"].iter().any(|name| document.is_concept(verb, name))
    }

    /// Adds what stands before a verb, up to the verb before.
    fn add_subject(&self, start: usize, happening: &mut Happening) {
        let document = self.document;
        let first = self.sentence.start;
        let mut at = start;
        // "Which had left", "who lives": told of what stands before.
        if at > first && document.is(at - 1, Class::Relative) && document.tag(at - 1) == Upos::Pron {
            at -= 1;
            if at > first && document.word(at - 1) == "," {
                at -= 1;
            }
        } else if at > first && (document.tag(at - 1) == Upos::Cconj || document.word(at - 1) == ",") {
            // "Rushed in and forced", "fled, taking": the verbs share a subject.
            if let Some(before) = document.verb_groups(first..at - 1).last() {
                at = before.tokens.start;
            }
        }
        let (count, mut is_pronoun) = (happening.parties.len(), false);
        while at > first {
            at -= 1;
            is_pronoun |= document.tag(at) == Upos::Pron;
            if document.word(at) == "," {
                let open = (first..at).rev().take(ASIDE).find(|&open| document.word(open) == ",");
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
            let comma = (start..self.sentence.end).find(|&at| document.word(at) == ",");
            let group = comma.map(|comma| document.noun_group(comma + 1, self.sentence.end));
            group.into_iter().flatten().for_each(|at| self.add(at, happening));
        }
        // "The mine, idle before it reopened", "she had sailed at 8.15pm": of whom the sentence or the one before tells.
        let subject = |sentence: &Range<usize>| {
            let verb = document.verbs_of(sentence).iter().find(|group| group.tense.is_some());
            sentence.start..verb.map_or(sentence.start, |group| group.tokens.start).min(start)
        };
        let before = happening.sentence.checked_sub(1).map(|before| subject(&document.sentences[before].tokens));
        let own = Some(subject(self.sentence));
        for subject in own.into_iter().chain(before).filter(|_| is_pronoun) {
            if happening.parties.len() == count {
                subject.for_each(|at| self.add(at, happening));
            }
        }
    }

    fn add(&self, at: usize, happening: &mut Happening) {
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

    /// A word with the sets that it is in.
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
        Word { term: self.terms[at], kin, is_name: is_name(at) && !is_place, is_sort, words: words.max(1) }
    }
}
