//! `cargo xtask train-tagger`: learns the weights of the part-of-speech tagger anew.
//!
//! The work is done by the program `train-tagger` beside this crate, built for release: training does hundreds
//! of millions of additions, which an unoptimised build would stretch to minutes.

use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Hands the arguments on to the program; it prints its table and writes the weights.
///
/// # Errors
/// When cargo cannot be started or the program fails.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "train-tagger", "--"])
        .args(arguments)
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "train-tagger failed ({status})");
    Ok(())
}
