//! `variorum batch`: JSON Lines of requests in, JSON Lines of reports out, in the same order.
//!
//! One thread reads, as many as there are cores compare, and the calling thread writes. A [`Budget`] bounds the
//! lines between reading and writing, so that neither a long input nor one slow request fills the memory.

mod budget;
mod lines;
mod progress;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read, Write};
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use clap::Args;
use serde_json::json;
use variorum::{Error, Report, Request};

use budget::Budget;
use lines::{Line, Lines};
use progress::Progress;

/// The longest line that is read. Above every request that the engine takes, escapes included, so that a line
/// is refused here only to keep the memory bounded.
const MAX_LINE_BYTES: usize = 64 << 20;

/// How many bytes of lines may be under way at once, unless a single line is longer.
const MAX_BYTES_UNDER_WAY: usize = 64 << 20;

/// How many lines a core may be ahead of the one that is to be written next. Higher evens out requests of
/// unequal size, and holds more reports in memory; judgement.
const LINES_AHEAD_PER_JOB: usize = 16;

/// Compare many groups of articles: one JSON request a line in, one JSON report a line out.
///
/// Reads {"articles": [{"id": "a", "text": "…", "title"?, "outlet"?, "published"?, "url"?}, …], "options"?}, one
/// request a line (UTF-8), and writes the reports in the same order, one a line. Empty lines are skipped.
///
/// A line that cannot be compared is answered with {"error": {"line": 3, "code": "bad-request", "message": "…"}}
/// and does not stop the rest; lines are counted from 1, the empty ones too. The codes of a line: bad-request,
/// line-too-long, internal, and those of the engine, such as no-article or article-too-large.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum batch <requests.jsonl >reports.jsonl
  jq -c . request.json | variorum batch | jq '.findings[].summary'

Exit code: 0 when every line was answered, also by an error object; 2 when the input could not
be read or the output not be written.")]
pub(super) struct Options {
    /// File of requests, one a line; - is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    input: PathBuf,

    /// How many requests are compared at once [default: one a core]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

/// Runs the command.
///
/// # Errors
/// In words, when the input cannot be read or the output not be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    answer_file(&options.input, options.jobs, "requests", |line| report(line, &variorum::compare))
}

/// Why a line was refused: a short name that stays the same between versions, and words.
pub(super) type Refusal = (&'static str, String);

/// Answers every line of a file on standard output. `what` names the lines, as in "requests".
///
/// # Errors
/// In words, when the input cannot be read or the output not be written.
pub(super) fn answer_file<A>(file: &Path, jobs: Option<NonZeroUsize>, what: &str, answer: A) -> Result<(), String>
where
    A: Fn(&[u8]) -> Result<Vec<u8>, Refusal> + Send + Sync + 'static,
{
    let (input, total): (Box<dyn Read + Send>, _) = if file == Path::new("-") {
        if io::stdin().is_terminal() {
            eprintln!("variorum: reading {what} from the terminal, one JSON object a line; Ctrl-D ends them");
        }
        (Box::new(io::stdin()), None)
    } else {
        let name = file.display();
        let file = File::open(file).map_err(|fault| format!("{name} cannot be opened: {fault}"))?;
        let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|found| found.len());
        (Box::new(file), length)
    };
    let jobs = jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let is_watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
    let progress = Progress::new(is_watched, total);
    answer_all(input, io::stdout().lock(), jobs, progress, answer)
}

/// A line on its way: its position among the lines that are answered, its length, and what is read or written.
struct Numbered<T> {
    index: u64,
    bytes: usize,
    content: T,
}

/// Answers every line of `input` on `output`, with `answer` on `jobs` threads.
///
/// Returns early, without an error, when nobody reads `output` any more. The threads are not joined then: the
/// one that reads may wait for input that never comes.
fn answer_all<A>(
    input: impl Read + Send + 'static,
    output: impl Write,
    jobs: usize,
    mut progress: Progress,
    answer: A,
) -> Result<(), String>
where
    A: Fn(&[u8]) -> Result<Vec<u8>, Refusal> + Send + Sync + 'static,
{
    let budget = Arc::new(Budget::new(jobs * LINES_AHEAD_PER_JOB, MAX_BYTES_UNDER_WAY));
    let (line_sender, line_receiver) = mpsc::sync_channel(jobs);
    let (answer_sender, answers) = mpsc::sync_channel(jobs);
    let (line_receiver, answer) = (Arc::new(Mutex::new(line_receiver)), Arc::new(answer));
    for _ in 0..jobs {
        let (lines, answers, answer) = (Arc::clone(&line_receiver), answer_sender.clone(), Arc::clone(&answer));
        thread::spawn(move || answer_lines(&lines, &answers, &*answer));
    }
    drop((answer_sender, line_receiver));
    let reader = {
        let budget = Arc::clone(&budget);
        thread::spawn(move || read_lines(input, &line_sender, &budget))
    };
    let written = write_answers(output, &answers, &budget, &mut progress);
    progress.finish();
    match written {
        Ok(()) => match reader.join() {
            Ok(read) => read.map_err(|fault| format!("the requests cannot be read on: {fault}")),
            Err(_) => Err("the requests cannot be read on: the reading thread ended early".to_owned()),
        },
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(fault) => Err(format!("the reports cannot be written: {fault}")),
    }
}

fn read_lines(input: impl Read, lines: &SyncSender<Numbered<Line>>, budget: &Budget) -> io::Result<()> {
    let reader = BufReader::with_capacity(1 << 16, input);
    for (index, line) in (0..).zip(Lines::new(reader, MAX_LINE_BYTES)) {
        let content = line?;
        let bytes = content.bytes.as_ref().map_or(0, Vec::len);
        budget.take(bytes);
        if lines.send(Numbered { index, bytes, content }).is_err() {
            break;
        }
    }
    Ok(())
}

fn answer_lines<A>(lines: &Mutex<Receiver<Numbered<Line>>>, answers: &SyncSender<Numbered<Vec<u8>>>, answer: &A)
where
    A: Fn(&[u8]) -> Result<Vec<u8>, Refusal>,
{
    loop {
        // Invariant: nothing that can panic runs while the lock is held.
        let received = lines.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Numbered { index, bytes, content }) = received else { return };
        if answers.send(Numbered { index, bytes, content: answered(&content, answer) }).is_err() {
            return;
        }
    }
}

/// The answer to one line, or an error object; a line of JSON with its end.
fn answered<A>(line: &Line, answer: &A) -> Vec<u8>
where
    A: Fn(&[u8]) -> Result<Vec<u8>, Refusal>,
{
    let answered = match &line.bytes {
        None => Err((
            "line-too-long",
            format!("the line has more than {MAX_LINE_BYTES} bytes: give the articles alone, or fewer of them"),
        )),
        // A panic is a fault of ours; it must not cost the reader the rest of the answers.
        Some(bytes) => panic::catch_unwind(AssertUnwindSafe(|| answer(bytes))).unwrap_or_else(|_| {
            let message = "Variorum failed on this request: please report it with the request".to_owned();
            Err(("internal", message))
        }),
    };
    let mut json = answered.unwrap_or_else(|(code, message)| {
        let error = json!({ "error": { "line": line.number, "code": code, "message": message } });
        error.to_string().into_bytes()
    });
    json.push(b'\n');
    json
}

fn report<C>(line: &[u8], compare: &C) -> Result<Vec<u8>, Refusal>
where
    C: Fn(&Request) -> Result<Report, Error>,
{
    let request: Request = serde_json::from_slice(line).map_err(|fault| {
        let mut message = fault.to_string();
        if fault.is_eof() {
            message += "; write each request on one line";
        }
        let refused = Error::BadRequest { message };
        (refused.code(), refused.to_string())
    })?;
    let report = compare(&request).map_err(|refused| (refused.code(), refused.to_string()))?;
    serde_json::to_vec(&report).map_err(|fault| ("internal", format!("the report cannot be written as JSON: {fault}")))
}

/// Writes the answers in the order of their lines, whatever order they come in.
fn write_answers(
    output: impl Write,
    answers: &Receiver<Numbered<Vec<u8>>>,
    budget: &Budget,
    progress: &mut Progress,
) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    // Invariant: never holds more answers than the budget has lines.
    let mut early = BTreeMap::new();
    let mut next = 0;
    loop {
        // A program that sends one request and waits for its report must get it: flush before waiting.
        let received = match answers.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                output.flush()?;
                let Ok(answer) = answers.recv() else { break };
                answer
            }
        };
        early.insert(received.index, received);
        while let Some(Numbered { bytes, content, .. }) = early.remove(&next) {
            output.write_all(&content)?;
            budget.give_back(bytes);
            progress.advance(bytes as u64);
            next += 1;
        }
    }
    output.flush()
}

#[cfg(test)]
mod tests;
