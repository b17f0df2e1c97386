//! The words of one article as numbers of its own.
//!
//! Which root a word has depends on its article alone, so it is found once, however often and with whatever others the
//! article is compared; [`super::terms`] then joins what the articles have in common.

use std::collections::HashMap;

use crate::language::{
    Document, lemmas,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::Shape,
};

/// What a token goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    /// It says nothing of a text's content.
    None,
    /// A row of [`crate::language::lexicon::Lexicon::concept`].
    Concept(u16),
    /// A position in [`Vocabulary::roots`].
    Own(u32),
}

/// How a token is spelt, but for capitals and for marks before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As a word of the lists.
    Listed(u16),
    /// A position in [`Vocabulary::unlisted`].
    Unlisted(u32),
}

/// The words of an article.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// For each token, what it goes by.
    pub(super) of: Vec<Root>,
    /// The roots that are no concepts, each once, in one spelling for British and American English.
    pub(super) roots: Vec<String>,
    /// For each token, how it is spelt.
    pub(super) spelt: Vec<Spelling>,
    /// The spellings that no list has, each once.
    pub(super) unlisted: Vec<String>,
}

/// Straight marks are curly ones: "Asda's", "Asda’s".
const QUOTES: [char; 6] = ['\'', '’', '‘', '"', '“', '”'];

impl Vocabulary {
    /// Numbers the words of a document.
    #[must_use]
    pub(super) fn new(document: &Document<'_>) -> Self {
        let mut numbers = Numbers::default();
        let of = numbers.roots(document);
        let (spelt, unlisted) = spellings(document);
        Self { of, roots: numbers.roots, spelt, unlisted }
    }
}

/// Roots as they are numbered.
#[derive(Default)]
struct Numbers {
    roots: Vec<String>,
    /// What a root goes by, as it was read and as it is spelt in `roots`.
    known: HashMap<String, Root>,
}

impl Numbers {
    fn roots(&mut self, document: &Document<'_>) -> Vec<Root> {
        let lists = document.lists();
        let concept = |word: &str| lists.value(lists.entry(word), Class::Concept).map(|row| Root::Concept(row as u16));
        let mut of = vec![Root::None; document.tokens.len()];
        let mut root = String::new();
        let mut at = 0;
        while at < of.len() {
            if let Some((words, row)) = document.phrase(at, Class::Concept) {
                // Each word of a phrase stands for it, whichever of them a frame takes up.
                let end = (at + words).min(of.len());
                of[at..end].fill(Root::Concept(row as u16));
                at = end;
                continue;
            }
            if is_toll_of_lives(document, at) {
                of[at] = concept("dead").unwrap_or(Root::None);
            } else if is_content(document, at) {
                let token = &document.tokens[at];
                lemmas::write_root(token.text(document.text), token.entry, document.tag(at), lists, &mut root);
                of[at] = match self.known.get(&root) {
                    Some(&known) => known,
                    None => {
                        let new = concept(&root).unwrap_or_else(|| self.number(&root));
                        self.known.insert(root.clone(), new);
                        new
                    }
                };
            }
            at += 1;
        }
        of
    }

    /// The number of a root by its spelling.
    fn number(&mut self, root: &str) -> Root {
        let mut spelt = root.to_owned();
        lemmas::unify_spelling(&mut spelt);
        if let Some(&known) = self.known.get(&spelt) {
            return known;
        }
        let new = Root::Own(self.roots.len() as u32);
        self.roots.push(spelt.clone());
        self.known.insert(spelt, new);
        new
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
fn spellings(document: &Document<'_>) -> (Vec<Spelling>, Vec<String>) {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut unlisted: Vec<String> = Vec::new();
    let spelt = document.tokens.iter().map(|token| {
        if token.entry != 0 {
            return Spelling::Listed(token.entry);
        }
        let word = token.text(document.text);
        let plain = word.trim_start_matches(QUOTES).to_ascii_lowercase();
        let number = known.get(&plain).copied().unwrap_or_else(|| {
            let next = unlisted.len() as u32;
            unlisted.push(plain.clone());
            known.insert(plain, next);
            next
        });
        Spelling::Unlisted(number)
    });
    (spelt.collect(), unlisted)
}
