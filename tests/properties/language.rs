//! Sentences and tokens stand in order, never overlap, and leave no word out.

use proptest::prelude::*;

use crate::{
    corpus::{examples, gold, many, report},
    disturb::{insert, insertions},
    laws::{is_covered_by_tokens as check_coverage, is_read_in_order as check},
};

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_text_is_read_in_order(text in any::<String>(), strange in insertions()) {
        let text = insert(&text, &strange);
        check(&text);
        check_coverage(&text);
    }

    #[test]
    fn disturbed_reports_are_read_in_order(text in report(), strange in insertions()) {
        let text = insert(&text, &strange);
        check(&text);
        check_coverage(&text);
    }
}

#[test]
fn real_reports_are_read_in_order() {
    for (_, request) in examples().into_iter().chain(gold()) {
        for input in &request.articles {
            check(&input.text);
            check_coverage(&input.text);
        }
    }
}
