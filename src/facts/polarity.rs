//! What is said to be so and what is said not to be.
//!
//! Finds
//! : the main predicates of a sentence, each with its sign: verb groups ("has not conceded", "was damaged"), what
//!   stands behind "is" ("were not working", "was complete"), and nouns that are denied ("no injuries", "without
//!   loss of life").
//!
//! Why a reader cares
//! : "voted against it" and "supported it" differ by no number and no name.
//!
//! Example
//! : in "The barriers were not working", "were not working" denies "work" of the barriers.
//!
//! Leaves out on purpose
//! : verbs of saying and thinking, which are attributions and hedges; infinitives ("to appeal"), which tell what is
//!   wanted or due and not what was done.
//!
//! Known misses
//! : denial by a verb that is in no list ("shied away from paying"), and by irony.
//!
//! # Sources
//! Denial reaches from its word to the end of the clause, as in Chapman et al., *NegEx* (2001). What a verb such as
//! "fail" makes of the one behind it follows Karttunen, *Implicative Verbs* (1971).

mod antecedent;
mod claim;
mod denial;
pub mod frame;

use std::ops::Range;

pub use claim::{Aspect, Claim};

use super::{
    Certainty, Kind, Mention, Precision, Value,
    certainty::{self, Cue, DENYING, SAYING, WILL},
};
use crate::language::{
    Document, Sentence, lemmas,
    lexicon::{Class, EN, Entry, Word},
    tags::Upos,
    verbs::{Modality, Tense, VerbGroup, Voice},
};
use crate::text::lowercase;

/// The pair of [`Class::Antonym`] whose verbs say that something stays as it is: stay, remain.
const REMAINING: i32 = 226;

/// Tokens by which a denied subject or object may be longer than its verb and still be shown with it.
const LONG_ARGUMENT: usize = 6;

/// Tokens of an object that begins with a number and is shown with its verb.
const COUNTED: usize = 3;

/// The numbers of [`Class::Report`] from which a verb tells what somebody did, not only what was said: deny, confirm.
const ACT_OF_SPEECH: i32 = 2;

/// The predicates of a sentence with their signs, in order. `cues` are its words of doubt and speech.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, cues: &[Cue]) -> Vec<Mention> {
    let groups = document.verbs_of(&sentence.tokens);
    let reader = Reader { document, sentence: sentence.tokens.clone(), groups, cues };
    let mut found: Vec<(Range<usize>, Claim)> = (0..groups.len()).filter_map(|at| reader.verbal(at)).collect();
    for at in sentence.tokens.clone() {
        let may_deny = document.tokens[at].classes.may_hold(Class::Negative);
        if may_deny && !found.iter().any(|(tokens, _)| tokens.contains(&at)) {
            found.extend(reader.nominal(at));
        }
    }
    found.sort_by_key(|(tokens, _)| tokens.start);
    let mention = |(tokens, claim): (Range<usize>, Claim)| Mention {
        kind: Kind::Polarity,
        span: document.span(tokens.clone()),
        tokens,
        value: Value::Claim(claim),
        precision: Precision::Exact,
    };
    found.into_iter().map(mention).collect()
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: Range<usize>,
    groups: &'d [VerbGroup],
    cues: &'d [Cue],
}

/// What a verb group says happened.
struct Predicate {
    /// The token whose dictionary form names it.
    name: usize,
    /// Where its words end.
    end: usize,
    /// Whether an object denies it: "suffered no damage".
    is_negated: bool,
}

impl Reader<'_, '_> {
    /// What a verb group affirms or denies.
    fn verbal(&self, index: usize) -> Option<(Range<usize>, Claim)> {
        let document = self.document;
        let group = &self.groups[index];
        let governor =
            index.checked_sub(1).map(|before| &self.groups[before]).filter(|before| self.governs(before, group));
        if self.only_leads(index) {
            return None;
        }
        let first = group.tokens.start;
        let is_bare = group.tense.is_none() && governor.is_none();
        // "Without retaliating" denies; behind other prepositions a form in -ing names an action, it does not tell one.
        let before = first.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let preposition = before.filter(|&at| matches!(document.tag(at), Upos::Adp | Upos::Sconj));
        let lacks = preposition.is_some_and(|at| document.value(at, Class::Negative) == Some(WITHOUT));
        let is_infinitive = governor.is_none() && before.is_some_and(|at| document.is_word(at, Word::To));
        // "A broken collarbone" names a thing and tells nothing of it.
        let is_attributive = is_bare
            && document.is_noun(group.tokens.end)
            && before.is_some_and(|at| {
                matches!(document.tag(at), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Pron)
            });
        if is_infinitive
            || is_attributive
            || is_bare && !lacks && (group.voice == Voice::Active && group.main > first || preposition.is_some())
        {
            return None;
        }
        let main_root = root(document, group.main);
        let mut predicate = self.predicate(group, EN.entry(&main_root))?;
        // "Police reported no injuries" tells what there was not, "two deaths were reported" what there was.
        if self.is_speech(group) && !predicate.is_negated && predicate.name == group.main {
            return None;
        }
        // "Has yet to approve"
        let is_ahead =
            (first..group.tokens.end).any(|at| document.is_word(at, Word::Yet) && document.is_word(at + 1, Word::To));
        let no_longer = (first..predicate.end).any(|at| self.negative(at).is_some_and(|(_, sort)| sort == ADVERB));
        // "Is not safe": the group ends before "not".
        let behind = |at: usize| document.is(at, Class::Negation) && self.negative(at).is_none();
        let is_denied = group.is_negated || (group.tokens.end..predicate.name).any(behind);
        let limit = (first..predicate.name).find_map(|at| self.limit(at));
        if limit == Some(DENIED_IN_PART) {
            return None;
        }
        let is_denied = is_denied && limit != Some(NOT_DENIED);
        let mut is_negated = is_denied ^ predicate.is_negated ^ lacks ^ no_longer ^ is_ahead;
        let mut start = if lacks { first - 1 } else { first };
        if let Some(governor) = governor {
            is_negated ^= governor.is_negated ^ self.denies(governor);
            start = governor.tokens.start;
        }
        let denied_subject = self.denied_subject(start);
        let verb = start;
        if let Some(subject) = denied_subject {
            is_negated = true;
            start = if start - subject > LONG_ARGUMENT { start } else { subject };
        }
        if is_negated && self.is_limited(index, first..predicate.end) {
            return None;
        }
        let leading = governor.unwrap_or(group);
        let aspect = |tense: Tense| Aspect {
            tense,
            modality: if is_ahead { Modality::Plain } else { leading.modality },
            is_prior: leading.tokens.len() > 1 && document.value(leading.tokens.start, Class::Auxiliary) == Some(HAD),
            is_perfect: leading.tokens.len() > 1
                && document.value(leading.tokens.start, Class::Auxiliary) == Some(HAVE),
            is_passive: group.voice == Voice::Passive,
            is_willed: governor.is_some_and(|governor| self.leads(governor).is_some_and(|sort| sort.abs() == WILL)),
        };
        // "No casualties were reported", "no lives were lost": there were none of them.
        let lost = denied_subject
            .and_then(|subject| document.head_of(&document.noun_group_before(verb, subject)))
            .filter(|&head| {
                document
                    .phrase(head, Class::Concept)
                    .is_some_and(|(words, _)| words > 1 || is_support(EN.entry(&main_root)))
            });
        predicate.name = lost.unwrap_or(predicate.name);
        let name = if predicate.name == group.main { main_root } else { root(document, predicate.name) };
        let mut claim = self.claim(predicate.name, name, predicate.end, is_negated);
        claim.is_of_none = denied_subject.is_some() || predicate.is_negated;
        claim.aspect = leading.tense.map(|tense| aspect(if is_ahead { Tense::Past } else { tense }));
        // "Will stay closed until June": then it opens.
        if document.is_word(predicate.end, Word::Until) && leading.tense == Some(Tense::Future) {
            claim.pairs = [0; 2];
        }
        Some((start..predicate.end, claim))
    }

    /// What is left of a denial, where a token denies: "not only fined", "not always open", "not properly repaired".
    fn limit(&self, at: usize) -> Option<i32> {
        let document = self.document;
        let listed = document.phrase(at + 1, Class::Limit).map(|(_, limit)| limit);
        let limit = listed.filter(|limit| *limit <= DENIED_IN_PART);
        limit.or(self.is_manner(at + 1).then_some(DENIED_IN_PART)).filter(|_| document.is(at, Class::Negation))
    }

    /// Whether a token says how something was done, which may be all that is denied: "not seriously hurt".
    fn is_manner(&self, at: usize) -> bool {
        let document = self.document;
        document.tag(at) == Upos::Adv && document.word(at).ends_with("ly") && !document.is(at, Class::Hedge)
    }

    /// Whether what is denied may be so in part, elsewhere, later or for another reason: "was not reopened until Tuesday",
    /// "did not approve it unanimously". That is looked for up to the next verb or mark.
    fn is_limited(&self, index: usize, tokens: Range<usize>) -> bool {
        let document = self.document;
        let next = self.groups[index + 1..].iter().find(|group| group.tense.is_some());
        let end = next.map_or(self.sentence.end, |group| group.tokens.start).max(tokens.end);
        let limits = |at: usize| match document.phrase(at, Class::Limit) {
            // "On the first floor" is of no order of deeds.
            Some((words, DENIED_IN_PART)) => !document.is(at, Class::Ordinal) || !document.is_noun(at + words),
            Some((_, ELSEWHERE)) => true,
            Some((_, BEFORE)) => {
                let body = document.head_of(&document.noun_group(at + 1, self.sentence.end));
                let is_body = |head: usize| {
                    [Class::Agent, Class::Role, Class::Person, Class::Group, Class::Body, Class::Site]
                        .into_iter()
                        .any(|class| document.is(head, class))
                };
                !body.is_some_and(is_body)
            }
            // "Not over the leak but over his health"
            _ => document.is_word(at, Word::But) && document.tag(at + 1) == Upos::Adp,
        };
        tokens.clone().any(|at| self.is_manner(at))
            || (tokens.end..end)
                .take_while(|&at| document.tag(at) != Upos::Punct)
                .any(|at| limits(at) || self.is_manner(at))
    }

    /// Whether a group does no more than lead to the infinitive behind it: "failed to", "appears to".
    fn only_leads(&self, index: usize) -> bool {
        self.groups.get(index + 1).is_some_and(|next| self.governs(&self.groups[index], next))
    }

    /// Whether what hangs on a group is so, or is not, by the group alone: "failed to stop", "appears to have stopped",
    /// "remained closed".
    fn governs(&self, before: &VerbGroup, group: &VerbGroup) -> bool {
        let document = self.document;
        let gap = group.tokens.start - before.tokens.end;
        let is_infinitive =
            group.tense.is_none() && gap == 0 || gap == 1 && document.is_word(before.tokens.end, Word::To);
        let decides = |class: Class| document.phrase(before.main, class).is_some();
        let remains =
            || EN.value(EN.entry(&root(document, before.main)), Class::Antonym) == Some(REMAINING) && !group.is_negated;
        // "Ruled out joining", "stopped short of suspending", "denied making".
        let is_action = group.tokens.len() == 1 && document.word(group.main).ends_with("ing");
        let (words, sort) = document.phrase(before.main, Class::Implicative).unwrap_or((0, 0));
        match words {
            _ if gap == 0 && group.tokens.len() == 1 && (decides(Class::Light) || remains()) => true,
            0 => is_infinitive && decides(Class::Hedge),
            // "Has no plans to offer"
            _ if (is_action || words > 2) && group.tense.is_none() => gap + 1 == words,
            _ => is_infinitive && sort.abs() != SAYING,
        }
    }

    /// The number of what a group makes of the one behind it.
    fn leads(&self, group: &VerbGroup) -> Option<i32> {
        self.document.phrase(group.main, Class::Implicative).map(|(_, sort)| sort)
    }

    fn denies(&self, group: &VerbGroup) -> bool {
        self.leads(group).is_some_and(|sort| sort <= DENYING)
    }

    /// Whether a group only says who says or thinks so, or what nobody knows.
    fn is_speech(&self, group: &VerbGroup) -> bool {
        let (document, main) = (self.document, group.main);
        // "Did not know about the transfers", "has not been released" tell of a thing, not what nobody knows.
        let tells_of = group.voice == Voice::Passive && !self.is_of_it(group.tokens.start)
            || document.tag(group.tokens.end) == Upos::Adp
                && !document.noun_group(group.tokens.end + 1, self.sentence.end).is_empty();
        // "Claimed responsibility", "warned the club about the gate", "was never warned": a deed, and no words behind it.
        let acts = || {
            let object = document.noun_group(group.tokens.end, self.sentence.end);
            let mut rest = object.end..document.clause(main, &self.sentence).end.max(object.end);
            let next = rest.end.min(document.tokens.len() - 1);
            let has_words = |at: usize| document.is_verbal(at) || document.quoted[at];
            group.voice == Voice::Passive && !self.is_of_it(group.tokens.start)
                || !object.is_empty() && !rest.any(has_words) && document.tag(next) != Upos::Sconj
        };
        let is_doubt = || {
            let sort = document.phrase(main, Class::Hedge).map(|(_, sort)| sort);
            sort.is_some_and(|sort| {
                sort != certainty::NOUN_OF_DOUBT && !(sort == certainty::PARTICIPLE_OF_DOUBT && acts())
            })
        };
        let in_cue =
            |certainty: Certainty| self.cues.iter().any(|cue| cue.certainty == certainty && cue.tokens.contains(&main));
        let only_says = document.value(main, Class::Report).is_some_and(|force| force < ACT_OF_SPEECH);
        is_doubt() || in_cue(Certainty::Unknown) && !tells_of || only_says && in_cue(Certainty::Attributed) && !acts()
    }

    /// Whether the subject that ends before `end` is "it", which need stand for nothing.
    fn is_of_it(&self, end: usize) -> bool {
        end == self.sentence.start || self.document.is_word(end - 1, Word::It)
    }

    /// What a group says happened: its verb, or what stands behind "is", or the object of a verb that says little.
    /// `root` is the number of its verb's root.
    fn predicate(&self, group: &VerbGroup, root: Entry) -> Option<Predicate> {
        let document = self.document;
        let main = group.main;
        let end = self.sentence.end;
        // "Voted against", "pleaded guilty", "went off".
        if let Some((words, _)) = document.phrase(main, Class::Antonym).filter(|(words, _)| *words > 1) {
            return Some(Predicate { name: main, end: main + words, is_negated: false });
        }
        // "Lacked a licence", "ruled out a fine": there was none.
        if let Some((words, sort)) = document.phrase(main, Class::Implicative)
            && sort <= DENYING
            && document.phrase(main, Class::Antonym).is_none()
            && (words > 1 || is_support(root))
        {
            let object = document.noun_group(main + words, end);
            if let Some(name) = document.head_of(&object) {
                return Some(Predicate { name, end: name + 1, is_negated: true });
            }
        }
        let mut at = group.tokens.end;
        while at < end
            && (document.tag(at) == Upos::Adv && document.value(at, Class::Antonym).is_none()
                || document.is(at, Class::Negation) && self.negative(at).is_none())
        {
            at += 1;
        }
        let is_copula = document.tag(main) == Upos::Aux;
        // "Was complete", "are off", "were found alive", "remained closed".
        // "Remained in force"
        let is_link = is_copula || EN.value(root, Class::Antonym) == Some(REMAINING);
        let states = document.tag(at) == Upos::Adj || is_link && document.phrase(at, Class::Antonym).is_some();
        let words = document.phrase(at, Class::Antonym).map_or(1, |(words, _)| words);
        let is_opposite = words > 1 || document.phrase(at, Class::Antonym).is_some();
        let leads_on = document.noun_group(at, end).end > if is_opposite { at + words } else { at }
            || document.tag(at) == Upos::Adp && !document.noun_group(at + words, end).is_empty();
        if at < end && states && !leads_on {
            return Some(Predicate { name: at, end: at + words, is_negated: false });
        }
        // "Said nobody was hurt", "found no alarm had rung": a subject, which the next verb is told of.
        let is_subject = |from: usize| {
            let last = document.noun_group(from, end).end.max(from);
            self.groups.iter().any(|group| group.tokens.start == last && group.tense.is_some())
        };
        let denied = self.negative(at).filter(|&(words, sort)| sort < WITHOUT && !is_subject(at + words));
        let from = denied.map_or(at, |(words, _)| at + words);
        let mut group_behind = document.noun_group(from, end);
        // "Received dozens of threats", "no reports of injuries": what there were dozens or none of.
        let counts = |at: usize| {
            [Class::Cardinal, Class::Quantifier, Class::Interval, Class::Report]
                .into_iter()
                .any(|class| document.is(at, class))
        };
        let number =
            document.head_of(&group_behind).filter(|&head| counts(head) && document.is_word(head + 1, Word::Of));
        if let Some(number) = number {
            group_behind = document.noun_group(number + 2, end);
        }
        let says_little = || is_copula || is_support(root);
        let name = document.head_of(&group_behind).filter(|_| group.voice == Voice::Active && says_little());
        let is_negated = denied.is_some();
        match (name, is_negated) {
            // "Is the mayor" tells who somebody is; only that somebody is not is a claim of this kind.
            (Some(_), false) if is_copula && !group.is_negated => None,
            (Some(name), _) => Some(Predicate { name, end: name + 1, is_negated }),
            (None, _) if is_copula => None,
            (None, true) => {
                let last = group_behind.end.max(from);
                let end = if last - group.tokens.end > LONG_ARGUMENT { group.tokens.end } else { last };
                Some(Predicate { name: main, end, is_negated })
            }
            (None, false) => {
                // "An appeal was lodged", "two deaths were reported": the subject is what happened.
                let subject = frame::subject(document, group.tokens.start, self.sentence.start);
                let is_thing = |head: &usize| document.tag(*head) == Upos::Noun && !document.is(*head, Class::Person);
                let happened = subject
                    .last()
                    .and_then(|group| document.head_of(group))
                    .filter(|head| group.voice == Voice::Passive && is_thing(head) && says_little());
                // "Found two survivors": how many belongs to it as "no survivors" does.
                let is_counted = group.voice == Voice::Active
                    && group.tokens.end == from
                    && document.tag(from) == Upos::Num
                    && group_behind.len() <= COUNTED;
                let end = if is_counted { group_behind.end } else { group.tokens.end };
                Some(Predicate { name: happened.unwrap_or(main), end, is_negated })
            }
        }
    }

    /// The claim of a predicate, given the token that names it, that token's root and where its words end.
    fn claim(&self, name: usize, mut predicate: String, end: usize, is_negated: bool) -> Claim {
        let document = self.document;
        let mut pairs = [0; 2];
        let entry = if let Some((words, pair)) = document.phrase(name, Class::Antonym).filter(|(words, _)| *words > 1) {
            for at in name + 1..(name + words).min(end) {
                predicate.push(' ');
                predicate.push_str(&lowercase(document.word(at)));
            }
            pairs[0] = pair;
            0
        } else {
            EN.entry(&predicate)
        };
        let of_form = EN.senses(entry).iter().chain(EN.senses(document.tokens[name].entry));
        for sense in of_form.filter(|sense| sense.class == Class::Antonym && sense.words() == 1) {
            match pairs.iter().position(|&pair| pair == 0 || pair == sense.value) {
                Some(free) => pairs[free] = sense.value,
                None => break,
            }
        }
        let concept = document.phrase(name, Class::Concept).map_or(0, |(_, row)| row + 1);
        Claim { predicate, pairs, concept, is_negated, is_of_none: false, aspect: None }
    }
}

/// The numbers of [`Class::Auxiliary`] for "have" and "had".
const HAVE: i32 = 5;
const HAD: i32 = 6;

/// The numbers of [`Class::Negative`].
const PRONOUN: i32 = 1;
const WITHOUT: i32 = 2;
const ADVERB: i32 = 3;

/// The numbers of [`Class::Limit`].
const NOT_DENIED: i32 = 0;
const DENIED_IN_PART: i32 = 1;
const ELSEWHERE: i32 = 2;
const BEFORE: i32 = 3;

/// Whether a verb says next to nothing, by its root.
fn is_support(root: Entry) -> bool {
    EN.value(root, Class::Support).is_some()
}

/// The dictionary form of a predicate, where an adjective in -ed or -ing goes by its verb: "is closed" is "close".
fn root(document: &Document<'_>, at: usize) -> String {
    let mut root = String::new();
    lemmas::write_root(document.word(at), document.tokens[at].entry, document.tag(at), document.lists(), &mut root);
    root
}
