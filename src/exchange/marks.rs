//! What is marked in the articles of a report, one mark a place: the readings of findings, and the sentences that one
//! article alone has.

use serde::{Deserialize, Serialize};

use super::characters::Characters;
use crate::report::{ArticleInput, Kind, Report, Request};

/// How a sentence that no other article has is classified, beside the relations of findings.
pub const ONLY: &str = "only";

/// Some words of an article with what is said of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The article's id.
    pub article: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The relation of the finding, or `only`; nothing in a note of somebody else.
    pub class: Option<String>,
    /// What kind of fact it is.
    pub kind: Option<Kind>,
    /// The id of the finding. Marks of one finding are about the same thing.
    pub finding: Option<String>,
    /// Which version of the finding it is: marks of one finding and group say the same.
    pub group: Option<u32>,
    /// What it is about, in a few words.
    pub label: Option<String>,
    /// What is said of it, in a sentence.
    pub summary: Option<String>,
}

/// Every mark of a report, article by article in the report's order, in the order of the text.
///
/// `request` is what the report was made from. Articles that it lacks have no marks.
#[must_use]
pub fn marks(request: &Request, report: &Report) -> Vec<Mark> {
    let mut marks = Vec::new();
    for article in &report.articles {
        let Some(given) = request.articles.iter().find(|given| given.id == article.id) else { continue };
        let from = marks.len();
        for finding in &report.findings {
            let relation = name(&finding.relation);
            for reading in finding.readings.iter().filter(|reading| reading.article == article.id) {
                marks.push(Mark {
                    article: article.id.clone(),
                    start: reading.start,
                    end: reading.end,
                    text: reading.text.clone(),
                    class: relation.clone(),
                    kind: Some(finding.kind),
                    finding: Some(finding.id.clone()),
                    group: Some(reading.group),
                    label: Some(finding.label.clone()),
                    summary: Some(finding.summary.clone()),
                });
            }
        }
        only(report, given, &mut marks);
        marks[from..].sort_by(|left, right| {
            (left.start, left.end, &left.finding).cmp(&(right.start, right.end, &right.finding))
        });
    }
    marks
}

/// The sentences that this article alone has.
fn only(report: &Report, article: &ArticleInput, marks: &mut Vec<Mark>) {
    let mut places = report.only.iter().filter(|place| place.article == article.id).peekable();
    if places.peek().is_none() {
        return;
    }
    let characters = Characters::new(&article.text);
    marks.extend(places.map(|place| Mark {
        article: place.article.clone(),
        start: place.start,
        end: place.end,
        text: characters.words(&characters.range(place.start, place.end)).to_owned(),
        class: Some(ONLY.to_owned()),
        kind: None,
        finding: None,
        group: None,
        label: None,
        summary: None,
    }));
}

/// The name of one of the closed vocabularies, as in JSON.
pub(super) fn name(value: &impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
