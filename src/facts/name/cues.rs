//! What stands in and around a name that tells whose it is: a person's, an organisation's or a place's.
//!
//! Every mention of a form adds its points, so that one clear place decides for the whole article.

use std::ops::Range;

use super::{ByWord, Run, fold, fold_into, plain, runs::is_upper};
use crate::facts::{
    gazetteer::{Gazetteer, Known},
    other,
};
use crate::language::{
    Document,
    lexicon::{Class, ClassSet, EN, Entry, Word},
    tags::Upos,
    tokens::Shape,
};

/// Points for person, organisation and place.
pub(super) type Points = [i32; 3];

const PERSON: usize = 0;
const BODY: usize = 1;
const SITE: usize = 2;

/// Points from which a cue tells by itself whose a name is. Those who say or do something may be companies as well, and "on"
/// stands before many that are no places.
const TELLING: i32 = 5;

/// One way of writing a name, with all that its mentions tell.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// As it is written where it stands first.
    pub name: String,
    /// Its words, folded.
    pub words: Vec<String>,
    /// The first run that has it.
    pub first: usize,
    /// What its words and all its places tell.
    pub points: Points,
    /// Tokens of the nouns that say who it is.
    pub roles: Vec<usize>,
    /// The token of its age.
    pub age: Option<usize>,
    /// Whether a form of address or an office stands before it somewhere.
    pub is_titled: bool,
    /// Whether some place tells that it is a person: a title, an office, an age, a "who".
    pub is_somebody: bool,
    /// Whether some place tells that it is a place: a list, a noun, an "in".
    pub is_somewhere: bool,
    /// An abbreviation given in brackets behind it.
    pub short: Option<String>,
    /// The name of a place that stands behind it, after a comma: its run.
    pub within: Option<usize>,
    /// Whether it ends as the names of companies do.
    pub is_company: bool,
    /// What the list of places knows of it.
    pub known: Option<Known>,
    /// The group of its given name in the lists.
    pub given: i32,
    /// What its given name or a form of address tells of its sex, as [`super::Name::sex`].
    pub sex: i32,
    /// Names of one group in the lists are one.
    pub alias: i32,
}

/// The forms of an article, and the form of each run.
pub(super) struct Forms {
    /// In the order of first sight.
    pub forms: Vec<Form>,
    /// For each run, a position in `forms`.
    pub of: Vec<usize>,
}

/// Gathers runs by their words and reads the cues of each.
pub(super) fn forms(document: &Document<'_>, runs: &[Run], places: Option<&Gazetteer>) -> Forms {
    let mut known: ByWord<usize> = ByWord::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut of = Vec::with_capacity(runs.len());
    let mut key = String::new();
    for (index, run) in runs.iter().enumerate() {
        key.clear();
        write_key(document, &run.tokens, &mut key);
        // "Mr Holroyd" and "Mrs Holroyd" are two.
        let address = run.title.clone().find_map(|at| document.value(at, Class::Sex)).filter(|_| !key.contains(' '));
        let end = key.len();
        key.extend(address.map(|sex| if sex == 1 { '1' } else { '2' }));
        if known.get(&key).is_none() {
            let words = key[..end].split_ascii_whitespace().map(str::to_owned).collect();
            let name = unhung(&plain(document.span(run.tokens.clone()).slice(document.text))).to_owned();
            let mut form = Form { name, words, first: index, ..Form::default() };
            form.points = inside(document, &run.tokens);
            form.given = document.value(run.tokens.start, Class::GivenName).unwrap_or(0);
            let is_several = form.words.len() > 1;
            form.sex =
                address.or_else(|| document.value(run.tokens.start, Class::Sex).filter(|_| is_several)).unwrap_or(0);
            form.is_company = document.is(run.tokens.end - 1, Class::CompanyEnding);
            form.alias = alias(document, &run.tokens);
            form.known = places.and_then(|places| places.find(&form.words));
            if matches!(form.known, Some(Known::Place(_))) {
                form.points[SITE] += 7;
            }
            form.is_somebody = form.points[PERSON] > 0;
            form.is_somewhere = form.points[SITE] >= TELLING;
            if form.alias != 0 {
                form.points[BODY] += 12;
            }
            *known.of(&key) = forms.len();
            forms.push(form);
        }
        let form = *known.of(&key);
        let next = runs.get(index + 1);
        Cues { document, run, form: &mut forms[form] }.read(next, index);
        of.push(form);
    }
    Forms { forms, of }
}

/// Writes the words of a name behind each other, without marks and without the owner's "'s".
fn write_key(document: &Document<'_>, tokens: &Range<usize>, key: &mut String) {
    for at in tokens.clone().filter(|&at| !matches!(document.tokens[at].shape, Shape::Mark | Shape::Sign)) {
        let before = key.len();
        if before > 0 {
            key.push(' ');
        }
        let start = key.len();
        fold_into(key, document.word(at));
        if key[start..].contains(['.', '-']) {
            let word = unhung(&key[start..]).trim_end_matches('.').replace(['.', '-'], "");
            key.truncate(start);
            key.push_str(&word);
        }
        if matches!(&key[start..], "" | "'s") {
            key.truncate(before);
        }
    }
}

/// A name without what hangs on it by a hyphen: "Pune-based", "Nato-led".
fn unhung(word: &str) -> &str {
    HUNG.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// The first of them hangs on places only.
const HUNG: [&str; 6] = ["-based", "-led", "-backed", "-born", "-bound", "-held"];

/// The group of a name that the lists have with other names of the same organisation.
fn alias(document: &Document<'_>, tokens: &Range<usize>) -> i32 {
    let entries = document.tokens[tokens.clone()].iter().map(|token| -> Entry { token.entry });
    let sense = document.lists().phrase(entries, Class::Alias);
    sense.filter(|sense| sense.words() == tokens.len()).map_or(0, |sense| sense.value)
}

/// What a name's own words tell.
fn inside(document: &Document<'_>, tokens: &Range<usize>) -> Points {
    let mut points = [0; 3];
    let last = tokens.end - 1;
    let is = |at: usize, class: Class| document.is(at, class);
    let length = tokens.clone().filter(|&at| document.tokens[at].capital).count();
    if length == 1 {
        let word = document.word(last);
        if is(last, Class::Region) {
            points[SITE] += 10;
        }
        // There are towns of that name: any word of a place outweighs it.
        if is(last, Class::Sex) || is(last, Class::GivenName) {
            points[PERSON] += 2;
        }
        let acronym = is_upper(word) && word.len() > 1 && word.len() < 7 && document.tokens[last].shape == Shape::Word;
        points[BODY] += if acronym { 4 } else { 0 };
        points[SITE] += if fold(word).ends_with(HUNG[0]) { 12 } else { 0 };
        if document.tokens[last].shape == Shape::Number || is(last, Class::Body) || is(last, Class::CompanyEnding) {
            points[if document.tokens[last].shape == Shape::Number { SITE } else { BODY }] += 6;
        }
        return points;
    }
    if is(last, Class::CompanyEnding) || tokens.clone().any(|at| document.word(at) == "&") {
        points[BODY] += 20;
    }
    if document.tokens[last].shape == Shape::Number {
        points[SITE] += 10;
    }
    if document.phrase(last - 1, Class::Body).is_some_and(|(words, _)| words == 2) {
        points[BODY] += 14;
    }
    // A hospital is one that is run before it is a place; an airport the other way about.
    if is(last, Class::Body) {
        points[BODY] += 10;
    } else if let Some(sort) = document.value(last, Class::Site) {
        points[SITE] += if sort == 2 { 5 } else { 10 };
    } else if is(last, Class::Group) || is(last, Class::SitePart) {
        points[if is(last, Class::Group) { BODY } else { SITE }] += 6;
    }
    if let Some(of) = tokens.clone().find(|&at| matches!(document.word(at), "of" | "for")) {
        let body = is(of - 1, Class::Body) || is(of - 1, Class::Group);
        let site = is(of - 1, Class::Site) || is(of - 1, Class::SitePart);
        points[if site && !body { SITE } else { BODY }] += if body || site { 12 } else { 4 };
    } else {
        points[BODY] += tokens.clone().take(length - 1).filter(|&at| is(at, Class::Body)).count() as i32 * 5;
        if tokens.clone().any(|at| matches!(document.word(at), "and" | "'s" | "’s")) {
            points[BODY] += 4;
        }
    }
    // "Police Scotland", "Team Europe".
    if is(tokens.start, Class::Group) {
        points[BODY] += 6;
    }
    // "Ben Nevis", but "Ben Affleck".
    let is_given = is(tokens.start, Class::Sex) || is(tokens.start, Class::GivenName);
    if is(tokens.start, Class::SiteFront) && !is_given {
        points[SITE] += 5;
    }
    if document.phrase(tokens.start, Class::Region).is_some_and(|(words, _)| words == tokens.len()) {
        points[SITE] += 10;
    }
    // "World War Two", "Hurricane Vera" and "Getty Images" are nobody.
    let is_named = document.phrase(tokens.start, Class::Named).is_some() && !is_given
        || is(last, Class::Named)
        || is(last, Class::Cardinal);
    if is_named {
        points[BODY] += 5;
    } else if is_given && matches!(length, 2 | 3) {
        points[PERSON] += 7;
    } else if matches!(length, 2 | 3) && !document.tokens[tokens.clone()].iter().any(|it| it.classes.meets(COMMON)) {
        points[PERSON] += 4;
    }
    points
}

/// What common words are. Such a word in a name without a known given name tells that it is a thing's ("Golden
/// Blossom", "Space Launch System"), though there are surnames among them.
const COMMON: ClassSet = ClassSet::of(&[
    Class::Thing,
    Class::Concept,
    Class::Kin,
    Class::Verb,
    Class::Transitive,
    Class::Participle,
    Class::Plural,
    Class::Body,
    Class::Group,
    Class::Unit,
]);

struct Cues<'d, 't> {
    document: &'d Document<'t>,
    run: &'d Run,
    form: &'d mut Form,
}

impl Cues<'_, '_> {
    fn add(&mut self, kind: usize, points: i32) {
        self.form.points[kind] += points;
        self.form.is_somebody |= kind == PERSON && points >= TELLING;
        self.form.is_somewhere |= kind == SITE && points >= TELLING;
    }

    fn read(mut self, next: Option<&Run>, index: usize) {
        let document = self.document;
        let sentence = document.sentences[self.run.sentence].tokens.clone();
        if !self.run.title.is_empty() {
            self.add(PERSON, 20);
            self.form.is_titled = true;
            let office = self
                .run
                .title
                .clone()
                .rev()
                .find(|&at| document.value(at, Class::Title) != Some(0) || document.is(at, Class::Agent));
            self.form.roles.extend(office);
        } else {
            self.before(&sentence);
        }
        self.behind(&sentence, next, index);
    }

    fn before(&mut self, sentence: &Range<usize>) {
        let document = self.document;
        let start = self.run.tokens.start;
        if start == sentence.start {
            return;
        }
        let mut at = start - 1;
        // "the judge, Helena Marsh,": a noun for a person before a comma, with an article before it.
        let apposed = document.is_word(at, Word::Comma) && at > sentence.start;
        if apposed {
            at -= 1;
            let group = document.noun_group_before(at + 1, sentence.start);
            let owner = group.start.checked_sub(1).filter(|&at| at >= sentence.start);
            let has_article = document.tag(group.start) == Upos::Det
                || owns(document, group.start)
                || owner.is_some_and(|at| owns(document, at) || document.tag(at) == Upos::Part);
            if !has_article && !group.is_empty() {
                return;
            }
        }
        if is_agent(document, at) && !document.tokens[at].capital {
            self.add(PERSON, 10);
            self.form.roles.push(at);
            return;
        }
        if document.tokens[at].capital {
            return;
        }
        if (document.is(at, Class::Body) || document.is(at, Class::Group)) && document.tag(at) == Upos::Noun {
            self.add(BODY, 8);
        } else if document.is(at, Class::Site) && document.tag(at) == Upos::Noun && !apposed {
            self.add(SITE, 8);
        }
        if apposed {
            return;
        }
        if document.is_word(at, Word::Of) && at > sentence.start {
            let lies = document.value(at - 1, Class::Site) == Some(1) || document.is(at - 1, Class::SitePart);
            // "Amir Khan, 44, of Logan", "Kelly Rudd of Bury".
            let is_home = document.is_word(at - 1, Word::Comma) || document.tokens[at - 1].capital;
            self.form.is_somewhere |= is_home;
            self.add(SITE, if lies { 8 } else { 1 + i32::from(is_home) });
        } else if let Some(sort) = document.value(at, Class::PlacePreposition) {
            self.form.is_somewhere |= sort == 1;
            self.add(SITE, if sort == 0 { 5 } else { 2 });
        } else if document.is_word(at, Word::The) {
            self.add(BODY, 4);
            self.add(PERSON, -8);
        } else if document.is_word(at, Word::By) || document.is(at, Class::Report) && document.tag(at) == Upos::Verb {
            self.add(PERSON, 2);
        }
    }

    fn behind(&mut self, sentence: &Range<usize>, next: Option<&Run>, index: usize) {
        let document = self.document;
        let mut at = self.run.tokens.end;
        if at >= sentence.end {
            return;
        }
        match document.word(at) {
            "," => return self.apposition(at + 1, sentence, next, index),
            "(" => return self.bracket(at + 1, sentence),
            "'s" | "’s" | "'" | "’" if document.tokens[at].joined => at += 1,
            "-" if document.is_word(at + 1, Word::Based) => self.add(SITE, 12),
            _ => {}
        }
        if at >= sentence.end {
            return;
        }
        if document.is_word(at, Word::Who) || document.is_word(at, Word::Himself) {
            self.add(PERSON, 5);
        } else if document.tokens[at].capital {
        } else if at == self.run.tokens.end && document.tag(at) == Upos::Noun {
            match document.value(at, Class::Site) {
                Some(1) => self.add(SITE, 8),
                // "The Jiva river", but "the Apple store" as well.
                Some(_) => {
                    self.add(SITE, 2);
                    self.form.is_somewhere = true;
                }
                None => {}
            }
            if is_agent(document, at) || document.is(at, Class::Body) || document.is(at, Class::Group) {
                self.add(BODY, 4);
            }
        } else if document.is(at, Class::Report) && document.tag(at) == Upos::Verb {
            self.add(PERSON, 2);
            self.add(BODY, 2);
        }
    }

    /// "…, 43, a nurse", "…, the mayor", "…, who", "…, Oregon,".
    fn apposition(&mut self, mut at: usize, sentence: &Range<usize>, next: Option<&Run>, index: usize) {
        let document = self.document;
        if at >= sentence.end {
            return;
        }
        if document.is_word(at, Word::Who) || document.is_word(at, Word::Whose) {
            return self.add(PERSON, 6);
        }
        if document.is_word(at, Word::Aged) {
            at += 1;
        }
        let is_closed = |at: usize| {
            at >= sentence.end || matches!(document.word(at), "," | "." | ";" | "who" | "and" | "of" | "from")
        };
        if at < sentence.end && document.tokens[at].shape == Shape::Number && is_closed(at + 1) {
            self.add(PERSON, 12);
            self.form.age = self.form.age.or(Some(at));
            at += if document.is_word(at + 1, Word::Comma) { 2 } else { 1 };
            if at >= sentence.end {
                return;
            }
        }
        let group = document.noun_group(at, sentence.end);
        let Some(head) = document.head_of(&group) else { return };
        if document.tokens[at].capital {
            if next.is_some_and(|next| next.tokens.start == at && is_closed(next.tokens.end)) {
                self.form.within = self.form.within.or(Some(index + 1));
            }
            return;
        }
        let by_article = matches!(document.tag(at), Upos::Det) || owns(document, at);
        if is_agent(document, head) {
            self.add(PERSON, if by_article { 10 } else { 8 });
            self.form.roles.push(head);
        } else if by_article && (document.is(head, Class::Body) || document.is(head, Class::Group)) {
            // "A tea vendor" may be either.
            self.add(BODY, 6);
            self.add(PERSON, if is_listed_trade(document, head) { 6 } else { 0 });
        } else if by_article && document.is(head, Class::Site) {
            self.add(SITE, 6);
        }
    }

    /// "(67)", "(RAIU)".
    fn bracket(&mut self, at: usize, sentence: &Range<usize>) {
        let document = self.document;
        if at + 1 >= sentence.end || document.word(at + 1) != ")" {
            return;
        }
        if document.tokens[at].shape == Shape::Number {
            self.add(PERSON, 8);
            self.form.age = self.form.age.or(Some(at));
        } else if abbreviates(&fold(document.word(at)), &self.form.words) {
            self.add(BODY, 6);
            self.form.short = Some(fold(document.word(at)).replace('.', ""));
        }
    }
}

/// Whether a token is an owner's word: "his", "the company's".
fn owns(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, &[Word::His, Word::Her, Word::Its, Word::Their, Word::Our, Word::My, Word::Whose])
}

/// Whether a noun is in the list of trades.
fn is_listed_trade(document: &Document<'_>, at: usize) -> bool {
    EN.value(document.tokens[at].entry, Class::Thing).is_some_and(other::is_trade)
}

/// Whether a noun is one for a single person.
pub fn is_agent(document: &Document<'_>, at: usize) -> bool {
    if document.is(at, Class::Agent) {
        return true;
    }
    if document.tag(at) != Upos::Noun {
        return false;
    }
    let entry = document.tokens[at].entry;
    let is_trade =
        || EN.value(entry, Class::Thing).is_some_and(|number| other::is_trade(number) || other::is_relative(number));
    // "A mail carrier", though a carrier is a company.
    if at > 0
        && document.phrase(at - 1, Class::Thing).is_some_and(|(words, number)| words == 2 && other::is_trade(number))
    {
        return true;
    }
    let is_body = || document.is(at, Class::Body) || document.is(at, Class::Group);
    let by_ending =
        |word: &str| ["ologist", "ographer", "woman", "man", "eer", "ician"].iter().any(|end| word.ends_with(end));
    is_trade() && !is_body() || entry == 0 && by_ending(document.word(at))
}

/// Whether an abbreviation is made of the first letters of a name's words; small words may be left out
/// (Schwartz and Hearst 2003, for whole words).
pub(super) fn abbreviates(short: &str, words: &[String]) -> bool {
    let mut letters = short.chars().filter(|letter| letter.is_alphanumeric()).peekable();
    // Most words have more letters than any name has words.
    let count = letters.clone().take(words.len() + 1).count();
    if words.len() < 2 || !(2..=words.len()).contains(&count) {
        return false;
    }
    for word in words {
        let small = matches!(word.as_str(), "of" | "and" | "the" | "for" | "&" | "in" | "on" | "de");
        if letters.next_if(|&letter| word.starts_with(letter)).is_none() && !small {
            return false;
        }
    }
    letters.next().is_none()
}
