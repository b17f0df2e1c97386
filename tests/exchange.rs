//! The forms of exchange: what they hold, that they keep to their models, and that marks come back from them.
//!
//! `tests/exchange` holds a request, a report of it as it once was, and what each form makes of the two;
//! `tests/npm/exchange.test.js` holds the forms in JavaScript to the same files. `VARIORUM_BLESS=1` writes them anew.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};
use variorum::{
    Report, Request, compare,
    exchange::{
        annotation::{self, Refused},
        marks::{Mark, marks},
        schema_org, table,
    },
    report::ArticleInput,
};

/// The styles of pages, which their file names and does not repeat.
const CSS: &str = include_str!("../www/src/exports/page.css");

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn read(name: &str) -> Value {
    let text = fs::read_to_string(path(name)).expect("the file is there");
    serde_json::from_str(&text).expect("it is JSON")
}

fn given() -> (Request, Report) {
    let request = serde_json::from_value(read("exchange/request.json")).expect("it is a request");
    (request, serde_json::from_value(read("exchange/report.json")).expect("it is a report"))
}

/// Holds a form to its file.
#[track_caller]
fn check(name: &str, made: &str) {
    let file = path("exchange").join(name);
    if env::var_os("VARIORUM_BLESS").is_some() {
        fs::write(&file, made).expect("the folder can be written");
    }
    let kept = fs::read_to_string(&file).expect("the file is there");
    assert!(kept == made, "{name} has changed: VARIORUM_BLESS=1 writes it anew");
}

fn indented(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Every group of articles that lies in the repository.
fn groups() -> Vec<Vec<ArticleInput>> {
    let folder = |name: &str| {
        let mut found: Vec<PathBuf> = fs::read_dir(path(name))
            .expect("the folder is there")
            .map(|entry| entry.expect("it can be read").path())
            .collect();
        found.sort();
        found
    };
    let articles = |group: &PathBuf| {
        let texts = fs::read_dir(group).expect("the group is there").map(|entry| entry.expect("it can be read").path());
        let mut texts: Vec<PathBuf> = texts.filter(|file| file.extension().is_some_and(|end| end == "txt")).collect();
        texts.sort();
        let article = |file: &PathBuf| {
            let id = file.file_stem().and_then(|stem| stem.to_str()).expect("it has a name").to_owned();
            let text = fs::read_to_string(file).expect("it is UTF-8");
            ArticleInput { id, text, ..ArticleInput::default() }
        };
        texts.iter().map(article).collect()
    };
    folder("gold/written").iter().map(articles).collect()
}

fn request_of(articles: Vec<ArticleInput>) -> Request {
    Request { articles, options: None }
}

#[test]
fn annotations_are_those_of_the_file() {
    let (request, report) = given();
    let collection = annotation::export(&marks(&request, &report), &request, &report);
    check("web-annotation.jsonld", &indented(&collection));
    assert_eq!(complaints(&collection), Vec::<String>::new());
}

#[test]
fn claims_are_those_of_the_file_and_rate_nothing() {
    let (request, report) = given();
    let graph = schema_org::export(&request, &report);
    check("schema-org.jsonld", &indented(&graph));
    let nodes = graph["@graph"].as_array().expect("it is a list");
    let named: Vec<&str> =
        nodes.iter().filter(|node| node["@type"] == "NewsArticle").filter_map(|node| node["@id"].as_str()).collect();
    assert_eq!(named.len(), 3);
    for claim in nodes.iter().filter(|node| node["@type"] == "Claim") {
        let places = claim["appearance"].as_array().expect("it appears somewhere");
        assert!(!places.is_empty());
        for place in places {
            let article = place["isPartOf"]["@id"].as_str().expect("it stands in an article");
            assert!(named.contains(&article), "{article}");
        }
    }
    // What would rate a claim, or say how claims relate, has no place in it.
    let text = graph.to_string();
    for word in ["Review", "ating", "conflict", "contested", "disput", "claimInterpreter"] {
        assert!(!text.replace("disputed in", "").contains(&format!("\"{word}")), "{word}");
    }
    let types: Vec<&str> = nodes.iter().filter_map(|node| node["@type"].as_str()).collect();
    assert!(types.iter().all(|name| ["NewsArticle", "Claim"].contains(name)), "{types:?}");
}

#[test]
fn tables_are_those_of_the_files() {
    let (request, report) = given();
    check("table.csv", &table::csv(&request, &report));
    check("table.md", &table::markdown(&request, &report));
    check("page.html", &table::html(&request, &report).replace(CSS, "/* www/src/exports/page.css */"));
}

#[test]
fn nothing_in_an_article_becomes_markup_or_a_formula() {
    let hostile = "Fire hurts 12 <script>alert(1)</script>\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said. \
                   </script><img src=x onerror=alert(1)> \"onclick='x' | [a](javascript:x) `b`\n\n=1+1 people left.";
    let request = request_of(vec![
        ArticleInput {
            outlet: Some("=HYPERLINK(\"x\")<b>".into()),
            url: Some("javascript:alert(1)".into()),
            ..article("a", hostile)
        },
        ArticleInput {
            url: Some("https://b.example/\"><script>".into()),
            ..article("b", &hostile.replace("12", "14"))
        },
    ]);
    let report = compare(&request).expect("the articles are taken");
    let page = table::html(&request, &report);
    // Our own element of data is the only one, and nothing closes it early.
    assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (1, 1), "{page}");
    assert!(!page.contains("<img") && !page.contains("<b>") && !page.contains("href=\"javascript"), "{page}");
    assert!(page.contains("script-src") || page.contains("default-src 'none'"));
    let markdown = table::markdown(&request, &report);
    let unescaped = ["\\<", "\\]("].iter().fold(markdown.clone(), |text, escaped| text.replace(escaped, ""));
    assert!(!unescaped.contains("<script") && !unescaped.contains("](j"), "{markdown}");
    let csv = table::csv(&request, &report);
    assert!(csv.contains("\"A · =HYPERLINK") && !csv.contains("\"=") && !csv.contains("\"@"), "{csv}");
    let data = page.split("id=\"variorum-comparison\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: Value = serde_json::from_str(data.expect("it is there")).expect("it is JSON");
    assert_eq!(data["articles"][0]["text"], hostile, "it is opened again as it was");
}

#[test]
fn positions_count_characters_and_quotes_stand_in_the_text() {
    let (request, report) = given();
    let collection = annotation::export(&marks(&request, &report), &request, &report);
    let characters: Vec<char> = request.articles[0].text.chars().collect();
    let mut behind_the_emoji = 0;
    for item in collection["first"]["items"].as_array().expect("they are listed") {
        if item["target"]["source"]["id"] != request.articles[0].url.as_deref().expect("it has an address") {
            continue;
        }
        let [quote, position] = [0, 1].map(|at| &item["target"]["selector"][at]);
        let [start, end] = ["start", "end"].map(|name| position[name].as_u64().expect("it is a number") as usize);
        let exact: String = characters[start..end].iter().collect();
        assert_eq!(quote["exact"], exact.as_str());
        let prefix: String = characters[start.saturating_sub(32)..start].iter().collect();
        assert_eq!(quote["prefix"], prefix.as_str());
        behind_the_emoji += usize::from(characters[..start].contains(&'🚒'));
    }
    assert!(behind_the_emoji > 0);
}

#[test]
fn marks_come_back_from_annotations() {
    let mut seen = 0;
    for articles in groups() {
        let request = request_of(articles);
        let report = compare(&request).expect("the articles are taken");
        let marks = marks(&request, &report);
        let collection = annotation::export(&marks, &request, &report);
        assert_eq!(complaints(&collection), Vec::<String>::new());
        let read = annotation::import(&collection, &request.articles).expect("they are annotations");
        assert_eq!((read.marks, read.unplaced), (marks, vec![]));
        seen += collection["total"].as_u64().expect("they are counted");
    }
    assert!(seen > 500, "{seen} annotations");
}

#[test]
fn every_mark_has_a_name_of_its_own() {
    for articles in groups() {
        let request = request_of(articles);
        let report = compare(&request).expect("the articles are taken");
        let collection = annotation::export(&marks(&request, &report), &request, &report);
        let items = collection["first"]["items"].as_array().expect("they are listed");
        let mut ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), items.len());
    }
}

const TEXT: &str =
    "Fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said. The ferry had 12 crew.";

fn article(id: &str, text: &str) -> ArticleInput {
    ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() }
}

fn note(exact: &str, prefix: &str) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://notes.example/1", "type": "Annotation", "bodyValue": "Ask them.",
        "target": { "source": "https://herald.example/fire", "selector": { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix } },
    })
}

#[test]
fn the_same_text_twice_keeps_its_marks_apart() {
    let request =
        request_of(vec![article("a", TEXT), article("b", TEXT), article("c", &TEXT.replace("12 people", "14 people"))]);
    let report = compare(&request).expect("the articles are taken");
    let marks = marks(&request, &report);
    let read = annotation::import(&annotation::export(&marks, &request, &report), &request.articles)
        .expect("they are annotations");
    assert_eq!(read.marks, marks);
}

#[test]
fn in_a_later_version_the_quote_is_found_by_what_stands_around_it() {
    let request = request_of(vec![article("a", TEXT), article("b", &TEXT.replace("12", "14"))]);
    let report = compare(&request).expect("the articles are taken");
    let made = marks(&request, &report);
    let later = [article("a", &format!("UPDATED 🚢\n\n{TEXT}")), request.articles[1].clone()];
    let read = annotation::import(&annotation::export(&made, &request, &report), &later).expect("they are annotations");
    let moved = |mark: &Mark| if mark.article == "a" { mark.start + 12 } else { mark.start };
    assert_eq!(
        read.marks.iter().map(|mark| mark.start).collect::<Vec<_>>(),
        made.iter().map(moved).collect::<Vec<_>>()
    );
}

#[test]
fn notes_of_others_are_read_and_those_without_a_place_are_kept() {
    let mut herald = article("a", TEXT);
    herald.url = Some("https://herald.example/fire".into());
    let articles = [article("b", TEXT), herald];
    let read = annotation::import(&note("12", "The ferry had "), &articles).expect("it is an annotation");
    let [mark] = &*read.marks else { panic!("one mark: {read:?}") };
    assert_eq!((mark.article.as_str(), mark.start, mark.summary.as_deref()), ("a", 95, Some("Ask them.")));
    assert_eq!((mark.class.as_deref(), mark.finding.as_deref()), (None, None));
    let lost = annotation::import(&note("nineteen", ""), &articles).expect("it is an annotation");
    assert_eq!((lost.marks, lost.unplaced), (vec![], vec![note("nineteen", "")]));
}

#[test]
fn what_holds_no_annotations_is_refused() {
    for value in
        [json!(null), json!([]), json!({}), json!("x"), json!([{ "type": "Note" }]), read("exchange/report.json")]
    {
        assert_eq!(annotation::import(&value, &[]), Err(Refused::NotAnnotations), "{value}");
    }
    let elsewhere = json!({ "type": "AnnotationCollection", "first": "https://notes.example/page1" });
    assert_eq!(
        annotation::import(&elsewhere, &[]),
        Err(Refused::Elsewhere { page: "https://notes.example/page1".into() })
    );
    let many = json!({ "type": "AnnotationPage", "items": vec![json!({}); annotation::MAX_ANNOTATIONS + 1] });
    assert!(matches!(annotation::import(&many, &[]), Err(Refused::TooMany { .. })));
}

#[test]
fn damaged_annotations_are_kept_and_break_nothing() {
    let target = |selector: Value| json!({ "type": "Annotation", "target": { "source": "x", "selector": selector } });
    let items = vec![
        json!({ "type": "Annotation" }),
        json!({ "type": "Annotation", "target": 7, "body": 7 }),
        target(json!({ "type": "TextPositionSelector", "start": -1, "end": 4 })),
        target(json!({ "type": "TextPositionSelector", "start": 4, "end": u64::MAX })),
        target(json!({ "type": "TextQuoteSelector", "exact": "" })),
        target(json!({ "type": "TextQuoteSelector", "exact": ["12"] })),
        target(json!([[[]]])),
    ];
    let read = annotation::import(&json!(items), &[article("a", TEXT)]).expect("they call themselves annotations");
    assert_eq!((read.marks, read.unplaced), (vec![], items));
}

/// What a collection has against the model: the constraints of the specification on what is used here.
fn complaints(collection: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |holds: bool, rule: &str, at: &Value| {
        if !holds {
            found.push(format!("{rule}: {at}"));
        }
    };
    let is_iri = |value: &Value| {
        let scheme = value.as_str().and_then(|iri| iri.split_once(':'));
        scheme.is_some_and(|(scheme, rest)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && !rest.is_empty()
                && !rest.contains(char::is_whitespace)
        })
    };
    check(collection["@context"] == "http://www.w3.org/ns/anno.jsonld", "3.1 context", collection);
    check(collection["type"] == "AnnotationCollection" && is_iri(&collection["id"]), "5.1 type and id", collection);
    let page = &collection["first"];
    check(
        page["type"] == "AnnotationPage" && is_iri(&page["id"]) && collection["last"] == page["id"],
        "5.2 page",
        page,
    );
    let items = page["items"].as_array().cloned().unwrap_or_default();
    check(collection["total"] == items.len() && page["startIndex"] == 0, "5.1 total", &collection["total"]);
    for item in &items {
        check(item["type"] == "Annotation" && is_iri(&item["id"]), "3.1 type and id", item);
        check(item.get("bodyValue").is_none(), "3.2.5 body and bodyValue exclude each other", item);
        check(is_motivation(&item["motivation"]), "3.3.5 motivation", item);
        for body in item["body"].as_array().expect("there are several") {
            let is_text = body["type"] == "TextualBody" && body["value"].is_string();
            check(is_text && is_motivation(&body["purpose"]), "3.2.4 textual body", body);
        }
        let target = &item["target"];
        check(target["type"] == "SpecificResource" && is_iri(&target["source"]["id"]), "4 specific resource", target);
        if let Some(state) = target.get("state") {
            check(state["type"] == "TimeState" && is_iri(&state["cached"]), "4.3.1 time state", state);
        }
        let selectors = target["selector"].as_array().expect("there are two");
        check(selectors.len() == 2, "two selectors", target);
        let (quote, position) = (&selectors[0], &selectors[1]);
        let texts = ["exact", "prefix", "suffix"].iter().all(|name| quote[name].is_string());
        check(quote["type"] == "TextQuoteSelector" && texts && quote["exact"] != "", "4.2.4 text quote", quote);
        let ends = (position["start"].as_u64(), position["end"].as_u64());
        let is_range = matches!(ends, (Some(start), Some(end)) if start < end);
        check(position["type"] == "TextPositionSelector" && is_range, "4.2.5 text position", position);
    }
    found
}

fn is_motivation(value: &Value) -> bool {
    const MOTIVATIONS: [&str; 13] = [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ];
    value.as_str().is_some_and(|given| MOTIVATIONS.contains(&given))
}
