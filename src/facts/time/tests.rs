//! Times of odd texts.

use super::*;
use crate::{
    article::{Article, Part, Passage},
    language,
    text::ByteSpan,
};

/// Words that begin, link and end times, and numbers at and past every limit.
const WORDS: [&str; 64] = [
    "Tuesday",
    "May",
    "march",
    "Sept.",
    "12",
    "0",
    "31",
    "32",
    "99",
    "2024",
    "0240",
    "9999",
    "1:60",
    "24:00",
    "9.40",
    "31.02.2024",
    "00.00.0000",
    "2024-02-30",
    "12/13/2014",
    "90s",
    "99999999999",
    "pm",
    "a.m.",
    "GMT",
    "ET",
    "the",
    "a",
    "in",
    "on",
    "at",
    "to",
    "-",
    "–",
    ",",
    "of",
    "and",
    "from",
    "between",
    "before",
    "after",
    "until",
    "late",
    "early",
    "mid-June",
    "mid-é",
    "the end of",
    "around",
    "shortly before",
    "last",
    "next",
    "this",
    "that",
    "week",
    "years",
    "ago",
    "later",
    "first",
    "twenty-first",
    "quarter",
    "half past",
    "night",
    "midnight",
    "weekend",
    "Christmas",
];

#[test]
fn no_run_of_words_panics_and_mentions_stand_in_order() {
    // A linear congruential generator (Knuth's MMIX constants), so that the runs are the same everywhere.
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 33) as usize % WORDS.len()]
    };
    for published in
        [None, Published::parse("2024-02-29"), Published::parse("0000-01-01"), Published::parse("9999-12-31")]
    {
        for _ in 0..4000 {
            let text: Vec<&str> = (0..8).map(|_| next()).collect();
            let text = text.join(" ");
            let passage = Passage { part: Part::Body, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
            let document = language::read(&Article { text: &text, passages: vec![passage], remarks: Vec::new() });
            for sentence in &document.sentences {
                let mentions = extract(&document, sentence, published.as_ref());
                let mut end = sentence.span.start;
                for Mention { span, value, .. } in &mentions {
                    assert!(end <= span.start && span.start < span.end && span.end <= sentence.span.end, "{text:?}");
                    end = span.end;
                    let Value::Time(time) = value else { panic!("a time is a time: {text:?}") };
                    assert!(time.days.is_none_or(|(first, end)| first < end), "{text:?}: {time:?}");
                    assert!(time.clock.is_none_or(|(start, end)| start < end), "{text:?}: {time:?}");
                    assert!(!time.norm().is_empty(), "{text:?}");
                    for other in &mentions {
                        if let Value::Time(other) = &other.value {
                            assert_eq!(time.relation(other), other.relation(time), "{text:?}: {time:?} {other:?}");
                        }
                    }
                }
            }
        }
    }
}

/// The times of a sentence, read without a date of publication.
fn times(text: &str) -> Vec<Time> {
    let span = ByteSpan::new(0, text.len() as u32);
    let passage = Passage { part: Part::Body, span, paragraph: 0 };
    let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
    let mentions = document.sentences.iter().flat_map(|sentence| extract(&document, sentence, None));
    let time = |mention: Mention| if let Value::Time(time) = mention.value { Some(time) } else { None };
    mentions.filter_map(time).collect()
}

#[test]
fn digits_of_two_orders_agree_with_both_and_with_no_third() {
    let open = times("The form is dated 04/06/2023.")[0];
    let relation = |text: &str| open.relation(&times(text)[0]);
    assert_eq!(relation("It was signed on 4 June 2023."), TimeRelation::Within);
    assert_eq!(relation("It was signed on 6 April 2023."), TimeRelation::Within);
    assert_eq!(relation("It was signed on 5 May 2023."), TimeRelation::Disjoint);
    assert_eq!(open.relation(&open), TimeRelation::Equal);
}

#[test]
fn the_length_of_a_stretch_is_left_to_be_a_measure() {
    let text = "The hall will be open for three hours from 10 a.m. on 4 June 2023.";
    let passage = Passage { part: Part::Body, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
    let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
    let found = extract(&document, &document.sentences[0], None);
    assert_eq!(found[0].span.slice(text), "three hours from 10 a.m. on 4 June 2023");
    assert_eq!(document.word(found[0].tokens.start), "10");
}

#[test]
fn numbers_are_padded_behind_their_sign() {
    for number in [i32::MIN, -12_345, -43, -1, 0, 7, 10, 999, 2_024, 12_024] {
        for width in 0..6 {
            let mut padded = String::new();
            super::push_padded(&mut padded, number, width);
            assert_eq!(padded, format!("{number:0width$}"));
        }
    }
}
