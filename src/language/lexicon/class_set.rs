//! Sets of classes, a bit for each.

use super::Class;

/// Which classes a word is in, by itself or as the first of a phrase: a bit for each.
///
/// Most questions about a word are of a class that it has nothing to do with; this answers them without a look at
/// its meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassSet([u64; 3]);

impl ClassSet {
    /// The set of no class.
    pub(super) const NONE: Self = Self([0; 3]);

    pub(super) const fn with(mut self, class: Class) -> Self {
        self.0[class as usize / 64] |= 1 << (class as usize % 64);
        self
    }

    /// The set of some classes.
    #[must_use]
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut at) = (Self([0; 3]), 0);
        while at < classes.len() {
            set = set.with(classes[at]);
            at += 1;
        }
        set
    }

    /// The classes of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1], self.0[2] | other.0[2]])
    }

    /// Whether a class is in both.
    #[must_use]
    #[inline]
    pub const fn meets(&self, other: Self) -> bool {
        self.0[0] & other.0[0] | self.0[1] & other.0[1] | self.0[2] & other.0[2] != 0
    }

    /// Whether a class is among them.
    #[must_use]
    #[inline]
    pub const fn may_hold(&self, class: Class) -> bool {
        self.0[class as usize / 64] >> (class as usize % 64) & 1 == 1
    }
}
