//! The weights as they lie in the file: a hash table, packed.
//!
//! # Layout
//! A feature is 32 bits of hash. The upper bits choose a bucket, the lowest 8 bits are its fingerprint inside the
//! bucket, and nothing else of it is kept. Each entry has a run of *pairs*, one byte each, which name a tag and one
//! of fourteen weights. All integers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `VTG2` |
//! | 1 | how many bits of the hash choose the bucket |
//! | 7 | the seven sizes of weights, ascending |
//! | 4 + 4 | entries, pairs |
//! | buckets | how many entries each bucket has |
//! | entries + 8 | fingerprints, and zeros, so that eight can be looked at together |
//! | entries | how many pairs each entry has |
//! | pairs | tag × 15 + level; level 0-6 adds that size, 7-13 takes it away, 14 is [`CERTAIN`] |
//!
//! Each column is kept by itself, because that is what makes the file small under brotli. Where the entries of a bucket
//! and the pairs of an entry begin is summed up when the table is unpacked; totals in the file were a tenth of it.
//!
//! A feature that was never kept hits another's fingerprint now and then (entries / buckets / 256). The trainer
//! learns the weights with these hits in place, so that they do little harm.

use super::TAGS;

/// The first bytes of the file.
pub const MAGIC: &[u8; 4] = b"VTG2";
/// How many sizes of weights there are.
pub const SIZES: usize = 7;
/// The level that says that a word always has this tag.
pub const CERTAIN: u8 = 14;
/// How many levels a tag has.
pub const LEVELS: u8 = 15;

/// How many fingerprints are looked at together.
pub const LANES: usize = 8;
pub(super) const EVERY_BYTE: u64 = 0x0101_0101_0101_0101;

const HEADER: usize = 4 + 1 + SIZES + 4 + 4;

/// Why bytes are no table of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// The first bytes are not [`MAGIC`], or the header is cut off.
    Header,
    /// The columns do not add up to the length that the header promises.
    Length,
    /// The lengths of the runs do not add up to the number of their items.
    Runs,
    /// A pair names a tag that does not exist.
    Pair,
}

/// Where each of the runs starts that lie one behind the other, given their lengths, and behind them where the last
/// one ends.
pub(super) fn starts(lengths: &[u8]) -> Vec<u16> {
    let mut starts = vec![0];
    let mut end = 0_u16;
    for length in lengths {
        end += u16::from(*length);
        starts.push(end);
    }
    starts
}

/// A table of weights in borrowed bytes.
#[derive(Debug, Clone, Copy)]
pub struct Table<'t> {
    pub(super) shift: u32,
    /// The weight of each pair.
    pub(super) weights: [i8; 256],
    /// How many entries each bucket has.
    pub(super) buckets: &'t [u8],
    pub(super) fingerprints: &'t [u8],
    /// How many pairs each entry has.
    pub(super) rows: &'t [u8],
    pub(super) pairs: &'t [u8],
}

impl<'t> Table<'t> {
    /// Reads the header and finds the columns; nothing is copied.
    ///
    /// It is `const`, so that a table which is compiled in costs no start-up time and a broken one no release.
    ///
    /// # Errors
    /// [`TableError::Header`] or [`TableError::Length`] when the bytes do not have the shape above.
    pub const fn new(bytes: &'t [u8]) -> Result<Self, TableError> {
        let Some((header, body)) = bytes.split_at_checked(HEADER) else { return Err(TableError::Header) };
        let [a, b, c, d, bits, s0, s1, s2, s3, s4, s5, s6, e0, e1, e2, e3, p0, p1, p2, p3] = *header else {
            return Err(TableError::Header);
        };
        if u32::from_be_bytes([a, b, c, d]) != u32::from_be_bytes(*MAGIC) || bits == 0 || bits > 24 {
            return Err(TableError::Header);
        }
        let mut weights = [0; 256];
        let sizes = [s0, s1, s2, s3, s4, s5, s6];
        let mut pair = 0;
        while pair < 256 {
            let level = pair % LEVELS as usize;
            if level < 2 * SIZES {
                let size = sizes[level % SIZES];
                if size > i8::MAX as u8 {
                    return Err(TableError::Header);
                }
                weights[pair] = if level < SIZES { size as i8 } else { -(size as i8) };
            }
            pair += 1;
        }
        let entries = u32::from_le_bytes([e0, e1, e2, e3]) as usize;
        let pairs = u32::from_le_bytes([p0, p1, p2, p3]) as usize;
        let Some((buckets, body)) = body.split_at_checked(1 << bits) else { return Err(TableError::Length) };
        let Some((fingerprints, body)) = body.split_at_checked(entries + LANES) else { return Err(TableError::Length) };
        let Some((rows, body)) = body.split_at_checked(entries) else { return Err(TableError::Length) };
        // Both are counted in 16 bits.
        if body.len() != pairs || entries > u16::MAX as usize || pairs > u16::MAX as usize {
            return Err(TableError::Length);
        }
        Ok(Self { shift: 32 - bits as u32, weights, buckets, fingerprints, rows, pairs: body })
    }

    /// Checks what [`Table::new`] leaves open: that every run and pair is sound, so that no look-up can panic.
    ///
    /// # Errors
    /// [`TableError::Runs`] or [`TableError::Pair`].
    pub fn check(&self) -> Result<(), TableError> {
        let sum = |lengths: &[u8]| lengths.iter().map(|length| usize::from(*length)).sum::<usize>();
        if sum(self.buckets) != self.len() || sum(self.rows) != self.pairs.len() {
            return Err(TableError::Runs);
        }
        let in_range = |pair: &u8| usize::from(pair / LEVELS) < TAGS;
        if self.pairs.iter().all(in_range) { Ok(()) } else { Err(TableError::Pair) }
    }

    /// How many features are kept.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.fingerprints.len() - LANES
    }

    /// Whether no feature is kept.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
