//! Which reports are about the same main event.
//!
//! Reports of one event share names, and they share them early; reports of two similar events share the words of
//! their topic. So the likeness of two reports is how alike their names are, how far the names of each opening are
//! known to the other, whether they name the same people, the numbers that they have in common, and how alike their
//! sentences are. The further apart they were published, the more must speak for them.
//!
//! Groups of reports grow together by the mean of their likeness (average linkage, Sokal and Michener 1958), so that a
//! round-up, which is close to reports of several events, ties no two events together.

use super::{
    Reading,
    sentences::{Likeness, cosine_percent},
    terms::{Term, Terms},
};
use crate::{
    facts::{Kind, Value, name::Name},
    language::tags::Upos,
};

/// What each thing that two reports have in common is worth, in quarters of a point, and how much it takes.
struct Weights {
    /// A per cent of likeness of their names.
    names: i32,
    /// A per cent of the names of one opening that the other report has.
    opening: i32,
    /// A per cent of people that both name.
    people: i32,
    /// A number that both have, and how many of them count.
    number: i32,
    most_numbers: usize,
    /// A per cent of likeness of their sentences.
    sentences: i32,
    /// From where on they are taken to be about one event.
    together: i32,
}

/// Where the days of both are known, which tell one year's quake from another's.
///
/// On the annotated groups all but one pair of reports of two events have at most 141 points, and all but three of one
/// event 157 and more. The weights were chosen on these and on half of the events of ECB+ (Cybulska and Vossen 2014),
/// and checked on the other half.
const DATED: Weights =
    Weights { names: 10, opening: 4, people: 4, number: 80, most_numbers: 3, sentences: 4, together: 4 * 147 };

/// Where the day of one is not known: what they tell counts for more, and more of it is needed.
///
/// In the proportions of a logistic regression over the 1,337 pairs of ECB+ and of the annotated groups without their
/// dates. At this threshold nine in ten pairs of reports of two similar events stay apart.
const UNDATED: Weights =
    Weights { names: 9, opening: 2, people: 2, number: 50, most_numbers: 5, sentences: 10, together: 4 * 186 };

/// Points on either side of the threshold within which it is not clear whether a report belongs to a story.
const UNSURE: i32 = 15;

/// Days between two reports that say nothing against one event.
const SAME_NEWS_DAYS: i32 = 4;

/// Points that each further day takes away, and the most that they can.
const DAY_COST: i32 = 3;
const MOST_DAY_COST: i32 = 150;

/// Points of two reports of which one has half of its sentences from the other, but for some words.
const COPIED: i32 = 100;

/// Sentences that are copies, at least, before they speak for one event: a single one may be a set phrase, unless there
/// is no other.
const FEWEST_COPIED: usize = 2;

/// Sentences that open a report: headline, summary and first paragraph.
const OPENING: usize = 4;

/// The articles by main event.
#[derive(Debug, Clone, Default)]
pub struct Stories {
    /// Stories and their articles, in order.
    pub stories: Vec<Vec<usize>>,
    /// The articles that hardly belong to their story, or nearly to another one.
    pub unsure: Vec<usize>,
}

/// Gathers the articles by main event.
#[must_use]
pub fn stories(readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Stories {
    let profiles: Vec<Profile<'_>> =
        readings.iter().zip(&terms.of).map(|(reading, of)| Profile::new(reading, of, terms)).collect();
    let best = best_matches(readings, likeness);
    let count = readings.len();
    let mut copies = vec![0; count * count];
    for copy in likeness.parallel.all() {
        copies[copy.left.article * count + copy.right.article] += 1;
    }
    let excess = |left: usize, right: usize| {
        let copied = copies[left.min(right) * count + left.max(right)];
        let sentences = profiles[left].sentences.min(profiles[right].sentences);
        let is_copied = copied >= FEWEST_COPIED.min(sentences) && copied * 2 >= sentences.max(1);
        excess(readings, &profiles, &best, left, right) + if is_copied { COPIED } else { 0 }
    };
    let mut points: Vec<Vec<i32>> = Vec::with_capacity(count);
    for left in 0..count {
        let row = (0..count).map(|right| {
            let (one, other) = (&profiles[left], &profiles[right]);
            match points.get(right) {
                // The shorter report is held against the longer one, whichever comes first.
                Some(row) if one.sentences != other.sentences && one.people.len() != other.people.len() => row[left],
                _ if left == right => 0,
                _ => excess(left, right),
            }
        });
        let row = row.collect();
        points.push(row);
    }
    let mean = |mine: &[usize], theirs: &[usize]| -> i32 {
        let sum: i32 = mine.iter().map(|&one| theirs.iter().map(|&other| points[one][other]).sum::<i32>()).sum();
        sum.div_euclid((mine.len() * theirs.len()).max(1) as i32)
    };
    let mut stories: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    loop {
        let mut closest: Option<(i32, usize, usize)> = None;
        for left in 0..stories.len() {
            for right in left + 1..stories.len() {
                let points = mean(&stories[left], &stories[right]);
                if points >= closest.map_or(0, |(most, ..)| most + 1) {
                    closest = Some((points, left, right));
                }
            }
        }
        let Some((_, left, right)) = closest else { break };
        let gone = stories.remove(right);
        stories[left].extend(gone);
        stories[left].sort_unstable();
    }
    stories.sort_unstable();
    let is_unsure = |&at: &usize| {
        stories.iter().any(|story| {
            let others: Vec<usize> = story.iter().copied().filter(|&other| other != at).collect();
            !others.is_empty() && mean(&[at], &others).abs() <= UNSURE
        })
    };
    let unsure = (0..count).filter(is_unsure).collect();
    Stories { stories, unsure }
}

/// What a report says of which event it is about, each list in order and without repeats.
struct Profile<'r> {
    terms: Vec<Term>,
    /// The words of names with their weights: the rarer and the more often named, the more.
    names: Vec<(Term, u32)>,
    opening: Vec<Term>,
    people: Vec<&'r Name>,
    numbers: Vec<String>,
    sentences: usize,
}

impl<'r> Profile<'r> {
    fn new(reading: &'r Reading<'_>, of: &[Term], terms: &Terms) -> Self {
        let document = &reading.document;
        let (mut all, mut named, mut opening, mut sentences) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for sentence in document.sentences.iter().filter(|sentence| sentence.part.is_report()) {
            for at in sentence.tokens.clone().filter(|&at| of[at] != 0) {
                all.push(of[at]);
                if document.tag(at) == Upos::Propn {
                    named.push(of[at]);
                    if sentences < OPENING {
                        opening.push(of[at]);
                    }
                }
            }
            sentences += 1;
        }
        named.sort_unstable();
        for list in [&mut all, &mut opening] {
            list.sort_unstable();
            list.dedup();
        }
        let names = named.chunk_by(|one, other| one == other).map(|same| {
            // One and seven tenths for each doubling: close to one and the natural logarithm.
            (same[0], terms.weight(same[0]) * (10 + 7 * (same.len() as u32).ilog2()))
        });
        let facts = &reading.facts;
        let people = facts.names.entities.iter().filter(|entity| entity.kind == Kind::Person);
        let quantities = facts.mentions.iter().map(|stated| &stated.mention.value);
        let quantities = quantities.filter(|value| matches!(value, Value::Quantity(_))).map(Value::norm);
        // Days, clock times and what no rule has read, as they are written.
        let digits = (0..document.tokens.len()).map(|at| document.word(at));
        let digits = digits.filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned);
        // Numbers of one digit are in every report.
        let mut numbers: Vec<String> = quantities.chain(digits).filter(|number| number.len() > 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self {
            terms: all,
            names: names.collect(),
            opening,
            people: people.map(|entity| &*entity.name).collect(),
            numbers,
            sentences,
        }
    }

    /// How alike the names are, in per cent.
    fn names_percent(&self, other: &Self) -> i32 {
        let square = |names: &[(Term, u32)]| names.iter().map(|&(_, weight)| u64::from(weight).pow(2)).sum();
        let dot = self.names.iter().filter_map(|&(term, weight)| {
            let at = other.names.binary_search_by_key(&term, |&(term, _)| term).ok()?;
            Some(u64::from(weight) * u64::from(other.names[at].1))
        });
        cosine_percent(dot.sum(), square(&self.names), square(&other.names)) as i32
    }

    /// The share of the people of the one who names fewer that the other names as well, in per cent. Where one names
    /// nobody, nothing speaks for or against it.
    fn people_percent(&self, other: &Self) -> i32 {
        let (few, many) = if self.people.len() <= other.people.len() { (self, other) } else { (other, self) };
        if few.people.is_empty() {
            return 50;
        }
        let known = few.people.iter().filter(|name| many.people.iter().any(|other| name.is_same(other))).count();
        percent(known, few.people.len())
    }
}

/// For each ordered pair of articles, the sum over the sentences of the first of their likeness to the best
/// sentence of the second.
fn best_matches(readings: &[Reading<'_>], likeness: &Likeness) -> Vec<Vec<u32>> {
    let count = readings.len();
    let mut sums = vec![vec![0; count]; count];
    // For each sentence of the articles on the right, its best in the article on the left.
    let mut of_right: Vec<Vec<u32>> =
        readings.iter().map(|reading| vec![0; reading.document.sentences.len()]).collect();
    let mut article = 0;
    for (left, pairs) in likeness.by_left() {
        if left.article != article {
            sum_up(&mut of_right, article, &mut sums);
            article = left.article;
        }
        for of_article in pairs.collect::<Vec<_>>().chunk_by(|(one, _), (next, _)| one.article == next.article) {
            let most = of_article.iter().map(|&(_, percent)| percent).max().unwrap_or(0);
            sums[left.article][of_article[0].0.article] += most;
            for &(right, percent) in of_article {
                let best = &mut of_right[right.article][right.sentence];
                *best = percent.max(*best);
            }
        }
    }
    sum_up(&mut of_right, article, &mut sums);
    sums
}

/// Adds up, for each article, how alike its sentences are to one on the left, and forgets it.
fn sum_up(of_right: &mut [Vec<u32>], left: usize, sums: &mut [Vec<u32>]) {
    for (right, best) in of_right.iter_mut().enumerate() {
        sums[right][left] += best.iter().sum::<u32>();
        best.fill(0);
    }
}

/// Points above the threshold for two reports; below zero when they are apart.
fn excess(readings: &[Reading<'_>], profiles: &[Profile<'_>], best: &[Vec<u32>], left: usize, right: usize) -> i32 {
    let (one, other) = (&profiles[left], &profiles[right]);
    let opening = percent(shared(&one.opening, &other.terms), one.opening.len())
        + percent(shared(&other.opening, &one.terms), other.opening.len());
    let (short, long, sentences) =
        if one.sentences <= other.sentences { (left, right, one.sentences) } else { (right, left, other.sentences) };
    let mean_likeness = best[short][long] as i32 / (sentences.max(1) as i32);
    let days = match (readings[left].published, readings[right].published) {
        (Some(a), Some(b)) => Some((a.day.0 - b.day.0).abs()),
        _ => None,
    };
    let weights = if days.is_some() { &DATED } else { &UNDATED };
    let numbers = shared(&one.numbers, &other.numbers).min(weights.most_numbers) as i32;
    let likeness = weights.names * one.names_percent(other)
        + weights.opening * opening
        + weights.people * one.people_percent(other)
        + weights.number * numbers
        + weights.sentences * mean_likeness;
    let cost = (days.unwrap_or_default() - SAME_NEWS_DAYS).max(0).saturating_mul(DAY_COST).min(MOST_DAY_COST);
    (likeness - weights.together).div_euclid(4) - cost
}

/// How much two ordered lists share.
fn shared<T: Ord>(mut one: &[T], mut other: &[T]) -> usize {
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
