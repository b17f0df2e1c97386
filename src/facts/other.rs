//! The things and persons that play a part in an event: vehicles, weapons, causes, charges, injuries, trades, ranks,
//! buildings, materials.
//!
//! Finds
//! : nouns of the classes in `things.txt` with the words that narrow them ("combine harvester", "broken collarbone",
//!   "deputy chairman"), each bound to the predicate that it stands with.
//!
//! Why a reader cares
//! : a train that struck a tractor in one report and a bus in the other is a difference without a number.
//!
//! Example
//! : in "The train struck a combine harvester", "combine harvester" is the vehicle that was struck.
//!
//! Leaves out on purpose
//! : words that only narrow another noun ("car" in "car bomb"), and names of persons that are nouns (Ms Baker).
//!
//! Known misses
//! : roles told by a clause ("a place where criminals hide"), nouns outside the classes.

use std::ops::Range;

use super::{Kind, Mention, Precision, Value, name::Names, value::ValueRelation};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, EN},
    tags::Upos,
    tokens::{Shape, is_hyphen},
};

pub mod holder;
pub mod injury;

/// A thing or person by its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The class, from 1: the hundreds of [`Class::Thing`].
    pub class: usize,
    /// The family within the class; 0 for none.
    pub family: usize,
    /// Whether the noun may stand for any of its class ("vehicle").
    pub is_general: bool,
    /// The noun in its dictionary form.
    pub head: String,
    /// The words that narrow it, in lower case, in order.
    pub modifiers: String,
    /// Whose work, post or rank it is, or whose kin's name it stands before, by position among the article's names.
    pub holder: Option<usize>,
    /// Where its last narrowing word is a noun: of what sort it is ("biscuit" of a biscuit factory). Nothing for what
    /// people are.
    pub sort: Option<String>,
    /// Whether the words that narrow it name the field of a post: "transport minister", but not "Israeli minister".
    pub has_field: bool,
}

/// What the classes of [`Class::Thing`] are called, in their order.
const CLASSES: [&str; 26] = [
    "vehicle",
    "weapon",
    "cause",
    "offence",
    "sentence",
    "injury",
    "occupation",
    "position",
    "building",
    "material",
    "tool",
    "clothing",
    "animal",
    "nature",
    "document",
    "food",
    "container",
    "outcome",
    "weather",
    "ruling",
    "valuable",
    "body",
    "relative",
    "finance",
    "gathering",
    "designation",
];

/// What parts the class from the family in [`Class::Thing`].
const FAMILIES: usize = 100;

/// The class of things that a number names; the number stands in the place of the words that narrow.
const DESIGNATION: usize = 26;

/// The classes of what a person is, whose nouns stand before a name: "Colonel Ospina", "Judge Marsh".
const TITLES: [usize; 2] = [7, POST];

/// The classes of what happens to a person once in an event: injuries, and what a referee gives.
const ONCE: [usize; 2] = [INJURY, 20];

/// The class of injuries and illnesses. Injuries share the families of the parts of the body.
const INJURY: usize = 6;

/// The class of the parts of the body.
const BODY: usize = 22;

/// Whether a class is of what a person is: trades, posts and ranks.
#[must_use]
pub fn is_title(class: usize) -> bool {
    TITLES.contains(&class)
}

/// Whether a number of [`Class::Thing`] is that of a noun for one who has a trade.
#[must_use]
pub const fn is_trade(number: i32) -> bool {
    number > 0 && number as usize / FAMILIES == TITLES[0] && !(number as usize).is_multiple_of(FAMILIES)
}

/// Whether a number of [`Class::Thing`] is that of a post or a rank.
#[must_use]
pub const fn is_post(number: i32) -> bool {
    number.unsigned_abs() as usize / FAMILIES == POST
}

/// Whether a class is of what a number names: gate 3, level two.
#[must_use]
pub const fn is_numbered(class: usize) -> bool {
    class == DESIGNATION
}

/// Whether a class is of what happens to a person once in an event, so that two of them exclude each other.
#[must_use]
pub fn happens_to_one(class: usize) -> bool {
    ONCE.contains(&class)
}

/// The class of offences.
const OFFENCE: usize = 4;

/// Whether a class is that of offences.
#[must_use]
pub const fn is_offence(class: usize) -> bool {
    class == OFFENCE
}

/// The classes of what an event has one of, as the first sentences of a report tell it: vehicles, weapons, causes,
/// animals.
const MAIN: [usize; 4] = [1, 2, 3, 13];

/// Whether an event has one thing of a class that matters most.
#[must_use]
pub fn may_be_main(class: usize) -> bool {
    MAIN.contains(&class)
}

/// The part of the body that an injury is of.
#[must_use]
pub fn hurt_part(thing: &Thing) -> Option<&str> {
    (thing.class == INJURY).then(|| thing.head.split_once(' ')).flatten().map(|(_, part)| part)
}

/// The class of kin.
const RELATIVE: usize = 23;

/// Whether a number of [`Class::Thing`] is that of a noun for kin.
#[must_use]
pub const fn is_relative(number: i32) -> bool {
    number.unsigned_abs() as usize / FAMILIES == RELATIVE
}

/// Whether a class is that of kin.
#[must_use]
pub const fn is_kin(class: usize) -> bool {
    class == RELATIVE
}

/// The class of posts and ranks.
const POST: usize = 8;

impl Thing {
    /// The words in their dictionary form, with the class in brackets.
    #[must_use]
    pub fn norm(&self) -> String {
        let class = self.class.checked_sub(1).and_then(|at| CLASSES.get(at)).copied().unwrap_or_default();
        let space = if self.modifiers.is_empty() { "" } else { " " };
        match self.class {
            DESIGNATION => format!("{} {} ({class})", self.head, self.modifiers),
            _ => format!("{}{space}{} ({class})", self.modifiers, self.head),
        }
    }

    /// How two things in one role fit together: a noun of another family of its class excludes it; nouns of one family
    /// and the word for the whole class do not. One noun with more and with fewer words is one thing, unless those
    /// words are things of two families themselves ("car bomb", "truck bomb") or make another post of it.
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        if self.class != other.class {
            return ValueRelation::Incomparable;
        }
        if self.is_deputy() != other.is_deputy() {
            let is_one_post = self.head == other.head || self.family != 0 && self.family == other.family;
            return if is_one_post { ValueRelation::Disjoint } else { ValueRelation::Incomparable };
        }
        if self.head != other.head {
            return match () {
                () if self.is_general || other.is_general => ValueRelation::Overlapping,
                () if self.has_another_field(other) => ValueRelation::Disjoint,
                () if self.family == 0 || other.family == 0 => ValueRelation::Incomparable,
                // Words for one post or one trade are one: "chief executive", "CEO"; "teacher", "schoolteacher".
                () if self.family == other.family && is_title(self.class) => ValueRelation::Equal,
                // "Quake", "earthquake": the lists have them as one.
                () if self.family == other.family && self.concept().is_some() && self.concept() == other.concept() => {
                    ValueRelation::Equal
                }
                () if self.family == other.family => ValueRelation::Overlapping,
                () if is_wider(self.number(), other.number()) || is_wider(other.number(), self.number()) => {
                    ValueRelation::Overlapping
                }
                () => ValueRelation::Disjoint,
            };
        }
        if self.class == DESIGNATION && self.modifiers != other.modifiers {
            return ValueRelation::Disjoint;
        }
        let (mine, theirs) = (self.narrowing(), other.narrowing());
        // A younger brother is one of several.
        if self.class == RELATIVE && mine != theirs {
            return ValueRelation::Overlapping;
        }
        let holds = |wide: &[&str], narrow: &[&str]| narrow.iter().all(|word| wide.contains(word));
        if holds(&mine, &theirs) || holds(&theirs, &mine) {
            return ValueRelation::Equal;
        }
        if self.has_another_field(other) {
            return ValueRelation::Disjoint;
        }
        let listed = |words: &[&str]| EN.value(EN.entry(words.last()?), Class::Thing);
        match (listed(&mine), listed(&theirs)) {
            (Some(one), Some(two)) if excludes(one, two) => ValueRelation::Disjoint,
            _ if self.is_of_another_sort(other) => ValueRelation::Disjoint,
            _ => ValueRelation::Incomparable,
        }
    }

    /// Whether both have one noun, which other nouns narrow: "biscuit factory", "crisp factory". They may still be two
    /// words for one sort ("police car", "patrol car"), so that much else must agree before they are held apart.
    #[must_use]
    pub fn is_of_another_sort(&self, other: &Self) -> bool {
        let concept = |sort: &String| EN.value(EN.entry(sort), Class::Concept);
        match (&self.sort, &other.sort) {
            (Some(mine), Some(theirs)) => {
                self.head == other.head
                    && mine != theirs
                    && (concept(mine).is_none() || concept(mine) != concept(theirs))
            }
            _ => false,
        }
    }

    /// Whether both are one sort of post in fields that have no word in common: "transport minister", "fisheries minister".
    #[must_use]
    pub fn has_another_field(&self, other: &Self) -> bool {
        fn parts(thing: &Thing) -> Vec<&str> {
            let words = thing.modifiers.split(' ').chain(thing.head.split(' '));
            words.filter(|word| !word.is_empty() && !PASSING.contains(word) && !NO_FIELD.contains(word)).collect()
        }
        let (mine, theirs) = (parts(self), parts(other));
        let is_one_family = self.family != 0 && self.family == other.family;
        self.has_field
            && other.has_field
            && !is_one_family
            && mine.last() == theirs.last()
            && !mine[..mine.len() - 1].iter().any(|word| theirs.contains(word))
    }

    /// Its number in [`Class::Thing`].
    const fn number(&self) -> i32 {
        (self.class * FAMILIES + self.family) as i32
    }

    /// The set of words for one thing that its noun is in.
    fn concept(&self) -> Option<i32> {
        EN.value(EN.entry(&self.head), Class::Concept)
    }

    /// The words that narrow it, without those that tell its age or whether it still is one.
    #[must_use]
    pub fn narrowing(&self) -> Vec<&str> {
        self.modifiers.split(' ').filter(|word| !word.is_empty() && !PASSING.contains(word)).collect()
    }

    /// Whether it stands below the post that its noun names.
    fn is_deputy(&self) -> bool {
        self.class == POST && self.modifiers.split(' ').any(|word| BELOW.contains(&word))
    }

    /// Whether it is told as over: "a former nurse".
    #[must_use]
    pub fn is_former(&self) -> bool {
        self.modifiers.split(' ').any(|word| PAST.contains(&word))
    }
}

/// Whether two things named by the numbers of [`Class::Thing`] are of one class and of two families.
fn excludes(one: i32, two: i32) -> bool {
    const EACH: i32 = FAMILIES as i32;
    one > 0
        && two > 0
        && one != two
        && one / EACH == two / EACH
        && one % EACH != 0
        && two % EACH != 0
        && !is_wider(one, two)
        && !is_wider(two, one)
}

/// Families with a word that also stands for things of others: a gun may be a rifle, a rifle is no shotgun.
const WIDER: [(i32, &[i32]); 9] = [
    (101, &[124, 125, 126, 127, 128, 129]),
    (102, &[129, 130]),
    (103, &[132, 133, 134, 135]),
    (109, &[136]),
    (114, &[115, 116, 138, 139]),
    (118, &[140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 151]),
    (201, &[217, 218, 219]),
    (203, &[220]),
    (1301, &[1322, 1323, 1324, 1325, 1326, 1327, 1328]),
];

/// Whether a word of one family may stand for things of another.
fn is_wider(one: i32, other: i32) -> bool {
    WIDER.iter().any(|(wide, narrow)| *wide == one && narrow.contains(&other))
}

/// What makes a post the one below it.
const BELOW: [&str; 4] = ["deputy", "vice", "assistant", "associate"];

/// What tells that somebody is no longer what the noun says.
const PAST: [&str; 4] = ["former", "ex", "retired", "onetime"];

/// Whether a post is held as a whole and now, by the word before its noun: not "deputy mayor", "former mayor".
#[must_use]
pub fn is_held(document: &Document<'_>, noun: usize) -> bool {
    noun == 0 || !BELOW.iter().chain(&PAST).any(|word| document.is_word(noun - 1, word))
}

/// A noun that narrows another, in its dictionary form.
fn sort(document: &Document<'_>, at: usize) -> Option<String> {
    let is_joined = document.is_inner_hyphen(at) || document.is_inner_hyphen(at + 1);
    (document.tag(at) == Upos::Noun && !is_joined).then(|| document.lemma(at))
}

/// Posts that are told apart by their field.
const FIELDED: [&str; 5] = ["minister", "secretary", "director", "editor", "correspondent"];

/// What stands before such a post and is no field of it.
const NO_FIELD: [&str; 16] = [
    "prime",
    "senior",
    "junior",
    "managing",
    "executive",
    "general",
    "deputy",
    "assistant",
    "federal",
    "national",
    "regional",
    "local",
    "group",
    "company",
    "club",
    "then",
];

/// Whether what stands before a post names its field: words without a capital, unless the post has one too.
fn has_field(document: &Document<'_>, start: usize, end: usize, sentence: usize) -> bool {
    let post = end - 1;
    let is_plain = |at: usize| at == sentence || document.tokens[at].capital == document.tokens[post].capital;
    let passes = |at: usize| NO_FIELD.iter().chain(&PASSING).chain(&BELOW).any(|word| document.is_word(at, word));
    let is_cased = |at: usize| document.is_inner_hyphen(at) || is_plain(at) || passes(at);
    FIELDED.iter().any(|word| document.is_word(post, word))
        && (start..post).all(is_cased)
        && (start..post).any(|at| !document.is_inner_hyphen(at) && !passes(at))
}

/// What does not change the sort of a thing.
const PASSING: [&str; 12] =
    ["former", "ex", "retired", "onetime", "new", "current", "then", "longtime", "veteran", "old", "young", "local"];

/// Words before a noun that narrow it, at most.
const MODIFIERS: usize = 3;

/// The things of a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if let Some(mention) = designation(document, at, sentence) {
            at = mention.tokens.end;
            found.push(mention);
            continue;
        }
        // "Major Brandt": what stands before a person's name is a rank, whatever the tagger takes it for.
        let is_title = |end: usize| document.tokens[at].capital && names.person_at(end).is_some();
        let is_hurt =
            |class: i32| class as usize / FAMILIES == BODY && injury::injury(document, at, &sentence.tokens).is_some();
        let is_noun =
            |&(words, class): &(usize, i32)| stands(document, at, at + words) || is_title(at + words) || is_hurt(class);
        let Some((words, class)) = listed(document, at).filter(is_noun) else {
            at += 1;
            continue;
        };
        let end = at + words;
        // A part of a name says no more than the name, and a unit no more than its number.
        let is_unit = at > 0 && document.tokens[at - 1].shape == Shape::Number && document.is(at, Class::Unit);
        if is_unit || !is_title(end) && names.covers(end - 1) {
            at = end;
            continue;
        }
        let number = class.unsigned_abs() as usize;
        let hurt = (number / FAMILIES == BODY).then(|| injury::injury(document, at, &sentence.tokens)).flatten();
        if let Some((tokens, done)) = hurt {
            at = tokens.end;
            let thing = Thing {
                class: INJURY,
                family: number % FAMILIES,
                is_general: false,
                head: format!("{done} {}", document.lemma(end - 1)),
                modifiers: String::new(),
                holder: None,
                sort: None,
                has_field: false,
            };
            let span = document.span(tokens.clone());
            let value = Value::Thing(thing);
            found.push(Mention { kind: Kind::Other, span, tokens, value, precision: Precision::Exact });
            continue;
        }
        let class_number = number / FAMILIES;
        if is_head(document, at, end, class_number) {
            let start = narrowed_from(document, at, &sentence.tokens);
            let thing = Thing {
                class: class_number,
                family: number % FAMILIES,
                is_general: class < 0 && start == at,
                head: if document.is(at, Class::Thing) || words > 1 {
                    lowered(document, at..end)
                } else {
                    document.lemma(at)
                },
                modifiers: lowered(document, start..at),
                holder: match class_number {
                    // "Her sister Maureen": whose she is, stands before; who she is, behind.
                    RELATIVE => names.person_at(end),
                    class if TITLES.contains(&class) => {
                        holder::holder(document, &sentence.tokens, names, &(start..end))
                    }
                    _ => None,
                },
                sort: (start < at && !TITLES.contains(&class_number) && class_number != RELATIVE)
                    .then(|| sort(document, at - 1))
                    .flatten(),
                has_field: class_number == POST && has_field(document, start, end, sentence.tokens.start),
            };
            found.push(Mention {
                kind: Kind::Other,
                span: document.span(start..end),
                tokens: start..end,
                value: Value::Thing(thing),
                precision: if class < 0 && start == at { Precision::Vague } else { Precision::Exact },
            });
        }
        at = end;
    }
    found
}

/// A thing that a number names: "gate 3", "Highway 26", "level three".
fn designation(document: &Document<'_>, at: usize, sentence: &Sentence) -> Option<Mention> {
    let end = sentence.tokens.end;
    let (words, _) = document.phrase(at, Class::Designator)?;
    let from = at + words;
    // "To level three", "against gate 3": with a number behind it, the tagger is no judge of the noun.
    let is_noun = document.is_noun(at)
        || document.tag(at) == Upos::Adj
        || at > sentence.tokens.start
            && matches!(document.tag(at - 1), Upos::Adp | Upos::Part | Upos::Det)
            && !matches!(document.tag(from + 1), Upos::Noun | Upos::Adj | Upos::Propn);
    if !is_noun {
        return None;
    }
    // "Gate No. 3" is gate 3.
    let number = if from < end && document.is(from, Class::Designator) { from + 1 } else { from };
    let names = number < end
        && (document.tokens[number].shape == Shape::Number
            || document.is(number, Class::Cardinal)
            || !document.word(number).is_empty() && document.word(number).chars().all(|letter| "IVX".contains(letter)));
    // A longer number is one to ring or to write to.
    if !names
        || document.word(number).len() > 4 && document.tokens[number].shape == Shape::Number
        || document.is_inner_hyphen(number + 1)
    {
        return None;
    }
    let tokens = at..number + 1;
    let number = document
        .value(number, Class::Cardinal)
        .map_or_else(|| document.word(number).to_owned(), |value| value.to_string());
    let thing = Thing {
        class: DESIGNATION,
        family: 0,
        is_general: false,
        head: lowered(document, at..from),
        modifiers: number,
        holder: None,
        sort: None,
        has_field: false,
    };
    Some(Mention {
        kind: Kind::Other,
        span: document.span(tokens.clone()),
        tokens,
        value: Value::Thing(thing),
        precision: Precision::Exact,
    })
}

/// The class of the noun or the phrase that begins at a token, and its number of words.
fn listed(document: &Document<'_>, at: usize) -> Option<(usize, i32)> {
    document.phrase(at, Class::Thing).or_else(|| {
        if !document.is_noun(at) {
            return None;
        }
        let class = EN.value(document.lemma_entry(at), Class::Thing)?;
        Some((1, class))
    })
}

/// Whether the words stand as a noun here: "fire" is a verb in "they fire at will". A phrase always does, whatever the
/// tagger takes its words for ("a straight red").
fn stands(document: &Document<'_>, at: usize, end: usize) -> bool {
    let last = end - 1;
    // "A bread van left there": an adjective behind a noun, with nothing that it could narrow, is a noun.
    let is_last =
        || at > 0 && document.tag(at - 1) == Upos::Noun && !matches!(document.tag(end), Upos::Noun | Upos::Adj);
    last > at || document.is_noun(last) || document.tag(last) == Upos::Adj && is_last()
}

/// Whether the noun is what its group is about: no other noun stands behind it, unless it is the title of a name.
fn is_head(document: &Document<'_>, at: usize, end: usize, class: usize) -> bool {
    let is_name = |at: usize| document.tag(at) == Upos::Propn;
    let is_title = TITLES.contains(&class) || class == RELATIVE;
    if is_name(at) && document.is(at, Class::Month) {
        return false;
    }
    if document.is_inner_hyphen(end) || at > 0 && document.is_inner_hyphen(at - 1) && is_name(at) {
        return false;
    }
    // "Ms Baker", "James Hunter": a noun inside a name.
    let before = at.wrapping_sub(1);
    let is_capital = document.word(at).starts_with(char::is_uppercase);
    if end - at == 1 && (is_capital && document.is(before, Class::Title) || is_name(at) && is_name(before) && !is_title)
    {
        return false;
    }
    // A participle that the tagger takes for a noun: "a harvester stuck on the line", "a van left there".
    let participle =
        [Class::Past, Class::Participle, Class::PastOrParticiple].iter().any(|&class| document.is(end, class))
            || document.word(end).ends_with("ed");
    let adverbial = [Class::Adverbial, Class::Weekday, Class::Month].iter().any(|&class| document.is(end, class));
    !document.is_noun(end) || adverbial || participle || is_title && is_name(end) && !document.is(end, Class::Thing)
}

/// Where the words begin that narrow a noun: adjectives, nouns and participles before it.
fn narrowed_from(document: &Document<'_>, noun: usize, sentence: &Range<usize>) -> usize {
    let mut start = noun;
    while start > sentence.start && noun - start < MODIFIERS {
        let before = start - 1;
        let narrows = match document.tag(before) {
            // An age or a length is a fact of its own: "a 38-year-old farmer", "an eight-hour strike".
            _ if document.is_inner_hyphen(before + 1) && document.is(before, Class::Cardinal) => false,
            // "Arbrae assistant manager": what makes another post of it does so whatever the tagger takes it for.
            _ if BELOW.iter().any(|word| document.is_word(before, word)) => true,
            Upos::Adj | Upos::Noun => ![Class::Extra, Class::RelativeStep, Class::Past, Class::Title]
                .iter()
                .any(|&class| document.is(before, class)),
            // "A stolen scooter", but not "officers fired tear gas".
            Upos::Verb => {
                before > sentence.start
                    && ![Class::Past, Class::PastOrParticiple].iter().any(|&class| document.is(before, class))
                    && matches!(document.tag(before - 1), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Pron)
            }
            Upos::Punct => document.is_inner_hyphen(before),
            _ => false,
        };
        if !narrows {
            break;
        }
        start = before;
    }
    // A group does not begin inside a word: "38-year-old".
    while start < noun && (document.is_inner_hyphen(start) || start > 0 && document.is_inner_hyphen(start - 1)) {
        start += 1;
    }
    start
}

/// Words in lower case, without the hyphens between them.
fn lowered(document: &Document<'_>, tokens: Range<usize>) -> String {
    let mut words = String::new();
    for at in tokens.filter(|&at| !document.is_inner_hyphen(at)) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&document.word(at).to_lowercase().replace(is_hyphen, "-"));
    }
    words
}
