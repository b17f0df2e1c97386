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

use super::{characters::Characters, fragment, identity};
use crate::report::{ArticleReport, Finding, Reading, Report, Request};

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
    let pages: BTreeMap<&str, Page> = report
        .articles
        .iter()
        .filter_map(|article| Some((article.id.as_str(), Page::new(article, request, report)?)))
        .collect();
    let mut graph: Vec<Value> =
        report.articles.iter().filter_map(|article| pages.get(article.id.as_str())).map(Page::article).collect();
    for finding in &report.findings {
        graph.extend(claims(finding, &pages));
    }
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// An article with what its nodes need.
struct Page<'r> {
    article: &'r ArticleReport,
    characters: Characters<'r>,
    url: Option<&'r str>,
    /// The address, or the name of the text; two articles may have the same text.
    id: String,
}

impl<'r> Page<'r> {
    fn new(article: &'r ArticleReport, request: &'r Request, report: &Report) -> Option<Self> {
        let given = request.articles.iter().find(|given| given.id == article.id)?;
        let (_, hash) = report.hashes.iter().find(|(id, _)| *id == article.id)?;
        let url = given.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        let id = url.map_or_else(|| identity::urn(["article", article.id.as_str(), hash.as_str()]), str::to_owned);
        Some(Self { article, characters: Characters::new(&given.text), url, id })
    }

    fn article(&self) -> Value {
        let mut node = json!({ "@type": "NewsArticle", "@id": self.id });
        let outlet = self.article.outlet.as_ref().map(|name| json!({ "@type": "Organization", "name": name }));
        let language = (self.article.language != "und").then(|| json!(self.article.language));
        for (name, value) in [
            ("headline", self.article.title.as_ref().map(|title| json!(title))),
            ("datePublished", self.article.published.as_ref().map(|date| json!(date))),
            ("publisher", outlet),
            ("inLanguage", language),
            ("url", self.url.map(|url| json!(url))),
        ] {
            if let Some(value) = value {
                node[name] = value;
            }
        }
        node
    }

    /// One place where the article says something.
    fn appearance(&self, reading: &Reading) -> Value {
        let words = self.characters.range(reading.start, reading.end);
        let sentence =
            self.article.sentences.get(reading.sentence as usize).map(|at| self.characters.range(at.start, at.end));
        let text = self.characters.words(&sentence.unwrap_or_else(|| words.clone()));
        let mut node = json!({ "@type": "CreativeWork", "isPartOf": { "@id": self.id }, "text": text });
        if let Some(by) = &reading.by {
            node["creditText"] = json!(by.text);
        }
        let bytes = self.characters.bytes(&words);
        if let Some(link) = self.url.and_then(|url| fragment::link(url, self.characters.text, &bytes)) {
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
