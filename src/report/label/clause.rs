//! Clauses for a label, in the article's own words: "the gate was closed", "the board reached a deal".

use std::ops::Range;

use super::phrase::{is_of_calendar, plain};
use crate::language::{
    Document,
    lexicon::{Class, Word},
    tags::Upos,
    verbs::{Modality, VerbGroup, Voice},
};

/// Tokens of a clause, of its subject, and phrases that hang on its subject, at most. A longer one is no label.
const MOST: usize = 12;
const MOST_SUBJECT: usize = 8;
const MOST_NESTED: usize = 2;

/// The clause of a verb from its subject to its object or the phrase behind it, without the tokens in `without`. None
/// where it does not stand alone: no subject right before the verb, a subject that another sentence tells, a denial.
pub(super) fn clause(document: &Document<'_>, verb: usize, without: &Range<usize>) -> Option<String> {
    let sentence = &document.sentences[document.sentence_at(verb)?].tokens;
    let group = document.verb_group_of(verb, sentence)?;
    if group.tense.is_none() || group.is_negated {
        return None;
    }
    let before = before_aside(document, group.tokens.start, sentence.start, without);
    let subject = subject(document, before, sentence.start)?;
    let end = end(document, &group, sentence.end, without)?;
    let tokens = group.tokens.start..end;
    let is_whole = before - subject + tokens.len() <= MOST && !(tokens.start < without.end && without.start < end);
    is_whole.then(|| match before == tokens.start {
        true => words(document, subject..end),
        false => format!("{} {}", words(document, subject..before), words(document, tokens)),
    })
}

/// "The council | on Friday | approved", "the council, | which met late, | approved": where the subject ends, when what
/// is left out or an aside stands between it and its verb.
fn before_aside(document: &Document<'_>, verb: usize, from: usize, without: &Range<usize>) -> usize {
    if verb > from && document.is_word(verb - 1, Word::Comma) {
        let opens = |&at: &usize| document.is_word(at, Word::Comma);
        let comma = (from..verb - 1).rev().find(opens).filter(|&at| document.is(at + 1, Class::Relative));
        return comma.unwrap_or(verb);
    }
    let start = without.start;
    let preposition = start.checked_sub(1).filter(|&at| at > from && document.tag(at) == Upos::Adp);
    if start > from && without.end == verb { preposition.unwrap_or(start) } else { verb }
}

/// The words of some tokens as they go on in a sentence.
pub(super) fn words(document: &Document<'_>, tokens: Range<usize>) -> String {
    let mut text = plain(document, tokens.start);
    let from = document.span(tokens.start..tokens.start + 1).end;
    let span = document.span(tokens);
    text.push_str(&document.text[from as usize..span.end as usize]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the subject begins that ends right before `end`.
fn subject(document: &Document<'_>, end: usize, from: usize) -> Option<usize> {
    let mut start = end;
    let mut head = None;
    for _ in 0..=MOST_NESTED {
        let noun = document.noun_group_before(start, from);
        if noun.is_empty() {
            return None;
        }
        head = document.head_of(&noun).or(head);
        start = noun.start;
        if start == from || document.tag(start - 1) != Upos::Adp {
            break;
        }
        start -= 1;
    }
    let head = head?;
    let opens = document.tag(start) == Upos::Det;
    // "Its gate", "this gate", "no gate": whose or which, another sentence tells, or it is none.
    let is_bare =
        !opens && document.tag(start) != Upos::Propn && document.tag(head) != Upos::Propn && !document.is_plural(head);
    let is_open = document.is(start, Class::Possessive)
        || document.is_any(start, &[Word::No, Word::This, Word::That, Word::These, Word::Those, Word::Another])
        || document.tag(start) == Upos::Num;
    if is_bare || is_open || end - start > MOST_SUBJECT {
        return None;
    }
    let Some(before) = start.checked_sub(1).filter(|&at| at >= from) else { return Some(start) };
    // What goes before makes the subject longer, or is a clause that holds the noun.
    let parts = match document.tag(before) {
        Upos::Verb => document.is(before, Class::Report),
        Upos::Cconj => before > from && document.is_word(before - 1, Word::Comma),
        Upos::Adp | Upos::Aux | Upos::Adj | Upos::Num | Upos::Part => false,
        Upos::Pron => !document.is(before, Class::Possessive),
        _ => true,
    };
    parts.then_some(start)
}

/// "The 2025 budget": a year that names a thing is no value of its own.
fn is_year(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && document.is_noun(at + 1)
}

/// Where a clause ends: behind the verb, its object or the phrase that hangs on it.
fn end(document: &Document<'_>, group: &VerbGroup, end: usize, without: &Range<usize>) -> Option<usize> {
    let at = group.tokens.end;
    let is_copula = document.tag(group.main) != Upos::Verb;
    let mut reach = at;
    if is_copula && document.tag(reach) == Upos::Adj && reach < end {
        return Some(reach + 1);
    }
    let is_passive = group.voice == Voice::Passive;
    if is_passive && group.modality == Modality::Plain && !is_copula {
        return Some(at);
    }
    // "Went off", "broke out": the particle belongs to the verb.
    let is_joined = reach < end && document.tag(reach) == Upos::Adp;
    reach += usize::from(is_joined);
    let noun = document.noun_group(reach, end);
    // "The mayor said", "said in a filing": what matters is what was said.
    let tells_what = !is_joined && !noun.is_empty();
    if !is_passive && !tells_what && document.is(group.main, Class::Report) {
        return None;
    }
    let holds_value = noun.start < without.end && without.start < noun.end
        || noun
            .clone()
            .any(|at| is_of_calendar(document, at) || document.tag(at) == Upos::Num && !is_year(document, at));
    match () {
        // "Broke out at the mill": where it did, unless that is what is compared.
        () if is_joined && noun.is_empty() && document.tag(reach) == Upos::Adp => {
            let place = document.noun_group(reach + 1, end);
            let is_value = place.start < without.end && without.start < place.end;
            let is_plain = !place.is_empty() && !is_value && !place.clone().any(|at| is_of_calendar(document, at));
            let ends = place.end >= end || !document.is_verbal(place.end);
            Some(if is_plain && ends { place.end } else { reach })
        }
        () if noun.is_empty() => {
            let stands_alone = reach >= end || document.parts_clauses(reach) || is_passive;
            (stands_alone && !is_copula && !document.is(group.main, Class::Light)).then_some(reach)
        }
        // "The reservoir dropped six feet", "the show began at nine": what it tells itself is what is compared.
        () if holds_value => (is_joined && !is_copula).then_some(at),
        // "A dog called Rex ran off": the verb belongs to the noun before it.
        () if noun.end < end && document.is_verbal(noun.end) => None,
        () => Some(noun.end),
    }
}
