//! How the readings of several articles relate, why more than one may hold, and who has none: the cases of
//! `findings.txt`.

use variorum::{
    compare,
    report::{ArticleInput, Finding, Report, Request},
};

const CASES: &str = include_str!("findings.txt");

/// The report on the articles of a case: a line with the id and, if it is known, the day of publication; the text behind
/// bars.
fn report(case: &str) -> Report {
    let mut articles: Vec<ArticleInput> = Vec::new();
    for line in case.lines() {
        if let Some(text) = line.strip_prefix('|') {
            let article = articles.last_mut().expect("an article has an id");
            article.text.push_str(text.trim_start());
            article.text.push('\n');
        } else if let Some(head) = line.strip_prefix("article ") {
            let (id, published) = head.split_once(' ').map_or((head, None), |(id, day)| (id, Some(day.to_owned())));
            articles.push(ArticleInput { id: id.to_owned(), published, ..ArticleInput::default() });
        }
    }
    assert!(articles.len() > 1, "there are no articles to compare: {case}");
    compare(&Request { articles, options: None }).expect("the request is well-formed")
}

/// A finding in one line: kind, relation, what a copy desk would do; the words of each group; what is to be known, in
/// brackets where it does not tell why more than one may hold; who does not mention it.
fn line(finding: &Finding) -> String {
    let last = finding.readings.iter().map(|reading| reading.group).max().unwrap_or(0);
    let words = |group: u32| {
        let of = finding.readings.iter().filter(|reading| reading.group == group);
        of.map(|reading| reading.text.as_str()).collect::<Vec<_>>().join(" = ")
    };
    let groups: Vec<String> = (0..=last).map(words).collect();
    let (kind, relation, severity) = (finding.kind, finding.relation, finding.severity);
    let mut line = format!("{kind:?} {relation:?} {severity:?}: ").to_lowercase() + &groups.join(" / ");
    for reason in &finding.reasons {
        line += &if reason.reconciles { format!("; {}", reason.code) } else { format!("; ({})", reason.code) };
    }
    if !finding.absent.is_empty() {
        line += &format!("; not in {}", finding.absent.join(" "));
    }
    line
}

/// What is found: findings, and sentences that only one article has.
fn found(report: &Report, case: &str) -> Vec<String> {
    let mut found: Vec<String> = report.findings.iter().map(line).collect();
    for place in &report.only {
        let head = format!("article {}", place.article);
        let behind = case.lines().skip_while(|line| !(line.starts_with(&head))).skip(1);
        let text: String = behind
            .take_while(|line| line.starts_with('|'))
            .map(|line| line[1..].trim_start().to_owned() + "\n")
            .collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = String::from_utf16_lossy(&units[place.start as usize..place.end as usize]);
        found.push(format!("only {}: {words}", place.article));
    }
    found
}

#[test]
fn each_case_is_found_as_it_says() {
    let mut failures = Vec::new();
    let cases = CASES.split("\n== ").skip(1);
    for case in cases.clone() {
        let title = case.lines().next().unwrap_or_default();
        let found = found(&report(case), case);
        let is_text = |line: &&str| line.starts_with('|') || line.starts_with("article ") || line.trim().is_empty();
        let expected: Vec<&str> = case.lines().skip(1).filter(|line| !is_text(line)).collect();
        assert!(!expected.is_empty(), "{title}: nothing is expected");
        for line in expected {
            let holds = match line.strip_prefix("no ") {
                Some(beginning) => !found.iter().any(|found| found.starts_with(beginning)),
                None => found.iter().any(|found| found == line),
            };
            if !holds {
                failures.push(format!("{title}\n  expected {line}\n  found    {}", found.join("\n           ")));
            }
        }
    }
    assert!(cases.count() > 15, "the cases are read");
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}
