//! The things and persons that play a part in an event: vehicles, weapons, causes, charges, injuries, trades, ranks,
//! buildings, materials.
//!
//! Finds
//! : nouns of the classes in `things.txt` with the words that narrow them ("combine harvester", "broken collarbone",
//!   "deputy chairman"), each bound to the predicate that it stands with.
//!
//! Why a reader cares
//! : a train that struck a tractor in one report and a bus in the other is a difference without a number.
//!
//! Example
//! : in "The train struck a combine harvester", "combine harvester" is the vehicle that was struck.
//!
//! Leaves out on purpose
//! : words that only narrow another noun ("car" in "car bomb"), and names of persons that are nouns (Ms Baker).
//!
//! Known misses
//! : roles told by a clause ("a place where criminals hide"), nouns outside the classes.

use std::ops::Range;

use super::{
    Kind, Mention, Precision, Value,
    name::{Names, is_agent},
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, EN, Word},
    tags::Upos,
    tokens::{Shape, is_hyphen},
};
use crate::text::lowercase;

pub mod holder;
pub mod injury;
mod part;
mod thing;

pub use part::{LISTED, parts};

use thing::{
    BELOW, BODY, DESIGNATION, FAMILIES, INJURY, NO_FIELD, PASSING, PAST, POST, RELATIVE, TITLES, class_and_family,
};
pub use thing::{
    CLASSES, Thing, happens_to_one, hurt_part, is_animal, is_cause, is_harm, is_kin, is_numbered, is_offence,
    is_origin, is_people, is_post, is_relative, is_title, is_trade, may_be_alone, may_be_anywhere, may_be_main,
};

/// Whether a post is held as a whole and now, by the word before its noun: not "deputy mayor", "former mayor".
#[must_use]
pub fn is_held(document: &Document<'_>, noun: usize) -> bool {
    noun == 0 || !BELOW.iter().chain(&PAST).any(|word| document.reads(noun - 1, word))
}

/// A noun that narrows another, in its dictionary form.
fn sort(document: &Document<'_>, at: usize) -> Option<String> {
    let is_joined = document.is_inner_hyphen(at) || document.is_inner_hyphen(at + 1);
    (document.tag(at) == Upos::Noun && !is_joined).then(|| document.lemma(at))
}

/// Posts that are told apart by their field.
const FIELDED: [&str; 6] = ["minister", "secretary", "director", "editor", "correspondent", "manager"];

/// Whether what stands before a post names its field: words without a capital, unless the post has one too.
fn has_field(document: &Document<'_>, start: usize, end: usize, sentence: usize) -> bool {
    let post = end - 1;
    let is_plain = |at: usize| at == sentence || document.tokens[at].capital == document.tokens[post].capital;
    let passes = |at: usize| NO_FIELD.iter().chain(&PASSING).chain(&BELOW).any(|word| document.reads(at, word));
    let is_cased = |at: usize| document.is_inner_hyphen(at) || is_plain(at) || passes(at);
    FIELDED.iter().any(|word| document.reads(post, word))
        && (start..post).all(is_cased)
        && (start..post).any(|at| !document.is_inner_hyphen(at) && !passes(at))
}

/// Words before a noun that narrow it, at most.
const MODIFIERS: usize = 3;

/// The things of a sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, names: &Names) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if let Some(mention) = designation(document, at, sentence) {
            at = mention.tokens.end;
            found.push(mention);
            continue;
        }
        // "Major Brandt": what stands before a person's name is a rank, whatever the tagger takes it for.
        let is_title = |end: usize| {
            let may_be = document.tokens[at].capital || document.tag(at) != Upos::Verb;
            may_be && names.person_at(end).is_some()
        };
        let is_hurt =
            |class: i32| class as usize / FAMILIES == BODY && injury::injury(document, at, &sentence.tokens).is_some();
        let is_noun =
            |&(words, class): &(usize, i32)| stands(document, at, at + words) || is_title(at + words) || is_hurt(class);
        let may_be_origin = |class: i32| is_origin(class as usize / FAMILIES) && document.tokens[at].capital;
        let Some((words, class)) = listed(document, at).filter(|found| may_be_origin(found.1) || is_noun(found)) else {
            found.extend(unlisted(document, at, sentence, names));
            at += 1;
            continue;
        };
        let end = at + words;
        // A part of a name says no more than the name, and a unit no more than its number.
        let is_unit = at > 0 && document.tokens[at - 1].shape == Shape::Number && document.is(at, Class::Unit);
        if is_unit || !is_title(end) && names.length_at(end - 1) > 0 {
            at = end;
            continue;
        }
        let number = class.unsigned_abs() as usize;
        let hurt = (number / FAMILIES == BODY).then(|| injury::injury(document, at, &sentence.tokens)).flatten();
        if let Some((tokens, done)) = hurt {
            at = tokens.end;
            let thing = Thing {
                class: INJURY,
                family: number % FAMILIES,
                is_general: false,
                head: format!("{done} {}", document.lemma(end - 1)),
                modifiers: String::new(),
                holder: None,
                sort: None,
                has_field: false,
            };
            let span = document.span(tokens.clone());
            let value = Value::Thing(thing);
            found.push(Mention { kind: Kind::Other, span, tokens, value, precision: Precision::Exact });
            continue;
        }
        let (class_number, family) = class_and_family(number);
        if is_origin(class_number) {
            found.extend(origin(document, at..end, sentence, names, number));
            at = end;
            continue;
        }
        if is_head(document, at, end, class_number) {
            let start = narrowed_from(document, at, &sentence.tokens);
            let thing = Thing {
                class: class_number,
                family,
                is_general: class < 0 && start == at,
                head: if document.is(at, Class::Thing) || words > 1 {
                    lowered(document, at..end)
                } else {
                    document.lemma(at)
                },
                modifiers: former(document, start, sentence) + &lowered(document, start..at),
                holder: match class_number {
                    // "Her sister Maureen", "Maureen, her sister": whose she is stands before, who she is beside it.
                    RELATIVE => {
                        let comma = end < sentence.tokens.end && document.is_word(end, Word::Comma);
                        let behind = names.person_at(end + usize::from(comma));
                        behind.or_else(|| holder::holder(document, &sentence.tokens, names, &(start..end)))
                    }
                    class if TITLES.contains(&class) => {
                        holder::holder(document, &sentence.tokens, names, &(start..end))
                    }
                    _ => None,
                },
                sort: (start < at && !TITLES.contains(&class_number) && class_number != RELATIVE)
                    .then(|| sort(document, at - 1))
                    .flatten(),
                has_field: class_number == POST && has_field(document, start, end, sentence.tokens.start),
            };
            found.push(Mention {
                kind: Kind::Other,
                span: document.span(start..end),
                tokens: start..end,
                value: Value::Thing(thing),
                precision: if class < 0 && start == at { Precision::Vague } else { Precision::Exact },
            });
        }
        at = end;
    }
    found
}

/// What no list has and a verb or a noun gives a role: "spent it on a caravan".
fn unlisted(document: &Document<'_>, at: usize, sentence: &Sentence, names: &Names) -> Option<Mention> {
    const VAGUE: [Class; 8] = [
        Class::Person,
        Class::Unit,
        Class::Stop,
        Class::Role,
        Class::Weekday,
        Class::RelativeDay,
        Class::DayPart,
        Class::Adverbial,
    ];
    let end = at + 1;
    if document.tag(at) != Upos::Noun
        || document.is_noun(end)
        || document.is_inner_hyphen(end)
        || at > 0 && document.is_inner_hyphen(at)
        || document.quoted[at]
        || names.length_at(at) > 0
        || VAGUE.iter().any(|&class| document.is(at, class))
        // "Taken to the capital": a town that its name may stand for in the other report.
        || document.value(at, Class::Site) == Some(1)
    {
        return None;
    }
    let start = narrowed_from(document, at, &sentence.tokens);
    if parts(document, &(start..end), &sentence.tokens) == 0 {
        return None;
    }
    let thing = Thing {
        class: 0,
        family: 0,
        is_general: start == at && document.is(at, Class::Group),
        head: document.lemma(at),
        modifiers: lowered(document, start..at),
        holder: None,
        sort: None,
        has_field: false,
    };
    let span = document.span(start..end);
    let value = Value::Thing(thing);
    Some(Mention { kind: Kind::Other, span, tokens: start..end, value, precision: Precision::Exact })
}

/// A nationality or a faith, and the person whose it is: "the Danish sailor Ida Holm", "Ida Holm, a Danish sailor".
fn origin(
    document: &Document<'_>,
    tokens: Range<usize>,
    sentence: &Sentence,
    names: &Names,
    number: usize,
) -> Option<Mention> {
    // "British-Iranian" is both.
    if document.is_inner_hyphen(tokens.end) || tokens.start > 0 && document.is_inner_hyphen(tokens.start - 1) {
        return None;
    }
    let is_noun = |at: &usize| document.tag(*at) == Upos::Noun && *at < sentence.tokens.end;
    let noun = (tokens.end..sentence.tokens.end).take_while(is_noun).last();
    let holder = noun.filter(|&noun| is_agent(document, noun));
    let thing = Thing {
        class: number / FAMILIES,
        family: number % FAMILIES,
        is_general: false,
        head: lowered(document, tokens.clone()),
        modifiers: String::new(),
        holder: holder.and_then(|noun| holder::holder(document, &sentence.tokens, names, &(tokens.start..noun + 1))),
        sort: None,
        has_field: false,
    };
    let span = document.span(tokens.clone());
    Some(Mention { kind: Kind::Other, span, tokens, value: Value::Thing(thing), precision: Precision::Exact })
}

/// A thing that a number names: "gate 3", "Highway 26", "level three".
fn designation(document: &Document<'_>, at: usize, sentence: &Sentence) -> Option<Mention> {
    let end = sentence.tokens.end;
    let (words, _) = document.phrase(at, Class::Designator)?;
    let from = at + words;
    // "To level three", "against gate 3": with a number behind it, the tagger is no judge of the noun.
    let is_noun = document.is_noun(at)
        || document.tag(at) == Upos::Adj
        || at > sentence.tokens.start
            && matches!(document.tag(at - 1), Upos::Adp | Upos::Part | Upos::Det)
            && !matches!(document.tag(from + 1), Upos::Noun | Upos::Adj | Upos::Propn);
    if !is_noun {
        return None;
    }
    // "Gate No. 3" is gate 3.
    let number = if from < end && document.is(from, Class::Designator) { from + 1 } else { from };
    let names = number < end
        && (document.tokens[number].shape == Shape::Number
            || document.is(number, Class::Cardinal)
            || !document.word(number).is_empty() && document.word(number).chars().all(|letter| "IVX".contains(letter)));
    // A longer number is one to ring or to write to.
    if !names
        || document.word(number).len() > 4 && document.tokens[number].shape == Shape::Number
        || document.is_inner_hyphen(number + 1)
    {
        return None;
    }
    let tokens = at..number + 1;
    let number = document
        .value(number, Class::Cardinal)
        .map_or_else(|| document.word(number).to_owned(), |value| value.to_string());
    let thing = Thing {
        class: DESIGNATION,
        family: 0,
        is_general: false,
        head: lowered(document, at..from),
        modifiers: number,
        holder: None,
        sort: None,
        has_field: false,
    };
    Some(Mention {
        kind: Kind::Other,
        span: document.span(tokens.clone()),
        tokens,
        value: Value::Thing(thing),
        precision: Precision::Exact,
    })
}

/// The class of the noun or the phrase that begins at a token, and its number of words.
fn listed(document: &Document<'_>, at: usize) -> Option<(usize, i32)> {
    document.phrase(at, Class::Thing).or_else(|| {
        if !document.is_noun(at) {
            return None;
        }
        let class = EN.value(document.lemma_entry(at), Class::Thing)?;
        Some((1, class))
    })
}

/// Whether the words stand as a noun here: "fire" is a verb in "they fire at will". A phrase always does, whatever the
/// tagger takes its words for ("a straight red").
fn stands(document: &Document<'_>, at: usize, end: usize) -> bool {
    let last = end - 1;
    // "A bread van left there": an adjective behind a noun, with nothing that it could narrow, is a noun.
    let is_last =
        || at > 0 && document.tag(at - 1) == Upos::Noun && !matches!(document.tag(end), Upos::Noun | Upos::Adj);
    last > at || document.is_noun(last) || document.tag(last) == Upos::Adj && is_last()
}

/// Whether the noun is what its group is about: no other noun stands behind it, unless it is the title of a name.
fn is_head(document: &Document<'_>, at: usize, end: usize, class: usize) -> bool {
    let is_name = |at: usize| document.tag(at) == Upos::Propn;
    let is_title = TITLES.contains(&class) || class == RELATIVE;
    if is_name(at) && document.is(at, Class::Month) {
        return false;
    }
    if document.is_inner_hyphen(end) || at > 0 && document.is_inner_hyphen(at - 1) && is_name(at) {
        return false;
    }
    // "Ms Baker", "James Hunter": a noun inside a name.
    let before = at.wrapping_sub(1);
    let is_capital = document.word(at).starts_with(char::is_uppercase);
    if end - at == 1 && (is_capital && document.is(before, Class::Title) || is_name(at) && is_name(before) && !is_title)
    {
        return false;
    }
    // A participle that the tagger takes for a noun: "a harvester stuck on the line", "a van left there".
    let participle =
        [Class::Past, Class::Participle, Class::PastOrParticiple].iter().any(|&class| document.is(end, class))
            || document.word(end).ends_with("ed");
    let adverbial = [Class::Adverbial, Class::Weekday, Class::Month].iter().any(|&class| document.is(end, class));
    !document.is_noun(end) || adverbial || participle || is_title && is_name(end) && !document.is(end, Class::Thing)
}

/// Where the words begin that narrow a noun: adjectives, nouns and participles before it.
fn narrowed_from(document: &Document<'_>, noun: usize, sentence: &Range<usize>) -> usize {
    let mut start = noun;
    while start > sentence.start && noun - start < MODIFIERS {
        let before = start - 1;
        let narrows = match document.tag(before) {
            // An age or a length is a fact of its own: "a 38-year-old farmer", "an eight-hour strike".
            _ if document.is_inner_hyphen(before + 1) && document.is(before, Class::Cardinal) => false,
            // "Arbrae assistant manager": what makes another post of it does so whatever the tagger takes it for.
            _ if BELOW.iter().any(|word| document.reads(before, word)) => true,
            Upos::Adj | Upos::Noun => ![Class::Extra, Class::RelativeStep, Class::Past, Class::Title]
                .iter()
                .any(|&class| document.is(before, class)),
            // "A stolen scooter", but not "officers fired tear gas".
            Upos::Verb => {
                before > sentence.start
                    && ![Class::Past, Class::PastOrParticiple].iter().any(|&class| document.is(before, class))
                    && matches!(document.tag(before - 1), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Pron)
            }
            Upos::Punct => document.is_inner_hyphen(before),
            _ => false,
        };
        if !narrows {
            break;
        }
        start = before;
    }
    // A group does not begin inside a word: "38-year-old".
    while start < noun && (document.is_inner_hyphen(start) || start > 0 && document.is_inner_hyphen(start - 1)) {
        start += 1;
    }
    start
}

/// "A former RAF pilot", "once a pilot": what tells that somebody is one no longer may stand before a name or an article.
fn former(document: &Document<'_>, start: usize, sentence: &Sentence) -> String {
    // "Once a pilot"
    let article = usize::from(start > sentence.tokens.start && document.tag(start - 1) == Upos::Det);
    let first = start - article;
    if first > sentence.tokens.start && document.reads(first - 1, "once") {
        return "former ".to_owned();
    }
    let name = (sentence.tokens.start..start).rev().take_while(|&at| document.tag(at) == Upos::Propn).count();
    let before = (start - name).checked_sub(1).filter(|&at| name > 0 && at >= sentence.tokens.start);
    let word = before.and_then(|at| PAST.iter().find(|word| document.reads(at, word)));
    word.map_or_else(String::new, |word| format!("{word} "))
}

/// Words in lower case, without the hyphens between them.
fn lowered(document: &Document<'_>, tokens: Range<usize>) -> String {
    let mut words = String::new();
    for at in tokens.filter(|&at| !document.is_inner_hyphen(at)) {
        if !words.is_empty() {
            words.push(' ');
        }
        let word = document.word(at);
        if word.is_ascii() {
            let start = words.len();
            words.push_str(word);
            words[start..].make_ascii_lowercase();
        } else {
            words.push_str(&lowercase(word).replace(is_hyphen, "-"));
        }
    }
    words
}
