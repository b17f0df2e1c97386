//! `cargo xtask specs` and `cargo xtask plant`: measure the engine from outside.
//!
//! The work is done by the programs `specs` and `plant` beside this crate, since they link the engine.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

/// Hands the arguments on to a program; it prints its table and fails below a floor.
///
/// # Errors
/// When cargo cannot be started or the program fails.
pub(crate) fn run(workspace: &Workspace, program: &str, arguments: &[String]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(workspace.root())
        .args(["run", "--quiet", "--package", "specs", "--bin", program, "--"])
        .args(arguments)
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "{program} failed ({status})");
    Ok(())
}
