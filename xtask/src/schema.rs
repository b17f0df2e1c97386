//! `cargo xtask schema`: writes the JSON Schemas that the npm package carries.
//!
//! They are made from `src/report/model.rs` by the program `variorum`, and `tests/schema.rs` holds them to it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::cargo;
use crate::workspace::Workspace;

/// Where they stand.
const FOLDER: &str = "www/package/schema";

/// What has one.
const SHAPES: [&str; 3] = ["report", "request", "facts"];

/// Builds the program and lets it write each.
///
/// # Errors
/// When cargo cannot be started, the program fails, or a file cannot be written.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    for shape in SHAPES {
        let output = Command::new(cargo())
            .current_dir(workspace.root())
            .args(["run", "--quiet", "--package", "variorum", "--", "schema", shape])
            .output()
            .context("cannot start cargo")?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let file = workspace.path(FOLDER).join(format!("{shape}.schema.json"));
        fs::write(&file, output.stdout).with_context(|| format!("writing {}", file.display()))?;
        println!("{}", file.display());
    }
    Ok(())
}
