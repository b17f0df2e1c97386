//! What numbers are about, class of phrase by class of phrase.

use super::Role;
use crate::{
    article::{Article, Part, Passage},
    facts::{Kind, Stated, Value, extract},
    language::{Document, read},
    text::ByteSpan,
};

/// Checks the anchors of the numbers of a sentence: `number: head | predicate`, with ` part` or ` more` behind it
/// where the frame says so; further words are left out.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let span = ByteSpan::new(0, text.len() as u32);
    let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
    let document = read(&Article { text, passages, remarks: Vec::new() });
    let facts = extract(&document, None, None);
    let is_number = |stated: &&Stated| matches!(stated.mention.kind, Kind::Count | Kind::Money | Kind::Measure);
    let found: Vec<String> = facts.mentions.iter().filter(is_number).map(|stated| show(&document, stated)).collect();
    assert_eq!(found, expected, "{:?}", document.tags);
}

fn show(document: &Document<'_>, stated: &Stated) -> String {
    let words = |role| stated.frame.with(role).map(|at| document.word(at)).collect::<Vec<_>>().join(" ");
    let number = stated.mention.span.slice(document.text);
    let scope = match (stated.frame.is_part, stated.frame.is_extra) {
        (true, _) => " part",
        (_, true) => " more",
        _ => "",
    };
    format!("{number}: {} | {}{scope}", words(Role::Head), words(Role::Predicate))
}

#[test]
fn what_is_joined_shares_its_verb() {
    check("Two nurses and a porter were hurt.", &["Two: nurses | hurt"]);
    check("Three officers and two civilians were killed.", &["Three: officers | killed", "two: civilians | killed"]);
    check("Twelve miners, two rescuers and a doctor died.", &["Twelve: miners | died", "two: rescuers | died"]);
    check("Four cars from Kelness and a van collided.", &["Four: cars | collided"]);
    check("About 40 homes and other buildings were damaged.", &["About 40: homes | "]);
    check("The fire destroyed four houses and two barns.", &["four: houses | destroyed", "two: barns | destroyed"]);
}

#[test]
fn a_noun_says_what_happened_to_those_behind_of() {
    check("The minister announced the death of six.", &["six:  | death"]);
    check("The deaths of 14 workers shocked the town.", &["14: workers | deaths"]);
    check("The arrest of three men followed a raid.", &["three: men | arrest"]);
    check("The loss of 400 jobs was confirmed.", &["400: jobs | loss"]);
    check("He was charged with the murder of two sisters.", &["two: sisters | murder"]);
    check("A profit of $5m was reported.", &["$5m: profit | reported"]);
}

#[test]
fn forms_in_ing_take_their_number() {
    check("A bomb exploded, killing two and wounding 11 others.", &["two:  | killing", "11:  | wounding more"]);
    check("The bus overturned, injuring 22 passengers.", &["22: passengers | injuring"]);
    check("Gunmen opened fire, leaving two wounded.", &["two:  | leaving wounded"]);
}

#[test]
fn parts_share_what_happened_to_the_whole() {
    check("Fourteen people were hurt, of whom three seriously.", &["Fourteen: people | hurt", "three:  | hurt part"]);
    check("She has nine employees, two of whom were injured.", &["nine: employees | ", "two:  | injured part"]);
    check("Ten died, including three children.", &["Ten:  | died", "three: children | died part"]);
    check("Among the dead were three children.", &["three: children | dead part"]);
    check("Of the 40 passengers, 12 were injured.", &["40: passengers |  part", "12:  | injured part"]);
    check("Six of the victims died at the scene.", &["Six: victims | died part"]);
}

#[test]
fn a_toll_says_what_happened() {
    check("The toll stood at 10.", &["10:  | stood"]);
    check("The death toll rose to 64.", &["64:  | rose death"]);
    check("Officials put the number of dead at 31.", &["31:  | put dead"]);
    check("The number of injured climbed to 35.", &["35:  | injured climbed"]);
}

#[test]
fn headlines_need_no_verb() {
    check("10 dead, 30 hurt in blast", &["10:  | dead", "30:  | hurt"]);
    check("Blast kills 2, injures 7", &["2:  | kills", "7:  | injures"]);
    check("Explosion leaves 14 dead and 30 missing", &["14:  | leaves dead", "30:  | missing"]);
    check("Two killed in Kelness fire", &["Two:  | killed"]);
}

#[test]
fn a_verb_that_says_little_leaves_it_to_its_object() {
    check("Eleven people suffered burns.", &["Eleven: people | suffered burns"]);
    check("Four residents had minor injuries.", &["Four: residents | had injuries"]);
    check("It took 60 firefighters six hours.", &["60: firefighters | took", "six hours:  | took"]);
}

#[test]
fn what_is_left_in_a_state_has_two_predicates() {
    check("The crash left 12 people injured.", &["12: people | left injured"]);
    check("The attack left four dead.", &["four:  | left dead"]);
    check("The storm left 3,000 homes without power.", &["3,000: homes | left"]);
}

#[test]
fn asides_and_relative_clauses_stand_between_subject_and_verb() {
    check("Some 400 protesters, who blocked the road, were arrested.", &["Some 400: protesters | arrested"]);
    check("Two men, both from Kelness, were charged.", &["Two: men | charged"]);
    check("The 26 students who were on the bus escaped.", &["26: students | escaped"]);
    check("The 12 miners who died in May were buried.", &["12: miners | died buried"]);
    check("Two men killed in the blast were named.", &["Two: men | killed"]);
}

#[test]
fn what_lasts_is_not_what_it_lasts_for() {
    check("They blocked the road for three hours.", &["three hours:  | blocked"]);
    check("She paid $40 for a ticket.", &["$40:  | paid"]);
    check("The firm sells a ticket for $40.", &["$40: ticket | sells"]);
}

#[test]
fn what_hangs_on_a_number_is_counted() {
    check("They live in a 14-storey block.", &["14: storey | live"]);
    check("A 15-member council was elected.", &["15: member | elected"]);
    check("The three-vehicle crash closed the road.", &["three: vehicle | closed"]);
    check("A 12-strong crew sank.", &["12: crew | sank"]);
}

#[test]
fn an_adjective_says_what_is_measured() {
    check("The lake is 24 km long.", &["24 km: long | "]);
    check("The blast left a crater two metres wide.", &["two metres: wide crater | left"]);
    check("The ferry, a wooden craft 22 metres long, was sold.", &["22 metres: long craft | "]);
}

#[test]
fn a_subject_stands_before_what_narrows_it() {
    let subjects = |text: &str| {
        let span = ByteSpan::new(0, text.len() as u32);
        let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
        let document = read(&Article { text, passages, remarks: Vec::new() });
        let facts = extract(&document, None, None);
        let last = facts.mentions.iter().rfind(|stated| matches!(stated.mention.value, Value::Quantity(_)));
        let frame = last.map(|stated| stated.frame.clone()).unwrap_or_default();
        frame.with(Role::Subject).map(|at| document.word(at)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(subjects("The number of people living in tents rose to 4,000."), "tents people number");
    assert_eq!(subjects("The bridge, built in 1931, is 212 metres long."), "bridge");
    assert_eq!(subjects("Borrowings, net of cash, came to £1.3bn."), "Borrowings");
    assert_eq!(subjects("Turnover hit £5m."), "Turnover");
}

#[test]
fn what_befell_them_stands_behind() {
    check("Divers searched for 33 people still missing.", &["33: people | missing"]);
    check("The boat sank with 24 confirmed dead.", &["24:  | dead"]);
    check("Hopes fade for 33 missing after the disaster.", &["33:  | missing"]);
}

#[test]
fn a_time_is_not_what_is_counted() {
    check(
        "The company made a profit of £397m in the 52 weeks to March.",
        &["£397m: profit | made", "52 weeks:  | made"],
    );
    check("The toll stood at 27 last night.", &["27:  | stood"]);
}

#[test]
fn a_number_of_them_opens_the_sentence() {
    check("The number of homes destroyed in the flood on Monday was put at 53.", &["53:  | put destroyed"]);
    check("The rocket, 24 metres tall, stood on the pad.", &["24 metres: tall rocket | "]);
    check("On Friday 580 of them were scrapped.", &["580:  | scrapped part"]);
    check("Universities accepted 243,650 applicants by Monday.", &["243,650: applicants | accepted"]);
}

#[test]
fn what_is_included_tells_of_a_part() {
    check(
        "The coach, with 53 passengers including several children, left the road.",
        &["53: passengers | ", "several: children |  part"],
    );
}

#[test]
fn what_is_worth_so_much_stands_before_it() {
    check(
        "Robbers stole nine paintings worth an estimated €140 million.",
        &["nine: paintings | stole", "an estimated €140 million:  | worth"],
    );
    check("The firm signed a contract worth up to $5m.", &["up to $5m:  | worth"]);
}

#[test]
fn a_question_says_what_its_answer_counts() {
    check("How many people have died? At least 51, the government says.", &["At least 51: people | died"]);
    check("How many were injured? Nearly two dozen.", &["Nearly two dozen:  | injured"]);
    check("What happened? Two men fell.", &["Two: men | fell"]);
}
