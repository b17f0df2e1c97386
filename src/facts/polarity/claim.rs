//! What a claim says, and how two claims about the same things fit together.

use crate::{
    facts::value::ValueRelation,
    language::verbs::{Modality, Tense},
};

/// A predicate that is affirmed or denied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The dictionary form of the predicate.
    pub predicate: String,
    /// The numbers of the pairs of opposites that it is in, below zero where it is the denying one; 0 for none.
    pub pairs: [i32; 2],
    /// The set of words for one happening that the predicate is in, from 1; 0 for none.
    pub concept: i32,
    /// Whether it is denied.
    pub is_negated: bool,
    /// Whether it is denied of all, by "no" or "nobody": then it holds of none.
    pub is_of_none: bool,
    /// The time and the mood of its verb; none for nouns, participles and infinitives.
    pub aspect: Option<Aspect>,
}

/// How a verb places what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aspect {
    /// Past, present or future.
    pub tense: Tense,
    /// As so, as possible, as due.
    pub modality: Modality,
    /// Whether it was so before something else that is told: "had not won".
    pub is_prior: bool,
    /// Whether it is what somebody wills, so that it may be to come: "agreed to pay", "refused to pay".
    pub is_willed: bool,
    /// Whether the subject has it done to it.
    pub is_passive: bool,
    /// Whether it was done by now and is so still: "has been closed".
    pub is_perfect: bool,
}

impl Claim {
    /// The predicate in its dictionary form, behind "not" when it is denied.
    #[must_use]
    pub fn norm(&self) -> String {
        if self.is_negated { ["not ", &self.predicate].concat() } else { self.predicate.clone() }
    }

    /// How two claims about the same things fit together.
    ///
    /// A predicate that is denied excludes the same one affirmed, and its opposite excludes it; that neither of two
    /// opposites is so may well be.
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        let same_sign = self.is_negated == other.is_negated;
        if self.predicate == other.predicate {
            return if same_sign { ValueRelation::Equal } else { ValueRelation::Disjoint };
        }
        // "Happy" and "unhappy", "signed" and "unsigned".
        let undoes = |one: &str, other: &str| one.strip_prefix("un").is_some_and(|rest| rest == other);
        if undoes(&self.predicate, &other.predicate) || undoes(&other.predicate, &self.predicate) {
            return if same_sign && !self.is_negated { ValueRelation::Disjoint } else { ValueRelation::Overlapping };
        }
        let is_one_concept = self.concept != 0 && self.concept == other.concept;
        // Most predicates have no opposite at all.
        if self.pairs == [0; 2] || other.pairs == [0; 2] {
            return match is_one_concept {
                true if same_sign => ValueRelation::Equal,
                true => ValueRelation::Disjoint,
                false => ValueRelation::Incomparable,
            };
        }
        let shares = |sign: i32| self.pairs.iter().any(|&pair| pair != 0 && other.pairs.contains(&(sign * pair)));
        match () {
            () if is_one_concept && same_sign && !shares(-1) => ValueRelation::Equal,
            () if shares(1) && same_sign && self.is_of_no_harm() && other.is_of_no_harm() => ValueRelation::Equal,
            () if shares(1) && same_sign => ValueRelation::Overlapping,
            () if shares(1) => ValueRelation::Disjoint,
            () if shares(-1) && same_sign && !self.is_negated && !self.may_follow(other) => ValueRelation::Disjoint,
            // "Nobody was hurt", "all were unhurt"; but whoever is not safe need not be hurt.
            () if self.is_spared_by(other) || other.is_spared_by(self) => ValueRelation::Equal,
            () if shares(-1) => ValueRelation::Overlapping,
            () if is_one_concept => ValueRelation::Disjoint,
            () => ValueRelation::Incomparable,
        }
    }
}

impl Claim {
    /// Whether two affirmed claims are opposites, whether or not one may have come after the other.
    #[must_use]
    pub fn is_opposite_of(&self, other: &Self) -> bool {
        let is_affirmed = !self.is_negated && !other.is_negated;
        is_affirmed && self.pairs.iter().any(|&pair| pair != 0 && other.pairs.contains(&-pair))
    }

    /// Whether it denies the harm that another claim says somebody was spared.
    fn is_spared_by(&self, other: &Self) -> bool {
        let harm = self.pairs.iter().find(|pair| HARM.contains(&-**pair));
        self.is_negated && other.is_of_no_harm() && harm.is_some_and(|harm| other.pairs.contains(&-harm))
    }

    /// Whether it affirms that somebody came to no harm.
    #[must_use]
    pub fn is_of_no_harm(&self) -> bool {
        !self.is_negated && self.pairs.iter().any(|pair| HARM.contains(pair))
    }

    /// Whether two opposites may both have been so, one after the other: closed and open.
    fn may_follow(&self, other: &Self) -> bool {
        self.pairs.iter().any(|&pair| pair.abs() >= FOLLOWING && other.pairs.contains(&-pair)) && !self.is_now_as(other)
    }

    /// Whether two opposites are told of one time, so that none follows the other: "has closed" and "remains open", "has
    /// been called off" and "will go ahead"; but what has closed may be to open.
    #[must_use]
    pub fn is_now_as(&self, other: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.aspect, other.aspect) else { return false };
        let is_plain = mine.modality == Modality::Plain && theirs.modality == Modality::Plain;
        let is_present = |aspect: Aspect| aspect.tense == Tense::Present;
        let lasts = |aspect: Aspect| is_present(aspect) || aspect.is_perfect;
        let are_now = lasts(mine) && lasts(theirs) && (is_present(mine) || is_present(theirs));
        let has_opposite = |pair: i32| self.pairs.contains(&pair) && other.pairs.contains(&-pair);
        let is_ahead = |aspect: Aspect| aspect.tense == Tense::Future || aspect.is_willed;
        let goes_on = |one: Aspect, other: Aspect| is_ahead(one) && !is_ahead(other);
        is_plain
            && (LASTING.iter().any(|&pair| are_now && (has_opposite(pair) || has_opposite(-pair)))
                || GOING_ON.iter().any(|&pair| {
                    has_opposite(pair) && goes_on(mine, theirs) || has_opposite(-pair) && goes_on(theirs, mine)
                }))
    }
}

/// The pairs of [`Class::Antonym`] of which one is so at any time, though both may have been, one after the other: open
/// or closed, going on or stopped, switched on or off, there or gone.
const LASTING: [i32; 4] = [201, 204, 210, 226];

/// Those of which the first says that nothing changes.
const GOING_ON: [i32; 2] = [204, 226];

/// The pairs of [`Class::Antonym`] of which one is so of everybody: alive or dead, unhurt or hurt.
const HARM: std::ops::RangeInclusive<i32> = 20..=21;

/// The number from which pairs of [`Class::Antonym`] may follow one another.
const FOLLOWING: i32 = 200;
