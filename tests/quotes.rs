//! Quotations of several reports, compared from outside.

use variorum::report::{ArticleInput, Finding, Kind, Relation, Request};

/// The findings of quotations and speakers between two reports of one event.
fn findings(left: &str, right: &str) -> Vec<(Kind, Relation, Vec<String>)> {
    let story =
        "A fire at the Kelness cannery injured nine workers on Tuesday night. The roof of the packing hall fell in.";
    let article = |id: &str, words: &str| ArticleInput {
        id: id.to_owned(),
        text: format!("Fire at Kelness cannery\n\n{story}\n\n{words}\n"),
        published: Some("2024-06-05".to_owned()),
        ..ArticleInput::default()
    };
    let request = Request { articles: vec![article("a", left), article("b", right)], options: None };
    let report = variorum::compare(&request).expect("the request can be taken");
    let is_spoken = |finding: &&Finding| matches!(finding.kind, Kind::Quote | Kind::Attribution);
    let shown = |finding: &Finding| {
        let texts = finding.readings.iter().map(|reading| reading.text.clone()).collect();
        (finding.kind, finding.relation, texts)
    };
    report.findings.iter().filter(is_spoken).map(shown).collect()
}

#[track_caller]
fn check(left: &str, right: &str, expected: &[(Kind, Relation, [&str; 2])]) {
    let found = findings(left, right);
    let expected: Vec<_> =
        expected.iter().map(|(kind, relation, texts)| (*kind, *relation, texts.map(str::to_owned).to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_words_are_one_quotation() {
    check(
        "“We don’t know how the fire began,” said Lena Ostrow, a foreman.",
        "Lena Ostrow, a foreman, said: \"We do not know how the fire began.\"",
        &[(Kind::Quote, Relation::Same, ["We don’t know how the fire began", "We do not know how the fire began."])],
    );
}

#[test]
fn trimmed_words_are_the_same() {
    check(
        "“We lost the hall and we lost the boats,” said Lena Ostrow.",
        "Lena Ostrow said they had “lost the hall and the boats of the town”, and that “we lost the hall”.",
        &[(Kind::Quote, Relation::Same, ["We lost the hall and we lost the boats", "we lost the hall"])],
    );
}

#[test]
fn two_wordings_of_one_speaker_differ() {
    check(
        "“The smoke came through our windows like a wall,” said Lena Ostrow.",
        "“The smoke came into our windows like a river,” Ms Ostrow said.",
        &[(
            Kind::Quote,
            Relation::Conflict,
            ["The smoke came through our windows like a wall", "The smoke came into our windows like a river"],
        )],
    );
}

#[test]
fn two_speakers_of_the_same_words_differ() {
    check(
        "“Nobody had checked the heaters since winter,” said Lena Ostrow.",
        "“Nobody had checked the heaters since winter,” said Tomas Verhal.",
        &[
            (Kind::Attribution, Relation::Conflict, ["Lena Ostrow", "Tomas Verhal"]),
            (
                Kind::Quote,
                Relation::Same,
                ["Nobody had checked the heaters since winter", "Nobody had checked the heaters since winter"],
            ),
        ],
    );
}

#[test]
fn an_office_may_be_the_person() {
    let found = findings(
        "“Nobody had checked the heaters since winter,” said Lena Ostrow.",
        "“Nobody had checked the heaters since winter,” said the foreman.",
    );
    assert!(found.iter().all(|(_, relation, _)| *relation == Relation::Same), "{found:?}");
}

#[test]
fn a_paraphrase_is_no_other_wording() {
    check(
        "“The smoke came through our windows like a wall,” said Lena Ostrow.",
        "Lena Ostrow said the smoke came into their windows like a river.",
        &[],
    );
}

#[test]
fn two_people_may_use_a_phrase() {
    check(
        "Lena Ostrow called the night “very sad”. “Very sad indeed,” said Ivo Brandt.",
        "Tomas Verhal called the night “very sad”.",
        &[(Kind::Quote, Relation::Same, ["very sad", "very sad"])],
    );
}

#[test]
fn different_words_of_one_speaker_do_not_meet() {
    check(
        "“The smoke came through our windows like a wall,” said Lena Ostrow.",
        "“I ran to the boats with my brother,” said Lena Ostrow.",
        &[],
    );
}

#[test]
fn short_sentences_of_one_speaker_in_two_wordings_differ() {
    let wordings = |left: &'static str, right: &'static str| (Kind::Quote, Relation::Conflict, [left, right]);
    check(
        "“What this harbour needs is a fire boat,” said Lena Ostrow.",
        "“A fire boat is what it needs, this harbour,” said Lena Ostrow.",
        &[wordings("What this harbour needs is a fire boat", "A fire boat is what it needs, this harbour")],
    );
    // Where the reports tell of one moment.
    check(
        "“This is just mad,” shouted Lena Ostrow from the burning quay.",
        "“This is just sad,” Lena Ostrow, who stood on the burning quay beside a lorry, shouted.",
        &[wordings("This is just mad", "This is just sad")],
    );
}

#[test]
fn other_spellings_are_no_other_wording() {
    check(
        "“Smoke & ash fell on the U.S. boats for 2 days,” said Lena Ostrow.",
        "“Smoke and ash fell on the US boats for two days,” said Lena Ostrow.",
        &[(
            Kind::Quote,
            Relation::Same,
            ["Smoke & ash fell on the U.S. boats for 2 days", "Smoke and ash fell on the US boats for two days"],
        )],
    );
    check(
        "“No-one saw the smoke before the night watch did,” said Lena Ostrow.",
        "“No one saw the smoke before the night-watch did,” said Lena Ostrow.",
        &[(
            Kind::Quote,
            Relation::Same,
            ["No-one saw the smoke before the night watch did", "No one saw the smoke before the night-watch did"],
        )],
    );
}

#[test]
fn a_pronoun_for_the_one_person_of_a_paragraph_names_a_speaker() {
    let differs = |left: &str, right: &str| {
        findings(left, right)
            .iter()
            .any(|(kind, relation, _)| (*kind, *relation) == (Kind::Attribution, Relation::Conflict))
    };
    let words = "“The whole quay was orange with flames,”";
    let told = format!("Ruben Aldaya, a foreman, came at dawn. {words} he said.");
    assert!(differs(&told, &format!("{words} said Marta Quill, a baker.")));
    // Of two people it may be either.
    let two = format!("Ruben Aldaya, a foreman, met Lena Ostrow at dawn. {words} he said.");
    assert!(!differs(&two, &format!("{words} said Marta Quill, a baker.")));
}
