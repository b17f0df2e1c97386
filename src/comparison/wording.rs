//! The word diff: which words two texts share, and which only one of them has.
//!
//! Texts are cut into tokens, each different token becomes a number, and the numbers are compared: first by the tokens
//! that stand once in each text, which takes a step for each token, and between these by histogram diff. Both anchor on
//! rare tokens: in news prose the rare words carry the matter, while an alignment that hangs on "the" reads as noise.
//!
//! The result depends on the two texts alone: no clock bounds the work, and the texts are compared in an order of
//! their own, so that exchanging them exchanges the sides of the result and changes nothing else.

mod anchors;

use std::convert::Infallible;

use similar::algorithms::{DiffHook, histogram};

use crate::text::{ByteSpan, WordNumbers, number};

/// Who has a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Both texts.
    Both,
    /// Only the left one.
    Left,
    /// Only the right one.
    Right,
}

/// A stretch of whole tokens. The spans of all stretches of a diff, in order, cover both texts without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Who has it.
    pub side: Side,
    /// Where it stands in the left text; empty, at the place of insertion, when only the right has it.
    pub left: ByteSpan,
    /// Where it stands in the right text; empty when only the left has it.
    pub right: ByteSpan,
}

/// Compares two texts word by word.
///
/// Neighbouring stretches never have the same side, and between two shared stretches what only the left has comes
/// before what only the right has.
///
/// ```
/// use variorum::comparison::wording::{Side, compare_wording};
/// let (left, right) = ("Police said 12 people were hurt.", "Police said 21 people were hurt.");
/// let changed: Vec<_> = compare_wording(left, right)
///     .iter()
///     .filter(|stretch| stretch.side != Side::Both)
///     .map(|stretch| (stretch.left.slice(left), stretch.right.slice(right)))
///     .collect();
/// assert_eq!(changed, [("12", ""), ("", "21")]);
/// ```
#[must_use]
pub fn compare_wording(left: &str, right: &str) -> Vec<Stretch> {
    // Histogram diff breaks ties by looking at its first text first. Which text that is must not rest on the order
    // in which the caller gave them, or a reader who exchanges two articles would see other words marked.
    if (left.len(), left) <= (right.len(), right) {
        return compare_ordered(left, right);
    }
    let mut stretches = compare_ordered(right, left);
    for stretch in &mut stretches {
        std::mem::swap(&mut stretch.left, &mut stretch.right);
        stretch.side = match stretch.side {
            Side::Both => Side::Both,
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        };
    }
    put_left_first(&mut stretches);
    stretches
}

fn compare_ordered(left: &str, right: &str) -> Vec<Stretch> {
    let mut interner = WordNumbers::default();
    let left = Tokens::intern(left, &mut interner);
    let right = Tokens::intern(right, &mut interner);
    let shorter = left.ids.len().min(right.ids.len());
    let head = (0..shorter).take_while(|&at| left.ids[at] == right.ids[at]).count();
    let (left_rest, right_rest) = (&left.ids[head..], &right.ids[head..]);
    let tail = left_rest.iter().rev().zip(right_rest.iter().rev()).take_while(|(l, r)| l == r).count();

    let mut shared = SharedRuns(vec![Run { left: 0, right: 0, len: head }]);
    let ends = (left.ids.len() - tail, right.ids.len() - tail);
    let mut done = (head, head);
    let last = Run { left: ends.0, right: ends.1, len: tail };
    for run in anchors::anchors(&left, &right, head, ends).into_iter().chain([last]) {
        // Neither the collector nor the algorithm without a deadline has a way to fail.
        let Ok(()) = histogram::diff(&mut shared, &left.ids, done.0..run.left, &right.ids, done.1..run.right);
        done = (run.left + run.len, run.right + run.len);
        shared.push(run);
    }
    shared.slide_edits(&left.ids, &right.ids);
    shared.stretches(&left, &right)
}

/// A text cut into tokens that cover it, each with a number that equal tokens share.
struct Tokens {
    ids: Vec<u32>,
    /// Byte at which each token starts, and the length of the text behind the last.
    bounds: Vec<u32>,
}

impl Tokens {
    fn intern<'t>(text: &'t str, interner: &mut WordNumbers<'t>) -> Self {
        let mut tokens = Self { ids: Vec::new(), bounds: vec![0] };
        let mut start = 0;
        while start < text.len() {
            let end = start + token_len(&text[start..]);
            let next = interner.len() as u32;
            tokens.ids.push(number(&text[start..end], interner, next));
            tokens.bounds.push(end as u32);
            start = end;
        }
        tokens
    }

    fn span(&self, from: usize, to: usize) -> ByteSpan {
        ByteSpan::new(self.bounds[from], self.bounds[to])
    }
}

/// Tokens that both texts have in a row, by position.
#[derive(Debug, Clone, Copy)]
struct Run {
    left: usize,
    right: usize,
    len: usize,
}

/// All shared runs in order. The first begins both texts and the last ends them; these two may be empty.
struct SharedRuns(Vec<Run>);

impl SharedRuns {
    /// Adds a run, joining it to the one before when nothing lies between.
    fn push(&mut self, run: Run) {
        match self.0.last_mut() {
            Some(last) if (last.left + last.len, last.right + last.len) == (run.left, run.right) => last.len += run.len,
            _ => self.0.push(run),
        }
    }

    /// Moves each lone insertion or deletion towards the end as far as the texts allow.
    ///
    /// In "people badly hurt" the added words may be " badly" or "badly ": both are right, but they should not depend
    /// on where the algorithm happened to anchor, and beginning with the word reads better.
    fn slide_edits(&mut self, left: &[u32], right: &[u32]) {
        let last = self.0.len().saturating_sub(1);
        for at in 0..last {
            let (before, behind) = (self.0[at], self.0[at + 1]);
            let (from_left, from_right) = (before.left + before.len, before.right + before.len);
            // Only one side has tokens between the two runs, and these are compared with what follows them.
            let (tokens, from, to) = match (behind.left - from_left, behind.right - from_right) {
                (_, 0) => (left, from_left, behind.left),
                (0, _) => (right, from_right, behind.right),
                _ => continue,
            };
            // A run is never used up, which would join two edits, unless the texts end with it.
            let limit = if at + 1 == last { behind.len } else { behind.len.saturating_sub(1) };
            let steps = (0..limit).take_while(|&step| tokens[from + step] == tokens[to + step]).count();
            self.0[at].len += steps;
            self.0[at + 1] = Run { left: behind.left + steps, right: behind.right + steps, len: behind.len - steps };
        }
    }

    fn stretches(&self, left: &Tokens, right: &Tokens) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let (mut at_left, mut at_right) = (0, 0);
        let mut push = |side, left_to: usize, right_to: usize| {
            if (left_to, right_to) != (at_left, at_right) {
                let (left, right) = (left.span(at_left, left_to), right.span(at_right, right_to));
                stretches.push(Stretch { side, left, right });
            }
            (at_left, at_right) = (left_to, right_to);
        };
        let mut right_done = 0;
        for run in &self.0 {
            push(Side::Left, run.left, right_done);
            push(Side::Right, run.left, run.right);
            right_done = run.right + run.len;
            push(Side::Both, run.left + run.len, right_done);
        }
        stretches
    }
}

impl DiffHook for SharedRuns {
    type Error = Infallible;

    // What lies between two shared runs is one edit, whatever steps led there, so the other calls are not needed.
    fn equal(&mut self, left: usize, right: usize, len: usize) -> Result<(), Infallible> {
        self.push(Run { left, right, len });
        Ok(())
    }
}

/// Between two shared stretches, puts what the left has before what the right has.
fn put_left_first(stretches: &mut [Stretch]) {
    for at in 1..stretches.len() {
        let (first, second) = (stretches[at - 1], stretches[at]);
        if (first.side, second.side) == (Side::Right, Side::Left) {
            // Each is empty on the other's side, at the place where the one before it ended.
            let left = Stretch { right: ByteSpan::new(first.right.start, first.right.start), ..second };
            let right = Stretch { left: ByteSpan::new(second.left.end, second.left.end), ..first };
            (stretches[at - 1], stretches[at]) = (left, right);
        }
    }
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Space,
    /// Halves of a flag; a run of them stays whole.
    Flag,
    Other,
}

fn class_of(character: char) -> Class {
    match character {
        c if c.is_alphanumeric() => Class::Word,
        c if c.is_whitespace() => Class::Space,
        '\u{1f1e6}'..='\u{1f1ff}' => Class::Flag,
        _ => Class::Other,
    }
}

/// Bytes of the token that `text` begins with: a run of letters and digits, a number with its separators, a run of
/// white space, or one other character, each with the marks that are drawn upon it. `text` is not empty.
fn token_len(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    let Some((_, first)) = characters.next() else { return 0 };
    let class = class_of(first);
    let (mut last, mut joined) = (first, false);
    while let Some(&(at, character)) = characters.peek() {
        let in_run = class != Class::Other && class_of(character) == class;
        // A separator belongs to a number when a digit stands on both sides: 1,200.5 is one token, "2016, 12" is not.
        let in_number = matches!(character, '.' | ',')
            && last.is_ascii_digit()
            && text[at + 1..].starts_with(|next: char| next.is_ascii_digit());
        let drawn_upon = class != Class::Space && extends(character);
        if !(in_run || in_number || drawn_upon || joined) {
            return at;
        }
        joined = character == ZERO_WIDTH_JOINER;
        last = character;
        characters.next();
    }
    text.len()
}

/// Glues two emoji into one picture.
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// Whether a character is drawn upon the one before it, so that a diff must not come between.
///
/// The blocks of combining marks that Latin text and emoji use. Scripts whose vowel signs are marks are cut between
/// letter and sign at worst, which marks a little more or less and never loses text.
const fn extends(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | ZERO_WIDTH_JOINER
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut rest = text;
        let mut found = Vec::new();
        while !rest.is_empty() {
            let (token, behind) = rest.split_at(token_len(rest));
            found.push(token);
            rest = behind;
        }
        found
    }

    /// The diff in one line: `[-only left-]`, `{+only right+}`.
    fn shown(left: &str, right: &str) -> String {
        compare_wording(left, right)
            .iter()
            .map(|stretch| match stretch.side {
                Side::Both => stretch.left.slice(left).to_owned(),
                Side::Left => format!("[-{}-]", stretch.left.slice(left)),
                Side::Right => format!("{{+{}+}}", stretch.right.slice(right)),
            })
            .collect()
    }

    #[track_caller]
    fn check_covers(left: &str, right: &str) {
        let stretches = compare_wording(left, right);
        let mut at = (0, 0);
        for (index, stretch) in stretches.iter().enumerate() {
            assert_eq!((stretch.left.start, stretch.right.start), at, "{left:?} {right:?}");
            at = (stretch.left.end, stretch.right.end);
            match stretch.side {
                Side::Both => assert_eq!(stretch.left.slice(left), stretch.right.slice(right)),
                Side::Left => assert!(stretch.right.is_empty() && !stretch.left.is_empty()),
                Side::Right => assert!(stretch.left.is_empty() && !stretch.right.is_empty()),
            }
            assert!(index == 0 || stretches[index - 1].side != stretch.side);
        }
        assert_eq!(at, (left.len() as u32, right.len() as u32));
    }

    #[test]
    fn a_number_with_separators_is_one_token() {
        assert_eq!(tokens("$1,200.5m, 3."), ["$", "1,200.5m", ",", " ", "3", "."]);
    }

    #[test]
    fn marks_and_joined_pictures_stay_on_their_character() {
        assert_eq!(tokens("cafe\u{301} 👩🏽\u{200d}🚒🇫🇷!"), ["cafe\u{301}", " ", "👩🏽\u{200d}🚒", "🇫🇷", "!"]);
    }

    #[test]
    fn line_breaks_are_not_cut() {
        assert_eq!(tokens("a\r\n\r\nb"), ["a", "\r\n\r\n", "b"]);
    }

    #[test]
    fn a_changed_number_is_marked_whole() {
        assert_eq!(shown("some 1,200 fled", "some 1,250 fled"), "some [-1,200-]{+1,250+} fled");
    }

    #[test]
    fn an_insertion_is_marked_alone() {
        assert_eq!(shown("Two died.", "Two people died."), "Two {+people +}died.");
    }

    #[test]
    fn an_insertion_begins_with_its_word() {
        assert_eq!(shown("21 people hurt", "21 people badly hurt"), "21 people {+badly +}hurt");
        assert_eq!(shown("One. Two.", "One. New. Two."), "One. {+New. +}Two.");
        assert_eq!(shown("a a", "a a a"), "a a{+ a+}");
    }

    #[test]
    fn equal_texts_are_one_stretch_and_empty_ones_none() {
        assert_eq!(shown("Two died.", "Two died."), "Two died.");
        assert_eq!(compare_wording("", ""), []);
        assert_eq!(shown("", "Two"), "{+Two+}");
    }

    #[test]
    fn both_texts_can_be_rebuilt() {
        let texts = [
            "",
            "The mayor, who resigned on Monday, denied it.",
            "The mayor denied it; she resigned on Tuesday 🙂.",
            "a b a b a b c",
            "b a b a c c a",
            "\r\n\u{feff}\u{301}x\u{301}",
        ];
        for left in texts {
            for right in texts {
                check_covers(left, right);
            }
        }
    }

    #[test]
    fn exchanging_the_texts_mirrors_the_result() {
        let (left, right) = ("a b c a b b a x 1 2", "c b a b a c 2 1");
        let mirrored: Vec<_> = compare_wording(right, left)
            .into_iter()
            .map(|s| (s.side, s.left, s.right))
            .filter(|(side, ..)| *side == Side::Both)
            .map(|(_, l, r)| (r, l))
            .collect();
        let straight: Vec<_> =
            compare_wording(left, right).iter().filter(|s| s.side == Side::Both).map(|s| (s.left, s.right)).collect();
        assert_eq!(straight, mirrored);
        assert!(!straight.is_empty());
    }
}
