//! Where sentences end, and where they only seem to.

use super::*;
use crate::{
    language::{lexicon::EN, tokens::tokenize},
    text::ByteSpan,
};

#[track_caller]
fn check(expected: &[&str]) {
    let text = expected.join(" ");
    let tokens = tokenize(&text, ByteSpan::new(0, text.len() as u32), &EN);
    let sentences: Vec<&str> = split(&text, &tokens, &EN)
        .into_iter()
        .map(|range| tokens[range.start].span.cover(tokens[range.end - 1].span).slice(&text))
        .collect();
    assert_eq!(sentences, expected);
}

#[test]
fn abbreviations_do_not_end_sentences() {
    check(&["Gen. J. K. Marsh of the U.S. Navy met Mr. Oduya at 5 p.m. Tuesday.", "He left."]);
    check(&["They returned to the U.S.", "The navy did not."]);
}

#[test]
fn quotes_close_with_their_sentence() {
    check(&["“We ran.”", "“Nobody knew!” she said.", "He nodded."]);
    check(&["\"We ran.\"", "\"Who knew?\" she said."]);
}

#[test]
fn no_sentence_is_endless() {
    for (text, parts) in [("12 hurt ".repeat(500), 3), ("$1".repeat(800), 2), ("Go. ".repeat(800), 800)] {
        let tokens = tokenize(&text, ByteSpan::new(0, text.len() as u32), &EN);
        assert_eq!(split(&text, &tokens, &EN).len(), parts, "{} tokens", tokens.len());
    }
}

#[test]
fn ellipses_and_numbers_go_on() {
    check(&["It rose by 3.5 points ... and then fell.", "No. 5 won."]);
    check(&["He waited…", "Then he left."]);
}

#[test]
fn titles_and_initials_belong_to_names() {
    check(&["Col. Inf. Irvan Sitorus met Snr. Comr. Agus Wibowo and Lt.-Col. Dana Roe.", "They left."]);
    check(&["He thanked Sjt. Paul Dunn.", "Nobody else came."]);
    check(&["It was written by J. R. Ewald.", "She denied it."]);
    check(&["The vaccine is against hepatitis B.", "The ministry paid for it."]);
    check(&["He asked for you and I.", "Did he say why?"]);
}

#[test]
fn numbered_abbreviations_need_their_number() {
    check(&["The No. 9 bus ran late.", "Gate No. 3 is shut.", "See p. 14 and Fig. 2."]);
    check(&["Would they vote for it?", "No.", "The chair said so."]);
    check(&["See Art. IV of the charter."]);
    check(&["Flight no. 446 left late.", "A statement came from her rep.", "The pair had married in May."]);
}

#[test]
fn times_of_day_go_on_with_their_day_or_zone() {
    check(&["It opened at 9 a.m. Eastern time.", "It shut at 5 p.m. EST on Monday."]);
    check(&["At 5 a.m. Mr. Oduya left.", "He came back at 6 p.m.", "Mrs. Oduya did not."]);
    check(&["Polls close at 8 p.m.", "Results are due by 11 p.m. – the earliest yet – or later."]);
    check(&["She starts on Nov. 4.", "He left in Sept.", "Prices rose in Dec. 2015."]);
}

#[test]
fn places_and_firms_end_a_sentence_where_another_begins() {
    check(&["The firm moved to Boulder, Colo.", "Neighbours welcomed it."]);
    check(&["Acme Inc. (ACM) sued Bolt Ltd. in the U.S. Supreme Court.", "It won."]);
    check(&["They live on Mill St.", "Nobody was at home."]);
    check(&["St. Brendan's is on St. Mary Ave. in the U.K. capital."]);
}

#[test]
fn what_the_speaker_is_told_by_belongs_to_the_quote() {
    check(&["“Who knew?” Mr. Marsh said.", "He nodded."]);
    check(&["\"What now?!\" they said, and left.", "\"Nothing!\"", "Nobody laughed."]);
    check(&["“Who goes there?” Lena Marsh asked.", "Nobody did."]);
    check(&["“It is over.”", "That is what he said."]);
    check(&["“Never!” – she added – “and that is all.”", "He left."]);
}

#[test]
fn omissions_are_no_ends() {
    check(&["\"The plan [...] was sound [...]\" (Marsh 55).", "It failed."]);
    check(&["It was . . . well, late.", "He said . . . I was not there."]);
    check(&["They ran out of time.", ". . . The plan was not abandoned. . . ."]);
    check(&["It cost more than they had . . . .", "They left."]);
}

#[test]
fn lists_are_split_at_their_marks() {
    check(&["1. Call the police.", "2. Leave the house."]);
    check(&["1) Call the police", "2) Leave the house", "3) Wait"]);
    check(&["a. The first demand", "b. The second demand"]);
    check(&["• 9. The ninth bill", "• 10. The tenth bill"]);
    check(&["• milk for 12 children", "• bread"]);
    check(&["There were 12 of them in 2019.", "20 came back."]);
}

#[test]
fn marks_do_not_stand_alone() {
    check(&["Really?!", "Yes!!"]);
    check(&["! ! !"]);
    check(&[". . ."]);
}

#[test]
fn a_missing_space_still_ends_a_sentence() {
    let count = |text: &str| {
        let tokens = tokenize(text, ByteSpan::new(0, text.len() as u32), &EN);
        split(text, &tokens, &EN).len()
    };
    assert_eq!(count("Ten people left.Then it rained. See desk.org and Booking.Com or 3.b today."), 3);
    assert_eq!(count("It lies west of Africa.The rings are deep, she said.\"What we saw was new.\""), 3);
}
