//! Words as numbers: one term for all forms of a word, and for all words of a set.
//!
//! Words of one concept ("killed", "deaths", "fatalities") share a term, in all their forms; other words go by their
//! root, in one spelling for British and American English. How much a
//! term tells is weighed by how few sentences have it (Spärck Jones 1972), as a whole number: the bit length of
//! the inverse frequency stands in for its logarithm, so that no platform can round it differently.

use super::{Reading, vocabulary::UNLISTED};
use crate::text::{WordNumbers, number};

/// A term's number; 0 for a word that says nothing of a text's content.
pub type Term = u32;

/// The terms of all articles of a comparison.
#[derive(Debug, Clone)]
pub struct Terms {
    /// For each article, the term of each token.
    pub of: Vec<Vec<Term>>,
    /// For each article, the number of each token's spelling, which says only whether two are spelt alike.
    pub(super) spelt: Vec<Vec<u32>>,
    /// How many spellings there are.
    pub(super) spellings: usize,
    /// For each term, how much it tells: 1 for what stands in every other sentence, more for what is rare.
    pub weight: Vec<u32>,
    /// Terms up to this one are concepts.
    concepts: Term,
    /// How much a term tells that one sentence alone has.
    pub most: u32,
}

impl Terms {
    /// Numbers and weighs the words of `articles`, which are positions in `readings`; the others have no terms.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], articles: &[usize]) -> Self {
        let concepts = readings.iter().map(|reading| reading.document.lists().concepts()).max().unwrap_or(0) as Term;
        let own = || articles.iter().map(|&at| (at, &**readings[at].vocabulary()));
        let listed = own().flat_map(|(_, words)| &words.spelt).filter(|&&word| word < UNLISTED).max();
        let (first_root, first_unlisted) = (concepts + 1, listed.map_or(0, |last| last + 1));
        let (mut roots, mut unlisted) = (WordNumbers::default(), WordNumbers::default());
        let (mut of, mut spelt) = (vec![Vec::new(); readings.len()], vec![Vec::new(); readings.len()]);
        for (at, words) in own() {
            let numbers = join(&words.roots, &mut roots, first_root);
            of[at] = renumbered(&words.of, words.concepts + 1, &numbers);
            let numbers = join(&words.unlisted, &mut unlisted, first_unlisted);
            spelt[at] = renumbered(&words.spelt, UNLISTED, &numbers);
        }
        let spellings = without_gaps(&mut spelt, first_unlisted as usize + unlisted.len());
        let count = first_root as usize + roots.len();
        let (mut sentences, mut frequency, mut seen_in) = (0_u32, vec![0_u32; count], vec![0_u32; count]);
        for &at in articles {
            let terms = &of[at];
            for sentence in &readings[at].document.sentences {
                sentences += 1;
                for &term in &terms[sentence.tokens.clone()] {
                    let term = term as usize;
                    if term != 0 && seen_in[term] != sentences {
                        seen_in[term] = sentences;
                        frequency[term] += 1;
                    }
                }
            }
        }
        let weight = frequency
            .iter()
            .map(|&seen| sentences.checked_div(seen).map_or(0, |rarity| 1 + rarity.max(1).ilog2()))
            .collect();
        Self { of, spelt, spellings, weight, concepts, most: 1 + sentences.max(1).ilog2() }
    }

    /// Whether a term stands for a set of words.
    #[must_use]
    pub const fn is_concept(&self, term: Term) -> bool {
        term != 0 && term <= self.concepts
    }

    /// How much a term tells.
    #[must_use]
    pub fn weight(&self, term: Term) -> u32 {
        self.weight.get(term as usize).copied().unwrap_or(0)
    }
}

/// The numbers of an article's words among those of all articles, of which `known` has those met before and `first` is the
/// lowest.
fn join<'v>(words: &'v [String], known: &mut WordNumbers<'v>, first: u32) -> Vec<u32> {
    let joined = |word: &'v String| {
        let next = first + known.len() as u32;
        number(word, known, next)
    };
    words.iter().map(joined).collect()
}

/// What an article's tokens go by among all articles: below `first` as in the article, and behind it by `numbers`.
fn renumbered(own: &[u32], first: u32, numbers: &[u32]) -> Vec<u32> {
    let number = |&own: &u32| own.checked_sub(first).map_or(own, |at| numbers[at as usize]);
    own.iter().map(number).collect()
}

/// Numbers anew, from 0 on and without gaps, what goes by numbers below `most`; returns how many there are. A report has few
/// of the words of the lists, and what is kept by their numbers is made for each comparison.
fn without_gaps(numbers: &mut [Vec<u32>], most: usize) -> usize {
    let (mut found, mut count) = (vec![u32::MAX; most], 0);
    for number in numbers.iter_mut().flatten() {
        let known = &mut found[*number as usize];
        if *known == u32::MAX {
            *known = count;
            count += 1;
        }
        *number = *known;
    }
    count as usize
}
