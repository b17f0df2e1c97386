//! Sentences and tokens stand in order, never overlap, and leave no word out.

use proptest::prelude::*;
use variorum::{
    article::ingest,
    language::{self, lexicon::EN, tokens::tokenize},
    text::ByteSpan,
};

use crate::{
    corpus::{examples, gold, many, report},
    disturb::{insert, insertions},
};

/// Sentences lie in their passages one behind the other, and their tokens in them; what no token covers has no
/// letter and no digit in it.
#[track_caller]
fn check(text: &str) {
    let article = ingest(text, None);
    let document = language::read(&article);
    let mut behind = 0;
    for passage in &article.passages {
        assert!(passage.span.start >= behind && passage.span.end as usize <= text.len(), "{passage:?}");
        behind = passage.span.end;
        assert_eq!(passage.span.slice(text).trim(), passage.span.slice(text), "passages have no space around them");
    }
    let (mut next_token, mut behind) = (0, 0);
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next_token, "sentences take their tokens in turn");
        assert!(!sentence.tokens.is_empty());
        next_token = sentence.tokens.end;
        assert!(article.passages.iter().any(|passage| passage.span.contains(sentence.span)), "{sentence:?}");
        for token in &document.tokens[sentence.tokens.clone()] {
            assert!(token.span.start >= behind && !token.span.is_empty(), "{token:?}");
            assert!(sentence.span.contains(token.span), "{token:?} in {sentence:?}");
            assert!(!token.text(text).is_empty(), "{token:?} lies between whole characters");
            behind = token.span.end;
        }
    }
    assert_eq!(next_token, document.tokens.len(), "every token is in a sentence");
    assert_eq!((document.tags.len(), document.quoted.len()), (document.tokens.len(), document.tokens.len()));
}

/// The tokens of a text cover every letter and digit of it.
#[track_caller]
fn check_coverage(text: &str) {
    let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
    let mut behind = 0;
    let end = ByteSpan::new(text.len() as u32, text.len() as u32);
    for span in tokens.iter().map(|token| token.span).chain([end]) {
        let gap = ByteSpan::new(behind, span.start).slice(text);
        assert!(!gap.contains(char::is_alphanumeric), "{gap:?} is in no token");
        behind = span.end;
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_text_is_read_in_order(text in any::<String>(), strange in insertions()) {
        let text = insert(&text, &strange);
        check(&text);
        check_coverage(&text);
    }

    #[test]
    fn disturbed_reports_are_read_in_order(text in report(), strange in insertions()) {
        let text = insert(&text, &strange);
        check(&text);
        check_coverage(&text);
    }
}

#[test]
fn real_reports_are_read_in_order() {
    for (_, request) in examples().into_iter().chain(gold()) {
        for input in &request.articles {
            check(&input.text);
            check_coverage(&input.text);
        }
    }
}
