//! The user's own rules: same thing, not the same thing.

use variorum::report::{ArticleInput, Kind, Options, Place, Relation, Request, UserRule};

const LEFT: &str = "Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said. Crews pumped the hold dry in 40 minutes.";
const RIGHT: &str =
    "Fire on ferry\n\nA fire on the ferry Aurora hurt 14 people on Monday, police said. It burnt for 70 minutes.";

fn request(rules: Vec<UserRule>) -> Request {
    let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
    Request {
        articles: vec![article("a", LEFT), article("b", RIGHT)],
        options: Some(Options { rules, ..Options::default() }),
    }
}

/// The last place of some words.
fn place(id: &str, text: &str, words: &str) -> Place {
    let start = text.rfind(words).expect("the words stand in the text") as u32;
    Place { article: id.into(), start, end: start + words.len() as u32 }
}

fn relations(rules: Vec<UserRule>, kind: Kind) -> Vec<Relation> {
    let report = variorum::compare(&request(rules)).expect("the request is well formed");
    report.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.relation).collect()
}

#[test]
fn not_the_same_parts_what_was_compared() {
    assert_eq!(relations(Vec::new(), Kind::Count), [Relation::Conflict]);
    let rule = UserRule::NotSameAs { left: place("a", LEFT, "12"), right: place("b", RIGHT, "14") };
    // The headline's number is the same value and was not spoken of: it is parted with its group.
    assert_eq!(relations(vec![rule], Kind::Count), []);
}

#[test]
fn the_same_brings_together_what_was_not() {
    assert_eq!(relations(Vec::new(), Kind::Measure), []);
    let rule = UserRule::SameAs { left: place("a", LEFT, "40 minutes"), right: place("b", RIGHT, "70 minutes") };
    assert_eq!(relations(vec![rule], Kind::Measure), [Relation::Conflict]);
}

#[test]
fn articles_that_seem_to_be_about_different_events_are_compared_when_the_user_says_so() {
    let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
    let other = "Blaze aboard\n\nFourteen passengers were hurt when the engine room of a boat burnt off Gdynia.";
    let stories = |rules| {
        let options = Some(Options { rules, ..Options::default() });
        let request = Request { articles: vec![article("a", LEFT), article("b", other)], options };
        variorum::compare(&request).expect("the request is well formed").stories
    };
    assert_eq!(stories(Vec::new()), [["a"], ["b"]]);
    assert_eq!(stories(vec![UserRule::OneEvent]), [["a", "b"]]);
}

#[test]
fn a_rule_that_points_nowhere_is_refused() {
    for place in [
        Place { article: "c".into(), start: 0, end: 1 },
        Place { article: "a".into(), start: 5, end: 9_000 },
        Place { article: "a".into(), start: 9, end: 5 },
    ] {
        let rule = UserRule::SameAs { left: place.clone(), right: place };
        let refused = variorum::compare(&request(vec![rule])).expect_err("it points nowhere");
        assert_eq!(refused.code(), "bad-rule");
    }
}

#[test]
fn what_was_not_compared_is_told_when_asked() {
    let left = "A fire on the ferry Aurora hurt 12 people on Monday. Crews pumped the hold dry of water for 40 minutes. The crossing takes 65 minutes.";
    let right =
        "A fire on the ferry Aurora hurt 12 people on Monday. Divers checked the hold for water for 70 minutes.";
    let mut request = request(Vec::new());
    request.articles[0].text = left.to_owned();
    request.articles[1].text = right.to_owned();
    let silent = variorum::compare(&request).expect("the request is well formed");
    assert_eq!(silent.not_compared, []);
    request.options = Some(Options { explain: true, ..Options::default() });
    let told = variorum::compare(&request).expect("the request is well formed");
    let pair = told.not_compared.iter().find(|pair| pair.kind == Kind::Measure).expect("the two durations");
    assert_eq!((&pair.left, &pair.right), (&place("a", left, "40 minutes"), &place("b", right, "70 minutes")));
    assert_eq!(pair.reason.code, "too-little");
    // Nothing else changes.
    assert_eq!(told.findings, silent.findings);
}
