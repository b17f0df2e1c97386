//! Treebank sentences, brought to the words of the engine.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::perceptron::Upos;

/// A sentence with its tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The words as written.
    pub(crate) words: Vec<String>,
    /// One tag a word.
    pub(crate) tags: Vec<Upos>,
    /// Whether a space follows each word.
    spaced: Vec<bool>,
}

/// Reads a file of `form, lemma, UPOS, 1 if a space follows`, tab-separated; a blank line ends a sentence and a
/// line with `#` is a comment.
///
/// # Errors
/// When the file cannot be read or a line has another shape; the message names the line.
pub(crate) fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).with_context(|| format!("in {}", path.display()))
}

/// As [`read`], from a text.
pub(crate) fn parse(text: &str) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence { words: Vec::new(), tags: Vec::new(), spaced: Vec::new() };
    for (at, line) in text.lines().chain([""]).enumerate() {
        // A form may be a number sign of its own; only a comment has no tab.
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(sentence.clone());
                sentence = Sentence { words: Vec::new(), tags: Vec::new(), spaced: Vec::new() };
            }
            continue;
        }
        if line.starts_with('#') && !line.contains('\t') {
            continue;
        }
        let &[form, _lemma, tag, space] = line.split('\t').collect::<Vec<_>>().as_slice() else {
            bail!("line {}: expected four columns: {line:?}", at + 1);
        };
        let tag = Upos::from_name(tag).with_context(|| format!("line {}: unknown tag {tag:?}", at + 1))?;
        sentence.words.push(form.to_owned());
        sentence.tags.push(tag);
        sentence.spaced.push(space == "1");
    }
    Ok(sentences)
}

/// The project's own news sentences, `word/TAG` apart by spaces, one sentence a line.
///
/// # Errors
/// When a line has another shape; the message names the line.
pub(crate) fn news() -> Result<Vec<Sentence>> {
    let lines = include_str!("../news.txt").lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(at, line)| parse_written(line).with_context(|| format!("news.txt, line {}", at + 1))).collect()
}

fn parse_written(line: &str) -> Result<Sentence> {
    let mut sentence = Sentence { words: Vec::new(), tags: Vec::new(), spaced: Vec::new() };
    for item in line.split(' ') {
        let (word, tag) = item.rsplit_once('/').with_context(|| format!("no tag on {item:?}"))?;
        sentence.words.push(word.to_owned());
        sentence.tags.push(Upos::from_name(tag).with_context(|| format!("unknown tag {tag:?}"))?);
        sentence.spaced.push(true);
    }
    Ok(sentence)
}

/// Joins `ISIS - affiliated` to `ISIS-affiliated`, which is one word to the engine.
///
/// Words are joined over a hyphen with no space on either side, when a letter or digit stands on both. As in
/// the engine, a compound that begins with a number stays apart: `22 - year - old`, `five - year`. The tag of
/// the whole is that of its last part, but
/// - a participle behind something makes an adjective: `ISIS-affiliated`, `record-breaking`;
/// - a noun behind an adjective makes one too where a noun, an adjective or a name follows: `long-term plans`;
/// - a number behind a word is part of a name: `F-16`, `COVID-19`;
/// - a particle behind something makes a noun: `take-off`, `follow-up`.
pub(crate) fn glue(sentence: &Sentence) -> Sentence {
    let count = sentence.words.len();
    let has_text = |at: usize| sentence.words[at].contains(char::is_alphanumeric);
    let hyphen_at = |at: usize| {
        at + 1 < count
            && sentence.words[at] == "-"
            && !sentence.spaced[at - 1]
            && !sentence.spaced[at]
            && has_text(at - 1)
            && has_text(at + 1)
    };
    let mut glued = Sentence { words: Vec::new(), tags: Vec::new(), spaced: Vec::new() };
    let mut at = 0;
    while at < count {
        let mut end = at;
        while !is_number(&sentence.words[at], sentence.tags[at]) && hyphen_at(end + 1) {
            end += 2;
        }
        glued.words.push(sentence.words[at..=end].concat());
        let next = sentence.tags.get(end + 1).copied();
        glued.tags.push(compound_tag(&sentence.words[end], &sentence.tags[at..=end], next));
        glued.spaced.push(sentence.spaced[end]);
        // Behind a number the hyphens and the parts between them are words too.
        let mut part = end + 1;
        while end == at && hyphen_at(part) {
            for piece in [part, part + 1] {
                glued.words.push(sentence.words[piece].clone());
                glued.tags.push(sentence.tags[piece]);
                glued.spaced.push(sentence.spaced[piece]);
            }
            part += 2;
        }
        at = part;
    }
    glued
}

/// Whether the engine reads a compound with this first part as a number with something behind.
fn is_number(word: &str, tag: Upos) -> bool {
    const ORDINALS: [&str; 11] =
        ["half", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    tag == Upos::Num
        || word.starts_with(|first: char| first.is_ascii_digit())
        || ORDINALS.contains(&&*word.to_lowercase())
}

fn compound_tag(last_word: &str, tags: &[Upos], next: Option<Upos>) -> Upos {
    let (first, last) = (tags[0], tags[tags.len() - 1]);
    if tags.len() == 1 {
        return last;
    }
    match last {
        Upos::Verb if ["ed", "ing", "n", "t"].iter().any(|end| last_word.ends_with(end)) => Upos::Adj,
        Upos::Noun if first == Upos::Adj && matches!(next, Some(Upos::Noun | Upos::Adj | Upos::Propn)) => Upos::Adj,
        Upos::Num if matches!(first, Upos::Propn | Upos::Noun) => Upos::Propn,
        Upos::Adp | Upos::Part => Upos::Noun,
        _ => last,
    }
}

/// The sentences as they are, in title case and in capitals, as one newsroom or another writes them.
pub(crate) fn in_every_case(sentences: &[Sentence]) -> Vec<Sentence> {
    let cases = |sentence: &Sentence| [sentence.clone(), in_title_case(sentence), in_upper_case(sentence)];
    sentences.iter().flat_map(cases).collect()
}

/// Adds copies of the sentences in the letter case of headlines.
///
/// News writes headlines as `Bomb Kills Two Officers` or in capitals, while a treebank of running prose teaches that
/// a capital is a name. Of every eight sentences, counted in file order, one is copied in title case, one in
/// capitals, and one with its opening word small, as behind a dateline or in a note. A copy keeps its tags.
pub(crate) fn with_headlines(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut all = sentences.to_vec();
    for (at, sentence) in sentences.iter().enumerate() {
        match at % 8 {
            1 => all.push(in_title_case(sentence)),
            4 => all.push(in_upper_case(sentence)),
            6 => all.push(with_small_opening(sentence)),
            _ => {}
        }
    }
    all
}

/// The sentence with capitals on all but short function words, which English headlines keep small.
pub(crate) fn in_title_case(sentence: &Sentence) -> Sentence {
    let tagged = sentence.words.iter().zip(&sentence.tags).enumerate();
    let recase = |(at, (word, tag)): (usize, (&String, &Upos))| {
        let small = matches!(tag, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part) && word.len() < 4;
        if at > 0 && small { word.to_lowercase() } else { capitalise(word) }
    };
    Sentence { words: tagged.map(recase).collect(), ..sentence.clone() }
}

/// The sentence in capitals.
pub(crate) fn in_upper_case(sentence: &Sentence) -> Sentence {
    Sentence { words: sentence.words.iter().map(|word| word.to_uppercase()).collect(), ..sentence.clone() }
}

fn with_small_opening(sentence: &Sentence) -> Sentence {
    let mut copy = sentence.clone();
    // "I" is written so everywhere, and the capital of a name stays.
    if copy.tags[0] != Upos::Propn && copy.words[0] != "I" {
        copy.words[0] = copy.words[0].to_lowercase();
    }
    copy
}

fn capitalise(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes words as `form/TAG`, a `_` behind a word that no space follows.
    fn sentence(written: &str) -> Sentence {
        let mut text = String::new();
        for item in written.split_whitespace() {
            let (item, space) = item.strip_suffix('_').map_or((item, 1), |item| (item, 0));
            let (form, tag) = item.rsplit_once('/').unwrap();
            text += &format!("{form}\t{form}\t{tag}\t{space}\n");
        }
        parse(&text).unwrap().remove(0)
    }

    #[track_caller]
    fn check_glue(written: &str, expected: &str) {
        let glued = glue(&sentence(written));
        let words = glued.words.iter().zip(&glued.tags).map(|(word, tag)| format!("{word}/{}", tag.name()));
        assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_compound_takes_the_tag_of_its_last_part() {
        check_glue("Pierre/PROPN_ -/PUNCT_ Simon/PROPN", "Pierre-Simon/PROPN");
    }

    #[test]
    fn a_participle_behind_a_hyphen_is_an_adjective() {
        check_glue("ISIS/PROPN_ -/PUNCT_ affiliated/VERB group/NOUN", "ISIS-affiliated/ADJ group/NOUN");
        check_glue("to/PART self/NOUN_ -/PUNCT_ isolate/VERB", "to/PART self-isolate/VERB");
    }

    #[test]
    fn an_adjective_and_a_noun_before_a_noun_are_an_adjective() {
        check_glue("long/ADJ_ -/PUNCT_ term/NOUN plans/NOUN", "long-term/ADJ plans/NOUN");
        check_glue("an/DET all/DET_ -/PUNCT_ rounder/NOUN ./PUNCT", "an/DET all-rounder/NOUN ./PUNCT");
    }

    #[test]
    fn a_compound_that_begins_with_a_number_stays_apart() {
        check_glue(
            "22/NUM_ -/PUNCT_ year/NOUN_ -/PUNCT_ old/ADJ man/NOUN",
            "22/NUM -/PUNCT year/NOUN -/PUNCT old/ADJ man/NOUN",
        );
        check_glue("five/NUM_ -/PUNCT_ year/NOUN term/NOUN", "five/NUM -/PUNCT year/NOUN term/NOUN");
        check_glue("an/DET F/PROPN_ -/PUNCT_ 16/NUM", "an/DET F-16/PROPN");
    }

    #[test]
    fn a_spaced_or_open_hyphen_stays_apart() {
        check_glue("left/VERB -/PUNCT_ and/CCONJ", "left/VERB -/PUNCT and/CCONJ");
        check_glue("two/NUM_ -/PUNCT_ ,/PUNCT", "two/NUM -/PUNCT ,/PUNCT");
    }

    #[test]
    fn headlines_keep_their_tags() {
        let plain = sentence("a/DET bomb/NOUN kills/VERB two/NUM in/ADP the/DET north/NOUN");
        assert_eq!(in_title_case(&plain).words.join(" "), "A Bomb Kills Two in the North");
        assert_eq!(in_upper_case(&plain).words.join(" "), "A BOMB KILLS TWO IN THE NORTH");
        assert_eq!(in_title_case(&plain).tags, plain.tags);
    }

    #[test]
    fn a_malformed_line_is_named() {
        let error = parse("a\tDET\t1\n").unwrap_err().to_string();
        assert!(error.starts_with("line 1: expected four columns"), "{error}");
        let error = parse("a\ta\tDET\t1\nb\tb\tNOPE\t1\n").unwrap_err().to_string();
        assert!(error.starts_with("line 2: unknown tag"), "{error}");
    }
}
