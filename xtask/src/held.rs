//! Figures held against their floors, for every command that measures.

use anyhow::{Result, bail};

/// One floor and the figure held against it.
#[derive(Debug, PartialEq)]
pub(crate) struct Held {
    pub(crate) name: String,
    pub(crate) floor: f64,
    /// `None` when nothing was counted.
    pub(crate) met: Option<f64>,
}

impl Held {
    pub(crate) fn is_below(&self) -> bool {
        self.met.is_none_or(|met| met < self.floor)
    }
}

/// Says on standard error which floors of `file` hold, so that standard output is the figures alone.
///
/// # Errors
/// When a figure lies below its floor; the message lists each.
pub(crate) fn verdict(held: &[Held], command: &str, file: &str) -> Result<()> {
    let below: Vec<String> = held
        .iter()
        .filter(|held| held.is_below())
        .map(|held| {
            let met = held.met.map_or_else(|| "nothing shown".to_owned(), |met| format!("{met:.3}"));
            format!("{} is {met}, its floor {:.3}", held.name, held.floor)
        })
        .collect();
    if below.is_empty() {
        eprintln!("{command}: {} floors hold", held.len());
        return Ok(());
    }
    bail!("{} of {} floors of {file} do not hold:\n  {}", below.len(), held.len(), below.join("\n  "))
}
