//! `cargo xtask parity`: holds every build of the engine to the same bytes.
//!
//! All of them read the same requests: the page's examples, the gold groups when they are there, the texts of the fuzzer's
//! corpus, requests made to part them (offsets, escapes, the order of keys in JavaScript objects), and groups of reports
//! made by rule.

mod generated;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::browser::Browser;
use crate::command;
use crate::gold;
use crate::steps::{Outcome, Steps};
use crate::workspace::Workspace;

/// Groups made by rule that `cargo xtask test` reads, and those of a full run.
const FEW: u64 = 40;
const MANY: u64 = 500;

/// How much is held against each other.
#[derive(Debug, Default, Args)]
pub(crate) struct Options {
    /// The optimised native build too, and 500 groups made by rule in place of 40.
    #[arg(long)]
    full: bool,
    /// An optimised `variorum` that is there already, in place of one that is built for this.
    #[arg(long, value_name = "FILE", requires = "full")]
    release: Option<PathBuf>,
}

/// Runs the comparison as a chore of its own, on the packages that `cargo xtask build` has left.
///
/// # Errors
/// When builds part, or one of them does not run.
pub(crate) fn chore(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = Steps::start();
    let _ = steps.run("all builds agree", || run(workspace, options));
    steps.summarise()
}

/// Compares every request on all sides; each request on each side but the first is a test.
///
/// # Errors
/// When a side does not run, or answers too few requests.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<Outcome> {
    let requests = requests(workspace, if options.full { MANY } else { FEW })?;
    let folder = workspace.scratch("parity");
    fs::create_dir_all(&folder)?;
    let input = folder.join("requests.jsonl");
    let lines: Vec<String> = requests.iter().map(|(_, request)| request.to_string()).collect();
    fs::write(&input, lines.join("\n") + "\n")?;

    let mut reference: Option<Vec<String>> = None;
    let (mut passed, mut failed) = (0, 0);
    for (side, program) in sides(workspace, options)? {
        let output = folder.join(format!("{}.jsonl", side.replace(' ', "-")));
        let reports = reports(workspace, program, &input, &output)?;
        ensure!(reports.len() == requests.len(), "{side}: {} reports for {} requests", reports.len(), requests.len());
        let hash = Sha256::digest(fs::read(&output)?);
        let sign: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let bytes = reports.iter().map(String::len).sum::<usize>();
        println!("     {side:<18} {:>4} reports, {bytes:>9} bytes, SHA-256 {sign}…", reports.len());
        let Some(reference) = &reference else {
            reference = Some(reports);
            continue;
        };
        for ((name, _), (first, other)) in requests.iter().zip(reference.iter().zip(&reports)) {
            if first == other {
                passed += 1;
            } else {
                failed += 1;
                println!("     {name}: {}", first_difference(side, first, other));
            }
        }
    }
    Ok(Outcome::Tests { passed, failed })
}

/// The builds, by name, and what has each read requests; the first is what the others are held to.
fn sides(workspace: &Workspace, options: &Options) -> Result<Vec<(&'static str, Command)>> {
    let native = |profile: &[&str]| {
        let mut native = Command::new(command::cargo());
        native.args(["run", "--quiet", "--locked", "--package", "variorum", "--bin", "variorum"]);
        native.args(profile).args(["--", "batch"]);
        native
    };
    let node = |script: &str, package: &str| {
        let mut node = Command::new("node");
        node.arg(workspace.path("xtask/scripts").join(script)).arg(workspace.path(package));
        node
    };
    let Some(browser) = Browser::find() else { bail!("there is no Chromium: `cargo xtask test` installs it") };
    let mut chromium = node("chromium-batch.mjs", "pkg/web");
    chromium.env("CHROMIUM", browser.chromium);
    let mut sides = vec![
        ("native, debug", native(&[])),
        ("wasm in Node", node("wasm-batch.mjs", "pkg/nodejs")),
        ("wasm in Chromium", chromium),
    ];
    if options.full {
        let release = match &options.release {
            Some(file) => {
                let mut there = Command::new(file);
                there.arg("batch");
                there
            }
            None => native(&["--release"]),
        };
        sides.insert(1, ("native, release", release));
    }
    Ok(sides)
}

/// The requests with their names.
fn requests(workspace: &Workspace, generated: u64) -> Result<Vec<(String, Value)>> {
    let mut requests = awkward_requests();
    let examples = workspace.path("www/src/examples");
    let mut files: Vec<_> = fs::read_dir(&examples)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
        let text = fs::read_to_string(file)?;
        let request = serde_json::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
        requests.push((file.display().to_string(), request));
    }
    requests.extend(gold::requests(workspace.root())?);
    requests.extend((0..generated).map(|number| (format!("made by rule {number}"), generated::group(number))));
    requests.extend(fuzzed_requests(workspace)?);
    Ok(requests)
}

/// The texts of the corpus for comparisons, as `fuzz/src/doors.rs` parts them: behind the byte that chooses options, with
/// a separator between them.
fn fuzzed_requests(workspace: &Workspace) -> Result<Vec<(String, Value)>> {
    let folder = workspace.path("fuzz/corpus/compare");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let request = |file: &Path| -> Result<(String, Value)> {
        let bytes = fs::read(file)?;
        let text = String::from_utf8_lossy(bytes.get(1..).unwrap_or_default()).into_owned();
        let article =
            |(at, text): (usize, &str)| json!({ "id": at.to_string(), "text": text, "published": "2024-02-29" });
        let articles: Vec<Value> = text.split('\u{1e}').enumerate().take(3).map(article).collect();
        Ok((file.display().to_string(), json!({ "articles": articles, "options": { "explain": true } })))
    };
    files.iter().map(|file| request(file)).collect()
}

/// Requests on which a native program and JavaScript are apt to part.
fn awkward_requests() -> Vec<(String, Value)> {
    let article = |id: &str, text: &str| json!({ "id": id, "text": text, "published": "2016-03-31" });
    let story = "Blast in Kelness kills 12\n\nKELNESS, March 31 – A blast killed 12 people on Tuesday, police said.";
    let emoji = story.replace("A blast", "🔥🇫🇷 A cafe\u{301} blast 👩🏽\u{200d}🚒");
    let broken = story.replace('\n', "\r\n").replace("12", "21");
    let escapes = format!("{story} \u{1}\u{8}\u{c}\u{7f}\u{2028}\u{2029}\"\\</script>\u{feff}\u{fffd}\t\u{10ffff}");
    [
        // JavaScript objects put keys that look like array positions first, in the order of numbers.
        ("ids that are numbers", vec![article("10", story), article("b", &broken), article("9", &emoji)]),
        ("ids at the edge of array positions", {
            let ids = ["4294967295", "4294967294", "01", "-1", "0", "a", ""];
            ids.iter().map(|id| article(id, story)).collect()
        }),
        ("ids beyond the basic plane", vec![article("\u{ffee}", story), article("🔥", &broken), article("é", &emoji)]),
        ("emoji and marks", vec![article("a", &emoji), article("b", story)]),
        ("line ends", vec![article("a", &broken), article("b", story)]),
        ("escapes", vec![article("a", &escapes), article("b", story)]),
        ("empty texts", vec![article("a", ""), article("b", " \r\n")]),
        ("one article", vec![article("a", story)]),
        ("another script", vec![article("a", "حريق في المصنع يقتل ١٢ شخصا"), article("b", "工場で火災、12人死亡")]),
    ]
    .into_iter()
    .map(|(name, articles)| (name.to_owned(), json!({ "articles": articles })))
    .collect()
}

fn reports(workspace: &Workspace, mut program: Command, input: &Path, output: &Path) -> Result<Vec<String>> {
    let status = program
        .current_dir(workspace.root())
        .stdin(File::open(input)?)
        .stdout(File::create(output)?)
        .stderr(Stdio::inherit())
        .status()
        .with_context(|| format!("running {program:?}"))?;
    let text = fs::read_to_string(output)?;
    ensure!(status.success(), "{program:?}: {status}\n{}", text.lines().last().unwrap_or_default());
    Ok(text.lines().map(str::to_owned).collect())
}

/// Some characters of both lines around the first byte in which they differ.
fn first_difference(side: &str, native: &str, other: &str) -> String {
    let at = native.bytes().zip(other.bytes()).take_while(|(left, right)| left == right).count();
    let around = |line: &str| {
        let from = line.floor_char_boundary(at.saturating_sub(40));
        let to = line.floor_char_boundary((at + 40).min(line.len()));
        line[from..to].to_owned()
    };
    format!("{side} parts at byte {at}\n       native …{}…\n       there  …{}…", around(native), around(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_shown_with_its_surroundings() {
        let shown = first_difference("wasm", "{\"a\":\"é1\"}", "{\"a\":\"é2\"}");
        assert!(shown.contains("byte 8") && shown.contains("é1") && shown.contains("é2"), "{shown}");
    }
}
