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
