//! Finds the words of a report's offsets in the article's text.

use std::ops::Range;

use variorum::report::{ArticleReport, Reading};

use super::prose::Prose;

/// How many UTF-16 units lie between two remembered positions.
const STRIDE: u32 = 256;

/// How many characters of a sentence are shown around a marked phrase, half on either side: about two lines of a
/// terminal, enough to see what is counted and who says so. Judgement.
const MAX_EXCERPT_CHARACTERS: usize = 150;

/// An article's text, cut by UTF-16 offsets.
///
/// One remembered position every 256 units keeps a look-up bounded in a long text.
pub(super) struct Passages<'t> {
    text: &'t str,
    /// The byte at which, and the unit before which, the unit `index * STRIDE` is to be looked for.
    marks: Vec<(usize, u32)>,
}

impl<'t> Passages<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let (mut marks, mut units) = (Vec::new(), 0);
        for (byte, character) in text.char_indices() {
            while marks.len() as u32 * STRIDE <= units {
                marks.push((byte, units));
            }
            units += character.len_utf16() as u32;
        }
        Self { text, marks }
    }

    /// The words between two UTF-16 offsets; offsets outside of the text are drawn to its end.
    pub(super) fn words(&self, start: u32, end: u32) -> &'t str {
        &self.text[self.bytes(start, end)]
    }

    /// A reading's sentence with the reading's words marked, cut around them where it is long.
    pub(super) fn excerpt(&self, article: &ArticleReport, reading: &Reading) -> Prose {
        let mark = self.bytes(reading.start, reading.end);
        let sentence = article
            .sentences
            .get(reading.sentence as usize)
            .map(|sentence| self.bytes(sentence.start, sentence.end))
            .filter(|sentence| sentence.start <= mark.start && mark.end <= sentence.end)
            .unwrap_or_else(|| mark.clone());
        let before = &self.text[sentence.start..mark.start];
        let after = &self.text[mark.end..sentence.end];
        // What one side does not need, the other may use.
        let half = MAX_EXCERPT_CHARACTERS / 2;
        let (left, right) = (before.chars().count(), after.chars().count());
        let before = cut_start(before, half.max(MAX_EXCERPT_CHARACTERS.saturating_sub(right)));
        let after = cut_end(after, half.max(MAX_EXCERPT_CHARACTERS.saturating_sub(left)));
        let mut prose = Prose::default();
        prose.push(&before, false);
        prose.push(&self.text[mark], true);
        prose.push(&after, false);
        prose
    }

    fn bytes(&self, start: u32, end: u32) -> Range<usize> {
        let start = self.byte(start);
        start..self.byte(end).max(start)
    }

    /// The byte of the first character that starts at a unit or behind it.
    fn byte(&self, unit: u32) -> usize {
        let Some(last) = self.marks.len().checked_sub(1) else { return 0 };
        let (from, mut units) = self.marks[last.min((unit / STRIDE) as usize)];
        // A mark behind its own unit, past a surrogate pair, is still the character sought.
        for (byte, character) in self.text[from..].char_indices() {
            if units >= unit {
                return from + byte;
            }
            units += character.len_utf16() as u32;
        }
        self.text.len()
    }
}

/// The last `limit` characters, from the start of a word, with an ellipsis for the rest.
fn cut_start(text: &str, limit: usize) -> String {
    let Some(skipped) = text.chars().count().checked_sub(limit).filter(|skipped| *skipped > 0) else {
        return text.to_owned();
    };
    let kept: String = text.chars().skip(skipped - 1).collect();
    let from = kept.find(char::is_whitespace).unwrap_or(0);
    format!("… {}", kept[from..].trim_start())
}

/// The first `limit` characters, to the end of a word, with an ellipsis for the rest.
fn cut_end(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit + 1).collect();
    let to = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    format!("{} …", kept[..to].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_as_javascript_slices_them() {
        let text = "🙂 é x\u{301}\r\n".repeat(200);
        let passages = Passages::new(&text);
        let units: Vec<u16> = text.encode_utf16().collect();
        for start in 0..units.len() {
            let end = (start + 5).min(units.len());
            let Ok(expected) = String::from_utf16(&units[start..end]) else { continue };
            assert_eq!(passages.words(start as u32, end as u32), expected, "{start}..{end}");
        }
        assert_eq!(passages.words(units.len() as u32 + 7, u32::MAX), "");
        assert_eq!(Passages::new("").words(0, 1), "");
    }

    #[test]
    fn a_long_sentence_is_cut_at_words() {
        assert_eq!(cut_start("The fire in the hall hurt ", 11), "… hall hurt ");
        assert_eq!(cut_end(" people, the police said.", 12), " people, the …");
        assert_eq!(cut_end(" people.", 12), " people.");
    }
}
