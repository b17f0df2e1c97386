//! The command line: what can be asked, and what is answered when it cannot be done.
//!
//! Standard output carries reports and nothing else; warnings, errors and progress go to standard error. The
//! exit code is 0 when the work was done and 2 when it was not.

mod batch;
mod compare;
mod facts;
mod input;
mod keys;
mod passage;
mod prose;
mod requests;
mod schema;

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;

/// The exit code of what could not be done; the command line's own refusals have the same.
const EXIT_REFUSED: u8 = 2;

/// The width of what is written when it does not go to a terminal.
const DEFAULT_COLUMNS: u16 = 80;

/// The headings need this much.
const MIN_COLUMNS: u16 = 32;

/// Lines longer than this are hard to read, however wide the terminal is.
const MAX_COLUMNS: u16 = 100;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a reader at a terminal.
    Text,
    /// For a program; offsets are UTF-16 units of each text without its byte order mark.
    Json,
}

/// Shows where news reports of the same event differ on the facts.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Nothing leaves this machine: the articles are compared here, without a network.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Compare(compare::Options),
    Facts(facts::Options),
    Batch(batch::Options),
    Import(requests::Options),
    Keys(keys::Options),
    Schema(schema::Options),
}

/// Runs the command line and says how it ended.
pub(crate) fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Compare(options) => compare::run(&options),
        Command::Facts(options) => facts::run(&options),
        Command::Batch(options) => batch::run(&options),
        Command::Import(options) => requests::run(&options),
        Command::Keys(options) => keys::run(&options),
        Command::Schema(options) => schema::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say("error", AnsiColor::Red, &message);
            ExitCode::from(EXIT_REFUSED)
        }
    }
}

/// Writes one message to standard error, with the word that tells its weight in front.
fn say(word: &str, colour: AnsiColor, message: &str) {
    let style = Style::new().bold().fg_color(Some(colour.into()));
    anstream::eprintln!("{style}{word}:{style:#} {message}");
}

/// The columns to write in: as asked for, else those of the terminal within what reads well.
fn columns(asked: Option<u16>) -> usize {
    let columns = asked.or_else(|| terminal_size::terminal_size().map(|(width, _)| width.0));
    columns.unwrap_or(DEFAULT_COLUMNS).clamp(MIN_COLUMNS, MAX_COLUMNS.max(asked.unwrap_or(0))).into()
}

/// One line of JSON, or many when it is to be pretty.
fn json(value: &impl Serialize, is_pretty: bool) -> io::Result<String> {
    let text = if is_pretty { serde_json::to_string_pretty(value)? } else { serde_json::to_string(value)? };
    Ok(text + "\n")
}

/// Writes to standard output. JSON has no escape sequences: it goes out as it is, so that not even an odd text could
/// lose a byte.
fn print(text: &str, format: Format) -> io::Result<()> {
    match format {
        Format::Text => anstream::stdout().lock().write_all(text.as_bytes()),
        Format::Json => io::stdout().lock().write_all(text.as_bytes()),
    }
}
