//! The report for a reader at a terminal.
//!
//! Nothing is told by colour alone: each relation has its word and its line (solid, double, dashed, dotted), and
//! the text without its colours is the same text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use variorum::exchange::opening::{list, opening, siglum};
use variorum::report::{ArticleReport, Certainty, Finding, Reading, Relation, Severity};
use variorum::{Report, Request};

use crate::cli::passage::Passages;
use crate::cli::prose::{Mark, Prose, display_width};

/// How many facts that are the same are listed; the rest is counted. They reassure, and need no more room.
const MAX_SAME_LISTED: usize = 12;

/// The longest words that stand in front of their sentence as well: a number, a date, a name, but no quotation.
const MAX_VALUE_CHARACTERS: usize = 32;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PLAIN: Mark = Mark { style: Style::new(), line: None };

/// The word, the line and the colour of each relation, in the order of the report.
const RELATIONS: [(Relation, &str, char, AnsiColor); 4] = [
    (Relation::Conflict, "Conflict", '━', AnsiColor::Red),
    (Relation::Contested, "Disputed in the reports", '═', AnsiColor::Magenta),
    (Relation::Compatible, "Both possible", '╍', AnsiColor::Yellow),
    (Relation::Same, "Same", '┄', AnsiColor::Green),
];

/// The report in words, with styles, for `columns` columns; `names` are the articles' file names.
pub(super) fn render(report: &Report, request: &Request, names: &[&str], columns: usize) -> String {
    let articles = report
        .articles
        .iter()
        .filter_map(|article| {
            let given = request.articles.iter().find(|given| given.id == article.id)?;
            Some((article.id.as_str(), (article, Passages::new(&given.text))))
        })
        .collect();
    let mut page = Page { report, articles, columns, out: String::new() };
    page.opening();
    page.articles(request, names);
    for (relation, word, line, colour) in RELATIONS {
        let findings: Vec<&Finding> = report.findings.iter().filter(|f| f.relation == relation).collect();
        if findings.is_empty() {
            continue;
        }
        page.heading(line, word, findings.len(), colour);
        if relation == Relation::Same {
            page.same(&findings);
        } else {
            let mark = Mark { style: Style::new().bold().fg_color(Some(colour.into())), line: Some(line) };
            for finding in findings {
                page.finding(finding, mark);
            }
        }
    }
    page.only();
    page.not_compared();
    page.shared();
    page.notes();
    page.out
}

struct Page<'r> {
    report: &'r Report,
    /// By id.
    articles: BTreeMap<&'r str, (&'r ArticleReport, Passages<'r>)>,
    columns: usize,
    out: String,
}

impl Page<'_> {
    fn opening(&mut self) {
        let mut prose = Prose::default();
        prose.push(&opening(self.report), true);
        prose.write(&mut self.out, "", "", self.columns, Mark { style: BOLD, line: None });
    }

    /// One line an article: letter, outlet, date and file.
    fn articles(&mut self, request: &Request, names: &[&str]) {
        self.out.push('\n');
        for article in &self.report.articles {
            let name = request.articles.iter().position(|given| given.id == article.id).and_then(|n| names.get(n));
            let known = [article.outlet.as_deref(), article.published.as_deref(), name.copied()];
            let line = known.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            self.paragraph(&line, &format!("{BOLD}{}{BOLD:#}  ", article.siglum));
            if let Some(title) = &article.title {
                self.paragraph(title, &" ".repeat(article.siglum.len() + 2));
            }
        }
    }

    fn heading(&mut self, line: char, word: &str, count: usize, colour: AnsiColor) {
        let style = Style::new().bold().fg_color(Some(colour.into()));
        let _ = writeln!(self.out, "\n{style}{line}{line} {word}{style:#} · {count}");
    }

    fn finding(&mut self, finding: &Finding, mark: Mark) {
        let mut label = Prose::default();
        label.push(&finding.label, true);
        let needs_check = finding.relation == Relation::Conflict && finding.severity == Severity::Correct;
        label.push(if needs_check { " · needs a check" } else { "" }, false);
        self.out.push('\n');
        label.write(&mut self.out, "   ", "   ", self.columns, Mark { style: BOLD, line: None });
        // Repeated readings are counted: of each article and group the first stands for them, or the first that names
        // who says so, which a headline seldom does.
        let mut shown: Vec<(&Reading, usize)> = Vec::new();
        for reading in &finding.readings {
            match shown.iter_mut().find(|(first, _)| first.article == reading.article && first.group == reading.group) {
                Some((first, more)) => {
                    *more += 1;
                    if first.by.is_none() && reading.by.is_some() {
                        *first = reading;
                    }
                }
                None => shown.push((reading, 0)),
            }
        }
        for (reading, more) in shown {
            self.reading(reading, more, mark);
        }
        for id in &finding.absent {
            let _ = writeln!(self.out, "   {BOLD}{}{BOLD:#}  {DIM}not mentioned{DIM:#}", siglum(self.report, id));
        }
        let messages = |reconciles| {
            let reasons = finding.reasons.iter().filter(move |reason| reason.reconciles == reconciles);
            reasons.map(|reason| reason.message.as_str()).collect::<Vec<_>>().join(" ")
        };
        let (why, rest) = (messages(true), messages(false));
        if !why.is_empty() {
            self.paragraph(&format!("Both could be right. {why}"), "   ");
        } else if finding.relation == Relation::Conflict {
            self.paragraph("No reason found why both could be right.", "   ");
        }
        if !rest.is_empty() {
            self.paragraph(&rest, "   ");
        }
    }

    /// What an article has: its words, who says so, and the sentence they stand in.
    fn reading(&mut self, reading: &Reading, more: usize, mark: Mark) {
        let Some((article, passages)) = self.articles.get(reading.article.as_str()) else { return };
        let by = reading.by.as_ref().map_or("no one named", |by| by.text.as_str());
        let sure = match reading.certainty {
            Certainty::Stated | Certainty::Attributed => "",
            Certainty::Hedged => " · said with caution",
            Certainty::Unknown => " · said to be unknown",
            Certainty::Denied => " · denied",
        };
        let outlet = article.outlet.as_ref().map_or_else(String::new, |outlet| format!("{outlet} · "));
        let more = match more {
            0 => String::new(),
            1 => " · again in one more place".to_owned(),
            more => format!(" · again in {more} more places"),
        };
        let indent = " ".repeat(article.siglum.len() + 5);
        let mut head = Prose::new(&outlet);
        if reading.text.chars().count() <= MAX_VALUE_CHARACTERS {
            head.push(&reading.text, true);
            head.push(" · ", false);
        }
        head.push(&format!("{by}{sure}{more}"), false);
        let first = format!("   {BOLD}{}{BOLD:#}  ", article.siglum);
        head.write(&mut self.out, &first, &indent, self.columns, Mark { line: None, ..mark });
        passages.excerpt(article, reading).write(&mut self.out, &indent, &indent, self.columns, mark);
    }

    /// What is the same, a line each.
    fn same(&mut self, findings: &[&Finding]) {
        for finding in findings.iter().take(MAX_SAME_LISTED) {
            let ids: BTreeSet<(usize, &str)> =
                finding.readings.iter().map(|r| (r.article.len(), r.article.as_str())).collect();
            let sigla: Vec<String> = ids.iter().map(|(_, id)| siglum(self.report, id)).collect();
            let text = finding.readings.first().map_or("", |reading| reading.text.as_str());
            self.paragraph(&format!("{}: {text} ({})", finding.label, sigla.join(", ")), "   ");
        }
        if let Some(more) = findings.len().checked_sub(MAX_SAME_LISTED).filter(|more| *more > 0) {
            self.paragraph(&format!("… and {more} more: --format json lists all"), "   ");
        }
    }

    /// The sentences that one article alone has, with a rule in the margin.
    fn only(&mut self) {
        if self.report.only.is_empty() {
            return;
        }
        self.heading('│', "Only in one article", self.report.only.len(), AnsiColor::Blue);
        let rule = Style::new().fg_color(Some(AnsiColor::Blue.into()));
        let (first, rest) = (format!("   {rule}│{rule:#} "), format!("   {rule}│{rule:#}   "));
        for article in &self.report.articles {
            let Some((_, passages)) = self.articles.get(article.id.as_str()) else { continue };
            let places = self.report.only.iter().filter(|place| place.article == article.id);
            let sentences: Vec<Prose> = places.map(|at| Prose::new(passages.words(at.start, at.end))).collect();
            if sentences.is_empty() {
                continue;
            }
            self.out.push('\n');
            let outlet = article.outlet.as_deref().unwrap_or("no outlet given");
            self.paragraph(outlet, &format!("   {BOLD}{}{BOLD:#}  ", article.siglum));
            for sentence in sentences {
                sentence.write(&mut self.out, &first, &rest, self.columns, PLAIN);
            }
        }
    }

    /// The values that were held against each other and not compared, with the reason.
    fn not_compared(&mut self) {
        let pairs = &self.report.not_compared;
        if pairs.is_empty() {
            return;
        }
        self.heading(' ', "Not compared", pairs.len(), AnsiColor::White);
        for pair in pairs {
            let words = [&pair.left, &pair.right].map(|place| {
                let words = self.articles.get(place.article.as_str()).map(|(_, p)| p.words(place.start, place.end));
                format!("{} “{}”", siglum(self.report, &place.article), words.unwrap_or_default())
            });
            self.paragraph(&format!("{} and {}: {}", words[0], words[1], pair.reason.message), "   ");
        }
    }

    /// How much text which articles share, a line for each company of articles.
    fn shared(&mut self) {
        let mut companies: BTreeMap<Vec<(usize, &str)>, (u32, u32)> = BTreeMap::new();
        for run in &self.report.shared {
            let ids = run.spans.iter().map(|span| (span.article.len(), span.article.as_str())).collect();
            let (words, passages) = companies.entry(ids).or_default();
            *words += run.words;
            *passages += 1;
        }
        if companies.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "\n{BOLD}Shared copy{BOLD:#}");
        for (ids, (words, passages)) in companies {
            let sigla: Vec<String> = ids.iter().map(|(_, id)| siglum(self.report, id)).collect();
            let passages = if passages == 1 { "one passage".to_owned() } else { format!("{passages} passages") };
            self.paragraph(&format!("{} share {words} words in {passages}.", list(&sigla)), "   ");
        }
    }

    fn notes(&mut self) {
        let report = self.report;
        let mut notes = report.articles.iter().flat_map(|a| a.notes.iter().map(move |note| (a, note))).peekable();
        if notes.peek().is_some() {
            let _ = writeln!(self.out, "\n{BOLD}Notes{BOLD:#}");
        }
        for (article, note) in notes {
            self.paragraph(&note.message, &format!("   {BOLD}{}{BOLD:#}  ", article.siglum));
        }
    }

    fn paragraph(&mut self, text: &str, first: &str) {
        let rest = " ".repeat(display_width(first));
        Prose::new(text).write(&mut self.out, first, &rest, self.columns, PLAIN);
    }
}

#[cfg(test)]
#[path = "terminal_tests.rs"]
mod tests;
