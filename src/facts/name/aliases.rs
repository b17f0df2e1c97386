//! Which names are one: within an article, and across articles.

use std::sync::Arc;

use super::{
    ByWord, Entity, Name, Names, Run,
    cues::{Form, Forms, Points, abbreviates},
    fold,
};
use crate::{
    article::Part,
    facts::{Kind, gazetteer::Known},
    language::{
        Document,
        lexicon::{Class, EN},
    },
};

/// How two names relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameRelation {
    /// One name.
    Same,
    /// One may be the other: a short form, a place within a place.
    Within,
    /// Two names.
    Other,
    /// A description may be of anybody.
    Unknown,
}

/// Gathers the forms of an article into who and what they name.
pub(super) fn join(document: &Document<'_>, runs: &[Run], forms: &Forms) -> Names {
    let (full, is_cut) = full_forms(forms);
    let mut names = Names { is_cut, ..Names::default() };
    let mut entity_of: Vec<Option<usize>> = vec![None; forms.forms.len()];
    let (mut points, mut told): (Vec<Points>, Vec<[bool; 2]>) = (Vec::new(), Vec::new());
    // Full forms first, in the order of first sight; then all are gathered under them.
    for (at, form) in forms.forms.iter().enumerate() {
        // "Afghan" and "Danes" are not the names of anybody.
        if full[at] != at || form.known == Some(Known::People) {
            continue;
        }
        entity_of[at] = Some(names.entities.len());
        let name = Name {
            kind: Kind::Organisation,
            full: form.name.clone(),
            words: form.words.clone(),
            is_named: true,
            alias: form.alias,
            given: form.given,
            sex: form.sex,
            entity: Some(names.entities.len()),
            within: Vec::new(),
        };
        names.entities.push(Entity { kind: Kind::Organisation, name: Arc::new(name), roles: Vec::new(), age: None });
        points.push([0; 3]);
        told.push([false; 2]);
    }
    for (at, form) in forms.forms.iter().enumerate() {
        let Some(entity) = entity_of[full[at]] else { continue };
        entity_of[at] = Some(entity);
        for (sum, &more) in points[entity].iter_mut().zip(&form.points) {
            *sum += more;
        }
        told[entity][0] |= form.is_somebody || form.given != 0;
        told[entity][1] |= form.is_somewhere;
        let known = &mut names.entities[entity];
        known.roles.extend(&form.roles);
        known.age = known.age.or(form.age);
        let name = Arc::make_mut(&mut known.name);
        if name.alias == 0 {
            name.alias = form.alias;
        }
        if name.sex == 0 {
            name.sex = form.sex;
        }
    }
    for ((entity, points), told) in names.entities.iter_mut().zip(&mut points).zip(told) {
        let [is_somebody, is_somewhere] = told;
        // People are named in full where they stand first (AP Stylebook, "names"), companies and goods in one word.
        if entity.name.words.len() == 1 && !is_somebody {
            points[0] = 0;
        }
        if !is_somewhere {
            points[2] = 0;
        }
        entity.kind = kind(points);
        Arc::make_mut(&mut entity.name).kind = entity.kind;
        entity.roles.sort_unstable();
    }
    for at in 0..forms.forms.len() {
        if let Some(entity) = entity_of[at].filter(|&entity| names.entities[entity].kind == Kind::Place) {
            let outer = forms.forms[at].within.map(|run| forms.of[run]);
            let outer = outer.filter(|&form| {
                entity_of[form].is_some_and(|outer| outer != entity && names.entities[outer].kind == Kind::Place)
            });
            let within = within(forms, at, outer);
            if names.entities[entity].name.within.len() < within.len() {
                Arc::make_mut(&mut names.entities[entity].name).within = within;
            }
        }
    }
    for (run, &form) in runs.iter().zip(&forms.of) {
        let Some(entity) = entity_of[form] else { continue };
        let dateline = document.sentences[run.sentence].part == Part::Dateline;
        if !dateline || names.entities[entity].kind == Kind::Place {
            names.places.push((run.tokens.clone(), entity));
        }
    }
    names
}

/// The places that a form lies in: as the article says behind a comma, else as the list has it.
fn within(forms: &Forms, form: usize, outer: Option<usize>) -> Vec<String> {
    let listed = |form: &Form| match &form.known {
        Some(Known::Place(within)) => within.clone(),
        _ => Vec::new(),
    };
    let chain = listed(&forms.forms[form]);
    let Some(outer) = outer.map(|outer| &forms.forms[outer]) else { return chain };
    if chain.contains(&outer.name) {
        return chain;
    }
    let mut within = vec![outer.name.clone()];
    within.extend(listed(outer));
    within
}

fn kind(points: &Points) -> Kind {
    let [person, body, site] = *points;
    if person > body && person > site {
        Kind::Person
    } else if site > body {
        Kind::Place
    } else {
        Kind::Organisation
    }
}

/// Longer forms with one word in common, and names that a word may abbreviate, of which a form is held to be one, at most:
/// the first of the article. Books aside, no text names so many.
const MOST_FORMS: usize = 1000;

/// For each form the fullest form of the same name, and whether some were held to be no more than [`MOST_FORMS`].
fn full_forms(forms: &Forms) -> (Vec<usize>, bool) {
    let forms = &forms.forms;
    let mut is_cut = false;
    let mut full: Vec<usize> = (0..forms.len()).collect();
    // The longer forms by each of their words, so that a short form looks at few.
    let mut by_word: ByWord<Vec<usize>> = ByWord::new();
    for (at, form) in forms.iter().enumerate() {
        if form.words.len() > 1 {
            for word in &form.words {
                let forms = by_word.of(word);
                if forms.len() < MOST_FORMS {
                    forms.push(at);
                } else {
                    is_cut = true;
                }
            }
        }
    }
    // What one word may abbreviate: a name of several, or one that has its short form in brackets.
    let mut abbreviated: Vec<usize> =
        (0..forms.len()).filter(|&at| forms[at].words.len() > 1 || forms[at].short.is_some()).collect();
    is_cut |= abbreviated.len() > MOST_FORMS;
    abbreviated.truncate(MOST_FORMS);
    let longer = |at: usize| -> Vec<usize> {
        let mut found: Vec<usize> =
            forms[at].words.first().and_then(|word| by_word.get(word)).cloned().unwrap_or_default();
        if let Some(more) = forms[at].words.last().and_then(|word| by_word.get(word)) {
            found.extend(more.iter().copied());
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|&other| other != at && forms[other].words.len() > forms[at].words.len());
        found
    };
    for at in 0..forms.len() {
        // Names that the lists give to one organisation are one, under the first.
        if forms[at].alias != 0 {
            full[at] = forms.iter().position(|form| form.alias == forms[at].alias).unwrap_or(at);
            continue;
        }
        let mut fits: Vec<usize> =
            longer(at).into_iter().filter(|&other| is_short_for(&forms[at], &forms[other])).collect();
        if fits.is_empty() && forms[at].words.len() == 1 {
            let word = &forms[at].words[0];
            fits.extend(abbreviated.iter().copied().filter(|&other| {
                forms[other].short.as_ref() == Some(word)
                    || abbreviates(word, &forms[other].words) && kind(&forms[other].points) != Kind::Person
            }));
        }
        // A form that fits two names is the one before it, or else neither.
        let before = fits
            .iter()
            .copied()
            .filter(|&other| forms[other].first < forms[at].first)
            .max_by_key(|&other| forms[other].first);
        let only = fits.iter().all(|&other| is_one_of(forms, &fits, other));
        full[at] = match (before, fits.first()) {
            (Some(before), _) => before,
            (None, Some(&first)) if fits.len() == 1 || only => first,
            _ => at,
        };
    }
    // A short form of a short form is one of the fullest.
    for at in 0..full.len() {
        let mut top = full[at];
        for _ in 0..4 {
            top = full[top];
        }
        full[at] = top;
    }
    (full, is_cut)
}

/// Whether a form is a short or a long one of all others that fit.
fn is_one_of(forms: &[Form], fits: &[usize], at: usize) -> bool {
    fits.iter()
        .all(|&other| other == at || is_short_for(&forms[at], &forms[other]) || is_short_for(&forms[other], &forms[at]))
}

/// Whether a form is a short one of another: the surname or the given name of a person, the beginning of an
/// organisation's name.
fn is_short_for(short: &Form, long: &Form) -> bool {
    if short.words.len() >= long.words.len() || are_two_sexes(short.sex, long.sex) {
        return false;
    }
    let (mine, theirs) = (kind(&short.points), kind(&long.points));
    let certain = |points: &Points| points.iter().copied().max().unwrap_or(0) >= 8;
    let begins = long.words.starts_with(&short.words);
    // "Goldman Sachs" is short for "Goldman Sachs Group Inc." whatever else speaks for a person.
    if begins && long.is_company {
        return true;
    }
    if certain(&short.points) && certain(&long.points) && mine != theirs {
        return false;
    }
    // "U.S." is no short form of "U.S. Geological Survey".
    if matches!(short.known, Some(Known::Place(_))) && theirs != Kind::Person {
        return false;
    }
    let ends = long.words.ends_with(&short.words);
    match theirs {
        Kind::Person => {
            let inner = short.words.len() > 1
                && short.words.first() == long.words.first()
                && short.words.last() == long.words.last();
            (ends || begins && !short.is_titled || inner) && !(mine == Kind::Place && short.points[2] >= 8)
        }
        Kind::Place => {
            // "Banstead High Street" lies in Banstead, Harlan Fork is the dam of that name.
            (begins && long.words.len() == short.words.len() + 1
                || ends && long.words.len() == 2 && short.words.len() == 1 && short.points[2] > 0)
                && short.points[0] < 8
                && !long.words.iter().any(|word| word == "of")
        }
        _ => (begins || ends) && short.points[0] < 8 && short.points[2] < 8,
    }
}

impl Name {
    /// How this name relates to one of another article.
    ///
    /// ```
    /// use variorum::facts::name::{Name, NameRelation};
    /// let person = |full: &str| Name::of_person(full);
    /// assert_eq!(person("Doug Fairweather").relation(&person("Douglas Fairweather")), NameRelation::Same);
    /// assert_eq!(person("Simon Pell").relation(&person("Simon Pelham")), NameRelation::Other);
    /// assert_eq!(person("Tim Rowley").relation(&person("Tom Rowley")), NameRelation::Other);
    /// assert_eq!(person("Walt Jensen").relation(&person("Walt Jansen")), NameRelation::Other);
    /// assert_eq!(person("Noor Faiz").relation(&person("Noor Fayez")), NameRelation::Same);
    /// assert_eq!(person("Alaa Abdel-Fattah").relation(&person("Alaa Abdel Fattah")), NameRelation::Same);
    /// ```
    #[must_use]
    pub fn relation(&self, other: &Self) -> NameRelation {
        if !self.is_named || !other.is_named {
            // "The council" is the one that is named; "police" may be any.
            let (short, long) = self.by_length(other);
            let is_short_for = !short.is_named && long.is_named && long.words.ends_with(&short.words);
            let is_one = short.words.last().is_some_and(|head| short.words.len() > 1 || !is_many(head));
            return match () {
                () if are_two_sexes(self.sex, other.sex) => NameRelation::Other,
                () if self.words == other.words || is_short_for && is_one => NameRelation::Same,
                () if is_short_for => NameRelation::Within,
                () => NameRelation::Unknown,
            };
        }
        if self.is_same(other) {
            let is_misspelt = self.kind == Kind::Person && is_another_spelling(&self.words, &other.words);
            return if is_misspelt { NameRelation::Other } else { NameRelation::Same };
        }
        let inside = |inner: &Self, outer: &Self| inner.within.iter().any(|place| fold(place) == outer.words.join(" "));
        let (short, long) = self.by_length(other);
        let is_end = long.words.ends_with(&short.words) && !are_two_sexes(self.sex, other.sex);
        // "Rivera", of whom nothing tells that he is a person, and "Tomás Rivera".
        if is_end && long.kind == Kind::Person || long.is_begun_by(short) {
            return NameRelation::Same;
        }
        let is_start = long.words.starts_with(&short.words) && !are_two_sexes(self.sex, other.sex);
        if is_end || is_start || inside(self, other) || inside(other, self) {
            return NameRelation::Within;
        }
        NameRelation::Other
    }

    /// Whether a name begins this one and may be short for it: the given name of a person ("Maisie", "Maisie Holroyd"), or
    /// what reads like a person's name where nothing tells otherwise ("Kelness Regional", "Kelness Regional Hospital").
    #[must_use]
    pub fn is_begun_by(&self, short: &Self) -> bool {
        let is_given = short.words.len() == 1;
        short.kind == Kind::Person
            && is_given == (self.kind == Kind::Person)
            && self.words.len() > short.words.len()
            && self.words.starts_with(&short.words)
            && !are_two_sexes(self.sex, short.sex)
    }

    fn by_length<'n>(&'n self, other: &'n Self) -> (&'n Self, &'n Self) {
        if self.words.len() <= other.words.len() { (self, other) } else { (other, self) }
    }

    /// Whether two names are one: the same words, a short form, initials, another spelling.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        // All forms of a name share the first letter of its first or of its last word; most pairs end here.
        let letter = |word: Option<&String>| word.and_then(|word| word.chars().next());
        let alike = letter(self.words.first()) == letter(other.words.first())
            || letter(self.words.last()) == letter(other.words.last());
        let is_one_alias = self.alias != 0 && self.alias == other.alias;
        if !alike && !is_one_alias {
            return false;
        }
        let are_people = self.kind == Kind::Person && other.kind == Kind::Person;
        if are_people && (are_two_sexes(self.sex, other.sex) || are_two_given(&self.words, &other.words)) {
            return false;
        }
        let (short, long) = self.by_length(other);
        is_one_alias
            || alike
                && (self.words == other.words
                    || match (self.kind, other.kind) {
                        (Kind::Person, Kind::Person) => {
                            is_one_person(short, long) || is_one_transcription(&short.words, &long.words)
                        }
                        (Kind::Person, _) | (_, Kind::Person) => false,
                        // "The Commission" in a report that names no other is the European Commission.
                        (Kind::Organisation, Kind::Organisation) if long.words.ends_with(&short.words) => true,
                        // A district is not the river that it is called after.
                        (Kind::Place, _) | (_, Kind::Place) if long.words.len() > short.words.len() + 1 => {
                            short.words.len() == 1 && abbreviates(&short.words[0], &long.words)
                        }
                        _ => is_one_body(&short.words, &long.words),
                    }
                    || is_one_spelling(&short.words, &long.words))
    }

    /// A person's name from its words.
    #[must_use]
    pub fn of_person(full: &str) -> Self {
        Self {
            kind: Kind::Person,
            full: full.to_owned(),
            words: full.split_whitespace().map(fold).collect(),
            is_named: true,
            alias: 0,
            given: 0,
            sex: 0,
            entity: None,
            within: Vec::new(),
        }
    }
}

/// Whether one of two sexes is a man's and the other a woman's; see [`Name::sex`].
pub(in crate::facts) const fn are_two_sexes(one: i32, other: i32) -> bool {
    one != 0 && other != 0 && one != other
}

/// Whether one word has another vowel in one of two names for one person: "Jensen", "Jansen". Two reports cannot both have it
/// right, unless it is y for i, or a name that the lists have in both spellings ("Mohammed", "Mohammad").
fn is_another_spelling(one: &[String], other: &[String]) -> bool {
    let group = |word: &str| EN.value(EN.entry(word), Class::GivenName);
    let (soft, plain) = ("aeiouy", |letter: char| if letter == 'y' { 'i' } else { letter });
    let is_other = |(one, other): (&String, &String)| {
        let mut apart = one.chars().zip(other.chars()).filter(|(one, other)| plain(*one) != plain(*other));
        one.len() == other.len()
            && !one.contains('-')
            && (group(one).is_none() || group(one) != group(other))
            && apart.next().is_some_and(|(one, other)| soft.contains(one) && soft.contains(other))
            && apart.next().is_none()
    };
    one.len() == other.len() && one.iter().zip(other).any(is_other)
}

/// Whether a given name in one place is another name and no other spelling: both are listed, of one length ("Tim", "Tom";
/// "Joanne", "Joanna"; but "Ann", "Anne"), and neither as forms of one nor y for i ("Sergei", "Sergey").
fn are_two_given(one: &[String], other: &[String]) -> bool {
    let group = |word: &str| EN.value(EN.entry(word), Class::GivenName);
    let is_given = |word: &str| group(word).or_else(|| EN.value(EN.entry(word), Class::Sex)).is_some();
    let are_two = |(one, other): (&String, &String)| {
        one.len() == other.len()
            && one.replace('y', "i") != other.replace('y', "i")
            && is_given(one)
            && is_given(other)
            && (group(one).is_none() || group(one) != group(other))
    };
    one.len() == other.len() && one.iter().zip(other).rev().skip(1).any(are_two)
}

/// Whether a noun stands for many: "officials", "police".
fn is_many(noun: &str) -> bool {
    noun.ends_with('s') || noun == "police"
}

/// "Trump" and "Donald Trump", "Jon Arnason" and "Jon Thor Arnason", "Tom Brandt" and "Thomas Brandt".
fn is_one_person(short: &Name, long: &Name) -> bool {
    let (Some(one), Some(other)) = (short.words.last(), long.words.last()) else { return false };
    if short.words.len() == 1 {
        return one == other;
    }
    // "De Smet" and "Marleen De Smet".
    if short.words.len() < long.words.len() && is_particle(&short.words[0]) && long.words.ends_with(&short.words) {
        return true;
    }
    let (first, second) = (&short.words[0], &long.words[0]);
    let given = short.given != 0 && short.given == long.given
        || is_one_word(first, second)
        || is_pet_form(first, second)
        || is_pet_form(second, first);
    given && is_one_word(one, other) && is_one_middle(&short.words, &long.words)
}

/// Whether what stands between given name and surname may be one: two names in one place there ("Lee Ann Pruitt", "Lee
/// Jane Pruitt") are two, unless one is short for the other.
fn is_one_middle(short: &[String], long: &[String]) -> bool {
    if short.len() != 3 || long.len() != 3 {
        return true;
    }
    let (one, other) = (&short[1], &long[1]);
    one.len() < 3 || other.len() < 3 || is_one_word(one, other) || is_pet_form(one, other) || is_pet_form(other, one)
}

/// Whether a word begins a surname of several: "De Smet".
fn is_particle(word: &str) -> bool {
    EN.value(EN.entry(word), Class::Particle) == Some(1)
}

/// Whether a given name may be short for another: it is its beginning, or its first letter.
fn is_pet_form(short: &str, long: &str) -> bool {
    (short.len() == 1 || short.len() > 2) && long.starts_with(short)
}

/// "EFL" and "English Football League", "Lamoille Regional" and "Lamoille Regional Hospital".
fn is_one_body(short: &[String], long: &[String]) -> bool {
    if short.len() == 1 && abbreviates(&short[0], long) {
        return true;
    }
    short.len() < long.len() && long.starts_with(short)
}

/// Letters that a name must have in all before one that is spelt a little otherwise is taken for it.
const SPELLING_LETTERS: usize = 8;

/// "Nabi Saleh" and "Nebi Saleh": word for word the same but for a letter.
fn is_one_spelling(one: &[String], other: &[String]) -> bool {
    one.len() == other.len()
        && one.iter().map(String::len).sum::<usize>() >= SPELLING_LETTERS
        && one.iter().zip(other).all(|(one, other)| is_one_word(one, other))
}

/// Whether two persons' names differ in the spelling of one word only, as names do that are written in another
/// alphabet at home: the consonants agree ("Faiz", "Fayez"), or what one has apart the other joins ("Abdel-Fattah").
fn is_one_transcription(one: &[String], other: &[String]) -> bool {
    let joined = |words: &[String]| words.concat().replace('-', "");
    if joined(one) == joined(other) {
        return true;
    }
    let consonants = |word: &str| {
        let mut before = None;
        let is_new = |letter: &char| before.replace(*letter) != Some(*letter);
        word.chars().filter(is_new).filter(|letter| !"aeiouywh'".contains(*letter)).collect::<String>()
    };
    let mut apart = one.iter().zip(other).filter(|(one, other)| one != other);
    let Some((mine, theirs)) = apart.next() else { return one.len() == other.len() };
    let bones = consonants(mine);
    one.len() == other.len()
        && one.len() > 1
        && apart.next().is_none()
        && bones.len() > 1
        && bones == consonants(theirs)
}

/// Whether two words are one, or long ones a single vowel or doubled letter apart.
fn is_one_word(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) =
        if one.len() <= other.len() { (one.as_bytes(), other.as_bytes()) } else { (other.as_bytes(), one.as_bytes()) };
    if short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let tail = &long[same + 1..];
    let soft = |letter: u8| b"aeiouywvhj'".contains(&letter);
    if short.len() == long.len() {
        short[same + 1..] == *tail && soft(short[same]) && soft(long[same])
    } else {
        let letter = long[same];
        short[same..] == *tail && (soft(letter) || same > 0 && long[same - 1] == letter)
    }
}
