//! `cargo xtask gold`: compares the gold groups and scores the reports against what people found in them.
//!
//! Builds the command line, sends every group through `variorum batch`, prints one table a set and ends with an
//! error when a figure lies below its floor in `tests/gold-floors.toml`.

mod floors;
mod measures;
mod score;
mod set;
mod table;

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Parser;

use floors::Floors;
use score::{Report, Tally};
use set::{Group, KINDS};

use crate::held;
use crate::workspace::Workspace;

/// Scores reports against the gold sets.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask gold", no_binary_name = true)]
struct Options {
    /// Folder of the sets; each set is a folder of groups [default: tests/gold, and ../shared/gold where it exists].
    #[arg(long, value_name = "DIR")]
    gold: Option<PathBuf>,
    /// List every miss and false alarm with its text.
    #[arg(long)]
    errors: bool,
    /// Print precision and recall by kind as well.
    #[arg(long)]
    kinds: bool,
    /// Count gold facts and findings of these kinds alone, such as count,money,percent,measure,time.
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = KINDS)]
    only_kinds: Option<Vec<String>>,
    /// Print the figures of each set as JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// Score this command in place of `variorum batch`: JSON Lines of requests in, of reports out, in order. Its
    /// words are parted by blanks.
    #[arg(long, value_name = "COMMAND")]
    run: Option<String>,
}

/// Runs the command with the arguments that stand behind its name.
///
/// # Errors
/// When the options, the sets or the reports cannot be read, or a figure lies below its floor.
pub(crate) fn run(workspace: &Workspace, arguments: impl IntoIterator<Item = String>) -> Result<()> {
    let options = match Options::try_parse_from(arguments) {
        Ok(options) => options,
        Err(told) if !told.use_stderr() => return Ok(told.print()?), // --help
        Err(fault) => bail!("{}", fault.render()),
    };
    let sets = set::load(&folders(workspace.root(), options.gold.clone())?)?;
    if sets.is_empty() {
        bail!("there is no gold.json: name a folder of gold groups with --gold");
    }
    let floors = Floors::load(&workspace.path("tests/gold-floors.toml"))?;
    let command = match &options.run {
        Some(command) => command.split_whitespace().map(str::to_owned).collect(),
        None => vec![build(workspace.root())?, "batch".to_owned()],
    };

    let (mut held, mut json) = (Vec::new(), BTreeMap::new());
    for (name, groups) in &sets {
        let (reports, spent) = compare(&command, groups).with_context(|| format!("set {name}"))?;
        let count = |kinds: Option<&[String]>| {
            let mut tally = Tally::default();
            for (group, report) in groups.iter().zip(&reports) {
                tally.add(group, report, kinds);
            }
            tally
        };
        let tally = count(options.only_kinds.as_deref());
        if options.json {
            let mut figures = table::json(&tally);
            figures["groups"] = groups.len().into();
            json.insert(name, figures);
        } else {
            print_set(&options, name, groups.len(), spent, &tally);
        }
        held.extend(floors.hold(name, count)?);
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&json)?);
    }
    held::verdict(&held, "gold", "tests/gold-floors.toml")
}

fn print_set(options: &Options, name: &str, groups: usize, spent: Duration, tally: &Tally) {
    if options.errors {
        println!("{}\n", tally.errors.join("\n"));
    }
    let scope = options.only_kinds.as_ref().map_or_else(String::new, |kinds| format!(" · only {}", kinds.join(", ")));
    println!("{name} · {groups} groups, {:.2} s in the command{scope}", spent.as_secs_f64());
    println!("{}", table::scores(tally));
    if options.kinds {
        println!("{}", table::kinds(tally));
    }
}

/// The requests of all gold groups with their names.
///
/// The folder is the one that `VARIORUM_GOLD` names; without it they are those that [`run`] scores.
///
/// # Errors
/// When a group cannot be read.
pub(crate) fn requests(root: &Path) -> Result<Vec<(String, serde_json::Value)>> {
    let named = env::var_os("VARIORUM_GOLD").map(PathBuf::from);
    let groups = set::load(&folders(root, named)?)?.into_values().flatten();
    Ok(groups.map(|group| (group.id.clone(), group.request())).collect())
}

/// Where the sets lie: in the named folder alone, or in the repository and, for texts that belong to newspapers and
/// cannot lie there, beside it.
fn folders(root: &Path, named: Option<PathBuf>) -> Result<Vec<PathBuf>> {
    match named {
        Some(folder) if !folder.is_dir() => {
            bail!("{} is not a folder: name one that holds gold groups", folder.display())
        }
        Some(folder) => Ok(vec![folder]),
        None => {
            let beside = root.join("../shared/gold");
            Ok([root.join("tests/gold")].into_iter().chain(beside.is_dir().then_some(beside)).collect())
        }
    }
}

/// Builds the command line and returns its path.
fn build(root: &Path) -> Result<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--release", "--quiet", "--bin", "variorum", "--message-format", "json-render-diagnostics"])
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !built.status.success() {
        bail!("the command line does not build: see above");
    }
    String::from_utf8_lossy(&built.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|message| message.get("executable")?.as_str().map(str::to_owned))
        .next_back()
        .context("cargo built no executable")
}

/// Sends the groups through the command and returns the reports in order, with the time that took.
fn compare(command: &[String], groups: &[Group]) -> Result<(Vec<Report>, Duration)> {
    let (program, arguments) = command.split_first().context("--run names no command")?;
    let mut input = String::new();
    for group in groups {
        input += &serde_json::to_string(&group.request())?;
        input.push('\n');
    }
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be run"))?;
    let mut stdin = child.stdin.take().context("standard input is piped")?;
    let stdout = child.stdout.take().context("standard output is piped")?;
    // Another thread writes, or both ends could wait for the other's pipe to drain. A command that stops reading
    // early is noticed by the reports that are then missing.
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let mut reports = Vec::new();
    for line in BufReader::new(stdout).lines() {
        let line = line.context("a report is not UTF-8")?;
        let id = groups.get(reports.len()).map_or("a report too many", |group| group.id.as_str());
        reports.push(read_report(&line).with_context(|| id.to_owned())?);
    }
    let status = child.wait()?;
    let written = writer.join();
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    if reports.len() != groups.len() || !matches!(written, Ok(Ok(()))) {
        bail!("{program} gave {} reports for {} requests", reports.len(), groups.len());
    }
    Ok((reports, start.elapsed()))
}

fn read_report(line: &str) -> Result<Report> {
    let value: serde_json::Value = serde_json::from_str(line)?;
    if let Some(error) = value.get("error") {
        bail!("the request was refused: {error}");
    }
    Ok(serde_json::from_value(value)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_report_is_not_scored_as_an_empty_one() {
        assert!(read_report(r#"{"stories": [["a"]], "findings": [], "only": [], "version": 1}"#).is_ok());
        let fault = |line: &str| format!("{:#}", read_report(line).unwrap_err());
        assert!(fault(r#"{"error": {"line": 1, "code": "no-article"}}"#).starts_with("the request was refused: {"));
        assert!(fault(r#"{"articles": []}"#).contains("missing field"));
        assert!(fault("").contains("EOF"));
    }

    #[test]
    fn a_command_that_answers_too_little_is_noticed() {
        let group = Group { id: "g".to_owned(), articles: vec![], stories: vec![], facts: vec![], only: vec![] };
        let fault = compare(&["true".to_owned()], std::slice::from_ref(&group)).unwrap_err();
        assert_eq!(fault.to_string(), "true gave 0 reports for 1 requests");
        assert!(compare(&["false".to_owned()], &[group]).unwrap_err().to_string().starts_with("false ended with"));
    }
}
