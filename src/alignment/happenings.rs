//! Happenings: what a verb tells, of whom, and the times, places and lengths that hang on it.
//!
//! Two reports put one happening into other words, in another order and at other places of their sentences. What they
//! keep is the verb or a word of its set, some of those who take part, and the sort of circumstance: an hour, a day, a
//! place that one comes from. So a happening is read as a verb with its parties, in whatever role, and circumstances
//! by sort.

mod circumstances;
mod governor;
mod home;
mod parties;
mod telling;

use std::ops::Range;

use super::{
    Reading,
    terms::{Term, Terms},
};
use crate::{
    facts::Kind,
    language::{Document, lexicon::Dimension, tags::Upos},
};

/// Tokens between a verb and what hangs on it, at most.
const REACH: usize = 24;

/// The sets of [`Class::Kin`](crate::language::lexicon::Class::Kin) for ending, closing and opening again.
const ENDING: i32 = 12;
const CLOSING: i32 = 14;
const OPENING: i32 = 13;

/// The sets of [`Kin`](crate::language::lexicon::Class::Kin) for things, and of verbs that only say of their object that it was.
const THINGS: Range<i32> = 120..200;
const SUPPORTING: i32 = 118;
/// The set of living somewhere.
const HOME: i32 = 93;

/// The edge of a time that ends something.
pub(super) const UNTIL: i32 = 2;

/// What sort of circumstance a value is. Only two of one sort can be the same circumstance of one happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// An hour.
    Clock,
    /// A day, a week, a month: when.
    Date,
    /// A year or longer.
    Year,
    /// A place, by the number of its preposition in [`Class::Way`](crate::language::lexicon::Class::Way).
    Place(i32),
    /// A length of time or of way.
    Length(Dimension),
}

/// A value that hangs on a verb.
#[derive(Debug, Clone)]
pub(super) struct Circumstance {
    /// Position among the article's mentions.
    pub(super) mention: usize,
    pub(super) sort: Sort,
    /// For times, whether it is the beginning, the end or neither; for lengths, the term of their preposition.
    pub(super) edge: i32,
    /// The noun for a site right before it, which it narrows: "the church | in Lier".
    pub(super) noun: Term,
    /// Whether it narrows that noun alone.
    pub(super) is_inner: bool,
}

/// A word that tells what happened or who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) term: Term,
    /// The sets of [`Kin`](crate::language::lexicon::Class::Kin) that it is in.
    pub(super) kin: Vec<i32>,
    /// Whether it is the name of somebody or something other than a place.
    pub(super) is_name: bool,
    /// Whether it says of what sort somebody is: "the engineer".
    pub(super) is_sort: bool,
    /// Whether it is somebody or a body of people, by name or otherwise.
    pub(super) actor: Option<Actor>,
    /// Words of the name that it is one of; 1 for all other words.
    pub(super) words: i32,
}

impl Word {
    /// What is told by no word of its own, but is of some sets of [`Kin`](crate::language::lexicon::Class::Kin).
    fn of_sets(kin: Vec<i32>) -> Self {
        Self { term: 0, kin, is_name: false, is_sort: false, actor: None, words: 1 }
    }

    /// Whether two words are in one set.
    pub(super) fn is_kin(&self, other: &Self) -> bool {
        self.kin.iter().any(|set| other.kin.contains(set))
    }
}

/// Who acts, as far as a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Actor {
    Person,
    Organisation,
}

/// What a verb tells.
#[derive(Debug, Clone)]
pub(super) struct Happening {
    pub(super) article: usize,
    pub(super) sentence: usize,
    /// Its full verb.
    pub(super) verb: usize,
    /// The words that tell what happened: the verb, or, where it says next to nothing, the nouns with it.
    pub(super) predicates: Vec<Word>,
    /// Whoever and whatever takes part, each once.
    pub(super) parties: Vec<Word>,
    /// Who is told of by a pronoun.
    pub(super) pronoun: Option<Actor>,
    /// Whether its verb only says that somebody made something known.
    pub(super) is_report: bool,
    /// The ordinals among its words: "the first hostage".
    pub(super) ordinals: Vec<i32>,
    /// Whether it is the end of what the verb tells.
    is_end: bool,
    /// Whether it is still to come, where the verb tells.
    pub(super) is_planned: Option<bool>,
    pub(super) circumstances: Vec<Circumstance>,
}

impl Happening {
    /// What a word tells of nobody yet.
    fn new(article: usize, sentence: usize, verb: usize, predicate: Word) -> Self {
        Self {
            article,
            sentence,
            verb,
            predicates: vec![predicate],
            parties: Vec::new(),
            pronoun: None,
            is_report: false,
            ordinals: Vec::new(),
            is_end: false,
            is_planned: None,
            circumstances: Vec::new(),
        }
    }

    /// Puts its parties in order, each once.
    fn sort(&mut self) {
        self.parties.sort_by_key(|party| party.term);
        self.parties.dedup_by_key(|party| party.term);
    }
}

/// The happenings of an article that have a circumstance, in the order of their first one; behind `most` of them no
/// further mention is looked at.
pub(super) fn read(reading: &Reading<'_>, article: usize, terms: &Terms, most: usize) -> Vec<Happening> {
    let mut found: Vec<Happening> = Vec::new();
    for (mention, stated) in reading.facts.mentions.iter().enumerate() {
        if found.len() >= most {
            break;
        }
        let document = &reading.document;
        let sentence = &document.sentences[stated.sentence].tokens;
        let reader = Reader { document, reading, sentence, terms: &terms.of[article] };
        let tokens = &stated.mention.tokens;
        reader.add_home(mention, article, &mut found);
        let Some((sort, edge, from)) = reader.sort(stated.mention.kind, &stated.mention.value, tokens) else {
            continue;
        };
        let governor = reader.governor(from, tokens.end);
        let noun = reader.told_by_noun(from, sort, article, stated.sentence);
        if let Some(happening) = noun.filter(|noun| governor != Some(noun.verb)) {
            let circumstance = Circumstance { mention, sort, edge, noun: 0, is_inner: false };
            add(&mut found, happening, circumstance);
        }
        let Some(verb) = governor else { continue };
        // "The dam at Lier burst": a place before the verb tells which dam it is.
        let is_inner = verb >= tokens.end && matches!(sort, Sort::Place(_));
        let noun = reader.noun_before(from, is_inner);
        let circumstance = Circumstance { mention, sort, edge, noun, is_inner: is_inner && noun != 0 };
        let is_denied = reader.is_denied(verb);
        // "Did not leave until 6 a.m." is leaving then.
        if is_denied && circumstance.edge == UNTIL {
            if let Some(mut happening) = reader.happening(verb, article, stated.sentence) {
                happening.is_end = true;
                happening.circumstances.push(Circumstance { edge: 0, ..circumstance });
                found.push(happening);
            }
            continue;
        }
        if is_denied {
            continue;
        }
        if let Some(happening) = reader.happening(verb, article, stated.sentence) {
            add(&mut found, happening, circumstance.clone());
        }
        // "In force until Friday" ends on Friday, "closed until Friday" opens then.
        if circumstance.edge == UNTIL
            && !matches!(sort, Sort::Length(_))
            && let Some(mut happening) = reader.happening(verb, article, stated.sentence)
        {
            let opens = happening.predicates.iter().any(|word| word.kin.contains(&CLOSING));
            let kin = vec![if opens { OPENING } else { ENDING }];
            happening.parties.append(&mut happening.predicates);
            happening.predicates = vec![Word::of_sets(kin)];
            happening.is_end = true;
            happening.circumstances.push(Circumstance { edge: 0, ..circumstance });
            found.push(happening);
        }
    }
    found
}

/// Adds a circumstance to its happening.
fn add(found: &mut Vec<Happening>, mut happening: Happening, circumstance: Circumstance) {
    match found.iter_mut().find(|other| other.verb == happening.verb && !other.is_end) {
        Some(other) => other.circumstances.push(circumstance),
        None => {
            happening.circumstances.push(circumstance);
            found.push(happening);
        }
    }
}

struct Reader<'a, 't> {
    document: &'a Document<'t>,
    reading: &'a Reading<'t>,
    sentence: &'a Range<usize>,
    terms: &'a [Term],
}

impl Reader<'_, '_> {
    fn is_time(&self, token: usize) -> bool {
        self.is(token, Kind::Time)
    }

    /// Whether a token belongs to a mention of a kind.
    fn is(&self, token: usize, kind: Kind) -> bool {
        let mentions = &self.reading.facts.mentions;
        let from = mentions.partition_point(|stated| stated.mention.tokens.start + REACH < token);
        mentions[from..]
            .iter()
            .take_while(|stated| stated.mention.tokens.start <= token)
            .any(|stated| stated.mention.kind == kind && stated.mention.tokens.contains(&token))
    }

    /// Whether a clause ends at a token, whatever stands behind.
    fn stops(&self, at: usize) -> bool {
        matches!(self.document.word(at), ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "(")
            || self.document.tag(at) == Upos::Sconj
    }

    fn parts(&self, at: usize) -> bool {
        self.document.parts_clauses(at)
    }
}
