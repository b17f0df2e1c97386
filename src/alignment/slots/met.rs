//! Which values stand in a slot already: what follows the surer rules leaves their slots alone.

use super::Slot;
use crate::{
    alignment::Reading,
    facts::{Mention, Value},
};

/// A mention, by article and position.
pub(super) type Place = (usize, usize);

/// A mention of an article.
pub(super) fn mention<'r>(readings: &'r [Reading<'_>], (article, mention): Place) -> &'r Mention {
    &readings[article].facts.mentions[mention].mention
}

/// The slots that each value stands in. All mentions of a name go for one.
pub(super) struct Met<'r> {
    readings: &'r [Reading<'r>],
    /// For each article, for each mention and behind them for each name: the slots that had it once.
    of: Vec<Vec<Vec<u32>>>,
}

impl<'r> Met<'r> {
    pub(super) fn new(readings: &'r [Reading<'r>], slots: &[Slot]) -> Self {
        let count = |reading: &Reading<'_>| reading.facts.mentions.len() + reading.facts.names.entities.len();
        let of = readings.iter().map(|reading| vec![Vec::new(); count(reading)]).collect();
        let mut met = Self { readings, of };
        for (at, slot) in slots.iter().enumerate() {
            met.add(at, slot);
        }
        met
    }

    /// Takes in the slot at a position.
    pub(super) fn add(&mut self, at: usize, slot: &Slot) {
        for &place in &slot.values {
            let known = &mut self.of[place.0][key(self.readings, place)];
            if known.last() != Some(&(at as u32)) {
                known.push(at as u32);
            }
        }
    }

    /// The positions of the slots in which a value, or another mention of its name, stands or stood, in order.
    pub(super) fn slots(&self, place: Place) -> impl Iterator<Item = usize> {
        self.of[place.0][key(self.readings, place)].iter().map(|&at| at as usize)
    }

    /// Whether a slot has a value, or another mention of its name.
    pub(super) fn holds(&self, slot: &Slot, place: Place) -> bool {
        let own = key(self.readings, place);
        slot.values.iter().any(|&value| value.0 == place.0 && key(self.readings, value) == own)
    }

    /// Whether one of two values, or another mention of its name, stands in a slot with a value of the other's article.
    pub(super) fn has_met(&self, slots: &[Slot], [one, other]: [Place; 2]) -> bool {
        let kind = mention(self.readings, one).kind;
        let meets = |place: Place, article: usize| {
            self.slots(place).map(|at| &slots[at]).any(|slot| {
                slot.kind == kind && slot.values.iter().any(|value| value.0 == article) && self.holds(slot, place)
            })
        };
        meets(one, other.0) || meets(other, one.0)
    }
}

/// What a mention goes by in its article: its name, behind all mentions, or itself.
fn key(readings: &[Reading<'_>], place: Place) -> usize {
    match &mention(readings, place).value {
        Value::Name(name) => name.entity.map(|entity| readings[place.0].facts.mentions.len() + entity),
        _ => None,
    }
    .unwrap_or(place.1)
}
