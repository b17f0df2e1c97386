//! The fact table in words, for everything that is written from it: a row a finding, a cell an article.
//!
//! `www/src/exports/rows.js` makes the same for the page, with what the reader made of each finding beside it.

mod csv;
mod html;
mod markdown;

pub use csv::csv;
pub use html::html;
pub use markdown::markdown;

use super::{characters::Characters, fragment, opening::capital};
use crate::report::{ArticleReport, Finding, Kind, Part, Reading, Relation, Report, Request, Severity};

const NOT_MENTIONED: &str = "not mentioned";
const NOT_COMPARED: &str = "nothing that could be compared";
const OTHER_EVENT: &str = "about another event";
const FOOTER: &str = "Variorum compares what reports say and never rates them.";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What one article says in one way.
struct Saying {
    /// The words, each once.
    words: Vec<String>,
    /// Who is named for it; empty when nobody is, and where the reading is about that.
    by: String,
    /// Which part or paragraph it stands in.
    place: String,
    /// The words on the page where the article was published.
    link: Option<String>,
}

/// What one article says of a thing, or why it says nothing.
struct Cell {
    sayings: Vec<Saying>,
    absent: &'static str,
}

struct Row<'r> {
    finding: &'r Finding,
    label: String,
    reasons: String,
    cells: Vec<Cell>,
}

/// The rows in the report's order, the weightiest first.
fn rows<'r>(request: &Request, report: &'r Report) -> Vec<Row<'r>> {
    let texts: Vec<Option<(&str, Characters<'_>)>> = report
        .articles
        .iter()
        .map(|article| {
            let given = request.articles.iter().find(|given| given.id == article.id)?;
            Some((given.url.as_deref()?, Characters::new(&given.text)))
        })
        .collect();
    let row = |finding: &'r Finding| Row {
        finding,
        label: capital(&finding.label),
        reasons: finding.reasons.iter().map(|reason| reason.message.as_str()).collect::<Vec<_>>().join(" "),
        cells: report
            .articles
            .iter()
            .zip(&texts)
            .map(|(article, text)| cell(report, finding, article, text.as_ref()))
            .collect(),
    };
    report.findings.iter().map(row).collect()
}

fn cell(report: &Report, finding: &Finding, article: &ArticleReport, text: Option<&(&str, Characters<'_>)>) -> Cell {
    let mut sayings: Vec<(&Reading, Saying)> = Vec::new();
    for reading in finding.readings.iter().filter(|reading| reading.article == article.id) {
        let by = |reading: &Reading| reading.by.as_ref().map(|by| by.text.to_lowercase());
        let same = sayings.iter_mut().find(|(first, _)| {
            first.group == reading.group && first.certainty == reading.certainty && by(first) == by(reading)
        });
        match same {
            Some((_, saying)) => {
                // Words that come again, as those of a headline do, are quoted once.
                if !saying.words.iter().any(|words| words.to_lowercase() == reading.text.to_lowercase()) {
                    saying.words.push(reading.text.clone());
                }
            }
            None => sayings.push((reading, saying(finding, reading, article, text))),
        }
    }
    let story = report.stories.iter().find(|story| story.contains(&article.id));
    let is_of_story =
        finding.readings.iter().any(|reading| story.is_some_and(|story| story.contains(&reading.article)));
    let absent = if !is_of_story {
        OTHER_EVENT
    } else if finding.absent.contains(&article.id) {
        NOT_MENTIONED
    } else {
        NOT_COMPARED
    };
    Cell { sayings: sayings.into_iter().map(|(_, saying)| saying).collect(), absent }
}

fn saying(
    finding: &Finding,
    reading: &Reading,
    article: &ArticleReport,
    text: Option<&(&str, Characters<'_>)>,
) -> Saying {
    let by = reading.by.as_ref().filter(|_| finding.kind != Kind::Attribution);
    let link = text.and_then(|(url, characters)| {
        let bytes = characters.bytes(&characters.range(reading.start, reading.end));
        fragment::link(url, characters.text, &bytes)
    });
    Saying {
        words: vec![reading.text.clone()],
        by: by.map(|by| by.text.clone()).unwrap_or_default(),
        place: place(article, reading),
        link,
    }
}

/// The part that a reading stands in, or its paragraph as a reader counts them: from the opening, without headline,
/// byline, captions and the like.
fn place(article: &ArticleReport, reading: &Reading) -> String {
    let part_at =
        |unit: u32| article.parts.iter().find(|part| part.start <= unit && unit < part.end).map(|part| part.part);
    match part_at(reading.start) {
        Some(Part::Headline) => return "headline".to_owned(),
        Some(Part::Dek) => return "summary".to_owned(),
        Some(Part::Caption) => return "caption".to_owned(),
        Some(Part::Note) => return "correction note".to_owned(),
        _ => {}
    }
    let is_counted = |unit| matches!(part_at(unit), None | Some(Part::Body | Part::Lede | Part::Dateline));
    let sentences = article.sentences.get(..=reading.sentence as usize).unwrap_or_default();
    if !sentences.last().is_some_and(|last| is_counted(last.start)) {
        return String::new();
    }
    let mut paragraphs: Vec<u32> =
        sentences.iter().filter(|sentence| is_counted(sentence.start)).map(|sentence| sentence.paragraph).collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    format!("¶ {}", paragraphs.len())
}

/// What an article is called in a list: its letter, its outlet or title, and its date.
fn heading(article: &ArticleReport) -> String {
    let name = article.outlet.as_deref().or(article.title.as_deref()).map(isolated);
    let day = article.published.as_deref().map(day);
    let known = [Some(article.siglum.clone()), name, day];
    known.into_iter().flatten().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// "4 June 2025"; as given when it cannot be read.
fn day(published: &str) -> String {
    let number = |range| published.get(range).and_then(|digits: &str| digits.parse::<usize>().ok());
    match (number(0..4), number(5..7), number(8..10)) {
        (Some(year), Some(month), Some(day)) if (1..=12).contains(&month) => {
            format!("{day} {} {year}", MONTHS[month - 1])
        }
        _ => published.to_owned(),
    }
}

/// Words that run from right to left would take the punctuation behind them along: these stand between FIRST STRONG ISOLATE
/// and POP DIRECTIONAL ISOLATE.
fn isolated(words: &str) -> String {
    let is_right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if words.contains(is_right_to_left) { format!("\u{2068}{words}\u{2069}") } else { words.to_owned() }
}

const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "Conflict",
        Relation::Contested => "Disputed in the reports",
        Relation::Compatible => "Both possible",
        Relation::Same => "Same",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "How many",
        Kind::Money => "Sums of money",
        Kind::Percent => "Shares and rates",
        Kind::Measure => "Measures and ages",
        Kind::Time => "Dates and times",
        Kind::Place => "Places",
        Kind::Person => "People",
        Kind::Organisation => "Organisations",
        Kind::Quote => "Quotes",
        Kind::Attribution => "Who says so",
        Kind::Certainty => "How sure",
        Kind::Polarity => "Whether it is so",
        Kind::Other => "Other particulars",
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Correct => "needs a check",
        Severity::Refile => "small",
        Severity::Style => "wording",
    }
}

/// What the whole is called.
fn title(report: &Report) -> String {
    match report.articles.len() {
        1 => "Facts of one report".to_owned(),
        count => format!("Where {} reports differ", super::opening::number(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_in_words() {
        assert_eq!(day("2025-06-04"), "4 June 2025");
        assert_eq!(day("2025-06-04T23:30:00+02:00"), "4 June 2025");
        assert_eq!(day("June"), "June");
    }

    #[test]
    fn words_from_right_to_left_are_set_apart() {
        assert_eq!(isolated("הארץ"), "\u{2068}הארץ\u{2069}");
        assert_eq!(isolated("Herald"), "Herald");
    }
}
