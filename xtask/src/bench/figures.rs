//! The figures that the engine is held to: ratios to others in one run, passes, growth, room; with what is owed and what
//! is aimed at.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing in a report rests on them")]

use super::results::{OURS, Results, Suite, kilobytes};
use super::tables::{name, number, titled};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Better {
    More,
    Less,
}

/// How far a figure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    Aim,
    Must,
    Neither,
    Nothing,
}

/// One figure.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    work: &'static str,
    /// What is counted: times another library's time, passes.
    unit: String,
    /// Our own time or size, and what it is held against.
    ours: String,
    now: Option<f64>,
    must: Option<f64>,
    aim: f64,
    better: Better,
}

impl Figure {
    fn reached(&self) -> Reached {
        let Some(now) = self.now else { return Reached::Nothing };
        let holds = |bound: f64| match self.better {
            Better::More => now >= bound,
            Better::Less => now <= bound,
        };
        match self.must {
            _ if holds(self.aim) => Reached::Aim,
            Some(must) if !holds(must) => Reached::Neither,
            Some(_) => Reached::Must,
            None => Reached::Neither,
        }
    }

    /// A row of the table.
    fn cells(&self) -> Vec<String> {
        let bound = |bound: Option<f64>| match (bound, self.better) {
            (None, _) => "–".to_owned(),
            (Some(bound), Better::More) => format!("≥ {}", number(bound)),
            (Some(bound), Better::Less) => format!("≤ {}", number(bound)),
        };
        let reached = match self.reached() {
            Reached::Aim => "aim",
            Reached::Must => "must",
            Reached::Neither if self.must.is_none() => "not the aim",
            Reached::Neither => "**not met**",
            Reached::Nothing => "not measured",
        };
        vec![
            self.work.to_owned(),
            self.unit.clone(),
            self.now.map_or_else(|| "–".to_owned(), number),
            bound(self.must),
            bound(Some(self.aim)),
            reached.to_owned(),
            self.ours.clone(),
        ]
    }
}

/// The head of the table of figures.
const HEAD: [&str; 7] = ["work", "what is counted", "now", "must", "aim", "reached", "ours, and theirs"];

/// All figures as one table.
pub(super) fn table(results: &Results) -> String {
    let rows: Vec<Vec<String>> = figures(results).iter().map(Figure::cells).collect();
    super::tables::table(&HEAD, &rows)
}

/// Which contender a comparison is with.
#[derive(Debug, Clone, Copy)]
enum Against {
    Named(&'static str),
    BestPeer,
}

/// How many times our time another takes for the same.
fn times(
    suite: &Suite,
    (series, x): (&str, u32),
    against: Against,
    work: &'static str,
    must: Option<f64>,
    aim: f64,
) -> Figure {
    let ours = suite.ms(OURS, series, x);
    let theirs = match against {
        Against::Named(id) => suite.ms(id, series, x).map(|ms| (id, ms)),
        Against::BestPeer => suite.best_peer(series, x),
    };
    let unit = match against {
        Against::Named(id) => format!("times {}", name(id)),
        Against::BestPeer => "times the fastest of the others".to_owned(),
    };
    let (now, text) = match (ours, theirs) {
        (Some(ours), Some((id, theirs))) => {
            (Some(theirs / ours), format!("{} ms; {} ms {}", number(ours), number(theirs), name(id)))
        }
        // Without an end there is no ratio, but nothing to be told of either.
        (Some(ours), None) => (None, format!("{} ms; not finished", number(ours))),
        (None, _) => (None, "–".to_owned()),
    };
    Figure { work, unit, ours: text, now, must, aim, better: Better::More }
}

fn figures(results: &Results) -> Vec<Figure> {
    let mut figures = diff_figures(results);
    figures.extend(compare_figures(results));
    figures.extend(page_figures(results));
    figures
}

fn diff_figures(results: &Results) -> Vec<Figure> {
    let diff = &results.diff;
    let (jsdiff, html) = (Against::Named("jsdiff-diffWords"), Against::Named("node-htmldiff"));
    let heavy = "heavy";
    let mut figures = vec![
        times(diff, ("files", 0), jsdiff, "word diff, two reports", Some(30.0), 200.0),
        times(diff, ("files", 0), html, "word diff, two reports", None, 4.0),
        times(diff, (heavy, 10), jsdiff, "word diff, 10 KB, much changed", Some(50.0), 250.0),
        times(diff, (heavy, 10), Against::BestPeer, "word diff, 10 KB, much changed", Some(5.0), 15.0),
        times(diff, (heavy, 100), jsdiff, "word diff, 100 KB, much changed", Some(500.0), 3000.0),
        times(diff, (heavy, 100), Against::BestPeer, "word diff, 100 KB, much changed", Some(10.0), 70.0),
    ];
    let megabyte = diff.at(OURS, heavy, 1024);
    let ms = megabyte.and_then(|row| row.ms);
    figures.push(Figure {
        work: "word diff, 1 MB, much changed",
        unit: "passes over one text".to_owned(),
        ours: ms.map_or_else(|| "–".to_owned(), |ms| format!("{} ms", number(ms))),
        now: ms.zip(megabyte).map(|(ms, row)| ms / results.pass_ms(row.x, row.bytes / 2.0)),
        must: Some(150.0),
        aim: 60.0,
        better: Better::Less,
    });
    figures.push(Figure {
        work: "word diff, 10 KB to 1 MB",
        unit: "exponent of growth".to_owned(),
        ours: "1 is linear".to_owned(),
        now: diff.growth(OURS, heavy, 10),
        must: Some(1.3),
        aim: 1.1,
        better: Better::Less,
    });
    figures.push(marked(diff));
    figures
}

/// How much more text our diff calls changed than the leanest, where that is most.
fn marked(diff: &Suite) -> Figure {
    let of_row = |row: &&super::results::Row| row.id == OURS && row.ok == Some(true);
    let ratios = diff.rows.iter().filter(of_row).filter_map(|row| {
        let theirs = diff.leanest(&row.series, row.x, false)?;
        let told =
            format!("{} units, where {} are enough ({})", number(row.edits?), number(theirs), titled(&row.series));
        Some((row.edits? / theirs, told))
    });
    let worst = ratios.max_by(|(left, _), (right, _)| left.total_cmp(right));
    Figure {
        work: "word diffs, all inputs",
        unit: "text called changed, in times the leanest's".to_owned(),
        ours: worst.as_ref().map_or_else(|| "–".to_owned(), |(_, text)| text.clone()),
        now: worst.map(|(ratio, _)| ratio),
        must: Some(1.10),
        aim: 1.03,
        better: Better::Less,
    }
}

fn compare_figures(results: &Results) -> Vec<Figure> {
    let pipeline = &results.pipeline;
    let (by_hand, wink) = (Against::Named("regex-diy"), Against::Named("wink"));
    let (three, many) = ("N=3, KB each", "4 KB each, N");
    let text = results.extract.at(OURS, "text", 100);
    let ms = text.and_then(|row| row.ms);
    let again = results.own.rows.iter().find(|row| row.work == "compare again, 3 × 10 KB");
    vec![
        Figure {
            work: "facts of one text, 100 KB",
            unit: "passes".to_owned(),
            ours: ms.map_or_else(|| "–".to_owned(), |ms| format!("{} ms", number(ms))),
            now: ms.zip(text).map(|(ms, row)| ms / results.pass_ms(row.x, row.bytes)),
            must: Some(40.0),
            aim: 15.0,
            better: Better::Less,
        },
        times(pipeline, ("files", 0), by_hand, "compare, three reports", Some(1.5), 4.0),
        times(pipeline, ("files", 0), wink, "compare, three reports", None, 40.0),
        times(pipeline, (three, 10), by_hand, "compare, 3 × 10 KB", Some(2.0), 6.0),
        times(pipeline, (many, 32), by_hand, "compare, 32 × 4 KB", Some(9.0), 50.0),
        Figure {
            work: "compare, 2 to 32 × 4 KB",
            unit: "exponent of growth".to_owned(),
            ours: "1 is linear".to_owned(),
            now: pipeline.growth(OURS, many, 2),
            must: Some(1.4),
            aim: 1.15,
            better: Better::Less,
        },
        Figure {
            work: "compare again after a word was edited, 3 × 10 KB",
            unit: "ms".to_owned(),
            ours: again.map_or_else(|| "–".to_owned(), |row| format!("{} passes", number(row.passes))),
            now: again.map(|row| row.ms),
            must: Some(16.0),
            aim: 1.0,
            better: Better::Less,
        },
    ]
}

fn page_figures(results: &Results) -> Vec<Figure> {
    let ours = results.cold_ms("pipeline", OURS);
    let theirs = results.cold_ms("pipeline", "regex-diy");
    let mut figures = vec![
        Figure {
            work: "first load, until the first comparison",
            unit: "KB of brotli".to_owned(),
            ours: results.brotli_kb("extract", "compromise").map_or_else(
                || "page, engine and tables".to_owned(),
                |kb| format!("page, engine and tables; compromise without a page {}", number(kb)),
            ),
            now: Some(kilobytes(results.page.first_comparison)),
            must: Some(250.0),
            aim: 150.0,
            better: Better::Less,
        },
        Figure {
            work: "import and first comparison, a fresh process",
            unit: format!("of the time of {}", name("regex-diy")),
            ours: ours
                .zip(theirs)
                .map_or_else(|| "–".to_owned(), |(ours, theirs)| format!("{} ms; {} ms", number(ours), number(theirs))),
            now: ours.zip(theirs).map(|(ours, theirs)| ours / theirs),
            must: Some(1.0),
            aim: 0.25,
            better: Better::Less,
        },
    ];
    for (work, must, aim) in [("word diff, 2 × 100 KB", 8.0, 3.0), ("compare, 32 × 4 KB", 20.0, 6.0)] {
        let memory = results.own.memory.iter().find(|memory| memory.work == work);
        figures.push(Figure {
            work,
            unit: "MB that the process grows by at most".to_owned(),
            ours: memory
                .map_or_else(|| "–".to_owned(), |memory| format!("wasm {} MB more", number(memory.wasm_kb / 1024.0))),
            now: memory.map(|memory| memory.process_kb / 1024.0),
            must: Some(must),
            aim,
            better: Better::Less,
        });
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::tests::suite;

    #[test]
    fn a_ratio_says_with_whom() {
        let against = |against, x| times(&suite(), ("heavy", x), against, "word diff", Some(5.0), 150.0).cells();
        assert_eq!(
            against(Against::Named("jsdiff-diffWords"), 10),
            ["word diff", "times jsdiff", "100", "≥ 5.00", "≥ 150", "must", "2.00 ms; 200 ms jsdiff"]
        );
        assert_eq!(
            against(Against::BestPeer, 100),
            [
                "word diff",
                "times the fastest of the others",
                "125",
                "≥ 5.00",
                "≥ 150",
                "must",
                "20.0 ms; 2,500 ms node-htmldiff"
            ]
        );
        assert_eq!(against(Against::Named("jsdiff-diffWords"), 100)[5..], ["not measured", "20.0 ms; not finished"]);
    }

    #[test]
    fn what_is_not_reached_is_said() {
        let figure = |now, must| Figure {
            work: "x",
            unit: String::new(),
            ours: String::new(),
            now,
            must,
            aim: 10.0,
            better: Better::Less,
        };
        assert_eq!(figure(Some(10.0), Some(20.0)).reached(), Reached::Aim);
        assert_eq!(figure(Some(10.1), Some(20.0)).reached(), Reached::Must);
        assert_eq!(figure(Some(20.1), Some(20.0)).cells()[5], "**not met**");
        assert_eq!(figure(Some(20.1), None).cells()[5], "not the aim");
        assert_eq!(figure(None, None).cells()[5], "not measured");
    }

    #[test]
    fn the_diff_that_marks_most_beside_the_leanest_is_told() {
        let mut suite = suite();
        suite.rows.iter_mut().filter(|row| row.id == OURS).for_each(|row| row.edits = Some(7770.0));
        assert_eq!(
            marked(&suite).cells()[2..],
            ["1.05", "≤ 1.10", "≤ 1.03", "must", "7,770 units, where 7,400 are enough (much changed)"]
        );
    }
}
