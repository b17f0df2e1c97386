//! What a step was made from, as a hash, so that a second run can tell that nothing changed.
//!
//! Times of files say little after a checkout or a copy, so contents are hashed: the inputs with every setting
//! that matters, and the outputs too, which notices a folder that was emptied or edited by hand.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

/// The inputs of a step, hashed as they are named.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inputs(Sha256);

impl Inputs {
    /// A setting, a version, a command line: anything that is no file.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
        self
    }

    /// A file or a whole folder; one that is missing counts as such.
    ///
    /// # Errors
    /// When something there cannot be read.
    pub(crate) fn path(mut self, path: &Path) -> Result<Self> {
        self.0.update(hash_tree(path)?);
        Ok(self)
    }

    fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The memory of one step.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    inputs: String,
    outputs: Vec<PathBuf>,
}

impl Stamp {
    /// The stamp of step `name`, which makes `outputs` from `inputs`.
    pub(crate) fn new(workspace: &Workspace, name: &str, inputs: Inputs, outputs: Vec<PathBuf>) -> Self {
        let file = workspace.scratch("stamps").join(name.replace([' ', '/'], "-"));
        Self { file, inputs: inputs.finish(), outputs }
    }

    /// Whether the step was done with these inputs, and what it made is still there as it was.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file)
            .is_ok_and(|recorded| self.line().is_ok_and(|line| line == recorded) && self.outputs_exist())
    }

    /// Remembers that the step has just been done.
    ///
    /// # Errors
    /// When the stamp cannot be written or an output cannot be read.
    pub(crate) fn record(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, self.line()?).with_context(|| format!("writing {}", self.file.display()))
    }

    fn outputs_exist(&self) -> bool {
        self.outputs.iter().all(|output| output.exists())
    }

    fn line(&self) -> Result<String> {
        let mut outputs = Sha256::new();
        for output in &self.outputs {
            outputs.update(hash_tree(output)?);
        }
        Ok(format!("inputs {}\noutputs {}\n", self.inputs, hex(&outputs.finalize())))
    }
}

/// Files longer than this, in bytes, are known by their length alone. Only programs are: the stamp of one names its
/// sources as inputs, and reading a hundred megabytes would take longer than the steps that it saves.
const MAX_HASHED_BYTES: u64 = 16 << 20;

/// The hash of a file's content, or of the names and contents below a folder in the order of names.
fn hash_tree(path: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    if path.is_dir() {
        let mut names = fs::read_dir(path)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.sort_unstable();
        for name in names {
            hash.update(name.as_encoded_bytes());
            hash.update([0]);
            hash.update(hash_tree(&path.join(name))?);
        }
    } else if let Ok(metadata) = fs::metadata(path)
        && metadata.len() > MAX_HASHED_BYTES
    {
        hash.update(metadata.len().to_le_bytes());
    } else if path.exists() {
        hash.update(fs::read(path).with_context(|| format!("reading {}", path.display()))?);
    } else {
        hash.update([1]);
    }
    Ok(hex(&hash.finalize()))
}

/// The hash of some files together, as a name for what is made of them.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn hash_of(files: &[&Path]) -> Result<String> {
    Ok(files.iter().try_fold(Inputs::default(), |inputs, file| inputs.path(file))?.finish())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("variorum-stamp-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_changed_byte_changes_the_hash_of_the_folder() {
        let folder = scratch("byte");
        fs::write(folder.join("a"), "12").unwrap();
        let before = hash_tree(&folder).unwrap();
        fs::write(folder.join("a"), "21").unwrap();
        assert_ne!(before, hash_tree(&folder).unwrap());
        fs::write(folder.join("a"), "12").unwrap();
        assert_eq!(before, hash_tree(&folder).unwrap());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_empty_file_differs_from_none() {
        let folder = scratch("empty");
        let before = hash_tree(&folder.join("a")).unwrap();
        fs::write(folder.join("a"), "").unwrap();
        assert_ne!(before, hash_tree(&folder.join("a")).unwrap());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn texts_do_not_run_together() {
        let split = Inputs::default().text("ab").text("c").finish();
        assert_ne!(split, Inputs::default().text("a").text("bc").finish());
    }
}
