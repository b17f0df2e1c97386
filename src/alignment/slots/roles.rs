//! Slots for two nouns or two names that have one role in an event, whatever words tell it: "owned by a farmer",
//! "belongs to a haulage firm".
//!
//! The verbs of `roles.txt` give the role; that both tell of one event follows from there being no other with that role
//! in either report, or from what else the sentences share. Nothing is held against what the other report knows as well.

use super::{Slot, SlotLink, first_of_each, met::Met};
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
        sentences::{Likeness, SentenceId},
        terms::Terms,
    },
    facts::{
        Certainty, Kind, Stated, Value,
        name::{Name, NameRelation},
        other::{self, Thing},
        value::ValueRelation,
    },
    language::{
        lexicon::{Class, EN},
        tags::Upos,
    },
};

/// Points of one role.
const ROLE: i32 = 40;

/// Likeness, in per cent, of the sentences of two that have the role in reports of which one gives it to another as well.
/// Judgement: on pairs of reports written for it, 27 of 31 such pairs are rivals.
const ALIKE: u32 = 12;

/// Sentences of a report that tells of one event only. Longer ones tell of others as well, of which the same verbs are used.
const SHORT: usize = 30;

/// Roles that are those of a sort, of which a short report tells one: an injury, an animal, kin. They follow those of the list.
const SORTS: u128 = 7 << SORT;
const SORT: u32 = other::LISTED;

const KIN: u128 = 4 << SORT;

/// Likeness, in per cent, from which two kin may be one; of people there are others besides.
const KIN_ALIKE: u32 = 8;

/// Pairs with a role in common that are looked at in one story, at most.
const MAX_PAIRS: usize = 100_000;

/// Something or somebody with roles.
struct Player<'r> {
    place: (usize, usize),
    stated: &'r Stated,
    /// The set of its roles.
    roles: u128,
}

impl Player<'_> {
    fn sentence(&self) -> SentenceId {
        SentenceId { article: self.place.0, sentence: self.stated.sentence }
    }

    /// The people whom its sentence names.
    fn people<'r>(&self, readings: &'r [Reading<'_>]) -> Vec<&'r Name> {
        let Reading { document, facts, .. } = &readings[self.place.0];
        let sentence = &document.sentences[self.stated.sentence].tokens;
        let here = facts.names.places.iter().filter(|(tokens, _)| sentence.contains(&tokens.start));
        let names = here.map(|&(_, entity)| &*facts.names.entities[entity].name);
        names.filter(|name| name.kind == Kind::Person).collect()
    }

    /// Whether both are called by one name or one noun.
    fn is_one(&self, other: &Self) -> bool {
        match (&self.stated.mention.value, &other.stated.mention.value) {
            (Value::Name(mine), Value::Name(theirs)) => mine.entity == theirs.entity,
            (Value::Thing(mine), Value::Thing(theirs)) => mine.head == theirs.head,
            _ => false,
        }
    }
}

/// Adds to `slots` what has one role in several articles and stands in none of them.
pub(super) fn add(
    slots: &mut Vec<Slot>,
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    cut: &mut Vec<usize>,
) {
    let players = first_of_each(story, cut, &mut |article, _| players(&readings[article], article));
    let is_long = |of: &Player<'_>| readings[of.place.0].document.sentences.len() > SHORT;
    let telling = telling(&players);
    let (mut pairs, mut seen): (Vec<(u32, usize, usize)>, usize) = (Vec::new(), 0);
    'all: for (left, one) in players.iter().enumerate() {
        for (right, other) in players.iter().enumerate().skip(left + 1) {
            let common = one.roles & other.roles;
            if common == 0 || one.place.0 == other.place.0 {
                continue;
            }
            seen += 1;
            if seen > MAX_PAIRS {
                cut.extend(players[left..].iter().map(|player| player.place.0));
                break 'all;
            }
            let percent = likeness.percent(one.sentence(), other.sentence());
            // How many others of its report have the role.
            let rivals = |of: &Player<'_>, role: u128| {
                let is_rival = |it: &&&Player<'_>| it.place.0 == of.place.0 && it.roles & role != 0 && !it.is_one(of);
                telling.iter().filter(is_rival).take(2).count() // more than two matter no more
            };
            let may_be = |role: u128| {
                let is_disjoint =
                    || one.stated.mention.value.relation(&other.stated.mention.value) == ValueRelation::Disjoint;
                role & SORTS == 0
                    || is_disjoint()
                        && (role != KIN || percent >= KIN_ALIKE)
                        && !are_of_two(one.people(readings), other.people(readings))
            };
            let is_clear = |role: u128| match rivals(one, role).max(rivals(other, role)) {
                _ if !may_be(role) => false,
                0 => percent >= ALIKE || !is_long(one) && !is_long(other),
                1 => percent >= ALIKE,
                _ => false,
            };
            if (0..u128::BITS).map(|bit| common & 1 << bit).any(|role| role != 0 && is_clear(role))
                && differ(one, other, readings, terms)
            {
                pairs.push((percent, left, right));
            }
        }
    }
    pairs.sort_unstable_by_key(|&(percent, left, right)| (std::cmp::Reverse(percent), left, right));
    let mut met = Met::new(readings, slots);
    for (percent, left, right) in pairs {
        let places = [players[left].place, players[right].place];
        if met.has_met(slots, places) {
            continue;
        }
        let score = Score::from([(Feature::Role, ROLE), (Feature::Sentence, percent as i32 / 2)]);
        let kinds = [left, right].map(|player| players[player].stated.mention.kind);
        let slot = Slot {
            kind: if kinds.contains(&Kind::Organisation) { Kind::Organisation } else { kinds[0] },
            values: places.to_vec(),
            links: vec![SlotLink { left: 0, right: 1, score }],
            is_contested: false,
            by_day: false,
        };
        met.add(slots.len(), &slot);
        slots.push(slot);
    }
}

/// Those of some players who tell how many rivals any of them has, up to two: of each role two of one name or noun, and
/// four in all. Without, a text of one word would look at all of itself for each pair.
fn telling<'p, 'r>(players: &'p [Player<'r>]) -> Vec<&'p Player<'r>> {
    let mut found: Vec<&Player<'_>> = Vec::new();
    for player in players {
        let adds = |role: u128| {
            let own = found.iter().rev().take_while(|it| it.place.0 == player.place.0);
            let own = own.filter(|it| it.roles & player.roles & role != 0);
            own.clone().count() < 4 && own.filter(|it| it.is_one(player)).count() < 2
        };
        if (0..u128::BITS).any(|bit| player.roles & 1 << bit != 0 && adds(1 << bit)) {
            found.push(player);
        }
    }
    found
}

/// Whether each sentence names somebody, and none that the other may mean: an injury is that of whom it is told of.
fn are_of_two(mine: Vec<&Name>, theirs: Vec<&Name>) -> bool {
    let is_other = |one: &&Name| theirs.iter().all(|other| one.relation(other) == NameRelation::Other);
    !mine.is_empty() && !theirs.is_empty() && mine.iter().all(is_other)
}

/// Who and what has a role in an article.
fn players<'r>(reading: &'r Reading<'_>, article: usize) -> Vec<Player<'r>> {
    let document = &reading.document;
    let mut found = Vec::new();
    for (mention, stated) in reading.facts.mentions.iter().enumerate() {
        let tokens = &stated.mention.tokens;
        let may_play = match &stated.mention.value {
            Value::Name(name) => name.is_named && (stated.mention.kind != Kind::Place || is_site(name)),
            Value::Thing(thing) => !thing.is_general,
            _ => false,
        };
        if may_play && !document.quoted[tokens.start] && stated.certainty != Certainty::Denied {
            let sort = match &stated.mention.value {
                Value::Thing(thing) if other::is_harm(thing.class) => 1 << SORT,
                Value::Thing(thing) if other::is_animal(thing.class) => 2 << SORT,
                Value::Thing(thing) if other::is_kin(thing.class) && is_owned(reading, tokens.end) => KIN,
                _ => 0,
            };
            let roles = sort | other::parts(document, tokens, &document.sentences[stated.sentence].tokens);
            if roles != 0 {
                found.push(Player { place: (article, mention), stated, roles });
            }
        }
    }
    found
}

/// Whether two are called what cannot be one, and neither report knows the other's.
fn differ(one: &Player<'_>, other: &Player<'_>, readings: &[Reading<'_>], terms: &Terms) -> bool {
    match (&one.stated.mention.value, &other.stated.mention.value) {
        (Value::Name(mine), Value::Name(theirs)) => {
            // A name of several words may be taken for a person's though it is a firm's; one of a single word may be initials.
            let is_full = mine.words.len() > 1 && theirs.words.len() > 1;
            (mine.kind == theirs.kind || is_full && mine.kind != Kind::Place && theirs.kind != Kind::Place)
                && mine.relation(theirs) == NameRelation::Other
                && !is_short_for(mine, theirs)
                && !is_short_for(theirs, mine)
                && !knows(&readings[other.place.0], mine, theirs)
                && !knows(&readings[one.place.0], theirs, mine)
        }
        (Value::Thing(mine), Value::Thing(theirs)) => {
            let relation = mine.relation(theirs);
            // A teacher may be a mother and a cyclist as well.
            let may_be_one = || [mine, theirs].iter().any(|thing| other::is_people(thing.class));
            (relation == ValueRelation::Disjoint || relation == ValueRelation::Incomparable && !may_be_one())
                && mine.head != theirs.head
                && !shares_word(one, other, readings)
                && is_absent(one, mine, other, readings, terms)
                && is_absent(other, theirs, one, readings, terms)
        }
        _ => false,
    }
}

/// Whether a name of one word may be the short form of another's first: "Chris" of "Christine".
fn is_short_for(name: &Name, other: &Name) -> bool {
    matches!(&name.words[..], [short] if other.words[0].starts_with(&**short))
}

/// Whether the noun that ends before a token stands behind "his" or "her": a father of two is nobody's in the story.
fn is_owned(reading: &Reading<'_>, end: usize) -> bool {
    let start = reading.document.noun_group_before(end, 0).start;
    start > 0 && reading.document.is(start - 1, Class::Possessive)
}

/// Whether a place is a building, in which somebody is, and not a town that a building is in.
fn is_site(name: &Name) -> bool {
    name.words.len() > 1 && name.words.last().is_some_and(|word| EN.value(EN.entry(word), Class::Site) == Some(0))
}

/// Whether an article has a word of a name that another does not share.
fn knows(reading: &Reading<'_>, name: &Name, shared: &Name) -> bool {
    let document = &reading.document;
    name.words
        .iter()
        .filter(|word| word.len() > 3 && !shared.words.contains(word))
        .any(|word| (0..document.tokens.len()).any(|at| document.tokens[at].capital && document.reads(at, word)))
}

/// Whether a word that narrows one narrows the other as well: the gorilla section and the gorilla display may be one.
fn shares_word(one: &Player<'_>, other: &Player<'_>, readings: &[Reading<'_>]) -> bool {
    let group = |of: &Player<'_>| {
        let document = &readings[of.place.0].document;
        let end = of.stated.mention.tokens.end;
        let group = document.noun_group_before(end, document.sentences[of.stated.sentence].tokens.start);
        (document, group.start..end.saturating_sub(1))
    };
    let ((mine, words), (theirs, others)) = (group(one), group(other));
    let is_content = |at: &usize| matches!(mine.tag(*at), Upos::Noun | Upos::Propn | Upos::Adj);
    words.filter(is_content).any(|at| others.clone().any(|other| theirs.reads(other, mine.word(at))))
}

/// Whether the noun of a thing, or another for the same, stands nowhere in the other's article, and both stand for one or
/// both for several.
fn is_absent(of: &Player<'_>, thing: &Thing, other: &Player<'_>, readings: &[Reading<'_>], terms: &Terms) -> bool {
    let [mine, theirs] = [of, other].map(|player| &readings[player.place.0].document);
    let [last, rival] = [of, other].map(|player| player.stated.mention.tokens.end - 1);
    let term = terms.of[of.place.0][last];
    let is_here = |at: usize| terms.of[other.place.0][at] == term && term != 0 || theirs.lemma(at) == thing.head;
    let is_number = other::is_harm(thing.class) || mine.is_plural(last) == theirs.is_plural(rival);
    is_number && !(0..theirs.tokens.len()).any(is_here)
}
