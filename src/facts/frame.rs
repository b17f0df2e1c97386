//! What a value is about: the words that say what is counted, measured or dated, each with its role.
//!
//! Two values are only ever compared when their frames say that they are about the same thing; so a frame holds
//! what stands around a value, and judges nothing.

mod predicate;
mod time;

use std::ops::Range;

use super::{Kind, Mention, Value, quantity::Unit};
use crate::language::{
    Document,
    lexicon::{Class, Dimension, Word},
    tags::Upos,
    tokens::Shape,
};

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
    /// What the subject stands for, where it is a pronoun or goes without saying; it may stand in an earlier sentence.
    Antecedent,
}

/// Words that most frames have room for at once.
pub(super) const ANCHORS: usize = 8;

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
    let is_age = matches!(&mention.value, Value::Quantity(quantity) if quantity.unit == Unit::Measure(Dimension::Age));
    let reader = Reader { document, sentence, value: mention.tokens.clone(), kind: mention.kind, is_age };
    let clause = document.clause(mention.tokens.start, sentence);
    let mut frame = Frame { anchors: Vec::with_capacity(ANCHORS), clause, ..Frame::default() };
    frame.clause.end = frame.clause.end.max(mention.tokens.end);
    reader.read_scope(&mut frame);
    match mention.kind {
        Kind::Time => reader.read_time(&mut frame),
        _ => {
            reader.read_quantity(&mut frame);
            if mention.tokens.start <= sentence.start + 1
                && !frame.anchors.iter().any(|anchor| matches!(anchor.role, Role::Head | Role::Predicate))
            {
                reader.read_question(&mut frame);
            }
        }
    }
    frame
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
    value: Range<usize>,
    kind: Kind,
    /// Whether the value is in years of age.
    is_age: bool,
}

/// The numbers of [`Class::Link`].
mod link {
    pub(super) const OF: i32 = 0;
    pub(super) const IN: i32 = 1;
    pub(super) const WORTH: i32 = 2;
    pub(super) const BY: i32 = 3;
    pub(super) const PER: i32 = 4;
    pub(super) const FOR: i32 = 5;
    pub(super) const OLD: i32 = 6;
    pub(super) const AGED: i32 = 7;
}

impl Reader<'_, '_> {
    /// The number of a word in [`Class::Link`].
    fn link(&self, at: usize) -> Option<i32> {
        self.document.value(at, Class::Link)
    }

    fn read_scope(&self, frame: &mut Frame) {
        let document = self.document;
        let around =
            self.value.start.saturating_sub(3).max(self.sentence.start)..(self.value.end + 3).min(self.sentence.end);
        // "Six of the nine", "including three"; but "ten died, including three" tells of the whole first.
        let makes_part = |at: usize| {
            document
                .phrase(at, Class::Subset)
                .is_some_and(|(words, _)| at == self.value.end || at + words <= self.value.start)
        };
        // "Of the 40 passengers, 12 were hurt".
        let opens_with_whole = || {
            let comma = self.value.start.saturating_sub(1);
            let opening = self.sentence.start..comma;
            document.is_word(comma, Word::Comma)
                && opening.start < opening.end
                && document.is(opening.start, Class::Link)
                && document.phrase(opening.start, Class::Subset).is_some()
                && !opening.clone().any(|at| document.is_verbal(at))
        };
        // "82 per cent of the shares" is the whole that is told of.
        let is_share = self.kind == Kind::Percent && self.link(self.value.end) == Some(link::OF);
        frame.is_part = !is_share && (around.clone().any(makes_part) || opens_with_whole());
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
                && !document.is_word(at + 1, Word::Than)
                && at + 2 >= self.value.start
                && at <= self.value.end
        });
    }

    fn read_quantity(&self, frame: &mut Frame) {
        let (document, kind) = (self.document, self.kind);
        if kind == Kind::Measure {
            frame.is_age = self.read_age(frame);
            if frame.is_age {
                return;
            }
        }
        // What is counted stands behind the number, past "of", "of the", "other".
        let mut from = self.value.end;
        while from < self.sentence.end
            && (self.link(from) == Some(link::OF)
                || document.is_inner_hyphen(from)
                || matches!(self.link(from), Some(link::IN | link::WORTH)) && kind == Kind::Money
                || document.is(from, Class::Extra) && document.tag(from) == Upos::Adj)
        {
            from += 1;
        }
        let mut group = self.group_behind(from);
        // "A 14-storey block", "a 15-member council": what hangs on the number is counted, and the noun behind has it.
        let whole = self.hyphenated(from).map(|counted| counted + 1..group.end);
        if let Some(whole) = &whole {
            frame.add(from, Role::Head);
            group.end = whole.start;
        }
        // "$132 a year", "€5 per share", "40p each way": by what it is reckoned, not what it is paid for.
        let is_rate = kind != Kind::Count && self.link(from) == Some(link::PER);
        if is_rate {
            let per = if group.is_empty() { document.noun_group(from + 1, self.sentence.end) } else { group.clone() };
            self.add_group(frame, &per, Role::Complement);
            group = per.end..per.end;
        }
        // "The $140-million cruise terminal", "an 82 per cent shareholding": behind a determiner it is a noun, whatever
        // its tag.
        if group.is_empty() && kind != Kind::Count && self.is_determined() && document.tag(from) == Upos::Verb {
            group = document.noun_group(from + 1, self.sentence.end);
            if group.is_empty() && from < self.sentence.end {
                frame.add(from, Role::Head);
                group = from..from + 1;
            }
        }
        // "The Trust (10 per cent)": it is told of what stands before the bracket.
        let bracket =
            self.value.start.checked_sub(1).filter(|&at| at > self.sentence.start && document.word(at) == "(");
        if let Some(bracket) = bracket.filter(|_| kind != Kind::Count && document.word(self.value.end) == ")") {
            let group = document.noun_group_before(bracket, self.sentence.start);
            // "Two miles (3.2 km)" says one thing twice.
            let is_measured =
                [Class::Unit, Class::Currency, Class::Percent].into_iter().any(|class| document.is(bracket - 1, class));
            if !is_measured {
                self.add_group(frame, &group, Role::Subject);
            }
            return;
        }
        // "A 68-metre-high dam": the height of the dam.
        let extent = if document.is_inner_hyphen(self.value.end) { self.value.end + 1 } else { from };
        if kind == Kind::Measure && extent < group.end && document.is(extent, Class::Extent) {
            frame.add(extent, Role::Head);
        }
        self.add_group(frame, &group, Role::Head);
        if let Some(whole) = whole.filter(|whole| !whole.is_empty()) {
            self.add_group(frame, &whole, Role::Complement);
            group.end = whole.end;
        }
        // "24 km deep", "three metres wide": the adjective says what is measured.
        if kind == Kind::Measure && group.len() <= 1 && document.is(from, Class::Extent) && from < self.sentence.end {
            frame.add(from, Role::Head);
            // "A gash two metres long", "the rocket, 24 metres tall,".
            let comma = usize::from(
                self.value.start > self.sentence.start && document.is_word(self.value.start - 1, Word::Comma),
            );
            let owner = document.noun_group_before(self.value.start - comma, self.sentence.start);
            self.add_group(frame, &owner, Role::Head);
            from += 1;
            group = from..from;
        }
        self.add_contact_clause(frame, group.end);
        // "Park had 19 shots to Dunmore's eight": whose they are.
        let start = self.value.start;
        if start > self.sentence.start + 1 && document.tag(start - 1) == Upos::Part && document.tokens[start - 1].joined
        {
            self.add_group(frame, &document.noun_group_before(start - 1, self.sentence.start), Role::Subject);
            if group.is_empty() {
                return;
            }
        }
        let behind = group.end.max(from.min(self.sentence.end)).max(self.value.end);
        if !group.is_empty() || kind == Kind::Measure {
            self.add_complements(frame, group.end.max(from));
        }
        self.read_predicate(frame, behind, !group.is_empty());
        let by = self.value.start > self.sentence.start && self.link(self.value.start - 1) == Some(link::BY);
        let moves = frame.anchors.iter().any(|anchor| {
            anchor.role != Role::Modifier
                && (document.is_concept(anchor.token, "rose")
                    || document.is_concept(anchor.token, "fell")
                    // "The shares lost 3 per cent".
                    || kind == Kind::Percent && anchor.role == Role::Predicate && document.is_concept(anchor.token, "lost"))
        });
        let is_percent = kind == Kind::Percent && self.link(self.value.end) != Some(link::OF);
        // "Margin of 13 per cent, up 120 basis points".
        let before = self.value.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let way = before.filter(|&at| document.is_word(at, Word::Up) || document.is_word(at, Word::Down));
        let way = way.or_else(|| Some(self.value.end).filter(|&at| is_percent && self.tells_way(at)));
        let steps = way.is_some()
            || (self.value.end..(self.value.end + 2).min(self.sentence.end)).any(|at| document.is_word(at, Word::Than));
        // "Rose to 31 per cent" tells where it stands.
        let is_level = before.is_some_and(|at| document.is_word(at, Word::To) && document.tag(at) == Upos::Adp);
        frame.is_change = is_percent && !is_level && (by || moves || steps) || by && moves;
        // "The shares were down 3.2 per cent": they fell.
        if let Some(way) = way.filter(|_| is_percent) {
            frame.add(way, Role::Predicate);
        }
    }

    /// "How many people have died? At least 51": the question before says what is counted.
    fn read_question(&self, frame: &mut Frame) {
        let document = self.document;
        let Some(asked) = document.sentence_at(self.sentence.start).and_then(|at| at.checked_sub(1)) else { return };
        let asked = document.sentences[asked].tokens.clone();
        let Some(how) = asked.clone().find(|&at| document.is_word(at, Word::How)) else { return };
        if asked.end <= how + 2 || document.word(asked.end - 1) != "?" {
            return;
        }
        let counted = document.noun_group(how + 2, asked.end);
        self.add_group(frame, &counted, Role::Head);
        for at in how + 1..asked.end {
            match document.tag(at) {
                Upos::Verb => frame.add(at, Role::Predicate),
                Upos::Noun | Upos::Propn | Upos::Adj if self.carries(at) => frame.add(at, Role::Complement),
                _ => {}
            }
        }
    }

    /// The noun group behind the value; "last night" and "this week" say when.
    fn group_behind(&self, from: usize) -> Range<usize> {
        let document = self.document;
        let group = document.noun_group(from, self.sentence.end);
        let is_time = group.len() == 2 && self.is_relative(from);
        // "£397m in the 52 weeks to March": a sum of that time, not for it.
        let lasts = self.link(self.value.end) == Some(link::IN)
            && document.head_of(&group).is_some_and(|head| document.is(head, Class::Unit));
        if is_time || lasts { from..from } else { group }
    }

    /// Whether a word before a noun makes it a time: "last season".
    fn is_relative(&self, at: usize) -> bool {
        self.document.is_any(at, &[Word::Last, Word::This, Word::Next])
    }

    /// The word that hangs on the number by a hyphen, where it says what is counted.
    fn hyphenated(&self, from: usize) -> Option<usize> {
        let document = self.document;
        let hangs = self.kind == Kind::Count
            && from == self.value.end + 1
            && from + 1 < self.sentence.end
            && document.is_inner_hyphen(self.value.end)
            && matches!(document.tag(from), Upos::Noun | Upos::Propn | Upos::Adj)
            && !document.is_inner_hyphen(from + 1);
        // "A 12-strong crew" is a crew of 12, and "a three-time champion" has won as often before.
        let counts = !document.is_any(from, &[Word::Strong, Word::Time, Word::Times]);
        (hangs && counts).then_some(from)
    }

    /// Whether a word behind a percentage says that it is by so much more or less.
    fn tells_way(&self, at: usize) -> bool {
        let document = self.document;
        at < self.sentence.end
            && matches!(document.tag(at), Upos::Adv | Upos::Adj | Upos::Adp)
            && document
                .is_any(at, &[Word::Higher, Word::Lower, Word::Ahead, Word::Up, Word::Down, Word::Above, Word::Below])
    }

    /// "Maria Kovač, 43,", "aged 61", "the 22-year-old student", "in her 30s".
    fn read_age(&self, frame: &mut Frame) -> bool {
        let document = self.document;
        let Range { start, end } = self.value;
        let old = (end..(end + 2).min(self.sentence.end)).any(|at| self.link(at) == Some(link::OLD));
        let last_is_old = self.link(end - 1) == Some(link::OLD);
        let aged = start > self.sentence.start && self.link(start - 1) == Some(link::AGED);
        let apposed = start > self.sentence.start + 1
            && document.is_word(start - 1, Word::Comma)
            && (document.tag(start - 2) == Upos::Propn || document.is(start - 2, Class::Person))
            && (end >= self.sentence.end
                || matches!(document.word(end), "," | "." | ";" | ")")
                || matches!(document.tag(end), Upos::Adp | Upos::Cconj)
                || document.is(end, Class::Relative))
            && self.value.len() == 1;
        if !(old || last_is_old || aged || apposed || self.is_age) {
            return false;
        }
        // "A teacher in his fifties, John Roe, said": who it is stands before, and the name may stand behind.
        let before = self.left_of_determiners(start);
        if self.is_age && before > self.sentence.start + 1 && document.is(before - 1, Class::Possessive) {
            self.add_group(frame, &document.noun_group_before(before - 2, self.sentence.start), Role::Head);
            if document.is_word(end, Word::Comma) && document.tag(end + 1) == Upos::Propn {
                self.add_group(frame, &document.noun_group(end + 1, self.sentence.end), Role::Head);
            }
            return true;
        }
        // "Jane Roe, a 38-year-old planner": the name stands before its apposition.
        let opens_apposition = start > self.sentence.start + 2
            && document.tag(start - 1) == Upos::Det
            && document.is_word(start - 2, Word::Comma)
            && (document.tag(start - 3) == Upos::Propn || self.is_person(start - 3));
        let person_before = if apposed || aged || opens_apposition {
            let mut at = start - 1;
            if document.is_word(at.saturating_sub(1), Word::Comma) {
                at -= 1;
            }
            document.noun_group_before(at, self.sentence.start)
        } else {
            start..start
        };
        self.add_group(frame, &person_before, Role::Head);
        // "The man behind the wheel, aged 49": a person that it hangs on.
        let on = person_before.start;
        if on > self.sentence.start + 1 && document.tag(on - 1) == Upos::Adp {
            let outer = document.noun_group_before(on - 1, self.sentence.start);
            if document.head_of(&outer).is_some_and(|head| self.is_person(head)) {
                self.add_group(frame, &outer, Role::Head);
            }
        }
        let mut from = end;
        while from < self.sentence.end && (document.is_inner_hyphen(from) || self.link(from) == Some(link::OLD)) {
            from += 1;
        }
        let group = document.noun_group(from, self.sentence.end);
        self.add_group(frame, &group, Role::Head);
        if frame.anchors.is_empty() {
            self.add_aged_subject(frame);
        }
        true
    }

    fn is_person(&self, at: usize) -> bool {
        self.document.is(at, Class::Person) || self.document.is(at, Class::Agent)
    }

    /// "The oldest of the victims was 84", "their average age was 46": whose age it is stands before the verb.
    fn add_aged_subject(&self, frame: &mut Frame) {
        let document = self.document;
        let first = self.sentence.start;
        let Some(verb) = (first..self.value.start).rev().find(|&at| document.is_verbal(at)) else { return };
        let Some(ageing) = (first..verb).rev().find(|&at| document.is(at, Class::Ageing)) else { return };
        let group = document.noun_group_before(ageing + 1, first);
        self.add_group(frame, &group, Role::Head);
        frame.add(ageing, Role::Head);
        for at in ageing + 1..verb {
            if document.is_noun(at) && self.carries(at) {
                frame.add(at, Role::Modifier);
            }
        }
    }

    /// "The earnings Goldman had kept abroad": a name right behind the head opens a clause that tells whose they are.
    fn add_contact_clause(&self, frame: &mut Frame, at: usize) {
        let document = self.document;
        if frame.anchors.is_empty() || at >= self.sentence.end || document.tag(at) != Upos::Propn {
            return;
        }
        let name = document.noun_group(at, self.sentence.end);
        if name.end < self.sentence.end && document.is_verbal(name.end) {
            self.add_group(frame, &name, Role::Subject);
        }
    }

    /// Whether a determiner stands before the value.
    fn is_determined(&self) -> bool {
        self.value.start > self.sentence.start && self.document.tag(self.value.start - 1) == Upos::Det
    }

    /// Adds a noun group: its last noun in the given role, the rest as modifiers.
    fn add_group(&self, frame: &mut Frame, group: &Range<usize>, role: Role) {
        let head = self.document.head_of(group);
        let is_figure = head.is_some_and(|head| self.document.is(head, Class::Figure));
        for at in group.clone() {
            if self.value.contains(&at) || !self.carries(at) {
                continue;
            }
            let role = if Some(at) == head {
                role
            } else if is_figure && self.document.is(at, Class::Happening) {
                Role::Predicate // "The death toll": what is counted happened.
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
            && self.document.tokens[at].shape != Shape::Mark
            && !self.document.is(at, Class::Cardinal)
            && self.link(at) != Some(link::PER)
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
}

#[cfg(test)]
mod tests;
