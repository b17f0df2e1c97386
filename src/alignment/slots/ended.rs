//! What the joining of values comes to: the slots of a board.

use super::{Slot, SlotLink, board::Board, pairs::Pair};
use crate::alignment::{
    score::{Feature, score},
    sentences::Likeness,
};

impl Board<'_, '_> {
    /// The groups that hold values of several articles, with the links that made them.
    pub(super) fn into_slots(self, likeness: &Likeness) -> Vec<Slot> {
        let across = |members: &[usize]| members.iter().any(|&at| self.article(at) != self.article(members[0]));
        self.members
            .iter()
            .enumerate()
            .filter(|(_, members)| across(members))
            .map(|(group, members)| {
                let links: Vec<&Pair> = self.links.iter().collect();
                let mut slot = self.slot(members, &links, likeness);
                slot.is_contested = self.contested.iter().any(|&at| self.group[at] == group);
                slot
            })
            .collect()
    }

    /// The slot of some values, in order, with those of the links that join two of them.
    pub(super) fn slot(&self, members: &[usize], links: &[&Pair], likeness: &Likeness) -> Slot {
        let place = |at: usize| members.binary_search(&at).ok();
        let link = |pair: &&Pair| {
            let (left, right) = (place(pair.left)?, place(pair.right)?);
            // The parts of a score are made again for the few pairs that joined values.
            let [one, other] = [pair.left, pair.right].map(|at| &self.candidates[at]);
            let mut score = score(one, other, self.terms, likeness, pair.relation)?;
            score.add(Feature::OnlyOne, pair.only);
            Some(SlotLink { left, right, score })
        };
        Slot {
            kind: self.candidates[members[0]].kind(),
            values: members.iter().map(|&at| (self.article(at), self.candidates[at].mention)).collect(),
            links: links.iter().filter_map(link).collect(),
            is_contested: false,
            by_day: false,
        }
    }
}
