//! The roles in an event that a noun or a name has by its place beside a verb or a noun: "belongs to a farmer", "owned by a
//! farmer", "its owner, a farmer".

use std::ops::Range;

use crate::language::{
    Document,
    lexicon::{Class, EN, Entry, Word},
    tags::Upos,
    tokens::Shape,
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

/// Tokens of phrases that stand between a noun and its verb: "a baker on his round".
const PHRASE: usize = 8;

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
    // "Ethias, the insurer, said"
    if end + 1 < sentence.end && document.is_word(end, Word::Comma) {
        let group = document.noun_group(end + 1, sentence.end);
        let closes = document.tokens.get(group.end).is_none_or(|token| token.shape == Shape::Mark);
        if let Some(noun) = document.head_of(&group).filter(|_| closes && document.tag(group.start) == Upos::Det) {
            look(&[noun], BESIDE);
        }
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
        // "Its owner, a farmer,", but not "sold to his brother, Holm said".
        let closes = end >= sentence.end || document.tokens[end].shape == Shape::Mark;
        if closes && document.is_word(before, Word::Comma) && before > sentence.start {
            look(&[before - 1], BESIDE);
        }
        if is_preposition {
            return found;
        }
    }
    let is_object = last.is_some_and(|verb| verb.tokens.end == start && document.tag(verb.main) == Upos::Verb);
    let behind = verbs.iter().position(|verb| verb.tokens.start >= end).filter(|_| !is_object);
    for (at, verb) in verbs.iter().enumerate().skip(behind.unwrap_or(verbs.len())) {
        // "A baker on his round noticed the leak and dialled 999"
        let is_joined = document.tag(verb.tokens.start - 1) == Upos::Cconj;
        if behind != Some(at) && !is_joined || !is_subject(document, &(end..verb.tokens.start), is_joined) {
            break;
        }
        if denies(verb.main) {
            continue;
        }
        // "Holm, in a mask, pulled out a pistol": what has an object is no passive, though nothing stands before it.
        let behind = verb.tokens.end;
        let object = behind + usize::from(is_particle(document, verb.main, behind));
        let is_object = document.tag(object) == Upos::Det || document.is(object, Class::Possessive);
        let is_bare = verb.tokens.len() == 1 && is_object && object < sentence.end;
        let place = if verb.voice == Voice::Passive && !is_bare { OBJECT } else { SUBJECT };
        look(&[verb.main, behind, behind + 1], place);
        if document.lemma(verb.main) == "be" {
            let behind = behind..(behind + COMPLEMENT).min(sentence.end);
            if let Some(noun) = behind.clone().find(|&at| document.tag(at) == Upos::Noun) {
                look(&[noun], BESIDE);
            }
        }
    }
    found
}

/// Whether a word behind a verb makes one verb with it, as "pulled out": a list has the two with an object.
fn is_particle(document: &Document<'_>, verb: usize, word: usize) -> bool {
    let mut found = document.tag(word) == Upos::Adv;
    let words = [document.lemma_entry(verb), document.tokens.get(word).map_or(0, |token| token.entry)];
    EN.each_phrase(&words, Class::Thematic, |number| found |= number % 10 == OBJECT_OF_PARTICLE);
    found
}

/// Whether what stands between a noun and the next verb leaves the noun the verb's subject: nothing, "who", words between
/// commas, or phrases that tell more of it.
fn is_subject(document: &Document<'_>, between: &Range<usize>, is_joined: bool) -> bool {
    let Some(last) = between.clone().last().filter(|_| !is_joined) else { return true };
    let is_comma = |at: usize| document.is_word(at, Word::Comma);
    let is_relative = document.is(last, Class::Relative) && between.len() < 3;
    let is_aside = between.len() < ASIDE && is_comma(between.start) && is_comma(last) && between.len() > 1;
    let is_phrase = between.len() < PHRASE
        && document.tag(between.start) == Upos::Adp
        && !between.clone().any(|at| is_comma(at) || document.tag(at) == Upos::Sconj);
    is_relative || is_aside || is_phrase
}
