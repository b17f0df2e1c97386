//! The proleptic Gregorian calendar by whole-number arithmetic.

/// Days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// When an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// Minutes from midnight, when the time is known.
    pub minute: Option<i32>,
}
