//! Which articles do not mention a thing: "not mentioned" is said only after a second, looser search.
//!
//! A value that did not meet the others of a slot is no proof that its article passes the thing over: it may be told in
//! other words, or of what cannot be told apart from it. So an article counts as one that does not mention the thing
//! only when none of its values says the same, and none of its numbers is about what the slot's are about.

use crate::{
    alignment::{
        Reading,
        slots::Slot,
        terms::{Term, Terms},
    },
    facts::{Kind, Stated, frame::Role, value::ValueRelation},
};

/// The values of a story's articles, by what a slot can be told to be mentioned by.
#[derive(Debug, Clone)]
pub struct Mentioned<'r> {
    readings: &'r [Reading<'r>],
    story: &'r [usize],
    terms: &'r Terms,
    /// The mentions of each kind, by article and position.
    by_kind: Vec<Vec<(usize, usize)>>,
    /// For each role that binds a value to what it is about, by the term in it: the kinds of the values and their
    /// articles.
    bound: [Vec<Vec<(Kind, u32)>>; BINDING.len()],
}

/// The roles that bind a value to what it is about: what is counted, and what is said to happen.
const BINDING: [Role; 2] = [Role::Head, Role::Predicate];

impl<'r> Mentioned<'r> {
    /// What the articles of a story mention.
    #[must_use]
    pub fn new(readings: &'r [Reading<'r>], story: &'r [usize], terms: &'r Terms) -> Self {
        let mut by_kind = vec![Vec::new(); Kind::ALL.len()];
        let mut bound = BINDING.map(|_| vec![Vec::new(); terms.weight.len()]);
        for &article in story {
            for (at, stated) in readings[article].facts.mentions.iter().enumerate() {
                let kind = stated.mention.kind;
                by_kind[kind as usize].push((article, at));
                if is_bound(kind) {
                    for (role, by_term) in BINDING.into_iter().zip(&mut bound) {
                        // What says nothing of a text's content binds nothing.
                        for term in
                            stated.frame.with(role).map(|token| terms.of[article][token]).filter(|&term| term != 0)
                        {
                            let known = &mut by_term[term as usize];
                            if known.last() != Some(&(kind, article as u32)) {
                                known.push((kind, article as u32));
                            }
                        }
                    }
                }
            }
        }
        Self { readings, story, terms, by_kind, bound }
    }

    /// The articles that do not mention what a slot is about, in order.
    #[must_use]
    pub fn absent(&self, slot: &Slot) -> Vec<usize> {
        let mut has = vec![false; self.readings.len()];
        slot.values.iter().for_each(|&(article, _)| has[article] = true);
        // Most articles have no value that shares a word with the slot's.
        let mut may = vec![!is_bound(slot.kind); self.readings.len()];
        if is_bound(slot.kind) {
            for &(of, mention) in &slot.values {
                for (role, by_term) in BINDING.into_iter().zip(&self.bound) {
                    for token in self.readings[of].facts.mentions[mention].frame.with(role) {
                        let known = &by_term[self.terms.of[of][token] as usize];
                        let of_kind = known.iter().filter(|(kind, _)| *kind == slot.kind);
                        of_kind.for_each(|&(_, article)| may[article as usize] = true);
                    }
                }
            }
        }
        for &at in &self.by_kind[slot.kind as usize] {
            let article = at.0;
            has[article] = has[article] || may[article] && self.mentions(at, slot);
        }
        self.story.iter().copied().filter(|&article| !has[article]).collect()
    }

    /// Whether a value may be about what a slot is about.
    fn mentions(&self, (article, at): (usize, usize), slot: &Slot) -> bool {
        let candidate = &self.readings[article].facts.mentions[at];
        slot.values.iter().any(|&(of, mention)| {
            let value = &self.readings[of].facts.mentions[mention];
            let says_same = || {
                matches!(
                    value.mention.value.relation(&candidate.mention.value),
                    ValueRelation::Equal | ValueRelation::Overlapping
                )
            };
            if !is_bound(slot.kind) {
                return says_same();
            }
            let shared = shared_roles(self.terms, (of, value), (article, candidate));
            shared >= 2 || shared >= 1 && says_same()
        })
    }
}

/// Whether a value says nothing of a thing by itself: one day stands in every report, for whatever happened on it.
const fn is_bound(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Time)
}

/// In how many of the roles that bind a value to what it is about two frames share a word.
fn shared_roles(terms: &Terms, left: (usize, &Stated), right: (usize, &Stated)) -> usize {
    let (mine, theirs) = (&terms.of[left.0], &terms.of[right.0]);
    let shares = |&role: &Role| {
        let has = |term: Term| term != 0 && right.1.frame.with(role).any(|token| theirs[token] == term);
        left.1.frame.with(role).any(|token| has(mine[token]))
    };
    BINDING.iter().filter(|role| shares(role)).count()
}

#[cfg(test)]
mod tests {
    use crate::report::{ArticleInput, Kind, Request, compare};

    fn absent_of(texts: [&str; 3]) -> Vec<String> {
        let article = |(at, text): (usize, &&str)| ArticleInput {
            id: ["a", "b", "c"][at].to_owned(),
            text: format!("Fire on ferry Aurora\n\nA fire broke out on the ferry Aurora on Monday off Kelness. {text}"),
            ..ArticleInput::default()
        };
        let request = Request { articles: texts.iter().enumerate().map(article).collect(), options: None };
        let report = compare(&request, None).expect("the request is well formed");
        let finding = report.findings.into_iter().find(|finding| finding.kind == Kind::Count).expect("a count");
        finding.absent
    }

    #[test]
    fn an_article_without_the_number_does_not_mention_it() {
        let texts = ["Twelve passengers were hurt.", "Twelve passengers were injured.", "The cause is not known."];
        assert_eq!(absent_of(texts), ["c"]);
    }

    #[test]
    fn an_article_with_another_number_of_the_same_is_not_said_to_pass_it_over() {
        let last = "Nine hurt passengers were flown out and forty hurt passengers were treated on the quay, she said.";
        let texts = ["Twelve passengers were hurt.", "Twelve passengers were injured.", last];
        assert_eq!(absent_of(texts), Vec::<String>::new());
    }
}
