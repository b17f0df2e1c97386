//! One small group, and reports of it that are right and wrong in known ways.

use std::collections::BTreeMap;

use super::super::set::RawGroup;
use super::*;

const A: &str = "Ferry fire\n\n🔥 The fire hurt 12 people on Monday, police said. About 300 were aboard.";
const B: &str = "Blaze on ferry\n\nThe blaze hurt 14 people on Monday night. There were 290 passengers. Two dogs live.";
const C: &str = "Council votes\n\nThe council met on Monday.";

fn group() -> Group {
    let json = r#"{
        "id": "ferry",
        "articles": [{"id": "a", "file": "a.txt"}, {"id": "b", "file": "b.txt"}, {"id": "c", "file": "c.txt"}],
        "stories": [["a", "b"], ["c"]],
        "facts": [
            {"kind": "count", "about": "hurt", "relation": "conflict", "readings": [
                {"article": "a", "anchor": "hurt 12 people", "value": "12", "group": 0, "by": "Police"},
                {"article": "b", "anchor": "hurt 14 people", "value": "14", "group": 1}]},
            {"kind": "count", "about": "aboard", "relation": "conflict", "readings": [
                {"article": "a", "anchor": "About 300", "value": "About 300", "group": 0, "precision": "approximate"},
                {"article": "b", "anchor": "were 290", "value": "290", "group": 1}]},
            {"kind": "time", "about": "day", "relation": "compatible", "readings": [
                {"article": "a", "anchor": "Monday", "value": "Monday", "group": 0},
                {"article": "b", "anchor": "Monday night", "value": "Monday night", "group": 1}]}],
        "only": [{"article": "b", "anchor": "Two dogs live"}]}"#;
    let texts: BTreeMap<_, _> =
        [("a", A), ("b", B), ("c", C)].map(|(id, text)| (id.to_owned(), text.to_owned())).into();
    serde_json::from_str::<RawGroup>(json).unwrap().resolve(&texts).unwrap()
}

/// A reading of the first place of `words`, in UTF-16 units.
fn reading(article: &str, words: &str, group: i64) -> FoundReading {
    let text = match article {
        "a" => A,
        "b" => B,
        _ => C,
    };
    let start = text[..text.find(words).unwrap()].encode_utf16().count() as i64;
    let end = start + words.encode_utf16().count() as i64;
    FoundReading { article: article.to_owned(), start, end, group, by: None }
}

fn finding(kind: &str, relation: &str, readings: Vec<FoundReading>) -> Finding {
    Finding { kind: Some(kind.to_owned()), relation: relation.to_owned(), label: Some("label".to_owned()), readings }
}

fn tally(findings: Vec<Finding>) -> Tally {
    let report = Report { findings, ..Report::default() };
    let mut tally = Tally::default();
    tally.add(&group(), &report, None);
    tally
}

fn counts(right: u32, shown: u32, gold: u32) -> Counts {
    Counts { shown: Share { part: right, whole: shown }, gold: Share { part: right, whole: gold } }
}

#[test]
fn a_right_finding_counts_once_and_its_twin_is_a_duplicate() {
    let hurt = finding("count", "conflict", vec![reading("a", "12 people", 0), reading("b", "14", 1)]);
    let tally = tally(vec![hurt.clone(), hurt]);
    assert_eq!(tally.relations[&Relation::Conflict], counts(1, 2, 2));
    assert_eq!(tally.kind, Share { part: 1, whole: 1 });
    assert!(tally.errors.iter().any(|e| e.starts_with("ferry · conflict shown, duplicate · label\n    a: …")));
}

#[test]
fn a_sentence_marked_for_a_number_is_a_false_alarm() {
    let wide = reading("a", "The fire hurt 12 people on Monday, police said", 0);
    let tally = tally(vec![finding("count", "conflict", vec![wide, reading("b", "14", 1)])]);
    assert_eq!(tally.relations[&Relation::Conflict], counts(0, 1, 2));
    assert!(tally.errors[0].starts_with("ferry · conflict shown, false alarm · label\n"), "{}", tally.errors[0]);
    assert!(tally.errors[0].contains("[The fire hurt 12 people on Monday, police said]"), "{}", tally.errors[0]);
}

#[test]
fn half_of_the_pairs_suffice() {
    let half = vec![reading("a", "12", 0), reading("b", "14", 1), reading("b", "290", 1)];
    assert_eq!(tally(vec![finding("count", "conflict", half)]).relations[&Relation::Conflict], counts(1, 1, 2));
    let third = vec![reading("a", "12", 0), reading("b", "14", 1), reading("b", "290", 1), reading("b", "Two", 1)];
    assert_eq!(tally(vec![finding("count", "conflict", third)]).relations[&Relation::Conflict], counts(0, 1, 2));
}

#[test]
fn a_wrong_relation_is_shown_wrongly_and_the_fact_is_missed() {
    let tally = tally(vec![finding("count", "contested", vec![reading("a", "12", 0), reading("b", "14", 1)])]);
    assert_eq!(tally.relations[&Relation::Contested], counts(0, 1, 0));
    assert!(tally.errors.iter().any(|e| e.starts_with("ferry · contested shown, is conflict · label")));
    assert!(tally.errors.iter().any(|e| e.starts_with("ferry · conflict missed (shown as contested) · count: hurt")));
}

#[test]
fn the_loose_part_of_a_conflict_is_not_held_against_a_report() {
    let loose = finding("count", "compatible", vec![reading("a", "About 300", 0), reading("b", "290", 1)]);
    assert_eq!(tally(vec![loose]).relations[&Relation::Compatible], counts(0, 0, 1));
    let exact = finding("count", "compatible", vec![reading("a", "12", 0), reading("b", "14", 1)]);
    assert_eq!(tally(vec![exact]).relations[&Relation::Compatible], counts(0, 1, 1));
}

#[test]
fn an_agreement_that_the_gold_does_not_list_is_set_apart() {
    let unlisted = finding("place", "same", vec![reading("a", "people", 0), reading("b", "people", 0)]);
    let listed_otherwise = finding("time", "same", vec![reading("a", "Monday", 0), reading("b", "Monday night", 0)]);
    let tally = tally(vec![unlisted, listed_otherwise]);
    assert_eq!(tally.unlisted, 1);
    assert_eq!(tally.relations[&Relation::Same], counts(0, 1, 0));
}

#[test]
fn pairs_of_one_article_or_of_one_group_carry_no_difference() {
    let same_group = vec![reading("a", "12", 0), reading("b", "14", 0)];
    let one_article = vec![reading("b", "14", 0), reading("b", "290", 1)];
    let tally = tally(vec![finding("count", "conflict", same_group), finding("count", "conflict", one_article)]);
    assert_eq!(tally.relations[&Relation::Conflict], counts(0, 0, 2));
}

#[test]
fn a_speaker_is_right_when_one_name_holds_the_other() {
    for (said, right) in [(Some("police"), 1), (Some("local police officers"), 1), (Some("the mayor"), 0), (None, 0)] {
        let mut hurt = finding("count", "conflict", vec![reading("a", "12", 0), reading("b", "14", 1)]);
        hurt.readings[0].by = said.map(|text| Speaker { text: Some(text.to_owned()) });
        assert_eq!(tally(vec![hurt]).by, Share { part: right, whole: 1 }, "{said:?}");
    }
}

#[test]
fn stories_are_counted_by_pairs_of_articles() {
    let stories = |stories: &[&[&str]]| {
        let stories = stories.iter().map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()).collect();
        let mut tally = Tally::default();
        tally.add(&group(), &Report { stories, ..Report::default() }, None);
        tally.stories
    };
    assert_eq!(stories(&[&["a", "b"], &["c"]]), Share { part: 3, whole: 3 });
    assert_eq!(stories(&[&["a", "b", "c"]]), Share { part: 1, whole: 3 });
    assert_eq!(stories(&[]), Share { part: 2, whole: 3 }, "unnamed articles stand apart");
}

#[test]
fn a_sentence_of_one_article_is_found_by_most_of_its_words() {
    let only = |article: &str, words: &str| {
        let FoundReading { article, start, end, .. } = reading(article, words, 0);
        let report = Report { only: vec![Place { article, start, end }], ..Report::default() };
        let mut tally = Tally::default();
        tally.add(&group(), &report, None);
        tally.only
    };
    assert_eq!(only("b", "Two dogs live."), counts(1, 1, 1));
    assert_eq!(only("b", "dogs live"), counts(1, 1, 1));
    assert_eq!(only("b", "Two"), counts(0, 1, 1));
    assert_eq!(only("c", "The council met on Monday."), counts(0, 0, 1), "an article alone in its story is left out");
}

#[test]
fn kinds_restrict_gold_and_findings_alike() {
    let kinds = ["time".to_owned()];
    let hurt = finding("count", "conflict", vec![reading("a", "12", 0), reading("b", "14", 1)]);
    let day = finding("time", "compatible", vec![reading("a", "Monday", 0), reading("b", "Monday night", 1)]);
    let mut tally = Tally::default();
    tally.add(&group(), &Report { findings: vec![hurt, day], ..Report::default() }, Some(&kinds));
    assert!(!tally.relations.contains_key(&Relation::Conflict));
    assert_eq!(tally.relations[&Relation::Compatible], counts(1, 1, 1));
    assert_eq!(tally.kinds[&("time".to_owned(), Relation::Compatible)], counts(1, 1, 1));
}
