//! Choosing, rounding and laying out the weights; `perceptron/table.rs` describes the layout.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anyhow::{Context as _, Result};

use super::learn::Weights;
use super::perceptron::table::{CERTAIN, LANES, LEVELS, MAGIC, SIZES};
use super::perceptron::{TAGS, Upos};

/// The sizes of weights in units. They grow by half, because the large weights need less care than the small.
pub(crate) const STEPS: [u8; SIZES] = [1, 2, 3, 5, 8, 12, 18];

/// How coarse the table is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coarseness {
    /// A feature is kept when one of its weights reaches this many thousandths of a correction.
    pub(crate) keep: i32,
    /// One unit of a kept weight, in thousandths; weights under half a unit are dropped.
    pub(crate) unit: i32,
    /// How many bits of the hash choose the bucket.
    pub(crate) bucket_bits: u8,
}

impl fmt::Display for Coarseness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { keep, unit, bucket_bits } = self;
        write!(formatter, "keep {keep}, unit {unit}, 2^{bucket_bits}")
    }
}

/// The entries of a table in their order of lying, before and after they have weights.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    bucket_bits: u8,
    /// (bucket, fingerprint) of each entry, ascending.
    keys: Vec<(u32, u8)>,
    dictionary: BTreeMap<(u32, u8), Upos>,
}

impl Layout {
    /// Room for these features and for the dictionary's.
    pub(crate) fn new(features: &[u32], dictionary: &[([u32; 2], Upos)], bucket_bits: u8) -> Self {
        let key = |feature: u32| (feature >> (32 - bucket_bits), feature as u8);
        let pairs = dictionary.iter().flat_map(|(features, tag)| features.map(|feature| (key(feature), *tag)));
        let dictionary: BTreeMap<_, _> = pairs.collect();
        let keys: BTreeSet<_> =
            features.iter().map(|feature| key(*feature)).chain(dictionary.keys().copied()).collect();
        Self { bucket_bits, keys: keys.into_iter().collect(), dictionary }
    }

    /// The table's bytes, given the weights of its entries (by [`Table::entry`](super::perceptron::Table::entry)).
    /// Entries beyond the end of `weights` have none.
    ///
    /// # Errors
    /// When there are more than 65,535 pairs.
    pub(crate) fn pack(&self, weights: &Weights, unit: i32) -> Result<Vec<u8>> {
        let mut bucket_lengths = vec![0u8; 1 << self.bucket_bits];
        let (mut fingerprints, mut row_lengths, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        for (at, key) in self.keys.iter().enumerate() {
            let before = pairs.len();
            match (self.dictionary.get(key), weights.get(at)) {
                (Some(tag), _) => pairs.push(*tag as u8 * LEVELS + CERTAIN),
                (None, Some(row)) => {
                    pairs.extend((0..TAGS).filter_map(|tag| Some(tag as u8 * LEVELS + level(row[tag], unit)?)));
                }
                (None, None) => {}
            }
            // An entry may be left with no pair after rounding. It stays, since to take it out would move the
            // accidental hits that the weights were learnt with.
            bucket_lengths[key.0 as usize] += 1;
            fingerprints.push(key.1);
            row_lengths.push((pairs.len() - before) as u8);
        }
        u16::try_from(pairs.len()).context("more pairs than 16 bits can count: keep fewer")?;
        let mut bytes = MAGIC.to_vec();
        bytes.push(self.bucket_bits);
        bytes.extend(STEPS);
        bytes.extend((fingerprints.len() as u32).to_le_bytes());
        bytes.extend((pairs.len() as u32).to_le_bytes());
        bytes.extend(&bucket_lengths);
        bytes.extend(&fingerprints);
        bytes.extend([0; LANES]);
        bytes.extend(&row_lengths);
        bytes.extend(&pairs);
        Ok(bytes)
    }
}

/// The level whose weight is nearest, or none where that is zero.
fn level(weight: i32, unit: i32) -> Option<u8> {
    let size = weight.abs();
    if size * 2 < unit {
        return None;
    }
    let distance = |step: u8| (i32::from(step) * unit - size).abs();
    let nearest = (0..SIZES).min_by_key(|at| distance(STEPS[*at]))? as u8;
    Some(if weight > 0 { nearest } else { nearest + SIZES as u8 })
}
