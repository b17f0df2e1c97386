//! The papers at the root stay true: their links lead somewhere, and what they quote is what the engine gives.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use variorum::{Request, compare, report::ArticleInput};

const PAPERS: [&str; 6] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "DESIGN.md", "SECURITY.md", "CHANGELOG.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn paper(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the paper stands at the root")
}

/// The targets of the links of a paper, but for those into the web.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| Some(&rest[..rest.find(')')?]))
        .filter(|target| !target.starts_with("http"))
}

/// The anchor that a heading gets where Markdown is shown: small letters, hyphens for blanks, no marks.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

/// The fenced blocks of a kind, in order.
fn blocks<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let open = format!("```{kind}\n");
    text.split(&open).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn every_link_leads_somewhere() {
    for name in PAPERS {
        let text = paper(name);
        for link in links(&text) {
            let (file, section) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { name } else { file };
            assert!(root().join(target).exists(), "{name}: nothing stands at {link}");
            let has_section = || {
                let text = paper(target);
                text.lines().any(|line| line.starts_with('#') && anchor(line.trim_start_matches(['#', ' '])) == section)
            };
            assert!(section.is_empty() || has_section(), "{name}: {target} has no section {section}");
        }
    }
}

#[test]
fn the_architecture_names_every_stage_and_word_list() {
    let text = paper("ARCHITECTURE.md");
    let names = |folder: &str, ending: &str| -> Vec<String> {
        let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name.ends_with(ending) || ending == "/" && Path::new(name).extension().is_none());
        names.sort();
        names
    };
    let stages = names("src", "/");
    assert!(stages.len() > 6, "{stages:?}");
    for stage in stages {
        assert!(text.contains(&format!("src/{stage}")), "ARCHITECTURE.md does not name src/{stage}");
    }
    for list in names("src/language/lexicon/en", ".txt") {
        assert!(text.contains(&list), "ARCHITECTURE.md does not say what {list} is for");
    }
}

#[test]
fn the_pair_that_the_architecture_follows_gives_what_it_quotes() {
    let text = paper("ARCHITECTURE.md");
    let articles = blocks(&text, "text");
    let article = |id: &str, opening: &str, published: &str| {
        let text = articles.iter().find(|block| block.starts_with(opening)).expect("the article is quoted");
        ArticleInput {
            id: id.to_owned(),
            text: format!("{text}\n"),
            published: Some(published.to_owned()),
            ..ArticleInput::default()
        }
    };
    let articles = vec![article("a", "Blast", "2025-06-04"), article("b", "Depot", "2025-06-05")];
    let report = compare(&Request { articles, options: None }).expect("two short articles are taken");
    let first = serde_json::to_value(&report.findings[0]).expect("a report can be written");
    let quoted = blocks(&text, "json")[0].replace(", …", "");
    let quoted: Value = serde_json::from_str(&quoted).expect("the excerpt is JSON but for its ellipsis");
    for (key, value) in quoted.as_object().expect("a finding is an object") {
        assert_eq!(&first[key], value, "ARCHITECTURE.md quotes another {key}");
    }
    let name =
        |feature| serde_json::to_value(feature).expect("it is a name").as_str().map(str::to_owned).unwrap_or_default();
    for link in &report.findings[0].receipt.links {
        let parts: Vec<String> = link.parts.iter().map(|part| format!("{} {}", name(part.part), part.points)).collect();
        let line = format!("{} = {}", link.score, parts.join(", "));
        assert!(text.contains(&line), "ARCHITECTURE.md does not quote the points: {line}");
    }
}

#[test]
fn the_readme_shows_what_the_command_line_prints() {
    let example = fs::read_to_string(root().join("www/src/examples/ferry.json")).expect("the example is there");
    let example: Request = serde_json::from_str(&example).expect("an example is a request");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let files = ["courier.txt", "herald.txt"].map(|name| folder.join(name));
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.arg("compare").args(["--outlet", "Courier", "--outlet", "Herald"]);
    for (file, article) in files.iter().zip(&example.articles) {
        fs::write(file, &article.text).expect("the target folder can be written");
        command.arg("--published").arg(article.published.as_ref().expect("the example says when")).arg(file);
    }
    let output = command.env_remove("CLICOLOR_FORCE").output().expect("the program starts");
    let printed = String::from_utf8(output.stdout).expect("a report is UTF-8");
    let text = paper("README.md");
    let excerpt = blocks(&text, "text").into_iter().find(|block| block.starts_with('━')).expect("an excerpt is shown");
    // The excerpt leaves findings out between its paragraphs, and nothing within one.
    for paragraph in excerpt.split("\n\n") {
        assert!(printed.contains(paragraph), "README.md shows what is not printed:\n{paragraph}\nin\n{printed}");
    }
}
