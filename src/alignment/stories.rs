//! Which reports are about the same main event.
//!
//! Reports of one event share names, and they share them early; reports of two similar events share the words of
//! their topic. So the likeness of two reports is the share of their terms and of their names that the other has,
//! how far the names of each opening are known to the other, and how alike their sentences are. The further apart
//! they were published, the more must speak for them.

use super::{
    Reading,
    sentences::Likeness,
    terms::{Term, Terms},
};
use crate::language::tags::Upos;

/// Points from which two reports are taken to be about one event.
///
/// On the annotated groups, reports of two events published within days have at most 116 points; of the 60 pairs of
/// one event one has 119, all others 122 and more.
const TOGETHER: i32 = 119;

/// The same where a report's date is not known, so that nothing tells one year's quake from another's: on the
/// annotated groups reports of two events reach 169 without their dates, reports of one event have 190 and more.
const TOGETHER_UNDATED: i32 = 175;

/// Points by which the mean of two groups may stay below the threshold when their closest reports reach it: a
/// round-up must not tie two events together.
const MEAN_LEEWAY: i32 = 40;

/// Days between two reports that say nothing against one event.
const SAME_NEWS_DAYS: i32 = 4;

/// Points that each further day takes away, and the most that they can.
const DAY_COST: i32 = 3;
const MOST_DAY_COST: i32 = 90;

/// Sentences that open a report: headline, summary and first paragraph.
const OPENING: usize = 4;

/// Gathers the articles by main event; stories and their articles are in order.
#[must_use]
pub fn stories(readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Vec<Vec<usize>> {
    let profiles: Vec<Profile> = (0..readings.len()).map(|at| Profile::new(&readings[at], &terms.of[at])).collect();
    let best = best_matches(readings, likeness);
    let count = readings.len();
    let points: Vec<Vec<i32>> = (0..count)
        .map(|left| (0..count).map(|right| excess(readings, &profiles, &best, left, right)).collect())
        .collect();
    let mut pairs: Vec<(i32, usize, usize)> = Vec::new();
    for (left, row) in points.iter().enumerate() {
        pairs.extend((left + 1..count).filter(|&right| row[right] >= 0).map(|right| (row[right], left, right)));
    }
    pairs.sort_by_key(|&(excess, left, right)| (std::cmp::Reverse(excess), left, right));
    let mut story: Vec<usize> = (0..count).collect();
    for (_, left, right) in pairs {
        let (one, other) = (story[left], story[right]);
        if one == other {
            continue;
        }
        let members = |of: usize| (0..count).filter(|&at| story[at] == of).collect::<Vec<_>>();
        let (mine, theirs) = (members(one), members(other));
        let sum: i32 = mine.iter().flat_map(|&a| theirs.iter().map(move |&b| (a, b))).map(|(a, b)| points[a][b]).sum();
        if sum >= -MEAN_LEEWAY * (mine.len() * theirs.len()) as i32 {
            let (keep, gone) = (one.min(other), one.max(other));
            story.iter_mut().filter(|story| **story == gone).for_each(|story| *story = keep);
        }
    }
    let mut stories: Vec<Vec<usize>> = Vec::new();
    for at in 0..count {
        match stories.iter_mut().find(|members| story[members[0]] == story[at]) {
            Some(members) => members.push(at),
            None => stories.push(vec![at]),
        }
    }
    stories
}

/// The terms of a report that say which event it is about, each list in order and without repeats.
struct Profile {
    terms: Vec<Term>,
    names: Vec<Term>,
    opening: Vec<Term>,
    sentences: usize,
}

impl Profile {
    fn new(reading: &Reading<'_>, terms: &[Term]) -> Self {
        let document = &reading.document;
        let mut profile = Self { terms: Vec::new(), names: Vec::new(), opening: Vec::new(), sentences: 0 };
        for sentence in document.sentences.iter().filter(|sentence| sentence.part.is_report()) {
            for at in sentence.tokens.clone().filter(|&at| terms[at] != 0) {
                profile.terms.push(terms[at]);
                if document.tag(at) == Upos::Propn {
                    profile.names.push(terms[at]);
                    if profile.sentences < OPENING {
                        profile.opening.push(terms[at]);
                    }
                }
            }
            profile.sentences += 1;
        }
        for list in [&mut profile.terms, &mut profile.names, &mut profile.opening] {
            list.sort_unstable();
            list.dedup();
        }
        profile
    }
}

/// For each ordered pair of articles, the sum over the sentences of the first of their likeness to the best
/// sentence of the second.
fn best_matches(readings: &[Reading<'_>], likeness: &Likeness) -> Vec<Vec<u32>> {
    let count = readings.len();
    let mut sums = vec![vec![0; count]; count];
    for (article, reading) in readings.iter().enumerate() {
        for other in (0..count).filter(|&other| other != article) {
            let mut best = vec![0; reading.document.sentences.len()];
            for pair in likeness.of_articles(article.min(other), article.max(other)) {
                let mine = if article < other { pair.left } else { pair.right };
                best[mine.sentence] = pair.percent.max(best[mine.sentence]);
            }
            sums[article][other] = best.iter().sum();
        }
    }
    sums
}

/// Points above the threshold for two reports; below zero when they are apart.
fn excess(readings: &[Reading<'_>], profiles: &[Profile], best: &[Vec<u32>], left: usize, right: usize) -> i32 {
    let (one, other) = (&profiles[left], &profiles[right]);
    let share = |a: &[Term], b: &[Term], of: usize| percent(shared(a, b), of);
    let terms = share(&one.terms, &other.terms, one.terms.len().min(other.terms.len()));
    let names = share(&one.names, &other.names, one.names.len().min(other.names.len()));
    let opening =
        share(&one.opening, &other.terms, one.opening.len()) + share(&other.opening, &one.terms, other.opening.len());
    let (short, long, sentences) =
        if one.sentences <= other.sentences { (left, right, one.sentences) } else { (right, left, other.sentences) };
    let mean_likeness = best[short][long] as i32 / (sentences.max(1) as i32);
    let likeness = terms + names + opening / 2 + 2 * mean_likeness;
    match (readings[left].published, readings[right].published) {
        (Some(a), Some(b)) => {
            let days = (a.day.0 - b.day.0).abs();
            likeness - ((days - SAME_NEWS_DAYS).max(0).saturating_mul(DAY_COST)).min(MOST_DAY_COST) - TOGETHER
        }
        _ => likeness - TOGETHER_UNDATED,
    }
}

/// How many terms two ordered lists share.
fn shared(mut one: &[Term], mut other: &[Term]) -> usize {
    let mut count = 0;
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        count += usize::from(a == b);
        (one, other) = (if a <= b { one_rest } else { one }, if b <= a { other_rest } else { other });
    }
    count
}

fn percent(part: usize, whole: usize) -> i32 {
    (part * 100).checked_div(whole).map_or(0, |percent| percent as i32)
}
