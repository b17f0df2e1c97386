//! Words that were put in the place of others in a copied sentence: who is meant, what sort of person or thing it is, and
//! which of two it was.

mod pair;

use pair::report_on;
use variorum::report::{Finding, Kind, Relation};

/// What both reports tell, so that they are of one story.
const SHARED: &str =
    "The council of Kelness met on Tuesday to hear of the flood at the old mill and of what it cost.\n\n";

fn conflicts(left: &str, right: &str) -> Vec<Finding> {
    let report = report_on(&format!("{SHARED}{left}"), &format!("{SHARED}{right}"));
    report.findings.into_iter().filter(|finding| finding.relation == Relation::Conflict).collect()
}

/// Two sentences differ in these words, whichever report comes first.
#[track_caller]
fn differ(kind: Kind, left: &str, right: &str, readings: [&str; 2]) {
    for (left, right, readings) in [(left, right, readings), (right, left, [readings[1], readings[0]])] {
        let found = conflicts(left, right);
        let tells = |finding: &Finding| {
            let words: Vec<&str> = finding.readings.iter().map(|reading| reading.text.as_str()).collect();
            finding.kind == kind && words == readings
        };
        assert!(found.iter().any(tells), "{left} / {right}: {found:?}");
    }
}

#[track_caller]
fn agree(left: &str, right: &str) {
    for (left, right) in [(left, right), (right, left)] {
        assert!(conflicts(left, right).is_empty(), "{left} / {right}: {:?}", conflicts(left, right));
    }
}

#[test]
fn nationalities_and_faiths_differ() {
    let differ = |left, right, words| differ(Kind::Other, left, right, words);
    differ(
        "Two ferries rescued a Norwegian trawler that drifted near the harbour wall at dawn.",
        "Two ferries rescued a Danish trawler that drifted near the harbour wall at dawn.",
        ["Norwegian", "Danish"],
    );
    differ(
        "The minister laid a wreath at the Jewish cemetery on the edge of the town.",
        "The minister laid a wreath at the Catholic cemetery on the edge of the town.",
        ["Jewish", "Catholic"],
    );
    differ(
        "The bursary is open to Kenyans who have lived in the town for a year.",
        "The bursary is open to Ugandans who have lived in the town for a year.",
        ["Kenyans", "Ugandans"],
    );
    // The Scots are British, and Sunnis are Muslims.
    agree(
        "Two ferries rescued a Scottish trawler that drifted near the harbour wall at dawn.",
        "Two ferries rescued a British trawler that drifted near the harbour wall at dawn.",
    );
    agree(
        "The mayor thanked the Muslim volunteers who had carried sandbags all night.",
        "The mayor thanked the Sunni volunteers who had carried sandbags all night.",
    );
}

#[test]
fn people_of_two_sorts_differ() {
    let differ = |left, right, words| differ(Kind::Other, left, right, words);
    differ(
        "Passengers carried the injured to the platform before the first ambulance came.",
        "Staff carried the injured to the platform before the first ambulance came.",
        ["Passengers", "Staff"],
    );
    differ(
        "The hall was full of tenants who wanted to hear what the owner would say.",
        "The hall was full of shareholders who wanted to hear what the owner would say.",
        ["tenants", "shareholders"],
    );
    agree(
        "The hall was full of staff who wanted to hear what the owner would say.",
        "The hall was full of employees who wanted to hear what the owner would say.",
    );
}

#[test]
fn a_man_is_no_woman() {
    let differ = |left, right, words| differ(Kind::Person, left, right, words);
    differ(
        "The cat's owner was fined £500. He pleaded guilty to failing to feed the cats for a week.",
        "The cat's owner was fined £500. She pleaded guilty to failing to feed the cats for a week.",
        ["He", "She"],
    );
    differ(
        "Mr Holroyd made the discovery on the stairs of the mill on Tuesday morning.",
        "Mrs Holroyd made the discovery on the stairs of the mill on Tuesday morning.",
        ["Holroyd", "Holroyd"],
    );
    agree(
        "Susan Holroyd made the discovery on the stairs of the mill on Tuesday morning.",
        "Mrs Holroyd made the discovery on the stairs of the mill on Tuesday morning.",
    );
    // Whom "he" means is told by the sentence before.
    agree(
        "Brian Holroyd owns the mill. He made the discovery on the stairs on Tuesday morning.",
        "Brian Holroyd owns the mill. Holroyd made the discovery on the stairs on Tuesday morning.",
    );
}

#[test]
fn a_name_beside_another_of_its_sentence_differs() {
    differ(
        Kind::Person,
        "Forward Anna Lund has scored in every match under new coach Eva Moss this spring.",
        "Forward Anna Lund has scored in every match under new coach Anna Lund this spring.",
        ["Eva Moss", "Anna Lund"],
    );
    differ(
        Kind::Person,
        "Anna Lund took the boat and the prize from Eva Moss in the final at Kelness.",
        "Eva Moss took the boat and the prize from Anna Lund in the final at Kelness.",
        ["Anna Lund", "Eva Moss"],
    );
    agree(
        "Anna Lund will face Eva Moss in the final of the mixed regatta at Kelness.",
        "Eva Moss will face Anna Lund in the final of the mixed regatta at Kelness.",
    );
    agree(
        "Anna Lund and Eva Moss won their heats in the mixed regatta at Kelness.",
        "Eva Moss and Anna Lund won their heats in the mixed regatta at Kelness.",
    );
}

#[test]
fn a_word_that_opens_a_sentence_may_be_a_name() {
    differ(
        Kind::Person,
        "Nigel Pembury says the new wall could lead to worse floods down the valley.",
        "Tollivant says the new wall could lead to worse floods down the valley.",
        ["Nigel Pembury", "Tollivant"],
    );
    agree(
        "Silage was found in the stream below the mill on Tuesday, the council said.",
        "Slurry was found in the stream below the mill on Tuesday, the council said.",
    );
}

#[test]
fn opposites_in_a_copy_differ() {
    differ(
        Kind::Polarity,
        "This increases the risk of floods for those who live below the mill.",
        "This decreases the risk of floods for those who live below the mill.",
        ["increases", "decreases"],
    );
}

#[test]
fn marks_of_another_look_change_nothing() {
    differ(
        Kind::Organisation,
        "Tarn & Sons's new tinned chowder contains a surprising 46.5g of fat a portion.",
        "Brisk Foods Ltd’s new tinned chowder contains a surprising 46.5g of fat a portion.",
        ["Tarn & Sons", "Brisk Foods Ltd"],
    );
}

#[test]
fn a_number_below_zero_is_itself() {
    let cold = "The temperature was minus 3 degrees Celsius at the mill on Monday night, the council said.";
    agree(cold, cold);
}
