//! Which happenings are told by a word in common, without a look at each pair of them.

use crate::alignment::{
    happenings::{Happening, Word},
    terms::Terms,
};

/// The happenings by the words that tell them and by those that take part: each word goes by its term, and by each set
/// that it is in.
pub(super) struct Words {
    told: Index,
    parties: Index,
}

impl Words {
    pub(super) fn new(all: &[Happening], terms: &Terms) -> Self {
        let mut words = Self { told: Index::new(terms), parties: Index::new(terms) };
        for (at, happening) in (0..).zip(all) {
            words.told.add(&happening.predicates, at);
            words.parties.add(&happening.parties, at);
        }
        words
    }

    /// The happenings of later articles that are told by a word that one is told by, in order, or of which a word tells
    /// what takes part in the other. `marks` is a bit for each happening and is left without any.
    pub(super) fn like(&self, all: &[Happening], at: usize, marks: &mut [u64], like: &mut Vec<u32>) {
        let later = all.partition_point(|other| other.article <= all[at].article) as u32;
        let mut mark = |lists: &mut dyn Iterator<Item = &[u32]>| {
            for list in lists {
                let from = list.partition_point(|&other| other < later);
                list[from..].iter().for_each(|&other| marks[other as usize / 64] |= 1 << (other % 64));
            }
        };
        mark(&mut self.told.of(&all[at].predicates));
        mark(&mut self.parties.of(&all[at].predicates));
        mark(&mut self.told.of(&all[at].parties));
        like.clear();
        for (word, marks) in marks.iter_mut().enumerate().skip(later as usize / 64) {
            while *marks != 0 {
                like.push(word as u32 * 64 + marks.trailing_zeros());
                *marks &= *marks - 1;
            }
        }
    }
}

/// Happenings by some of their words, in order.
struct Index {
    by_term: Vec<Vec<u32>>,
    by_set: Vec<Vec<u32>>,
}

impl Index {
    fn new(terms: &Terms) -> Self {
        Self { by_term: vec![Vec::new(); terms.weight.len()], by_set: Vec::new() }
    }

    fn add(&mut self, words: &[Word], at: u32) {
        for word in words {
            if word.term != 0 {
                self.by_term[word.term as usize].push(at);
            }
            for &set in &word.kin {
                let set = set.unsigned_abs() as usize;
                if self.by_set.len() <= set {
                    self.by_set.resize(set + 1, Vec::new());
                }
                self.by_set[set].push(at);
            }
        }
    }

    /// The happenings with each term and each set of some words.
    fn of(&self, words: &[Word]) -> impl Iterator<Item = &[u32]> {
        words.iter().flat_map(|word| {
            let term = if word.term == 0 { None } else { self.by_term.get(word.term as usize) };
            let sets = word.kin.iter().filter_map(|&set| self.by_set.get(set.unsigned_abs() as usize));
            term.into_iter().chain(sets).map(Vec::as_slice)
        })
    }
}

/// For a happening, once it was asked: the first and the last sentence in which each article tells anything like it.
pub(super) struct Sole<'w> {
    words: &'w Words,
    articles: usize,
    known: Vec<Option<Sentences>>,
}

/// For each article, a first and a last sentence, if there are any.
type Sentences = Vec<Option<(u32, u32)>>;

impl<'w> Sole<'w> {
    pub(super) fn new(words: &'w Words, happenings: usize, articles: usize) -> Self {
        Self { words, articles, known: vec![None; happenings] }
    }

    /// Whether no other sentence of an article tells anything like what a happening of another article tells.
    pub(super) fn holds(&mut self, all: &[Happening], own: usize, other: usize) -> bool {
        let like = self.known[other].get_or_insert_with(|| {
            let mut like = vec![None; self.articles];
            for &rival in self.words.told.of(&all[other].predicates).flatten() {
                let Happening { article, sentence, .. } = all[rival as usize];
                let at = sentence as u32;
                let (first, last) = like[article].get_or_insert((at, at));
                (*first, *last) = ((*first).min(at), (*last).max(at));
            }
            like
        });
        let own = &all[own];
        let sentence = own.sentence as u32;
        like[own.article].is_none_or(|like| like == (sentence, sentence))
    }
}
