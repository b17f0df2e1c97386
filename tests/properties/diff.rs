//! The word diff rebuilds both texts.

use proptest::prelude::*;
use variorum::diff_words;

use crate::{
    corpus::{examples, gold, many, report},
    disturb::{insert, insertions},
    laws::diff_rebuilds_both as check,
};

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_two_texts_are_rebuilt(left in any::<String>(), right in any::<String>()) {
        check(&left, &right);
    }

    #[test]
    fn edited_reports_are_rebuilt(left in report(), right in report(), strange in insertions()) {
        check(&left, &right);
        check(&left, &insert(&right, &strange));
        check(&left, &insert(&left, &strange));
    }

    #[test]
    fn exchanging_the_texts_exchanges_the_sides(left in report(), right in report()) {
        let mirrored: Vec<_> = diff_words(&right, &left)
            .edits
            .iter()
            .map(|edit| (edit.right_start, edit.right_end, edit.left_start, edit.left_end))
            .filter(|(start, end, ..)| start != end)
            .collect();
        let straight: Vec<_> = diff_words(&left, &right)
            .edits
            .iter()
            .map(|edit| (edit.left_start, edit.left_end, edit.right_start, edit.right_end))
            .filter(|(start, end, ..)| start != end)
            .map(|(start, end, ..)| (start, end))
            .collect();
        let mirrored: Vec<_> = mirrored.into_iter().map(|(start, end, ..)| (start, end)).collect();
        prop_assert_eq!(straight, mirrored);
    }
}

#[test]
fn real_reports_are_rebuilt() {
    for (_, request) in examples().into_iter().chain(gold()) {
        for pair in request.articles.windows(2) {
            check(&pair[0].text, &pair[1].text);
        }
    }
}
