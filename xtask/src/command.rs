//! Runs other programs: keeps what they say in a log, and shows its end when they fail.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::workspace::Workspace;

/// How many lines of a failed program's log are shown.
const SHOWN_LINES: usize = 100;

/// Environment variables that cargo and rustup set for what they run, and that would bend another compiler.
const COMPILER_VARIABLES: &[&str] = &[
    "CARGO",
    "CARGO_BUILD_RUSTC",
    "CARGO_BUILD_RUSTC_WRAPPER",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_TARGET_DIR",
    "LD_LIBRARY_PATH",
    "RUSTC",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOC",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
    "RUST_RECURSION_COUNT",
];

/// A program to run, with where its words go.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    shown: String,
    log: PathBuf,
}

impl Program {
    /// `program` with `arguments`, started in the root; its output goes to the log `name`.
    pub(crate) fn new<A: AsRef<OsStr>>(
        workspace: &Workspace,
        name: &str,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let mut command = Command::new(&program);
        let mut shown = program.as_ref().to_string_lossy().into_owned();
        for argument in arguments {
            shown.push(' ');
            shown.push_str(&argument.as_ref().to_string_lossy());
            command.arg(argument);
        }
        command.current_dir(workspace.root()).stdin(Stdio::null());
        let log = workspace.scratch("logs").join(format!("{}.log", name.replace([' ', '/'], "-")));
        Self { command, shown, log }
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts in `folder` instead of the root.
    pub(crate) fn current_dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Removes what cargo and rustup left in the environment, for a build by another compiler.
    pub(crate) fn without_compiler_variables(mut self) -> Self {
        for name in COMPILER_VARIABLES {
            self.command.env_remove(name);
        }
        self
    }

    /// Runs to the end and returns all that was written, to both streams in the order of writing.
    ///
    /// # Errors
    /// When the program is missing, or ends with anything but success; the message holds the end of its log.
    pub(crate) fn run(self) -> Result<String> {
        let log = self.log.clone();
        let (succeeded, output) = self.run_to_end()?;
        if succeeded {
            return Ok(output);
        }
        bail!("{}\n  the whole log: {}", tail(&output), log.display())
    }

    /// Runs to the end and returns whether it succeeded, with all that was written.
    ///
    /// # Errors
    /// When the program is missing or the log cannot be written.
    pub(crate) fn run_to_end(mut self) -> Result<(bool, String)> {
        if let Some(folder) = self.log.parent() {
            fs::create_dir_all(folder)?;
        }
        let log = File::create(&self.log).with_context(|| format!("writing {}", self.log.display()))?;
        let status = self.command.stdout(log.try_clone()?).stderr(log).status().map_err(|error| {
            let program = self.shown.split(' ').next().unwrap_or_default();
            match error.kind() {
                ErrorKind::NotFound => anyhow!("tried `{}`: this machine has no `{program}`", self.shown),
                _ => anyhow!("tried `{}`: {error}", self.shown),
            }
        })?;
        let output = String::from_utf8_lossy(&fs::read(&self.log)?).into_owned();
        if status.success() {
            return Ok((true, output));
        }
        Ok((false, format!("{output}\ntried `{}`: {status}", self.shown)))
    }
}

/// What a short command prints, without the white space around it; `None` when it is missing or fails.
pub(crate) fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// A message that says what was tried, what the machine lacks, and what to do about it.
pub(crate) fn advice(tried: &str, lacks: &str, remedy: &str) -> anyhow::Error {
    anyhow!("tried:   {tried}\nlacking: {lacks}\ndo:      {remedy}")
}

/// The last lines of a log.
pub(crate) fn tail(log: &str) -> String {
    let lines: Vec<&str> = log.trim_end().lines().collect();
    lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_of_a_long_log_is_its_last_lines() {
        let log: String = (0..150).map(|line| format!("line {line}\n")).collect();
        let shown = tail(&log);
        assert!(shown.starts_with("line 50\n") && shown.ends_with("line 149"), "{shown}");
    }

    #[test]
    fn a_missing_command_has_no_answer() {
        assert_eq!(answer("no-such-program-here", &["--version"]), None);
    }
}
