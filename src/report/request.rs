//! What a request must hold to be taken.

use super::model::{ArticleInput, Place, Request, UserRule};
use crate::{
    Error,
    alignment::slots::Rule,
    facts::calendar::Published,
    language::detect,
    text::{ByteSpan, Utf16Map, Utf16Span},
};

/// Articles that are compared at once.
pub const MAX_ARTICLES: usize = 60;

/// Bytes of one article. The longest reports of the large magazines have about 150 KB.
pub const MAX_ARTICLE_BYTES: usize = 2_000_000;

/// Bytes of all articles together.
pub const MAX_REQUEST_BYTES: usize = 8_000_000;

/// Checks the articles of a request; their positions in the order of ids (shorter first, then by code point).
pub(super) fn check(articles: &[ArticleInput]) -> Result<Vec<usize>, Error> {
    if !detect::LANGUAGES.iter().any(|language| language.is_ready()) {
        return Err(Error::NoTables);
    }
    if articles.is_empty() {
        return Err(Error::NoArticle);
    }
    if articles.len() > MAX_ARTICLES {
        return Err(Error::TooManyArticles { count: articles.len(), limit: MAX_ARTICLES });
    }
    for (at, article) in articles.iter().enumerate() {
        let bytes = article.text.len();
        if bytes > MAX_ARTICLE_BYTES {
            return Err(Error::ArticleTooLarge { id: article.id.clone(), bytes, limit: MAX_ARTICLE_BYTES });
        }
        if articles[..at].iter().any(|before| before.id == article.id) {
            return Err(Error::DuplicateId { id: article.id.clone() });
        }
        if let Some(value) = article.published.as_deref().filter(|value| !value.trim().is_empty())
            && Published::parse(value.trim()).is_none()
        {
            return Err(Error::BadPublished { id: article.id.clone(), value: value.to_owned() });
        }
    }
    let bytes = articles.iter().map(|article| article.text.len()).sum();
    if bytes > MAX_REQUEST_BYTES {
        return Err(Error::RequestTooLarge { bytes, limit: MAX_REQUEST_BYTES });
    }
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&at| (articles[at].id.len(), articles[at].id.as_str()));
    Ok(order)
}

/// The user's rules about phrases, by positions and bytes. `inputs` are the articles in the order of ids.
pub(super) fn rules(request: &Request, inputs: &[&ArticleInput]) -> Result<Vec<Rule>, Error> {
    let rules = request.options.as_ref().map_or(&[][..], |options| options.rules.as_slice());
    let read = |(index, rule): (usize, &UserRule)| {
        let (left, right, is_same) = match rule {
            UserRule::SameAs { left, right } => (left, right, true),
            UserRule::NotSameAs { left, right } => (left, right, false),
            UserRule::OneEvent => return None,
        };
        let both = place(index, left, inputs).and_then(|left| Ok((left, place(index, right, inputs)?)));
        Some(both.map(|(left, right)| Rule { left, right, is_same }))
    };
    rules.iter().enumerate().filter_map(read).collect()
}

fn place(index: usize, place: &Place, inputs: &[&ArticleInput]) -> Result<(usize, ByteSpan), Error> {
    let found = inputs.iter().position(|input| input.id == place.article).and_then(|article| {
        let units = Utf16Span { start: place.start, end: place.end };
        Some((article, Utf16Map::new(&inputs[article].text).to_bytes(units)?))
    });
    found.ok_or_else(|| Error::BadRule { index, id: place.article.clone() })
}
