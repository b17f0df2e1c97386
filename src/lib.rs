//! Variorum shows where news reports of the same event differ on the facts.
//!
//! The folders follow the data: [`article`] → [`language`] → [`facts`] → [`alignment`] → [`comparison`] →
//! [`report`] → `wasm`. Each stage imports only what stands before it.

pub mod alignment;
pub mod article;
pub mod comparison;
pub mod error;
pub mod facts;
pub mod language;
pub mod report;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use error::Error;
pub use report::{Report, Request, diff_words};

/// Compares the articles of a request and reports where they differ.
///
/// # Errors
/// When the request cannot be taken: see [`Error`].
pub fn compare(request: &Request) -> Result<Report, Error> {
    report::compare(request)
}
