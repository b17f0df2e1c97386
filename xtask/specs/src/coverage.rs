//! How many of the phrases that people annotated a mention covers, by family of kinds.
//!
//! The gold groups are those of `cargo xtask gold`. A phrase counts as covered when a mention of a kind of its family
//! marks the same words; each phrase counts once, however many facts it is part of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, anyhow};
use variorum::report::ArticleInput;

use crate::gold::{self, Group, Span};

/// Kinds that are measured together.
pub(crate) struct Family {
    /// Its name in the table and the floors.
    pub(crate) name: &'static str,
    kinds: &'static [&'static str],
    /// The rate below which the engine is not good enough.
    pub(crate) must: f64,
    /// The rate to work for.
    pub(crate) aim: f64,
}

/// The families, in the order of the table.
pub(crate) const FAMILIES: [Family; 5] = [
    Family {
        name: "gold-numbers-and-times",
        kinds: &["count", "money", "percent", "measure", "time"],
        must: 0.95,
        aim: 0.98,
    },
    Family { name: "gold-names", kinds: &["person", "organisation", "place"], must: 0.90, aim: 0.95 },
    Family { name: "gold-quotes-and-attribution", kinds: &["quote", "attribution"], must: 0.85, aim: 0.92 },
    Family { name: "gold-certainty-and-polarity", kinds: &["certainty", "polarity"], must: 0.70, aim: 0.85 },
    Family { name: "gold-other", kinds: &["other"], must: 0.0, aim: 0.0 },
];

/// Phrases of a family, and how many of them a mention covers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Coverage {
    pub(crate) phrases: usize,
    pub(crate) covered: usize,
}

/// Measures the families on all groups below a folder; what is missed is printed for those families that
/// `tell` names.
///
/// # Errors
/// When a group is malformed or the engine refuses an article.
pub(crate) fn measure(folder: &Path, tell: impl Fn(&str) -> bool) -> Result<Vec<Coverage>> {
    let mut coverage = vec![Coverage::default(); FAMILIES.len()];
    for group in gold::load(&[folder.to_path_buf()])?.values().flatten() {
        add(group, &mut coverage, &tell)?;
    }
    Ok(coverage)
}

fn add(group: &Group, coverage: &mut [Coverage], tell: &impl Fn(&str) -> bool) -> Result<()> {
    let mut found: BTreeMap<&str, Vec<(String, Span)>> = BTreeMap::new();
    for article in &group.articles {
        let input = ArticleInput {
            id: article.id.clone(),
            text: article.text.clone(),
            published: article.published.clone(),
            ..ArticleInput::default()
        };
        let facts = variorum::read(&input).map_err(|refused| anyhow!("{} {}: {refused}", group.id, article.id))?;
        let place = |mention: &variorum::report::Mention| {
            let span = Span { start: mention.start.into(), end: mention.end.into() };
            (format!("{:?}", mention.kind).to_lowercase(), span)
        };
        found.insert(&article.id, facts.mentions.iter().map(place).collect());
    }
    let phrases: BTreeSet<(&str, &str, i64, i64)> = group
        .facts
        .iter()
        .flat_map(|fact| {
            fact.readings.iter().map(move |r| (fact.kind.as_str(), r.article.as_str(), r.span.start, r.span.end))
        })
        .collect();
    for (kind, article, start, end) in phrases {
        let Some(at) = FAMILIES.iter().position(|family| family.kinds.contains(&kind)) else { continue };
        let span = Span { start, end };
        let mentions = found.get(article).map_or(&[][..], Vec::as_slice);
        let is_covered =
            mentions.iter().any(|(of, place)| FAMILIES[at].kinds.contains(&of.as_str()) && span.is_same_place(*place));
        coverage[at].phrases += 1;
        coverage[at].covered += usize::from(is_covered);
        if !is_covered && tell(FAMILIES[at].name) {
            println!("  {} {kind} {}", group.id, group.words(article, span));
        }
    }
    Ok(())
}
