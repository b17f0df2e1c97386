//! The report: the facts that were compared, as plain data, in a fixed order and in words.

pub mod model;
mod wording;

pub use model::*;
pub use wording::diff_words;

use crate::Error;

/// An empty report, until the stages stand.
pub(crate) fn compare_placeholder(request: &Request) -> Result<Report, Error> {
    Ok(Report {
        version: 1,
        engine: concat!("variorum ", env!("CARGO_PKG_VERSION")).to_owned(),
        articles: Vec::new(),
        stories: vec![request.articles.iter().map(|a| a.id.clone()).collect()],
        findings: Vec::new(),
        only: Vec::new(),
        alignment: Vec::new(),
        hashes: std::collections::BTreeMap::new(),
    })
}
