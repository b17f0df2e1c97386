//! Happenings: what a verb tells, of whom, and the times, places and lengths that hang on it.
//!
//! Two reports put one happening into other words, in another order and at other places of their sentences. What they
//! keep is the verb or a word of its set, some of those who take part, and the sort of circumstance: an hour, a day, a
//! place that one comes from. So a happening is read as a verb with its parties, in whatever role, and circumstances
//! by sort.

mod circumstances;
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
    /// The sets of [`Class::Kin`](crate::language::lexicon::Class::Kin) that it is in.
    pub(super) kin: Vec<i32>,
    /// Whether it is the name of somebody or something other than a place.
    pub(super) is_name: bool,
    /// Whether it says of what sort somebody is: "the engineer".
    pub(super) is_sort: bool,
    /// Words of the name that it is one of; 1 for all other words.
    pub(super) words: i32,
}

impl Word {
    /// Whether two words are in one set.
    pub(super) fn is_kin(&self, other: &Self) -> bool {
        self.kin.iter().any(|set| other.kin.contains(set))
    }
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

/// The happenings of an article that have a circumstance, in the order of their first one.
pub(super) fn read(reading: &Reading<'_>, article: usize, terms: &Terms) -> Vec<Happening> {
    let mut found: Vec<Happening> = Vec::new();
    for (mention, stated) in reading.facts.mentions.iter().enumerate() {
        let document = &reading.document;
        let sentence = &document.sentences[stated.sentence].tokens;
        let reader = Reader { document, reading, sentence, terms: &terms.of[article] };
        let tokens = &stated.mention.tokens;
        let Some((sort, edge, from)) = reader.sort(stated.mention.kind, &stated.mention.value, tokens) else {
            continue;
        };
        let Some(verb) = reader.governor(from, tokens.end) else { continue };
        // "The dam at Lier burst": a place before the verb tells which dam it is.
        let is_inner = verb >= tokens.end && matches!(sort, Sort::Place(_));
        let noun = reader.noun_before(from, is_inner);
        let circumstance = Circumstance { mention, sort, edge, noun, is_inner: is_inner && noun != 0 };
        if let Some(happening) = found.iter_mut().find(|happening| happening.verb == verb && !happening.is_end) {
            happening.circumstances.push(circumstance.clone());
        } else if let Some(mut happening) = reader.happening(verb, article, stated.sentence) {
            happening.circumstances.push(circumstance.clone());
            found.push(happening);
        }
        // "In force until Friday" ends on Friday, "closed until Friday" opens then.
        if circumstance.edge == UNTIL
            && !matches!(sort, Sort::Length(_))
            && let Some(mut happening) = reader.happening(verb, article, stated.sentence)
        {
            let opens = happening.predicates.iter().any(|word| word.kin.contains(&CLOSING));
            let kin = vec![if opens { OPENING } else { ENDING }];
            happening.parties.append(&mut happening.predicates);
            happening.predicates = vec![Word { term: 0, kin, is_name: false, is_sort: false, words: 1 }];
            happening.is_end = true;
            happening.circumstances.push(Circumstance { edge: 0, ..circumstance });
            found.push(happening);
        }
    }
    found
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
