//! Two reports of one day, and what is found in them.

use variorum::{
    compare,
    report::{ArticleInput, Report, Request},
};

/// The report on two articles, `a` and `b`, of 4 June 2025, a Wednesday.
#[track_caller]
pub(crate) fn report_on(left: &str, right: &str) -> Report {
    let article = |id: &str, text: &str| ArticleInput {
        id: id.to_owned(),
        text: text.to_owned(),
        published: Some("2025-06-04".to_owned()),
        ..ArticleInput::default()
    };
    let request = Request { articles: vec![article("a", left), article("b", right)], options: None };
    compare(&request).expect("the request is well-formed")
}
