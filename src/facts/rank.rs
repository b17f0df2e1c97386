//! Ranks: which one of an order is meant.
//!
//! Finds
//! : ordinals that name one of several ("the second half", "at the 13th"), which are left out of the counts.
//!
//! Why a reader cares
//! : two copies of a sentence that say "second" and "third" differ on a fact.
//!
//! Example
//! : "finished 10th" and "finished fifth" in sentences that are copies of one another are told to differ.
//!
//! Leaves out on purpose
//! : what counts up ("the fifth day in a row"), dates and centuries, and everything outside of copied sentences: who is
//!   second in one report and third in another are two more often than one.
//!
//! Known misses
//! : "last", "bottom", "final".

use std::ops::Range;

use super::{
    Kind, Mention, Precision, Value,
    numeral::{Form, Numeral},
    quantity::{Amount, Quantity, Unit},
};
use crate::language::Document;

/// The ranks among the `numbers` of a sentence. `taken` are runs of tokens that mean something else, `amounts` what is
/// counted.
#[must_use]
pub fn extract(
    document: &Document<'_>,
    numbers: &[Numeral],
    taken: &[Range<usize>],
    amounts: &[Amount],
) -> Vec<Mention> {
    let overlaps = |tokens: &Range<usize>, run: &Range<usize>| run.start < tokens.end && tokens.start < run.end;
    let mut found = Vec::new();
    for numeral in numbers {
        let tokens = &numeral.tokens;
        if numeral.form != Form::Ordinal
            || taken.iter().any(|run| overlaps(tokens, run))
            || amounts.iter().any(|amount| overlaps(tokens, &amount.tokens))
        {
            continue;
        }
        let (lo, hi) = (Some(numeral.lo), Some(numeral.hi));
        let quantity = Quantity { lo, hi, written: numeral.lo, step: numeral.step, unit: Unit::Rank };
        found.push(Mention {
            kind: Kind::Count,
            span: document.span(tokens.clone()),
            tokens: tokens.clone(),
            value: Value::Quantity(quantity),
            precision: Precision::Exact,
        });
    }
    found
}
