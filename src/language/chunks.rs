//! Noun groups and runs of verbs, read off the tags.
//!
//! Shallow on purpose (Abney 1991): a group is a run of tags. That is enough to say what a number counts and what
//! happened to it, and it cannot go far wrong.

use std::ops::Range;

use super::{
    Document,
    lexicon::Class,
    tags::Upos,
    tokens::{Shape, is_hyphen},
};

impl Document<'_> {
    /// The tag of a token.
    #[must_use]
    #[inline]
    pub fn tag(&self, token: usize) -> Upos {
        self.tags.get(token).copied().unwrap_or(Upos::X)
    }

    /// Whether a token is a noun or a name.
    #[must_use]
    pub fn is_noun(&self, token: usize) -> bool {
        matches!(self.tag(token), Upos::Noun | Upos::Propn) && self.is_worded(token)
    }

    /// Whether a token is a verb or an auxiliary.
    #[must_use]
    pub fn is_verbal(&self, token: usize) -> bool {
        matches!(self.tag(token), Upos::Verb | Upos::Aux) && self.is_worded(token)
    }

    fn is_worded(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| matches!(token.shape, Shape::Word | Shape::Code | Shape::Address))
    }

    /// Whether a token is a hyphen inside a written word.
    #[must_use]
    pub fn is_inner_hyphen(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.joined && t.shape == Shape::Mark)
            && self.tokens.get(token + 1).is_some_and(|t| t.joined)
            && self.word(token).chars().all(is_hyphen)
    }

    /// The noun group that begins at `start`, up to its last noun; empty when none does.
    ///
    /// Determiners, adjectives and numbers before the noun belong to it, and so do the owner's "'s" and participles
    /// that stand before a noun ("injured people").
    #[must_use]
    pub fn noun_group(&self, start: usize, end: usize) -> Range<usize> {
        let mut last = start;
        let mut at = start;
        while at < end {
            if last > start
                && (self.is(at, Class::Adverbial) || self.is(at, Class::Weekday) || self.is(at, Class::Month))
            {
                break;
            }
            // "vehicles carrying police", "people living there": behind a plural the form in -ing opens a clause,
            // whatever its tag.
            if last == at && at > start && self.word(at).ends_with("ing") && self.is_plural(at - 1) {
                break;
            }
            // "earnings Goldman had kept abroad", "nurse Ann Roe": a name behind a plural opens a clause of its own, one
            // behind a trade is told with it.
            if last == at
                && self.tag(at) == Upos::Propn
                && at > start
                && self.tag(at - 1) == Upos::Noun
                && self.is_plural(at - 1)
                && self.lemma(at - 1) != self.word(at - 1)
            {
                break;
            }
            // "60 firefighters six hours", "eleven people suffered burns": behind a plural another number counts for
            // itself, and a participle is a verb.
            let is_behind_plural = last == at && at > start && self.tag(at - 1) == Upos::Noun && self.is_plural(at - 1);
            let goes_on = match self.tag(at) {
                Upos::Noun | Upos::Propn => true,
                Upos::Adj => true,
                // "A wooden craft 22 metres long".
                Upos::Num => !(is_behind_plural || at > start && last == at && self.is(at + 1, Class::Unit)),
                Upos::Det | Upos::Pron => at == start,
                Upos::Part => self.tokens[at].joined && last == at,
                Upos::Verb => self.tag(at + 1) == Upos::Noun && self.is_participle(at) && !is_behind_plural,
                Upos::Adv => self.tag(at + 1) == Upos::Adj,
                Upos::Sym | Upos::Punct => self.is_inner_hyphen(at),
                _ => false,
            };
            if !goes_on {
                break;
            }
            at += 1;
            if self.is_noun(at - 1) {
                last = at;
            }
        }
        start..last
    }

    /// Whether a noun stands for several: by its ending, or as a word for people.
    #[must_use]
    pub fn is_plural(&self, token: usize) -> bool {
        let word = self.word(token);
        word.ends_with('s') && !word.ends_with("ss") || self.is(token, Class::Person) && !word.ends_with("ing")
    }

    /// The noun group that ends right before `end`; empty when none does.
    #[must_use]
    pub fn noun_group_before(&self, end: usize, start: usize) -> Range<usize> {
        if end <= start || !self.is_noun(end - 1) {
            return end..end;
        }
        let mut at = end - 1;
        while at > start {
            let goes_on = match self.tag(at - 1) {
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => true,
                Upos::Det => true,
                Upos::Part => self.tokens[at - 1].joined,
                Upos::Verb => self.tag(at) == Upos::Noun && self.is_participle(at - 1),
                Upos::Punct | Upos::Sym => self.is_inner_hyphen(at - 1),
                _ => false,
            };
            if !goes_on {
                break;
            }
            at -= 1;
            if self.tag(at) == Upos::Det {
                break;
            }
        }
        at..end
    }

    /// The last noun of a group: what the group is about.
    #[must_use]
    pub fn head_of(&self, group: &Range<usize>) -> Option<usize> {
        group.clone().rev().find(|&at| self.is_noun(at))
    }

    fn is_participle(&self, token: usize) -> bool {
        let word = self.word(token);
        word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en"))
    }

    /// The run of auxiliaries, adverbs and verbs that begins at `start`; empty when no verb does.
    #[must_use]
    pub fn verb_group(&self, start: usize, end: usize) -> Range<usize> {
        let mut last = start;
        let mut at = start;
        while at < end {
            match self.tag(at) {
                Upos::Aux | Upos::Verb if self.is_verbal(at) => last = at + 1,
                Upos::Adv | Upos::Part => {}
                _ => break,
            }
            at += 1;
        }
        start..last
    }

    /// Whether a token is in a set of words with this name.
    #[must_use]
    pub fn is_concept(&self, token: usize, name: &str) -> bool {
        self.value(token, Class::Concept).and_then(|row| self.lists().concept(row)) == Some(name)
    }
}
