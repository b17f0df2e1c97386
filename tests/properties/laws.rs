//! The laws, each a function that panics where it is broken.

use variorum::{
    article::ingest,
    compare, diff_words,
    language::{self, lexicon::EN, tokens::tokenize},
    report::{ArticleInput, EditKind, Relation, Report, Request, SentenceSpan},
    text::ByteSpan,
};

/// The report of a request that must be taken.
#[track_caller]
pub(crate) fn report(request: &Request) -> Report {
    compare(request).unwrap_or_else(|error| panic!("the request is taken: {error}"))
}

/// The report as it is saved.
#[track_caller]
pub(crate) fn bytes(request: &Request) -> String {
    serde_json::to_string(&report(request)).expect("a report can be written")
}

/// A text in UTF-16 units, cut as JavaScript cuts it.
struct Units(Vec<u16>);

impl Units {
    /// The words of a span, which must lie inside the text and between whole characters.
    #[track_caller]
    fn slice(&self, start: u32, end: u32) -> String {
        assert!(start <= end, "{start} is not behind {end}");
        let units = self.0.get(start as usize..end as usize);
        let units = units.unwrap_or_else(|| panic!("{start}..{end} lies inside {} units", self.0.len()));
        String::from_utf16(units).unwrap_or_else(|_| panic!("{start}..{end} splits a pair of surrogates"))
    }
}

/// Every span of the report lies inside its text, between whole characters, and quotes what it says it quotes.
#[track_caller]
pub(crate) fn spans_quote_their_text(request: &Request) -> Report {
    let report = report(request);
    let units = |id: &str| {
        let input = request.articles.iter().find(|input| input.id == id).expect("the report names given articles");
        Units(input.text.encode_utf16().collect())
    };
    assert_eq!(report.articles.len(), request.articles.len());
    for (article, input) in report.articles.iter().zip(&request.articles) {
        assert_eq!(article.id, input.id, "articles stand in the order in which they were given");
        let text = units(&article.id);
        assert_eq!(article.length as usize, text.0.len());
        let mut behind = 0;
        for part in &article.parts {
            assert!(part.start >= behind && !text.slice(part.start, part.end).trim().is_empty(), "{part:?}");
            behind = part.end;
        }
        let mut last = SentenceSpan { start: 0, end: 0, paragraph: 0 };
        for sentence in &article.sentences {
            let words = text.slice(sentence.start, sentence.end);
            assert_eq!(words.trim(), words, "a sentence begins and ends with a word or a mark");
            assert!(!words.is_empty());
            assert!(sentence.start >= last.end && sentence.paragraph >= last.paragraph, "{sentence:?} after {last:?}");
            let is_inside =
                |part: &&variorum::report::PartSpan| part.start <= sentence.start && sentence.end <= part.end;
            assert!(article.parts.iter().any(|part| is_inside(&part)), "{sentence:?} stands in one part");
            last = sentence.clone();
        }
        for note in &article.notes {
            text.slice(note.start, note.end);
        }
    }
    let sentences = |id: &str| {
        &report.articles.iter().find(|article| article.id == id).expect("the report names given articles").sentences
    };
    for finding in &report.findings {
        for reading in &finding.readings {
            let text = units(&reading.article);
            assert_eq!(text.slice(reading.start, reading.end), reading.text);
            let sentence = &sentences(&reading.article)[reading.sentence as usize];
            assert!(sentence.start <= reading.start && reading.end <= sentence.end, "{reading:?} in {sentence:?}");
            if let Some(by) = &reading.by {
                assert_eq!(text.slice(by.start, by.end), by.text);
                assert!(!by.text.is_empty());
            }
        }
        for link in &finding.receipt.links {
            assert!((link.left.max(link.right) as usize) < finding.readings.len(), "{link:?}");
            assert_eq!(link.score, link.parts.iter().map(|part| part.points).sum::<i32>(), "{link:?}");
        }
    }
    for place in &report.only {
        let at = |sentence: &SentenceSpan| (sentence.start, sentence.end) == (place.start, place.end);
        assert!(sentences(&place.article).iter().any(at), "{place:?} is a sentence");
    }
    for run in &report.shared {
        let articles: Vec<(usize, &str)> =
            run.spans.iter().map(|span| (span.article.len(), span.article.as_str())).collect();
        assert!(articles.len() > 1 && articles.is_sorted_by(|left, right| left < right), "{run:?} stands once each");
        for span in &run.spans {
            assert!(!units(&span.article).slice(span.start, span.end).trim().is_empty(), "{span:?}");
        }
        assert!(!run.spans[0].moved, "{run:?} is held against its first article");
    }
    for pair in &report.alignment {
        for one in &pair.sentences {
            assert!((one.sentence as usize) < sentences(&one.article).len(), "{one:?}");
        }
    }
    report
}

/// A text beside itself differs in nothing, and nothing in it stands alone. Returns what it disputes within itself.
///
/// A dispute that a report tells ("two dead, police say; five, says the union") is told by both of two equal
/// reports, so it remains: `contested` says that the reports do *not* differ. Then each of the two must tell every
/// version of it, at the same places.
#[track_caller]
pub(crate) fn itself_differs_in_nothing(text: &str, published: Option<&str>) -> Vec<String> {
    let article = |id: &str| ArticleInput {
        id: id.to_owned(),
        text: text.to_owned(),
        published: published.map(str::to_owned),
        ..ArticleInput::default()
    };
    let report = report(&Request { articles: vec![article("a"), article("b")], options: None });
    assert_eq!(report.only, [], "nothing stands in one of two equal texts only");
    let mut disputes = Vec::new();
    // What a text says against itself, it says in either copy.
    let is_across = |finding: &&variorum::report::Finding| {
        finding.readings.iter().any(|reading| reading.article != finding.readings[0].article)
    };
    for finding in report.findings.iter().filter(is_across) {
        let told = |id: &str| {
            let readings = finding.readings.iter().filter(|reading| reading.article == id);
            readings.map(|reading| (reading.group, reading.norm.as_str())).collect::<std::collections::BTreeSet<_>>()
        };
        assert!(finding.absent.is_empty(), "{}", finding.summary);
        match finding.relation {
            Relation::Same => {}
            Relation::Contested => {
                assert_eq!(told("a"), told("b"), "{}", finding.summary);
                disputes.push(told("a").into_iter().map(|(_, norm)| norm).collect::<Vec<_>>().join(" / "));
            }
            other => panic!("{other:?}: {}", finding.summary),
        }
    }
    disputes
}

/// What the findings say, without places: these may move where the text is typed in another way.
#[track_caller]
pub(crate) fn outline(request: &Request) -> Vec<String> {
    let outline = |finding: &variorum::report::Finding| {
        let reading =
            |reading: &variorum::report::Reading| format!("{} {} g{}", reading.article, reading.norm, reading.group);
        let mut readings: Vec<String> = finding.readings.iter().map(reading).collect();
        readings.sort();
        format!("{:?} {:?}: {}", finding.kind, finding.relation, readings.join(", "))
    };
    let mut lines: Vec<String> = report(request).findings.iter().map(outline).collect();
    lines.sort();
    lines
}

/// What one outline has and the other lacks, for a message that can be read.
pub(crate) fn outline_changes(before: &[String], after: &[String]) -> Vec<String> {
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let come = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(come).collect()
}

/// Sentences lie in their passages one behind the other, and their tokens in them; put together, they rebuild their
/// passages but for what no token covers, in which is no letter and no digit.
#[track_caller]
pub(crate) fn is_read_in_order(text: &str) {
    let article = ingest(text, None);
    let document = language::read(&article);
    let mut behind = 0;
    for passage in &article.passages {
        assert!(passage.span.start >= behind && passage.span.end as usize <= text.len(), "{passage:?}");
        behind = passage.span.end;
        assert_eq!(passage.span.slice(text).trim(), passage.span.slice(text), "passages have no space around them");
    }
    let (mut next_token, mut behind) = (0, 0);
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next_token, "sentences take their tokens in turn");
        assert!(!sentence.tokens.is_empty());
        next_token = sentence.tokens.end;
        assert!(article.passages.iter().any(|passage| passage.span.contains(sentence.span)), "{sentence:?}");
        for token in &document.tokens[sentence.tokens.clone()] {
            assert!(token.span.start >= behind && !token.span.is_empty(), "{token:?}");
            assert!(sentence.span.contains(token.span), "{token:?} in {sentence:?}");
            assert!(!token.text(text).is_empty(), "{token:?} lies between whole characters");
            behind = token.span.end;
        }
    }
    assert_eq!(next_token, document.tokens.len(), "every token is in a sentence");
    for passage in &article.passages {
        let mut behind = passage.span.start;
        let own = document.sentences.iter().filter(|sentence| passage.span.contains(sentence.span));
        for (start, end) in own.map(|own| (own.span.start, own.span.end)).chain([(passage.span.end, passage.span.end)])
        {
            let gap = ByteSpan::new(behind, start).slice(text);
            assert!(!gap.contains(char::is_alphanumeric), "{gap:?} is in no sentence");
            behind = end;
        }
    }
    assert_eq!((document.tags.len(), document.quoted.len()), (document.tokens.len(), document.tokens.len()));
}

/// The tokens of a text cover every letter and digit of it.
#[track_caller]
pub(crate) fn is_covered_by_tokens(text: &str) {
    let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
    let mut behind = 0;
    let end = ByteSpan::new(text.len() as u32, text.len() as u32);
    for span in tokens.iter().map(|token| token.span).chain([end]) {
        let gap = ByteSpan::new(behind, span.start).slice(text);
        assert!(!gap.contains(char::is_alphanumeric), "{gap:?} is in no token");
        behind = span.end;
    }
}

/// The spans of each side follow each other without a gap, what is equal is equal, and what one side has is empty
/// on the other.
#[track_caller]
pub(crate) fn diff_rebuilds_both(left: &str, right: &str) {
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
