//! What only one report tells: sentences whose main information no other report of the story has.

use crate::{
    alignment::{
        Reading,
        sentences::{Likeness, SentenceId},
    },
    article::Part,
};

/// Likeness, in per cent, to every sentence of the other reports below which a sentence tells something of its own.
///
/// On the annotated groups two thirds of the sentences below 22 are told by one report alone; above it, one in
/// three.
const ALONE: u32 = 22;

/// Words below which a sentence tells too little to be news of its own.
const FEWEST_WORDS: usize = 6;

/// The sentences that only one article of a story has, in order.
///
/// `told` says whether some value of a sentence is shared with another article.
#[must_use]
pub fn only(
    readings: &[Reading<'_>],
    story: &[usize],
    likeness: &Likeness,
    told: impl Fn(SentenceId) -> bool,
) -> Vec<SentenceId> {
    if story.len() < 2 {
        return Vec::new();
    }
    let mut best: Vec<Vec<u32>> = readings.iter().map(|reading| vec![0; reading.document.sentences.len()]).collect();
    likeness.each(&mut |pair| {
        for side in [pair.left, pair.right] {
            let best = &mut best[side.article][side.sentence];
            *best = pair.percent.max(*best);
        }
    });
    let mut alone = Vec::new();
    for &article in story {
        let document = &readings[article].document;
        for (sentence, read) in document.sentences.iter().enumerate() {
            let id = SentenceId { article, sentence };
            let is_told =
                matches!(read.part, Part::Lede | Part::Body | Part::Caption) && read.tokens.len() >= FEWEST_WORDS;
            // What words that were not looked up may add is held against it.
            let most = best[article][sentence] + likeness.unseen(id);
            if is_told && most < ALONE && !told(id) {
                alone.push(id);
            }
        }
    }
    alone
}
