//! What the user said of two places: that they are about the same thing, or that they are not.
//!
//! The user knows better than any score. Where a rule parts two values, they are kept apart while values are joined, so
//! that each may still meet another, and what a slot holds all the same is split. Where it joins two, their slots become
//! one, or they get a slot of their own, whatever else is known of them.

use super::Slot;
use crate::{
    alignment::Reading,
    facts::{Kind, Value, value::ValueRelation},
    text::ByteSpan,
};

/// What a user said of two places: whether they are about the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// An article and some of its words.
    pub left: (usize, ByteSpan),
    /// Another article, or the same, and some of its words.
    pub right: (usize, ByteSpan),
    /// The same thing, or not the same.
    pub is_same: bool,
}

impl Rule {
    /// Whether it says that two values, by article and words, are not about the same thing.
    pub(super) const fn parts(&self, one: (usize, ByteSpan), other: (usize, ByteSpan)) -> bool {
        !self.is_same
            && (covers(self.left, one) && covers(self.right, other)
                || covers(self.left, other) && covers(self.right, one))
    }
}

const fn covers(place: (usize, ByteSpan), value: (usize, ByteSpan)) -> bool {
    place.0 == value.0 && place.1.overlaps(value.1)
}

/// Splits and joins slots as the rules say, in their order.
pub(super) fn obey(slots: &mut Vec<Slot>, readings: &[Reading<'_>], story: &[usize], rules: &[Rule]) {
    for rule in rules {
        if rule.is_same {
            join(slots, readings, story, rule);
        } else {
            split(slots, readings, rule);
        }
    }
}

/// A value, by article and position among its mentions.
type At = (usize, usize);

fn value<'r>(readings: &'r [Reading<'_>], at: At) -> &'r Value {
    &readings[at.0].facts.mentions[at.1].mention.value
}

/// Whether a value is told by the words at a place; a name also by any other mention of who bears it.
fn is_at(readings: &[Reading<'_>], at: At, place: (usize, ByteSpan)) -> bool {
    let mentions = &readings[at.0].facts.mentions;
    let entity = |of: &Value| if let Value::Name(name) = of { name.entity } else { None };
    let own = entity(&mentions[at.1].mention.value);
    at.0 == place.0
        && (mentions[at.1].mention.span.overlaps(place.1)
            || own.is_some()
                && mentions
                    .iter()
                    .any(|other| other.mention.span.overlaps(place.1) && entity(&other.mention.value) == own))
}

/// Takes what goes with the right place out of the slots that hold both.
fn split(slots: &mut Vec<Slot>, readings: &[Reading<'_>], rule: &Rule) {
    let mut parted = Vec::new();
    for slot in slots.iter_mut() {
        let find = |place| (0..slot.values.len()).find(|&at| is_at(readings, slot.values[at], place));
        let (Some(left), Some(right)) = (find(rule.left), find(rule.right)) else { continue };
        if left == right {
            continue;
        }
        let says = |at: usize, as_this: usize| {
            value(readings, slot.values[at]).relation(value(readings, slot.values[as_this])) == ValueRelation::Equal
        };
        let goes: Vec<bool> =
            (0..slot.values.len()).map(|at| at == right || at != left && says(at, right) && !says(at, left)).collect();
        parted.push(part_of(slot, &goes, true));
        *slot = part_of(slot, &goes, false);
    }
    slots.extend(parted);
    slots.retain(|slot| slot.values.iter().any(|one| one.0 != slot.values[0].0));
}

/// The values of a slot that go, or those that stay, with the links between them.
fn part_of(slot: &Slot, goes: &[bool], going: bool) -> Slot {
    let kept: Vec<usize> = (0..slot.values.len()).filter(|&at| goes[at] == going).collect();
    Slot {
        kind: slot.kind,
        values: kept.iter().map(|&at| slot.values[at]).collect(),
        links: slot.links.iter().filter_map(|link| link.renumbered(&kept)).collect(),
        is_contested: false,
        by_day: slot.by_day,
    }
}

/// A value that shares words with a place: by how many bytes it is longer or shorter, which it is, and its kind.
type Touched = (u32, At, Kind);

/// Brings two values of one kind into one slot: of those that share words with the places, the two that fit best.
fn join(slots: &mut Vec<Slot>, readings: &[Reading<'_>], story: &[usize], rule: &Rule) {
    let (left, right) = (rule.left, rule.right);
    if left.0 == right.0 || !story.contains(&left.0) || !story.contains(&right.0) {
        return;
    }
    let touched = |place: (usize, ByteSpan)| {
        let mentions = readings[place.0].facts.mentions.iter().enumerate();
        let misfit = move |span: ByteSpan| span.start.abs_diff(place.1.start) + span.end.abs_diff(place.1.end);
        mentions
            .filter(move |(_, stated)| stated.mention.span.overlaps(place.1))
            .map(move |(at, stated)| (misfit(stated.mention.span), (place.0, at), stated.mention.kind))
    };
    let pairs = touched(left).flat_map(|one| touched(right).map(move |other| (one, other)));
    let alike = pairs.filter(|(one, other)| sort(one.2) == sort(other.2));
    // Of one that says something and was described for it ("police said"), the saying is meant.
    let is_described = |at: At| matches!(value(readings, at), Value::Name(name) if !name.is_named);
    let fit = |(one, other): &(Touched, Touched)| (one.0 + other.0, is_described(one.1) || is_described(other.1));
    let Some((one, other)) = alike.min_by_key(fit) else { return };
    let (kind, other_kind) = (one.2, other.2);
    let ends = [one.1, other.1];
    let holds = |slot: &Slot, place| {
        sort(slot.kind) == sort(kind) && slot.values.iter().any(|&value| is_at(readings, value, place))
    };
    // Values on a scale were joined before, with all that follows for the others.
    if kind.is_scaled() || slots.iter().any(|slot| holds(slot, left) && holds(slot, right)) {
        return;
    }
    let mut joined = Slot {
        // Where articles tell different kinds of one name, clearer words told a person or a place.
        kind: [kind, other_kind].into_iter().min_by_key(|&kind| (kind == Kind::Organisation, kind)).unwrap_or(kind),
        values: Vec::new(),
        links: Vec::new(),
        is_contested: false,
        by_day: false,
    };
    for (place, end) in [left, right].into_iter().zip(ends) {
        match slots.iter().position(|slot| holds(slot, place)) {
            Some(at) => {
                let slot = slots.remove(at);
                let from = joined.values.len();
                joined.links.extend(slot.links.into_iter().map(|link| link.moved(from)));
                joined.values.extend(slot.values);
            }
            None => joined.values.push(end),
        }
    }
    // In the order of the articles.
    let mut order: Vec<usize> = (0..joined.values.len()).collect();
    order.sort_by_key(|&at| joined.values[at]);
    joined.links = joined.links.iter().filter_map(|link| link.renumbered(&order)).collect();
    joined.values = order.iter().map(|&at| joined.values[at]).collect();
    slots.push(joined);
}

/// What may be held against each other: a name that one article tells as a person's may be a body's in another.
const fn sort(kind: Kind) -> Kind {
    match kind {
        Kind::Person | Kind::Place => Kind::Organisation,
        _ => kind,
    }
}
