//! Slots for names, claims and things by their place in sentences that are copies but for a few words.
//!
//! Two names, or a claim and its denial, need much that speaks for them before they meet across free wording. In copied
//! sentences the place alone says that they are told of one thing: "Ana Lund was found by the lake", "Eva Moss was
//! found by the lake". What changes its place within a list of names is left alone.

use std::ops::Range;

use super::{
    Rule, Slot, SlotLink,
    met::{Met, Place},
};
use crate::{
    alignment::{
        Reading,
        score::{Feature, PARALLEL, Score, days_near},
        sentences::{Likeness, SentenceId},
    },
    facts::{
        Kind, Stated, Value,
        frame::Role,
        name::{Name, NameRelation},
        other::{self, Thing},
        value::ValueRelation,
    },
    language::{
        lexicon::{Class, Word},
        tags::Upos,
    },
};

/// Adds to `slots` what differs between copied sentences and stands in none of them.
pub(super) fn add(slots: &mut Vec<Slot>, readings: &[Reading<'_>], likeness: &Likeness, rules: &[Rule]) {
    let mut groups = Counterparts::new(readings);
    for copy in likeness.parallel.all() {
        let (left, right) = (copy.left, copy.right);
        let (mine, theirs) = (mentions(readings, left), mentions(readings, right));
        for &(one, stated) in &mine {
            for &(other, counterpart) in &theirs {
                let Some(place) = copy.place(&stated.mention.tokens, &counterpart.mention.tokens) else { continue };
                let has_rule = |rule: &Rule| {
                    rule.parts((left.article, stated.mention.span), (right.article, counterpart.mention.span))
                };
                if rules.iter().any(has_rule) {
                    continue;
                }
                let (mention, beside) = (
                    Side { reading: &readings[left.article], stated },
                    Side { reading: &readings[right.article], stated: counterpart },
                );
                let Some(differ) = differ(mention, beside) else { continue };
                let has = |side: &[(Place, &Stated)], of: &Stated| {
                    side.iter().any(|(_, other)| is_same_value(&other.mention.value, &of.mention.value))
                };
                // "Lund and Moss", "Moss and Lund", but not "under their coach Lund", "under their coach Moss".
                let are_known = [has(&theirs, stated), has(&mine, counterpart)];
                let is_moved = match mention.is_listed() || beside.is_listed() {
                    true => are_known.contains(&true),
                    false => are_known == [true; 2] && !mention.changes_sides(&mine, counterpart),
                };
                // "The New York bank", "Goldman": what stands behind a name makes it say something else.
                let is_loose = matches!(stated.mention.value, Value::Name(_)) && place.loose.1 > 0;
                if !(differ && (is_loose || is_moved)) {
                    let kind = stated.mention.kind.min(counterpart.mention.kind);
                    groups.join(kind, [(left.article, one.1), (right.article, other.1)], differ);
                }
            }
        }
    }
    let mut met = Met::new(readings, slots);
    for group in groups.in_order().into_iter().filter(|group| group.differs) {
        let holds_all = |slot: &Slot| group.places.iter().all(|&place| met.holds(slot, place));
        if !met.slots(group.places[0]).any(|at| holds_all(&slots[at])) {
            let slot = group.into_slot();
            met.add(slots.len(), &slot);
            slots.push(slot);
        }
    }
}

/// The names, claims and things of a sentence.
fn mentions<'r>(readings: &'r [Reading<'_>], sentence: SentenceId) -> Vec<(Place, &'r Stated)> {
    let mentions = &readings[sentence.article].facts.mentions;
    let from = mentions.partition_point(|stated| stated.sentence < sentence.sentence);
    let here = mentions[from..].iter().take_while(|stated| stated.sentence == sentence.sentence);
    here.enumerate()
        .filter(|(_, stated)| matches!(stated.mention.value, Value::Name(_) | Value::Claim(_) | Value::Thing(_)))
        .map(|(at, stated)| ((sentence.article, from + at), stated))
        .collect()
}

/// Whether two mentions at one place say different things; none where that cannot be told.
fn differ(one: Side<'_, '_>, two: Side<'_, '_>) -> Option<bool> {
    match (&one.stated.mention.value, &two.stated.mention.value) {
        (Value::Name(mine), Value::Name(theirs)) => match mine.relation(theirs) {
            NameRelation::Same => Some(false),
            NameRelation::Other => one.differs_in_name(&two, mine, theirs),
            NameRelation::Within | NameRelation::Unknown => None,
        },
        (Value::Claim(mine), Value::Claim(theirs)) => {
            let is_one = mine.aspect == theirs.aspect
                && one.has_subject_of(&two)
                && one.number().is_some() == two.number().is_some()
                && one.is_of_one_day(&two)
                && one.has_complement_of(&two);
            match one.stated.mention.value.relation_in_copy(&two.stated.mention.value) {
                ValueRelation::Equal => Some(false),
                ValueRelation::Disjoint if is_one && one.may_deny(&two) && two.may_deny(&one) => Some(true),
                _ => None,
            }
        }
        (Value::Thing(mine), Value::Thing(theirs)) => match mine.relation(theirs) {
            ValueRelation::Equal => Some(false),
            ValueRelation::Disjoint => {
                // Two words for one sort ("police car", "patrol car") may stand in a copy; whose kin it is, only a name tells.
                let may_be_both = mine.is_of_another_sort(theirs)
                    || mine.is_former() != theirs.is_former()
                    || other::is_kin(mine.class);
                (!may_be_both && !one.has(theirs) && !two.has(mine)).then_some(true)
            }
            _ => None,
        },
        _ => None,
    }
}

/// A mention in its article.
#[derive(Clone, Copy)]
struct Side<'a, 'r> {
    reading: &'a Reading<'r>,
    stated: &'a Stated,
}

/// Letters of an abbreviation, at most.
const ABBREVIATION: usize = 6;

impl Side<'_, '_> {
    /// Whether it stands in a row with others: what is told of one there may be told of all.
    fn is_listed(&self) -> bool {
        let tokens = &self.stated.mention.tokens;
        let is_joint =
            |at: usize| self.reading.document.is_any(at, &[Word::And, Word::Or, Word::Ampersand, Word::Comma]);
        tokens.start.checked_sub(1).is_some_and(is_joint) || is_joint(tokens.end)
    }

    /// Whether a verb stands between a name and another of its sentence, of which it does not tell what it tells of the first:
    /// "Lund beat Moss", "Moss beat Lund".
    fn changes_sides(&self, mentions: &[(Place, &Stated)], other: &Stated) -> bool {
        let document = &self.reading.document;
        let (value, mine) = (&other.mention.value, &self.stated.mention.tokens);
        let theirs = mentions.iter().find(|(_, stated)| is_same_value(&stated.mention.value, value));
        theirs.is_some_and(|(_, stated)| {
            let theirs = &stated.mention.tokens;
            let between = mine.end.min(theirs.end)..mine.start.max(theirs.start);
            let mut verbs = between.filter(|&at| document.is_verbal(at)).peekable();
            verbs.peek().is_some()
                && verbs.all(|at| document.lists().value(document.lemma_entry(at), Class::Mutual).is_none())
        })
    }

    /// Whether two names that are not known to be one are two, by their words at this place.
    fn differs_in_name(&self, other: &Self, mine: &Name, theirs: &Name) -> Option<bool> {
        // "He" is no short form of "she".
        if mine.sex != 0 && theirs.sex != 0 && mine.sex != theirs.sex {
            return Some(true);
        }
        // "The North agreed": which north is told by what stands around. "Lier farmers" may be "Mill Road farmers".
        let lists = self.reading.document.lists();
        let is_direction = |name: &Name| match &name.words[..] {
            [word] => lists.value(lists.entry(word), Class::SitePart).is_some(),
            _ => false,
        };
        let may_be_both = mine.kind != theirs.kind && self.narrows_many() && other.narrows_many();
        if is_direction(mine) || is_direction(theirs) || may_be_both {
            return None;
        }
        let (one, two) = (self.letters(), other.letters());
        if one == two {
            return Some(false);
        }
        let is_part = one.starts_with(&two) || one.ends_with(&two) || two.starts_with(&one) || two.ends_with(&one);
        let may_abbreviate = self.abbreviates(other) || other.abbreviates(self);
        // "The government" and "Mr Lund" may both be told of what he did; two names of one sort are two.
        let shares_word = mine.words.iter().any(|word| theirs.words.contains(word));
        let is_one_sort = mine.kind == theirs.kind || shares_word || !(is_sure(mine) && is_sure(theirs));
        // A district, its town and its country are named one for the other, and some report says which lies in which.
        let is_nested = mine.kind == Kind::Place
            && theirs.kind == Kind::Place
            && (self.names_together(mine, theirs) || other.names_together(mine, theirs));
        (!is_part && !is_misspelt(&one, &two) && !may_abbreviate && is_one_sort && !is_nested).then_some(true)
    }

    /// Whether two claims are told of one subject, by the noun that its others hang on, where both have one.
    fn has_subject_of(&self, other: &Self) -> bool {
        // What a pronoun stands for counts where it is a name; else it goes by many words.
        let last = |party: &Self| {
            let frame = &party.stated.frame;
            let name = frame.with(Role::Antecedent).last();
            let is_name = |&at: &usize| party.reading.document.tag(at) == Upos::Propn;
            frame.with(Role::Subject).last().or_else(|| name.filter(is_name))
        };
        let (mine, theirs) = (last(self), last(other));
        match (mine, theirs) {
            (Some(at), Some(to)) => self.reading.document.reads(at, other.reading.document.word(to)),
            _ => true,
        }
    }

    /// Whether nothing puts two claims on different days.
    fn is_of_one_day(&self, other: &Self) -> bool {
        match (days_near(self.reading, self.stated), days_near(other.reading, other.stated)) {
            (Some(mine), Some(theirs)) => mine.0 < theirs.1 && theirs.0 < mine.1,
            _ => true,
        }
    }

    /// Whether what stands behind two verbs is the same in a word, where both have something there, and no other by its
    /// number: "in the first blast", "in the second blast".
    fn has_complement_of(&self, other: &Self) -> bool {
        let behind = |side: &Self| {
            let end = side.stated.mention.tokens.end;
            side.stated.frame.with(Role::Complement).filter(|&at| at >= end).collect::<Vec<usize>>()
        };
        let ordinals = |side: &Self| {
            let (clause, end) = (&side.stated.frame.clause, side.stated.mention.tokens.end);
            let value = |at: usize| side.reading.document.value(at, Class::Ordinal);
            (end..clause.end.max(end)).filter_map(value).collect::<Vec<i32>>()
        };
        let (mine, theirs) = (ordinals(self), ordinals(other));
        let is_other = !mine.is_empty() && !theirs.is_empty() && mine != theirs;
        let (nouns, beside) = (behind(self), behind(other));
        let shares = nouns
            .iter()
            .any(|&at| beside.iter().any(|&to| self.reading.document.reads(at, other.reading.document.word(to))));
        !is_other && (shares || nouns.is_empty() || beside.is_empty())
    }

    /// Whether a claim holds of all that it is told of, and its article nowhere tells the other's as well: then it tells
    /// of a change or of two things.
    fn may_deny(&self, other: &Self) -> bool {
        let claim = &other.stated.mention.value;
        // What is to be done is not told as done: "told to climb".
        let is_told = |stated: &Stated| {
            let before = stated.mention.tokens.start.checked_sub(1);
            !before.is_some_and(|at| self.reading.document.is_word(at, Word::To))
        };
        let says = |stated: &Stated| stated.mention.value.relation(claim) == ValueRelation::Equal && is_told(stated);
        !self.holds_of_some() && !self.reading.facts.mentions.iter().any(says)
    }

    /// Whether the article tells of a thing anywhere.
    fn has(&self, thing: &Thing) -> bool {
        let is = |stated: &Stated| matches!(&stated.mention.value, Value::Thing(other) if other.relation(thing) == ValueRelation::Equal);
        self.reading.facts.mentions.iter().any(is)
    }

    /// The first number before the verb: "four of the six were found".
    fn number(&self) -> Option<usize> {
        let (clause, verb) = (&self.stated.frame.clause, self.stated.mention.tokens.start);
        (clause.start.min(verb)..verb).find(|&at| self.reading.document.tag(at) == Upos::Num)
    }

    /// Whether the subject is some of many: that some were killed and some were not may both hold. Numbers are no such
    /// words here: in a copy they are of the same people.
    fn holds_of_some(&self) -> bool {
        let document = &self.reading.document;
        let (clause, verb) = (&self.stated.frame.clause, self.stated.mention.tokens.start);
        (clause.start.min(verb)..verb).any(|at| {
            let is_some =
                [Class::Interval, Class::Subset, Class::Quantifier].iter().any(|&class| document.is(at, class));
            is_some && !(at > clause.start && document.tag(at - 1) == Upos::Det)
        })
    }

    /// Whether it stands before a noun for several: "Lier farmers".
    fn narrows_many(&self) -> bool {
        let (document, end) = (&self.reading.document, self.stated.mention.tokens.end);
        document.tag(end) == Upos::Noun && document.is_plural(end)
    }

    /// The letters of the mention, in lower case.
    fn letters(&self) -> String {
        let words = self.stated.mention.span.slice(self.reading.document.text);
        words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }

    /// Whether the mention is in capitals that the words of another begin with: "ANA", "All Nippon Airways".
    fn abbreviates(&self, other: &Self) -> bool {
        let words = self.stated.mention.span.slice(self.reading.document.text);
        let document = &other.reading.document;
        let tokens = other.stated.mention.tokens.clone();
        let initials = tokens.filter_map(|at| document.word(at).chars().next().filter(|letter| letter.is_uppercase()));
        let mut letters = words.chars();
        words.len() <= ABBREVIATION
            && words.chars().all(|letter| letter.is_uppercase() || letter == '.')
            && initials.clone().count() > 1
            && initials.into_iter().all(|initial| letters.any(|letter| letter == initial))
    }

    /// Whether a sentence of the article has two names with no verb between them: "Lier, south of Dunmore".
    fn names_together(&self, one: &Name, other: &Name) -> bool {
        let document = &self.reading.document;
        let at = |tokens: &Range<usize>, word: &String| tokens.clone().find(|&at| document.reads(at, word));
        document.sentences.iter().any(|sentence| {
            let tokens = &sentence.tokens;
            let has_all = |name: &Name| name.words.iter().all(|word| at(tokens, word).is_some());
            let first = |name: &Name| name.words.first().and_then(|word| at(tokens, word));
            let (Some(mine), Some(theirs)) = (first(one), first(other)) else { return false };
            let mut between = mine.min(theirs)..mine.max(theirs);
            has_all(one) && has_all(other) && !between.any(|at| document.is_verbal(at))
        })
    }
}

/// Whether something beside its place says what a name is of.
fn is_sure(name: &Name) -> bool {
    name.given != 0 || name.alias != 0 || !name.within.is_empty()
}

/// Letters from which one that is wrong makes no other name.
const LONG: usize = 6;

/// Whether two names are the same but for one letter.
fn is_misspelt(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let longer = one.len().max(other.len());
    let before = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    longer >= LONG && before + behind + 1 >= longer
}

fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Name(one), Value::Name(other)) => one.is_same(other),
        (Value::Thing(one), Value::Thing(other)) => one.relation(other) == ValueRelation::Equal,
        _ => false,
    }
}

/// Mentions at one place of sentences that are copies of one another.
struct Group {
    kind: Kind,
    /// In order.
    places: Vec<Place>,
    differs: bool,
    /// How many times mentions had been joined when some of these last were.
    joined: usize,
}

/// Such groups, of which no two share a mention.
struct Counterparts {
    /// None for what has gone into another.
    all: Vec<Option<Group>>,
    /// By article and mention, where in `all` its group is.
    of: Vec<Vec<Option<usize>>>,
    /// How many times mentions were joined.
    joined: usize,
}

impl Counterparts {
    fn new(readings: &[Reading<'_>]) -> Self {
        let of = readings.iter().map(|reading| vec![None; reading.facts.mentions.len()]).collect();
        Self { all: Vec::new(), of, joined: 0 }
    }

    /// Joins two mentions, and all that stand with either.
    fn join(&mut self, kind: Kind, pair: [Place; 2], differs: bool) {
        self.joined += 1;
        let [one, other] = pair.map(|place| self.group_of(kind, place));
        if one != other {
            let Some(gone) = self.all[other].take() else { return };
            for &(article, mention) in &gone.places {
                self.of[article][mention] = Some(one);
            }
            if let Some(group) = &mut self.all[one] {
                group.places.extend(gone.places);
                group.places.sort_unstable();
                (group.kind, group.differs) = (group.kind.min(gone.kind), group.differs || gone.differs);
            }
        }
        if let Some(group) = &mut self.all[one] {
            (group.kind, group.differs, group.joined) = (group.kind.min(kind), group.differs || differs, self.joined);
        }
    }

    /// Where in `all` the group of a mention is, if need be a new one.
    fn group_of(&mut self, kind: Kind, place: Place) -> usize {
        *self.of[place.0][place.1].get_or_insert_with(|| {
            self.all.push(Some(Group { kind, places: vec![place], differs: false, joined: 0 }));
            self.all.len() - 1
        })
    }

    /// The groups in the order in which they became what they are.
    fn in_order(self) -> Vec<Group> {
        let mut groups: Vec<Group> = self.all.into_iter().flatten().collect();
        groups.sort_by_key(|group| group.joined);
        groups
    }
}

impl Group {
    fn into_slot(self) -> Slot {
        let link = |right| SlotLink { left: 0, right, score: Score::from([(Feature::Parallel, PARALLEL)]) };
        let links = (1..self.places.len()).map(link).collect();
        Slot { kind: self.kind, values: self.places, links, is_contested: false, by_day: false }
    }
}
