//! The table as a text is tagged with it: unpacked, and with sums that are kept from word to word.

use super::{
    Scores, TAGS, Upos, best,
    features::{self, Context, Part},
    table::{CERTAIN, EVERY_BYTE, LANES, LEVELS, Table},
    tag_with,
};

/// Scores of all tags, 16 bits each, four in a word.
///
/// A word is the sum of its four scores, each times the power of two of its place, so a score below zero borrows from
/// the one above it; words add up as the scores do, and are taken apart once at the end. A score stays within 16 bits,
/// since a weight has seven and a word less than 32 features.
#[derive(Debug, Clone, Copy, Default)]
struct Sum([u64; TAGS.div_ceil(4)]);

impl Sum {
    fn add(&mut self, other: &Self) {
        for (sum, other) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_add(*other);
        }
    }

    fn scores(&self) -> Scores {
        let mut left = self.0;
        let mut scores = [0; TAGS];
        for (tag, score) in scores.iter_mut().enumerate() {
            let word = &mut left[tag / 4];
            let lowest = *word as i16;
            *score = i32::from(lowest);
            *word = (*word as i64).wrapping_sub(i64::from(lowest)) as u64 >> 16;
        }
        scores
    }
}

/// What the features that go by the same few words add up to, for those met last in a text.
///
/// It changes no tag and only spares look-ups: a word that comes again finds its sum.
#[derive(Debug, Clone)]
pub struct Memo {
    /// Each with its key, in the place that the key's upper bits name.
    sums: Vec<(u64, Sum)>,
    shift: u32,
}

impl Memo {
    /// A memo for a text of so many words.
    #[must_use]
    pub fn new(words: usize) -> Self {
        // A word has a sum of its own and two for its neighbours; 4,096 take 200 KB.
        let bits = words.saturating_mul(2).clamp(64, 4096).next_power_of_two().ilog2();
        Self { sums: vec![(0, Sum::default()); 1 << bits], shift: u64::BITS - bits }
    }
}

/// A table of weights with its runs unpacked, so that a look-up takes two loads for each.
#[derive(Debug, Clone)]
pub struct Tagger<'t> {
    table: Table<'t>,
    /// Where the entries of each bucket begin, and behind them where the last one's end.
    buckets: Vec<u16>,
    /// The same for the pairs of each entry.
    rows: Vec<u16>,
    /// What each pair adds to the word of its tag.
    addends: [u64; 256],
}

impl<'t> Tagger<'t> {
    /// Unpacks a table.
    #[must_use]
    pub fn new(table: Table<'t>) -> Self {
        let mut addends = [0; 256];
        for (pair, addend) in addends.iter_mut().enumerate() {
            let tag = pair / usize::from(LEVELS);
            *addend = (i64::from(table.weights[pair]) << (tag % 4 * 16)) as u64;
        }
        Self { table, buckets: table.buckets.starts(), rows: table.rows.starts(), addends }
    }

    /// The entry that the feature falls on, by bucket and fingerprint.
    #[must_use]
    pub fn entry(&self, feature: u32) -> Option<usize> {
        let bucket = (feature >> self.table.shift) as usize;
        let (mut from, end) = (usize::from(self.buckets[bucket]), usize::from(self.buckets[bucket + 1]));
        let fingerprint = u64::from(feature as u8) * EVERY_BYTE;
        // Eight at a time without a branch: most buckets hold one or two, and a loop over them would be mispredicted
        // at nearly every feature.
        loop {
            let eight = self.table.fingerprints[from..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
            let unlike = eight ^ fingerprint;
            // The lowest bit that is left marks the first byte of zero in `unlike` (Warren, Hacker's Delight, 6-1).
            let equal = unlike.wrapping_sub(EVERY_BYTE) & !unlike & (EVERY_BYTE << 7);
            let at = from + equal.trailing_zeros() as usize / 8;
            from += LANES;
            if equal != 0 || from >= end {
                return (at < end).then_some(at);
            }
        }
    }

    fn row(&self, entry: usize) -> &'t [u8] {
        &self.table.pairs[usize::from(self.rows[entry])..usize::from(self.rows[entry + 1])]
    }

    /// Adds the weights of a feature.
    fn add(&self, feature: u32, sum: &mut Sum) {
        let Some(entry) = self.entry(feature) else { return };
        for &pair in self.row(entry) {
            let word = &mut sum.0[usize::from(pair / (4 * LEVELS))];
            *word = word.wrapping_add(self.addends[usize::from(pair)]);
        }
    }

    /// The tag that the dictionary gives to the word, by two hashes of it.
    ///
    /// A single fingerprint would settle a few unknown names as `the`; two make that one in a million.
    #[must_use]
    pub fn certain(&self, [first, second]: [u32; 2]) -> Option<Upos> {
        let tag = self.certain_entry(first)?;
        (self.certain_entry(second)? == tag).then_some(tag)
    }

    fn certain_entry(&self, feature: u32) -> Option<Upos> {
        match *self.row(self.entry(feature)?) {
            [pair] if pair % LEVELS == CERTAIN => Upos::ALL.get(usize::from(pair / LEVELS)).copied(),
            _ => None,
        }
    }

    /// Tags the words of one sentence, replacing what `tags` held. `memo` serves all sentences of a text.
    pub fn tag_sentence(&self, memo: &mut Memo, words: &[&str], tags: &mut Vec<Upos>) {
        tag_with(words, tags, |context, known| {
            if let Some(tag) = known.is_plain_case().then(|| self.certain(known.word_features())).flatten() {
                return tag;
            }
            best(&self.sum(memo, context).scores())
        });
    }

    fn sum(&self, memo: &mut Memo, context: &Context) -> Sum {
        let mut sum = Sum::default();
        features::singly(context, |feature| self.add(feature, &mut sum));
        for part in Part::ALL {
            let key = features::key(context, part);
            let (known, kept) = &mut memo.sums[(key >> memo.shift) as usize];
            if *known != key {
                (*known, *kept) = (key, Sum::default());
                features::shared(context, part, |feature| self.add(feature, kept));
            }
            sum.add(kept);
        }
        sum
    }
}
