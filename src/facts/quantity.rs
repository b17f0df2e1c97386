//! Quantities as intervals.

use super::ratio::Ratio;
use crate::language::lexicon::Dimension;

/// What a quantity is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things counted.
    Items,
    /// Money of one currency.
    Money(&'static str),
    /// Per cent of something.
    Percent,
    /// Percentage points.
    Points,
    /// A share of a whole, as a fraction of one.
    Fraction,
    /// A measure, in the dimension's base unit.
    Measure(Dimension),
}

/// How many or how much, as far as the words tell: every value from `lo` to `hi` fits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The least value that the words allow; none when they set no lower bound.
    pub lo: Option<Ratio>,
    /// The greatest value that the words allow; none when they set no upper bound.
    pub hi: Option<Ratio>,
    /// The value that is written; the one bound of an open interval.
    pub written: Ratio,
    /// What the last written digit counts: 100 for 4,200; 0.1 million for 1.5 million.
    pub step: Ratio,
    /// What it is measured in; all values are in the dimension's base unit.
    pub unit: Unit,
}
