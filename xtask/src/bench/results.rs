//! What the benches write, as it is read back: the peers' suites, and our own figures.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing in a report rests on them")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::size::Downloads;

/// How the peers' bench calls our rows.
pub(super) const OURS: &str = "OURS";

/// A diff that calls this many times more text changed than the leanest of its column has given up, and is no peer there.
const GIVEN_UP: f64 = 1.5;

/// One suite of the peers' bench: word diffs, facts or whole comparisons.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Suite {
    /// What each contender is.
    #[serde(default)]
    pub(super) labels: BTreeMap<String, String>,
    /// One contender on one input each.
    #[serde(default)]
    pub(super) rows: Vec<Row>,
}

/// One contender on one input.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Row {
    /// Which kind of input: `heavy`, `4 KB each, N`.
    pub(super) series: String,
    /// Which of these: kilobytes or articles; 0 for files.
    pub(super) x: u32,
    /// UTF-16 units in all.
    pub(super) bytes: f64,
    /// The contender.
    pub(super) id: String,
    /// Why it has no time.
    pub(super) status: Option<String>,
    /// Median of the processor's time.
    pub(super) ms: Option<f64>,
    /// Samples; none when the time is that of a single call.
    pub(super) n: Option<u32>,
    /// How far the process grew.
    #[serde(rename = "peakRssKB")]
    pub(super) peak_kb: Option<f64>,
    /// Units that a diff calls changed.
    pub(super) edits: Option<f64>,
    /// Whether a diff gives both texts back.
    pub(super) ok: Option<bool>,
}

impl Suite {
    /// Takes over what another run has measured.
    fn take_over(&mut self, apart: Self) {
        for row in apart.rows {
            let place = self.rows.iter().position(|own| (&own.id, &own.series, own.x) == (&row.id, &row.series, row.x));
            match place {
                Some(at) if row.ms.is_some() => self.rows[at] = row,
                Some(_) => {}
                None => self.rows.push(row),
            }
        }
    }

    /// The row of a contender.
    pub(super) fn at(&self, id: &str, series: &str, x: u32) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id && row.series == series && row.x == x)
    }

    /// The time of a contender, when it has one.
    pub(super) fn ms(&self, id: &str, series: &str, x: u32) -> Option<f64> {
        self.at(id, series, x)?.ms
    }

    /// The series in the order in which they were run.
    pub(super) fn series(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.series.as_str()) {
                names.push(&row.series);
            }
        }
        names
    }

    /// The inputs of a series, smallest first.
    pub(super) fn inputs(&self, series: &str) -> Vec<u32> {
        let mut inputs: Vec<u32> = self.rows.iter().filter(|row| row.series == series).map(|row| row.x).collect();
        inputs.sort_unstable();
        inputs.dedup();
        inputs
    }

    /// Whether a diff calls so much changed that its time is no longer that of a diff.
    pub(super) fn gave_up(&self, row: &Row) -> bool {
        let least = self.leanest(&row.series, row.x, true);
        matches!((row.edits, least), (Some(edits), Some(least)) if edits > GIVEN_UP * least)
    }

    /// The least text that a diff calls changed, of those that give both texts back.
    pub(super) fn leanest(&self, series: &str, x: u32, with_ours: bool) -> Option<f64> {
        let column = self.rows.iter().filter(|row| row.series == series && row.x == x && row.ok == Some(true));
        column.filter(|row| with_ours || row.id != OURS).filter_map(|row| row.edits).reduce(f64::min)
    }

    /// The fastest of the others, with its time.
    pub(super) fn best_peer(&self, series: &str, x: u32) -> Option<(&str, f64)> {
        let column = self.rows.iter().filter(|row| row.series == series && row.x == x && row.id != OURS);
        let timed = column.filter(|row| !self.gave_up(row)).filter_map(|row| Some((row.id.as_str(), row.ms?)));
        timed.min_by(|(_, left), (_, right)| left.total_cmp(right))
    }

    /// How the time of a contender grows with the input from `least` on: the slope of both logarithms.
    pub(super) fn growth(&self, id: &str, series: &str, least: u32) -> Option<f64> {
        let rows = self.rows.iter().filter(|row| row.id == id && row.series == series && row.x >= least);
        // Articles are counted where their number grows, and text where its length does.
        let size = |row: &Row| if series.ends_with('N') { f64::from(row.x) } else { row.bytes };
        let points: Vec<(f64, f64)> = rows.filter_map(|row| Some((size(row).ln(), row.ms?.ln()))).collect();
        slope(&points)
    }
}

/// The slope of the straight line that lies nearest to some points; none for fewer than two.
fn slope(points: &[(f64, f64)]) -> Option<f64> {
    if points.len() < 2 {
        return None;
    }
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |part: fn(&(f64, f64)) -> f64| points.iter().map(part).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let product: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let square: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    (square > 0.0).then(|| product / square)
}

/// A fresh process each time: import and first call.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Cold {
    /// The suite whose work is done.
    pub(super) suite: String,
    /// The contender.
    pub(super) id: String,
    /// Import and first call.
    #[serde(rename = "coldMs")]
    pub(super) cold_ms: Option<f64>,
}

/// What a page has to download, in bytes.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Bundle {
    /// The suite.
    pub(super) suite: String,
    /// The contender.
    pub(super) id: String,
    /// By brotli at its best.
    pub(super) brotli: Option<f64>,
}

/// What no tokeniser or diff can be much faster than.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Limits {
    /// As in [`Row`].
    pub(super) series: String,
    /// As in [`Row`].
    pub(super) x: u32,
    /// Bytes of the first text.
    pub(super) bytes: f64,
    /// Milliseconds of each pass in Node, wasm among them.
    pub(super) node: BTreeMap<String, f64>,
}

/// The same contenders in a page.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Chromium {
    /// Of the browser.
    #[serde(default)]
    pub(super) version: String,
    /// One contender on one input each.
    #[serde(default)]
    pub(super) rows: Vec<PageRow>,
}

/// One contender in a page.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageRow {
    /// `cold` or `warm`.
    pub(super) kind: String,
    /// The suite.
    pub(super) suite: String,
    /// The contender.
    pub(super) id: String,
    /// How many articles.
    pub(super) n: Option<u32>,
    /// Kilobytes of each.
    pub(super) kb: Option<u32>,
    /// How far they differ.
    pub(super) profile: Option<String>,
    /// Median of the time on the wall, warm.
    pub(super) ms: Option<f64>,
    /// Fetching and compiling, cold.
    pub(super) import_ms: Option<f64>,
    /// The first call, cold.
    pub(super) first_ms: Option<f64>,
}

/// What `benches/wasm.mjs` writes.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Own {
    /// The day of the run.
    pub(super) date: String,
    /// Where it ran.
    pub(super) machine: Machine,
    /// Node's version.
    pub(super) node: String,
    /// Megabytes that a pass scans in a second.
    #[serde(rename = "passMBs")]
    pub(super) pass_mbs: f64,
    /// Works and their times.
    pub(super) rows: Vec<OwnRow>,
    /// Works and the room that they take.
    pub(super) memory: Vec<Memory>,
    /// Many comparisons in one instance.
    pub(super) many: Many,
}

/// Where a bench ran.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Machine {
    /// Its processor.
    pub(super) processor: String,
    /// How many of them.
    pub(super) cores: u32,
    /// Processes that wanted to run, before and after.
    pub(super) load: Vec<f64>,
}

/// One work of our own bench.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct OwnRow {
    /// What is done.
    pub(super) work: String,
    /// How many scans of the same text take as long.
    pub(super) passes: f64,
    /// Median of the processor's time.
    pub(super) ms: f64,
}

/// The room that one work takes in a process of its own.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Memory {
    /// What is done.
    pub(super) work: String,
    /// How far the memory of the wasm grew.
    #[serde(rename = "wasmKB")]
    pub(super) wasm_kb: f64,
    /// How far the process grew.
    #[serde(rename = "processKB")]
    pub(super) process_kb: f64,
}

/// Many comparisons in one instance.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Many {
    /// How many.
    pub(super) times: u32,
    /// How far the memory of the wasm grew in the second half of them.
    #[serde(rename = "growthInSecondHalfKB")]
    pub(super) late_growth_kb: f64,
}

/// All that one run has measured; what was not run is empty.
#[derive(Debug, Clone)]
pub(super) struct Results {
    /// Our own bench of the engine.
    pub(super) own: Own,
    /// Word diffs.
    pub(super) diff: Suite,
    /// Facts of one text.
    pub(super) extract: Suite,
    /// Whole comparisons.
    pub(super) pipeline: Suite,
    /// Fresh processes.
    pub(super) cold: Vec<Cold>,
    /// Downloads.
    pub(super) bundle: Vec<Bundle>,
    /// Passes.
    pub(super) limits: Vec<Limits>,
    /// Pages.
    pub(super) chromium: Chromium,
    /// What the page downloads.
    pub(super) page: Downloads,
}

impl Results {
    /// Reads what lies in the folder of a run.
    ///
    /// # Errors
    /// When our own figures are missing or a file is not what it should be.
    pub(super) fn read(folder: &Path, page: Downloads) -> Result<Self> {
        let mut diff: Suite = read(&folder.join("diff.json"))?.unwrap_or_default();
        // What has a run of its own, with other limits, takes the place of what was given up.
        for apart in ["light", "slow"] {
            let apart: Suite = read(&folder.join(apart).join("diff.json"))?.unwrap_or_default();
            diff.take_over(apart);
        }
        Ok(Self {
            own: read(&folder.join("own.json"))?.context("benches/wasm.mjs has written nothing")?,
            diff,
            extract: read(&folder.join("extract.json"))?.unwrap_or_default(),
            pipeline: read(&folder.join("pipeline.json"))?.unwrap_or_default(),
            cold: read(&folder.join("cold.json"))?.unwrap_or_default(),
            bundle: read(&folder.join("bundle.json"))?.unwrap_or_default(),
            limits: read(&folder.join("limits.json"))?.unwrap_or_default(),
            chromium: read(&folder.join("chromium.json"))?.unwrap_or_default(),
            page,
        })
    }

    /// Milliseconds of one scan of a text of so many bytes for white space, in wasm: as the peers' own scan of a text of
    /// `x` kilobytes takes them, else as ours does.
    pub(super) fn pass_ms(&self, x: u32, bytes: f64) -> f64 {
        let known = self.limits.iter().find(|limits| limits.series == "heavy" && limits.x == x);
        let scan = known.and_then(|limits| Some(limits.node.get("wasm tokens")? * bytes / limits.bytes));
        scan.unwrap_or(bytes / 1000.0 / self.own.pass_mbs)
    }

    /// The time of import and first call in a fresh process.
    pub(super) fn cold_ms(&self, suite: &str, id: &str) -> Option<f64> {
        self.cold.iter().find(|row| row.suite == suite && row.id == id)?.cold_ms
    }

    /// Kilobytes of brotli that a page has to download for a contender; of ours, with the tables, which are files apart.
    pub(super) fn brotli_kb(&self, suite: &str, id: &str) -> Option<f64> {
        let (suite, more) = if id == OURS { ("ours", kilobytes(self.page.tables)) } else { (suite, 0.0) };
        Some(self.bundle.iter().find(|row| row.suite == suite && row.id == id)?.brotli? / 1000.0 + more)
    }
}

/// Bytes in thousands.
pub(super) fn kilobytes(bytes: u64) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, |bytes| f64::from(bytes) / 1000.0)
}

/// A file of figures; none where it was not written.
fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    if !path.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).map(Some).with_context(|| format!("{} holds other figures", path.display()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A suite in which a peer gave up, another was not finished and a third took a single call.
    pub(crate) fn suite() -> Suite {
        serde_json::from_str(
            r#"{"labels": {"OURS": "OURS diffWords", "jsdiff-diffWords": "diff: diffWords"}, "rows": [
                {"series": "heavy", "x": 10, "bytes": 20000, "id": "jsdiff-diffWords", "ms": 200, "n": 5, "edits": 7400, "ok": true, "peakRssKB": 9000},
                {"series": "heavy", "x": 10, "bytes": 20000, "id": "node-htmldiff", "ms": 10, "n": 9, "peakRssKB": 10240},
                {"series": "heavy", "x": 10, "bytes": 20000, "id": "sanity-char", "ms": 1, "n": 9, "edits": 20000, "ok": true},
                {"series": "heavy", "x": 10, "bytes": 20000, "id": "OURS", "ms": 2, "n": 41, "edits": 7400, "ok": true, "peakRssKB": 2048},
                {"series": "heavy", "x": 100, "bytes": 200000, "id": "jsdiff-diffWords", "status": "over 8 s"},
                {"series": "heavy", "x": 100, "bytes": 200000, "id": "node-htmldiff", "ms": 2500, "n": 0},
                {"series": "heavy", "x": 100, "bytes": 200000, "id": "sanity-char", "status": "not run, about 43.1 s foreseen"},
                {"series": "heavy", "x": 100, "bytes": 200000, "id": "OURS", "ms": 20, "n": 9, "edits": 74000, "ok": true}
            ]}"#,
        )
        .unwrap()
    }

    #[test]
    fn who_gave_up_is_no_peer() {
        let suite = suite();
        assert!(suite.gave_up(suite.at("sanity-char", "heavy", 10).unwrap()));
        assert_eq!(suite.best_peer("heavy", 10), Some(("node-htmldiff", 10.0)));
        assert_eq!(suite.best_peer("heavy", 100), Some(("node-htmldiff", 2500.0)));
        assert_eq!(suite.best_peer("light", 10), None);
    }

    #[test]
    fn a_run_with_a_longer_limit_fills_the_gap() {
        let mut suite = suite();
        let row = |id: &str, ms: Option<f64>| Row { ms, ..suite.at(id, "heavy", 100).unwrap().clone() };
        let light = Row { series: "light".to_owned(), ..row(OURS, Some(9.0)) };
        let rows = vec![row("jsdiff-diffWords", Some(39000.0)), row("node-htmldiff", None), light];
        let before = suite.rows.len();
        suite.take_over(Suite { rows, ..Suite::default() });
        assert_eq!(suite.ms("jsdiff-diffWords", "heavy", 100), Some(39000.0));
        assert_eq!(suite.ms("node-htmldiff", "heavy", 100), Some(2500.0));
        assert_eq!((suite.ms(OURS, "light", 100), suite.rows.len()), (Some(9.0), before + 1));
    }

    #[test]
    fn growth_is_the_exponent() {
        let suite = suite();
        let growth = suite.growth(OURS, "heavy", 0).unwrap();
        assert!((growth - 1.0).abs() < 1e-9, "{growth}");
        assert!(suite.growth("node-htmldiff", "heavy", 0).unwrap() > 2.3);
        assert_eq!(suite.growth("jsdiff-diffWords", "heavy", 0), None);
        assert_eq!(suite.growth(OURS, "heavy", 100), None);
    }
}
