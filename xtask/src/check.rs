//! `cargo xtask check`: what can be said about a change within seconds.

use anyhow::Result;

use crate::dependencies;
use crate::native;
use crate::steps::Steps;
use crate::tidy;
use crate::workspace::Workspace;

/// Checks formatting, house rules, dependencies, lints and unit tests; goes on after a failure.
///
/// # Errors
/// When anything failed.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let steps = Steps::start();
    // Each failure has been shown by its step; the summary turns them into the exit status.
    let _ = steps.run("formatting", || native::formatting(workspace));
    let _ = steps.run("house rules", || tidy::check(workspace));
    let _ = steps.run("dependencies", || dependencies::check(workspace));
    let _ = steps.run("clippy", || native::clippy(workspace));
    let _ = steps.run("unit tests", || native::unit_tests(workspace));
    steps.summarise()
}
