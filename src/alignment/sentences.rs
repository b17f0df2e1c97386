//! Which sentences of different articles tell the same.
//!
//! Weighted cosine over terms, with frequencies from the compared articles only (Nelken and Shieber 2006), many to
//! many. Numbers and times are left out: two sentences that differ in a number still tell of the same thing.

use super::{
    Reading,
    parallel::Parallel,
    terms::{Term, Terms},
};

/// A sentence of an article, by positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SentenceId {
    /// Position of the article.
    pub article: usize,
    /// Position of the sentence in its document.
    pub sentence: usize,
}

/// Two sentences of different articles that share terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentencePair {
    /// The one of the earlier article.
    pub left: SentenceId,
    /// The one of the later article.
    pub right: SentenceId,
    /// How alike they are, in per cent.
    pub percent: u32,
}

/// Cosine, in per cent, from which two sentences are taken to tell the same.
///
/// On the annotated groups pairs below 25 are mostly of one topic only; between 25 and 40 about two in three tell
/// the same.
pub const ALIGNED: u32 = 30;

/// Cosine below which a pair is not kept at all.
const KEPT: u32 = 8;

/// The likeness of sentences over all articles.
#[derive(Debug, Clone, Default)]
pub struct Likeness {
    /// All pairs worth keeping, ordered by left, then right.
    pub pairs: Vec<SentencePair>,
    /// Those among them that tell the same, in this order: of each sentence the one in another article that is most like
    /// it, from [`ALIGNED`].
    ///
    /// Reports of one event share names and nouns, so that of each sentence dozens in the others are somewhat like it.
    /// Where one sentence tells what two tell elsewhere, it is the best of both and paired with either.
    pub aligned: Vec<SentencePair>,
    /// Those among them that are copies but for a few words.
    pub parallel: Parallel,
    /// For each sentence of each article, where its pairs begin, and where those of the last one end.
    starts: Vec<Vec<usize>>,
}

impl Likeness {
    /// Compares the sentences of `articles` by an index from terms to sentences. They are positions in `readings`, in
    /// order, and `terms` holds their terms.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], articles: &[usize], terms: &Terms) -> Self {
        let mut ids = Vec::new();
        let mut bags: Vec<Vec<(Term, u32)>> = Vec::new();
        for &article in articles {
            for (sentence, read) in readings[article].document.sentences.iter().enumerate() {
                ids.push(SentenceId { article, sentence });
                bags.push(if read.part.is_report() {
                    bag(&terms.of[article][read.tokens.clone()], terms)
                } else {
                    Vec::new()
                });
            }
        }
        let norms: Vec<u64> =
            bags.iter().map(|bag| bag.iter().map(|&(_, weight)| u64::from(weight).pow(2)).sum()).collect();
        let mut index: Vec<Vec<(u32, u32)>> = vec![Vec::new(); terms.weight.len()];
        for (at, bag) in bags.iter().enumerate() {
            for &(term, weight) in bag {
                index[term as usize].push((at as u32, weight));
            }
        }
        let most = MOST_POSTINGS.min(MOST_STEPS / ids.len().max(1));
        let mut pairs = Vec::new();
        let mut dots = vec![0_u64; ids.len()];
        let mut touched = Vec::new();
        let mut starts = vec![Vec::new(); readings.len()];
        let mut best = Best::new(ids.len(), readings.len());
        for (at, bag) in bags.iter().enumerate() {
            starts[ids[at].article].push(pairs.len());
            for &(term, weight) in bag {
                // A word that stands in many sentences tells little of any two and costs the most.
                let postings = &index[term as usize];
                if postings.len() > most {
                    continue;
                }
                for &(other, other_weight) in postings {
                    if ids[other as usize].article > ids[at].article {
                        if dots[other as usize] == 0 {
                            touched.push(other);
                        }
                        dots[other as usize] += u64::from(weight) * u64::from(other_weight);
                    }
                }
            }
            touched.sort_unstable();
            for &other in &touched {
                let dot = std::mem::take(&mut dots[other as usize]);
                let percent = cosine_percent(dot, norms[at], norms[other as usize]);
                if percent >= KEPT {
                    pairs.push(SentencePair { left: ids[at], right: ids[other as usize], percent });
                    best.add(&pairs, other as usize);
                }
            }
            touched.clear();
        }
        // The pairs of a sentence end where those of the next one begin.
        for &article in articles {
            let next = pairs.partition_point(|pair: &SentencePair| pair.left.article <= article);
            starts[article].push(next);
        }
        pairs.shrink_to_fit();
        let aligned = pairs.iter().zip(best.of).filter(|&(_, of)| of > 0).map(|(&pair, _)| pair).collect();
        let parallel = Parallel::new(readings, terms, &pairs);
        Self { pairs, aligned, parallel, starts }
    }

    /// The pairs of two articles, the earlier one first.
    pub fn of_articles(&self, left: usize, right: usize) -> impl Iterator<Item = &SentencePair> {
        let start = self.pairs.partition_point(|pair| pair.left.article < left);
        let end = self.pairs.partition_point(|pair| pair.left.article <= left);
        self.pairs[start..end].iter().filter(move |pair| pair.right.article == right)
    }

    /// How alike two sentences are, in per cent; 0 for a pair that was not kept.
    #[must_use]
    pub fn percent(&self, one: SentenceId, other: SentenceId) -> u32 {
        let (left, right) = if one <= other { (one, other) } else { (other, one) };
        let starts = self.starts.get(left.article).map_or(&[][..], Vec::as_slice);
        let Some(&[start, end]) = starts.get(left.sentence..left.sentence + 2) else { return 0 };
        let own = &self.pairs[start..end];
        own.binary_search_by_key(&right, |pair| pair.right).map_or(0, |at| own[at].percent)
    }
}

/// Which pairs are the best of a sentence so far.
///
/// Invariant: `here` and `there` hold positions of pairs, or none; what they hold of another sentence or article than that
/// of the last pair is of the past.
struct Best {
    /// For each pair, of how many of its two sentences it is the best in the other's article.
    of: Vec<u8>,
    /// For each sentence, its best in the article on the left.
    here: Vec<usize>,
    /// For each article, the best that the sentence on the left has in it.
    there: Vec<usize>,
}

impl Best {
    fn new(sentences: usize, articles: usize) -> Self {
        Self { of: Vec::new(), here: vec![usize::MAX; sentences], there: vec![usize::MAX; articles] }
    }

    /// Takes in the last of the pairs, of which `right` is the sentence on the right.
    fn add(&mut self, pairs: &[SentencePair], right: usize) {
        let index = pairs.len() - 1;
        let pair = pairs[index];
        self.of.push(0);
        if pair.percent < ALIGNED {
            return;
        }
        let rivals = [&mut self.here[right], &mut self.there[pair.right.article]];
        for (side, rival) in rivals.into_iter().enumerate() {
            let before = pairs.get(*rival).filter(|before| {
                before.left.article == pair.left.article && (side == 0 || before.left.sentence == pair.left.sentence)
            });
            match before {
                // Of two that are equally alike the first one is taken.
                Some(before) if before.percent >= pair.percent => continue,
                Some(_) => self.of[*rival] -= 1,
                None => {}
            }
            self.of[index] += 1;
            *rival = index;
        }
    }
}

/// Sentences above which a term is too common to be looked up. Sixty articles of one story have about two thousand
/// sentences; a term in more than every fourth of them weighs the least there is.
const MOST_POSTINGS: usize = 500;

/// The product of sentences and of those that have one term, at most: from four thousand sentences on, words have to be
/// rarer. Without, two texts at the limit would have millions of pairs of sentences with one name in common.
const MOST_STEPS: usize = 2_000_000;

/// The terms of a sentence with their weights, each once, in order.
fn bag(terms: &[Term], all: &Terms) -> Vec<(Term, u32)> {
    let mut bag: Vec<(Term, u32)> =
        terms.iter().filter(|&&term| term != 0).map(|&term| (term, all.weight(term))).collect();
    bag.sort_unstable();
    bag.dedup();
    bag
}

/// `100 · dot / √(left · right)` in whole numbers.
pub(super) fn cosine_percent(dot: u64, left: u64, right: u64) -> u32 {
    if left == 0 || right == 0 {
        return 0;
    }
    // Hardly a sentence is so long that it takes more than 64 bits, in which a browser reckons many times as fast.
    let small = dot.checked_mul(dot).and_then(|square| square.checked_mul(10_000)).zip(left.checked_mul(right));
    let percent = match small {
        Some((square, of)) => (square / of).isqrt() as u32,
        None => (u128::from(dot) * u128::from(dot) * 10_000 / (u128::from(left) * u128::from(right))).isqrt() as u32,
    };
    percent.min(100)
}
