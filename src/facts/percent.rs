//! Percentages, percentage points and fractions of a whole.
//!
//! Finds
//! : numbers with "per cent", "percentage points" or "basis points", fractions in words ("two-thirds"), parts of a
//!   whole in small numbers ("one in five"), and "the majority of".
//!
//! Why a reader cares
//! : shares and changes are quoted more often than understood; points are no per cent.
//!
//! Example
//! : "half of the voters" and "50 per cent of voters" are the same.
//!
//! Leaves out on purpose
//! : "half past", "half a dozen", "quarter-final" and other fractions that are parts of names.
//!
//! Known misses
//! : "doubled", "its tenth", "mainly".

use super::{
    Kind, Mention, Precision, Value,
    numeral::Form,
    quantity::{Amount, Quantity, Unit},
    ratio::Ratio,
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, Word},
    tags::Upos,
    tokens::Shape,
};

/// The percentages among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let is_percent = |amount: &&Amount| {
        matches!(amount.quantity.unit, Unit::Percent | Unit::Points)
            && (amount.form != Form::Fraction
                || amount.quantity.unit == Unit::Points
                || is_share(document, sentence, amount))
    };
    let mention = |amount: &Amount| amount.mention(document, Kind::Percent, Value::Quantity(amount.quantity));
    let mut found: Vec<Mention> = amounts.iter().filter(is_percent).map(mention).collect();
    for at in sentence.tokens.clone().filter(|&at| document.tokens[at].classes.may_hold(Class::Majority)) {
        found.extend(majority(document, sentence, at));
    }
    found.sort_by_key(|mention| mention.span);
    found
}

/// "The majority of voters", "most of the crew": more than half, and perhaps all. "A majority of 12" has its number.
fn majority(document: &Document<'_>, sentence: &Sentence, at: usize) -> Option<Mention> {
    let (words, row) = document.phrase(at, Class::Majority)?;
    let end = at + words;
    let of_number =
        document.tokens.get(end).is_some_and(|next| next.shape == Shape::Number) || document.is(end, Class::Cardinal);
    let the_most = row == 1 && at > sentence.tokens.start && document.is_word(at - 1, Word::The);
    if end >= sentence.tokens.end || of_number || the_most {
        return None;
    }
    let (lo, hi) = (Ratio::whole(50), Ratio::whole(100));
    let quantity = Quantity { lo: Some(lo), hi: Some(hi), written: lo, step: Ratio::whole(1), unit: Unit::Percent };
    // "Of" leads to what it is a share of, and so does what stands behind it.
    let tokens = at..at + words - 1 - usize::from(row == 1);
    let value = Value::Quantity(quantity);
    Some(Mention {
        kind: Kind::Percent,
        span: document.span(tokens.clone()),
        tokens,
        value,
        precision: Precision::Vague,
    })
}

/// Whether a fraction is a share: "of" something, by how much, or before a determiner ("half the town"). "A tenth was
/// hurt" may count one more.
fn is_share(document: &Document<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let (start, next) = (amount.numeral.start, amount.tokens.end);
    let before = |class| start > sentence.tokens.start && document.is(start - 1, class);
    let bounded = amount.tokens.start < start || before(Class::Measuring);
    if next >= sentence.tokens.end {
        return bounded || amount.tokens.len() > 1;
    }
    let half = amount.numeral.len() == 1;
    let determined = document.tag(next) == Upos::Det;
    document.is(next, Class::Sharing)
        || half && (determined || document.is(next, Class::Possessive) || bounded && !document.is_noun(next))
        || !half && (bounded || document.tag(next) == Upos::Punct)
}
