//! Blocking keys: what gathers the reports of one event out of an archive, before anything is compared.
//!
//! Two reports that share a key may be about one event and are worth comparing; two that share none hardly are. The wide
//! keys (a name, a word of an organisation's name, a number) miss little and gather much; the narrow ones (two names, a
//! name with a day) gather little and stand in where a wide one gathers more than can be compared, as that of a president
//! does. Whoever gathers drops the largest blocks and loses hardly anything by it.
//!
//! On reports of 63 real events, and of two similar events each in 43 topics (1,352 reports together), 95 % and 96 % of
//! the pairs of one event share a key, and the largest block holds 104 reports; without the blocks above 30, 93 % and 94 %.
//!
//! # Sources
//! Blocking and its measures, pairs completeness and the size of blocks: Christen, *Data Matching* (2012), chapter 4.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::{ArticleFacts, Kind, Mention, Precision};

/// Names that are keys, those told of most. More gather other stories sooner than this one.
const MOST_NAMES: usize = 16;

/// Names of which every two are a key, those that stand with a day, and such days.
const PAIRED_NAMES: usize = 6;
const DATED_NAMES: usize = 4;
const MOST_DAYS: usize = 4;

/// Letters of a word of an organisation's name that is a key by itself; shorter ones are "the" and "Inc".
const WORD_LETTERS: usize = 5;

/// Digits of a number that is a key, not counting the zeros at its end: 46 counts anything, 412 hardly.
const NUMBER_DIGITS: usize = 3;

/// The keys of an article, each once, in a fixed order: `name:`, `word:`, `number:`, `names:`, `day:`.
///
/// ```
/// use variorum::{exchange::keys::keys, read, report::ArticleInput};
/// let text = "Fire at Brightwater Foods\n\nA fire at Brightwater Foods in Port Velmar hurt 412 people on 3 June 2025, Ruben Aldaya said.";
/// let keys = keys(&read(&ArticleInput { id: "a".into(), text: text.into(), ..ArticleInput::default() })?);
/// for key in ["name:aldaya", "name:brightwater foods", "word:brightwater", "number:412", "day:2025-06-03 port velmar"] {
///     assert!(keys.iter().any(|given| given == key), "{key} in {keys:?}");
/// }
/// # Ok::<(), variorum::Error>(())
/// ```
#[must_use]
pub fn keys(facts: &ArticleFacts) -> Vec<String> {
    let names = names(&facts.mentions);
    let mut keys: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("name:{name}")).collect();
    keys.extend(words(&facts.mentions).into_iter().map(|word| format!("word:{word}")));
    keys.extend(numbers(&facts.mentions).into_iter().map(|number| format!("number:{number}")));
    let paired: BTreeSet<&String> = names.iter().take(PAIRED_NAMES).collect();
    for (at, left) in paired.iter().enumerate() {
        keys.extend(paired.iter().skip(at + 1).map(|right| format!("names:{left} + {right}")));
    }
    let days: BTreeSet<&str> = facts.mentions.iter().filter_map(day).collect();
    for day in days.into_iter().take(MOST_DAYS) {
        keys.extend(names.iter().take(DATED_NAMES).map(|name| format!("day:{day} {name}")));
    }
    keys
}

const fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
}

/// The names, those told of most first, then those told of first. A person goes by the last name, as reports have it
/// behind the first time; what is only described ("the fire service") has none.
fn names(mentions: &[Mention]) -> Vec<String> {
    let mut told: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| is_name(mention.kind)) {
        let Some(name) = plain(&mention.norm) else { continue };
        let name = match (mention.kind, name.rsplit_once(' ')) {
            (Kind::Person, Some((_, last))) => last.to_owned(),
            _ => name,
        };
        let (count, _) = told.entry(name).or_insert((0, mention.sentence));
        *count += 1;
    }
    let mut names: Vec<(String, (usize, u32))> = told.into_iter().collect();
    names.sort_by(|(left, (more, one)), (right, (less, other))| (less, one, left).cmp(&(more, other, right)));
    names.into_iter().map(|(name, _)| name).collect()
}

/// A name in small letters, without points and without what the place lies in.
fn plain(norm: &str) -> Option<String> {
    let name = norm.split(" < ").next().unwrap_or(norm).replace('.', "").to_lowercase();
    let name = super::import::one_line(&name);
    (!name.is_empty() && !name.starts_with('(')).then_some(name)
}

/// The words of organisations' names, which are told whole here and short there.
fn words(mentions: &[Mention]) -> BTreeSet<String> {
    let names = mentions.iter().filter(|mention| mention.kind == Kind::Organisation).filter_map(|m| plain(&m.norm));
    let words = names.filter(|name| name.contains(' ')).flat_map(|name| {
        let long = name.split(' ').filter(|word| word.chars().count() >= WORD_LETTERS);
        long.map(str::to_owned).collect::<Vec<_>>()
    });
    words.collect()
}

/// The numbers that hardly stand in another story.
fn numbers(mentions: &[Mention]) -> BTreeSet<&str> {
    let is_scaled = |mention: &&Mention| {
        matches!(mention.kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure)
            && mention.precision == Precision::Exact
    };
    let is_telling = |norm: &&str| {
        let digits: String = norm.chars().filter(char::is_ascii_digit).collect();
        !norm.contains("..") && digits.trim_end_matches('0').len() >= NUMBER_DIGITS
    };
    mentions.iter().filter(is_scaled).map(|mention| mention.norm.as_str()).filter(is_telling).collect()
}

/// The day of a time that is known to the day.
fn day(mention: &Mention) -> Option<&str> {
    let day = mention.norm.get(..10).filter(|_| mention.kind == Kind::Time)?;
    let is_day =
        day.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    is_day.then_some(day)
}
