//! Words as numbers: one term for all forms of a word, and for all words of a set.
//!
//! Words of one concept ("killed", "deaths", "fatalities") share a term, in all their forms; other words go by their
//! root, in one spelling for British and American English. How much a
//! term tells is weighed by how few sentences have it (Spärck Jones 1972), as a whole number: the bit length of
//! the inverse frequency stands in for its logarithm, so that no platform can round it differently.

use std::collections::HashMap;

use super::Reading;
use crate::language::{
    Document, lemmas,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::Shape,
};

/// A term's number; 0 for a word that says nothing of a text's content.
pub type Term = u32;

/// The terms of all articles of a comparison.
#[derive(Debug, Clone)]
pub struct Terms {
    /// For each article, the term of each token.
    pub of: Vec<Vec<Term>>,
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
        let mut roots: HashMap<String, Term> = HashMap::new();
        let mut of: Vec<Vec<Term>> = vec![Vec::new(); readings.len()];
        for &at in articles {
            of[at] = number(&readings[at].document, concepts, &mut roots);
        }
        let count = concepts as usize + roots.len() + 1;
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
        Self { of, weight, concepts, most: 1 + sentences.max(1).ilog2() }
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

fn number(document: &Document<'_>, concepts: Term, roots: &mut HashMap<String, Term>) -> Vec<Term> {
    let mut terms = vec![0; document.tokens.len()];
    let mut root = String::new();
    let mut at = 0;
    while at < terms.len() {
        let token = &document.tokens[at];
        let concept = document.phrase(at, Class::Concept);
        if let Some((words, row)) = concept {
            // Each word of a phrase stands for it, whichever of them a frame takes up.
            let end = (at + words).min(terms.len());
            terms[at..end].fill(row as Term + 1);
            at = end;
            continue;
        }
        if is_toll_of_lives(document, at) {
            let lists = document.lists();
            terms[at] = lists.value(lists.entry("dead"), Class::Concept).map_or(0, |row| row as Term + 1);
            at += 1;
            continue;
        }
        let is_content = match token.shape {
            Shape::Word => {
                token.entry == 0
                    || ![Class::Stop, Class::Cardinal, Class::Light].into_iter().any(|class| document.is(at, class))
            }
            Shape::Code | Shape::Address => true,
            _ => false,
        };
        // What hangs on a number is a unit, an ordinal's ending or a clitic.
        let hangs = token.joined && at > 0 && document.tokens[at - 1].shape == Shape::Number;
        if is_content && !hangs {
            let lists = document.lists();
            lemmas::write_root(token.text(document.text), token.entry, document.tag(at), lists, &mut root);
            terms[at] = match roots.get(&root) {
                Some(&term) => term,
                None => {
                    let term = match lists.value(lists.entry(&root), Class::Concept) {
                        Some(row) => row as Term + 1,
                        None => {
                            let next = concepts + roots.len() as Term + 1;
                            let mut spelt = root.clone();
                            lemmas::unify_spelling(&mut spelt);
                            *roots.entry(spelt).or_insert(next)
                        }
                    };
                    roots.insert(root.clone(), term);
                    term
                }
            };
        }
        at += 1;
    }
    terms
}

/// Whether a token tells of deaths: "claimed 15 lives", "four lives were lost", but not "saved six lives".
fn is_toll_of_lives(document: &Document<'_>, at: usize) -> bool {
    let is_saved = |verb: usize| document.is_concept(verb, "rescued");
    at > 1
        && document.is_word(at, Word::Lives)
        && document.tag(at - 1) == Upos::Num
        && !(at.saturating_sub(LIVES)..at).chain(at + 1..at + LIVES).any(is_saved)
}

/// How many words before or behind "lives" the verb is looked for.
const LIVES: usize = 4;
