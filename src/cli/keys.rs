//! `variorum keys`: JSON Lines of articles in, JSON Lines of their blocking keys out, in the same order.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use variorum::Error;
use variorum::exchange::keys;
use variorum::report::ArticleInput;

use super::batch::{self, Refusal};

/// Print the blocking keys of articles: what gathers the reports of one event out of many.
///
/// Reads {"id": "a", "text": "…", "title"?, "outlet"?, "published"?, "url"?}, one article a line (UTF-8), and writes
/// {"id": "a", "published": "2025-06-04", "keys": ["name:aldaya", "number:412", …]} in the same order, one a line; the
/// day of publication is as given or else as found in the text, or null. Articles that share a key may be about one
/// event: gather them by it and compare each group with batch. The keys name: and word: are wide, names: and day:
/// narrow; drop the groups that are too large.
///
/// A line that cannot be read is answered with {"error": {"line": 3, "code": "bad-request", "message": "…"}} and does not
/// stop the rest.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum keys <articles.jsonl >keys.jsonl
  variorum import wire-feed.xml | jq -c '.articles[]' | variorum keys

Exit code: 0 when every line was answered, also by an error object; 2 when the input could not
be read or the output not be written.")]
pub(super) struct Options {
    /// File of articles, one a line; - is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    input: PathBuf,

    /// How many articles are read at once [default: one a core]
    #[arg(long, value_name = "N")]
    jobs: Option<std::num::NonZeroUsize>,
}

/// Runs the command.
///
/// # Errors
/// In words, when the input cannot be read or the output not be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    batch::answer_file(&options.input, options.jobs, "articles", answer)
}

fn answer(line: &[u8]) -> Result<Vec<u8>, Refusal> {
    let article: ArticleInput = serde_json::from_slice(line).map_err(|fault| {
        let refused = Error::BadRequest { message: fault.to_string() };
        (refused.code(), refused.to_string())
    })?;
    let facts = variorum::read(&article).map_err(|refused| (refused.code(), refused.to_string()))?;
    let keyed = json!({ "id": article.id, "published": facts.article.published, "keys": keys::keys(&facts) });
    Ok(keyed.to_string().into_bytes())
}
