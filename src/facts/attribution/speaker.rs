//! The words that name a speaker, beside a verb of saying.

use std::ops::Range;

use super::SpeakerClass;
use crate::facts::{Kind, name::Names};
use crate::language::{
    Document,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::Shape,
};

/// Tokens that may stand between a speaker and the verb, as appositions or relative clauses.
const ASIDE: usize = 40;

/// Tokens of an apposition that belongs to a speaker's name; a longer one is left to the sentence.
const SHORT_ASIDE: usize = 8;

/// The numbers of [`Class::SpeakerLink`].
const PLAIN: i32 = 0;
const OWNER: i32 = 2;

/// Nouns for those who can speak.
const SPEAKERS: [Class; 5] = [Class::Role, Class::Person, Class::SpeakerSort, Class::Agent, Class::Group];

/// Looks for speakers inside one sentence.
pub(super) struct Finder<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) names: &'d Names,
    pub(super) sentence: Range<usize>,
}

impl Finder<'_, '_> {
    /// The subject that ends where a verb group begins; none where it is a pronoun, a clause or no speaker.
    pub(super) fn subject(&self, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let start = self.sentence.start;
        let mut last = end;
        // "The mayor also said", "the mayor on Friday said", "Goldman (GS) said"
        loop {
            if last <= start {
                return None;
            }
            let word = document.word(last - 1);
            if document.tag(last - 1) == Upos::Adv && document.tokens[last - 1].shape == Shape::Word {
                last -= 1;
            } else if word == ")" {
                last = (start..last).rev().take(ASIDE).find(|&at| document.word(at) == "(")?;
            } else if self.is_time(last - 1) && last > start + 1 {
                last -= 1;
                if document.tag(last - 1) == Upos::Adp {
                    last -= 1;
                }
            } else {
                break;
            }
        }
        if matches!(document.word(last - 1), "," | "—" | "–" | "--") {
            return self.before_asides(last - 1);
        }
        self.before_relative(last).or_else(|| self.group_before(last))
    }

    /// The name before appositions and relative clauses: "Jane Roe, the mayor, who lives there, | said". Without
    /// any, what stands before the mark.
    fn before_asides(&self, comma: usize) -> Option<Range<usize>> {
        self.apposed(comma).or_else(|| self.group_before(comma))
    }

    /// The name before appositions and relative clauses, where there are some.
    pub(super) fn apposed(&self, comma: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mark = document.word(comma);
        let first = self.sentence.start.max(comma.saturating_sub(ASIDE));
        let mut found: Option<(Range<usize>, usize)> = None;
        let mut end = comma;
        while let Some(open) = (first..end).rev().find(|&at| self.is_border(at)) {
            if document.word(open) != mark || !self.is_aside(open + 1..end) {
                break;
            }
            // "Ellen Voss, 43, who lives there, said": an age is no name.
            if document.tag(open - usize::from(open > first)) == Upos::Num && found.is_none() {
                end = open;
                continue;
            }
            let Some(group) = self.group_before(open).filter(|group| self.can_speak(group)) else { break };
            let group_start = group.start;
            found = Some((group, open));
            // A group that opens its clause is the subject; what stands before it is no part of it.
            let opens = group_start == self.sentence.start
                || !self.is_border(group_start - 1)
                || document.word(group_start - 1) != mark;
            end = open;
            if opens {
                break;
            }
        }
        let (group, open) = found?;
        let aside = open + 1..comma;
        let is_short = aside.len() <= SHORT_ASIDE
            && !aside.clone().any(|at| document.is_verbal(at) || document.is_word(at, Word::Comma));
        Some(if is_short && document.is_noun(comma - 1) { group.start..comma } else { group })
    }

    /// A mark that an aside does not reach over.
    fn is_border(&self, at: usize) -> bool {
        matches!(self.document.word(at), "," | "—" | "–" | "--" | ";" | ":" | "“" | "”" | "\"" | "«" | "»" | "(")
    }

    /// Whether a stretch between two marks can be an apposition, an age, or a relative clause.
    fn is_aside(&self, aside: Range<usize>) -> bool {
        let document = self.document;
        if aside.is_empty() || document.is(aside.start, Class::Relative) {
            return !aside.is_empty();
        }
        let opens = matches!(
            document.tag(aside.start),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Adp
        ) || document.tag(aside.start) == Upos::Pron && document.is(aside.start, Class::Stop)
            || document.word(aside.start).ends_with("ing");
        opens
            && !document
                .verb_groups(aside.clone())
                .any(|group| group.tense.is_some() && !self.is_relative(&aside, group.tokens.start))
    }

    /// Whether a relative pronoun stands before a verb in a stretch.
    fn is_relative(&self, stretch: &Range<usize>, verb: usize) -> bool {
        (stretch.start..verb).any(|at| self.document.is(at, Class::Relative))
    }

    /// The speaker before a relative clause that ends at the verb: "The unions that called the march | said".
    fn before_relative(&self, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let open = (self.sentence.start + 1..end)
            .rev()
            .take(ASIDE)
            .take_while(|&at| !self.is_border(at))
            .find(|&at| document.is(at, Class::Relative) && document.tag(at) != Upos::Sconj)?;
        let has_verb = (open + 1..end).any(|at| document.is_verbal(at) && !document.is(at, Class::Report));
        let speaker = has_verb.then(|| self.group_before(open)).flatten()?;
        // "said that unions that marched said": what stands behind a verb of saying is what was said.
        (speaker.start == self.sentence.start || !document.is_verbal(speaker.start - 1)).then_some(speaker)
    }

    /// The noun group that ends at `end` with what hangs on it: "the head of the union", "people familiar with it".
    fn group_before(&self, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let start = self.sentence.start;
        let mut group = self.one_group_before(end)?;
        loop {
            if group.start <= start + 1 {
                break;
            }
            let before = group.start - 1;
            let mut outer_end = None;
            if let Some(number) = self.link(before) {
                // "a person briefed on the move", "people familiar with the matter", "analysts polled by FactSet"
                let hangs = matches!(document.tag(before - 1), Upos::Verb | Upos::Adj)
                    && !document.is(before - 1, Class::Past)
                    && before > start + 1;
                outer_end = (hangs || number == PLAIN).then_some(before - usize::from(hangs));
            } else if document.is_word(before, Word::And) || document.word(before) == "&" {
                let outer = self.one_group_before(before);
                if let Some(outer) = outer.filter(|outer| outer.start == start || self.is_border(outer.start - 1)) {
                    group.start = outer.start;
                }
                break;
            }
            let Some(outer) = outer_end.and_then(|end| self.one_group_before(end)) else { break };
            group.start = outer.start;
        }
        // "At the last debate Roe said": the name behind the noun of the phrase.
        if group.start > start && document.tag(group.start - 1) == Upos::Adp {
            let is_name = |at: usize| document.tag(at) == Upos::Propn && document.tokens[at].capital;
            let name = (group.start..group.end).rev().take_while(|&at| is_name(at)).count();
            let first = group.end - name;
            if name > 0 && first > group.start && !document.tokens[first - 1].capital {
                group.start = first;
            }
        }
        Some(group)
    }

    /// A noun group without what hangs on it, "its headquarters" too.
    fn one_group_before(&self, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let start = self.sentence.start;
        let mut group = document.noun_group_before(end, start);
        if group.is_empty() {
            // The tagger takes some heads for adjectives: "the Taliban", "a Halifax newspaper".
            let at = end.checked_sub(1).filter(|&at| at >= start && document.tag(at) == Upos::Adj)?;
            let before = if at > start && document.tag(at - 1) == Upos::Det {
                at - 1..at
            } else {
                document.noun_group_before(at, start)
            };
            if before.is_empty() {
                return None;
            }
            group = before.start..end;
        }
        // A name whose parts the tagger took for other words: "the Associated Press".
        let is_capital = |at: usize| document.tokens[at].capital && document.tokens[at].shape == Shape::Word;
        while group.start > start + 1 && is_capital(group.start) && is_capital(group.start - 1) {
            group.start -= 1;
        }
        if group.start > start && document.tag(group.start) != Upos::Det {
            let before = group.start - 1;
            if document.tag(before) == Upos::Det && !document.is(before, Class::Relative) {
                group.start = before;
            }
            if document.value(before, Class::SpeakerLink) == Some(OWNER) {
                group.start = before;
            }
        }
        // "Ann Roe a health official, said": a name whose apposition has no comma before it.
        if group.start > start && document.is_word(group.start, Word::A) && self.is_named(group.start - 1) {
            group.start = document.noun_group_before(group.start, start).start;
        }
        Some(group)
    }

    /// The speaker's words that begin at `at`: a noun group with what hangs on it and a short apposition.
    pub(super) fn group_at(&self, at: usize) -> Option<Range<usize>> {
        let document = self.document;
        let end = self.sentence.end;
        let mut group = document.noun_group(at, end);
        if group.is_empty() {
            return None;
        }
        // "The fire chief": the tagger takes some heads for adjectives.
        if document.tag(group.end) == Upos::Adj && group.end < end && document.is(group.end, Class::Role) {
            group.end += 1;
        }
        while group.end + 1 < end {
            let mut next = group.end;
            // "people familiar with the matter", "a person briefed on the move"
            let hangs = matches!(document.tag(next), Upos::Verb | Upos::Adj) && self.link(next + 1).is_some();
            next += usize::from(hangs);
            let joins = self.link(next).is_some_and(|number| hangs || number == PLAIN) || document.word(next) == "&";
            if !joins || self.is_time(next + 1) {
                break;
            }
            let inner = document.noun_group(next + 1, end);
            if inner.is_empty() {
                break;
            }
            group.end = inner.end;
        }
        // "the mayor, Jane Roe," and "Jane Roe, the mayor,"
        if group.end + 1 < end && document.is_word(group.end, Word::Comma) {
            let inner = document.noun_group(group.end + 1, end);
            let closes = inner.end >= end || matches!(document.word(inner.end), "," | "." | ";" | ":" | "?" | "!");
            let is_name = |group: &Range<usize>| group.clone().all(|at| document.tag(at) == Upos::Propn);
            if !inner.is_empty()
                && closes
                && inner.len() <= SHORT_ASIDE
                && is_name(&inner) != is_name(&group)
                && self.can_speak(&inner)
            {
                group.end = inner.end;
            }
        }
        Some(group)
    }

    /// Whether a token belongs to the name of a person or a body.
    fn is_named(&self, at: usize) -> bool {
        let place = self.names.places.partition_point(|(tokens, _)| tokens.end <= at);
        self.names.places.get(place).is_some_and(|(tokens, entity)| {
            let entity = &self.names.entities[*entity];
            tokens.contains(&at) && entity.kind != Kind::Place && entity.name.is_named
        })
    }

    /// The number of a preposition that may hang words on a speaker.
    fn link(&self, at: usize) -> Option<i32> {
        let number = self.document.value(at, Class::SpeakerLink)?;
        (number != OWNER && !self.document.is_verbal(at)).then_some(number)
    }

    /// Whether a token is a word of the calendar, or one that says when, and nobody's name ("May said").
    pub(super) fn is_time(&self, at: usize) -> bool {
        let document = self.document;
        !self.is_named(at)
            && [Class::Weekday, Class::Month, Class::RelativeDay, Class::Adverbial, Class::DayPart]
                .iter()
                .any(|&class| document.is(at, class))
    }

    /// Whether a noun group can speak: it holds a name, or its head is a person or a body that speaks.
    pub(super) fn can_speak(&self, group: &Range<usize>) -> bool {
        let document = self.document;
        let is_name = |at: usize| {
            let token = &document.tokens[at];
            document.tag(at) == Upos::Propn && (token.capital || token.shape == Shape::Address) || self.is_named(at)
        };
        let speaks = |at: usize| is_name(at) || SPEAKERS.iter().any(|&class| document.is(at, class));
        self.is_thing(group) && group.clone().any(speaks)
    }

    /// Whether a noun group opens its clause, so that it is the subject and not an object or part of a phrase.
    pub(super) fn opens_clause(&self, group: &Range<usize>) -> bool {
        let document = self.document;
        group.start == self.sentence.start || {
            let before = group.start - 1;
            matches!(document.tag(before), Upos::Punct | Upos::Sconj | Upos::Cconj | Upos::Adv)
        }
    }

    /// Whether a noun group is no time and no amount; "Jan" is a name behind another.
    pub(super) fn is_thing(&self, group: &Range<usize>) -> bool {
        let document = self.document;
        let first = document.noun_group(group.start, group.end);
        let head = document.head_of(&first).or_else(|| group.clone().last());
        head.is_some_and(|head| {
            let is_named = head > first.start && document.tag(head - 1) == Upos::Propn && !self.is_time(head - 1);
            (is_named || !self.is_time(head)) && (self.is_named(head) || !document.is(head, Class::Unit))
        })
    }

    /// What kind of speaker some words name.
    pub(super) fn class(&self, speaker: &Range<usize>) -> SpeakerClass {
        let document = self.document;
        // The first noun group says who it is; what hangs on it and the apposition do not, but for a name.
        let first = document.noun_group(speaker.start, speaker.end);
        let first = if first.is_empty() { speaker.clone() } else { first };
        let sort = |at: usize| document.value(at, Class::SpeakerSort);
        let listed = |at: &usize| sort(*at).is_some() || document.is(*at, Class::Role);
        let head = document.head_of(&first).unwrap_or(speaker.start);
        // "People familiar with it": what the tagger takes for the head need not be it.
        let head = if listed(&head) {
            head
        } else {
            first.clone().rev().find(listed).filter(|_| !self.is_named(head)).unwrap_or(head)
        };
        let is_name = |at: usize| !listed(&at) && (document.tag(at) == Upos::Propn || self.is_named(at));
        if is_name(head) {
            return SpeakerClass::Named;
        }
        let apposed = (first.end + 1..speaker.end)
            .find(|&at| document.is_word(at - 1, Word::Comma) && document.tokens[at].capital && self.is_named(at));
        if apposed.is_some() {
            return SpeakerClass::Named;
        }
        match sort(head) {
            Some(2) => SpeakerClass::Document,
            Some(_) => SpeakerClass::Anonymous,
            None if document.is(head, Class::Person) => SpeakerClass::Anonymous,
            None => SpeakerClass::Role,
        }
    }
}
