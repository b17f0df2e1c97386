//! Rules of the house that no compiler knows.
//!
//! Each rule is one function from a file to complaints, so that the list in [`check`] is all there is to read.

mod markup;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use markup::Markup;

use crate::manifest::Manifest;
use crate::steps::Outcome;
use crate::workspace::Workspace;

/// Longest source file of the crate, in lines, unless it gives a reason.
const MAX_LINES: usize = 600;

/// The line that gives such a reason begins so.
const REASON_FOR_LENGTH: &str = "// Long because";

/// The stages in the order in which data passes through them; each imports only what stands before it.
const STAGES: &[&str] = &["article", "language", "facts", "alignment", "comparison", "report", "exchange", "wasm"];

/// Marks of unfinished work. Written in two parts, so that this list does not accuse itself.
const UNFINISHED: &[&str] =
    &[concat!("TO", "DO"), concat!("todo", "!("), concat!("unimplemented", "!("), concat!("dbg", "!(")];

/// Folders of somebody's machine, which mean nothing on another.
const MACHINE_PATHS: &[&str] = &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/")];

/// Words that the page does not say: it compares reports and rates nobody.
const WORDS_OFF_THE_PAGE: &[&str] = &[
    "fake",
    "bias",
    "biased",
    "verdict",
    "contradiction",
    "contradicts",
    "omitted",
    "omits",
    "witness",
    "lie",
    "lies",
    "AI",
];

/// Applies every rule.
///
/// # Errors
/// When a rule is broken; the message lists each place.
pub(crate) fn check(workspace: &Workspace) -> Result<Outcome> {
    let mut complaints = Vec::new();
    let markup = Markup::default();
    let below = ["src", "fuzz/src", "fuzz/fuzz_targets", "xtask", "tests", "wordpress", "www", "build.rs"];
    for file in files(workspace.root(), &below)? {
        let name = file.strip_prefix(workspace.root()).unwrap_or(&file).to_string_lossy().into_owned();
        let bytes = fs::read(&file).with_context(|| format!("reading {name}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let found = if name.ends_with(".rs") {
            [module_docs(&text), length(&name, &text), stage_order(&name, &text), words(&text)].concat()
        } else if name.starts_with("src/language/lexicon/") {
            lexicon_header(&name, &text, &file)
        } else if name.starts_with("www/src/strings/") {
            [words_off_the_page(&text), words(&text), markup.complaints(&name, &text)].concat()
        } else if [".js", ".mjs", ".css", ".html", ".php"].iter().any(|ending| name.ends_with(ending)) {
            [words(&text), markup.complaints(&name, &text)].concat()
        } else {
            Vec::new()
        };
        complaints.extend(found.into_iter().map(|complaint| format!("{name}: {complaint}")));
    }
    complaints.extend(markup.unmet());
    complaints.extend(packaging(workspace)?);
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    Ok(Outcome::Passed)
}

/// All files below the folders, in the order of their names.
fn files(root: &Path, below: &[&str]) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    let mut open: Vec<_> = below.iter().map(|name| root.join(name)).filter(|path| path.exists()).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
                open.push(entry?.path());
            }
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Every module says first what it is for.
fn module_docs(text: &str) -> Vec<String> {
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
    if first.is_some_and(|line| line.starts_with("//!")) {
        return Vec::new();
    }
    vec!["begins without module docs (//!)".to_owned()]
}

/// A file with a second reason to change is two files.
fn length(name: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if !name.starts_with("src/") || lines <= MAX_LINES || text.contains(REASON_FOR_LENGTH) {
        return Vec::new();
    }
    vec![format!("has {lines} lines, the limit is {MAX_LINES}: split it, or say \"{REASON_FOR_LENGTH} …\"")]
}

/// A stage imports only from those before it, so that it can be read, tested and replaced alone.
fn stage_order(name: &str, text: &str) -> Vec<String> {
    let Some(own) = stage_of(name) else { return Vec::new() };
    let own_place = STAGES.iter().position(|stage| *stage == own);
    let mut complaints = Vec::new();
    for (number, line) in code_lines(text) {
        for (at, _) in line.match_indices("crate::") {
            let imported = line[at + "crate::".len()..].split(|c: char| !(c.is_alphanumeric() || c == '_')).next();
            let place = STAGES.iter().position(|stage| Some(*stage) == imported);
            if place.is_some() && place > own_place {
                complaints.push(format!("line {number}: {own} may not import from {}", imported.unwrap_or_default()));
            }
        }
    }
    complaints
}

/// The stage that a file of the crate belongs to.
fn stage_of(name: &str) -> Option<&str> {
    let inside = name.strip_prefix("src/")?;
    let stage = inside.split(['/', '.']).next()?;
    STAGES.contains(&stage).then_some(stage)
}

/// The lines that are neither comments nor behind the unit tests, which may look at any stage.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line))
}

/// A list of words says what it is, where it comes from and under which licence; a binary says so in a file beside it.
fn lexicon_header(name: &str, text: &str, file: &Path) -> Vec<String> {
    let beside;
    let header = match name.rsplit_once('.') {
        Some((_, "md")) => return Vec::new(),
        Some((_, "txt" | "tsv" | "csv")) => text,
        _ => {
            beside = fs::read_to_string(file.with_extension("md")).unwrap_or_default();
            &beside
        }
    };
    let header: Vec<String> = header
        .lines()
        .take(30)
        .map(|line| line.trim_start_matches(['#', '-', '*', ' ', '|']).to_ascii_lowercase())
        .collect();
    ["what", "source", "licence"]
        .into_iter()
        .filter(|field| !header.iter().any(|line| line.starts_with(field)))
        .map(|field| format!("its header names no {field} (# {field}: …)"))
        .collect()
}

/// No unfinished work, no folders of one machine.
fn words(text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for word in UNFINISHED.iter().chain(MACHINE_PATHS).filter(|word| line.contains(**word)) {
            complaints.push(format!("line {}: \"{word}\" has no place here", index + 1));
        }
    }
    complaints
}

/// What the page says keeps to the vocabulary. Only words inside quotation marks are looked at.
fn words_off_the_page(text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some(quoted) = line.find(['\'', '"', '`']).map(|at| &line[at..]) else { continue };
        for word in quoted.split(|c: char| !c.is_alphanumeric()) {
            let is_off = |banned: &&&str| match **banned {
                // A capital pair of letters; "ai" in lower case is part of other languages.
                "AI" => word == "AI",
                banned => word.eq_ignore_ascii_case(banned),
            };
            if let Some(banned) = WORDS_OFF_THE_PAGE.iter().find(is_off) {
                complaints.push(format!("line {}: the page does not say \"{banned}\"", index + 1));
            }
        }
    }
    complaints
}

/// The parts of Cargo.toml that repeat wasm-pack.toml, for those who run `wasm-pack build`.
#[derive(Debug, Deserialize)]
struct Packaging {
    package: PackagingOfPackage,
}

#[derive(Debug, Deserialize)]
struct PackagingOfPackage {
    metadata: toml::Table,
}

/// A locked package.
#[derive(Debug, Deserialize)]
struct Locked {
    package: Vec<LockedPackage>,
}

#[derive(Debug, Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The two manifests agree, and so do the versions that speak wasm-bindgen's private format.
fn packaging(workspace: &Workspace) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    let cargo: Packaging = toml::from_str(&fs::read_to_string(workspace.path("Cargo.toml"))?)?;
    let flags = ["wasm-pack", "profile", "release", "wasm-opt"]
        .iter()
        .try_fold(&toml::Value::Table(cargo.package.metadata), |value, key| value.get(key))
        .cloned();
    let ours = Manifest::read(workspace)?.optimise.wasm_opt;
    if flags.and_then(|flags| flags.try_into::<Vec<String>>().ok()).as_ref() != Some(&ours) {
        complaints.push("Cargo.toml: the wasm-opt flags for wasm-pack differ from those of wasm-pack.toml".to_owned());
    }
    let lock: Locked = toml::from_str(&fs::read_to_string(workspace.path("Cargo.lock"))?)?;
    let version = |name: &str| {
        let locked = lock.package.iter().find(|package| package.name == name);
        locked.map(|package| package.version.clone())
    };
    for name in ["wasm-bindgen-cli-support", "wasm-bindgen-cli"] {
        if version(name) != version("wasm-bindgen") {
            complaints.push(format!("Cargo.lock: {name} has another version than wasm-bindgen"));
        }
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_may_look_back_but_not_ahead() {
        let text = "//! Docs of crate::report.\nuse crate::report::Kind;\nuse crate::text::ByteSpan;\nuse crate::facts::Fact;\n";
        assert_eq!(stage_order("src/facts/mod.rs", text), ["line 2: facts may not import from report"]);
        assert!(stage_order("src/report/mod.rs", text).is_empty());
        assert!(stage_order("src/lib.rs", text).is_empty());
    }

    #[test]
    fn tests_may_look_anywhere() {
        assert!(
            stage_order("src/facts/mod.rs", "#[cfg(test)]\nmod tests {\n    use crate::report::Kind;\n}\n").is_empty()
        );
    }

    #[test]
    fn a_module_without_docs_is_noticed() {
        assert!(module_docs("\n//! What it is for.\nuse x;\n").is_empty());
        assert_eq!(module_docs("use x;\n//! Too late.\n").len(), 1);
        assert_eq!(module_docs("").len(), 1);
    }

    #[test]
    fn a_long_file_needs_a_reason() {
        let long = "x\n".repeat(MAX_LINES + 1);
        assert_eq!(length("src/a.rs", &long).len(), 1);
        assert!(length("src/a.rs", &format!("{long}// Long because it is one table.\n")).is_empty());
        assert!(length("tests/a.rs", &long).is_empty());
    }

    #[test]
    fn a_word_list_names_its_source() {
        let complete = "# what: titles\n# source: own\n# licence: MIT\nMr\n";
        let path = Path::new("none.txt");
        assert!(lexicon_header("src/language/lexicon/en/people.txt", complete, path).is_empty());
        assert_eq!(lexicon_header("src/language/lexicon/en/people.txt", "# what: titles\nMr\n", path).len(), 2);
        assert_eq!(lexicon_header("src/language/lexicon/en/none.bin", complete, Path::new("none.bin")).len(), 3);
    }

    #[test]
    fn the_page_rates_nobody() {
        assert_eq!(words_off_the_page("a: 'The witness saw it',\nbias: 1,\n").len(), 1);
        assert!(words_off_the_page("// witness\na: 'not mentioned; eyewitness',\n").is_empty());
    }

    #[test]
    fn unfinished_work_is_noticed() {
        assert_eq!(words(&format!("// {}: later", UNFINISHED[0])).len(), 1);
        assert!(words("// done").is_empty());
    }
}
