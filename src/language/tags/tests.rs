//! Sentences such as news writes them, with the tags that the rest of the engine relies on.

use super::perceptron::{Table, TableError};
use super::{EN, Memo, Upos, tag};

/// Checks a sentence written as `word/TAG word/TAG`; where only `word/` stands, any tag will do.
#[track_caller]
fn check(sentence: &str) {
    let items: Vec<(&str, &str)> = sentence.split(' ').map(|item| item.rsplit_once('/').unwrap()).collect();
    let words: Vec<&str> = items.iter().map(|(word, _)| *word).collect();
    let mut tags = Vec::new();
    tag(&words, &mut Memo::new(9), &mut tags);
    let shown = |(tag, (word, wanted)): (&Upos, &(&str, &str))| {
        format!("{word}/{}", if wanted.is_empty() { "" } else { tag.name() })
    };
    let met: Vec<String> = tags.iter().zip(&items).map(shown).collect();
    assert_eq!(met.join(" "), sentence);
}

#[test]
fn the_compiled_weights_are_sound() {
    let table = Table::new(EN.weights()).unwrap();
    assert_eq!(table.check(), Ok(()));
    assert!(!table.is_empty());
}

#[test]
fn malformed_weights_are_refused() {
    let sound = include_bytes!("../lexicon/en/tagger.bin");
    assert_eq!(Table::new(&[]).err(), Some(TableError::Header));
    assert_eq!(Table::new(&sound[1..]).err(), Some(TableError::Header));
    assert_eq!(Table::new(&sound[..sound.len() - 1]).err(), Some(TableError::Length));
    let mut other_run = sound.to_vec();
    other_run[20] ^= 1;
    assert_eq!(Table::new(&other_run).unwrap().check(), Err(TableError::Runs));
    let mut other_pair = sound.to_vec();
    *other_pair.last_mut().unwrap() = 255;
    assert_eq!(Table::new(&other_pair).unwrap().check(), Err(TableError::Pair));
}

#[test]
fn an_empty_sentence_has_no_tags() {
    let mut tags = vec![Upos::X];
    tag(&[], &mut Memo::new(9), &mut tags);
    assert_eq!(tags, []);
}

#[test]
fn odd_words_are_tagged_without_a_panic() {
    let long = "a".repeat(5_000);
    let odd = ["", "\u{0}", "🙂", "e\u{301}", "ß", "İ", "\u{1f469}\u{200d}\u{1f692}", "-", "--", "-a-", &long];
    let mut tags = Vec::new();
    tag(&odd, &mut Memo::new(9), &mut tags);
    assert_eq!(tags.len(), odd.len());
}

#[test]
fn counts_and_what_they_count() {
    check("The/DET death/NOUN toll/NOUN stood/VERB at/ADP 10/NUM ./PUNCT");
    check("Two/NUM nurses/NOUN and/CCONJ a/DET porter/NOUN were/AUX hurt/VERB ./PUNCT");
    check("Police/NOUN arrested/VERB one/NUM man/NOUN ./PUNCT");
    check("About/ADV 12/NUM people/NOUN were/AUX killed/VERB and/CCONJ 1,420/NUM injured/VERB ./PUNCT");
    check("The/DET company/NOUN lost/VERB $/SYM 4.5/NUM million/NUM in/ADP 2015/NUM ./PUNCT");
    check("Nearly/ADV half/ of/ADP the/DET 300/NUM passengers/NOUN survived/VERB ./PUNCT");
    check("The/DET toll/NOUN had/AUX reached/VERB 31/NUM by/ADP Monday/PROPN evening/NOUN ./PUNCT");
    check("Unemployment/NOUN fell/VERB to/ADP 5.1/NUM %/SYM ./PUNCT");
}

#[test]
fn names_titles_and_places() {
    check("Mayor/ Anna/PROPN Petrova/PROPN visited/VERB the/DET village/NOUN of/ADP Kirovka/PROPN ./PUNCT");
    check("The/DET explosion/NOUN happened/VERB near/ADP Makhachkala/PROPN on/ADP Tuesday/PROPN ./PUNCT");
    check("Tuesday/PROPN 's/PART blast/NOUN was/AUX the/DET third/ADJ this/DET month/NOUN ./PUNCT");
}

#[test]
fn speech_and_certainty() {
    check("“/PUNCT We/PRON do/AUX n’t/PART know/VERB ,/PUNCT ”/PUNCT a/DET spokesman/NOUN said/VERB ./PUNCT");
    check("He/PRON denied/VERB that/SCONJ the/DET driver/NOUN had/AUX been/AUX drinking/VERB ./PUNCT");
    check("The/DET suspect/NOUN may/AUX have/AUX fled/VERB ,/PUNCT officials/NOUN said/VERB ./PUNCT");
}

#[test]
fn curly_and_straight_marks_are_tagged_alike() {
    let (mut curly, mut straight) = (Vec::new(), Vec::new());
    tag(&["“", "It", "’s", "over", "—", "for", "now", "”"], &mut Memo::new(9), &mut curly);
    tag(&["\"", "It", "'s", "over", "-", "for", "now", "\""], &mut Memo::new(9), &mut straight);
    assert_eq!(curly, straight);
}

#[test]
fn headlines_are_not_all_names() {
    check("Bomb/NOUN kills/VERB two/NUM officers/NOUN");
    check("Bomb/NOUN Kills/VERB Two/NUM Officers/NOUN in/ADP Dagestan/PROPN");
    check("BOMB/NOUN KILLS/VERB TWO/NUM OFFICERS/NOUN");
    check("Police/NOUN Arrest/VERB Three/NUM Suspects/NOUN After/ADP Attack/NOUN");
    check("Minister/NOUN denies/VERB knowing/VERB of/ADP payments/NOUN");
}
