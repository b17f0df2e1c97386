//! Holds a report against its gold group and counts.
//!
//! A finding is right when at least half of its cross-article pairs (of different groups; of one group for
//! `same`) are pairs of one gold fact of the same relation that no earlier finding has taken. Not held against
//! a report: an agreement that the gold does not list, a compatible pair that a gold conflict holds beside its
//! exact readings, and `only` sentences of an article that is alone in its story.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::set::{Fact, Group, Relation, Span};

/// The parts of a report that are scored.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Report {
    pub(super) stories: Vec<Vec<String>>,
    pub(super) findings: Vec<Finding>,
    pub(super) only: Vec<Place>,
}

/// One finding of a report.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Finding {
    pub(super) kind: Option<String>,
    pub(super) relation: String,
    pub(super) label: Option<String>,
    pub(super) readings: Vec<FoundReading>,
}

/// One reading of a finding.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct FoundReading {
    pub(super) article: String,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) group: i64,
    pub(super) by: Option<Speaker>,
}

/// Who is named for a reading.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Speaker {
    pub(super) text: Option<String>,
}

/// Some words of one article.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Place {
    pub(super) article: String,
    pub(super) start: i64,
    pub(super) end: i64,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) part: u32,
    pub(super) whole: u32,
}

impl Share {
    fn add(&mut self, is_part: bool) {
        self.part += u32::from(is_part);
        self.whole += 1;
    }
}

/// Precision and recall of one relation, or of `only`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Right ones of all that were shown.
    pub(super) shown: Share,
    /// Found ones of all that the gold lists.
    pub(super) gold: Share,
}

/// The counts over some groups.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// By relation.
    pub(super) relations: BTreeMap<Relation, Counts>,
    /// By kind and relation: shown by the finding's kind, gold by the fact's.
    pub(super) kinds: BTreeMap<(String, Relation), Counts>,
    /// Sentences that one article alone has.
    pub(super) only: Counts,
    /// Agreements shown that the gold does not list.
    pub(super) unlisted: u32,
    /// Pairs of articles that are rightly together or apart.
    pub(super) stories: Share,
    /// Right findings that name the fact's kind.
    pub(super) kind: Share,
    /// Readings of right findings that name the gold's speaker.
    pub(super) by: Share,
    /// One text a miss and a false alarm.
    pub(super) errors: Vec<String>,
}

/// Words of one article by their span.
type Side<'g> = (&'g str, Span);

/// A gold fact while its group is scored.
struct Candidate<'g> {
    fact: &'g Fact,
    pairs: Vec<(Side<'g>, Side<'g>)>,
    is_taken: bool,
    /// The other relations under which it was shown.
    near: BTreeSet<&'static str>,
}

impl Tally {
    /// Adds the counts of one group. `kinds` names the kinds of gold facts and of findings that count.
    pub(super) fn add(&mut self, group: &Group, report: &Report, kinds: Option<&[String]>) {
        let counts = |kind: &str| kinds.is_none_or(|kinds| kinds.iter().any(|name| name == kind));
        let mut candidates: Vec<Candidate<'_>> = group
            .facts
            .iter()
            .filter(|fact| counts(&fact.kind))
            .map(|fact| Candidate { fact, pairs: fact_pairs(fact), is_taken: false, near: BTreeSet::new() })
            .collect();
        for finding in report.findings.iter().filter(|f| counts(f.kind.as_deref().unwrap_or_default())) {
            self.add_finding(group, &mut candidates, finding);
        }
        for candidate in &candidates {
            self.add_fact(group, candidate);
        }
        self.add_stories(group, report);
        self.add_only(group, report);
    }

    fn add_finding(&mut self, group: &Group, candidates: &mut [Candidate<'_>], finding: &Finding) {
        let Some(relation) = Relation::from_name(&finding.relation) else { return };
        let spans: Vec<Side<'_>> =
            finding.readings.iter().map(|r| (r.article.as_str(), Span { start: r.start, end: r.end })).collect();
        let labels: Vec<_> = finding.readings.iter().map(|r| (r.article.as_str(), r.group)).collect();
        let mine: Vec<_> = pairs(&labels, relation).into_iter().map(|(i, j)| (spans[i], spans[j])).collect();
        if mine.is_empty() {
            return;
        }
        let (mut verdict, mut best) = ("false alarm".to_owned(), None);
        for (n, candidate) in candidates.iter_mut().enumerate() {
            let hits = mine.iter().filter(|(a, b)| is_pair(&candidate.pairs, *a, *b)).count();
            if hits == 0 || 2 * hits < mine.len() {
                continue;
            }
            let wanted = candidate.fact.relation;
            if wanted == Relation::Conflict && relation == Relation::Compatible && is_loose(candidate.fact, &mine) {
                return; // Part of a conflict: shown rightly, and listed there.
            }
            if wanted != relation {
                verdict = format!("is {}", wanted.name());
                candidate.near.insert(relation.name());
            } else if candidate.is_taken {
                verdict = "duplicate".to_owned();
            } else {
                best = Some(n);
                break;
            }
        }
        // The gold lists only the hard facts that agree, so that another agreement is no false alarm.
        if relation == Relation::Same && best.is_none() && verdict == "false alarm" {
            self.unlisted += 1;
            return;
        }
        self.relations.entry(relation).or_default().shown.add(best.is_some());
        let kind = finding.kind.clone().unwrap_or_default();
        self.kinds.entry((kind, relation)).or_default().shown.add(best.is_some());
        if let Some(n) = best {
            candidates[n].is_taken = true;
            let fact = candidates[n].fact;
            self.kind.add(finding.kind.as_ref() == Some(&fact.kind));
            self.add_speakers(fact, finding);
        } else {
            let label = [&finding.label, &finding.kind].into_iter().flatten().find(|text| !text.is_empty());
            self.errors.push(listing(
                format!(
                    "{} · {} shown, {verdict} · {}",
                    group.id,
                    relation.name(),
                    label.map_or("None", String::as_str)
                ),
                spans.iter().take(4).map(|(article, span)| group.words(article, *span)),
            ));
        }
    }

    fn add_speakers(&mut self, fact: &Fact, finding: &Finding) {
        for gold in &fact.readings {
            let Some(want) = gold.by.as_ref().map(|by| by.to_lowercase()) else { continue };
            let found = finding
                .readings
                .iter()
                .find(|r| r.article == gold.article && gold.span.is_same_place(Span { start: r.start, end: r.end }));
            if let Some(found) = found {
                let said =
                    found.by.as_ref().and_then(|by| by.text.as_ref()).map_or_else(String::new, |t| t.to_lowercase());
                self.by.add(!said.is_empty() && (want.contains(&said) || said.contains(&want)));
            }
        }
    }

    fn add_fact(&mut self, group: &Group, candidate: &Candidate<'_>) {
        let Candidate { fact, is_taken, near, .. } = candidate;
        self.relations.entry(fact.relation).or_default().gold.add(*is_taken);
        self.kinds.entry((fact.kind.clone(), fact.relation)).or_default().gold.add(*is_taken);
        if !is_taken {
            let near: Vec<_> = near.iter().copied().collect();
            let seen = if near.is_empty() { String::new() } else { format!(" (shown as {})", near.join(", ")) };
            self.errors.push(listing(
                format!("{} · {} missed{seen} · {}: {}", group.id, fact.relation.name(), fact.kind, fact.about),
                fact.readings.iter().take(4).map(|r| group.words(&r.article, r.span)),
            ));
        }
    }

    /// Counts the pairs of articles that are rightly together or apart.
    fn add_stories(&mut self, group: &Group, report: &Report) {
        let (want, got) = (story_of(&group.stories), story_of(&report.stories));
        let ids: Vec<&str> = want.keys().copied().collect();
        for (n, x) in ids.iter().enumerate() {
            for y in &ids[n + 1..] {
                let is_one = want[x] == want[y];
                let is_shown_as_one = got.contains_key(x) && got.get(x) == got.get(y);
                self.stories.add(is_one == is_shown_as_one);
                if is_one != is_shown_as_one {
                    let are = if is_one { "one story" } else { "apart" };
                    self.errors.push(format!("{} · stories: {x} and {y} are {are}", group.id));
                }
            }
        }
    }

    /// Counts the sentences that one article alone has; a sentence is found by most of its anchor.
    fn add_only(&mut self, group: &Group, report: &Report) {
        let is_alone = |id: &str| group.stories.iter().any(|story| story.len() == 1 && story[0] == id);
        let mut hit = BTreeSet::new();
        for shown in report.only.iter().filter(|s| !is_alone(&s.article)) {
            let found = group.only.iter().position(|gold| {
                let inside = gold.span.end.min(shown.end) - gold.span.start.max(shown.start);
                gold.article == shown.article && 2 * inside > gold.span.end - gold.span.start
            });
            self.only.shown.add(found.is_some());
            hit.extend(found);
        }
        self.only.gold.part += hit.len() as u32;
        self.only.gold.whole += group.only.len() as u32;
    }
}

fn listing(head: String, words: impl Iterator<Item = String>) -> String {
    format!("{head}\n    {}", words.collect::<Vec<_>>().join("\n    "))
}

fn story_of(stories: &[Vec<String>]) -> BTreeMap<&str, usize> {
    stories.iter().enumerate().flat_map(|(n, story)| story.iter().map(move |id| (id.as_str(), n))).collect()
}

/// The index pairs of readings, each `(article, group)`, that carry a relation: across articles, of one group
/// for `same` and of different groups otherwise.
fn pairs(readings: &[(&str, i64)], relation: Relation) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, a) in readings.iter().enumerate() {
        for (j, b) in readings.iter().enumerate().skip(i + 1) {
            if a.0 != b.0 && (a.1 == b.1) == (relation == Relation::Same) {
                found.push((i, j));
            }
        }
    }
    found
}

fn fact_pairs(fact: &Fact) -> Vec<(Side<'_>, Side<'_>)> {
    let labels: Vec<_> = fact.readings.iter().map(|r| (r.article.as_str(), r.group)).collect();
    let side = |n: usize| (fact.readings[n].article.as_str(), fact.readings[n].span);
    pairs(&labels, fact.relation).into_iter().map(|(i, j)| (side(i), side(j))).collect()
}

fn same_side(gold: Side<'_>, found: Side<'_>) -> bool {
    gold.0 == found.0 && gold.1.is_same_place(found.1)
}

fn is_pair(gold: &[(Side<'_>, Side<'_>)], a: Side<'_>, b: Side<'_>) -> bool {
    gold.iter().any(|(x, y)| (same_side(*x, a) && same_side(*y, b)) || (same_side(*x, b) && same_side(*y, a)))
}

/// Whether some of the pairs rest on a reading that the gold calls approximate or vague.
fn is_loose(fact: &Fact, mine: &[(Side<'_>, Side<'_>)]) -> bool {
    let loose: Vec<Side<'_>> =
        fact.readings.iter().filter(|r| r.is_loose).map(|r| (r.article.as_str(), r.span)).collect();
    loose.iter().any(|gold| mine.iter().any(|(a, b)| same_side(*gold, *a) || same_side(*gold, *b)))
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
