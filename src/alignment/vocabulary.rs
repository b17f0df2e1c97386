//! The words of one article as numbers of its own.
//!
//! Which root a word has depends on its article alone, so it is found once, however often and with whatever others the
//! article is compared; [`super::terms`] then joins what the articles have in common.

use std::borrow::Cow;

use crate::{
    language::{
        Document, lemmas,
        lexicon::{Class, Word},
        tags::Upos,
        tokens::Shape,
    },
    text::{WordNumbers, lowercase},
};

/// Spellings from this number on are no words of the lists.
pub(super) const UNLISTED: u32 = 1 << 16;

/// The words of an article.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// For each token, what it goes by: 0 for what says nothing of a text's content, then the concepts of the lists by
    /// their rows, from 1, then `roots`.
    pub(super) of: Vec<u32>,
    /// How many concepts the lists have.
    pub(super) concepts: u32,
    /// The roots that are no concepts, each once, in one spelling for British and American English.
    pub(super) roots: Vec<String>,
    /// For each token, how it is spelt, but for capitals and for quotation marks before it: the entry of the lists, or a
    /// position in `unlisted` behind [`UNLISTED`].
    pub(super) spelt: Vec<u32>,
    /// The spellings that no list has, each once.
    pub(super) unlisted: Vec<String>,
}

/// Straight ones are curly ones: "Asda's", "Asda’s".
const QUOTES: [char; 6] = ['\'', '’', '‘', '"', '“', '”'];

impl Vocabulary {
    /// Numbers the words of a document.
    #[must_use]
    pub(super) fn new(document: &Document<'_>) -> Self {
        let concepts = document.lists().concepts() as u32;
        let mut roots = Roots { document, concepts, spelt: Vec::new(), known: WordNumbers::default() };
        let of = roots.number();
        let (spelt, unlisted) = spellings(document);
        Self { of, concepts, roots: roots.spelt, spelt, unlisted }
    }
}

/// Roots as they are numbered.
struct Roots<'d> {
    document: &'d Document<'d>,
    concepts: u32,
    spelt: Vec<String>,
    /// The number of a root, as it was read and as it is spelt.
    known: WordNumbers<'d>,
}

impl Roots<'_> {
    fn number(&mut self) -> Vec<u32> {
        let (document, lists) = (self.document, self.document.lists());
        let mut of = vec![0; document.tokens.len()];
        let mut root = String::new();
        let mut at = 0;
        while at < of.len() {
            if let Some((words, row)) = document.phrase(at, Class::Concept) {
                // Each word of a phrase stands for it, whichever of them a frame takes up.
                let end = (at + words).min(of.len());
                of[at..end].fill(row as u32 + 1);
                at = end;
                continue;
            }
            if is_toll_of_lives(document, at) {
                of[at] = self.concept("dead").unwrap_or(0);
            } else if is_content(document, at) {
                let token = &document.tokens[at];
                lemmas::write_root(token.text(document.text), token.entry, document.tag(at), lists, &mut root);
                of[at] = self.of_root(&root);
            }
            at += 1;
        }
        of
    }

    fn concept(&self, word: &str) -> Option<u32> {
        let lists = self.document.lists();
        lists.value(lists.entry(word), Class::Concept).map(|row| row as u32 + 1)
    }

    fn of_root(&mut self, root: &str) -> u32 {
        if let Some(&known) = self.known.get(root) {
            return known;
        }
        let number = self.concept(root).unwrap_or_else(|| {
            let mut spelt = root.to_owned();
            lemmas::unify_spelling(&mut spelt);
            if let Some(&known) = self.known.get(spelt.as_str()) {
                return known;
            }
            self.spelt.push(spelt.clone());
            let next = self.concepts + self.spelt.len() as u32;
            self.known.insert(Cow::Owned(spelt), next);
            next
        });
        self.known.insert(Cow::Owned(root.to_owned()), number);
        number
    }
}

/// Whether a token is a word that says something of what the text is about.
fn is_content(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let is_content = match token.shape {
        Shape::Word => {
            token.entry == 0
                || ![Class::Stop, Class::Cardinal, Class::Light].into_iter().any(|class| document.is(at, class))
        }
        Shape::Code | Shape::Address => true,
        _ => false,
    };
    // What hangs on a number is a unit, an ordinal's ending or a clitic.
    is_content && !(token.joined && at > 0 && document.tokens[at - 1].shape == Shape::Number)
}

/// Whether a token tells of deaths: "claimed 15 lives", "four lives were lost", but not "saved six lives".
fn is_toll_of_lives(document: &Document<'_>, at: usize) -> bool {
    let is_saved = |verb: usize| document.is_concept(verb, "rescued");
    at > 1
        && document.is_word(at, Word::Lives)
        && document.tag(at - 1) == Upos::Num
        && !(at.saturating_sub(LIVES)..at).chain(at + 1..at + LIVES).any(is_saved)
}

/// How many words before or behind "lives" the verb is looked for.
const LIVES: usize = 4;

/// How each token is spelt, and the spellings that no list has.
fn spellings(document: &Document<'_>) -> (Vec<u32>, Vec<String>) {
    let mut known = WordNumbers::default();
    let mut unlisted: Vec<String> = Vec::new();
    let mut spelt = Vec::with_capacity(document.tokens.len());
    for token in &document.tokens {
        if token.entry != 0 {
            spelt.push(u32::from(token.entry));
            continue;
        }
        let plain = lowercase(token.text(document.text).trim_start_matches(QUOTES));
        let number = known.get(plain.as_str()).copied().unwrap_or_else(|| {
            let next = UNLISTED + unlisted.len() as u32;
            unlisted.push(plain.clone());
            known.insert(Cow::Owned(plain), next);
            next
        });
        spelt.push(number);
    }
    (spelt, unlisted)
}
