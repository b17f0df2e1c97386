//! What the laws are tried on: the project's examples, reports made by rule, and the gold groups.

use std::{fs, path::PathBuf};

use proptest::{prelude::*, sample::select};
use variorum::report::{ArticleInput, Request};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The example comparisons of the page, by name.
pub(crate) fn examples() -> Vec<(String, Request)> {
    let folder = root().join("www/src/examples");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the examples stand in www/src/examples")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "there is an example");
    let request = |path: &PathBuf| {
        let json = fs::read_to_string(path).expect("an example can be read");
        serde_json::from_str(&json).expect("an example is a request")
    };
    let name = |path: &PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), request(path))).collect()
}

/// The annotated groups, by name; those of real reports where they stand beside the project.
pub(crate) fn gold() -> Vec<(String, Request)> {
    let mut groups = Vec::new();
    for set in ["tests/gold/written", "tests/gold/held-out", "../shared/gold/real"] {
        let Ok(folders) = fs::read_dir(root().join(set)) else { continue };
        let mut folders: Vec<PathBuf> = folders.flatten().map(|entry| entry.path()).collect();
        folders.sort();
        groups.extend(folders.into_iter().filter_map(|folder| {
            let description = fs::read_to_string(folder.join("gold.json")).ok()?;
            let description: serde_json::Value = serde_json::from_str(&description).ok()?;
            let article = |entry: &serde_json::Value| {
                let id = entry["id"].as_str()?.to_owned();
                let text = fs::read_to_string(folder.join(format!("{id}.txt"))).ok()?;
                let published = entry["published"].as_str().map(str::to_owned);
                Some(ArticleInput { id, text, published, ..ArticleInput::default() })
            };
            let articles = description["articles"].as_array()?.iter().map(article).collect::<Option<Vec<_>>>()?;
            Some((folder.display().to_string(), Request { articles, options: None }))
        }));
    }
    groups
}

/// One of the examples.
pub(crate) fn example() -> impl Strategy<Value = Request> {
    select(examples()).prop_map(|(_, request)| request)
}

/// Two or three reports of one event, made by rule: the same sentences in other orders, with other figures and
/// other words for them.
pub(crate) fn invented() -> impl Strategy<Value = Request> {
    prop::collection::vec(report(), 2..4).prop_map(|texts| {
        let article = |(at, text): (usize, String)| ArticleInput {
            id: ["a", "b", "c"][at].to_owned(),
            text,
            published: Some("2024-06-12".to_owned()),
            ..ArticleInput::default()
        };
        Request { articles: texts.into_iter().enumerate().map(article).collect(), options: None }
    })
}

/// A report of the one invented fire.
pub(crate) fn report() -> impl Strategy<Value = String> {
    let pick = |choices: &'static [&'static str]| select(choices);
    let hurt = pick(&["14", "fourteen", "at least 12", "41", "about 15", "dozens of", "1,400", "no fewer than 9"]);
    let cost = pick(&["$1.5 million", "£1.5m", "more than $2m", "€1,500,000", "1.5 million dollars", "3bn yen"]);
    let share = pick(&["half", "50 per cent", "two-thirds", "48%", "nearly 60 percent", "a third"]);
    let size = pick(&["two miles", "3.2 km", "3,200 metres", "almost two miles"]);
    let when = pick(&["on Tuesday night", "on June 11", "late on Tuesday", "at 9:40 p.m. on Monday", "last week"]);
    let who = pick(&["police", "Fire chief Ada Lindqvist", "the Kelness Harbour Board", "a union official"]);
    (hurt, cost, share, size, when, who, 0..4_usize).prop_map(|(hurt, cost, share, size, when, who, turn)| {
        let mut body = [
            format!("A fire at the Kelness cannery injured {hurt} workers {when}, {who} said."),
            "“We ran for our lives,” said Maria Kovač, 43, a packer at the cannery’s fish hall.".to_owned(),
            format!("The blaze destroyed {share} of the Kelness plant and caused damage of {cost}, {who} said."),
            format!("Smoke drifted {size} over Kelness harbour – far beyond the cannery’s fences."),
        ];
        body.rotate_left(turn);
        format!("Fire at Kelness cannery hurts workers\n\n{}\n", body.join("\n\n"))
    })
}

/// Examples and invented groups, in equal parts.
pub(crate) fn group() -> impl Strategy<Value = Request> {
    prop_oneof![example(), invented()]
}

/// How often a law is tried that compares whole articles. The tests are built without optimisation, and a
/// comparison of three reports takes tens of milliseconds there.
pub(crate) fn few() -> ProptestConfig {
    ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() }
}

/// How often a law is tried that looks at short texts only.
pub(crate) fn many() -> ProptestConfig {
    ProptestConfig { cases: 192, ..ProptestConfig::default() }
}
