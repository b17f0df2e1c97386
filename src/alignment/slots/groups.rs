//! Positions by the group that each is in.

/// The members of each group, in order, under the group's number; `of` tells the group of each position, which is
/// itself one of the positions. Numbers that no group has are empty.
pub(super) fn members(of: &[usize]) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); of.len()];
    for (at, &group) in of.iter().enumerate() {
        members[group].push(at);
    }
    members
}
