//! `cargo xtask bench`: how fast, how large and how hungry the engine and the page are, beside what others do.
//!
//! Our own benches always run. The bench of other libraries runs where it lies beside the repository. A whole run
//! writes the tables of README.md and docs/performance.md; a quick one only shows them.

mod figures;
mod paper;
mod peers;
mod results;
mod tables;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::browser::{self, Browser};
use crate::command::{self, Program};
use crate::engine::remove_folder;
use crate::steps::{Outcome, Steps};
use crate::workspace::Workspace;
use crate::{build, size};
use results::Results;

/// What `cargo xtask bench` can be asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The small inputs alone, with few samples, for a few minutes: shows the tables and writes none of them.
    #[arg(long)]
    quick: bool,
    /// Where the bench of other libraries lies [default: ../shared/bench/peers, where that exists].
    #[arg(long, value_name = "DIR")]
    peers: Option<PathBuf>,
    /// Write the tables of the last whole run anew, without measuring anything.
    #[arg(long, conflicts_with_all = ["quick", "peers"])]
    tables: bool,
}

/// Measures, and writes the tables.
///
/// # Errors
/// When something could not be measured.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = Steps::start();
    let out = workspace.scratch("bench").join(if options.quick { "quick" } else { "figures" });
    if !options.tables {
        build::build(workspace, &steps)?;
        measure(workspace, &steps, &out, options)?;
    }
    let _ = steps.run("tables", || write(workspace, &out, options.quick));
    steps.summarise()
}

/// Runs all that there is into `out`; what fails is told and leaves its table as it was.
fn measure(workspace: &Workspace, steps: &Steps, out: &Path, options: &Options) -> Result<()> {
    remove_folder(out)?;
    fs::create_dir_all(out)?;
    let generator = match peers::find(workspace, options.peers.as_deref())? {
        Some(source) => peers::run(workspace, steps, &source, out, options).ok(),
        None => None,
    };
    let _ = steps.run("engine in Node", || engine(workspace, out, generator.as_deref(), options.quick));
    if !options.quick {
        let _ = steps.run("engine, native", || native(workspace, out));
        let _ = steps.run("page in Chromium", || page(workspace, out));
    }
    Ok(())
}

/// The engine as wasm; on the articles of the others' bench where that is there, so that the figures are of one kind.
fn engine(workspace: &Workspace, out: &Path, generator: Option<&Path>, quick: bool) -> Result<Outcome> {
    let script = workspace.path("benches/wasm.mjs");
    let mut arguments = vec![script.into_os_string(), "--out".into(), out.join("own.json").into_os_string()];
    if let Some(generator) = generator {
        arguments.extend(["--generator".into(), generator.into()]);
    }
    if quick {
        arguments.push("--quick".into());
    }
    Program::new(workspace, "engine in Node", "node", arguments).run()?;
    Ok(Outcome::Done)
}

/// `cargo bench`, whose table is kept as it is.
fn native(workspace: &Workspace, out: &Path) -> Result<Outcome> {
    let arguments = ["bench", "--locked", "--quiet", "--package", "variorum", "--bench", "passes"];
    let said = Program::new(workspace, "engine, native", command::cargo(), arguments).run()?;
    let table = said.lines().skip_while(|line| !line.trim_start().starts_with("bytes"));
    fs::write(out.join("native.txt"), table.collect::<Vec<_>>().join("\n"))?;
    Ok(Outcome::Done)
}

/// `npm run bench`, whose table is Markdown.
fn page(workspace: &Workspace, out: &Path) -> Result<Outcome> {
    browser::set_up(workspace)?;
    let Some(browser) = Browser::find() else { bail!("the browser is gone") };
    let script = workspace.path("benches/page.mjs");
    let said = Program::new(workspace, "page in Chromium", "node", [script]).env("CHROMIUM", browser.chromium).run()?;
    let table = said.lines().filter(|line| line.starts_with('|'));
    fs::write(out.join("page.md"), table.collect::<Vec<_>>().join("\n"))?;
    Ok(Outcome::Done)
}

/// Writes the tables into the papers, or shows them.
fn write(workspace: &Workspace, out: &Path, quick: bool) -> Result<Outcome> {
    let results = Results::read(out, size::downloads(workspace)?)?;
    let told = circumstances(&results);
    let with = |text: String| if text.is_empty() { text } else { format!("{told}\n\n{text}") };
    let file = |name: &str| fs::read_to_string(out.join(name)).unwrap_or_default();
    let native = file("native.txt");
    // Most figures are ratios: a run without others to be held against leaves those of the last one.
    let alone = results.diff.rows.is_empty() && !quick;
    let figures = if alone { String::new() } else { figures::table(&results) };
    let sections = [
        ("figures", with(figures)),
        ("diff", with(tables::suite(&results.diff, "Word diff"))),
        ("facts", with(tables::suite(&results.extract, "Facts"))),
        ("compare", with(tables::suite(&results.pipeline, "Compare"))),
        ("downloads", with(tables::downloads(&results))),
        ("chromium", with(tables::in_chromium(&results))),
        ("limits", with(tables::limits(&results))),
        ("engine", with(tables::own(&results))),
        ("native", if native.is_empty() { native } else { with(format!("```text\n{native}\n```\n")) }),
        ("page", with(file("page.md"))),
    ];
    let summary = [("summary", with(tables::summary(&results)))];
    if quick {
        let mut shown = String::new();
        for (_, text) in sections.iter().filter(|(_, text)| !text.is_empty()) {
            let _ = writeln!(shown, "{}", text.trim_start_matches(&told));
        }
        println!("{told}{shown}");
        fs::write(out.join("tables.md"), format!("{told}\n\n{shown}"))?;
        return Ok(Outcome::Done);
    }
    paper::write(&workspace.path("docs/performance.md"), &sections)?;
    paper::write(&workspace.path("README.md"), &summary)?;
    Ok(Outcome::Done)
}

/// On what and when it was measured.
fn circumstances(results: &Results) -> String {
    let own = &results.own;
    let load: Vec<String> = own.machine.load.iter().map(|load| format!("{load:.1}")).collect();
    let browser = match results.chromium.version.as_str() {
        "" => String::new(),
        version => format!(", Chromium {version}"),
    };
    format!(
        "{}, {} on {} cores, load {}; Node {}{browser}.",
        own.date,
        own.machine.processor,
        own.machine.cores,
        load.join(" to "),
        own.node.trim_start_matches('v'),
    )
}
