//! The fact table in Markdown.

use std::fmt::Write as _;

use super::{Cell, FOOTER, heading, relation, rows, title};
use crate::{
    exchange::opening::opening,
    report::{Relation, Report, Request},
};

/// The fact table in Markdown, one table a relation, with links to the words where an article's address is known.
///
/// # Sources
/// [GitHub Flavored Markdown](https://github.github.com/gfm/#tables-extension-).
#[must_use]
pub fn markdown(request: &Request, report: &Report) -> String {
    let mut text = format!("# {}\n\n**{}**\n\n", title(report), plain(&opening(report)));
    for article in &report.articles {
        let _ = writeln!(text, "- {}", plain(&heading(article)));
    }
    let rows = rows(request, report);
    for shown in [Relation::Conflict, Relation::Contested, Relation::Compatible, Relation::Same] {
        let mut rows = rows.iter().filter(|row| row.finding.relation == shown).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "\n## {}\n", relation(shown));
        let sigla = report.articles.iter().map(|article| article.siglum.clone());
        line(&mut text, ["Fact".to_owned()].into_iter().chain(sigla));
        line(&mut text, (0..=report.articles.len()).map(|_| "---".to_owned()));
        for row in rows {
            let fact = [plain(&row.label), plain(&row.reasons)];
            let fact = fact.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("<br>");
            line(&mut text, [fact].into_iter().chain(row.cells.iter().map(cell)));
        }
    }
    let _ = writeln!(text, "\n{FOOTER} {}.", plain(&report.engine));
    text
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    let _ = writeln!(text, "| {} |", fields.collect::<Vec<_>>().join(" | "));
}

fn cell(cell: &Cell) -> String {
    if cell.sayings.is_empty() {
        return format!("*{}*", plain(cell.absent));
    }
    let sayings = cell.sayings.iter().map(|saying| {
        let words = plain(&saying.words.join(" / "));
        // Between angle brackets an address may hold all but these.
        let words = match &saying.link {
            Some(link) => format!("[{words}](<{}>)", link.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C")),
            None => words,
        };
        if saying.by.is_empty() { words } else { format!("{words} ({})", plain(&saying.by)) }
    });
    sayings.collect::<Vec<_>>().join("<br>")
}

/// Words that mean themselves and nothing in Markdown or HTML.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut was_space = false;
    for character in words.chars() {
        if character.is_whitespace() {
            if !was_space {
                text.push(' ');
            }
        } else {
            if "\\`*_{}[]<>#|~!&".contains(character) {
                text.push('\\');
            }
            text.push(character);
        }
        was_space = character.is_whitespace();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_themselves() {
        assert_eq!(plain("a\n *b* <i>| [x](y)"), "a \\*b\\* \\<i\\>\\| \\[x\\](y)");
    }
}
