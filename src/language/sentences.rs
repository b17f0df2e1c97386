//! Splits a paragraph's tokens into sentences.
//!
//! Own rules over tokens: a stop ends a sentence unless what follows says that it goes on. The hard cases are
//! abbreviations before names and times before days; the rules follow the cases that Kiss and Strunk (2006) name
//! (abbreviation, ordinal, initial, ellipsis), decided by word lists instead of statistics, because a pasted
//! article is too short to learn from.

use std::ops::Range;

use super::{
    lexicon::{Class, Lexicon},
    tokens::{Shape, Token},
};

/// Tokens from which a sentence ends at the next space. The longest sentences of news have about 150; what is longer
/// is a list or no prose, and would cost each look around a word that it holds.
const LONGEST: usize = 400;

/// Splits the tokens of one paragraph; the ranges index `tokens` and cover them without gaps.
///
/// ```
/// use variorum::language::{lexicon::EN, sentences::split, tokens::tokenize};
/// use variorum::text::ByteSpan;
/// let text = "He spoke at 5 p.m. Tuesday. U.S. officials left.";
/// let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
/// assert_eq!(split(text, &tokens, &EN).len(), 2);
/// ```
#[must_use]
pub fn split(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let is_full = |at: usize| at - start >= LONGEST && (!tokens[at].joined || at - start >= 2 * LONGEST);
        if let Some(end) = sentence_end(text, tokens, at, lexicon).or_else(|| is_full(at).then_some(at)) {
            sentences.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// The end of the sentence when the token at `at` closes it.
fn sentence_end(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let token = &tokens[at];
    let word = token.text(text);
    let stop = match token.shape {
        Shape::Mark => Stop::of(word)?,
        Shape::Word if word.ends_with('.') => Stop::Abbreviation,
        _ => return None,
    };
    // Closing quotes and brackets belong to the sentence before.
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|next| next.joined && is_closing(next.text(text), tokens.get(end + 1))) {
        end += 1;
    }
    let Some(next) = tokens.get(end) else { return Some(end) };
    if next.joined && end == at + 1 && stop != Stop::Strong {
        return None; // "example.Org", "3.b"
    }
    let opening = is_opening(next.text(text));
    let follower = if opening { tokens.get(end + 1).unwrap_or(next) } else { next };
    let goes_on = match stop {
        Stop::Strong | Stop::Full => is_lower(text, follower) && !is_bullet(next.text(text)),
        Stop::Ellipsis => !follower.capital && !opening,
        Stop::Abbreviation => !ends_after_abbreviation(text, token, next, follower, opening, lexicon),
    };
    (!goes_on).then_some(end)
}

/// What kind of mark may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Strong,
    Ellipsis,
    Abbreviation,
}

impl Stop {
    fn of(mark: &str) -> Option<Self> {
        match mark {
            "." | "。" => Some(Self::Full),
            "!" | "?" | "！" | "？" | "‽" => Some(Self::Strong),
            "…" => Some(Self::Ellipsis),
            _ if mark.len() > 1 && mark.bytes().all(|b| b == b'.') => Some(Self::Ellipsis),
            _ => None,
        }
    }
}

fn ends_after_abbreviation(
    text: &str,
    token: &Token,
    next: &Token,
    follower: &Token,
    opening: bool,
    lexicon: &Lexicon,
) -> bool {
    let word = token.text(text);
    let listed = |class| lexicon.value(token.entry, class).is_some();
    let letters = word.trim_end_matches('.');
    if listed(Class::Abbreviation) || (letters.chars().count() == 1 && !listed(Class::LooseAbbreviation)) {
        return false; // A title or an initial: a name follows.
    }
    if !follower.capital {
        return is_bullet(next.text(text));
    }
    let is = |class| lexicon.value(follower.entry, class).is_some();
    if listed(Class::Meridiem) || listed(Class::Month) || listed(Class::Weekday) {
        // "5 p.m. Tuesday", "5 p.m. EST", "Jan. Monday": the time goes on.
        return opening || !(is(Class::Weekday) || is(Class::Month) || is(Class::Zone) || is(Class::SummerZone));
    }
    // "U.S. Navy" goes on; "in the U.S. The navy" does not: a function word with a capital opens a sentence.
    opening || is(Class::Stop)
}

fn is_lower(text: &str, token: &Token) -> bool {
    token.text(text).chars().next().is_some_and(char::is_lowercase)
}

fn is_closing(mark: &str, next: Option<&Token>) -> bool {
    match mark {
        "”" | "’" | "»" | ")" | "]" | "›" => true,
        // A straight quote closes when a space or nothing stands behind it.
        "\"" | "'" => next.is_none_or(|next| !next.joined),
        _ => false,
    }
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "“" | "‘" | "«" | "(" | "[" | "\"" | "'" | "‹" | "„")
}

fn is_bullet(mark: &str) -> bool {
    matches!(mark, "•" | "◦" | "▪" | "‣" | "*" | "–" | "—" | "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::{lexicon::EN, tokens::tokenize},
        text::ByteSpan,
    };

    #[track_caller]
    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let tokens = tokenize(&text, ByteSpan::new(0, text.len() as u32), &EN);
        let sentences: Vec<&str> = split(&text, &tokens, &EN)
            .into_iter()
            .map(|range| tokens[range.start].span.cover(tokens[range.end - 1].span).slice(&text))
            .collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check(&["Gen. J. K. Marsh of the U.S. Navy met Mr. Oduya at 5 p.m. Tuesday.", "He left."]);
        check(&["They returned to the U.S.", "The navy did not."]);
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        check(&["“We ran.”", "“Nobody knew!” she said.", "He nodded."]);
        check(&["\"We ran.\"", "\"Who knew?\" she said."]);
    }

    #[test]
    fn no_sentence_is_endless() {
        for (text, parts) in [("12 hurt ".repeat(500), 3), ("$1".repeat(800), 2), ("Go. ".repeat(800), 800)] {
            let tokens = tokenize(&text, ByteSpan::new(0, text.len() as u32), &EN);
            assert_eq!(split(&text, &tokens, &EN).len(), parts, "{} tokens", tokens.len());
        }
    }

    #[test]
    fn ellipses_and_numbers_go_on() {
        check(&["It rose by 3.5 points ... and then fell.", "No. 5 won."]);
        check(&["He waited…", "Then he left."]);
    }
}
