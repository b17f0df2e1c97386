//! The floors: the rates below which a change may not fall, by set, in `tests/specs-floors.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{Set, coverage::FAMILIES, held::Held};

/// Where the floors stand.
pub(crate) const FILE: &str = "tests/specs-floors.toml";

/// Set → lowest rate.
#[derive(Debug)]
pub(crate) struct Floors(BTreeMap<String, f64>);

impl Floors {
    /// # Errors
    /// When the file is missing or malformed.
    pub(crate) fn load(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self(toml::from_str(&text).with_context(|| format!("{} is malformed", path.display()))?))
    }

    /// # Errors
    /// When a floor names a set that does not exist.
    pub(crate) fn check_names(&self, sets: &[Set]) -> Result<()> {
        let is_known =
            |name: &str| sets.iter().any(|set| set.name == name) || FAMILIES.iter().any(|family| family.name == name);
        match self.0.keys().find(|name| !is_known(name)) {
            Some(name) => bail!("{FILE} names the unknown set {name:?}"),
            None => Ok(()),
        }
    }

    /// The floor of a set with its rate, where it has one.
    pub(crate) fn hold(&self, set: &str, rate: Option<f64>) -> Option<Held> {
        self.0.get(set).map(|&floor| Held { name: set.to_owned(), floor, met: rate })
    }
}
