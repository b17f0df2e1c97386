//! The word diff in the units of the report.

use super::model::{Edit, EditKind, WordDiff};
use crate::comparison::wording::{Side, compare_wording};
use crate::text::Utf16Map;

/// Compares two texts word by word and reports the stretches in UTF-16 units.
///
/// ```
/// let diff = variorum::diff_words("🙂 12 hurt", "🙂 21 hurt");
/// let marks: Vec<_> = diff.edits.iter().map(|edit| (edit.left_start, edit.left_end)).collect();
/// assert_eq!(marks, [(0, 3), (3, 5), (5, 5), (5, 10)]); // the emoji takes two units
/// ```
#[must_use]
pub fn diff_words(left: &str, right: &str) -> WordDiff {
    let (left_map, right_map) = (Utf16Map::new(left), Utf16Map::new(right));
    let edits = compare_wording(left, right)
        .into_iter()
        .map(|stretch| {
            let (left, right) = (left_map.to_utf16(stretch.left), right_map.to_utf16(stretch.right));
            Edit {
                edit: match stretch.side {
                    Side::Both => EditKind::Equal,
                    Side::Left => EditKind::Left,
                    Side::Right => EditKind::Right,
                },
                left_start: left.start,
                left_end: left.end,
                right_start: right.start,
                right_end: right.end,
            }
        })
        .collect();
    WordDiff { edits }
}
