//! Spans quote their text, whatever stands between its words.

use proptest::prelude::*;
use variorum::{
    report::{ArticleInput, Request},
    text::{ByteSpan, Utf16Map},
};

use crate::{
    corpus::{examples, few, gold, group, many},
    disturb::{Typography, insert, insertions},
    laws::spans_quote_their_text,
};

proptest! {
    #![proptest_config(few())]

    #[test]
    fn spans_quote_disturbed_reports(request in group(), strange in insertions()) {
        let disturbed = |input: &ArticleInput| ArticleInput { text: insert(&input.text, &strange), ..input.clone() };
        spans_quote_their_text(&Request { articles: request.articles.iter().map(disturbed).collect(), options: None });
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn offsets_agree_with_counting(text in any::<String>(), strange in insertions(), repeat in 1..20_usize) {
        let text = insert(&text.repeat(repeat), &strange);
        let map = Utf16Map::new(&text);
        let mut units = 0;
        for (at, character) in text.char_indices().chain([(text.len(), '\0')]) {
            let bytes = ByteSpan::new(at as u32, text.len() as u32);
            let span = map.to_utf16(bytes);
            prop_assert_eq!(span.start, units);
            prop_assert_eq!(map.to_bytes(span), Some(bytes), "offsets go both ways");
            units += character.len_utf16() as u32;
        }
        prop_assert_eq!(map.len() as usize, text.encode_utf16().count());
        prop_assert_eq!(map.is_empty(), text.is_empty());
    }
}

#[test]
fn spans_quote_every_example_in_every_typography() {
    for (_, request) in examples().into_iter().chain(gold()) {
        let report = spans_quote_their_text(&request);
        assert!(!report.articles[0].sentences.is_empty(), "there is something to look at");
    }
    for (_, request) in examples() {
        for typography in Typography::ALL {
            let typed = |input: &ArticleInput| ArticleInput { text: typography.apply(&input.text), ..input.clone() };
            spans_quote_their_text(&Request { articles: request.articles.iter().map(typed).collect(), options: None });
        }
    }
}
