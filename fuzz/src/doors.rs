//! One function a door: it takes any bytes, runs the engine on them, and panics where a law is broken.
//!
//! Texts of one case are parted by [`SEPARATOR`], so that cases can be read, and written by hand. Where there is a
//! choice of options, the first byte makes it.

use std::fmt::Debug;

use serde_json::Value;
use variorum::{
    Comparer, Gazetteer, Report, Request, compare, diff_words,
    exchange::{annotation, fragment, import as files, keys, marks::marks, opening, schema_org, table},
    facts::calendar::Published,
    read,
    report::{ArticleFacts, ArticleInput, Kind, Options, Place, UserRule},
};

#[path = "../../tests/properties/laws.rs"]
// The other laws are for the property tests.
#[allow(dead_code)]
mod laws;

/// Stands between the texts of one case: the record separator of ASCII, which no report holds.
pub const SEPARATOR: char = '\u{1e}';

/// The day that times are counted from: a leap day, which is the hardest.
const PUBLISHED: &str = "2024-02-29";

/// Longest text that is compared. The laws compare it a dozen times, and a fuzzer learns more from many short ones.
const MAX_TEXT: usize = 3_000;

/// A case's first byte and its texts, three at most.
fn texts(data: &[u8]) -> (u8, Vec<String>) {
    let (&choice, rest) = data.split_first().unwrap_or((&0, &[]));
    let shortened = |text: &str| text[..text.floor_char_boundary(MAX_TEXT)].to_owned();
    (choice, String::from_utf8_lossy(rest).split(SEPARATOR).take(3).map(shortened).collect())
}

fn is_chosen(choice: u8, bit: u32) -> bool {
    choice >> bit & 1 == 1
}

fn articles(choice: u8, texts: Vec<String>) -> Vec<ArticleInput> {
    let ids = if is_chosen(choice, 0) { ["a", "b", "c"] } else { ["10", "9", "é"] };
    let article = |(at, text): (usize, String)| ArticleInput {
        id: ids[at].to_owned(),
        text,
        published: is_chosen(choice, 1).then(|| PUBLISHED.to_owned()),
        url: is_chosen(choice, 2).then(|| format!("https://paper-{at}.example/report")),
        ..ArticleInput::default()
    };
    texts.into_iter().enumerate().map(article).collect()
}

#[track_caller]
fn twice<T: PartialEq + Debug>(make: impl Fn() -> T) -> T {
    let made = make();
    assert_eq!(made, make(), "two runs give the same");
    made
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).expect("a report can be written")
}

/// The request that a case of [`compare_texts`] stands for, without its rules.
#[must_use]
pub fn request_of(data: &[u8]) -> Request {
    let (choice, texts) = texts(data);
    let kinds = is_chosen(choice, 3).then(|| vec![Kind::Count, Kind::Time, Kind::Person]);
    let rules = if is_chosen(choice, 4) { vec![UserRule::OneEvent] } else { Vec::new() };
    let options = Some(Options { rules, kinds, explain: is_chosen(choice, 5) });
    Request { articles: articles(choice, texts), options }
}

/// Two or three articles: every span quotes its text, the order of the articles and what was kept from before change
/// nothing, every form of exchange can be made and the marks come back from annotations.
pub fn compare_texts(data: &[u8]) {
    let request = request_of(data);
    let report = laws::spans_quote_their_text(&request);
    let bytes = json(&report);
    assert_eq!(serde_json::from_str::<Report>(&bytes).expect("a report can be read"), report);

    let mut turned = request.clone();
    turned.articles.reverse();
    let mut comparer = Comparer::new(Gazetteer::built_in());
    let mut other = comparer.compare(&turned).expect("the request is taken in any order");
    other.articles.reverse();
    assert_eq!(bytes, json(&other), "the order of the articles changes nothing");
    assert_eq!(bytes, json(&comparer.compare(&request).expect("it is taken again")), "what is kept changes nothing");

    forms(&request, &report);
    rules(&request, &report);
}

/// What other programs get of a report.
fn forms(request: &Request, report: &Report) {
    let marks = marks(request, report);
    let collection = annotation::export(&marks, request, report);
    if !marks.is_empty() {
        let back = annotation::import(&collection, &request.articles).expect("they are annotations");
        assert!(back.unplaced.is_empty(), "every mark is found again");
        let places = |marks: &[variorum::exchange::marks::Mark]| -> Vec<(String, u32, u32)> {
            marks.iter().map(|mark| (mark.article.clone(), mark.start, mark.end)).collect()
        };
        assert_eq!(places(&back.marks), places(&marks), "marks come back to their places");
    }
    let claims = schema_org::export(request, report);
    assert!(claims.is_object(), "claims stand in one graph");
    let quotes = table::csv(request, report).matches('"').count();
    assert!(quotes > 0 && quotes.is_multiple_of(2), "every quotation mark of a table is closed");
    assert!(table::markdown(request, report).ends_with('\n'), "a table ends its last line");
    let page = table::html(request, report);
    assert_eq!(page.matches("<script").count(), 1, "a page holds its data and runs nothing");
    assert!(!opening::opening(report).trim().is_empty(), "there is something to say first");
    for input in &request.articles {
        for (at, _) in input.text.char_indices().step_by(97) {
            let end = input.text.ceil_char_boundary((at + 40).min(input.text.len()));
            if let Some(link) = fragment::link("https://paper.example/", &input.text, &(at..end)) {
                assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{link}");
            }
        }
    }
}

/// What a user says about two marked phrases is taken, and then no finding has both as differing ("the same") or at
/// all ("not the same").
fn rules(request: &Request, report: &Report) {
    let readings = report.findings.iter().flat_map(|finding| &finding.readings);
    let places: Vec<Place> = readings
        .map(|reading| Place { article: reading.article.clone(), start: reading.start, end: reading.end })
        .collect();
    let (Some(left), Some(right)) = (places.first(), places.last()) else { return };
    if left.article == right.article {
        return;
    }
    for rule in [
        UserRule::SameAs { left: left.clone(), right: right.clone() },
        UserRule::NotSameAs { left: left.clone(), right: right.clone() },
    ] {
        let parts = matches!(rule, UserRule::NotSameAs { .. });
        let mut ruled = request.clone();
        ruled.options.get_or_insert_default().rules.push(rule);
        let report = laws::spans_quote_their_text(&ruled);
        let has = |finding: &variorum::report::Finding, place: &Place| {
            let is_at = |reading: &&variorum::report::Reading| {
                reading.article == place.article && (reading.start, reading.end) == (place.start, place.end)
            };
            finding.readings.iter().any(|reading| is_at(&reading))
        };
        let together = report.findings.iter().find(|finding| has(finding, left) && has(finding, right));
        assert!(!parts || together.is_none(), "parted by the user: {}", together.map_or("", |f| &f.summary));
    }
}

/// An article beside itself differs in nothing.
pub fn itself(data: &[u8]) {
    let (choice, texts) = texts(data);
    for text in texts.iter().take(1) {
        laws::itself_differs_in_nothing(text, is_chosen(choice, 1).then_some(PUBLISHED));
    }
}

/// A request as JSON: refused with a code and a message, or taken.
pub fn request(data: &[u8]) {
    let Ok(mut request) = serde_json::from_slice::<Request>(data) else { return };
    for article in &mut request.articles {
        article.text.truncate(article.text.floor_char_boundary(MAX_TEXT));
    }
    request.articles.truncate(61); // one more than are taken
    match compare(&request) {
        Ok(_) => drop(laws::spans_quote_their_text(&request)),
        Err(error) => {
            assert!(!error.code().is_empty() && error.code().is_ascii(), "{error}");
            assert!(!error.to_string().is_empty(), "{}", error.code());
        }
    }
    let written = serde_json::to_string(&request).expect("a request can be written");
    assert_eq!(serde_json::from_str::<Request>(&written).expect("it can be read again"), request);
}

/// A text: passages, sentences and tokens stand in order, and no word is left out.
pub fn ingest(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    laws::is_read_in_order(&text);
    laws::is_covered_by_tokens(&text);
}

/// One article: its facts stand in order, lie in their sentences and quote their words.
pub fn facts(data: &[u8]) {
    let (choice, texts) = texts(data);
    let Some(article) = articles(choice, texts).into_iter().next() else { return };
    let facts = twice(|| read(&article).expect("the article is taken"));
    let units: Vec<u16> = article.text.encode_utf16().collect();
    let words = |start: u32, end: u32| {
        assert!(start < end, "{start} lies before {end}");
        String::from_utf16(&units[start as usize..end as usize]).expect("whole characters")
    };
    let mut behind = 0;
    for mention in &facts.mentions {
        assert!(mention.start >= behind, "{mention:?} stands behind what comes before it");
        behind = mention.start;
        assert_eq!(words(mention.start, mention.end), mention.text);
        assert!(!mention.norm.is_empty(), "{mention:?}");
        let sentence = &facts.article.sentences[mention.sentence as usize];
        assert!(sentence.start <= mention.start && mention.end <= sentence.end, "{mention:?} in {sentence:?}");
        if let Some(by) = &mention.by {
            assert_eq!(words(by.start, by.end), by.text);
        }
    }
    assert!(keys::keys(&facts).iter().all(|key| !key.trim().is_empty()), "every key says something");
    let written = serde_json::to_string(&facts).expect("facts can be written");
    assert_eq!(serde_json::from_str::<ArticleFacts>(&written).expect("they can be read again"), facts);
}

/// Two texts: their diff rebuilds both, and exchanging them exchanges its sides.
pub fn diff(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (left, right) = text.split_once(SEPARATOR).unwrap_or((&text, ""));
    laws::diff_rebuilds_both(left, right);
    laws::diff_rebuilds_both(right, left);
    let sides = |left: &str, right: &str| -> Vec<(u32, u32)> {
        diff_words(left, right)
            .edits
            .iter()
            .map(|edit| (edit.left_start, edit.left_end))
            .filter(|(s, e)| s < e)
            .collect()
    };
    let mirrored: Vec<(u32, u32)> = diff_words(right, left)
        .edits
        .iter()
        .map(|edit| (edit.right_start, edit.right_end))
        .filter(|(start, end)| start < end)
        .collect();
    assert_eq!(sides(left, right), mirrored, "exchanging the texts exchanges the sides");
}

/// What a file is called, by a case's first byte.
const NAMES: [&str; 8] = ["a.txt", "a.json", "a.jsonl", "a.html", "a.xml", "a.jsonld", "a.ninjs", "a"];

/// A file: refused with a message, or read as articles with words that can be compared.
pub fn import(data: &[u8]) {
    let (&choice, rest) = data.split_first().unwrap_or((&0, &[]));
    let (name, text) = (NAMES[usize::from(choice) % NAMES.len()], String::from_utf8_lossy(rest));
    match twice(|| files::read(name, &text)) {
        Ok(imported) => {
            assert!(!imported.articles.is_empty(), "nothing read is a refusal");
            for article in imported.articles.iter().take(3) {
                assert!(!article.text.trim().is_empty(), "{article:?}");
                // Requests of our own carry what they were given; the engine refuses what is no date.
                let given = article.published.as_deref().map(str::trim).filter(|day| !day.is_empty());
                let is_taken = given.is_none_or(|day| Published::parse(day).is_some());
                let text = article.text[..article.text.floor_char_boundary(400)].to_owned();
                assert_eq!(read(&ArticleInput { text, ..article.clone() }).is_ok(), is_taken, "{article:?}");
            }
        }
        Err(refused) => assert!(!refused.to_string().is_empty()),
    }
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        let article = ArticleInput { id: "a".into(), text: text.to_string(), ..ArticleInput::default() };
        if let Ok(read) = annotation::import(&value, std::slice::from_ref(&article)) {
            let units: Vec<u16> = article.text.encode_utf16().collect();
            for mark in &read.marks {
                let words =
                    String::from_utf16(&units[mark.start as usize..mark.end as usize]).expect("whole characters");
                assert_eq!(words, mark.text);
            }
        }
    }
}
