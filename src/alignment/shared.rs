//! Shared copy: runs of words that two articles or more have in common, as wire copy.
//!
//! An index of all runs of [`RUN`] words over all articles finds which begin alike; those that follow each other in
//! the same articles are one run, as long as it can be. Four outlets with one agency's text make one run with four
//! places. Case and punctuation are left out, since desks change them; pages' own lines are not looked at.
//!
//! # Sources
//! Clough, Gaizauskas, Piao and Wilks, *METER: MEasuring TExt Reuse* (2002), for n-gram overlap of newspapers with
//! wire copy; Coulthard, *Author Identification, Idiolect, and Linguistic Uniqueness* (2004), for the length from which
//! two writers hardly ever put the same words together.

use std::{iter, num::NonZero, ops::Range};

use super::{Reading, terms::Terms};
use crate::language::tokens::Shape;

/// Words from which a run is shared copy. Words inside quotation marks do not count: two reporters who hear one
/// sentence write the same words.
///
/// Coulthard finds strings of ten to be unique. Reports of one event have its names and offices in common: in 63 groups
/// of real reports a third of the runs of ten words were such chance (*charged with 269 counts of wire fraud and money
/// laundering*), and one in ten of those of twelve.
pub const RUN: usize = 12;

/// Words that articles have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRun {
    /// How many words.
    pub words: usize,
    /// Where they stand, once an article, in the order of articles.
    pub places: Vec<SharedPlace>,
}

/// One place of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPlace {
    /// Position of the article.
    pub article: usize,
    /// The tokens of the words and of the marks between them.
    pub tokens: Range<usize>,
    /// Whether the words stand elsewhere among those that the article shares with the first article of the run.
    pub is_moved: bool,
}

/// The words of all articles, one behind the other.
struct Words<'r, 't> {
    readings: &'r [Reading<'t>],
    /// Article and token of each word.
    at: Vec<(u32, u32)>,
    /// The number of its spelling.
    spelt: Vec<u32>,
}

/// The next word of a row, if there is one; none is the very first of all.
type Next = Option<NonZero<u32>>;

/// Runs of words that are followed alike, before they are cut to size: their first words, one an article.
struct Candidate {
    first: Vec<u32>,
    len: usize,
}

/// Finds what the articles share, in the order of the first article and its text. Takes time in proportion to the
/// length of the texts, but for sorting.
#[must_use]
pub fn shared(readings: &[Reading<'_>], terms: &Terms) -> Vec<SharedRun> {
    if readings.len() < 2 {
        return Vec::new();
    }
    let words = Words::new(readings, terms);
    let mut candidates = words.candidates();
    // What most articles have goes first; what is then left of a run beside it is no longer theirs.
    candidates.sort_by_key(|run| (std::cmp::Reverse((run.first.len(), run.len)), run.first[0]));
    let mut taken = vec![false; words.at.len()];
    let mut runs: Vec<SharedRun> = candidates.iter().filter_map(|run| words.run(run, &mut taken)).collect();
    runs.sort_by_key(|run| (run.places[0].article, run.places[0].tokens.start, run.places[1].article));
    mark_moved(&mut runs, readings.len());
    runs
}

impl<'r, 't> Words<'r, 't> {
    fn new(readings: &'r [Reading<'t>], terms: &Terms) -> Self {
        let most = readings.iter().map(|reading| reading.document.tokens.len()).sum();
        let (mut at, mut spelt) = (Vec::with_capacity(most), Vec::with_capacity(most));
        for (article, reading) in readings.iter().enumerate() {
            let document = &reading.document;
            for sentence in document.sentences.iter().filter(|sentence| sentence.part.is_report()) {
                for token in sentence.tokens.clone().filter(|&token| document.tokens[token].shape != Shape::Mark) {
                    at.push((article as u32, token as u32));
                    spelt.push(terms.spelt[article][token]);
                }
            }
        }
        Self { readings, at, spelt }
    }

    fn article(&self, word: usize) -> Option<u32> {
        self.at.get(word).map(|&(article, _)| article)
    }

    /// Whether two runs of [`RUN`] words are the same.
    fn is_same(&self, one: usize, other: usize) -> bool {
        self.spelt[one..one + RUN] == self.spelt[other..other + RUN]
    }

    /// Whether a word counts: it is no sign, no *'s*, and stands outside quotation marks.
    fn counts(&self, word: usize) -> bool {
        let (article, token) = self.at[word];
        let document = &self.readings[article as usize].document;
        let is_clitic = document.word(token as usize).starts_with(['\'', '’']);
        !document.quoted[token as usize] && document.tokens[token as usize].shape != Shape::Sign && !is_clitic
    }

    /// For each word, the next one with which the same run of [`RUN`] words begins, each in a later article: behind those
    /// that are the first of their run, all the others.
    fn beginnings(&self) -> (Vec<Next>, Vec<u32>) {
        // The hash of each run with its first word in the lowest bits: sorted, those of one run stand together, in order.
        let bits = usize::BITS - self.at.len().leading_zeros();
        let mut runs: Vec<u64> = Vec::with_capacity(self.at.len());
        for (word, run) in self.spelt.windows(RUN).enumerate() {
            if self.article(word) == self.article(word + RUN - 1) {
                // Multiplied and turned, word by word. What falls together by chance is told apart below.
                let mix = |hash: u64, &next: &u32| {
                    (hash ^ u64::from(next)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
                };
                runs.push(run.iter().fold(0, mix) << bits | word as u64);
            }
        }
        runs.sort_unstable();
        let mut next = vec![None; self.at.len()];
        let mut firsts = Vec::new();
        for alike in runs.chunk_by(|left, right| left >> bits == right >> bits) {
            let word = |run: u64| (run & ((1 << bits) - 1)) as usize;
            let first = word(alike[0]);
            let mut last = first;
            for &run in &alike[1..] {
                let word = word(run);
                // What an article says twice counts where it stands first.
                if self.article(last) != self.article(word) && self.is_same(first, word) {
                    next[last] = NonZero::new(word as u32);
                    last = word;
                }
            }
            if last != first {
                firsts.push(first as u32);
            }
        }
        firsts.sort_unstable();
        (next, firsts)
    }

    /// The runs that cannot be made longer without losing an article.
    fn candidates(&self) -> Vec<Candidate> {
        let (next, firsts) = self.beginnings();
        let mut runs: Vec<Candidate> = Vec::new();
        for word in firsts {
            let found = || iter::successors(Some(word), |&word| next[word as usize].map(NonZero::get));
            let follows = |last: &Candidate| {
                let step = (last.len - RUN + 1) as u32;
                last.first[0] + step == word && last.first.iter().map(|first| first + step).eq(found())
            };
            match runs.last_mut().filter(|last| follows(last)) {
                Some(last) => last.len += 1,
                None => runs.push(Candidate { first: found().collect(), len: RUN }),
            }
        }
        runs
    }

    /// A candidate without what others have taken at its ends; none when too little is left.
    fn run(&self, candidate: &Candidate, taken: &mut [bool]) -> Option<SharedRun> {
        let all =
            |n: usize, fits: &dyn Fn(usize) -> bool| candidate.first.iter().all(|&first| fits(first as usize + n));
        let is_taken = |n: &usize| all(*n, &|word| taken[word]);
        let start = (0..candidate.len).find(|n| !is_taken(n))?;
        let end = (start..candidate.len).rfind(|n| !is_taken(n))? + 1;
        let own = (start..end).filter(|&n| all(n, &|word| self.counts(word))).count();
        if own < RUN {
            return None;
        }
        let mut places = Vec::new();
        for &first in &candidate.first {
            let words = first as usize + start..first as usize + end;
            taken[words.clone()].fill(true);
            let ((article, from), (_, to)) = (self.at[words.start], self.at[words.end - 1]);
            let tokens = from as usize..to as usize + 1;
            places.push(SharedPlace { article: article as usize, tokens, is_moved: false });
        }
        Some(SharedRun { words: end - start, places })
    }
}

/// Marks the places that break the order in which the first article of their run has what the two share: all but the
/// longest series of runs that stand in one order in both.
fn mark_moved(runs: &mut [SharedRun], articles: usize) {
    for first in 0..articles {
        for other in first + 1..articles {
            // Runs are in the order of their first article.
            let mut met: Vec<(usize, usize, usize)> = Vec::new();
            for (at, run) in runs.iter().enumerate().filter(|(_, run)| run.places[0].article == first) {
                if let Some(place) = run.places.iter().position(|place| place.article == other) {
                    met.push((run.places[place].tokens.start, at, place));
                }
            }
            let starts: Vec<usize> = met.iter().map(|&(start, ..)| start).collect();
            let kept = longest_rise(&starts);
            for (index, &(_, run, place)) in met.iter().enumerate() {
                runs[run].places[place].is_moved = kept.binary_search(&index).is_err();
            }
        }
    }
}

/// The positions of a longest series of rising values, in order (Schensted 1961).
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // For each length, where the series of that length with the lowest end ends; for each value, what stands before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, value) in values.iter().enumerate() {
        let len = ends.partition_point(|&end| values[end] < *value);
        before.push(len.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut series = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        series.push(at);
        next = before[at];
    }
    series.reverse();
    series
}

#[cfg(test)]
mod tests {
    use super::longest_rise;

    #[test]
    fn the_longest_series_in_order_is_kept() {
        assert!(longest_rise(&[]).is_empty());
        assert_eq!(longest_rise(&[4, 7, 9]), [0, 1, 2]);
        assert_eq!(longest_rise(&[9, 4, 7]), [1, 2], "what stood first now stands last");
        assert_eq!(longest_rise(&[3, 1, 2, 9, 5, 6]), [1, 2, 4, 5]);
    }
}
