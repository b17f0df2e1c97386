//! What findings are called, on sentences of our own.

use crate::{
    facts::Kind,
    report::{
        compare,
        model::{ArticleInput, Report, Request},
    },
};

fn report(texts: [&str; 2]) -> Report {
    let input = |(at, text): (usize, &str)| ArticleInput {
        id: ["a", "b"][at].to_owned(),
        text: text.to_owned(),
        published: Some("2024-03-07".to_owned()),
        ..ArticleInput::default()
    };
    let articles = texts.into_iter().enumerate().map(input).collect();
    compare(&Request { articles, options: None }, None).expect("two short articles are taken")
}

/// Whether two one-sentence reports give a finding with this label.
#[track_caller]
fn check(texts: [&str; 2], label: &str) {
    let report = report(texts);
    let labels: Vec<&str> = report.findings.iter().map(|finding| finding.label.as_str()).collect();
    assert!(labels.contains(&label), "{labels:?}");
}

#[test]
fn what_is_counted_stands_with_what_befell_it() {
    check(
        ["A landslide near Corva killed 12 miners on Monday.", "A landslide near Corva killed 14 miners on Monday."],
        "Miners killed",
    );
}

#[test]
fn a_time_is_that_of_its_clause() {
    check(
        ["The tunnel was closed at 9 a.m. on Tuesday.", "The tunnel was closed shortly after 9 a.m. on Tuesday."],
        "When the tunnel was closed",
    );
}

#[test]
fn a_thing_goes_by_its_class() {
    check(["The train hit a tractor near Corva on Monday.", "The train hit a bus near Corva on Monday."], "Vehicle");
}

#[test]
fn an_age_is_somebodys() {
    check(
        ["The dead man was named as Ivo Prell, 43, of Corva.", "The dead man was named as Ivo Prell, 45, of Corva."],
        "Age of Ivo Prell",
    );
}

#[test]
fn a_doubt_is_about_a_clause() {
    check(
        ["The ferry hit a reef off Corva.", "The ferry appears to have hit a reef off Corva."],
        "How sure it is that the ferry hit a reef off Corva",
    );
}

#[test]
fn what_has_one_label_is_told_apart() {
    let texts =
        ["“We lost the road in one night,” Ivo Prell said. “Nobody came from the capital to help us,” Prell said."; 2];
    let labels: Vec<String> = report(texts).findings.into_iter().map(|finding| finding.label).collect();
    let quotes: Vec<&String> = labels.iter().filter(|label| label.starts_with("What ")).collect();
    assert_eq!(quotes.len(), 2, "{labels:?}");
    assert_ne!(quotes[0], quotes[1]);
}

#[test]
fn an_agreed_name_is_its_own_label() {
    check(["The ferry sank off Corva on Monday."; 2], "Corva");
}

#[test]
fn who_says_it_is_asked_of_the_clause() {
    check(
        [
            "Police said the tunnel near Corva was closed. Two men were arrested in the town of Corva.",
            "The fire service said the tunnel near Corva was closed. Two men were arrested in the town of Corva.",
        ],
        "Who says the tunnel near Corva was closed",
    );
}

#[test]
fn a_noun_with_a_relative_clause_is_no_cut_claim() {
    let texts = [
        "The quakes, which also sent people into the streets, hit Corva.",
        "The quakes, which also sent people into the streets, appear to have hit Corva.",
    ];
    for finding in report(texts).findings {
        assert!(!finding.label.ends_with("sent") && !finding.label.contains("which"), "{}", finding.label);
    }
}

/// What befalls people stands first in the list of sets.
#[test]
fn the_last_fate_is_that_of_the_list() {
    use crate::language::lexicon::EN;
    assert_eq!(EN.concept(super::phrase::LAST_FATE), Some("displaced"));
}

#[test]
fn a_date_may_stand_between_a_subject_and_its_verb() {
    check(
        [
            "Corva's council on Friday approved a 2025 budget after hours of debate.",
            "Corva's council on Thursday approved a 2025 budget after hours of debate.",
        ],
        "When Corva's council approved a 2025 budget",
    );
}

#[test]
fn a_change_is_that_of_the_whole_subject() {
    check(
        [
            "Corva has a budget. Spending on defence and the coast guard will go up by 12 per cent.",
            "Corva has a budget. Spending on defence and the coast guard will go up by 21 per cent.",
        ],
        "Spending on defence and the coast guard",
    );
}

#[test]
fn what_was_done_is_told_in_the_articles_words() {
    check(
        [
            "Nine students were taken to Corva hospital on Monday.",
            "Eleven students were taken to Corva hospital on Monday.",
        ],
        "Students taken to Corva hospital",
    );
}

#[test]
fn a_part_stands_with_what_is_told_of_it() {
    check(
        [
            "A blast in Corva hurt 12 people. Three of the injured were in intensive care in Lorne.",
            "A blast in Corva hurt 12 people. Four of the injured were in intensive care in Lorne.",
        ],
        "Injured (intensive care)",
    );
}

#[test]
fn a_speaker_is_asked_for_by_the_words() {
    check(
        [
            "Teachers in Corva have a deal. \"Nobody got everything,\" said Ada Duval, the mediator.",
            "Teachers in Corva have a deal. \"Nobody got everything,\" said Lorna Pettigrew, their president.",
        ],
        "Who said “Nobody got everything”",
    );
}

#[test]
fn numbers_of_two_sides_are_a_result() {
    let texts = [
        "The council voted 6-3 on Monday to build a flood wall in Corva.",
        "City leaders in Corva voted 7-2 on Monday to build a flood wall.",
    ];
    check(texts, "Result (flood wall)");
}

#[test]
fn what_stands_before_a_copula_is_what_is_measured() {
    let texts = [
        "The operator said visibility was 500 metres when the ferry left Corva.",
        "The operator said visibility was 700 metres when the ferry left Corva.",
    ];
    check(texts, "Visibility");
}

#[test]
fn who_says_a_number_is_not_what_it_is_of() {
    let texts = [
        "Ivo Prell said the water in Corva would rise by two inches.",
        "The water in Corva will rise, engineers fear. Ivo Prell says two inches.",
    ];
    let report = report(texts);
    let labels: Vec<_> = report.findings.iter().filter(|finding| finding.kind == Kind::Measure).collect();
    assert!(!labels.is_empty() && labels.iter().all(|finding| !finding.label.contains("Prell")), "{labels:?}");
}

/// Whether two one-sentence reports give a finding of this form with these words in it.
#[track_caller]
fn check_topic(texts: [&str; 2], form: &str, of: Option<&str>) {
    let report = report(texts);
    let topics: Vec<_> = report.findings.iter().map(|finding| &finding.topic).collect();
    assert!(topics.iter().any(|topic| topic.form == form && topic.of.as_deref() == of), "{topics:?}");
}

#[test]
fn a_topic_has_the_words_of_the_articles_apart() {
    let texts = ["A landslide near Corva killed 12 miners.", "A landslide near Corva killed 14 miners."];
    check_topic(texts, "killed", Some("miners"));
    let texts =
        ["The tunnel was closed at 9 a.m. on Tuesday.", "The tunnel was closed shortly after 9 a.m. on Tuesday."];
    check_topic(texts, "when", Some("the tunnel was closed"));
    check_topic(
        ["The dead man was named as Ivo Prell, 43, of Corva.", "The dead man was named as Ivo Prell, 45, of Corva."],
        "age",
        Some("Ivo Prell"),
    );
    check_topic(["The train hit a tractor near Corva.", "The train hit a bus near Corva."], "vehicle", None);
    check_topic(["The ferry sank off Corva on Monday."; 2], "words", Some("Corva"));
}

#[test]
fn a_length_of_time_is_called_one() {
    check(
        [
            "Drivers at the Corva mill will be paid for three months.",
            "Drivers at the Corva mill will be paid for six months.",
        ],
        "Duration (Corva mill)",
    );
}

#[test]
fn a_capital_that_opens_a_sentence_makes_no_name() {
    check(
        ["Flames took the Corva mill on Tuesday.", "Fire took the Corva mill on Tuesday."],
        "When flames took the Corva mill",
    );
}
