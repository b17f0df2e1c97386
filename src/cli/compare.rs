//! `variorum compare`: some files in, one report out, for a person or in a form of exchange.

mod imported;
mod terminal;

use std::io;
use std::path::PathBuf;

use anstyle::AnsiColor;
use clap::{Args, ValueEnum};
use variorum::exchange::{annotation, marks, schema_org, table};
use variorum::report::{ArticleInput, UserRule};
use variorum::{Report, Request};

use super::input::{self, Incoming};
use super::{Format, MIN_COLUMNS, columns, json, print, say};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a reader at a terminal
    Text,
    /// The report; offsets are UTF-16 units of each text without its byte order mark
    Json,
    /// The fact table for spreadsheets
    Csv,
    /// The fact table in Markdown
    Markdown,
    /// One web page that needs nothing but itself, with the articles
    Html,
    /// Every mark as a W3C Web Annotation, JSON-LD
    WebAnnotation,
    /// The articles and what they claim, schema.org in JSON-LD
    SchemaOrg,
}

impl Form {
    /// Whether it is JSON, of whatever shape.
    const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::WebAnnotation | Self::SchemaOrg)
    }
}

/// Compare articles and show where they differ.
///
/// The articles are lettered in the order given: the first file is a, the second b, and so on. A file is plain text as one
/// would paste it, which may begin with the title; a saved web page; a NewsArticle in JSON-LD; ninjs; an RSS or Atom feed,
/// of which each item is an article; or a request. A folder stands for the files in it. A single article is held against
/// itself. UTF-8 is read, and UTF-16 where it begins with a byte order mark.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  variorum compare herald.txt courier.txt
  variorum compare --published 2024-03-05 --published 2024-03-06 herald.txt courier.txt
  variorum compare --outlet a=Herald --published b=2024-03-06 herald.txt courier.txt
  variorum compare wire-feed.xml saved-page.html
  pbpaste | variorum compare - courier.txt --format json --pretty
  variorum compare herald.txt courier.txt --format web-annotation >marks.jsonld
  variorum compare herald.txt courier.txt --import marks.jsonld

Colours show on a terminal alone; NO_COLOR=1 takes them away, CLICOLOR_FORCE=1 keeps them.

Exit code: 0 when the articles were compared, whatever was found; 2 when they were not.")]
pub(super) struct Options {
    /// Files, folders or file: addresses; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// When an article was published, such as 2024-03-05: "Tuesday" is read from it. Repeat it in the order of the
    /// files, or name the article by its letter
    #[arg(long, value_name = "[LETTER=]DATE")]
    published: Vec<String>,

    /// Who published an article. Repeat it in the order of the files, or name the article by its letter
    #[arg(long, value_name = "[LETTER=]NAME")]
    outlet: Vec<String>,

    /// Where an article was published: exports link to the words there. Repeat it in the order of the files, or name the
    /// article by its letter
    #[arg(long, value_name = "[LETTER=]URL")]
    url: Vec<String>,

    /// Instead of comparing, find the marks of a file of Web Annotations in the articles
    #[arg(long, value_name = "FILE", conflicts_with = "explain")]
    import: Option<PathBuf>,

    /// Also list values that might have been compared and were not, with the reason
    #[arg(long)]
    explain: bool,

    /// Compare all articles as reports of one event, even where they seem to be about different ones
    #[arg(long)]
    one_event: bool,

    /// What is written
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,

    /// Write the JSON indented, over many lines
    #[arg(long)]
    pretty: bool,

    /// Columns of the text report [default: the terminal's, 80 elsewhere]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(i64::from(MIN_COLUMNS)..))]
    width: Option<u16>,
}

/// Runs the command.
///
/// # Errors
/// In words, when the files or options cannot be taken, or the report cannot be written.
pub(super) fn run(options: &Options) -> Result<(), String> {
    if options.pretty && !options.format.is_json() {
        return Err("--pretty is for JSON: add --format json".to_owned());
    }
    let (inputs, warnings) = input::read_articles(&options.files)?;
    for warning in &warnings {
        say("warning", AnsiColor::Yellow, warning);
    }
    let mut request = request(&inputs, options)?;
    let (explain, one_event) = (options.explain, options.one_event);
    if explain || one_event {
        let rules = if one_event { vec![UserRule::OneEvent] } else { Vec::new() };
        request.options = Some(variorum::report::Options { explain, rules, ..Default::default() });
    }
    if let Some(file) = &options.import {
        return imported::run(file, options, &request);
    }
    let report = variorum::compare(&request).map_err(|refused| refused.to_string())?;
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    match write(options, &names, &request, &report) {
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|fault| format!("the report cannot be written: {fault}")),
    }
}

/// The articles with their letters; what the command line says of one goes before what its file says.
fn request(inputs: &[Incoming], options: &Options) -> Result<Request, String> {
    let lettered =
        |(position, input): (usize, &Incoming)| ArticleInput { id: letters(position), ..input.article.clone() };
    let mut articles: Vec<ArticleInput> = inputs.iter().enumerate().map(lettered).collect();
    assign(&mut articles, "--published", &options.published, |article| &mut article.published)?;
    assign(&mut articles, "--outlet", &options.outlet, |article| &mut article.outlet)?;
    assign(&mut articles, "--url", &options.url, |article| &mut article.url)?;
    Ok(Request { articles, options: None })
}

/// Gives the values of a repeated option to the articles: `b=…` to article b, the others in the order of the files.
fn assign(
    articles: &mut [ArticleInput],
    option: &str,
    values: &[String],
    field: impl Fn(&mut ArticleInput) -> &mut Option<String>,
) -> Result<(), String> {
    let mut position = 0;
    let mut given = vec![false; articles.len()];
    for value in values {
        let named =
            value.split_once('=').and_then(|(id, rest)| Some((articles.iter().position(|a| a.id == id)?, rest)));
        let (at, value) = named.unwrap_or_else(|| {
            position += 1;
            (position - 1, value)
        });
        let count = articles.len();
        let Some(article) = articles.get_mut(at) else {
            return Err(format!("{option} is given for more than the {count} articles: leave out {value:?}"));
        };
        if std::mem::replace(&mut given[at], true) {
            return Err(format!("{option} is given twice for article {}: leave one out", article.id));
        }
        *field(article) = Some(value.to_owned());
    }
    Ok(())
}

/// The id of the article at a position: a, b, … z, aa, ab, …
fn letters(position: usize) -> String {
    let letter = char::from(b'a' + (position % 26) as u8);
    match position / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", letters(before - 1)),
    }
}

fn write(options: &Options, names: &[&str], request: &Request, report: &Report) -> io::Result<()> {
    let text = match options.format {
        Form::Text => {
            return print(&terminal::render(report, request, names, columns(options.width)), Format::Text);
        }
        Form::Json => json(report, options.pretty)?,
        Form::Csv => table::csv(request, report),
        Form::Markdown => table::markdown(request, report),
        Form::Html => table::html(request, report),
        Form::WebAnnotation => {
            json(&annotation::export(&marks::marks(request, report), request, report), options.pretty)?
        }
        Form::SchemaOrg => json(&schema_org::export(request, report), options.pretty)?,
    };
    print(&text, Format::Json)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(count: usize) -> Vec<Incoming> {
        let input = |n| Incoming { name: format!("{n}.txt"), article: ArticleInput::default() };
        (0..count).map(input).collect()
    }

    /// The command line's options, as they are without any.
    #[derive(clap::Parser)]
    struct Given {
        #[command(flatten)]
        options: Options,
    }

    fn published(values: &[&str]) -> Result<Vec<Option<String>>, String> {
        let mut options = <Given as clap::Parser>::parse_from(["compare", "0.txt"]).options;
        options.published = values.iter().map(|value| (*value).to_owned()).collect();
        let request = request(&inputs(3), &options)?;
        Ok(request.articles.into_iter().map(|article| article.published).collect())
    }

    #[test]
    fn articles_are_lettered_in_the_order_of_sigla() {
        let ids: Vec<_> = [0, 1, 25, 26, 27, 701, 702].map(letters).into();
        assert_eq!(ids, ["a", "b", "z", "aa", "ab", "zz", "aaa"]);
    }

    #[test]
    fn values_go_by_order_or_by_letter() {
        let some = |value: &str| Some(value.to_owned());
        assert_eq!(published(&["1", "2"]), Ok(vec![some("1"), some("2"), None]));
        assert_eq!(published(&["c=3", "1"]), Ok(vec![some("1"), None, some("3")]));
        assert_eq!(published(&["x=3"]), Ok(vec![some("x=3"), None, None]), "x is no article");
        assert!(published(&["1", "2", "3", "4"]).expect_err("too many").contains("more than the 3 articles"));
        assert!(published(&["a=1", "2"]).expect_err("twice").contains("twice for article a"));
    }
}
