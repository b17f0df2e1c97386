//! No text makes the engine panic, and the report of noise still keeps the laws of spans.

use proptest::{prelude::*, sample::select};
use variorum::{
    article::ingest,
    diff_words,
    facts::{self, calendar::Published},
    language,
    report::{ArticleInput, Request},
};

use crate::{corpus::many, laws::spans_quote_their_text};

/// Reads the facts of a text, compares it with another, and holds both to the law of spans.
#[track_caller]
fn check(left: &str, right: &str) {
    for text in [left, right] {
        let document = language::read(&ingest(text, None));
        for published in [None, Published::parse("2024-02-29")] {
            for stated in &facts::extract(&document, published.as_ref(), variorum::Gazetteer::built_in()).mentions {
                assert!(!stated.mention.span.slice(text).is_empty(), "{stated:?}");
                assert!(document.sentences[stated.sentence].span.contains(stated.mention.span), "{stated:?}");
                assert!(!stated.mention.value.norm().is_empty(), "{stated:?}");
            }
        }
    }
    let article = |id: &str, text: &str| ArticleInput {
        id: id.to_owned(),
        text: text.to_owned(),
        published: Some("2024-02-29".to_owned()),
        ..ArticleInput::default()
    };
    spans_quote_their_text(&Request { articles: vec![article("a", left), article("b", right)], options: None });
    assert_eq!(diff_words(left, right).edits.is_empty(), left.is_empty() && right.is_empty());
}

/// Pieces of which the grammars of numbers, times, speech and parts are made, in any order.
const PIECES: [&str; 96] = [
    "9999999999999999",
    "1/0",
    "$.5",
    "½",
    "00:00",
    "24:00",
    "99:99",
    "99/99/9999",
    "12-",
    "-12",
    "$",
    "£",
    "€ ",
    "%",
    "per cent",
    "0",
    "00",
    "0.0",
    "1,",
    ",5",
    "1,000,000",
    "10,00,000",
    "3.14.15",
    "1e9",
    "5m",
    "$5m",
    "5bn",
    "1tn",
    "trillion",
    "million",
    "hundred",
    "dozen",
    "half",
    "a",
    "and",
    "two-thirds",
    "2½",
    "¾",
    "third",
    "21st",
    "one",
    "no",
    "none",
    "at least",
    "more than",
    "or more",
    "between",
    "to",
    "from",
    "–",
    "—",
    "-",
    "--",
    "…",
    "...",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "(",
    ")",
    "[",
    "]",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "29 February",
    "Feb. 30",
    "31.04.2023",
    "2023-13-45",
    "0000-00-00",
    "9999-12-31",
    "Tuesday",
    "last Friday",
    "9:40 p.m.",
    "0240 GMT",
    "1990s",
    "said",
    "police",
    "according to",
    "people",
    "killed",
    "aged",
    "km/h",
    "°C",
    "-year-old",
    "\n\n",
    "By",
    "KELNESS, March 31 –",
];

/// Runs of pieces with and without spaces between them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = (select(PIECES.as_slice()), select([" ", " ", " ", "", "\u{a0}", "\n"].as_slice()));
    prop::collection::vec(piece, 1..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_unicode(left in any::<String>(), right in any::<String>()) {
        check(&left, &right);
    }

    #[test]
    fn any_bytes(left in prop::collection::vec(any::<u8>(), 0..400), right in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&left), &String::from_utf8_lossy(&right));
    }

    #[test]
    fn any_run_of_pieces(left in pieces(), right in pieces()) {
        check(&left, &right);
    }

    #[test]
    fn any_digits_and_marks(left in "[0-9.,:/$£%½ –-]{1,80}", right in "[0-9.,:/€m°'\" a-c-]{1,80}") {
        check(&left, &right);
    }
}

#[test]
fn known_oddities() {
    let odd = [
        "",
        " ",
        "\u{0}",
        "\u{feff}",
        "9999999999999999 1/0 $.5 ½ 00:00 99/99/9999 12-",
        "<html><body onload=\"x()\"><p>12 people &amp; <b>$5</b>m</p><!-- 7 --></body></html>",
        "<p>Unclosed <a href='",
        "{\"articles\":[{\"id\":\"a\"}]}",
        "# Title\n\n* 12 hurt\n* **21** dead\n\n```\n7\n```",
        "“‘“‘“‘“‘12 people”’”’”’”’",
        "((((((((((12 people))))))))))",
        "12 \u{301}\u{301}\u{301}people",
        "١٢ people and १२ people and 十二人",
        "\u{202e}elpoep 21\u{202c}",
        "in the year of of of of 12 12 12 12",
        "a a a a half half half quarter quarter of of",
        "twenty twenty twenty million million million million million million",
        "nine hundred ninety-nine trillion trillion trillion people",
        "minus 273.15 degrees Celsius, -40 °F, 0.0000000000000000001 km",
    ];
    for (at, left) in odd.iter().enumerate() {
        check(left, odd[(at + 1) % odd.len()]);
        check(left, left);
    }
}
