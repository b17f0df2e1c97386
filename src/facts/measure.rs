//! Measures: distance, area, weight, volume, temperature, speed, energy, magnitude, data, age and duration.
//!
//! Finds
//! : numbers with a unit, and ages: with what is old ("a 22-year-old"), by a number alone ("Maria Kovač, 43,", "aged
//!   61") and by decades of life ("in her 30s").
//!
//! Why a reader cares
//! : how fast, how far, how old and how long are told in other units by other newsrooms, and mis-told often.
//!
//! Example
//! : "two miles" and "3.2 km" are the same after rounding; "72 km/h" and "60mph" are not.
//!
//! Leaves out on purpose
//! : "day one", "second-half", and other units that are parts of names; an age is never set against a duration.
//!
//! Known misses
//! : "a 7.1 quake".

use std::ops::Range;

use super::{
    Kind, Mention, Precision, Value,
    numeral::Form,
    quantity::{Amount, Quantity, Unit},
    ratio::Ratio,
};
use crate::language::{
    Document, Sentence,
    lexicon::{self, Class, ClassSet, Dimension, Word},
    tags::Upos,
    tokens::{Shape, is_hyphen},
};

/// The measures among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for amount in amounts {
        let duration = amount.quantity.unit == Unit::Measure(Dimension::Duration);
        let old = past_old(document, sentence, amount.tokens.end, duration);
        let quantity = match amount.quantity.unit {
            Unit::Measure(Dimension::Duration) if old.is_some() => age(amount.quantity, SECONDS_OF_A_YEAR),
            Unit::Measure(_) => Some(amount.quantity),
            Unit::Items if old.is_some() || is_age(document, sentence, amount) => age(amount.quantity, 1),
            _ => None,
        };
        let Some(quantity) = quantity else { continue };
        let tokens = amount.tokens.start..old.unwrap_or(amount.tokens.end);
        found.push(mention(document, tokens, quantity, amount.precision));
    }
    for at in sentence.tokens.clone() {
        let token = &document.tokens[at];
        // Most words are turned away by their last letter.
        if document.text.as_bytes()[token.span.end as usize - 1] == b'g' {
            found.extend(lasting(document, sentence, at));
        }
        if token.shape != Shape::Number && !token.classes.meets(WITHOUT_AMOUNT) {
            continue;
        }
        let is_free = |mention: &Mention| !amounts.iter().any(|amount| overlaps(&amount.tokens, &mention.tokens));
        found.extend(decade_of_life(document, sentence, at).filter(is_free));
        found.extend(unnumbered(document, sentence, at).filter(is_free));
    }
    found.sort_by_key(|mention| mention.span);
    found
}

/// The classes of the words that measure without an amount; digits may as well.
const WITHOUT_AMOUNT: ClassSet = ClassSet::of(&[Class::DecadeName, Class::Unit]);

fn overlaps(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

fn mention(document: &Document<'_>, tokens: Range<usize>, quantity: Quantity, precision: Precision) -> Mention {
    let value = Value::Quantity(quantity);
    Mention { kind: Kind::Measure, span: document.span(tokens.clone()), tokens, value, precision }
}

/// The end of "old", "-old" or "of age" behind a length of time, or of "yo" behind a bare number.
fn past_old(document: &Document<'_>, sentence: &Sentence, end: usize, is_duration: bool) -> Option<usize> {
    let hyphen = usize::from(document.word(end).chars().all(is_hyphen));
    let (words, _) = document.phrase(end + hyphen, Class::Old).filter(|(_, years)| (*years == 0) == is_duration)?;
    Some(end + hyphen + words).filter(|&end| end <= sentence.tokens.end)
}

/// "In her 30s", "in his late fifties": the decade of somebody's life, behind a possessive.
fn decade_of_life(document: &Document<'_>, sentence: &Sentence, at: usize) -> Option<Mention> {
    let (tokens, years) = if document.tokens[at].shape == Shape::Number && document.is_word(at + 1, Word::S) {
        (at..at + 2, document.word(at).parse::<i64>().ok()?)
    } else {
        (at..at + 1, document.value(at, Class::DecadeName)?.into())
    };
    let first = at.saturating_sub(3).max(sentence.tokens.start);
    let whose = (first..at).any(|at| document.is(at, Class::Possessive));
    let of_life = whose && years % 10 == 0 && (10..=100).contains(&years) && tokens.end <= sentence.tokens.end;
    let (lo, hi) = (Ratio::whole(years), Ratio::whole(years + 9));
    let unit = Unit::Measure(Dimension::Age);
    let quantity = Quantity { lo: Some(lo), hi: Some(hi), written: lo, step: Ratio::whole(10), unit };
    of_life.then(|| mention(document, tokens, quantity, Precision::Approximate))
}

/// "For years", "within feet", "by inches": a unit in the plural without a number, behind a word for how long or how
/// far. Two of the unit at least, and less than a hundred.
fn unnumbered(document: &Document<'_>, sentence: &Sentence, at: usize) -> Option<Mention> {
    let row = document.value(at, Class::Unit)?;
    let before = at.checked_sub(1).filter(|&before| before >= sentence.tokens.start)?;
    if !document.is_word(before, Word::For) && !document.is_word(before, Word::Within) {
        return None;
    }
    let unit = document.lists().unit(row)?;
    let of_length = matches!(unit.dimension, Dimension::Duration | Dimension::Length);
    let is_word = document.word(at).len() > 4 && document.word(at).ends_with('s') || document.is_word(at, Word::Feet);
    if !of_length || !is_word || document.phrase(at, Class::Unit)?.0 > 1 {
        return None;
    }
    Some(mention(document, before..at + 1, between(unit, 2, 99)?, Precision::Vague))
}

/// "An hour-long film", "a weeklong strike", "a decades-long feud": a unit that "long" hangs on, one of it or, in the
/// plural, two at least and less than a hundred.
fn lasting(document: &Document<'_>, sentence: &Sentence, at: usize) -> Option<Mention> {
    let stem = document.word(at).strip_suffix("long")?.trim_end_matches(is_hyphen);
    let lists = document.lists();
    let unit = lists.unit(lists.value(lists.entry(stem), Class::Unit)?)?;
    // "Two year-long courses" counts courses.
    let is_counted = at > sentence.tokens.start && document.tag(at - 1) == Upos::Num;
    if !matches!(unit.dimension, Dimension::Duration | Dimension::Length) || stem.len() < 3 || is_counted {
        return None;
    }
    let (quantity, precision) = match stem.ends_with('s') {
        true => (between(unit, 2, 99), Precision::Vague),
        false => (between(unit, 1, 1), Precision::Exact),
    };
    Some(mention(document, at..at + 1, quantity?, precision))
}

/// A measure of so many of a unit.
fn between(unit: &lexicon::Unit, least: i64, most: i64) -> Option<Quantity> {
    let one = Ratio::new(unit.numerator, unit.denominator)?;
    let (lo, hi) = (one.times(Ratio::whole(least))?, one.times(Ratio::whole(most))?);
    Some(Quantity { lo: Some(lo), hi: Some(hi), written: lo, step: one, unit: Unit::Measure(unit.dimension) })
}

/// Whether a bare number is somebody's age.
#[must_use]
pub fn is_age(document: &Document<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    if amount.quantity.unit != Unit::Items
        || amount.quantity.written > Ratio::whole(120)
        || start <= sentence.tokens.start
    {
        return false;
    }
    let before = start - 1;
    let birthday =
        amount.form == Form::Ordinal && end < sentence.tokens.end && document.value(end, Class::Serial) == Some(2);
    if birthday || document.is(before, Class::Aged) {
        return true;
    }
    // "Maria Kovač, 43, a nurse": between a name and a mark.
    let closes = end >= sentence.tokens.end
        || matches!(document.word(end), "," | "." | ";" | ")")
        || document.is_word(end, Word::Who)
        || document.is_word(end, Word::From);
    let opens = matches!(document.word(before), "," | "(") && before > sentence.tokens.start;
    let named = opens
        && (document.tag(before - 1) == Upos::Propn
            && !document.is(before - 1, Class::Month)
            && !document.is(before - 1, Class::Weekday)
            // "The driver, 43, was held".
            || document.is(before - 1, Class::Person)
                && !document.word(before - 1).ends_with("s")
                && end < sentence.tokens.end
                && matches!(document.word(end), "," | ")"));
    // "Who is 11 and in fifth grade", "she was 52": told of one person; "a teacher of 67": nothing follows to be counted.
    let ends = closes || matches!(document.tag(end), Upos::Cconj | Upos::Adp);
    // "A boy of 12 was hurt".
    let is_subject = document.is_verbal(end) && end < sentence.tokens.end;
    let of_one = |at: usize| document.is_word(at, Word::Who) || document.is_word(at, Word::He);
    let told = start > sentence.tokens.start + 1
        && (ends && document.tag(before) == Upos::Aux && of_one(before - 1)
            || (ends || is_subject)
                && document.is_word(before, Word::Of)
                && is_aged_by_number(document, before - 1, amount));
    // "The oldest of the victims was 84", "their average age was 46"; "who at 86 was the oldest".
    let is_told_of_age = || {
        let ageing = (sentence.tokens.start..before).rev().find(|&at| document.is(at, Class::Ageing));
        document.tag(before) == Upos::Aux
            && ageing.is_some_and(|ageing| !(ageing..before).any(|at| document.tag(at) == Upos::Aux))
    };
    let told = told || ends && is_told_of_age();
    (named && closes || told) && amount.tokens == amount.numeral && amount.form != Form::Ordinal && !amount.is_range
}

/// Whether a noun for one person can have a number behind "of" as an age: "a man of 34", "a girl of eight"; but "a father
/// of two" has two children.
fn is_aged_by_number(document: &Document<'_>, noun: usize, amount: &Amount) -> bool {
    let is_child = || document.is_word(noun, Word::Child);
    document.is(noun, Class::Agent) && (amount.quantity.written >= Ratio::whole(15) || is_child())
}

/// Seconds in a year, as the lists have it.
const SECONDS_OF_A_YEAR: i64 = 31_556_952;

/// A length of time as an age, in years.
fn age(quantity: Quantity, units_of_a_year: i64) -> Option<Quantity> {
    let year = Ratio::whole(units_of_a_year).inverse()?;
    let scaled = |end: Option<Ratio>| match end {
        Some(end) => end.times(year).map(Some),
        None => Some(None),
    };
    Some(Quantity {
        lo: scaled(quantity.lo)?,
        hi: scaled(quantity.hi)?,
        written: quantity.written.times(year)?,
        step: quantity.step.times(year)?,
        unit: Unit::Measure(Dimension::Age),
    })
}
