//! Articles in JSON: JSON-LD, ninjs, requests and comparisons of our own, lists of texts; and the JSON-LD of web pages.

use serde_json::Value;

use super::{
    Pieces, Refused,
    html::{self, Page},
    one_line,
};
use crate::report::ArticleInput;

/// As many objects as are looked at in search of articles; a page has some ten.
const MAX_NODES: usize = 20_000;

/// The newest version of a saved comparison that is read.
const NEWEST_COMPARISON: u64 = 1;

/// Where a page of Variorum's own keeps its articles.
const SAVED: &str = "variorum-comparison";

/// Characters below which a body in the metadata of a page is a summary.
const SHORTEST_BODY: usize = 140;

/// Where a node holds others.
const INSIDE: [&str; 7] = ["@graph", "mainEntity", "itemListElement", "item", "items", "hasPart", "associations"];

/// Reads the articles of a JSON file; those without a text beside others that have one are empty.
///
/// # Errors
/// When it is no JSON, or holds no article.
pub(super) fn read(text: &str) -> Result<Vec<ArticleInput>, Refused> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value =
        serde_json::from_str(text).map_err(|fault| Refused::BrokenJson { message: fault.to_string() })?;
    articles(&value)
}

/// Reads the articles of a file with an article or a request on each line.
///
/// # Errors
/// When a line is no JSON, or holds no article.
pub(super) fn read_lines(text: &str) -> Result<Vec<ArticleInput>, Refused> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let value: Value = serde_json::from_str(line)
            .map_err(|fault| Refused::BrokenJson { message: format!("line {}: {fault}", number + 1) })?;
        found.extend(articles(&value)?);
    }
    Ok(found)
}

fn articles(value: &Value) -> Result<Vec<ArticleInput>, Refused> {
    if value["format"] == SAVED
        && let Some(version) = value["version"].as_u64().filter(|version| *version > NEWEST_COMPARISON)
    {
        return Err(Refused::Newer { version });
    }
    let own = [&value["articles"], &value["request"]["articles"], value].into_iter().find_map(Value::as_array);
    let has_words = |articles: &[ArticleInput]| articles.iter().any(|article| !article.text.is_empty());
    let texts: Vec<ArticleInput> = own.into_iter().flatten().map(|value| listed(value).unwrap_or_default()).collect();
    if has_words(&texts) {
        return Ok(texts);
    }
    let mut found = Vec::new();
    for node in nodes(value).into_iter().filter(|node| is_article(node) || is_ninjs(node)) {
        let read = if is_article(node) { json_ld(node) } else { ninjs(node) };
        // A package without words of its own is no article without text.
        if read.is_some() || INSIDE.iter().all(|name| node[*name].is_null()) {
            found.push(read.map(Pieces::article).unwrap_or_default());
        }
    }
    if has_words(&found) {
        return Ok(found);
    }
    if let Some(article) = listed(value) {
        return Ok(vec![article]);
    }
    let is_report = value["findings"].is_array() || value["report"]["findings"].is_array();
    Err(if is_report { Refused::ReportOnly } else { Refused::ForeignJson })
}

/// An article with its text, under the names that such lists use.
fn listed(value: &Value) -> Option<ArticleInput> {
    let field = |names: &[&str]| {
        names.iter().find_map(|name| value[*name].as_str()).filter(|words| !words.trim().is_empty()).map(str::to_owned)
    };
    let text = field(&["text", "body", "content"])?;
    Some(ArticleInput {
        id: String::new(),
        text,
        title: field(&["title"]),
        outlet: field(&["outlet", "publisher", "source"]),
        published: field(&["published", "date"]).and_then(|date| super::dates::iso_day(&date)),
        url: field(&["url", "link"]).and_then(|url| super::address(&url)),
    })
}

/// Every object in which an article may stand, in their order.
fn nodes(value: &Value) -> Vec<&Value> {
    let (mut found, mut waiting) = (Vec::new(), vec![value]);
    while let Some(node) = waiting.pop() {
        if found.len() >= MAX_NODES {
            break;
        }
        match node {
            Value::Array(values) => waiting.extend(values.iter().rev()),
            Value::Object(_) => {
                found.push(node);
                // The pictures and boxes of an article that has its own text are no articles beside it.
                if !is_ninjs(node) || ninjs(node).is_none() {
                    for inner in INSIDE.iter().rev().map(|name| &node[*name]).filter(|inner| !inner.is_null()) {
                        match inner {
                            // ninjs 1.x names its associations.
                            Value::Object(named) if !named.contains_key("@type") && !named.contains_key("uri") => {
                                waiting.extend(named.values());
                            }
                            inner => waiting.push(inner),
                        }
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn is_article(node: &Value) -> bool {
    let types = &node["@type"];
    let named: Vec<&str> = match types {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    named.iter().any(|name| ["Article", "Posting", "Report"].iter().any(|end| name.ends_with(end)))
}

/// A `NewsArticle` that has its body.
fn json_ld(node: &Value) -> Option<Pieces> {
    let pieces = metadata(node);
    (!pieces.body.trim().is_empty()).then_some(pieces)
}

/// What JSON-LD tells of an article.
fn metadata(node: &Value) -> Pieces {
    let string = |names: &[&str]| names.iter().find_map(|name| first(&node[*name]).as_str()).unwrap_or_default();
    let addresses =
        [first(&node["url"]), first(&node["mainEntityOfPage"]), &first(&node["mainEntityOfPage"])["@id"], &node["@id"]];
    let address = addresses.iter().filter_map(|value| value.as_str()).find_map(super::address);
    Pieces {
        headline: plain(string(&["headline", "name"])),
        authors: names(if node["author"].is_null() { &node["creator"] } else { &node["author"] }),
        body: plain(string(&["articleBody"])),
        outlet: names(if node["publisher"].is_null() { &node["sourceOrganization"] } else { &node["publisher"] })
            .into_iter()
            .next()
            .unwrap_or_default(),
        published: string(&["datePublished", "dateCreated"]).to_owned(),
        url: address.unwrap_or_default(),
    }
}

fn first(value: &Value) -> &Value {
    value.as_array().and_then(|values| values.first()).unwrap_or(value)
}

/// The names of people or organisations, given as such or as objects.
fn names(value: &Value) -> Vec<String> {
    let one = |value: &Value| first(&value["name"]).as_str().or_else(|| value.as_str()).map(plain);
    match value {
        Value::Array(values) => values.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect(),
    }
}

/// Many write HTML into their JSON; paragraphs of plain text may be single lines.
fn plain(words: &str) -> String {
    if words.contains("</") || words.contains("<br") || words.contains("<p>") {
        return html::text(words);
    }
    let decoded = html::decode(words);
    if decoded.contains("\n\n") { decoded } else { decoded.replace("\r\n", "\n").replace('\n', "\n\n") }
}

/// A property of ninjs: 3.x writes `versionCreated` what 1.x and 2.x write `versioncreated`.
fn property<'v>(node: &'v Value, name: &str) -> &'v Value {
    let same = |given: &str| given.eq_ignore_ascii_case(name);
    node.as_object()
        .and_then(|object| object.iter().find(|(given, _)| same(given)))
        .map_or(&Value::Null, |(_, value)| value)
}

fn is_ninjs(node: &Value) -> bool {
    let has = |name: &str| !property(node, name).is_null();
    node["uri"].is_string()
        && ["versioncreated", "headlines", "headline", "bodies", "body_text", "body_xhtml", "body_html"]
            .iter()
            .any(|name| has(name))
}

/// A news item that has its body.
fn ninjs(node: &Value) -> Option<Pieces> {
    let string = |name: &str| property(node, name).as_str().filter(|words| !words.trim().is_empty());
    // The body with its paragraphs is the better one: plain text often has none.
    let marked = ["body_xhtml", "body_html", "body_nitf"].iter().find_map(|name| string(name)).map(html::text);
    let body = marked
        .or_else(|| string("body_text").map(plain))
        .or_else(|| main_of(property(node, "bodies"), true).map(|body| plain(&body)))
        .filter(|body| !body.trim().is_empty())?;
    let by = ["byline", "by"].iter().find_map(|name| string(name)).map(str::to_owned);
    let by = by.or_else(|| {
        let bylines = property(node, "bylines").as_array()?;
        bylines.iter().find_map(|one| one.as_str().or_else(|| property(one, "byline").as_str())).map(str::to_owned)
    });
    let outlet = names(property(node, "infosources")).into_iter().chain(names(property(node, "infosource"))).next();
    Some(Pieces {
        headline: string("headline")
            .map(str::to_owned)
            .or_else(|| main_of(property(node, "headlines"), false))
            .unwrap_or_default(),
        authors: by.map(|by| plain(&by)).into_iter().collect(),
        body,
        outlet: outlet.or_else(|| string("copyrightholder").map(str::to_owned)).unwrap_or_default(),
        published: ["versioncreated", "contentcreated", "firstcreated"]
            .iter()
            .find_map(|name| string(name))
            .unwrap_or_default()
            .to_owned(),
        url: string("uri").unwrap_or_default().to_owned(),
    })
}

/// The value of a list of ninjs 2.x: of bodies the one with markup, else the one whose role is main, else the first.
fn main_of(list: &Value, prefers_markup: bool) -> Option<String> {
    let values = list.as_array()?;
    let value =
        |item: &Value| property(item, "value").as_str().filter(|words| !words.trim().is_empty()).map(str::to_owned);
    let is_marked = |item: &&Value| property(item, "contenttype").as_str().is_some_and(|name| name.contains("html"));
    let is_main = |item: &&Value| property(item, "role").as_str().is_some_and(|role| role == "main");
    let marked = values.iter().filter(|item| prefers_markup && is_marked(item)).find_map(value);
    marked.or_else(|| values.iter().filter(is_main).find_map(value)).or_else(|| values.iter().find_map(value))
}

/// Reads a web page: a comparison that was saved as one, the body that its metadata have, or the text that it shows.
///
/// # Errors
/// When it is a comparison of a later version, or declares entities.
pub(super) fn read_page(page: &str) -> Result<Vec<ArticleInput>, Refused> {
    let prolog = page.split_once("<html").map_or(page, |(prolog, _)| prolog);
    if prolog.trim_start().starts_with('<') && prolog.to_ascii_uppercase().contains("<!ENTITY") {
        return Err(Refused::Entities);
    }
    let page = Page::parse(page);
    let mut told: Vec<Pieces> = Vec::new();
    for script in page.elements("script") {
        let data: String = script.text().collect();
        if script.attr("id") == Some(SAVED) {
            return read(&data);
        }
        // Pages with broken JSON-LD are common, and there are other places to look.
        if script.attr("type").is_some_and(|given| given.contains("ld+json"))
            && let Ok(value) = serde_json::from_str::<Value>(&data)
        {
            told.extend(nodes(&value).into_iter().filter(|node| is_article(node)).map(metadata));
        }
    }
    let title = page.first("h1").unwrap_or_default();
    let own =
        told.iter().position(|pieces| !pieces.headline.is_empty() && title.starts_with(&one_line(&pieces.headline)));
    let mut pieces = if told.is_empty() { Pieces::default() } else { told.swap_remove(own.unwrap_or(0)) };
    let shown = page.text();
    // What stands on the page has its paragraphs; the metadata are taken where the page keeps the text to itself.
    if pieces.body.chars().count() < SHORTEST_BODY || shown.chars().count() * 10 > pieces.body.chars().count() * 6 {
        pieces.body = shown;
    }
    from_meta(&page, &mut pieces);
    if pieces.headline.is_empty() {
        pieces.headline = title;
    }
    // Shown words have the headline somewhere near their beginning; what stands above it is around the article.
    let headline = one_line(&pieces.headline);
    if let Some((_, below)) =
        pieces.body.split_once(&headline).filter(|(above, _)| !headline.is_empty() && above.len() < 600)
    {
        pieces.body = below.trim_start().to_owned();
    }
    Ok(vec![pieces.article()])
}

/// Fills what JSON-LD does not tell from the page's `<meta>` and `<link>`.
fn from_meta(page: &Page, pieces: &mut Pieces) {
    let canonical = || page.elements("link").find(|link| link.attr("rel") == Some("canonical"))?.attr("href");
    if pieces.url.is_empty() {
        pieces.url = canonical().unwrap_or_default().to_owned();
    }
    for meta in page.elements("meta") {
        let key = meta.attr("property").or_else(|| meta.attr("name"));
        let (Some(key), Some(content)) = (key, meta.attr("content").map(str::to_owned)) else { continue };
        let field = match key.to_ascii_lowercase().as_str() {
            "og:title" => &mut pieces.headline,
            "og:site_name" => &mut pieces.outlet,
            "og:url" => &mut pieces.url,
            "article:published_time" | "date" | "dc.date" => &mut pieces.published,
            "author" | "article:author" if pieces.authors.is_empty() => {
                pieces.authors.push(content);
                continue;
            }
            _ => continue,
        };
        if field.is_empty() {
            *field = content;
        }
    }
}
