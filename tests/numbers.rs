//! Numbers that two reports tell in words of their own: which are of one thing, and which are not.

mod pair;

use pair::report_on;
use variorum::report::{Finding, Kind, Relation};

fn conflicts(left: &str, right: &str, kind: Kind) -> Vec<Finding> {
    let report = report_on(left, right);
    assert_eq!(report.stories.len(), 1, "the texts are one story: {left} / {right}");
    let of_kind = |finding: &Finding| finding.relation == Relation::Conflict && finding.kind == kind;
    report.findings.into_iter().filter(of_kind).collect()
}

/// One number of each text is of one thing, and these are they, whichever text comes first.
#[track_caller]
fn differ(kind: Kind, left: &str, right: &str, readings: [&str; 2]) {
    for (left, right, readings) in [(left, right, readings), (right, left, [readings[1], readings[0]])] {
        let found = conflicts(left, right, kind);
        let told: Vec<Vec<&str>> = found
            .iter()
            .map(|finding| finding.readings.iter().map(|reading| reading.text.as_str()).collect())
            .collect();
        assert_eq!(told, [readings.to_vec()], "{left} / {right}");
    }
}

/// No numbers of the two texts are of one thing.
#[track_caller]
fn pass(kind: Kind, left: &str, right: &str) {
    for (left, right) in [(left, right), (right, left)] {
        let found = conflicts(left, right, kind);
        assert!(found.is_empty(), "{left} / {right}: {found:?}");
    }
}

#[test]
fn what_both_tell_is_no_rival() {
    differ(
        Kind::Measure,
        "Coach leaves Huamanca road\n\nA coach left the road near Huamanca on Monday. Police said the driver was doing 85 kph on a bend where the limit is 40 kph.",
        "Huamanca coach crash\n\nThe coach that left the road near Huamanca was travelling at 100 km/h, police said on Monday. Signs tell motorists to slow down to 40 km/h.",
        ["85 kph", "100 km/h"],
    );
    pass(
        Kind::Measure,
        "Coach leaves Huamanca road\n\nA coach left the road near Huamanca on Monday. Police said the driver was doing 85 kph.",
        "Huamanca coach crash\n\nThe coach that left the road near Huamanca on Monday was driven at 85 km/h. Signs tell motorists to slow down to 40 km/h.",
    );
}

#[test]
fn what_happened_may_be_a_noun_or_a_verb() {
    differ(
        Kind::Money,
        "Caterer fined over lunches\n\nThe state of Nandpur has slapped a penalty of $120,000 on the firm that cooked the school lunches.",
        "Firm punished for bad lunches\n\nThe firm that cooked the school lunches in Nandpur has been fined $180,000.",
        ["$120,000", "$180,000"],
    );
}

#[test]
fn things_and_people_go_by_several_nouns() {
    differ(
        Kind::Count,
        "Fairmart to buy Dunley\n\nFairmart will buy its rival Dunley Foods. Fairmart operates 640 supermarkets.",
        "Fairmart in bid for Dunley\n\nSupermarket giant Fairmart is to buy Dunley Foods. The chain Fairmart operates 680 shops.",
        ["640", "680"],
    );
    differ(
        Kind::Count,
        "Avalanche near Valdorn\n\nFour skiers died when an avalanche came down near Valdorn on Saturday.",
        "Deaths in Valdorn avalanche\n\nAn avalanche near Valdorn on Saturday killed six people.",
        ["Four", "six"],
    );
}

#[test]
fn people_of_another_sort_are_the_same_where_no_others_are_told_of() {
    differ(
        Kind::Count,
        "Avalanche near Valdorn\n\nFour skiers died when an avalanche came down near Valdorn on Saturday. Two helicopters searched the slope.",
        "Deaths in Valdorn avalanche\n\nSix climbers died in the avalanche near Valdorn on Saturday, police said.",
        ["Four", "Six"],
    );
    // What one report tells of children, the other tells of no children: they are a part of more.
    pass(
        Kind::Count,
        "Avalanche near Valdorn\n\nEleven skiers died when an avalanche came down near Valdorn on Saturday.",
        "Deaths in Valdorn avalanche\n\nThree children died in the avalanche near Valdorn on Saturday, police said.",
    );
}

#[test]
fn whom_somebody_ordered_to_do_a_thing_does_it() {
    differ(
        Kind::Count,
        "Dam cracks above Perevale\n\nAuthorities ordered 12,000 people to leave their homes below the Senny Dam near Perevale.",
        "Thousands flee dam near Perevale\n\nThe number of people evacuated below the Senny Dam near Perevale has reached 14,500.",
        ["12,000", "14,500"],
    );
}

#[test]
fn where_something_lies_is_measured_from_one_level() {
    differ(
        Kind::Measure,
        "Bridge over the Orla falls\n\nThe Marlin Bridge over the Orla fell after a ship hit it. The roadway stood 185 feet above the water.",
        "Ship brings down Marlin Bridge\n\nA ship brought down the Marlin Bridge over the Orla. Its deck was 215ft above the waves.",
        ["185 feet", "215ft"],
    );
}

#[test]
fn what_is_alone_of_its_size_is_of_one_thing() {
    differ(
        Kind::Money,
        "Lighthouse up for sale\n\nThe lighthouse at Skarne Head is for sale. Whoever wants to live there has to find £420,000.",
        "Skarne Head lighthouse on the market\n\nThe lighthouse at Skarne Head has been put on the market. The asking price is £380,000.",
        ["£420,000", "£380,000"],
    );
    differ(
        Kind::Percent,
        "Tolvane dock workers walk out\n\nDock workers in Tolvane walked out on Monday. The walkout idled 70 per cent of the cranes.",
        "Strike stops Tolvane docks\n\nDock workers in Tolvane stopped work on Monday. Of its cranes, the port said, 85% stood still.",
        ["70 per cent", "85%"],
    );
    differ(
        Kind::Measure,
        "Balloonist lands in Dunmarsh\n\nA balloonist came down in a field near Dunmarsh on Sunday. She had been aloft for 19 hours, the balloon club said.",
        "Balloon crosses the sea to Dunmarsh\n\nA balloonist landed near Dunmarsh on Sunday. Her flight took 23 hours, according to the balloon club.",
        ["19 hours", "23 hours"],
    );
}

#[test]
fn what_is_close_to_a_rounded_figure_is_of_one_thing() {
    let both = |kind: Kind, left: &str, right: &str| {
        let report = report_on(left, right);
        let found = report.findings.iter().find(|finding| finding.kind == kind).expect("the two figures meet");
        assert_eq!(found.relation, Relation::Compatible, "{left} / {right}");
    };
    both(
        Kind::Count,
        "Tolvane library reopens\n\nThe library of Tolvane reopened on Monday. More than 4,000 readers had signed for it.",
        "Doors open again at Tolvane library\n\nThe library of Tolvane opened its doors again on Monday. A petition gathered 4,180 names.",
    );
    both(
        Kind::Money,
        "Tolvane library reopens\n\nThe library of Tolvane reopened on Monday. The council spent around £2 million on it.",
        "Doors open again at Tolvane library\n\nThe library of Tolvane opened its doors again on Monday. Its new roof and shelves cost £2.1m.",
    );
    both(
        Kind::Measure,
        "Police stop driver near Tolvane\n\nPolice stopped a driver near Tolvane on Monday. They chased his car at speeds of up to 120 mph.",
        "Chase ends near Tolvane\n\nA chase ended near Tolvane on Monday. Police said the car had gone at more than 100 mph.",
    );
}

#[test]
fn what_is_not_alone_or_of_another_size_may_be_of_anything() {
    // Two sums of the size: which of them is the price, nobody can tell.
    pass(
        Kind::Money,
        "Lighthouse up for sale\n\nThe lighthouse at Skarne Head is for sale. Whoever wants to live there has to find £420,000. The roof alone swallowed £310,000.",
        "Skarne Head lighthouse on the market\n\nThe lighthouse at Skarne Head has been put on the market. The state hopes for £380,000.",
    );
    // Ten times as much is told of something else.
    pass(
        Kind::Money,
        "Lighthouse up for sale\n\nThe lighthouse at Skarne Head is for sale. Whoever wants to live there has to find £420,000.",
        "Skarne Head lighthouse on the market\n\nThe lighthouse at Skarne Head has been put on the market. A night there cost guests £38.",
    );
    // A sum of another year.
    pass(
        Kind::Money,
        "Lighthouse up for sale\n\nThe lighthouse at Skarne Head is for sale. Whoever wants to live there has to find £420,000.",
        "Skarne Head lighthouse on the market\n\nThe lighthouse at Skarne Head has been put on the market. In 1998 its keeper was paid £380,000 for leaving.",
    );
}

#[test]
fn of_several_sums_each_has_the_nearest() {
    let left = "Tolvane bank to close branches\n\nThe bank of Tolvane will close branches. It earned €2.8 million. The closures cost €900,000.";
    let right = "Branches of Tolvane bank to go\n\nThe bank of Tolvane closes branches. Its profit was €2.5 million. It set €1.1 million aside.";
    let found = conflicts(left, right, Kind::Money);
    let told: Vec<Vec<&str>> =
        found.iter().map(|finding| finding.readings.iter().map(|reading| reading.text.as_str()).collect()).collect();
    assert_eq!(told.len(), 2, "{found:?}");
    assert!(told.contains(&vec!["€2.8 million", "€2.5 million"]) && told.contains(&vec!["€900,000", "€1.1 million"]));
}

#[test]
fn an_age_that_both_give_is_no_rival() {
    differ(
        Kind::Measure,
        "Hikers found near Tolvane\n\nTwo hikers were found near Tolvane on Sunday. A boy, 14, had lost his way. His teacher Mara Lind, 45, raised the alarm.",
        "Lost hikers safe near Tolvane\n\nTwo hikers were found near Tolvane on Sunday. A 16-year-old schoolboy had taken a wrong turn. Mara Lind, 45, called for help.",
        ["14", "16-year-old"],
    );
}

#[test]
fn a_level_is_told_of_the_day_that_it_stood_at() {
    differ(
        Kind::Money,
        "Kelda Foods had €31.2 billion in earnings abroad as of the end of 2023, a filing says.",
        "The estimate rests on the €32.6 billion in earnings abroad that Kelda Foods had at the end of 2023.",
        ["€31.2 billion", "€32.6 billion"],
    );
}

#[test]
fn what_comes_on_top_is_not_what_was_told_before() {
    let left = "A bomber rammed the Kelnian consulate in Corva on Monday, killing six civilians and wounding 120, officials said.\n\nPolice cleared the building in the night, and windows were broken in half of the town.\n\nKelnia, which heads the alliance's mission in northern Ordal, has about 850 soldiers at a base on the edge of Corva, with another 1,000 troops coming from 20 partner countries.\n\nThe rebels said that it was their answer to air strikes in which 30 people died.";
    let right = "A bomber has rammed the Kelnian consulate in the city of Corva, killing six and wounding 120 on Monday.\n\nKelnia leads the alliance's mission in northern Ordal and has nearly 1,000 troops stationed in the country.\n\nA doctor said 20 of those hurt were children, and the rebels called it an answer to air strikes last week.\n\nSome 30 civilians died in those.";
    differ(Kind::Count, left, right, ["about 850", "nearly 1,000"]);
}

#[test]
fn close_numbers_that_are_left_alone_count_one_thing() {
    let left = "Ravensby win the cup\n\nRavensby beat Marlow in the cup final on Saturday in front of 61,204 supporters. The goal came late. Three coaches were hit by bottles.";
    let right =
        "Cup goes to Ravensby\n\nMarlow lost Saturday's cup final to Ravensby. The crowd of 63,150 saw a late goal.";
    differ(Kind::Count, left, right, ["61,204", "63,150"]);
    let left = "Plant planned in Tolvane\n\nA battery maker is to build a plant in Tolvane. The plant will create 2,600 jobs, the minister said on Monday.";
    let right = "Battery maker picks Tolvane\n\nTolvane is to have a battery plant. Some day 3,200 people will find work at the plant, its maker said on Monday.";
    differ(Kind::Count, left, right, ["2,600", "3,200"]);
    // Of two that are like it, either may be meant; what is far off is hardly the same, nor is a small number.
    let other = "Battery maker picks Tolvane\n\nTolvane is to have a battery plant. At the plant 3,200 people will work and 3,000 protested in the town, its maker said on Monday.";
    pass(Kind::Count, left, other);
    let other = "Battery maker picks Tolvane\n\nTolvane is to have a battery plant. Some day 5,200 people will find work at the plant, its maker said on Monday.";
    pass(Kind::Count, left, other);
    let left = "Plant planned in Tolvane\n\nA battery maker is to build a plant in Tolvane. Six lorries will bring the lithium, the minister said on Monday.";
    let right = "Battery maker picks Tolvane\n\nTolvane is to have a battery plant. Eight farms must give way to the plant, its maker said on Monday.";
    pass(Kind::Count, left, right);
}

#[test]
fn a_figure_stands_beside_the_vague_word_that_both_have() {
    let left = "Dozens hurt as train hits buffers\n\nDozens of people were hurt when a train hit the buffers at Tolvane on Monday. At least 50 people were treated at the station, medics said.";
    let right =
        "Train crash injures dozens\n\nA train hit the buffers at Tolvane on Monday, injuring dozens of people.";
    let report = report_on(left, right);
    let found =
        report.findings.iter().find(|finding| finding.relation == Relation::Compatible && finding.kind == Kind::Count);
    let texts: Vec<&str> =
        found.iter().flat_map(|finding| &finding.readings).map(|reading| reading.text.as_str()).collect();
    assert!(texts.contains(&"At least 50") && texts.iter().any(|text| text.starts_with("dozens")), "{texts:?}");
}

#[test]
fn lives_that_a_thing_claimed_are_so_many_dead() {
    let left =
        "Blast kills three in Tolvane\n\nAn explosion at the refinery in Tolvane killed three workers on Monday.";
    differ(
        Kind::Count,
        left,
        "Tolvane refinery blast\n\nAn explosion at the refinery in Tolvane claimed four lives on Monday.",
        ["three", "four"],
    );
    pass(
        Kind::Count,
        left,
        "Tolvane refinery blast\n\nAn explosion at the refinery in Tolvane rocked the town on Monday. Firemen saved four lives.",
    );
}

#[test]
fn those_to_whom_other_things_happened_are_others() {
    let report = |told: &str| {
        format!("Coach leaves Huamanca road\n\nA coach left the road near Huamanca on Monday, police said. {told}")
    };
    for (one, other) in [
        ("The crash killed 12 people.", "The crash injured 14 people."),
        ("The crash killed 12.", "The crash left 14 injured."),
        ("Twelve people died.", "Fourteen people were taken to hospital."),
        ("The firm will hire 120 drivers.", "The firm will dismiss 130 drivers."),
        ("The crash hurt 12 Danish passengers.", "The crash hurt 14 Swedish passengers."),
    ] {
        pass(Kind::Count, &report(one), &report(other));
    }
    differ(Kind::Count, &report("The crash killed 12 people."), &report("Fourteen people died."), ["12", "Fourteen"]);
}

#[test]
fn two_fates_are_two_numbers() {
    let told = |number: u32, fate: &str| {
        format!("Storm hits Kelness\n\nA storm struck Kelness on Monday. Some {number} {fate}, the council said.")
    };
    let (few, many) = (|fate: &str| told(30, fate), |fate: &str| told(45, fate));
    for [one, other] in [
        ["houses were damaged", "houses were destroyed"],
        ["survivors were found", "bodies were found"],
        ["deaths were recorded", "injuries were recorded"],
    ] {
        pass(Kind::Count, &few(one), &many(other));
    }
    for fate in ["houses were destroyed", "homes were flooded"] {
        differ(Kind::Count, &few(fate), &many(fate), ["Some 30", "Some 45"]);
    }
}
