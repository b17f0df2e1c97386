//! Positions in groups that are joined step by step.

/// Positions by the group that each is in. A group is called by the first of its members.
pub(super) struct Groups {
    of: Vec<usize>,
    /// The members of each group; none for a position that does not name one.
    members: Vec<Vec<usize>>,
    /// For the first of two groups, by which test it cannot be one with the second. Groups only grow, so that what is
    /// apart once always will be.
    apart: Vec<Vec<(Test, usize)>>,
}

/// What is asked of each two members before their groups are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Test {
    /// Whether what they say may be one.
    Values,
    /// Whether different articles say it.
    Articles,
}

impl Groups {
    /// `count` positions, each in a group of its own.
    pub(super) fn new(count: usize) -> Self {
        let members = (0..count).map(|at| vec![at]).collect();
        Self { of: (0..count).collect(), members, apart: vec![Vec::new(); count] }
    }

    /// Whether two positions are in one group.
    pub(super) fn are_one(&self, one: usize, other: usize) -> bool {
        self.of[one] == self.of[other]
    }

    /// Joins the groups of two positions where each of the one passes the test with each of the other; whether they were
    /// two and are one now.
    pub(super) fn join(
        &mut self,
        [one, other]: [usize; 2],
        test: Test,
        passes: &mut dyn FnMut(usize, usize) -> bool,
    ) -> bool {
        let (keep, gone) = (self.of[one].min(self.of[other]), self.of[one].max(self.of[other]));
        if keep == gone || self.apart[keep].contains(&(test, gone)) {
            return false;
        }
        let (mine, theirs) = (&self.members[keep], &self.members[gone]);
        if !mine.iter().all(|&a| theirs.iter().all(|&b| passes(a, b))) {
            self.apart[keep].push((test, gone));
            return false;
        }
        let mut moved = std::mem::take(&mut self.members[gone]);
        for &at in &moved {
            self.of[at] = keep;
        }
        self.members[keep].append(&mut moved);
        true
    }

    /// The members of each group in order, the groups in the order of their first members.
    pub(super) fn in_order(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self.members.iter().filter(|members| !members.is_empty()).cloned().collect();
        groups.iter_mut().for_each(|members| members.sort_unstable());
        groups
    }
}
