//! Words that articles have in common: what is shared copy, what only looks like it, and what follows for findings.

use variorum::{
    compare,
    report::{ArticleInput, Finding, Relation, Report, Request},
};

/// Two paragraphs of an agency.
const WIRE: [&str; 2] = [
    "A fire broke out on the ferry Aurora off Norvik early on Monday morning and 12 passengers were taken to hospital, \
     the coastguard said.",
    "The ship had left the harbour with a full load of timber and was bound for the islands when the smoke was seen.",
];

fn report(texts: &[&str]) -> Report {
    let article = |(at, text): (usize, &&str)| {
        let id = char::from(b'a' + at as u8).to_string();
        ArticleInput {
            id,
            text: (*text).to_owned(),
            published: Some("2025-06-04".to_owned()),
            ..ArticleInput::default()
        }
    };
    let request = Request { articles: texts.iter().enumerate().map(article).collect(), options: None };
    compare(&request).expect("the request is well-formed")
}

/// What is shared: how many words, and the articles with a star where the words are moved.
fn runs(texts: &[&str]) -> Vec<String> {
    let shown = |run: variorum::report::SharedRun| {
        let places = run.spans.iter().map(|span| format!("{}{}", span.article, if span.moved { "*" } else { "" }));
        format!("{} {}", run.words, places.collect::<String>())
    };
    report(texts).shared.into_iter().map(shown).collect()
}

fn is_shared_copy(finding: &Finding) -> bool {
    finding.reasons.iter().any(|reason| reason.code == "shared-copy")
}

#[test]
fn four_outlets_with_one_text_share_one_run() {
    let text = WIRE.join("\n\n");
    assert_eq!(runs(&[&text, &text, &text, &text]), ["47 abcd"]);
}

#[test]
fn case_marks_and_line_breaks_are_left_out() {
    let desk = "A FIRE broke out on the ferry Aurora, off Norvik, early on Monday morning; and 12 passengers were taken \
                to hospital, the coastguard said.";
    assert_eq!(runs(&[WIRE[0], desk]), ["24 ab"]);
}

#[test]
fn what_a_desk_puts_in_parts_a_run() {
    let desk = WIRE.join("\n\nNobody was missing on Tuesday.\n\n");
    assert_eq!(runs(&[&WIRE.join("\n\n"), &desk]), ["24 ab", "23 ab"]);
}

#[test]
fn what_more_articles_share_is_theirs_and_the_rest_is_its_own() {
    let long = WIRE.join("\n\n");
    let cut = "Norvik awoke to sirens. The ship had left the harbour with a full load of timber and was bound for the \
               islands when the smoke was seen.";
    assert_eq!(runs(&[&long, &long, cut]), ["24 ab", "23 abc"]);
}

#[test]
fn displaced_words_are_moved() {
    let turned = format!("{}\n\n{}", WIRE[1], WIRE[0]);
    assert_eq!(runs(&[&WIRE.join("\n\n"), &turned]), ["24 ab*", "23 ab"]);
}

#[test]
fn what_two_reporters_heard_is_no_shared_copy() {
    let heard = "\u{201c}We saw the smoke at first light and thought that the harbour itself was on fire,\u{201d}";
    let left = format!("Norvik's mayor was on the quay. {heard} said Ada Brun.");
    let right = format!("{heard} recalled Ada Brun, who runs the town. She was there.");
    assert_eq!(runs(&[&left, &right]), Vec::<String>::new());
}

#[test]
fn a_name_with_an_office_is_no_shared_copy() {
    let left = "Ada Brun, head of research at the Institute for Coastal Safety, praised the crew on Monday.";
    let right = "The crew did well, said Ada Brun, head of research at the Institute for Coastal Safety.";
    assert_eq!(runs(&[left, right]), Vec::<String>::new());
}

#[test]
fn readings_in_one_text_count_once() {
    let other = "Norvik ferry fire\n\nA fire on the ferry Aurora off Norvik sent 12 passengers to hospital on Monday.";
    let number = |report: &Report| {
        let of = |finding: &&Finding| finding.relation == Relation::Same && finding.readings[0].norm.starts_with("12");
        report.findings.iter().find(of).cloned().expect("the number is found")
    };
    let shared = report(&[&format!("Blaze at sea\n\n{}", WIRE[0]), &format!("12 in hospital\n\n{}", WIRE[0])]);
    let finding = number(&shared);
    assert!(is_shared_copy(&finding), "{finding:?}");
    assert!(finding.summary.ends_with("so they count once."), "{}", finding.summary);
    // A third article with words of its own is one that has it from elsewhere.
    let finding = number(&report(&[WIRE[0], WIRE[0], other]));
    assert!(!is_shared_copy(&finding), "{finding:?}");
}

#[test]
fn those_who_agree_against_another_may_be_one() {
    let other =
        "A fire on the ferry Aurora off Norvik early on Monday sent 17 passengers to hospital, the police said.";
    let report = report(&[WIRE[0], WIRE[0], other]);
    let conflict =
        report.findings.iter().find(|finding| finding.relation == Relation::Conflict).expect("12 against 17");
    assert!(is_shared_copy(conflict), "{conflict:?}");
    let reason = conflict.reasons.last().expect("it is there");
    assert!(!reason.reconciles, "sharing a text does not make both numbers right");
}
