//! The page's packages from npm, and the programs among them.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::command::{self, Program, advice};
use crate::stamp::{Inputs, Stamp};
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// The oldest Node that Vite takes.
const OLDEST_NODE: u32 = 20;

/// Installs what package-lock.json names.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub(crate) fn install(workspace: &Workspace) -> Result<Outcome> {
    let node = node_version()?;
    let inputs = Inputs::default().path(&workspace.path("package-lock.json"))?.text(&node);
    // npm's own note of what it installed stands for the folder, which is too large to read each time.
    let stamp = Stamp::new(workspace, "npm packages", inputs, vec![workspace.path("node_modules/.package-lock.json")]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    Program::new(workspace, "npm packages", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=warn"])
        .run()
        .map_err(|error| {
            advice(
                &format!("`npm ci`\n{error:#}"),
                "the packages of package-lock.json",
                "check that npm reaches its registry (`npm ping`), then this command again",
            )
        })?;
    stamp.record()?;
    Ok(Outcome::Done)
}

/// A program that a package brought, to be run with `arguments`.
pub(crate) fn program(workspace: &Workspace, log: &str, name: &str, arguments: &[&str]) -> Program {
    Program::new(workspace, log, executable(workspace, name), arguments).env("NO_COLOR", "1")
}

/// Builds the page into `dist`.
///
/// # Errors
/// When Vite fails.
pub(crate) fn build_page(workspace: &Workspace) -> Result<Outcome> {
    let mut inputs = Inputs::default();
    for path in ["www", "pkg/web", "package.json", "package-lock.json", "tsconfig.json"] {
        inputs = inputs.path(&workspace.path(path))?;
    }
    let mut configurations: Vec<PathBuf> = fs::read_dir(workspace.root())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("vite.")))
        .collect();
    configurations.sort();
    for path in &configurations {
        inputs = inputs.path(path)?;
    }
    let stamp = Stamp::new(workspace, "page", inputs, vec![workspace.path("dist")]);
    if stamp.is_fresh() {
        return Ok(Outcome::UpToDate);
    }
    program(workspace, "page", "vite", &["build"]).run()?;
    let lesson = ["build", "--config", "vite.lesson.config.js"];
    program(workspace, "lesson in a file", "vite", &[&lesson[..], &["--mode", "player"]].concat()).run()?;
    program(workspace, "page of lessons", "vite", &lesson).run()?;
    program(workspace, "page in frames", "vite", &["build", "--config", "vite.frame.config.js"]).run()?;
    stamp.record()?;
    Ok(Outcome::Done)
}

fn executable(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("node_modules/.bin").join(name)
}

fn node_version() -> Result<String> {
    let wanted = || {
        advice(
            "`node --version` and `npm --version`",
            &format!("Node {OLDEST_NODE} or later, with npm"),
            "install it from https://nodejs.org or by your system's packages, then this command again",
        )
    };
    let version = command::answer("node", &["--version"]).ok_or_else(wanted)?;
    command::answer("npm", &["--version"]).ok_or_else(wanted)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(wanted().context(format!("this machine has Node {version}")));
    }
    Ok(version)
}
