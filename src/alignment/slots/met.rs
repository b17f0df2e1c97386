//! Whether two values stand in a slot already: what follows the surer rules leaves their slots alone.

use super::Slot;
use crate::{
    alignment::Reading,
    facts::{Mention, Value},
};

/// A mention of an article.
pub(super) fn mention<'r>(readings: &'r [Reading<'_>], (article, mention): (usize, usize)) -> &'r Mention {
    &readings[article].facts.mentions[mention].mention
}

/// Whether one of two values, or another mention of its name, stands in a slot with a value of the other's article.
pub(super) fn has_met(slots: &[Slot], readings: &[Reading<'_>], [one, other]: [(usize, usize); 2]) -> bool {
    let entity = |place: (usize, usize)| match &mention(readings, place).value {
        Value::Name(name) => name.entity,
        _ => None,
    };
    let holds = |slot: &Slot, place: (usize, usize)| {
        slot.values.iter().any(|&value| {
            value == place || value.0 == place.0 && entity(place).is_some() && entity(value) == entity(place)
        })
    };
    let kind = mention(readings, one).kind;
    slots.iter().filter(|slot| slot.kind == kind).any(|slot| {
        let has = |article: usize| slot.values.iter().any(|value| value.0 == article);
        has(other.0) && holds(slot, one) || has(one.0) && holds(slot, other)
    })
}
