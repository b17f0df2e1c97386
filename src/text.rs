//! Positions in a text: bytes inside the engine, UTF-16 units at every boundary.
//!
//! Rust slices strings by byte, JavaScript by UTF-16 code unit. The unit is part of the type's name, and
//! [`Utf16Map`] is the only place where one becomes the other.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use rustc_hash::FxBuildHasher;

/// Numbers of words. Only looked up, never listed: its own order says nothing.
///
/// The words are borrowed where they stand in a text and owned where they are made; one type serves all, since each
/// other would be compiled once more.
pub(crate) type WordNumbers<'t> = HashMap<Cow<'t, str>, u32, FxBuildHasher>;

/// The number of a word: the one that it has, or the next.
pub(crate) fn number<'t>(word: &'t str, known: &mut WordNumbers<'t>, next: u32) -> u32 {
    known.get(word).copied().unwrap_or_else(|| {
        known.insert(Cow::Borrowed(word), next);
        next
    })
}

/// A text in small letters, character by character.
///
/// [`str::to_lowercase`] differs at the end of Greek words alone, which costs two kilobytes to find.
pub(crate) fn lowercase(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    text.chars().for_each(|character| lower.extend(character.to_lowercase()));
    lower
}

/// A half-open range of bytes in an article's text.
///
/// `start` and `end` lie on character boundaries of the text that the span was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ByteSpan {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl ByteSpan {
    /// The span from `start` up to `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The words that the span covers.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span as a range of `usize`, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A half-open range of UTF-16 code units in an article's text, as JavaScript's `slice` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Utf16Span {
    /// The first unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
}

/// How many bytes lie between two remembered positions of a [`Utf16Map`].
const STRIDE: usize = 64;

/// Turns byte offsets of one text into UTF-16 offsets.
///
/// One remembered position every 64 bytes keeps the map small and a look-up bounded.
///
/// ```
/// use variorum::text::{ByteSpan, Utf16Map};
/// let text = "🙂 12 hurt";
/// let map = Utf16Map::new(text);
/// let span = map.to_utf16(ByteSpan::new(5, 7)); // bytes of "12"
/// assert_eq!((span.start, span.end), (3, 5)); // the emoji takes two units
/// ```
#[derive(Debug, Clone)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// The UTF-16 offset of the first character that starts at or behind byte `index * STRIDE`.
    marks: Vec<u32>,
}

impl<'t> Utf16Map<'t> {
    /// Walks `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        for stride in text.as_bytes().chunks(STRIDE) {
            marks.push(units);
            // A character counts where it begins, and one of four bytes twice.
            for &byte in stride {
                units += u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0);
            }
        }
        Self { text, marks }
    }

    /// The UTF-16 span of the same characters.
    #[must_use]
    pub fn to_utf16(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span { start: self.offset(span.start), end: self.offset(span.end) }
    }

    /// The byte span of the same characters; none when the span does not lie on characters of the text.
    #[must_use]
    pub fn to_bytes(&self, span: Utf16Span) -> Option<ByteSpan> {
        let (start, end) = (self.byte(span.start)?, self.byte(span.end)?);
        (start <= end).then_some(ByteSpan::new(start, end))
    }

    /// The byte at which the character of a UTF-16 offset begins.
    fn byte(&self, unit: u32) -> Option<u32> {
        if unit >= self.len() {
            return (unit == self.len()).then_some(self.text.len() as u32);
        }
        let mark = self.marks.partition_point(|&mark| mark <= unit).checked_sub(1)?;
        let from = self.text.ceil_char_boundary(mark * STRIDE);
        let mut units = self.marks[mark];
        for (at, character) in self.text[from..].char_indices() {
            if units >= unit {
                return (units == unit).then_some((from + at) as u32);
            }
            units += character.len_utf16() as u32;
        }
        None
    }

    /// The length of the whole text in UTF-16 units.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.offset(self.text.len() as u32)
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn offset(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(mark) = self.marks.len().checked_sub(1).map(|last| last.min(byte / STRIDE)) else { return 0 };
        let start = mark * STRIDE;
        if self.text.as_bytes()[start..byte].is_ascii() {
            return self.marks[mark] + (byte - start) as u32;
        }
        let from = self.text.ceil_char_boundary(start);
        if from >= byte {
            return self.marks[mark];
        }
        let tail = &self.text[from..self.text.floor_char_boundary(byte)];
        if tail.is_ascii() {
            return self.marks[mark] + tail.len() as u32;
        }
        self.marks[mark] + tail.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_hold_wherever_wide_characters_fall() {
        for shift in 0..=STRIDE {
            let text = format!("{}🙂é and 🇬🇧{}", "a".repeat(shift), "b".repeat(STRIDE));
            let map = Utf16Map::new(&text);
            let mut units = 0;
            for (at, character) in text.char_indices() {
                assert_eq!(map.to_utf16(ByteSpan::new(0, at as u32)).end, units, "{shift} {at}");
                units += character.len_utf16() as u32;
            }
        }
    }

    #[test]
    fn offsets_go_both_ways() {
        let text = "a🙂é\u{301}\r\n".repeat(200);
        let map = Utf16Map::new(&text);
        for (at, character) in text.char_indices() {
            let bytes = ByteSpan::new(at as u32, (at + character.len_utf8()) as u32);
            let units = map.to_utf16(bytes);
            assert_eq!(units.start as usize, text[..at].encode_utf16().count());
            assert_eq!(map.to_bytes(units), Some(bytes));
        }
    }

    #[test]
    fn half_a_character_is_no_place() {
        let map = Utf16Map::new("🙂");
        assert_eq!(map.to_bytes(Utf16Span { start: 1, end: 2 }), None);
        assert_eq!(map.to_bytes(Utf16Span { start: 0, end: 3 }), None);
    }
}
