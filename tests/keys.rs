//! Blocking keys gather the reports of one event: on the groups of reports that lie in the repository.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use variorum::{exchange::keys::keys, read, report::ArticleInput};

/// The keys of each article of each group.
fn groups() -> Vec<Vec<BTreeSet<String>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/written");
    let mut groups: Vec<_> = fs::read_dir(folder)
        .expect("the groups are there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    groups.sort();
    let of = |path: &Path| {
        let text = fs::read_to_string(path).expect("it is UTF-8");
        let facts = read(&ArticleInput { id: "a".into(), text, ..ArticleInput::default() }).expect("it is taken");
        let listed = keys(&facts);
        let unique: BTreeSet<String> = listed.iter().cloned().collect();
        assert_eq!(unique.len(), listed.len(), "each key stands once");
        unique
    };
    let articles = |group: &std::path::PathBuf| {
        let files = fs::read_dir(group).expect("it is a folder").map(|entry| entry.expect("it can be read").path());
        files.filter(|file| file.extension().is_some_and(|end| end == "txt")).map(|file| of(&file)).collect()
    };
    groups.iter().map(articles).collect()
}

#[test]
fn reports_of_one_event_share_a_key_and_few_others_do() {
    let groups = groups();
    let mut blocks: BTreeMap<&String, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let (mut together, mut pairs) = (0, 0);
    for (group, articles) in groups.iter().enumerate() {
        for (at, keys) in articles.iter().enumerate() {
            for key in keys {
                blocks.entry(key).or_default().insert((group, at));
            }
            for other in &articles[at + 1..] {
                pairs += 1;
                together += usize::from(!keys.is_disjoint(other));
            }
        }
    }
    assert!(pairs > 30 && together * 100 >= pairs * 95, "{together} of {pairs} pairs share a key");
    let articles: usize = groups.iter().map(Vec::len).sum();
    let (largest, block) = blocks.iter().max_by_key(|(_, block)| block.len()).expect("there are keys");
    assert!(block.len() * 5 <= articles, "{largest} gathers {} of {articles}", block.len());
    let all: usize = groups.iter().flatten().map(BTreeSet::len).sum();
    assert!(all <= articles * 60, "{all} keys of {articles} articles");
}
