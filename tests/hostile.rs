//! Bounded work: texts made to be slow end, with a report or with the right error.
//!
//! Nothing here looks at a clock, since machines differ; a quadratic loop shows as a test that does not end. The
//! sizes are those of the limits divided by what an unoptimised build loses; `VARIORUM_HOSTILE=full` takes them
//! whole, for a release build.
#![cfg(not(target_arch = "wasm32"))]

use variorum::{
    compare, diff_words,
    exchange::import,
    report::{ArticleInput, Options, Report, Request, UserRule, request::MAX_ARTICLE_BYTES},
};

#[path = "hostile/texts.rs"]
#[allow(dead_code)] // the bench has uses for the rest
mod texts;

use texts::{CASES, LEAD, PIECES, Work, filled, name, pair, prose, sentences};

/// How much smaller than the limit a text is unless the whole is asked for.
const REDUCTION: usize = 20;

fn is_full() -> bool {
    std::env::var("VARIORUM_HOSTILE").is_ok_and(|value| value == "full")
}

/// The bytes of a text that goes up to `most` bytes.
fn size(most: usize) -> usize {
    if is_full() { most } else { most / REDUCTION }
}

/// The bytes of a text with a value in every other word. Of two such texts the first 600 values are compared, which stand
/// in 10 to 20 KB; what is longer than that is read alone, as other tests try it.
fn size_of_values(most: usize) -> usize {
    if is_full() { most } else { most / REDUCTION / 5 }
}

fn article(id: impl ToString, text: String) -> ArticleInput {
    let published = Some("2024-06-12".to_owned());
    ArticleInput { id: id.to_string(), text, published, ..ArticleInput::default() }
}

#[track_caller]
fn taken(texts: impl IntoIterator<Item = String>) -> Report {
    let articles = texts.into_iter().enumerate().map(|(at, text)| article(at, text)).collect();
    compare(&Request { articles, options: None }).unwrap_or_else(|error| panic!("the request is taken: {error}"))
}

/// A text against itself with another end, as reports of one event, so that neither reading nor comparing can be cut
/// short.
#[track_caller]
fn taken_twice(text: &str) -> Report {
    let end = "\n\nPolice said 12 people were hurt on Tuesday.";
    let cut = text.floor_char_boundary(text.len().saturating_sub(end.len() + LEAD.len()));
    let texts = [format!("{LEAD}{}", &text[..cut]), format!("{LEAD}{}{end}", &text[..cut])];
    let articles = texts.into_iter().enumerate().map(|(at, text)| article(at, text)).collect();
    let options = Some(Options { rules: vec![UserRule::OneEvent], ..Options::default() });
    let report =
        compare(&Request { articles, options }).unwrap_or_else(|error| panic!("the request is taken: {error}"));
    assert_eq!(report.articles.len(), 2);
    report
}

/// Whether a report says of each article that not all of it was compared.
fn says_so(report: &Report) -> bool {
    report.articles.iter().all(|article| article.notes.iter().any(|note| note.code == "values-limit"))
}

#[test]
fn the_longest_article() {
    let report = taken([prose(0, size_of_values(MAX_ARTICLE_BYTES)), prose(7, 3_000)]);
    assert!(report.articles[0].sentences.len() > 80);
}

#[test]
fn sixty_articles_of_fifteen_hundred_words() {
    // Every article tells much of what its neighbours tell, which gives the most pairs.
    let report = taken((0..60).map(|at| prose(at * 5, size(9_000))));
    assert_eq!(report.articles.len(), 60);
}

#[test]
fn one_line() {
    let line = prose(0, size_of_values(1_000_000)).replace('\n', " ");
    taken_twice(&line);
    // Without a stop it is one sentence, too.
    taken_twice(&line.replace('.', ","));
}

#[test]
fn one_sentence_of_numbers_and_dates() {
    let line = filled("12 people, $5m, 3 km on Tuesday at 9:40 p.m., 7 per cent ", size_of_values(1_000_000));
    taken_twice(&line);
}

#[test]
fn numbers_of_ten_thousand_digits() {
    let digits = "1234567890".repeat(1_000);
    let grouped = "1".to_owned() + &",234".repeat(2_500);
    let spaced = "1".to_owned() + &"\u{a0}234".repeat(2_500);
    let decimals = "0.".to_owned() + &digits;
    let dotted = "1.".repeat(5_000);
    for number in [digits.as_str(), &grouped, &spaced, &decimals, &dotted] {
        let report = taken_twice(&format!("Police said {number} people were hurt and ${number} was lost. "));
        assert!(!report.articles[0].sentences.is_empty());
    }
}

#[test]
fn number_words_without_end() {
    for words in
        ["twenty million ", "hundred ", "a ", "half a ", "two and a half ", "and ", "one of the ", "dozens of "]
    {
        taken_twice(&filled(words, size_of_values(400_000)));
    }
}

#[test]
fn a_million_equal_words() {
    for word in ["buffalo ", "Buffalo ", "12 ", "said ", "Tuesday ", "killed ", "\" "] {
        let words = filled(word, size_of_values(MAX_ARTICLE_BYTES));
        taken_twice(&words);
        let diff = diff_words(&words, &words[..words.len() / 2]);
        assert!(!diff.edits.is_empty());
    }
}

#[test]
fn deep_nesting() {
    let depth = size(1_000_000) / 8;
    for (open, close) in
        [("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("\"", "\""), ("“he said ", "”"), ("<b>", "</b>")]
    {
        taken_twice(&format!("{}12 people{}", open.repeat(depth), close.repeat(depth)));
        taken_twice(&open.repeat(depth));
    }
}

#[test]
fn marks_without_spaces() {
    for piece in [
        "a;", "a/", "a.", "a-", "a'", "a’s", "a@", "a://", "1-", "1/", "1:", "1.", "$1", "é|", "#", "@a", "<", "-",
        ".\n",
    ] {
        let has_values = piece.contains(|c: char| c.is_ascii_digit());
        taken_twice(&filled(piece, if has_values { size_of_values(1_000_000) } else { size(1_000_000) }));
    }
}

#[test]
fn lines_without_end() {
    for line in ["\n", "x\n", "By A\n", "Read more: x\n", "* 12\n", "KELNESS, June 1 – x\n\n"] {
        taken_twice(&filled(line, size_of_values(400_000)));
    }
}

/// What `cargo bench --bench hostile` measures, with short texts.
#[test]
fn all_that_is_measured_ends() {
    let bytes = if is_full() { 12_000 } else { 600 };
    let pieces = PIECES.iter().map(|piece| pair(&filled(piece, bytes)));
    for work in CASES.iter().map(|case| case.1(bytes)).chain(pieces) {
        match work {
            Work::Compare(texts) => assert!(taken(texts).articles.len() > 1),
            Work::Diff(left, right) => assert!(!diff_words(&left, &right).edits.is_empty()),
            Work::Import(name, text) => {
                let ends =
                    import::read(name, &text).map_or_else(|refused| refused.to_string().len(), |it| it.articles.len());
                assert!(ends > 0, "neither articles nor a message");
            }
        }
    }
}

/// Each of these once took minutes for some kilobytes.
#[test]
fn everything_said_and_everybody_named() {
    let bytes = size_of_values(1_000_000);
    let quotations =
        sentences(bytes, |at| format!("“We ran {} {} away,” said {} Lee. ", at % 997, name(at), name(at / 3)));
    taken_twice(&quotations);
    taken_twice(&quotations.replace(". ", ".\n\n"));
    taken_twice(&filled("“We ran for our lives,” said Maria. ", bytes));
    taken_twice(&format!("“{}” said Ann Lee.", sentences(bytes, |at| format!("We ran from house {at} to the mill. "))));
    taken_twice(&filled("Police said 12 people were hurt in Kelness on Tuesday. ", bytes));
    let hurt = sentences(bytes, |at| format!("A fire hurt {} people on Tuesday. ", at % 97 + 2));
    taken_twice(&hurt);
    taken_twice(&sentences(bytes, |at| {
        format!("{} {} of {} met {}. ", name(at), name(at + 7), name(at / 2), name(at / 3))
    }));
    taken_twice(&sentences(bytes, |at| {
        format!("The mayor {} the mill of {}. ", ["closed", "did not close"][at % 2], name(at))
    }));
    taken_twice(&sentences(bytes, |at| format!("{}, a nurse, broke her arm and was charged with theft. ", name(at))));
}

#[test]
fn a_text_of_which_not_all_is_compared_says_so() {
    let dates = |count: usize| {
        let text: String =
            (0..count).map(|at| format!("It began on {} March {}. ", at % 28 + 1, 1900 + at % 120)).collect();
        taken_twice(&text)
    };
    assert!(!says_so(&dates(20)));
    assert!(says_so(&dates(700)));
    // Fewer values than are compared, and more pairs of them than are looked at.
    let denied =
        |count: usize| taken_twice(&sentences(30 * count, |at| format!("The mayor of {} did not leave. ", name(at))));
    assert!(!says_so(&denied(30)));
    assert!(says_so(&denied(400)));
    // More of one surname than a surname alone may stand for.
    let named = |count: usize| {
        let all: String = (0..count).map(|at| format!("They met {} Lund. ", name(at))).collect();
        taken_twice(&all)
    };
    assert!(!says_so(&named(100)));
    assert!(says_so(&named(1_100)));
}

#[test]
fn marks_and_pronouns_without_end() {
    let bytes = size(1_000_000);
    for piece in
        ["‘a ", "'a 's ", "„", "“", "he said she said it was him. ", "that he said ", "It said they were told. "]
    {
        taken_twice(&filled(piece, bytes));
    }
    let drawn_upon = sentences(bytes, |at| format!("a{} ", "\u{301}\u{36f}\u{323}".repeat(at % 9)));
    taken_twice(&drawn_upon);
}

#[test]
fn sixty_equal_articles() {
    let report = taken((0..60).map(|_| prose(0, size(10_000))));
    assert_eq!((report.articles.len(), report.stories.len()), (60, 1));
    assert_eq!(report.only, []);
}

#[test]
fn words_that_nearly_all_sentences_have_leave_none_alone() {
    // Of ten words each sentence has nine, so that none is rare enough to be looked up.
    let words = ["ferry", "harbour", "captain", "engine", "smoke", "crew", "lifeboat", "deck", "anchor", "rope"];
    let text = sentences(60_000, |at| {
        let own: Vec<&str> = words.iter().cycle().skip(at).take(9).copied().collect();
        format!("The {} saw the {}. ", own[..4].join(" and the "), own[4..].join(" and the "))
    });
    // But for the end, which one of them has.
    assert!(taken_twice(&text).only.len() <= 1);
}

#[test]
fn word_diffs_made_to_be_slow() {
    let words = |count: usize, word: &dyn Fn(usize) -> usize| -> String {
        (0..count).map(|at| format!("w{} ", word(at))).collect()
    };
    let count = size(100_000);
    // Alternating, reversed, in another order, and every triple of ten words (de Bruijn's shift register) against itself.
    let alternating = (words(count, &|at| at % 2), words(count, &|at| at / 2 % 2));
    let reversed = (words(count, &|at| at), words(count, &|at| count - at));
    let mixed = (words(count, &|at| at % 997), words(count, &|at| at * 7919 % 997));
    let shifted = (words(count, &|at| at * at % 101 % 10), words(count, &|at| (at + 3) * (at + 5) % 103 % 10));
    for (left, right) in [alternating, reversed, mixed, shifted] {
        let diff = diff_words(&left, &right);
        let last = diff.edits.last().expect("they differ");
        assert_eq!((last.left_end as usize, last.right_end as usize), (left.len(), right.len()));
    }
}

#[test]
fn word_diffs_of_long_texts() {
    let left = prose(0, size(1_000_000));
    let right = prose(3, size(1_000_000));
    assert!(diff_words(&left, &right).edits.len() > 1);
    let (ab, ba) = (filled("a b ", size(1_000_000)), filled("b a c ", size(1_000_000)));
    assert!(diff_words(&ab, &ba).edits.len() > 1);
}
