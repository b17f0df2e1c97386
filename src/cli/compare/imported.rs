//! `variorum compare --import`: annotations found again in the articles.

use std::io;
use std::path::Path;

use anstyle::AnsiColor;
use serde_json::Value;
use variorum::Request;
use variorum::exchange::annotation::{self, Imported};
use variorum::exchange::marks::Mark;

use super::{Form, Options};
use crate::cli::{Format, input, json, print, say};

/// How many annotations that were not found are named; the rest is counted.
const MAX_NAMED: usize = 5;

/// Reads the annotations, finds them in the articles of `request` and writes the marks.
///
/// # Errors
/// In words, when the file holds no annotations, none of them is found, or the marks cannot be written.
pub(super) fn run(file: &Path, options: &Options, request: &Request) -> Result<(), String> {
    let [given] = &*input::read_all(&[file.to_owned()])? else { return Err("one file is imported at once".to_owned()) };
    let value: Value = serde_json::from_str(&given.text)
        .map_err(|fault| format!("{} is not JSON: {fault}; export it anew, or mend it there", given.name))?;
    let Imported { marks, unplaced } =
        annotation::import(&value, &request.articles).map_err(|refused| format!("{}: {refused}", given.name))?;
    for item in unplaced.iter().take(MAX_NAMED) {
        let quote = item.pointer("/target/selector/0/exact").and_then(Value::as_str).unwrap_or_default();
        let id = item["id"].as_str().unwrap_or("an annotation without an id");
        say("warning", AnsiColor::Yellow, &format!("{id} was not found in the articles: “{quote}”"));
    }
    if let Some(more) = unplaced.len().checked_sub(MAX_NAMED).filter(|more| *more > 0) {
        say("warning", AnsiColor::Yellow, &format!("{more} more were not found"));
    }
    if marks.is_empty() && !unplaced.is_empty() {
        return Err(format!("no mark of {} was found: give the articles that it was made of", given.name));
    }
    let written = match options.format {
        Form::Text => print(&marks.iter().map(line).collect::<String>(), Format::Text),
        Form::Json => json(&marks, options.pretty).and_then(|text| print(&text, Format::Json)),
        Form::WebAnnotation => {
            let report = variorum::compare(request).map_err(|refused| refused.to_string())?;
            json(&annotation::export(&marks, request, &report), options.pretty)
                .and_then(|text| print(&text, Format::Json))
        }
        _ => return Err("--import writes text, json or web-annotation: choose one of them".to_owned()),
    };
    match written {
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|fault| format!("the marks cannot be written: {fault}")),
    }
}

/// One line a mark: article, place, class, label and words.
fn line(mark: &Mark) -> String {
    let class = mark.class.as_deref().unwrap_or("note");
    let label =
        mark.label.as_deref().or(mark.summary.as_deref()).map_or_else(String::new, |label| format!("{label}: "));
    let words = mark.text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {}–{}  {class}  {label}“{words}”\n", mark.article, mark.start, mark.end)
}
