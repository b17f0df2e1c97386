//! The roles in an event that a noun or a name has by its place beside a verb or a noun: "belongs to a farmer", "owned by a
//! farmer", "its owner, a farmer".

use std::ops::Range;

use crate::language::{
    Document,
    lexicon::{Class, EN, Entry, Word},
    tags::Upos,
    verbs::Voice,
};

/// The last digit of a number of [`Class::Thematic`]: where the role stands.
const SUBJECT: i32 = 1;
const OBJECT: i32 = 2;
const BEHIND: i32 = 3;
const BESIDE: i32 = 4;
const BEHIND_PARTICLE: i32 = 5;
const OBJECT_OF_PARTICLE: i32 = 6;

/// The numbers of roles in the lists lie below it, which `build.rs` holds; above it is room for as many as a set has left.
pub const LISTED: u32 = 125;

/// Tokens of what may stand between commas behind a subject, and of the noun that "is" gives it.
const ASIDE: usize = 14;
const COMPLEMENT: usize = 6;

/// The roles of what ends right before a token, as the set of their numbers in [`Class::Thematic`].
#[must_use]
pub fn parts(document: &Document<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> u128 {
    let end = tokens.end;
    let mut start = document.noun_group_before(end, sentence.start).start.min(tokens.start);
    let mut found = 0;
    let mut look = |words: &[usize], place: i32| {
        let mut entries: [Entry; 3] = [0; 3];
        for (entry, &at) in entries.iter_mut().zip(words) {
            *entry = document.tokens.get(at).map_or(0, |token| token.entry);
        }
        entries[0] = document.lemma_entry(words[0]);
        EN.each_phrase(&entries[..words.len()], Class::Thematic, |number| {
            if number % 10 == place {
                found |= 1_u128 << (number / 10);
            }
        });
    };
    // "The insurer Ethias"
    if tokens.start > start {
        look(&[tokens.start - 1], BESIDE);
    }
    start -= usize::from(start > sentence.start && document.is(start - 1, Class::Possessive));
    let before = start.checked_sub(1).filter(|&at| at >= sentence.start);
    let verbs = document.verbs_of(sentence);
    let last = verbs.iter().rev().find(|verb| verb.tokens.end <= start);
    let denies = |at: usize| verbs.iter().any(|verb| verb.main == at && verb.is_negated);
    if let Some(before) = before {
        let is_preposition = document.tag(before) == Upos::Adp || document.is_word(before, Word::To);
        if document.tag(before) == Upos::Cconj {
            return 0;
        }
        if let Some(verb) = last.filter(|verb| !verb.is_negated) {
            let main = verb.main;
            if is_preposition {
                look(&[main, before], BEHIND);
                look(&[main, main + 1, before], BEHIND_PARTICLE);
                // "Pulled out a pistol"
                look(&[main, before], OBJECT_OF_PARTICLE);
                if document.is_word(before, Word::By) && verb.voice == Voice::Passive {
                    look(&[main, main + 1], SUBJECT);
                }
            } else if verb.tokens.end == start && verb.voice == Voice::Active {
                look(&[main], OBJECT);
                if document.lemma(main) == "be" && verb.tokens.start > sentence.start {
                    look(&[verb.tokens.start - 1], BESIDE);
                }
            }
        }
        if is_preposition && before > sentence.start {
            look(&[before - 1, before], BEHIND);
        }
        if document.is_word(before, Word::Comma) && before > sentence.start {
            look(&[before - 1], BESIDE);
        }
        if is_preposition {
            return found;
        }
    }
    let is_object = last.is_some_and(|verb| verb.tokens.end == start && document.tag(verb.main) == Upos::Verb);
    let next = verbs.iter().find(|verb| verb.tokens.start >= end);
    if let Some(verb) = next.filter(|verb| !is_object && !denies(verb.main)) {
        let between = end..verb.tokens.start;
        let is_relative = between.end > between.start && document.is(between.end - 1, Class::Relative);
        let is_comma = |at: usize| document.is_word(at, Word::Comma);
        let is_aside = between.len() < ASIDE && is_comma(end) && is_comma(between.end - 1) && between.len() > 1;
        if between.is_empty() || is_relative && between.len() < 3 || is_aside {
            let place = if verb.voice == Voice::Passive { OBJECT } else { SUBJECT };
            look(&[verb.main, verb.tokens.end, verb.tokens.end + 1], place);
            if document.lemma(verb.main) == "be" {
                let behind = verb.tokens.end..(verb.tokens.end + COMPLEMENT).min(sentence.end);
                if let Some(noun) = behind.clone().find(|&at| document.tag(at) == Upos::Noun) {
                    look(&[noun], BESIDE);
                }
            }
        }
    }
    found
}
