//! `cargo xtask specs`: measures single readings against published specifications of what a text means.
//!
//! The specifications (Recognizers-Text, Duckling, chrono, pySBD) are files of JSON Lines, one case a line: a text,
//! and what is to be found in it. They are third-party data and no part of the project; without them the command
//! says so and does nothing. Each family of readings has its own file, which lists its [`Set`]s and says when a case
//! passes; a new family adds its `sets()` to [`families`].
//!
//! Last comes how much of what people annotated in the gold groups a mention covers ([`coverage`]).
//!
//! One table comes out: a line a set, with the cases counted, those that pass, the rate, and what the rate must be
//! and shall be. The command fails when a rate lies below its floor in `tests/specs-floors.toml`. Cases whose own
//! convention differs from that of news on purpose stand with the reason in `tests/specs-excluded.txt` and are not
//! counted; [`excluded`] holds them to a twentieth of each set.

mod cases;
mod coverage;
mod excluded;
mod floors;
#[path = "../../src/gold/set.rs"]
#[expect(dead_code, reason = "the scorer of the gold groups reads the rest")]
mod gold;
#[path = "../../src/held.rs"]
mod held;
mod numbers;
mod sentences;
mod times;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Parser;

use cases::Case;
use excluded::Excluded;
use floors::Floors;

/// Measures single readings against published specifications.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask specs")]
struct Options {
    /// Folder of the specifications [default: ../shared/data/specs, where it exists].
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
    /// Folder of the gold groups [default: ../shared/gold, where it exists].
    #[arg(long, value_name = "DIR")]
    gold: Option<PathBuf>,
    /// List every case that fails, with what is wanted and what is found.
    #[arg(long)]
    errors: bool,
    /// Measure the sets alone whose name contains this.
    #[arg(long, value_name = "SET")]
    only: Option<String>,
}

/// Cases of one sort with the reading that is measured on them.
struct Set {
    /// Its name in the table, the floors and the list of what is left out.
    name: &'static str,
    /// The file that it is taken from.
    file: &'static str,
    /// Which cases of the file belong to it.
    holds: fn(&Case) -> bool,
    /// What one case expects and what the engine reads.
    check: fn(&Case) -> Outcome,
    /// The rate below which the engine is not good enough.
    must: f64,
    /// The rate to work for.
    aim: f64,
}

/// How a case ended.
struct Outcome {
    passed: bool,
    /// What the specification wants, in the notation of the reading.
    wanted: Vec<String>,
    found: Vec<String>,
}

impl Outcome {
    /// Passes when exactly what is wanted is found, in order.
    fn of(wanted: Vec<String>, found: Vec<String>) -> Self {
        Self { passed: wanted == found, wanted, found }
    }
}

/// The sets of every family, in the order of the table.
fn families() -> Vec<Set> {
    [numbers::sets(), sentences::sets(), times::sets()].into_iter().flatten().collect()
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("specs: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let folder = options.specs.clone().unwrap_or_else(|| PathBuf::from("../shared/data/specs"));
    if !folder.is_dir() {
        if options.specs.is_some() {
            bail!("{} is not a folder: name one that holds the specifications", folder.display());
        }
        println!("specs: none at ../shared/data/specs, nothing to measure (--specs DIR names another folder)");
        return Ok(());
    }
    let sets = families();
    let excluded = Excluded::load(Path::new("tests/specs-excluded.txt"))?;
    let floors = Floors::load(Path::new("tests/specs-floors.toml"))?;
    floors.check_names(&sets)?;
    excluded.check_names(&sets)?;
    let mut files: BTreeMap<&str, Vec<Case>> = BTreeMap::new();
    let mut held = Vec::new();
    println!("{:<28} {:>6} {:>7} {:>7} {:>6} {:>6}   left out", "set", "cases", "passed", "rate", "must", "aim");
    for set in &sets {
        if options.only.as_ref().is_some_and(|part| !set.name.contains(part)) {
            continue;
        }
        if !files.contains_key(set.file) {
            files.insert(set.file, cases::load(&folder.join(set.file))?);
        }
        let all: Vec<&Case> = files[set.file].iter().filter(|case| (set.holds)(case)).collect();
        let counted = excluded.leave_out(set.name, &all)?;
        let passed: Vec<bool> = counted.iter().map(|case| check(set, case, options.errors)).collect();
        let goals = format!("{:>6} {:>6}   {}", set.must, set.aim, all.len() - counted.len());
        let rate = row(set.name, passed.len(), passed.iter().filter(|passed| **passed).count(), &goals);
        // A set of several parts is shown by part as well.
        let mut parts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (case, passed) in counted.iter().zip(passed) {
            let part = parts.entry(&case.spec).or_default();
            *part = (part.0 + 1, part.1 + usize::from(passed));
        }
        for (part, (cases, passed)) in parts.iter().filter(|_| parts.len() > 1) {
            row(&format!("  {part}"), *cases, *passed, "");
        }
        held.extend(floors.hold(set.name, rate));
    }
    held.extend(cover(options, &floors)?);
    held::verdict(&held, "specs", floors::FILE)
}

/// Prints the coverage of the gold groups, where they are.
fn cover(options: &Options, floors: &Floors) -> Result<Vec<held::Held>> {
    let wanted = |name: &str| options.only.as_ref().is_none_or(|part| name.contains(part.as_str()));
    let folder = options.gold.clone().unwrap_or_else(|| PathBuf::from("../shared/gold"));
    if !folder.is_dir() || !coverage::FAMILIES.iter().any(|family| wanted(family.name)) {
        return Ok(Vec::new());
    }
    let mut held = Vec::new();
    for (family, found) in
        coverage::FAMILIES.iter().zip(coverage::measure(&folder, |name| options.errors && wanted(name))?)
    {
        if wanted(family.name) {
            let rate = row(family.name, found.phrases, found.covered, &format!("{:>6} {:>6}", family.must, family.aim));
            held.extend(floors.hold(family.name, rate));
        }
    }
    Ok(held)
}

/// Prints one line of the table, which ends in what the rate must be and shall be; the rate.
#[expect(clippy::float_arithmetic, reason = "a figure for people; nothing is decided by its last digit")]
fn row(name: &str, cases: usize, passed: usize, goals: &str) -> Option<f64> {
    let rate = (cases > 0).then(|| passed as f64 / cases as f64);
    let shown = rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.3}"));
    println!("{name:<28} {cases:>6} {passed:>7} {shown:>7} {goals}");
    rate
}

/// Whether a case passes; one that does not is told when asked for.
fn check(set: &Set, case: &Case, tell: bool) -> bool {
    let outcome = (set.check)(case);
    if !outcome.passed && tell {
        println!("  {} {:?}", case.id, case.text);
        println!("    wanted {}", list(&outcome.wanted));
        println!("    found  {}", list(&outcome.found));
    }
    outcome.passed
}

fn list(readings: &[String]) -> String {
    if readings.is_empty() { "nothing".to_owned() } else { readings.join(" · ") }
}
