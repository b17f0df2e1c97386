//! Injuries: what was done to which part of the body, in whatever order the words stand ("a broken ankle", "broke his left
//! ankle", "an ankle injury").

use crate::language::lexicon::Word;
use crate::text::lowercase;
use std::ops::Range;

use crate::language::{Document, tags::Upos};

/// How words for an injury begin, and what they make of a part of the body. A fracture is a break, and a muscle that
/// ruptures is torn.
const HURTS: [(&str, &str); 25] = [
    ("broke", "broken"),
    ("break", "broken"),
    ("fractur", "broken"),
    ("crack", "broken"),
    ("torn", "torn"),
    ("tore", "torn"),
    ("tear", "torn"),
    ("ruptur", "torn"),
    ("dislocat", "dislocated"),
    ("sprain", "sprained"),
    ("twist", "sprained"),
    ("strain", "strained"),
    ("bruis", "bruised"),
    ("injur", "injured"),
    ("hurt", "injured"),
    ("wound", "wounded"),
    ("burn", "burned"),
    ("scald", "burned"),
    ("damag", "injured"),
    ("cut", "cut"),
    ("gash", "cut"),
    ("lacerat", "cut"),
    ("graz", "grazed"),
    ("sever", "severed"),
    ("crush", "crushed"),
];

/// Words between the verb and the part of the body: "broke his left ankle".
const BETWEEN: usize = 3;

/// The injury of the part of the body at a token: the words that tell it, and what was done.
#[must_use]
pub fn injury(document: &Document<'_>, part: usize, sentence: &Range<usize>) -> Option<(Range<usize>, &'static str)> {
    let hurt = |at: usize| {
        let word = lowercase(document.word(at));
        HURTS.iter().find(|(begins, _)| word.starts_with(begins)).map(|&(_, done)| done)
    };
    // "Ankle ligament damage"
    let tissue = document.is_word(part + 1, Word::Tissue);
    let next = part + 1 + usize::from(tissue);
    if next < sentence.end
        && document.tag(next) == Upos::Noun
        && let Some(done) = hurt(next)
    {
        return Some((part..next + 1, done));
    }
    for at in (sentence.start..part).rev().take(BETWEEN) {
        match document.tag(at) {
            Upos::Verb | Upos::Adj if hurt(at).is_some() => return hurt(at).map(|done| (at..part + 1, done)),
            Upos::Adj | Upos::Det | Upos::Pron => {}
            _ => return None,
        }
    }
    None
}
