//! `cargo xtask spark`: the job of `examples/spark` on a real Apache Spark, on this machine.
//!
//! Java comes from Debian where there is none; Spark comes from PyPI, checked by its hashes, into a virtual environment
//! in the user's cache, which serves every checkout.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::command::{self, Program, advice};
use crate::native::run_tests;
use crate::stamp::hash_of;
use crate::steps::{Outcome, Steps};
use crate::workspace::{Workspace, user_cache};

/// Where the job lies, with its tests and what it needs.
const FOLDER: &str = "examples/spark";

/// What Spark 4 runs on.
const JAVAS: [u32; 2] = [17, 21];

/// Articles of the wire in a quick run and in a full one.
const QUICK: u32 = 500;
const FULL: u32 = 20_000;

/// How the job is tried.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Try it on a wire of 20,000 articles, as docs/scale.md tells it, and not on one of 500; and on real reports,
    /// where ../shared/data/clusters has them.
    #[arg(long)]
    full: bool,
}

/// Sets Spark up, builds the program and runs the job's tests, with their figures.
///
/// # Errors
/// When anything failed.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = Steps::start();
    let _ = run_steps(workspace, &steps, if options.full { FULL } else { QUICK });
    steps.summarise()
}

/// The same at the size that every test run can afford, with the time of each step.
///
/// # Errors
/// When a step failed; it has been shown and counted.
pub(crate) fn quick(workspace: &Workspace, steps: &Steps) -> Result<()> {
    if java().is_none() && !apt::is_debian() {
        return steps.run("Spark job", || Ok(Outcome::LeftOut));
    }
    run_steps(workspace, steps, QUICK)
}

fn run_steps(workspace: &Workspace, steps: &Steps, articles: u32) -> Result<()> {
    steps.run("Java", || set_up_java(workspace))?;
    steps.run("Spark", || set_up_spark(workspace))?;
    steps.run("release build", || build(workspace))?;
    let mut figures = String::new();
    let tested = steps.run("Spark job", || test(workspace, articles, &mut figures));
    print!("{figures}");
    tested
}

/// The Java that `JAVA_HOME` names, or else the one on PATH; none when it is too old or too new for Spark.
fn java() -> Option<PathBuf> {
    let named = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/java"));
    let java = named.filter(|path| path.is_file()).unwrap_or_else(|| PathBuf::from("java"));
    let version = command::answer(&java, &["--version"])?;
    JAVAS.contains(&major(&version)?).then_some(java)
}

/// The major version in what `java --version` prints: "openjdk 17.0.15 2025-04-15".
fn major(version: &str) -> Option<u32> {
    version.split_whitespace().nth(1)?.split('.').next()?.parse().ok()
}

fn set_up_java(workspace: &Workspace) -> Result<Outcome> {
    if java().is_some() {
        return Ok(Outcome::UpToDate);
    }
    if apt::is_debian() {
        apt::install(workspace, "Java for Spark", &["default-jre-headless".to_owned()])?;
    }
    if java().is_some() {
        return Ok(Outcome::Done);
    }
    Err(advice(
        "JAVA_HOME, `java` on PATH, and Debian's packages",
        &format!("Java {} or {}, which Spark runs on", JAVAS[0], JAVAS[1]),
        "install one and set JAVA_HOME to its folder",
    ))
}

/// The virtual environment for what the requirements say now; another when they change.
fn environment(workspace: &Workspace) -> Result<PathBuf> {
    let hash = hash_of(&[&requirements(workspace, "-build"), &requirements(workspace, "")])?;
    Ok(user_cache()?.join(format!("spark-{}", &hash[..12])))
}

fn requirements(workspace: &Workspace, which: &str) -> PathBuf {
    workspace.path(FOLDER).join(format!("requirements{which}.txt"))
}

/// Installs Spark, once for a user: about 430 MB to fetch, and as much on the disk.
fn set_up_spark(workspace: &Workspace) -> Result<Outcome> {
    let folder = environment(workspace)?;
    let complete = folder.join("complete");
    if complete.is_file() {
        return Ok(Outcome::UpToDate);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}, left half made", folder.display()))?;
    }
    let create =
        || Program::new(workspace, "Spark environment", "python3", [Path::new("-m"), "venv".as_ref(), &folder]).run();
    // Debian keeps a part of Python's own tools apart.
    let created = create().or_else(|error| {
        if !apt::is_debian() {
            return Err(error);
        }
        apt::install(workspace, "Python for Spark", &["python3".to_owned(), "python3-venv".to_owned()])?;
        create()
    });
    created.map_err(|error| {
        advice(
            &format!("`python3 -m venv`\n{error:#}"),
            "Python 3.9 or later with its module venv",
            "install both, then this command again",
        )
    })?;
    // Without pip's cache, which would keep the 430 MB twice more.
    for which in ["-build", ""] {
        let file = requirements(workspace, which).to_string_lossy().into_owned();
        let mut arguments = vec!["-m", "pip", "install", "--quiet", "--no-cache-dir", "--no-deps", "--require-hashes"];
        arguments.extend(["--no-build-isolation", "--disable-pip-version-check", "--requirement", &file]);
        Program::new(workspace, "Spark packages", folder.join("bin/python"), arguments).run().map_err(|error| {
            advice(
                &format!("`pip install` of {FOLDER}/requirements{which}.txt\n{error:#}"),
                "the packages that it names",
                "check that pip reaches its registry, then this command again",
            )
        })?;
    }
    fs::write(&complete, "")?;
    Ok(Outcome::Done)
}

fn build(workspace: &Workspace) -> Result<Outcome> {
    let arguments = ["build", "--locked", "--release", "--package", "variorum", "--bin", "variorum"];
    Program::new(workspace, "release build", command::cargo(), arguments).run()?;
    Ok(Outcome::Done)
}

/// Runs the tests; `figures` are the lines that tell what was measured.
fn test(workspace: &Workspace, articles: u32, figures: &mut String) -> Result<Outcome> {
    let Some(java) = java() else { bail!("Java is gone") };
    let tests = workspace.path(FOLDER).join("tests.py").to_string_lossy().into_owned();
    let scratch = workspace.scratch("spark").to_string_lossy().into_owned();
    let count = articles.to_string();
    let mut arguments = vec![&*tests, "--articles", &count, "--scratch", &scratch];
    // Real reports of known events, where somebody keeps them beside the repository.
    let clusters = workspace.path("../shared/data/clusters").to_string_lossy().into_owned();
    if articles == FULL {
        arguments.extend(["--clusters", &clusters]);
    }
    let mut program = Program::new(workspace, "Spark job", environment(workspace)?.join("bin/python"), arguments)
        .env("VARIORUM", workspace.target_dir().join("release/variorum"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    // Spark's scripts look for Java by themselves, and must not find another one.
    if let Some(home) = java.parent().and_then(Path::parent).filter(|home| home.is_dir()) {
        program = program.env("JAVA_HOME", home);
    }
    let tested = run_tests(program);
    let log = fs::read_to_string(workspace.scratch("logs/Spark-job.log")).unwrap_or_default();
    figures.extend(log.lines().filter(|line| line.contains("· ")).map(|line| {
        // The runner of the tests writes the name of the test in front.
        let at = line.find("· ").unwrap_or(0);
        format!("     {}\n", &line[at..])
    }));
    tested
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_java_is_understood() {
        assert_eq!(major("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment"), Some(17));
        assert_eq!(major("java 21 2023-09-19 LTS"), Some(21));
        assert_eq!(major("no such program"), None);
    }
}
