//! What an article says, as values with their evidence.
//!
//! A [`Mention`] is a value at a place in the text: how many, how much, when. Each kind of fact has its own file
//! with one entry, `extract`.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::ByteSpan;

pub mod calendar;
pub mod numeral;
pub mod quantity;
pub mod ratio;
pub mod time;

use quantity::Quantity;
use time::Time;

/// The kinds of fact, in the one order that is used everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Kind {
    /// How many.
    Count,
    /// How much money.
    Money,
    /// What share, or by what share.
    Percent,
    /// Distance, weight, speed, magnitude, age, duration …
    Measure,
    /// When.
    Time,
    /// Where.
    Place,
    /// Who.
    Person,
    /// Which organisation.
    Organisation,
    /// Words inside quotation marks.
    Quote,
    /// Who is named for a claim.
    Attribution,
    /// Stated as fact, ascribed or hedged.
    Certainty,
    /// Affirmed or denied.
    Polarity,
    /// Cause, weapon, vehicle, outcome and other roles of an event.
    Other,
}

/// How exact the words of a reading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Precision {
    /// One value.
    Exact,
    /// A value with leeway, or a bound: about 2,000; at least 10.
    Approximate,
    /// An order of magnitude at best: several, dozens.
    Vague,
}

/// How strongly a statement is made, from the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Certainty {
    /// As fact, in the article's own voice.
    Stated,
    /// As what somebody says.
    Attributed,
    /// As likely, possible or feared.
    Hedged,
    /// As not known.
    Unknown,
    /// As not so.
    Denied,
}

/// A value in one notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// How many, how much, how long.
    Quantity(Quantity),
    /// When.
    Time(Time),
}

/// A value at a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What kind of fact it is.
    pub kind: Kind,
    /// The words that give the value.
    pub span: ByteSpan,
    /// The tokens that they cover.
    pub tokens: Range<usize>,
    /// The value.
    pub value: Value,
    /// How exact the words are.
    pub precision: Precision,
}
