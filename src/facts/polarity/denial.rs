//! Words that deny: of a subject, an object, a noun without a verb.

use std::ops::Range;

use super::{ADVERB, Claim, PRONOUN, Reader, WITHOUT, root};
use crate::{
    facts::polarity::{claim::Aspect, frame},
    language::{lexicon::Class, tags::Upos},
};

impl Reader<'_, '_> {
    /// Where the subject of a group begins when it denies what the group says: "No alarm rang", "nobody was hurt",
    /// "none of the passengers was hurt".
    pub(super) fn denied_subject(&self, end: usize) -> Option<usize> {
        let document = self.document;
        let start = self.sentence.start;
        let negative =
            |at: usize, words: usize| self.negative(at).is_some_and(|(length, sort)| length == words && sort < WITHOUT);
        for words in 1..=3 {
            if end >= start + words && negative(end - words, words) {
                return Some(end - words);
            }
        }
        // "None of them was hurt".
        if end >= start + 3
            && document.tag(end - 1) == Upos::Pron
            && document.tag(end - 2) == Upos::Adp
            && negative(end - 3, 1)
        {
            return Some(end - 3);
        }
        // What the others hang on: "no boats in the harbour", but not "the man with no shoes".
        let groups = frame::subject(document, end, start);
        let group = groups.last()?;
        // "Not one window": the tags leave "not" outside the group.
        let before = group.start.checked_sub(1).filter(|&at| at >= start);
        let determiner = |at: &usize| self.negative(*at).is_some_and(|(_, sort)| sort < WITHOUT);
        if let Some(at) = [Some(group.start), before].into_iter().flatten().find(determiner) {
            return Some(at);
        }
        let before = before.filter(|&at| at > start)?;
        (document.tag(before) == Upos::Adp && negative(before - 1, 1)).then(|| before - 1)
    }

    /// A noun that is denied without a verb: "no casualties", "without loss of life".
    pub(super) fn nominal(&self, at: usize) -> Option<(Range<usize>, Claim)> {
        let document = self.document;
        let (words, _) = self.negative(at).filter(|&(_, sort)| sort != PRONOUN && sort != ADVERB)?;
        let noun = document.noun_group(at + words, self.sentence.end);
        let head = document.head_of(&noun)?;
        // "Went ahead without a licence": of the time of the verb that it stands with.
        let verb = self.groups.iter().rev().find(|group| group.tokens.end <= at && group.tense.is_some());
        let aspect = verb.and_then(|group| {
            let (tense, modality) = (group.tense?, group.modality);
            let (is_prior, is_willed, is_passive, is_perfect) = (false, false, false, false);
            Some(Aspect { tense, modality, is_prior, is_willed, is_passive, is_perfect })
        });
        Some((
            at..head + 1,
            Claim { is_of_none: true, aspect, ..self.claim(head, root(document, head), head + 1, true) },
        ))
    }

    /// A word that denies a noun, with its number. "No more than" and "no fewer than" bound a number instead.
    pub(super) fn negative(&self, at: usize) -> Option<(usize, i32)> {
        let document = self.document;
        let found = document.phrase(at, Class::Negative).filter(|_| at < self.sentence.end)?;
        let bounds = document.phrase(at, Class::Bound).is_some_and(|(words, _)| words > found.0);
        (!bounds).then_some(found)
    }
}
