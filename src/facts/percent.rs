//! Percentages, percentage points and fractions of a whole.
//!
//! Finds
//! : numbers with "per cent", "percentage points" or "basis points", fractions in words ("two-thirds"), and parts of a
//!   whole in small numbers ("one in five").
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
//! : "doubled", "the most active fifth".

use super::{
    Kind, Mention, Value,
    numeral::Form,
    quantity::{Amount, Unit},
};
use crate::language::{Document, Sentence, lexicon::Class, tags::Upos};

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
    amounts.iter().filter(is_percent).map(mention).collect()
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
