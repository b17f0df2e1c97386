//! `variorum schema`: the JSON Schema of what the other commands read and write.

use std::io;

use clap::{Args, ValueEnum};
use variorum::exchange::schema;

use super::{Format, print};

/// Print the JSON Schema of the report, the request or the facts of an article.
///
/// JSON Schema 2020-12. The npm package has the same files in its folder `schema`.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum schema report >report.schema.json
  variorum schema request >request.schema.json

Exit code: 0 when the schema was written; 2 when it was not.")]
pub(super) struct Options {
    /// What is described
    #[arg(value_enum)]
    shape: Shape,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shape {
    /// What compare writes with --format json, and batch
    Report,
    /// What batch reads
    Request,
    /// What facts writes with --format json
    Facts,
}

/// Runs the command.
///
/// # Errors
/// In words, when the schema cannot be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let shape = match options.shape {
        Shape::Report => schema::Shape::Report,
        Shape::Request => schema::Shape::Request,
        Shape::Facts => schema::Shape::Facts,
    };
    match print(&schema::schema(shape), Format::Json) {
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|fault| format!("the schema cannot be written: {fault}")),
    }
}
