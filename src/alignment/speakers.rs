//! Who is one speaker: by name in one report, and in another by what some report says of that person.
//!
//! "The four-times champion said", "Sebastian Vettel said": where a report has "four-time world champion Sebastian Vettel",
//! these name nobody else.

use super::Reading;
use crate::{
    facts::{Kind, Mention, Value, attribution::Speaker},
    language::{lexicon::Class, tokens::Shape},
    text::lowercase,
};

/// A speaker as an article names it, by position of the article and of the mention.
pub type Place = (usize, usize);

/// Whether two speakers are one: in the same words or by name, or named in one place and in the other described as some
/// report describes the person of that name.
#[must_use]
pub fn are_one(readings: &[Reading<'_>], one: Place, other: Place) -> bool {
    let (Some(mine), Some(theirs)) = (speaker(readings, one), speaker(readings, other)) else { return false };
    mine.is(theirs)
        || match (&*mine.name, &*theirs.name) {
            ("", "") => false,
            (name, "") => is_described(readings, name, other),
            ("", name) => is_described(readings, name, one),
            _ => false,
        }
}

fn mention<'r>(readings: &'r [Reading<'_>], (article, mention): Place) -> &'r Mention {
    &readings[article].facts.mentions[mention].mention
}

fn speaker<'r>(readings: &'r [Reading<'_>], place: Place) -> Option<&'r Speaker> {
    match &mention(readings, place).value {
        Value::Attribution(speaker) => Some(speaker),
        _ => None,
    }
}

/// Whether a report says of a person of this name, by a title, an apposition or with "is", all that a description says.
fn is_described(readings: &[Reading<'_>], name: &str, by: Place) -> bool {
    let (own, words) = (&readings[by.0].document, &mention(readings, by).tokens);
    let group = own.noun_group(words.start, words.end);
    let Some(head) = own.head_of(&group).filter(|&head| !own.is_plural(head)) else { return false };
    let (noun, surname) = (own.lemma(head), name.rsplit(' ').next());
    let narrows = |at: &usize| *at != head && own.tokens[*at].shape != Shape::Mark && !own.is(*at, Class::Stop);
    readings.iter().any(|Reading { document, facts, .. }| {
        let is_said = |role: usize| {
            let Some(sentence) = document.sentence_at(role).map(|at| &document.sentences[at].tokens) else {
                return false;
            };
            let told = document.noun_group_before(role + 1, sentence.start);
            // What stands behind the noun ("the head of the union") may stand behind a name there.
            let has = |at: usize| {
                let mut around = if at < head { told.clone() } else { sentence.clone() };
                around.any(|to| document.lemma(to) == own.lemma(at))
            };
            document.lemma(role) == noun && words.clone().filter(narrows).all(has)
        };
        let is_of_name = |entity: usize| {
            let entity = &facts.names.entities[entity];
            let full = lowercase(&entity.name.full);
            entity.kind == Kind::Person && full.rsplit(' ').next() == surname
        };
        let names = &facts.names;
        let entities = (0..names.entities.len()).filter(|&at| is_of_name(at));
        entities.flat_map(|at| names.entities[at].roles.iter().copied()).any(is_said)
            || names.places.iter().filter(|(_, entity)| is_of_name(*entity)).any(|(tokens, _)| {
                // "Vettel is a four-times champion."
                document.has_lemma(tokens.end, "be")
                    && document
                        .head_of(&document.noun_group(tokens.end + 1, document.tokens.len()))
                        .is_some_and(is_said)
            })
    })
}
