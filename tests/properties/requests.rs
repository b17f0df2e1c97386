//! Which requests are taken, and by what code the others are refused.

use variorum::{
    Error, compare,
    report::{
        ArticleInput, Request,
        request::{MAX_ARTICLE_BYTES, MAX_ARTICLES, MAX_REQUEST_BYTES},
    },
};

use crate::laws::spans_quote_their_text;

fn article(id: impl ToString, text: &str) -> ArticleInput {
    ArticleInput { id: id.to_string(), text: text.to_owned(), ..ArticleInput::default() }
}

fn request(articles: Vec<ArticleInput>) -> Request {
    Request { articles, options: None }
}

#[track_caller]
fn refused(request: &Request, code: &str) -> Error {
    let error = compare(request).expect_err("the request cannot be taken");
    assert_eq!(error.code(), code);
    assert!(error.to_string().contains(':'), "the message tells a way out: {error}");
    error
}

#[test]
fn a_request_without_articles_is_refused() {
    refused(&request(Vec::new()), "no-article");
}

#[test]
fn sixty_articles_are_taken_and_one_more_is_not() {
    let sixty = |count| request((0..count).map(|at| article(at, "Two people were hurt on Friday.")).collect());
    assert_eq!(spans_quote_their_text(&sixty(MAX_ARTICLES)).articles.len(), 60);
    let error = refused(&sixty(MAX_ARTICLES + 1), "too-many-articles");
    assert!(error.to_string().contains("61") && error.to_string().contains("60"), "{error}");
}

#[test]
fn equal_ids_are_refused() {
    let error = refused(&request(vec![article("a", "Two hurt."), article("a", "Three hurt.")]), "duplicate-id");
    assert_eq!(error, Error::DuplicateId { id: "a".to_owned() });
}

#[test]
fn long_texts_are_refused_by_their_bytes() {
    let long = "é".repeat(MAX_ARTICLE_BYTES / 2 + 1);
    let error = refused(&request(vec![article("a", "Two hurt."), article("b", &long)]), "article-too-large");
    assert!(error.to_string().contains("\"b\"") && error.to_string().contains("2000002"), "{error}");

    let full = " ".repeat(MAX_ARTICLE_BYTES);
    let many = (0..=MAX_REQUEST_BYTES / MAX_ARTICLE_BYTES).map(|at| article(at, &full)).collect();
    refused(&request(many), "request-too-large");
}

#[test]
fn publication_dates_are_checked() {
    let dated = |published: &str| {
        let input = ArticleInput { published: Some(published.to_owned()), ..article("a", "Two were hurt on Friday.") };
        request(vec![input, article("b", "Three were hurt on Friday.")])
    };
    for date in ["2024-02-29", "2016-03-31T14:05Z", "2016-03-31T14:05:09+02:00", "2016-03-31T14:05:09.123Z", " ", ""] {
        assert!(compare(&dated(date)).is_ok(), "{date:?} is taken");
    }
    for date in ["yesterday", "2023-02-29", "2016-13-01", "31/03/2016", "2016-3-31", "2016-03-31T25:00Z", "١٢-٠٣"] {
        let error = refused(&dated(date), "bad-published");
        assert!(error.to_string().contains(date), "{error}");
    }
}

#[test]
fn empty_and_single_articles_are_taken() {
    for text in ["", " \n\t\u{feff}\u{200b} ", "\r\n\r\n"] {
        let report = spans_quote_their_text(&request(vec![article("a", text), article("b", "Two were hurt.")]));
        assert_eq!(report.articles[0].sentences, []);
        assert_eq!(report.findings, []);
    }
    let report = spans_quote_their_text(&request(vec![article("a", "Two people were hurt on Friday.")]));
    assert_eq!((report.stories.len(), report.findings.len(), report.only.len()), (1, 0, 0));
}

#[test]
fn a_foreign_text_gets_a_note_and_no_facts() {
    let foreign = "Bei einem Brand in der Konservenfabrik von Kelness sind am Dienstagabend vierzehn Menschen verletzt \
                   worden, wie die Polizei mitteilte. Das Feuer zerstörte die Hälfte der Anlage. Der Schaden beträgt \
                   1,5 Millionen Euro. Die Ursache ist noch unbekannt.";
    let report = spans_quote_their_text(&request(vec![article("a", foreign), article("b", foreign)]));
    assert_eq!(report.articles[0].language, "und");
    assert!(report.articles[0].notes.iter().any(|note| note.code == "language"));
    assert_eq!(report.findings, []);
}

#[test]
fn unknown_options_and_shapes_are_refused_by_the_reader() {
    let read = |json: &str| serde_json::from_str::<Request>(json);
    let taken = r#"{"articles":[{"id":"a","text":"x"}],"options":{"kinds":["count"],"rules":[]}}"#;
    assert!(read(taken).is_ok());
    for json in [
        r#"{"articles":[{"id":"a","text":"x"}],"options":{"sort":"size"}}"#,
        r#"{"articles":[{"id":"a","text":"x"}],"options":{"kinds":["colour"]}}"#,
        r#"{"articles":[{"id":"a"}]}"#,
        r#"{"articles":[{"text":"x"}]}"#,
        r#"{"articles":{}}"#,
        r"{}",
        r"[]",
        r"null",
    ] {
        assert!(read(json).is_err(), "{json} is no request");
    }
}

#[test]
fn kinds_choose_what_is_reported() {
    let text = |hurt: &str| format!("A fire on the ferry Aurora injured {hurt} people and cost $5m, police said.");
    let (left, right) = (text("12"), text("14"));
    let mut both = request(vec![article("a", &left), article("b", &right)]);
    let all = spans_quote_their_text(&both);
    let kinds: Vec<_> = all.findings.iter().map(|finding| finding.kind).collect();
    assert!(kinds.len() >= 2, "{kinds:?}");
    let options: variorum::report::Options = serde_json::from_str(r#"{"kinds":["money"]}"#).expect("a known kind");
    both.options = Some(options);
    let money = spans_quote_their_text(&both).findings;
    assert!(!money.is_empty() && money.iter().all(|finding| finding.kind == variorum::report::Kind::Money));
}
