//! From counts to measures: precision, recall, F1, accuracy, and how sure they are.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing in a report rests on them")]

use super::score::{Counts, Share, Tally};
use super::set::Relation;

/// The rows that have precision and recall, in the order of the tables.
pub(super) fn rows(tally: &Tally) -> Vec<(&'static str, Counts)> {
    let relation = |r: Relation| (r.name(), tally.relations.get(&r).copied().unwrap_or_default());
    Relation::ALL.into_iter().map(relation).chain([("only", tally.only)]).collect()
}

/// The rows that have an accuracy.
pub(super) fn accuracies(tally: &Tally) -> [(&'static str, Share); 3] {
    [("stories", tally.stories), ("kind", tally.kind), ("by", tally.by)]
}

/// One measure by its name in the floors file, such as `conflict` and `precision`.
///
/// `None` when there is no such measure; `Some(None)` when nothing was counted for it.
pub(super) fn named(tally: &Tally, row: &str, measure: &str) -> Option<Option<f64>> {
    if measure == "accuracy" {
        let (_, share) = accuracies(tally).into_iter().find(|(name, _)| *name == row)?;
        return Some(share.ratio());
    }
    let (_, counts) = rows(tally).into_iter().find(|(name, _)| *name == row)?;
    match measure {
        "precision" => Some(counts.shown.ratio()),
        "recall" => Some(counts.gold.ratio()),
        "f1" => Some(Some(counts.f1())),
        _ => None,
    }
}

impl Share {
    /// The part as a share of the whole; `None` of nothing.
    pub(super) fn ratio(self) -> Option<f64> {
        (self.whole > 0).then(|| f64::from(self.part) / f64::from(self.whole))
    }

    /// The Wilson score interval at 95 %, `(low, high)`; `None` of nothing.
    ///
    /// Wilson's interval stays inside 0 to 1 and is honest for the small counts that one group has.
    ///
    /// # Sources
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    pub(super) fn wilson(self) -> Option<(f64, f64)> {
        const Z: f64 = 1.959_963_984_540_054; // The 97.5 % point of the normal distribution.
        let (share, n) = (self.ratio()?, f64::from(self.whole));
        let scale = 1.0 + Z * Z / n;
        let middle = (share + Z * Z / (2.0 * n)) / scale;
        let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
        Some(((middle - reach).max(0.0), (middle + reach).min(1.0)))
    }
}

impl Counts {
    /// The harmonic mean of precision and recall; 0 when either is missing or 0.
    pub(super) fn f1(self) -> f64 {
        match (self.shown.ratio(), self.gold.ratio()) {
            (Some(p), Some(r)) if p > 0.0 && r > 0.0 => 2.0 * p * r / (p + r),
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_published_figures() {
        // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 0 of 20.
        let rounded = |part, whole| {
            let (low, high) = Share { part, whole }.wilson().unwrap();
            (format!("{low:.4}"), format!("{high:.4}"))
        };
        assert_eq!(rounded(81, 263), ("0.2553".to_owned(), "0.3662".to_owned()));
        assert_eq!(rounded(0, 20), ("0.0000".to_owned(), "0.1611".to_owned()));
    }

    #[test]
    fn nothing_counted_has_no_ratio() {
        assert_eq!(Share::default().ratio(), None);
        assert_eq!(Share::default().wilson(), None);
        assert_eq!(named(&Tally::default(), "conflict", "precision"), Some(None));
        assert_eq!(named(&Tally::default(), "conflict", "accuracy"), None);
    }
}
