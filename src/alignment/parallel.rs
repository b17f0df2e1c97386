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
use crate::language::tokens::Shape;

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

/// Words that two sentences share without a gap, by their first tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: usize,
    right: usize,
    words: usize,
}

/// Two sentences that are copies but for some words.
#[derive(Debug, Clone)]
pub struct Copied {
    /// The one of the earlier article.
    pub left: SentenceId,
    /// The one of the later article.
    pub right: SentenceId,
    /// What they share, in order; the last one is empty and stands at their ends.
    runs: Vec<Run>,
}

/// The copies among the sentences of all articles.
#[derive(Debug, Clone, Default)]
pub struct Parallel {
    /// Ordered by left, then right.
    copies: Vec<Copied>,
    /// For each sentence of each article, where the copies begin of which it is the left one, and where those of the last
    /// one end.
    starts: Vec<Vec<usize>>,
    /// Whether there were more sentences than are laid beside each other, so that none is taken for a copy.
    pub is_cut: bool,
}

impl Parallel {
    /// Lays the likest sentences beside each other. `pairs` is ordered by left, then right.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], terms: &Terms, pairs: &[SentencePair]) -> Self {
        let words = |id: SentenceId| Words::new(&readings[id.article], terms, id);
        let mut copies: Vec<Copied> = Vec::new();
        let mut places = Places::new(terms);
        let mut cells = 0;
        // Which copy is the closest is decided by pairs of articles.
        for of_article in pairs.chunk_by(|one, next| one.left.article == next.left.article) {
            let mut found = Closest::default();
            for of_left in of_article.chunk_by(|one, next| one.left == next.left) {
                let left = words(of_left[0].left);
                let mine = left.counted().count();
                places.enter(&left);
                for pair in of_left.iter().filter(|pair| pair.percent >= LIKE_BUT_FOR_ONE) {
                    let right = words(pair.right);
                    if left.tokens.len() * right.tokens.len() > MOST_CELLS {
                        continue;
                    }
                    // What is so much longer shares too little of itself, whatever the words are.
                    let longer = mine.max(right.counted().count());
                    if mine.min(right.tokens.len()) * 100 < SHARED * longer {
                        continue;
                    }
                    cells += left.tokens.len() * right.tokens.len();
                    if cells > MOST_CELLS_IN_ALL {
                        return Self { is_cut: true, ..Self::default() };
                    }
                    let is_enough = |shared: usize| shared >= FEWEST_SHARED && shared * 100 >= SHARED * longer;
                    if !is_enough(places.most_shared(&right)) {
                        continue;
                    }
                    let runs = left.runs(&right);
                    // What they share before it, what behind it, and their ends.
                    if pair.percent < LIKE && runs.len() > 3 {
                        continue;
                    }
                    let shared = runs.iter().map(|run| left.count(run.left..run.left + run.words)).sum::<usize>();
                    if is_enough(shared) {
                        found.add(shared * 100 / longer, Copied { left: pair.left, right: pair.right, runs });
                    }
                }
                places.leave(&left);
            }
            copies.append(&mut found.copies());
        }
        copies.shrink_to_fit();
        let mut starts = Vec::with_capacity(readings.len());
        let mut before = 0;
        for (article, reading) in readings.iter().enumerate() {
            let begins = (0..=reading.document.sentences.len()).map(|sentence| {
                let of = SentenceId { article, sentence };
                before += copies[before..].iter().take_while(|copy| copy.left < of).count();
                before
            });
            starts.push(begins.collect());
        }
        Self { copies, starts, is_cut: false }
    }

    /// All copies, ordered by left, then right.
    #[must_use]
    pub fn all(&self) -> &[Copied] {
        &self.copies
    }

    /// The copies of which a sentence is the left one.
    #[must_use]
    pub fn of(&self, left: SentenceId) -> Copies<'_> {
        let starts = self.starts.get(left.article).and_then(|starts| starts.get(left.sentence..left.sentence + 2));
        Copies { copies: starts.map_or(&[], |starts| &self.copies[starts[0]..starts[1]]) }
    }

    /// How two runs of tokens stand to each other in two sentences that are copies; none where their places differ.
    #[must_use]
    pub fn place(&self, one: (SentenceId, &Range<usize>), other: (SentenceId, &Range<usize>)) -> Option<Place> {
        let (left, right) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        self.of(left.0).place(left.1, right)
    }
}

/// The sentences that are copies of one and stand in later articles.
#[derive(Debug, Clone, Copy)]
pub struct Copies<'p> {
    /// Ordered by right.
    copies: &'p [Copied],
}

impl Copies<'_> {
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.copies.is_empty()
    }

    /// How a run of tokens of the sentence stands to one of another; none where that is no copy or the places differ.
    #[must_use]
    pub fn place(&self, mine: &Range<usize>, (right, theirs): (SentenceId, &Range<usize>)) -> Option<Place> {
        let found = self.copies.binary_search_by_key(&right, |copy| copy.right);
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
    #[must_use]
    pub fn place(&self, left: &Range<usize>, right: &Range<usize>) -> Option<Place> {
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
    /// Of the sentence alone.
    terms: &'a [Term],
    spelt: &'a [u32],
    tokens: Range<usize>,
}

impl<'a, 't> Words<'a, 't> {
    fn new(reading: &'a Reading<'t>, terms: &'a Terms, id: SentenceId) -> Self {
        let tokens = reading.document.sentences[id.sentence].tokens.clone();
        let (of, spelt) = (&terms.of[id.article], &terms.spelt[id.article]);
        Self { reading, terms: &of[tokens.clone()], spelt: &spelt[tokens.clone()], tokens }
    }

    fn is_mark(&self, at: usize) -> bool {
        self.reading.document.tokens[at].shape == Shape::Mark
    }

    /// Tokens that are no punctuation.
    fn count(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&at| !self.is_mark(at)).count()
    }

    /// The positions in the sentence of those tokens.
    fn counted(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(|&at| !self.is_mark(self.tokens.start + at))
    }

    /// Whether two words are one, by their positions in their sentences.
    fn is_same(&self, at: usize, other: &Self, to: usize) -> bool {
        self.spelt[at] == other.spelt[to] || self.terms[at] != 0 && self.terms[at] == other.terms[to]
    }

    /// The longest row of words that both have in one order, as runs (Wagner and Fischer 1974).
    fn runs(&self, other: &Self) -> Vec<Run> {
        let (mine, theirs) = (self.tokens.len(), other.tokens.len());
        let width = theirs + 1;
        let mut longest = vec![0_u16; (mine + 1) * width];
        for at in (0..mine).rev() {
            for to in (0..theirs).rev() {
                longest[at * width + to] = if self.is_same(at, other, to) {
                    longest[(at + 1) * width + to + 1] + 1
                } else {
                    longest[(at + 1) * width + to].max(longest[at * width + to + 1])
                };
            }
        }
        let (mut at, mut to) = (0, 0);
        let mut runs: Vec<Run> = Vec::new();
        while at < mine && to < theirs {
            let (left, right) = (self.tokens.start + at, other.tokens.start + to);
            if self.is_same(at, other, to) {
                match runs.last_mut().filter(|run| (run.left + run.words, run.right + run.words) == (left, right)) {
                    Some(run) => run.words += 1,
                    None => runs.push(Run { left, right, words: 1 }),
                }
                (at, to) = (at + 1, to + 1);
            } else if longest[(at + 1) * width + to] >= longest[at * width + to + 1] {
                at += 1;
            } else {
                to += 1;
            }
        }
        runs.push(Run { left: self.tokens.end, right: other.tokens.end, words: 0 });
        runs
    }
}

/// The copies of the sentences of one article, with how much each shares: which are the closest is known at the end.
#[derive(Default)]
struct Closest {
    /// Without those that the one before outdoes.
    found: Vec<(usize, Copied)>,
    /// For either side of every copy: the sentence, the article of the other one, and what they share.
    shares: Vec<(SentenceId, usize, usize)>,
}

impl Closest {
    fn sides(copy: &Copied) -> [(SentenceId, usize); 2] {
        [(copy.left, copy.right.article), (copy.right, copy.left.article)]
    }

    fn add(&mut self, share: usize, copy: Copied) {
        let sides = Self::sides(&copy);
        self.shares.extend(sides.map(|(sentence, article)| (sentence, article, share)));
        if !self.found.last().is_some_and(|(last, before)| Self::sides(before)[0] == sides[0] && *last > share) {
            self.found.push((share, copy));
        }
    }

    /// Each the closest of the other, and no other as close.
    fn copies(mut self) -> Vec<Copied> {
        self.shares.sort_unstable();
        let is_best = |share: usize, (sentence, article): (SentenceId, usize)| {
            let as_close = self.shares.partition_point(|&other| other < (sentence, article, share));
            self.shares.get(as_close + 1).is_none_or(|&(other, of, _)| (other, of) != (sentence, article))
        };
        self.found.retain(|(share, copy)| Self::sides(copy).iter().all(|&side| is_best(*share, side)));
        self.found.into_iter().map(|(_, copy)| copy).collect()
    }
}

/// Where each word stands in one sentence, a bit for each of its tokens, but for punctuation.
///
/// Most sentences that are alike are no copies. How many words two can share in one order is reckoned a row at a time
/// (Hyyrö 2004), before it is asked which.
struct Places {
    by_term: Vec<u64>,
    by_spelling: Vec<u64>,
    /// Whether the sentence has no more tokens than there are bits.
    fits: bool,
}

impl Places {
    fn new(terms: &Terms) -> Self {
        Self { by_term: vec![0; terms.weight.len()], by_spelling: vec![0; terms.spellings], fits: false }
    }

    fn enter(&mut self, words: &Words<'_, '_>) {
        self.fits = words.tokens.len() <= u64::BITS as usize;
        if self.fits {
            for at in words.counted() {
                self.by_spelling[words.spelt[at] as usize] |= 1 << at;
                self.by_term[words.terms[at] as usize] |= 1 << at;
            }
            // What says nothing of the content is only the same where it is spelt alike.
            self.by_term[0] = 0;
        }
    }

    fn leave(&mut self, words: &Words<'_, '_>) {
        words.spelt.iter().for_each(|&spelt| self.by_spelling[spelt as usize] = 0);
        words.terms.iter().for_each(|&term| self.by_term[term as usize] = 0);
    }

    /// How many words, but for punctuation, the sentence shares with another in one order, at most.
    fn most_shared(&self, other: &Words<'_, '_>) -> usize {
        if !self.fits {
            return other.tokens.len();
        }
        let mut open = u64::MAX;
        for at in other.counted() {
            let same = self.by_spelling[other.spelt[at] as usize] | self.by_term[other.terms[at] as usize];
            let met = open & same;
            open = open.wrapping_add(met) | (open & !same);
        }
        open.count_zeros() as usize
    }
}
