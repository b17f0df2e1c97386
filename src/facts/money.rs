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
};
use crate::language::{Document, Sentence};

/// The sums among the quantities of a sentence.
#[must_use]
pub fn extract(document: &Document<'_>, _sentence: &Sentence, amounts: &[Amount]) -> Vec<Mention> {
    let is_money = |amount: &&Amount| matches!(amount.quantity.unit, Unit::Money(_));
    amounts
        .iter()
        .filter(is_money)
        .map(|amount| amount.mention(document, Kind::Money, Value::Quantity(amount.quantity)))
        .collect()
}
