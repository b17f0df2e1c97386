//! Who is one speaker: by name in one report, and in another by what some report says of that person.
//!
//! "The four-times champion said", "Ada Brunn said": where a report has "four-time world champion Ada Brunn",
//! these name nobody else.

use std::ops::Range;

use super::Reading;
use crate::{
    facts::{
        Kind, Mention, Value,
        attribution::Speaker,
        name::{Entity, fold},
    },
    language::{lexicon::Class, tokens::Shape},
};

/// Words of a description before its noun that are looked at.
const LONGEST: usize = 12;

/// A speaker as an article names it, by position of the article and of the mention.
pub type Place = (usize, usize);

/// Whether two speakers are one: in the same words or by name, or named in one place and in the other described as some
/// report describes the person of that name.
#[must_use]
pub fn are_one(readings: &[Reading<'_>], one: Place, other: Place) -> bool {
    let (Some(mine), Some(theirs)) = (speaker(readings, one), speaker(readings, other)) else { return false };
    mine == theirs
        || mine.is(theirs)
        || mine.name.is_empty() != theirs.name.is_empty()
            && match mine.name.is_empty() {
                true => is_described(readings, &theirs.name, one),
                false => is_described(readings, &mine.name, other),
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
    let Some(head) = own.head_of(&own.noun_group(words.start, words.end)).filter(|&head| !own.is_plural(head)) else {
        return false;
    };
    let is_telling = |at: &usize| own.tokens[*at].shape != Shape::Mark && !own.is(*at, Class::Stop);
    let (noun, said): (String, Vec<String>) =
        (own.lemma(head), words.clone().filter(is_telling).map(|at| own.lemma(at)).collect());
    let surname = fold(name.rsplit(' ').next().unwrap_or_default());
    readings.iter().any(|Reading { document, facts, .. }| {
        let names = &facts.names;
        let end = |token: usize| document.sentence_at(token).map_or(token, |at| document.sentences[at].tokens.end);
        // What stands behind the noun ("the head of the union") may stand behind a name there.
        let is_said = |role: usize| {
            let told = document.noun_group_before(role + 1, role.saturating_sub(LONGEST)).start..end(role);
            document.has_lemma(role, &noun)
                && said.iter().all(|word| told.clone().any(|at| document.has_lemma(at, word)))
        };
        let is_meant = |entity: &Entity| entity.kind == Kind::Person && entity.name.words.last() == Some(&surname);
        // "Brunn is a four-times champion."
        let is = |tokens: &Range<usize>| {
            let predicate = document.noun_group(tokens.end + 1, end(tokens.start));
            document.has_lemma(tokens.end, "be") && document.head_of(&predicate).is_some_and(is_said)
        };
        names.entities.iter().any(|entity| is_meant(entity) && entity.roles.iter().any(|&role| is_said(role)))
            || names.places.iter().any(|(tokens, entity)| is_meant(&names.entities[*entity]) && is(tokens))
    })
}
