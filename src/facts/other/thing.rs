//! What a thing is by its class and family, and how two things fit together.

use crate::{
    facts::value::ValueRelation,
    language::lexicon::{Class, EN},
};

/// A thing or person by its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The class, from 1: the hundreds of [`Class::Thing`]; 0 for what only its place in the sentence makes a thing.
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
pub const CLASSES: [&str; 29] = [
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
    "nationality",
    "faith",
    "people",
];

/// What parts the class from the family in [`Class::Thing`].
pub(super) const FAMILIES: usize = 100;

/// The class of things that a number names; the number stands in the place of the words that narrow.
pub(super) const DESIGNATION: usize = 26;

/// The hundred of [`Class::Thing`] with the families of trades for which that of their class has no room.
const MORE_TRADES: usize = 30;

/// The class and the family of a number of [`Class::Thing`].
pub(super) const fn class_and_family(number: usize) -> (usize, usize) {
    match number / FAMILIES {
        MORE_TRADES => (TITLES[0], number - (MORE_TRADES - 1) * FAMILIES),
        class => (class, number % FAMILIES),
    }
}

/// The classes of what a person is, whose nouns stand before a name: "Colonel Ospina", "Judge Marsh".
pub(super) const TITLES: [usize; 2] = [7, POST];

/// The classes of what happens to a person once in an event: injuries, and what a referee gives.
const ONCE: [usize; 2] = [INJURY, 20];

/// The class of injuries and illnesses. Injuries share the families of the parts of the body.
pub(super) const INJURY: usize = 6;

/// The class of the parts of the body.
pub(super) const BODY: usize = 22;

/// Whether a class is of what a person is: trades, posts and ranks.
#[must_use]
pub fn is_title(class: usize) -> bool {
    TITLES.contains(&class)
}

/// Whether a number of [`Class::Thing`] is that of a noun for one who has a trade.
#[must_use]
pub const fn is_trade(number: i32) -> bool {
    matches!(class_and_family(number.unsigned_abs() as usize), (class, family) if number > 0 && class == TITLES[0] && family != 0)
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

/// The classes of what an event has one of, as the first sentences of a report tell it: vehicles, weapons, causes, diseases,
/// the trade of whom it happened to, animals.
const MAIN: [usize; 6] = [1, 2, 3, INJURY, 7, 13];

/// Whether an event mostly has one thing of a sort, wherever a report tells of it: weapons, and diseases.
#[must_use]
pub const fn may_be_anywhere(thing: &Thing) -> bool {
    thing.class == 2 || thing.class == INJURY && thing.family >= DISEASES
}

/// The family from which families of injuries and illnesses are diseases.
const DISEASES: usize = 44;

/// Whether a class is that of causes.
#[must_use]
pub const fn is_cause(class: usize) -> bool {
    class == 3
}

/// Whether an event has one thing of a class that matters most.
#[must_use]
pub fn may_be_main(class: usize) -> bool {
    MAIN.contains(&class)
}

/// Whether one thing of a class, where each of two reports has no other, may be one: not what belongs to somebody, and not
/// people, of whom there are others besides.
#[must_use]
pub const fn may_be_alone(class: usize) -> bool {
    !matches!(class, BODY | RELATIVE | DESIGNATION | PEOPLE) && !is_origin(class)
}

/// The part of the body that an injury is of.
#[must_use]
pub fn hurt_part(thing: &Thing) -> Option<&str> {
    (thing.class == INJURY).then(|| thing.head.split_once(' ')).flatten().map(|(_, part)| part)
}

/// The class of kin.
pub(super) const RELATIVE: usize = 23;

/// Whether a number of [`Class::Thing`] is that of a noun for kin.
#[must_use]
pub const fn is_relative(number: i32) -> bool {
    number.unsigned_abs() as usize / FAMILIES == RELATIVE
}

/// Whether a class is that of injuries and illnesses.
#[must_use]
pub const fn is_harm(class: usize) -> bool {
    class == INJURY
}

/// Whether a class is that of animals.
#[must_use]
pub const fn is_animal(class: usize) -> bool {
    class == 13
}

/// Whether a class is that of kin.
#[must_use]
pub const fn is_kin(class: usize) -> bool {
    class == RELATIVE
}

/// Whether a class is that of nationalities and faiths, whose words mostly stand before the noun for whoever has them.
#[must_use]
pub const fn is_origin(class: usize) -> bool {
    matches!(class, 27 | 28)
}

/// The class of nouns for people of a sort.
const PEOPLE: usize = 29;

/// Whether a class is of nouns that tell little of a person, of which one may go by several.
#[must_use]
pub const fn is_people(class: usize) -> bool {
    matches!(class, PEOPLE | RELATIVE)
}

/// The class of posts and ranks.
pub(super) const POST: usize = 8;

impl Thing {
    /// The words in their dictionary form, with the class in brackets.
    #[must_use]
    pub fn norm(&self) -> String {
        let class = self.class.checked_sub(1).and_then(|at| CLASSES.get(at)).copied().unwrap_or_default();
        let space = if self.modifiers.is_empty() { "" } else { " " };
        match self.class {
            0 => [&self.modifiers, space, &self.head].concat(),
            DESIGNATION => [&self.head, " ", &self.modifiers, " (", class, ")"].concat(),
            _ => [&self.modifiers, space, &self.head, " (", class, ")"].concat(),
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
                () if self.family == other.family && self.goes_by_family() => ValueRelation::Equal,
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

    /// Whether the words of its family say the same.
    fn goes_by_family(&self) -> bool {
        is_title(self.class) || is_origin(self.class) || self.class == PEOPLE
    }

    /// Its number in [`Class::Thing`].
    #[must_use]
    pub const fn number(&self) -> i32 {
        let class = if self.family < FAMILIES { self.class } else { MORE_TRADES - 1 };
        (class * FAMILIES + self.family) as i32
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
const WIDER: [(i32, &[i32]); 14] = [
    (101, &[124, 125, 126, 127, 128, 129]),
    (102, &[129, 130]),
    (103, &[132, 133, 134, 135]),
    (109, &[136]),
    (110, &[137]),
    (114, &[115, 116, 138, 139]),
    (118, &[140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 151]),
    (201, &[217, 218, 219]),
    (203, &[220]),
    (1301, &[1322, 1323, 1324, 1325, 1326, 1327, 1328, 1329]),
    // "British" is said of the English, and of many of the Irish.
    (2713, &[2792, 2793, 2794, 2739]),
    (2801, &[2802, 2803]),
    (2804, &[2805, 2806, 2807, 2808, 2809, 2810, 2811, 2812]),
    (2806, &[2807, 2808, 2809, 2810, 2811]),
];

/// Whether a word of one family may stand for things of another.
fn is_wider(one: i32, other: i32) -> bool {
    WIDER.iter().any(|(wide, narrow)| *wide == one && narrow.contains(&other))
}

/// What makes a post the one below it.
pub(super) const BELOW: [&str; 4] = ["deputy", "vice", "assistant", "associate"];

/// What tells that somebody is no longer what the noun says.
pub(super) const PAST: [&str; 4] = ["former", "ex", "retired", "onetime"];

/// What stands before such a post and is no field of it.
pub(super) const NO_FIELD: [&str; 16] = [
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

/// What does not change the sort of a thing.
pub(super) const PASSING: [&str; 12] =
    ["former", "ex", "retired", "onetime", "new", "current", "then", "longtime", "veteran", "old", "young", "local"];
