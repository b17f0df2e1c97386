//! Two reports of one event that date it, or name and describe who and where, in two ways.

mod pair;

use pair::report_on;
use variorum::report::{Kind, Relation};

/// What both reports tell, so that they are of one story; then one sentence of each.
const SHARED: &str = "Fire at Kelness mill\n\nA fire broke out at the old flour mill in Kelness, the fire service said. \
                      The mill's owner, Adela Brandt, watched from the road.\n\n";

/// The relation between the readings of these words in reports that end with these sentences; none where they do not
/// meet. The words stand between square brackets.
fn relation(kind: Kind, left: &str, right: &str) -> Option<Relation> {
    let words = |sentence: &str| sentence.split(['[', ']']).nth(1).map(str::to_owned);
    let text = |sentence: &str| format!("{SHARED}{}", sentence.replace(['[', ']'], ""));
    let report = report_on(&text(left), &text(right));
    let (left, right) = (words(left), words(right));
    let found = report.findings.iter().find(|finding| {
        let has = |id: &str, words: &Option<String>| {
            finding.readings.iter().any(|reading| reading.article == id && Some(&reading.text) == words.as_ref())
        };
        finding.kind == kind && has("a", &left) && has("b", &right)
    });
    found.map(|finding| finding.relation)
}

#[track_caller]
fn check(kind: Kind, left: &str, right: &str, expected: Option<Relation>) {
    assert_eq!(relation(kind, left, right), expected, "{left} / {right}");
    assert_eq!(relation(kind, right, left), expected, "{right} / {left}");
}

#[test]
fn hours_that_lie_close_meet_whatever_is_said_of_them() {
    let compatible = |left, right| check(Kind::Time, left, right, Some(Relation::Compatible));
    compatible("Phones rang out in the valley at [12.45 p.m.]", "The alert was sent [shortly before 1 p.m.]");
    compatible("The roof fell in at [3.42 a.m.]", "Neighbours were woken [shortly before four in the morning].");
    // Half an hour is what "about" may allow, and as often a difference: nothing is said of it.
    check(Kind::Time, "The alarm went off at [7.40 a.m.]", "Engines came at [about 8.10 a.m.]", None);
}

#[test]
fn a_day_is_one_with_and_without_its_hour() {
    let same = |left, right| check(Kind::Time, left, right, Some(Relation::Same));
    same("The roof of the mill fell in at [3.42 a.m. on Tuesday].", "The roof of the mill fell in on [Tuesday].");
    // A part of the day makes it more precise.
    let compatible = |left, right| check(Kind::Time, left, right, Some(Relation::Compatible));
    compatible("The old mill burned down on [Tuesday night].", "The old mill burned down on [Tuesday].");
    compatible("The mill burned down before [dawn on Tuesday].", "The mill burned down on [Tuesday].");
}

#[test]
fn distant_dates_meet_at_any_precision() {
    let compatible = |left, right| check(Kind::Time, left, right, Some(Relation::Compatible));
    compatible(
        "The last blaze at the flour mill was on [4 January 1979].",
        "A blaze at the flour mill in [1979] was worse.",
    );
    check(
        Kind::Time,
        "A gala reopens the hall on [12 September].",
        "Tickets for [12 September] are sold.",
        Some(Relation::Same),
    );
}

#[test]
fn one_hour_on_two_days_is_a_difference() {
    check(
        Kind::Time,
        "A meeting for residents will be held in the town hall on [Tuesday 10 June at 7 p.m.]",
        "Residents can put questions to the owners on [Monday 9 June at 7 p.m.] in the town hall.",
        Some(Relation::Conflict),
    );
    check(
        Kind::Time,
        "In the great flood of [1987], when 16 people lost their lives, the mill was spared.",
        "The mill was spared in the great flood of [1978], in which 16 people were killed.",
        Some(Relation::Conflict),
    );
}

#[test]
fn one_time_may_contain_another() {
    let may_both_hold = |left, right| check(Kind::Time, left, right, Some(Relation::Compatible));
    // Rounded by the way of counting.
    may_both_hold("The mill opened [42 years ago].", "The mill opened in [1982].");
    check(Kind::Time, "The mill opened [42 years ago].", "The mill opened in [1979].", None);
    // What is paid next month is not what is paid next year.
    check(
        Kind::Time,
        "The insurers would have paid [next year], Brandt said.",
        "The tenants were due to be paid [next month].",
        None,
    );
}

#[test]
fn sums_with_and_without_a_word_for_about_may_both_hold() {
    check(
        Kind::Money,
        "Brandt put the damage at [£2.3 million].",
        "The damage was put at [about £2.3 million] by Brandt.",
        Some(Relation::Compatible),
    );
    // Counts and measures are rounded anyhow.
    check(
        Kind::Count,
        "The mill employs [260] people.",
        "[Some 260] people are employed at the mill.",
        Some(Relation::Same),
    );
    // One bound in two units is one bound.
    let same = |left, right| check(Kind::Measure, left, right, Some(Relation::Same));
    same(
        "The school is [less than one kilometre] from the mill.",
        "The school is [less than 0.62 miles] from the mill.",
    );
    same("The chimney was [about 90 feet] tall.", "The chimney was [around 27 metres] tall.");
}

#[test]
fn a_description_is_short_for_the_name_that_ends_with_it() {
    let same = |left, right| check(Kind::Organisation, left, right, Some(Relation::Same));
    same("The site belongs to [Dunmore Borough Council].", "It pays rent to [the council].");
    same("[Tarrow Mills Trust] will rebuild it.", "It will be rebuilt by [the mills trust].");
    // Where two are named that end so, it may be either.
    check(
        Kind::Organisation,
        "It belongs to [Dunmore Borough Council], and Tarrow District Council owns the road.",
        "It pays rent to [the council].",
        None,
    );
}

#[test]
fn one_happening_is_found_in_other_words() {
    let conflict = |kind, left, right| check(kind, left, right, Some(Relation::Conflict));
    conflict(Kind::Time, "The engineer left Dunmore at [6.40 a.m.]", "The engineer set off at [7.15 a.m.]");
    conflict(Kind::Time, "Mr Rowe bought the mill in [2011].", "Mr Rowe, a baker, acquired the mill in [2008].");
    conflict(Kind::Time, "The inquiry starts on [June 19].", "Officials will begin their investigation on [June 21].");
    conflict(Kind::Time, "The pumps were lent to the town from [March].", "The town had borrowed pumps from [May].");
    conflict(
        Kind::Time,
        "Residents voted in a ballot that closed on [10 May].",
        "A poll of residents ended on [14 May].",
    );
    conflict(
        Kind::Time,
        "Born in Tarn in [1984], Mr Rowe is a baker.",
        "Mr Rowe, who was born in [1986], bakes bread.",
    );
    conflict(
        Kind::Time,
        "The curfew is in force until [6 a.m. on Friday].",
        "The curfew ends at [10 p.m. on Thursday].",
    );
    conflict(
        Kind::Place,
        "Two men were taken to hospital in [Burnie].",
        "Both men were driven to hospital in [Zeehan].",
    );
    conflict(
        Kind::Place,
        "Managers will meet the union for talks in [Sheffield].",
        "Talks between union and managers will be held in [Leeds].",
    );
}

#[test]
fn two_happenings_of_one_sort_stay_apart() {
    let apart = |kind, left, right| check(kind, left, right, None);
    // Others take part, or another of a row.
    apart(Kind::Time, "The engineer left Dunmore at [6.40 a.m.]", "The bishop set off at [7.15 a.m.]");
    apart(Kind::Time, "The first pump was delivered on [Monday].", "The second pump was delivered on [Tuesday].");
    // Where the noun lies is not where it happens.
    apart(Kind::Place, "The dam at [Lier] burst.", "The mill was hit when a wall burst in [Tarn].");
    // Of several places in a row none is the one.
    apart(Kind::Place, "Engines came from [Perth] and Dundee.", "Engines came from [Inverness] and Oban.");
}

#[test]
fn a_home_told_beside_a_name_is_that_of_the_person() {
    let differ = |left, right| check(Kind::Place, left, right, Some(Relation::Conflict));
    differ(
        "\"I ran for my life,\" said Kelly Rudd, 36, from [Leeds].",
        "One of those inside, Kelly Rudd of [York], thanked the crews.",
    );
    differ(
        "Kelly Rudd, 36, from [Leeds], was treated for burns.",
        "Kelly Rudd, who lives in [York], was treated for burns.",
    );
    let apart = |left, right| check(Kind::Place, left, right, None);
    apart("Kelly Rudd, 36, from [Leeds], was hurt.", "Jonas Tell, 41, from [York], was hurt.");
    apart("The mayor of [Leeds], Kelly Rudd, came.", "Kelly Rudd, 36, from [York], came.");
}

#[test]
fn a_noun_tells_what_happened_there_and_then() {
    check(
        Kind::Time,
        "Brandt is accused of incitement at a rally in Velm on [3 May].",
        "The charge of incitement against Brandt follows a rally in Velm on [10 May].",
        Some(Relation::Conflict),
    );
    // What was called off on a day was not held on it.
    check(
        Kind::Time,
        "The union called off the strike on [2 June].",
        "The strike of the union began on [30 May].",
        None,
    );
}

#[test]
fn what_is_told_of_somebody_by_a_pronoun_is_told_of_him() {
    check(
        Kind::Time,
        "Brandt was treated in hospital. She was discharged on [Monday evening].",
        "Adela Brandt was allowed home on [Tuesday].",
        Some(Relation::Conflict),
    );
}

#[test]
fn a_place_that_shares_its_first_word_may_hold_the_other() {
    check(
        Kind::Place,
        "Guests fled when a second fire started at the [Velm Hotel].",
        "Brandt said the second fire was started in [Velm-on-Sea] by arsonists.",
        None,
    );
}

#[test]
fn what_was_not_done_until_then_was_done_then() {
    check(
        Kind::Time,
        "The fire service did not reach the upper floor until [6 a.m.]",
        "Crews reached the upper floor of the mill at [4.30am].",
        Some(Relation::Conflict),
    );
    check(
        Kind::Time,
        "Brandt did not visit the upper floor on [Monday].",
        "Brandt visited the upper floor on [Tuesday].",
        None,
    );
}

#[test]
fn lengths_told_in_another_unit_differ_in_copies() {
    let conflict = |left, right| check(Kind::Time, left, right, Some(Relation::Conflict));
    conflict(
        "The figures come [a week after] the presenter Jo Lund was dismissed from the show.",
        "The figures come [a month after] the presenter Jo Lund was dismissed from the show.",
    );
    conflict(
        "The wall gave way [three days after] engineers had inspected the old quarry.",
        "The wall gave way [three hours after] engineers had inspected the old quarry.",
    );
    let measure = |left, right, relation| check(Kind::Measure, left, right, Some(relation));
    measure(
        "[Several days] later a doctor noticed minor burns on the young miner's scalp.",
        "[Several weeks] later a doctor noticed minor burns on the young miner's scalp.",
        Relation::Conflict,
    );
    measure(
        "The [minute-long] footage shows a keeper dancing with the white bear.",
        "The [hour-long] footage shows a keeper dancing with the white bear.",
        Relation::Conflict,
    );
}

#[test]
fn what_each_report_tells_once_is_one_thing() {
    let conflict = |kind, left, right| check(kind, left, right, Some(Relation::Conflict));
    conflict(
        Kind::Time,
        "Three men were captured on [Wednesday].",
        "Troops on motorcycles caught three of them on [Thursday].",
    );
    conflict(
        Kind::Time,
        "The line will not reopen before [Sunday].",
        "Rail managers do not expect to reopen the line until [Monday].",
    );
}

#[test]
fn last_week_is_not_this_week_on_one_day() {
    let left = "The Taliban said the raid was in retaliation for air strikes in Kunduz [last week].";
    let right = "A Taliban spokesman called the raid a reprisal for air strikes in Kunduz [this week].";
    check(Kind::Time, left, right, Some(Relation::Conflict));
}

#[test]
fn spans_that_begin_or_end_otherwise_differ() {
    let conflict = |left, right| check(Kind::Time, left, right, Some(Relation::Conflict));
    conflict("Brandt ran the mill's shop from [1991 to 1998].", "Brandt ran the mill's shop between [1991 and 1996].");
    conflict("Millers will strike again from [4 to 8 August].", "Millers will strike again from [5 to 9 August].");
    // A year within them is no other account of them.
    check(
        Kind::Time,
        "Brandt ran the mill's shop from [1991 to 1998].",
        "Brandt ran the mill's shop in [1994].",
        Some(Relation::Compatible),
    );
}
