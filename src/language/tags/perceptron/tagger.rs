//! The table as a text is tagged with it: unpacked, and with sums that are kept from word to word.

use super::{
    Scores, TAGS, Upos, best,
    features::{self, Context, Part},
    table::{CERTAIN, EVERY_BYTE, LANES, LEVELS, Table, starts},
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
    #[inline]
    fn add(&mut self, other: &Self) {
        for at in 0..other.0.len() {
            self.0[at] = self.0[at].wrapping_add(other.0[at]);
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

/// The first fingerprints of a bucket, so that one load tells whether it holds a feature.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// [`LANES`] fingerprints, the first one lowest; behind its own stand others.
    fingerprints: u64,
    start: u16,
    entries: u16,
}

/// A table of weights with its runs unpacked: a look-up takes one load to find an entry and one to add its weights.
#[derive(Debug, Clone)]
pub struct Tagger<'t> {
    table: Table<'t>,
    buckets: Vec<Bucket>,
    /// What each entry adds to the scores.
    sums: Vec<Sum>,
    /// The tag of which each entry is certain, in the order of [`Upos`]; [`OPEN`] where it is of none.
    certain: Vec<u8>,
}

/// The entry settles no word.
const OPEN: u8 = u8::MAX;

impl<'t> Tagger<'t> {
    /// Unpacks a table.
    #[must_use]
    pub fn new(table: Table<'t>) -> Self {
        let first_of =
            |from: usize| table.fingerprints[from..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        let bucket = |run: &[u16]| Bucket {
            fingerprints: first_of(usize::from(run[0])),
            start: run[0],
            entries: run[1] - run[0],
        };
        let buckets = starts(table.buckets).windows(2).map(bucket).collect();
        let (mut sums, mut certain) = (Vec::with_capacity(table.len()), Vec::with_capacity(table.len()));
        for run in starts(table.rows).windows(2).take(table.len()) {
            let row = &table.pairs[usize::from(run[0])..usize::from(run[1])];
            let mut sum = Sum::default();
            for &pair in row {
                let tag = usize::from(pair / LEVELS);
                let addend = (i64::from(table.weights[usize::from(pair)]) << (tag % 4 * 16)) as u64;
                sum.0[tag / 4] = sum.0[tag / 4].wrapping_add(addend);
            }
            sums.push(sum);
            certain.push(match *row {
                [pair] if pair % LEVELS == CERTAIN => pair / LEVELS,
                _ => OPEN,
            });
        }
        Self { table, buckets, sums, certain }
    }

    /// The entry that the feature falls on, by bucket and fingerprint.
    #[must_use]
    #[inline]
    pub fn entry(&self, feature: u32) -> Option<usize> {
        let bucket = self.buckets.get((feature >> self.table.shift) as usize)?;
        // All at a time without a branch: most buckets hold one or two, and a loop over them would be mispredicted at
        // nearly every feature.
        let unlike = bucket.fingerprints ^ (u64::from(feature as u8) * EVERY_BYTE);
        // The lowest bit that is left marks the first byte of zero in `unlike` (Warren, Hacker's Delight, 6-1).
        let equal = unlike.wrapping_sub(EVERY_BYTE) & !unlike & (EVERY_BYTE << 7);
        let at = equal.trailing_zeros() as usize / 8;
        if at < usize::from(bucket.entries) && at < LANES {
            return Some(usize::from(bucket.start) + at);
        }
        if usize::from(bucket.entries) > LANES { self.crowded_entry(bucket, feature as u8) } else { None }
    }

    /// The same in a bucket of more entries than it shows.
    #[cold]
    fn crowded_entry(&self, bucket: &Bucket, fingerprint: u8) -> Option<usize> {
        let (start, end) = (usize::from(bucket.start), usize::from(bucket.start) + usize::from(bucket.entries));
        (start + LANES..end).find(|&at| self.table.fingerprints[at] == fingerprint)
    }

    /// Adds the weights of a feature.
    #[inline]
    fn add(&self, feature: u32, sum: &mut Sum) {
        if let Some(weights) = self.entry(feature).and_then(|entry| self.sums.get(entry)) {
            sum.add(weights);
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
        Upos::ALL.get(usize::from(*self.certain.get(self.entry(feature)?)?)).copied()
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
