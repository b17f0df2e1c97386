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
    sentences::{Likeness, SentenceId},
    terms::{Term, Terms},
};
use crate::language::tokens::{Shape, Token};

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

/// Tokens of the longest sentences that are laid beside each other, a bit for each: what is longer is a list or a table.
const MOST_TOKENS: usize = u128::BITS as usize;

/// The sum of the products of their lengths, at most; sixty copies of one report need a tenth of it. Beyond, no sentence is taken for a
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
    /// Lays the likest sentences beside each other.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Self {
        let words: Vec<Vec<Words<'_>>> =
            readings.iter().enumerate().map(|(article, reading)| Words::of_article(reading, article, terms)).collect();
        let mut copies: Vec<Copied> = Vec::new();
        let mut places = Places::new(terms);
        let mut cells = 0;
        let mut closest = Closest::new(readings);
        let mut article = 0;
        for (id, pairs) in likeness.by_left() {
            if id.article != article {
                closest.end_article(&mut copies);
                article = id.article;
            }
            let left = &words[id.article][id.sentence];
            let mut pairs = pairs.filter(|&(_, percent)| percent >= LIKE_BUT_FOR_ONE).peekable();
            if left.tokens.len() > MOST_TOKENS || pairs.peek().is_none() {
                continue;
            }
            places.enter(left);
            for (other, percent) in pairs {
                let right = &words[other.article][other.sentence];
                // What is so much longer shares too little of itself, whatever the words are.
                let longer = left.count.max(right.count);
                if right.tokens.len() > MOST_TOKENS || left.count.min(right.count) * 100 < SHARED * longer {
                    continue;
                }
                cells += left.tokens.len() * right.tokens.len();
                if cells > MOST_CELLS_IN_ALL {
                    return Self { is_cut: true, ..Self::default() };
                }
                let is_enough = |shared: usize| shared >= FEWEST_SHARED && shared * 100 >= SHARED * longer;
                // Of wire copy most sentences are left as they were.
                let is_whole = left.spelt == right.spelt;
                if !is_whole && !is_enough(places.most_shared(right)) {
                    continue;
                }
                let runs = if is_whole { left.all_of(right) } else { places.runs(left, right) };
                // What they share before it, what behind it, and their ends.
                if percent < LIKE && runs.len() > 3 {
                    continue;
                }
                let shared = runs
                    .iter()
                    .map(|run| places.count(run.left - left.start..run.left - left.start + run.words))
                    .sum::<usize>();
                if is_enough(shared) {
                    closest.add(shared * 100 / longer, Copied { left: id, right: other, runs });
                }
            }
            places.leave(left);
            closest.end_sentence();
        }
        closest.end_article(&mut copies);
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
struct Words<'a> {
    /// Of the sentence alone.
    terms: &'a [Term],
    spelt: &'a [u32],
    tokens: &'a [Token],
    /// The position of its first token in the document.
    start: usize,
    /// Tokens that are no punctuation.
    count: usize,
}

impl<'a> Words<'a> {
    /// Those of each sentence of an article.
    fn of_article(reading: &'a Reading<'_>, article: usize, terms: &'a Terms) -> Vec<Self> {
        let sentences = reading.document.sentences.iter().map(|sentence| {
            let tokens = &reading.document.tokens[sentence.tokens.clone()];
            Self {
                // An article of another story has no terms.
                terms: terms.of[article].get(sentence.tokens.clone()).unwrap_or_default(),
                spelt: terms.spelt[article].get(sentence.tokens.clone()).unwrap_or_default(),
                tokens,
                start: sentence.tokens.start,
                count: tokens.iter().filter(|token| token.shape != Shape::Mark).count(),
            }
        });
        sentences.collect()
    }

    /// The runs of a sentence that has the same words.
    fn all_of(&self, other: &Self) -> Vec<Run> {
        let words = self.tokens.len();
        let run = |from: usize, words: usize| Run { left: self.start + from, right: other.start + from, words };
        vec![run(0, words), run(words, 0)]
    }
}

/// The copies of the sentences of one article, of which only those are kept that are each the closest of the other, and
/// no other as close.
///
/// Of a sentence on the left that is known when all of the others have been looked at, of one on the right when all of the
/// article on the left have been.
struct Closest {
    /// Those of the sentence on the left, with how much they share.
    latest: Vec<(usize, Copied)>,
    /// Those of the sentences before it that are the closest of the one on the left.
    found: Vec<(usize, Copied)>,
    /// For each article, what is the closest of the sentence on the left there.
    there: Vec<Best>,
    /// For each sentence of each article, what is the closest of it in the article on the left.
    here: Vec<Vec<Best>>,
}

/// The most that a sentence shares with another so far.
#[derive(Clone, Copy, Default)]
struct Best {
    share: usize,
    /// Whether it shares as much with two.
    is_tied: bool,
}

impl Best {
    fn add(&mut self, share: usize) {
        if share >= self.share {
            *self = Self { share, is_tied: share == self.share };
        }
    }

    const fn is(self, share: usize) -> bool {
        self.share == share && !self.is_tied
    }
}

impl Closest {
    fn new(readings: &[Reading<'_>]) -> Self {
        let here = readings.iter().map(|reading| vec![Best::default(); reading.document.sentences.len()]).collect();
        Self { latest: Vec::new(), found: Vec::new(), there: vec![Best::default(); readings.len()], here }
    }

    fn add(&mut self, share: usize, copy: Copied) {
        self.there[copy.right.article].add(share);
        self.here[copy.right.article][copy.right.sentence].add(share);
        self.latest.push((share, copy));
    }

    /// Goes on to the next sentence on the left.
    fn end_sentence(&mut self) {
        for (share, copy) in self.latest.drain(..) {
            if self.there[copy.right.article].is(share) {
                self.found.push((share, copy));
            }
        }
        self.there.fill(Best::default());
    }

    /// Adds the copies of the article on the left to `copies`, and goes on to the next one.
    fn end_article(&mut self, copies: &mut Vec<Copied>) {
        for (share, copy) in self.found.drain(..) {
            if self.here[copy.right.article][copy.right.sentence].is(share) {
                copies.push(copy);
            }
        }
        self.here.iter_mut().for_each(|best| best.fill(Best::default()));
    }
}

/// Where each word stands in one sentence, a bit for each of its tokens, the last one first.
///
/// How many words two sentences share in one order is reckoned a row at a time (Hyyrö 2004). Most sentences that are alike
/// are no copies, so that without punctuation comes before which words they are.
struct Places {
    by_term: Vec<u128>,
    by_spelling: Vec<u128>,
    /// The tokens that are no punctuation.
    counted: u128,
    /// How many tokens the sentence has.
    len: usize,
    /// For each token of the other sentence, from which on the two are compared: a zero for each token of this one with
    /// which the longest row of shared words grows.
    rows: Vec<u128>,
}

impl Places {
    fn new(terms: &Terms) -> Self {
        let (by_term, by_spelling) = (vec![0; terms.weight.len()], vec![0; terms.spellings]);
        Self { by_term, by_spelling, counted: 0, len: 0, rows: Vec::new() }
    }

    /// Takes the place of each token of a sentence of [`MOST_TOKENS`] at most.
    fn enter(&mut self, words: &Words<'_>) {
        (self.len, self.counted) = (words.tokens.len(), 0);
        for (bit, at) in (0..self.len).rev().enumerate() {
            self.by_spelling[words.spelt[at] as usize] |= 1 << bit;
            self.by_term[words.terms[at] as usize] |= 1 << bit;
            self.counted |= u128::from(words.tokens[at].shape != Shape::Mark) << bit;
        }
        // What says nothing of the content is only the same where it is spelt alike.
        self.by_term[0] = 0;
    }

    fn leave(&mut self, words: &Words<'_>) {
        words.spelt.iter().for_each(|&spelt| self.by_spelling[spelt as usize] = 0);
        words.terms.iter().for_each(|&term| self.by_term[term as usize] = 0);
    }

    /// The tokens that are the same word as one of another sentence.
    fn same(&self, other: &Words<'_>, to: usize) -> u128 {
        self.by_spelling[other.spelt[to] as usize] | self.by_term[other.terms[to] as usize]
    }

    /// The row before another, of a token that is the same as some.
    const fn row(behind: u128, same: u128) -> u128 {
        behind.wrapping_add(behind & same) | (behind & !same)
    }

    /// The tokens from one on.
    const fn from(&self, at: usize) -> u128 {
        match self.len - at {
            0 => 0,
            tokens => u128::MAX >> (MOST_TOKENS - tokens),
        }
    }

    /// How many of some tokens are no punctuation.
    fn count(&self, tokens: Range<usize>) -> usize {
        (self.counted & self.from(tokens.start) & !self.from(tokens.end)).count_ones() as usize
    }

    /// How many words, but for punctuation, the sentence shares with another in one order, at most.
    fn most_shared(&self, other: &Words<'_>) -> usize {
        let rows = (0..other.tokens.len()).rev();
        rows.fold(u128::MAX, |behind, to| Self::row(behind, self.same(other, to) & self.counted)).count_zeros() as usize
    }

    /// The longest row of words that the sentence and another have in one order, as runs.
    fn runs(&mut self, words: &Words<'_>, other: &Words<'_>) -> Vec<Run> {
        let (mine, theirs) = (self.len, other.tokens.len());
        let mut rows = std::mem::take(&mut self.rows);
        rows.clear();
        rows.resize(theirs + 1, u128::MAX);
        for to in (0..theirs).rev() {
            rows[to] = Self::row(rows[to + 1], self.same(other, to));
        }
        let longest = |at: usize, to: usize| (!rows[to] & self.from(at)).count_ones();
        let (mut at, mut to) = (0, 0);
        let mut runs: Vec<Run> = Vec::new();
        while at < mine && to < theirs {
            let (left, right) = (words.start + at, other.start + to);
            if self.same(other, to) & self.from(at) & !self.from(at + 1) != 0 {
                match runs.last_mut().filter(|run| (run.left + run.words, run.right + run.words) == (left, right)) {
                    Some(run) => run.words += 1,
                    None => runs.push(Run { left, right, words: 1 }),
                }
                (at, to) = (at + 1, to + 1);
            } else if longest(at + 1, to) >= longest(at, to + 1) {
                at += 1;
            } else {
                to += 1;
            }
        }
        runs.push(Run { left: words.start + mine, right: other.start + theirs, words: 0 });
        self.rows = rows;
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::ingest, facts::Facts, language};

    /// The longest row of words that two sentences share, by a table of all pairs of them (Wagner and Fischer 1974).
    fn by_table(mine: &Words<'_>, theirs: &Words<'_>) -> Vec<(usize, usize)> {
        let is_same = |at: usize, to: usize| {
            mine.spelt[at] == theirs.spelt[to] || mine.terms[at] != 0 && mine.terms[at] == theirs.terms[to]
        };
        let (rows, columns) = (mine.tokens.len(), theirs.tokens.len());
        let mut longest = vec![vec![0; columns + 1]; rows + 1];
        for at in (0..rows).rev() {
            for to in (0..columns).rev() {
                longest[at][to] = match is_same(at, to) {
                    true => longest[at + 1][to + 1] + 1,
                    false => longest[at + 1][to].max(longest[at][to + 1]),
                };
            }
        }
        let (mut at, mut to, mut shared) = (0, 0, Vec::new());
        while at < rows && to < columns {
            if is_same(at, to) {
                shared.push((mine.start + at, theirs.start + to));
                (at, to) = (at + 1, to + 1);
            } else if longest[at + 1][to] >= longest[at][to + 1] {
                at += 1;
            } else {
                to += 1;
            }
        }
        shared
    }

    #[test]
    fn rows_of_bits_share_the_words_that_a_table_does() {
        // Sentences of few words in all orders and lengths, up to the longest that are looked at.
        let words = ["fire", "ferry", "the", "hurt", "police", ",", "12", "said"];
        let mut state = 1_u64;
        let mut next = |limit: u64| {
            state = state * 48_271 % 2_147_483_647;
            (state % limit) as usize
        };
        let mut text = || -> String {
            let sentence = |len: usize, next: &mut dyn FnMut(u64) -> usize| -> String {
                let of: Vec<&str> = (0..len).map(|_| words[next(words.len() as u64)]).collect();
                format!("Ferry {} stopped.\n\n", of.join(" "))
            };
            [3, 9, 20, 61, 62, 64, 90, 125].iter().map(|&len| sentence(len, &mut next)).collect()
        };
        let texts = [text(), text()];
        let articles = texts.each_ref().map(|text| ingest(text, None));
        let readings = articles.each_ref().map(|article| Reading::new(language::read(article), Facts::default(), None));
        let terms = Terms::new(&readings, &[0, 1]);
        let [left, right] = [0, 1].map(|article| Words::of_article(&readings[article], article, &terms));
        let mut places = Places::new(&terms);
        let mut compared = 0;
        let fits = |words: &&Words<'_>| words.tokens.len() <= MOST_TOKENS;
        for mine in left.iter().filter(fits) {
            places.enter(mine);
            for theirs in right.iter().filter(fits) {
                let runs = places.runs(mine, theirs);
                let shared: Vec<(usize, usize)> =
                    runs.iter().flat_map(|run| (0..run.words).map(|n| (run.left + n, run.right + n))).collect();
                assert_eq!(shared, by_table(mine, theirs));
                let counted = runs
                    .iter()
                    .map(|run| places.count(run.left - mine.start..run.left - mine.start + run.words))
                    .sum::<usize>();
                assert!(counted <= places.most_shared(theirs));
                compared += usize::from(!shared.is_empty());
            }
            places.leave(mine);
        }
        assert!(compared >= 36, "{compared}");
    }

    #[test]
    fn of_copies_only_the_closest_is_one() {
        let copies = |left: &str, right: &str| -> Vec<(usize, usize)> {
            let articles = [left, right].map(|text| ingest(text, None));
            let readings =
                articles.each_ref().map(|article| Reading::new(language::read(article), Facts::default(), None));
            let likeness = Likeness::new(&readings, &[0, 1], &Terms::new(&readings, &[0, 1]));
            likeness.parallel.all().iter().map(|copy| (copy.left.sentence, copy.right.sentence)).collect()
        };
        let wire = "The ferry Aurora hit the stone pier at Kelness on Monday.";
        let edited = "The ferry Aurora hit the old pier at Kelness on Monday.";
        let other = "Council members in Lund elected Ada Brunn mayor last night.";
        let [of_wire, of_both, of_other] = [wire, edited, other].map(|text| format!("{text} {text}"));
        assert_eq!(copies(wire, edited), [(0, 0)]);
        assert_eq!(copies(wire, &format!("{edited}\n\n{wire}")), [(0, 1)], "the closest on the right");
        assert_eq!(copies(&format!("{edited}\n\n{wire}"), wire), [(1, 0)], "the closest on the left");
        assert_eq!(copies(wire, &of_wire), [], "two are as close on the right");
        assert_eq!(copies(&of_both, wire), [], "two are as close on the left");
        assert_eq!(copies(wire, &of_other), []);
        assert_eq!(copies(&format!("{wire}\n\n{other}"), &format!("{other}\n\n{edited}")), [(0, 1), (1, 0)]);
    }
}
