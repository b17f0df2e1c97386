//! The items of RSS and Atom feeds.
//!
//! The reader knows the five entities of XML and those of HTML and expands no other, so that no document can grow in
//! memory, and fetches nothing, so that none can name a file.

use quick_xml::{Reader, events::Event};

use super::{Pieces, Refused, html};
use crate::report::ArticleInput;

/// Whether a text begins as a feed does.
pub(super) fn is_feed(head: &str) -> bool {
    // A declaration and a comment may stand in front.
    let head: String = head.chars().take(2000).collect();
    let root = head.match_indices('<').map(|(at, _)| &head[at + 1..]).find(|rest| !rest.starts_with(['?', '!']));
    let name = root
        .and_then(|rest| rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next())
        .unwrap_or_default();
    matches!(name.rsplit(':').next(), Some("rss" | "feed" | "RDF" | "entry" | "item"))
}

/// Reads the items of a feed, in its order.
///
/// # Errors
/// When it is not well-formed, or declares entities.
pub(super) fn read(text: &str) -> Result<Vec<ArticleInput>, Refused> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    let mut feed = Feed::default();
    loop {
        let position = reader.buffer_position();
        let event = reader.read_event().map_err(|fault| broken(reader.error_position(), &fault))?;
        match event {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                let link = link_of(&tag);
                feed.open(&name, link);
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                let link = link_of(&tag);
                feed.open(&name, link);
                feed.close(true);
            }
            Event::End(_) => feed.close(false),
            Event::Text(words) => feed.words.push_str(&words),
            Event::CData(words) => feed.words.push_str(&words),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                // Among elements a reference is read with them.
                feed.words.push_str(&if feed.is_in_markup() { reference } else { html::decode(&reference) });
            }
            Event::DocType(declared) if declared.to_ascii_uppercase().contains("<!ENTITY") => {
                return Err(Refused::Entities);
            }
            Event::Eof if feed.open.is_empty() => break,
            Event::Eof => {
                let message = format!("it ends within <{}>", feed.open.last().map_or("", String::as_str));
                return Err(Refused::BrokenXml { position, message });
            }
            _ => {}
        }
    }
    Ok(feed.items.into_iter().map(|item| item.article(&feed.title)).collect())
}

fn broken(position: u64, fault: &quick_xml::Error) -> Refused {
    Refused::BrokenXml { position, message: fault.to_string() }
}

/// The address of Atom's link to the article itself.
fn link_of(tag: &quick_xml::events::BytesStart<'_>) -> Option<String> {
    let value = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok().flatten()?;
        Some(html::decode(&attribute.value))
    };
    (value("rel").is_none_or(|rel| rel == "alternate")).then(|| value("href")).flatten()
}

/// What was read of a feed so far.
#[derive(Default)]
struct Feed {
    title: String,
    items: Vec<Item>,
    /// The elements that are open, by their local names.
    open: Vec<String>,
    /// The item that is open, and how deep it lies.
    item: Option<(Item, usize)>,
    /// The words of the element that is open.
    words: String,
}

#[derive(Default)]
struct Item {
    pieces: Pieces,
    summary: String,
    /// When it was changed, which stands in for the day of publication where there is no other.
    updated: String,
}

impl Item {
    fn article(self, feed: &str) -> ArticleInput {
        let Self { mut pieces, summary, updated } = self;
        if pieces.published.is_empty() {
            pieces.published = updated;
        }
        if pieces.body.trim().is_empty() {
            pieces.body = summary;
        }
        if pieces.outlet.is_empty() {
            feed.clone_into(&mut pieces.outlet);
        }
        pieces.article()
    }
}

impl Feed {
    fn open(&mut self, name: &str, link: Option<String>) {
        let local = name.rsplit(':').next().unwrap_or(name).to_owned();
        // XHTML within Atom's content is words with paragraphs.
        if self.is_markup() {
            self.words.push_str(&format!("<{local}>"));
        } else {
            self.words.clear();
        }
        if self.item.is_none() && matches!(local.as_str(), "item" | "entry") {
            self.item = Some((Item::default(), self.open.len()));
        }
        if let (Some((item, depth)), "link", Some(link)) = (&mut self.item, local.as_str(), link)
            && self.open.len() == *depth + 1
            && item.pieces.url.is_empty()
        {
            item.pieces.url = link;
        }
        // "content:encoded" is told from Atom's "content" and "media:content" by its own name.
        self.open.push(if local == "content" && name.contains(':') { name.to_owned() } else { local });
    }

    fn close(&mut self, is_empty: bool) {
        let Some(name) = self.open.pop() else { return };
        if self.is_markup() {
            // HTML takes `<br></br>` for two line ends.
            if !is_empty {
                self.words.push_str(&format!("</{name}>"));
            }
            return;
        }
        let words = std::mem::take(&mut self.words);
        let depth = self.open.len();
        match &mut self.item {
            Some((_, at)) if *at == depth => {
                self.items.extend(self.item.take().map(|(item, _)| item));
            }
            Some((item, at)) => {
                let parent = self.open.last().map_or("", String::as_str);
                item.take(&name, parent, depth - *at, &words);
            }
            None => {
                if name == "title" && self.title.is_empty() {
                    self.title = html::text(&words);
                }
            }
        }
    }

    /// Whether an element of an item is open that holds markup as elements.
    fn is_markup(&self) -> bool {
        let Some((_, at)) = &self.item else { return false };
        self.open
            .get(at + 1)
            .is_some_and(|name| matches!(name.as_str(), "content" | "summary" | "encoded" | "description"))
            && self.open.len() > at + 1
    }

    /// Whether one of these elements is open itself.
    fn is_in_markup(&self) -> bool {
        self.is_markup() && self.item.as_ref().is_some_and(|(_, at)| self.open.len() > at + 2)
    }
}

impl Item {
    /// Takes what an element of an item holds; `depth` is 1 for those that stand in it directly.
    fn take(&mut self, name: &str, parent: &str, depth: usize, words: &str) {
        let set = |field: &mut String, value: String| {
            if field.is_empty() {
                *field = value;
            }
        };
        let pieces = &mut self.pieces;
        match (name, depth) {
            ("title", 1) => set(&mut pieces.headline, html::text(words)),
            ("title", 2) if parent == "source" => set(&mut pieces.outlet, html::text(words)),
            ("encoded" | "content", 1) => set(&mut pieces.body, html::text(words)),
            ("description" | "summary", 1) => set(&mut self.summary, html::text(words)),
            ("link", 1) => set(&mut pieces.url, words.trim().to_owned()),
            ("pubDate" | "date" | "published", 1) => set(&mut pieces.published, words.trim().to_owned()),
            ("updated", 1) => set(&mut self.updated, words.trim().to_owned()),
            ("source" | "publisher", 1) => set(&mut pieces.outlet, super::one_line(&html::decode(words))),
            ("creator" | "author", 1) if !words.contains('@') => pieces.authors.push(words.trim().to_owned()),
            ("name", 2) if parent == "author" => pieces.authors.push(words.trim().to_owned()),
            _ => {}
        }
    }
}
