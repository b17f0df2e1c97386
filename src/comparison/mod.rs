//! What aligned values and texts show when they are laid beside each other.

pub mod absent;
pub mod copy;
pub mod findings;
pub mod only;
pub mod reasons;
mod relations;
pub mod within;
pub mod wording;

use serde::{Deserialize, Serialize};

/// How the readings of one thing relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Relation {
    /// They cannot all be the right account of the same thing.
    Conflict,
    /// The reports themselves give several versions and agree on who says what.
    Contested,
    /// One is vaguer than the other, and both can be true.
    Compatible,
    /// They say the same, however worded.
    Same,
}

/// What a copy desk would do about a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Severity {
    /// Run a correction.
    Correct,
    /// Send the text again.
    Refile,
    /// Leave it: wording.
    Style,
}
