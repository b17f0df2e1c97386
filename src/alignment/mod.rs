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
pub mod speakers;
pub mod stories;
pub mod terms;
pub mod vocabulary;

use std::{cell::OnceCell, sync::Arc};

use crate::{
    facts::{Facts, Stated, calendar::Published},
    language::{Document, Sentence},
};
use vocabulary::Vocabulary;

/// One article as the comparison sees it.
#[derive(Debug, Clone)]
pub struct Reading<'t> {
    /// Its tokens and sentences.
    pub document: Document<'t>,
    /// What it says.
    pub facts: Facts,
    /// When it was published, as far as is known.
    pub published: Option<Published>,
    /// Its words, from when they are first asked for.
    vocabulary: OnceCell<Arc<Vocabulary>>,
}

impl<'t> Reading<'t> {
    /// What was read of an article.
    #[must_use]
    pub const fn new(document: Document<'t>, facts: Facts, published: Option<Published>) -> Self {
        Self { document, facts, published, vocabulary: OnceCell::new() }
    }

    /// Its words by number, which nobody asks for who only reads its facts.
    #[must_use]
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        self.vocabulary.get_or_init(|| Arc::new(Vocabulary::new(&self.document)))
    }

    /// Some sentences of the article and their values, which share its words.
    #[must_use]
    pub fn part(&self, sentences: Vec<Sentence>, mentions: Vec<Stated>) -> Self {
        let document = Document { sentences, ..self.document.clone() };
        let Facts { mentions: _, attributions, names } = &self.facts;
        let facts = Facts { mentions, attributions: attributions.clone(), names: names.clone() };
        let vocabulary = OnceCell::from(Arc::clone(self.vocabulary()));
        Self { document, facts, published: self.published, vocabulary }
    }

    /// The same reading of the same text that stands elsewhere in memory, or of none for the time being.
    #[must_use]
    pub fn on(self, text: &str) -> Reading<'_> {
        let Self { document, facts, published, vocabulary } = self;
        Reading { document: document.on(text), facts, published, vocabulary }
    }
}
