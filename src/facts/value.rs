//! How two values of one thing fit together.
//!
//! Interval arithmetic alone: whether the values are about the same thing is decided elsewhere.

use super::{
    Value,
    name::NameRelation,
    quantity::{Quantity, Unit},
    ratio::Ratio,
    time::TimeRelation,
};

/// How two values relate, if they are about the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueRelation {
    /// They say the same.
    Equal,
    /// One is vaguer, or they overlap: both may hold.
    Overlapping,
    /// They cannot both hold.
    Disjoint,
    /// They cannot be compared: other units, other currencies, unresolved times.
    Incomparable,
}

impl Value {
    /// How this value relates to another.
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        match (self, other) {
            (Self::Quantity(left), Self::Quantity(right)) => left.relation(right),
            (Self::Tally(left), Self::Tally(right)) if left == right => ValueRelation::Equal,
            (Self::Tally(_), Self::Tally(_)) => ValueRelation::Disjoint,
            (Self::Time(left), Self::Time(right)) => match left.relation(right) {
                TimeRelation::Equal => ValueRelation::Equal,
                TimeRelation::Within => ValueRelation::Overlapping,
                TimeRelation::Disjoint => ValueRelation::Disjoint,
                TimeRelation::Unknown => ValueRelation::Incomparable,
            },
            (Self::Certainty(left), Self::Certainty(right)) if left == right => ValueRelation::Equal,
            (Self::Claim(left), Self::Claim(right)) => left.relation(right),
            (Self::Thing(left), Self::Thing(right)) => left.relation(right),
            (Self::Certainty(_), Self::Certainty(_)) => ValueRelation::Overlapping,
            (Self::Name(left), Self::Name(right)) => match left.relation(right) {
                NameRelation::Same => ValueRelation::Equal,
                NameRelation::Within => ValueRelation::Overlapping,
                NameRelation::Other => ValueRelation::Disjoint,
                NameRelation::Unknown => ValueRelation::Incomparable,
            },
            (Self::Quote(left), Self::Quote(right)) => left.relation(right),
            (Self::Attribution(left), Self::Attribution(right)) => left.relation(right),
            _ => ValueRelation::Incomparable,
        }
    }

    /// How this value relates to one that stands at its place in a copy of its sentence: as [`Self::relation`], but two
    /// bounds of one sort, and two figures about which one word grants the same leeway, are held against each other by
    /// their figures. Who turns "more than 450" into "more than 950", or "some 100" into "some 105", tells another
    /// number, though both may hold. Opposites are told of one time.
    #[must_use]
    pub fn relation_in_copy(&self, other: &Self) -> ValueRelation {
        match (self, other) {
            (Self::Quantity(left), Self::Quantity(right)) if left.has_bound_of(right) => left.exact_relation(right),
            (Self::Quantity(left), Self::Quantity(right)) if left.is_of_other_order(right) => ValueRelation::Disjoint,
            (Self::Time(left), Self::Time(right)) if left.is_other_distance(right) => ValueRelation::Disjoint,
            // What rose and then fell is told in two sentences.
            (Self::Claim(left), Self::Claim(right)) if left.is_opposite_of(right) => ValueRelation::Disjoint,
            _ => self.relation(other),
        }
    }

    /// The value in one notation.
    #[must_use]
    pub fn norm(&self) -> String {
        match self {
            Self::Quantity(quantity) => quantity.norm(),
            Self::Tally(tally) => tally.norm(),
            Self::Time(time) => time.norm(),
            Self::Claim(claim) => claim.norm(),
            Self::Thing(thing) => thing.norm(),
            Self::Certainty(certainty) => certainty.name().to_owned(),
            Self::Name(name) => name.norm(),
            Self::Quote(quotation) => quotation.norm(),
            Self::Attribution(speaker) => speaker.norm(),
        }
    }
}

/// The share of a number, in parts of a thousand, by which an exact figure may be rounded without a word that says
/// so: 4,187 as 4,200, but not 20 for 22. Judgement: a newsroom rounds to two significant digits at the coarsest.
const ROUNDING: i64 = 25;

/// The share, in parts of a thousand, that a newsroom cuts off where it does not round. Judgement.
const CUT: i64 = 5;

/// The share, in parts of a thousand, that a word like "about" grants at most, as numbers are read.
const LOOSENED: i64 = 150;

impl Quantity {
    /// How this quantity relates to another: see [`Value::relation`].
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        if self.unit != other.unit && !is_same_currency(self.unit, other.unit) {
            return ValueRelation::Incomparable;
        }
        if self.lo == other.lo && self.hi == other.hi {
            return ValueRelation::Equal;
        }
        if self.is_exact() && other.is_exact() {
            return self.exact_relation(other);
        }
        // "Less than a kilometre" and "less than 0.62 miles": one bound, or one leeway, in two units.
        if self.exact_relation(other) == ValueRelation::Equal && self.has_leeway_of(other) {
            return ValueRelation::Equal;
        }
        // The same round figure with and without "about" is one figure.
        if self.written == other.written && [self, other].iter().all(|one| one.is_two_sided() && !one.is_vague()) {
            return ValueRelation::Equal;
        }
        // "As many as 12" and "12": the bound itself is what both tell.
        if self.written == other.written
            && (self.lo.is_none() || other.lo.is_none())
            && (self.is_exact() || other.is_exact())
        {
            return ValueRelation::Equal;
        }
        // "About 850" and "nearly 1,000" reach into each other, but neither means the other's figure.
        let holds = |one: &Self, figure: Ratio| one.lo <= Some(figure) && Some(figure) <= one.hi;
        let both_approximate = [self, other].iter().all(|one| one.is_two_sided() && !one.is_vague() && !one.is_exact());
        if both_approximate && !holds(self, other.written) && !holds(other, self.written) {
            return ValueRelation::Disjoint;
        }
        let below = |hi: Option<Ratio>, lo: Option<Ratio>| matches!((hi, lo), (Some(hi), Some(lo)) if hi < lo);
        // "More than 400 pounds" and "181 kg": the figure of the bound itself, in another unit.
        let is_bound = self.is_two_sided() != other.is_two_sided()
            && self.step != other.step
            && self.exact_relation(other) != ValueRelation::Disjoint;
        if is_bound || !below(self.hi, other.lo) && !below(other.hi, self.lo) {
            return ValueRelation::Overlapping;
        }
        // What "several" or "dozens" leaves out is a matter of taste: only what is far off contradicts it.
        let (small, large) = (self.written.min(other.written), self.written.max(other.written));
        let far = small.times(Ratio::whole(3)).is_some_and(|limit| large > limit);
        if (self.is_vague() || other.is_vague()) && !far {
            ValueRelation::Incomparable
        } else {
            ValueRelation::Disjoint
        }
    }

    /// Whether the interval is that of a word for an unclear number: its upper end is far above the lower one.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        match (self.lo, self.hi) {
            (Some(lo), Some(hi)) => lo.times(Ratio::whole(3)).is_some_and(|limit| hi > limit),
            _ => false,
        }
    }

    /// Whether both give one figure, the one as it is and the other with a word like "about". A range reaches further.
    #[must_use]
    pub fn is_loosened(&self, other: &Self) -> bool {
        let is_fraction = |one: &Self| one.unit == Unit::Percent && one.step == Ratio::whole(3);
        self.unit == other.unit
            && self.written == other.written
            && self.is_exact() != other.is_exact()
            && self.is_near()
            && other.is_near()
            && !is_fraction(self)
    }

    /// Whether the words grant no more on either side than one like "about" does.
    fn is_near(&self) -> bool {
        [self.lo, self.hi].into_iter().all(|end| {
            let distance = end.and_then(|end| end.minus(self.written)).map(Ratio::magnitude);
            distance.is_some_and(|distance| distance.is_within(self.written.magnitude(), (LOOSENED, 1000)))
        })
    }

    /// Whether words loosen both alike: on one side, or around the figure.
    fn has_leeway_of(&self, other: &Self) -> bool {
        let sides =
            |one: &Self| (one.lo.is_some_and(|lo| lo == one.written), one.hi.is_some_and(|hi| hi == one.written));
        let is_open = |one: &Self| !one.is_two_sided() || one.is_near() && sides(one) == (false, false);
        is_open(self) && is_open(other) && sides(self) == sides(other)
    }

    /// Whether both are bounded on one side, the same one, or loosened on both, and differ in the figure.
    fn has_bound_of(&self, other: &Self) -> bool {
        let is_loose = |one: &Self| !one.is_two_sided() || !one.is_exact() && !one.is_vague();
        is_loose(self)
            && is_loose(other)
            && (self.lo.is_some(), self.hi.is_some(), self.unit) == (other.lo.is_some(), other.hi.is_some(), other.unit)
            && self.written != other.written
    }

    /// Whether both are words for unclear numbers of one unit and begin in other orders: "several days" and "several
    /// weeks", "dozens" and "hundreds".
    fn is_of_other_order(&self, other: &Self) -> bool {
        let (one, another) = (self.written.magnitude(), other.written.magnitude());
        let [small, large] = [one.min(another), one.max(another)];
        self.is_vague()
            && other.is_vague()
            && self.unit == other.unit
            && small > Ratio::ZERO
            && small.times(Ratio::whole(3)).is_some_and(|limit| large > limit)
    }

    fn is_two_sided(&self) -> bool {
        self.lo.is_some() && self.hi.is_some()
    }

    fn exact_relation(&self, other: &Self) -> ValueRelation {
        let Some(distance) = self.written.minus(other.written).map(Ratio::magnitude) else {
            return ValueRelation::Incomparable;
        };
        if self.step == other.step {
            return ValueRelation::Disjoint;
        }
        let coarse = self.step.max(other.step);
        // Farther apart than either could be rounded or cut, as most figures are.
        if distance >= coarse {
            return ValueRelation::Disjoint;
        }
        let within_step = distance.is_within(coarse, (1, 2));
        let size = self.written.magnitude().max(other.written.magnitude());
        if !within_step {
            // 229.6 feet as 229: cut off in place of rounded.
            let is_cut = distance.is_within(size, (CUT, 1000));
            return if is_cut { ValueRelation::Overlapping } else { ValueRelation::Disjoint };
        }
        // A conversion is exact up to the coarser text's last digit: two miles and 3.2 km.
        let converted = !is_power_of_ten(self.step, other.step);
        if converted && matches!(self.unit, Unit::Measure(_)) {
            ValueRelation::Equal
        } else if distance.is_within(size, (ROUNDING, 1000)) {
            ValueRelation::Overlapping
        } else {
            ValueRelation::Disjoint
        }
    }
}

/// Whether one step is a decimal one of the other, so that both were written in one unit or in decimal parts of it.
fn is_power_of_ten(one: Ratio, other: Ratio) -> bool {
    let (mut small, large) = (one.min(other), one.max(other));
    for _ in 0..24 {
        match small.times(Ratio::whole(10)) {
            _ if small == large => return true,
            Some(next) if next <= large => small = next,
            _ => return false,
        }
    }
    false
}

/// Currencies that a text may name without their country: "$" and "US$" may be one, and which franc is meant, a text
/// need not say.
const UNNAMED: [(&str, &[&str]); 10] = [
    ("$", &["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD"]),
    ("franc", &["CHF", "FRF", "CFA"]),
    ("rupee", &["INR", "PKR", "LKR", "NPR"]),
    ("krone", &["NOK", "DKK"]),
    ("peso", &["MXN", "ARS", "COP", "CLP", "PHP"]),
    ("riyal", &["SAR", "QAR"]),
    ("rial", &["IRR"]),
    ("dinar", &["KWD", "IQD", "RSD"]),
    ("shilling", &["KES", "UGX"]),
    ("GBP", &["EGP", "LBP", "SYP", "IEP"]),
];

/// Whether two units may be one currency, of which one text or the other does not name the country.
fn is_same_currency(left: Unit, right: Unit) -> bool {
    let (Unit::Money(left), Unit::Money(right)) = (left, right) else { return false };
    UNNAMED
        .iter()
        .any(|(open, named)| *open == left && named.contains(&right) || *open == right && named.contains(&left))
}
