//! Tallies: what two sides have against each other, in games and votes.
//!
//! Finds
//! : two numbers on one dash ("a 3-2 win", "voted 52–47", "Harwick 1 - 2 Dunmore"), and a result of names and numbers
//!   that makes up a line ("Harwick 2 Dunmore 3").
//!
//! Why a reader cares
//! : a result is one fact of two numbers, of which neither says anything alone.
//!
//! Example
//! : "a 3-2 win" and "lost 2–3" are the same, each from its own side.
//!
//! Leaves out on purpose
//! : what counts or measures something ("10-12 people"), seasons, dates, numbers with more than three digits, and rows
//!   of more than two numbers.
//!
//! Known misses
//! : "three goals to two"; "52 to 47", which is read as two counts.

use std::ops::Range;

use super::{Kind, Mention, Precision, Value};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::{Shape, is_hyphen},
};

/// What two sides have, the larger number first: which side is meant, the words around it tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The larger number.
    pub more: u16,
    /// The smaller number, or the same.
    pub less: u16,
}

impl Tally {
    /// The two numbers in one notation: `3-2`.
    #[must_use]
    pub fn norm(&self) -> String {
        format!("{}-{}", self.more, self.less)
    }
}

/// Names of a line of results have at most so many words.
const LONGEST_NAME: usize = 4;

/// The tallies of a sentence. `taken` are runs of tokens that mean something else: dates, times and ranges.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, taken: &[Range<usize>]) -> Vec<Mention> {
    let is_free = |tokens: &Range<usize>| !taken.iter().any(|run| run.start < tokens.end && tokens.start < run.end);
    let reader = Reader { document, sentence: &sentence.tokens };
    let mut found: Vec<Mention> = Vec::new();
    for at in sentence.tokens.clone().filter(|&at| document.tokens[at].shape == Shape::Number) {
        let Some((end, tally)) = reader.hyphenated(at).or_else(|| reader.line_of_results(at)) else { continue };
        let tokens = at..end;
        if is_free(&tokens) {
            let (span, value) = (document.span(tokens.clone()), Value::Tally(tally));
            found.push(Mention { kind: Kind::Count, span, tokens, value, precision: Precision::Exact });
        }
    }
    found
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
}

impl Reader<'_, '_> {
    /// A whole number of at most three digits.
    fn number(&self, at: usize) -> Option<u16> {
        let token = self.document.tokens.get(at).filter(|token| token.shape == Shape::Number)?;
        let word = token.text(self.document.text);
        (self.sentence.contains(&at) && word.len() <= 3).then(|| word.parse().ok())?
    }

    fn is_dash(&self, at: usize) -> bool {
        self.is_any_dash(at) && self.document.tokens[at].joined
    }

    /// The same with spaces about it as well.
    fn is_any_dash(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.word(at).chars().all(is_hyphen)
    }

    /// "3-2": neither side goes on with another dash, and nothing is counted or measured by it.
    fn hyphenated(&self, at: usize) -> Option<(usize, Tally)> {
        let document = self.document;
        let (first, second) = (self.number(at)?, self.number(at + 2)?);
        let end = at + 3;
        // "Harwick 1 - 2 Dunmore": with spaces about the dash it needs both names.
        let is_name = |at: usize| self.sentence.contains(&at) && self.is_name(at);
        let is_joined = self.is_dash(at + 1) && document.tokens[at + 2].joined
            || self.is_any_dash(at + 1) && is_name(at.wrapping_sub(1)) && is_name(end);
        let is_one =
            is_joined && !self.is_dash(end) && (at == 0 || !(self.is_dash(at - 1) && document.tokens[at].joined));
        let is_named = at > self.sentence.start
            && (document.is(at - 1, Class::Designator)
                || document.tokens[at - 1].shape == Shape::Sign
                || document.is(at - 1, Class::Contact));
        // "10-12 people", "5-6 per cent" are ranges; "a 2-3 defeat" is none.
        let is_measured = [Class::Unit, Class::Currency, Class::Percent, Class::Scale]
            .into_iter()
            .any(|class| document.phrase(end, class).is_some());
        let is_range = first < second && end < self.sentence.end && self.counts(end);
        let is_tally = is_one && !is_named && !is_measured && !is_range;
        is_tally.then_some((end, Tally { more: first.max(second), less: first.min(second) }))
    }

    /// Whether what stands at a place is counted by the number before it: a plural, or an adjective before one.
    fn counts(&self, at: usize) -> bool {
        let group = self.document.noun_group(at, self.sentence.end);
        let head = self.document.head_of(&group);
        head.is_some_and(|head| self.document.word(head).ends_with('s') || self.document.is(head, Class::Person))
    }

    /// Whether a token may be a word of a side's name.
    fn is_name(&self, at: usize) -> bool {
        self.document.tokens[at].capital && matches!(self.document.tag(at), Upos::Propn | Upos::Noun | Upos::Adj)
    }

    /// "Harwick 2 Dunmore 3", a line with nothing else.
    fn line_of_results(&self, at: usize) -> Option<(usize, Tally)> {
        let first = self.number(at)?;
        let before = self.sentence.start..at;
        let mut from = at + 1;
        from += usize::from(self.document.is_word(from, Word::Comma));
        let last = self.sentence.end.checked_sub(1)?;
        let second = self.number(last).filter(|_| from < last)?;
        let is_line = (1..=LONGEST_NAME).contains(&before.len())
            && last - from <= LONGEST_NAME
            && before.chain(from..last).all(|at| self.is_name(at));
        is_line.then_some((last + 1, Tally { more: first.max(second), less: first.min(second) }))
    }
}
