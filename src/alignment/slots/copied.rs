//! Slots for names and claims by their place in sentences that are copies but for a few words.
//!
//! Two names, or a claim and its denial, need much that speaks for them before they meet across free wording. In copied
//! sentences the place alone says that they are told of one thing: "Ana Lund was found by the lake", "Eva Moss was
//! found by the lake". What changes its place within a list of names is left alone.

use super::{Slot, SlotLink};
use crate::{
    alignment::{
        Reading,
        score::{PARALLEL, Part, Score},
        sentences::{Likeness, SentenceId},
    },
    facts::{Kind, Stated, Value, name::NameRelation, value::ValueRelation},
};

/// A mention, by article and position.
type Place = (usize, usize);

/// Adds to `slots` what differs between copied sentences and stands in none of them.
pub(super) fn add(slots: &mut Vec<Slot>, readings: &[Reading<'_>], likeness: &Likeness) {
    let mut groups: Vec<Group> = Vec::new();
    for (left, right) in likeness.parallel.pairs() {
        let (mine, theirs) = (mentions(readings, left), mentions(readings, right));
        for &(one, stated) in &mine {
            for &(other, counterpart) in &theirs {
                let stand_together = likeness
                    .parallel
                    .stand_together((left, &stated.mention.tokens), (right, &counterpart.mention.tokens));
                if !stand_together {
                    continue;
                }
                let Some(differ) = differ(stated, counterpart) else { continue };
                // "Lund and Moss", "Moss and Lund".
                let has = |side: &[(Place, &Stated)], of: &Stated| {
                    side.iter().any(|(_, other)| is_same_name(&other.mention.value, &of.mention.value))
                };
                if !(differ && (has(&theirs, stated) || has(&mine, counterpart))) {
                    join(&mut groups, stated.mention.kind, [(left.article, one.1), (right.article, other.1)], differ);
                }
            }
        }
    }
    for group in groups.into_iter().filter(|group| group.differs) {
        let names = |place: &Place| entity(readings, *place);
        let is_known = slots.iter().any(|slot| {
            group.places.iter().all(|place| {
                slot.values.contains(place)
                    || names(place).is_some()
                        && slot.values.iter().any(|value| value.0 == place.0 && names(value) == names(place))
            })
        });
        if !is_known {
            slots.push(group.into_slot());
        }
    }
}

/// The names and claims of a sentence.
fn mentions<'r>(readings: &'r [Reading<'_>], sentence: SentenceId) -> Vec<(Place, &'r Stated)> {
    let mentions = &readings[sentence.article].facts.mentions;
    let from = mentions.partition_point(|stated| stated.sentence < sentence.sentence);
    let here = mentions[from..].iter().take_while(|stated| stated.sentence == sentence.sentence);
    here.enumerate()
        .filter(|(_, stated)| matches!(stated.mention.value, Value::Name(_) | Value::Claim(_)))
        .map(|(at, stated)| ((sentence.article, from + at), stated))
        .collect()
}

/// Whether two mentions at one place say different things; none where that cannot be told.
fn differ(one: &Stated, other: &Stated) -> Option<bool> {
    match (&one.mention.value, &other.mention.value) {
        (Value::Name(mine), Value::Name(theirs)) if one.mention.kind == other.mention.kind => {
            match mine.relation(theirs) {
                NameRelation::Same => Some(false),
                NameRelation::Other => Some(true),
                NameRelation::Within | NameRelation::Unknown => None,
            }
        }
        (Value::Claim(mine), Value::Claim(theirs)) => match mine.relation(theirs) {
            ValueRelation::Equal => Some(false),
            ValueRelation::Disjoint => Some(true),
            ValueRelation::Overlapping | ValueRelation::Incomparable => None,
        },
        _ => None,
    }
}

fn is_same_name(one: &Value, other: &Value) -> bool {
    matches!((one, other), (Value::Name(one), Value::Name(other)) if one.is_same(other))
}

/// Who or what a name is of, by position among the names of its article.
fn entity(readings: &[Reading<'_>], (article, mention): Place) -> Option<usize> {
    match &readings[article].facts.mentions[mention].mention.value {
        Value::Name(name) => name.entity,
        _ => None,
    }
}

/// Mentions at one place of sentences that are copies of one another.
struct Group {
    kind: Kind,
    /// In order.
    places: Vec<Place>,
    differs: bool,
}

fn join(groups: &mut Vec<Group>, kind: Kind, pair: [Place; 2], differ: bool) {
    let mut joined = Group { kind, places: pair.to_vec(), differs: differ };
    groups.retain_mut(|group| {
        let meets = group.kind == kind && pair.iter().any(|place| group.places.contains(place));
        if meets {
            joined.places.append(&mut group.places);
            joined.differs |= group.differs;
        }
        !meets
    });
    joined.places.sort_unstable();
    joined.places.dedup();
    groups.push(joined);
}

impl Group {
    fn into_slot(self) -> Slot {
        let link = |right| SlotLink { left: 0, right, score: Score { parts: vec![(Part::Parallel, PARALLEL)] } };
        let links = (1..self.places.len()).map(link).collect();
        Slot { kind: self.kind, values: self.places, links, is_contested: false }
    }
}
