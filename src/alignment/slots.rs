//! Which values of different articles are about the same thing: slots.
//!
//! All pairs of values of one kind in one story are scored; then values are joined, the surest pairs first, in
//! three rounds. Equal values join where their frames agree. Overlapping values join where each is the other's
//! best match. Values that exclude each other join last and hardest: each must be the other's best match, and
//! neither article may have a fitting value of its own for the other's, for then they count different things.

mod attribution;
mod board;
mod certainty;
mod claims;
mod contested;
mod copied;
mod ended;
mod groups;
mod happenings;
mod met;
mod names;
mod numbers;
mod pairs;
mod party;
mod passed_over;
mod quotes;
mod relations;
mod roles;
mod rules;
mod things;
mod times;
mod told;

pub use passed_over::{NotCompared, PassedOver};
pub use rules::Rule;

use super::{
    Reading,
    score::{Candidate, Score},
    sentences::Likeness,
    terms::Terms,
};
use crate::facts::{Kind, Stated};
use board::{Board, LEFT_OVER, least};
use pairs::pairs;

/// What the values of a slot were joined by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotLink {
    /// A value, by position in the slot.
    pub left: usize,
    /// Another value, by position in the slot.
    pub right: usize,
    /// What spoke for it.
    pub score: Score,
}

impl SlotLink {
    /// The link among some of the slot's values, which are listed in their new order; none where one of its ends is gone.
    fn renumbered(&self, kept: &[usize]) -> Option<Self> {
        let [left, right] = [self.left, self.right].map(|end| kept.iter().position(|&at| at == end));
        Some(Self { left: left?, right: right?, score: self.score })
    }

    /// The link where its slot's values stand behind `by` others.
    fn moved(self, by: usize) -> Self {
        Self { left: self.left + by, right: self.right + by, score: self.score }
    }
}

/// Values that are about the same thing.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The kind of the values.
    pub kind: Kind,
    /// The values as (article, mention), in order.
    pub values: Vec<(usize, usize)>,
    /// The pairs that joined them.
    pub links: Vec<SlotLink>,
    /// Whether each article has the same several values, each with its own speaker.
    pub is_contested: bool,
    /// Whether the days of the times are compared, without their hours.
    pub by_day: bool,
}

/// Values of one kind in one story that are compared. Every pair of them is scored, so that the work stays bounded;
/// sixty long reports of one event have about a thousand.
pub const MAX_VALUES: usize = 1200;

/// Claims, things, names or happenings of one story that are compared; most pairs of them are told apart at a glance. Two
/// reports of 150 KB, the longest there are, have some 2,400 claims each.
const MAX_COMPARED: usize = 4800;

/// The same of one article, however many articles there are: what 7 KB have.
const LEAST_COMPARED: usize = 120;

/// The claims, things, names or happenings of a story that are compared, article by article; articles with more of them
/// are added to `cut`. `read` gives those of an article and may end behind as many as it is told.
fn first_of_each<T>(story: &[usize], cut: &mut Vec<usize>, read: &mut dyn FnMut(usize, usize) -> Vec<T>) -> Vec<T> {
    let most = (MAX_COMPARED / story.len().max(1)).max(LEAST_COMPARED);
    let mut all = Vec::new();
    for &article in story {
        let mut own = read(article, most + 1);
        if own.len() > most {
            own.truncate(most);
            cut.push(article);
        }
        all.append(&mut own);
    }
    all
}

/// The slots of one story, and the articles of which only the first values were compared.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    /// The slots, but for those with values of a single article.
    pub slots: Vec<Slot>,
    /// Articles with more values of a kind than are compared.
    pub cut: Vec<usize>,
    /// Values that were held against each other and did not meet.
    pub passed_over: Vec<PassedOver>,
}

/// Finds the slots of one story; where it `explains`, also the values that were passed over.
#[must_use]
pub fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    explains: bool,
) -> Slots {
    if story.len() < 2 {
        return Slots::default(); // nothing to compare with
    }
    let Slots { mut slots, mut cut, mut passed_over } = numbers(readings, story, terms, likeness, rules, explains);
    slots.extend(times::slots(readings, story, terms, likeness, rules, &mut cut, explains.then_some(&mut passed_over)));
    let claims = claims::slots(readings, story, terms, likeness, rules, &mut cut);
    let told = told::Told::new(readings, story, terms, likeness, rules, &claims, &mut cut);
    slots.extend(claims);
    slots.extend(certainty::slots(&told));
    slots.extend(attribution::slots(&told, readings));
    drop(told); // the clauses of two long reports take as much room as what comes next
    slots.extend(things::slots(readings, story, terms, likeness, rules, &mut cut));
    slots.extend(names::slots(readings, story, terms, likeness, &mut cut));
    copied::add(&mut slots, readings, likeness, rules);
    happenings::add(&mut slots, readings, story, terms, likeness, rules, &mut cut);
    roles::add(&mut slots, readings, story, terms, likeness, &mut cut);
    slots.extend(quotes::slots(readings, story, likeness, rules, &mut cut));
    rules::obey(&mut slots, readings, story, rules);
    if likeness.is_cut || likeness.parallel.is_cut {
        cut.extend(story);
    }
    cut.extend(story.iter().filter(|&&article| readings[article].facts.names.is_cut));
    cut.sort_unstable();
    cut.dedup();
    Slots { slots, cut, passed_over }
}

/// The slots of the numbers of one article, read as two: what else the sentences tell is of no matter.
#[must_use]
pub fn of_numbers(readings: &[Reading<'_>; 2], terms: &Terms, likeness: &Likeness) -> Vec<Slot> {
    let mut slots = numbers(readings, &[0, 1], terms, likeness, &[], false).slots;
    // Lengths of time and of way meet by what happened as well.
    happenings::add(&mut slots, readings, &[0, 1], terms, likeness, &[], &mut Vec::new());
    slots
}

/// The slots of what is counted or measured.
fn numbers(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    explains: bool,
) -> Slots {
    // What is no value on a scale is about a thing in another way: by role, by speaker, by its words.
    let (candidates, mut cut) = candidates(readings, story, terms, |kind| kind.is_scaled() && kind != Kind::Time);
    let pairs =
        pairs(&candidates, terms, likeness, |kind, relation, is_own| LEFT_OVER.max(least(kind, relation, is_own)));
    let mut board = Board::new(&candidates, &pairs, terms);
    board.obey(rules);
    board.join_equal();
    board.join_overlapping();
    board.join_contested(&mut cut);
    board.join_disjoint();
    board.join_left_over();
    board.join_figures(likeness);
    board.join_alone(readings, likeness);
    let passed_over = if explains { board.passed_over(likeness) } else { Vec::new() };
    Slots { slots: board.into_slots(likeness), cut, passed_over }
}

/// The values of some kinds, article by article, and the articles that have more of a kind than are compared.
fn candidates<'r>(
    readings: &'r [Reading<'_>],
    story: &[usize],
    terms: &Terms,
    is_wanted: fn(Kind) -> bool,
) -> (Vec<Candidate<'r>>, Vec<usize>) {
    let is_own = |stated: &&Stated| is_wanted(stated.mention.kind);
    let count = |&article: &usize| readings[article].facts.mentions.iter().filter(is_own).count();
    // Each takes as much room as a line of text, so that none is made twice over.
    let mut candidates: Vec<Candidate<'_>> = Vec::with_capacity(story.iter().map(count).sum());
    let mut cut = Vec::new();
    let most = (MAX_VALUES / story.len().max(1)).max(1);
    for &article in story {
        let mut seen = [0; Kind::ALL.len()];
        for (mention, stated) in readings[article].facts.mentions.iter().enumerate() {
            if !is_wanted(stated.mention.kind) {
                continue;
            }
            let count = &mut seen[stated.mention.kind as usize];
            *count += 1;
            if *count > most {
                if cut.last() != Some(&article) {
                    cut.push(article);
                }
                continue;
            }
            let mut own = candidates.iter().rev().take_while(|before| before.article == article);
            let before = own.find(|before| before.kind() == stated.mention.kind && !before.is_rank());
            let candidate = Candidate::new(&readings[article], article, mention, terms, before);
            candidates.push(candidate);
        }
    }
    Candidate::mark_only(&mut candidates);
    (candidates, cut)
}
