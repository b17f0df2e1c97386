//! How long reading and comparing takes, in passes: one pass is a scan of the same text for white space in the same
//! run, so that the figures say the same on a fast and on a slow machine.
//!
//! `cargo bench` prints a table. Each time is the sum, over the texts, of the least of several rounds, since what else a
//! machine does only ever adds to it, and a round of all texts is seldom left alone. The texts are the reports of
//! `tests/gold/written`.

use std::{
    cell::RefCell,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use variorum::{
    Comparer, Gazetteer, Request,
    article::ingest,
    compare,
    language::read as read_language,
    read,
    report::{ArticleInput, Options},
};

/// How often each measurement is taken.
const ROUNDS: usize = 12;

fn main() {
    let texts = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/written"));
    println!("{:<40} {:>9} {:>11} {:>8}", "", "bytes", "time", "passes");
    let whole = texts.join("\n\n");
    for (what, texts) in [("each report alone", texts.as_slice()), ("all reports as one text", &[whole])] {
        row(&format!("language, {what}"), texts, |at| {
            black_box(read_language(&ingest(&texts[at], None)));
        });
        let articles: Vec<ArticleInput> = texts.iter().map(|text| article(text, 0)).collect();
        row(&format!("facts, {what}"), texts, |at| {
            black_box(read(&articles[at]).expect("a report can be taken"));
        });
    }
    for (count, joined) in [(3, 1), (3, 3), (16, 1), (32, 1)] {
        let texts: Vec<String> = texts.chunks(joined).take(count).map(|texts| texts.join("\n\n")).collect();
        let articles = texts.iter().enumerate().map(|(at, text)| article(text, at)).collect();
        let request = Request { articles, options: None::<Options> };
        row(&format!("compare, {count} texts"), &[texts.concat()], |_| {
            black_box(compare(&request).expect("the request can be taken"));
        });
        // One word more in the first text each time, as when a draft is typed.
        let again = RefCell::new((Comparer::new(Gazetteer::built_in()), request));
        row(&format!("compare again, {count} texts"), &[texts.concat()], |_| {
            let (comparer, request) = &mut *again.borrow_mut();
            request.articles[0].text.push_str(" Again.");
            black_box(comparer.compare(request).expect("the request can be taken"));
        });
    }
}

/// The texts under a folder, in the order of their paths.
fn texts(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .flat_map(|group| fs::read_dir(group.expect("it can be listed").path()).expect("a group is a folder"))
        .map(|file| file.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a report is text")).collect()
}

fn article(text: &str, at: usize) -> ArticleInput {
    let published = Some("2025-06-04".to_owned());
    ArticleInput { id: format!("a{at}"), text: text.to_owned(), published, ..ArticleInput::default() }
}

/// Prints how long some work takes that is done on each of some texts, given its position.
fn row(what: &str, texts: &[String], work: impl Fn(usize)) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let sum = |work: &dyn Fn(usize)| (0..texts.len()).map(|at| least(|| work(at))).sum::<Duration>();
    let pass = sum(&|at| {
        black_box(texts[at].bytes().filter(u8::is_ascii_whitespace).count());
    });
    let time = sum(&work);
    let passes = time.as_nanos() / pass.as_nanos().max(1);
    println!("{what:<40} {bytes:>9} {:>8} µs {passes:>8}", time.as_micros());
}

/// The least time of all rounds.
fn least(work: impl Fn()) -> Duration {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}
