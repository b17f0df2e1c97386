//! Articles and what they claim in the vocabulary of schema.org, without any rating.
//!
//! Each article is a `NewsArticle`. Each thing that articles say in one way is a `Claim`, and each place where one says it
//! an `appearance`, with the sentence, whoever is named for it and a link to the words. Claims about the same thing share
//! what they are `about`: that they exclude each other, or do not, is left to whoever reads them, and so is which one
//! holds. There is no `ClaimReview`.
//!
//! # Sources
//! [NewsArticle](https://schema.org/NewsArticle), [Claim](https://schema.org/Claim) with
//! [appearance](https://schema.org/appearance) and [creditText](https://schema.org/creditText).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    fragment, identity,
    source::{Source, sources},
};
use crate::report::{Finding, Reading, Report, Request};

/// The report as a graph of JSON-LD: articles first, in the report's order, then the claims in the order of the findings.
///
/// ```
/// use variorum::{Request, compare, exchange::schema_org, report::ArticleInput};
/// let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
/// let request = Request {
///     articles: vec![
///         article("a", "A fire on the ferry Aurora hurt 12 people on Monday, police said."),
///         article("b", "A fire on the ferry Aurora hurt 14 people on Monday, police said."),
///     ],
///     options: None,
/// };
/// let graph = schema_org::export(&request, &compare(&request)?);
/// let nodes = graph["@graph"].as_array().expect("it is a list");
/// assert_eq!(nodes[0]["@type"], "NewsArticle");
/// assert!(nodes.iter().any(|node| node["@type"] == "Claim"));
/// # Ok::<(), variorum::Error>(())
/// ```
#[must_use]
pub fn export(request: &Request, report: &Report) -> Value {
    let pages: BTreeMap<&str, Page> =
        sources(request, report).into_iter().map(|(id, source)| (id, Page::new(source))).collect();
    let mut graph: Vec<Value> =
        report.articles.iter().filter_map(|article| pages.get(article.id.as_str())).map(Page::article).collect();
    for finding in &report.findings {
        graph.extend(claims(finding, &pages));
    }
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// An article with what its nodes need.
struct Page<'r> {
    source: Source<'r>,
    /// The address, or the name of the text; two articles may have the same text.
    id: String,
}

impl<'r> Page<'r> {
    fn new(source: Source<'r>) -> Self {
        let named = || identity::urn(["article", source.article.id.as_str(), source.hash]);
        let id = source.url.map_or_else(named, str::to_owned);
        Self { source, id }
    }

    fn article(&self) -> Value {
        let Source { article, url, .. } = &self.source;
        let mut node = json!({ "@type": "NewsArticle", "@id": self.id });
        let outlet = article.outlet.as_ref().map(|name| json!({ "@type": "Organization", "name": name }));
        let language = (article.language != "und").then(|| json!(article.language));
        for (name, value) in [
            ("headline", article.title.as_ref().map(|title| json!(title))),
            ("datePublished", article.published.as_ref().map(|date| json!(date))),
            ("publisher", outlet),
            ("inLanguage", language),
            ("url", url.map(|url| json!(url))),
        ] {
            if let Some(value) = value {
                node[name] = value;
            }
        }
        node
    }

    /// One place where the article says something.
    fn appearance(&self, reading: &Reading) -> Value {
        let Source { article, characters, url, .. } = &self.source;
        let words = characters.range(reading.start, reading.end);
        let sentence = article.sentences.get(reading.sentence as usize).map(|at| characters.range(at.start, at.end));
        let text = characters.words(&sentence.unwrap_or_else(|| words.clone()));
        let mut node = json!({ "@type": "CreativeWork", "isPartOf": { "@id": self.id }, "text": text });
        if let Some(by) = &reading.by {
            node["creditText"] = json!(by.text);
        }
        let bytes = characters.bytes(&words);
        if let Some(link) = url.and_then(|url| fragment::link(url, characters.text, &bytes)) {
            node["url"] = json!(link);
        }
        node
    }
}

/// What articles say of one thing, each way of saying it once.
fn claims(finding: &Finding, pages: &BTreeMap<&str, Page<'_>>) -> Vec<Value> {
    let mut groups: BTreeMap<u32, Vec<&Reading>> = BTreeMap::new();
    for reading in &finding.readings {
        groups.entry(reading.group).or_default().push(reading);
    }
    let about = json!({ "@type": "Thing", "name": finding.label, "identifier": finding.id });
    let claim = |(group, readings): (u32, Vec<&Reading>)| {
        let places: Vec<(&Page<'_>, &Reading)> =
            readings.iter().filter_map(|reading| Some((pages.get(reading.article.as_str())?, *reading))).collect();
        let (_, first) = places.first()?;
        let group = group.to_string();
        let ids = places.iter().map(|(page, _)| page.id.as_str());
        Some(json!({
            "@type": "Claim",
            "@id": identity::urn(["claim", finding.id.as_str(), &group].into_iter().chain(ids)),
            "name": format!("{}: {}", finding.label, first.text),
            "about": about,
            "appearance": places.iter().map(|(page, reading)| page.appearance(reading)).collect::<Vec<_>>(),
        }))
    };
    groups.into_iter().filter_map(claim).collect()
}
