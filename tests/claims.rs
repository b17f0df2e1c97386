//! Two reports of one event whose claims or things differ or are not equally sure, and pairs that only look as if they did.

mod pair;
mod scene;

use scene::Scene;
use variorum::report::{Finding, Kind, Relation};

/// What both reports tell, so that they are of one story; then one sentence of each.
const SCENE: Scene = Scene(
    "Fire at Kelness mill\n\nA fire broke out at the old flour mill in Kelness on Tuesday night, the fire \
                      service said. The mill's owner, Adela Brandt, watched from the road.\n\n",
);

#[test]
fn a_claim_and_its_denial_differ() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ("The sprinklers in the grain store worked.", "The sprinklers in the grain store did not work.");
    differ("The sprinklers in the grain store were working.", "No sprinklers in the grain store were working.");
    differ("The town council voted against the rescue plan.", "The town council supported the rescue plan.");
    // None and some; what could not be and what could; one doubt about both; a thing known by its number.
    differ("Divers found no survivors in the grain store.", "Divers found two survivors in the grain store.");
    differ("The grain store could be saved.", "The grain store could not be saved.");
    differ("The grain store is expected to close.", "The grain store is not expected to close.");
    differ(
        "The 90-megawatt power plant downstream suffered no damage.",
        "The valley's 90-megawatt plant was damaged by falling beams.",
    );
}

#[test]
fn what_each_report_tells_once_of_one_subject_is_one_thing() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ("Brandt pleaded guilty.", "Brandt has denied the charges.");
    differ("Nobody was arrested.", "Two men were arrested at the gates.");
    differ("The guard has no plans to sell the grain store.", "The guard will sell the grain store.");
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    agree("The mill store will stay closed until June.", "The mill store will reopen in June.");
    agree("The ledgers detail the sales of grain.", "The ledgers do not detail who slept at the gate.");
}

#[test]
fn one_deed_told_once_by_each_report_is_one_thing_in_any_dress() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    // Of one and of several, at a time long ago, by a pronoun and by name.
    differ("The guild consulted the weavers.", "The guild did not consult the three weavers.");
    differ("The flues of the mill were swept in May 2024.", "The flues were not swept in May 2024.");
    differ("The weavers' guild was warned about the flues.", "Weavers said they had not been warned about the flues.");
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    agree("Some of the weavers were consulted.", "Two of the weavers were not consulted.");
    agree("The guild was warned about the flues.", "Brandt was not warned.");
}

#[test]
fn what_is_so_now_and_its_opposite_differ() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ("The grain store has reopened.", "The grain store is still closed.");
    differ("The guild has called off the summer fair.", "The summer fair will go ahead.");
    differ("Police have suspended the search of the grain store.", "The search of the grain store goes on.");
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    agree("The grain store has closed.", "The grain store will reopen.");
    agree("The guild suspended the summer fair.", "The summer fair has resumed.");
    agree("There were no cars in the yard.", "The fire involved a vehicle in the yard.");
}

#[test]
fn that_nobody_came_to_harm_is_the_same_in_many_words() {
    let same = |left, right| SCENE.relate(Kind::Polarity, Relation::Same, left, right);
    same("No lives were lost.", "Nobody was killed.");
    same("There were no reports of injuries.", "No one else was injured.");
    same("“Luckily no-one has been hurt,” said Brandt.", "Brandt said nobody was hurt.");
    same("All millworkers were unharmed, police said.", "No millworkers were injured.");
    same("A fire in 2011 caused no deaths.", "In 2011 the mill burnt without loss of life.");
    // Of some alone.
    SCENE.agree(Kind::Polarity, "Two millworkers were unharmed.", "Three millworkers were injured.");
    SCENE.differ(
        Kind::Polarity,
        "No one else was injured in the grain store.",
        "Two guards were injured in the grain store.",
    );
}

#[test]
fn who_says_that_nobody_was_hurt_may_differ() {
    let compatible = |kind, left, right| SCENE.relate(kind, Relation::Compatible, left, right);
    compatible(
        Kind::Attribution,
        "“No one was hurt,” said the town police.",
        "The mill guards said nobody was injured.",
    );
    compatible(Kind::Certainty, "No millworkers were hurt.", "All millworkers were unharmed, the town police said.");
    // "Is believed to have" is no speech, and a verb of nearly anything counts with what it is told of.
    let belief = "A candle left in the chapel is believed to have started the fire, police said.";
    compatible(Kind::Certainty, belief, "A candle in the chapel started the fire, which spread to the store.");
    // An article that says it both ways has no one speaker.
    let both = "No one was hurt. The town police said nobody was injured.";
    assert!(SCENE.relations(Kind::Certainty, both, "No one was hurt.").is_empty());
}

#[test]
fn a_vote_is_told_in_several_ways() {
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    agree(
        "Councilman Hugh Brandt voted no on the rescue plan.",
        "Councilman Hugh Brandt voted against the rescue plan.",
    );
    agree("Councilman Hugh Brandt voted yes on the rescue plan.", "Councilman Hugh Brandt voted for the rescue plan.");
}

#[test]
fn the_subject_may_stand_elsewhere() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ(
        "Adela Brandt came to the mill. She had locked the grain store.",
        "Adela Brandt, who had not locked the grain store, came to the mill.",
    );
    differ("Adela Brandt came but did not unlock the grain store.", "Brandt unlocked the grain store.");
    differ("Adela Brandt signed the lease of the store.", "The lease, which Brandt has not signed, is old.");
    // Another person by the same pronoun.
    SCENE.agree(
        Kind::Polarity,
        "Adela Brandt came to the mill. She had locked the grain store.",
        "Maria Sand came to the mill. She had not locked the grain store.",
    );
}

#[test]
fn what_was_done_is_told_actively_or_passively() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ("Brandt signed the lease of the grain store.", "The lease of the grain store was not signed.");
    differ("Divers had searched the grain store.", "The grain store was never searched by divers.");
    SCENE.agree(Kind::Polarity, "Divers found no beams in the grain store.", "The guard was found in the grain store.");
}

#[test]
fn an_apposition_names_the_doer_as_well() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ(
        "The insurer, Northgate, has agreed to pay for the grain store.",
        "Northgate refuses to pay for the grain store, said Brandt.",
    );
    differ("The owner, Adela Brandt, had sold the grain store.", "Brandt did not sell the grain store.");
}

#[test]
fn reported_words_shift_the_tense() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ("Brandt said she had sold the grain store.", "Brandt has not sold the grain store, she said.");
    differ("Brandt said she would sell the grain store.", "Brandt will not sell the grain store.");
    differ("Brandt agreed to sell the grain store.", "Brandt will not sell the grain store, she said.");
    differ("Brandt refused to sell the grain store.", "Brandt agreed to sell the grain store.");
    SCENE.agree(
        Kind::Polarity,
        "Brandt would sell the grain store if she could.",
        "Brandt will not sell the grain store.",
    );
}

#[test]
fn a_number_elsewhere_in_the_clause_makes_no_part() {
    let differ = |left, right| SCENE.differ(Kind::Polarity, left, right);
    differ(
        "The walls of the grain store were breached in two places.",
        "The walls of the grain store were not breached.",
    );
    differ("The grain store will reopen on 1 November.", "The grain store will not reopen this year.");
}

#[test]
fn opposites_of_two_objects_are_two_deeds() {
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    agree("Brandt rejected the bid for the grain store.", "Brandt accepted the verdict of the grain court.");
    SCENE.differ(
        Kind::Polarity,
        "Brandt rejected the bid for the grain store.",
        "The bid for the grain store was accepted by Brandt.",
    );
}

#[test]
fn none_is_none_in_other_words() {
    let same =
        |left, right| assert_eq!(SCENE.relations(Kind::Polarity, left, right), [Relation::Same], "{left} / {right}");
    same("Nobody was hurt.", "There were no injuries.");
    same("There have been no deaths in the mill.", "No one died.");
}

#[test]
fn a_denial_of_something_else_is_no_difference() {
    let agree = |left, right| SCENE.agree(Kind::Polarity, left, right);
    // Another time, another mood, a condition, doubt, a part of many.
    agree("The sprinklers in the grain store worked.", "The sprinklers in the grain store will not work.");
    agree("The sprinklers in the grain store worked.", "The sprinklers in the grain store had not worked since 1998.");
    agree(
        "The sprinklers in the grain store worked.",
        "If the sprinklers in the grain store did not work, he will sue.",
    );
    agree("The sprinklers in the grain store worked.", "The sprinklers in the grain store may not have worked.");
    agree("Some sprinklers in the grain store worked.", "Some sprinklers in the grain store did not work.");
    agree("Four sprinklers in the grain store worked.", "The sprinklers in the grain store did not work.");
    // What was open may be closed later.
    agree("The road past the grain store was open.", "The road past the grain store was closed.");
    // Another subject.
    agree("The sprinklers in the grain store worked.", "The telephones in the grain store did not work.");
    // A report that tells both.
    agree(
        "The sprinklers in the grain store worked. The sprinklers in the attic of the grain store did not work.",
        "The sprinklers in the grain store did not work.",
    );
}

#[test]
fn two_things_in_one_part_differ() {
    SCENE.differ(
        Kind::Other,
        "The fire engine struck a tractor near the grain store.",
        "The fire engine hit a bus near the grain store.",
    );
}

#[test]
fn things_of_one_family_or_told_by_both_do_not_differ() {
    let agree = |left, right| SCENE.agree(Kind::Other, left, right);
    agree("The fire engine struck a taxi near the grain store.", "The fire engine hit a car near the grain store.");
    agree("The fire engine struck a vehicle near the grain store.", "The fire engine hit a bus near the grain store.");
    agree(
        "The fire engine struck a tractor near the grain store. A bus passed.",
        "The fire engine hit a bus near the grain store.",
    );
}

/// The words shown for each article where one claim is told more or less firmly.
fn firmness(left: &str, right: &str) -> Vec<Vec<String>> {
    let report = SCENE.report(left, right);
    let found = report.findings.into_iter().filter(|finding| finding.kind == Kind::Certainty);
    found.map(|finding| finding.readings.into_iter().map(|reading| reading.text).collect()).collect()
}

#[test]
fn a_claim_told_and_doubted_may_both_be_right() {
    assert_eq!(
        firmness(
            "The blaze destroyed the grain store and a barn.",
            "The blaze appears to have destroyed the grain store and a barn."
        ),
        [["destroyed", "appears to have destroyed"]]
    );
    assert_eq!(
        firmness(
            "Police believe that a lorry driver unlocked the grain store.",
            "The fire chief said that a lorry driver unlocked the grain store."
        ),
        [["believe", "unlocked"]]
    );
}

#[test]
fn a_claim_told_and_ascribed_may_both_be_right() {
    assert_eq!(
        firmness(
            "The weavers working the looms fled through the loading bay.",
            "The weavers fled through a loading bay at the back, a neighbour said."
        ),
        [["fled", "a neighbour said"]]
    );
    // The words of a speaker against the report's own.
    assert_eq!(
        firmness(
            "A police spokeswoman said: \"The grain store is badly damaged.\"",
            "The blaze has badly damaged the grain store."
        ),
        [["A police spokeswoman said", "has badly damaged"]]
    );
    // When something else was dates the deed no more than that.
    assert_eq!(
        firmness(
            "The blaze destroyed the grain store rebuilt after the flood of 2004.",
            "The blaze destroyed the grain store, the mayor said."
        ),
        [["destroyed", "the mayor said"]]
    );
    // What somebody says of himself is no less sure; and a post without quotation marks is nothing the report says.
    let nothing: [[&str; 2]; 0] = [];
    assert_eq!(
        firmness(
            "The miller, Ada Brandt, said she saw the weavers in the mill.",
            "Ada Brandt saw the weavers in the mill."
        ),
        nothing
    );
    assert_eq!(
        firmness(
            "We rebuilt the grain store for the farmers of Kelness.",
            "The company rebuilt the grain store for the farmers of Kelness, it said."
        ),
        nothing
    );
}

/// The relation and the words shown for each article where one claim has several speakers.
fn speakers(left: &str, right: &str) -> Vec<(Relation, Vec<String>)> {
    let report = SCENE.report(left, right);
    let found = report.findings.into_iter().filter(|finding| finding.kind == Kind::Attribution);
    let words =
        |finding: Finding| (finding.relation, finding.readings.into_iter().map(|reading| reading.text).collect());
    found.map(words).collect()
}

#[test]
fn two_may_have_said_one_thing() {
    let said = |left: &str, right: &str| {
        speakers(
            &format!("{left} said a guard had unlocked the grain store."),
            &format!("{right} said that a guard had unlocked the grain store on Monday."),
        )
    };
    let both = |left: &str, right: &str| (Relation::Compatible, vec![left.to_owned(), right.to_owned()]);
    assert_eq!(said("Kelness police", "Two neighbours"), [both("Kelness police", "Two neighbours")]);
    // One and the same, or known only from what stands before.
    assert_eq!(said("A spokesman for the Mill Trust", "A spokeswoman from the Mill Trust"), []);
    assert_eq!(said("The Kelness Fire Service", "The KFS"), []);
    assert_eq!(said("Kelness police", "The owner"), []);
}

#[test]
fn what_could_be_or_is_told_both_ways_is_no_weaker_claim() {
    let none = |left, right| assert_eq!(firmness(left, right), Vec::<Vec<String>>::new(), "{left} / {right}");
    none("The blaze destroyed the grain store.", "The blaze could destroy the grain store.");
    none("The blaze destroyed the grain store.", "It is not known whether the blaze destroyed the grain store.");
    none("The blaze destroyed the grain store.", "The blaze appears to have spared the grain store.");
    none(
        "The blaze destroyed the grain store and a barn.",
        "The blaze appears to have destroyed the grain store and a barn. The blaze destroyed the grain store and a barn.",
    );
    none("The blaze destroyed the grain store.", "A potentially deadly blaze destroyed the grain store.");
}
