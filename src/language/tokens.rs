//! Splits a text into tokens.
//!
//! A token is a word, a number, a mark or a sign. What is written together but has to be read apart is split and
//! flagged as joined: clitics (`Tuesday` `'s`), units on numbers (`60` `mph`), currency signs (`US` `$` `5`
//! `m`), and hyphens in compounds that hold a number (`22` `-` `year` `-` `old`). Other compounds stay one token
//! (`co-operate`).

use super::lexicon::{Class, ClassSet, Entry, Lexicon, Word};
use crate::text::ByteSpan;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Letters, with inner apostrophes, hyphens and abbreviation stops.
    Word,
    /// Digits, with inner separators: `1,871`, `4.5`, `9:40`.
    Number,
    /// Letters and digits that name something: `A321`, `XM214`.
    Code,
    /// A mark of punctuation.
    Mark,
    /// A currency or another sign.
    Sign,
    /// An address, a mention or a tag: `example.org`, `@desk`, `#flood`.
    Address,
}

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is made of.
    pub shape: Shape,
    /// Its number in the word lists, 0 when none has it.
    pub entry: Entry,
    /// The classes that it is in there, by itself or as the first word of a phrase. They stay in the tables: the set is
    /// larger than all else here.
    pub classes: &'static ClassSet,
    /// The name by which rules know it.
    pub word: Word,
    /// Whether no space stands before it.
    pub joined: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Token {
    /// Its words.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span.slice(text)
    }
}

/// Splits the part of `text` that `span` covers.
///
/// ```
/// use variorum::{language::{lexicon::EN, tokens::tokenize}, text::ByteSpan};
/// let text = "The 22-year-old paid $5m.";
/// let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
/// let words: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
/// assert_eq!(words, ["The", "22", "-", "year", "-", "old", "paid", "$", "5", "m", "."]);
/// ```
#[must_use]
pub fn tokenize(text: &str, span: ByteSpan, lexicon: &'static Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(span.len() as usize / 5);
    append(&mut tokens, text, span, lexicon);
    tokens
}

/// Puts the tokens of the part of `text` that `span` covers behind others.
pub(super) fn append(tokens: &mut Vec<Token>, text: &str, span: ByteSpan, lexicon: &'static Lexicon) {
    let (at, end) = (span.start as usize, span.end as usize);
    Reader { text, end, at, lexicon, tokens, no_address_before: at }.read();
}

struct Reader<'t> {
    text: &'t str,
    end: usize,
    at: usize,
    lexicon: &'static Lexicon,
    tokens: &'t mut Vec<Token>,
    /// Up to here no word begins an address, but for `www.`. What is written together is looked at once only, or a
    /// long text without spaces would be looked at from each of its words to its end.
    no_address_before: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut spaced = true;
        while let Some(character) = self.peek(self.at) {
            let before = self.at;
            if character.is_whitespace() || is_invisible(character) {
                self.at += character.len_utf8();
                spaced = true;
                continue;
            }
            if character.is_ascii_digit() {
                self.read_number(spaced);
            } else if character.is_alphanumeric() {
                self.read_word(spaced);
            } else if matches!(character, '#' | '@') && self.peek(self.at + 1).is_some_and(char::is_alphanumeric) {
                let end = self.run(self.at + 1, |c| c.is_alphanumeric() || c == '_');
                self.push(end, Shape::Address, !spaced);
            } else if character == '\'' && self.is_clitic_apostrophe(spaced) {
                self.read_clitic();
            } else {
                let end = self.mark_end(character);
                let shape = if is_sign(character) { Shape::Sign } else { Shape::Mark };
                self.push(end, shape, !spaced);
            }
            debug_assert!(self.at > before, "every step moves on");
            spaced = false;
        }
    }

    fn peek(&self, at: usize) -> Option<char> {
        match self.byte(at)? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text.get(at..self.end)?.chars().next(),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied().filter(|_| at < self.end)
    }

    /// The end of a word of plain letters with a space, a comma or nothing behind it. Most words are such, and none of
    /// what else may hang on a word or begin with it concerns them.
    fn plain_word_end(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..self.end];
        let end = self.at + rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = &self.text[self.at..end];
        (matches!(self.byte(end), None | Some(b' ' | b'\n' | b',')) && not_clitic(word).is_none()).then_some(end)
    }

    /// The end of the run of characters from `at` that fit.
    fn run(&self, at: usize, fits: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[at..self.end];
        at + rest.find(|c| !fits(c)).unwrap_or(rest.len())
    }

    fn push(&mut self, end: usize, shape: Shape, joined: bool) {
        let text = &self.text[self.at..end];
        let entry = if shape == Shape::Number { 0 } else { self.lexicon.entry(text) };
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let span = ByteSpan::new(self.at as u32, end as u32);
        let classes = self.lexicon.classes(entry);
        let word = if classes.may_hold(Class::Word) { self.lexicon.named(entry) } else { Word::Unnamed };
        self.tokens.push(Token { span, shape, entry, classes, word, joined, capital });
        self.at = end;
    }

    fn mark_end(&self, character: char) -> usize {
        match character {
            // Runs of stops and dashes are one mark: an ellipsis, a dash typed as two hyphens.
            '.' | '-' | '*' | '_' | '=' => self.run(self.at, |c| c == character),
            // "?!" says one thing.
            '!' | '?' => self.run(self.at, |c| matches!(c, '!' | '?')),
            _ => self.at + character.len_utf8(),
        }
    }

    /// A number, then what hangs on it by hyphens.
    fn read_number(&mut self, spaced: bool) {
        self.read_digits(spaced);
        self.read_hyphens();
    }

    /// Digits with separators and a suffix of letters.
    fn read_digits(&mut self, spaced: bool) {
        let mut end = self.at;
        loop {
            end = self.run(end, |c| c.is_ascii_digit());
            let Some(separator) = self.peek(end) else { break };
            let next_digits = |from: usize| self.run(from, |c| c.is_ascii_digit()) - from;
            let width = separator.len_utf8();
            let goes_on = match separator {
                // A group is three digits; a comma before two or four digits ends the number. Lakhs and crores
                // are grouped by two, always with a last group of three behind.
                ',' => {
                    let digits = next_digits(end + 1);
                    digits == 3 || digits == 2 && self.is_lakh(end)
                }
                '.' | ':' => next_digits(end + 1) > 0,
                // Spaces that do not break group digits in international style.
                '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                    next_digits(end + width) == 3 && end - self.at <= 3 || self.is_grouped(end, width)
                }
                _ => false,
            };
            if !goes_on {
                break;
            }
            end += width;
        }
        self.push(end, Shape::Number, !spaced);
        // A suffix on the number: 9am, 60mph, 5bn, 21st, 1990s. It is split off so that it can be looked up.
        if self.peek(end).is_some_and(char::is_alphabetic) {
            // Of abbreviations with stops only those of the clock hang on numbers: "9p.m."
            let clock = self.abbreviation_end(end).filter(|&stop| {
                self.lexicon.value(self.lexicon.entry(&self.text[end..stop]), Class::Meridiem).is_some()
            });
            let suffix = clock.unwrap_or_else(|| self.run(end, |c| c.is_alphanumeric() || c == '/'));
            let suffix = self.text[end..suffix].trim_end_matches('/').len() + end;
            self.push(suffix, Shape::Word, true);
        }
    }

    /// Whether groups of two digits, each behind a comma, end in one of three.
    fn is_lakh(&self, mut at: usize) -> bool {
        // No report counts beyond seven groups; a longer run of digits is looked at no further.
        for _ in 0..7 {
            let digits = self.run(at + 1, |c| c.is_ascii_digit()) - at - 1;
            at += 1 + digits;
            if digits != 2 || self.peek(at) != Some(',') {
                return digits == 3;
            }
        }
        false
    }

    fn is_grouped(&self, end: usize, width: usize) -> bool {
        let digits = self.run(end + width, |c| c.is_ascii_digit()) - end - width;
        digits == 3 && self.text[self.at..end].contains(['\u{a0}', '\u{202f}', '\u{2009}'])
    }

    /// What hangs on a number by hyphens: `-year-old`, `-1`, `–14`.
    fn read_hyphens(&mut self) {
        while let Some(hyphen) = self.peek(self.at).filter(|&c| is_hyphen(c)) {
            let next = self.at + hyphen.len_utf8();
            match self.peek(next) {
                Some(c) if c.is_ascii_digit() => {
                    self.push(next, Shape::Mark, true);
                    self.read_digits(false);
                }
                Some(c) if c.is_alphabetic() || is_sign(c) => {
                    self.push(next, Shape::Mark, true);
                    if is_sign(c) {
                        self.push(next + c.len_utf8(), Shape::Sign, true);
                        continue;
                    }
                    let end = self.run(next, char::is_alphabetic);
                    self.push(end, Shape::Word, true);
                }
                _ => return,
            }
        }
    }

    fn read_word(&mut self, spaced: bool) {
        if let Some(end) = self.plain_word_end() {
            return self.push(end, Shape::Word, !spaced);
        }
        if let Some(end) = self.address_end() {
            return self.push(end, Shape::Address, !spaced);
        }
        if let Some(end) = self.abbreviation_end(self.at) {
            return self.push(end, Shape::Word, !spaced);
        }
        let start = self.at;
        let mut end = start;
        loop {
            end = self.run(end, |c| c.is_alphanumeric() || is_joiner(c));
            let Some(inner) = self.peek(end) else { break };
            let next = end + inner.len_utf8();
            let letter_follows = self.peek(next).is_some_and(char::is_alphanumeric);
            let goes_on = match inner {
                '-' | '‐' | '‑' => letter_follows,
                '\'' | '’' => letter_follows && !self.is_clitic(end),
                // Slashed units and codes: km/h, m/s, A/C; otherwise a slash parts two words.
                '/' => {
                    letter_follows && self.lexicon.entry(&self.text[start..self.run(next, char::is_alphabetic)]) != 0
                }
                '&' => letter_follows && end - start <= 2,
                _ => false,
            };
            if !goes_on {
                break;
            }
            end = next;
        }
        let word = &self.text[start..end];
        // A currency's code on its number: USD3.14, Rs20.
        let letters = self.run(start, char::is_alphabetic);
        if (2..=3).contains(&(letters - start)) && self.peek(letters).is_some_and(|c| c.is_ascii_digit()) {
            let code = self.lexicon.entry(&self.text[start..letters]);
            if self.lexicon.value(code, Class::Currency).is_some() && !word.starts_with(char::is_lowercase) {
                self.push(letters, Shape::Word, !spaced);
                return self.read_number(false);
            }
        }
        // A compound that begins with a number word is read apart: twenty-two, two-storey, six-week.
        if let Some(hyphen) = word.find(is_hyphen) {
            let first = self.lexicon.entry(&word[..hyphen]);
            let is_number = self.lexicon.value(first, Class::Cardinal).is_some()
                || self.lexicon.value(first, Class::Fraction).is_some()
                || self.lexicon.value(first, Class::Ordinal).is_some();
            if is_number && self.lexicon.entry(word) == 0 {
                self.push(start + hyphen, Shape::Word, !spaced);
                return self.read_hyphens();
            }
        }
        if let Some(clitic) = not_clitic(word) {
            self.push(end - clitic, Shape::Word, !spaced);
            return self.push(end, Shape::Word, true);
        }
        let shape = if word.bytes().any(|b| b.is_ascii_digit()) { Shape::Code } else { Shape::Word };
        self.push(end, shape, !spaced);
        if self.peek(end).is_some_and(|c| matches!(c, '\'' | '’')) && self.is_clitic(end) {
            self.read_clitic();
        }
    }

    /// The end of an abbreviation with stops that begins at `at`: `U.S.`, `p.m.`, or a listed one (`Gen.`).
    fn abbreviation_end(&self, at: usize) -> Option<usize> {
        let letters = self.run(at, char::is_alphabetic);
        if self.peek(letters) != Some('.') {
            return None;
        }
        // Single letters with stops: as many as follow.
        if letters - at == self.peek(at)?.len_utf8() {
            let (mut end, mut parts) = (letters + 1, 1);
            while let Some(c) = self.peek(end).filter(|c| c.is_alphabetic()) {
                let next = end + c.len_utf8();
                if self.peek(next) != Some('.') {
                    break;
                }
                end = next + 1;
                parts += 1;
            }
            // "50°F." ends a sentence; the letter is a unit.
            let unit = self.text[..at].ends_with('°');
            let initial = parts == 1 && self.peek(at).is_some_and(char::is_uppercase) && !unit;
            if parts > 1 || initial {
                return Some(end);
            }
        }
        let with_stop = &self.text[at..=letters];
        let entry = self.lexicon.entry(with_stop);
        let listed = |class| self.lexicon.value(entry, class).is_some();
        let is_month = listed(Class::Month) || listed(Class::Weekday);
        // A listed abbreviation with a capital where the list means a name (Sat., Mar.), so that "sat." stays a verb.
        let capital = self.peek(at).is_some_and(char::is_uppercase);
        let plain_word = self.lexicon.value(self.lexicon.entry(&self.text[at..letters]), Class::Stop).is_some();
        ((listed(Class::Abbreviation) || listed(Class::LooseAbbreviation) || is_month)
            && (capital || !is_month)
            && (!plain_word || capital))
            .then_some(letters + 1)
            .filter(|_| capital || !self.ends_paragraph(letters + 1))
    }

    fn ends_paragraph(&self, at: usize) -> bool {
        self.peek(at).is_none_or(|c| c == '\n' || c == '\r')
    }

    /// The end of a web or mail address that begins here.
    fn address_end(&mut self) -> Option<usize> {
        if self.at < self.no_address_before && !self.text[self.at..self.end].starts_with("www.") {
            return None;
        }
        let end =
            self.run(self.at, |c| !c.is_whitespace() && !matches!(c, '"' | '“' | '”' | '<' | '>' | '(' | ')' | ','));
        let word = self.text[self.at..end].trim_end_matches(['.', ';', ':', '!', '?', '\'', '’']);
        let is_address = word.contains(['.', '@', ':'])
            && (word.contains("://")
                || word.starts_with("www.")
                || (word.contains('@') && word.contains('.'))
                || word.rsplit_once('.').is_some_and(|(name, ending)| {
                    name.len() > 2
                        && matches!(ending, "com" | "org" | "net" | "gov" | "edu" | "info" | "co.uk")
                        && !name.ends_with('.')
                }));
        let word_end = self.at + word.len();
        if !is_address {
            self.no_address_before = end;
        }
        is_address.then_some(word_end)
    }

    fn is_clitic_apostrophe(&self, spaced: bool) -> bool {
        !spaced && self.is_clitic(self.at)
    }

    /// Whether a possessive or a short verb form hangs on the word before the apostrophe at `at`.
    fn is_clitic(&self, at: usize) -> bool {
        let Some(apostrophe) = self.peek(at) else { return false };
        let from = at + apostrophe.len_utf8();
        let end = self.run(from, char::is_alphabetic);
        let tail = &self.text[from..end];
        ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic))
    }

    fn read_clitic(&mut self) {
        let width = self.peek(self.at).map_or(1, char::len_utf8);
        let end = self.run(self.at + width, char::is_alphabetic);
        self.push(end, Shape::Word, true);
    }
}

/// The length of `n't` at the end of a word, or of `not` in `cannot`.
fn not_clitic(word: &str) -> Option<usize> {
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    let bytes = word.as_bytes();
    if word.eq_ignore_ascii_case("cannot") {
        return Some("not".len());
    }
    let tail = ["n't", "n’t", "N'T", "N’T"].iter().find(|tail| word.ends_with(**tail))?;
    (bytes.len() > tail.len()).then_some(tail.len())
}

/// Whether a character joins the parts of a compound.
#[must_use]
pub const fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑' | '–' | '−')
}

/// Marks that sit on the letter before them, and joiners inside emoji and scripts.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Characters that take no room: byte-order mark, zero-width space, direction marks.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// Signs that carry a meaning with a number.
const fn is_sign(character: char) -> bool {
    matches!(character, '$' | '€' | '£' | '¥' | '\u{20a0}'..='\u{20c0}' | '¢' | '%' | '°' | '+' | '=' | '~' | '<' | '>')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::EN;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
        let words: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn splits_what_hangs_on_numbers() {
        check("a 60mph train", "a|60|mph|train");
        check("9:40 p.m. Tuesday", "9:40|p.m.|Tuesday");
        check("9.40pm.", "9.40|pm|.");
        check("$1.5-million", "$|1.5|-|million");
        check("US$5bn", "US|$|5|bn");
        check("a 3-1 win", "a|3|-|1|win");
        check("the 1990s", "the|1990|s");
        check("1,871 people, 12, 34", "1,871|people|,|12|,|34");
        check("72 km/h", "72|km/h");
        check("2010–2016", "2010|–|2016");
        check("1,50,000 voters", "1,50,000|voters");
        check("12,34,567 voters, pages 22,24,26", "12,34,567|voters|,|pages|22|,|24|,|26");
    }

    #[test]
    fn splits_number_words_in_compounds_only() {
        check("twenty-two two-storey co-op houses", "twenty|-|two|two|-|storey|co-op|houses");
    }

    #[test]
    fn keeps_abbreviations_whole() {
        check("U.S. officials", "U.S.|officials");
        check("Gen. Smith sat.", "Gen.|Smith|sat|.");
        check("J. K. Rowling", "J.|K.|Rowling");
        check("on Jan. 5", "on|Jan.|5");
    }

    #[test]
    fn splits_clitics() {
        check("Tuesday's wasn't officials’", "Tuesday|'s|was|n't|officials|’");
        check("Reuters’s", "Reuters|’s");
        check("They cannot and can't.", "They|can|not|and|ca|n't|.");
        check("O'Neill's", "O'Neill|'s");
    }

    #[test]
    fn keeps_addresses_and_codes() {
        check("see example.org, @desk #flood A321", "see|example.org|,|@desk|#flood|A321");
    }
}
