//! A few words for what the readings of a finding are about, taken from the articles themselves.

mod clause;
mod phrase;

use std::ops::Range;

use self::{
    clause::{clause, words as as_written},
    phrase::{Phrase, noun_around, role},
};
use super::{
    model::Topic,
    words::{Form, Words},
};
use crate::{
    alignment::Reading,
    comparison::{
        Relation,
        findings::{Finding, Grouped},
    },
    facts::{
        Kind, Stated, Value,
        attribution::Attribution,
        frame::Role,
        polarity::Claim,
        quantity::{Quantity, Unit},
        quote::QuoteForm,
    },
    language::{
        Document,
        lexicon::{Class, Dimension, Word},
        tags::Upos,
    },
    text::lowercase,
};

/// Words of a claim at most.
const MOST_CLAIM: usize = 10;

/// Words of a speaker or of a quotation's beginning at most, so that a label stays one.
const MOST_SPEAKER: usize = 6;

/// What a finding is called, whole and in its parts.
pub(super) struct Named {
    pub(super) label: String,
    pub(super) topic: Topic,
}

/// A label in its parts: its pattern, by name and in words, and the article's words in it.
struct Called {
    form: String,
    pattern: String,
    of: Option<String>,
}

impl Called {
    fn new((form, pattern): Form, of: String) -> Self {
        Self { form: form.to_owned(), pattern: pattern.to_owned(), of: Some(of) }
    }

    fn text(&self, words: &Words) -> String {
        let Some(of) = &self.of else { return self.pattern.clone() };
        let pattern = match self.pattern.contains("{of}") {
            true => &self.pattern,
            false => &words.of.replace("{what}", &self.pattern),
        };
        pattern.replace("{of}", of)
    }
}

/// What the findings of one report are called, in their order. Those that would be called the same are told apart by
/// what hangs on the value, where there is something.
pub(super) fn topics(readings: &[Reading<'_>], findings: &[Finding], words: &Words) -> Vec<Named> {
    let all: Vec<Called> = findings.iter().map(|finding| called(readings, finding, words)).collect();
    let labels: Vec<String> = all.iter().map(|called| capitalised(&called.text(words))).collect();
    let mut named = Vec::with_capacity(all.len());
    for (at, Called { form, of, .. }) in all.into_iter().enumerate() {
        let shares = |other: usize| other != at && labels[other] == labels[at];
        let is_unnamed = labels[at] == unnamed(readings, &findings[at], words).1;
        let is_clause = findings[at].kind == Kind::Time && !is_unnamed;
        // "Three of the injured": which of them, tells what is said of these.
        let is_part = |at: &Grouped| readings[at.article].facts.mentions[at.mention].frame.is_part;
        let is_part = findings[at].kind == Kind::Count && findings[at].readings.iter().all(is_part);
        let is_shared = is_unnamed || is_part || !is_clause && (0..labels.len()).any(shares);
        let detail = if is_shared { detail(readings, &findings[at], &labels[at]) } else { None };
        let label = match &detail {
            Some(detail) => words.by.replace("{text}", &labels[at]).replace("{by}", detail),
            None => labels[at].clone(),
        };
        named.push(Named { label, topic: Topic { form, of, detail } });
    }
    named
}

fn called(readings: &[Reading<'_>], finding: &Finding, words: &Words) -> Called {
    let mut all = finding.readings.iter().map(|grouped| {
        let reading = &readings[grouped.article];
        (reading, &reading.facts.mentions[grouped.mention])
    });
    let called = match finding.kind {
        Kind::Quote => all
            .clone()
            .find_map(|(reading, stated)| speaker(reading, stated))
            .map(|speaker| Called::new(words.said, speaker)),
        Kind::Attribution => {
            quoted(readings, finding, true).map(|quote| Called::new(words.who_said, quote)).or_else(|| {
                let told = told(readings, finding).or_else(|| quoted(readings, finding, false));
                told.map(|claim| Called::new(words.who_says, claim))
            })
        }
        Kind::Polarity | Kind::Certainty => all
            .clone()
            .find_map(|(reading, stated)| claim(&reading.document, stated))
            .or_else(|| all.clone().find_map(|(reading, stated)| clause_of_claim(&reading.document, stated)))
            .map(|claim| {
                Called::new(if finding.kind == Kind::Polarity { words.whether } else { words.how_sure }, claim)
            }),
        Kind::Time => all
            .clone()
            .filter_map(|(reading, stated)| when(&reading.document, stated))
            .min_by_key(String::len)
            .map(|clause| Called::new(words.when, clause)),
        Kind::Place | Kind::Person | Kind::Organisation => named(&all.clone().collect::<Vec<_>>(), finding, words),
        Kind::Other if finding.relation == Relation::Same => named(&all.collect::<Vec<_>>(), finding, words),
        Kind::Other => all.find_map(|(reading, stated)| thing(reading, stated, words)),
        _ => None,
    };
    called.or_else(|| counted(readings, finding, words)).unwrap_or_else(|| {
        let (form, pattern) = unnamed(readings, finding, words);
        Called { form: form.to_owned(), pattern: pattern.to_owned(), of: None }
    })
}

/// What a finding is called when nothing tells what it is about: by what its values are.
fn unnamed(readings: &[Reading<'_>], finding: &Finding, words: &Words) -> Form {
    let values = || finding.readings.iter().map(|at| &readings[at.article].facts.mentions[at.mention].mention.value);
    let has_clock = |value: &Value| matches!(value, Value::Time(time) if time.clock.is_some());
    match values().next() {
        Some(Value::Tally(_)) => words.tally,
        Some(Value::Quantity(Quantity { unit: Unit::Measure(dimension), .. })) => (words.dimension)(*dimension),
        Some(Value::Time(_)) if values().all(has_clock) => words.time_of_day,
        Some(Value::Time(_)) if !values().any(has_clock) => words.date,
        _ => (words.kind)(finding.kind),
    }
}

/// What is counted or measured, by the reading that says most in the fewest words, the earlier one where two do.
fn counted(readings: &[Reading<'_>], finding: &Finding, words: &Words) -> Option<Called> {
    if matches!(finding.kind, Kind::Quote | Kind::Attribution | Kind::Certainty) {
        return None;
    }
    let (mut best, mut is_age): (Option<Phrase>, bool) = (None, false);
    for grouped in &finding.readings {
        let reading = &readings[grouped.article];
        let stated = &reading.facts.mentions[grouped.mention];
        // Who voted 6 to 3 is not what the numbers are of.
        if matches!(stated.mention.value, Value::Tally(_)) {
            return None;
        }
        is_age |= stated.frame.is_age;
        let phrase = Phrase::new(&reading.document, stated, &named_for(reading, stated));
        if best.as_ref().is_none_or(|best| phrase.rank() > best.rank()) {
            best = Some(phrase);
        }
    }
    let best = best?;
    // "Workers would be paid for three months": a length of time is not of them alone.
    let is_length = |at: &Grouped| {
        let value = &readings[at.article].facts.mentions[at.mention].mention.value;
        matches!(value, Value::Quantity(Quantity { unit: Unit::Measure(Dimension::Duration), .. }))
    };
    if !is_age && best.is_of_others() && finding.readings.iter().all(is_length) {
        return None;
    }
    let called = best.called(words)?;
    match () {
        () if is_age => Some(Called::new(words.age, best.whose(words))),
        () if finding.kind == Kind::Time => best.is_event.then(|| Called::new(words.time_of, called.text(words))),
        () => Some(called),
    }
}

/// The tokens of who is named for a reading; none where nobody is.
fn named_for(reading: &Reading<'_>, stated: &Stated) -> Range<usize> {
    stated.by.map_or(0..0, |by| reading.facts.attributions[by].speaker.clone())
}

/// Who is named for a reading, in the few words before the first comma; none for a pronoun.
fn speaker(reading: &Reading<'_>, stated: &Stated) -> Option<String> {
    let document = &reading.document;
    let tokens = reading.facts.attributions[stated.by?].speaker.clone();
    let end = tokens.clone().find(|&at| document.is_word(at, Word::Comma)).unwrap_or(tokens.end);
    let is_short = end - tokens.start <= MOST_SPEAKER && document.tag(tokens.start) != Upos::Pron;
    is_short.then(|| as_written(document, tokens.start..end))
}

/// The clause that speakers of several articles tell: that of one predicate, or the only one that somebody tells.
fn told(readings: &[Reading<'_>], finding: &Finding) -> Option<String> {
    let mut all: Vec<(&Reading<'_>, &Stated, &Claim)> = Vec::new();
    for grouped in &finding.readings {
        let reading = &readings[grouped.article];
        let speaker = &reading.facts.mentions[grouped.mention].mention.tokens;
        let said = |attribution: &Attribution| attribution.speaker == *speaker;
        for stated in &reading.facts.mentions {
            if let Value::Claim(claim) = &stated.mention.value
                && stated.by.is_some_and(|by| said(&reading.facts.attributions[by]))
            {
                all.push((reading, stated, claim));
            }
        }
    }
    let is_shared = |&(reading, _, claim): &(&Reading<'_>, &Stated, &Claim)| {
        all.len() == 1
            || all.iter().any(|&(other, _, told)| {
                !std::ptr::eq(other, reading)
                    && (told.predicate == claim.predicate || told.concept != 0 && told.concept == claim.concept)
            })
    };
    all.iter().copied().filter(is_shared).find_map(|(reading, stated, _)| {
        let document = &reading.document;
        clause_of_claim(document, stated).or_else(|| claim(document, stated))
    })
}

/// The words that several are named for, the shortest run of them, when all articles have them: in quotation marks, or
/// else as a clause.
fn quoted(readings: &[Reading<'_>], finding: &Finding, is_direct: bool) -> Option<String> {
    let quotes = finding.readings.iter().map(|grouped| {
        let Reading { document, facts, .. } = &readings[grouped.article];
        let speaker = &facts.mentions[grouped.mention].mention.tokens;
        let is_theirs = |stated: &&Stated| {
            let Value::Quote(quote) = &stated.mention.value else { return false };
            let is_said = |by: usize| facts.attributions[by].speaker == *speaker;
            let start = stated.mention.tokens.start;
            let is_clause = matches!(document.tag(start), Upos::Det | Upos::Propn) || document.is_noun(start);
            (quote.form != QuoteForm::Indirect) == is_direct
                && (is_direct || is_clause)
                && stated.by.is_some_and(is_said)
        };
        let stated = facts.mentions.iter().find(is_theirs)?;
        Some(if is_direct {
            opening(stated.mention.span.slice(document.text), MOST_SPEAKER)
        } else {
            opening(&as_written(document, stated.mention.tokens.clone()), MOST_CLAIM)
        })
    });
    quotes.collect::<Option<Vec<_>>>()?.into_iter().min_by_key(String::len)
}

/// The first words of a quotation.
fn opening(quote: &str, most: usize) -> String {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let cut = if words.len() > most { " …" } else { "" };
    let text = words[..words.len().min(most)].join(" ");
    format!("{}{cut}", text.trim_end_matches(['.', ',']))
}

/// What an affirming reading says, from its subject to what hangs on the verb; none where that is denied or long.
fn claim(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let Value::Claim(claim) = &stated.mention.value else { return None };
    let mut tokens: Vec<usize> = stated.frame.with(Role::Subject).chain(stated.frame.with(Role::Complement)).collect();
    tokens.extend(stated.mention.tokens.clone());
    let first = stated.frame.with(Role::Subject).min()?;
    let first = if first > 0 && document.tag(first - 1) == Upos::Det { first - 1 } else { first };
    let last = tokens.iter().copied().max()?;
    // What hangs on a long claim, or on an aside or a clause within it, is left out.
    let is_cut = |at: usize| document.is_word(at, Word::Comma) || document.is(at, Class::Relative);
    let verb = stated.mention.tokens.end;
    let last = (verb..=last).find(|&at| is_cut(at)).map_or(last, |at| at - 1).max(verb - 1);
    // "Suffered injuries after the barge | caught fire": the last noun belongs to the verb behind it.
    let opens = |at: &usize| matches!(document.tag(*at), Upos::Adp | Upos::Sconj);
    let is_subject = last >= verb && last + 1 < document.tokens.len() && document.is_verbal(last + 1);
    let last = if is_subject { (verb..last).rev().find(opens)?.checked_sub(1)? } else { last };
    let last = if last - first < MOST_CLAIM { last } else { verb - 1 };
    // "At least one suspect was held": the subject begins before what is known of it.
    let is_longer = |at: usize| {
        matches!(document.tag(at), Upos::Adj | Upos::Num | Upos::Part) || document.phrase(at, Class::Bound).is_some()
    };
    // "Warning lights" are no speech.
    let is_speech = |at: usize| {
        document.tag(at) == Upos::Verb && document.is(at, Class::Report) && !document.word(at).ends_with("ing")
    };
    if claim.is_negated
        || first >= stated.mention.tokens.start
        || last - first >= MOST_CLAIM
        || (first..stated.mention.tokens.start).any(|at| is_cut(at) || is_speech(at))
        || document.tag(last) == Upos::Sconj
        || first > 0 && is_longer(first - 1)
    {
        return None;
    }
    Some(as_written(document, first..last + 1))
}

/// The clause of a claim, where what it is told of stands right before its verb.
fn clause_of_claim(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let is_claim = matches!(stated.mention.value, Value::Claim(_));
    clause(document, verb_of(document, stated).filter(|_| is_claim)?, &(0..0))
}

fn verb_of(document: &Document<'_>, stated: &Stated) -> Option<usize> {
    stated.mention.tokens.clone().rev().find(|&at| document.is_verbal(at))
}

/// The clause that tells what happened at a time, or the happening that it stands with.
fn when(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let verb = stated.frame.with(Role::Predicate).find(|&at| document.is_verbal(at))?;
    clause(document, verb, &stated.mention.tokens)
}

/// A name that the reports agree on is its own label; where they differ, who or what it is of, or what happened there.
fn named(all: &[(&Reading<'_>, &Stated)], finding: &Finding, words: &Words) -> Option<Called> {
    let as_words = |text| Called::new(words.words, text);
    let role = || all.iter().find_map(|(reading, stated)| role(&reading.document, stated)).map(as_words);
    // Of a place that is compatible with itself, one report names a part.
    if finding.relation == Relation::Same || finding.relation == Relation::Compatible && is_one_name(all) {
        // What is agreed on is called by its name.
        let name = |(reading, stated): &(&Reading<'_>, &Stated)| match &stated.mention.value {
            Value::Name(name) if name.is_named => Some(name.full.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => {
                let tokens = stated.mention.tokens.clone();
                let document = &reading.document;
                let start = tokens.start + usize::from(document.tag(tokens.start) == Upos::Det);
                (start < tokens.end).then(|| as_written(document, start..tokens.end))
            }
        };
        let is_person = finding.kind == Kind::Person;
        // A name in capitals alone is one of a headline or a caption.
        let is_plain = |name: &String| name.contains(char::is_lowercase);
        let full = || all.iter().filter_map(name).find(is_plain).or_else(|| all.iter().find_map(name)).map(as_words);
        return role().filter(|_| is_person).or_else(full);
    }
    if finding.kind == Kind::Place {
        let place = all.iter().find_map(|(reading, stated)| where_it_was(&reading.document, stated, words));
        return place.or_else(role);
    }
    role()
}

/// Whether all readings are one name, word for word.
fn is_one_name(all: &[(&Reading<'_>, &Stated)]) -> bool {
    let words = |(_, stated): &(&Reading<'_>, &Stated)| match &stated.mention.value {
        Value::Name(name) if name.is_named => Some(name.words.clone()),
        _ => None,
    };
    all.iter().all(|one| words(one).is_some() && words(one) == words(&all[0]))
}

/// What stands before the preposition of a place: "the blast at", "the ferry sank off".
fn where_it_was(document: &Document<'_>, stated: &Stated, words: &Words) -> Option<Called> {
    let sentence = &document.sentences[stated.sentence].tokens;
    let mut start = stated.mention.tokens.start;
    while start > sentence.start && matches!(document.tag(start - 1), Upos::Det | Upos::Adj) {
        start -= 1;
    }
    let preposition = start.checked_sub(1).filter(|&at| at > sentence.start && document.tag(at) == Upos::Adp)?;
    let noun = document.noun_group_before(preposition, sentence.start);
    if let Some(head) = document.head_of(&noun) {
        return document.is(head, Class::Happening).then(|| Called::new(words.place_of, phrase::plain(document, head)));
    }
    let clause = clause(document, preposition - 1, &(preposition..stated.mention.tokens.end))?;
    Some(Called::new(words.place, clause))
}

/// What sort of thing is told of: "vehicle", and whose it is, where that is known.
fn thing(reading: &Reading<'_>, stated: &Stated, words: &Words) -> Option<Called> {
    let Value::Thing(thing) = &stated.mention.value else { return None };
    let class = (words.thing)(thing.class)?;
    let holder = thing.holder.and_then(|at| reading.facts.names.entities.get(at));
    let of = holder.map(|holder| holder.name.full.clone());
    Some(Called { form: class.to_owned(), pattern: class.to_owned(), of })
}

/// What tells a finding from another with its label: the beginning of a quotation, what hangs on a value, what
/// happened to it.
fn detail(readings: &[Reading<'_>], finding: &Finding, label: &str) -> Option<String> {
    let lower = lowercase(label);
    finding.readings.iter().find_map(|grouped| {
        let reading = &readings[grouped.article];
        let stated = &reading.facts.mentions[grouped.mention];
        let document = &reading.document;
        let tokens = &stated.mention.tokens;
        match finding.kind {
            // Where no clause stands alone, the first words that are told.
            Kind::Certainty | Kind::Attribution => {
                let is_told = |given: &&Attribution| given.speaker == *tokens;
                let told = match finding.kind {
                    Kind::Attribution => reading.facts.attributions.iter().find(is_told)?.content.clone(),
                    _ => stated.frame.clause.clone(),
                };
                let is_word = |&at: &usize| document.word(at).starts_with(char::is_alphanumeric);
                let start = told.clone().find(is_word)?;
                Some(format!("“{}”", opening(&as_written(document, start..told.end), MOST_SPEAKER)))
            }
            Kind::Quote => Some(format!("“{}”", opening(stated.mention.span.slice(document.text), MOST_SPEAKER))),
            Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Time | Kind::Place => {
                let roles = match finding.kind {
                    Kind::Time | Kind::Place => [Role::Subject, Role::Complement],
                    _ => [Role::Complement, Role::Subject],
                };
                let anchors = roles.into_iter().flat_map(|role| stated.frame.with(role));
                let by = named_for(reading, stated);
                let is_free = |&at: &usize| {
                    let says_little = [Class::Unit, Class::Percent, Class::Figure, Class::Stop]
                        .into_iter()
                        .any(|class| document.is(at, class));
                    !tokens.contains(&at) && !by.contains(&at) && !says_little && !phrase::is_of_calendar(document, at)
                };
                let mut nouns = anchors.filter(|&at| document.is_noun(at)).filter(is_free);
                nouns.find_map(|at| {
                    let noun = noun_around(document, at);
                    let text = as_written(document, noun);
                    (text.len() > 2 && !lower.contains(&lowercase(&text))).then_some(text)
                })
            }
            Kind::Person => match &stated.mention.value {
                Value::Name(name) if finding.relation == Relation::Same && name.is_named => Some(name.full.clone()),
                _ => None,
            }
            .filter(|name| !lower.contains(&lowercase(name))),
            _ => None,
        }
    })
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests;
