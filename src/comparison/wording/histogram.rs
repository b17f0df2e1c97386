//! Histogram diff: which stretches two sequences share, anchored on the longest run of rare items.
//!
//! The longest run that both have is taken as shared, the one of the rarer items where two are as long, and what lies
//! before and behind it is compared in the same way. Items that stand more than [`FREQUENT`] times in a stretch begin
//! no run there: in prose these are white space and "the", and where two passages share nothing else they share
//! nothing that a reader would call common.

use std::ops::Range;

use super::Run;

/// An item that stands more often than this in the left stretch begins no run. It also bounds the work.
const FREQUENT: u32 = 64;

/// No position.
const NONE: u32 = u32::MAX;

/// Work that is still to do; the next piece lies on top.
enum Task {
    Compare(Range<usize>, Range<usize>),
    Share(Run),
}

/// Calls `share` with every run that both sequences have, from first to last; neighbouring runs may touch.
///
/// `items` is a number above all items of the left. Time goes with the length times [`FREQUENT`] for each run found.
pub(super) fn shared_runs(left: &[u32], right: &[u32], items: usize, share: &mut dyn FnMut(Run)) {
    let mut search = Search {
        left,
        right,
        first: vec![NONE; items],
        count: vec![0; items],
        next: vec![NONE; left.len()],
        covered: vec![0; left.len() + right.len() + 1],
        touched: Vec::new(),
    };
    // Runs can be as many as the items, so what is left to do lies in a list and not on the call stack.
    let mut tasks = vec![Task::Compare(0..left.len(), 0..right.len())];
    while let Some(task) = tasks.pop() {
        let (left_range, right_range) = match task {
            Task::Compare(left_range, right_range) => (left_range, right_range),
            Task::Share(run) => {
                share(run);
                continue;
            }
        };
        let shorter = left_range.len().min(right_range.len());
        let (left_part, right_part) = (&left[left_range.clone()], &right[right_range.clone()]);
        let head = (0..shorter).take_while(|&at| left_part[at] == right_part[at]).count();
        let (left_rest, right_rest) = (&left_part[head..], &right_part[head..]);
        let tail = left_rest.iter().rev().zip(right_rest.iter().rev()).take_while(|(l, r)| l == r).count();
        if head > 0 {
            share(Run { left: left_range.start, right: right_range.start, len: head });
        }
        let (left_end, right_end) = (left_range.end - tail, right_range.end - tail);
        if tail > 0 {
            tasks.push(Task::Share(Run { left: left_end, right: right_end, len: tail }));
        }
        let (left_range, right_range) = (left_range.start + head..left_end, right_range.start + head..right_end);
        if let Some(run) = search.best(&left_range, &right_range) {
            tasks.push(Task::Compare(run.left + run.len..left_end, run.right + run.len..right_end));
            tasks.push(Task::Share(run));
            tasks.push(Task::Compare(left_range.start..run.left, right_range.start..run.right));
        }
    }
}

/// The tables of the search. Each search clears what it wrote, so that it costs no more than its stretches are long.
struct Search<'s> {
    left: &'s [u32],
    right: &'s [u32],
    /// Where each item first stands in the left stretch.
    first: Vec<u32>,
    /// How often it stands there.
    count: Vec<u32>,
    /// The next place of the same item, by place in the left.
    next: Vec<u32>,
    /// By diagonal, the end in the right of the last run looked at: every run is measured once.
    covered: Vec<u32>,
    touched: Vec<usize>,
}

impl Search<'_> {
    /// The longest run that both stretches have and that begins with no frequent item.
    fn best(&mut self, left_range: &Range<usize>, right_range: &Range<usize>) -> Option<Run> {
        if left_range.is_empty() || right_range.is_empty() {
            return None;
        }
        for at in left_range.clone().rev() {
            let item = self.left[at] as usize;
            self.next[at] = self.first[item];
            self.first[item] = at as u32;
            self.count[item] += 1;
        }
        let best = self.longest(left_range, right_range);
        for at in left_range.clone() {
            let item = self.left[at] as usize;
            self.first[item] = NONE;
            self.count[item] = 0;
        }
        for diagonal in self.touched.drain(..) {
            self.covered[diagonal] = 0;
        }
        best
    }

    fn longest(&mut self, left_range: &Range<usize>, right_range: &Range<usize>) -> Option<Run> {
        let mut best: Option<(Run, u32)> = None;
        for right in right_range.clone() {
            let item = self.right[right] as usize;
            // Items that only the right has lie beyond the tables.
            let Some(&count) = self.count.get(item) else { continue };
            if count > FREQUENT {
                continue;
            }
            let mut place = self.first[item];
            while place != NONE {
                let left = place as usize;
                place = self.next[left];
                let diagonal = left + self.right.len() - right;
                if self.covered[diagonal] as usize > right {
                    continue;
                }
                let (run, rarest) = self.grown(left, right, left_range, right_range);
                self.touched.push(diagonal);
                self.covered[diagonal] = (run.right + run.len) as u32;
                let better = best.is_none_or(|(other, others)| {
                    (other.len, rarest, run.left, run.right) < (run.len, others, other.left, other.right)
                });
                if better {
                    best = Some((run, rarest));
                }
            }
        }
        best.map(|(run, _)| run)
    }

    /// The run around a pair of equal items, and how often the rarest of its items stands in the left stretch.
    fn grown(&self, left: usize, right: usize, left_range: &Range<usize>, right_range: &Range<usize>) -> (Run, u32) {
        let back = (left - left_range.start).min(right - right_range.start);
        let before = (1..=back).take_while(|&step| self.left[left - step] == self.right[right - step]).count();
        let ahead = (left_range.end - left).min(right_range.end - right);
        let len = before + (0..ahead).take_while(|&step| self.left[left + step] == self.right[right + step]).count();
        let run = Run { left: left - before, right: right - before, len };
        let rarest = self.left[run.left..run.left + len].iter().map(|&item| self.count[item as usize]).min();
        (run, rarest.unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(left: &[u32], right: &[u32]) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        let items = left.iter().chain(right).max().map_or(0, |&item| item as usize + 1);
        shared_runs(left, right, items, &mut |run| found.push((run.left, run.right, run.len)));
        found
    }

    #[test]
    fn the_longest_run_is_the_anchor() {
        assert_eq!(runs(&[9, 1, 2, 3, 8], &[7, 8, 1, 2, 3, 6]), [(1, 2, 3)]);
    }

    #[test]
    fn of_runs_as_long_the_rarer_is_the_anchor() {
        assert_eq!(runs(&[5, 1, 6, 1, 7, 2, 8], &[3, 2, 4, 1, 3]), [(5, 1, 1)]);
    }

    #[test]
    fn what_stands_everywhere_is_no_anchor() {
        let spaced = |word: u32, times: u32| (0..times).flat_map(|at| [word + at, 0]).collect::<Vec<_>>();
        assert_eq!(runs(&spaced(100, FREQUENT), &[1, 0, 2]).len(), 1);
        assert_eq!(runs(&spaced(100, FREQUENT + 1), &[1, 0, 2]), []);
    }

    #[test]
    fn equal_ends_need_no_anchor() {
        assert_eq!(runs(&[0; 300], &[0; 200]), [(0, 0, 200)]);
        assert_eq!(runs(&[], &[1]), []);
    }
}
