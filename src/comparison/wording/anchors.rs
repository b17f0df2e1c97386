//! What two texts certainly share: rows of tokens around those that stand once in each.
//!
//! Such a token has one counterpart at most, so it need not be searched for. Of rows that cross each other, as where a
//! paragraph has moved, those are taken that hold the most text, which leaves the least to be marked. This is patience
//! diff (Bram Cohen) with rows and their lengths in place of single lines.

use super::{Run, Tokens};

/// A row of tokens on one diagonal, from one that stands once in each text to another.
struct Row {
    run: Run,
    /// Bytes of it.
    weight: u64,
}

/// Rows that both texts have in one order, parted by what only one of them has, between `head` and the ends of both.
pub(super) fn anchors(left: &Tokens, right: &Tokens, head: usize, ends: (usize, usize)) -> Vec<Run> {
    let rows = rows(left, &right.ids, head, ends);
    let chain = heaviest(&rows);
    let mut anchors: Vec<Run> = Vec::with_capacity(chain.len());
    for (at, &row) in chain.iter().enumerate() {
        let Run { left: from, right: to, len } = rows[row].run;
        let (least_left, least_right) =
            anchors.last().map_or((head, head), |run| (run.left + run.len, run.right + run.len));
        let (most_left, most_right) =
            chain.get(at + 1).map_or(ends, |&next| (rows[next].run.left, rows[next].run.right));
        // What lies beside a row and is the same belongs to it, whatever else it might be.
        let room = (from - least_left).min(to - least_right);
        let before = (1..=room).take_while(|back| left.ids[from - back] == right.ids[to - back]).count();
        let room = (most_left - from - len).min(most_right - to - len);
        let behind = (0..room).take_while(|on| left.ids[from + len + on] == right.ids[to + len + on]).count();
        anchors.push(Run { left: from - before, right: to - before, len: before + len + behind });
    }
    anchors
}

/// All rows, in the order of the left text.
fn rows(left: &Tokens, right: &[u32], head: usize, (left_end, right_end): (usize, usize)) -> Vec<Row> {
    let numbers = left.ids.iter().chain(right).max().map_or(0, |&most| most as usize + 1);
    let mine = places(&left.ids[head..left_end], numbers);
    let theirs = places(&right[head..right_end], numbers);
    let mut rows: Vec<Row> = Vec::new();
    for from in head..left_end {
        let number = left.ids[from] as usize;
        let (Place::Once(_), Place::Once(to)) = (mine[number], theirs[number]) else { continue };
        let to = head + to as usize;
        let last = rows.last_mut().filter(|row| {
            let Run { left: start, right: beside, len } = row.run;
            from - start == to.wrapping_sub(beside) && left.ids[start + len..from] == right[beside + len..to]
        });
        match last {
            Some(row) => row.run.len = from + 1 - row.run.left,
            None => rows.push(Row { run: Run { left: from, right: to, len: 1 }, weight: 0 }),
        }
    }
    for row in &mut rows {
        let span = left.span(row.run.left, row.run.left + row.run.len);
        row.weight = u64::from(span.end - span.start);
    }
    rows
}

/// Where a token stands in a text.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    Once(u32),
    Often,
}

fn places(ids: &[u32], numbers: usize) -> Vec<Place> {
    let mut places = vec![Place::Nowhere; numbers];
    for (at, &id) in ids.iter().enumerate() {
        let place = &mut places[id as usize];
        *place = if matches!(place, Place::Nowhere) { Place::Once(at as u32) } else { Place::Often };
    }
    places
}

/// The rows, by position, that rise in both texts and together hold the most bytes.
fn heaviest(rows: &[Row]) -> Vec<usize> {
    let mut by_right: Vec<usize> = (0..rows.len()).collect();
    by_right.sort_unstable_by_key(|&row| rows[row].run.right);
    let mut rank = vec![0; rows.len()];
    for (at, &row) in by_right.iter().enumerate() {
        rank[row] = at + 1;
    }
    // The heaviest chain among rows of the lowest ranks, as sums over a tree of prefixes (Fenwick 1994): its weight, and
    // its last row, from 1.
    let mut best: Vec<(u64, usize)> = vec![(0, 0); rows.len() + 1];
    let mut before = vec![0; rows.len()];
    let (mut heaviest, mut last) = (0, 0);
    for (row, of) in rows.iter().enumerate() {
        let (mut weight, mut at) = (0, rank[row] - 1);
        while at > 0 {
            if best[at].0 > weight {
                (weight, before[row]) = best[at];
            }
            at &= at - 1;
        }
        weight += of.weight;
        let mut at = rank[row];
        while at <= rows.len() {
            if best[at].0 < weight {
                best[at] = (weight, row + 1);
            }
            at += at & at.wrapping_neg();
        }
        if weight > heaviest {
            (heaviest, last) = (weight, row + 1);
        }
    }
    let mut chain = Vec::new();
    while last > 0 {
        chain.push(last - 1);
        last = before[last - 1];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::WordNumbers;

    /// The words that anchors hold between two texts whose tokens are words and the spaces between them.
    fn anchored(left: &str, right: &str) -> Vec<String> {
        let mut interner = WordNumbers::default();
        let tokens = [Tokens::intern(left, &mut interner), Tokens::intern(right, &mut interner)];
        let runs = anchors(&tokens[0], &tokens[1], 0, (tokens[0].ids.len(), tokens[1].ids.len()));
        let words = |run: &Run| {
            let [left, right] = [(left, &tokens[0], run.left), (right, &tokens[1], run.right)]
                .map(|(text, tokens, from)| tokens.span(from, from + run.len).slice(text));
            assert_eq!(left, right);
            left.trim().to_owned()
        };
        runs.iter().map(words).collect()
    }

    #[test]
    fn a_row_is_parted_by_what_only_one_text_has() {
        assert_eq!(anchored("red blue green gold", "red blue grey gold"), ["red blue", "gold"]);
        assert_eq!(anchored("red blue gold", "red blue grey gold"), ["red blue", "gold"]);
        assert_eq!(anchored("red blue gold", "grey pink"), Vec::<String>::new());
    }

    #[test]
    fn words_that_stand_often_belong_to_the_row_beside_them() {
        assert_eq!(anchored("the the red the blue the", "pink the red the blue the the"), ["the red the blue the"]);
        assert_eq!(anchored("so it was red", "it was so it was red"), ["so it was red"]);
        assert_eq!(anchored("red so it was", "red so it was it was"), ["red so it was"]);
    }

    #[test]
    fn of_rows_that_cross_those_with_the_most_text_stay() {
        let moved = ("red blue green gold silver", "gold silver red blue green");
        assert_eq!(anchored(moved.0, moved.1), ["red blue green"]);
        assert_eq!(anchored(moved.1, moved.0), ["red blue green"]);
        // One long word is more than two short ones.
        assert_eq!(anchored("red blue extraordinarily", "extraordinarily red blue"), ["extraordinarily"]);
        // Two light rows in one order are more than a heavier one that crosses both.
        let left = "apples pears x plums cherries y tomatoes";
        assert_eq!(anchored(left, "tomatoes apples pears z plums cherries"), ["apples pears", "plums cherries"]);
        // The middle of three has moved to the end.
        assert_eq!(anchored("one two x three y four five", "one two q four five r three"), ["one two", "four five"]);
    }
}
