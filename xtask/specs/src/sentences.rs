//! Readings of sentences: where they begin and end.
//!
//! A case passes when its sentences are ours, all of them, white space at their ends apart.

use crate::{Outcome, Set, cases::Case};

/// The sets of sentences.
pub(crate) fn sets() -> Vec<Set> {
    vec![Set {
        name: "pysbd-sentences",
        file: "sentsplit_golden.jsonl",
        holds: |_| true,
        check: sentences,
        must: 0.92,
        aim: 0.95,
    }]
}

fn sentences(case: &Case) -> Outcome {
    let document = case.document();
    let show = |words: &str| format!("[{}]", words.trim());
    Outcome::of(
        case.expected.iter().map(|expected| show(&case.text[case.span(expected)])).collect(),
        document.sentences.iter().map(|sentence| show(sentence.span.slice(&case.text))).collect(),
    )
}
