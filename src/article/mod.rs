//! From pasted text to an article: paragraphs, parts, and what is known about it.
//!
//! Nothing is ever cut from the text; parts only say what each stretch is, so that a later stage can leave
//! boilerplate unread.

mod markup;
mod notice;
mod parts;

use serde::{Deserialize, Serialize};

use crate::text::ByteSpan;

/// What a passage is in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Part {
    /// The title.
    Headline,
    /// The summary under the title.
    Dek,
    /// Who wrote it.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// The opening paragraph.
    Lede,
    /// The rest of the report.
    Body,
    /// The words under a picture.
    Caption,
    /// A correction or an editor's note.
    Note,
    /// What belongs to the page and not to the report: newsletter lines, links, contacts.
    Boilerplate,
}

impl Part {
    /// Whether the part tells what happened, so that facts are read from it.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Headline | Self::Dek | Self::Lede | Self::Body | Self::Caption | Self::Note)
    }
}

/// A stretch of an article's text with what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub part: Part,
    /// Where it stands, without the white space around it.
    pub span: ByteSpan,
    /// The paragraph that it stands in, from 0.
    pub paragraph: u32,
}

/// Something about a text that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A short name that stays the same between versions.
    pub code: &'static str,
    /// One plain sentence.
    pub message: String,
    /// The words that it is about.
    pub span: ByteSpan,
    /// The day of the week on which a date falls, from 1 for Monday.
    pub weekday: Option<u8>,
}

/// One pasted text, read into its parts.
#[derive(Debug, Clone)]
pub struct Article<'t> {
    /// The text exactly as given.
    pub text: &'t str,
    /// Its passages in order; what lies between them is white space or markup.
    pub passages: Vec<Passage>,
    /// What a reader should know about the text.
    pub remarks: Vec<Remark>,
}

impl Article<'_> {
    /// The same parts of the same text that stands elsewhere in memory, or of none for the time being.
    #[must_use]
    pub fn on(self, text: &str) -> Article<'_> {
        Article { text, passages: self.passages, remarks: self.remarks }
    }
}

/// Reads a pasted text into its parts.
///
/// `title` is the title as far as it is known apart from the text; when the text begins with it, that passage is
/// the headline even where it does not look like one.
///
/// ```
/// use variorum::article::{Part, ingest};
/// let article = ingest("Bridge closed\n\nBy Ana Lund\n\nThe bridge was closed on Friday.", None);
/// let parts: Vec<Part> = article.passages.iter().map(|passage| passage.part).collect();
/// assert_eq!(parts, [Part::Headline, Part::Byline, Part::Lede]);
/// ```
#[must_use]
pub fn ingest<'t>(text: &'t str, title: Option<&str>) -> Article<'t> {
    let mut remarks = Vec::new();
    let passages = parts::passages(text, title, &mut remarks);
    Article { text, passages, remarks }
}
