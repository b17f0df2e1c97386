//! The command line: what can be asked, and what is answered when it cannot be done.
//!
//! Standard output carries reports and nothing else; warnings, errors and progress go to standard error. The
//! exit code is 0 when the work was done and 2 when it was not.

mod batch;
mod compare;

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{Parser, Subcommand};

/// The exit code of what could not be done; the command line's own refusals have the same.
const EXIT_REFUSED: u8 = 2;

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
    Batch(batch::Options),
}

/// Runs the command line and says how it ended.
pub(crate) fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Compare(options) => compare::run(&options),
        Command::Batch(options) => batch::run(&options),
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
