//! Annotations back to marks, in the articles that they were made of or in later versions of them.

use std::ops::Range;

use serde_json::Value;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{Characters, Mark, id};
use crate::{exchange::identity, report::ArticleInput};

/// Annotations that are read at once. A report of 60 long articles has some ten thousand marks.
pub const MAX_ANNOTATIONS: usize = 200_000;

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refused {
    /// It is JSON of another sort.
    #[error("it holds no annotations: give an AnnotationCollection, an AnnotationPage or annotations of W3C's model")]
    NotAnnotations,
    /// There are more than are read.
    #[error("it holds {count} annotations; the limit is {limit}: split it")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many are read.
        limit: usize,
    },
    /// The collection names its pages and does not hold them.
    #[error("its annotations lie on pages elsewhere ({page}): give the page itself, as nothing is fetched")]
    Elsewhere {
        /// The address of the first page.
        page: String,
    },
}

/// What was read of annotations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The marks whose words were found, in the order of the annotations.
    pub marks: Vec<Mark>,
    /// Annotations whose words no article has, as they were given; nothing of them is lost.
    pub unplaced: Vec<Value>,
}

/// Finds the words of annotations in articles.
///
/// In the very text that an annotation was made of, its position counts. In any other, its quote is looked for, and of
/// several places the one with the most of prefix and suffix around it is taken, the first among equals.
///
/// # Errors
/// When it holds no annotations, or too many: see [`Refused`].
pub fn import(value: &Value, articles: &[ArticleInput]) -> Result<Imported, Refused> {
    let items = items(value)?;
    if items.len() > MAX_ANNOTATIONS {
        return Err(Refused::TooMany { count: items.len(), limit: MAX_ANNOTATIONS });
    }
    let places: Vec<Candidate<'_>> = articles.iter().map(Candidate::new).collect();
    let mut imported = Imported { marks: Vec::new(), unplaced: Vec::new() };
    for item in items {
        let targets = one_or_more(&item["target"]);
        let found: Vec<Mark> = targets.iter().filter_map(|target| mark(item, target, &places)).collect();
        if found.len() < targets.len() || found.is_empty() {
            imported.unplaced.push(item.clone());
        }
        imported.marks.extend(found);
    }
    Ok(imported)
}

fn items(value: &Value) -> Result<Vec<&Value>, Refused> {
    let has_type =
        |value: &Value, name: &str| one_or_more(&value["type"]).iter().any(|given| given.as_str() == Some(name));
    let is_page = |value: &Value| has_type(value, "AnnotationPage");
    if has_type(value, "AnnotationCollection") {
        let mut found = Vec::new();
        let mut page = &value["first"];
        while is_page(page) {
            found.extend(one_or_more(&page["items"]));
            page = &page["next"];
        }
        return match (found.is_empty(), value["first"].as_str()) {
            (true, Some(page)) => Err(Refused::Elsewhere { page: page.to_owned() }),
            _ => Ok(found),
        };
    }
    if is_page(value) {
        return Ok(one_or_more(&value["items"]));
    }
    let list = one_or_more(value);
    let are_annotations = !list.is_empty() && list.iter().all(|item| has_type(item, "Annotation"));
    if are_annotations { Ok(list) } else { Err(Refused::NotAnnotations) }
}

/// JSON-LD writes one value as itself and several as a list.
fn one_or_more(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}

/// An article in which words are looked for.
struct Candidate<'a> {
    article: &'a ArticleInput,
    characters: Characters<'a>,
    name: String,
}

impl<'a> Candidate<'a> {
    fn new(article: &'a ArticleInput) -> Self {
        let digits: String = Sha256::digest(article.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { article, characters: Characters::new(&article.text), name: identity::of_text(&digits) }
    }
}

fn mark(item: &Value, target: &Value, places: &[Candidate<'_>]) -> Option<Mark> {
    let source = &target["source"];
    let address = source.as_str().or_else(|| source["id"].as_str()).or_else(|| target.as_str()).unwrap_or_default();
    let text = one_or_more(&target["state"]).iter().find_map(|state| state["cached"].as_str()).unwrap_or(address);
    let selectors = one_or_more(&target["selector"]);
    let selector = |name: &str| selectors.iter().find(|given| given["type"] == name).copied();
    let (quote, position) = (selector("TextQuoteSelector"), selector("TextPositionSelector"));
    let at = |candidate: &Candidate<'_>, words: Range<usize>| built(item, candidate, &words);
    // Two articles may have the same text: the name of the annotation tells which of them is meant.
    let mut of_text = places.iter().filter(|candidate| candidate.name == text).filter_map(|candidate| {
        let words = position_in(candidate, quote, position)?;
        let mark = at(candidate, words);
        Some((item["id"].as_str() == Some(id(&mark, &candidate.name).as_str()), mark))
    });
    let first = of_text.next();
    let named = first.iter().cloned().chain(of_text).find(|(is_named, _)| *is_named);
    if let Some((_, mark)) = named.or(first) {
        return Some(mark);
    }
    let is_page =
        |candidate: &&Candidate<'_>| candidate.article.url.as_deref().is_some_and(|url| url.trim() == address);
    let pages: Vec<&Candidate<'_>> = places.iter().filter(is_page).collect();
    let looked_in = if pages.is_empty() { places.iter().collect() } else { pages };
    let found =
        looked_in.into_iter().filter_map(|candidate| Some((best_quote(&candidate.characters, quote?)?, candidate)));
    // The first of those that fit best.
    let ((_, words), candidate) = found.reduce(|best, next| if next.0.0 > best.0.0 { next } else { best })?;
    Some(at(candidate, words))
}

/// The place that the position names, where the words there are those of the quote.
fn position_in(candidate: &Candidate<'_>, quote: Option<&Value>, position: Option<&Value>) -> Option<Range<usize>> {
    let end_of = |name: &str| usize::try_from(position?[name].as_u64()?).ok();
    let words = end_of("start")?..end_of("end")?;
    let is_there = words.start < words.end && words.end <= candidate.characters.len();
    let exact = quote.and_then(|quote| quote["exact"].as_str());
    let is_quoted = || exact.is_none_or(|exact| exact == candidate.characters.words(&words));
    (is_there && is_quoted()).then_some(words)
}

/// Where a quote fits best, with how many characters of prefix and suffix fit.
fn best_quote(characters: &Characters<'_>, quote: &Value) -> Option<(usize, Range<usize>)> {
    let exact = quote["exact"].as_str().filter(|exact| !exact.is_empty())?;
    let (prefix, suffix) = (quote["prefix"].as_str().unwrap_or_default(), quote["suffix"].as_str().unwrap_or_default());
    let mut best: Option<(usize, usize)> = None;
    for (byte, _) in characters.text.match_indices(exact) {
        let before = characters.text[..byte].chars().rev();
        let behind = characters.text[byte + exact.len()..].chars();
        let fits = before.zip(prefix.chars().rev()).take_while(|(left, right)| left == right).count()
            + behind.zip(suffix.chars()).take_while(|(left, right)| left == right).count();
        if best.is_none_or(|(most, _)| fits > most) {
            best = Some((fits, byte));
        }
    }
    best.map(|(fits, byte)| (fits, characters.of_bytes(&(byte..byte + exact.len()))))
}

fn built(item: &Value, candidate: &Candidate<'_>, words: &Range<usize>) -> Mark {
    let bodies = one_or_more(&item["body"]);
    let told = |purpose: &str| {
        let body = bodies.iter().find(|body| body["purpose"] == purpose);
        body.and_then(|body| body["value"].as_str()).map(str::to_owned)
    };
    let identifying = told("identifying");
    let (finding, group) = match identifying.as_deref().and_then(|name| name.rsplit_once('/')) {
        Some((finding, group)) if group.parse::<u32>().is_ok() => (Some(finding.to_owned()), group.parse().ok()),
        _ => (identifying, None),
    };
    // What somebody else wrote has no purpose, or another.
    let written = || {
        let value = bodies.iter().find_map(|body| body["value"].as_str());
        value.or_else(|| item["bodyValue"].as_str()).map(str::to_owned)
    };
    let class = told("classifying");
    let summary = told("commenting").or_else(|| if class.is_none() { written() } else { None });
    let (start, end) = candidate.characters.units(words);
    Mark {
        article: candidate.article.id.clone(),
        start,
        end,
        text: candidate.characters.words(words).to_owned(),
        kind: told("tagging").and_then(|kind| serde_json::from_value(Value::String(kind)).ok()),
        class,
        finding,
        group,
        label: told("describing"),
        summary,
    }
}
