//! `cargo xtask plant`: changes one thing in a copy of a report and sees whether the comparison finds it.
//!
//! Each report of the gold groups is copied, and one number, date, name, place, negation or quoted word of the copy is
//! changed. A change counts as found when a conflict is shown that has the changed words on one side or the other; any
//! other conflict is false, since all else is the same. The seed decides what is changed, so a run can be repeated.
//!
//! One table comes out: for each sort the changes, those found, the copies with false conflicts, and the two rates,
//! which are held against `tests/planted-floors.toml`.

mod change;
#[path = "../../../../src/held.rs"]
mod held;

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Parser;
use variorum::report::{ArticleInput, Finding, Relation, Request};

use change::{Chance, Planted, Sort};
use held::Held;

const FLOORS: &str = "tests/planted-floors.toml";

/// Changes one thing in copies of reports and sees whether it is found.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask plant")]
struct Options {
    /// Folders of gold groups [default: tests/gold/written and tests/gold/held-out].
    #[arg(long, value_name = "DIR")]
    gold: Vec<PathBuf>,
    /// What the generator starts from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Changes of each sort in each report.
    #[arg(long, default_value_t = 1)]
    copies: usize,
    /// Take every so many-th report only.
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// List every change that is not found and every false conflict.
    #[arg(long)]
    errors: bool,
}

/// What came of the changes of one sort.
#[derive(Debug, Default)]
struct Tally {
    planted: usize,
    found: usize,
    /// Copies without a false conflict.
    clean: usize,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plant: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let folders = if options.gold.is_empty() {
        vec![PathBuf::from("tests/gold/written"), PathBuf::from("tests/gold/held-out")]
    } else {
        options.gold.clone()
    };
    let reports = reports(&folders)?;
    ensure!(!reports.is_empty(), "no reports in {folders:?}: name a folder of gold groups");
    let mut tallies: BTreeMap<Sort, Tally> = BTreeMap::new();
    let mut chance = Chance(options.seed);
    for report in reports.iter().step_by(options.every.max(1)) {
        for sort in Sort::ALL {
            for _ in 0..options.copies {
                if let Some(planted) = change::plant(&report.text, sort, &mut chance) {
                    count(report, sort, &planted, options.errors, tallies.entry(sort).or_default())?;
                }
            }
        }
    }
    println!("seed {}, {} reports", options.seed, reports.len().div_ceil(options.every.max(1)));
    println!("{:<10} {:>8} {:>6} {:>6} {:>6} {:>6}", "change", "planted", "found", "rate", "clean", "rate");
    let floors = fs::read_to_string(FLOORS).with_context(|| format!("{FLOORS} cannot be read"))?;
    let floors: BTreeMap<String, f64> = toml::from_str(&floors).with_context(|| format!("{FLOORS} is malformed"))?;
    let mut held = Vec::new();
    for (sort, tally) in &tallies {
        let (found, clean) = (rate(tally.found, tally.planted), rate(tally.clean, tally.planted));
        println!(
            "{:<10} {:>8} {:>6} {found:>6.3} {:>6} {clean:>6.3}",
            sort.name(),
            tally.planted,
            tally.found,
            tally.clean
        );
        for (measure, met) in [("found", found), ("clean", clean)] {
            let name = format!("{}-{measure}", sort.name());
            held.extend(floors.get(&name).map(|&floor| Held { name, floor, met: Some(met) }));
        }
    }
    ensure!(held.len() == floors.len(), "{FLOORS} names a rate that was not measured");
    held::verdict(&held, "plant", FLOORS)
}

#[expect(clippy::float_arithmetic, reason = "a figure for people; nothing is decided by its last digit")]
fn rate(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The reports of the groups below some folders, in order.
fn reports(folders: &[PathBuf]) -> Result<Vec<ArticleInput>> {
    let mut reports = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        let mut groups: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        groups.sort();
        for group in groups {
            let description = group.join("gold.json");
            if description.is_file() {
                reports.extend(group_reports(&group, &description)?);
            }
        }
    }
    Ok(reports)
}

fn group_reports(group: &Path, description: &Path) -> Result<Vec<ArticleInput>> {
    let json = fs::read_to_string(description)?;
    let json: serde_json::Value =
        serde_json::from_str(&json).with_context(|| format!("{} is malformed", description.display()))?;
    let articles = json["articles"].as_array().ok_or_else(|| anyhow!("{} has no articles", description.display()))?;
    let report = |article: &serde_json::Value| {
        let file = article["file"].as_str().ok_or_else(|| anyhow!("{} has no file", description.display()))?;
        let text = fs::read_to_string(group.join(file)).with_context(|| format!("{file} cannot be read"))?;
        let published = article["published"].as_str().map(str::to_owned);
        Ok(ArticleInput { id: group.join(file).display().to_string(), text, published, ..ArticleInput::default() })
    };
    articles.iter().map(report).collect()
}

/// Compares a report with its changed copy and counts what is found.
fn count(report: &ArticleInput, sort: Sort, planted: &Planted, tell: bool, tally: &mut Tally) -> Result<()> {
    let original = ArticleInput { id: "a".to_owned(), ..report.clone() };
    let copy = ArticleInput { id: "b".to_owned(), text: planted.text.clone(), ..report.clone() };
    let request = Request { articles: vec![original, copy], options: None };
    let compared = variorum::compare(&request).map_err(|error| anyhow!("{}: {error}", report.id))?;
    let (there, here) = (units(&report.text, &planted.there), units(&planted.text, &planted.here));
    let conflicts: Vec<&Finding> =
        compared.findings.iter().filter(|finding| finding.relation == Relation::Conflict).collect();
    let is_planted = |finding: &&&Finding| {
        finding.readings.iter().any(|reading| {
            let place = if reading.article == "a" { &there } else { &here };
            (reading.start as usize) < place.end && place.start < reading.end as usize
        })
    };
    let is_found = conflicts.iter().any(|finding| is_planted(&finding));
    let is_clean = conflicts.iter().all(|finding| is_planted(&finding));
    tally.planted += 1;
    tally.found += usize::from(is_found);
    tally.clean += usize::from(is_clean);
    if tell && !(is_found && is_clean) {
        let line = report.text[..planted.there.start].rfind('\n').map_or(0, |at| at + 1);
        let from =
            planted.text[line..planted.here.start].char_indices().rev().nth(59).map_or(line, |(at, _)| line + at);
        let rest = &planted.text[planted.here.end..];
        let to =
            rest.char_indices().nth(60).map_or(rest.len(), |(at, _)| at).min(rest.find('\n').unwrap_or(rest.len()));
        println!(
            "{} · {} · {}[{} → {}]{}",
            report.id,
            sort.name(),
            &planted.text[from..planted.here.start],
            &report.text[planted.there.clone()],
            &planted.text[planted.here.clone()],
            &rest[..to]
        );
        for finding in conflicts.iter().filter(|finding| !is_planted(finding)) {
            let readings: Vec<String> =
                finding.readings.iter().map(|reading| format!("{} {:?}", reading.article, reading.text)).collect();
            println!("    false: {} ({})", finding.label, readings.join(", "));
        }
    }
    Ok(())
}

/// A range of bytes in UTF-16 code units, in which a report's readings are placed.
fn units(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let count = |end: usize| text[..end].encode_utf16().count();
    count(bytes.start)..count(bytes.end)
}
