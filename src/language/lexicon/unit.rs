//! Units of measure, as rows of the word lists describe them.

/// A physical dimension that units measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Base unit metre.
    Length,
    /// Base unit square metre.
    Area,
    /// Base unit kilogram.
    Mass,
    /// Base unit litre.
    Volume,
    /// Base unit degree Celsius.
    Temperature,
    /// Base unit metre a second.
    Speed,
    /// Base unit watt-hour.
    Energy,
    /// Base unit watt.
    Power,
    /// Base unit byte.
    Data,
    /// Days on which work is done, which no calendar converts.
    Workdays,
    /// Degrees of a scale that is not told, or of an angle.
    Degree,
    /// Earthquake magnitude, without a unit.
    Magnitude,
    /// Base unit second.
    Duration,
    /// Base unit year. No unit of the lists has it: what is old makes a duration an age.
    Age,
}

/// A unit of measure: `value × numerator / denominator + offset` gives the base unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// How it is written in a normal form.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to the base unit, above the line.
    pub numerator: i64,
    /// Factor to the base unit, below the line.
    pub denominator: i64,
    /// Ninths of the base unit to add, after the factor (−160 for degrees Fahrenheit, which are ninths of 5 °C).
    pub offset: i64,
}
