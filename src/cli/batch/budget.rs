//! How much may be under way between reading and writing.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A bound on the lines, and on their bytes, that were read and not yet answered.
///
/// A line that is longer than all bytes allowed passes alone.
pub(super) struct Budget {
    max_lines: usize,
    max_bytes: usize,
    used: Mutex<Used>,
    freed: Condvar,
}

#[derive(Default)]
struct Used {
    lines: usize,
    bytes: usize,
}

impl Budget {
    pub(super) fn new(max_lines: usize, max_bytes: usize) -> Self {
        Self { max_lines, max_bytes, used: Mutex::default(), freed: Condvar::new() }
    }

    /// Waits until a line of `bytes` may be under way, and counts it.
    pub(super) fn take(&self, bytes: usize) {
        let is_full = |used: &mut Used| {
            used.lines > 0 && (used.lines >= self.max_lines || used.bytes.saturating_add(bytes) > self.max_bytes)
        };
        let mut used = self.freed.wait_while(self.lock(), is_full).unwrap_or_else(PoisonError::into_inner);
        used.lines += 1;
        used.bytes += bytes;
    }

    /// Says that a line of `bytes` has been answered.
    pub(super) fn give_back(&self, bytes: usize) {
        let mut used = self.lock();
        used.lines -= 1;
        used.bytes -= bytes;
        drop(used);
        self.freed.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Used> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn a_full_budget_waits_for_what_is_given_back() {
        for (max_lines, max_bytes) in [(1, 100), (10, 7)] {
            let budget = Arc::new(Budget::new(max_lines, max_bytes));
            let (sender, taken) = mpsc::channel();
            let other = Arc::clone(&budget);
            let reader = thread::spawn(move || {
                for _ in 0..2 {
                    other.take(5);
                    sender.send(()).expect("the test waits for both");
                }
            });
            taken.recv().expect("the first passes");
            assert!(taken.try_recv().is_err(), "the second waits");
            budget.give_back(5);
            taken.recv().expect("the second passes");
            reader.join().expect("both were taken");
        }
    }

    #[test]
    fn a_line_over_the_budget_passes_alone() {
        let budget = Budget::new(10, 7);
        budget.take(1000);
        budget.give_back(1000);
        budget.take(7);
        assert_eq!(budget.lock().bytes, 7);
    }
}
