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

/// A case of a kind that is on no scale: what the articles say, the words that a rule joins or parts, and the relations of
/// the findings on them before and with the rule.
struct Case {
    kind: Kind,
    texts: [&'static str; 2],
    words: [&'static str; 2],
    before: Option<Relation>,
    after: Option<Relation>,
}

const JOINED: [Case; 4] = [
    Case {
        kind: Kind::Person,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. Captain Ana Lund brought the ferry to port.",
            "A fire on the ferry Aurora hurt 12 people on Monday. Passengers praised Eva Moss for her calm.",
        ],
        words: ["Ana Lund", "Eva Moss"],
        before: None,
        after: Some(Relation::Conflict),
    },
    Case {
        kind: Kind::Place,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. The ship was built in Gdansk.",
            "A fire on the ferry Aurora hurt 12 people on Monday. Tugs from Hamburg stood by.",
        ],
        words: ["Gdansk", "Hamburg"],
        before: None,
        after: Some(Relation::Conflict),
    },
    Case {
        kind: Kind::Quote,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. \"We are lucky to be alive,\" passenger Ana Lund said.",
            "A fire on the ferry Aurora hurt 12 people on Monday. \"It was hell down there,\" engineer Eva Moss said.",
        ],
        words: ["We are lucky to be alive", "It was hell down there"],
        before: None,
        after: Some(Relation::Conflict),
    },
    Case {
        kind: Kind::Attribution,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. The boiler was old, police said.",
            "A fire on the ferry Aurora hurt 12 people on Monday. The crew had been trained, the operator said.",
        ],
        words: ["police", "the operator"],
        before: None,
        after: Some(Relation::Compatible),
    },
];

const PARTED: [Case; 3] = [
    Case {
        kind: Kind::Person,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. Captain Ana Lund brought the ferry to port.",
            "A fire on the ferry Aurora hurt 12 people on Monday. Captain Ana Lund praised the crew.",
        ],
        words: ["Ana Lund", "Ana Lund"],
        before: Some(Relation::Same),
        after: None,
    },
    Case {
        kind: Kind::Quote,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. \"We are lucky to be alive,\" passenger Ana Lund said.",
            "A fire on the ferry Aurora hurt 12 people on Monday. \"We are lucky to be alive,\" Ana Lund told reporters.",
        ],
        words: ["We are lucky to be alive", "We are lucky to be alive"],
        before: Some(Relation::Same),
        after: None,
    },
    Case {
        kind: Kind::Polarity,
        texts: [
            "A fire on the ferry Aurora hurt 12 people on Monday. The crew closed the fire doors.",
            "A fire on the ferry Aurora hurt 12 people on Monday. The crew did not close the fire doors.",
        ],
        words: ["closed", "did not close"],
        before: Some(Relation::Conflict),
        after: None,
    },
];

/// The relations of the findings that hold both words, without and with a rule about them.
fn of(case: &Case, rule: fn(Place, Place) -> UserRule) -> [Option<Relation>; 2] {
    let places = [("a", 0), ("b", 1)].map(|(id, at)| place(id, case.texts[at], case.words[at]));
    let [left, right] = places.clone();
    [Vec::new(), vec![rule(left, right)]].map(|rules| {
        let mut request = request(rules);
        for (article, text) in request.articles.iter_mut().zip(case.texts) {
            article.text = text.to_owned();
        }
        let report = variorum::compare(&request).expect("the request is well formed");
        let holds = |of: &Place, finding: &variorum::report::Finding| {
            finding.readings.iter().any(|at| at.article == of.article && at.start < of.end && of.start < at.end)
        };
        let mut own = report.findings.iter().filter(|finding| finding.kind == case.kind);
        own.find(|finding| places.iter().all(|place| holds(place, finding))).map(|finding| finding.relation)
    })
}

#[test]
fn the_same_brings_together_values_of_every_kind() {
    for case in &JOINED {
        let found = of(case, |left, right| UserRule::SameAs { left, right });
        assert_eq!(found, [case.before, case.after], "{:?}", case.kind);
        // The order in which the two are named changes nothing.
        assert_eq!(of(case, |left, right| UserRule::SameAs { left: right, right: left }), found, "{:?}", case.kind);
    }
}

#[test]
fn not_the_same_parts_values_of_every_kind() {
    for case in &PARTED {
        let found = of(case, |left, right| UserRule::NotSameAs { left, right });
        assert_eq!(found, [case.before, case.after], "{:?}", case.kind);
        assert_eq!(of(case, |left, right| UserRule::NotSameAs { left: right, right: left }), found, "{:?}", case.kind);
    }
}

#[test]
fn the_last_rule_about_two_values_holds() {
    let case = &JOINED[0];
    let places = [("a", 0), ("b", 1)].map(|(id, at)| place(id, case.texts[at], case.words[at]));
    let [left, right] = places;
    let same = UserRule::SameAs { left: left.clone(), right: right.clone() };
    let not = UserRule::NotSameAs { left, right };
    let persons = |rules| {
        let mut request = request(rules);
        for (article, text) in request.articles.iter_mut().zip(case.texts) {
            article.text = text.to_owned();
        }
        let report = variorum::compare(&request).expect("the request is well formed");
        report.findings.iter().filter(|finding| finding.kind == Kind::Person).count()
    };
    assert_eq!(persons(vec![same.clone(), not.clone()]), 0);
    assert_eq!(persons(vec![not, same]), 1);
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
