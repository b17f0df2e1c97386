//! What matters most of a report, in some sentences: the opening of whatever is written for readers.

use crate::report::{Relation, Report};

/// How many things in conflict are named before the rest is counted.
const MAX_NAMED: usize = 3;

const NUMBERS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Says which articles belong together, what they conflict on, and how much else there is.
#[must_use]
pub fn opening(report: &Report) -> String {
    let mut sentences = Vec::new();
    if report.stories.len() > 1 {
        sentences.push(events(report));
        if report.stories.iter().all(|story| story.len() < 2) {
            sentences.push("Nothing is compared.".to_owned());
            return sentences.join(" ");
        }
    }
    let labels: Vec<&str> =
        report.findings.iter().filter(|f| f.relation == Relation::Conflict).map(|f| f.label.as_str()).collect();
    let count = |relation| report.findings.iter().filter(|finding| finding.relation == relation).count();
    sentences.push(match labels.len() {
        0 if report.articles.len() == 1 => "Nothing was found in which the article differs from itself.".to_owned(),
        0 if report.findings.is_empty() => "No fact was found that the articles share.".to_owned(),
        0 => "No conflict was found.".to_owned(),
        1 => format!("One conflict: {}.", labels[0]),
        all => format!("{} conflicts: {}.", capital(&number(all)), named(&labels)),
    });
    for (relation, words) in [
        (Relation::Contested, "Disputed in the reports"),
        (Relation::Compatible, "Both possible"),
        (Relation::Same, "Same"),
    ] {
        if count(relation) > 0 {
            sentences.push(format!("{words}: {}.", number(count(relation))));
        }
    }
    sentences.join(" ")
}

/// Which articles are about one event: "A and B about one, C about another."
fn events(report: &Report) -> String {
    let stories: Vec<String> = report
        .stories
        .iter()
        .enumerate()
        .map(|(n, story)| {
            let sigla: Vec<String> = story.iter().map(|id| siglum(report, id)).collect();
            format!("{} about {}", list(&sigla), if n == 0 { "one" } else { "another" })
        })
        .collect();
    format!("These are about different events: {}.", stories.join(", "))
}

/// The letter by which an article is shown.
#[must_use]
pub fn siglum(report: &Report, id: &str) -> String {
    report.articles.iter().find(|article| article.id == id).map_or_else(|| id.to_owned(), |a| a.siglum.clone())
}

fn named(labels: &[&str]) -> String {
    match labels.len().checked_sub(MAX_NAMED).filter(|more| *more > 0) {
        None => labels.join("; "),
        Some(more) => format!("{}; and {} more", labels[..MAX_NAMED].join("; "), number(more)),
    }
}

/// "A, B and C".
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A number as it stands in a sentence: in words up to twelve.
pub(super) fn number(count: usize) -> String {
    NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The same with a capital first.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + characters.as_str())
}
