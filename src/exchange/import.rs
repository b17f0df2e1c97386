//! Articles from the files of others: plain text, JSON-LD `NewsArticle` (alone or in a page), IPTC ninjs, RSS and Atom,
//! and requests of our own.
//!
//! What a file is, is told by what it holds. Of each article the headline stands first in the text and the authors behind
//! it, as in a paper, and outlet, day and address go with it. HTML is turned into text: scripts and styles are passed over,
//! nothing is run or fetched, and XML that declares entities is refused unread.
//!
//! # Sources
//! [schema.org NewsArticle](https://schema.org/NewsArticle), [JSON-LD 1.1](https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents)
//! (in HTML), [IPTC ninjs](https://iptc.org/standards/ninjs/) 1.x to 3.x, [RSS 2.0](https://www.rssboard.org/rss-specification),
//! [Atom](https://www.rfc-editor.org/rfc/rfc4287).

mod dates;
mod feed;
mod html;
mod json;

use thiserror::Error;

use crate::report::ArticleInput;

/// Why no article was read of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refused {
    /// It is called JSON and is none.
    #[error("is not sound JSON ({message}): export it anew, or mend it there")]
    BrokenJson {
        /// What is wrong, and where.
        message: String,
    },
    /// It is JSON of another sort.
    #[error(
        "is JSON without an article: a NewsArticle with its articleBody, ninjs with a body, or a list of articles with their text"
    )]
    ForeignJson,
    /// It is a report, which quotes its articles and does not hold them.
    #[error("is a report, and holds no texts to compare: give the articles that it was made of")]
    ReportOnly,
    /// It was saved by a later version.
    #[error("was saved by a later version (format {version}): open it with that one")]
    Newer {
        /// The version of the format.
        version: u64,
    },
    /// It is XML that is not well-formed.
    #[error("is not well-formed XML (byte {position}: {message}): fetch it anew, or save its articles as text")]
    BrokenXml {
        /// Where.
        position: u64,
        /// What is wrong.
        message: String,
    },
    /// It declares entities, which may name files or grow without end.
    #[error("declares entities of its own, which are never expanded: save it without its document type")]
    Entities,
    /// It holds no words.
    #[error("holds no words to compare: save the article as plain text")]
    Wordless,
}

/// The articles of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Those with a text, in the file's order. They have no ids yet.
    pub articles: Vec<ArticleInput>,
    /// How many have none, such as items of a feed that only link to their article.
    pub wordless: usize,
}

/// Reads the articles of a file; `name` tells by its ending what sound JSON would be and is otherwise not looked at.
///
/// # Errors
/// When there is no article in it: see [`Refused`].
///
/// ```
/// use variorum::exchange::import::read;
/// let feed = "<rss version='2.0'><channel><title>Herald</title><item><title>Fire hurts 12</title>
///   <description>&lt;p&gt;A fire hurt 12 people.&lt;/p&gt;</description><pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate></item></channel></rss>";
/// let articles = read("feed.xml", feed)?.articles;
/// assert_eq!(articles[0].text, "Fire hurts 12\n\nA fire hurt 12 people.");
/// assert_eq!((articles[0].outlet.as_deref(), articles[0].published.as_deref()), (Some("Herald"), Some("2024-03-05")));
/// # Ok::<(), variorum::exchange::import::Refused>(())
/// ```
pub fn read(name: &str, text: &str) -> Result<Imported, Refused> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let head = text.trim_start();
    let mut articles = if matches!(extension.as_str(), "json" | "jsonld" | "ninjs") {
        json::read(text)?
    } else if matches!(extension.as_str(), "jsonl" | "ndjson") {
        json::read_lines(text)?
    } else if head.starts_with(['{', '[']) {
        match json::read(text) {
            // "[UPDATED] Fire hurts 12" is a text.
            Err(Refused::BrokenJson { .. }) => vec![plain(text)],
            read => read?,
        }
    } else if feed::is_feed(head) {
        feed::read(text)?
    } else if html::is_page(head) || head.starts_with("<?xml") || matches!(extension.as_str(), "html" | "htm" | "xhtml")
    {
        json::read_page(text)?
    } else {
        vec![plain(text)]
    };
    let all = articles.len();
    articles.retain(|article| !article.text.trim().is_empty());
    if articles.is_empty() {
        return Err(Refused::Wordless);
    }
    Ok(Imported { wordless: all - articles.len(), articles })
}

fn plain(text: &str) -> ArticleInput {
    ArticleInput { text: text.to_owned(), ..ArticleInput::default() }
}

/// What is told of an article apart from each other.
#[derive(Debug, Default)]
struct Pieces {
    headline: String,
    authors: Vec<String>,
    /// Paragraphs, parted by empty lines.
    body: String,
    outlet: String,
    /// In whatever notation.
    published: String,
    url: String,
}

impl Pieces {
    fn article(self) -> ArticleInput {
        let headline = one_line(&self.headline);
        let body = self.body.trim();
        let mut text = String::new();
        if !headline.is_empty() && body.lines().next().map(one_line).as_deref() != Some(headline.as_str()) {
            text = headline + "\n\n";
        }
        if let Some(byline) = self.byline() {
            text = text + &byline + "\n\n";
        }
        text.push_str(body);
        text.truncate(text.trim_end().len());
        let known = |value: &str| Some(one_line(value)).filter(|value| !value.is_empty());
        ArticleInput {
            id: String::new(),
            text,
            title: None,
            outlet: known(&self.outlet),
            published: dates::iso_day(&self.published),
            url: address(&self.url),
        }
    }

    /// "By Ann Lee and Ben Orr", where the body does not begin with it.
    fn byline(&self) -> Option<String> {
        let names: Vec<String> = self
            .authors
            .iter()
            .map(|name| one_line(name))
            .filter(|name| !name.is_empty() && !name.contains("://") && !name.eq_ignore_ascii_case(&self.outlet))
            .collect();
        let head: String = self.body.chars().take(200).collect::<String>().to_lowercase();
        if names.is_empty() || names.iter().any(|name| head.contains(&name.to_lowercase())) {
            return None;
        }
        let names = super::opening::list(&names);
        Some(if names.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) {
            names
        } else {
            format!("By {names}")
        })
    }
}

/// Words with one blank between them.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address of the web.
fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    (is_web && !url.contains(|c: char| c.is_whitespace() || c.is_control())).then(|| url.to_owned())
}
