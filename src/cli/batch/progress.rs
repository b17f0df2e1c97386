//! One line on standard error that says how far a batch has come.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// The shortest time between two updates: quick enough to look alive, rare enough to cost nothing.
const PAUSE: Duration = Duration::from_millis(100);

/// How many columns the bar fills when the length of the input is known.
const BAR_COLUMNS: u64 = 30;

/// Counts answered lines, and shows the count to whoever watches.
///
/// The clock is read here alone, for the pause between two updates; no report depends on it.
pub(super) struct Progress {
    /// When the line was last written; `None` when nobody watches.
    last: Option<Instant>,
    total_bytes: Option<u64>,
    lines: u64,
    bytes: u64,
}

impl Progress {
    /// `is_watched` tells whether a person sees standard error; `total_bytes` is the input's length if known.
    pub(super) fn new(is_watched: bool, total_bytes: Option<u64>) -> Self {
        Self { last: is_watched.then(Instant::now), total_bytes, lines: 0, bytes: 0 }
    }

    /// Counts one more answered line of `bytes`.
    pub(super) fn advance(&mut self, bytes: u64) {
        self.lines += 1;
        self.bytes += bytes + 1; // The line's end.
        if self.last.is_some_and(|last| last.elapsed() >= PAUSE) {
            self.show("\r\x1b[K", "");
            self.last = Some(Instant::now());
        }
    }

    /// Writes the closing count.
    pub(super) fn finish(&mut self) {
        if self.last.is_some() {
            self.total_bytes = None;
            self.show("\r\x1b[K", "\n");
        }
    }

    fn show(&self, before: &str, after: &str) {
        // Progress is a courtesy: when it cannot be written, the work goes on.
        let _ = write!(io::stderr(), "{before}{}{after}", self.text());
    }

    fn text(&self) -> String {
        let count = if self.lines == 1 { "1 request".to_owned() } else { format!("{} requests", self.lines) };
        match self.total_bytes {
            Some(total) if total > 0 => {
                let done = self.bytes.min(total);
                let filled = (done * BAR_COLUMNS / total) as usize;
                let rest = BAR_COLUMNS as usize - filled;
                format!("{}{} {:>3} % · {count}", "━".repeat(filled), "┄".repeat(rest), done * 100 / total)
            }
            _ => format!("{count} compared"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_with_the_bytes_answered() {
        let mut progress = Progress::new(false, Some(200));
        progress.advance(99);
        assert_eq!(progress.text(), format!("{}{}  50 % · 1 request", "━".repeat(15), "┄".repeat(15)));
        progress.advance(500);
        assert_eq!(progress.text(), format!("{} 100 % · 2 requests", "━".repeat(30)));
    }

    #[test]
    fn an_unknown_length_shows_the_count() {
        let mut progress = Progress::new(false, None);
        assert_eq!(progress.text(), "0 requests compared");
        progress.advance(9);
        assert_eq!(progress.text(), "1 request compared");
    }
}
