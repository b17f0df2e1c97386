//! Whether two claims that exclude each other are about one deed, at one time, and told as firmly.

use crate::{
    alignment::{slots::party::Party, terms::Term},
    facts::{
        Certainty, Value,
        polarity::{Aspect, Claim},
    },
    language::verbs::{Modality, Tense},
};

/// The pairs of opposites of what people say and decide.
const STANCE: std::ops::RangeInclusive<i32> = 50..=57;

/// The pair of opposites of confirming and denying.
const CONFIRMING: i32 = 51;

/// Whether two claims are told without doubt, or with the same doubt: "is expected to stay", "is not expected to stay".
/// What could be is excluded by what could not.
pub(super) fn are_as_firm(one: &Party<'_>, other: &Party<'_>, mine: &Claim, theirs: &Claim) -> bool {
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
pub(super) fn are_of_one_time(one: &Party<'_>, other: &Party<'_>, mine: &Claim, theirs: &Claim) -> bool {
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
        || mine.is_now_as(theirs)
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
pub(super) fn are_of_one_deed(
    one: &Party<'_>,
    other: &Party<'_>,
    mine: &Claim,
    theirs: &Claim,
    same_value: bool,
) -> bool {
    let meets = |mine: &[Term], theirs: &[Term]| mine.iter().any(|term| theirs.contains(term));
    if !one.people.is_empty() && !other.people.is_empty() && !meets(&one.people, &other.people) {
        return false;
    }
    // "The German was content", "Lund was unhappy".
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
    // "Nobody was hurt", "two were injured"; but "there were no cars" is of other things than "it involved a vehicle".
    let is_one_word = mine.predicate == theirs.predicate
        || mine.concept != 0
            && mine.concept == theirs.concept
            && (mine.pairs[0] != 0 && theirs.pairs.contains(&mine.pairs[0]) || !(mine.is_of_none || theirs.is_of_none));
    is_one_word || same_value || are_of_one_thing(one, other, mine)
}

/// Whether two opposites are told of one thing: the object of an active verb, the subject of a passive.
fn are_of_one_thing(one: &Party<'_>, other: &Party<'_>, mine: &Claim) -> bool {
    let meets = |mine: &[Term], theirs: &[Term]| mine.iter().any(|term| theirs.contains(term));
    let tells_of =
        |party: &Party<'_>, object: Term| party.complement.contains(&object) || party.subject.contains(&object);
    // "Halted the trial", "the trial goes on".
    let theme = |party: &Party<'_>| if party.is_passive() { party.head } else { party.object.or(party.head) };
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
