//! The facts of an article for a reader at a terminal: each sentence marked, and what was read below it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use variorum::ArticleFacts;
use variorum::report::{Certainty, Kind, Mention, Precision};

use crate::cli::passage::Passages;
use crate::cli::prose::{Mark, Prose};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const PLAIN: Mark = Mark { style: Style::new(), line: None };
const MARKED: Mark =
    Mark { style: Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan))), line: Some('━') };

/// What stands in front of a fact, as wide as the longest kind with a blank on either side.
const KIND_COLUMNS: usize = 14;

/// The facts in words, with styles, for `columns` columns.
pub(super) fn render(facts: &ArticleFacts, text: &str, columns: usize) -> String {
    let passages = Passages::new(text);
    let mut out = String::new();
    write(&mut out, &opening(facts), columns, Mark { style: BOLD, line: None }, true);
    let mut by_sentence: BTreeMap<u32, Vec<&Mention>> = BTreeMap::new();
    for mention in &facts.mentions {
        by_sentence.entry(mention.sentence).or_default().push(mention);
    }
    for (sentence, mentions) in by_sentence {
        let Some(sentence) = facts.article.sentences.get(sentence as usize) else { continue };
        out.push('\n');
        let mut prose = Prose::default();
        let mut at = sentence.start;
        for mention in &mentions {
            // A quote holds facts of its own: what is marked already is not marked again.
            if mention.end > at {
                prose.push(passages.words(at, mention.start.max(at)), false);
                prose.push(passages.words(mention.start.max(at), mention.end), true);
                at = mention.end;
            }
        }
        prose.push(passages.words(at, sentence.end), false);
        prose.write(&mut out, "", "", columns, MARKED);
        for mention in mentions {
            let kind = kind(mention.kind);
            let first = format!("  {DIM}{kind}{DIM:#}{}", " ".repeat(KIND_COLUMNS - 2 - kind.len()));
            fact(&mut out, mention, &first, columns);
        }
    }
    for note in &facts.article.notes {
        write(&mut out, &format!("\nNote: {}", note.message), columns, PLAIN, false);
    }
    out
}

/// "34 facts: 12 counts, 5 times …", by kind.
fn opening(facts: &ArticleFacts) -> String {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for mention in &facts.mentions {
        *counts.entry(mention.kind).or_default() += 1;
    }
    let listed: Vec<String> = counts.iter().map(|(&of, count)| format!("{} {count}", kind(of))).collect();
    match facts.mentions.len() {
        0 => "No fact was found.".to_owned(),
        1 => format!("One fact: {}.", kind(facts.mentions[0].kind)),
        all => format!("{all} facts: {}.", listed.join(", ")),
    }
}

/// One line: the words, the value, how exact, who says so, how sure.
fn fact(out: &mut String, mention: &Mention, first: &str, columns: usize) {
    let mut prose = Prose::default();
    prose.push(&mention.text, true);
    if mention.norm != mention.text {
        prose.push(&format!(" = {}", mention.norm), false);
    }
    let precision = match mention.precision {
        Precision::Exact => "",
        Precision::Approximate => " · approximate",
        Precision::Vague => " · vague",
    };
    let by = mention.by.as_ref().map_or_else(String::new, |by| format!(" · {}", by.text));
    let sure = match mention.certainty {
        Certainty::Stated | Certainty::Attributed => "",
        Certainty::Hedged => " · said with caution",
        Certainty::Unknown => " · said to be unknown",
        Certainty::Denied => " · denied",
    };
    prose.push(&format!("{precision}{by}{sure}"), false);
    prose.write(out, first, &" ".repeat(KIND_COLUMNS), columns, Mark { style: BOLD, line: None });
}

/// The name of a kind, as in the JSON.
fn kind(kind: Kind) -> String {
    format!("{kind:?}").to_lowercase()
}

fn write(out: &mut String, text: &str, columns: usize, mark: Mark, is_marked: bool) {
    if text.starts_with('\n') {
        let _ = writeln!(out);
    }
    let mut prose = Prose::default();
    prose.push(text.trim_start(), is_marked);
    prose.write(out, "", "", columns, mark);
}
