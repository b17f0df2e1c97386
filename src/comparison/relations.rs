//! How the values of one slot relate, two at a time: as their kinds say, and as what brought them together allows.

use crate::{
    alignment::{
        Reading,
        score::Feature,
        slots::{Slot, SlotLink},
        speakers::are_one,
    },
    article,
    facts::{Certainty, Kind, Stated, Value, quantity::Quantity, value::ValueRelation},
};

/// The values of a slot, by their positions in it.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) readings: &'a [Reading<'a>],
    pub(super) slot: &'a Slot,
}

impl<'a> Values<'a> {
    /// How many there are.
    pub(super) fn count(self) -> usize {
        self.slot.values.len()
    }

    /// One with the words around it.
    pub(super) fn stated(self, at: usize) -> &'a Stated {
        let (article, mention) = self.slot.values[at];
        &self.readings[article].facts.mentions[mention]
    }

    /// Whether something holds for any two values of different articles.
    pub(super) fn any_across(self, fits: impl Fn(usize, usize) -> bool) -> bool {
        let article = |at: usize| self.slot.values[at].0;
        (0..self.count()).any(|a| (a + 1..self.count()).any(|b| article(a) != article(b) && fits(a, b)))
    }

    /// How two of them relate.
    pub(super) fn relation(self, a: usize, b: usize) -> ValueRelation {
        let slot = self.slot;
        match (&self.stated(a).mention.value, &self.stated(b).mention.value) {
            _ if slot.kind == Kind::Certainty && self.firmness(a) == self.firmness(b) => ValueRelation::Equal,
            _ if slot.kind == Kind::Certainty => ValueRelation::Overlapping,
            (Value::Time(one), Value::Time(other)) if slot.by_day => {
                Value::Time(one.day()).relation(&Value::Time(other.day()))
            }
            (Value::Attribution(_), Value::Attribution(_))
                if are_one(self.readings, slot.values[a], slot.values[b]) =>
            {
                ValueRelation::Equal
            }
            // Both may have said it: "police" and a spokeswoman of theirs. "The lead author" and "researchers", "researchers"
            // and "Professor Hughes" may be one, or stand beside each other.
            (Value::Attribution(one), Value::Attribution(other))
                if one.relation(other) == ValueRelation::Equal || !self.is_linked(a, b, |_| true) =>
            {
                ValueRelation::Overlapping
            }
            (one, other) if self.is_copied(a, b) => one.relation_in_copy(other),
            // Quotations that meet are one sentence: where their words are not the same, they differ.
            (Value::Quote(one), Value::Quote(other)) if one.relation(other) != ValueRelation::Equal => {
                ValueRelation::Disjoint
            }
            // Two nouns of which no list tells how they fit, in one role.
            (Value::Thing(one), Value::Thing(other))
                if one.relation(other) == ValueRelation::Incomparable
                    && self.is_linked(a, b, |link| link.score.of(Feature::Role) > 0) =>
            {
                ValueRelation::Disjoint
            }
            (one, other) => one.relation(other),
        }
    }

    /// How firmly a value of a slot of certainty is said: as its words of doubt or its speaker tell, else flatly.
    fn firmness(self, at: usize) -> Certainty {
        match self.stated(at).mention.value {
            Value::Certainty(certainty) => certainty,
            _ => Certainty::Stated,
        }
    }

    /// Whether something joined two values themselves, not only others with both.
    fn is_linked(self, a: usize, b: usize, fits: fn(&SlotLink) -> bool) -> bool {
        let joins = |link: &SlotLink| (link.left, link.right) == (a, b) || (link.left, link.right) == (b, a);
        self.slot.links.iter().any(|link| joins(link) && fits(link))
    }

    /// Whether two values met by their place in copied sentences.
    fn is_copied(self, a: usize, b: usize) -> bool {
        self.is_linked(a, b, |link| link.score.of(Feature::Parallel) > 0)
    }

    /// Whether the values, all of them the same, are given as they are by one article and only loosely by another: "$5
    /// billion", "about $5 billion", which may be a little more. Counts and measures are rounded anyhow.
    ///
    /// An article with both, as one is cut for the headline, does not differ from its like.
    pub(super) fn is_loosened_across(self) -> bool {
        let differs = |a: usize, b: usize| {
            let exact = if self.sum(a).is_some_and(Quantity::is_exact) { a } else { b };
            let article = |at: usize| self.slot.values[at].0;
            let is_own = |other: usize| article(other) == article(exact) && self.is_loosened(exact, other);
            self.is_loosened(a, b) && !(0..self.count()).any(is_own)
        };
        self.any_across(differs) && !self.is_told_both_ways()
    }

    /// Whether two values are one sum, the one as it is and the other with a word like "about".
    pub(super) fn is_loosened(self, a: usize, b: usize) -> bool {
        self.sum(a).zip(self.sum(b)).is_some_and(|(one, other)| one.is_loosened(other))
    }

    fn sum(self, at: usize) -> Option<&'a Quantity> {
        match &self.stated(at).mention.value {
            Value::Quantity(quantity) if self.slot.kind == Kind::Money => Some(quantity),
            _ => None,
        }
    }

    /// Whether the text of an article gives one sum both with a word like "about" and without. Headlines are cut.
    fn is_told_both_ways(self) -> bool {
        let in_text = |at: usize| {
            let (article, _) = self.slot.values[at];
            let part = self.readings[article].document.sentences[self.stated(at).sentence].part;
            (part != article::Part::Headline).then_some(article)
        };
        let are_both = |a: usize, b: usize| in_text(a).is_some() && in_text(a) == in_text(b) && self.is_loosened(a, b);
        (1..self.count()).any(|b| (0..b).any(|a| are_both(a, b)))
    }
}
