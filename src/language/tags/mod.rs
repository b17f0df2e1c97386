//! Word classes: which words of a sentence are nouns, verbs, names, numbers.
//!
//! # Sources
//! The weights are learnt by `cargo xtask train-tagger` from the Universal Dependencies treebank GUM;
//! `lexicon/en/tagger.md` says how well they do.

mod mend;
pub mod perceptron;

pub(super) use mend::mend;
pub use perceptron::{Memo, Upos};

use std::sync::OnceLock;

use super::lexicon::EN;
use perceptron::{Table, Tagger};

/// That the weights of English have the right shape is proved when this is compiled.
const _: () =
    assert!(Table::new(include_bytes!("../lexicon/en/tagger.bin")).is_ok(), "the tagger's weights are malformed");

/// The tagger of English, unpacked when the first word is tagged.
static TAGGER: OnceLock<Tagger<'static>> = OnceLock::new();

/// Tags the words of one English sentence.
///
/// `words` are in order, punctuation among them, and clitics apart (`Tuesday` `'s`, `do` `n't`). `tags` is emptied
/// and then holds one tag a word. Quotes and dashes may be straight or curly; headlines in title case or capitals
/// are read as such. `memo` is kept from sentence to sentence of a text.
///
/// ```
/// use variorum::language::tags::{Memo, Upos, tag};
/// let mut tags = Vec::new();
/// tag(&["Two", "nurses", "were", "hurt", "."], &mut Memo::new(5), &mut tags);
/// assert_eq!(tags, [Upos::Num, Upos::Noun, Upos::Aux, Upos::Verb, Upos::Punct]);
/// ```
pub fn tag(words: &[&str], memo: &mut Memo, tags: &mut Vec<Upos>) {
    let weights = || Table::new(EN.weights()).expect("they are the very bytes that were checked above");
    TAGGER.get_or_init(|| Tagger::new(weights())).tag_sentence(memo, words, tags);
}

#[cfg(test)]
mod tests;
