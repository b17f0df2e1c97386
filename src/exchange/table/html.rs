//! The comparison as one web page that needs nothing but itself.

use std::{fmt::Write as _, ops::Range};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Cell, FOOTER, Row, heading, relation, rows, title};
use crate::{
    exchange::{characters::Characters, opening::opening},
    report::{ArticleReport, Part, Relation, Report, Request},
};

/// The looks are those of the page's own export.
const CSS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/www/src/exports/page.css"));

/// The comparison as one web page: the fact table, the articles with their marks, and the articles as data, so that the
/// page of Variorum opens it again. No script, no network, no other file.
///
/// Whatever an article holds is text in it: every word goes through one function that escapes, and a policy in the page
/// forbids scripts and everything from elsewhere.
#[must_use]
pub fn html(request: &Request, report: &Report) -> String {
    let rows = rows(request, report);
    let numbered: Vec<&Row<'_>> = rows.iter().filter(|row| row.finding.relation != Relation::Same).collect();
    let same: Vec<&Row<'_>> = rows.iter().filter(|row| row.finding.relation == Relation::Same).collect();
    let title = title(report);
    let digest = STANDARD.encode(Sha256::digest(CSS.as_bytes()));
    let mut page = Page { html: String::new(), report };
    page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    let _ = write!(
        page.html,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">"
    );
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<meta name=\"generator\" content=\"").text(&report.engine).raw("\"><title>").text(&title).raw("</title>");
    page.raw("<style>")
        .raw(CSS)
        .raw("</style></head><body>\n<header><h1>")
        .text(&title)
        .raw("</h1><p class=\"overview\"><strong>");
    page.text(&opening(report)).raw("</strong></p><ul>");
    for article in &report.articles {
        page.raw("<li><a href=\"#article-").text(&article.siglum).raw("\">").text(&heading(article)).raw("</a></li>");
    }
    page.raw("</ul></header>\n");
    page.table(&numbered, true);
    for article in &report.articles {
        if let Some(given) = request.articles.iter().find(|given| given.id == article.id) {
            page.article(article, &given.text, &numbered);
        }
    }
    if !same.is_empty() {
        page.raw("<section><h2>").text(relation(Relation::Same)).raw("</h2>");
        page.table(&same, false);
        page.raw("</section>\n");
    }
    page.raw("<footer>").text(FOOTER).raw(" Made with ").text(&report.engine).raw(".</footer>\n");
    page.raw("<script type=\"application/json\" id=\"variorum-comparison\">");
    page.raw(&saved(request)).raw("</script></body></html>\n");
    page.html
}

/// The articles as the page of Variorum saves them.
///
/// No "<" stands in it, so nothing in an article can end the element.
fn saved(request: &Request) -> String {
    let articles: Vec<_> = request
        .articles
        .iter()
        .map(|article| {
            let mut saved = json!({ "text": article.text });
            for (name, value) in [
                ("title", &article.title),
                ("outlet", &article.outlet),
                ("published", &article.published),
                ("url", &article.url),
            ] {
                if let Some(value) = value {
                    saved[name] = json!(value);
                }
            }
            saved
        })
        .collect();
    let mut comparison = json!({ "format": "variorum-comparison", "version": 1, "articles": articles });
    if let Some(rules) = request.options.as_ref().map(|options| &options.rules).filter(|rules| !rules.is_empty()) {
        comparison["rules"] = json!(rules);
    }
    comparison.to_string().replace('<', "\\u003c")
}

struct Page<'r> {
    html: String,
    report: &'r Report,
}

impl Page<'_> {
    /// Markup of ours.
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// Words of anybody.
    fn text(&mut self, words: &str) -> &mut Self {
        for character in words.chars() {
            match character {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                '\0' => self.html.push('\u{fffd}'),
                other => self.html.push(other),
            }
        }
        self
    }

    fn table(&mut self, rows: &[&Row<'_>], are_numbered: bool) {
        if rows.is_empty() {
            return;
        }
        self.raw("<div class=\"scroller\"><table><thead><tr><th scope=\"col\">Fact</th>");
        let report = self.report;
        for article in &report.articles {
            self.raw("<th scope=\"col\">").text(&heading(article)).raw("</th>");
        }
        self.raw("</tr></thead><tbody>\n");
        for (at, row) in rows.iter().enumerate() {
            let (class, number) = (class(row.finding.relation), at + 1);
            if are_numbered {
                let _ = write!(self.html, "<tr class=\"{class}\" id=\"finding-{number}\">");
                let _ = write!(self.html, "<th scope=\"row\"><span class=\"relation\">{number} · ");
            } else {
                let _ = write!(self.html, "<tr class=\"{class}\"><th scope=\"row\"><span class=\"relation\">");
            }
            self.text(relation(row.finding.relation)).raw("</span><span dir=\"auto\">").text(&row.label).raw("</span>");
            if !row.reasons.is_empty() {
                self.raw("<span class=\"who\">").text(&row.reasons).raw("</span>");
            }
            self.raw("</th>");
            for cell in &row.cells {
                self.cell(cell);
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table></div>\n");
    }

    fn cell(&mut self, cell: &Cell) {
        if cell.sayings.is_empty() {
            self.raw("<td class=\"absent\">").text(cell.absent).raw("</td>");
            return;
        }
        self.raw("<td>");
        for saying in &cell.sayings {
            self.raw("<p class=\"saying\" dir=\"auto\">");
            let words = saying.words.join(" · ");
            match &saying.link {
                Some(link) => self.raw("<a rel=\"noreferrer\" href=\"").text(link).raw("\">").text(&words).raw("</a>"),
                None => self.text(&words),
            };
            let beside = [saying.by.as_str(), saying.place.as_str()];
            let beside = beside.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            if !beside.is_empty() {
                self.raw("<span class=\"who\">").text(&beside).raw("</span>");
            }
            self.raw("</p>");
        }
        self.raw("</td>");
    }

    /// An article with its marks; each leads to its row.
    fn article(&mut self, article: &ArticleReport, text: &str, numbered: &[&Row<'_>]) {
        let characters = Characters::new(text);
        let bytes = |start: u32, end: u32| characters.bytes(&characters.range(start, end));
        let mut marks: Vec<(Range<usize>, usize)> = Vec::new();
        for (at, row) in numbered.iter().enumerate() {
            let own = row.finding.readings.iter().filter(|reading| reading.article == article.id);
            marks.extend(own.map(|reading| (bytes(reading.start, reading.end), at)));
        }
        let only: Vec<Range<usize>> = self
            .report
            .only
            .iter()
            .filter(|place| place.article == article.id)
            .map(|place| bytes(place.start, place.end))
            .collect();
        self.raw("<article id=\"article-").text(&article.siglum).raw("\"");
        if article.language != "und" {
            self.raw(" lang=\"").text(&article.language).raw("\"");
        }
        self.raw("><h2>").text(&heading(article)).raw("</h2>\n");
        for paragraph in paragraphs(text) {
            let is_headline = article
                .parts
                .iter()
                .any(|part| part.part == Part::Headline && bytes(part.start, part.end).start == paragraph.start);
            let tag = if is_headline { "h3" } else { "p" };
            let _ = write!(self.html, "<{tag} dir=\"auto\">");
            self.paragraph(text, &paragraph, &marks, &only, numbered);
            let _ = writeln!(self.html, "</{tag}>");
        }
        self.raw("</article>\n");
    }

    fn paragraph(
        &mut self,
        text: &str,
        paragraph: &Range<usize>,
        marks: &[(Range<usize>, usize)],
        only: &[Range<usize>],
        numbered: &[&Row<'_>],
    ) {
        let overlaps = |range: &&Range<usize>| range.start < paragraph.end && paragraph.start < range.end;
        let marks: Vec<_> = marks.iter().filter(|(range, _)| overlaps(&range)).collect();
        let only: Vec<_> = only.iter().filter(overlaps).collect();
        let ends =
            marks.iter().map(|(range, _)| range).chain(only.iter().copied()).flat_map(|range| [range.start, range.end]);
        let mut cuts: Vec<usize> =
            ends.filter(|at| paragraph.contains(at)).chain([paragraph.start, paragraph.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        for piece in cuts.windows(2) {
            let [start, end] = [piece[0], piece[1]];
            let covers = |range: &Range<usize>| range.start <= start && end <= range.end;
            let is_only = only.iter().any(|range| covers(range));
            // Of marks within each other the shortest is meant.
            let mark = marks.iter().filter(|(range, _)| covers(range)).min_by_key(|(range, _)| range.len());
            if is_only {
                self.raw("<span class=\"only\" title=\"Only in one article\">");
            }
            match mark {
                Some((range, at)) => {
                    let shown = numbered[*at].finding.relation;
                    let (class, number) = (class(shown), at + 1);
                    let _ = write!(self.html, "<a class=\"mark {class}\" href=\"#finding-{number}\" title=\"");
                    self.text(relation(shown)).raw("\">").text(&text[start..end]);
                    if range.end == end {
                        let _ = write!(self.html, "<sup>{number}</sup>");
                    }
                    self.raw("</a>");
                }
                None => {
                    self.text(&text[start..end]);
                }
            }
            if is_only {
                self.raw("</span>");
            }
        }
    }
}

const fn class(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "conflict",
        Relation::Contested => "contested",
        Relation::Compatible => "compatible",
        Relation::Same => "same",
    }
}

/// The paragraphs of a text without the white space around them: parted by empty lines, or, where there is none, by every
/// line end.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        from += line.len();
        (from - line.len(), line)
    });
    let lines: Vec<(usize, &str)> = lines.collect();
    let inner = lines.iter().skip_while(|(_, line)| line.trim().is_empty());
    let has_empty = inner
        .clone()
        .zip(inner.skip(1))
        .any(|((_, line), (_, next))| line.trim().is_empty() && !next.trim().is_empty());
    let mut is_open = false;
    for (start, line) in lines {
        let words = line.trim();
        if words.is_empty() {
            is_open = false;
            continue;
        }
        let begin = start + (line.len() - line.trim_start().len());
        match found.last_mut() {
            Some(last) if is_open && has_empty => last.end = begin + words.len(),
            _ => found.push(begin..begin + words.len()),
        }
        is_open = true;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn paragraphs_are_parted_by_empty_lines_or_by_every_line() {
        assert_eq!(parted("One\nstill one\n\n  \nTwo "), ["One\nstill one", "Two"]);
        assert_eq!(parted("One\r\nTwo\r\nThree"), ["One", "Two", "Three"]);
        assert_eq!(parted("\n\nOne\nTwo\n\n"), ["One", "Two"]);
        assert!(parted(" \n\n ").is_empty());
    }
}
