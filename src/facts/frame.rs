//! What a value is about: the words that say what is counted, measured or dated, each with its role.
//!
//! Two values are only ever compared when their frames say that they are about the same thing; so a frame holds
//! what stands around a value, and judges nothing.

use std::ops::Range;

use super::{Kind, Mention};
use crate::language::{Document, lexicon::Class, tags::Upos};

/// What a value is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// The words around the value with their roles, each token once.
    pub anchors: Vec<Anchor>,
    /// The clause that the value stands in.
    pub clause: Range<usize>,
    /// Whether the words make it a part of a number given before ("including three", "of them").
    pub is_part: bool,
    /// Whether the words add it to a number given before ("another three", "11 others").
    pub is_extra: bool,
    /// Whether it is somebody's own by a pronoun ("their two children"), who must be known before it is compared.
    pub is_owned: bool,
    /// Whether it is somebody's age.
    pub is_age: bool,
    /// Whether it is what a change began from or is measured by ("up from 39 per cent", "compared with 39").
    pub is_earlier: bool,
    /// Whether it tells by how much something changed ("by 12 per cent", "rose 12 per cent").
    pub is_change: bool,
}

/// A word near a value with its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The token.
    pub token: usize,
    /// Its role.
    pub role: Role,
}

/// What a word does for the value near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The noun that is counted, measured or paid for.
    Head,
    /// A word that narrows the head.
    Modifier,
    /// The verb or the noun of what happens.
    Predicate,
    /// Who or what does it, or of whom it is told.
    Subject,
    /// What hangs on the head or the predicate by a preposition.
    Complement,
}

impl Frame {
    /// The tokens in a role.
    pub fn with(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.anchors.iter().filter(move |anchor| anchor.role == role).map(|anchor| anchor.token)
    }

    fn add(&mut self, token: usize, role: Role) {
        if !self.anchors.iter().any(|anchor| anchor.token == token) {
            self.anchors.push(Anchor { token, role });
        }
    }
}

/// Reads what a mention is about.
#[must_use]
pub fn frame(document: &Document<'_>, mention: &Mention, sentence: &Range<usize>) -> Frame {
    let reader = Reader { document, sentence, value: mention.tokens.clone() };
    let mut frame = Frame { clause: document.clause(mention.tokens.start, sentence), ..Frame::default() };
    frame.clause.end = frame.clause.end.max(mention.tokens.end);
    reader.read_scope(mention.kind, &mut frame);
    match mention.kind {
        Kind::Time => reader.read_time(&mut frame),
        // What a name is about is told by its role: see [`super::name`].
        Kind::Person | Kind::Organisation | Kind::Place => {}
        _ => reader.read_quantity(mention.kind, &mut frame),
    }
    frame
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
    value: Range<usize>,
}

/// How far a verb is looked for across phrases that hang on a noun.
const REACH: usize = 14;

impl Reader<'_, '_> {
    fn read_scope(&self, kind: Kind, frame: &mut Frame) {
        let document = self.document;
        let around =
            self.value.start.saturating_sub(3).max(self.sentence.start)..(self.value.end + 3).min(self.sentence.end);
        frame.is_part = around.clone().any(|at| {
            document
                .phrase(at, Class::Subset)
                .is_some_and(|(words, _)| at >= self.value.end || at + words <= self.value.start)
        });
        // "82 per cent of the shares" is the whole that is told of.
        frame.is_part &= !(kind == Kind::Percent && document.is_word(self.value.end, "of"));
        let before = self.sentence.start..self.value.start;
        frame.is_earlier = before.clone().rev().take(4).any(|at| {
            document.phrase(at, Class::Earlier).is_some_and(|(words, _)| {
                // Words such as "about" or "the" may stand between, and nothing that counts for itself.
                let end = at + words;
                end <= self.value.start && (end..self.value.start).all(|at| document.tokens[at].entry != 0)
            })
        });
        let before = self.left_of_determiners(self.value.start);
        frame.is_owned = before > self.sentence.start
            && document.tag(before - 1) == Upos::Pron
            && document.is(before - 1, Class::Possessive);
        frame.is_extra = around.clone().any(|at| {
            !self.value.contains(&at)
                && document.is(at, Class::Extra)
                && at + 2 >= self.value.start
                && at <= self.value.end
        });
    }

    fn read_quantity(&self, kind: Kind, frame: &mut Frame) {
        let document = self.document;
        if kind == Kind::Measure {
            frame.is_age = self.read_age(frame);
            if frame.is_age {
                return;
            }
        }
        // What is counted stands behind the number, past "of", "of the", "other".
        let mut from = self.value.end;
        while from < self.sentence.end
            && (document.is_word(from, "of")
                || document.is_inner_hyphen(from)
                || (document.is_word(from, "in") || document.is_word(from, "worth")) && kind == Kind::Money
                || document.is(from, Class::Extra) && document.tag(from) == Upos::Adj)
        {
            from += 1;
        }
        let mut group = document.noun_group(from, self.sentence.end);
        // "$132 a year", "€5 per share", "40p each way": by what it is reckoned, not what it is paid for.
        let is_rate = kind != Kind::Count
            && (document.is_word(from, "a") || document.is_word(from, "an") || document.is_word(from, "per"));
        if is_rate {
            let per = if group.is_empty() { document.noun_group(from + 1, self.sentence.end) } else { group.clone() };
            self.add_group(frame, &per, Role::Complement);
            group = per.end..per.end;
        }
        self.add_group(frame, &group, Role::Head);
        let behind = group.end.max(from.min(self.sentence.end)).max(self.value.end);
        if !group.is_empty() || kind == Kind::Measure {
            self.add_complements(frame, group.end.max(from));
        }
        self.read_predicate(frame, behind, !group.is_empty());
        let by = self.value.start > self.sentence.start && document.is_word(self.value.start - 1, "by");
        let moves = frame.anchors.iter().any(|anchor| {
            anchor.role != Role::Modifier
                && (document.is_concept(anchor.token, "rose") || document.is_concept(anchor.token, "fell"))
        });
        frame.is_change = kind == Kind::Percent && !document.is_word(self.value.end, "of") && (by || moves);
    }

    /// "Maria Kovač, 43,", "aged 61", "the 22-year-old student", "in her 30s".
    fn read_age(&self, frame: &mut Frame) -> bool {
        let document = self.document;
        let Range { start, end } = self.value;
        let old = (end..(end + 2).min(self.sentence.end)).any(|at| document.is_word(at, "old"));
        let last_is_old = document.is_word(end - 1, "old");
        let aged =
            start > self.sentence.start && (document.is_word(start - 1, "aged") || document.is_word(start - 1, "age"));
        let apposed = start > self.sentence.start + 1
            && document.word(start - 1) == ","
            && document.tag(start - 2) == Upos::Propn
            && (end >= self.sentence.end
                || matches!(document.word(end), "," | "." | ";" | ")" | "who" | "and" | "from" | "of"))
            && self.value.len() == 1;
        if !(old || last_is_old || aged || apposed) {
            return false;
        }
        // "Jane Roe, a 38-year-old planner": the name stands before its apposition.
        let opens_apposition = start > self.sentence.start + 2
            && document.tag(start - 1) == Upos::Det
            && document.word(start - 2) == ","
            && document.tag(start - 3) == Upos::Propn;
        let person_before = if apposed || aged || opens_apposition {
            let mut at = start - 1;
            if document.word(at.saturating_sub(1)) == "," {
                at -= 1;
            }
            document.noun_group_before(at, self.sentence.start)
        } else {
            start..start
        };
        self.add_group(frame, &person_before, Role::Head);
        let mut from = end;
        while from < self.sentence.end && (document.is_inner_hyphen(from) || document.is_word(from, "old")) {
            from += 1;
        }
        let group = document.noun_group(from, self.sentence.end);
        self.add_group(frame, &group, Role::Head);
        true
    }

    /// Adds a noun group: its last noun in the given role, the rest as modifiers.
    fn add_group(&self, frame: &mut Frame, group: &Range<usize>, role: Role) {
        let head = self.document.head_of(group);
        for at in group.clone() {
            if self.value.contains(&at) || !self.carries(at) {
                continue;
            }
            let role = if Some(at) == head {
                role
            } else if role == Role::Head {
                Role::Modifier
            } else {
                role
            };
            frame.add(at, role);
        }
    }

    /// Whether a token says something: no function word, number or mark.
    fn carries(&self, at: usize) -> bool {
        matches!(self.document.tag(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb)
            && !(self.document.is(at, Class::Stop) && self.document.tag(at) != Upos::Noun)
            && !self.document.is(at, Class::Extra)
    }

    /// Phrases that hang on what ends at `at`: "of the club", "at the plant".
    fn add_complements(&self, frame: &mut Frame, mut at: usize) {
        for _ in 0..2 {
            // "taken away in handcuffs"
            if at < self.sentence.end && self.document.tag(at) == Upos::Adv {
                at += 1;
            }
            if at >= self.sentence.end || self.document.tag(at) != Upos::Adp {
                return;
            }
            let group = self.document.noun_group(at + 1, self.sentence.end);
            if group.is_empty() {
                return;
            }
            self.add_group(frame, &group, Role::Complement);
            at = group.end;
        }
    }

    /// The verb that governs the value, with its subject.
    fn read_predicate(&self, frame: &mut Frame, behind: usize, has_head: bool) {
        let document = self.document;
        let start = self.value.start;
        let before = self.left_of_determiners(start);
        // "killed two officers", "killing at least six": the verb right before takes the value as its object.
        // "claimed ten officers were killed": what was said has a verb of its own.
        if before > self.sentence.start
            && document.tag(before - 1) == Upos::Verb
            && !(document.is(before - 1, Class::Report) && self.add_right_verb(frame, behind))
        {
            self.add_verb(frame, before - 1);
            if !has_head || document.tag(behind) == Upos::Verb {
                self.add_right_verb(frame, behind);
            }
            return;
        }
        if frame.with(Role::Predicate).next().is_some() {
            return;
        }
        let adposition = before > self.sentence.start && document.tag(before - 1) == Upos::Adp;
        if !adposition && self.add_right_verb(frame, behind) {
            return;
        }
        // "the death of six", "the toll stood at 10", "a profit of $5m": what stands before the preposition.
        if adposition {
            let noun = document.noun_group_before(before - 1, self.sentence.start);
            if !noun.is_empty() {
                self.add_group(frame, &noun, if has_head { Role::Complement } else { Role::Head });
            }
        }
        // "Ran aground with 212 passengers": who comes along is not what the verb does.
        if adposition && document.is(before - 1, Class::Accompaniment) {
            return;
        }
        let found = (self.sentence.start..before)
            .rev()
            .take(REACH)
            .take_while(|&at| !self.stops(at))
            .find(|&at| document.is_verbal(at));
        match found {
            Some(verb) => self.add_verb(frame, verb),
            None => {
                self.add_right_verb(frame, behind);
            }
        }
    }

    /// The position before the determiners and adjectives that stand before the value.
    fn left_of_determiners(&self, mut at: usize) -> usize {
        while at > self.sentence.start
            && (matches!(self.document.tag(at - 1), Upos::Det | Upos::Adj | Upos::Sym)
                && !self.document.is(at - 1, Class::Bound)
                || self.document.tag(at - 1) == Upos::Adv && self.document.tokens[at - 1].entry != 0)
        {
            at -= 1;
        }
        at
    }

    fn stops(&self, at: usize) -> bool {
        matches!(self.document.word(at), ";" | ":" | "." | "—" | "–" | "(" | ")" | "“" | "”" | "\"")
            || self.document.tag(at) == Upos::Sconj
    }

    /// The verb to the right whose subject the value's group is: past phrases that hang on the group.
    fn add_right_verb(&self, frame: &mut Frame, from: usize) -> bool {
        let document = self.document;
        let mut at = from;
        let limit = (from + REACH).min(self.sentence.end);
        while at < limit {
            match document.tag(at) {
                Upos::Aux | Upos::Verb if document.is_verbal(at) => {
                    let group = document.verb_group(at, self.sentence.end);
                    for verb in group.clone().filter(|&at| document.tag(at) == Upos::Verb) {
                        frame.add(verb, Role::Predicate);
                    }
                    // "were in a critical condition", "was 47": what follows a bare form of "be" says what happened.
                    if group.clone().all(|at| document.tag(at) != Upos::Verb) {
                        let mut next = group.end;
                        if next < self.sentence.end && document.tag(next) == Upos::Adp {
                            next += 1;
                        }
                        if next < self.sentence.end && document.tag(next) == Upos::Adj {
                            frame.add(next, Role::Predicate);
                        }
                        let complement = document.noun_group(next, self.sentence.end);
                        self.add_group(frame, &complement, Role::Predicate);
                    } else {
                        self.add_complements(frame, group.end);
                    }
                    return true;
                }
                Upos::Adj if at == from && document.is(at, Class::Concept) => {
                    frame.add(at, Role::Predicate);
                    return true;
                }
                Upos::Adp | Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adv | Upos::Part | Upos::Num => {
                    at += 1
                }
                Upos::Pron if document.is_word(at, "who") || document.is_word(at, "that") => at += 1,
                _ => return false,
            }
        }
        false
    }

    /// A verb to the left, with the rest of its group and its subject.
    fn add_verb(&self, frame: &mut Frame, verb: usize) {
        let document = self.document;
        let mut start = verb;
        while start > self.sentence.start
            && matches!(document.tag(start - 1), Upos::Aux | Upos::Verb | Upos::Adv | Upos::Part)
        {
            start -= 1;
        }
        for at in start..=verb {
            if document.tag(at) == Upos::Verb {
                frame.add(at, Role::Predicate);
            }
        }
        let subject = document.noun_group_before(start, self.sentence.start);
        if subject.is_empty() {
            return;
        }
        self.add_group(frame, &subject, Role::Subject);
        // "the number of jobs", "profits at the bank": the noun that the subject hangs on.
        if subject.start > self.sentence.start + 1 && document.tag(subject.start - 1) == Upos::Adp {
            let outer = document.noun_group_before(subject.start - 1, self.sentence.start);
            self.add_group(frame, &outer, Role::Subject);
        }
        // What stands between the verb and the value: "cut its forecast to", "put the toll at".
        for at in verb + 1..self.value.start {
            if document.is_noun(at) && self.carries(at) {
                frame.add(at, Role::Complement);
            }
        }
    }

    /// The verb of the clause and its nouns; the noun that a time stands before ("Tuesday's attack").
    fn read_time(&self, frame: &mut Frame) {
        let document = self.document;
        let mut from = self.value.end;
        if document.is_word(from, "'s") || document.is_word(from, "’s") {
            from += 1;
        }
        if from < self.sentence.end && (from > self.value.end || document.tag(from) == Upos::Noun) {
            let group = document.noun_group(from, self.sentence.end);
            self.add_group(frame, &group, Role::Head);
            if from > self.value.end {
                return;
            }
        }
        let before = (frame.clause.start..self.value.start).rev().find(|&at| document.is_verbal(at));
        match before {
            Some(verb) => {
                self.add_verb(frame, verb);
                for at in verb + 1..self.value.start {
                    if document.is_noun(at) && self.carries(at) {
                        frame.add(at, Role::Complement);
                    }
                }
            }
            None => {
                let noun =
                    (frame.clause.start..self.value.start).rev().find(|&at| document.is_noun(at) && self.carries(at));
                if let Some(noun) = noun {
                    let group = document.noun_group_before(noun + 1, frame.clause.start);
                    self.add_group(frame, &group, Role::Subject);
                }
                // "On Tuesday, the vote passed": the clause behind the mark.
                let mut at = self.value.end;
                if document.word(at) == "," {
                    at += 1;
                }
                let limit = (at + REACH).min(self.sentence.end);
                if let Some(verb) = (at..limit).find(|&at| document.is_verbal(at)) {
                    let group = document.verb_group(verb, self.sentence.end);
                    for token in group.clone().filter(|&at| document.tag(at) == Upos::Verb) {
                        frame.add(token, Role::Predicate);
                    }
                    let subject = document.noun_group_before(verb, at);
                    self.add_group(frame, &subject, Role::Subject);
                    let object = document.noun_group(group.end, self.sentence.end);
                    self.add_group(frame, &object, Role::Complement);
                }
            }
        }
    }
}
