//! A language's tables as they are downloaded or compiled in, and as they are looked up.
//!
//! As the lists grow, what is looked up grows beyond them several times over: each word has a place in the text and
//! each sense four numbers. What a reader downloads is the packed form, and unpacking it takes a part of the time that
//! one article takes.

use std::ops::Range;

use super::{Class, ClassSet, Sense};

/// What a language's file holds: words and senses as columns of bytes, one behind the other, in this order:
///
/// | items | what |
/// |---|---|
/// | words | bytes of text that a word shares with the one before |
/// | words | how many senses begin with it |
/// | senses | class, as a position in `classes` |
/// | senses | how many further words the phrase has |
/// | senses, by class | value, seven bits a byte, the sign lowest |
/// | further words | number of the word, 16 bits, the lowest first |
/// | words | the text behind what is shared, each with a line end |
/// | concepts | name, each with a line end |
/// | the rest | weights of the tagger, from `weights` on |
///
/// Words stand in order, senses by their first word with longer phrases first. The file says nothing of itself: `build.rs`
/// writes it and this description together, and only the file with this very hash is read by it.
#[derive(Debug)]
pub(super) struct Packed {
    /// Bytes of the file.
    pub(super) length: usize,
    /// FNV-1a of the file.
    pub(super) hash: u64,
    pub(super) words: usize,
    pub(super) senses: usize,
    pub(super) concepts: usize,
    /// Where the weights begin.
    pub(super) weights: usize,
    pub(super) classes: &'static [Class],
}

/// Words and senses, ready to be looked up.
#[derive(Debug, Default)]
pub(super) struct Tables {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<u32>,
    /// The numbers of the words by their hash: a word stands in the place that its hash names or in the first free one
    /// behind it. 0 is a free place; at least half of them are.
    places: Vec<u16>,
    /// Which classes each word begins a phrase of.
    pub(super) sets: Vec<ClassSet>,
    /// Where the senses of each word begin, and behind them where the last one's end.
    pub(super) starts: Vec<u16>,
    pub(super) senses: Vec<Sense>,
    /// The further words of all phrases.
    pub(super) rest: Vec<u16>,
    /// The names of the concepts.
    pub(super) concepts: Vec<&'static str>,
    /// The tagger's weights, packed.
    pub(super) weights: &'static [u8],
}

impl Tables {
    /// The number of a word in lower case, given its hash; 0 when there is none.
    pub(super) fn find(&self, word: &[u8], hash: u32) -> u16 {
        let mask = self.places.len() - 1;
        let mut place = hash as usize;
        loop {
            let entry = self.places[place & mask];
            if entry == 0 || self.bytes(entry - 1) == word {
                return entry;
            }
            place += 1;
        }
    }

    /// Gives the word that was unpacked last its place.
    fn seat(&mut self, word: &[u8]) {
        let mask = self.places.len() - 1;
        let mut place = hash(word) as usize;
        while self.places[place & mask] != 0 {
            place += 1;
        }
        self.places[place & mask] = self.ends.len() as u16;
    }

    /// The word at an index, which is its number less one.
    pub(super) fn word(&self, index: u16) -> &str {
        &self.text[self.range(index)]
    }

    /// The same as bytes, which need no look at where characters begin.
    #[inline]
    fn bytes(&self, index: u16) -> &[u8] {
        &self.text.as_bytes()[self.range(index)]
    }

    #[inline]
    fn range(&self, index: u16) -> Range<usize> {
        let index = usize::from(index);
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[index] as usize
    }
}

impl Packed {
    /// Whether this is the file that the description is of.
    pub(super) fn describes(&self, file: &[u8]) -> bool {
        file.len() == self.length && hash_of_file(file) == self.hash
    }

    /// Fills the tables, in one pass over each column of the file that [`Packed::describes`] agrees to.
    pub(super) fn unpack(&self, file: &'static [u8]) -> Tables {
        let (lists, weights) = file.split_at(self.weights);
        let (shared, rest) = lists.split_at(self.words);
        let (counts, rest) = rest.split_at(self.words);
        let (classes, rest) = rest.split_at(self.senses);
        let (lengths, mut rest) = rest.split_at(self.senses);
        let mut tables = Tables {
            senses: Vec::with_capacity(self.senses),
            ends: Vec::with_capacity(self.words),
            starts: Vec::with_capacity(self.words + 1),
            sets: Vec::with_capacity(self.words),
            weights,
            ..Tables::default()
        };
        tables.starts.push(0);

        // Where the values of each class begin, in the column that is ordered by class.
        let mut cursors = vec![0; self.classes.len() + 1];
        for &class in classes {
            cursors[usize::from(class) + 1] += 1;
        }
        for class in 1..cursors.len() {
            cursors[class] += cursors[class - 1];
        }
        let values: Vec<i32> = (0..self.senses).map(|_| take_signed(&mut rest)).collect();
        let mut further = 0;
        for (&class, &more) in classes.iter().zip(lengths) {
            let class = usize::from(class);
            tables.senses.push(Sense {
                class: self.classes[class],
                value: values[cursors[class]],
                rest: further,
                more,
            });
            cursors[class] += 1;
            further += u16::from(more);
        }
        let (further, tails) = rest.split_at(2 * usize::from(further));
        tables.rest = further.as_chunks().0.iter().map(|&word| u16::from_le_bytes(word)).collect();

        let mut text: Vec<u8> = Vec::new();
        let mut before = 0;
        tables.places = vec![0; (2 * self.words).next_power_of_two()];
        let mut lines = tails.split(|&byte| byte == b'\n');
        for ((&shared, &count), tail) in shared.iter().zip(counts).zip(lines.by_ref()) {
            let start = text.len();
            text.extend_from_within(before..before + usize::from(shared));
            text.extend(tail);
            tables.ends.push(text.len() as u32);
            tables.seat(&text[start..]);
            let first = tables.starts.last().copied().unwrap_or(0);
            tables.starts.push(first + u16::from(count));
            let senses = &tables.senses[usize::from(first)..][..usize::from(count)];
            tables.sets.push(senses.iter().fold(ClassSet::default(), |set, sense| set.with(sense.class)));
            before = start;
        }
        let names = lines.take(self.concepts).map(|name| std::str::from_utf8(name).unwrap_or_default());
        tables.concepts = names.collect();
        tables.text = String::from_utf8(text).expect("build.rs cuts words between characters");
        tables
    }
}

/// FNV-1a of 64 bits, as in `build.rs`: it tells a file of another version or a damaged one, and guards against nothing
/// else. A loop, as a constant may have no iterator.
#[must_use]
pub const fn hash_of_file(file: &[u8]) -> u64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < file.len() {
        hash = (hash ^ file[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

/// FNV-1a, which is short and spreads short words well enough.
pub(super) fn hash(word: &[u8]) -> u32 {
    word.iter().fold(HASH_OF_NOTHING, |hash, &byte| hash_with(hash, byte))
}

/// The hash of no byte.
pub(super) const HASH_OF_NOTHING: u32 = 0x811c_9dc5;

/// The hash with one byte more.
#[inline]
pub(super) const fn hash_with(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Reads a number as `push_signed` in `build.rs` writes it.
fn take_signed(bytes: &mut &[u8]) -> i32 {
    let (mut zigzag, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        zigzag |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32)
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::super::{EN, Lexicon};
    use super::*;

    #[test]
    fn signed_numbers_are_read() {
        let mut bytes: &[u8] = &[0, 1, 2, 0x7f, 0x80, 0x01, 0xff, 0xff, 0xff, 0xff, 0x0f];
        let numbers: Vec<i32> = (0..6).map(|_| take_signed(&mut bytes)).collect();
        assert_eq!(numbers, [0, -1, 1, -64, 64, i32::MIN]);
        assert!(bytes.is_empty());
    }

    #[test]
    fn unpacking_uses_up_every_column() {
        let tables = EN.tables();
        assert_eq!((tables.ends.len(), tables.senses.len()), (EN.packed.words, EN.packed.senses));
        assert_eq!(tables.starts.last().map(|&end| usize::from(end)), Some(EN.packed.senses));
        assert_eq!(tables.places.iter().filter(|&&entry| entry != 0).count(), EN.packed.words);
        let further = tables.senses.iter().map(|sense| usize::from(sense.more)).sum::<usize>();
        assert_eq!(tables.rest.len(), further);
        assert_eq!(tables.concepts.len(), EN.packed.concepts);
        assert!(tables.concepts.iter().all(|name| !name.is_empty()));
        assert!(tables.rest.iter().all(|&word| (1..=EN.packed.words).contains(&usize::from(word))));
    }

    #[test]
    fn every_word_is_found_under_its_number() {
        for entry in 1..=EN.packed.words as u16 {
            assert_eq!(EN.entry(EN.word(entry)), entry, "{}", EN.word(entry));
        }
    }
    #[test]
    fn only_the_very_file_is_loaded() {
        let file = EN.built_in.expect("it is compiled in");
        let tables = OnceLock::new();
        let lexicon = Lexicon { built_in: None, tables, packed: Packed { ..EN.packed }, ..EN };
        let mut other = file.to_vec();
        other[100] ^= 1;
        for unlike in [&file[1..], other.leak()] {
            lexicon.load(unlike);
            assert!(!lexicon.is_ready());
        }
        lexicon.load(file);
        assert!(lexicon.is_ready());
        assert_eq!(lexicon.entry("Tuesday"), EN.entry("Tuesday"));
        assert_eq!(lexicon.weights(), EN.weights());
    }
}
