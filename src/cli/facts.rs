//! `variorum facts`: one file in, what it says out, in the text with its marks or as JSON.

mod listing;

use std::io;
use std::path::PathBuf;

use anstyle::AnsiColor;
use clap::Args;
use variorum::report::{ArticleInput, Kind};

use super::input;
use super::{Format, MIN_COLUMNS, columns, json, print, say};

/// Read one article and show its facts.
///
/// Each sentence stands with its facts marked, and below it what was read: the kind, the words, the value in one
/// notation, who says so and how sure. A file is plain text as one would paste it; it may begin with the title.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum facts herald.txt --published 2024-03-05
  variorum facts herald.txt --kind count --kind quote
  pbpaste | variorum facts - --format json --pretty

Exit code: 0 when the article was read, whatever was found; 2 when it was not.")]
pub(super) struct Options {
    /// A text file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// When the article was published, such as 2024-03-05: "Tuesday" is read from it
    #[arg(long, value_name = "DATE")]
    published: Option<String>,

    /// A kind of fact to show, such as count, time or quote; repeat it for more [default: all]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Vec<Kind>,

    /// What is written: words for a reader, or one line of JSON
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Write the JSON indented, over many lines
    #[arg(long)]
    pretty: bool,

    /// Columns of the text [default: the terminal's, 80 elsewhere]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(i64::from(MIN_COLUMNS)..))]
    width: Option<u16>,
}

/// The kind of a name, as in the JSON.
fn kind(name: &str) -> Result<Kind, String> {
    let json = serde_json::Value::String(name.to_owned());
    serde_json::from_value(json).map_err(|refused| refused.to_string())
}

/// Runs the command.
///
/// # Errors
/// In words, when the file or options cannot be taken, or the facts cannot be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    if options.pretty && options.format == Format::Text {
        return Err("--pretty is for JSON: add --format json".to_owned());
    }
    let inputs = input::read_all(std::slice::from_ref(&options.file))?;
    let mut written = Ok(());
    for input in inputs {
        for warning in &input.warnings {
            say("warning", AnsiColor::Yellow, warning);
        }
        let article = ArticleInput {
            id: "a".to_owned(),
            text: input.text,
            published: options.published.clone(),
            ..ArticleInput::default()
        };
        let mut facts = variorum::read(&article).map_err(|refused| refused.to_string())?;
        if !options.kind.is_empty() {
            facts.mentions.retain(|mention| options.kind.contains(&mention.kind));
        }
        written = match options.format {
            Format::Text => print(&listing::render(&facts, &article.text, columns(options.width)), Format::Text),
            Format::Json => json(&facts, options.pretty).and_then(|text| print(&text, Format::Json)),
        };
    }
    match written {
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|fault| format!("the facts cannot be written: {fault}")),
    }
}
