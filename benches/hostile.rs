//! How much more texts that were made to be slow cost than ordinary ones of their length, and in how much memory.
//!
//! `cargo bench --bench hostile` prints a table, the worst first, and fails where something takes more than [`MOST`]
//! times the work of reports of the same length, byte for byte. Each text is measured in a process of its own, by the time
//! of its processor, against an ordinary one measured right before. Sizes may be given: `-- 12000 100000`. One text alone,
//! for a profiler: `-- --one "only said" 12000`.

use std::{
    env, fs,
    process::Command,
    time::{Duration, Instant},
};

use variorum::{
    compare, diff_words,
    exchange::import,
    report::{ArticleInput, Options, Request, UserRule},
};

#[path = "../tests/hostile/texts.rs"]
#[allow(dead_code)] // the tests have uses for the rest
mod texts;

use texts::{CASES, PIECES, Work};

/// Times an ordinary text's work from which something is at fault. The worst are texts of which every word is a value, of
/// which ordinary ones of their length have a fiftieth; a step taken for all of them twice over shows as a hundred.
const MOST: u128 = 40;

/// Time for which a text is done with over and over.
const LEAST: Duration = Duration::from_millis(60);

/// Bytes of a text: of the shorter all is compared.
const SIZES: [usize; 2] = [12_000, 100_000];

fn main() {
    let given: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [one, name, bytes] = &given[..]
        && one == "--one"
    {
        let (taken, peak) = measured(&work(name, bytes.parse().expect("a number of bytes")));
        println!("{taken} {peak}");
        return;
    }
    let sizes: Vec<usize> = given.iter().map(|size| size.parse().expect("a number of bytes")).collect();
    let mut is_at_fault = false;
    for &bytes in if sizes.is_empty() { &SIZES[..] } else { &sizes } {
        println!("{:<50} {:>10} {:>9} {:>8} {:>10}", "", "bytes", "ms", "times", "peak in KB");
        let names =
            CASES.iter().map(|&(name, _)| name.to_owned()).chain(PIECES.iter().map(|piece| format!("{piece:?}")));
        let mut rows: Vec<(u128, String, usize, u64, u64)> = names
            .map(|name| {
                let size = length(&work(&name, bytes));
                let (ordinary, _) = apart(&format!("ordinary {name}"), bytes);
                let plain = length(&work(&format!("ordinary {name}"), bytes));
                let (taken, peak) = apart(&name, bytes);
                let of = size as u128 * u128::from(ordinary.max(1));
                let times = 10 * u128::from(taken) * plain as u128 / of;
                (times, name, size, taken, peak)
            })
            .collect();
        rows.sort_by(|one, other| other.cmp(one));
        for (times, name, size, taken, peak) in rows {
            let (times, part) = (times / 10, times % 10);
            println!("{name:<50} {size:>10} {:>9} {times:>6}.{part} {peak:>10}", taken / 1_000_000);
            is_at_fault |= times >= MOST;
        }
    }
    assert!(!is_at_fault, "something takes more than {MOST} times the work of an ordinary text");
}

/// What is called so; "ordinary" before a name stands for reports of the length and sort of that text.
fn work(name: &str, bytes: usize) -> Work {
    if let Some(like) = name.strip_prefix("ordinary ") {
        return texts::ordinary(&work(like, bytes), bytes);
    }
    let case = CASES.iter().find(|case| case.0 == name).map(|case| case.1(bytes));
    let piece = PIECES.iter().find(|piece| format!("{piece:?}") == name);
    case.or_else(|| piece.map(|piece| texts::pair(&texts::filled(piece, bytes)))).expect("a text of that name")
}

fn length(work: &Work) -> usize {
    match work {
        Work::Compare(texts) => texts.iter().map(String::len).sum(),
        Work::Diff(left, right) => left.len() + right.len(),
        Work::Import(_, text) => text.len(),
    }
}

/// Time in nanoseconds, and memory in kilobytes, that a text takes in a process of its own.
fn apart(name: &str, bytes: usize) -> (u64, u64) {
    let program = env::current_exe().expect("this program has a path");
    let run = Command::new(program).args(["--one", name, &bytes.to_string()]).output().expect("it runs again");
    let said = String::from_utf8_lossy(&run.stdout);
    let numbers: Option<Vec<u64>> = said.split_whitespace().map(|word| word.parse().ok()).collect();
    match numbers.as_deref() {
        Some(&[taken, peak]) => (taken, peak),
        _ => panic!("{name}: {}", String::from_utf8_lossy(&run.stderr)),
    }
}

fn measured(work: &Work) -> (u64, u64) {
    let request = match work {
        Work::Compare(texts) => {
            let article = |(at, text): (usize, &String)| ArticleInput {
                id: at.to_string(),
                text: text.clone(),
                published: Some("2024-06-12".to_owned()),
                ..ArticleInput::default()
            };
            let options = Some(Options { rules: vec![UserRule::OneEvent], ..Options::default() });
            Request { articles: texts.iter().enumerate().map(article).collect(), options }
        }
        _ => Request { articles: Vec::new(), options: None },
    };
    let run = || match work {
        Work::Compare(_) => drop(compare(&request).expect("the request is taken")),
        Work::Diff(left, right) => drop(diff_words(left, right)),
        // A file without words is refused, in as many words.
        Work::Import(name, text) => drop(import::read(name, text)),
    };
    // The system tells the time of the processor in steps of milliseconds.
    let (start, mut runs) = (Instant::now(), 0);
    let before = spent();
    while runs == 0 || start.elapsed() < LEAST {
        run();
        runs += 1;
    }
    let taken = match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_nanos() as u64,
    };
    let taken = taken / runs;
    (taken, peak().unwrap_or(0))
}

/// Nanoseconds of the processor that this thread has had, where the system tells (Linux).
fn spent() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

/// The most memory that this process has had at once, in kilobytes, where the system tells (Linux).
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
