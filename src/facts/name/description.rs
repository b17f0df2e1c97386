//! Descriptions: noun groups that stand for somebody or something without naming it ("a female receptionist", "the
//! court", "a rink in the north end").

use std::{ops::Range, sync::Arc};

use super::{Kind, Mention, Name, Names, fold, mention, plain};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Word},
    tags::Upos,
};
use crate::text::lowercase;

/// Finds the descriptions of a sentence whose noun `heads` one of the kind and `fits` with its group, but for those that a name stands in or beside.
pub fn descriptions(
    document: &Document<'_>,
    sentence: &Sentence,
    names: &Names,
    kind: Kind,
    heads: fn(&Document<'_>, usize) -> bool,
    fits: fn(&Document<'_>, usize, &Range<usize>) -> bool,
) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let from = names.places.partition_point(|(tokens, _)| tokens.end <= sentence.tokens.start);
    let mut named = names.places[from..].iter().peekable();
    for at in sentence.tokens.clone() {
        if !heads(document, at) {
            continue;
        }
        while named.peek().is_some_and(|(tokens, _)| tokens.end <= at) {
            named.next();
        }
        let in_name = named.peek().is_some_and(|(tokens, _)| tokens.start <= at + 1);
        if in_name || document.tokens[at].capital && at > sentence.tokens.start || goes_on(document, at, sentence) {
            continue;
        }
        let mut group = group(document, at, sentence.tokens.start);
        // What a name stands in is left to the name, but for an owner's.
        if let Some((tokens, _)) = names.places[..names.places.partition_point(|(tokens, _)| tokens.start < at)].last()
        {
            let owner = document.tokens.get(tokens.end).is_some_and(|next| next.joined);
            if tokens.end > group.start && !owner {
                group.start = tokens.end;
            }
        }
        if !group.is_empty() && fits(document, at, &group) {
            found.push(describe(document, kind, group));
        }
    }
    found
}

/// A description by its words.
pub fn describe(document: &Document<'_>, kind: Kind, group: Range<usize>) -> Mention {
    let mut full = plain(document.span(without_article(document, &group)).slice(document.text));
    if full.is_ascii() {
        full.make_ascii_lowercase();
    } else {
        full = lowercase(&full);
    }
    let words = full.split_whitespace().map(fold).collect();
    let sex = document.value(group.end - 1, Class::Sex).unwrap_or(0);
    let name = Name { kind, full, words, is_named: false, alias: 0, given: 0, sex, entity: None, within: Vec::new() };
    mention(document, kind, group, Arc::new(name))
}

/// Whether the noun at a token goes on into another noun, so that it is no head.
fn goes_on(document: &Document<'_>, at: usize, sentence: &Sentence) -> bool {
    let next = at + 1;
    next < sentence.tokens.end
        && (document.tag(next) == Upos::Noun
            || document.is_inner_hyphen(next)
            || document.tokens[next].joined && matches!(document.word(next), "'s" | "’s"))
}

/// The noun group that ends with a token, an owner and his "'s" before it included.
fn group(document: &Document<'_>, at: usize, start: usize) -> Range<usize> {
    let group = document.noun_group_before(at + 1, start);
    let owned = group.start > start
        && matches!(document.tag(group.start - 1), Upos::Pron)
        && !document.tokens[group.start - 1].joined;
    let from = if owned && is_owner(document.word(group.start - 1)) { group.start - 1 } else { group.start };
    if group.is_empty() && document.is(at, Class::Agent) { at..at + 1 } else { from..group.end }
}

fn is_owner(word: &str) -> bool {
    ["his", "her", "its", "their", "our", "my", "your"].iter().any(|owner| word.eq_ignore_ascii_case(owner))
}

fn without_article(document: &Document<'_>, group: &Range<usize>) -> Range<usize> {
    let article = group.len() > 1 && document.is_any(group.start, &[Word::The, Word::A]);
    group.start + usize::from(article)..group.end
}

/// Whether a group has a word before its noun that picks one out: an article, an owner, a number.
#[must_use]
pub fn is_picked(document: &Document<'_>, group: &Range<usize>) -> bool {
    group.len() > 1
        && (matches!(document.tag(group.start), Upos::Det | Upos::Num)
            || is_owner(document.word(group.start))
            || group.clone().any(|at| document.tag(at) == Upos::Part))
}
