//! What a claim is about: the nouns before and behind its predicate.

use std::ops::{Deref, Range};

use super::antecedent::antecedent;
use crate::{
    facts::{
        frame::{ANCHORS, Anchor, Frame, Role},
        name::Names,
    },
    language::{
        Document,
        lexicon::{Class, Word},
        tags::Upos,
    },
};

/// Phrases that may hang on a noun or a predicate one behind the other.
const PHRASES: usize = 4;

/// Tokens behind a subject in which its verbs are looked for.
const BEHIND: usize = 14;

/// Tokens between the commas around what is said besides of a subject.
const APPOSITION: usize = 20;

/// Tokens behind a verb of denying or confirming that are looked at for what it speaks of.
const CONTENT: usize = 16;

/// The frame of words that tell what happened, or of words that say how sure it is: predicate, subject, complements.
#[must_use]
pub fn frame(document: &Document<'_>, names: &Names, tokens: &Range<usize>, sentence: &Range<usize>) -> Frame {
    let mut clause = document.clause(tokens.start, sentence);
    clause.end = clause.end.max(tokens.end);
    let mut reader = Reader {
        document,
        sentence,
        frame: Frame { anchors: Vec::with_capacity(ANCHORS), clause, ..Frame::default() },
    };
    let verb = tokens.clone().find(|&at| document.is_verbal(at));
    for at in tokens.clone() {
        let role = match (document.tag(at), verb) {
            (Upos::Verb | Upos::Adj, _) => Role::Predicate,
            (Upos::Noun | Upos::Propn, None) => Role::Predicate,
            (Upos::Noun | Upos::Propn, Some(verb)) if at < verb => Role::Subject,
            (Upos::Noun | Upos::Propn, Some(_)) => Role::Complement,
            _ => continue,
        };
        reader.add(at, role);
    }
    // "No alarm rang" holds its subject.
    if reader.frame.with(Role::Subject).next().is_none() {
        reader.subject(tokens.start);
    }
    if reader.frame.with(Role::Subject).next().is_none() {
        for at in antecedent(document, names, tokens.start, sentence).iter().flat_map(Range::clone) {
            reader.add(at, Role::Antecedent);
        }
    }
    // "A contract that he has not signed": what is told of stands before the relative word.
    if let Some(object) = relative_object(document, tokens.start, sentence.start) {
        for at in object {
            reader.add(at, Role::Complement);
        }
    }
    let has_clause = document.is_word(tokens.end, Word::That) && document.tag(tokens.end) == Upos::Sconj;
    let speaks =
        has_clause || tokens.clone().any(|at| document.is(at, Class::Report) && document.tag(at) == Upos::Verb);
    if speaks {
        reader.content(tokens.end)
    } else {
        reader.complements(tokens.end)
    }
    reader.frame
}

/// The noun groups of a subject. They are few and asked for at every verb, so that they stand in place.
#[derive(Debug, Default)]
pub(in crate::facts) struct Groups {
    found: [Range<usize>; PHRASES + 1],
    count: usize,
}

impl Groups {
    /// One group alone.
    pub(super) fn of(group: Range<usize>) -> Self {
        let mut groups = Self::default();
        groups.push(group);
        groups
    }

    /// One group more; as many as there is room for are kept.
    fn push(&mut self, group: Range<usize>) {
        if let Some(free) = self.found.get_mut(self.count) {
            *free = group;
            self.count += 1;
        }
    }
}

impl Deref for Groups {
    type Target = [Range<usize>];

    fn deref(&self) -> &Self::Target {
        &self.found[..self.count]
    }
}

/// The noun groups of the subject that ends before `end`, from the nearest to the one that all hang on: "the barriers
/// and lights at the crossing, two miles away," gives crossing, lights and barriers.
pub(in crate::facts) fn subject(document: &Document<'_>, mut end: usize, start: usize) -> Groups {
    let mut groups = Groups::default();
    let opens_clause = |at: usize| document.value(at, Class::Complementizer) == Some(0);
    while end > start && (document.tag(end - 1) == Upos::Adv || opens_clause(end - 1)) {
        end -= 1;
    }
    // "The union (NPU) demanded"
    if end > start && document.word(end - 1) == ")" {
        end = (start + 1..end - 1).rev().take(APPOSITION).find(|&at| document.word(at) == "(").unwrap_or(end);
    }
    // What stands between two commas says more of what stands before them.
    if end > start && document.is_word(end - 1, Word::Comma) {
        let open = (start + 1..end - 1).rev().take(APPOSITION).find(|&at| document.is_word(at, Word::Comma));
        // "The operator, CrossBank, agreed": the name of it as well.
        let aside = open.map_or(end..end, |open| document.noun_group(open + 1, end - 1));
        if !aside.is_empty() && aside.end == end - 1 {
            groups.push(aside);
        }
        end = open.unwrap_or(end - 1);
    }
    for _ in 0..PHRASES {
        let group = document.noun_group_before(end, start);
        if group.is_empty() {
            break;
        }
        let mut before = group.start.checked_sub(1).filter(|&at| at > start);
        // "An appeal against both conviction and sentence"
        if before.is_some_and(|at| document.is_word(at, Word::Both) || document.is_word(at, Word::Either)) {
            before = before.and_then(|at| at.checked_sub(1)).filter(|&at| at > start);
        }
        groups.push(group);
        // "The men operating the fireworks jumped": the form in -ing hangs on the men.
        let is_participle = |at: usize| document.tag(at) == Upos::Verb && document.word(at).ends_with("ing");
        if let Some(at) = before.filter(|&at| is_participle(at) && document.is_noun(at - 1)) {
            end = at;
            continue;
        }
        match before.filter(|&at| matches!(document.tag(at), Upos::Adp | Upos::Cconj)) {
            // "A coin thrown from the stand": the participle hangs on the coin.
            Some(at) => end = if document.tag(at - 1) == Upos::Verb { at - 1 } else { at },
            None => break,
        }
    }
    groups
}

/// The noun group that a relative clause is about whose subject ends before `end`: "the levy, which lawmakers".
fn relative_object(document: &Document<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let subject = document.noun_group_before(end, start);
    let is_pronoun = || document.value(end - 1, Class::SpeakingPronoun).is_some();
    let first = if !subject.is_empty() {
        subject.start
    } else if end > start && is_pronoun() {
        end - 1
    } else {
        return None;
    };
    let relative = first.checked_sub(1).filter(|&at| at > start && document.is(at, Class::Relative))?;
    let is_clause = document.tag(relative) != Upos::Pron;
    let group = document.noun_group_before(relative - usize::from(document.is_word(relative - 1, Word::Comma)), start);
    (!is_clause && !group.is_empty()).then_some(group)
}

/// The frame of a thing: its noun and what narrows it, the verb that it stands with, and that verb's subject.
#[must_use]
pub fn of_thing(document: &Document<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Frame {
    let mut clause = document.clause(tokens.start, sentence);
    clause.end = clause.end.max(tokens.end);
    let verb = (clause.start..tokens.start).rev().find(|&at| document.is_verbal(at));
    let behind = (tokens.end..clause.end).find(|&at| document.is_verbal(at));
    let mut reader = Reader {
        document,
        sentence,
        frame: Frame { anchors: Vec::with_capacity(ANCHORS), clause, ..Frame::default() },
    };
    for at in tokens.clone() {
        reader.add(at, if at + 1 == tokens.end { Role::Head } else { Role::Modifier });
    }
    reader.complements(tokens.end);
    // "A van left beside the station": what is said of it right behind it.
    if verb.is_some() && document.tag(tokens.end) == Upos::Verb {
        reader.add(tokens.end, Role::Predicate);
        reader.complements(tokens.end + 1);
    }
    // "The van that a man had left by the wall exploded": all that it did, past what narrows it.
    if verb.is_none() {
        let stops = |at: &usize| {
            document.parts_clauses(*at)
                && document.value(*at, Class::Complementizer) != Some(0)
                && !document.is(*at, Class::Relative)
        };
        for at in (tokens.end..sentence.end).take(BEHIND).take_while(|at| !stops(at)) {
            if document.tag(at) == Upos::Verb {
                reader.add(at, Role::Predicate);
            }
        }
    }
    let Some(main) = verb.or(behind) else { return reader.frame };
    let run = |at: &usize| document.is_verbal(*at) || matches!(document.tag(*at), Upos::Adv | Upos::Part);
    let start = (sentence.start..main).rev().take_while(run).last().unwrap_or(main);
    let end = (main..sentence.end).take_while(run).last().map_or(main + 1, |last| last + 1);
    for at in (start..end).filter(|&at| document.tag(at) == Upos::Verb) {
        reader.add(at, Role::Predicate);
    }
    if verb.is_some() {
        reader.subject(start);
    }
    reader.frame
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
    frame: Frame,
}

impl Reader<'_, '_> {
    fn subject(&mut self, end: usize) {
        for group in subject(self.document, end, self.sentence.start).iter() {
            for at in group.clone() {
                self.add(at, Role::Subject);
            }
        }
    }

    /// The noun groups behind the predicate that hang on it or on one another: "the vote on the budget in May".
    fn complements(&mut self, mut at: usize) {
        let document = self.document;
        for _ in 0..PHRASES {
            while at < self.sentence.end && matches!(document.tag(at), Upos::Adp | Upos::Adv | Upos::Cconj) {
                at += 1;
            }
            let group = document.noun_group(at, self.sentence.end);
            for at in group.clone() {
                self.add(at, Role::Complement);
            }
            if group.is_empty() {
                return;
            }
            at = group.end;
            // "A request to move the flight"
            if document.is_word(at, Word::To) && document.tag(at) == Upos::Part && document.tag(at + 1) == Upos::Verb {
                self.add(at + 1, Role::Complement);
                at += 2;
                continue;
            }
            // "Felt 1,300 kilometres away in Darwin"
            let next = at + usize::from(document.tag(at) == Upos::Adv);
            if next < self.sentence.end && !matches!(document.tag(next), Upos::Adp | Upos::Cconj) {
                return;
            }
        }
    }

    /// What a verb of denying or confirming speaks of: the nouns and verbs behind it.
    fn content(&mut self, at: usize) {
        let goes_on = |at: &usize| !matches!(self.document.tag(*at), Upos::Cconj | Upos::Punct);
        for at in (at..self.sentence.end).take(CONTENT).take_while(goes_on).collect::<Vec<_>>() {
            self.add(at, Role::Complement);
        }
    }

    fn add(&mut self, token: usize, role: Role) {
        let document = self.document;
        let carries = matches!(document.tag(token), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
            && (!document.is(token, Class::Stop) || document.tag(token) == Upos::Noun);
        if carries && !self.frame.anchors.iter().any(|anchor| anchor.token == token) {
            self.frame.anchors.push(Anchor { token, role });
        }
    }
}
