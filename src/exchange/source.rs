//! What annotations and claims of one article have in common.

use std::collections::BTreeMap;

use super::characters::Characters;
use crate::report::{ArticleReport, Report, Request};

/// An article of a report with its text.
pub(super) struct Source<'r> {
    pub(super) article: &'r ArticleReport,
    pub(super) characters: Characters<'r>,
    pub(super) url: Option<&'r str>,
    /// The hash of the text that was compared, as the report has it.
    pub(super) hash: &'r str,
}

/// The articles that both have, by id.
pub(super) fn sources<'r>(request: &'r Request, report: &'r Report) -> BTreeMap<&'r str, Source<'r>> {
    let source = |article: &'r ArticleReport| {
        let given = request.articles.iter().find(|given| given.id == article.id)?;
        let (_, hash) = report.hashes.iter().find(|(id, _)| *id == article.id)?;
        let url = given.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        Some((article.id.as_str(), Source { article, characters: Characters::new(&given.text), url, hash }))
    };
    report.articles.iter().filter_map(source).collect()
}
