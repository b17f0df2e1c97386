//! Where things are: the root, the folder for logs and stamps, the user's cache.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that chores work in.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this program was compiled from, or the folder that `VARIORUM_ROOT` names.
    ///
    /// # Errors
    /// When the folder holds no `wasm-pack.toml`, as after the checkout was moved.
    pub(crate) fn find() -> Result<Self> {
        let compiled_in = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf);
        let root = env::var_os("VARIORUM_ROOT").map(PathBuf::from).or(compiled_in).context("no root folder")?;
        anyhow::ensure!(
            root.join("wasm-pack.toml").is_file(),
            "{} is not the root of the workspace: run `cargo xtask` from inside the checkout",
            root.display()
        );
        Ok(Self { root })
    }

    /// The folder of the root `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where cargo puts native builds: `CARGO_TARGET_DIR` or `target`.
    pub(crate) fn target_dir(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |dir| self.root.join(dir))
    }

    /// Where chores keep what they made and what they said.
    pub(crate) fn scratch(&self, relative: &str) -> PathBuf {
        self.target_dir().join("xtask").join(relative)
    }

    /// Where the wasm builds go: apart, because they may come from another compiler.
    pub(crate) fn wasm_target_dir(&self) -> PathBuf {
        self.target_dir().join("wasm")
    }
}

/// The folder for what is made once for a user and serves every checkout: `$XDG_CACHE_HOME/variorum`.
///
/// # Errors
/// When neither `XDG_CACHE_HOME` nor `HOME` is set.
pub(crate) fn user_cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set: set one, for files that are made once")?;
    Ok(base.join("variorum"))
}
