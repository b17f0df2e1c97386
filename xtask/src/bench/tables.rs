//! The tables of a run, as Markdown: every contender beside us, with what was not finished.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing in a report rests on them")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::results::{OURS, Results, Row, Suite};

/// What the signs in the tables mean.
const NOTES: &str = "¹ one call. ² calls at least 1.5 times as much text changed as the leanest does: it has given up, and is \
                     not among the fastest. In brackets: how many times our time.";

/// What a contender is called in the tables.
pub(super) fn name(id: &str) -> &str {
    match id {
        OURS => "Variorum",
        "jsdiff-diffWords" => "jsdiff",
        "regex-diy" => "regexes by hand",
        other => other,
    }
}

/// A number with three digits that count, and commas between thousands.
pub(super) fn number(value: f64) -> String {
    // Where rounding brings a digit more, one less stands behind the point.
    if value >= 999.5 {
        let digits = format!("{value:.0}");
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        return grouped;
    }
    let decimals = match value {
        _ if value >= 99.95 => 0,
        _ if value >= 9.995 => 1,
        _ if value >= 0.9995 => 2,
        _ => 3,
    };
    format!("{value:.decimals$}")
}

/// A Markdown table.
pub(super) fn table<H: AsRef<str>>(head: &[H], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(head.iter().map(AsRef::as_ref).collect());
    let _ = writeln!(text, "|{}", "---|".repeat(head.len()));
    for row in rows {
        text += &line(row.iter().map(String::as_str).collect());
    }
    text
}

/// Every series of a suite, under headings of their own.
pub(super) fn suite(suite: &Suite, what: &str) -> String {
    let mut text = String::new();
    for series in suite.series() {
        let _ = write!(text, "### {what}: {}\n\n{}\n", titled(series), series_table(suite, series));
    }
    if !text.is_empty() {
        let _ = write!(text, "{NOTES}\n\n{}", legend(suite));
    }
    text
}

/// What a series of inputs is.
pub(super) fn titled(series: &str) -> &str {
    match series {
        "heavy" => "much changed",
        "light" => "little changed",
        "files" => "reports of `tests/gold`",
        "text" => "one text",
        "N=3, KB each" => "three articles, by length",
        "4 KB each, N" => "articles of 4 KB, by number",
        other => other,
    }
}

/// One series: a row a contender, a column an input, the fastest at the largest input first.
fn series_table(suite: &Suite, series: &str) -> String {
    let inputs = suite.inputs(series);
    let counts_articles = series.ends_with('N');
    let is_diff = suite.rows.iter().any(|row| row.edits.is_some());
    let mut head: Vec<String> = vec!["CPU ms".to_owned()];
    head.extend(inputs.iter().map(|&x| match x {
        0 => "all".to_owned(),
        1024 if !counts_articles => "1 MB".to_owned(),
        _ if counts_articles => format!("{x} articles"),
        _ => format!("{x} KB"),
    }));
    if inputs.len() > 1 {
        head.push("exponent".to_owned());
    }
    head.push("MB more".to_owned());
    if is_diff {
        head.extend(["changed, in times the leanest's".to_owned(), "gives both texts back".to_owned()]);
    }
    let of_series = suite.rows.iter().filter(|row| row.series == series);
    let ids: BTreeSet<&str> = of_series.map(|row| row.id.as_str()).collect();
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_by(|left, right| {
        let key = |id: &str, x: u32| suite.ms(id, series, x).unwrap_or(f64::INFINITY);
        let by = |x: &u32| key(left, *x).total_cmp(&key(right, *x));
        inputs.iter().rev().map(by).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    });
    let rows: Vec<Vec<String>> = ids
        .into_iter()
        .map(|id| {
            let mut cells = vec![if id == OURS { format!("**{}**", name(id)) } else { name(id).to_owned() }];
            cells.extend(inputs.iter().map(|&x| cell(suite, suite.at(id, series, x))));
            let dash = || "–".to_owned();
            if inputs.len() > 1 {
                cells.push(suite.growth(id, series, 0).map_or_else(dash, number));
            }
            let last = inputs.iter().rev().find_map(|&x| suite.at(id, series, x).filter(|row| row.ms.is_some()));
            cells.push(last.and_then(|row| row.peak_kb).map_or_else(dash, |kb| number(kb / 1024.0)));
            if is_diff {
                let least = last.and_then(|row| suite.leanest(series, row.x, true));
                let edits = last.and_then(|row| row.edits);
                cells.push(edits.zip(least).map_or_else(dash, |(edits, least)| number(edits / least)));
                cells.push(match last.and_then(|row| row.ok) {
                    None => "not asked".to_owned(),
                    Some(true) => "yes".to_owned(),
                    Some(false) => "**no**".to_owned(),
                });
            }
            cells
        })
        .collect();
    table(&head, &rows)
}

/// A time, with how many times ours it is; or why there is none.
fn cell(suite: &Suite, row: Option<&Row>) -> String {
    let Some(row) = row else { return "–".to_owned() };
    let Some(ms) = row.ms else { return unfinished(row.status.as_deref().unwrap_or_default()) };
    let mut text = number(ms);
    if row.n == Some(0) {
        text.push('¹');
    }
    if suite.gave_up(row) {
        text.push('²');
    }
    match suite.ms(OURS, &row.series, row.x) {
        _ if row.id == OURS => format!("**{text}**"),
        Some(ours) => format!("{text} ({})", number(ms / ours)),
        None => text,
    }
}

/// Why a contender has no time, in the words of these tables.
fn unfinished(status: &str) -> String {
    if let Some(limit) = status.strip_prefix("over ") {
        return format!("not finished in {limit}");
    }
    if let Some(foreseen) = status.strip_prefix("not run, ") {
        return format!("not run: {foreseen}");
    }
    if status.starts_with("skipped after") { "not run".to_owned() } else { "failed".to_owned() }
}

/// What the contenders of a suite are.
fn legend(suite: &Suite) -> String {
    let told = suite.labels.iter().filter(|(id, _)| *id != OURS);
    let lines: Vec<String> = told.map(|(id, label)| format!("{} is {label}", name(id))).collect();
    if lines.is_empty() { String::new() } else { format!("{}.\n", lines.join("; ")) }
}

/// Import and first call in a fresh process, and what a page has to download.
pub(super) fn downloads(results: &Results) -> String {
    let mut rows = Vec::new();
    for (suite, what) in [("diff", "word diff"), ("extract", "facts"), ("pipeline", "compare")] {
        let mut of_suite: Vec<_> = results.cold.iter().filter(|row| row.suite == suite).collect();
        let key = |ms: Option<f64>| ms.unwrap_or(f64::INFINITY);
        of_suite.sort_by(|left, right| key(left.cold_ms).total_cmp(&key(right.cold_ms)));
        let ours = results.cold_ms(suite, OURS);
        for row in of_suite {
            let bold = |text: String| if row.id == OURS { format!("**{text}**") } else { text };
            let times = row.cold_ms.zip(ours).map(|(ms, ours)| ms / ours);
            let kb = results.brotli_kb(suite, &row.id);
            let dash = || "–".to_owned();
            rows.push(vec![
                what.to_owned(),
                bold(name(&row.id).to_owned()),
                bold(row.cold_ms.map_or_else(dash, number)),
                if row.id == OURS { dash() } else { times.map_or_else(dash, number) },
                kb.map_or_else(dash, number),
            ]);
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    table(&["", "", "import and first call, CPU ms", "times ours", "download, KB of brotli"], &rows)
}

/// The same contenders in a page of Chromium.
pub(super) fn in_chromium(results: &Results) -> String {
    let mut text = String::new();
    for (suite, what) in [("diff", "word diff"), ("extract", "facts"), ("pipeline", "compare")] {
        let of_suite = || results.chromium.rows.iter().filter(|row| row.suite == suite);
        let warm = || of_suite().filter(|row| row.kind == "warm");
        let column = |row: &super::results::PageRow| {
            let part = |number: Option<u32>| number.unwrap_or_default();
            format!("{} × {} KB {}", part(row.n), part(row.kb), row.profile.as_deref().map_or("", titled))
        };
        let (mut columns, mut ids): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
        for row in warm() {
            if !columns.contains(&column(row)) {
                columns.push(column(row));
            }
            if !ids.contains(&row.id.as_str()) {
                ids.push(&row.id);
            }
        }
        if columns.is_empty() {
            continue;
        }
        let mut head = vec![what.to_owned()];
        head.extend(columns.iter().cloned());
        head.extend(["fetched and compiled".to_owned(), "first call".to_owned()]);
        let cold = |id: &str, part: fn(&super::results::PageRow) -> Option<f64>| {
            let all = of_suite().filter(|row| row.kind == "cold" && row.id == id).filter_map(part);
            all.reduce(f64::min).map_or_else(|| "–".to_owned(), number)
        };
        let rows: Vec<Vec<String>> = ids
            .iter()
            .map(|id| {
                let mut cells = vec![if *id == OURS { format!("**{}**", name(id)) } else { name(id).to_owned() }];
                cells.extend(columns.iter().map(|wanted| {
                    let ms = warm().find(|row| row.id == *id && column(row) == *wanted).and_then(|row| row.ms);
                    ms.map_or_else(|| "–".to_owned(), number)
                }));
                cells.extend([cold(id, |row| row.import_ms), cold(id, |row| row.first_ms)]);
                cells
            })
            .collect();
        let _ = writeln!(text, "{}", table(&head, &rows));
    }
    text
}

/// What lies beneath: the scan that a pass is, and diffs of other Rust crates compiled to wasm.
pub(super) fn limits(results: &Results) -> String {
    let heavy: Vec<_> = results.limits.iter().filter(|limits| limits.series == "heavy").collect();
    let shown = [
        ("wasm tokens", "a scan for white space (a pass)"),
        ("wasm intern_pair", "words of two texts as numbers"),
        ("wasm imara_histogram", "the same and imara-diff, histogram"),
        ("wasm imara_myers", "the same and imara-diff, Myers"),
        ("wasm similar_interned", "the same and similar, Myers"),
        ("wasm similar_patience", "the same and similar, patience"),
    ];
    if heavy.is_empty() {
        return String::new();
    }
    let head: Vec<String> = ["CPU ms, wasm in Node".to_owned()]
        .into_iter()
        .chain(heavy.iter().map(|limits| if limits.x == 1024 { "1 MB".to_owned() } else { format!("{} KB", limits.x) }))
        .collect();
    let cells = |part: &dyn Fn(&super::results::Limits) -> Option<f64>| -> Vec<String> {
        heavy.iter().map(|limits| part(limits).map_or_else(|| "–".to_owned(), number_or_less)).collect()
    };
    let mut rows: Vec<Vec<String>> = shown
        .iter()
        .map(|(key, what)| [vec![(*what).to_owned()], cells(&|limits| limits.node.get(*key).copied())].concat())
        .collect();
    let ours = cells(&|limits| results.diff.ms(OURS, "heavy", limits.x));
    rows.push([vec!["**Variorum**, the stretches as objects of JavaScript".to_owned()], ours].concat());
    table(&head, &rows)
}

/// A number, however small.
fn number_or_less(value: f64) -> String {
    if value < 0.01 { "< 0.01".to_owned() } else { number(value) }
}

/// Our own bench of the engine.
pub(super) fn own(results: &Results) -> String {
    let own = &results.own;
    let rows: Vec<Vec<String>> =
        own.rows.iter().map(|row| vec![row.work.clone(), number(row.ms), number(row.passes)]).collect();
    let mut text = table(&["work", "CPU ms", "passes"], &rows);
    if !own.memory.is_empty() {
        let megabytes = |kb: f64| number(kb / 1024.0);
        let rows: Vec<Vec<String>> = own
            .memory
            .iter()
            .map(|memory| vec![memory.work.clone(), megabytes(memory.wasm_kb), megabytes(memory.process_kb)])
            .collect();
        let _ = write!(
            text,
            "\n{}",
            table(&["room that it takes, once", "MB more of wasm memory", "MB more of the process, at most"], &rows)
        );
    }
    let _ = writeln!(
        text,
        "\n{} comparisons one after another in one instance: in the second half of them its memory grew by {} KB.",
        number(f64::from(own.many.times)),
        own.many.late_growth_kb
    );
    text
}

/// The rows that tell most, won and lost.
pub(super) fn summary(results: &Results) -> String {
    let mut rows = Vec::new();
    let mut row = |work: &str, unit: &str, ours: Option<f64>, other: &str, theirs: Option<f64>| {
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return };
        let verdict = match (unit, ours <= theirs) {
            ("ms", true) => format!("{} × as fast", number(theirs / ours)),
            ("ms", false) => format!("**{} × as slow**", number(ours / theirs)),
            (_, true) => format!("{} × as small", number(theirs / ours)),
            (_, false) => format!("**{} × as large**", number(ours / theirs)),
        };
        rows.push(vec![
            work.to_owned(),
            format!("{} {unit}", number(ours)),
            format!("{} {unit}", number(theirs)),
            other.to_owned(),
            verdict,
        ]);
    };
    let suites = [&results.diff, &results.extract, &results.pipeline];
    let compared = [
        (0, "word diff, 10 KB, much changed", "heavy", 10, &["jsdiff-diffWords", ""][..]),
        (0, "word diff, 100 KB, much changed", "heavy", 100, &["jsdiff-diffWords", ""]),
        (0, "word diff, 100 KB, little changed", "light", 100, &[""]),
        (1, "facts of 100 KB", "text", 100, &["compromise-core", "wink", "regex-diy"]),
        (2, "compare 3 × 10 KB", "N=3, KB each", 10, &["compromise", "wink", "regex-diy"]),
        (2, "compare 32 × 4 KB", "4 KB each, N", 32, &["wink", "regex-diy"]),
    ];
    for (at, work, series, x, others) in compared {
        let suite = suites[at];
        for id in others {
            // No name stands for whoever of the others is fastest.
            let (id, theirs) = match *id {
                "" => suite.best_peer(series, x).map_or(("", None), |(id, ms)| (id, Some(ms))),
                id => (id, suite.ms(id, series, x)),
            };
            row(work, "ms", suite.ms(OURS, series, x), name(id), theirs);
        }
    }
    for id in ["compromise", "regex-diy"] {
        let cold = |id| results.cold_ms("pipeline", id);
        row("import and first comparison", "ms", cold(OURS), name(id), cold(id));
    }
    for id in ["wink", "compromise", "regex-diy"] {
        let kb = |id| results.brotli_kb("pipeline", id);
        row("download, brotli", "KB", kb(OURS), name(id), kb(id));
    }
    if rows.is_empty() {
        return String::new();
    }
    table(&["work", "Variorum", "another", "which", ""], &rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::tests::suite as given;

    #[test]
    fn numbers_have_three_digits_that_count() {
        assert_eq!(
            [0.0456, 1.234, 12.34, 123.4, 38754.0, 1_234_567.0].map(number),
            ["0.046", "1.23", "12.3", "123", "38,754", "1,234,567"]
        );
    }

    #[test]
    fn a_table_shows_who_did_not_finish_and_who_gave_up() {
        let text = suite(&given(), "Word diff");
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(
            rows,
            [
                "| CPU ms | 10 KB | 100 KB | exponent | MB more | changed, in times the leanest's | gives both texts back |",
                "|---|---|---|---|---|---|---|",
                "| **Variorum** | **2.00** | **20.0** | 1.00 | – | 1.00 | yes |",
                "| node-htmldiff | 10.0 (5.00) | 2,500¹ (125) | 2.40 | – | – | not asked |",
                "| sanity-char | 1.00² (0.500) | not run: about 43.1 s foreseen | – | – | 2.70 | yes |",
                "| jsdiff | 200 (100) | not finished in 8 s | – | 8.79 | 1.00 | yes |",
            ]
        );
        assert!(text.starts_with("### Word diff: much changed\n\n|"), "{text}");
        assert!(text.ends_with("\njsdiff is diff: diffWords.\n"), "{text}");
    }

    #[test]
    fn what_was_not_run_leaves_no_table() {
        assert_eq!(suite(&Suite::default(), "Facts"), "");
        assert_eq!(unfinished("skipped after timeout"), "not run");
        assert_eq!(unfinished("TypeError: x is not a function"), "failed");
    }
}
