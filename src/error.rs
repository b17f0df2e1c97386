//! What cannot be taken, with a stable code, the value met, the limit and a way out.
//!
//! Odd text is no error: it yields fewer facts and a note. An error means that there is nothing to compare, or
//! more than can be compared.

use thiserror::Error;

/// Why a request was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The request holds no article.
    #[error("there is no article to compare: give at least one")]
    NoArticle,
    /// The request holds more articles than are compared at once.
    #[error("there are {count} articles; the limit is {limit}: compare them in smaller groups")]
    TooManyArticles {
        /// Articles in the request.
        count: usize,
        /// Articles that are taken.
        limit: usize,
    },
    /// One article is longer than is read.
    #[error("article \"{id}\" has {bytes} bytes; the limit is {limit}: paste the report alone, or split it")]
    ArticleTooLarge {
        /// The article's id.
        id: String,
        /// Its length in bytes of UTF-8.
        bytes: usize,
        /// The length that is taken.
        limit: usize,
    },
    /// All articles together are longer than is read.
    #[error("the articles have {bytes} bytes together; the limit is {limit}: compare fewer at once")]
    RequestTooLarge {
        /// Bytes of UTF-8 of all articles.
        bytes: usize,
        /// The length that is taken.
        limit: usize,
    },
    /// Two articles share an id.
    #[error("two articles have the id \"{id}\": give each its own")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A publication date is not an ISO 8601 date.
    #[error("article \"{id}\" has the publication date \"{value}\": write it as 2016-03-31 or 2016-03-31T14:05Z")]
    BadPublished {
        /// The article's id.
        id: String,
        /// What was given.
        value: String,
    },
    /// A user rule points at words that no article has.
    #[error("rule {index} points outside article \"{id}\": choose the words again")]
    BadRule {
        /// The rule's position in the request, from 0.
        index: usize,
        /// The id that the rule names.
        id: String,
    },
    /// The tables of no language have been loaded, and none are compiled in.
    #[error("the word lists are not loaded: hand over the file variorum-en.bin first")]
    NoTables,
    /// What was handed over as tables of a language is none that this version of the engine reads.
    #[error("the file of {bytes} bytes holds no word lists of this version: take variorum-en.bin of the same package")]
    UnknownTables {
        /// Its length.
        bytes: usize,
    },
    /// What was handed over as the list of places is not the one of this version.
    #[error("the file of {bytes} bytes is not the list of places of this version: take places.txt of the same package")]
    UnknownPlaces {
        /// Its length.
        bytes: usize,
    },
    /// The request does not have the documented shape.
    #[error("the request cannot be read: {message}")]
    BadRequest {
        /// What the reader of the request said.
        message: String,
    },
}

impl Error {
    /// A short name that stays the same between versions.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoArticle => "no-article",
            Self::TooManyArticles { .. } => "too-many-articles",
            Self::ArticleTooLarge { .. } => "article-too-large",
            Self::RequestTooLarge { .. } => "request-too-large",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::BadPublished { .. } => "bad-published",
            Self::BadRule { .. } => "bad-rule",
            Self::NoTables => "no-tables",
            Self::UnknownTables { .. } | Self::UnknownPlaces { .. } => "unknown-tables",
            Self::BadRequest { .. } => "bad-request",
        }
    }
}
