//! A few words for what the readings of a finding are about, taken from the articles themselves.

use super::words::Words;
use crate::{
    alignment::Reading,
    comparison::findings::Finding,
    facts::{Kind, Stated, frame::Role},
    language::{Document, tags::Upos},
};

/// Words of a label at most; a longer one is cut at its end.
const MOST_WORDS: usize = 7;

/// The label of a finding: that of the reading whose frame says most in the fewest words.
pub(super) fn label(readings: &[Reading<'_>], finding: &Finding, words: &Words) -> String {
    let best = finding
        .readings
        .iter()
        .map(|grouped| {
            let reading = &readings[grouped.article];
            let stated = &reading.facts.mentions[grouped.mention];
            label_words(&reading.document, stated)
        })
        .enumerate()
        .max_by_key(|(index, (roles, text))| (*roles, std::cmp::Reverse(text.len()), std::cmp::Reverse(*index)))
        .map(|(_, (_, text))| text)
        .filter(|text| !text.is_empty());
    let is_age = finding
        .readings
        .first()
        .is_some_and(|grouped| readings[grouped.article].facts.mentions[grouped.mention].frame.is_age);
    let text = best.unwrap_or_else(|| (words.kind)(finding.kind).to_owned());
    let prefix = if is_age {
        words.age
    } else if finding.kind == Kind::Time {
        words.when
    } else {
        ""
    };
    capitalised(&format!("{prefix}{text}"))
}

/// How many roles a frame fills, and its words in the order of the text: what is counted, then what happened.
fn label_words(document: &Document<'_>, stated: &Stated) -> (usize, String) {
    let frame = &stated.frame;
    let fill = |role: Role| frame.with(role).collect::<Vec<_>>();
    let mut first = fill(Role::Modifier);
    first.extend(fill(Role::Head));
    let mut roles = usize::from(!first.is_empty());
    if first.is_empty() {
        first = fill(Role::Subject);
        roles = usize::from(!first.is_empty());
    }
    first.sort_unstable();
    let mut then = fill(Role::Predicate);
    then.retain(|&at| matches!(document.tag(at), Upos::Verb | Upos::Adj | Upos::Noun));
    then.sort_unstable();
    roles += usize::from(!then.is_empty());
    let words: Vec<&str> = first.iter().chain(&then).take(MOST_WORDS).map(|&at| document.word(at)).collect();
    (roles, words.join(" "))
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
