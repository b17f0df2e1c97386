//! How much speaks for two values being about the same thing.
//!
//! A score is a sum of points with their parts, so that a reader can be told why, and a threshold can be moved with
//! open eyes. The points are judgements, set on the annotated groups: a shared head and a shared predicate together
//! make two numbers meet, one of them alone does not.

mod around;
mod candidate;
mod occasion;
mod rivals;
mod times;
mod values;

use super::{
    sentences::Likeness,
    terms::{Term, Terms},
};
use crate::facts::{Kind, Value, quantity::Unit, ratio::Ratio, value::ValueRelation};
pub(super) use around::days_near;
pub use candidate::Candidate;
pub(super) use occasion::LONG_BETWEEN;
use occasion::{are_of_others, are_of_two_occasions, score_occasion};
use serde::{Deserialize, Serialize};
use values::{likeness_of_digits, nearness_apart, rarity};
pub(super) use values::{nearness, size_penalty};

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Feature {
    /// What is counted or measured.
    Head,
    /// Whether each article counts this sort of thing only once.
    OnlyOne,
    /// What happened.
    Predicate,
    /// Words that narrow the head to different sorts, or different names in the subjects.
    Modifiers,
    /// The other words that hang on the value.
    Anchors,
    /// The words that stand near these two values alone.
    Near,
    /// The sentences as a whole.
    Sentence,
    /// Whether both stand at the same place of copied sentences.
    Parallel,
    /// Whether both are a part, an addition, a change, or neither.
    Scope,
    /// Whether the sentences tell of different days.
    When,
    /// Whether both open their reports.
    Opening,
    /// How far apart the values are.
    Size,
    /// Whether the values agree to the digit.
    Value,
    /// How much of a name is shared.
    Name,
    /// Whether both have one role.
    Role,
}

impl Feature {
    /// All parts, in the order in which a report lists them.
    pub const ALL: [Self; 15] = [
        Self::Head,
        Self::OnlyOne,
        Self::Predicate,
        Self::Modifiers,
        Self::Anchors,
        Self::Near,
        Self::Sentence,
        Self::Parallel,
        Self::Scope,
        Self::When,
        Self::Opening,
        Self::Size,
        Self::Value,
        Self::Name,
        Self::Role,
    ];
}

/// Points with their parts.
///
/// Of hundreds of thousands of pairs each has one, so it is a row of small numbers and no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// The points of each part, in the order of [`Feature::ALL`]; none has more than some hundreds.
    points: [i16; Feature::ALL.len()],
}

impl Score {
    /// The sum of the points.
    #[must_use]
    pub fn total(&self) -> i32 {
        self.points.iter().map(|&points| i32::from(points)).sum()
    }

    /// The points of one part.
    #[must_use]
    pub const fn of(&self, part: Feature) -> i32 {
        self.points[part as usize] as i32
    }

    /// The parts that gave or took points.
    pub fn parts(&self) -> impl Iterator<Item = (Feature, i32)> {
        Feature::ALL.into_iter().map(|part| (part, self.of(part))).filter(|&(_, points)| points != 0)
    }

    /// Points for two values that say the same. The more that takes to say, the less likely it is by chance: 1,401 in
    /// two reports of one event is one fact, however each puts it, and "three" may be anything.
    fn add_agreement(&mut self, value: &Value, is_only_value: bool) {
        let rarity = rarity(value);
        let is_counted = matches!(value, Value::Quantity(quantity) if quantity.unit == Unit::Items);
        let points = if is_only_value && !is_counted { ONCE } else { OFTEN };
        self.add(Feature::Value, points[rarity.min(4)]);
        if rarity >= 3 {
            for points in &mut self.points {
                *points = (*points).max(-10);
            }
        }
    }

    pub(super) const fn add(&mut self, part: Feature, points: i32) {
        self.points[part as usize] += points as i16;
    }
}

impl<const N: usize> From<[(Feature, i32); N]> for Score {
    fn from(parts: [(Feature, i32); N]) -> Self {
        let mut score = Self::default();
        parts.into_iter().for_each(|(part, points)| score.add(part, points));
        score
    }
}

/// Points for equal values by how much they tell, from nothing to four digits.
const OFTEN: [i32; 5] = [6, 6, 30, 58, 66];

/// The same for a value with a unit, or a time, that each of the two articles has only once.
const ONCE: [i32; 5] = [6, 20, 42, 60, 66];

/// Points for values at the same place of sentences that are copies but for a few words: enough for any kind. Where
/// words of their own stand behind the values, those may count other things.
pub const PARALLEL: i32 = 100;
const LOOSELY_PARALLEL: i32 = 60;

/// Points for an only number of its sort when nothing else speaks for or against it.
const ONLY: i32 = 10;

/// Points for an only speed, area, temperature or the like of each of two reports: hardly less than it takes, since
/// one story seldom has two, and its report seldom tells the other alone.
const LONE: i32 = 68;

/// Points for people of two sorts: those of one are hardly those of the other.
const OTHER_SORT: i32 = -20;

/// Sentences of an article that speak of a thing which is hardly spoken of.
const FEW: usize = 3;

/// Scores two values of one kind; none when they cannot be about the same thing.
#[must_use]
pub fn score(
    left: &Candidate<'_>,
    right: &Candidate<'_>,
    terms: &Terms,
    likeness: &Likeness,
    relation: ValueRelation,
) -> Option<Score> {
    let place = likeness.parallel.place(left.place(), right.place());
    let copied = place.map_or(0, |place| if place.loose.1 == 0 { PARALLEL } else { LOOSELY_PARALLEL });
    if left.kind() == Kind::Time {
        let mut score = times::score(left, right, terms, likeness, relation);
        score.add(Feature::Parallel, copied);
        return Some(score);
    }
    // "The second half", "the first half": of one thing in copies alone, and then only where they differ.
    if left.is_rank() && (place.is_none() || relation == ValueRelation::Equal) {
        return None;
    }
    // "60 per cent had an alarm", "four in ten had no alarm": what is left of one is the other.
    if relation == ValueRelation::Disjoint && left.is_denied != right.is_denied {
        return None;
    }
    let (one, other) = (&left.stated.frame, &right.stated.frame);
    if one.is_age != other.is_age {
        return None;
    }
    let apart = relation == ValueRelation::Disjoint;
    // A copy in which both the verb and the number are others tells something else.
    let is_other_deed = || place.is_some() && are_of_other_deeds(left, right, terms);
    let are_others = || left.is_of_another_fate(right) || left.is_of_another_origin(right) || is_other_deed();
    if apart && left.kind() == Kind::Count && are_others() {
        return None;
    }
    // "Twenty others" come on top of those told before, and whose "their two children" are the words do not say.
    if apart && place.is_none() && (left.is_extra != right.is_extra || are_of_two_occasions(left, right)) {
        return None;
    }
    let size = if place.is_none() && (apart || relation == ValueRelation::Overlapping) {
        size_penalty(&left.stated.mention.value, &right.stated.mention.value)?
    } else {
        0
    };
    let mut score = Score::default();
    score.add(Feature::Parallel, copied);
    if apart {
        score.add(Feature::Value, likeness_of_digits(&left.stated.mention.value, &right.stated.mention.value));
        score.add(Feature::Size, nearness_apart(&left.stated.mention.value, &right.stated.mention.value));
    }
    let sentence = likeness.percent(left.sentence(), right.sentence()) as i32;
    match left.kind() {
        _ if one.is_age && place.is_some() => {}
        _ if one.is_age => {
            score_age(left, right, relation, &mut score)?;
            // "A six-year-old boy fell into a well" here and there: what is told of him says who he is.
            let is_unnamed = left.names.is_empty() && right.names.is_empty();
            score.add(Feature::Sentence, if is_unnamed { sentence * 4 / 10 } else { 0 });
        }
        Kind::Count => {
            score_head(left, right, apart, &mut score);
            // "12 people were killed", "ten tourists and two guides were killed": copies that count other people.
            if apart && score.of(Feature::Head) <= -20 {
                score.add(Feature::Parallel, -copied);
            }
            score_predicate(left, right, apart, terms, &mut score);
            score_anchors(left, right, terms, &mut score);
            score.add(Feature::Sentence, sentence * 3 / 10);
            if apart && score.of(Feature::Head) > 0 {
                score.add(Feature::Near, (near_alike(left, right, terms) * 3 - 12).clamp(0, 16));
            }
            score_only(left, right, apart, &mut score);
        }
        _ => {
            score_bag(left, right, terms, &mut score);
            score_direction(left, right, terms, &mut score);
            if apart && place.is_none() && part_apart(&left.subject_names, &right.subject_names) {
                score.add(Feature::Modifiers, -40);
            }
            score.add(Feature::Sentence, sentence * 4 / 10);
            // One speed here and one there, of something that both name.
            let is_only = left.is_only_of_its_sort && right.is_only_of_its_sort && score.of(Feature::Anchors) >= 8;
            let is_lone = left.is_only_of_its_sort && right.is_only_of_its_sort && score.of(Feature::Size) == 0;
            let points = if is_only { 55 } else { pinned(left, right, terms) };
            let points = if is_lone { points.max(LONE + 6 * i32::from(left.has_one_level())) } else { points };
            let is_shared = left.is_told_by_all || right.is_told_by_all;
            score.add(Feature::OnlyOne, if apart && !is_shared { points } else { 0 });
        }
    }
    let mut scope = 0;
    // "Nine students were taken to the clinic", "eleven of the students were": where the same is told of both, a part
    // of them is what both count.
    let is_told_of_both = score.of(Feature::Predicate) >= 30 || score.of(Feature::Anchors) >= 15;
    let are_parts = left.is_part && right.is_part && left.is_anaphoric && right.is_anaphoric;
    scope -= if apart && are_parts && score.of(Feature::Anchors) < 15 {
        // "And 31 to another hospital", "and 16 who could walk": parts of which whole, neither says.
        40
    } else if left.is_part == right.is_part {
        0
    } else if apart && !is_told_of_both {
        30
    } else {
        15
    };
    scope -= if one.is_change == other.is_change { 0 } else { 25 };
    // "With another 1,000 troops" is hardly the same thousand as "nearly 1,000 troops".
    scope -= if left.is_further != right.is_further { 20 } else { 0 };
    scope -= if apart && (one.is_owned || other.is_owned) { 20 } else { 0 };
    scope -= if one.is_earlier == other.is_earlier { 0 } else { 40 };
    scope -= if apart && left.is_habitual != right.is_habitual { 40 } else { 0 };
    score.add(Feature::Scope, scope);
    score_occasion(left, right, apart, place.is_some(), &mut score);
    score.add(Feature::Size, size);
    if left.in_opening && right.in_opening {
        score.add(Feature::Opening, 5);
    }
    if relation == ValueRelation::Overlapping {
        score.add(Feature::Value, nearness(&left.stated.mention.value, &right.stated.mention.value));
    }
    if relation == ValueRelation::Equal {
        score.add_agreement(&left.stated.mention.value, left.is_only_value && right.is_only_value);
    }
    if apart && place.is_none() && !one.is_age && are_of_others(left, right, terms) {
        return None;
    }
    Some(score)
}

/// Whether more than what is counted speaks for two numbers that differ: what happened to it, what hangs on it, the
/// sentences, or their digits. A thing that both reports hardly speak of otherwise needs least; one that different
/// things happen to, most.
#[must_use]
pub fn is_told_alike(left: &Candidate<'_>, right: &Candidate<'_>, score: &Score) -> bool {
    let predicate = score.of(Feature::Predicate);
    let other =
        score.of(Feature::Anchors) + score.of(Feature::Near) + score.of(Feature::Sentence) + score.of(Feature::Value);
    let is_rare =
        score.of(Feature::OnlyOne) > 0 && left.told_in.max(right.told_in) <= FEW && is_large(left) && is_large(right);
    let is_told_once = score.of(Feature::OnlyOne) > 0 && is_told_once(left, right);
    let needed = match () {
        () if is_rare || predicate >= 25 => 0,
        () if is_told_once && left.is_thing() && right.is_thing() => 0,
        () if is_told_once && predicate >= 0 => 8,
        () if predicate >= 0 => 9,
        () => 20,
    };
    other >= needed
}

/// Whether both reports hardly speak of what is counted but for this.
fn is_told_once(left: &Candidate<'_>, right: &Candidate<'_>) -> bool {
    left.told_in.max(right.told_in) < FEW
}

fn is_large(one: &Candidate<'_>) -> bool {
    matches!(&one.stated.mention.value, Value::Quantity(quantity) if quantity.written >= Ratio::whole(10))
}

fn score_head(left: &Candidate<'_>, right: &Candidate<'_>, apart: bool, score: &mut Score) {
    let shared = left.head.iter().any(|term| right.head.contains(term));
    // "12 deaths" and "12 people died", "200 protesters" and "200 people protested": what happened stands in place of
    // whom it happened to.
    let names_happening = |noun: &Candidate<'_>, verb: &Candidate<'_>| {
        let may = match (noun.people, verb.people) {
            (None, Some(_)) => true,
            (Some(_), people) => people == Some(0),
            (None, None) => false,
        };
        may && noun.head.iter().any(|term| verb.predicate.contains(term))
    };
    let points = if left.head.is_empty() && left.people.is_none() || right.head.is_empty() && right.people.is_none() {
        0
    } else if shared {
        40
    } else if names_happening(left, right) || names_happening(right, left) {
        25
    } else {
        match (left.people, right.people) {
            // "Two locals were killed" hardly are the "12 people killed": they are some of them.
            (Some(0), Some(1..)) if apart && is_less_than_half(right, left) => -25,
            (Some(1..), Some(0)) if apart && is_less_than_half(left, right) => -25,
            (Some(0), Some(_)) | (Some(_), Some(0)) => 15,
            (Some(_), Some(_)) => OTHER_SORT,
            _ => -40,
        }
    };
    score.add(Feature::Head, points);
    if part_apart(&left.modifiers, &right.modifiers) {
        score.add(Feature::Modifiers, -12);
    } else if apart && left.modifiers.is_empty() != right.modifiers.is_empty() {
        score.add(Feature::Modifiers, -8);
    }
    if part_apart(&left.subject_names, &right.subject_names) {
        score.add(Feature::Modifiers, if apart { -25 } else { -15 });
    } else if apart && part_apart(&left.names, &right.names) {
        score.add(Feature::Modifiers, -15);
    }
}

/// Whether both have words and share none.
fn part_apart(one: &[Term], other: &[Term]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|term| other.contains(term))
}

fn is_less_than_half(one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let (Value::Quantity(one), Value::Quantity(other)) = (&one.stated.mention.value, &other.stated.mention.value)
    else {
        return false;
    };
    one.written.plus(one.written).is_some_and(|double| double < other.written)
}

/// What each article counts once is likely the same thing; where the numbers differ, only with something else that
/// speaks for it: every report of a match has some number of games.
fn score_only(left: &Candidate<'_>, right: &Candidate<'_>, apart: bool, score: &mut Score) {
    let shares_head = left.head.iter().any(|term| right.head.contains(term));
    if shares_head && left.is_only_of_its_sort && right.is_only_of_its_sort {
        let other = score.of(Feature::Predicate)
            + score.of(Feature::Anchors)
            + score.of(Feature::Near)
            + score.of(Feature::Sentence);
        let is_rare = left.told_in.max(right.told_in) <= FEW && is_large(left) && is_large(right)
            || is_told_once(left, right) && left.is_thing() && right.is_thing();
        let is_close = size_penalty(&left.stated.mention.value, &right.stated.mention.value) == Some(0);
        score.add(Feature::OnlyOne, if apart && !(is_rare && is_close) { (ONLY + other).clamp(0, 22) } else { 22 });
    }
}

/// What happened by the predicate, and by heads that the other does not count.
fn happenings<'c>(
    one: &'c Candidate<'_>,
    other: &'c Candidate<'_>,
    terms: &'c Terms,
) -> impl Iterator<Item = &'c Term> {
    let heads = one.head.iter().filter(|term| terms.is_concept(**term) && !other.head.contains(term));
    one.predicate.iter().chain(heads)
}

/// Whether two numbers of people are told with verbs that have nothing in common: "will hire 120", "will lay off 130".
fn are_of_other_deeds(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms) -> bool {
    let verbs = |of: &Candidate<'_>| !of.predicate.is_empty() && of.light.is_empty() && !of.is_level;
    left.people.is_some()
        && right.people.is_some()
        && verbs(left)
        && verbs(right)
        && !happenings(left, right, terms).any(|term| happenings(right, left, terms).any(|other| other == term))
}

fn score_predicate(left: &Candidate<'_>, right: &Candidate<'_>, apart: bool, terms: &Terms, score: &mut Score) {
    let (mine, theirs) = (|| happenings(left, right, terms), || happenings(right, left, terms));
    let says = |term: &Term| theirs().any(|other| other == term);
    let is_light = left.light.iter().any(|term| says(term) || right.light.contains(term))
        || right.light.iter().any(|term| mine().any(|other| other == term));
    // One person is not both killed and arrested; a house may be damaged in one report and destroyed in another.
    let is_concept = |term: &Term| terms.is_concept(*term);
    let are_things = left.is_thing() && right.is_thing();
    let points = if is_light {
        30
    } else if mine().next().is_none() || theirs().next().is_none() {
        0
    } else if mine().any(says) {
        30
    } else if mine().any(is_concept) && theirs().any(is_concept) && !are_things {
        -25
    } else {
        -8
    };
    score.add(Feature::Predicate, points);
    // "27 were still missing", "33 missing people": each tells of one number of missing alone.
    let is_own = |term: &Term| {
        terms.is_concept(*term) && left.own.contains(term) && right.own.contains(term) && right.predicate.contains(term)
    };
    let are_people = left.people.is_some() && right.people.is_some();
    let is_bare = are_people && (left.head.is_empty() || right.head.is_empty());
    // "Four skiers died", "six of her friends are dead": of another sort by their nouns, but no others died.
    let is_other_sort = are_people
        && score.of(Feature::Head) == OTHER_SORT
        && !is_less_than_half(left, right)
        && !is_less_than_half(right, left);
    if apart && (is_bare || is_other_sort) && left.predicate.iter().any(is_own) {
        score.add(Feature::OnlyOne, if is_other_sort { 15 - OTHER_SORT } else { 10 });
    }
}

fn score_anchors(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let shared: u32 =
        left.others.iter().filter(|term| right.others.contains(term)).map(|&term| terms.weight(term)).sum();
    // Parts of one and the same whole are hardly parts of two things.
    let is_of_one = left.whole.is_some() && left.whole == right.whole;
    score.add(Feature::Anchors, (shared as i32 * 3 + if is_of_one { 24 } else { 0 }).min(24));
}

/// The weighted share of the words around two values that both have.
fn score_bag(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let weigh = |candidate: &Candidate<'_>| candidate.all().map(|term| terms.weight(term)).sum::<u32>();
    let (one, other) = (weigh(left), weigh(right));
    if one == 0 || other == 0 {
        return;
    }
    let has = |term: Term| right.all().any(|other| other == term);
    let shared: u32 = left.all().filter(|&term| has(term)).map(|term| terms.weight(term)).sum();
    // Against the mean of both, so that "revenue" is not all of "revenue from sensors"; and a bag of one common word
    // must not count as a full match.
    score.add(Feature::Anchors, (shared * 120 / (one + other).max(20)).min(60) as i32);
    let is_head = |term: &&Term| right.head.contains(term);
    if let Some(&shared) = left.head.iter().find(is_head) {
        // "24 km deep", "at a depth of 10 km": what is measured stands in a set.
        let is_named = left.is_length() && terms.is_concept(shared);
        let points = if is_named { 25 } else { 15 };
        score.add(Feature::Head, if left.is_level && right.is_level { 40 } else { points });
    }
    if left.predicate.iter().any(|term| right.predicate.contains(term)) {
        score.add(Feature::Predicate, 10);
    }
    // "Revenue climbed 8 per cent", "grew by nine": by how much one and the same thing changed.
    let changes = left.stated.frame.is_change && right.stated.frame.is_change;
    let shares = |term: &Term| {
        right.subject.contains(term)
            && (!terms.is_concept(*term) || left.own.contains(term) && right.own.contains(term))
    };
    if changes && left.subject.iter().any(shares) {
        score.add(Feature::Head, 40);
    }
}

/// Points for words that each article has around these two values alone, of all that might be taken for either: what
/// both measure most of all, and at least two words else. Judgement: with them two sums that are told in words of
/// their own pass, and two that share a common word do not.
fn pinned(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms) -> i32 {
    let shared = || left.own.iter().filter(|term| right.own.contains(term));
    // "A penalty of £5m", "was fined £6m": what happened may be the noun here and the verb there.
    let is_core = |term: &Term| {
        let crosses =
            |one: &Candidate<'_>, other: &Candidate<'_>| one.head.contains(term) && other.predicate.contains(term);
        left.head.contains(term) && right.head.contains(term)
            || terms.is_concept(*term) && (crosses(left, right) || crosses(right, left))
    };
    let weight: u32 = shared().map(|&term| terms.weight(term)).sum();
    let points = if shared().any(is_core) { (24 + weight as i32 * 3).min(48) } else { 0 };
    let near = near_alike(left, right, terms);
    // One sum, share or length of its size here and one there.
    let is_lone = left.is_lone && right.is_lone && near > 0;
    points.max((near * 4 - 10).clamp(0, 30) + if is_lone { 15 } else { 0 })
}

/// The weight of the words that stand near these two values alone.
fn near_alike(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms) -> i32 {
    let shared = left.near.iter().filter(|term| right.near.contains(term));
    shared.map(|&term| terms.weight(term)).sum::<u32>() as i32
}

/// A rise is no fall, a sale no purchase: two happenings of which neither report names the other's.
fn score_direction(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let tells = |candidate: &Candidate<'_>| candidate.predicate.iter().any(|&term| terms.is_concept(term));
    let is_shared = |&term: &Term| terms.is_concept(term) && right.predicate.contains(&term);
    if tells(left) && tells(right) && !left.predicate.iter().any(is_shared) {
        score.add(Feature::Predicate, -15);
    }
}

/// Ages belong together when the person does: a shared name, else a shared noun for who it is.
fn score_age(left: &Candidate<'_>, right: &Candidate<'_>, relation: ValueRelation, score: &mut Score) -> Option<()> {
    let shared = left.names.iter().filter(|name| right.names.contains(name)).count();
    // A surname alone is somebody of that name; two full names must share more than it.
    if shared >= left.names.len().min(right.names.len()).clamp(1, 2) {
        score.add(Feature::Head, 90);
        return Some(());
    }
    if !left.names.is_empty() && !right.names.is_empty() {
        return None;
    }
    let is_shared = |term: &&Term| right.head.contains(term);
    if let Some(shared) = left.head.iter().find(is_shared) {
        score.add(Feature::Head, 60);
        // "The oldest of the victims", "the eldest of those who died"; "a six-year-old boy", the only one of his age.
        let is_own = left.own.contains(shared) && right.own.contains(shared);
        let is_one = left.people.is_none() && is_own || left.is_lone_age && right.is_lone_age;
        score.add(Feature::OnlyOne, if is_one { 20 } else { 0 });
        return Some(());
    }
    // "A 36-year-old woman", "the hiker, 39": each report gives one age alone, and neither says whose.
    let is_lone = left.is_lone_age && right.is_lone_age && left.names.is_empty() && right.names.is_empty();
    if is_lone && relation == ValueRelation::Disjoint && left.people.is_some() && right.people.is_some() {
        score.add(Feature::OnlyOne, 80);
        return Some(());
    }
    // "Maria Kovač, 43" and "the 43-year-old nurse": who it is nobody can tell but by the age.
    (left.article != right.article && relation != ValueRelation::Disjoint && left.is_only_value && right.is_only_value)
        .then(|| score.add(Feature::Head, 20))
}
