//! Slots of claims: what one report affirms and another denies.
//!
//! Unlike numbers, predicates are repeated all over a report, so a slot needs more than a shared word: the
//! claims must share what they are about, and neither report may tell the other's version as well. Most of what
//! differs between two reports is wording; where there is doubt, nothing is shown.

use super::{
    Reading, Rule, Slot, SlotLink,
    party::{Party, arguments, parties, shared},
};
use crate::{
    alignment::{
        score::{LONG_BETWEEN, Part, Score, days_near},
        sentences::Likeness,
        terms::{Term, Terms},
    },
    facts::{
        Certainty, Kind, Value,
        polarity::{Aspect, Claim},
        quantity::Unit,
        ratio::Ratio,
        value::ValueRelation,
    },
    language::verbs::{Modality, Tense},
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

/// Pairs of one story that are looked at, so that the work stays bounded.
pub(super) const MAX_PAIRS: usize = 40_000;

/// A pair of parties that may speak of one thing.
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
        Some(SlotLink { left, right, score: self.score.clone() })
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
) -> Vec<Slot> {
    let parties = parties(readings, story, terms, Kind::Polarity);
    let mut pairs = pairs(&parties, readings, terms, likeness);
    pairs.retain(|pair| !rules.iter().any(|rule| parts(rule, &parties[pair.left], &parties[pair.right])));
    join(Kind::Polarity, &parties, pairs)
}

/// Whether the user said that two mentions are not about the same thing.
pub(super) fn parts(rule: &Rule, left: &Party<'_>, right: &Party<'_>) -> bool {
    let covers = |party: &Party<'_>, side: (usize, crate::text::ByteSpan)| {
        party.article == side.0 && party.stated.mention.span.overlaps(side.1)
    };
    !rule.is_same
        && (covers(left, rule.left) && covers(right, rule.right)
            || covers(left, rule.right) && covers(right, rule.left))
}

/// The pairs of parties of different articles that may speak of one thing, the surest first.
fn pairs(parties: &[Party<'_>], readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Vec<Pair> {
    let (mut pairs, mut seen) = (Vec::new(), 0);
    // In a few sentences nothing is rarer than what two of them have.
    let rare = RARE.min(terms.weight.iter().max().map_or(0, |most| most.saturating_sub(1)));
    'all: for left in 0..parties.len() {
        for right in left + 1..parties.len() {
            let (one, other) = (&parties[left], &parties[right]);
            let relation = one.stated.mention.value.relation(&other.stated.mention.value);
            let is_quoted =
                |party: &Party<'_>| readings[party.article].document.quoted[party.stated.mention.tokens.start];
            // Two quotations are compared by their words.
            if one.article == other.article
                || relation == ValueRelation::Incomparable
                || is_quoted(one) && is_quoted(other)
            {
                continue;
            }
            seen += 1;
            if seen > MAX_PAIRS {
                break 'all;
            }
            let percent = likeness.percent(one.sentence(), other.sentence()) as i32;
            let tells = |article: usize| {
                let own = parties.iter().filter(|party| party.article == article);
                own.filter(|party| [one, other].iter().any(|of| is_of_deed(party, of))).count()
            };
            let is_only = relation == ValueRelation::Disjoint && tells(one.article) == 1 && tells(other.article) == 1;
            let Some(score) = claims(one, other, readings, percent, terms, (rare, is_only), relation) else { continue };
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
                    let count =
                        |article: usize| parties.iter().filter(|party| party.article == article).filter(says).count();
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
                pairs.push(Pair { left, right, relation, score });
            }
        }
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.score.total()), pair.left, pair.right));
    pairs
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
    let days = |party: &Party<'_>| days_near(&readings[party.article], party.stated);
    match (days(one), days(other)) {
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
    (rare, is_only): (u32, bool),
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
    let is_only =
        is_only && parted == 0 && is_one_thing && (is_one_subject || is_of_nobody(one) || is_of_nobody(other));
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
        let is_whole = is_whole(one, mine, theirs) && is_whole(other, theirs, mine) || counts_alike();
        // The background of one report is that of the other where the words are much the same.
        let is_now = !one.is_old && !other.is_old || percent >= ALIKE && is_rare && common >= CLOSE || percent >= COPY;
        let is_plain = one.is_direct && other.is_direct && is_now && is_whole && are_as_firm(one, other, mine, theirs);
        if !(is_plain && is_reached && are_of_one_time(one, other, mine, theirs) && is_placed && is_like) {
            return None;
        }
    }
    let mut score = Score::default();
    score.add(Part::Predicate, if mine.predicate == theirs.predicate { 30 } else { 24 });
    score.add(Part::Anchors, common.min(50));
    score.add(Part::OnlyOne, if is_only { ONLY } else { 0 });
    score.add(Part::Value, if same_value { SAME_VALUE } else { 0 });
    score.add(Part::Modifiers, -20 * (parted - i32::from(same_value)).max(0));
    score.add(Part::Sentence, percent / 2);
    // Two names that have nothing in common are two people or two places.
    let is_foreign =
        !one.names.is_empty() && !other.names.is_empty() && !one.names.iter().any(|name| other.names.contains(name));
    score.add(Part::Modifiers, if is_foreign { -30 } else { 0 });
    Some(score)
}

/// The pairs of opposites of what people say and decide.
const STANCE: std::ops::RangeInclusive<i32> = 50..=57;

/// The pair of opposites of confirming and denying.
const CONFIRMING: i32 = 51;

/// Whether two claims are told without doubt, or with the same doubt: "is expected to stay", "is not expected to stay".
/// What could be is excluded by what could not.
fn are_as_firm(one: &Party<'_>, other: &Party<'_>, mine: &Claim, theirs: &Claim) -> bool {
    // "Has not been released", "denied making": the words of doubt are the denial itself.
    let is_sure = |party: &Party<'_>| match party.stated.certainty {
        Certainty::Stated | Certainty::Attributed => true,
        Certainty::Unknown | Certainty::Denied => {
            matches!(&party.stated.mention.value, Value::Claim(claim) if claim.is_negated)
        }
        Certainty::Hedged => false,
    };
    let is_hedged = |party: &Party<'_>| party.stated.certainty == Certainty::Hedged;
    let is_possible = |claim: &Claim| claim.aspect.is_some_and(|aspect| aspect.modality == Modality::Possible);
    match (is_sure(one), is_sure(other)) {
        (true, true) => true,
        (true, false) => is_hedged(other) && is_possible(theirs) && mine.is_negated,
        (false, true) => is_hedged(one) && is_possible(mine) && theirs.is_negated,
        (false, false) => is_hedged(one) && is_hedged(other) && !is_possible(mine) && !is_possible(theirs),
    }
}

/// Whether two claims tell of one time and in one mood. What is and what is not had been may both be so; but of two
/// opposites that do not follow one another, "had admitted" excludes "denied". In reported words "had" stands for "has"
/// and "was", "was" for "is" as well, "would" for "will" (Quirk et al. 1985, § 14.31).
fn are_of_one_time(one: &Party<'_>, other: &Party<'_>, mine: &Claim, theirs: &Claim) -> bool {
    let (Some(left), Some(right)) = (mine.aspect, theirs.aspect) else { return false };
    let can = |aspect: Aspect| matches!(aspect.modality, Modality::Able | Modality::Possible);
    let will = |party: &Party<'_>, aspect: Aspect| {
        aspect.tense == Tense::Future
            && (aspect.modality == Modality::Plain || party.is_reported && aspect.modality == Modality::Conditional)
    };
    // Whether the one, as reported, may be of the other's tense.
    let may_be = |party: &Party<'_>, aspect: Aspect, tense: Tense| {
        party.is_reported && !aspect.is_prior && aspect.tense == Tense::Past && tense == Tense::Present
            || aspect.is_willed && aspect.modality == Modality::Plain && tense == Tense::Future
    };
    let is_prior = |party: &Party<'_>, aspect: Aspect| aspect.is_prior && !party.is_reported;
    // "Had asked" and "did not ask"; but what had not worked before may have worked.
    let is_prior_alike = match (mine.is_negated, theirs.is_negated) {
        (false, false) => true,
        (true, false) => !is_prior(one, left) || is_prior(other, right),
        (false, true) => !is_prior(other, right) || is_prior(one, left),
        (true, true) => is_prior(one, left) == is_prior(other, right),
    };
    // Who accepts or refuses is told to do so and to have done so.
    let is_stance = mine.pairs.iter().any(|pair| STANCE.contains(&pair.abs())) || left.is_willed && right.is_willed;
    // "Has not called it off", "it is called off": what was done is so.
    let is_result = |done: Aspect, party: &Party<'_>, now: Aspect| {
        done.is_perfect && now.tense == Tense::Present && (now.is_passive || party.is_state)
    };
    let is_one_tense = left.tense == right.tense
        || is_result(left, other, right)
        || is_result(right, one, left)
        || is_stance && left.tense != Tense::Future && right.tense != Tense::Future
        || may_be(one, left, right.tense)
        || may_be(other, right, left.tense);
    let is_one_mood = left.modality == right.modality
        || can(left) && can(right)
        || (will(one, left) || left.is_willed) && (will(other, right) || right.is_willed);
    is_one_tense && is_one_mood && is_prior_alike
}

/// Whether nothing says that two claims which exclude each other are about two deeds: of two people, or done to two
/// things.
fn are_of_one_deed(one: &Party<'_>, other: &Party<'_>, mine: &Claim, theirs: &Claim, same_value: bool) -> bool {
    let meets = |mine: &[Term], theirs: &[Term]| mine.iter().any(|term| theirs.contains(term));
    if !one.people.is_empty() && !other.people.is_empty() && !meets(&one.people, &other.people) {
        return false;
    }
    // "The German was content", "Hamilton was unhappy".
    let is_of_other = |state: &Party<'_>, told: &Party<'_>| {
        state.is_state && !state.people.is_empty() && !told.subject.is_empty() && !meets(&state.people, &told.subject)
    };
    if is_of_other(one, other) || is_of_other(other, one) {
        return false;
    }
    // "It contained no apology": of this thing alone.
    let is_own = |denied: &Party<'_>, denial: &Claim, told: &Party<'_>| {
        denial.is_of_none && denied.is_followed && !meets(&denied.subject, &told.subject)
    };
    // "The boy was found", "they found no signs": what the passive is told of is the other's object.
    let is_turned = |passive: &Party<'_>, active: &Party<'_>| {
        passive.is_passive()
            && !active.is_passive()
            && !passive.subject.is_empty()
            && active.object.is_some()
            && !meets(&passive.subject, &active.complement)
    };
    if is_own(one, mine, other) || is_own(other, theirs, one) || is_turned(one, other) || is_turned(other, one) {
        return false;
    }
    // Two opposites of two objects are two deeds: "dismissed the idea", "admitted the failure".
    mine.predicate == theirs.predicate || same_value || are_of_one_thing(one, other, mine)
}

/// Whether two opposites are told of one thing: the object of an active verb, the subject of a passive.
fn are_of_one_thing(one: &Party<'_>, other: &Party<'_>, mine: &Claim) -> bool {
    let meets = |mine: &[Term], theirs: &[Term]| mine.iter().any(|term| theirs.contains(term));
    let tells_of =
        |party: &Party<'_>, object: Term| party.complement.contains(&object) || party.subject.contains(&object);
    let theme = |party: &Party<'_>| if party.is_passive() { party.head } else { party.object };
    let things = |party: &Party<'_>| -> Vec<Term> {
        let subject: &[Term] = if party.is_passive() { &party.subject } else { &[] };
        party.heads.iter().chain(subject).copied().collect()
    };
    let (left, right) = (things(one), things(other));
    let is_common = meets(&left, &right) || left.is_empty() || right.is_empty();
    // What is admitted is told in many words: of a report, or of what it reports.
    if mine.pairs.iter().any(|pair| pair.abs() == CONFIRMING) {
        let is_told = |object: Option<Term>, of: &Party<'_>| object.is_some_and(|object| tells_of(of, object));
        return is_common || is_told(theme(one), other) || is_told(theme(other), one);
    }
    if let (Some(mine), Some(theirs)) = (theme(one), theme(other))
        && tells_of(one, theirs)
        && tells_of(other, mine)
    {
        return true;
    }
    // "Accepted an invitation to talks", "turned down an offer of talks", and the same who did.
    let is_subject = |head: Option<Term>, of: &Party<'_>| head.is_some_and(|head| of.subject.contains(&head));
    is_common
        && (is_subject(one.head, other)
            || is_subject(other.head, one)
            || meets(&one.subject, &other.complement)
            || meets(&one.complement, &other.subject))
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
pub(super) fn join(kind: Kind, parties: &[Party<'_>], pairs: Vec<Pair>) -> Vec<Slot> {
    let mut group: Vec<usize> = (0..parties.len()).collect();
    let relation = |a: usize, b: usize| parties[a].stated.mention.value.relation(&parties[b].stated.mention.value);
    let mut links: Vec<Pair> = Vec::new();
    // What says the same first, so that a difference meets all that speaks for either side.
    let (equal, rest): (Vec<Pair>, Vec<Pair>) =
        pairs.into_iter().partition(|pair| pair.relation == ValueRelation::Equal);
    for pair in equal.into_iter().chain(rest) {
        let (keep, gone) = (group[pair.left].min(group[pair.right]), group[pair.left].max(group[pair.right]));
        let members = |of: usize| (0..parties.len()).filter(|&at| group[at] == of).collect::<Vec<_>>();
        let (mine, theirs) = (members(keep), members(gone));
        let clash = mine.iter().any(|&a| {
            theirs.iter().any(|&b| {
                let within = parties[a].article == parties[b].article;
                let excluded = relation(a, b) == ValueRelation::Disjoint;
                if pair.relation == ValueRelation::Disjoint { within } else { excluded }
            })
        });
        if keep == gone || clash {
            continue;
        }
        for at in theirs {
            group[at] = keep;
        }
        links.push(pair);
    }
    let mut slots = vec![Vec::new(); group.len()];
    for (at, &of) in group.iter().enumerate() {
        slots[of].push(at);
    }
    slots
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
