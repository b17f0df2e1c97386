//! What is to be known about a finding: why more than one reading may hold, what was published later, who says otherwise.

use super::Relation;
use crate::{
    alignment::{
        Reading,
        slots::Slot,
        speakers::{Place, are_one},
    },
    facts::{Kind, Precision, Stated, Value, frame::Role},
    language::lexicon::Class,
};

/// What is to be known about a finding, above all why more than one reading may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// One is vaguer than the other.
    Vaguer,
    /// One says more firmly what another ascribes or doubts.
    Firmer,
    /// One is rounded.
    Rounded,
    /// One says more closely what it counts, and has the lower number.
    Part,
    /// They are given in different units.
    OtherUnit,
    /// The reports were published at different times.
    Later,
    /// They name different speakers.
    OtherSpeaker,
    /// Those that agree do so in the words of one text.
    SharedCopy,
    /// The headline and the text of one article differ.
    Headline,
    /// A caption and the text of one article differ.
    Caption,
    /// The parts do not add up.
    Sum,
    /// The share is not that of its counts.
    Share,
    /// The age does not fit the year of birth.
    Age,
}

impl Reason {
    /// Whether it tells why more than one reading may hold.
    #[must_use]
    pub fn reconciles(self) -> bool {
        self != Self::SharedCopy && !self.is_within()
    }

    /// Whether it tells what one article says against itself.
    #[must_use]
    pub fn is_within(self) -> bool {
        self > Self::SharedCopy
    }
}

/// The reasons that go with a finding of `relation`. `all` are the values of the slot.
pub(super) fn reasons(readings: &[Reading<'_>], slot: &Slot, relation: Relation, all: &[&Stated]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if relation == Relation::Same {
        return reasons;
    }
    let precisions = |precision| all.iter().any(|stated| stated.mention.precision == precision);
    if relation == Relation::Compatible && slot.kind == Kind::Certainty {
        reasons.push(Reason::Firmer);
    } else if relation == Relation::Compatible && slot.kind != Kind::Attribution {
        let is_scaled = slot.kind.is_scaled() && slot.kind != Kind::Time;
        let loose = precisions(Precision::Approximate) || precisions(Precision::Vague) || !is_scaled;
        reasons.push(if loose { Reason::Vaguer } else { Reason::Rounded });
    }
    if relation == Relation::Conflict && slot.kind == Kind::Count && counts_part(readings, slot) {
        reasons.push(Reason::Part);
    }
    if units_differ(readings, slot) {
        reasons.push(Reason::OtherUnit);
    }
    let mut days: Vec<_> = slot
        .values
        .iter()
        .filter_map(|&(article, _)| readings[article].published)
        .map(|published| published.day)
        .collect();
    days.sort_unstable();
    days.dedup();
    // Tolls and damages are counted anew; what somebody said and how old he is are not.
    let moves = |stated: &&Stated| stated.mention.kind != Kind::Time && !stated.frame.is_age;
    if days.len() > 1 && slot.kind.is_scaled() && all.iter().all(moves) {
        reasons.push(Reason::Later);
    }
    let speakers: Vec<Place> = slot
        .values
        .iter()
        .filter_map(|&(article, mention)| {
            let Reading { document, facts, .. } = &readings[article];
            let said = &facts.attributions[facts.mentions[mention].by?];
            facts.speaker(document, said).map(|(mention, _)| (article, mention))
        })
        .collect();
    let is_other = |at: usize| speakers[..at].iter().any(|&before| !are_one(readings, before, speakers[at]));
    if (1..speakers.len()).any(is_other) {
        reasons.push(Reason::OtherSpeaker);
    }
    reasons
}

/// Whether one value narrows what it counts where another does not, and is lower: "four Danish tourists", "six tourists".
fn counts_part(readings: &[Reading<'_>], slot: &Slot) -> bool {
    let counted = |at: usize| {
        let (article, mention) = slot.values[at];
        let stated = &readings[article].facts.mentions[mention];
        let Value::Quantity(quantity) = &stated.mention.value else { return None };
        Some((quantity.written, stated.frame.with(Role::Modifier).next().is_some()))
    };
    let values: Vec<_> = (0..slot.values.len()).filter_map(counted).collect();
    values.iter().any(|&(part, narrowed)| narrowed && values.iter().any(|&(whole, narrowed)| !narrowed && part < whole))
}

/// Whether the values are written in different units: miles here, kilometres there.
fn units_differ(readings: &[Reading<'_>], slot: &Slot) -> bool {
    let unit = |&(article, mention): &(usize, usize)| {
        let reading = &readings[article];
        reading.facts.mentions[mention]
            .mention
            .tokens
            .clone()
            .rev()
            .find_map(|at| reading.document.value(at, Class::Unit))
    };
    let mut units = slot.values.iter().filter_map(unit);
    slot.kind == Kind::Measure && units.next().is_some_and(|first| units.any(|other| other != first))
}
