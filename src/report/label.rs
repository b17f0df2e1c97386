//! A few words for what the readings of a finding are about, taken from the articles themselves.

use super::words::Words;
use crate::{
    alignment::Reading,
    comparison::findings::Finding,
    facts::{Kind, Stated, Value, frame::Role},
    language::{Document, lexicon::Class, tags::Upos},
};

/// Nouns of a label at most.
const MOST_NOUNS: usize = 4;

/// Words of a claim at most.
const MOST_CLAIM: usize = 10;

/// Words of a speaker at most, so that a label stays one.
const MOST_SPEAKER: usize = 6;

/// The label of a finding: that of the reading that says most in the fewest words, the earlier one where two do.
pub(super) fn label(readings: &[Reading<'_>], finding: &Finding, words: &Words) -> String {
    if finding.kind == Kind::Quote {
        let speaker = finding.readings.iter().find_map(|grouped| speaker(&readings[grouped.article], grouped.mention));
        return match speaker {
            Some(speaker) => capitalised(&words.said.replace("{of}", &speaker)),
            None => (words.kind)(finding.kind).to_owned(),
        };
    }
    if matches!(finding.kind, Kind::Polarity | Kind::Certainty)
        && let Some(claim) = finding.readings.iter().find_map(|grouped| {
            let reading = &readings[grouped.article];
            claim(&reading.document, &reading.facts.mentions[grouped.mention])
        })
    {
        return capitalised(&words.whether.replace("{of}", &claim));
    }
    if finding.kind == Kind::Certainty {
        return (words.kind)(finding.kind).to_owned();
    }
    let mut best: Option<Label> = None;
    let mut is_age = false;
    for grouped in &finding.readings {
        let reading = &readings[grouped.article];
        let stated = &reading.facts.mentions[grouped.mention];
        is_age |= stated.frame.is_age;
        let label = Label::new(&reading.document, stated);
        if best.as_ref().is_none_or(|best| label.rank() > best.rank()) {
            best = Some(label);
        }
    }
    let text = best.map(|label| label.text(words)).filter(|text| !text.is_empty());
    let text = match text {
        Some(text) if is_age => words.age.replace("{of}", &text),
        Some(text) if finding.kind == Kind::Time => words.when.replace("{of}", &text),
        Some(text) => text,
        None => (words.kind)(finding.kind).to_owned(),
    };
    capitalised(&text)
}

/// Who is named for a reading, in the few words before the first comma; none for a pronoun.
fn speaker(reading: &Reading<'_>, mention: usize) -> Option<String> {
    let document = &reading.document;
    let tokens = reading.facts.attributions[reading.facts.mentions[mention].by?].speaker.clone();
    let end = tokens.clone().find(|&at| document.word(at) == ",").unwrap_or(tokens.end);
    let is_short = end - tokens.start <= MOST_SPEAKER && document.tag(tokens.start) != Upos::Pron;
    let words = document.span(tokens.start..end).slice(document.text);
    is_short.then(|| words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What an affirming reading says, from its subject to what hangs on the verb; none where that is denied or long.
fn claim(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let Value::Claim(claim) = &stated.mention.value else { return None };
    let mut tokens: Vec<usize> = stated.frame.with(Role::Subject).chain(stated.frame.with(Role::Complement)).collect();
    tokens.extend(stated.mention.tokens.clone());
    let first = stated.frame.with(Role::Subject).min()?;
    let first = if first > 0 && document.tag(first - 1) == Upos::Det { first - 1 } else { first };
    let last = tokens.iter().copied().max()?;
    // What hangs on a long claim is left out.
    let last = if last - first < MOST_CLAIM { last } else { stated.mention.tokens.end - 1 };
    if claim.is_negated || first >= stated.mention.tokens.start || last - first >= MOST_CLAIM {
        return None;
    }
    let words = document.span(first + 1..last + 1).slice(document.text);
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(format!("{} {}", plain(document, first), words.join(" ")))
}

/// The words of one reading's label.
struct Label {
    /// What is counted, measured or dated.
    nouns: Vec<String>,
    /// What happened, by the name of its set of words or as the article puts it.
    happening: Option<String>,
    /// Whether the happening is named, and so reads well behind any noun.
    is_named: bool,
    /// Whether the nouns are what is counted, not who did it.
    has_head: bool,
}

impl Label {
    fn new(document: &Document<'_>, stated: &Stated) -> Self {
        let frame = &stated.frame;
        let mut tokens: Vec<usize> = frame.with(Role::Head).chain(frame.with(Role::Modifier)).collect();
        if frame.with(Role::Head).next().is_none() {
            tokens = frame.with(Role::Subject).collect();
        }
        if tokens.is_empty() {
            tokens = frame.with(Role::Complement).filter(|&at| !document.is(at, Class::Unit)).collect();
        }
        tokens.sort_unstable();
        // The head stands last: what is cut is what narrows it.
        let cut = tokens.len().saturating_sub(MOST_NOUNS);
        let nouns = tokens[cut..].iter().map(|&at| plain(document, at)).collect();
        let verb =
            frame.with(Role::Predicate).find(|&at| document.tag(at) == Upos::Verb && !document.is(at, Class::Light));
        let named = frame
            .with(Role::Predicate)
            .filter_map(|at| document.lists().concept(document.value(at, Class::Concept)?))
            .find(|name| name.ends_with("ed"));
        let happening = named.map(|name| name.replace('_', " ")).or_else(|| {
            let verb = verb.filter(|_| stated.mention.kind == Kind::Time)?;
            Some(plain(document, verb))
        });
        Self { nouns, happening, is_named: named.is_some(), has_head: frame.with(Role::Head).next().is_some() }
    }

    /// Both parts before one, what is counted before who did it, and fewer words before more.
    fn rank(&self) -> (usize, bool, bool, std::cmp::Reverse<usize>) {
        let parts = usize::from(!self.nouns.is_empty()) + usize::from(self.happening.is_some());
        (parts, self.has_head, self.is_named, std::cmp::Reverse(self.nouns.len()))
    }

    fn text(&self, words: &Words) -> String {
        let nouns = self.nouns.join(" ");
        match &self.happening {
            Some(happening) if nouns.is_empty() => happening.clone(),
            // "Deaths killed" says it twice.
            Some(happening) if self.nouns.last().is_some_and(|noun| noun == happening) => nouns,
            Some(happening) => words.happening.replace("{of}", &nouns).replace("{what}", happening),
            None => nouns,
        }
    }
}

/// A word as it stands inside a sentence: in lower case unless it is a name.
fn plain(document: &Document<'_>, at: usize) -> String {
    let word = document.word(at);
    if document.tag(at) == Upos::Propn { word.to_owned() } else { word.to_lowercase() }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
