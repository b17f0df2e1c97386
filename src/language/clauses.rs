//! Clauses: what lies between marks, conjunctions and relative words, and what stands in the way of a subject and its
//! verb.

use std::ops::Range;

use super::{
    Document,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::Shape,
    verbs::VerbGroup,
};

/// How many tokens a stretch between two commas, or a relative clause, may take. A judgement: longer ones hold
/// clauses of their own.
const LONGEST_ASIDE: usize = 24;

impl Document<'_> {
    /// The clause around a token: from the nearest mark, conjunction or relative word before it to the next behind.
    #[must_use]
    pub fn clause(&self, token: usize, sentence: &Range<usize>) -> Range<usize> {
        let start =
            (sentence.start..token).rev().find(|&at| self.parts_clauses(at)).map_or(sentence.start, |at| at + 1);
        let end = (token..sentence.end).find(|&at| at > token && self.parts_clauses(at)).unwrap_or(sentence.end);
        start..end
    }

    /// Whether a token parts two clauses.
    #[must_use]
    #[inline]
    pub fn parts_clauses(&self, at: usize) -> bool {
        self.parting[at]
    }

    /// Whether a token parts two clauses, by its shape, its tag and what stands around it.
    pub(super) fn is_parting(&self, at: usize) -> bool {
        match self.tokens[at].shape {
            Shape::Mark => {
                !self.is_inner_hyphen(at)
                    && matches!(
                        self.word(at),
                        "," | ";"
                            | ":"
                            | "—"
                            | "–"
                            | "-"
                            | "--"
                            | "("
                            | ")"
                            | "["
                            | "]"
                            | "…"
                            | "“"
                            | "”"
                            | "\""
                            | "!"
                            | "?"
                    )
            }
            Shape::Word => match self.tag(at) {
                Upos::Sconj => true,
                Upos::Cconj => self.joins_clauses(at),
                Upos::Pron | Upos::Adv => self.is(at, Class::ClauseOpener),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a conjunction joins two clauses or verbs, not two nouns.
    fn joins_clauses(&self, at: usize) -> bool {
        // "Two nurses and a porter were hurt": what has no verb before it is no clause.
        let before = || (0..at).rev().take(9).take_while(|&at| self.tokens[at].shape != Shape::Mark);
        if before().next().is_some() && !before().any(|at| self.is_verbal(at) || self.tag(at) == Upos::Adj) {
            return false;
        }
        // A verb, or a noun group with a verb behind it, within the next words makes it a clause of its own.
        let mut next = at + 1;
        let end = (at + 9).min(self.tokens.len());
        while next < end {
            match self.tag(next) {
                Upos::Verb | Upos::Aux => return true,
                Upos::Adv
                | Upos::Det
                | Upos::Adj
                | Upos::Noun
                | Upos::Propn
                | Upos::Num
                | Upos::Pron
                | Upos::Part
                | Upos::Adp
                | Upos::Sym => next += 1,
                _ => return false,
            }
        }
        false
    }

    /// A noun group with those that it is joined to: "two nurses, a cook and a porter from Kelness". Just the group
    /// where a comma or a conjunction leads to something else.
    #[must_use]
    pub fn coordination(&self, group: &Range<usize>, end: usize) -> Range<usize> {
        let mut last = group.end;
        let mut at = self.behind_complements(group.end, end);
        while at < end {
            let comma = self.is_word(at, Word::Comma);
            let joins = at + usize::from(comma);
            let and = joins < end && self.tag(joins) == Upos::Cconj && self.is(joins, Class::Stop);
            if !comma && !and {
                break;
            }
            let next = self.noun_group(joins + usize::from(and), end);
            // "12 homes and other buildings": whether the number counts them too is not told; "30 people, including
            // women and children" are all of them.
            if next.is_empty() || self.is(next.start, Class::Extra) || self.is(next.start, Class::Subset) {
                break;
            }
            at = self.behind_complements(next.end, end);
            if and {
                last = at;
            }
        }
        group.start..last
    }

    /// The position behind the phrases that hang on a noun by prepositions: "from Kelness", "of the club".
    fn behind_complements(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.tag(at) == Upos::Adp {
            let inner = self.noun_group(at + 1, end);
            if inner.is_empty() {
                break;
            }
            at = inner.end;
        }
        at
    }

    /// The verb group behind an aside that begins at a comma, a dash or a bracket: "…, both from Kelness, were arrested".
    #[must_use]
    pub fn verb_behind_aside(&self, open: usize, end: usize) -> Option<VerbGroup> {
        let limit = end.min(open + LONGEST_ASIDE);
        let closing = if self.word(open) == "(" { ")" } else { self.word(open) };
        let close = (open + 1..limit)
            .find(|&at| self.word(at) == closing || matches!(self.word(at), ";" | ":" | "“" | "”" | "\""))?;
        (self.word(close) == closing).then(|| self.finite_at(close + 1, end)).flatten()
    }

    /// The verb group whose subject a relative clause stands behind: "the 26 students who were on the bus | escaped".
    #[must_use]
    pub fn verb_behind_relative(&self, relative: usize, end: usize) -> Option<VerbGroup> {
        let limit = end.min(relative + LONGEST_ASIDE);
        let own = self.verb_groups(relative..limit).next()?;
        let stop = (own.tokens.end..limit).find(|&at| self.parts_clauses(at)).unwrap_or(limit);
        self.verb_groups(own.tokens.end..stop).find(|group| group.tense.is_some())
    }

    /// The verb group at a token, past adverbs, when it has a tense.
    fn finite_at(&self, start: usize, end: usize) -> Option<VerbGroup> {
        let at = (start..end).find(|&at| self.tag(at) != Upos::Adv)?;
        self.verb_group_at(at, end).filter(|group| group.tense.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Article, Part, Passage},
        language::read,
        text::ByteSpan,
    };

    /// Reads a sentence and hands it on with its tokens' range and the position of a word.
    #[track_caller]
    fn with<T>(text: &str, word: &str, look: impl FnOnce(&Document<'_>, Range<usize>, usize) -> T) -> T {
        let span = ByteSpan::new(0, text.len() as u32);
        let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
        let document = read(&Article { text, passages, remarks: Vec::new() });
        let at = (0..document.tokens.len()).find(|&at| document.word(at) == word).expect("the word is in the sentence");
        look(&document, 0..document.tokens.len(), at)
    }

    #[track_caller]
    fn clause(text: &str, word: &str, expected: &str) {
        let found = with(text, word, |document, all, at| {
            document.span(document.clause(at, &all)).slice(text).trim_end_matches('.').to_owned()
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn clauses_end_at_marks_and_conjunctions() {
        clause("The road is shut, police said, and two schools closed.", "two", "two schools closed");
        clause("He fled when the alarm rang.", "alarm", "the alarm rang");
        clause("Two nurses and a porter were hurt.", "Two", "Two nurses and a porter were hurt");
    }

    #[test]
    fn noun_groups_are_joined() {
        let joined = |text: &str| {
            with(text, "Two", |document, all, at| {
                let group = document.noun_group(at, all.end);
                document.span(document.coordination(&group, all.end)).slice(text).to_owned()
            })
        };
        assert_eq!(
            joined("Two nurses, a cook and a porter from Kelness left."),
            "Two nurses, a cook and a porter from Kelness"
        );
        assert_eq!(joined("Two nurses, the police said, were hurt."), "Two nurses");
        assert_eq!(joined("Two nurses and other staff were hurt."), "Two nurses");
        assert_eq!(joined("Two nurses, including women and men, were hurt."), "Two nurses");
    }

    #[test]
    fn a_verb_is_found_behind_what_stands_between() {
        let main = |text: &str, opening: &str| {
            with(text, opening, |document, all, at| {
                let group = match opening {
                    "," | "(" | "—" => document.verb_behind_aside(at, all.end),
                    _ => document.verb_behind_relative(at, all.end),
                };
                group.map(|group| document.word(group.main).to_owned())
            })
        };
        assert_eq!(main("Two men, both from Kelness, were charged.", ",").as_deref(), Some("charged"));
        assert_eq!(main("Two men (both from Kelness) were charged.", "(").as_deref(), Some("charged"));
        assert_eq!(main("Two men — both from Kelness — were charged.", "—").as_deref(), Some("charged"));
        assert_eq!(main("Two men, both from Kelness, and a boy.", ","), None);
        assert_eq!(main("The students who were on the bus escaped.", "who").as_deref(), Some("escaped"));
        assert_eq!(main("The men who died when the roof fell.", "who"), None);
    }
}
