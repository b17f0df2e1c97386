//! Percentages, percentage points and fractions of a whole.
//!
//! Finds
//! : numbers with "per cent", "percentage points" or "basis points", and fractions in words ("two-thirds").
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
//! : "one in five", "doubled".

use super::{
    Kind, Mention, Precision, Value,
    numeral::Form,
    quantity::{Amount, Unit},
};
use crate::language::{Document, Sentence, tags::Upos};

/// The percentages among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let is_percent = |amount: &&Amount| {
        matches!(amount.quantity.unit, Unit::Percent | Unit::Points)
            && (amount.form != Form::Fraction
                || amount.quantity.unit == Unit::Points
                || is_share(document, sentence, amount))
    };
    let mention = |amount: &Amount| {
        let mut mention = amount.mention(document, Kind::Percent, Value::Quantity(amount.quantity));
        // A fraction in words is a round figure: "a third" of 32.6 per cent is no slip.
        if amount.form == Form::Fraction {
            mention.precision = mention.precision.max(Precision::Exact);
        }
        mention
    };
    amounts.iter().filter(is_percent).map(mention).collect()
}

/// Whether a fraction is a share: "of" something, by how much, or before a determiner ("half the town").
fn is_share(document: &Document<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let Some(next) = Some(amount.tokens.end).filter(|&next| next < sentence.tokens.end) else {
        return amount.tokens.len() > 1;
    };
    let half = document.is_word(amount.numeral.start, "half") && amount.numeral.len() == 1;
    document.is_word(next, "of")
        || half && document.tag(next) == Upos::Det && !document.is_word(next, "an")
        || !half
            && (document.is_word(next, "more") || document.is_word(next, "less") || document.tag(next) == Upos::Punct)
}
