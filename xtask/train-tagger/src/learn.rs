//! The averaged perceptron's training, on integers.

use super::corpus::Sentence;
use super::perceptron::features::{Context, extract};
use super::perceptron::{Scores, TAGS, Upos, best, tag_with};

/// How long to train.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schedule {
    /// Passes over the sentences.
    pub(crate) epochs: u32,
    /// Where the shuffling starts.
    pub(crate) seed: u64,
}

/// Averaged weights, one row a feature, in thousandths of one correction.
pub(crate) type Weights = Vec<Scores>;

/// What is known of a row while training: `sum` follows Collins's lazy averaging.
#[derive(Clone)]
struct Row {
    weights: Scores,
    sum: [i64; TAGS],
}

/// Trains on `sentences`.
///
/// `row_of` gives the row of a feature, or none where the feature is not to be learnt; `certain` names the
/// words that the dictionary settles, from which nothing is learnt.
pub(crate) fn learn(
    sentences: &[Sentence],
    schedule: Schedule,
    mut row_of: impl FnMut(u32) -> Option<usize>,
    certain: impl Fn([u32; 2]) -> Option<Upos>,
) -> Weights {
    let mut rows: Vec<Row> = Vec::new();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = SplitMix(schedule.seed);
    let mut step = 0i64;
    let mut active = Vec::new();
    let mut tags = Vec::new();
    for _ in 0..schedule.epochs {
        random.shuffle(&mut order);
        for &at in &order {
            let sentence = &sentences[at];
            let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
            let mut gold = sentence.tags.iter();
            tag_with(&words, &mut tags, |context: &Context, form| {
                let wanted = *gold.next().expect("as many tags as words");
                if let Some(tag) = form.is_plain_case().then(|| certain(form.word_features())).flatten() {
                    return tag;
                }
                active.clear();
                let mut scores = [0; TAGS];
                extract(context, |feature| {
                    let Some(row) = row_of(feature) else { return };
                    if row >= rows.len() {
                        rows.resize(row + 1, Row { weights: [0; TAGS], sum: [0; TAGS] });
                    }
                    active.push(row);
                    for (score, weight) in scores.iter_mut().zip(&rows[row].weights) {
                        *score += weight;
                    }
                });
                step += 1;
                let guess = best(&scores);
                if guess != wanted {
                    for &row in &active {
                        let row = &mut rows[row];
                        for (tag, change) in [(wanted, 1), (guess, -1)] {
                            row.weights[tag as usize] += change;
                            row.sum[tag as usize] += i64::from(change) * step;
                        }
                    }
                }
                guess
            });
        }
    }
    // The average of a weight over all steps is its last value less what it lacked while it was being built up.
    let average = |row: &Row| {
        let mut averaged = [0; TAGS];
        for (tag, value) in averaged.iter_mut().enumerate() {
            *value = ((i64::from(row.weights[tag]) * step - row.sum[tag]) * 1000 / step.max(1)) as i32;
        }
        averaged
    };
    rows.iter().map(average).collect()
}

/// The mean of the weights of several trainings over the same rows.
pub(crate) fn mean(trainings: &[Weights]) -> Weights {
    let rows = trainings.iter().map(Vec::len).max().unwrap_or(0);
    let mut mean = vec![[0; TAGS]; rows];
    for (at, row) in mean.iter_mut().enumerate() {
        for (tag, weight) in row.iter_mut().enumerate() {
            let sum: i32 = trainings.iter().filter_map(|weights| weights.get(at)).map(|row| row[tag]).sum();
            *weight = sum / trainings.len() as i32;
        }
    }
    mean
}

/// Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*: written out, so that the
/// weights are the same on every machine and with every version of every crate.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// Fisher and Yates's shuffle; the bias of the remainder is far below one in a million here.
    fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}
