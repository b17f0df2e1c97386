//! What happens to what a value counts: the verb or the noun that governs it, with its subject.

use std::ops::Range;

use super::{Frame, Reader, Role, link};
use crate::facts::Kind;
use crate::language::{
    lexicon::{Class, Word},
    tags::Upos,
};

/// How far a verb is looked for across phrases that hang on a noun.
pub(super) const REACH: usize = 14;

/// How many phrases may hang on a subject before its verb.
const NESTED: usize = 4;

impl Reader<'_, '_> {
    /// The verb that governs the value, with its subject.
    pub(super) fn read_predicate(&self, frame: &mut Frame, behind: usize, has_head: bool) {
        let document = self.document;
        let start = self.value.start;
        let before = self.left_of_determiners(start);
        if self.read_part(frame, before) {
            return;
        }
        // "Stole nine paintings worth €140m": what is worth so much stands right before.
        let first = self.sentence.start.max(before.saturating_sub(1));
        if let Some(worth) = (first..start).find(|&at| self.kind == Kind::Money && self.link(at) == Some(link::WORTH)) {
            let valued = document.noun_group_before(worth, self.sentence.start);
            if !valued.is_empty() {
                self.add_group(frame, &valued, Role::Subject);
                frame.add(worth, Role::Predicate);
                return;
            }
        }
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
            // "Ordered 12,000 people to leave", "forced three guards to lie down": what they are to do.
            if has_head && document.is_word(behind, Word::To) && document.tag(behind + 1) == Upos::Verb {
                frame.add(behind + 1, Role::Predicate);
            }
            return;
        }
        if frame.with(Role::Predicate).next().is_some() {
            return;
        }
        let adposition = before > self.sentence.start && document.tag(before - 1) == Upos::Adp;
        // "For 33 people still missing", "with 24 confirmed dead": what befell them stands right behind.
        if adposition && self.kind == Kind::Count {
            let told = (behind..self.sentence.end.min(behind + 3))
                .take_while(|&at| matches!(document.tag(at), Upos::Adv | Upos::Verb | Upos::Adj))
                .find(|&at| document.is(at, Class::Toll));
            if let Some(told) = told {
                frame.add(told, Role::Predicate);
                return;
            }
        }
        if !adposition && self.add_right_verb(frame, behind) {
            return;
        }
        if adposition {
            let mut noun = document.noun_group_before(before - 1, self.sentence.start);
            // "A profit of £397m in the 52 weeks": the million that hangs on a number is no noun.
            let is_suffix = !noun.is_empty() && document.tokens[noun.end - 1].joined && noun.end > noun.start + 1;
            let is_suffix = is_suffix && document.tag(noun.end - 2) == Upos::Num;
            noun.start = if is_suffix { noun.end } else { noun.start };
            let is_of = self.link(before - 1) == Some(link::OF);
            // "The death of six", "the loss of 400 jobs": the noun says what happened to them.
            if is_of && document.head_of(&noun).is_some_and(|head| document.is(head, Class::Happening)) {
                self.add_group(frame, &noun, Role::Predicate);
                return;
            }
            // "A profit of $5m", "a ticket for $40"; but "blocked the road for three hours".
            if !noun.is_empty() {
                let lasts = self.kind == Kind::Measure && self.link(before - 1) == Some(link::FOR);
                let is_about = !has_head && !lasts;
                self.add_group(frame, &noun, if is_about { Role::Head } else { Role::Complement });
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

    /// A part of what was told before: "12 people died, including three children", "among the dead were three
    /// children". What happened to the whole happened to it.
    fn read_part(&self, frame: &mut Frame, before: usize) -> bool {
        let document = self.document;
        let Some(at) = before.checked_sub(1).filter(|&at| at >= self.sentence.start) else { return false };
        if document.tag(at) == Upos::Verb && document.is(at, Class::Subset) {
            let whole = document.verb_groups(self.sentence.start..at).last();
            if let Some(whole) = whole.filter(|group| document.tag(group.main) == Upos::Verb) {
                frame.add(whole.main, Role::Predicate);
            }
            return true;
        }
        let Some(opening) = frame.clause.clone().find(|&at| document.is(at, Class::Subset)) else { return false };
        let whole = opening + 1..at;
        let inverted = document.tag(at) == Upos::Aux && opening < at && !whole.clone().any(|at| document.is_verbal(at));
        if inverted {
            frame.is_part = true;
            for at in whole.filter(|&at| self.carries(at)) {
                frame.add(at, Role::Predicate);
            }
        }
        inverted
    }

    /// The position before the determiners and adjectives that stand before the value.
    pub(super) fn left_of_determiners(&self, mut at: usize) -> usize {
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

    /// The verb to the right whose subject the value's group is: past phrases that hang on the group, what it is
    /// joined with ("two nurses and a porter were hurt"), asides and relative clauses.
    fn add_right_verb(&self, frame: &mut Frame, from: usize) -> bool {
        let document = self.document;
        let end = self.sentence.end;
        let mut at = document.coordination(&(self.value.start..from), end).end.max(from);
        let limit = (at + REACH).min(end);
        while at < limit {
            match document.tag(at) {
                // "Six kilometres above its summit": "above" is no verb, whatever its tag.
                // "The van, with 53 pilgrims including several children, left": that tells of a part.
                Upos::Aux | Upos::Verb
                    if document.is_verbal(at)
                        && !document.is(at, Class::Bound)
                        && !(document.is(at, Class::Subset) && document.tag(at) == Upos::Verb) =>
                {
                    self.add_right_group(frame, document.verb_group(at, end));
                    return true;
                }
                Upos::Adj if at == from && document.is(at, Class::Concept) => {
                    frame.add(at, Role::Predicate);
                    return true;
                }
                Upos::Adp
                | Upos::Det
                | Upos::Noun
                | Upos::Propn
                | Upos::Adj
                | Upos::Adv
                | Upos::Part
                | Upos::Num
                | Upos::Verb => at += 1,
                Upos::Pron if document.is(at, Class::Relative) => {
                    let Some(group) = document.verb_behind_relative(at, end) else {
                        at += 1;
                        continue;
                    };
                    // "The 26 students who were on the bus escaped": both tell of them, where the first is a verb.
                    let own = document.verb_groups(at..group.tokens.start).next();
                    if let Some(own) = own.filter(|own| document.tag(own.main) == Upos::Verb) {
                        frame.add(own.main, Role::Predicate);
                    }
                    self.add_right_group(frame, group.tokens);
                    return true;
                }
                // "Five of them are children".
                Upos::Pron if at == from => at += 1,
                Upos::Punct if matches!(document.word(at), "," | "(" | "–" | "—") => {
                    let behind = document.verb_behind_aside(at, end);
                    return behind.is_some_and(|group| {
                        self.add_right_group(frame, group.tokens);
                        true
                    });
                }
                _ => return false,
            }
        }
        false
    }

    /// The verbs of a group to the right as predicate, with what hangs on them.
    fn add_right_group(&self, frame: &mut Frame, group: Range<usize>) {
        let document = self.document;
        for verb in group.clone().filter(|&at| document.tag(at) == Upos::Verb) {
            frame.add(verb, Role::Predicate);
        }
        if group.clone().any(|at| document.tag(at) == Upos::Verb) {
            // "12,000 signed the petition", "eleven people suffered burns": what it is done to, or what befalls them.
            let object = document.noun_group(group.end, self.sentence.end);
            if let Some(happening) = self.happening_of(group.end - 1, &object) {
                frame.add(happening, Role::Predicate);
            }
            self.add_group(frame, &object, Role::Complement);
            self.add_complements(frame, object.end.max(group.end));
            return;
        }
        // "Were in a critical condition", "was 47": what follows a bare form of "be" says what happened.
        let mut next = group.end;
        if next < self.sentence.end && document.tag(next) == Upos::Adp {
            next += 1;
        }
        if next < self.sentence.end && document.tag(next) == Upos::Adj {
            frame.add(next, Role::Predicate);
        }
        let complement = document.noun_group(next, self.sentence.end);
        self.add_group(frame, &complement, Role::Predicate);
    }

    /// The noun that says what happened where the verb leaves it to its object: "suffered burns", "had injuries".
    fn happening_of(&self, verb: usize, object: &Range<usize>) -> Option<usize> {
        let document = self.document;
        let lists = document.lists();
        lists.value(document.lemma_entry(verb), Class::Support)?;
        document.head_of(object).filter(|&head| lists.value(document.root_entry(head), Class::Concept).is_some())
    }

    /// A verb to the left, with the rest of its group and its subject.
    pub(super) fn add_verb(&self, frame: &mut Frame, verb: usize) {
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
        // "The number of paintings harmed when the river rose on Thursday was put at 53".
        let opening = self.sentence.start + usize::from(document.tag(self.sentence.start) == Upos::Det);
        let is_figure = self.kind == Kind::Count
            && document.is(verb, Class::Level)
            && document.is(opening, Class::Figure)
            && self.link(opening + 1) == Some(link::OF);
        if is_figure {
            let counted = document.noun_group(opening + 2, start);
            self.add_group(frame, &counted, Role::Subject);
            frame.add(opening, Role::Subject);
            for at in counted.end..(counted.end + 2).min(start) {
                if document.tag(at) == Upos::Verb {
                    frame.add(at, Role::Predicate);
                }
            }
            return;
        }
        let subject = self.subject_before(start);
        if subject.is_empty() {
            return;
        }
        self.add_group(frame, &subject, Role::Subject);
        self.add_outer_subjects(frame, subject.start);
        // What stands between the verb and the value: "cut its forecast to", "put the toll at".
        for at in verb + 1..self.value.start {
            if document.is_noun(at) && self.carries(at) {
                frame.add(at, Role::Complement);
            }
            // "Put the number of dead at 31".
            let of_figure = at > verb + 1 && self.link(at - 1) == Some(link::OF) && document.is(at - 2, Class::Figure);
            if of_figure && document.tag(at) == Upos::Adj && document.is(at, Class::Concept) {
                frame.add(at, Role::Predicate);
            }
        }
    }

    /// "The number of jobs", "the toll of the flood in the district on Monday", "the number of people living in tents",
    /// "the number of injured in the town": what the subject before `first` hangs on.
    fn add_outer_subjects(&self, frame: &mut Frame, mut first: usize) {
        let document = self.document;
        for _ in 0..NESTED {
            if first <= self.sentence.start + 1 || document.tag(first - 1) != Upos::Adp {
                break;
            }
            let mut end = first - 1;
            if document.tag(end - 1) == Upos::Verb && end > self.sentence.start + 1 {
                end -= 1;
                // Those to whom it happened stand for themselves behind "of" and "the".
                if self.link(end - 1) == Some(link::OF) || document.tag(end - 1) == Upos::Det {
                    frame.add(end, Role::Predicate);
                    first = end;
                    continue;
                }
            }
            let outer = document.noun_group_before(end, self.sentence.start);
            if outer.is_empty() {
                break;
            }
            self.add_group(frame, &outer, Role::Subject);
            first = outer.start;
        }
    }

    /// The subject of the verb group that begins at `start`: the noun group before it or the one that its relative
    /// clause stands behind.
    fn subject_before(&self, start: usize) -> Range<usize> {
        let document = self.document;
        let first = self.sentence.start;
        // "The average last season was": the time is not what the verb is told of.
        let when = if start >= first + 3 && self.is_relative(start - 2) { 2 } else { 0 };
        let before = document.noun_group_before(start - when, first);
        if !before.is_empty() || start == first {
            return before;
        }
        let at = start - 1;
        if document.is(at, Class::Relative) && document.tag(at) == Upos::Pron {
            let comma = usize::from(at > first && document.is_word(at - 1, Word::Comma));
            return document.noun_group_before(at - comma, first);
        }
        // "Germany, which leads the mission and has 850 soldiers there": joined verbs have one subject.
        if document.tag(at) == Upos::Cconj {
            let verb = document.verb_groups(first..at).last();
            return verb.map_or(before, |verb| self.subject_before(verb.tokens.start));
        }
        // "The company, which employs 1,200 people, will cut": the aside opens at the comma before.
        if document.is_word(at, Word::Comma) {
            let open = (first..at).rev().find(|&at| document.is_word(at, Word::Comma));
            let open = open.filter(|&open| {
                // "The bridge, built in 1931, is": what stands between has no verb of its own, and none stands before.
                let is_apposed = document.tag(start) == Upos::Aux || document.is(start, Class::Past);
                document.is(open + 1, Class::Relative)
                    || is_apposed
                        && !(open..at).any(|at| document.tag(at) == Upos::Aux || self.stops(at))
                        && !(first..open).any(|at| document.is_verbal(at))
            });
            if let Some(open) = open {
                return document.noun_group_before(open, first);
            }
            // "The club has struggled, winning two games": the participle has the subject of the verb before.
            let main = document.verb_groups(first..at).last().filter(|_| document.word(start).ends_with("ing"));
            return main.map_or(before, |main| document.noun_group_before(main.tokens.start, first));
        }
        before
    }
}
