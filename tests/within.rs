//! What one article says against itself: the cases of `within.txt`.

use variorum::{
    compare,
    report::{ArticleInput, Relation, Request},
};

const CASES: &str = include_str!("within.txt");

/// What is found in one article: findings as "code words / words", notes as "note code words".
fn found(text: &str) -> Vec<String> {
    let article = ArticleInput {
        id: "a".to_owned(),
        text: text.to_owned(),
        published: Some("2024-06-20".to_owned()),
        ..ArticleInput::default()
    };
    let report = compare(&Request { articles: vec![article], options: None }).expect("the request is well-formed");
    let mut found = Vec::new();
    for finding in &report.findings {
        assert_eq!(finding.relation, Relation::Conflict, "{}", finding.summary);
        let words: Vec<&str> = finding.readings.iter().map(|reading| reading.text.as_str()).collect();
        found.push(format!("{} {}", finding.reasons[0].code, words.join(" / ")));
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    for note in &report.articles[0].notes {
        let words = String::from_utf16_lossy(&units[note.start as usize..note.end as usize]);
        found.push(format!("note {} {words}", note.code));
    }
    found
}

#[test]
fn each_case_is_found_as_it_says() {
    let mut failures = Vec::new();
    let cases = CASES.split("\n== ").skip(1);
    for case in cases.clone() {
        let (expected, text) = case.split_once('\n').expect("a case has an article");
        let lines = text.lines().take_while(|line| line.starts_with('|'));
        let text: Vec<&str> = lines.map(|line| line[1..].trim_start()).collect();
        assert!(!text.is_empty(), "{expected}: there is no article");
        let found = found(&text.join("\n"));
        let fits = if expected.starts_with("nothing") { found.is_empty() } else { found == [expected] };
        if !fits {
            failures.push(format!("{expected}\n    found {found:?}"));
        }
    }
    assert!(cases.count() > 25, "the cases are read");
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn another_article_changes_nothing_of_it() {
    let text = "Ferry fire kills 12\n\nA fire on the ferry Aurora killed 14 people off Norvik on Monday.";
    let other = "Norvik choir wins prize\n\nThe choir of Norvik won the national prize for singing, the jury said.";
    let article =
        |id: &str, text: &str| ArticleInput { id: id.to_owned(), text: text.to_owned(), ..ArticleInput::default() };
    let of = |articles: Vec<ArticleInput>| {
        let report = compare(&Request { articles, options: None }).expect("the request is well-formed");
        report.findings.into_iter().map(|finding| (finding.id, finding.summary)).collect::<Vec<_>>()
    };
    let alone = of(vec![article("a", text)]);
    assert_eq!(alone.len(), 1);
    let both = of(vec![article("a", text), article("b", other)]);
    assert!(both.contains(&alone[0]), "{both:?}");
}
