//! Slots for names: the same person, organisation or place in several articles, and two names in one role.
//!
//! Names are no values on a scale, so they do not compete for what they are about. A name that articles share is one
//! slot. Two names meet as different only where the articles give them one role that each gives to nobody else,
//! where a part of the name is shared ("Judge Helena Marsh", "Judge Helena Moss"), and where neither stands anywhere
//! in the other article; or, for places, where like sentences tell of one movement from or to them.

mod described;
mod namesakes;
mod one_part;

use super::{
    Slot, SlotLink, first_of_each,
    groups::{Groups, Test},
};
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
        sentences::{Likeness, SentenceId},
        terms::{Term, Terms},
    },
    article,
    facts::{
        Kind, Value,
        name::{Entity, NameRelation},
    },
    language::{
        lexicon::{Class, Word},
        tags::Upos,
    },
    text::lowercase,
};

/// Points of a shared name: whole, or in a shorter or otherwise spelt form. They tell the reader what was seen, and
/// decide nothing.
const SAME_WORDS: i32 = 60;
const OTHER_FORM: i32 = 40;

/// Points of a role that both articles give to one person only, and of a part of the name that is shared.
const SAME_ROLE: i32 = 40;
const SHARED_WORD: i32 = 20;

/// Likeness, in per cent, from which two sentences may tell of one movement. Judgement: pairs between 25 and 40 tell
/// the same two times in three, and here a word before the place and the verb must agree as well.
const ALIKE: u32 = 30;

/// Tokens before a place in which the verb is looked for.
const REACH: usize = 6;

/// Tokens of a dateline that opens a text, with the places in it.
const DATELINE: usize = 5;

/// Somebody or something named in an article of a story.
struct Named<'r> {
    article: usize,
    entity: &'r Entity,
    /// Its first mention in full, by position among the article's mentions.
    mention: usize,
}

/// What the names of a story are compared by.
struct Board<'a, 'r> {
    readings: &'a [Reading<'r>],
    named: Vec<Named<'a>>,
    terms: &'a Terms,
    likeness: &'a Likeness,
}

/// Finds the slots of names in one story.
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    cut: &mut Vec<usize>,
) -> Vec<Slot> {
    let named = first_of_each(story, cut, &mut |article, _| named(readings, article));
    let board = Board { readings, named, terms, likeness };
    let groups = board.shared();
    let mut slots = Vec::new();
    let described = board.describe(story, &groups, &mut slots);
    for (members, described) in groups.iter().zip(&described) {
        if members.len() + described.len() > 1 {
            let mut slot = board.slot(members, None);
            if !described.is_empty() {
                let values = slot.values.iter().chain(described).copied().collect();
                slot = described::slot(slot.kind, values);
            }
            slots.push(slot);
        }
    }
    let alone: Vec<&Vec<usize>> = groups.iter().filter(|members| members.len() == 1).collect();
    for (index, one) in alone.iter().enumerate() {
        for other in &alone[index + 1..] {
            let pair = [one[0], other[0]];
            if board.named[pair[0]].article == board.named[pair[1]].article {
                continue;
            }
            if let Some(score) = board.is_one_person(pair) {
                slots.push(board.slot(&pair, Some(score)));
            } else if let Some(score) = board.is_one_part(pair) {
                slots.push(board.slot(&pair, Some(score)));
            } else if board.is_one_movement(pair) {
                slots.push(board.slot(&pair, Some(Score::from([(Feature::Role, SAME_ROLE)]))));
            }
        }
    }
    slots
}

/// What makes a mention fit to be shown: that it is in full, that it stands in the text, how many tokens it has.
type Rank = (bool, bool, usize);

/// Who and what an article names, each with its first mention in full; in the text rather than around it.
fn named<'r>(readings: &'r [Reading<'_>], article: usize) -> Vec<Named<'r>> {
    let Reading { document, facts, .. } = &readings[article];
    let mut best: Vec<Option<(Rank, usize)>> = vec![None; facts.names.entities.len()];
    for (at, stated) in facts.mentions.iter().enumerate() {
        if let Value::Name(name) = &stated.mention.value
            && let Some(entity) = name.entity
        {
            let sentence = &document.sentences[stated.sentence];
            // "RAMALLAH, West Bank (AP) - A court": a dateline that opens the text.
            let in_dateline = stated.mention.tokens.start < sentence.tokens.start + DATELINE
                && document.word(sentence.tokens.start).chars().skip(1).all(char::is_uppercase);
            let in_text = matches!(sentence.part, article::Part::Lede | article::Part::Body) && !in_dateline;
            let length = stated.mention.tokens.len();
            let rank = (length >= name.words.len(), in_text, length);
            if best[entity].is_none_or(|(best, _)| rank > best) {
                best[entity] = Some((rank, at));
            }
        }
    }
    let entities = facts.names.entities.iter().zip(best);
    entities.filter_map(|(entity, best)| Some(Named { article, entity, mention: best?.1 })).collect()
}

impl Board<'_, '_> {
    fn relation(&self, one: usize, other: usize) -> NameRelation {
        self.named[one].entity.name.relation(&self.named[other].entity.name)
    }

    /// Groups the names that are one over all articles. Each member of a group is one name with every other, and whole
    /// names are joined before short forms, so that the order of the articles cannot matter.
    fn shared(&self) -> Vec<Vec<usize>> {
        let count = self.named.len();
        // Each two names are held against each other once.
        let mut fits: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut fitting = vec![0_u32; count * self.readings.len()];
        for one in 0..count {
            for other in one + 1..count {
                if self.named[one].article != self.named[other].article
                    && (self.named[one].entity.name.is_same(&self.named[other].entity.name)
                        || self.is_bare_part(one, other)
                        || self.is_bare_part(other, one))
                {
                    fits[one].push(other);
                    fits[other].push(one);
                    fitting[one * self.readings.len() + self.named[other].article] += 1;
                    fitting[other * self.readings.len() + self.named[one].article] += 1;
                }
            }
        }
        // What is pushed is in order: of each name first those before it, then those behind.
        let is_pair = |one: usize, other: usize| fits[one].binary_search(&other).is_ok();
        // A short form that fits two names of the other article is neither's.
        let only = |name: usize, article: usize| fitting[name * self.readings.len() + article] == 1;
        let mut pairs: Vec<(bool, usize, usize)> = Vec::new();
        for (left, own) in fits.iter().enumerate() {
            for &right in own.iter().filter(|&&right| right > left) {
                let whole = self.named[left].entity.name.words == self.named[right].entity.name.words;
                if whole || only(left, self.named[right].article) && only(right, self.named[left].article) {
                    pairs.push((!whole, left, right));
                }
            }
        }
        pairs.sort_unstable();
        let mut groups = Groups::new(count);
        for (_, left, right) in pairs {
            groups.join([left, right], Test::Values, &mut |one, other| is_pair(one, other));
        }
        groups.in_order()
    }

    /// Whether a name is a part of one that another article has in full, though the words around it do not tell what it is of.
    fn is_bare_part(&self, short: usize, long: usize) -> bool {
        self.is_bare_surname(short, long) || self.is_bare_beginning(short, long)
    }

    /// Whether a name begins one that another article has in full, and nothing beside it says that it is a person's.
    fn is_bare_beginning(&self, short: usize, long: usize) -> bool {
        let (mine, theirs) = (self.named[short].entity, self.named[long].entity);
        let is_unsure = mine.roles.is_empty() && mine.age.is_none() && mine.name.sex == 0;
        theirs.name.is_begun_by(&mine.name) && (theirs.kind == Kind::Person || is_unsure)
    }

    /// Whether a single word, of which nothing tells that it is a place or a body, is the surname of a person that another
    /// article names in full: "Rivera", "Tomás Rivera".
    fn is_bare_surname(&self, short: usize, long: usize) -> bool {
        let (short, long) = (&self.named[short], &self.named[long]);
        let (mine, theirs) = (&short.entity.name, &long.entity.name);
        if mine.words.len() != 1
            || theirs.words.len() < 2
            || theirs.kind != Kind::Person
            || mine.kind == Kind::Person
            || mine.alias != 0
            || mine.words.last() != theirs.words.last()
        {
            return false;
        }
        let Reading { document, facts, .. } = &self.readings[short.article];
        let places = facts.names.places.iter().filter(|(_, entity)| Some(*entity) == mine.entity);
        let mut tells = places.map(|(tokens, _)| {
            let before = tokens.start.checked_sub(1);
            let is_placed = before.is_some_and(|at| {
                document.value(at, Class::PlacePreposition) == Some(0)
                    || document.is_word(at, Word::The)
                    || document.is_word(at, Word::Comma)
            });
            is_placed || tokens.len() > 1 || document.word(tokens.start).chars().all(char::is_uppercase)
        });
        !tells.any(|tells| tells)
    }

    /// A slot of these names. Without a score, they are one name, and each link tells how it is shared.
    fn slot(&self, members: &[usize], score: Option<Score>) -> Slot {
        let links = (1..members.len()).map(|right| {
            let words = |at: usize| &self.named[members[at]].entity.name.words;
            let shared = || if words(0) == words(right) { SAME_WORDS } else { OTHER_FORM };
            SlotLink { left: 0, right, score: score.unwrap_or_else(|| Score::from([(Feature::Name, shared())])) }
        });
        // Where articles tell different kinds of one name, clearer words told a person or a place.
        let kinds = members.iter().map(|&at| self.named[at].entity.kind);
        let kind = kinds.min_by_key(|&kind| (kind == Kind::Organisation, kind)).unwrap_or(Kind::Organisation);
        Slot {
            kind,
            values: members.iter().map(|&at| (self.named[at].article, self.named[at].mention)).collect(),
            links: links.collect(),
            is_contested: false,
            by_day: false,
        }
    }

    /// Whether like sentences tell of one movement from, to or in two places.
    fn is_one_movement(&self, [one, other]: [usize; 2]) -> bool {
        let is_place = |at: usize| self.named[at].entity.kind == Kind::Place;
        if !is_place(one) || !is_place(other) || self.relation(one, other) != NameRelation::Other {
            return false;
        }
        let place = |at: usize| {
            let Named { article, mention, .. } = self.named[at];
            SentenceId { article, sentence: self.readings[article].facts.mentions[mention].sentence }
        };
        self.likeness.percent(place(one), place(other)) >= ALIKE
            && self.movement(one).is_some_and(|movement| self.movement(other) == Some(movement))
    }

    /// The word before a place and the verb before that, as terms.
    fn movement(&self, at: usize) -> Option<(String, Term)> {
        let Named { article, mention, .. } = self.named[at];
        let Reading { document, facts, .. } = &self.readings[article];
        let stated = &facts.mentions[mention];
        let from = document.sentences[stated.sentence].tokens.start;
        let preposition = stated.mention.tokens.start.checked_sub(1).filter(|&at| at > from)?;
        if !document.is(preposition, Class::PlacePreposition) {
            return None;
        }
        let verb = (from..preposition).rev().take(REACH).find(|&at| document.tag(at) == Upos::Verb)?;
        let term = self.terms.of[article][verb];
        (term != 0).then(|| (lowercase(document.word(preposition)), term))
    }
}
