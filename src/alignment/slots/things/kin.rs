//! Kin: whose somebody's sister or son is.

use super::{ONE_PERSON, Party};
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
    },
    facts::name::Name,
    language::{lexicon::Class, tags::Upos},
    text::lowercase,
};

/// Whose kin somebody is.
pub(super) enum Of<'r> {
    /// By a noun: "the dead man's".
    Noun,
    /// By a word for an owner, and whom it means where that is clear.
    Pronoun(String, Option<&'r Name>),
    Person(&'r Name),
}

impl<'r> Of<'r> {
    /// What stands before a noun for kin.
    pub(super) fn new(reading: &'r Reading<'_>, noun: usize) -> Option<Self> {
        let (document, names) = (&reading.document, &reading.facts.names);
        let sentence = document.sentences[document.sentence_at(noun)?].tokens.start;
        let group = document.noun_group_before(noun + 1, sentence);
        let name = |entity: usize| &*names.entities[entity].name;
        let is_owner = |at: &usize| document.is(*at, Class::Possessive);
        let before = group.start.checked_sub(1).filter(|&at| at >= sentence && is_owner(&at));
        if let Some(at) = before.or_else(|| group.clone().find(is_owner)) {
            return Some(Self::Pronoun(lowercase(document.word(at)), names.named_before(document, at).map(name)));
        }
        let owner = names.places.iter().find(|(tokens, _)| {
            let mark = tokens.end;
            document.tokens.get(mark).is_some_and(|token| token.joined) && (group.start..noun).contains(&(mark + 1))
                || mark + 1 == noun && document.tag(mark) == Upos::Part
        });
        let is_owned = |at: usize| document.tag(at) == Upos::Part && document.tokens[at].joined;
        match owner {
            Some(&(_, entity)) => Some(Self::Person(name(entity))),
            None => (group.start.saturating_sub(1)..noun).any(is_owned).then_some(Self::Noun),
        }
    }

    const fn person(&self) -> Option<&'r Name> {
        match self {
            Self::Pronoun(_, person) => *person,
            Self::Person(person) => Some(person),
            Self::Noun => None,
        }
    }

    /// Whether both are known and two people; what is a part of both names may make them one.
    pub(super) fn is_another(&self, other: &Self) -> bool {
        matches!((self.person(), other.person()), (Some(one), Some(two))
            if !one.is_same(two) && !one.words.iter().any(|word| two.words.contains(word)))
    }

    /// Whether both may be one person: the same word for an owner, or the same name.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let is_one_word = matches!((self, other), (Self::Pronoun(mine, _), Self::Pronoun(theirs, _)) if mine == theirs);
        match (self.person(), other.person()) {
            (Some(_), Some(_)) => !self.is_another(other),
            _ => is_one_word || matches!(self, Self::Noun) != matches!(other, Self::Noun),
        }
    }
}

/// Two kin of one person who play one part beside them: "travelling with her son", "on a trip with her nephew".
pub(super) fn beside(
    [one, other]: [&Party<'_>; 2],
    [mine, theirs]: [Option<&Of<'_>>; 2],
    readings: &[Reading<'_>],
) -> Option<Score> {
    let is_known = |of: &Of<'_>| of.person().is_some();
    let (Some(mine), Some(theirs)) = (mine, theirs) else { return None };
    let preposition = |party: &Party<'_>| {
        let document = &readings[party.article].document;
        let sentence = document.sentences[party.stated.sentence].tokens.start;
        let tokens = &party.stated.mention.tokens;
        let group = document.noun_group_before(tokens.end, sentence);
        let from = group.start.checked_sub(1).filter(|&at| at >= sentence)?;
        let at = if document.is(from, Class::Possessive) { from.checked_sub(1)? } else { from };
        (document.tag(at) == Upos::Adp).then(|| lowercase(document.word(at)))
    };
    let is_one_place = preposition(one).is_some_and(|word| preposition(other) == Some(word));
    if !(one.is_told && other.is_told && is_known(mine) && is_known(theirs) && mine.may_be(theirs) && is_one_place) {
        return None;
    }
    let mut score = Score::default();
    score.add(Feature::Role, ONE_PERSON);
    Some(score)
}
