//! The fact table as comma-separated values.

use super::{heading, kind, relation, rows, severity};
use crate::report::{Report, Request};

/// The fact table as comma-separated values, a row a finding, for spreadsheets.
///
/// The columns are those of the page's own export; what a reader made of a finding there ("Reviewed", "Note") is empty
/// here. A byte order mark stands in front, without which Excel takes UTF-8 for something else.
///
/// # Sources
/// [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180); a field that a spreadsheet would take for a formula gets an apostrophe
/// ([OWASP, CSV Injection](https://owasp.org/www-community/attacks/CSV_Injection)).
#[must_use]
pub fn csv(request: &Request, report: &Report) -> String {
    let columns = ["Fact", "Relation", "Kind", "Severity", "Reviewed", "Note", "Remarks"].map(str::to_owned);
    let mut lines: Vec<Vec<String>> = vec![columns.into_iter().chain(report.articles.iter().map(heading)).collect()];
    for row in rows(request, report) {
        let finding = row.finding;
        let named =
            [relation(finding.relation), kind(finding.kind), severity(finding.severity), "", ""].map(str::to_owned);
        let said = row.cells.iter().map(|cell| {
            let sayings = cell.sayings.iter().map(|saying| {
                let by = if saying.by.is_empty() { String::new() } else { format!(" ({})", saying.by) };
                saying.words.join(" / ") + &by
            });
            let said = sayings.collect::<Vec<_>>().join("; ");
            if said.is_empty() { cell.absent.to_owned() } else { said }
        });
        lines.push([row.label].into_iter().chain(named).chain([row.reasons]).chain(said).collect());
    }
    written(&lines)
}

/// The lines, every field in quotation marks.
fn written(lines: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::from("\u{feff}"));
    for fields in lines {
        // Nothing is written but memory, and all lines have a field a column.
        let _ = writer.write_record(fields.iter().map(|value| field(value)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A value on one line, and no formula.
fn field(value: &str) -> String {
    let mut text = String::new();
    if value.starts_with('\t') || value.trim_start().starts_with(['=', '+', '-', '@']) {
        text.push('\'');
    }
    let mut was_break = false;
    for character in value.chars() {
        let is_break = matches!(character, '\r' | '\n' | '\0');
        match character {
            _ if is_break && was_break => {}
            _ if is_break => text.push(' '),
            other => text.push(other),
        }
        was_break = is_break;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_text_whatever_it_holds() {
        for (value, expected) in [
            ("12", "\"12\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("=cmd|'/c calc'!A1", "\"'=cmd|'/c calc'!A1\""),
            (" -2", "\"' -2\""),
            ("a\r\n\nb", "\"a b\""),
        ] {
            assert_eq!(written(&[vec![value.to_owned()]]), format!("\u{feff}{expected}\r\n"));
        }
    }
}
