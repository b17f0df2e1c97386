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
    /// The pairs that tell the same, ordered by left, then right: of each sentence the one in another article that is most
    /// like it, from [`ALIGNED`].
    ///
    /// Reports of one event share names and nouns, so that of each sentence dozens in the others are somewhat like it.
    /// Where one sentence tells what two tell elsewhere, it is the best of both and paired with either.
    pub aligned: Vec<SentencePair>,
    /// The pairs that are copies but for a few words.
    pub parallel: Parallel,
    /// Whether the articles have so many sentences that words which tell something were not looked up.
    pub is_cut: bool,
    /// All sentences, in order: what goes by a number here is one of them by its position.
    ids: Vec<SentenceId>,
    /// For each article, the number of its first sentence; none for one that was not compared.
    first: Vec<Option<u32>>,
    /// For each sentence, what is like it on the right.
    kept: Vec<Kept>,
    /// For each sentence, how much more like another it may be, in per cent, by words that were not looked up.
    unseen: Vec<u8>,
}

/// What is worth keeping of the pairs of which a sentence is the left one, in order. Two reports of 100 KB have a quarter of a
/// million, so that each takes as little room as it can.
#[derive(Debug, Clone, Default)]
struct Kept {
    /// The right sentence of each pair, and how alike the two are, in per cent.
    right: Box<[u32]>,
    percent: Box<[u8]>,
}

impl Likeness {
    /// Compares the sentences of `articles` by an index from terms to sentences. They are positions in `readings`, in
    /// order, and `terms` holds their terms.
    #[must_use]
    pub fn new(readings: &[Reading<'_>], articles: &[usize], terms: &Terms) -> Self {
        let mut likeness = Self::of_terms(readings, articles, terms);
        likeness.parallel = Parallel::new(readings, terms, &likeness);
        likeness
    }

    /// The same but for what goes by the order of words.
    fn of_terms(readings: &[Reading<'_>], articles: &[usize], terms: &Terms) -> Self {
        let mut ids = Vec::new();
        let mut bags: Vec<Vec<Term>> = Vec::new();
        for &article in articles {
            for (sentence, read) in readings[article].document.sentences.iter().enumerate() {
                ids.push(SentenceId { article, sentence });
                bags.push(if read.part.is_report() {
                    bag(&terms.of[article][read.tokens.clone()])
                } else {
                    Vec::new()
                });
            }
        }
        // A term weighs the same wherever it stands.
        let square = |&term: &Term| u64::from(terms.weight(term)).pow(2);
        let norms: Vec<u64> = bags.iter().map(|bag| bag.iter().map(square).sum()).collect();
        let mut index: Vec<Vec<u32>> = vec![Vec::new(); terms.weight.len()];
        for (at, bag) in (0..).zip(&bags) {
            bag.iter().for_each(|&term| index[term as usize].push(at));
        }
        let most = MOST_POSTINGS.min(MOST_STEPS / ids.len().max(1));
        let (mut kept, mut is_cut) = (Vec::with_capacity(ids.len()), false);
        let (mut right, mut percents) = (Vec::new(), Vec::new());
        let mut unseen = Vec::with_capacity(ids.len());
        let mut dots = vec![0_u64; ids.len()];
        let mut touched = Vec::new();
        let mut first = vec![None; readings.len()];
        let mut best = Best::new(ids.len(), readings.len());
        for (at, bag) in bags.iter().enumerate() {
            let own = ids[at].article;
            first[own].get_or_insert(at as u32);
            let mut passed_over = 0;
            for term in bag {
                // A word that stands in many sentences tells little of any two and costs the most.
                let postings = &index[*term as usize];
                let product = square(term);
                if postings.len() > most {
                    is_cut |= postings.len() <= MOST_POSTINGS;
                    passed_over += product;
                    continue;
                }
                // Sentences stand in the order of their articles.
                for &other in postings.iter().rev().take_while(|&&other| ids[other as usize].article > own) {
                    if dots[other as usize] == 0 {
                        touched.push(other);
                    }
                    dots[other as usize] += product;
                }
            }
            touched.sort_unstable();
            for &other in &touched {
                let dot = std::mem::take(&mut dots[other as usize]);
                let percent = cosine_percent(dot, norms[at], norms[other as usize]);
                if percent >= KEPT {
                    right.push(other);
                    percents.push(percent as u8);
                    best.add(percent, (at, own), (other as usize, ids[other as usize].article));
                }
            }
            touched.clear();
            // As if another sentence had just these words (Cauchy and Schwarz: no other makes it more like).
            unseen.push(cosine_percent(passed_over, norms[at], passed_over) as u8);
            kept.push(Kept { right: right.as_slice().into(), percent: percents.as_slice().into() });
            right.clear();
            percents.clear();
        }
        let mut likeness =
            Self { aligned: Vec::new(), parallel: Parallel::default(), is_cut, ids, first, kept, unseen };
        let (mut aligned, mut best) = (Vec::new(), best.of.into_iter());
        likeness.each(&mut |pair| aligned.extend(best.next().filter(|&of| of > 0).map(|_| pair)));
        likeness.aligned = aligned;
        likeness
    }

    /// Goes through all pairs worth keeping, ordered by left, then right.
    pub fn each(&self, look: &mut dyn FnMut(SentencePair)) {
        for (left, pairs) in self.by_left() {
            pairs.for_each(|(right, percent)| look(SentencePair { left, right, percent }));
        }
    }

    /// The pairs by their left sentence: each with those on the right and how alike they are, in order.
    pub(super) fn by_left(
        &self,
    ) -> impl Iterator<Item = (SentenceId, impl Iterator<Item = (SentenceId, u32)> + '_)> + '_ {
        self.ids.iter().enumerate().map(|(at, &left)| (left, self.of(at)))
    }

    fn of(&self, left: usize) -> impl Iterator<Item = (SentenceId, u32)> + '_ {
        let kept = &self.kept[left];
        let right = kept.right.iter().map(|&right| self.ids[right as usize]);
        right.zip(kept.percent.iter().map(|&percent| u32::from(percent)))
    }

    /// How alike two sentences are, in per cent; 0 for a pair that was not kept.
    #[must_use]
    pub fn percent(&self, one: SentenceId, other: SentenceId) -> u32 {
        let (left, right) = if one <= other { (one, other) } else { (other, one) };
        let (Some(left), Some(right)) = (self.number(left), self.number(right)) else { return 0 };
        let kept = &self.kept[left];
        kept.right.binary_search(&(right as u32)).map_or(0, |at| u32::from(kept.percent[at]))
    }

    /// How much more like a sentence of another article one may be than the pairs say, in per cent: words that stand in too
    /// many sentences are not looked up.
    #[must_use]
    pub fn unseen(&self, id: SentenceId) -> u32 {
        self.number(id).map_or(0, |at| u32::from(self.unseen[at]))
    }

    fn number(&self, id: SentenceId) -> Option<usize> {
        Some(*self.first.get(id.article)?.as_ref()? as usize + id.sentence)
    }
}

/// Which pairs are the best of a sentence so far.
struct Best {
    /// For each pair, of how many of its two sentences it is the best in the other's article.
    of: Vec<u8>,
    /// For each sentence, its best in the article on the left.
    here: Vec<Option<Rival>>,
    /// For each article, the best that the sentence on the left has in it.
    there: Vec<Option<Rival>>,
}

/// A pair that is the best of a sentence so far.
#[derive(Clone, Copy)]
struct Rival {
    /// The article, or the sentence, on the left of which it is the best: of another one it is of the past.
    owner: usize,
    pair: usize,
    percent: u32,
}

impl Best {
    fn new(sentences: usize, articles: usize) -> Self {
        Self { of: Vec::new(), here: vec![None; sentences], there: vec![None; articles] }
    }

    /// Takes in the next pair, by the numbers and the articles of its sentences.
    fn add(&mut self, percent: u32, left: (usize, usize), right: (usize, usize)) {
        let pair = self.of.len();
        self.of.push(0);
        if percent < ALIGNED {
            return;
        }
        for (rival, owner) in [(&mut self.here[right.0], left.1), (&mut self.there[right.1], left.0)] {
            match rival.filter(|before| before.owner == owner) {
                // Of two that are equally alike the first one is taken.
                Some(before) if before.percent >= percent => continue,
                Some(before) => self.of[before.pair] -= 1,
                None => {}
            }
            self.of[pair] += 1;
            *rival = Some(Rival { owner, pair, percent });
        }
    }
}

/// Sentences above which a term is too common to be looked up. Sixty articles of one story have about two thousand
/// sentences; a term in more than every fourth of them weighs the least there is.
const MOST_POSTINGS: usize = 500;

/// The product of sentences and of those that have one term, at most: from four thousand sentences on, words have to be
/// rarer. Without, two texts at the limit would have millions of pairs of sentences with one name in common.
const MOST_STEPS: usize = 2_000_000;

/// The terms of a sentence, each once, in order.
fn bag(terms: &[Term]) -> Vec<Term> {
    let mut bag: Vec<Term> = terms.iter().copied().filter(|&term| term != 0).collect();
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
    let is_small = dot.max(left).max(right) < 1 << 25;
    let percent = match is_small {
        true => (dot * dot * 10_000 / (left * right)).isqrt() as u32,
        false => (u128::from(dot) * u128::from(dot) * 10_000 / (u128::from(left) * u128::from(right))).isqrt() as u32,
    };
    percent.min(100)
}
