//! What a verb tells: its words, who takes part, and when as against the report.

use std::ops::Range;

use super::{Happening, Reader, SUPPORTING, THINGS, Word};
use crate::{
    facts::Kind,
    language::{
        lexicon::Class,
        tags::Upos,
        verbs::{Modality, Tense, VerbGroup},
    },
};

/// The set of [`Class::Kin`] for making known.
const TELLING: i32 = 59;

impl Reader<'_, '_> {
    /// What a verb tells, denied or not; none where it only says who speaks.
    pub(super) fn happening(&self, verb: usize, article: usize, sentence: usize) -> Option<Happening> {
        let document = self.document;
        // Levels rise and fall all day.
        let is_level = (document.is_concept(verb, "rose") || document.is_concept(verb, "fell"))
            && self.sentence.clone().any(|at| self.is(at, Kind::Money) || self.is(at, Kind::Percent));
        if is_level || document.is(verb, Class::Saying) {
            return None;
        }
        let (tokens, is_planned) = match document.verb_group_of(verb, self.sentence) {
            Some(group) => self.when(&group, verb),
            None => (verb..verb + 1, None),
        };
        let predicate = self.word(verb);
        let is_report =
            predicate.kin.contains(&TELLING) || predicate.kin.is_empty() && document.is(verb, Class::Report);
        let mut happening = Happening::new(article, sentence, verb, predicate);
        (happening.is_report, happening.is_planned) = (is_report, is_planned);
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
        happening.sort();
        // "Will make his first appearance", "talks were held", "the consultation starts": the noun tells what.
        if self.is_light(verb) {
            if !document.is(verb, Class::Concept) {
                happening.predicates[0].term = 0;
            }
            let tells = |word: &&Word| !word.is_name && word.kin.iter().any(|set| !THINGS.contains(set));
            let nouns = happening.parties.iter().filter(tells);
            let nouns: Vec<Word> = nouns.cloned().collect();
            happening.predicates.extend(nouns);
        }
        Some(happening)
    }

    /// Whether a verb, or what governs it, is denied: "does not expect to reopen".
    pub(super) fn is_denied(&self, verb: usize) -> bool {
        let groups = self.document.verbs_of(self.sentence);
        let Some(at) = groups.iter().position(|group| group.tokens.contains(&verb)) else { return false };
        let is_link = |at: usize| matches!(self.document.tag(at), Upos::Part | Upos::Adv);
        let governs =
            at > 0 && groups[at].tense.is_none() && (groups[at - 1].tokens.end..groups[at].tokens.start).all(is_link);
        groups[at].is_negated || governs && groups[at - 1].is_negated
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
            || self.word(verb).kin.contains(&SUPPORTING)
            || lists.value(document.lemma_entry(verb), Class::Support).is_some()
            || ["began", "ended", "took_place"].iter().any(|name| document.is_concept(verb, name))
    }
}
