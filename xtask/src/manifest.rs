//! `wasm-pack.toml`: how the engine is packaged, and how large each artefact may be.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::Workspace;

/// The manifest.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// What the package is called.
    pub(crate) package: Package,
    /// The folder of each kind of package: `web`, `bundler`, `nodejs`.
    pub(crate) targets: BTreeMap<String, String>,
    /// How the wasm is made small.
    pub(crate) optimise: Optimise,
    /// How large things may be.
    pub(crate) size: Size,
}

/// How large things may be, in bytes of brotli at its best.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Size {
    /// What a first visit loads until the page stands and the engine runs.
    pub(crate) first_visit: u64,
    /// The same and the engine's tables, without which nothing can be compared.
    pub(crate) first_comparison: u64,
    /// The files with these tables, which come after the first paint, as patterns with `*`.
    pub(crate) tables: Vec<String>,
    /// Files that the page names and loads later, as patterns with `*`.
    #[serde(default)]
    pub(crate) later: Vec<String>,
    /// Parts of it.
    #[serde(default)]
    pub(crate) artefacts: Vec<Artefact>,
}

/// Files that share a budget.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Artefact {
    /// What they are.
    pub(crate) name: String,
    /// A pattern with `*`, below `dist`.
    pub(crate) files: String,
    /// Bytes of brotli that all of them together may have.
    pub(crate) brotli: u64,
}

/// What the package is called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Package {
    /// The npm name, and the stem of the files.
    pub(crate) name: String,
}

/// How the wasm is made small.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Optimise {
    /// Flags of `wasm-opt`.
    pub(crate) wasm_opt: Vec<String>,
}

impl Manifest {
    /// Reads `wasm-pack.toml` at the root.
    ///
    /// # Errors
    /// When it is missing or has another shape.
    pub(crate) fn read(workspace: &Workspace) -> Result<Self> {
        let path = workspace.path("wasm-pack.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("reading {}", path.display()))
    }
}

/// What Cargo.toml says of the crate, for the packages made from it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Crate {
    /// Its version.
    pub(crate) version: String,
    /// What it does, in a line.
    pub(crate) description: String,
    /// Words to find it by.
    pub(crate) keywords: Vec<String>,
}

/// The parts of the root Cargo.toml that chores look at.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct CargoManifest {
    /// The crate `variorum`.
    pub(crate) package: Crate,
    /// What its members share.
    pub(crate) workspace: SharedSettings,
}

/// What members of the workspace share.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct SharedSettings {
    /// The table `[workspace.package]`.
    pub(crate) package: SharedPackage,
}

/// The table `[workspace.package]`.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct SharedPackage {
    /// SPDX expression.
    pub(crate) license: String,
}

impl CargoManifest {
    /// Reads the root Cargo.toml.
    ///
    /// # Errors
    /// When a field named here is missing.
    pub(crate) fn read(workspace: &Workspace) -> Result<Self> {
        let path = workspace.path("Cargo.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("reading {}", path.display()))
    }
}
