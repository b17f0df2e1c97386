//! Two names that play one part: two hospitals to which somebody was taken, two people who are told of as the clerk.
//!
//! Names that share nothing are most often of two things, of which each report tells of one. They are held against one
//! another only where each report has one of the sort, or one in the office, and never the other's name, and where the
//! sentences that tell of them are alike.

use super::{Board, Named, SAME_ROLE};
use crate::{
    alignment::score::{Feature, Score},
    facts::{Kind, name::NameRelation},
};

/// Sorts of which an event mostly has one, by the last word of their names, with the likeness of sentences, in per cent,
/// from which they are one. Judgement; universities, schools, ministries and streets are left out, since reports ask and
/// name different ones of an event.
const SORTS: [(&str, u32); 10] = [
    ("hospital", 8),
    ("infirmary", 8),
    (COURT, 14),
    ("prison", 12),
    ("jail", 12),
    ("airport", 12),
    ("church", 12),
    ("hotel", 12),
    ("bank", 12),
    ("stadium", 12),
];

const COURT: &str = "court";

/// Sentences of a report that tells of one event only.
const SHORT: usize = 30;

/// Likeness, in per cent, of sentences that tell of two people in one office whose names share nothing. In groups of real
/// reports those that two reports ask in one capacity ("an economist") stay below 20.
const ONE_OFFICE: u32 = 25;

impl Board<'_, '_> {
    /// What tells that two names that share no word are told in one part; nothing where that is not clear.
    pub(super) fn is_one_part(&self, [one, other]: [usize; 2]) -> Option<Score> {
        let (left, right) = (&self.named[one], &self.named[other]);
        let sort = sort(left).filter(|&of| sort(right) == Some(of));
        let are_people = left.entity.kind == Kind::Person && right.entity.kind == Kind::Person;
        // "Leeds Crown Court", "Bradford Crown Court": a case is before one of a rank.
        let is_one_rank = |sort: usize| {
            let rank = |named: &Named<'_>| named.entity.name.words.iter().rev().nth(1).cloned();
            SORTS[sort].0 == COURT && left.entity.name.words.len() > 2 && rank(left) == rank(right)
        };
        let least = match sort {
            Some(sort) if is_one_rank(sort) => 0,
            // A short report tells of one hospital, where there is one in all.
            Some(0)
                if [left, right].iter().all(|named| self.readings[named.article].document.sentences.len() <= SHORT) =>
            {
                0
            }
            Some(sort) => SORTS[sort].1,
            None if are_people && self.has_role_of(left, right) => ONE_OFFICE,
            None => return None,
        };
        let percent = self.likest(one, other);
        let is_only = |article: usize| {
            self.named
                .iter()
                .filter(|named| named.article == article && sort.is_some() && self::sort(named) == sort)
                .count()
                < 2
        };
        let (mine, theirs) = (&left.entity.name.words, &right.entity.name.words);
        let is_clear = percent >= least
            && is_only(left.article)
            && is_only(right.article)
            && self.relation(one, other) == NameRelation::Other
            && !self.knows(right.article, mine, theirs)
            && !self.knows(left.article, theirs, mine);
        is_clear.then(|| Score::from([(Feature::Role, SAME_ROLE), (Feature::Sentence, percent as i32 / 2)]))
    }
}

/// The sort of a named thing, by position in [`SORTS`]; hospitals go by two words.
fn sort(named: &Named<'_>) -> Option<usize> {
    let words = &named.entity.name.words;
    // "The Royal Hospital for Children"
    let end = words.iter().skip(1).position(|word| word == "for" || word == "of").map_or(words.len(), |at| at + 1);
    let last = words[..end].last().filter(|_| words.len() > 1)?;
    let at = SORTS.iter().position(|(sort, _)| sort == last)?;
    Some(if at == 1 { 0 } else { at })
}
