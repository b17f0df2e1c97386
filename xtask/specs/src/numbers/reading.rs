//! A number as it is compared: its words, its value or the ends of its range, and its unit.

use std::fmt;
use std::ops::Range;

use variorum::facts::ratio::Ratio;

use crate::{Outcome, cases::Case};

/// Decimals that agree to this part of their size are one number; specifications round to 15 digits.
const TOLERANCE: f64 = 1e-9;

/// One number at a place in a text.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// The least value; none where the range is open below.
    pub(super) lo: Option<f64>,
    /// The greatest value.
    pub(super) hi: Option<f64>,
    /// What it is measured in; empty for a bare number.
    pub(super) unit: String,
}

impl Reading {
    pub(super) fn exact(span: Range<usize>, value: f64, unit: impl Into<String>) -> Self {
        Self { span, lo: Some(value), hi: Some(value), unit: unit.into() }
    }
}

/// The decimal nearest to a ratio.
pub(super) fn decimal(ratio: Ratio) -> f64 {
    ratio.to_decimal(18).trim_end_matches('…').parse().expect("a decimal is a number")
}

/// Passes when the same readings are wanted and found, in the order of the text.
pub(super) fn compare(case: &Case, mut wanted: Vec<Reading>, mut found: Vec<Reading>) -> Outcome {
    let order = |reading: &Reading| (reading.span.start, reading.span.end);
    wanted.sort_by_key(order);
    found.sort_by_key(order);
    let tell = |readings: &[Reading]| readings.iter().map(|reading| Told(reading, &case.text).to_string()).collect();
    let passed = wanted.len() == found.len()
        && wanted.iter().zip(&found).all(|(left, right)| {
            words(left, &case.text) == words(right, &case.text)
                && is_near(left.lo, right.lo)
                && is_near(left.hi, right.hi)
                && is_unit(&left.unit, &right.unit)
        });
    Outcome { passed, wanted: tell(&wanted), found: tell(&found) }
}

/// The span without a full stop at its end, which some specifications take along.
fn words(reading: &Reading, text: &str) -> Range<usize> {
    let Range { start, end } = reading.span;
    start..start + text[start..end].trim_end_matches('.').len()
}

#[expect(clippy::float_arithmetic, reason = "the specifications give rounded decimals")]
fn is_near(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() <= TOLERANCE * left.abs().max(right.abs()),
        (None, None) => true,
        _ => false,
    }
}

/// Whether the unit that is found is wanted, which may be one of several: `GBP|EGP`.
fn is_unit(wanted: &str, found: &str) -> bool {
    wanted.split('|').any(|unit| unit == found)
}

struct Told<'r>(&'r Reading, &'r str);

impl fmt::Display for Told<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Reading { span, lo, hi, unit }, text) = self;
        write!(out, "{:?} = ", &text[span.clone()])?;
        match (lo, hi) {
            (Some(lo), Some(hi)) if lo == hi => write!(out, "{lo}")?,
            _ => {
                lo.map_or(Ok(()), |lo| write!(out, "{lo}"))?;
                write!(out, "..")?;
                hi.map_or(Ok(()), |hi| write!(out, "{hi}"))?;
            }
        }
        if unit.is_empty() { Ok(()) } else { write!(out, " {unit}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(wanted: Reading, found: Reading) -> bool {
        let case: Case = serde_json::from_str(r#"{"id": "1", "text": "5 cm. or so", "expected": []}"#).unwrap();
        compare(&case, vec![wanted], vec![found]).passed
    }

    #[test]
    fn words_value_and_unit_must_agree() {
        let reading = |end, value, unit: &str| Reading::exact(0..end, value, unit);
        assert!(passes(reading(5, 0.05, "m"), reading(4, 0.050_000_000_000_1, "m")));
        assert!(passes(reading(4, 5.0, "USD|CAD"), reading(4, 5.0, "CAD")));
        assert!(!passes(reading(4, 5.0, "m"), reading(4, 5.0, "kg")));
        assert!(!passes(reading(4, 5.0, "m"), reading(1, 5.0, "m")));
        assert!(!passes(reading(4, 5.0, "m"), reading(4, 5.1, "m")));
        assert!(!passes(reading(4, 5.0, "m"), Reading { hi: None, ..reading(4, 5.0, "m") }));
    }
}
