//! Sentences that are copies of one another but for a few words.
//!
//! Wire copy runs in many outlets, edited here and there. Where two sentences share nearly all their words in one
//! order, what stands at the same place of both is told of the same thing, whatever else the reports have: the copy
//! speaks for the pair more than any count of shared words can. Only sentences that are each other's closest match are
//! taken, so that two items of one list ("Smith scored in the 5th", "Jones scored in the 7th") do not meet while each
//! has a counterpart of its own.

use std::ops::Range;

use super::{
    Reading,
    sentences::{SentenceId, SentencePair},
    terms::{Term, Terms},
};
use crate::language::{Document, tokens::Shape};

/// Likeness, in per cent, from which two sentences are looked at. Numbers have no part in it and names a large one.
const LIKE: u32 = 40;

/// The same for sentences that differ in one place only: there a long name may be most of what they have apart.
const LIKE_BUT_FOR_ONE: u32 = 25;

/// Words that copies share at least, and their share, in per cent, of the longer sentence. Judgement: below, sentences
/// of one sort ("Jones, 34, was arrested on Monday") read like copies and are of two people.
const FEWEST_SHARED: usize = 4;
const SHARED: usize = 60;

/// Words that stand beside two values without a counterpart, at most, on either side of them.
const SLACK: usize = 3;

/// Products of lengths up to which sentences are laid beside each other: two of 150 words.
const MOST_CELLS: usize = 22_500;

/// The same for all sentences together; sixty copies of one report need a tenth of it. Beyond, no sentence is taken for a
/// copy: which are closest is only known of all.
const MOST_CELLS_IN_ALL: usize = 400_000_000;

/// Quotation marks and apostrophes.
const QUOTES: [char; 6] = ['\'', '’', '‘', '"', '“', '”'];

/// Words that two sentences share without a gap, by their first tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: usize,
    right: usize,
    words: usize,
}

/// Two sentences that are copies but for some words.
#[derive(Debug, Clone)]
struct Copied {
    left: SentenceId,
    right: SentenceId,
    /// What they share, in order; the last one is empty and stands at their ends.
    runs: Vec<Run>,
}

/// The copies among the sentences of all articles.
#[derive(Debug, Clone, Default)]
pub struct Parallel {
    /// Ordered by left, then right.
    copies: Vec<Copied>,
}

impl Parallel {
    /// Lays the likest sentences beside each other. `pairs` is ordered by left, then right.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], terms: &Terms, pairs: &[SentencePair]) -> Self {
        let words = |id: SentenceId| Words {
            reading: &readings[id.article],
            terms: &terms.of[id.article],
            tokens: readings[id.article].document.sentences[id.sentence].tokens.clone(),
        };
        let mut found: Vec<(usize, Copied)> = Vec::new();
        let mut cells = 0;
        for pair in pairs.iter().filter(|pair| pair.percent >= LIKE_BUT_FOR_ONE) {
            let (left, right) = (words(pair.left), words(pair.right));
            if left.tokens.len() * right.tokens.len() > MOST_CELLS {
                continue;
            }
            // What is so much longer shares too little of itself, whatever the words are.
            let mine = left.count(left.tokens.clone());
            let longer = mine.max(right.count(right.tokens.clone()));
            if mine.min(right.tokens.len()) * 100 < SHARED * longer {
                continue;
            }
            cells += left.tokens.len() * right.tokens.len();
            if cells > MOST_CELLS_IN_ALL {
                return Self::default();
            }
            let runs = left.runs(&right);
            // What they share before it, what behind it, and their ends.
            if pair.percent < LIKE && runs.len() > 3 {
                continue;
            }
            let shared = runs.iter().map(|run| left.count(run.left..run.left + run.words)).sum::<usize>();
            if shared >= FEWEST_SHARED && shared * 100 >= SHARED * longer {
                found.push((shared * 100 / longer, Copied { left: pair.left, right: pair.right, runs }));
            }
        }
        // Each the closest of the other, and no other as close.
        let sides = |copy: &Copied| [(copy.left, copy.right.article), (copy.right, copy.left.article)];
        let mut shares: Vec<(SentenceId, usize, usize)> = Vec::new();
        for (share, copy) in &found {
            shares.extend(sides(copy).map(|(sentence, article)| (sentence, article, *share)));
        }
        shares.sort_unstable();
        let is_best = |share: usize, (sentence, article): (SentenceId, usize)| {
            let as_close = shares.partition_point(|&other| other < (sentence, article, share));
            shares.get(as_close + 1).is_none_or(|&(other, of, _)| (other, of) != (sentence, article))
        };
        found.retain(|(share, copy)| sides(copy).iter().all(|&side| is_best(*share, side)));
        let copies = found.into_iter().map(|(_, copy)| copy).collect();
        Self { copies }
    }

    /// The sentences of two articles that are copies, ordered by left, then right.
    pub fn pairs(&self) -> impl Iterator<Item = (SentenceId, SentenceId)> + '_ {
        self.copies.iter().map(|copy| (copy.left, copy.right))
    }

    /// Whether a sentence is the left one of two copies.
    #[must_use]
    pub fn begins(&self, left: SentenceId) -> bool {
        self.copies.binary_search_by_key(&left, |copy| copy.left).is_ok()
    }

    /// How two runs of tokens stand to each other in two sentences that are copies; none where their places differ.
    #[must_use]
    pub fn place(
        &self,
        (one, mine): (SentenceId, &Range<usize>),
        (other, theirs): (SentenceId, &Range<usize>),
    ) -> Option<Place> {
        let (left, right, mine, theirs) =
            if one <= other { (one, other, mine, theirs) } else { (other, one, theirs, mine) };
        let found = self.copies.binary_search_by_key(&(left, right), |copy| (copy.left, copy.right));
        self.copies[found.ok()?].place(mine, theirs)
    }
}

/// Two runs of tokens at one place of sentences that are copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Tokens of both between them and what the sentences share before and behind.
    pub loose: (usize, usize),
    /// Whether both are the same words.
    pub is_same: bool,
}

impl Copied {
    /// Their place, where no shared word stands before or in one of two runs and behind the other, and next to nothing
    /// stands between them and the shared words on either side.
    fn place(&self, left: &Range<usize>, right: &Range<usize>) -> Option<Place> {
        let is_cut = |left: usize, right: usize| {
            self.runs.iter().all(|run| {
                left.saturating_sub(run.left).min(run.words) == right.saturating_sub(run.right).min(run.words)
            })
        };
        let before = self.runs.iter().rev().find(|run| run.left < left.start && run.words > 0).map_or(0, |run| {
            left.start.saturating_sub(run.left + run.words) + right.start.saturating_sub(run.right + run.words)
        });
        let behind = self
            .runs
            .iter()
            .find(|run| run.left + run.words.max(1) > left.end)
            .map_or(0, |run| run.left.saturating_sub(left.end) + run.right.saturating_sub(right.end));
        let is_place =
            is_cut(left.start, right.start) && is_cut(left.end, right.end) && before <= SLACK && behind <= SLACK;
        let is_same = left.len() == right.len()
            && self.runs.iter().any(|run| {
                run.left <= left.start
                    && left.end <= run.left + run.words
                    && left.start - run.left + run.right == right.start
            });
        is_place.then_some(Place { loose: (before, behind), is_same })
    }
}

/// The words of a sentence.
struct Words<'a, 't> {
    reading: &'a Reading<'t>,
    terms: &'a [Term],
    tokens: Range<usize>,
}

impl Words<'_, '_> {
    /// Tokens that are no punctuation.
    fn count(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&at| self.reading.document.tokens[at].shape != Shape::Mark).count()
    }

    fn is_same(&self, at: usize, other: &Self, to: usize) -> bool {
        let (term, document, beside) = (self.terms[at], &self.reading.document, &other.reading.document);
        if term != 0 && term == other.terms[to] {
            return true;
        }
        // Nearly all pairs differ in the numbers of their words, and hardly a word begins with a mark.
        let begins_marked = |document: &Document<'_>, at: usize| {
            let first = document.text.as_bytes().get(document.tokens[at].span.start as usize);
            !first.is_some_and(u8::is_ascii_alphanumeric)
        };
        let is_one = document.tokens[at].entry == beside.tokens[to].entry;
        is_one && document.word(at).eq_ignore_ascii_case(beside.word(to))
            // Straight marks are curly ones: "Asda's", "Asda’s".
            || (begins_marked(document, at) || begins_marked(beside, to))
                && document.word(at).trim_start_matches(QUOTES) == beside.word(to).trim_start_matches(QUOTES)
    }

    /// The longest row of words that both have in one order, as runs (Wagner and Fischer 1974).
    fn runs(&self, other: &Self) -> Vec<Run> {
        let (left, right) = (self.tokens.clone(), other.tokens.clone());
        let width = right.len() + 1;
        let mut longest = vec![0_u16; (left.len() + 1) * width];
        for at in (0..left.len()).rev() {
            for to in (0..right.len()).rev() {
                longest[at * width + to] = if self.is_same(left.start + at, other, right.start + to) {
                    longest[(at + 1) * width + to + 1] + 1
                } else {
                    longest[(at + 1) * width + to].max(longest[at * width + to + 1])
                };
            }
        }
        let (mut at, mut to) = (0, 0);
        let mut runs: Vec<Run> = Vec::new();
        while at < left.len() && to < right.len() {
            let (mine, theirs) = (left.start + at, right.start + to);
            if self.is_same(mine, other, theirs) {
                match runs.last_mut().filter(|run| (run.left + run.words, run.right + run.words) == (mine, theirs)) {
                    Some(run) => run.words += 1,
                    None => runs.push(Run { left: mine, right: theirs, words: 1 }),
                }
                (at, to) = (at + 1, to + 1);
            } else if longest[(at + 1) * width + to] >= longest[at * width + to + 1] {
                at += 1;
            } else {
                to += 1;
            }
        }
        runs.push(Run { left: left.end, right: right.end, words: 0 });
        runs
    }
}
