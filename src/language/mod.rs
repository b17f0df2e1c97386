//! What a text's words are, before anything is made of them: tokens, sentences, word lists, tags.
//!
//! Nothing here knows of facts. A language is a [`lexicon::Lexicon`] (word lists compiled in) and the rules that
//! read its orthography; adding one starts with a folder of lists.

pub mod chunks;
pub mod clauses;
pub mod detect;
pub mod lemmas;
pub mod lexicon;
pub mod quotation;
pub mod sentences;
pub mod tags;
pub mod tokens;
pub mod verbs;

use std::{cell::RefCell, ops::Range};

use crate::{
    article::{Article, Part},
    text::ByteSpan,
};
use lexicon::{Class, EN, Entry, Lexicon, Word};
use quotation::Quoted;
use tags::{Memo, Upos};
use tokens::{Shape, Token};
use verbs::VerbGroup;

/// One sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: ByteSpan,
    /// Its tokens, as positions in the document's.
    pub tokens: Range<usize>,
    /// The paragraph that it stands in, from 0.
    pub paragraph: u32,
    /// The part of the article that it belongs to.
    pub part: Part,
}

/// An article's text as tokens and sentences.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    /// The text exactly as given.
    pub text: &'t str,
    /// The word lists of its language; none when it is in no language that can be read.
    pub lexicon: Option<&'static Lexicon>,
    /// The tokens of all sentences, in order.
    pub tokens: Vec<Token>,
    /// The word class of each token.
    pub tags: Vec<Upos>,
    /// Whether each token stands inside quotation marks.
    pub quoted: Vec<bool>,
    /// Whether each token parts two clauses, which is asked from all sides.
    pub(super) parting: Vec<bool>,
    /// What stands between quotation marks, in order.
    pub quotations: Vec<Quoted>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The verb groups of the sentences, in order.
    pub verbs: Vec<VerbGroup>,
}

impl Document<'_> {
    /// The same document of the same text that stands elsewhere in memory, or of none for the time being.
    #[must_use]
    pub fn on(self, text: &str) -> Document<'_> {
        let Self { text: _, lexicon, tokens, tags, quoted, parting, quotations, sentences, verbs } = self;
        Document { text, lexicon, tokens, tags, quoted, parting, quotations, sentences, verbs }
    }

    /// The words of a token.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        let words = self.tokens.get(token).and_then(|token| self.text.get(token.span.range()));
        words.unwrap_or_default()
    }

    /// The word lists; those of English where no language was recognised.
    #[must_use]
    pub fn lists(&self) -> &'static Lexicon {
        self.lexicon.unwrap_or(&EN)
    }

    /// The value of a token in a class of words, when it stands alone in that class.
    #[must_use]
    pub fn value(&self, token: usize, class: Class) -> Option<i32> {
        let token = self.tokens.get(token)?;
        if token.classes.may_hold(class) { self.lists().value(token.entry, class) } else { None }
    }

    /// Whether a token is in a class of words.
    #[must_use]
    pub fn is(&self, token: usize, class: Class) -> bool {
        match self.tokens.get(token) {
            Some(token) if token.classes.may_hold(class) => self.lists().value(token.entry, class).is_some(),
            _ => false,
        }
    }

    /// Whether a token is the word that rules know by this name.
    #[must_use]
    #[inline]
    pub fn is_word(&self, token: usize, word: Word) -> bool {
        self.tokens.get(token).is_some_and(|token| token.word == word)
    }

    /// Whether a token is one of these words.
    #[must_use]
    #[inline]
    pub fn is_any(&self, token: usize, words: &[Word]) -> bool {
        self.tokens.get(token).is_some_and(|token| words.contains(&token.word))
    }

    /// Whether a token has the letters of a word of some text, whatever the case of ASCII ones.
    #[must_use]
    pub fn reads(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    /// The longest phrase of a class that begins at a token: how many tokens it takes and its value.
    #[must_use]
    #[inline]
    pub fn phrase(&self, token: usize, class: Class) -> Option<(usize, i32)> {
        match self.tokens.get(token) {
            Some(first) if first.classes.may_hold(class) => self.listed_phrase(token, class),
            _ => None,
        }
    }

    /// The same for a token that may begin one, which few do.
    #[inline(never)]
    fn listed_phrase(&self, token: usize, class: Class) -> Option<(usize, i32)> {
        let words = self.tokens[token..].iter().map(|token| -> Entry { token.entry });
        self.lists().phrase(words, class).map(|sense| (sense.words(), sense.value))
    }

    /// The sentence that holds a token.
    #[must_use]
    pub fn sentence_at(&self, token: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        self.sentences.get(at).filter(|sentence| sentence.tokens.contains(&token)).map(|_| at)
    }

    /// The verb groups of a sentence, given its tokens.
    #[must_use]
    pub fn verbs_of(&self, sentence: &Range<usize>) -> &[VerbGroup] {
        let verbs = &self.verbs[self.verbs.partition_point(|group| group.tokens.start < sentence.start)..];
        &verbs[..verbs.partition_point(|group| group.tokens.start < sentence.end)]
    }

    /// The longest phrase of a class, of at most five tokens, that ends right before a token and begins at `start` or
    /// later: where it begins and its value.
    #[must_use]
    pub fn phrase_before(&self, token: usize, start: usize, class: Class) -> Option<(usize, i32)> {
        let begins = token.saturating_sub(5).max(start)..token;
        begins.into_iter().find_map(|from| {
            self.phrase(from, class).filter(|(words, _)| from + words == token).map(|(_, value)| (from, value))
        })
    }

    /// The span of a run of tokens.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> ByteSpan {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            (Some(first), _) => ByteSpan::new(first.span.start, first.span.start),
            _ => ByteSpan::new(0, 0),
        }
    }
}

/// Splits an article into sentences and tokens, and tags the words.
#[must_use]
pub fn read<'t>(article: &Article<'t>) -> Document<'t> {
    let mut document = Document {
        text: article.text,
        lexicon: None,
        // A word and the space behind it are five bytes or six.
        tokens: Vec::with_capacity(article.text.len() / 5),
        tags: Vec::new(),
        quoted: Vec::new(),
        parting: Vec::new(),
        quotations: Vec::new(),
        sentences: Vec::new(),
        verbs: Vec::new(),
    };
    for passage in &article.passages {
        let base = document.tokens.len();
        tokens::append(&mut document.tokens, article.text, passage.span, &EN);
        let tokens = &document.tokens[base..];
        for range in sentences::split(article.text, tokens, &EN) {
            let span = tokens[range.start].span.cover(tokens[range.end - 1].span);
            let tokens = base + range.start..base + range.end;
            document.sentences.push(Sentence { span, tokens, paragraph: passage.paragraph, part: passage.part });
        }
    }
    document.lexicon = detect::detect(&document.tokens);
    tag(&mut document);
    tags::mend(&mut document);
    document.parting = (0..document.tokens.len()).map(|at| document.is_parting(at)).collect();
    mark_quoted(&mut document);
    let groups = |sentence: &Sentence| document.verb_groups(sentence.tokens.clone());
    document.verbs = document.sentences.iter().flat_map(groups).collect();
    document
}

/// Tags the words of every sentence. What hangs together by hyphens is one word to the tagger, and all its tokens
/// get that word's tag, but for numbers.
fn tag(document: &mut Document<'_>) {
    document.tags.resize(document.tokens.len(), Upos::X);
    MEMO.with_borrow_mut(|memo| tag_with(document, memo));
}

thread_local! {
    /// What the tagger knows of the words met last, in whatever text: most words of a report were in others.
    static MEMO: RefCell<Memo> = RefCell::new(Memo::new(usize::MAX));
}

fn tag_with(document: &mut Document<'_>, memo: &mut Memo) {
    let (mut words, mut first, mut tags) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in &document.sentences {
        words.clear();
        first.clear();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let mut end = at + 1;
            while end + 1 < sentence.tokens.end && document.is_inner_hyphen(end) {
                end += 2;
            }
            words.push(document.span(at..end).slice(document.text));
            first.push(at);
            at = end;
        }
        tags::tag(&words, memo, &mut tags);
        for (index, &tag) in tags.iter().enumerate() {
            let end = first.get(index + 1).copied().unwrap_or(sentence.tokens.end);
            for at in first[index]..end {
                let number = end - first[index] > 1 && document.tokens[at].shape == Shape::Number;
                document.tags[at] = if number { Upos::Num } else { tag };
            }
        }
    }
}

/// Marks what stands between quotation marks.
fn mark_quoted(document: &mut Document<'_>) {
    document.quoted.resize(document.tokens.len(), false);
    document.quotations = quotation::find(document);
    for quotation in &document.quotations {
        document.quoted[quotation.tokens.clone()].fill(true);
    }
}
