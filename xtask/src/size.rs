//! `cargo xtask size`: what a first visit to the page downloads, held against the budgets of `wasm-pack.toml`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::command::Program;
use crate::manifest::{Manifest, Size};
use crate::steps::{Outcome, Steps};
use crate::workspace::Workspace;

/// Builds the page if needed, prints its sizes and holds them against the budgets.
///
/// # Errors
/// When something is over its budget.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let steps = Steps::start();
    crate::build::build(workspace, &steps)?;
    let mut table = String::new();
    let result = hold(workspace, &mut table);
    println!("\n{table}");
    result.map(|_| ())
}

/// Writes the table of sizes, and fails when something is over its budget.
///
/// # Errors
/// As above, or when the page has not been built.
pub(crate) fn hold(workspace: &Workspace, table: &mut String) -> Result<Outcome> {
    let manifest = Manifest::read(workspace)?;
    let (files, tables) = loaded(workspace, &manifest)?;
    let (text, over) = judge(&files, &tables, &manifest.size);
    table.push_str(&text);
    ensure!(over.is_empty(), "over budget (wasm-pack.toml):\n{}", over.join("\n"));
    Ok(Outcome::Passed)
}

/// What has to be downloaded, in bytes of brotli.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Downloads {
    /// Until the first comparison.
    pub(crate) first_comparison: u64,
    /// The engine's tables among it.
    pub(crate) tables: u64,
}

/// What the built page downloads.
///
/// # Errors
/// When it has not been built.
pub(crate) fn downloads(workspace: &Workspace) -> Result<Downloads> {
    let (files, tables) = loaded(workspace, &Manifest::read(workspace)?)?;
    let sum = |files: &[FileSize]| files.iter().map(FileSize::transferred).sum::<u64>();
    Ok(Downloads { first_comparison: sum(&files) + sum(&tables), tables: sum(&tables) })
}

/// The files that are loaded until the first comparison, and apart from them the engine's tables.
fn loaded(workspace: &Workspace, manifest: &Manifest) -> Result<(Vec<FileSize>, Vec<FileSize>)> {
    let site = workspace.path("dist");
    let loaded = first_visit(&site, &manifest.size.later)?;
    let files = measure(workspace, &site, &loaded)?;
    let (tables, files) = files.into_iter().partition(|file| manifest.size.is_table(&file.path));
    Ok((files, tables))
}

/// One file, in bytes.
#[derive(Debug, Clone, Deserialize)]
struct FileSize {
    path: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl FileSize {
    /// What travels: a host sends as it is what compression would only make larger, such as a font.
    fn transferred(&self) -> u64 {
        self.brotli.min(self.raw)
    }
}

/// The files, below `site`, that opening the page and comparing for the first time load, the engine's tables among them.
///
/// Starting from index.html, a file is loaded when a loaded one names it, unless it is named in a dynamic `import(…)`
/// or matches a pattern of `later`. File names carry a hash of their content, so that a name met in a text is a
/// reference.
fn first_visit(site: &Path, later: &[String]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    list_files(site, "", &mut names).with_context(|| format!("reading {}: build the page first", site.display()))?;
    let mut loaded = BTreeSet::from(["index.html".to_owned()]);
    let mut unread: Vec<String> = loaded.iter().cloned().collect();
    while let Some(name) = unread.pop() {
        let bytes = fs::read(site.join(&name)).with_context(|| format!("reading {name}"))?;
        let is_text = [".html", ".js", ".css", ".webmanifest"].iter().any(|ending| name.ends_with(ending));
        let Some(text) = std::str::from_utf8(&bytes).ok().filter(|_| is_text) else { continue };
        for other in &names {
            let is_later = later.iter().any(|pattern| matches(pattern, other));
            if !is_later && loads(text, file_name(other)) && loaded.insert(other.clone()) {
                unread.push(other.clone());
            }
        }
    }
    Ok(loaded.into_iter().collect())
}

/// Whether a text names a file otherwise than in `import("./…")`.
fn loads(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "./-_".contains(c));
        !before.strip_suffix(['"', '\'', '`']).is_some_and(|before| before.ends_with("import("))
    })
}

fn list_files(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list_files(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    names.sort();
    Ok(())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn measure(workspace: &Workspace, site: &Path, names: &[String]) -> Result<Vec<FileSize>> {
    let script = workspace.path("xtask/scripts/compress.mjs");
    let paths = names.iter().map(|name| site.join(name).into_os_string());
    let output = Program::new(workspace, "size", "node", [script.into_os_string()].into_iter().chain(paths)).run()?;
    output
        .lines()
        .map(|line| {
            let mut file: FileSize = serde_json::from_str(line).with_context(|| format!("a size: {line}"))?;
            if let Ok(relative) = Path::new(&file.path).strip_prefix(site) {
                file.path = relative.to_string_lossy().into_owned();
            }
            Ok(file)
        })
        .collect()
}

impl Size {
    /// Whether a file holds tables of the engine.
    fn is_table(&self, path: &str) -> bool {
        self.tables.iter().any(|pattern| matches(pattern, path))
    }
}

/// The table, and what is over its budget.
fn judge(files: &[FileSize], tables: &[FileSize], size: &Size) -> (String, Vec<String>) {
    let (mut table, mut over) = (String::new(), Vec::new());
    // Writing to a string cannot fail.
    let _ = writeln!(table, "  {:<44} {:>9} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli", "budget");
    let row = |table: &mut String, name: &str, sizes: [u64; 3], budget: Option<u64>| {
        let [raw, gzip, brotli] = sizes;
        let budget = budget.map_or_else(String::new, |budget| budget.to_string());
        let _ = writeln!(table, "  {name:<44} {raw:>9} {gzip:>9} {brotli:>9} {budget:>9}");
    };
    let sum = |files: &[&FileSize]| {
        let add = |part: fn(&FileSize) -> u64| files.iter().map(|file| part(file)).sum::<u64>();
        [add(|file| file.raw), add(|file| file.gzip.min(file.raw)), add(FileSize::transferred)]
    };
    for file in files {
        row(&mut table, &file.path, sum(&[file]), None);
    }
    for artefact in &size.artefacts {
        let members: Vec<&FileSize> = files.iter().filter(|file| matches(&artefact.files, &file.path)).collect();
        let sizes = sum(&members);
        row(&mut table, &format!("= {}", artefact.name), sizes, Some(artefact.brotli));
        if members.is_empty() {
            over.push(format!("{}: no file matches \"{}\"", artefact.name, artefact.files));
        } else if sizes[2] > artefact.brotli {
            over.push(format!("{}: {} bytes of brotli, budget {}", artefact.name, sizes[2], artefact.brotli));
        }
    }
    let mut hold = |table: &mut String, name: &str, files: &[&FileSize], budget: u64| {
        let sizes = sum(files);
        row(table, &format!("= {name}"), sizes, Some(budget));
        if sizes[2] > budget {
            over.push(format!("{name}: {} bytes of brotli, budget {budget}", sizes[2]));
        }
    };
    hold(&mut table, "first visit", &files.iter().collect::<Vec<_>>(), size.first_visit);
    for file in tables {
        row(&mut table, &file.path, sum(&[file]), None);
    }
    hold(&mut table, "first comparison", &files.iter().chain(tables).collect::<Vec<_>>(), size.first_comparison);
    (table, over)
}

/// Whether `name` matches a pattern in which `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, rest)) => name.strip_prefix(head).is_some_and(|tail| {
            tail.char_indices().map(|(at, _)| at).chain([tail.len()]).any(|at| matches(rest, &tail[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(matches("assets/*.wasm", "assets/variorum_bg-Cx1.wasm"));
        assert!(matches("*", ""));
        assert!(!matches("assets/*.wasm", "assets/index.js"));
        assert!(!matches("*.js", "index.js.map"));
    }

    #[test]
    fn a_dynamic_import_is_no_first_load() {
        assert!(loads(r#"import"./a-1.js";"#, "a-1.js"));
        assert!(loads("new URL(`/assets/w-1.wasm`,import.meta.url)", "w-1.wasm"));
        assert!(!loads("()=>import(`./ferry-1.js`)", "ferry-1.js"));
        assert!(!loads(r#"load:()=>import("../ferry-1.js").then(x)"#, "ferry-1.js"));
    }

    fn file(path: &str, brotli: u64) -> FileSize {
        FileSize { path: path.to_owned(), raw: 2 * brotli, gzip: brotli + 1, brotli }
    }

    #[test]
    fn what_is_over_its_budget_is_named() {
        let manifest = "first-visit = 100\nfirst-comparison = 130\ntables = [\"*.bin\"]\n\
                        artefacts = [{ name = \"engine\", files = \"*.wasm\", brotli = 50 }]";
        let size: Size = toml::from_str(manifest).unwrap();
        assert!(size.is_table("assets/en.bin") && !size.is_table("a.wasm"));
        let tables = [file("en.bin", 30)];
        let over = |files: &[FileSize]| judge(files, &tables, &size).1;
        assert!(over(&[file("a.wasm", 50), file("b.js", 50)]).is_empty());
        assert_eq!(
            over(&[file("a.wasm", 51), file("b.js", 50)]),
            [
                "engine: 51 bytes of brotli, budget 50",
                "first visit: 101 bytes of brotli, budget 100",
                "first comparison: 131 bytes of brotli, budget 130"
            ]
        );
        assert_eq!(over(&[file("b.js", 1)]), ["engine: no file matches \"*.wasm\""]);
    }

    #[test]
    fn the_visit_follows_names_from_the_index() {
        let site = std::env::temp_dir().join(format!("variorum-size-{}", std::process::id()));
        fs::create_dir_all(site.join("assets")).unwrap();
        for (name, text) in [
            ("index.html", "<script src=./assets/index-1.js>"),
            ("assets/index-1.js", "new Worker(`worker-2.js`);()=>import(`./ferry-3.js`)"),
            ("assets/worker-2.js", "fetch(`engine-4.wasm`);fetch(`places-6.txt`)"),
            ("assets/ferry-3.js", ""),
            ("assets/engine-4.wasm", ""),
            ("assets/unused-5.js", ""),
            ("assets/places-6.txt", ""),
        ] {
            fs::write(site.join(name), text).unwrap();
        }
        let loaded = first_visit(&site, &["assets/places-*".to_owned()]).unwrap();
        assert_eq!(loaded, ["assets/engine-4.wasm", "assets/index-1.js", "assets/worker-2.js", "index.html"]);
        fs::remove_dir_all(site).unwrap();
    }
}
