//! One report made by hand, as a reader sees it.

use serde_json::{Value, json};
use variorum::report::ArticleInput;

use super::*;

const A: &str = "Fire on ferry\n\nA fire on the ferry 🚢 hurt 12 people on Monday, police said. \
                 The crew of nine was praised. The captain said several cars burnt.";
const B: &str = "Ferry blaze\n\nFourteen people were hurt when the ferry caught fire on Monday night. Two cars burnt. \
                 The crew of 9 left last.";
const C: &str = "Council votes\n\nThe council voted on Monday.";

fn text(id: &str) -> &'static str {
    match id {
        "a" => A,
        "b" => B,
        _ => C,
    }
}

fn span(id: &str, words: &str) -> (usize, usize) {
    let text = text(id);
    let start = text[..text.find(words).expect("the words stand in the text")].encode_utf16().count();
    (start, start + words.encode_utf16().count())
}

fn reading(id: &str, words: &str, group: u32, by: Option<&str>, certainty: &str) -> Value {
    let (start, end) = span(id, words);
    let sentence = sentences(id)
        .iter()
        .position(|s| s["start"].as_u64() <= Some(start as u64) && s["end"].as_u64() >= Some(end as u64));
    let by = by.map(|by| json!({ "text": by, "start": span(id, by).0, "end": span(id, by).1 }));
    json!({ "article": id, "start": start, "end": end, "text": words, "norm": "", "precision": "exact",
            "group": group, "by": by, "certainty": certainty, "sentence": sentence })
}

fn sentences(id: &str) -> Vec<Value> {
    let text = text(id);
    let mut from = 0;
    text.split_inclusive(['.', '\n'])
        .map(|piece| {
            let at = from + piece.len() - piece.trim_start().len();
            from += piece.len();
            let start = text[..at].encode_utf16().count();
            json!({ "start": start, "end": start + piece.trim().encode_utf16().count(), "paragraph": 0 })
        })
        .collect()
}

fn finding(relation: &str, label: &str, readings: Vec<Value>, reasons: Value) -> Value {
    json!({ "id": label, "kind": "count", "relation": relation, "label": label, "summary": "", "severity": "correct",
            "reasons": reasons, "readings": readings, "absent": [],
            "receipt": { "engine": "", "rules": [], "links": [] } })
}

fn article(id: &str, outlet: Option<&str>, notes: Value) -> Value {
    json!({ "id": id, "siglum": id.to_uppercase(), "title": null, "outlet": outlet, "published": null, "length": 0,
            "language": "en", "parts": [], "sentences": sentences(id), "notes": notes })
}

fn report() -> Report {
    let injured = vec![
        reading("a", "12 people", 0, Some("police"), "attributed"),
        reading("b", "Fourteen people", 1, None, "stated"),
    ];
    let day = vec![reading("a", "Monday", 0, None, "stated"), reading("b", "Monday night", 1, None, "stated")];
    let cars = vec![reading("a", "several", 0, Some("The captain"), "hedged"), reading("b", "Two", 1, None, "stated")];
    let crew = vec![reading("a", "nine", 0, None, "stated"), reading("b", "9", 0, None, "stated")];
    let vague = json!([{ "code": "vague", "message": "One says it less exactly.", "reconciles": true }]);
    let (start, end) = span("a", "The crew of nine was praised.");
    let note = json!([{ "code": "x", "message": "The text has no date.", "start": 0, "end": 0 }]);
    serde_json::from_value(json!({
        "version": 1, "engine": "variorum", "stories": [["a", "b"], ["c"]],
        "articles": [article("a", Some("Herald"), json!([])), article("b", None, note), article("c", None, json!([]))],
        "findings": [
            finding("conflict", "people hurt", injured, json!([])),
            finding("compatible", "day of the fire", day, vague.clone()),
            finding("compatible", "cars burnt", cars, vague),
            finding("same", "crew", crew, json!([])),
        ],
        "only": [{ "article": "a", "start": start, "end": end }],
        "shared": [], "alignment": [], "hashes": {},
    }))
    .expect("the report has the report's shape")
}

fn rendered(report: &Report, columns: usize) -> String {
    let articles = ["a", "b", "c"]
        .map(|id| ArticleInput { id: id.to_owned(), text: text(id).to_owned(), ..ArticleInput::default() })
        .into();
    let request = Request { articles, options: None };
    render(report, &request, &["a.txt", "b.txt", "c.txt"], columns)
}

fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

#[test]
fn the_report_reads_from_what_matters_most_to_the_least() {
    let expected = "\
These are about different events: A and B about one, C about another. One
conflict: people hurt. Both possible: two. Same: one.

A  Herald · a.txt
B  b.txt
C  c.txt

━━ Conflict · 1

   people hurt · needs a check
   A  Herald · 12 people · police
      A fire on the ferry 🚢 hurt 12 people on Monday, police said.
                                  ━━━━━━━━━
   B  Fourteen people · no one named
      Fourteen people were hurt when the ferry caught fire on Monday night.
      ━━━━━━━━━━━━━━━
   No reason found why both could be right.

╍╍ Both possible · 2

   day of the fire
   A  Herald · Monday · no one named
      A fire on the ferry 🚢 hurt 12 people on Monday, police said.
                                               ╍╍╍╍╍╍
   B  Monday night · no one named
      Fourteen people were hurt when the ferry caught fire on Monday night.
                                                              ╍╍╍╍╍╍╍╍╍╍╍╍
   Both could be right. One says it less exactly.

   cars burnt
   A  Herald · several · The captain · said with caution
      The captain said several cars burnt.
                       ╍╍╍╍╍╍╍
   B  Two · no one named
      Two cars burnt.
      ╍╍╍
   Both could be right. One says it less exactly.

┄┄ Same · 1
   crew: nine (A, B)

││ Only in one article · 1

   A  Herald
   │ The crew of nine was praised.

Notes
   B  The text has no date.
";
    assert_eq!(plain(&rendered(&report(), 80)), expected);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in [32, 40, 60, 100] {
        let out = rendered(&report(), columns);
        for line in out.lines() {
            assert!(display_width(line) <= columns, "{columns}: {line}");
        }
    }
}

#[test]
fn an_article_without_a_reading_is_not_mentioned() {
    let mut report = report();
    report.stories = vec![vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]];
    report.findings[0].absent = vec!["c".to_owned()];
    let out = plain(&rendered(&report, 80));
    assert!(out.starts_with("One conflict: people hurt."), "{out}");
    assert!(out.contains("\n   C  not mentioned\n"), "{out}");
}

#[test]
fn a_repeated_reading_is_shown_once_and_counted() {
    let mut report = report();
    let again = report.findings[0].readings[0].clone();
    report.findings[0].readings.insert(1, again.clone());
    assert!(plain(&rendered(&report, 80)).contains("12 people · police · again in one more place\n"));
    report.findings[0].readings.insert(1, again);
    assert!(plain(&rendered(&report, 80)).contains("12 people · police · again in 2 more places\n"));
}

#[test]
fn long_words_stand_in_their_sentence_alone() {
    let mut report = report();
    let reading = &mut report.findings[0].readings[1];
    reading.text = "Fourteen people were hurt when the ferry caught fire".to_owned();
    reading.end = reading.start + 52;
    let out = plain(&rendered(&report, 80));
    assert!(
        out.contains("\n   B  no one named\n      Fourteen people were hurt when the ferry caught fire on Monday"),
        "{out}"
    );
}

#[test]
fn long_lists_are_cut_and_counted() {
    let mut report = report();
    let (conflict, same) = (report.findings[0].clone(), report.findings[3].clone());
    report.findings = [vec![conflict; 5], vec![same; MAX_SAME_LISTED + 2]].concat();
    report.stories = vec![["a", "b", "c"].map(str::to_owned).into()];
    let out = plain(&rendered(&report, 80));
    assert!(out.starts_with("Five conflicts: people hurt; people hurt; people hurt; and two more."), "{out}");
    assert_eq!(out.matches("crew: nine (A, B)").count(), MAX_SAME_LISTED);
    assert!(out.contains("… and 2 more: --format json lists all"), "{out}");
}

#[test]
fn articles_that_share_nothing_are_said_to_be_apart() {
    let mut report = report();
    report.findings.clear();
    report.stories = ["a", "b", "c"].map(|id| vec![id.to_owned()]).into();
    let out = plain(&rendered(&report, 200));
    let expected = "These are about different events: A about one, B about another, C about another. \
                    Nothing is compared.\n";
    assert!(out.starts_with(expected), "{out}");
    report.stories = vec![["a", "b", "c"].map(str::to_owned).into()];
    assert!(plain(&rendered(&report, 80)).starts_with("No fact was found that the articles share.\n"));
}

#[test]
fn shared_copy_is_counted_by_company() {
    let mut report = report();
    let run = |words: u32, ids: &[&str]| {
        let spans: Vec<Value> =
            ids.iter().map(|id| json!({ "article": id, "start": 0, "end": 1, "moved": false })).collect();
        serde_json::from_value(json!({ "words": words, "spans": spans })).expect("it has the run's shape")
    };
    report.shared = vec![run(30, &["a", "b", "c"]), run(12, &["a", "b"]), run(20, &["a", "b", "c"])];
    let out = plain(&rendered(&report, 80));
    let expected =
        "\nShared copy\n   A and B share 12 words in one passage.\n   A, B and C share 50 words in 2 passages.\n";
    assert!(out.contains(expected), "{out}");
}

#[test]
fn what_explains_nothing_stands_apart_from_what_does() {
    let mut report = report();
    let copy = json!([{ "code": "shared-copy", "message": "One text.", "reconciles": false }]);
    report.findings[0].reasons = serde_json::from_value(copy).expect("it has the reasons' shape");
    let out = plain(&rendered(&report, 80));
    assert!(out.contains("   No reason found why both could be right.\n   One text.\n"), "{out}");
}
