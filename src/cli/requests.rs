//! `variorum import`: articles of any form in, one request out, for `variorum batch` and other programs.

use std::io;
use std::path::PathBuf;

use anstyle::AnsiColor;
use clap::Args;
use variorum::Request;
use variorum::report::ArticleInput;

use super::{Format, input, json, print, say};

/// Read articles of any form and print them as a request.
///
/// Reads what compare reads: plain text, saved web pages, JSON-LD, ninjs, RSS and Atom, folders of them. Ids are numbers in
/// the order of the articles, from 1.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum import wire-feed.xml | jq '.articles[].published'
  variorum import herald.html courier.ninjs | variorum batch

Exit code: 0 when the articles were read; 2 when they were not.")]
pub(super) struct Options {
    /// Files, folders or file: addresses; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write the JSON indented, over many lines
    #[arg(long)]
    pretty: bool,
}

/// Runs the command.
///
/// # Errors
/// In words, when a file cannot be read or the request not be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let (incoming, warnings) = input::read_articles(&options.files)?;
    for warning in &warnings {
        say("warning", AnsiColor::Yellow, warning);
    }
    let numbered = |(at, one): (usize, input::Incoming)| ArticleInput { id: (at + 1).to_string(), ..one.article };
    let request = Request { articles: incoming.into_iter().enumerate().map(numbered).collect(), options: None };
    match json(&request, options.pretty).and_then(|text| print(&text, Format::Json)) {
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|fault| format!("the request cannot be written: {fault}")),
    }
}
