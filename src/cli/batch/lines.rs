//! Lines of bounded length from a stream of any length.

use std::io::{self, BufRead};

/// One line that is to be answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the input, from 1; empty lines are counted and not answered.
    pub(super) number: u64,
    /// The line without its end; `None` when it is longer than allowed.
    pub(super) bytes: Option<Vec<u8>>,
}

/// The lines of a stream that hold more than blanks.
///
/// A line over the limit is skipped to its end without being kept. A byte order mark at the start is dropped.
pub(super) struct Lines<R> {
    reader: R,
    max_bytes: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, max_bytes: usize) -> Self {
        Self { reader, max_bytes, number: 0 }
    }

    /// The next line, blank or not; `None` at the end of the stream.
    fn next_line(&mut self) -> io::Result<Option<Line>> {
        let (mut kept, mut is_long, mut has_any) = (Vec::new(), false, false);
        loop {
            let found = match self.reader.fill_buf() {
                Ok(found) => found,
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
                Err(fault) => return Err(fault),
            };
            if found.is_empty() && !has_any {
                return Ok(None);
            }
            has_any = true;
            let end = found.iter().position(|byte| *byte == b'\n');
            let piece = &found[..end.unwrap_or(found.len())];
            is_long |= kept.len() + piece.len() > self.max_bytes;
            if is_long {
                kept = Vec::new();
            } else {
                kept.extend_from_slice(piece);
            }
            let (read, is_whole) = (piece.len() + usize::from(end.is_some()), end.is_some() || found.is_empty());
            self.reader.consume(read);
            if is_whole {
                break;
            }
        }
        self.number += 1;
        if self.number == 1 && kept.starts_with("\u{feff}".as_bytes()) {
            kept.drain(.."\u{feff}".len());
        }
        Ok(Some(Line { number: self.number, bytes: (!is_long).then_some(kept) }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.next_line().transpose()?;
            let is_blank = |line: &Line| line.bytes.as_ref().is_some_and(|bytes| bytes.trim_ascii().is_empty());
            if !line.as_ref().is_ok_and(is_blank) {
                return Some(line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn read(input: &str, buffer: usize) -> Vec<(u64, Option<String>)> {
        Lines::new(BufReader::with_capacity(buffer, input.as_bytes()), 6)
            .map(|line| line.map(|line| (line.number, line.bytes.map(|b| String::from_utf8(b).expect("UTF-8")))))
            .collect::<io::Result<_>>()
            .expect("a slice can be read")
    }

    #[test]
    fn lines_are_numbered_bounded_and_blank_ones_skipped() {
        let some = |number: u64, text: &str| (number, Some(text.to_owned()));
        let expected = vec![some(1, "one"), some(4, "sixsix"), (5, None), some(6, "end")];
        for buffer in [1, 2, 3, 5, 7, 64] {
            let input = "\u{feff}one\n\n \t\r\nsixsix\nsevenis\nend";
            // The mark counts as three bytes until it is dropped.
            assert_eq!(read(input, buffer), expected, "buffer of {buffer}");
            assert_eq!(read(&format!("{input}\n"), buffer), expected, "buffer of {buffer}, ended");
        }
    }

    #[test]
    fn an_empty_stream_has_no_line() {
        assert_eq!(read("", 8), []);
        assert_eq!(read("\n\n", 8), []);
    }
}
