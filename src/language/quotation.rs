//! What stands between quotation marks.
//!
//! Marks are paired paragraph by paragraph. Curly marks say themselves whether they open or close; a straight mark
//! opens where a word hangs on it and closes where it hangs on a word. A single mark is also an apostrophe, so it
//! opens only where one that closes it follows in the same paragraph, and closes only where no letter follows.
//! A paragraph that opens with a mark goes on with the quotation that the paragraph before it left open.

use std::ops::Range;

use super::{Document, tokens::Shape};

/// A stretch between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The tokens between the marks; never empty.
    pub tokens: Range<usize>,
    /// Whether it goes on with the stretch of the paragraph before.
    pub goes_on: bool,
    /// Whether it stands inside another stretch.
    pub is_inner: bool,
}

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    Neither,
}

/// The sort of a mark; those of one sort close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Double,
    Single,
    Low,
    Angle,
}

/// A mark that is still open.
struct Open {
    sort: Sort,
    /// The first token behind it.
    from: usize,
    goes_on: bool,
}

/// Finds what stands between quotation marks, in the order of the text, the outer before the inner.
#[must_use]
pub fn find(document: &Document<'_>) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut first = 0;
    let mut left_open = false;
    while first < document.sentences.len() {
        let paragraph = document.sentences[first].paragraph;
        let length = document.sentences[first..].iter().take_while(|s| s.paragraph == paragraph).count();
        let sentences = first..first + length;
        left_open = Pairing { document, found: &mut found, open: Vec::new(), count: [0; 4], single: None }
            .read(sentences, left_open);
        first += length;
    }
    found
}

struct Pairing<'d, 't> {
    document: &'d Document<'t>,
    found: &'d mut Vec<Quoted>,
    open: Vec<Open>,
    /// How many of each sort are open.
    count: [usize; 4],
    /// The closing single mark that was looked for last: behind which token, and where it stands if there is one.
    single: Option<(usize, Option<usize>)>,
}

impl Pairing<'_, '_> {
    /// Reads the sentences of one paragraph; whether it leaves a quotation open.
    fn read(&mut self, sentences: Range<usize>, was_left_open: bool) -> bool {
        let document = self.document;
        let tokens = document.sentences[sentences.start].tokens.start..document.sentences[sentences.end - 1].tokens.end;
        let base = self.found.len();
        let mut at = tokens.start;
        while at < tokens.end {
            if !matches!(document.tokens[at].shape, Shape::Mark | Shape::Sign) {
                at += 1;
                continue;
            }
            let width = if self.is_double_typed(at, tokens.end) { 2 } else { 1 };
            let (sort, turn) = self.turn(at, width, &tokens);
            match turn {
                Turn::Open => {
                    let goes_on = was_left_open && at == tokens.start;
                    self.open.push(Open { sort, from: at + width, goes_on });
                    self.count[sort as usize] += 1;
                }
                Turn::Close => self.close(sort, at),
                Turn::Neither => {}
            }
            at += width;
        }
        // A mark that opens and is never closed: the quotation goes on in the next paragraph, or its end was lost.
        let is_left_open = self.open.iter().any(|open| open.sort != Sort::Single) && self.goes_on_behind(sentences.end);
        while let Some(open) = self.open.pop() {
            if open.sort == Sort::Single {
                continue;
            }
            let own = &document.sentences[sentences.clone()];
            let sentence = own.partition_point(|sentence| sentence.tokens.end <= open.from);
            let sentence = own.get(sentence).map(|sentence| sentence.tokens.end);
            let end = if is_left_open || open.goes_on { tokens.end } else { sentence.unwrap_or(tokens.end) };
            self.add(&open, end);
        }
        self.found[base..].sort_by_key(|quoted| (quoted.tokens.start, std::cmp::Reverse(quoted.tokens.end)));
        is_left_open
    }

    /// Whether the paragraph that begins with a sentence begins with an opening mark.
    fn goes_on_behind(&self, sentence: usize) -> bool {
        self.document.sentences.get(sentence).is_some_and(|next| {
            let at = next.tokens.start;
            matches!(self.document.word(at), "“" | "\"" | "«" | "„") && self.hangs(at + 1)
        })
    }

    fn close(&mut self, sort: Sort, at: usize) {
        if !self.is_open(sort) {
            return;
        }
        let Some(depth) = self.open.iter().rposition(|open| open.sort == sort) else { return };
        // With it go marks inside that were left open.
        for gone in &self.open[depth..] {
            self.count[gone.sort as usize] -= 1;
        }
        let open = self.open.swap_remove(depth);
        self.open.truncate(depth);
        self.add(&open, at);
    }

    fn add(&mut self, open: &Open, end: usize) {
        if open.from < end {
            let is_inner = !self.open.is_empty();
            self.found.push(Quoted { tokens: open.from..end, goes_on: open.goes_on, is_inner });
        }
    }

    fn is_open(&self, sort: Sort) -> bool {
        self.count[sort as usize] > 0
    }

    /// Two single marks side by side stand for a double one.
    fn is_double_typed(&self, at: usize, end: usize) -> bool {
        let mark = self.document.word(at);
        matches!(mark, "'" | "`") && at + 1 < end && self.hangs(at + 1) && self.document.word(at + 1) == mark
    }

    /// Whether no space stands before a token.
    fn hangs(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.joined)
    }

    fn is_worded(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.shape != Shape::Mark)
    }

    /// What the mark at `at` does, where it is one.
    fn turn(&mut self, at: usize, width: usize, paragraph: &Range<usize>) -> (Sort, Turn) {
        // Whether a space, or what stands for one, parts the mark from its neighbours.
        let next = at + width;
        let before = at > paragraph.start
            && self.hangs(at)
            && !matches!(self.document.word(at - 1), "(" | "[" | "—" | "–" | "-" | "--" | "“" | "\"" | "‘" | "«");
        let behind = next < paragraph.end && self.hangs(next);
        let word = self.document.word(at);
        let is_after_lead = before && matches!(self.document.word(at - 1), "," | ":");
        let opens = |is_open: bool| match (before, behind) {
            (false, true) => Turn::Open,
            (true, false) if is_open => Turn::Close,
            // "said,"we ran"": a mark with words on both sides, or with spaces on both.
            _ if is_open => Turn::Close,
            (true, true) if is_after_lead => Turn::Open,
            _ => Turn::Neither,
        };
        match word {
            "„" => (Sort::Low, Turn::Open),
            "“" if self.is_open(Sort::Low) => (Sort::Low, Turn::Close),
            "”" if self.is_open(Sort::Low) && !self.is_open(Sort::Double) => (Sort::Low, Turn::Close),
            "“" => (Sort::Double, Turn::Open),
            "”" if !self.is_open(Sort::Double) && !before && behind => (Sort::Double, Turn::Open),
            "”" => (Sort::Double, Turn::Close),
            "«" => (Sort::Angle, Turn::Open),
            "»" => (Sort::Angle, Turn::Close),
            "\"" => (Sort::Double, opens(self.is_open(Sort::Double))),
            "'" | "`" if width == 2 => (Sort::Double, opens(self.is_open(Sort::Double))),
            "‘" | "'" | "`" if !before && behind && self.is_closed(next, paragraph.end) => (Sort::Single, Turn::Open),
            "’" | "'" if self.is_open(Sort::Single) && self.closes_single(at, paragraph.end) => {
                (Sort::Single, Turn::Close)
            }
            _ => (Sort::Single, Turn::Neither),
        }
    }

    /// Whether a single mark that closes follows before the paragraph's end, and something stands before it.
    fn is_closed(&mut self, from: usize, end: usize) -> bool {
        if !self.is_worded(from) {
            return false;
        }
        // What was found before holds as long as it stands behind.
        let known = self.single.filter(|&(behind, found)| behind <= from && found.is_none_or(|found| found > from));
        let (_, found) = known.unwrap_or_else(|| {
            let closes = |&at: &usize| matches!(self.document.word(at), "’" | "'") && self.closes_single(at, end);
            (from, (from + 1..end).find(closes))
        });
        self.single = Some((from, found));
        found.is_some()
    }

    /// Whether a single mark closes: it hangs on what stands before it, no letter hangs on it, and it is not the
    /// apostrophe of an owner in the plural ("the unions' demand").
    fn closes_single(&self, at: usize, end: usize) -> bool {
        let letter_behind = self.hangs(at + 1) && self.is_worded(at + 1);
        if !self.hangs(at) || letter_behind {
            return false;
        }
        let is_owner = self.document.word(at - 1).ends_with('s') && at + 1 < end && self.is_worded(at + 1);
        !is_owner
            || !(at + 1..end).any(|later| {
                matches!(self.document.word(later), "’" | "'")
                    && self.hangs(later)
                    && !(self.hangs(later + 1) && self.is_worded(later + 1))
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::{article, language};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article::ingest(text, Some("A title"));
        let document = language::read(&article);
        let found: Vec<&str> =
            document.quotations.iter().map(|quoted| document.span(quoted.tokens.clone()).slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_all_sorts() {
        check("He said: “We ran.” She did not.", &["We ran."]);
        check("He said: \"We ran.\" She said: \"No.\"", &["We ran.", "No."]);
        check("He said: ‘We ran.’ She did not.", &["We ran."]);
        check("He said: 'We ran.' She did not.", &["We ran."]);
        check("He said: «We ran.» She did not.", &["We ran."]);
        check("He said: „We ran.“ She did not.", &["We ran."]);
        check("He said: ``We ran.'' She did not.", &["We ran."]);
        check("He said: ”We ran.” She did not.", &["We ran."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The workers' union and the miners' club don't agree.", &[]);
        check("The workers’ union didn’t say, in the ’90s, what the miners’ club wants.", &[]);
        check("It called the unions' demand 'a farce' and left.", &["a farce"]);
        check("They ‘didn’t know the workers’ names’, she said.", &["didn’t know the workers’ names"]);
    }

    #[test]
    fn marks_inside_marks() {
        check(
            "“He shouted ‘Run!’ and we ran,” she said. “Nobody knew.”",
            &["He shouted ‘Run!’ and we ran,", "Run!", "Nobody knew."],
        );
        check("'He shouted \"Run!\" and we ran,' she said.", &["He shouted \"Run!\" and we ran,", "Run!"]);
    }

    #[test]
    fn marks_that_are_left_open() {
        check("“We ran, she said. It was late.", &["We ran, she said."]);
        check("The plank was 6\" wide.", &[]);
        check("He said: “We ran.\n\n“Nobody knew where to.” It was late.", &["We ran.", "Nobody knew where to."]);
        check("She said: \"We ran.\n\n\"Nobody knew.\" It was late.", &["We ran.", "Nobody knew."]);
    }
}
