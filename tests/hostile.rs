//! Bounded work: texts made to be slow end, with a report or with the right error.
//!
//! Nothing here looks at a clock, since machines differ; a quadratic loop shows as a test that does not end. The
//! sizes are those of the limits divided by what an unoptimised build loses; `VARIORUM_HOSTILE=full` takes them
//! whole, for a release build.
#![cfg(not(target_arch = "wasm32"))]

use variorum::{
    compare, diff_words,
    report::{ArticleInput, Report, Request, request::MAX_ARTICLE_BYTES},
};

/// How much smaller than the limit a text is unless the whole is asked for.
const REDUCTION: usize = 20;

/// The bytes of a text that goes up to `most` bytes.
fn size(most: usize) -> usize {
    let is_full = std::env::var("VARIORUM_HOSTILE").is_ok_and(|value| value == "full");
    if is_full { most } else { most / REDUCTION }
}

/// The bytes of a text with a value in every other word.
///
/// FIXME: all pairs of values are scored (`alignment::slots`), so that such a text must be ten times shorter to end
/// in the same time. When the pairs come from an index, use `size` in its place.
fn size_of_values(most: usize) -> usize {
    size(most) / 10
}

/// `piece` over and over, up to `bytes` bytes.
fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn article(id: impl ToString, text: String) -> ArticleInput {
    let published = Some("2024-06-12".to_owned());
    ArticleInput { id: id.to_string(), text, published, ..ArticleInput::default() }
}

#[track_caller]
fn taken(texts: impl IntoIterator<Item = String>) -> Report {
    let articles = texts.into_iter().enumerate().map(|(at, text)| article(at, text)).collect();
    compare(&Request { articles, options: None }).unwrap_or_else(|error| panic!("the request is taken: {error}"))
}

/// A text against itself with another end, so that neither reading nor comparing can be cut short.
#[track_caller]
fn taken_twice(text: &str) -> Report {
    let end = "\n\nPolice said 12 people were hurt on Tuesday.";
    let report =
        taken([text.to_owned(), format!("{}{end}", &text[..text.floor_char_boundary(text.len() - end.len())])]);
    assert_eq!(report.articles.len(), 2);
    report
}

/// Sentences of news English that all differ, by number.
fn sentence(at: usize) -> String {
    const WHO: [&str; 7] = ["Police", "The mayor", "Ada Lindqvist", "The union", "A witness", "Officials", "The board"];
    const WHAT: [&str; 6] = ["boats", "workers", "houses", "vans", "letters", "sheep"];
    const DID: [&str; 5] = ["were counted", "were lost", "were found", "had been moved", "were damaged"];
    const DAY: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let (who, what, did, day) = (WHO[at % 7], WHAT[at / 7 % 6], DID[at / 3 % 5], DAY[at / 11 % 5]);
    format!("{who} said {} {what} {did} in street {} on {day} at a cost of ${}m. ", at % 97 + 2, at % 501, at % 13 + 1)
}

fn prose(from: usize, bytes: usize) -> String {
    let mut text = String::new();
    let mut at = from;
    while text.len() < bytes {
        text += &sentence(at);
        at += 1;
        if at.is_multiple_of(4) {
            text += "\n\n";
        }
    }
    text.truncate(text.floor_char_boundary(bytes));
    text
}

#[test]
fn the_longest_article() {
    let report = taken([prose(0, size_of_values(MAX_ARTICLE_BYTES)), prose(7, 3_000)]);
    assert!(report.articles[0].sentences.len() > 80);
}

#[test]
fn sixty_articles_of_fifteen_hundred_words() {
    // Every article tells much of what its neighbours tell, which gives the most pairs.
    let report = taken((0..60).map(|at| prose(at * 5, size(9_000))));
    assert_eq!(report.articles.len(), 60);
}

#[test]
fn one_line() {
    let line = prose(0, size_of_values(1_000_000)).replace('\n', " ");
    taken_twice(&line);
    // Without a stop it is one sentence, too.
    taken_twice(&line.replace('.', ","));
}

#[test]
fn one_sentence_of_numbers_and_dates() {
    let line = filled("12 people, $5m, 3 km on Tuesday at 9:40 p.m., 7 per cent ", size_of_values(1_000_000));
    taken_twice(&line);
}

#[test]
fn numbers_of_ten_thousand_digits() {
    let digits = "1234567890".repeat(1_000);
    let grouped = "1".to_owned() + &",234".repeat(2_500);
    let spaced = "1".to_owned() + &"\u{a0}234".repeat(2_500);
    let decimals = "0.".to_owned() + &digits;
    let dotted = "1.".repeat(5_000);
    for number in [digits.as_str(), &grouped, &spaced, &decimals, &dotted] {
        let report = taken_twice(&format!("Police said {number} people were hurt and ${number} was lost. "));
        assert!(!report.articles[0].sentences.is_empty());
    }
}

#[test]
fn number_words_without_end() {
    for words in
        ["twenty million ", "hundred ", "a ", "half a ", "two and a half ", "and ", "one of the ", "dozens of "]
    {
        taken_twice(&filled(words, size_of_values(400_000)));
    }
}

#[test]
fn a_million_equal_words() {
    for word in ["buffalo ", "Buffalo ", "12 ", "said ", "Tuesday ", "killed ", "\" "] {
        let words = filled(word, size_of_values(MAX_ARTICLE_BYTES));
        taken_twice(&words);
        let diff = diff_words(&words, &words[..words.len() / 2]);
        assert!(!diff.edits.is_empty());
    }
}

#[test]
fn deep_nesting() {
    let depth = size(1_000_000) / 8;
    for (open, close) in
        [("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("\"", "\""), ("“he said ", "”"), ("<b>", "</b>")]
    {
        taken_twice(&format!("{}12 people{}", open.repeat(depth), close.repeat(depth)));
        taken_twice(&open.repeat(depth));
    }
}

#[test]
fn marks_without_spaces() {
    for piece in [
        "a;", "a/", "a.", "a-", "a'", "a’s", "a@", "a://", "1-", "1/", "1:", "1.", "$1", "é|", "#", "@a", "<", "-",
        ".\n",
    ] {
        let has_values = piece.contains(|c: char| c.is_ascii_digit());
        taken_twice(&filled(piece, if has_values { size_of_values(1_000_000) } else { size(1_000_000) }));
    }
}

#[test]
fn lines_without_end() {
    for line in ["\n", "x\n", "By A\n", "Read more: x\n", "* 12\n", "KELNESS, June 1 – x\n\n"] {
        taken_twice(&filled(line, size_of_values(400_000)));
    }
}

#[test]
fn word_diffs_of_long_texts() {
    let left = prose(0, size(1_000_000));
    let right = prose(3, size(1_000_000));
    assert!(diff_words(&left, &right).edits.len() > 1);
    let (ab, ba) = (filled("a b ", size(1_000_000)), filled("b a c ", size(1_000_000)));
    assert!(diff_words(&ab, &ba).edits.len() > 1);
}
