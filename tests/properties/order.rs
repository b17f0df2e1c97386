//! What must not change what is found: the order of the articles, another run, other typing, a stranger.

use proptest::prelude::*;
use variorum::report::{ArticleInput, Report, Request};

use crate::{
    corpus::{examples, few, gold, group, invented, report},
    disturb::Typography,
    laws::{self, bytes, itself_differs_in_nothing, outline, outline_changes},
};

/// A report that shares neither event nor place nor names with any other text here.
const STRANGER: &str = "Otters return to the Varn after forty years\n\n\
    A pair of otters has been filmed on the upper Varn for the first time in four decades, naturalists said.\n\n\
    The animals were caught by a camera that students had tied to an alder to watch kingfishers. \
    \u{201c}We did not dare to breathe,\u{201d} said the biologist Tomasz Wieland.\n\n\
    Otters need about 20 kilometres of clean river and eat a kilogram of fish a day.";

fn stranger() -> ArticleInput {
    // The longest id comes last, so that the other articles keep their places.
    ArticleInput { id: "stranger".to_owned(), text: STRANGER.to_owned(), ..ArticleInput::default() }
}

/// Turning the articles around turns `articles` around and changes nothing else.
#[track_caller]
fn check_order(request: &Request, turn: usize) {
    let mut turned = request.clone();
    turned.articles.rotate_left(turn % request.articles.len());
    if turn % 2 == 1 {
        turned.articles.reverse();
    }
    let sorted = |mut report: Report| {
        report.articles.sort_by(|left, right| left.id.cmp(&right.id));
        serde_json::to_string(&report).expect("a report can be written")
    };
    assert_eq!(sorted(laws::report(request)), sorted(laws::report(&turned)));
}

/// What an unrelated article changes in the findings of the others, by id and relation.
fn stranger_changes(request: &Request) -> Vec<String> {
    let findings = |request: &Request| -> Vec<String> {
        let line = |finding: &variorum::report::Finding| format!("{:?} {}", finding.relation, finding.id);
        laws::report(request).findings.iter().map(line).collect()
    };
    let mut joined = request.clone();
    joined.articles.push(stranger());
    outline_changes(&findings(request), &findings(&joined))
}

/// What changes in the findings when all articles are typed another way.
fn typography_changes(request: &Request, typography: Typography) -> Vec<String> {
    let typed = |input: &ArticleInput| ArticleInput { text: typography.apply(&input.text), ..input.clone() };
    let typed = Request { articles: request.articles.iter().map(typed).collect(), options: None };
    outline_changes(&outline(request), &outline(&typed))
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn the_order_of_articles_changes_nothing(request in group(), turn in 0..6_usize) {
        check_order(&request, turn);
    }

    #[test]
    fn an_invented_text_beside_itself_differs_in_nothing(text in report()) {
        let disputes = itself_differs_in_nothing(&text, Some("2024-06-12"));
        prop_assert!(disputes.is_empty(), "{}", disputes.join("\n"));
    }

    #[test]
    fn a_stranger_changes_no_invented_group(request in invented()) {
        let changes = stranger_changes(&request);
        prop_assert!(changes.is_empty(), "{}", changes.join("\n"));
    }

    #[test]
    fn typography_changes_no_invented_group(request in invented(), at in 0..Typography::ALL.len()) {
        let changes = typography_changes(&request, Typography::ALL[at]);
        prop_assert!(changes.is_empty(), "{:?}:\n{}", Typography::ALL[at], changes.join("\n"));
    }
}

#[test]
fn every_text_beside_itself_differs_in_nothing() {
    for (_, request) in examples().into_iter().chain(gold()) {
        for input in &request.articles {
            itself_differs_in_nothing(&input.text, input.published.as_deref());
        }
    }
}

/// What each example disputes within itself.
#[test]
fn examples_dispute_little_within_themselves() {
    let mut disputes = Vec::new();
    for (name, request) in examples() {
        for input in &request.articles {
            let found = itself_differs_in_nothing(&input.text, input.published.as_deref());
            disputes.extend(found.into_iter().map(|texts| format!("{name} {}: {texts}", input.id)));
        }
    }
    let expected = [
        // The fire service and the union on the dead.
        "cannery a: 2 / 5",
        "cannery b: 2 / 5",
        // What the owner and its insurer say the fire will cost.
        "cannery c: EUR 38000000 / EUR 52000000",
        // The operator and the union on how far one could see.
        "ferry a: 500 m / <=100 m",
        "ferry b: 500 m / <=100 m",
    ];
    assert_eq!(disputes, expected);
}

#[test]
fn two_runs_write_the_same_bytes() {
    for (name, request) in examples().into_iter().chain(gold()) {
        assert_eq!(bytes(&request), bytes(&request), "{name}");
        check_order(&request, 1);
    }
}

#[test]
fn a_stranger_changes_no_group() {
    let mut breaches = Vec::new();
    for (name, request) in examples().into_iter().chain(gold()) {
        let changes = stranger_changes(&request);
        if !changes.is_empty() {
            breaches.push(format!("{name}\n  {}", changes.join("\n  ")));
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn typography_changes_no_group() {
    let mut breaches = Vec::new();
    for (name, request) in examples().into_iter().chain(gold()) {
        for typography in Typography::ALL {
            let changes = typography_changes(&request, typography);
            if !changes.is_empty() {
                breaches.push(format!("{name} {typography:?}\n  {}", changes.join("\n  ")));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}
