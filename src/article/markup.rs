//! The source of a web page pasted as text: what stands between the tags is read, the rest is not.
//!
//! This is no HTML reader. A page pasted in the browser goes through the browser's own; this keeps the code of a
//! page that came as plain text from being read as a report.

use crate::text::ByteSpan;

/// Whether a text is the source of a page: several closing tags, or a document type.
pub(super) fn is_markup(text: &str) -> bool {
    let head = text.trim_start();
    let starts = |prefix: &str| head.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    starts("<!doctype") || starts("<html") || text.matches("</").take(3).count() == 3
}

/// The stretches between tags that hold words.
pub(super) fn blocks(text: &str) -> Vec<ByteSpan> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let open = text[at..].find('<').map_or(text.len(), |found| at + found);
        push(text, at, open, &mut blocks);
        if open == text.len() {
            break;
        }
        at = tag_end(text, open);
    }
    blocks
}

fn push(text: &str, from: usize, to: usize, blocks: &mut Vec<ByteSpan>) {
    let words = &text[from..to];
    let trimmed = words.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let start = from + words.len() - words.trim_start().len();
        blocks.push(ByteSpan::new(start as u32, (start + trimmed.len()) as u32));
    }
}

/// The end of the tag at `open`; for scripts, styles and comments, the end of what they hold.
fn tag_end(text: &str, open: usize) -> usize {
    let rest = &text[open..];
    let behind = |mark: &str| rest.find(mark).map_or(text.len(), |found| open + found + mark.len());
    if rest.starts_with("<!--") {
        return behind("-->");
    }
    for (tag, closing) in [("script", "</script"), ("style", "</style"), ("noscript", "</noscript"), ("svg", "</svg")] {
        if rest.get(1..=tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag)) {
            let lower =
                rest.as_bytes().windows(closing.len()).position(|part| part.eq_ignore_ascii_case(closing.as_bytes()));
            return lower.map_or(text.len(), |found| {
                let end = open + found;
                text[end..].find('>').map_or(text.len(), |close| end + close + 1)
            });
        }
    }
    let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!' || c == '?');
    if is_tag { behind(">") } else { open + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_stands_between_tags() {
        let text = "<html><script>var a = '<p>12 killed</p>';</script><p>Nine <b>were</b> hurt.</p></html>";
        assert!(is_markup(text));
        let words: Vec<&str> = blocks(text).into_iter().map(|span| span.slice(text)).collect();
        assert_eq!(words, ["Nine", "were", "hurt."]);
    }

    #[test]
    fn plain_text_with_angles_is_no_markup() {
        assert!(!is_markup("The ratio was < 3 and > 1."));
        assert_eq!(blocks("<").len(), 0);
    }
}
