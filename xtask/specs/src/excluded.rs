//! Cases that are left out by name, since news follows another convention than the specification.
//!
//! `tests/specs-excluded.txt` gives a reason at the margin, as `set: reason`, and below it, indented, the names of the
//! cases that it holds for. At most a twentieth of a set may be left out, and every name must be one of its set's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::{Set, cases::Case};

/// Of so many cases of a set, one may be left out.
const LEAST_COUNTED: usize = 20;

/// Set → names of cases.
#[derive(Debug)]
pub(crate) struct Excluded(BTreeMap<String, Vec<String>>);

impl Excluded {
    /// # Errors
    /// When the file is missing or malformed.
    pub(crate) fn load(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is malformed", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut sets: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut open = None;
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with(' ') {
                let Some(set) = open.as_ref() else { bail!("line {}: cases without a reason", at + 1) };
                sets.entry(String::clone(set)).or_default().extend(line.split_whitespace().map(str::to_owned));
                continue;
            }
            match line.split_once(": ") {
                Some((set, reason)) if !reason.trim().is_empty() => open = Some(set.to_owned()),
                _ => bail!("line {}: a set, a colon and a reason are wanted: {line:?}", at + 1),
            }
        }
        Ok(Self(sets))
    }

    /// # Errors
    /// When a set does not exist.
    pub(crate) fn check_names(&self, sets: &[Set]) -> Result<()> {
        match self.0.keys().find(|name| sets.iter().all(|set| set.name != name.as_str())) {
            Some(name) => bail!("tests/specs-excluded.txt names the unknown set {name:?}"),
            None => Ok(()),
        }
    }

    /// The cases of a set that count.
    ///
    /// # Errors
    /// When a name is none of the set's, stands twice, or too many are left out.
    pub(crate) fn leave_out<'c>(&self, set: &str, cases: &[&'c Case]) -> Result<Vec<&'c Case>> {
        let names = self.0.get(set).map_or(&[][..], Vec::as_slice);
        for (at, name) in names.iter().enumerate() {
            ensure!(cases.iter().any(|case| case.id == *name), "set {set:?} has no case {name:?} to leave out");
            ensure!(!names[..at].contains(name), "{name:?} is left out twice");
        }
        ensure!(
            names.len() * LEAST_COUNTED <= cases.len(),
            "{} of the {} cases of set {set:?} are left out: at most one in {LEAST_COUNTED} may be",
            names.len(),
            cases.len()
        );
        Ok(cases.iter().copied().filter(|case| !names.contains(&case.id)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(count: usize) -> Vec<Case> {
        (0..count)
            .map(|at| serde_json::from_str(&format!(r#"{{"id": "c{at}", "text": "", "expected": []}}"#)).unwrap())
            .collect()
    }

    #[test]
    fn what_is_named_does_not_count() {
        let excluded = Excluded::parse("# note\ns: as the trade writes it\n    c1\n").unwrap();
        let cases = cases(20);
        let cases: Vec<&Case> = cases.iter().collect();
        let counted = excluded.leave_out("s", &cases).unwrap();
        assert_eq!(counted.len(), 19);
        assert!(counted.iter().all(|case| case.id != "c1"));
        assert_eq!(excluded.leave_out("t", &cases).unwrap().len(), 20);
    }

    #[test]
    fn slips_are_refused() {
        assert!(Excluded::parse("    c1\n").is_err());
        assert!(Excluded::parse("s\n    c1\n").is_err());
        let refused = |text: &str| {
            let cases = cases(20);
            let cases: Vec<&Case> = cases.iter().collect();
            Excluded::parse(text).unwrap().leave_out("s", &cases).unwrap_err().to_string()
        };
        assert!(refused("s: x\n    c1 c2\n").contains("at most one in 20"));
        assert!(refused("s: x\n    d1\n").contains("no case"));
        assert!(refused("s: x\n    c1 c1\n").contains("twice"));
    }
}
