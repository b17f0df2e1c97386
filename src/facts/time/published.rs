//! The date of publication, where the article's own head gives it.

use super::{Time, TimeBound, extract};
use crate::{
    article::Part,
    facts::{Value, calendar::Published},
    language::{Document, Sentence, lexicon::Class, tags::Upos},
    text::ByteSpan,
};

/// Paragraphs from the top in which a date may stand. Bylines, datelines and share lines fit; a report's own dates
/// begin further down.
const HEAD: u32 = 6;

/// Tokens of a line that may be a byline or a date. Longer ones are running text.
const LINE: usize = 24;

/// The date of publication that the head of an article states, and where it stands.
///
/// Only a whole date counts: day, month and year. It stands in the byline or the dateline, or in a short line
/// without a verb near the top ("Issued 16.30, Saturday 2 November 2024"). The date of a later version ("Updated
/// …") is taken only where no other is given.
///
/// ```
/// use variorum::{article::{Article, Part, Passage}, facts::{calendar::Day, time::publication_date}, language, text::ByteSpan};
/// let text = "Published: 12 June 2024 14:05 BST";
/// let passage = Passage { part: Part::Byline, span: ByteSpan::new(0, text.len() as u32), paragraph: 0 };
/// let document = language::read(&Article { text, passages: vec![passage], remarks: Vec::new() });
/// let (published, span) = publication_date(&document).unwrap();
/// assert_eq!((Some(published.day), published.minute), (Day::new(2024, 6, 12), Some(845)));
/// assert_eq!(span.slice(text), "12 June 2024 14:05 BST");
/// ```
#[must_use]
pub fn publication_date(document: &Document<'_>) -> Option<(Published, ByteSpan)> {
    let mut updated = None;
    for sentence in document.sentences.iter().take_while(|sentence| sentence.paragraph < HEAD) {
        if !may_hold_date(document, sentence) {
            continue;
        }
        // Without a day to count from only whole dates are resolved.
        for mention in extract(document, sentence, None) {
            let Value::Time(time) = mention.value else { continue };
            let Some(published) = whole_date(&time) else { continue };
            let later_version = (sentence.tokens.start..mention.tokens.start)
                .rev()
                .find_map(|at| document.phrase(at, Class::Publishing))
                .is_some_and(|(_, version)| version == 1);
            if !later_version {
                return Some((published, mention.span));
            }
            updated = updated.or(Some((published, mention.span)));
        }
    }
    updated
}

/// The day and the minute of an exact date.
fn whole_date(time: &Time) -> Option<Published> {
    let (day, end) = time.days?;
    if end.0 - day.0 != 1 || time.swapped.is_some() || time.bound != TimeBound::At || time.approximate {
        return None;
    }
    let minute = time.clock.filter(|(start, end)| end - start == 1 && !time.twelve_hour).map(|(start, _)| start);
    Some(Published { day, minute })
}

fn may_hold_date(document: &Document<'_>, sentence: &Sentence) -> bool {
    match sentence.part {
        Part::Byline | Part::Dateline => true,
        Part::Caption | Part::Headline => false,
        Part::Dek | Part::Lede | Part::Body | Part::Note | Part::Boilerplate => {
            let of_paragraph = |other: &&Sentence| other.paragraph == sentence.paragraph && other.part == sentence.part;
            let length: usize = document.sentences.iter().filter(of_paragraph).map(|other| other.tokens.len()).sum();
            let tells = |at: usize| {
                matches!(document.tags.get(at), Some(Upos::Verb | Upos::Aux)) && !document.is(at, Class::Publishing)
            };
            length <= LINE && !sentence.tokens.clone().any(tells)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Article, Passage},
        language,
    };

    #[track_caller]
    fn check(lines: &[(Part, &str)], expected: Option<&str>) {
        let mut text = String::new();
        let mut passages = Vec::new();
        for (paragraph, (part, line)) in lines.iter().enumerate() {
            let start = text.len() as u32;
            text.push_str(line);
            passages.push(Passage {
                part: *part,
                span: ByteSpan::new(start, text.len() as u32),
                paragraph: paragraph as u32,
            });
            text.push_str("\n\n");
        }
        let document = language::read(&Article { text: &text, passages, remarks: Vec::new() });
        assert_eq!(publication_date(&document).map(|(_, span)| span.slice(&text)), expected);
    }

    #[test]
    fn reads_dates_of_the_head() {
        check(&[(Part::Headline, "Bridge shut"), (Part::Byline, "By Ana Lund, 5 June 2024")], Some("5 June 2024"));
        let issued = "Issued 16.30, Saturday 2 November 2024";
        check(&[(Part::Headline, "Rail statement"), (Part::Lede, issued)], Some("16.30, Saturday 2 November 2024"));
        check(&[(Part::Dateline, "OSLO, June 12, 2024 (Meridian)")], Some("June 12, 2024"));
    }

    #[test]
    fn prefers_the_first_version() {
        let line = "Updated 14 June 2024; published 12 June 2024";
        check(&[(Part::Byline, line)], Some("12 June 2024"));
        check(&[(Part::Byline, "Last updated: 14 June 2024")], Some("14 June 2024"));
    }

    #[test]
    fn leaves_dates_of_the_report() {
        check(&[(Part::Lede, "The mayor died on 12 June 2024.")], None);
        check(&[(Part::Caption, "The bridge, Jan. 20, 2014.")], None);
        check(&[(Part::Byline, "By Ana Lund, 5 June")], None);
        check(&[(Part::Headline, "The night of 12 June 2024")], None);
    }
}
