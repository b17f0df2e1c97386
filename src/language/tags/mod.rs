//! Word classes: which words of a sentence are nouns, verbs, names, numbers.
//!
//! # Sources
//! The weights are learnt by `cargo xtask train-tagger` from the Universal Dependencies treebank GUM;
//! `lexicon/en/tagger.md` says how well they do.

mod mend;
pub mod perceptron;

pub(super) use mend::mend;
pub use perceptron::Upos;

use perceptron::Table;

/// The weights of English, read where they lie. That they have the right shape is proved when this is compiled.
static ENGLISH: Table<'static> = match Table::new(include_bytes!("../lexicon/en/tagger.bin")) {
    Ok(table) => table,
    Err(_) => panic!("the tagger's weights are malformed"),
};

/// Tags the words of one English sentence.
///
/// `words` are in order, punctuation among them, and clitics apart (`Tuesday` `'s`, `do` `n't`). `tags` is emptied
/// and then holds one tag a word. Quotes and dashes may be straight or curly; headlines in title case or capitals
/// are read as such.
///
/// ```
/// use variorum::language::tags::{tag, Upos};
/// let mut tags = Vec::new();
/// tag(&["Two", "nurses", "were", "hurt", "."], &mut tags);
/// assert_eq!(tags, [Upos::Num, Upos::Noun, Upos::Aux, Upos::Verb, Upos::Punct]);
/// ```
pub fn tag(words: &[&str], tags: &mut Vec<Upos>) {
    perceptron::tag_sentence(&ENGLISH, words, tags);
}

#[cfg(test)]
mod tests;
