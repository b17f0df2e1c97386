//! Exact rational numbers, so that no decision rests on rounding.

use std::cmp::Ordering;

/// A rational number in lowest terms with a denominator above zero.
///
/// Arithmetic that would leave the range gives none: such a number is no quantity of a news report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

/// Numbers beyond this are not taken: a sextillion is more than any newsroom counts.
const LIMIT: i128 = 1_000_000_000_000_000_000_000;

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { numerator: value as i128, denominator: 1 }
    }

    /// `numerator / denominator`, where the denominator is not zero and both stay in range.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        // Nearly all numbers of a report are whole; on wasm32 a division of 128 bits takes hundreds of steps.
        if denominator == 1 {
            return (numerator.abs() <= LIMIT).then_some(Self { numerator, denominator });
        }
        if denominator == 0 {
            return None;
        }
        if let (Ok(above), Ok(below)) = (i64::try_from(numerator), i64::try_from(denominator)) {
            let divisor = small_gcd(above.unsigned_abs(), below.unsigned_abs());
            let is_negative = (above < 0) != (below < 0);
            let magnitude = i128::from(above.unsigned_abs() / divisor);
            let numerator = if is_negative { -magnitude } else { magnitude };
            return Some(Self { numerator, denominator: i128::from(below.unsigned_abs() / divisor) });
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128 * denominator.signum();
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        (numerator.abs() <= LIMIT && denominator <= LIMIT).then_some(Self { numerator, denominator })
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.denominator == 1 && other.denominator == 1 {
            return Self::new(self.numerator.checked_add(other.numerator)?, 1);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: -other.numerator, ..other })
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if other == Self::whole(1) {
            return Some(self);
        }
        Self::new(self.numerator.checked_mul(other.numerator)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// One divided by the number; none for zero.
    #[must_use]
    pub fn inverse(self) -> Option<Self> {
        Self::new(self.denominator, self.numerator)
    }

    /// The number without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        Self { numerator: self.numerator.abs(), ..self }
    }

    /// Whether the number is whole.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// The whole number, when it is one and fits.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        if self.denominator == 1 { i64::try_from(self.numerator).ok() } else { None }
    }

    /// The number in decimal notation with at most `places` places, cut and marked by `…` where more would follow.
    #[must_use]
    pub fn to_decimal(self, places: u32) -> String {
        let sign = if self.numerator < 0 { "-" } else { "" };
        let numerator = self.numerator.abs();
        let (whole, mut rest) = match self.denominator {
            1 => (numerator, 0),
            denominator => (numerator / denominator, numerator % denominator),
        };
        let mut out = match u64::try_from(whole) {
            Ok(whole) => format!("{sign}{whole}"),
            Err(_) => format!("{sign}{whole}"),
        };
        if rest == 0 {
            return out;
        }
        out.push('.');
        for _ in 0..places {
            rest *= 10;
            out.push((b'0' + (rest / self.denominator) as u8) as char);
            rest %= self.denominator;
            if rest == 0 {
                return out;
            }
        }
        out.push('…');
        out
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let small = |ratio: &Self| Some((i64::try_from(ratio.numerator).ok()?, i64::try_from(ratio.denominator).ok()?));
        if let (Some((a, b)), Some((c, d))) = (small(self), small(other)) {
            return (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
        }
        // Within the limit both products fit: 10^21 × 10^21 is far above i128, so whole parts are compared first.
        let whole = |ratio: &Self| ratio.numerator.div_euclid(ratio.denominator);
        let rest = |ratio: &Self| ratio.numerator.rem_euclid(ratio.denominator);
        whole(self)
            .cmp(&whole(other))
            .then_with(|| compare_fractions(rest(self), self.denominator, rest(other), other.denominator))
    }
}

/// Compares `a/b` with `c/d`, both in [0, 1), by Euclid's steps, without large products.
fn compare_fractions(a: i128, b: i128, c: i128, d: i128) -> Ordering {
    match (a, c) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        // a/b < c/d exactly when d/c < b/a.
        _ => (d / c).cmp(&(b / a)).then_with(|| compare_fractions(d % c, c, b % a, a)),
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const fn small_gcd(mut left: u64, mut right: u64) -> u64 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

const fn gcd(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_large_numbers_are_reduced_alike() {
        let large = i128::from(i64::MAX) * 4;
        for (numerator, denominator) in [(6, -4), (-6, -4), (0, -5), (12, 18), (-1, 3)] {
            let small = Ratio::new(numerator, denominator).expect("not zero");
            assert_eq!(Ratio::new(numerator * large, denominator * large), Some(small));
            assert!(small.denominator > 0);
        }
        assert_eq!(Ratio::new(i128::from(i64::MIN), -1), Some(Ratio { numerator: 1 << 63, denominator: 1 }));
        let beyond = Ratio { numerator: large, denominator: 1 };
        assert!(Ratio::whole(-3) < beyond && beyond > Ratio::new(7, 2).expect("not zero"));
        assert_eq!(beyond.to_decimal(2), large.to_string());
    }

    #[test]
    fn compares_exactly() {
        let third = Ratio::new(1, 3).expect("not zero");
        let nearly = Ratio::new(333_333, 1_000_000).expect("not zero");
        assert!(nearly < third);
        assert!(Ratio::whole(-2) < Ratio::new(-3, 2).expect("not zero"));
        assert_eq!(Ratio::new(2, 4).cmp(&Ratio::new(1, 2)), Ordering::Equal);
    }

    #[test]
    fn leaves_the_range_without_a_panic() {
        let large = Ratio::new(LIMIT, 1).expect("in range");
        assert_eq!(large.times(large), None);
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn writes_decimals() {
        assert_eq!(Ratio::new(5, 2).expect("not zero").to_decimal(3), "2.5");
        assert_eq!(Ratio::new(-1, 3).expect("not zero").to_decimal(2), "-0.33…");
    }
}
