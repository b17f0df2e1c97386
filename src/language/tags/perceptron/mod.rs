//! An averaged perceptron tagger whose weights are used where they lie.
//!
//! The folder depends on nothing else of the crate, so that `cargo xtask train-tagger` can compile the same
//! files: the trainer then measures exactly what the engine runs.
//!
//! Tagging goes from left to right and takes each tag as settled. A word of the tag dictionary, such as `the`, is
//! settled by one look-up; any other word adds up the weights of its [`features`] and takes the best tag. All
//! arithmetic is on integers, and of tags with the same score the first in the order of [`Upos`] wins, so
//! every platform gives the same tags.
//!
//! # Sources
//! Collins (2002), *Discriminative training methods for hidden Markov models*, for the averaged perceptron;
//! Ratnaparkhi (1996) for the features; Giménez and Màrquez (2004), *SVMTool*, for the greedy pass.

pub mod features;
pub mod table;
mod tagger;
mod upos;

pub use table::{Table, TableError};
pub use tagger::{Memo, Tagger};
pub use upos::Upos;

use features::{Context, Form, SentenceCase};

/// How many tags there are.
pub const TAGS: usize = Upos::ALL.len();

/// One score a tag, in the order of [`Upos::ALL`].
pub type Scores = [i32; TAGS];

/// Walks a sentence and lets `decide` settle each word; the trainer hangs its own decision in here.
pub fn tag_with(words: &[&str], tags: &mut Vec<Upos>, mut decide: impl FnMut(&Context, &Form) -> Upos) {
    tags.clear();
    tags.reserve(words.len());
    let case = SentenceCase::of(words);
    let read = |at: usize, before: Form| words.get(at).map_or(Form::EDGE, |word| Form::read(word, case, before));
    let first = read(0, Form::EDGE);
    let mut context = Context::new(first, read(1, first));
    for at in 0..words.len() {
        context.enter(read(at + 2, context.farthest()));
        let tag = decide(&context, context.current());
        context.settle(tag);
        tags.push(tag);
    }
}

/// The tag with the highest score; of equals, the first in the order of [`Upos`].
#[must_use]
pub fn best(scores: &Scores) -> Upos {
    let mut winner = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[winner] {
            winner = at;
        }
    }
    Upos::ALL[winner]
}
