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
    let mut splitter = Splitter { text, tokens, lexicon, start: 0, item: None };
    splitter.item = splitter.item_at(0);
    let mut at = 0;
    while at < tokens.len() {
        let length = at - splitter.start;
        let is_full = length >= LONGEST && (!tokens[at].joined || length >= 2 * LONGEST);
        if let Some(end) = splitter.end(at).or_else(|| is_full.then_some(at)) {
            sentences.push(splitter.start..end);
            splitter.start = end;
            splitter.item = splitter.item_at(end);
            at = end;
        } else {
            at += 1;
        }
    }
    if splitter.start < tokens.len() {
        sentences.push(splitter.start..tokens.len());
    }
    sentences
}

struct Splitter<'d> {
    text: &'d str,
    tokens: &'d [Token],
    lexicon: &'d Lexicon,
    /// Where the sentence begins.
    start: usize,
    /// The mark of a list that it begins with.
    item: Option<Item>,
}

/// The mark before an item of a list: "2.", "b)", "• 3.".
#[derive(Clone, Copy, PartialEq, Eq)]
struct Item {
    /// How many tokens it takes.
    tokens: usize,
    /// Its number, or its letter's.
    number: u32,
    is_letter: bool,
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
            "！" | "？" | "‽" => Some(Self::Strong),
            "…" => Some(Self::Ellipsis),
            _ if mark.len() > 1 && mark.bytes().all(|b| b == b'.') => Some(Self::Ellipsis),
            _ if mark.bytes().all(|b| matches!(b, b'!' | b'?')) => Some(Self::Strong),
            _ => None,
        }
    }
}

impl Splitter<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    fn value(&self, at: usize, class: Class) -> Option<i32> {
        let token = self.tokens.get(at).filter(|token| token.classes.may_hold(class))?;
        self.lexicon.value(token.entry, class)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.value(at, class).is_some()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Mark)
    }

    fn is_lower(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether a word is one that no name begins with, so that its capital opens a sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        self.is(at, Class::Stop) || self.is(at, Class::Nothing)
    }

    fn stop(&self, at: usize) -> Option<Stop> {
        let token = self.tokens.get(at)?;
        match token.shape {
            Shape::Mark => Stop::of(self.word(at)),
            Shape::Word if self.text.as_bytes()[token.span.end as usize - 1] == b'.' => Some(Stop::Abbreviation),
            _ => None,
        }
    }

    /// The end of the sentence when the token at `at` closes it, or begins the next item of a list.
    fn end(&self, at: usize) -> Option<usize> {
        if at > self.start && self.begins_item(at) {
            return Some(at);
        }
        let mut stop = self.stop(at)?;
        if self.item.is_some_and(|item| at < self.start + item.tokens) {
            return None;
        }
        let mut end = at + 1;
        if self.word(at) == "." {
            // Stops with spaces between them are an ellipsis: " . . . "; a fourth one ends the sentence.
            while self.word(end) == "." {
                end += 1;
            }
            let dots = end - at;
            let behind_word = self.tokens[at].joined;
            if dots >= 3 {
                stop = if dots == 3 { Stop::Ellipsis } else { Stop::Full };
                if dots == 4 && behind_word && self.is_capital(end) {
                    return Some(at + 1);
                }
            }
            if at > self.start && self.word(at - 1) == "." {
                return None; // Inside such an ellipsis.
            }
        }
        end = self.closed(end);
        if end >= self.tokens.len() {
            return Some(end);
        }
        // Marks alone are no sentence: ". . . The practice", "! ! !".
        if (self.start..at).all(|before| self.is_mark(before)) && stop != Stop::Abbreviation {
            return None;
        }
        // "[...]" says that something was left out.
        if stop == Stop::Ellipsis && at > self.start && matches!(self.word(at - 1), "[" | "(") {
            return None;
        }
        if self.tokens[end].joined && end == at + 1 && stop != Stop::Strong {
            return (stop == Stop::Full && self.lacks_space(at)).then_some(end);
        }
        let opening = is_opening(self.word(end));
        let mut follower = end + usize::from(opening && end + 1 < self.tokens.len());
        if is_dash(self.word(follower)) && follower + 1 < self.tokens.len() {
            follower += 1; // “Never!” – she said.
        }
        let goes_on = match stop {
            Stop::Full if end == at + 1 && self.abbreviates_title(at) => !self.opens_sentence(follower),
            // "Flight no. 446": in lower case the list has it as a word of its own.
            Stop::Full if self.tokens[end].shape == Shape::Number && self.abbreviates_number(at) => true,
            Stop::Strong | Stop::Full => self.is_lower(follower) || end > at + 1 && self.tells_speaker(end),
            Stop::Ellipsis => !self.is_capital(follower) || !opening && self.word(follower) == "I",
            Stop::Abbreviation => !self.ends_abbreviated(at, end, follower, opening),
        };
        (!goes_on || is_bullet(self.word(end))).then_some(end)
    }

    /// Whether the next sentence follows a full stop without a space: "left.Then", "Africa.The", "said."What".
    /// "Example.Org" and "3.b" go on.
    fn lacks_space(&self, at: usize) -> bool {
        if at == self.start {
            return false;
        }
        let next = at + 1;
        if self.word(next) == "\"" {
            let quotes = (self.start..at).filter(|&before| self.word(before) == "\"").count();
            return quotes % 2 == 0 && self.is_capital(next + 1);
        }
        self.is_plain_word(next, true)
            && (self.is_plain_word(at - 1, false) || self.is_plain_word(at - 1, true) && self.opens_sentence(next))
    }

    /// Whether the word before the stop at `at` is an abbreviation with it that stands before numbers.
    fn abbreviates_number(&self, at: usize) -> bool {
        let with_stop = [self.word(at.saturating_sub(1)), "."].concat();
        at > self.start && self.lexicon.value(self.lexicon.entry(&with_stop), Class::Abbreviation) == Some(1)
    }

    /// The position behind closing quotes and brackets and further stops.
    fn closed(&self, mut end: usize) -> usize {
        while let Some(next) = self.tokens.get(end) {
            let word = self.word(end);
            let closes = next.joined && is_closing(word, self.tokens.get(end + 1));
            if !closes && !matches!(Stop::of(word), Some(Stop::Strong | Stop::Full)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a token is a word of two letters or more and begins as asked.
    fn is_plain_word(&self, at: usize, capital: bool) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Word
            && token.span.len() > 1
            && token.capital == capital
            && self.word(at).chars().skip(1).all(|c| c.is_lowercase() || c == '’' || c == '\'')
    }

    /// “Who knew?” Smith asked. – the quote's own mark does not end the sentence that tells who said it.
    fn tells_speaker(&self, from: usize) -> bool {
        let says = |at: usize| self.is(at, Class::Report) || self.is(at, Class::QuoteVerb);
        let verb = (from..from + 6).find(|&at| says(at));
        verb.is_some_and(|verb| {
            let names = |at: usize| !self.opens_sentence(at) && self.tokens[at].shape == Shape::Word;
            verb > from
                && (verb == from + 1 && self.is(from, Class::Stop) || (from..verb).all(names))
                && (verb + 1 == self.tokens.len() || matches!(self.word(verb + 1), "." | ","))
        })
    }

    /// Whether the stop at `at` shortens a title that no list has: one without a vowel ("Sjt. Marsh").
    fn abbreviates_title(&self, at: usize) -> bool {
        at > self.start
            && self.tokens[at].joined
            && self.is_plain_word(at - 1, true)
            && matches!(self.tokens[at - 1].span.len(), 3..=5)
            && !self.word(at - 1).contains(['a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y'])
    }

    /// Whether an abbreviation at `at` ends its sentence; the next one would begin at `next`.
    fn ends_abbreviated(&self, at: usize, next: usize, follower: usize, opening: bool) -> bool {
        let letters = self.word(at).trim_end_matches('.');
        let behind_lower = at > self.start && !self.tokens[at - 1].capital && !self.is_mark(at - 1);
        // A function word with a capital opens a sentence; so it does behind the few that may end one.
        let opens = self.is_capital(follower) && self.opens_sentence(follower);
        if let Some(before_number) = self.value(at, Class::Abbreviation) {
            // "Mr. Oduya", "No. 5", "Article No. IV"; but: "He said no. The vote ..."
            // "Her rep. The pair": in lower case it is no title, and may end a sentence.
            let is_numeral = self.word(follower).chars().all(char::is_uppercase);
            return before_number == 1 && self.is_capital(follower) && !is_numeral
                || !self.tokens[at].capital && letters.len() > 2 && opens;
        }
        let loose = self.value(at, Class::LooseAbbreviation);
        if loose.is_none() && letters.chars().count() == 1 {
            return behind_lower && opens; // "Albert I. Jones"; "you and I. Did"
        }
        if !self.is_capital(follower) || self.word(next) == "(" {
            return false;
        }
        let is_time = [Class::Meridiem, Class::Month, Class::Weekday].iter().any(|class| self.is(at, *class));
        if is_time {
            // "5 p.m. Tuesday", "5 p.m. EST", "Jan. Monday": the time goes on. "At 5 a.m. Mr. Smith": so does a
            // sentence that has told no more than the time.
            let time_follows =
                [Class::Weekday, Class::Month, Class::Zone, Class::SummerZone, Class::LocalZone, Class::Holiday]
                    .iter()
                    .any(|class| self.begins_phrase(follower, *class));
            let only_time = at - self.start <= 3 && self.is(self.start, Class::TimePreposition);
            return opening || !time_follows && !only_time;
        }
        let is_place = loose == Some(1) && at > self.start + 1 && self.word(at - 1) == ",";
        opening || opens || is_place
    }

    fn begins_phrase(&self, at: usize, class: Class) -> bool {
        let words = self.tokens[at..].iter().map(|token| token.entry);
        self.lexicon.phrase(words, class).is_some()
    }

    /// Whether a token begins the next item of the list that the sentence is an item of.
    fn begins_item(&self, at: usize) -> bool {
        if matches!(self.tokens[at].shape, Shape::Mark | Shape::Sign) && is_bullet(self.word(at)) {
            return is_bullet(self.word(self.start)) || matches!(self.word(at - 1), ":" | ";");
        }
        let Some(item) = self.item else { return false };
        self.item_at(at).is_some_and(|next| next == Item { number: item.number + 1, tokens: next.tokens, ..item })
    }

    /// The mark of a list at a token, with a capital behind it.
    fn item_at(&self, start: usize) -> Option<Item> {
        let mut at = start + usize::from(is_bullet(self.word(start)) || self.word(start) == "(");
        let word = self.word(at);
        let letter = word.bytes().next().filter(|byte| word.len() == 1 && byte.is_ascii_lowercase());
        let number = match letter {
            Some(letter) => u32::from(letter - b'a') + 1,
            None if word.len() <= 2 => word.parse().ok()?,
            None => return None,
        };
        at += 1;
        let marks = at;
        while self.tokens.get(at).is_some_and(|token| token.joined) && matches!(self.word(at), "." | ")") {
            at += 1;
        }
        let next = self.tokens.get(at)?;
        let is_item = at > marks && !next.joined && (next.capital || is_opening(self.word(at)));
        is_item.then_some(Item { tokens: at - start, number, is_letter: letter.is_some() })
    }
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

fn is_dash(mark: &str) -> bool {
    matches!(mark, "–" | "—" | "-" | "--")
}

fn is_bullet(mark: &str) -> bool {
    matches!(mark, "•" | "◦" | "▪" | "‣" | "⁃" | "●" | "■" | "➤")
}

#[cfg(test)]
mod tests;
