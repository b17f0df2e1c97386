//! How two values of one thing relate: the cases of `relations.txt`.

use variorum::{
    article::{Article, Part, Passage},
    facts::{
        Value, calendar::Published, count, measure, money, numeral::numerals, percent, quantity::amounts, tally, time,
        value::ValueRelation,
    },
    language,
    text::ByteSpan,
};

const CASES: &str = include_str!("relations.txt");

/// The only value of a sentence.
fn value(text: &str, published: Option<&Published>) -> Result<Value, String> {
    let passage = Passage { part: Part::Body, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
    let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let times = time::extract(&document, sentence, published);
        let tallies = tally::extract(&document, sentence, &[]);
        let taken: Vec<_> = times.iter().chain(&tallies).map(|mention| mention.tokens.clone()).collect();
        let numbers = amounts(&document, sentence, &numerals(&document, sentence.tokens.clone()), &taken);
        found.extend(times.into_iter().chain(tallies));
        for extract in [count::extract, measure::extract, money::extract, percent::extract] {
            found.extend(extract(&document, sentence, &numbers));
        }
    }
    match found.as_slice() {
        [mention] => Ok(mention.value.clone()),
        _ => Err(format!("{text}: {} values", found.len())),
    }
}

/// How two values relate, how they do in a copied sentence, if otherwise, and whether they are close times of the clock.
fn relation(left: &Value, right: &Value) -> String {
    let name = |relation: ValueRelation| format!("{relation:?}").to_lowercase();
    let (told, copied) = (name(left.relation(right)), name(left.relation_in_copy(right)));
    let mut relation = if told == copied { told } else { format!("{told}, in a copy {copied}") };
    if matches!((left, right), (Value::Time(one), Value::Time(other)) if one.is_close(other)) {
        relation += ", close";
    }
    relation
}

/// What is wrong with a case, "LEFT / RIGHT = RELATION".
fn fault(case: &str, published: Option<&Published>) -> Result<(), String> {
    let (values, expected) = case.rsplit_once(" = ").ok_or_else(|| format!("{case}: no relation is expected"))?;
    let (left, right) = values.split_once(" / ").ok_or_else(|| format!("{case}: there are not two values"))?;
    let (left, right) = (value(left, published)?, value(right, published)?);
    for (one, other) in [(&left, &right), (&right, &left)] {
        let found = relation(one, other);
        if found != expected {
            return Err(format!("{case}\n    found {found}: {} / {}", one.norm(), other.norm()));
        }
    }
    Ok(())
}

#[test]
fn two_values_relate_as_each_case_says() {
    let mut published = None;
    let (mut cases, mut failures) = (0, Vec::new());
    for line in CASES.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some(date) = line.strip_prefix("published ") {
            published = Published::parse(date);
            assert!(published.is_some() || date == "unknown", "{date} is no date");
            continue;
        }
        cases += 1;
        failures.extend(fault(line, published.as_ref()).err());
    }
    assert!(cases > 60, "the cases are read");
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}
