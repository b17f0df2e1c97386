//! The words of HTML, one pass from the first character to the last, however its tags lie. Nothing is run, loaded or kept
//! of it but text.

use quick_xml::escape::resolve_html5_entity;

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

/// A piece of HTML: a tag with its attributes as written, or text between tags.
pub(super) enum Piece<'h> {
    Open { name: String, attributes: &'h str },
    Close { name: String },
    Text(&'h str),
}

/// Cuts HTML into its pieces; comments and declarations are left out. The text of scripts is one piece.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let Some(open) = rest.find('<') else {
            pieces.push(Piece::Text(rest));
            break;
        };
        if open > 0 {
            pieces.push(Piece::Text(&rest[..open]));
        }
        let tag = &rest[open..];
        at += open;
        if tag.starts_with("<!--") {
            at += tag.find("-->").map_or(tag.len(), |end| end + 3);
            continue;
        }
        if let Some(data) = tag.strip_prefix("<![CDATA[") {
            let end = data.find("]]>").unwrap_or(data.len());
            pieces.push(Piece::Text(&data[..end]));
            at += (9 + end + 3).min(tag.len());
            continue;
        }
        let is_closing = tag.starts_with("</");
        let inner = &tag[1 + usize::from(is_closing)..];
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            if inner.starts_with(['!', '?']) {
                at += tag.find('>').map_or(tag.len(), |end| end + 1);
            } else {
                // A bracket that is only a bracket.
                pieces.push(Piece::Text(&tag[..1]));
                at += 1;
            }
            continue;
        }
        let length = inner.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(inner.len());
        let name = inner[..length].rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        let attributes = &inner[length..][..end_of_tag(&inner[length..])];
        at += 1 + usize::from(is_closing) + length + attributes.len() + 1;
        at = at.min(html.len());
        if is_closing {
            pieces.push(Piece::Close { name });
            continue;
        }
        let is_raw = matches!(name.as_str(), "script" | "style");
        if is_raw {
            let end = closing(&html[at..], &name);
            let raw = &html[at..at + end];
            pieces.push(Piece::Open { name, attributes });
            pieces.push(Piece::Text(raw));
            at += end;
            continue;
        }
        let is_empty = attributes.trim_end().ends_with('/');
        pieces.push(Piece::Open { name: name.clone(), attributes });
        if is_empty {
            pieces.push(Piece::Close { name });
        }
    }
    pieces
}

/// Bytes of a tag up to its closing bracket, which may also stand within quotation marks.
fn end_of_tag(attributes: &str) -> usize {
    let mut quote = None;
    for (at, byte) in attributes.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // Marks that are never closed are none.
    attributes.find('>').unwrap_or(attributes.len())
}

/// Where the closing tag of an element begins that holds no other.
fn closing(rest: &str, name: &str) -> usize {
    let is_closing = |at: &usize| {
        let behind = &rest.as_bytes()[at + 2..];
        behind.len() >= name.len() && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    rest.match_indices("</").map(|(at, _)| at).find(is_closing).unwrap_or(rest.len())
}

/// The value of an attribute, decoded.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let bytes = attributes.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_blank = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
        while at < bytes.len() && is_blank(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && !is_blank(bytes[at]) && bytes[at] != b'=' {
            at += 1;
        }
        let given = &attributes[start..at];
        while at < bytes.len() && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        if at >= bytes.len() || bytes[at] != b'=' {
            if start == at {
                at += 1;
            }
            continue;
        }
        at += 1;
        while at < bytes.len() && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        let (from, end, next) = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let end = attributes[at + 1..].find(char::from(quote)).map_or(bytes.len(), |end| at + 1 + end);
                (at + 1, end, (end + 1).min(bytes.len()))
            }
            _ => {
                let end = attributes[at..].find(|c: char| c.is_whitespace()).map_or(bytes.len(), |end| at + end);
                (at, end, end)
            }
        };
        if given.eq_ignore_ascii_case(name) {
            return Some(decode(&attributes[from..end]));
        }
        at = next;
    }
    None
}

/// The paragraphs of HTML, parted by empty lines.
pub(super) fn text(html: &str) -> String {
    let pieces = pieces(html);
    // A page says itself where its article is.
    let has = |wanted: &str| pieces.iter().any(|piece| matches!(piece, Piece::Open { name, .. } if name == wanted));
    let frame = ["article", "main"].into_iter().find(|name| has(name));
    let read = text_of(&pieces, frame, &UNREAD);
    if read.is_empty() { text_of(&pieces, None, &NEVER_READ) } else { read }
}

fn text_of(pieces: &[Piece<'_>], frame: Option<&str>, unread: &[&str]) -> String {
    let mut paragraphs: Vec<String> = vec![String::new()];
    let mut inside = 0_usize;
    // The element that is passed over, and how many of its name are open.
    let mut passed: Option<(&str, usize)> = None;
    for piece in pieces {
        match (piece, &mut passed) {
            (Piece::Open { name, .. }, Some((hidden, depth))) => *depth += usize::from(hidden == name),
            (Piece::Close { name }, Some((hidden, depth))) if hidden == name => {
                *depth -= 1;
                if *depth == 0 {
                    passed = None;
                }
            }
            (Piece::Open { name, .. }, None) if unread.contains(&name.as_str()) => passed = Some((name, 1)),
            (Piece::Text(words), None) if frame.is_none() || inside > 0 => {
                if let Some(last) = paragraphs.last_mut() {
                    last.push_str(&decode(words));
                }
            }
            _ => {}
        }
        match piece {
            Piece::Open { name, .. } if Some(name.as_str()) == frame => inside += 1,
            Piece::Close { name } if Some(name.as_str()) == frame => inside = inside.saturating_sub(1),
            _ => {}
        }
        if let Piece::Open { name, .. } | Piece::Close { name } = piece {
            if BLOCKS.contains(&name.as_str()) {
                paragraphs.push(String::new());
            }
            if matches!(piece, Piece::Open { .. })
                && name == "br"
                && let Some(last) = paragraphs.last_mut()
            {
                last.push(LINE_END);
            }
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

/// What an element of a name holds, the first of them, as text.
pub(super) fn first(html: &str, wanted: &str) -> Option<String> {
    let mut words: Option<String> = None;
    for piece in pieces(html) {
        match (piece, &mut words) {
            (Piece::Open { name, .. }, None) if name == wanted => words = Some(String::new()),
            (Piece::Text(text), Some(words)) => words.push_str(&decode(text)),
            (Piece::Close { name }, Some(words)) if name == wanted => return Some(super::one_line(words)),
            _ => {}
        }
    }
    None
}

/// Text with its references (`&amp;`, `&#8217;`) as characters; what is none stays as it is.
pub(super) fn decode(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let reference = &rest[at + 1..];
        // The longest name of HTML has 32 characters.
        let end = reference.bytes().take(40).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&reference[..end])?, end))) {
            Some((character, end)) => {
                text.push_str(&character);
                rest = &reference[end + 1..];
            }
            None => {
                text.push('&');
                rest = reference;
            }
        }
    }
    text.push_str(rest);
    // A hard space parts words as any other.
    text.replace(['\u{a0}', '\0'], " ")
}

/// What a reference stands for, without `&` and `;`.
pub(super) fn character(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|character| !character.is_control() || character.is_whitespace()).map(String::from)
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
    fn what_is_never_closed_does_not_hide_a_page() {
        assert_eq!(text("<nav><p>Fire hurts 12</p><p>It burnt.</p>"), "Fire hurts 12\n\nIt burnt.");
    }

    #[test]
    fn broken_tags_lose_no_words() {
        for (html, expected) in [
            ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
            ("<p title=\"a > b\">Words", "Words"),
            ("<p title=\"open>Words</p>", "Words"),
            ("<p", ""),
            ("a</", "a</"),
            ("<script>never closed", ""),
            ("&nope; &#xFFFFFFFF; &#0; &", "&nope; &#xFFFFFFFF; &#0; &"),
            ("Zw&ouml;lf &#8217; &#x2019;", "Zwölf ’ ’"),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let given = " type='application/ld+json' data-x content = \"a &amp; b\" href=/x?y=1 last";
        assert_eq!(attribute(given, "TYPE").as_deref(), Some("application/ld+json"));
        assert_eq!(attribute(given, "content").as_deref(), Some("a & b"));
        assert_eq!(attribute(given, "href").as_deref(), Some("/x?y=1"));
        assert_eq!(attribute(given, "last"), None);
        assert_eq!(attribute(" = == ' ", "x"), None);
    }
}
