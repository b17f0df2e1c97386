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

/// The articles of a story that do not mention what a slot is about, in order.
#[must_use]
pub fn absent(readings: &[Reading<'_>], story: &[usize], slot: &Slot, terms: &Terms) -> Vec<usize> {
    let has = |article: usize| slot.values.iter().any(|&(of, _)| of == article);
    story.iter().copied().filter(|&article| !has(article) && !mentions(readings, article, slot, terms)).collect()
}

/// Whether some value of an article may be about what a slot is about.
fn mentions(readings: &[Reading<'_>], article: usize, slot: &Slot, terms: &Terms) -> bool {
    let of_kind = |stated: &&Stated| stated.mention.kind == slot.kind;
    readings[article].facts.mentions.iter().filter(of_kind).any(|candidate| {
        slot.values.iter().any(|&(of, mention)| {
            let value = &readings[of].facts.mentions[mention];
            let says_same = || {
                matches!(
                    value.mention.value.relation(&candidate.mention.value),
                    ValueRelation::Equal | ValueRelation::Overlapping
                )
            };
            match slot.kind {
                // One day stands in every report, for whatever happened on it.
                Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Time => {
                    let shared = shared_roles(terms, (of, value), (article, candidate));
                    shared >= 2 || shared >= 1 && says_same()
                }
                _ => says_same(),
            }
        })
    })
}

/// In how many of the roles that bind a value to what it is about two frames share a word: what is counted, and what
/// is said to happen.
fn shared_roles(terms: &Terms, left: (usize, &Stated), right: (usize, &Stated)) -> usize {
    let (mine, theirs) = (&terms.of[left.0], &terms.of[right.0]);
    let shares = |&role: &Role| {
        let has = |term: Term| term != 0 && right.1.frame.with(role).any(|token| theirs[token] == term);
        left.1.frame.with(role).any(|token| has(mine[token]))
    };
    [Role::Head, Role::Predicate].iter().filter(|role| shares(role)).count()
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
