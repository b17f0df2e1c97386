//! Which reports, sentences and values speak of the same thing.
//!
//! Everything is done over all articles at once and in one order of its own, so that the order in which articles
//! were given cannot matter.

mod happenings;
pub mod parallel;
pub mod score;
pub mod sentences;
pub mod shared;
pub mod slots;
pub mod stories;
pub mod terms;

use crate::{
    facts::{Facts, calendar::Published},
    language::Document,
};

/// One article as the comparison sees it.
#[derive(Debug, Clone)]
pub struct Reading<'t> {
    /// Its tokens and sentences.
    pub document: Document<'t>,
    /// What it says.
    pub facts: Facts,
    /// When it was published, as far as is known.
    pub published: Option<Published>,
}

impl Reading<'_> {
    /// The same reading of the same text that stands elsewhere in memory, or of none for the time being.
    #[must_use]
    pub fn on(self, text: &str) -> Reading<'_> {
        Reading { document: self.document.on(text), facts: self.facts, published: self.published }
    }
}
