//! From slots to findings: how the readings of one thing relate, and what a copy desk would do about it.

use std::ops::RangeInclusive;

use super::{Relation, Severity, absent::absent};
use crate::{
    alignment::{
        Reading,
        score::Part,
        slots::{Slot, SlotLink},
        terms::Terms,
    },
    article,
    facts::{
        Certainty, Kind, Precision, Stated, Value, frame::Role, quantity::Quantity, time::Grain, value::ValueRelation,
    },
    language::{lexicon::Class, tags::Upos},
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

/// Whether something joined two values of a slot themselves, not only others with both.
fn is_linked(slot: &Slot, a: usize, b: usize, fits: fn(&SlotLink) -> bool) -> bool {
    let joins = |link: &SlotLink| (link.left, link.right) == (a, b) || (link.left, link.right) == (b, a);
    slot.links.iter().any(|link| joins(link) && fits(link))
}

/// Whether two values of a slot met by their place in copied sentences.
fn is_copied(slot: &Slot, a: usize, b: usize) -> bool {
    is_linked(slot, a, b, |link| link.score.of(Part::Parallel) > 0)
}

/// Numbers of [`Class::Contrast`] for words that cut a part out of a place: rural, northern, upper, north-western.
const PARTS: [RangeInclusive<i32>; 2] = [9..=12, 17..=18];

/// Whether an article tells of a part of a place alone: of "northern Australia", and nowhere of Australia.
fn is_part_of_place(readings: &[Reading<'_>], (article, mention): (usize, usize)) -> bool {
    let Reading { document, facts, .. } = &readings[article];
    let Value::Name(own) = &facts.mentions[mention].mention.value else { return false };
    let is_own = |stated: &&Stated| matches!(&stated.mention.value, Value::Name(name) if name.entity == own.entity);
    own.entity.is_some()
        && facts.mentions.iter().filter(is_own).all(|stated| {
            let before = stated.mention.tokens.start.wrapping_sub(1);
            let sort = document.value(before, Class::Contrast).filter(|_| !document.tokens[before].capital);
            sort.is_some_and(|sort| PARTS.iter().any(|parts| parts.contains(&sort.abs())))
        })
}

/// Whether the text of an article gives one figure of a slot both with a word like "about" and without. Headlines are cut.
fn is_told_both_ways(readings: &[Reading<'_>], slot: &Slot, is_loosened: &dyn Fn(usize, usize) -> bool) -> bool {
    let in_text = |at: usize| {
        let (article, mention) = slot.values[at];
        let Reading { document, facts, .. } = &readings[article];
        let part = document.sentences[facts.mentions[mention].sentence].part;
        (part != article::Part::Headline).then_some(article)
    };
    let count = slot.values.len();
    (1..count).any(|b| (0..b).any(|a| in_text(a).is_some() && in_text(a) == in_text(b) && is_loosened(a, b)))
}

/// Reads a slot as a finding. `story` holds the articles of its story.
#[must_use]
pub fn finding(readings: &[Reading<'_>], story: &[usize], slot: &Slot, terms: &Terms) -> Finding {
    let stated = |at: usize| {
        let (article, mention) = slot.values[at];
        &readings[article].facts.mentions[mention]
    };
    let count = slot.values.len();
    let is_part = |at: usize| is_part_of_place(readings, slot.values[at]);
    // What took place there, its sentence tells.
    let share_verb = |a: usize, b: usize| {
        let verbs = |at: usize| {
            let (article, _) = slot.values[at];
            let document = &readings[article].document;
            let tokens = document.sentences[stated(at).sentence].tokens.clone();
            let is_deed = |&token: &usize| document.tag(token) == Upos::Verb && !document.is(token, Class::Report);
            tokens.filter(is_deed).map(move |token| terms.of[article][token]).filter(|&term| term != 0)
        };
        verbs(a).any(|one| verbs(b).any(|other| one == other))
    };
    let relation_of =
        |a: usize, b: usize| match (&stated(a).mention.value, &stated(b).mention.value) {
            _ if slot.kind == Kind::Certainty && firmness(stated(a)) == firmness(stated(b)) => ValueRelation::Equal,
            _ if slot.kind == Kind::Certainty => ValueRelation::Overlapping,
            (Value::Time(a), Value::Time(b)) if slot.by_day => Value::Time(a.day()).relation(&Value::Time(b.day())),
            // Both may have said it: "police" and a spokeswoman of theirs.
            (Value::Attribution(a), Value::Attribution(b)) if a.relation(b) == ValueRelation::Equal && !a.is(b) => {
                ValueRelation::Overlapping
            }
            // "The lead author" and "researchers", "researchers" and "Professor Hughes" may be one, or stand beside each other.
            (Value::Attribution(one), Value::Attribution(other)) if !is_linked(slot, a, b, |_| true) => {
                if one.is(other) { ValueRelation::Equal } else { ValueRelation::Overlapping }
            }
            (one, other) if is_copied(slot, a, b) => one.relation_in_copy(other),
            // Quotations that meet are one sentence: where their words are not the same, they differ.
            (Value::Quote(a), Value::Quote(b)) if a.relation(b) != ValueRelation::Equal => ValueRelation::Disjoint,
            // Two nouns of which no list tells how they fit, in one role.
            (Value::Thing(one), Value::Thing(other))
                if one.relation(other) == ValueRelation::Incomparable
                    && is_linked(slot, a, b, |link| link.score.of(Part::Role) > 0) =>
            {
                ValueRelation::Disjoint
            }
            // "Felt in northern Australia", "felt as far away as Australia".
            (Value::Name(_), Value::Name(_))
                if slot.kind == Kind::Place && is_part(a) != is_part(b) && share_verb(a, b) =>
            {
                ValueRelation::Overlapping
            }
            (a, b) => a.relation(b),
        };
    let mut groups = number(count, |a, b| relation_of(a, b) == ValueRelation::Equal);
    let across = |fits: &dyn Fn(usize, usize) -> bool| {
        (0..count).any(|a| (a + 1..count).any(|b| slot.values[a].0 != slot.values[b].0 && fits(a, b)))
    };
    let mut relation = if slot.is_contested {
        Relation::Contested
    } else if across(&|a, b| groups[a] != groups[b] && relation_of(a, b) == ValueRelation::Disjoint) {
        Relation::Conflict
    } else if across(&|a, b| groups[a] != groups[b]) {
        Relation::Compatible
    } else {
        Relation::Same
    };
    // "About $5 billion" may be a little more. Counts and measures are rounded anyhow.
    let quantity = |at: usize| match &stated(at).mention.value {
        Value::Quantity(quantity) if slot.kind == Kind::Money => Some(quantity),
        _ => None,
    };
    let is_loosened = |a: usize, b: usize| quantity(a).zip(quantity(b)).is_some_and(|(one, two)| one.is_loosened(two));
    // An article with both, as one is cut for the headline, does not differ from its like.
    let differs = |a: usize, b: usize| {
        let exact = if quantity(a).is_some_and(Quantity::is_exact) { a } else { b };
        let is_own = |other: usize| slot.values[other].0 == slot.values[exact].0 && is_loosened(exact, other);
        is_loosened(a, b) && !(0..count).any(is_own)
    };
    if relation == Relation::Same && across(&differs) && !is_told_both_ways(readings, slot, &is_loosened) {
        relation = Relation::Compatible;
        groups = number(count, |a, b| !is_loosened(a, b));
    }
    let all: Vec<&Stated> = (0..count).map(stated).collect();
    Finding {
        kind: slot.kind,
        relation,
        severity: severity(relation, slot.kind, &all),
        reasons: reasons(readings, slot, relation, &all),
        readings: slot
            .values
            .iter()
            .zip(&groups)
            .map(|(&(article, mention), &group)| Grouped { article, mention, group })
            .collect(),
        absent: absent(readings, story, slot, terms),
        links: slot.links.clone(),
    }
}

/// How firmly a reading of a slot of certainty says it: as its words of doubt or its speaker tell, else flatly.
fn firmness(stated: &Stated) -> Certainty {
    match stated.mention.value {
        Value::Certainty(certainty) => certainty,
        _ => Certainty::Stated,
    }
}

/// Numbers the values so that those that say the same share a number, from 0 in order.
fn number(count: usize, same: impl Fn(usize, usize) -> bool) -> Vec<u32> {
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

fn reasons(readings: &[Reading<'_>], slot: &Slot, relation: Relation, all: &[&Stated]) -> Vec<Reason> {
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
    let speakers = |at: usize| -> Option<String> {
        let (article, mention) = slot.values[at];
        let reading = &readings[article];
        let said = &reading.facts.attributions[reading.facts.mentions[mention].by?];
        // A person is one under whatever description: "Peter Laing", "Peter Laing, a teacher".
        if !said.name.is_empty() {
            return Some(said.name.clone());
        }
        let words = reading.document.span(said.speaker.clone());
        Some(words.slice(reading.document.text).to_lowercase())
    };
    let mut named: Vec<String> = (0..slot.values.len()).filter_map(speakers).collect();
    named.sort_unstable();
    named.dedup();
    if named.len() > 1 {
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
