//! What two values say by themselves, before their words are looked at.

use crate::facts::{
    Value,
    quantity::{Quantity, Unit},
    ratio::Ratio,
    time::Grain,
};

/// Points for values that overlap because one is close to the other's figure: "22 hours" and "more than 20 hours",
/// "10.52 p.m." and "just before 11 p.m.". Small numbers of things lie close to one another by chance.
pub(in crate::alignment) fn nearness(left: &Value, right: &Value) -> i32 {
    match (left, right) {
        (Value::Quantity(left), Value::Quantity(right)) => {
            let (small, large) = (left.written.min(right.written), left.written.max(right.written));
            let is_close = large.is_within(small, (11, 10));
            let tells = left.unit != Unit::Items || small >= Ratio::whole(20);
            if is_close && tells && !left.is_vague() && !right.is_vague() { 20 } else { 0 }
        }
        (Value::Time(left), Value::Time(right)) if left.grain == Grain::Minute && right.grain == Grain::Minute => 30,
        _ => 0,
    }
}

/// How much a value tells by itself: for a number its significant digits, for a time its unit.
pub(super) fn rarity(value: &Value) -> usize {
    match value {
        Value::Quantity(quantity) => {
            let mut digits = 0;
            let mut power = quantity.step;
            while power <= quantity.written && digits < 4 {
                digits += 1;
                match power.times(Ratio::whole(10)) {
                    Some(next) => power = next,
                    None => break,
                }
            }
            // A large round number tells more than its first digit; a unit or a currency tells a little more.
            let large = match quantity.unit {
                Unit::Items | Unit::Money(_) if quantity.written >= Ratio::whole(10_000) => 3,
                Unit::Items | Unit::Money(_) if quantity.written >= Ratio::whole(10) => 2,
                _ => 0,
            };
            digits.max(large)
        }
        Value::Name(name) => name.words.len(),
        Value::Tally(tally) if tally.more < 10 => 1,
        Value::Tally(_) => 3,
        Value::Time(time) => match time.grain {
            Grain::Minute => 3,
            Grain::Day | Grain::Year | Grain::Month => 2,
            _ => 1,
        },
        // Only what lies on a scale is scored by this.
        _ => 0,
    }
}

/// Two figures for one thing are seldom more than twofold apart, and hardly ever tenfold; then they are for two
/// things. Words for an unclear number reach as far as they may mean.
pub(in crate::alignment) fn size_penalty(left: &Value, right: &Value) -> Option<i32> {
    let (Value::Quantity(left), Value::Quantity(right)) = (left, right) else { return Some(0) };
    let (one, other) = (reach(left), reach(right));
    let (small, large) = if one.0 <= other.0 { (one.1, other.0) } else { (other.1, one.0) };
    let exceeds = |factor: i64| small.times(Ratio::whole(factor)).is_some_and(|limit| large > limit);
    match () {
        () if exceeds(10) => None,
        () if exceeds(3) => Some(-30),
        () if exceeds(2) => Some(-10),
        () => Some(0),
    }
}

/// The ends of what a quantity may mean, without its sign: those of a vague word, else the written figure twice.
fn reach(quantity: &Quantity) -> (Ratio, Ratio) {
    match (quantity.lo, quantity.hi) {
        (Some(lo), Some(hi)) if quantity.is_vague() => (lo, hi),
        _ => (quantity.written.magnitude(), quantity.written.magnitude()),
    }
}

/// Digits of a figure as somebody writes one; what has more was converted: 48 yards are 43.8912 metres.
const MOST_DIGITS: usize = 5;

/// Points for two figures that look like one that was miswritten: the same digits in another order. 1,323 and 1,332 are
/// hardly for two things; two digits alone may be.
pub(super) fn likeness_of_digits(left: &Value, right: &Value) -> i32 {
    let (Value::Quantity(left), Value::Quantity(right)) = (left, right) else { return 0 };
    // The same digits add up to the same; it spares most pairs of numbers being written out.
    let remainder = |quantity: &Quantity| quantity.written.to_whole().map(|whole| whole.unsigned_abs() % 9);
    if remainder(left).zip(remainder(right)).is_some_and(|(left, right)| left != right) {
        return 0;
    }
    let (mut one, mut other) = (digits(left), digits(right));
    if one == other || one.len() != other.len() || one.len() > MOST_DIGITS {
        return 0;
    }
    one.sort_unstable();
    other.sort_unstable();
    match one.len() {
        _ if one != other => 0,
        0..=1 => 0,
        2 => 8,
        _ => 20,
    }
}

/// Points for two exact numbers of things that differ by little: 27 charges and 29.
pub(super) fn nearness_apart(left: &Value, right: &Value) -> i32 {
    let (Value::Quantity(left), Value::Quantity(right)) = (left, right) else { return 0 };
    let (small, large) = (left.written.min(right.written), left.written.max(right.written));
    let is_figure = left.is_exact() && right.is_exact() && left.unit == Unit::Items && small >= Ratio::whole(10);
    if is_figure && large.is_within(small, (7, 6)) { 10 } else { 0 }
}

/// The digits that a figure is written with, but for the zeros at its end.
fn digits(quantity: &Quantity) -> Vec<u8> {
    let written = quantity.written.to_decimal(4);
    let mut digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    digits
}
