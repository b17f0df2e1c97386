//! Reads tokens for the time grammar.

use crate::language::{
    Document,
    lexicon::{Class, Sense, Word},
    tokens::{Shape, Token},
};

/// A window on the tokens of one sentence; nothing outside is seen.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d> {
    pub document: &'d Document<'d>,
    pub from: usize,
    pub to: usize,
    /// Whether the minute of publication is known.
    pub has_minute: bool,
}

/// Phrases of the word lists that are read backwards have at most this many words.
const LONGEST: usize = 4;

impl<'d> Reader<'d> {
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if self.holds(at) { self.document.tokens.get(at) } else { None }
    }

    #[inline]
    fn holds(&self, at: usize) -> bool {
        self.from <= at && at < self.to
    }

    pub(super) fn word(&self, at: usize) -> &'d str {
        self.token(at).map_or("", |token| token.text(self.document.text))
    }

    /// Whether a token is the word that rules know by this name.
    pub(super) fn is_word(&self, at: usize, word: Word) -> bool {
        self.token(at).is_some_and(|token| token.word == word)
    }

    /// Whether a token is one of these words.
    pub(super) fn is_any(&self, at: usize, words: &[Word]) -> bool {
        self.token(at).is_some_and(|token| words.contains(&token.word))
    }

    pub(super) fn senses(&self, at: usize) -> &'static [Sense] {
        self.token(at).map_or(&[], |token| self.document.lists().senses(token.entry))
    }

    pub(super) fn value(&self, at: usize, class: Class) -> Option<i32> {
        if self.holds(at) { self.document.value(at, class) } else { None }
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.holds(at) && self.document.is(at, class)
    }

    /// The longest phrase of a class that begins at a token: the token behind it and its value.
    pub(super) fn phrase(&self, at: usize, class: Class) -> Option<(usize, i32)> {
        if !self.holds(at) {
            return None;
        }
        let (length, value) = self.document.phrase(at, class)?;
        (at + length <= self.to).then_some((at + length, value))
    }

    /// The longest phrase of a class that ends before a token: its first token and its value.
    pub(super) fn phrase_before(&self, at: usize, class: Class) -> Option<(usize, i32)> {
        let nearest = at.saturating_sub(LONGEST).max(self.from);
        (nearest..at)
            .find_map(|start| self.phrase(start, class).filter(|(end, _)| *end == at).map(|(_, value)| (start, value)))
    }

    /// A token of plain digits: its value and how many digits it has, at most four.
    pub(super) fn digits(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.token(at).filter(|token| token.shape == Shape::Number)?;
        let text = token.text(self.document.text);
        let plain = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| (number(text), text.len()))
    }

    /// Whether a token stands without a space behind the one before it.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‐" | "‑" | "--" | "~")
    }

    /// Whether a token is a lower-case word that names or tells something: no function word, no word of time.
    pub(super) fn is_content(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let of_time = [
            Class::Stop,
            Class::TimePreposition,
            Class::Month,
            Class::Weekday,
            Class::DayPart,
            Class::RelativeDay,
            Class::Zone,
            Class::FutureCue,
            Class::PastCue,
            Class::Meridiem,
            Class::PeriodPart,
        ];
        token.shape == Shape::Word
            && !token.capital
            && !token.joined
            && !of_time.iter().any(|class| self.is(at, *class))
    }
}

/// The value of a few ASCII digits; other bytes count as nought and do not occur.
pub(super) fn number(digits: &str) -> i32 {
    digits
        .bytes()
        .fold(0_i32, |value, digit| value.saturating_mul(10).saturating_add(i32::from(digit.wrapping_sub(b'0') % 10)))
}
