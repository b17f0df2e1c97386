//! Words as numbers: one term for all forms of a word, and for all words of a set.
//!
//! Words of one concept ("killed", "deaths", "fatalities") share a term, in all their forms; other words go by their
//! root, in one spelling for British and American English. How much a
//! term tells is weighed by how few sentences have it (Spärck Jones 1972), as a whole number: the bit length of
//! the inverse frequency stands in for its logarithm, so that no platform can round it differently.

use std::collections::HashMap;

use super::{
    Reading,
    vocabulary::{Root, Spelling, Vocabulary},
};

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
        let mut shared = Shared { concepts, ..Shared::default() };
        let (mut of, mut spelt) = (vec![Vec::new(); readings.len()], vec![Vec::new(); readings.len()]);
        for &at in articles {
            (of[at], spelt[at]) = shared.number(readings[at].vocabulary());
        }
        let count = concepts as usize + shared.roots.len() + 1;
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
        Self { of, spelt, spellings: shared.spellings as usize, weight, concepts, most: 1 + sentences.max(1).ilog2() }
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

/// What the articles have in common, by number.
#[derive(Default)]
struct Shared<'v> {
    concepts: Term,
    roots: HashMap<&'v str, Term>,
    /// The number of the spelling of each word of the lists, and one more; 0 for what has not been met.
    listed: Vec<u32>,
    unlisted: HashMap<&'v str, u32>,
    spellings: u32,
}

impl<'v> Shared<'v> {
    /// The terms and the spellings of an article's tokens.
    fn number(&mut self, vocabulary: &'v Vocabulary) -> (Vec<Term>, Vec<u32>) {
        let roots = vocabulary.roots.iter().map(|root| {
            let next = self.concepts + self.roots.len() as Term + 1;
            *self.roots.entry(root).or_insert(next)
        });
        let roots: Vec<Term> = roots.collect();
        let unlisted = vocabulary.unlisted.iter().map(|word| {
            *self.unlisted.entry(word).or_insert_with(|| {
                self.spellings += 1;
                self.spellings - 1
            })
        });
        let unlisted: Vec<u32> = unlisted.collect();
        let terms = vocabulary.of.iter().map(|root| match *root {
            Root::None => 0,
            Root::Concept(row) => Term::from(row) + 1,
            Root::Own(at) => roots[at as usize],
        });
        let spelt = vocabulary.spelt.iter().map(|spelling| match *spelling {
            Spelling::Listed(entry) => self.listed(usize::from(entry)),
            Spelling::Unlisted(at) => unlisted[at as usize],
        });
        (terms.collect(), spelt.collect())
    }

    /// The spelling of a word of the lists.
    fn listed(&mut self, entry: usize) -> u32 {
        if self.listed.len() <= entry {
            self.listed.resize(entry + 1, 0);
        }
        let number = &mut self.listed[entry];
        if *number == 0 {
            self.spellings += 1;
            *number = self.spellings;
        }
        *number - 1
    }
}
