//! Holds the native engine and the wasm package to the same bytes.
//!
//! Both read the same requests: the page's examples, the gold groups when they are there, and requests made to part
//! the two (offsets, escapes, the order of keys in JavaScript objects).

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::command;
use crate::gold;
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// Compares every request on both sides; each request is a test.
///
/// # Errors
/// When one side does not run, or answers too few requests.
pub(crate) fn run(workspace: &Workspace) -> Result<Outcome> {
    let requests = requests(workspace)?;
    let folder = workspace.scratch("parity");
    fs::create_dir_all(&folder)?;
    let input = folder.join("requests.jsonl");
    let lines: Vec<String> = requests.iter().map(|(_, request)| request.to_string()).collect();
    fs::write(&input, lines.join("\n") + "\n")?;

    let mut native = Command::new(command::cargo());
    native.args(["run", "--quiet", "--locked", "--package", "variorum", "--bin", "variorum", "--", "batch"]);
    let mut wasm = Command::new("node");
    wasm.arg(workspace.path("xtask/scripts/wasm-batch.mjs")).arg(workspace.path("pkg/nodejs"));
    let native = reports(workspace, native, &input, &folder.join("native.jsonl"))?;
    let wasm = reports(workspace, wasm, &input, &folder.join("wasm.jsonl"))?;
    for (side, reports) in [("native", &native), ("wasm", &wasm)] {
        ensure!(reports.len() == requests.len(), "{side}: {} reports for {} requests", reports.len(), requests.len());
    }

    let mut failed = 0;
    for ((name, _), (native, wasm)) in requests.iter().zip(native.iter().zip(&wasm)) {
        if native != wasm {
            failed += 1;
            println!("     {name}: {}", first_difference(native, wasm));
        }
    }
    Ok(Outcome::Tests { passed: requests.len() as u32 - failed, failed })
}

/// The requests with their names.
fn requests(workspace: &Workspace) -> Result<Vec<(String, Value)>> {
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
    Ok(requests)
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
fn first_difference(native: &str, wasm: &str) -> String {
    let at = native.bytes().zip(wasm.bytes()).take_while(|(left, right)| left == right).count();
    let around = |line: &str| {
        let from = line.floor_char_boundary(at.saturating_sub(40));
        let to = line.floor_char_boundary((at + 40).min(line.len()));
        line[from..to].to_owned()
    };
    format!("they part at byte {at}\n       native …{}…\n       wasm   …{}…", around(native), around(wasm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_shown_with_its_surroundings() {
        let shown = first_difference("{\"a\":\"é1\"}", "{\"a\":\"é2\"}");
        assert!(shown.contains("byte 8") && shown.contains("é1") && shown.contains("é2"), "{shown}");
    }
}
