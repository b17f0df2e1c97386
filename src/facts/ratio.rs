//! Exact rational numbers, so that no decision rests on rounding.

use std::{cmp::Ordering, num::NonZero};

/// A rational number in lowest terms with a denominator above zero; both are below 2⁶³, nine quintillions.
///
/// Arithmetic that would leave the range gives none: such a number is no quantity of a news report. Wider numbers were
/// tried: on wasm32 a division of 128 bits takes hundreds of steps, and a value moves with twice the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    // Invariant: not `i64::MIN`, so that every number has its negative.
    numerator: i64,
    denominator: NonZero<u64>,
}

/// The denominator of whole numbers.
const ONE: NonZero<u64> = NonZero::<u64>::MIN;

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { numerator: value, denominator: ONE }
    }

    /// `numerator / denominator`, where the denominator is not zero and both stay in range.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        let is_negative = (numerator < 0) != (denominator < 0);
        Self::reduced(numerator.unsigned_abs(), denominator.unsigned_abs(), is_negative)
    }

    /// A number by its magnitude and its sign, in lowest terms.
    fn reduced(numerator: u64, denominator: u64, is_negative: bool) -> Option<Self> {
        let divisor = if denominator == 1 { 1 } else { gcd(numerator, denominator) };
        let magnitude = i64::try_from(numerator.checked_div(divisor)?).ok()?;
        let denominator = i64::try_from(denominator / divisor).ok()?;
        Some(Self {
            numerator: if is_negative { -magnitude } else { magnitude },
            denominator: NonZero::new(denominator.unsigned_abs())?,
        })
    }

    /// A whole number that came of others, most of what is reckoned: there is nothing to reduce.
    fn in_range(value: i64) -> Option<Self> {
        (value != i64::MIN).then_some(Self::whole(value))
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return Self::in_range(self.numerator.checked_add(other.numerator)?);
        }
        let divisor = gcd(other.denominator.get(), self.denominator.get());
        let (left, right) = (other.denominator.get() / divisor, self.denominator.get() / divisor);
        let sum = self.numerator.checked_mul(left as i64)?.checked_add(other.numerator.checked_mul(right as i64)?)?;
        Self::reduced(sum.unsigned_abs(), self.denominator.get().checked_mul(left)?, sum < 0)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: -other.numerator, ..other })
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return Self::in_range(product(self.numerator, other.numerator)?);
        }
        // What both have in common goes first, so that nothing in between is larger than the product.
        let across = |one: Self, other: Self| {
            let divisor = gcd(one.numerator.unsigned_abs(), other.denominator.get());
            (one.numerator.unsigned_abs() / divisor, other.denominator.get() / divisor)
        };
        let (left, below_left) = across(self, other);
        let (right, below_right) = across(other, self);
        let is_negative = (self.numerator < 0) != (other.numerator < 0);
        Self::reduced(left.checked_mul(right)?, below_left.checked_mul(below_right)?, is_negative)
    }

    /// Whether the number is at most so many times another; not where that is out of range.
    #[must_use]
    pub fn is_within(self, other: Self, (numerator, denominator): (i64, i64)) -> bool {
        match self.times(Self::whole(denominator)).zip(other.times(Self::whole(numerator))) {
            Some((mine, most)) => mine <= most,
            // Too large, with a fraction, which takes longer to reckon.
            None => {
                Self::new(numerator, denominator).and_then(|share| other.times(share)).is_some_and(|most| self <= most)
            }
        }
    }

    /// One divided by the number; none for zero.
    #[must_use]
    pub fn inverse(self) -> Option<Self> {
        Self::reduced(self.denominator.get(), self.numerator.unsigned_abs(), self.numerator < 0)
    }

    /// The number without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        Self { numerator: self.numerator.abs(), ..self }
    }

    /// Whether the number is whole.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.denominator.get() == 1
    }

    /// The whole number, when it is one.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        self.is_whole().then_some(self.numerator)
    }

    /// The number in decimal notation with at most `places` places, cut and marked by `…` where more would follow.
    #[must_use]
    pub fn to_decimal(self, places: u32) -> String {
        let (numerator, denominator) = (self.numerator.unsigned_abs(), self.denominator);
        let mut rest = numerator % denominator;
        let mut out = (numerator / denominator).to_string();
        if self.numerator < 0 {
            out.insert(0, '-');
        }
        if rest == 0 {
            return out;
        }
        out.push('.');
        for _ in 0..places {
            let Some(tenfold) = rest.checked_mul(10) else { break };
            out.push((b'0' + (tenfold / denominator) as u8) as char);
            rest = tenfold % denominator;
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
        // A denominator is below 2⁶³.
        let across = |one: &Self, other: &Self| product(one.numerator, other.denominator.get() as i64);
        if let (Some(left), Some(right)) = (across(self, other), across(other, self)) {
            return left.cmp(&right);
        }
        let across = |one: &Self, other: &Self| i128::from(one.numerator) * i128::from(other.denominator.get());
        across(self, other).cmp(&across(other, self))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The product, where it is in range. That of small numbers is, as nearly all are; on wasm32 to find out takes a call of 128
/// bits.
fn product(one: i64, other: i64) -> Option<i64> {
    match (i32::try_from(one), i32::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i64::from(one) * i64::from(other)),
        _ => one.checked_mul(other),
    }
}

/// The greatest number that divides both, of which the second is not zero.
const fn gcd(mut left: u64, mut right: u64) -> u64 {
    if right == 1 {
        return 1;
    }
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_lowest_terms() {
        for (numerator, denominator) in [(6, -4), (-6, -4), (0, -5), (12, 18), (-1, 3)] {
            let ratio = Ratio::new(numerator, denominator).expect("not zero");
            assert_eq!(Ratio::new(numerator * 1_000, denominator * 1_000), Some(ratio));
        }
        let half = Ratio::new(1, 2).expect("not zero");
        assert_eq!(half.plus(Ratio::new(1, 6).expect("not zero")), Ratio::new(2, 3));
        assert_eq!(half.minus(half), Some(Ratio::ZERO));
        assert_eq!(half.times(Ratio::new(-4, 3).expect("not zero")), Ratio::new(-2, 3));
        assert_eq!(half.inverse(), Some(Ratio::whole(2)));
        assert!(Ratio::whole(11).is_within(Ratio::whole(10), (11, 10)) && !Ratio::whole(12).is_within(half, (11, 10)));
        let large = Ratio::whole(1_000_000_000_000_000_000);
        assert!(large.is_within(large, (11, 10)) && !large.is_within(half, (11, 10)));
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
        let large = Ratio::whole(i64::MAX);
        assert_eq!(large.times(large), None);
        assert_eq!(large.plus(large), None);
        assert_eq!(large.times(large.inverse().expect("not zero")), Some(Ratio::whole(1)));
        assert!(large > large.minus(Ratio::whole(1)).expect("in range"));
        assert_eq!(large.inverse().expect("not zero").to_decimal(40), "0.00000000000000000010…");
        assert_eq!(Ratio::new(i64::MIN, 1), None);
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::ZERO.inverse(), None);
    }

    #[test]
    fn writes_decimals() {
        assert_eq!(Ratio::new(5, 2).expect("not zero").to_decimal(3), "2.5");
        assert_eq!(Ratio::new(-1, 3).expect("not zero").to_decimal(2), "-0.33…");
    }
}
