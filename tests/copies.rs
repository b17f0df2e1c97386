//! Sentences that two reports have nearly word for word: what stands at one place of both is one thing.

mod pair;

use pair::report_on;
use variorum::report::{Finding, Kind, Relation};

fn conflicts(left: &str, right: &str) -> Vec<Finding> {
    let report = report_on(left, right);
    report.findings.into_iter().filter(|finding| finding.relation == Relation::Conflict).collect()
}

/// Two texts differ in one thing, and these are its readings, whichever of them comes first.
#[track_caller]
fn differ(kind: Kind, left: &str, right: &str, readings: [&str; 2]) {
    for (left, right, readings) in [(left, right, readings), (right, left, [readings[1], readings[0]])] {
        let found = conflicts(left, right);
        let told: Vec<(Kind, Vec<&str>)> = found
            .iter()
            .map(|finding| (finding.kind, finding.readings.iter().map(|reading| reading.text.as_str()).collect()))
            .collect();
        assert_eq!(told, [(kind, readings.to_vec())], "{left} / {right}");
    }
}

#[track_caller]
fn agree(left: &str, right: &str) {
    for (left, right) in [(left, right), (right, left)] {
        assert!(conflicts(left, right).is_empty(), "{left} / {right}");
    }
}

#[test]
fn numbers_and_times_at_one_place_differ() {
    differ(
        Kind::Money,
        "The port of Kelness bought two used ferries for £32.8m, its board said.",
        "The port of Kelness bought two used ferries for £45m, its board said.",
        ["£32.8m", "£45m"],
    );
    differ(
        Kind::Time,
        "The last mill in Kelness closed its gates for good on 7 January 2012, the union said.",
        "The last mill in Kelness closed its gates for good on 17 April 2015, the union said.",
        ["7 January 2012", "17 April 2015"],
    );
}

#[test]
fn places_in_an_order_differ() {
    differ(
        Kind::Count,
        "Anna Lund scored from a penalty in the second half for the visitors at Kelness Park.",
        "Anna Lund scored from a penalty in the first half for the visitors at Kelness Park.",
        ["second", "first"],
    );
    differ(
        Kind::Count,
        "The harbour team lie 31 points behind their rivals in 10th place of the league table.",
        "The harbour team lie 31 points behind their rivals in fifth place of the league table.",
        ["10th", "fifth"],
    );
    agree(
        "Anna Lund came second in the downhill race. Eva Moss won.",
        "Third in the slalom was Anna Lund, who had fallen on Monday.",
    );
}

#[test]
fn loosened_figures_and_distances_differ() {
    differ(
        Kind::Count,
        "Some 100 carved figures have been found on the remote island in the Kelness Sea.",
        "Some 105 carved figures have been found on the remote island in the Kelness Sea.",
        ["Some 100", "Some 105"],
    );
    differ(
        Kind::Measure,
        "The creatures lived in shallow seas more than 540 million years ago, the museum in Kelness said.",
        "The creatures lived in shallow seas more than 500 million years ago, the museum in Kelness said.",
        ["more than 540 million years", "more than 500 million years"],
    );
    differ(
        Kind::Time,
        "The ferry race takes place on the fjord again, two years after the fire, and the town is ready.",
        "The ferry race takes place on the fjord again, four years after the fire, and the town is ready.",
        ["two years after", "four years after"],
    );
}

#[test]
fn a_number_differs_though_the_headline_has_the_same() {
    let text = |dead: &str| {
        format!(
            "Blast kills 12 at Kelness depot\n\nA blast at a Kelness fuel depot killed {dead} workers, police said."
        )
    };
    let found = conflicts(&text("12"), &text("14"));
    // The second report's own headline differs from its text as well.
    let between = found.iter().map(|finding| finding.readings.iter().map(|it| (it.article.as_str(), it.text.as_str())));
    assert!(between.map(Iterator::collect::<Vec<_>>).any(|readings| readings == [("a", "12"), ("b", "14")]));
}

#[test]
fn names_at_one_place_differ() {
    differ(
        Kind::Person,
        "The walker was found alive by Helena Marsh near the old quarry on Tuesday.",
        "The walker was found alive by Anna Brandt near the old quarry on Tuesday.",
        ["Helena Marsh", "Anna Brandt"],
    );
    differ(
        Kind::Place,
        "The stolen painting was found in a locker at the station in Paris after six years.",
        "The stolen painting was found in a locker at the station in London after six years.",
        ["Paris", "London"],
    );
}

#[test]
fn a_denial_at_one_place_differs() {
    differ(
        Kind::Polarity,
        "The ferry company is preparing for the worst case, its manager told the council.",
        "The ferry company is not preparing for the worst case, its manager told the council.",
        ["is preparing", "is not preparing"],
    );
}

#[test]
fn what_may_be_one_name_is_no_difference() {
    agree(
        "A ticket was sold to the wrong brother, All Nippon Airways said in a statement on Tuesday.",
        "A ticket was sold to the wrong brother, ANA said in a statement on Tuesday.",
    );
    agree(
        "The tram operator FirstGroup and others will help to find the cause, the mayor said.",
        "The tram operator First Group and others will help to find the cause, the mayor said.",
    );
    agree(
        "Helena Marsh and Anna Brandt found the walker near the old quarry on Tuesday.",
        "Anna Brandt and Helena Marsh found the walker near the old quarry on Tuesday.",
    );
}

#[test]
fn items_of_one_list_are_no_copies_of_each_other() {
    agree(
        "Results of the day at Kelness track.\n\nMarsh won the first race in 41 seconds.\n\nBrandt won the third race in 44 \
         seconds.",
        "Results of the day at Kelness track.\n\nBrandt won the third race in 44 seconds.\n\nMarsh won the first race in 41 \
         seconds.",
    );
}

#[test]
fn rewording_alone_is_no_difference() {
    agree(
        "Company revenues rose by 19% in the quarter, while growth is expected to stay low despite costs rising 10%.",
        "Company revenues increased by 19% in the quarter, while growth is forecast to stay low despite a 10% rise of costs.",
    );
}

#[test]
fn what_is_left_of_a_share_is_no_other_share() {
    let found = conflicts(
        "At the last inspection 60 per cent of the homes in Kelness Tower had a working smoke alarm.",
        "At the last inspection 40 per cent of the homes in Kelness Tower had no working smoke alarm.",
    );
    assert!(found.iter().all(|finding| finding.kind != Kind::Percent), "{found:?}");
}
