//! Links to words of a page: the address with a text fragment, which browsers scroll to and mark.
//!
//! A page has more words on it than the article (navigation, comments, other reports), and its paragraphs may be laid out
//! in any way. So short words, and words that the article has twice, go with the words around them, which are taken from
//! the same paragraph; long ones are named by their first and last words.
//!
//! # Sources
//! [URL Fragment Text Directives](https://wicg.github.io/scroll-to-text-fragment/): the form
//! `#:~:text=[prefix-,]start[,end][,-suffix]`, matches from border to border of words, and the characters `&`, `-` and
//! `,`, which stand for themselves only when they are percent-encoded.

use std::{fmt::Write as _, ops::Range};

/// Characters of words that are named whole; the specification sets no limit, Chromium's own links have this one.
const MAX_EXACT: usize = 300;

/// Characters below which words may as well stand elsewhere on the page.
const MIN_ALONE: usize = 20;

/// Words of the beginning and of the end by which long words are named.
const END_WORDS: usize = 5;

/// Words around short ones that go with them.
const CONTEXT_WORDS: usize = 3;

/// What stands within words and numbers, by [UAX 29](https://www.unicode.org/reports/tr29/#Word_Boundaries).
const JOINERS: [char; 7] = ['\'', '’', '.', ',', ':', ';', '_'];

/// The address of some words of a page.
///
/// `text` is the article that lies at `url`; `bytes` are those of the words in it, on borders of characters.
///
/// Returns nothing when `url` is no address of the web, or when there are no words.
///
/// ```
/// use variorum::exchange::fragment::link;
/// let text = "A fire hurt 12 people, police said.";
/// let link = link("https://herald.example/fire", text, &(12..14)).expect("it is an address");
/// assert_eq!(link, "https://herald.example/fire#:~:text=A%20fire%20hurt-,12,-people%2C%20police%20said.");
/// ```
#[must_use]
pub fn link(url: &str, text: &str, bytes: &Range<usize>) -> Option<String> {
    let url = url.trim();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    if !is_web || url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let words = whole_words(text, bytes)?;
    let exact = &text[words.clone()];
    let mut directive = String::new();
    if exact.chars().count() > MAX_EXACT || exact.contains('\n') {
        let (first, last) = (first_words(exact, END_WORDS), last_words(exact, END_WORDS));
        let _ = write!(directive, "{},{}", encode(first), encode(last));
    } else {
        let is_alone = exact.chars().count() >= MIN_ALONE && text.matches(exact).nth(1).is_none();
        let (prefix, suffix) = if is_alone { ("", "") } else { context(text, &words) };
        if !prefix.is_empty() {
            let _ = write!(directive, "{}-,", encode(prefix));
        }
        directive += &encode(exact);
        if !suffix.is_empty() {
            let _ = write!(directive, ",-{}", encode(suffix));
        }
    }
    let page = url.split(":~:").next().unwrap_or(url);
    let sign = if page.contains('#') { "" } else { "#" };
    Some(format!("{page}{sign}:~:text={directive}"))
}

/// The words without white space around them, and with the rest of a word of which they are a piece.
fn whole_words(text: &str, bytes: &Range<usize>) -> Option<Range<usize>> {
    let given = text.get(bytes.clone())?;
    let trimmed = given.trim();
    let mut start = bytes.start + (given.len() - given.trim_start().len());
    let mut end = start + trimmed.len();
    if trimmed.starts_with(char::is_alphanumeric) {
        start -= word_length(text[..start].chars().rev());
    }
    if trimmed.ends_with(char::is_alphanumeric) {
        end += word_length(text[end..].chars());
    }
    (!trimmed.is_empty()).then_some(start..end)
}

/// Bytes by which a word goes on: browsers take "Aldaya’s", "U.S" and "1,200" for one each, so that no match may end within.
fn word_length(characters: impl Iterator<Item = char>) -> usize {
    let mut length = 0;
    let mut characters = characters.peekable();
    while let Some(character) = characters.next() {
        let joins = JOINERS.contains(&character) && characters.peek().is_some_and(|next| next.is_alphanumeric());
        if !character.is_alphanumeric() && !joins {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// The words before and behind, of the same paragraph.
fn context<'t>(text: &'t str, words: &Range<usize>) -> (&'t str, &'t str) {
    let before = text[..words.start].rsplit('\n').next().unwrap_or_default();
    let behind = text[words.end..].split('\n').next().unwrap_or_default();
    (last_words(before, CONTEXT_WORDS), first_words(behind, CONTEXT_WORDS))
}

/// As many words as asked for, from the beginning of the first line that has any.
fn first_words(text: &str, count: usize) -> &str {
    let line = text.trim().split('\n').next().unwrap_or_default().trim_end();
    let mut at = 0;
    for _ in 0..count {
        let rest = &line[at..];
        let word = rest.len() - rest.trim_start().len();
        at += word + rest[word..].find(char::is_whitespace).unwrap_or(rest.len() - word);
    }
    &line[..at]
}

/// As many words as asked for, to the end of the last line that has any.
fn last_words(text: &str, count: usize) -> &str {
    let line = text.trim().rsplit('\n').next().unwrap_or_default().trim_start();
    let mut at = line.len();
    for _ in 0..count {
        let rest = line[..at].trim_end();
        at = rest.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(i, c)| i + c.len_utf8());
    }
    &line[at..]
}

/// All but letters and digits of ASCII and `.`, `_`, `~` as percent signs with two hexadecimal digits.
fn encode(words: &str) -> String {
    let mut encoded = String::with_capacity(words.len() + 8);
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://herald.example/fire?id=4";

    /// What stands behind the address for `words`, their first place in `text`.
    fn directive(text: &str, words: &str) -> String {
        let start = text.find(words).expect("the words stand in the text");
        let link = link(URL, text, &(start..start + words.len())).expect("it is an address");
        link.strip_prefix(URL).and_then(|rest| rest.strip_prefix("#:~:text=")).expect("it begins so").to_owned()
    }

    #[test]
    fn short_words_go_with_those_around_them_in_their_paragraph() {
        let text = "Fire hurts 12\n\n12 people – a crew – were hurt, police said.";
        assert_eq!(directive(text, "12"), "Fire%20hurts-,12");
        assert_eq!(directive(text, "crew"), "people%20%E2%80%93%20a-,crew,-%E2%80%93%20were%20hurt%2C");
    }

    #[test]
    fn long_words_that_stand_once_go_alone() {
        let text = "“We found two bodies, and we searched every room twice,” Aldaya told reporters.";
        assert_eq!(directive(text, "we searched every room twice"), "we%20searched%20every%20room%20twice");
        let again = format!("{text}\n\n{text}");
        assert!(directive(&again, "we searched every room twice").contains("-,we%20searched"));
    }

    #[test]
    fn words_over_paragraphs_are_named_by_their_ends() {
        let text = "“We will rebuild here, and nowhere else.\n\n“That is a promise to the town,” he said.";
        assert_eq!(
            directive(text, text),
            "%E2%80%9CWe%20will%20rebuild%20here%2C%20and,to%20the%20town%2C%E2%80%9D%20he%20said."
        );
        let long = "word ".repeat(80);
        assert_eq!(directive(&long, long.trim()), "word%20word%20word%20word%20word,word%20word%20word%20word%20word");
    }

    #[test]
    fn what_the_form_is_made_of_is_encoded() {
        assert_eq!(encode("a-b, c & 50% #1"), "a%2Db%2C%20c%20%26%2050%25%20%231");
    }

    #[test]
    fn a_piece_of_a_word_is_its_word() {
        assert!(directive("The 12th of the twelve hurt in the hall", "12").ends_with("12th,-of%20the%20twelve"));
        assert!(directive("It was Aldaya’s wish.", "Aldaya").ends_with("Aldaya%E2%80%99s,-wish."));
        assert!(directive("Some 1,200 came, all told.", "200 came").ends_with("1%2C200%20came,-%2C%20all%20told."));
    }

    #[test]
    fn an_address_keeps_its_fragment_and_loses_another_directive() {
        let text = "A fire hurt twelve people in the hall";
        let of = |url| link(url, text, &(7..28));
        let words = "hurt%20twelve%20people%20in";
        assert_eq!(of("https://a.example/#top"), Some(format!("https://a.example/#top:~:text={words}")));
        assert_eq!(of("https://a.example/#:~:text=x"), Some(format!("https://a.example/#:~:text={words}")));
    }

    #[test]
    fn what_is_no_address_of_the_web_gives_no_link() {
        for url in ["", "javascript:alert(1)", "file:///a.txt", "https://a.example/ b", "data:text/html,x"] {
            assert_eq!(link(url, "A fire hurt 12", &(12..14)), None, "{url}");
        }
        assert_eq!(link(URL, "A   B", &(1..4)), None, "there are no words");
        assert_eq!(link(URL, "é", &(1..2)), None, "no border of a character");
    }
}
