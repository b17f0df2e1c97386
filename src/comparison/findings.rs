//! From slots to findings: how the readings of one thing relate, and what a copy desk would do about it.

pub use super::reasons::Reason;
use super::{Relation, Severity, absent::Mentioned, reasons::reasons, relations::Values};
use crate::{
    alignment::{
        Reading,
        slots::{Slot, SlotLink},
    },
    facts::{Kind, Stated, Value, time::Grain, value::ValueRelation},
};

/// What reports say about one thing.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The kind of the values.
    pub kind: Kind,
    /// How they relate.
    pub relation: Relation,
    /// What a copy desk would do.
    pub severity: Severity,
    /// What is to be known about it: why more than one may hold, and who has it from whom.
    pub reasons: Vec<Reason>,
    /// The values with their groups, in the order of articles and text.
    pub readings: Vec<Grouped>,
    /// The articles of the story that do not mention it, as far as a looser search tells.
    pub absent: Vec<usize>,
    /// The pairs that joined the values.
    pub links: Vec<SlotLink>,
}

/// One value of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouped {
    /// Position of the article.
    pub article: usize,
    /// Position of the mention in the article's facts.
    pub mention: usize,
    /// Values of one group say the same.
    pub group: u32,
}

/// Reads a slot as a finding, beside all that the articles of its story mention.
#[must_use]
pub fn finding(readings: &[Reading<'_>], slot: &Slot, mentioned: &Mentioned<'_>) -> Finding {
    let values = Values { readings, slot };
    let mut groups = groups(values.count(), |a, b| values.relation(a, b) == ValueRelation::Equal);
    let mut relation = if slot.is_contested {
        Relation::Contested
    } else if values.any_across(|a, b| groups[a] != groups[b] && values.relation(a, b) == ValueRelation::Disjoint) {
        Relation::Conflict
    } else if values.any_across(|a, b| groups[a] != groups[b]) {
        Relation::Compatible
    } else {
        Relation::Same
    };
    if relation == Relation::Same && values.is_loosened_across() {
        relation = Relation::Compatible;
        groups = self::groups(values.count(), |a, b| !values.is_loosened(a, b));
    }
    let all: Vec<&Stated> = (0..values.count()).map(|at| values.stated(at)).collect();
    let grouped = |(&(article, mention), group): (&(usize, usize), u32)| Grouped { article, mention, group };
    Finding {
        kind: slot.kind,
        relation,
        severity: severity(relation, slot.kind, &all),
        reasons: reasons(readings, slot, relation, &all),
        readings: slot.values.iter().zip(groups).map(grouped).collect(),
        absent: mentioned.absent(slot),
        links: slot.links.clone(),
    }
}

/// A group for each value, from 0 in order: values of which `same` holds share one.
fn groups(count: usize, same: impl Fn(usize, usize) -> bool) -> Vec<u32> {
    let mut groups: Vec<u32> = Vec::with_capacity(count);
    let mut next = 0;
    for at in 0..count {
        let known = (0..at).find(|&before| same(before, at)).map(|before| groups[before]);
        groups.push(known.unwrap_or_else(|| {
            next += 1;
            next - 1
        }));
    }
    groups
}

/// Newsrooms correct a wrong number, date or name, send a text again for a weekday, and leave wording alone
/// (the classes of corrections in the handbooks of Reuters and AP).
fn severity(relation: Relation, kind: Kind, all: &[&Stated]) -> Severity {
    match relation {
        Relation::Conflict if kind == Kind::Time && all.iter().all(|stated| is_weekday(stated)) => Severity::Refile,
        Relation::Conflict => Severity::Correct,
        Relation::Contested => Severity::Refile,
        Relation::Compatible | Relation::Same => Severity::Style,
    }
}

fn is_weekday(stated: &Stated) -> bool {
    matches!(&stated.mention.value, Value::Time(time) if time.grain == Grain::Day && time.named.weekday.is_some())
}
