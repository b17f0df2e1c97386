//! The floors: the figures below which a change may not fall.
//!
//! `tests/gold-floors.toml` names scopes, each a list of kinds, and floors by set, scope, row and measure. A
//! scope lets the kinds that are read well be held to more than the rest.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::measures::named;
use super::score::Tally;
use super::set::KINDS;
use crate::held::Held;

/// The scope that counts every kind; it needs no entry.
const ALL: &str = "all";

/// Measure (`precision`, `recall`, `f1`, `accuracy`) → lowest value.
type Measures = BTreeMap<String, f64>;

/// The floors file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Floors {
    /// Scope → the kinds that it counts.
    #[serde(default)]
    scopes: BTreeMap<String, Vec<String>>,
    /// Set → scope → row (`conflict`, `only`, `stories` …) → measure → lowest value.
    #[serde(default)]
    floors: BTreeMap<String, BTreeMap<String, BTreeMap<String, Measures>>>,
}

impl Floors {
    /// # Errors
    /// When the file is missing or malformed, or names an unknown scope or kind.
    pub(super) fn load(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is malformed", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let floors: Self = toml::from_str(text)?;
        for (scope, kinds) in &floors.scopes {
            if let Some(kind) = kinds.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
                bail!("scope {scope:?} has the unknown kind {kind:?}; kinds are {}", KINDS.join(", "));
            }
        }
        for scope in floors.floors.values().flat_map(BTreeMap::keys) {
            if scope != ALL && !floors.scopes.contains_key(scope) {
                bail!("scope {scope:?} is not listed under [scopes]");
            }
        }
        Ok(floors)
    }

    /// Holds one set against its floors; `tally` scores the set for some kinds, or for all.
    ///
    /// # Errors
    /// When a floor names a row or a measure that does not exist.
    pub(super) fn hold(&self, set: &str, mut tally: impl FnMut(Option<&[String]>) -> Tally) -> Result<Vec<Held>> {
        let mut held = Vec::new();
        for (scope, rows) in self.floors.get(set).into_iter().flatten() {
            let counted = tally(self.scopes.get(scope).map(Vec::as_slice));
            for (row, measures) in rows {
                for (measure, floor) in measures {
                    let name = format!("{set}.{scope}.{row}.{measure}");
                    let Some(met) = named(&counted, row, measure) else { bail!("there is no measure {name}") };
                    held.push(Held { name, floor: *floor, met });
                }
            }
        }
        Ok(held)
    }
}

#[cfg(test)]
mod tests {
    use super::super::score::Share;
    use super::*;

    const TEXT: &str = "[scopes]\nnumbers = [\"count\"]\n[floors.dev.all]\nstories.accuracy = 0.9\n\
                        [floors.dev.numbers]\nconflict.precision = 0.5";

    #[test]
    fn a_floor_holds_from_its_value_upward() {
        let floors = Floors::parse(TEXT).unwrap();
        let counted =
            |part| move |_: Option<&[String]>| Tally { stories: Share { part, whole: 10 }, ..Tally::default() };
        let below = |part| {
            let held = floors.hold("dev", counted(part)).unwrap();
            held.iter().filter(|h| h.is_below()).map(|h| h.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(below(9), ["dev.numbers.conflict.precision"], "nothing shown is below any floor");
        assert_eq!(below(8), ["dev.all.stories.accuracy", "dev.numbers.conflict.precision"]);
        assert!(floors.hold("real", counted(0)).unwrap().is_empty());
    }

    #[test]
    fn a_scope_counts_its_kinds_alone() {
        let mut asked = Vec::new();
        let counted = |kinds: Option<&[String]>| {
            asked.push(kinds.map(<[String]>::to_vec));
            Tally::default()
        };
        Floors::parse(TEXT).unwrap().hold("dev", counted).unwrap();
        assert_eq!(asked, [None, Some(vec!["count".to_owned()])]);
    }

    #[test]
    fn slips_in_the_file_are_named() {
        let fault = |text: &str| format!("{:#}", Floors::parse(text).unwrap_err());
        assert!(fault("[scopes]\nx = [\"colour\"]").contains("unknown kind \"colour\""));
        assert!(fault("[floors.dev.words]\nconflict.precision = 1").contains("scope \"words\" is not listed"));
        let floors = Floors::parse("[floors.dev.all]\nstories.recall = 0.5").unwrap();
        let fault = floors.hold("dev", |_| Tally::default()).unwrap_err();
        assert_eq!(fault.to_string(), "there is no measure dev.all.stories.recall");
    }
}
