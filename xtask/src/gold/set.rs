//! Gold groups as they lie on disk: reports of the news with the facts that people found in them.
//!
//! A group is a folder with a `gold.json` and one text file a report. Each annotated phrase is given as an
//! `anchor`, which stands exactly once in the report, and a `value`, which stands exactly once in the anchor.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The kinds of fact, in the project's one order.
pub(super) const KINDS: [&str; 13] = [
    "count",
    "money",
    "percent",
    "measure",
    "time",
    "place",
    "person",
    "organisation",
    "quote",
    "attribution",
    "certainty",
    "polarity",
    "other",
];

const PRECISIONS: [&str; 3] = ["exact", "approximate", "vague"];

/// How the readings of one thing relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    Conflict,
    Contested,
    Compatible,
    Same,
}

impl Relation {
    /// Every relation, in the order of the tables.
    pub(super) const ALL: [Self; 4] = [Self::Conflict, Self::Contested, Self::Compatible, Self::Same];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Contested => "contested",
            Self::Compatible => "compatible",
            Self::Same => "same",
        }
    }

    /// The relation of that name, if there is one.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.name() == name)
    }
}

/// A half-open range of UTF-16 code units of one article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: i64,
    pub(super) end: i64,
}

impl Span {
    /// Whether two spans mean the same words: "10" and "10 police officers" do; a sentence does not.
    ///
    /// A fifth of the gold words must be covered, and at most 30 units more than the gold may be marked: the
    /// bounds of the first scorer, kept so that figures stay comparable.
    pub(super) fn is_same_place(self, found: Self) -> bool {
        let length = self.end - self.start;
        let overlap = self.end.min(found.end) - self.start.max(found.start);
        overlap > 0 && 5 * overlap >= length && found.end - found.start <= length + 30
    }
}

/// One gold group, its phrases resolved to spans.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) articles: Vec<Article>,
    pub(super) stories: Vec<Vec<String>>,
    pub(super) facts: Vec<Fact>,
    pub(super) only: Vec<Only>,
}

/// One report of a group.
#[derive(Debug, Clone)]
pub(super) struct Article {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
}

/// One annotated fact.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    pub(super) kind: String,
    pub(super) about: String,
    pub(super) relation: Relation,
    pub(super) readings: Vec<Reading>,
}

/// What one report says about a fact, at one place.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) article: String,
    pub(super) span: Span,
    pub(super) group: i64,
    /// Whether the words are approximate or vague.
    pub(super) is_loose: bool,
    /// Whom the report names for it.
    pub(super) by: Option<String>,
}

/// A sentence whose main information no other report of the story has.
#[derive(Debug, Clone)]
pub(super) struct Only {
    pub(super) article: String,
    pub(super) span: Span,
}

impl Group {
    /// The group's request, as `variorum batch` reads it.
    pub(super) fn request(&self) -> serde_json::Value {
        let articles: Vec<_> = self
            .articles
            .iter()
            .map(|a| serde_json::json!({ "id": a.id, "text": a.text, "outlet": a.outlet, "published": a.published }))
            .collect();
        serde_json::json!({ "articles": articles })
    }

    /// The words of a span in brackets, with 40 units of text on either side.
    pub(super) fn words(&self, article: &str, span: Span) -> String {
        let Some(found) = self.articles.iter().find(|a| a.id == article) else {
            return format!("{article}: no such article");
        };
        let units: Vec<u16> = found.text.encode_utf16().collect();
        let part = |start: i64, end: i64| {
            let clamp = |at: i64| usize::try_from(at).unwrap_or(0).min(units.len());
            String::from_utf16_lossy(units.get(clamp(start)..clamp(end)).unwrap_or_default())
        };
        let (before, after) = (part(span.start - 40, span.start), part(span.end, span.end + 40));
        format!("{article}: …{before}[{}]{after}…", part(span.start, span.end)).replace('\n', " ")
    }
}

/// The sets below the folders, by name; a set is the folder that a group's folder lies in.
///
/// A group that stands in two of the folders, known by its id, counts where it comes first.
///
/// # Errors
/// When a folder cannot be read, or a group has faults: then all faults of all groups are listed.
pub(super) fn load(roots: &[PathBuf]) -> Result<BTreeMap<String, Vec<Group>>> {
    let (mut sets, mut faults) = (BTreeMap::<String, Vec<Group>>::new(), Vec::new());
    let mut known = BTreeSet::new();
    for root in roots {
        let mut folders = BTreeSet::new();
        find_groups(root, &mut folders)?;
        for folder in folders {
            match read_group(&folder)? {
                Ok(group) if known.insert(group.id.clone()) => {
                    sets.entry(set_name(root, &folder)).or_default().push(group);
                }
                Ok(_) => {}
                Err(found) => faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", folder.display()))),
            }
        }
    }
    if !faults.is_empty() {
        bail!("{}\n{} faults in the gold sets: mend them first", faults.join("\n"), faults.len());
    }
    Ok(sets)
}

/// The name of the set that a group's folder lies in: its path below the root.
fn set_name(root: &Path, folder: &Path) -> String {
    match folder.parent().map(|parent| parent.strip_prefix(root)) {
        Some(Ok(inner)) if !inner.as_os_str().is_empty() => inner.display().to_string(),
        _ => root.file_name().map_or_else(|| "gold".to_owned(), |name| name.to_string_lossy().into_owned()),
    }
}

/// One group, or what is wrong with its annotations.
///
/// # Errors
/// When a file cannot be read or is malformed.
fn read_group(folder: &Path) -> Result<Result<Group, Vec<String>>> {
    let file = folder.join("gold.json");
    let json = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let raw: RawGroup = serde_json::from_str(&json).with_context(|| format!("{} is malformed", file.display()))?;
    let mut texts = BTreeMap::new();
    for article in &raw.articles {
        let file = folder.join(&article.file);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        texts.insert(article.id.clone(), text);
    }
    Ok(raw.resolve(&texts))
}

fn find_groups(folder: &Path, found: &mut BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            find_groups(&path, found)?;
        } else if path.file_name().is_some_and(|name| name == "gold.json") {
            found.insert(folder.to_path_buf());
        }
    }
    Ok(())
}

/// `gold.json` as written.
#[derive(Debug, Deserialize)]
pub(super) struct RawGroup {
    id: String,
    articles: Vec<RawArticle>,
    stories: Vec<Vec<String>>,
    facts: Vec<RawFact>,
    #[serde(default)]
    only: Vec<RawOnly>,
}

#[derive(Debug, Deserialize)]
struct RawArticle {
    id: String,
    file: String,
    outlet: Option<String>,
    published: Option<String>,
}

#[derive(Debug, Deserialize)]
struct RawFact {
    kind: String,
    about: String,
    relation: String,
    readings: Vec<RawReading>,
}

#[derive(Debug, Deserialize)]
struct RawReading {
    article: String,
    anchor: String,
    value: String,
    group: i64,
    precision: Option<String>,
    by: Option<String>,
}

#[derive(Debug, Deserialize)]
struct RawOnly {
    article: String,
    anchor: String,
}

impl RawGroup {
    /// Checks the annotations and finds each phrase in its text.
    ///
    /// # Errors
    /// Every fault in words: a phrase that is missing or stands twice, a relation that its groups belie, …
    pub(super) fn resolve(self, texts: &BTreeMap<String, String>) -> Result<Group, Vec<String>> {
        let mut faults = Vec::new();
        let story_of: BTreeMap<&String, usize> =
            self.stories.iter().enumerate().flat_map(|(n, story)| story.iter().map(move |id| (id, n))).collect();
        let placed = self.stories.iter().map(Vec::len).sum::<usize>();
        if !story_of.keys().copied().eq(texts.keys()) || placed != texts.len() {
            faults.push("stories do not partition the articles".to_owned());
        }
        let mut facts = Vec::new();
        for (n, fact) in self.facts.iter().enumerate() {
            let here = format!("fact {n} ({})", fact.about);
            faults.extend(fact.faults(&story_of).into_iter().map(|fault| format!("{here}: {fault}")));
            let mut readings = Vec::new();
            for reading in &fact.readings {
                match locate(texts, &reading.article, &reading.anchor, &reading.value) {
                    Ok(span) => readings.push(Reading {
                        article: reading.article.clone(),
                        span,
                        group: reading.group,
                        is_loose: reading.precision.as_deref().is_some_and(|precision| precision != "exact"),
                        by: reading.by.clone(),
                    }),
                    Err(fault) => faults.push(format!("{here}: {fault}")),
                }
            }
            if let Some(relation) = Relation::from_name(&fact.relation) {
                facts.push(Fact { kind: fact.kind.clone(), about: fact.about.clone(), relation, readings });
            }
        }
        let mut only = Vec::new();
        for (n, sentence) in self.only.iter().enumerate() {
            match locate(texts, &sentence.article, &sentence.anchor, &sentence.anchor) {
                Ok(span) => only.push(Only { article: sentence.article.clone(), span }),
                Err(fault) => faults.push(format!("only {n}: {fault}")),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let articles = self
            .articles
            .into_iter()
            .map(|RawArticle { id, outlet, published, .. }| {
                let text = texts.get(&id).cloned().unwrap_or_default();
                Article { id, text, outlet, published }
            })
            .collect();
        Ok(Group { id: self.id, articles, stories: self.stories, facts, only })
    }
}

impl RawFact {
    fn faults(&self, story_of: &BTreeMap<&String, usize>) -> Vec<String> {
        let mut faults = Vec::new();
        if !KINDS.contains(&self.kind.as_str()) {
            faults.push(format!("kind {:?}", self.kind));
        }
        let relation = Relation::from_name(&self.relation);
        if relation.is_none() {
            faults.push(format!("relation {:?}", self.relation));
        }
        if self.readings.iter().map(|r| &r.article).collect::<BTreeSet<_>>().len() < 2 {
            faults.push("readings in fewer than two articles".to_owned());
        }
        if self.readings.iter().map(|r| story_of.get(&r.article)).collect::<BTreeSet<_>>().len() != 1 {
            faults.push("readings across stories".to_owned());
        }
        let groups = self.readings.iter().map(|r| r.group).collect::<BTreeSet<_>>().len();
        if (relation == Some(Relation::Same)) != (groups == 1) {
            faults.push(format!("relation {} with {groups} group(s)", self.relation));
        }
        for precision in self.readings.iter().filter_map(|r| r.precision.as_deref()) {
            if !PRECISIONS.contains(&precision) {
                faults.push(format!("precision {precision:?}"));
            }
        }
        faults
    }
}

/// The span of `value` inside `anchor` inside the article's text.
fn locate(texts: &BTreeMap<String, String>, article: &str, anchor: &str, value: &str) -> Result<Span, String> {
    let text = texts.get(article).ok_or_else(|| format!("no article {article:?}"))?;
    let (times, inner) = (text.matches(anchor).count(), anchor.matches(value).count());
    let (Some(outer_at), 1) = (text.find(anchor), times) else {
        return Err(format!("anchor stands {times} times in {article}: {anchor:?}"));
    };
    let (Some(inner_at), 1) = (anchor.find(value), inner) else {
        return Err(format!("value stands {inner} times in its anchor: {value:?} in {anchor:?}"));
    };
    let start = outer_at + inner_at;
    let units = |bytes: &str| bytes.encode_utf16().count() as i64;
    let before = units(&text[..start]);
    Ok(Span { start: before, end: before + units(value) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_phrase_is_found_in_utf16_units() {
        let texts = texts(&[("a", "🙂 left 12 hurt, 12 dead")]);
        assert_eq!(locate(&texts, "a", "left 12", "12"), Ok(Span { start: 8, end: 10 }));
    }

    #[test]
    fn a_phrase_that_stands_twice_is_a_fault() {
        let texts = texts(&[("a", "12 hurt, 12 dead")]);
        let fault = locate(&texts, "a", "12", "12").unwrap_err();
        assert_eq!(fault, "anchor stands 2 times in a: \"12\"");
    }

    #[test]
    fn the_groups_of_the_repository_are_sound_and_count_once() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/gold");
        let sets = load(&[root.clone(), root]).unwrap();
        let groups: BTreeMap<&str, usize> = sets.iter().map(|(name, groups)| (name.as_str(), groups.len())).collect();
        assert_eq!(groups, BTreeMap::from([("held-out", 9), ("written", 20)]));
    }

    #[test]
    fn every_fault_of_a_group_is_listed() {
        let raw: RawGroup = serde_json::from_str(
            r#"{"id": "g", "articles": [{"id": "a", "file": "a.txt"}, {"id": "b", "file": "b.txt"}],
                "stories": [["a"], ["b"]],
                "facts": [{"kind": "colour", "about": "x", "relation": "same", "readings": [
                    {"article": "a", "anchor": "one", "value": "one", "group": 0},
                    {"article": "b", "anchor": "two", "value": "two", "group": 1, "precision": "dim"}]}],
                "only": [{"article": "b", "anchor": "missing"}]}"#,
        )
        .unwrap();
        let faults = raw.resolve(&texts(&[("a", "one"), ("b", "two")])).unwrap_err();
        assert_eq!(
            faults,
            [
                "fact 0 (x): kind \"colour\"",
                "fact 0 (x): readings across stories",
                "fact 0 (x): relation same with 2 group(s)",
                "fact 0 (x): precision \"dim\"",
                "only 0: anchor stands 0 times in b: \"missing\"",
            ]
        );
    }
}
