//! Other libraries on the same texts: a bench that lies beside the repository, run in a copy of its own.
//!
//! Nothing is written where it lies. The copy stands in the user's cache with the packages that it names, and serves
//! every checkout; figures go to the target folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::Options;
use crate::browser::{self, Browser};
use crate::command::{Program, advice};
use crate::engine::{copy_folder, remove_folder};
use crate::stamp::hash_of;
use crate::steps::{Outcome, Steps};
use crate::toolchain::{self, TARGET};
use crate::workspace::{Workspace, user_cache};

/// Where the bench lies unless it is named.
const BESIDE: &str = "../shared/bench/peers";

/// The reports for its series of files: three of one event, 2 to 3 KB each.
const REPORTS: &str = "tests/gold/written/volcano-alert";

/// What is filled in for us in the copy: a file, what stands there, and what is to stand there.
///
/// The slot for our module asks how to turn our diff into stretches of text. And in a page the bench would call itself
/// in place of our comparison, since the name that it looks it up by has another value by then.
const FILLED_IN: [(&str, &str, &str); 2] = [
    ("lib/ours.mjs", "  ops: null,", "  ops: (diff) => diff.ops(),"),
    (
        "chromium.mjs",
        "suite === 'pipeline' ? (x) => m[O.compare](x, O.options)",
        "suite === 'pipeline' ? ((compare) => (x) => compare(x))(m[O.compare])",
    ),
];

/// What of the bench is made when it is used, and no part of it.
const MADE: [&str; 4] = ["node_modules", "out", "target", ".venv"];

/// The bench, ready to run, with where its figures go.
#[derive(Debug)]
struct Peers<'w> {
    workspace: &'w Workspace,
    folder: PathBuf,
    out: PathBuf,
    /// The engine for Node, and for pages, in the shape that the bench calls.
    node: PathBuf,
    page: PathBuf,
    quick: bool,
}

/// The folder of the bench, where there is one.
pub(super) fn find(workspace: &Workspace, named: Option<&Path>) -> Result<Option<PathBuf>> {
    match named {
        Some(folder) if !folder.join("bench.mjs").is_file() => {
            bail!("{} holds no bench.mjs: name the folder of the peers' bench", folder.display())
        }
        Some(folder) => Ok(Some(fs::canonicalize(folder)?)),
        None => Ok(Some(workspace.path(BESIDE)).filter(|folder| folder.join("bench.mjs").is_file())),
    }
}

/// Runs the bench, suite by suite; a suite that fails leaves the others alone. Returns its module that makes articles.
///
/// # Errors
/// When it cannot be set up.
pub(super) fn run(
    workspace: &Workspace,
    steps: &Steps,
    source: &Path,
    out: &Path,
    options: &Options,
) -> Result<PathBuf> {
    let folder = user_cache()?.join(format!("peers-{}", &hash_of(&[source])?[..12]));
    steps.run("other libraries", || set_up(workspace, source, &folder))?;
    let scratch = |name: &str| workspace.scratch("bench").join(name);
    let (node, page) = (scratch("node"), scratch("page"));
    steps.run("engine for their bench", || adapt(workspace, &node, &page))?;
    let peers = Peers { workspace, folder, out: out.to_owned(), node, page, quick: options.quick };
    peers.suites(steps);
    peers.downloads(steps);
    let browser = steps.run("test browser", || browser::set_up(workspace)).is_ok();
    if browser {
        let _ = steps.run("others in Chromium", || peers.chromium());
    }
    if !options.quick {
        let _ = peers.limits(steps);
    }
    Ok(peers.folder.join("lib/gen.mjs"))
}

impl Peers<'_> {
    fn script(&self, name: &str, script: &str, arguments: &[&str]) -> Result<Outcome> {
        // As its README says: its contenders call themselves deeply, and memory is read after a collection.
        let mut all = vec!["--expose-gc", "--stack-size=4000", script];
        all.extend(arguments);
        Program::new(self.workspace, name, "node", all).current_dir(&self.folder).run()?;
        Ok(Outcome::Done)
    }

    fn suites(&self, steps: &Steps) {
        let (out, ours) = (self.out.to_string_lossy(), self.node.to_string_lossy());
        let texts = self.workspace.path(REPORTS);
        let texts = texts.to_string_lossy();
        // Seconds of the processor that a contender may take for one input, and that its samples may take together.
        let (timeout, budget) = if self.quick { ("2", "0.1") } else { ("6", "0.4") };
        for (suite, name, series) in [
            ("diff", "others: word diff", "heavy;files"),
            ("extract", "others: facts", "text;files"),
            ("pipeline", "others: compare", "N=3, KB each;4 KB each, N;files"),
        ] {
            let mut arguments = vec!["--ours", &ours, "--texts", &texts, "--out", &out, "--suites", suite];
            arguments.extend(["--series", series, "--timeout", timeout, "--budget", budget]);
            if self.quick {
                arguments.push("--quick");
            }
            let _ = steps.run(name, || self.script(name, "bench.mjs", &arguments));
        }
        if self.quick {
            return;
        }
        // Runs of their own, for what one of the above would take too long over: texts of a megabyte for all, and for the
        // best known of all, which most would otherwise use, more time than the others have.
        let apart = |name: &str, folder: &str, more: &[&str]| {
            let out = self.out.join(folder);
            let out = out.to_string_lossy();
            let mut arguments = vec!["--suites", "diff", "--sizes", "100", "--out", &out];
            arguments.extend(more);
            let _ = steps.run(name, || self.script(name, "bench.mjs", &arguments));
        };
        let light = ["--ours", &ours, "--series", "light", "--timeout", timeout, "--budget", budget];
        apart("others: diff of an update", "light", &light);
        let slow = ["--series", "heavy", "--timeout", "90", "--only", "jsdiff-diffWords"];
        apart("others: jsdiff, 100 KB", "slow", &slow);
    }

    fn downloads(&self, steps: &Steps) {
        let (out, node, page) = (self.out.to_string_lossy(), self.node.to_string_lossy(), self.page.to_string_lossy());
        let rounds = if self.quick { "1" } else { "3" };
        // A fresh process for each sample of the slowest extractors would take as long as all the rest.
        let cold = ["--ours", &node, "--out", &out, "--rounds", rounds, "--suites", "diff,pipeline"];
        let _ = steps.run("others: cold starts", || self.script("others: cold starts", "cold.mjs", &cold));
        let mut bundle = vec!["--ours", &page, "--out", &out];
        if self.quick {
            // Brotli at its best takes a second for each megabyte.
            bundle.extend(["--only", "regex-diy,compromise,wink"]);
        }
        let _ = steps.run("others: downloads", || self.script("others: downloads", "bundle.mjs", &bundle));
    }

    fn chromium(&self) -> Result<Outcome> {
        let Some(browser) = Browser::find() else { bail!("the browser is gone") };
        let (chrome, out, page) =
            (browser.chromium.to_string_lossy(), self.out.to_string_lossy(), self.page.to_string_lossy());
        let mut arguments = vec!["--chrome", &chrome, "--ours", &page, "--out", &out];
        if self.quick {
            arguments.extend(["--suites", "pipeline"]);
        }
        self.script("others in Chromium", "chromium.mjs", &arguments)
    }

    /// What no diff can do without, in Rust compiled to wasm: passes over the text, and the diffs of two crates.
    fn limits(&self, steps: &Steps) -> Result<()> {
        let toolchain = toolchain::wasm_toolchain(self.workspace, steps)?;
        let built = self.folder.join("limits/target");
        let wasm = built.join(TARGET).join("release/limits.wasm");
        steps.run("limits: build", || {
            if wasm.is_file() {
                return Ok(Outcome::UpToDate);
            }
            let manifest = self.folder.join("limits/Cargo.toml");
            let arguments =
                ["build", "--release", "--lib", "--target", TARGET, "--manifest-path", &manifest.to_string_lossy()];
            toolchain
                .cargo_of_others(self.workspace, "limits: build", &arguments)
                .env("CARGO_TARGET_DIR", &built)
                .run()?;
            Ok(Outcome::Done)
        })?;
        let (wasm, out) = (wasm.to_string_lossy(), self.out.to_string_lossy());
        let arguments = ["--wasm", &wasm, "--out", &out, "--budget", "0.1"];
        steps.run("limits", || self.script("limits", "limits.mjs", &arguments))
    }
}

/// Copies the bench into the cache and installs what it names, once.
fn set_up(workspace: &Workspace, source: &Path, folder: &Path) -> Result<Outcome> {
    let fresh = folder.is_dir();
    if !fresh {
        // Made beside and renamed at the end: a copy that is there is a whole one.
        let unfinished = folder.with_extension(format!("unfinished-{}", std::process::id()));
        remove_folder(&unfinished)?;
        copy(source, &unfinished)?;
        // `install` and not `ci`, which refuses a lock file that leaves packages of other systems out. The versions and
        // the hashes of the lock file hold either way, and nothing that a package brings is run.
        let arguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=warn"];
        Program::new(workspace, "other libraries", "npm", arguments).current_dir(&unfinished).run().map_err(
            |error| {
                advice(
                    &format!("`npm install` for {}\n{error:#}", source.display()),
                    "the libraries that we are compared with",
                    "check that npm reaches its registry (`npm ping`), then this command again",
                )
            },
        )?;
        fs::rename(&unfinished, folder)?;
    }
    for (file, from, to) in FILLED_IN {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        if text.contains(from) {
            fs::write(&path, text.replace(from, to))?;
        }
    }
    Ok(if fresh { Outcome::UpToDate } else { Outcome::Done })
}

/// Copies a folder, and not whether it may be written to.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        if MADE.iter().any(|made| name == *made) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::write(to.join(name), fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Puts the packages for Node and for pages beside what makes them callable as the bench calls modules.
fn adapt(workspace: &Workspace, node: &Path, page: &Path) -> Result<Outcome> {
    let shape = |name: &str| workspace.path("benches/ours").join(name);
    for (package, folder, entry) in [("pkg/nodejs", node, "node.mjs"), ("pkg/web", page, "page.js")] {
        remove_folder(folder)?;
        copy_folder(&workspace.path(package), folder)?;
        for name in ["adapt.mjs", entry] {
            fs::copy(shape(name), folder.join(name)).with_context(|| format!("copying {name}"))?;
        }
    }
    fs::write(node.join("package.json"), "{ \"main\": \"node.mjs\" }\n")?;
    // The bench takes the one file that ends so for the module.
    fs::rename(page.join("variorum.js"), page.join("variorum.mjs"))?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_leaves_out_what_was_made() {
        let folder = std::env::temp_dir().join(format!("variorum-peers-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("node_modules/x")).unwrap();
        fs::create_dir_all(from.join("lib")).unwrap();
        fs::write(from.join("lib/a.mjs"), "a").unwrap();
        fs::write(from.join("node_modules/x/b.mjs"), "b").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("lib/a.mjs")).unwrap(), "a");
        assert!(!to.join("node_modules").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
