//! The words of HTML, parsed as browsers parse it. Nothing is run, loaded or kept of it but text.

use std::borrow::Cow;

use ego_tree::iter::Edge;
use html5ever::{
    driver::{self, ParseOpts},
    tendril::{StrTendril, TendrilSink},
};
use scraper::{ElementRef, Html, HtmlTreeSink, Node};

/// Elements that are passed over with all that they hold.
const UNREAD: [&str; 20] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "head",
    "nav", "footer", "aside", "button", "select", "textarea", "figure", "title",
];

/// Of these what is left when everything else of a page would be passed over: a tag that is never closed hides the rest.
const NEVER_READ: [&str; 3] = ["script", "style", "head"];

/// A line end that was asked for; two of them part paragraphs.
const LINE_END: char = '\u{2028}';

/// Elements between which a paragraph ends.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "section",
    "article",
    "main",
    "header",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "hr",
    "body",
    "html",
    "address",
    "center",
];

/// Whether a text begins as a web page does.
pub(super) fn is_page(head: &str) -> bool {
    let head: String = head.chars().take(200).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with("<?xml") && head.contains("<html"))
}

/// Elements within each other up to which a page is read as one; browsers nest no deeper (Blink, WebKit). The time that
/// parsing takes grows with the square of the depth.
const MAX_DEPTH: usize = 512;

/// Bytes after which the depth is looked at again.
const STEP: usize = 512;

/// Attributes of one tag, at most; what stands behind them in the tag is left out. The parser holds each against all
/// before it, so that a megabyte of them takes it seven seconds.
const MAX_ATTRIBUTES: usize = 4000;

/// How often the end of a tag is looked for that has none: a mark that is never closed hides what follows.
const MAX_TRIES: usize = 8;

/// A page with no more than [`MAX_ATTRIBUTES`] in any tag. What looks like a tag in a comment or a script is taken for one:
/// it has as many words before its bracket in no page that is not made for it.
fn bounded(html: &str) -> Cow<'_, str> {
    let (mut kept, mut from, mut at, mut tries) = (String::new(), 0, 0, MAX_TRIES);
    while let Some(open) = html[at..].find('<').filter(|_| tries > 0) {
        let tag = at + open + 1;
        let (end, full) = extent(&html.as_bytes()[tag..]);
        tries -= usize::from(end == html.len() - tag);
        let end = if end == html.len() - tag && full.is_none() { 0 } else { end };
        if let Some(full) = full {
            kept += &html[from..tag + full];
            from = tag + end;
        }
        at = tag + end;
    }
    if from == 0 { Cow::Borrowed(html) } else { Cow::Owned(kept + &html[from..]) }
}

/// Where a tag ends that begins here, and where its attributes are too many; at once where none begins.
fn extent(tag: &[u8]) -> (usize, Option<usize>) {
    if !tag.first().is_some_and(u8::is_ascii_alphabetic) {
        return (0, None);
    }
    let parts = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    let (mut attributes, mut full, mut quote, mut before, mut value) = (0, None, None, b'<', false);
    for (at, &byte) in tag.iter().enumerate() {
        match quote {
            Some(mark) if mark == byte => (quote, before) = (None, b' '),
            Some(_) => {}
            None if byte == b'>' => return (at, full),
            None if value && matches!(byte, b'"' | b'\'') => (quote, value) = (Some(byte), false),
            None => {
                if parts(before) && !parts(byte) && !value {
                    attributes += 1;
                    full = full.or_else(|| (attributes > MAX_ATTRIBUTES).then_some(at));
                }
                // Between the sign and the value may be space.
                value = byte == b'=' || value && byte.is_ascii_whitespace();
                before = byte;
            }
        }
    }
    (tag.len(), full)
}

/// A web page or a piece of one; where it is nested too deeply, or has more nodes than bytes, what follows is read as a page of
/// its own: bold that is never closed is opened again in each paragraph.
pub(super) struct Page(Vec<Html>);

impl Page {
    /// Every text is HTML, however broken.
    pub(super) fn parse(html: &str) -> Self {
        let html = bounded(html);
        let (mut parts, mut rest) = (Vec::new(), &*html);
        loop {
            let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
            let (mut depth, mut nodes, mut read) = (0, 0, STEP);
            while !rest.is_empty() && depth <= MAX_DEPTH && nodes <= read {
                let next = rest.bytes().skip(STEP).position(|byte| byte == b'<');
                let (step, behind) = rest.split_at(next.map_or(rest.len(), |next| STEP + next));
                parser.process(StrTendril::from(step));
                rest = behind;
                read += step.len();
                let so_far = parser.tokenizer.sink.sink.0.borrow();
                depth = so_far.tree.nodes().next_back().map_or(0, |node| node.ancestors().count());
                nodes = so_far.tree.nodes().len();
            }
            parts.push(parser.finish());
            if rest.is_empty() {
                return Self(parts);
            }
        }
    }

    /// The elements of a name, in their order.
    pub(super) fn elements(&self, name: &str) -> impl Iterator<Item = ElementRef<'_>> {
        let all = self.0.iter().flat_map(|part| part.root_element().descendent_elements());
        all.filter(move |element| element.value().name() == name)
    }

    /// What the first element of a name holds, as one line.
    pub(super) fn first(&self, name: &str) -> Option<String> {
        self.elements(name).next().map(|element| super::one_line(&element.text().collect::<String>()))
    }

    /// The paragraphs, parted by empty lines.
    pub(super) fn text(&self) -> String {
        // A page says itself where its article is.
        let frame = ["article", "main"].into_iter().find(|name| self.elements(name).next().is_some());
        let read = self.text_of(frame, &UNREAD);
        if read.is_empty() { self.text_of(None, &NEVER_READ) } else { read }
    }

    fn text_of(&self, frame: Option<&str>, unread: &[&str]) -> String {
        let mut paragraphs: Vec<String> = vec![String::new()];
        let mut inside = 0_usize;
        // The element that is passed over.
        let mut passed = None;
        // One edge after the other, since a hostile page is nested deeper than a stack.
        for edge in self.0.iter().flat_map(|part| part.root_element().traverse()) {
            let (node, is_open) = match edge {
                Edge::Open(node) => (node, true),
                Edge::Close(node) => (node, false),
            };
            match node.value() {
                Node::Text(words) if is_open && passed.is_none() && (frame.is_none() || inside > 0) => {
                    if let Some(last) = paragraphs.last_mut() {
                        last.push_str(words);
                    }
                }
                Node::Element(element) => {
                    let name = element.name();
                    if is_open && passed.is_none() && unread.contains(&name) {
                        passed = Some(node.id());
                    } else if !is_open && passed == Some(node.id()) {
                        passed = None;
                    }
                    if Some(name) == frame {
                        inside = if is_open { inside + 1 } else { inside - 1 };
                    }
                    if BLOCKS.contains(&name) {
                        paragraphs.push(String::new());
                    } else if name == "br"
                        && is_open
                        && let Some(last) = paragraphs.last_mut()
                    {
                        last.push(LINE_END);
                    }
                }
                _ => {}
            }
        }
        let mut text: Vec<String> = Vec::new();
        for paragraph in &paragraphs {
            let mut is_new = true;
            for line in paragraph.split(LINE_END).map(super::one_line) {
                match text.last_mut() {
                    _ if line.is_empty() => is_new = true,
                    Some(last) if !is_new => *last = format!("{last} {line}"),
                    _ => {
                        text.push(line);
                        is_new = false;
                    }
                }
            }
        }
        text.join("\n\n")
    }
}

/// The words of a piece of HTML, in paragraphs.
pub(super) fn text(html: &str) -> String {
    Page::parse(html).text()
}

/// Text with its references (`&amp;`, `&#8217;`) as characters; what is none stays as it is.
pub(super) fn decode(words: &str) -> String {
    let page = Html::parse_fragment(&words.replace('<', "&lt;"));
    // A hard space parts words as any other.
    page.root_element().text().collect::<String>().replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_kept_and_the_rest_is_not() {
        let html = "<!-- a --><nav>Home</nav><h1>Fire hurts&nbsp;12</h1><p>A fire\n<b>hurt</b> 12 people &amp; a dog.<br/>So it was.</p>
            <script>document.write('<p>99 people')</script><aside><p>More</p></aside><ul><li>One<li>Two</ul>";
        assert_eq!(text(html), "Fire hurts 12\n\nA fire hurt 12 people & a dog. So it was.\n\nOne\n\nTwo");
    }

    #[test]
    fn a_page_says_where_its_article_is() {
        let html = "<body><p>Subscribe</p><article><h1>Fire</h1><p>It burnt.</p></article><p>Related</p></body>";
        assert_eq!(text(html), "Fire\n\nIt burnt.");
    }

    #[test]
    fn two_line_ends_part_paragraphs() {
        assert_eq!(text("One<br>still one<br/>\n<br>Two"), "One still one\n\nTwo");
    }

    #[test]
    fn a_tag_of_too_many_attributes_loses_the_last_and_no_words() {
        let of = |count: usize| (0..count).map(|at| format!("a{at}='x > y' ")).collect::<String>();
        let page = |count: usize| format!("<p>Fire</p><p {}>It <b>burnt</b>.</p>", of(count));
        assert!(matches!(bounded(&page(MAX_ATTRIBUTES)), Cow::Borrowed(_)));
        assert_eq!(bounded(&page(MAX_ATTRIBUTES + 9)), page(MAX_ATTRIBUTES));
        assert_eq!(text(&page(MAX_ATTRIBUTES + 9)), "Fire\n\nIt burnt.");
        // Words in marks are one attribute, however many.
        let long = format!("<p data-a = \"{}\">It burnt.</p>", "a/b ".repeat(MAX_ATTRIBUTES));
        assert_eq!(bounded(&long), long);
        let open = format!("<a b=\"<p>It burnt.</p><p {}>So it was.", of(MAX_ATTRIBUTES + 9));
        assert!(bounded(&open).len() < open.len());
    }

    #[test]
    fn what_is_never_closed_does_not_hide_a_page() {
        assert_eq!(text("<nav><p>Fire hurts 12</p><p>It burnt.</p>"), "Fire hurts 12\n\nIt burnt.");
    }

    #[test]
    fn broken_tags_lose_no_words() {
        for (html, expected) in [
            ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
            ("<p title=\"a > b\">Words", "Words"),
            ("<p", ""),
            ("a</", "a</"),
            ("<script>never closed", ""),
            ("&nope; &#xFFFFFFFF; &#0; &", "&nope; \u{fffd} \u{fffd} &"),
            ("Zw&ouml;lf &#8217; &#x2019;", "Zwölf ’ ’"),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn references_are_characters_and_brackets_stay() {
        assert_eq!(decode(" 3 < 4 &amp; Zw&ouml;lf&nbsp;&#8217;s <b> AT&T"), " 3 < 4 & Zwölf ’s <b> AT&T");
    }

    #[test]
    fn deep_nesting_is_read() {
        let html = "<div>".repeat(20_000) + "Words";
        assert_eq!(text(&html), "Words");
    }
}
