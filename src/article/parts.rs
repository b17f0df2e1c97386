//! Splits a text into passages and says what each is.
use super::{Passage, Remark};
pub(super) fn passages(_text: &str, _title: Option<&str>, _remarks: &mut Vec<Remark>) -> Vec<Passage> { Vec::new() }
