//! Slots of claims: what one report affirms and another denies.
//!
//! Unlike numbers, predicates are repeated all over a report, so a slot needs more than a shared word: the
//! claims must share what they are about, and neither report may tell the other's version as well. Most of what
//! differs between two reports is wording; where there is doubt, nothing is shown.

mod deed;

use deed::{are_as_firm, are_of_one_deed, are_of_one_time};

use super::{
    Reading, Rule, Slot, SlotLink,
    groups::{Groups, Test},
    party::{Party, arguments, parties, shared},
    relations::Relations,
};
use crate::{
    alignment::{
        score::{Feature, LONG_BETWEEN, Score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{Kind, Value, polarity::Claim, quantity::Unit, ratio::Ratio, value::ValueRelation},
};

/// Points from which two claims that exclude each other are about the same thing. On the annotated groups the pairs
/// above are right, and most of those between 35 and 50 are not.
const DISJOINT: i32 = 50;

/// Points from which two that say the same are.
pub(super) const SAME: i32 = 54;

/// The same for "no injuries" and "nobody was hurt", which say it of all: what they are told of often goes unsaid. And
/// where each report says it once.
const NONE: i32 = 36;
const ONCE: i32 = 24;

/// Likeness of sentences, in per cent, that a denial and what it denies need. In long reports of one person or one
/// club, what was denied once is told of another time elsewhere; in the annotated groups the right pairs have 17 and
/// more.
const LIKE: i32 = 15;

/// Points for shared arguments that make up for sentences which hardly share more: "he had read it from cover to cover".
const CLOSE: i32 = 30;

/// Likeness of sentences, in per cent, from which they tell the same background.
const COPY: i32 = 80;

/// The weight from which a word that two claims share tells that they are about one thing: it stands in no more than
/// an eighth of the sentences. Who and what the story is about stands in more.
const RARE: u32 = 4;

/// Pairs of one story that are looked at, so that the work stays bounded. Articles with pairs beyond it are told of.
pub(super) const MAX_PAIRS: usize = 40_000;

/// A pair of parties that may speak of one thing.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) relation: ValueRelation,
    pub(super) score: Score,
}

impl Pair {
    /// What it joined in a slot of some parties, which are in order.
    pub(super) fn link(&self, members: &[usize]) -> Option<SlotLink> {
        let (left, right) = (members.binary_search(&self.left).ok()?, members.binary_search(&self.right).ok()?);
        Some(SlotLink { left, right, score: self.score })
    }
}

/// The slots of the claims of one story.
#[must_use]
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
) -> Vec<Slot> {
    let parties = parties(readings, story, terms, Kind::Polarity, cut);
    let mut pairs = pairs(&parties, readings, terms, likeness, cut);
    pairs.retain(|pair| !rules.iter().any(|rule| rule.parts(parties[pair.left].place(), parties[pair.right].place())));
    join(Kind::Polarity, &parties, &pairs)
}

/// The pairs of each party in one list. It is made when it is known how many there are: one that grows takes three times its
/// room.
pub(super) fn surest_first(pairs: &[Vec<Pair>]) -> Vec<Pair> {
    let mut pairs = pairs.concat();
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.score.total()), pair.left, pair.right));
    pairs
}

/// The pairs of parties of different articles that may speak of one thing, the surest first.
fn pairs(
    parties: &[Party<'_>],
    readings: &[Reading<'_>],
    terms: &Terms,
    likeness: &Likeness,
    cut: &mut Vec<usize>,
) -> Vec<Pair> {
    let (mut pairs, mut seen) = (Vec::new(), 0);
    // In a few sentences nothing is rarer than what two of them have.
    let rare = RARE.min(terms.weight.iter().max().map_or(0, |most| most.saturating_sub(1)));
    'all: for left in 0..parties.len() {
        pairs.push(Vec::new());
        for right in left + 1..parties.len() {
            let (one, other) = (&parties[left], &parties[right]);
            if one.article == other.article {
                continue;
            }
            let relation = one.stated.mention.value.relation(&other.stated.mention.value);
            let is_quoted =
                |party: &Party<'_>| readings[party.article].document.quoted[party.stated.mention.tokens.start];
            // Two quotations are compared by their words.
            if relation == ValueRelation::Incomparable || is_quoted(one) && is_quoted(other) {
                continue;
            }
            seen += 1;
            if seen > MAX_PAIRS {
                cut.extend(parties[left..].iter().map(|party| party.article));
                break 'all;
            }
            let percent = likeness.percent(one.sentence(), other.sentence()) as i32;
            let tells = |article: usize| {
                let own = parties.iter().filter(|party| party.article == article);
                own.filter(|party| [one, other].iter().any(|of| is_of_deed(party, of))).take(2).count()
            };
            let is_only =
                || relation == ValueRelation::Disjoint && tells(one.article) == 1 && tells(other.article) == 1;
            let Some(score) = claims(one, other, readings, percent, terms, (rare, &is_only), relation) else {
                continue;
            };
            let is_of_none = |party: &Party<'_>| {
                matches!(&party.stated.mention.value, Value::Claim(claim) if claim.is_of_none || claim.is_of_no_harm())
                    && party.is_direct
                    && !party.is_part
                    && party.is_old == one.is_old
            };
            let least = match relation {
                ValueRelation::Disjoint => DISJOINT,
                ValueRelation::Equal
                    if is_of_none(one) && is_of_none(other) && (!one.is_old || is_one_day(one, other, readings)) =>
                {
                    // Each report says it once, or the words must say that they speak of one event.
                    let says = |party: &&Party<'_>| {
                        is_of_none(party)
                            && party.stated.mention.value.relation(&one.stated.mention.value) == ValueRelation::Equal
                    };
                    let count = |article: usize| {
                        parties.iter().filter(|party| party.article == article).filter(says).take(2).count()
                    };
                    if count(one.article) == 1 && count(other.article) == 1 { ONCE } else { NONE }
                }
                _ => SAME,
            };
            // A report that tells both tells of a change or of a dispute.
            let says = |article: usize, party: &Party<'_>| {
                parties.iter().any(|known| known.article == article && has_words_of(known, party))
            };
            // What a report denies weeks later may have been so before.
            let published = |party: &Party<'_>| readings[party.article].published.map(|published| published.day.0);
            let is_long_between = || {
                matches!((published(one), published(other)), (Some(mine), Some(theirs))
                    if (mine - theirs).abs() >= LONG_BETWEEN)
            };
            let is_doubtful = || {
                !is_one_day(one, other, readings)
                    || is_long_between()
                    || says(one.article, other)
                    || says(other.article, one)
            };
            if score.total() >= least && !(relation == ValueRelation::Disjoint && is_doubtful()) {
                pairs[left].push(Pair { left, right, relation, score });
            }
        }
    }
    surest_first(&pairs)
}

/// Whether two claims can be held against each other at all.
fn is_of_deed(one: &Party<'_>, other: &Party<'_>) -> bool {
    one.stated.mention.value.relation(&other.stated.mention.value) != ValueRelation::Incomparable
}

/// Whether two claims have one predicate, by its word or one of opposites, and both affirm or both deny it.
fn has_words_of(one: &Party<'_>, other: &Party<'_>) -> bool {
    match (&one.stated.mention.value, &other.stated.mention.value) {
        (Value::Claim(mine), Value::Claim(theirs)) => {
            mine.predicate == theirs.predicate && mine.is_negated == theirs.is_negated
        }
        _ => false,
    }
}

/// Whether nothing that stands near two parties puts them on different days.
pub(super) fn is_one_day(one: &Party<'_>, other: &Party<'_>, readings: &[Reading<'_>]) -> bool {
    match (one.days(readings), other.days(readings)) {
        (Some(one), Some(other)) => one.0 < other.1 && other.0 < one.1,
        _ => true,
    }
}

/// Two claims about one predicate: they meet where they share their arguments.
fn claims(
    one: &Party<'_>,
    other: &Party<'_>,
    readings: &[Reading<'_>],
    percent: i32,
    terms: &Terms,
    (rare, is_only): (u32, &dyn Fn() -> bool),
    relation: ValueRelation,
) -> Option<Score> {
    let (Value::Claim(mine), Value::Claim(theirs)) = (&one.stated.mention.value, &other.stated.mention.value) else {
        return None;
    };
    // That both affirm it goes without saying; that both deny it is worth a line, be it that one says who was spared.
    let both_deny = mine.is_negated && theirs.is_negated
        || mine.is_negated != theirs.is_negated && relation == ValueRelation::Equal;
    if relation != ValueRelation::Disjoint && !both_deny {
        return None;
    }
    let (common, parted) = arguments(one, other, terms);
    // Each report tells such a thing once, and of one subject, or one says that it happened to nobody.
    let is_of_nobody = |denied: &Party<'_>| {
        denied.head.is_none()
            && matches!(&denied.stated.mention.value, Value::Claim(claim) if claim.is_of_none && claim.concept != 0)
            && one.is_passive() == other.is_passive()
    };
    let is_one_subject = one.head.is_some() && one.head == other.head;
    // Of opposites, what is told of both must not be two things.
    let is_one_thing = mine.predicate == theirs.predicate
        || one.complement.is_empty()
        || other.complement.is_empty()
        || shared(&one.complement, &other.complement, terms) > 0;
    // Each report tells of this deed once, in the same word, and of something that the other names as well.
    let is_sole = mine.predicate == theirs.predicate && common > 0 && percent >= LIKE && is_only();
    let is_only =
        parted == 0 && is_one_thing && (is_one_subject || is_of_nobody(one) || is_of_nobody(other)) && is_only();
    let value = |party: &Party<'_>, at: usize| &readings[party.article].facts.mentions[at].mention.value;
    let same_value = one.values.iter().any(|&mine| {
        let mine = value(one, mine);
        is_telling(mine) && other.values.iter().any(|&at| mine.relation(value(other, at)) == ValueRelation::Equal)
    });
    if relation == ValueRelation::Disjoint {
        // What nobody of one sort did, somebody of another may have done.
        let reaches = |denied: &Party<'_>, told: &Party<'_>| {
            // Who did it goes by many names, "the master" and "the captain"; but "no alarm" is of alarms alone.
            let is_of_none = matches!(&denied.stated.mention.value, Value::Claim(claim) if claim.is_of_none);
            let is_same_deed = || {
                let crossing =
                    shared(&denied.subject, &told.complement, terms) + shared(&denied.complement, &told.subject, terms);
                !is_of_none
                    && (denied.is_loose && (common > 0 || percent >= ALIKE)
                        || denied.is_passive() != told.is_passive() && crossing > 0
                        || percent >= ALIKE && shared(&denied.complement, &told.complement, terms) > 0)
            };
            same_value
                || is_sole && !is_of_none && (one.is_followed || other.is_followed)
                || denied.head.is_none_or(|head| told.subject.contains(&head) || told.complement.contains(&head))
                || is_same_deed()
        };
        let is_reached = (!mine.is_negated || reaches(one, other)) && (!theirs.is_negated || reaches(other, one));
        let arguments = [&one.subject, &one.complement];
        let is_rare = arguments.into_iter().flatten().any(|term| {
            terms.weight(*term) >= rare && (other.subject.contains(term) || other.complement.contains(term))
        });
        if !are_of_one_deed(one, other, mine, theirs, same_value) {
            return None;
        }
        // "Did not stop at the signal", "stopped at the station": what is denied of one place may be so of another.
        let has_both = |of: fn(&Party<'_>) -> bool| of(one) && of(other);
        let is_elsewhere = mine.predicate == theirs.predicate
            && one.is_passive() == other.is_passive()
            && has_both(|party| party.has_object && !party.complement.is_empty())
            && shared(&one.complement, &other.complement, terms) == 0;
        if is_elsewhere && !same_value {
            return None;
        }
        // Where each says such a thing hardly more than once, it need be no rare thing that it is told of.
        let is_rare_deed = common > 0
            && one.predicate.iter().any(|term| terms.weight(*term) >= rare && other.predicate.contains(term));
        let is_placed = is_rare || is_rare_deed || same_value || percent >= ALIKE || is_only;
        let is_like = percent >= LIKE || same_value || is_rare && common >= CLOSE || is_only;
        let is_whole = |party: &Party<'_>, claim: &Claim, denial: &Claim| {
            // "Two survivors" and "no survivors": what holds of none does not hold of some.
            !party.is_part || !claim.is_negated && denial.is_of_none
        };
        // "Two nurses were cleared", "two nurses were convicted".
        let counts_alike = || {
            let is_count = |value: &Value| matches!(value, Value::Quantity(quantity) if quantity.unit == Unit::Items);
            one.values.iter().any(|&mine| {
                let mine = value(one, mine);
                is_count(mine) && other.values.iter().any(|&at| mine.relation(value(other, at)) == ValueRelation::Equal)
            })
        };
        let is_whole = is_whole(one, mine, theirs) && is_whole(other, theirs, mine)
            || counts_alike()
            || is_sole && parted == 0 && (mine.is_negated || !one.is_part) && (theirs.is_negated || !other.is_part);
        // The background of one report is that of the other where the words are much the same.
        let is_now = !one.is_old && !other.is_old
            || is_sole && parted == 0
            || percent >= ALIKE && is_rare && common >= CLOSE
            || percent >= COPY;
        let is_plain = one.is_direct && other.is_direct && is_now && is_whole && are_as_firm(one, other, mine, theirs);
        if !(is_plain && is_reached && are_of_one_time(one, other, mine, theirs) && is_placed && is_like) {
            return None;
        }
    }
    let mut score = Score::default();
    score.add(Feature::Predicate, if mine.predicate == theirs.predicate { 30 } else { 24 });
    score.add(Feature::Anchors, common.min(50));
    score.add(Feature::OnlyOne, if is_only { ONLY } else { 0 });
    score.add(Feature::Value, if same_value { SAME_VALUE } else { 0 });
    score.add(Feature::Modifiers, -20 * (parted - i32::from(same_value)).max(0));
    score.add(Feature::Sentence, percent / 2);
    // Two names that have nothing in common are two people or two places.
    let is_foreign =
        !one.names.is_empty() && !other.names.is_empty() && !one.names.iter().any(|name| other.names.contains(name));
    score.add(Feature::Modifiers, if is_foreign { -30 } else { 0 });
    Some(score)
}

/// Points for what each of two reports tells but once, of one subject.
const ONLY: i32 = 24;

/// Points for one number of two claims' arguments: "the 90-megawatt plant" is hardly another in the other report.
const SAME_VALUE: i32 = 24;

/// Whether a value is no small count, which anything has.
fn is_telling(value: &Value) -> bool {
    match value {
        Value::Quantity(quantity) => quantity.unit != Unit::Items || quantity.written >= Ratio::whole(10),
        _ => false,
    }
}

/// Likeness of sentences, in per cent, from which two claims or things in them need no rare argument in common. Above
/// what sentences need to tell the same, for they tell of several things.
pub(super) const ALIKE: i32 = 40;

/// Joins pairs into slots, the surest first. A slot holds no two of one article that exclude each other: an article
/// that tells both versions tells of a change or of a dispute.
pub(super) fn join(kind: Kind, parties: &[Party<'_>], pairs: &[Pair]) -> Vec<Slot> {
    let mut groups = Groups::new(parties.len());
    let mut relations = Relations::new(parties.iter().map(|party| &party.stated.mention.value));
    let mut links: Vec<&Pair> = Vec::new();
    // What says the same first, so that a difference meets all that speaks for either side.
    let of = |is_equal: bool| pairs.iter().filter(move |pair| (pair.relation == ValueRelation::Equal) == is_equal);
    for pair in of(true).chain(of(false)) {
        let both = [pair.left, pair.right];
        let is_joined = if pair.relation == ValueRelation::Disjoint {
            groups.join(both, Test::Articles, &mut |a, b| parties[a].article != parties[b].article)
        } else {
            // What one article tells apart ("a gold watch", "a diver's watch") is no one thing because another says less.
            groups.join(both, Test::Values, &mut |a, b| match relations.of(a, b) {
                ValueRelation::Equal => true,
                ValueRelation::Disjoint => false,
                _ => parties[a].article != parties[b].article,
            })
        };
        if is_joined {
            links.push(pair);
        }
    }
    groups
        .in_order()
        .into_iter()
        .filter(|members| members.iter().any(|&at| parties[at].article != parties[members[0]].article))
        .map(|members| Slot {
            kind,
            values: members.iter().map(|&at| (parties[at].article, parties[at].mention)).collect(),
            links: links.iter().filter_map(|pair| pair.link(&members)).collect(),
            is_contested: false,
            by_day: false,
        })
        .collect()
}
