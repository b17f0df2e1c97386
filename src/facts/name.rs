//! What the names of people, organisations and places share: where they stand and which of them are one.
//!
//! Finds
//! : runs of capitals with the small words inside them, the forms of one name in an article ("Alan Rennison", "Mr
//!   Rennison"; "English Football League", "EFL"), and whether a name is a person's, an organisation's or a place's.
//!
//! Why a reader cares
//! : a report that has the judge's name wrong is corrected before any other.
//!
//! Example
//! : in "Judge Helena Marsh fined the Harbour Trust of Dunmore. Marsh said", "Helena Marsh" and "Marsh" are one
//!   person, a judge.
//!
//! Leaves out on purpose
//! : what has a capital and names none of the three: feasts, creeds, languages, days.
//!
//! Known misses
//! : names that stand only where capitals tell nothing (in a headline with all words capital), names in lower case.
//!
//! The reading is document-centred (Mikheev, Moens and Grover 1999): a name is sure where a title, a role or a place
//! noun stands beside it, and what is sure in one place is taken for so in all others of the article.

use std::{ops::Range, sync::Arc};

use super::{
    Kind, Mention, Precision, Value,
    frame::{Anchor, Frame, Role},
    gazetteer::Gazetteer,
};
use crate::language::{Document, Sentence, lexicon::Class};

mod aliases;
mod by_word;
mod cues;
pub mod description;
mod runs;

pub use aliases::NameRelation;
use aliases::are_two_sexes;
use by_word::ByWord;
pub use cues::is_agent;
use runs::Run;

/// A name, or words that describe somebody or something without naming it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Person, organisation or place.
    pub kind: Kind,
    /// The fullest form in the article, as written; a description's own words.
    pub full: String,
    /// The words of that form, without accents and in lower case.
    pub words: Vec<String>,
    /// Whether it is a name, not a description.
    pub is_named: bool,
    /// Names of one group in the lists are one organisation's; 0 for all others.
    pub alias: i32,
    /// The group of its given name in the lists; 0 for all others.
    pub given: i32,
    /// 1 where it tells of a man, 2 of a woman, 0 where it tells neither.
    pub sex: i32,
    /// Its number among the names of the article; none for a description.
    pub entity: Option<usize>,
    /// The places that it lies in, the nearest first.
    pub within: Vec<String>,
}

/// Somebody or something that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Person, organisation or place.
    pub kind: Kind,
    /// The name as all its mentions have it.
    pub name: Arc<Name>,
    /// The tokens of the nouns that say who it is: offices, ranks, work, kin.
    pub roles: Vec<usize>,
    /// The first token of its age in years, where the article tells it.
    pub age: Option<usize>,
}

/// The names of an article.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Who and what is named, in the order of first sight.
    pub entities: Vec<Entity>,
    /// Where: tokens, and a position in `entities`; in the order of the text.
    pub places: Vec<(Range<usize>, usize)>,
    /// Whether there are more names than are held against each other, so that a short one may go for nobody.
    pub is_cut: bool,
}

/// Finds the names of an article.
#[must_use]
pub fn read(document: &Document<'_>, places: Option<&Gazetteer>) -> Names {
    let runs = runs::runs(document, places);
    let forms = cues::forms(document, &runs, places);
    aliases::join(document, &runs, &forms)
}

impl Names {
    /// The mentions of one kind in a sentence.
    #[must_use]
    pub fn mentions(&self, document: &Document<'_>, sentence: &Sentence, kind: Kind) -> Vec<Mention> {
        let from = self.places.partition_point(|(tokens, _)| tokens.start < sentence.tokens.start);
        let here = self.places[from..].iter().take_while(|(tokens, _)| tokens.start < sentence.tokens.end);
        here.filter(|(_, entity)| self.entities[*entity].kind == kind)
            .map(|(tokens, entity)| mention(document, kind, tokens.clone(), Arc::clone(&self.entities[*entity].name)))
            .collect()
    }
}

impl Names {
    /// How many tokens the name has that holds a token; 0 where none does.
    #[must_use]
    pub fn length_at(&self, token: usize) -> usize {
        let at = self.places.partition_point(|(tokens, _)| tokens.end <= token);
        self.places.get(at).filter(|(tokens, _)| tokens.contains(&token)).map_or(0, |(tokens, _)| tokens.len())
    }

    /// The person whose name begins at a token, by position in `entities`.
    #[must_use]
    pub fn person_at(&self, token: usize) -> Option<usize> {
        let at = self.places.partition_point(|(tokens, _)| tokens.start < token);
        let &(_, entity) = self.places.get(at).filter(|(tokens, _)| tokens.start == token)?;
        (self.entities[entity].kind == Kind::Person).then_some(entity)
    }

    /// The person whom a "he" or "she" at a token means: the only one that its sentence names before it, else the only one
    /// of the sentence before. Nobody where there may be doubt.
    #[must_use]
    pub fn meant(&self, document: &Document<'_>, token: usize) -> Option<usize> {
        let sentence = document.sentence_at(token)?;
        let here = self.people(document.sentences[sentence].tokens.start..token);
        match here[..] {
            [person] => Some(person),
            [] => {
                let before = &document.sentences[sentence.checked_sub(1)?];
                let people = self.people(before.tokens.clone());
                (before.part.is_report() && people.len() == 1).then(|| people[0])
            }
            _ => None,
        }
    }

    /// Whether a "he" or "she" at a token means nobody of whom the article tells by name that it is a man or a woman.
    #[must_use]
    pub fn is_nameless(&self, document: &Document<'_>, token: usize) -> bool {
        let sex = document.value(token, Class::Sex).unwrap_or(0);
        self.meant(document, token).is_none_or(|person| are_two_sexes(self.entities[person].name.sex, sex))
    }

    /// The only person whom the sentence of a token names before it.
    #[must_use]
    pub fn named_before(&self, document: &Document<'_>, token: usize) -> Option<usize> {
        let sentence = document.sentence_at(token)?;
        let people = self.people(document.sentences[sentence].tokens.start..token);
        (people.len() == 1).then(|| people[0])
    }

    /// The people named among tokens, each once.
    fn people(&self, tokens: Range<usize>) -> Vec<usize> {
        let from = self.places.partition_point(|(name, _)| name.start < tokens.start);
        let here = self.places[from..].iter().take_while(|(name, _)| name.start < tokens.end);
        let mut people: Vec<usize> =
            here.map(|&(_, at)| at).filter(|&at| self.entities[at].kind == Kind::Person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// What a name is about: the nouns that say who it is, wherever they stand.
    #[must_use]
    pub fn frame(&self, mention: &Mention) -> Frame {
        let entity = match &mention.value {
            Value::Name(name) => name.entity.map(|entity| &self.entities[entity]),
            _ => None,
        };
        let head = |&token: &usize| Anchor { token, role: Role::Head };
        let anchors = entity.and_then(|entity| entity.roles.first()).map(head).into_iter().collect();
        Frame { anchors, clause: mention.tokens.clone(), ..Frame::default() }
    }
}

/// A name or a description as a mention.
fn mention(document: &Document<'_>, kind: Kind, tokens: Range<usize>, name: Arc<Name>) -> Mention {
    let span = document.span(tokens.clone());
    Mention { kind, span, tokens, value: Value::Name(name), precision: Precision::Exact }
}

impl Name {
    /// The name in one notation: the fullest form in the article, with the places that it lies in behind `<`;
    /// descriptions stand in round brackets.
    #[must_use]
    pub fn norm(&self) -> String {
        let mut norm = if self.is_named { self.full.clone() } else { ["(", &self.full, ")"].concat() };
        for place in &self.within {
            norm.push_str(" < ");
            norm.push_str(place);
        }
        norm
    }
}

/// Words as they are written, but for the look of spaces and apostrophes, which differs from outlet to outlet.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        if word.is_ascii() {
            plain.push_str(word);
            continue;
        }
        plain.extend(word.chars().map(|character| match character {
            '’' | '‘' => '\'',
            '‐' | '‑' => '-',
            _ => character,
        }));
    }
    plain
}

/// Letters with marks from U+00C0 to U+017F, by the letter below the mark.
const PLAIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Writes a word in lower case and without the marks on its letters.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word);
    folded
}

/// Writes a word so behind others.
pub(super) fn fold_into(folded: &mut String, word: &str) {
    if word.bytes().all(|byte| byte.is_ascii() && byte != b'`') {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    for character in word.chars() {
        match character {
            '\u{c0}'..='\u{17f}' => folded.push(char::from(PLAIN[character as usize - 0xc0])),
            '’' | '‘' | 'ʼ' | '`' | '´' => folded.push('\''),
            '‐' | '‑' => folded.push('-'),
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
            _ => folded.extend(character.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article, language};

    /// The names of a text as `kind full form: roles`, in the order of first sight.
    fn check(text: &str, expected: &[&str]) {
        let article = article::ingest(text, None);
        let document = language::read(&article);
        let found: Vec<String> = read(&document, Gazetteer::built_in())
            .entities
            .iter()
            .map(|entity| {
                let roles: Vec<&str> = entity.roles.iter().map(|&at| document.word(at)).collect();
                format!("{:?} {}: {}", entity.kind, entity.name.full, roles.join(" ")).trim_end().to_owned()
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn gathers_the_forms_of_a_name() {
        check(
            "The walker was found by Judge Helena Marsh, 61, who lives in Dunmore.\n\nMs Marsh said the dog barked.",
            &["Person Helena Marsh: Judge", "Place Dunmore:"],
        );
        check(
            "The English Football League (EFL) fined the club.\n\nLater, the EFL said it would appeal.",
            &["Organisation English Football League:"],
        );
    }

    #[test]
    fn parts_titles_from_what_stands_before_them() {
        check(
            "He was told so by Genesee County Sheriff Robert Pickell and by police Lt. Gerry Scherlinck.",
            &["Place Genesee County:", "Person Robert Pickell: Sheriff", "Person Gerry Scherlinck: Lt."],
        );
    }

    #[test]
    fn folds_letters_with_marks() {
        assert_eq!(["Hernán", "ŁÓDŹ", "Škoda", "O’Neill"].map(fold), ["hernan", "lodz", "skoda", "o'neill"]);
    }
}
