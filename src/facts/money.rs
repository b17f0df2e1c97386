//! Money: sums with a currency.
//!
//! Finds
//! : numbers with a currency's sign, code or name, before or behind.
//!
//! Why a reader cares
//! : transposed digits in a sum are among the commonest slips.
//!
//! Example
//! : "$186 million", "186m dollars" and "US$186m" against "$168m".
//!
//! Leaves out on purpose
//! : conversions between currencies: rates are not in the texts.
//!
//! Known misses
//! : sums without a currency ("a budget of 5 million").

use super::{
    Kind, Mention, Value,
    quantity::{Amount, Unit},
    ratio::Ratio,
};
use crate::language::{Document, Sentence, lexicon::Class};

/// The sums among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, _sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let is_money = |amount: &&Amount| matches!(amount.quantity.unit, Unit::Money(_)) && !is_opinion(document, amount);
    amounts
        .iter()
        .filter(is_money)
        .map(|amount| amount.mention(document, Kind::Money, Value::Quantity(amount.quantity)))
        .collect()
}

/// "Her two cents", "my two pennies' worth": a small thing to say, of whom it is told.
fn is_opinion(document: &Document<'_>, amount: &Amount) -> bool {
    let start = amount.core.start;
    let two = amount.quantity.written == Ratio::whole(2).times(amount.one).unwrap_or(Ratio::ZERO);
    two && amount.one < Ratio::whole(1) && start > 0 && document.is(start - 1, Class::Possessive)
}
