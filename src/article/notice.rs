//! Notices of copyright, which name a year that tells nothing of the event.
//!
//! Agencies and papers put them behind the last words of a report, often in the same paragraph: "… contributed to this
//! report. Copyright 2017 The Associated Press. All rights reserved. This material may not be published …".

/// The sign, and how it is typed.
const SIGNS: [&str; 2] = ["©", "(c)"];

/// Where a notice begins that a paragraph ends with: a listed word or the sign, and behind it a year. `words` are in
/// lower case and of ASCII.
pub(super) fn start(paragraph: &str, words: &[&str]) -> Option<usize> {
    // Hardly a paragraph has one, so nothing is put in lower case before there is a year.
    let years = paragraph.match_indices("20").chain(paragraph.match_indices("19")).map(|(at, _)| at);
    years.filter_map(|at| before_year(paragraph, at, words)).min()
}

/// The same for the notice whose year may stand at a place.
fn before_year(paragraph: &str, year: usize, words: &[&str]) -> Option<usize> {
    let digits = paragraph[year..].bytes().take_while(u8::is_ascii_digit).count();
    let mut before = paragraph[..year].trim_end();
    let mut is_notice = false;
    for _ in 0..2 {
        let sign = SIGNS.iter().chain(words).find(|sign| ends_with(before, sign));
        if let Some(sign) = sign {
            before = before[..before.len() - sign.len()].trim_end();
            is_notice = true;
        }
    }
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', ')', ']', '|', '\n']);
    let start = paragraph[before.len()..].find(|c: char| !c.is_whitespace())? + before.len();
    (digits == 4 && is_notice && opens).then_some(start)
}

fn ends_with(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len());
    start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands where the notice begins.
    #[track_caller]
    fn check(marked: &str) {
        let paragraph = marked.replacen('|', "", 1);
        assert_eq!(start(&paragraph, &["copyright"]), marked.find('|'), "{marked}");
    }

    #[test]
    fn notices_begin_behind_the_report() {
        check("|Copyright 2017 The Associated Press. All rights reserved.");
        check("She contributed to this report. |Copyright © 2018 Nordtel. This material may not be published.");
        check("|©2018 Nordtel L.P.");
        check("The crews left. |(c) 2018 Nordtel, all rights reserved.");
        check("A crane fell in 2017. |Copyright 2018 Nordtel.");
    }

    #[test]
    fn a_law_on_copyright_is_no_notice() {
        check("They argued over copyright 2017 and 2018.");
        check("The copyright law was passed in 1976.");
        check("The song is out of copyright. 2017 was a good year.");
        check("It sold 20 million copies under copyright 20 years ago.");
    }
}
