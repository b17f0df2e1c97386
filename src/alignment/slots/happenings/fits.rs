//! Which happenings may be one, and what else each of them might be.

use crate::alignment::happenings::Happening;

/// Two happenings, by position, that may be one.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    pub(super) left: usize,
    pub(super) right: usize,
    /// The sum of the points that speak for it.
    pub(super) total: i32,
}

/// The happenings that may be one, in the order of their positions.
///
/// Of reports that repeat themselves there are hundreds of thousands, so that each takes little room: the parts of its
/// score are made again where they are asked for.
#[derive(Default)]
pub(super) struct Fits {
    /// For each happening on the left, where those behind its own begin.
    ends: Vec<u32>,
    right: Vec<u32>,
    total: Vec<i16>,
}

impl Fits {
    /// Takes in the next pair.
    pub(super) fn push(&mut self, Fit { left, right, total }: Fit) {
        self.ends.resize(left + 1, self.right.len() as u32);
        self.right.push(right as u32);
        self.total.push(total as i16);
        self.ends[left] += 1;
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Fit> + '_ {
        let mut left = 0;
        (0..).zip(&self.right).zip(&self.total).map(move |((at, &right), &total)| {
            left += self.ends[left..].iter().take_while(|&&end| end <= at).count();
            Fit { left, right: right as usize, total: i32::from(total) }
        })
    }
}

/// For each happening, what it fits best in each other article.
pub(super) struct Rivals {
    of: Vec<Vec<Rival>>,
}

/// What a happening fits best in an article: all that stands in one sentence goes for one.
struct Rival {
    article: u32,
    sentence: u32,
    total: i32,
    /// The points of the best that stands in another sentence.
    next: i32,
}

impl Rivals {
    pub(super) fn new(all: &[Happening], fits: &Fits) -> Self {
        let mut of: Vec<Vec<Rival>> = all.iter().map(|_| Vec::new()).collect();
        // The articles come in order: it is theirs and that of the pairs.
        for Fit { left, right, total } in fits.iter() {
            for (one, other) in [(left, right), (right, left)] {
                let (article, sentence) = (all[other].article as u32, all[other].sentence as u32);
                match of[one].last_mut().filter(|best| best.article == article) {
                    Some(best) if best.sentence == sentence => best.total = best.total.max(total),
                    Some(best) if best.total < total => {
                        *best = Rival { article, sentence, total, next: best.total };
                    }
                    Some(best) => best.next = best.next.max(total),
                    None => of[one].push(Rival { article, sentence, total, next: i32::MIN }),
                }
            }
        }
        Self { of }
    }

    /// The points of what a happening fits best in the article of another, but for what stands in its sentence.
    pub(super) fn best(&self, one: usize, other: &Happening) -> i32 {
        let found = self.of[one].binary_search_by_key(&(other.article as u32), |rival| rival.article);
        found.map_or(i32::MIN, |at| {
            let rival = &self.of[one][at];
            if rival.sentence as usize == other.sentence { rival.next } else { rival.total }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_come_back_in_order() {
        let given = [(0, 3, 40), (0, 7, 22), (2, 3, 31), (5, 6, 90)];
        let mut fits = Fits::default();
        given.iter().for_each(|&(left, right, total)| fits.push(Fit { left, right, total }));
        let back: Vec<(usize, usize, i32)> = fits.iter().map(|fit| (fit.left, fit.right, fit.total)).collect();
        assert_eq!(back, given);
        assert_eq!(Fits::default().iter().count(), 0);
    }
}
