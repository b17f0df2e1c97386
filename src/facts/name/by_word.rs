//! Something for each of the words that an article has, looked up by the word.

use std::ops::Range;

/// Values by words, without an order.
pub(super) struct ByWord<T> {
    /// All words behind each other.
    text: String,
    /// Where each word stands in `text`, and its value.
    entries: Vec<(Range<u32>, T)>,
    /// Positions in `entries`, from 1, in the place that the word's hash names or the first free one behind it. 0 is a
    /// free place; at least half of them are.
    places: Vec<u32>,
}

impl<T: Default> ByWord<T> {
    pub(super) fn new() -> Self {
        Self { text: String::new(), entries: Vec::new(), places: vec![0; 64] }
    }

    /// The value of a word, where it has one.
    pub(super) fn get(&self, word: &str) -> Option<&T> {
        let entry = self.places[self.place(word)];
        entry.checked_sub(1).map(|at| &self.entries[at as usize].1)
    }

    /// The value of a word to be changed, where it has one.
    pub(super) fn get_mut(&mut self, word: &str) -> Option<&mut T> {
        let entry = self.places[self.place(word)];
        entry.checked_sub(1).map(|at| &mut self.entries[at as usize].1)
    }

    /// The value of a word, made where it had none.
    pub(super) fn of(&mut self, word: &str) -> &mut T {
        let mut place = self.place(word);
        if self.places[place] == 0 {
            if 2 * self.entries.len() >= self.places.len() {
                self.grow();
                place = self.place(word);
            }
            let start = self.text.len() as u32;
            self.text.push_str(word);
            self.entries.push((start..self.text.len() as u32, T::default()));
            self.places[place] = self.entries.len() as u32;
        }
        &mut self.entries[self.places[place] as usize - 1].1
    }

    /// The words, in the order in which they came.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.entries.len()).map(|at| self.word(at))
    }

    fn word(&self, at: usize) -> &str {
        let Range { start, end } = self.entries[at].0;
        &self.text[start as usize..end as usize]
    }

    /// The place of a word, or the free one that it would take.
    fn place(&self, word: &str) -> usize {
        let mask = self.places.len() - 1;
        // FNV-1a, which is short and spreads short words well enough.
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut place = hash as usize & mask;
        while let Some(at) = self.places[place].checked_sub(1)
            && self.word(at as usize) != word
        {
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        self.places = vec![0; 4 * self.places.len()];
        for at in 0..self.entries.len() {
            let place = self.place(self.word(at));
            self.places[place] = at as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_when_there_are_many() {
        let mut by_word: ByWord<usize> = ByWord::new();
        for number in 0..1_000_usize {
            *by_word.of(&number.to_string()) += number;
        }
        assert_eq!((by_word.get("999"), by_word.get("1000")), (Some(&999), None));
        assert_eq!(by_word.words().nth(500), Some("500"));
    }
}
