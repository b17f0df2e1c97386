//! `cargo xtask specs`: measures the engine's readings against published specifications.
//!
//! The work is done by the program `specs` beside this crate, since it links the engine.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

/// Hands the arguments on to the program; it prints its table and fails below a floor.
///
/// # Errors
/// When cargo cannot be started or the program fails.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(workspace.root())
        .args(["run", "--quiet", "--package", "specs", "--"])
        .args(arguments)
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "specs failed ({status})");
    Ok(())
}
