//! The cases of a specification: JSON Lines of texts with what is to be found in them.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use variorum::{
    article::{Article, Part, Passage},
    language::{self, Document, lexicon::EN},
    text::ByteSpan,
};

/// One case. Fields that only some specifications have are empty elsewhere.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) text: String,
    /// The part of the specification that it belongs to; where it has no such field, the second part of its name.
    #[serde(default)]
    pub(crate) spec: String,
    /// The part of a Duckling corpus: `allExamples`, `latentCorpus`, `negativeCorpus`.
    #[serde(default)]
    #[allow(dead_code, reason = "for readings of times")]
    pub(crate) section: String,
    /// The day (and time) on which the text was written, in ISO 8601.
    #[serde(default)]
    pub(crate) reference_date: Option<String>,
    pub(crate) expected: Vec<Expected>,
}

/// What is to be found.
#[derive(Debug, Deserialize)]
pub(crate) struct Expected {
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    /// Its words, where the specification gives them.
    pub(crate) text: Option<String>,
    /// Code points before it, where the specification says so.
    pub(crate) start: Option<usize>,
    /// Code points up to its end, exclusive.
    pub(crate) end: Option<usize>,
    #[serde(default)]
    pub(crate) value: Value,
    /// The value in Duckling's own notation.
    #[serde(default)]
    pub(crate) haskell: String,
}

impl Case {
    /// The bytes of what is expected, without white space at its ends.
    pub(crate) fn span(&self, expected: &Expected) -> Range<usize> {
        let byte = |points: usize| self.text.char_indices().nth(points).map_or(self.text.len(), |(at, _)| at);
        let (start, end) = if let (Some(start), Some(end)) = (expected.start, expected.end) {
            (byte(start), byte(end))
        } else {
            let words = expected.text.as_deref().unwrap_or(&self.text);
            let start = self.text.find(words).unwrap_or_default();
            (start, (start + words.len()).min(self.text.len()))
        };
        let words = &self.text[start..end];
        let left = words.len() - words.trim_start().len();
        start + left..start + left + words.trim().len()
    }

    /// The text as a body paragraph in English, whatever it looks like: a specification gives phrases, not articles.
    pub(crate) fn document(&self) -> Document<'_> {
        let passage = Passage { part: Part::Body, span: ByteSpan::new(0, self.text.len() as u32), paragraph: 0 };
        let article = Article { text: &self.text, passages: vec![passage], remarks: Vec::new() };
        let mut document = language::read(&article);
        document.lexicon = Some(&EN);
        document
    }
}

/// Reads the cases of a file.
///
/// # Errors
/// When the file cannot be read or a line is no case.
pub(crate) fn load(path: &Path) -> Result<Vec<Case>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let case = |(at, line)| {
        let mut case: Case =
            serde_json::from_str(line).with_context(|| format!("{}, line {}", path.display(), at + 1))?;
        if case.spec.is_empty() {
            case.spec = case.id.split('_').nth(1).unwrap_or_default().to_owned();
        }
        Ok(case)
    };
    text.lines().enumerate().map(case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_become_bytes_without_white_space() {
        let line = r#"{"id": "1", "text": "für 5 € ", "expected": [
            {"type": "x", "text": "5 € ", "start": 4, "end": 8, "value": 5},
            {"type": "x", "text": "5 €", "start": null, "end": null, "value": 5}]}"#;
        let case: Case = serde_json::from_str(line).unwrap();
        for expected in &case.expected {
            assert_eq!(&case.text[case.span(expected)], "5 €");
        }
    }
}
