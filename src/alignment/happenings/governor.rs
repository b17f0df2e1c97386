//! What a phrase that says when or where hangs on.

use super::{Happening, REACH, Reader, Sort, THINGS};
use crate::{
    facts::Kind,
    language::{
        lexicon::{Class, Word},
        tags::Upos,
        verbs::VerbGroup,
    },
};

impl Reader<'_, '_> {
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
                // "Making landfall", "crew reported fumes": what does it stands before a verb, and none opens a group.
                let is_own =
                    |&at: &usize| document.tag(at) == Upos::Verb && (at == group.start || document.is_noun(at - 1));
                at = group.clone().rev().find(is_own).map_or(group.start, |verb| verb + 1);
                continue;
            }
            if document.is_verbal(at) && !self.is_noun_amiss(at) && !self.is_compound(at) {
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
                    || document.is_word(at, Word::Comma)
            };
            let joins = document.is_word(at, Word::Comma) || document.tag(at) == Upos::Cconj;
            if !joins || !(at + 1..from).all(says_where) {
                break;
            }
        }
        let behind = document.verbs_of(self.sentence).iter().find(|group| group.tokens.start >= end);
        // "On Tuesday the vote passed", "the blast, at 9.40 p.m., tore".
        let reaches = |group: &&VerbGroup| {
            group.tokens.start - end < REACH
                && (end..group.tokens.start).all(|at| !self.parts(at) || document.is_word(at, Word::Comma))
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
    pub(super) fn is_noun_amiss(&self, at: usize) -> bool {
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

    /// Whether a word tagged as a verb is a part of what narrows a noun: "Lier-based firm", "40-hectare plot".
    fn is_compound(&self, at: usize) -> bool {
        let document = self.document;
        at + 1 < self.sentence.end
            && matches!(document.tag(at + 1), Upos::Noun | Upos::Adj | Upos::Propn)
            && (document.word(at).contains('-') || at.checked_sub(1).is_some_and(|at| document.is_inner_hyphen(at)))
    }

    /// What the noun right before a phrase tells: "at a rally | in Lier | on Monday".
    pub(super) fn told_by_noun(&self, from: usize, sort: Sort, article: usize, sentence: usize) -> Option<Happening> {
        let document = self.document;
        let first = self.sentence.start;
        let says_where = |at: usize| self.is_time(at) || self.is(at, Kind::Place);
        let mut at = from;
        // Past the other phrases that say when and where.
        while at > first && says_where(at - 1) {
            while at > first && says_where(at - 1) {
                at -= 1;
            }
            while at > first && matches!(document.tag(at - 1), Upos::Adp | Upos::Det | Upos::Adj | Upos::Adv) {
                at -= 1;
            }
        }
        let noun = at.checked_sub(1).filter(|&at| at >= first && document.tag(at) == Upos::Noun)?;
        let predicate = self.word(noun);
        if !predicate.kin.iter().any(|set| !THINGS.contains(set)) {
            return None;
        }
        let group = document.noun_group_before(at, first);
        // "Called off the strike on Friday": a time behind what is done to something is that of doing it.
        let mut before = group.start;
        if before > first && document.is_any(before - 1, &[Word::Off, Word::Up, Word::Down, Word::Over]) {
            before -= 1;
        }
        let is_object = before > first && document.is_verbal(before - 1);
        if is_object && !matches!(sort, Sort::Place(_)) {
            return None;
        }
        let clause = document.clause(noun, self.sentence);
        let mut happening = Happening::new(article, sentence, noun, predicate);
        clause.filter(|&at| at != noun).for_each(|at| self.add(at, &mut happening));
        happening.sort();
        Some(happening)
    }

    /// The full verb of the group of a token.
    pub(super) fn main(&self, token: usize) -> Option<usize> {
        let group = self.document.verb_group_of(token, self.sentence)?;
        Some(group.main)
    }
}
