//! Marks as W3C Web Annotations in JSON-LD, and back.
//!
//! A mark is one annotation. What it is about is told by its bodies, each with a purpose: `classifying` the relation,
//! `tagging` the kind, `describing` the label, `commenting` the summary, and `identifying` the finding with the group of
//! the reading (`count-08c016cee7/1`), so that annotations of one finding are found together. Nothing rates the words.
//!
//! A target names the page by its address, where there is one, and with a `TimeState` the very text that was compared, by
//! its hash: positions are those of that text, and the quote with what stands around it finds the words on the page.
//!
//! # Sources
//! [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/): annotations (3.1), textual bodies (3.2.4),
//! motivation and purpose (3.3.5), text quote and text position selectors (4.2.4, 4.2.5), states (4.3), collections (5).
//! Both selectors count "in terms of unicode code points …, not in terms of code units", unlike the report.

mod import;

pub use import::{Imported, MAX_ANNOTATIONS, Refused, import};

use std::ops::Range;

use serde_json::{Value, json};

use super::{
    characters::Characters,
    identity,
    marks::{Mark, name},
    source::{Source, sources},
};
use crate::report::{Report, Request};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Characters of the text that go with a quote on either side. The model sets no length; this is that of Hypothesis, whose
/// readers find words again by it.
const CONTEXT_CHARACTERS: usize = 32;

/// The marks as an annotation collection with one page, in the order given.
///
/// `request` and `report` are what the marks are of: they tell of each article the address, language and hash. Marks of
/// other articles are left out.
///
/// ```
/// use variorum::{Request, compare, exchange::{annotation, marks}, report::ArticleInput};
/// let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
/// let request = Request {
///     articles: vec![
///         article("a", "A fire on the ferry Aurora hurt 12 people on Monday, police said."),
///         article("b", "A fire on the ferry Aurora hurt 14 people on Monday, police said."),
///     ],
///     options: None,
/// };
/// let report = compare(&request)?;
/// let marks = marks::marks(&request, &report);
/// let collection = annotation::export(&marks, &request, &report);
/// assert_eq!(collection["type"], "AnnotationCollection");
/// let read = annotation::import(&collection, &request.articles).expect("they are annotations");
/// assert_eq!(read.marks, marks);
/// # Ok::<(), variorum::Error>(())
/// ```
#[must_use]
pub fn export(marks: &[Mark], request: &Request, report: &Report) -> Value {
    let sources = sources(request, report);
    let items: Vec<Value> = marks
        .iter()
        .filter_map(|mark| sources.get(mark.article.as_str()).map(|source| annotation(mark, source)))
        .collect();
    let ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    let page = identity::urn(["page"].into_iter().chain(ids.iter().copied()));
    json!({
        "@context": CONTEXT,
        "id": identity::urn(["collection"].into_iter().chain(ids.iter().copied())),
        "type": "AnnotationCollection",
        "label": "Where news reports of one event differ",
        "generator": { "type": "Software", "name": report.engine },
        "total": items.len(),
        "first": { "id": page, "type": "AnnotationPage", "startIndex": 0, "items": items },
        "last": page,
    })
}

fn annotation(mark: &Mark, source: &Source<'_>) -> Value {
    let words = source.characters.range(mark.start, mark.end);
    let name = identity::of_text(source.hash);
    let mut target = json!({
        "type": "SpecificResource",
        "source": resource(source, &name),
        "selector": [quote(&source.characters, &words), { "type": "TextPositionSelector", "start": words.start, "end": words.end }],
    });
    if source.url.is_some() {
        target["state"] = json!({ "type": "TimeState", "cached": name });
    }
    json!({
        "id": id(mark, &name),
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies(mark),
        "target": target,
    })
}

/// The name of a mark: the same for the same mark of the same text.
fn id(mark: &Mark, text: &str) -> String {
    let (start, end) = (mark.start.to_string(), mark.end.to_string());
    let finding = identifying(mark).unwrap_or_default();
    identity::urn([mark.article.as_str(), text, &start, &end, mark.class.as_deref().unwrap_or_default(), &finding])
}

/// The page where it is known, else the text itself.
fn resource(source: &Source<'_>, name: &str) -> Value {
    let mut resource = json!({ "id": source.url.unwrap_or(name), "type": "Text" });
    if source.url.is_none() {
        resource["format"] = json!("text/plain");
    }
    if source.article.language != "und" {
        resource["language"] = json!(source.article.language);
    }
    resource
}

fn quote(characters: &Characters<'_>, words: &Range<usize>) -> Value {
    let before = words.start.saturating_sub(CONTEXT_CHARACTERS)..words.start;
    let behind = words.end..(words.end + CONTEXT_CHARACTERS).min(characters.len());
    json!({
        "type": "TextQuoteSelector",
        "exact": characters.words(words),
        "prefix": characters.words(&before),
        "suffix": characters.words(&behind),
    })
}

/// The id of the finding with the group.
fn identifying(mark: &Mark) -> Option<String> {
    let finding = mark.finding.as_deref()?;
    Some(mark.group.map_or_else(|| finding.to_owned(), |group| format!("{finding}/{group}")))
}

fn bodies(mark: &Mark) -> Vec<Value> {
    let kind = mark.kind.and_then(|kind| name(&kind));
    let told = [
        ("classifying", mark.class.clone()),
        ("tagging", kind),
        ("describing", mark.label.clone()),
        ("commenting", mark.summary.clone()),
        ("identifying", identifying(mark)),
    ];
    told.into_iter().filter_map(|(purpose, value)| Some(body(purpose, &value?))).collect()
}

/// Labels and summaries are words of the engine, which are English; the others are names.
fn body(purpose: &str, value: &str) -> Value {
    let mut body = json!({ "type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain" });
    if matches!(purpose, "describing" | "commenting") {
        body["language"] = json!("en");
    }
    body
}
