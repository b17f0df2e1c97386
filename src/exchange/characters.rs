//! Places in a text by its characters, as W3C's selectors count them, and back to UTF-16 units.

use std::ops::Range;

/// An article's text with where each character begins.
pub(super) struct Characters<'t> {
    pub(super) text: &'t str,
    /// Byte and UTF-16 unit of each character, and behind them those of the end.
    starts: Vec<(u32, u32)>,
}

impl<'t> Characters<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut unit = 0;
        let mut starts: Vec<(u32, u32)> = Vec::with_capacity(text.len() + 1);
        for (byte, character) in text.char_indices() {
            starts.push((byte as u32, unit));
            unit += character.len_utf16() as u32;
        }
        starts.push((text.len() as u32, unit));
        Self { text, starts }
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The characters between two UTF-16 offsets; offsets behind the text are drawn to its end.
    pub(super) fn range(&self, start: u32, end: u32) -> Range<usize> {
        let at = |unit: u32| self.starts.partition_point(|&(_, begins)| begins < unit).min(self.len());
        let start = at(start);
        start..at(end).max(start)
    }

    /// The UTF-16 offsets of some characters.
    pub(super) fn units(&self, range: &Range<usize>) -> (u32, u32) {
        (self.starts[range.start.min(self.len())].1, self.starts[range.end.min(self.len())].1)
    }

    /// The bytes of some characters; what lies behind the text is drawn to its end.
    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.starts[at.min(self.len())].0 as usize;
        byte(range.start)..byte(range.end).max(byte(range.start))
    }

    /// The characters of some bytes, which lie on borders of characters.
    pub(super) fn of_bytes(&self, bytes: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.starts.partition_point(|&(begins, _)| (begins as usize) < byte);
        at(bytes.start)..at(bytes.end)
    }

    /// Some characters as text.
    pub(super) fn words(&self, range: &Range<usize>) -> &'t str {
        &self.text[self.bytes(range)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_units_round_trip() {
        let text = "🙂 é x\u{301}\r\n12";
        let characters = Characters::new(text);
        for start in 0..=characters.len() {
            for end in start..=characters.len() {
                let (from, to) = characters.units(&(start..end));
                assert_eq!(characters.range(from, to), start..end);
                assert_eq!(characters.of_bytes(&characters.bytes(&(start..end))), start..end);
            }
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(characters.words(&characters.range(9, 11)), String::from_utf16_lossy(&units[9..11]));
        assert_eq!(characters.range(90, 99), 10..10);
    }
}
