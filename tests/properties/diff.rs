//! The word diff rebuilds both texts.

use proptest::prelude::*;
use variorum::{diff_words, report::EditKind};

use crate::{
    corpus::{examples, gold, many, report},
    disturb::{insert, insertions},
};

/// The spans of each side follow each other without a gap, what is equal is equal, and what one side has is empty
/// on the other.
#[track_caller]
fn check(left: &str, right: &str) {
    let (left, right): (Vec<u16>, Vec<u16>) = (left.encode_utf16().collect(), right.encode_utf16().collect());
    let diff = diff_words(&String::from_utf16_lossy(&left), &String::from_utf16_lossy(&right));
    let (mut at_left, mut at_right) = (0, 0);
    for edit in &diff.edits {
        assert_eq!((edit.left_start, edit.right_start), (at_left, at_right), "{edit:?}");
        (at_left, at_right) = (edit.left_end, edit.right_end);
        let left = &left[edit.left_start as usize..edit.left_end as usize];
        let right = &right[edit.right_start as usize..edit.right_end as usize];
        for words in [left, right] {
            String::from_utf16(words).expect("a stretch holds whole characters");
        }
        match edit.edit {
            EditKind::Equal => {
                assert_eq!(String::from_utf16_lossy(left), String::from_utf16_lossy(right), "{edit:?}");
                assert!(!left.is_empty(), "{edit:?}");
            }
            EditKind::Left => assert!(!left.is_empty() && right.is_empty(), "{edit:?}"),
            EditKind::Right => assert!(left.is_empty() && !right.is_empty(), "{edit:?}"),
        }
    }
    assert_eq!((at_left as usize, at_right as usize), (left.len(), right.len()), "both texts are covered");
}

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
