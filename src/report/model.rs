//! The request and the report as plain data: the one shape in Rust, on the command line, in JavaScript and in
//! a saved file.
//!
//! Offsets are UTF-16 code units into the article's text exactly as given, end exclusive. Nothing here depends
//! on the order in which articles were given, but for [`Report::articles`] itself.

use serde::{Deserialize, Serialize};

// The closed vocabularies are made where they are decided and are part of the report as they stand.
pub use crate::{
    alignment::score::Feature,
    article::Part,
    comparison::{Relation, Severity},
    facts::{Certainty, Kind, Precision},
};

/// The version of the report's shape: another when a field is removed, renamed or read in another way, and not when one
/// is added.
pub const VERSION: u32 = 1;

/// What is to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Request {
    /// One article or more, each with its own id.
    pub articles: Vec<ArticleInput>,
    /// What is to be done differently from usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub options: Option<Options>,
}

/// One pasted text with what is known about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ArticleInput {
    /// A name that no other article of the request has; the report refers to the article by it.
    pub id: String,
    /// The text as pasted; it may begin with the title.
    pub text: String,
    /// The title, where it does not stand in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub outlet: Option<String>,
    /// When it was published: an ISO 8601 date or date-time. Relative times are resolved against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub published: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
}

/// What a request may ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Options {
    /// The user's own rules, in the order in which they were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rules: Vec<UserRule>,
    /// The kinds to report; all when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub kinds: Option<Vec<Kind>>,
    /// Whether the report also lists values that were not compared, with the reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub explain: bool,
}

/// What a user said about two marked phrases, or about the articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "rule")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum UserRule {
    /// The two phrases are about the same thing.
    SameAs {
        /// One phrase.
        left: Place,
        /// The other.
        right: Place,
    },
    /// The two phrases are not about the same thing.
    NotSameAs {
        /// One phrase.
        left: Place,
        /// The other.
        right: Place,
    },
    /// All articles are about one event, whatever they seem to be about.
    OneEvent,
}

/// Some words of one article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
}

/// Where the reports of a request agree and differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Report {
    /// The version of this shape.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = VERSION)))]
    pub version: u32,
    /// Name and version of the engine.
    pub engine: String,
    /// The articles in the order in which they were given.
    pub articles: Vec<ArticleReport>,
    /// The articles' ids, gathered by main event.
    pub stories: Vec<Vec<String>>,
    /// What the reports of one story say about the same thing, the most severe first.
    pub findings: Vec<Finding>,
    /// The sentences whose main information no other article of the story has.
    pub only: Vec<Place>,
    /// The words that articles have in common, as wire copy, in the order of the first article that has them.
    pub shared: Vec<SharedRun>,
    /// Which sentences tell the same: of each sentence the one in another article that is most like it.
    pub alignment: Vec<AlignedSentences>,
    /// Values that might have been compared and were not; only when the request asks to explain.
    #[serde(rename = "notCompared", default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub not_compared: Vec<NotCompared>,
    /// The ids with `sha256-…` of each article's text; a map in JSON.
    #[serde(with = "super::key_order")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub hashes: Vec<(String, String)>,
}

/// How one article was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ArticleReport {
    /// The id from the request.
    pub id: String,
    /// A, B, C … by the order of the ids (shorter first, then by code point).
    pub siglum: String,
    /// The title, as given or as found in the text.
    pub title: Option<String>,
    /// The outlet, as given or as found in the text.
    pub outlet: Option<String>,
    /// The publication date, as given or as found in the text.
    pub published: Option<String>,
    /// The text's length in UTF-16 units.
    pub length: u32,
    /// BCP 47 tag of the language, `und` when it is none that can be read.
    pub language: String,
    /// The parts of the text, in its order.
    pub parts: Vec<PartSpan>,
    /// The sentences of the text, in its order.
    pub sentences: Vec<SentenceSpan>,
    /// What a reader should know about how the text was read.
    pub notes: Vec<Note>,
}

/// One part of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PartSpan {
    /// What it is.
    pub part: Part,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SentenceSpan {
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// The paragraph that it stands in, from 0.
    pub paragraph: u32,
}

/// Something about an article's text that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Note {
    /// A short name that stays the same between versions.
    pub code: String,
    /// One plain sentence.
    pub message: String,
    /// First UTF-16 unit of the words it is about.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// The day of the week on which a date falls, from 1 for Monday; with the code `weekday` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub weekday: Option<u8>,
}

/// What reports say about one thing, and how it fits together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Finding {
    /// A name made from what is compared; it stays the same while the words do.
    pub id: String,
    /// What kind of fact it is.
    pub kind: Kind,
    /// How the readings relate.
    pub relation: Relation,
    /// What the readings are about, in a few words.
    pub label: String,
    /// The same in its parts, for a label in another language; a report of an older engine has none.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub topic: Topic,
    /// One plain sentence that stands alone.
    pub summary: String,
    /// What a copy desk would do.
    pub severity: Severity,
    /// What is to be known about it, above all why more than one reading may hold.
    pub reasons: Vec<Reason>,
    /// What each article says, in the order of ids and places.
    pub readings: Vec<Reading>,
    /// The articles of the same story that do not mention it. One that is neither here nor among the readings may
    /// mention it in words that could not be compared.
    pub absent: Vec<String>,
    /// Enough to see why this was marked, and to get it again.
    pub receipt: Receipt,
}

/// What a label is made of: a pattern, and words of the articles that it is filled with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Topic {
    /// The pattern. `words`: `of` says it all. `when`, `where`, `whether`, `how-sure`, `who-says`: `of` is a clause;
    /// `time-of`, `place-of`: what happened; `who-said`: the words of a quotation; `said`, `age`: somebody. A kind of fact
    /// (`count`), a dimension (`distance`), `date`, `time-of-day` or `tally`: what is compared, of which nothing is known.
    /// What befell those in `of` (`killed`, `arrested`), and what sort of thing it is (`vehicle`), of somebody or not: many,
    /// and more with time. For one that you do not know, show `label`.
    pub form: String,
    /// Words of an article that the pattern is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub of: Option<String>,
    /// Words of an article that tell this finding from others of its label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub detail: Option<String>,
}

/// Something to be known about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reason {
    /// A short name that stays the same between versions.
    pub code: String,
    /// One plain sentence.
    pub message: String,
    /// Whether it tells why more than one reading may hold.
    pub reconciles: bool,
}

/// Two values that differ and were not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NotCompared {
    /// The kind of the values.
    pub kind: Kind,
    /// One value.
    pub left: Place,
    /// The other.
    pub right: Place,
    /// The points that spoke for their being about the same thing.
    pub score: i32,
    /// What kept them apart.
    pub reason: Reason,
}

/// What one article says about a thing, at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reading {
    /// The article's id.
    pub article: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// The words at that place.
    pub text: String,
    /// The value in one notation, the same for all ways of writing it.
    pub norm: String,
    /// How exact the words are.
    pub precision: Precision,
    /// Readings of one group say the same.
    pub group: u32,
    /// Who is named as the one who says so.
    pub by: Option<Speaker>,
    /// How strongly the article states it.
    pub certainty: Certainty,
    /// The sentence that it stands in, from 0.
    pub sentence: u32,
}

/// What one article says, without another to compare it with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ArticleFacts {
    /// The version of this shape, which is that of the report.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = VERSION)))]
    pub version: u32,
    /// Name and version of the engine.
    pub engine: String,
    /// How the article was read.
    pub article: ArticleReport,
    /// What was found in it, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// One fact of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Mention {
    /// What kind of fact it is.
    pub kind: Kind,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// The words at that place.
    pub text: String,
    /// The value in one notation, the same for all ways of writing it.
    pub norm: String,
    /// How exact the words are.
    pub precision: Precision,
    /// Who is named as the one who says so.
    pub by: Option<Speaker>,
    /// How strongly the article states it.
    pub certainty: Certainty,
    /// The sentence that it stands in, from 0.
    pub sentence: u32,
}

/// Who is named as saying something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The words that name the speaker.
    pub text: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
}

/// Why a finding was marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Name and version of the engine.
    pub engine: String,
    /// The rules that decided, in the order in which they were applied.
    pub rules: Vec<String>,
    /// The pairs of readings that were found to be about the same thing.
    pub links: Vec<Link>,
}

/// Two readings that are about the same thing, and how that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    /// Position of one reading in the finding's `readings`, from 0.
    pub left: u32,
    /// Position of the other.
    pub right: u32,
    /// The sum of the parts.
    pub score: i32,
    /// What spoke for it and against it, in points.
    pub parts: Vec<ScorePart>,
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScorePart {
    /// What was looked at.
    pub part: Feature,
    /// Points; below zero when it speaks against.
    pub points: i32,
}

/// A run of words that two articles or more have in common: twelve or more outside quotation marks, whatever their case
/// and punctuation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SharedRun {
    /// How many words.
    pub words: u32,
    /// Where they stand, once an article, in the order of ids.
    pub spans: Vec<SharedSpan>,
}

/// One place of words that articles have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SharedSpan {
    /// The article's id.
    pub article: String,
    /// First UTF-16 unit.
    pub start: u32,
    /// The unit behind the last.
    pub end: u32,
    /// Whether the words come earlier or later than in the first of the run's articles, beside what else the two share.
    pub moved: bool,
}

/// Sentences of different articles that tell the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AlignedSentences {
    /// The sentences, in the order of ids.
    pub sentences: Vec<SentenceRef>,
    /// How alike they are, in per cent.
    pub score: u32,
}

/// A sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SentenceRef {
    /// The article's id.
    pub article: String,
    /// Position in the article's `sentences`, from 0.
    pub sentence: u32,
}

/// The word diff of two texts: stretches that both have, and stretches that one has, in reading order.
///
/// The `left` spans of all stretches put together are the left text, the `right` spans the right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct WordDiff {
    /// The stretches in order.
    pub edits: Vec<Edit>,
}

/// One stretch of a word diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Edit {
    /// Whether both texts have it.
    pub edit: EditKind,
    /// First UTF-16 unit in the left text.
    pub left_start: u32,
    /// The unit behind the last in the left text.
    pub left_end: u32,
    /// First UTF-16 unit in the right text.
    pub right_start: u32,
    /// The unit behind the last in the right text.
    pub right_end: u32,
}

/// Who has a stretch of a word diff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum EditKind {
    /// Both have it.
    Equal,
    /// Only the left text has it.
    Left,
    /// Only the right text has it.
    Right,
}
