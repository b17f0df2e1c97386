//! Splits a text into passages and says what each is.
//!
//! Only the look of lines decides (place, length, how they begin and end), with the openings that newsrooms and
//! their pages use from `lines/*.txt`. What cannot be told stays body: a fact read in vain does less harm than a
//! report left unread.

use std::sync::OnceLock;

use super::{Part, Passage, Remark, markup, notice};
use crate::text::{ByteSpan, lowercase};

/// How lines begin or end that are not running text: the part, a tab, the words in lower case.
const LINES: [&str; 1] = [include_str!("lines/en.txt")];

/// Bytes above which a first line is no headline. The longest headlines of the large wires have about 150.
const LONGEST_HEADLINE: usize = 200;

/// Bytes of a paragraph at each end that are held against the listed lines, which are shorter.
const LONGEST_LISTED: usize = 64;

/// Words above which a line that opens like boilerplate or a byline is running text all the same.
const LONGEST_SERVICE_LINE: usize = 16;

/// Bytes above which a paragraph is no caption, whatever credit it ends with.
const LONGEST_CAPTION: usize = 700;

/// Bytes within which a dateline's dash must stand ("WASHINGTON, Nov. 3 (Reuters) — ").
const LONGEST_DATELINE: usize = 80;

pub(super) fn passages(text: &str, title: Option<&str>, remarks: &mut Vec<Remark>) -> Vec<Passage> {
    let whole = ByteSpan::new(0, text.len() as u32);
    if text.trim().is_empty() {
        remarks.push(Remark { code: "empty", message: "This article is empty.".into(), span: whole, weekday: None });
        return Vec::new();
    }
    if is_binary(text) {
        let message = "This does not look like text, so nothing was read from it.".into();
        remarks.push(Remark { code: "not-text", message, span: whole, weekday: None });
        return Vec::new();
    }
    let blocks = if markup::is_markup(text) {
        let message = "This looks like the code of a web page; paste its text for a full reading.".into();
        remarks.push(Remark { code: "markup", message, span: whole, weekday: None });
        markup::blocks(text)
    } else {
        paragraphs(text)
    };
    classify(text, title, &blocks)
}

/// Control and replacement characters, in more than one character of a hundred.
fn is_binary(text: &str) -> bool {
    // The bytes that such characters have or begin with; hardly a text has more than a few.
    // Every byte of a text is asked: those of plain ASCII are past with one comparison.
    let may_begin = |b: &u8| !matches!(b, b' '..=b'~') && matches!(b, 0..=8 | 0x0b | 0x0e..=0x1f | 0x7f | 0xc2 | 0xef);
    if text.bytes().filter(may_begin).count() < 8 {
        return false;
    }
    let odd = |c: &char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) || *c == '\u{fffd}';
    let (count, all) = text.chars().fold((0usize, 0usize), |(count, all), c| (count + usize::from(odd(&c)), all + 1));
    count >= 8 && count * 100 > all
}

/// The paragraphs: runs of lines between blank ones, and single lines that stand for themselves.
fn paragraphs(text: &str) -> Vec<ByteSpan> {
    let mut paragraphs: Vec<ByteSpan> = Vec::new();
    let mut joins = false;
    for line in lines(text) {
        let words = line.slice(text);
        if words.is_empty() {
            joins = false;
            continue;
        }
        match paragraphs.last_mut().filter(|_| joins) {
            Some(last) if goes_on(text, *last, words) => *last = last.cover(line),
            _ => paragraphs.push(line),
        }
        joins = true;
    }
    paragraphs
}

/// Every line, without the white space around it; empty ones too.
fn lines(text: &str) -> impl Iterator<Item = ByteSpan> + '_ {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let trimmed = line.trim_start_matches(is_blank);
        let from = start + line.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(is_blank);
        start += line.len() + 1;
        ByteSpan::new(from as u32, (from + trimmed.len()) as u32)
    })
}

/// Characters in which a picture's credit and the word before its caption stand.
const LONGEST_CREDIT: usize = 80;

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')
}

/// Whether a line goes on with the paragraph before it, as in text wrapped at a fixed width.
fn goes_on(text: &str, before: ByteSpan, line: &str) -> bool {
    let last = before.slice(text).rsplit('\n').next().unwrap_or_default().trim();
    let starts_low = line.chars().next().is_some_and(char::is_lowercase);
    // Mail and plain-text wires wrap at 60 to 80 columns; a line that is shorter ended on purpose.
    let is_full = last.chars().count() >= 55 && last.chars().count() <= 90;
    starts_low && !ends_sentence(last)
        || is_full && line.chars().count() <= 90 && !line.starts_with(['•', '-', '*', '–'])
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':'])
}

fn classify(text: &str, title: Option<&str>, blocks: &[ByteSpan]) -> Vec<Passage> {
    let lines = LISTED.get_or_init(Lines::new);
    let mut passages = Vec::with_capacity(blocks.len() + 1);
    let repeated = repeated(text, blocks);
    let mut head = true; // until the first paragraph of running text
    let mut has_headline = false;
    let mut notices = Vec::new();
    let mut service = false; // inside a block of the page's own lines
    for (paragraph, &span) in blocks.iter().enumerate() {
        let paragraph = paragraph as u32;
        let (span, words) = match notice::start(span.slice(text), &lines.notices) {
            None => (span, span.slice(text)),
            Some(at) => {
                let start = span.start + at as u32;
                notices.push(Passage { part: Part::Boilerplate, span: ByteSpan::new(start, span.end), paragraph });
                let words = text[span.start as usize..start as usize].trim_end();
                (ByteSpan::new(span.start, span.start + words.len() as u32), words)
            }
        };
        if words.is_empty() {
            continue;
        }
        let mut push = |part, span| passages.push(Passage { part, span, paragraph });
        let is_title = title.is_some_and(|title| !title.trim().is_empty() && same_line(title, words));
        if is_title && !has_headline {
            has_headline = true;
            push(Part::Headline, span);
            continue;
        }
        // "Image copyright Reuters Image caption The well is 40m deep": the page's words, then the caption.
        if let Some(at) = lines.caption_behind_credit(words) {
            let credit = words[..at].trim_end().len();
            push(Part::Boilerplate, ByteSpan::new(span.start, span.start + credit as u32));
            push(Part::Caption, ByteSpan::new(span.start + at as u32, span.end));
            continue;
        }
        if let Some(part) = lines.service_line(words) {
            service = part == Part::Boilerplate;
            push(part, span);
            continue;
        }
        if repeated[paragraph as usize]
            || (service && words.starts_with(['•', '-', '*', '–', '|']))
            || is_address_line(words)
        {
            push(Part::Boilerplate, span);
            continue;
        }
        service = false;
        if lines.is_caption(words) {
            push(Part::Caption, span);
            continue;
        }
        let running = ends_sentence(words) || words.len() > LONGEST_HEADLINE;
        if head && !running && paragraph as usize + 1 < blocks.len() {
            let part = match has_headline {
                false => Part::Headline,
                true if is_dateline(words) => Part::Dateline,
                true => Part::Dek,
            };
            has_headline = true;
            push(part, span);
            continue;
        }
        if head {
            let end = dateline_end(words);
            if end > 0 {
                push(Part::Dateline, ByteSpan::new(span.start, span.start + end as u32));
            }
            let rest = &words[end..];
            let from = span.start + (words.len() - rest.trim_start().len()) as u32;
            push(Part::Lede, ByteSpan::new(from, span.end));
            head = false;
        } else {
            push(Part::Body, span);
        }
    }
    // A first line that ends like a sentence is a headline all the same when it is what was given as the title;
    // where all is head matter (a single line, a list), the last of it is the report.
    if head
        && let Some(last) = passages.iter_mut().rev().find(|passage| matches!(passage.part, Part::Headline | Part::Dek))
    {
        last.part = Part::Lede;
    }
    passages.extend(notices);
    passages.sort_by_key(|passage| passage.span.start);
    passages
}

/// Which paragraphs stand in the text before them; short ones do by chance.
fn repeated(text: &str, blocks: &[ByteSpan]) -> Vec<bool> {
    let words = |at: usize| blocks[at].slice(text);
    let mut order: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].len() > 20).collect();
    order.sort_unstable_by_key(|&at| (words(at), at));
    let mut repeated = vec![false; blocks.len()];
    for pair in order.windows(2) {
        repeated[pair[1]] = words(pair[0]) == words(pair[1]);
    }
    repeated
}

fn same_line(title: &str, line: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(title) == letters(line)
}

/// The listed lines, which are constant data read when the first article is.
static LISTED: OnceLock<Lines> = OnceLock::new();

/// The listed lines.
#[derive(Default)]
struct Lines {
    /// How lines open that are not running text.
    openings: Vec<(Part, &'static str)>,
    /// The first byte of each opening: most lines begin as few of them do.
    first_bytes: Vec<u8>,
    /// Whose pictures are credited.
    credits: Vec<&'static str>,
    /// How the credit of a picture opens that stands before its caption.
    pictures: Vec<&'static str>,
    /// The words between the two.
    captions: Vec<&'static str>,
    /// The words for a copyright.
    notices: Vec<&'static str>,
}

impl Lines {
    fn new() -> Self {
        let mut lines = Self::default();
        for (part, words) in LINES.iter().flat_map(|list| list.lines()).filter_map(|line| line.split_once('\t')) {
            let part = match part {
                "boilerplate" => Part::Boilerplate,
                "note" => Part::Note,
                "byline" => Part::Byline,
                "dateline" => Part::Dateline,
                "credit" => {
                    lines.credits.push(words);
                    continue;
                }
                "picture" => {
                    lines.pictures.push(words);
                    continue;
                }
                "caption" => {
                    lines.captions.push(words);
                    continue;
                }
                "notice" => {
                    lines.notices.push(words);
                    continue;
                }
                _ => continue,
            };
            lines.openings.push((part, words));
            lines.first_bytes.push(words.bytes().next().unwrap_or_default());
        }
        lines
    }

    /// The part of a line that opens like a byline, a dateline, a note or the page's own words.
    fn service_line(&self, words: &str) -> Option<Part> {
        let opening = words.trim_start_matches(['•', '*', '-', '–', '|', '>', '(', '[', ' ']);
        let lower = lowercase(&opening[..opening.floor_char_boundary(LONGEST_LISTED)]);
        let lower = if lower.is_ascii() { lower } else { lower.replace(char::is_whitespace, " ") };
        let count = || words.split_whitespace().take(LONGEST_SERVICE_LINE + 1).count();
        let fits = |part: Part, opening: &str| match part {
            Part::Note => true,
            // A byline has no verb and no stop: a name or two, and perhaps a desk.
            Part::Byline | Part::Dateline => !words.ends_with('.') && count() <= LONGEST_SERVICE_LINE,
            // A single word opens too many sentences to be taken where more than a few words follow.
            _ => match count() {
                0..=4 => true,
                5..=LONGEST_SERVICE_LINE => opening.contains([' ', ':', '©']) || !ends_sentence(words),
                _ => false,
            },
        };
        let first = lower.bytes().next()?;
        let mut alike = self.openings.iter().zip(&self.first_bytes).filter(|&(_, &byte)| byte == first);
        let found = alike.find(|&(&(part, opening), _)| {
            lower.strip_prefix(opening).is_some_and(|rest| {
                let whole_word =
                    opening.ends_with([':', '©', '?']) || rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
                whole_word && fits(part, opening)
            })
        });
        found.map(|(&(part, _), _)| part)
    }

    /// Where a picture's caption begins behind its credit in one line, as broadcasters' pages are copied.
    fn caption_behind_credit(&self, words: &str) -> Option<usize> {
        let first = words.bytes().next()?.to_ascii_lowercase();
        self.pictures.iter().find(|opening| opening.as_bytes()[0] == first)?;
        // Hard spaces part words as well.
        let plain = |c: char| if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() };
        let lower: String = words.chars().take(LONGEST_CREDIT).map(plain).collect();
        self.pictures.iter().find(|opening| lower.starts_with(**opening))?;
        let behind = |word: &&str| Some(lower.match_indices(*word).last()?.0 + word.len());
        let named = lower[..self.captions.iter().filter_map(behind).max()?].chars().count();
        let rest = words.char_indices().nth(named).map_or("", |(at, _)| &words[at..]);
        let caption = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        (!caption.is_empty()).then_some(words.len() - caption.len())
    }

    /// A paragraph that ends with a picture's credit ("Jan. 20, 2014. Reuters", "(AP Photo/Lee Marsh)").
    fn is_caption(&self, words: &str) -> bool {
        if words.len() > LONGEST_CAPTION {
            return false;
        }
        let before_close = words.trim_end_matches([')', ']', ' ']);
        let closes = before_close.len() < words.len();
        let tail = before_close.rfind('(').filter(|_| closes).map(|at| lowercase(&before_close[at + 1..]));
        // Most paragraphs neither begin nor end with the letters of a credit. What is lower-cased from other letters
        // than those of ASCII is looked at whole.
        let (first, last) = (words.bytes().next(), before_close.bytes().next_back());
        let alike = |byte: Option<u8>, listed: Option<u8>| {
            byte.zip(listed).is_some_and(|(byte, listed)| !byte.is_ascii() || byte.to_ascii_lowercase() == listed)
        };
        let mut named = self.credits.iter();
        if tail.is_none()
            && !named.any(|name| alike(last, name.bytes().next_back()) || alike(first, name.bytes().next()))
        {
            return false;
        }
        let last = before_close.ceil_char_boundary(before_close.len().saturating_sub(LONGEST_LISTED));
        let ends = lowercase(&before_close[last..]);
        let opens = lowercase(&words[..words.floor_char_boundary(LONGEST_LISTED)]);
        let credit = |credit: &str| {
            let before = ends.strip_suffix(credit);
            before.is_some_and(|before| {
                let glue = before.chars().next_back();
                glue.is_some_and(|c| matches!(c, '.' | '/' | '|' | ':' | '(' | '©' | '"' | '”'))
                    || before.ends_with([' ', '\u{a0}'])
                        && before.trim_end().ends_with(['.', '/', '|', ':', '(', '©', '"', '”', '—', '-', '–'])
            })
        };
        let opening = |credit: &str| {
            opens
                .strip_prefix(credit)
                .is_some_and(|rest| credit.ends_with(':') || rest.trim_start().starts_with([':', '/', '|']))
        };
        let (first, last) = (opens.bytes().next(), ends.bytes().next_back());
        self.credits.iter().any(|name| {
            last == name.bytes().next_back() && credit(name)
                || first == name.bytes().next() && opening(name)
                || tail.as_ref().is_some_and(|tail| tail.starts_with(name))
        })
    }
}

/// A line that is one address.
fn is_address_line(words: &str) -> bool {
    !words.contains(char::is_whitespace) && (words.contains('@') || words.contains("://") || words.starts_with("www."))
}

/// A short line before the report that holds a number: "Bogota, 13 June", "16.30, Saturday 2 November 2024".
fn is_dateline(words: &str) -> bool {
    words.split_whitespace().count() <= 10 && words.bytes().any(|b| b.is_ascii_digit())
}

/// Where the dateline before a report's first sentence ends, behind its dash; 0 when there is none.
fn dateline_end(words: &str) -> usize {
    let mut limit = LONGEST_DATELINE.min(words.len());
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let Some(end) = spaced_dash_end(&words[..limit]) else { return 0 };
    let before = words[..end].trim_end_matches(|c: char| c.is_whitespace() || is_dash(c));
    // A place in capitals, or an agency in brackets, or nothing but names and a date.
    let first = before.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
    let in_capitals = first.chars().count() > 2 && first.chars().all(|c| !c.is_lowercase());
    let has_agency = before.ends_with(')') && before.contains('(');
    let names_only = before.contains(',')
        && before
            .split_whitespace()
            .all(|word| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '('));
    if in_capitals || has_agency || names_only { end } else { 0 }
}

/// The end of the first dash with white space of any width behind it and, unless it is an em dash, before it; an
/// outlet may type it as a hyphen or two.
fn spaced_dash_end(words: &str) -> Option<usize> {
    let mut before = None;
    for (at, character) in words.char_indices() {
        let starts = character == '—' || is_dash(character) && before.is_some_and(char::is_whitespace);
        before = Some(character);
        if !starts {
            continue;
        }
        let behind = words[at..].trim_start_matches(is_dash);
        if behind.starts_with(char::is_whitespace) {
            return Some(words.len() - behind.len());
        }
    }
    None
}

const fn is_dash(character: char) -> bool {
    matches!(character, '—' | '–' | '-')
}

#[cfg(test)]
mod tests {
    use super::super::ingest;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Part, &str)]) {
        let article = ingest(text, None);
        let parts: Vec<(Part, &str)> =
            article.passages.iter().map(|passage| (passage.part, passage.span.slice(text))).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn head_matter_is_told_from_the_report() {
        check(
            "Quay closed after crane falls\nHarbour master cites wind\n\nBy Ana Lund\n12 March 2024\n\nSUNDVIK (Nordtel) — A crane fell on Monday.\n\nNobody was hurt.",
            &[
                (Part::Headline, "Quay closed after crane falls"),
                (Part::Dek, "Harbour master cites wind"),
                (Part::Byline, "By Ana Lund"),
                (Part::Dateline, "12 March 2024"),
                (Part::Dateline, "SUNDVIK (Nordtel) —"),
                (Part::Lede, "A crane fell on Monday."),
                (Part::Body, "Nobody was hurt."),
            ],
        );
    }

    #[test]
    fn datelines_end_at_any_dash_with_any_space() {
        for opening in
            ["KELNESS, June 4 –", "KELNESS,\u{a0}June\u{a0}4\u{a0}—", "KELNESS, June 4 --", "Kelness, June 4—"]
        {
            for space in [" ", "\u{a0}", "\u{202f}"] {
                let text = format!("{opening}{space}A crane fell on Monday.");
                check(&text, &[(Part::Dateline, opening), (Part::Lede, "A crane fell on Monday.")]);
            }
        }
        check(
            "Kelness-based crews – all of them – left.",
            &[(Part::Lede, "Kelness-based crews – all of them – left.")],
        );
    }

    #[test]
    fn captions_and_service_lines_are_told_from_the_report() {
        check(
            "Crane falls\n\nThe quay on Monday. Reuters\n\nA crane fell.\n\nSign up for our newsletter\n• Every morning in your inbox\n\nIt was raised again.",
            &[
                (Part::Headline, "Crane falls"),
                (Part::Caption, "The quay on Monday. Reuters"),
                (Part::Lede, "A crane fell."),
                (Part::Boilerplate, "Sign up for our newsletter"),
                (Part::Boilerplate, "• Every morning in your inbox"),
                (Part::Body, "It was raised again."),
            ],
        );
    }

    #[test]
    fn a_caption_is_told_from_the_credit_before_it() {
        check(
            "Crane falls\n\nImage copyright Reuters Image caption The quay on Monday\n\nA crane fell.",
            &[
                (Part::Headline, "Crane falls"),
                (Part::Boilerplate, "Image copyright Reuters Image caption"),
                (Part::Caption, "The quay on Monday"),
                (Part::Lede, "A crane fell."),
            ],
        );
    }

    #[test]
    fn a_notice_of_copyright_is_told_from_the_report_before_it() {
        check(
            "Crane falls\n\nA crane fell on Monday. Copyright 2017 Nordtel. All rights reserved. This material may not be published, broadcast, rewritten or redistributed in any form.",
            &[
                (Part::Headline, "Crane falls"),
                (Part::Lede, "A crane fell on Monday."),
                (
                    Part::Boilerplate,
                    "Copyright 2017 Nordtel. All rights reserved. This material may not be published, broadcast, rewritten or redistributed in any form.",
                ),
            ],
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "Crane falls\n\nA crane that had stood on the quay for more than forty years\nfell into the harbour on Monday.";
        assert_eq!(ingest(text, None).passages.len(), 2);
    }

    #[test]
    fn a_single_line_is_the_report() {
        check("A crane fell on Monday", &[(Part::Lede, "A crane fell on Monday")]);
    }

    #[test]
    fn what_is_no_text_is_left_unread() {
        assert_eq!(ingest("\u{0}\u{1}\u{2}\u{3}\u{0}\u{1}\u{2}\u{3}\u{0}PNG", None).remarks[0].code, "not-text");
        assert_eq!(ingest(" \n\t", None).remarks[0].code, "empty");
    }
}
