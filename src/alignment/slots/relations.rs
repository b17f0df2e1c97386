//! How values relate, asked once for each two that differ: in a story that sixty reports tell, one value stands in most
//! of them.

use crate::facts::{Value, value::ValueRelation};

/// The relations among some values, which are known by their positions.
pub(super) struct Relations<'v> {
    /// The values that differ from all before them.
    different: Vec<&'v Value>,
    /// For each value, the position in `different` of what equals it.
    number: Vec<usize>,
    /// The relations asked for so far, a row for each of `different`.
    known: Vec<Option<ValueRelation>>,
}

impl<'v> Relations<'v> {
    pub(super) fn new(values: impl IntoIterator<Item = &'v Value>) -> Self {
        let (mut different, mut number): (Vec<&Value>, Vec<usize>) = (Vec::new(), Vec::new());
        for value in values {
            let known = different.iter().position(|known| *known == value);
            number.push(known.unwrap_or(different.len()));
            if known.is_none() {
                different.push(value);
            }
        }
        let known = vec![None; different.len() * different.len()];
        Self { different, number, known }
    }

    /// How one value relates to another.
    pub(super) fn of(&mut self, one: usize, other: usize) -> ValueRelation {
        let (one, other) = (self.number[one], self.number[other]);
        let known = &mut self.known[one * self.different.len() + other];
        *known.get_or_insert_with(|| self.different[one].relation(self.different[other]))
    }
}
