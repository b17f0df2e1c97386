//! Numbers of two reports that exclude each other, and numbers that only look as if they did: told of another time,
//! another span, another sort or another holder.

use variorum::{
    compare,
    report::{ArticleInput, Kind, Relation, Request},
};

/// What both reports tell, so that they are of one story; then one sentence of each.
const SHARED: &str = "Harrow Mills sale agreed\n\nThe board of Harrow Mills agreed to sell the Kelness weaving company on \
                      Tuesday, chairman Adela Brandt said.\n\n";

fn article(id: &str, sentence: &str, published: &str) -> ArticleInput {
    ArticleInput {
        id: id.to_owned(),
        text: format!("{SHARED}{sentence}"),
        published: Some(published.to_owned()),
        ..ArticleInput::default()
    }
}

/// Whether the numbers of reports that end with these sentences are in conflict, whichever comes first.
#[track_caller]
fn is_conflict(left: (&str, &str), right: (&str, &str)) -> bool {
    let one_way = |left: (&str, &str), right: (&str, &str)| {
        let articles = vec![article("a", left.0, left.1), article("b", right.0, right.1)];
        let report = compare(&Request { articles, options: None }).expect("the request is well-formed");
        let is_number = |kind| matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure);
        report.findings.iter().any(|finding| finding.relation == Relation::Conflict && is_number(finding.kind))
    };
    let is_conflict = one_way(left, right);
    assert_eq!(is_conflict, one_way(right, left), "{left:?} / {right:?}");
    is_conflict
}

/// The first two sentences are of one thing, the third is of another one.
#[track_caller]
fn differs_from_first_alone(one: &str, other: &str, of_another: &str) {
    let day = "2025-06-04";
    assert!(is_conflict((one, day), (other, day)), "{one} / {other}");
    assert!(!is_conflict((one, day), (of_another, day)), "{one} / {of_another}");
}

#[test]
fn what_fell_by_noon_may_have_fallen_further() {
    differs_from_first_alone(
        "Harrow Mills shares fell 6.6 per cent.",
        "On the news shares in Harrow Mills dropped 4.3 per cent.",
        "By 9.40 a.m. shares in Harrow Mills had dropped 4.3 per cent.",
    );
}

#[test]
fn a_price_before_a_day_is_not_that_of_a_later_one() {
    differs_from_first_alone(
        "The price of Harrow shares tumbled on Tuesday, falling to £59.20 before they recovered.",
        "The price of Harrow shares plunged to £92.50 in a few hours.",
        "Harrow shares took a hit on 28 May after the price plunged to £92.50 in a few hours.",
    );
}

#[test]
fn numbers_over_other_spans_are_other_numbers() {
    differs_from_first_alone(
        "The mill won 50 export orders in its five seasons with Harrow.",
        "It won 38 export orders under Harrow.",
        "The mill has struggled the past two seasons, winning only 38 export orders over that span.",
    );
}

#[test]
fn numbers_of_opposed_sorts_are_other_numbers() {
    differs_from_first_alone(
        "The papers held the names of family members of two current directors, Dean Crisp and Ola Ruud.",
        "Named in the papers too is a host of relatives of four directors.",
        "Named in the papers too is a host of relatives of four former directors.",
    );
}

#[test]
fn others_come_on_top() {
    differs_from_first_alone(
        "The sale affects 140 weavers and dyers.",
        "Affected are 128 weavers and dyers, Brandt said.",
        "Affected are 12 managers as well as 128 other weavers and dyers, Brandt said.",
    );
}

#[test]
fn what_somebody_unknown_to_the_other_report_did_is_another_thing() {
    differs_from_first_alone(
        "Adela Brandt ran 48 kilometres around the mill for the hospital fund.",
        "Adela Brandt managed a run of 36 kilometres for the fund of the hospital.",
        "Jay Ajax managed a run of 36 kilometres for the fund of the hospital.",
    );
}

#[test]
fn a_report_of_weeks_later_tells_of_what_has_become_of_it() {
    let one = "The main loom reached a speed of 77 km/h in the trial, engineers told the board.";
    let other = "In tests, Harrow's biggest loom ran at 55 km/h.";
    assert!(is_conflict((one, "2025-06-04"), (other, "2025-06-06")));
    assert!(!is_conflict((one, "2025-06-04"), (other, "2025-06-24")));
}
