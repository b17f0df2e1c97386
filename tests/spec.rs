//! Case files: what the engine finds in a sentence, in plain text that anybody can extend.
//!
//! A file under `tests/spec` is named for a kind of fact. It holds cases, parted by empty lines:
//!
//! ```text
//! # A comment.
//! published 2016-03-31
//!
//! The bridge was closed on Tuesday night.
//!     Tuesday night = 2016-03-29T18:00/06:00
//!
//! May the force be with you.
//!     nothing
//! ```
//!
//! The sentence stands at the margin; indented below it stand all that must be found in it, in order: the words,
//! and the value in the engine's notation, for quantities with `, approximate` or `, vague` behind it. `nothing` says that nothing may be found. `published` holds for the
//! cases below it until the next one; `published unknown` takes the date away. Every case is checked, and a file
//! that does not have this form fails.

use std::{fs, path::Path};

use variorum::{
    article::{Article, Part, Passage},
    facts::{
        Mention, Precision, Value,
        attribution::{self, Attribution},
        calendar::Published,
        certainty::{self, Cue},
        count,
        gazetteer::Gazetteer,
        measure, money,
        name::{self, Names},
        numeral::numerals,
        organisation, other, percent, person, place, polarity,
        quantity::{Amount, amounts},
        quote, tally, time,
    },
    language::{self, Document, Sentence},
    text::ByteSpan,
};

/// A sentence with what must be found in it.
#[derive(Debug, PartialEq, Eq)]
struct Case {
    line: usize,
    published: Option<String>,
    sentence: String,
    /// Words and value of each mention, as `words = value`.
    expected: Vec<String>,
}

type Extract = fn(&Document<'_>, &Sentence, Option<&Published>) -> Vec<Mention>;

/// The extractor of each case file. A new kind adds its line here.
const KINDS: [(&str, Extract); 14] = [
    ("attribution", |document, sentence, _| within(attribution::extract(document, &said(document)), sentence)),
    ("certainty", |document, sentence, _| certainty::extract(document, &cues(document, sentence))),
    ("count", |document, sentence, published| {
        count::extract(document, sentence, &untimed(document, sentence, published))
    }),
    ("measure", |document, sentence, published| {
        measure::extract(document, sentence, &untimed(document, sentence, published))
    }),
    ("money", |document, sentence, published| {
        money::extract(document, sentence, &untimed(document, sentence, published))
    }),
    ("organisation", |document, sentence, _| organisation::extract(document, sentence, &names(document))),
    ("other", |document, sentence, _| other::extract(document, sentence, &names(document))),
    ("percent", |document, sentence, published| {
        percent::extract(document, sentence, &untimed(document, sentence, published))
    }),
    ("person", |document, sentence, _| person::extract(document, sentence, &names(document))),
    ("place", |document, sentence, _| place::extract(document, sentence, &names(document))),
    ("polarity", |document, sentence, _| polarity::extract(document, sentence, &cues(document, sentence))),
    ("quote", |document, sentence, _| within(quote::extract(document, &said(document)), sentence)),
    ("tally", |document, sentence, _| tally::extract(document, sentence, &[])),
    ("time", |document, sentence, published| time::extract(document, sentence, published)),
];

/// Who says what in a document.
fn said(document: &Document<'_>) -> Vec<Attribution> {
    attribution::attributions(document, &name::read(document, None))
}

/// The mentions that begin in a sentence.
fn within(mut mentions: Vec<Mention>, sentence: &Sentence) -> Vec<Mention> {
    mentions.retain(|mention| sentence.tokens.contains(&mention.tokens.start));
    mentions
}

/// The words of a sentence that say how sure it is.
fn cues(document: &Document<'_>, sentence: &Sentence) -> Vec<Cue> {
    certainty::cues(document, sentence, attribution::within(&said(document), &sentence.tokens))
}

/// The names of a case, with the list of places that is compiled in.
fn names(document: &Document<'_>) -> Names {
    name::read(document, Gazetteer::built_in())
}

/// The quantities of a sentence that are no part of a time.
fn untimed(document: &Document<'_>, sentence: &Sentence, published: Option<&Published>) -> Vec<Amount> {
    let taken: Vec<_> =
        time::extract(document, sentence, published).into_iter().map(|mention| mention.tokens).collect();
    amounts(document, sentence, &numerals(document, sentence.tokens.clone()), &taken)
}

/// Reads a case file; the error names the line.
fn parse(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut published = None;
    // Whether the line before may be followed by an expectation.
    let mut open = false;
    for (at, line) in text.lines().enumerate() {
        let fault = |message: &str| Err(format!("line {}: {message}: {line:?}", at + 1));
        if line.trim().is_empty() {
            open = false;
        } else if line.starts_with('#') {
        } else if let Some(date) = line.strip_prefix("published ") {
            published = match date {
                "unknown" => None,
                _ if Published::parse(date).is_some() => Some(date.to_owned()),
                _ => return fault("no ISO 8601 date"),
            };
        } else if let Some(expectation) = line.strip_prefix("    ") {
            let Some(case) = cases.last_mut().filter(|_| open) else {
                return fault("an expectation without its sentence");
            };
            let is_pair = expectation
                .split_once(" = ")
                .is_some_and(|(words, value)| !words.trim().is_empty() && !value.trim().is_empty());
            if expectation != "nothing" && !is_pair {
                return fault("neither \"words = value\" nor \"nothing\"");
            }
            if expectation == "nothing" && !case.expected.is_empty()
                || case.expected.iter().any(|said| said == "nothing")
            {
                return fault("\"nothing\" stands alone");
            }
            case.expected.push(expectation.trim().to_owned());
        } else if line.starts_with([' ', '\t']) {
            return fault("expectations are indented by four spaces");
        } else if open {
            return fault("an empty line is missing before a new sentence");
        } else {
            cases.push(Case {
                line: at + 1,
                published: published.clone(),
                sentence: line.to_owned(),
                expected: Vec::new(),
            });
            open = true;
        }
    }
    if let Some(case) = cases.iter().find(|case| case.expected.is_empty()) {
        return Err(format!("line {}: a sentence without an expectation: {:?}", case.line, case.sentence));
    }
    if cases.is_empty() {
        return Err("there is no case".to_owned());
    }
    Ok(cases)
}

/// What is found in a sentence, as the case files write it.
fn found(case: &Case, extract: Extract) -> Vec<String> {
    let text = case.sentence.as_str();
    let passage = Passage { part: Part::Body, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
    let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
    let published = case.published.as_deref().and_then(Published::parse);
    let mentions = document.sentences.iter().flat_map(|sentence| extract(&document, sentence, published.as_ref()));
    let found: Vec<String> = mentions
        .map(|mention| {
            let norm = mention.value.norm();
            // A time's notation says itself how exact it is.
            let precision = match (&mention.value, mention.precision) {
                (Value::Time(_), _) | (_, Precision::Exact) => "",
                (_, Precision::Approximate) => ", approximate",
                (_, Precision::Vague) => ", vague",
            };
            format!("{} = {norm}{precision}", mention.span.slice(text))
        })
        .collect();
    if found.is_empty() { vec!["nothing".to_owned()] } else { found }
}

/// Checks every case of a file; the report of those that fail, empty when all hold.
fn failures(kind: &str, text: &str, extract: Extract) -> String {
    let cases = parse(text).unwrap_or_else(|fault| panic!("tests/spec/{kind}.txt: {fault}"));
    let mut failures = Vec::new();
    for case in &cases {
        let found = found(case, extract);
        if found != case.expected {
            let (expected, found) = (case.expected.join("\n      "), found.join("\n      "));
            failures.push(format!(
                "line {}: {}\n  expected\n      {expected}\n  found\n      {found}",
                case.line, case.sentence
            ));
        }
    }
    if failures.is_empty() {
        return String::new();
    }
    format!("{} of {} cases of {kind} fail:\n{}\n", failures.len(), cases.len(), failures.join("\n"))
}

#[test]
fn every_case_file_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the case files stand in tests/spec")
        .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), KINDS.len(), "case files and extractors: {names:?}");
    let file = |kind| fs::read_to_string(folder.join(format!("{kind}.txt"))).expect("each extractor has a case file");
    let failures: String = KINDS.iter().map(|(kind, extract)| failures(kind, &file(kind), *extract)).collect();
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn malformed_files_are_refused() {
    let refused = |text: &str, message: &str| {
        let fault = parse(text).expect_err("the file is malformed");
        assert!(fault.contains(message), "{fault:?} should say {message:?}");
    };
    refused("", "no case");
    refused("He left on Friday.\n", "without an expectation");
    refused("    Friday = 2024-06-14\n", "without its sentence");
    refused("He left on Friday.\n\n    Friday = 2024-06-14\n", "without its sentence");
    refused("He left on Friday.\n    Friday\n", "neither");
    refused("He left on Friday.\n  Friday = 2024-06-14\n", "four spaces");
    refused("He left.\n    nothing\n    Friday = 2024-06-14\n", "stands alone");
    refused("He left.\n    nothing\nShe left.\n    nothing\n", "empty line");
    refused("published 14 June\n", "ISO 8601");
}

#[test]
fn a_wrong_value_is_noticed() {
    let case = "published 2024-06-12\n\nHe left on Friday.\n    Friday = 2024-06-08\n";
    let (kind, extract) = KINDS[13];
    assert!(failures(kind, case, extract).starts_with("1 of 1 cases of time fail"));
}
