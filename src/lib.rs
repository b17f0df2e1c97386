//! Variorum shows where news reports of the same event differ on the facts.
//!
//! The folders follow the data, and each stage imports only what stands before it:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`article`] | a pasted text | [`Article`](article::Article): the text with its parts |
//! | [`language`] | an article | [`Document`](language::Document): sentences, tokens, word classes |
//! | [`facts`] | a document | [`Facts`](facts::Facts): values, what each is about, who says so |
//! | [`alignment`] | all documents with their facts | stories, like sentences, [`Slot`](alignment::slots::Slot)s of values about one thing |
//! | [`comparison`] | a slot | [`Finding`](comparison::findings::Finding): how the values relate, and why |
//! | [`report`] | all of it | [`Report`]: plain data, in a fixed order and in words |
//!
//! [`exchange`] turns requests and reports into the forms of others and back; `wasm` is the door to JavaScript, the program `variorum` the one to the command line. The core takes no clock, no
//! network, no randomness and no global setting: the same request gives the same bytes on every machine.
//!
//! ```
//! use variorum::{Request, compare, report::{ArticleInput, Relation}};
//! let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
//! let articles = vec![
//!     article("a", "Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said."),
//!     article("b", "Fourteen hurt on ferry\n\nA fire on the ferry Aurora hurt 14 people on Monday, police said."),
//! ];
//! let report = compare(&Request { articles, options: None })?;
//! let conflict = report.findings.iter().find(|finding| finding.relation == Relation::Conflict);
//! let readings = conflict.into_iter().flat_map(|finding| &finding.readings);
//! let mut values: Vec<&str> = readings.map(|reading| reading.norm.as_str()).collect();
//! values.dedup(); // the headline's and the report's
//! assert_eq!(values, ["12", "14"]);
//! # Ok::<(), variorum::Error>(())
//! ```

pub mod alignment;
pub mod article;
pub mod comparison;
pub mod error;
#[cfg(not(target_arch = "wasm32"))]
pub mod exchange;
pub mod facts;
pub mod language;
pub mod report;
pub mod text;

#[cfg(any(target_arch = "wasm32", test))]
pub mod wasm;

pub use error::Error;
pub use facts::gazetteer::Gazetteer;
pub use report::{ArticleFacts, Comparer, Report, Request, diff_words};

/// Reads the facts of one article: every number, date, name and quote, who says so, and how sure.
///
/// # Errors
/// When the article cannot be taken: see [`Error`].
///
/// ```
/// use variorum::{read, report::ArticleInput};
/// let text = "A fire on the ferry Aurora hurt 12 people on 4 March 2024, police said.";
/// let facts = read(&ArticleInput { id: "a".into(), text: text.into(), ..ArticleInput::default() })?;
/// let hurt = facts.mentions.iter().find(|mention| mention.text == "12").expect("the number is read");
/// assert_eq!(hurt.by.as_ref().map(|by| by.text.as_str()), Some("police"));
/// # Ok::<(), variorum::Error>(())
/// ```
pub fn read(article: &report::ArticleInput) -> Result<ArticleFacts, Error> {
    read_with(article, Gazetteer::built_in())
}

/// The same with another list of places, or none: see [`Gazetteer`].
///
/// # Errors
/// When the article cannot be taken: see [`Error`].
pub fn read_with(article: &report::ArticleInput, places: Option<&Gazetteer>) -> Result<ArticleFacts, Error> {
    Comparer::new(places).read(article)
}

/// Compares the articles of a request and reports where they differ.
///
/// To compare again and again, as a draft changes, use a [`Comparer`].
///
/// # Errors
/// When the request cannot be taken: see [`Error`].
pub fn compare(request: &Request) -> Result<Report, Error> {
    compare_with(request, Gazetteer::built_in())
}

/// The same with another list of places, or none: see [`Gazetteer`].
///
/// # Errors
/// When the request cannot be taken: see [`Error`].
pub fn compare_with(request: &Request, places: Option<&Gazetteer>) -> Result<Report, Error> {
    report::compare(request, places)
}

/// Hands over the tables of a language: its word lists and the weights of its tagger, as `build.rs` packs them.
///
/// Only needed where they are not compiled in (without the feature `tables`), and then before the first article is
/// read. They are kept as long as the process lives, and a second call changes nothing.
///
/// # Errors
/// [`Error::UnknownTables`] when the file is not the one of this very version: another would give another report.
pub fn load_language(file: Vec<u8>) -> Result<(), Error> {
    let languages = language::detect::LANGUAGES;
    let language = languages.into_iter().find(|language| language.is_file(&file));
    let language = language.ok_or(Error::UnknownTables { bytes: file.len() })?;
    if !language.is_ready() {
        language.load(file.leak());
    }
    Ok(())
}
