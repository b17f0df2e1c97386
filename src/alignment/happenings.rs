//! Happenings: what a verb tells, of whom, and the times, places and lengths that hang on it.
//!
//! Two reports put one happening into other words, in another order and at other places of their sentences. What they
//! keep is the verb or a word of its set, some of those who take part, and the sort of circumstance: an hour, a day, a
//! place that one comes from. So a happening is read as a verb with its parties, in whatever role, and circumstances
//! by sort.

use std::ops::Range;

use super::{
    Reading,
    terms::{Term, Terms},
};
use crate::{
    facts::{
        Kind, Value,
        quantity::Unit,
        time::{Grain, TimeBound},
    },
    language::{
        Document,
        lexicon::{Class, Dimension},
        tags::Upos,
        verbs::{Modality, Tense, VerbGroup},
    },
};

/// Tokens between a verb and what hangs on it, at most.
const REACH: usize = 24;

/// The sets of [`Class::Kin`] for making known, ending, closing and opening again.
const TELLING: i32 = 59;
const ENDING: i32 = 12;
const CLOSING: i32 = 14;
const OPENING: i32 = 13;

/// The first set of [`Class::Kin`] for things.
const THINGS: i32 = 120;

/// The edge of a time that ends something.
pub(super) const UNTIL: i32 = 2;

/// Tokens of an aside between commas, at most.
const ASIDE: usize = 16;

/// What sort of circumstance a value is. Only two of one sort can be the same circumstance of one happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// An hour.
    Clock,
    /// A day, a week, a month: when.
    Date,
    /// A year or longer.
    Year,
    /// A place, by the number of its preposition in [`Class::Way`].
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
    /// The sets of [`Class::Kin`] that it is in.
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
    /// The sort of a value, its edge, and where the phrase that it stands in begins.
    fn sort(&self, kind: Kind, value: &Value, tokens: &Range<usize>) -> Option<(Sort, i32, usize)> {
        let document = self.document;
        let (preposition, from) = self.preposition(tokens.start);
        match value {
            Value::Time(time) if time.named.step.is_none() => {
                let sort = match time.grain {
                    Grain::Minute | Grain::Hour => Sort::Clock,
                    Grain::Year | Grain::Decade => Sort::Year,
                    _ => Sort::Date,
                };
                let edge = match time.bound {
                    TimeBound::At => 0,
                    TimeBound::From => 1,
                    TimeBound::Until => UNTIL,
                    TimeBound::Before | TimeBound::By => 3,
                    TimeBound::After => 4,
                };
                Some((sort, edge, from))
            }
            Value::Name(name) if kind == Kind::Place && name.is_named => {
                // Of several places in a row none is the one that it happened in; "a Lier-based firm" says whose it is.
                let joins = |at: usize| document.tag(at) == Upos::Cconj || document.is_inner_hyphen(at);
                let last = document.word(tokens.end - 1).rsplit(['-', '‐', '‑']).next();
                let is_owner = last.is_some_and(|part| part.starts_with(char::is_lowercase));
                if is_owner
                    || self.is_time(tokens.start)
                    || joins(tokens.end)
                    || tokens.start > self.sentence.start && joins(tokens.start - 1)
                {
                    return None;
                }
                let before = tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start)?;
                let way = match preposition {
                    Some(at) => document.value(at, Class::Way)?,
                    // "Left Lier", "reached Lier".
                    None if document.tag(before) == Upos::Verb && document.is_concept(before, "left") => 1,
                    None if document.tag(before) == Upos::Verb => 2,
                    None => return None,
                };
                Some((Sort::Place(way), 0, from))
            }
            Value::Quantity(quantity) if kind == Kind::Measure => match quantity.unit {
                Unit::Measure(dimension @ Dimension::Duration) => {
                    let edge = preposition.and_then(|at| document.value(at, Class::Way)).unwrap_or(-1);
                    Some((Sort::Length(dimension), edge, from))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The preposition before a value, past what stands between ("near | the town of Lier"), and where its phrase
    /// begins.
    fn preposition(&self, start: usize) -> (Option<usize>, usize) {
        let document = self.document;
        let mut at = start;
        while at > self.sentence.start {
            let before = at - 1;
            match document.tag(before) {
                Upos::Det | Upos::Adj | Upos::Adv | Upos::Num => at = before,
                Upos::Adp if document.is_word(before, "of") => {
                    let group = document.noun_group_before(before, self.sentence.start);
                    if group.is_empty() {
                        return (None, at);
                    }
                    at = group.start;
                }
                // "Out of Lier", "up to Lier": the last of them tells.
                Upos::Adp => {
                    let mut from = before;
                    while from > self.sentence.start && document.tag(from - 1) == Upos::Adp {
                        from -= 1;
                    }
                    return (Some(before), from);
                }
                _ => break,
            }
        }
        (None, at)
    }

    /// The noun for a site, or any, that a phrase stands right behind.
    fn noun_before(&self, from: usize, any: bool) -> Term {
        match from.checked_sub(1).filter(|&at| at >= self.sentence.start && self.document.is_noun(at)) {
            Some(at) if any || self.document.is(at, Class::Site) => self.terms[at],
            _ => 0,
        }
    }

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

    /// The verb or noun that a phrase hangs on: the nearest before it in its clause, else the first behind it.
    fn governor(&self, from: usize, end: usize) -> Option<usize> {
        let document = self.document;
        // "Sunday's race": the noun tells what happens.
        if end < self.sentence.end && document.tag(end) == Upos::Part && document.tokens[end].joined {
            let group = document.noun_group(end + 1, self.sentence.end);
            return document.head_of(&group).filter(|&at| !self.word(at).kin.is_empty());
        }
        let mut at = from;
        while at > self.sentence.start && from - at < REACH {
            at -= 1;
            if document.is_noun(at) {
                // "The damaged mill": the participle belongs to the noun.
                let group = document.noun_group_before(at + 1, self.sentence.start);
                // "Making landfall": a verb of its own opens no noun group.
                at = group.start + usize::from(document.tag(group.start) == Upos::Verb);
                continue;
            }
            if document.is_verbal(at) && !self.is_noun_amiss(at) {
                return self.main(at);
            }
            if !self.parts(at) {
                continue;
            }
            // "Struck on Tuesday near Lier, Belgium, at 9.40 p.m. and again on Friday": only what says when and where
            // stands between.
            let says_where = |at: usize| {
                self.is_time(at)
                    || matches!(document.tag(at), Upos::Adp | Upos::Det | Upos::Propn | Upos::Adv)
                    || document.word(at) == ","
            };
            let joins = document.word(at) == "," || document.tag(at) == Upos::Cconj;
            if !joins || !(at + 1..from).all(says_where) {
                break;
            }
        }
        let behind = document.verbs_of(self.sentence).iter().find(|group| group.tokens.start >= end);
        // "On Tuesday the vote passed", "the blast, at 9.40 p.m., tore".
        let reaches = |group: &&VerbGroup| {
            group.tokens.start - end < REACH
                && (end..group.tokens.start).all(|at| !self.parts(at) || document.word(at) == ",")
        };
        if let Some(behind) = behind.filter(reaches) {
            return Some(behind.main);
        }
        // "The vote in Dunmore on Tuesday": without a verb a noun of the clause tells what happens.
        let noun = |&at: &usize| {
            matches!(document.tag(at), Upos::Noun | Upos::Adj) && !self.is_time(at) && !self.word(at).kin.is_empty()
        };
        (at..from).rev().find(noun)
    }

    /// Whether a word tagged as a verb ends a noun group: "the park gate", "a solvents plant".
    fn is_noun_amiss(&self, at: usize) -> bool {
        let document = self.document;
        let is_past =
            [Class::Past, Class::Participle, Class::PastOrParticiple].iter().any(|&class| document.is(at, class));
        let is_bare = document.verb_group_of(at, self.sentence).is_some_and(|group| group.tokens.len() == 1)
            && !is_past
            && !["s", "ed", "ing"].iter().any(|ending| document.word(at).ends_with(ending));
        let group = document.noun_group_before(at, self.sentence.start);
        is_bare
            && document.head_of(&group).is_some_and(|head| !document.is_plural(head))
            && (document.tag(group.start) == Upos::Det || document.tokens[at].joined)
            && (group.len() > 1 || document.tokens[at].joined)
    }

    /// The full verb of the group of a token.
    fn main(&self, token: usize) -> Option<usize> {
        let group = self.document.verb_group_of(token, self.sentence)?;
        Some(group.main)
    }

    /// Whether a clause ends at a token, whatever stands behind.
    fn stops(&self, at: usize) -> bool {
        matches!(self.document.word(at), ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "(")
            || self.document.tag(at) == Upos::Sconj
    }

    fn parts(&self, at: usize) -> bool {
        self.document.parts_clauses(at)
    }

    /// What a verb tells; none where it denies it or only says who speaks.
    fn happening(&self, verb: usize, article: usize, sentence: usize) -> Option<Happening> {
        let document = self.document;
        // Levels rise and fall all day.
        let is_level = (document.is_concept(verb, "rose") || document.is_concept(verb, "fell"))
            && self.sentence.clone().any(|at| self.is(at, Kind::Money) || self.is(at, Kind::Percent));
        if is_level || document.is(verb, Class::Saying) {
            return None;
        }
        let (tokens, is_planned) = match document.verb_group_of(verb, self.sentence) {
            Some(group) if group.is_negated => return None,
            Some(group) => self.when(&group, verb),
            None => (verb..verb + 1, None),
        };
        let predicate = self.word(verb);
        let is_report =
            predicate.kin.contains(&TELLING) || predicate.kin.is_empty() && document.is(verb, Class::Report);
        let mut happening = Happening {
            article,
            sentence,
            verb,
            predicates: vec![predicate],
            parties: Vec::new(),
            is_report,
            ordinals: Vec::new(),
            is_end: false,
            is_planned,
            circumstances: Vec::new(),
        };
        self.add_subject(tokens.start, &mut happening);
        let mut at = tokens.end;
        // "Found on Wednesday, burnt out, beside the canal": up to the next clause that has a verb with a tense.
        let next = document.verbs_of(self.sentence).iter().find(|next| next.tokens.start >= at && next.tense.is_some());
        let limit = next
            .map_or(self.sentence.end, |next| (at..next.tokens.start).rev().find(|&at| self.parts(at)).unwrap_or(at));
        while at < limit && !self.stops(at) {
            self.add(at, &mut happening);
            at += 1;
        }
        happening.parties.sort_by_key(|party| party.term);
        happening.parties.dedup_by_key(|party| party.term);
        // "Will make his first appearance", "talks were held", "the consultation starts": the noun tells what.
        if self.is_light(verb) {
            if !document.is(verb, Class::Concept) {
                happening.predicates[0].term = 0;
            }
            let tells = |word: &&Word| !word.is_name && word.kin.iter().any(|&set| set < THINGS);
            let nouns = happening.parties.iter().filter(tells);
            let nouns: Vec<Word> = nouns.cloned().collect();
            happening.predicates.extend(nouns);
        }
        Some(happening)
    }

    /// The tokens of a verb group with those that govern it, and whether it is still to come.
    fn when(&self, group: &VerbGroup, verb: usize) -> (Range<usize>, Option<bool>) {
        let document = self.document;
        // "Is due | to open", "are expected to be restored": what governs the infinitive tells when.
        let mut start = group.tokens.start;
        let mut is_governed = false;
        while start > self.sentence.start
            && matches!(document.tag(start - 1), Upos::Aux | Upos::Verb | Upos::Adv | Upos::Part | Upos::Adj)
        {
            start -= 1;
            is_governed |= document.is_verbal(start);
        }
        let is_planned = match group.tense {
            // "Should have opened", "was rescheduled for": what was planned and what became of it.
            _ if group.modality != Modality::Plain || document.is(verb, Class::Rescheduling) => None,
            Some(Tense::Future) => Some(true),
            Some(Tense::Past) => Some(false),
            Some(Tense::Present) => None,
            None => is_governed.then_some(true),
        };
        (start..group.tokens.end, is_planned)
    }

    /// Whether a verb leaves it to a noun to say what happened: by saying nothing else, or only that it began or ended.
    fn is_light(&self, verb: usize) -> bool {
        let document = self.document;
        let lists = document.lists();
        document.is(verb, Class::Light)
            || document.tag(verb) == Upos::Aux
            || lists.value(document.lemma_entry(verb), Class::Support).is_some()
            || ["began", "ended", "took_place"].iter().any(|name| document.is_concept(verb, name))
    }

    /// Adds what stands before a verb, up to the verb before.
    fn add_subject(&self, start: usize, happening: &mut Happening) {
        let document = self.document;
        let first = self.sentence.start;
        let mut at = start;
        // "Which had left", "who lives": told of what stands before.
        if at > first && document.is(at - 1, Class::Relative) && document.tag(at - 1) == Upos::Pron {
            at -= 1;
            if at > first && document.word(at - 1) == "," {
                at -= 1;
            }
        } else if at > first && (document.tag(at - 1) == Upos::Cconj || document.word(at - 1) == ",") {
            // "Rushed in and forced", "fled, taking": the verbs share a subject.
            if let Some(before) = document.verb_groups(first..at - 1).last() {
                at = before.tokens.start;
            }
        }
        let (count, mut is_pronoun) = (happening.parties.len(), false);
        while at > first {
            at -= 1;
            is_pronoun |= document.tag(at) == Upos::Pron;
            if document.word(at) == "," {
                let open = (first..at).rev().take(ASIDE).find(|&open| document.word(open) == ",");
                if let Some(open) = open.filter(|&open| (open..at).any(|at| document.is_verbal(at))) {
                    at = open;
                }
                continue;
            }
            if document.is_verbal(at) || self.parts(at) {
                break;
            }
            self.add(at, happening);
        }
        if happening.parties.len() > count {
            return;
        }
        // "Born in Lier, she": the subject stands behind the comma.
        if start == first {
            let comma = (start..self.sentence.end).find(|&at| document.word(at) == ",");
            let group = comma.map(|comma| document.noun_group(comma + 1, self.sentence.end));
            group.into_iter().flatten().for_each(|at| self.add(at, happening));
        }
        // "The mine, idle before it reopened", "she had sailed at 8.15pm": of whom the sentence or the one before tells.
        let subject = |sentence: &Range<usize>| {
            let verb = document.verbs_of(sentence).iter().find(|group| group.tense.is_some());
            sentence.start..verb.map_or(sentence.start, |group| group.tokens.start).min(start)
        };
        let before = happening.sentence.checked_sub(1).map(|before| subject(&document.sentences[before].tokens));
        let own = Some(subject(self.sentence));
        for subject in own.into_iter().chain(before).filter(|_| is_pronoun) {
            if happening.parties.len() == count {
                subject.for_each(|at| self.add(at, happening));
            }
        }
    }

    fn add(&self, at: usize, happening: &mut Happening) {
        let document = self.document;
        happening.ordinals.extend(document.value(at, Class::Ordinal).filter(|_| !self.is_time(at)));
        let carries = matches!(document.tag(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
            && self.terms[at] != 0
            && !document.is(at, Class::Cardinal)
            && !self.is_time(at);
        if carries {
            happening.parties.push(self.word(at));
        }
    }

    fn word(&self, at: usize) -> Word {
        let document = self.document;
        let mut kin = Vec::new();
        let lists = document.lists();
        let behind = |from: usize| (from..self.sentence.end).take(3).map(|at| document.tokens[at].entry);
        let mut find = |first: usize, from: usize| {
            let mut entries = vec![document.root_entry(first)];
            entries.extend(behind(from));
            lists.each_phrase(&entries, Class::Kin, |set| kin.push(set));
        };
        find(at, at + 1);
        // "Picked him up", "came to light".
        if document.tag(at + 1) == Upos::Pron {
            find(at, at + 2);
        }
        if at >= self.sentence.start + 2 && document.is_word(at - 1, "to") && document.is_verbal(at - 2) {
            find(at - 2, at - 1);
        }
        let is_name = |at: usize| document.tag(at) == Upos::Propn;
        let run = |tokens: &mut dyn Iterator<Item = usize>| tokens.take_while(|&at| is_name(at)).count() as i32;
        let before = run(&mut (self.sentence.start..at).rev());
        let words = before + run(&mut (at..self.sentence.end));
        // What stands behind a preposition of place is where, whatever it is called.
        let preposition = (at - before as usize).checked_sub(1).filter(|&at| at >= self.sentence.start);
        let is_place = self.is(at, Kind::Place) || preposition.is_some_and(|at| document.is(at, Class::Way));
        let is_sort = document.value(at, Class::Person) == Some(1)
            || [Class::Agent, Class::Role].iter().any(|&class| document.is(at, class));
        Word { term: self.terms[at], kin, is_name: is_name(at) && !is_place, is_sort, words: words.max(1) }
    }
}
