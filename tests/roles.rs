//! What a person is, and what happened to one: two reports that give one person two trades, posts, names or injuries, and
//! pairs that only look as if they did.

mod pair;
mod scene;

use scene::Scene;
use variorum::report::{Kind, Relation};

/// What both reports tell, so that they are of one story; then one sentence of each.
const SCENE: Scene = Scene(
    "Fire at Kelness mill\n\nA fire broke out at the old flour mill in Kelness on Tuesday night, the fire \
                      service said. The mill was built in 1911 and stood empty.\n\n",
);

#[test]
fn two_trades_or_posts_of_one_person_differ() {
    let differ = |left, right| SCENE.differ(Kind::Other, left, right);
    differ("Adela Brandt, a retired nurse, saw the smoke.", "A retired plumber, Adela Brandt saw the smoke.");
    differ("\"It was quick,\" said Captain Adela Brandt.", "Major Adela Brandt said that it was quick.");
    differ("The mayor, Adela Brandt, watched.", "Deputy mayor Adela Brandt watched.");
    differ("Adela Brandt is a bus driver.", "Adela Brandt, a lorry driver, saw the smoke.");
    differ("Sgt Adela Brandt said that it was quick.", "It was quick, Inspector Adela Brandt said.");
    differ("The transport minister, Adela Brandt, watched.", "Adela Brandt, the fisheries minister, came.");
    differ("Adela Brandt, the firm's chairman, refused to comment.", "The chief executive, Adela Brandt, was away.");
    differ("Adela Brandt, the band's drummer, was there.", "The guitarist Adela Brandt was there.");
    differ("Adela Brandt, a prison guard, was there.", "Adela Brandt, a bricklayer, was there.");
    differ("Constable Adela Brandt said that it was quick.", "Sergeant Adela Brandt said that it was quick.");
    differ("Adela Brandt, 43, who is a nurse, came.", "Adela Brandt, who had been a dentist, came.");
    differ("Adela Brandt, a soprano, was there.", "The mezzo Adela Brandt was there.");
    differ(
        "Adela Brandt, who was once a showjumper, was there.",
        "Adela Brandt, a former flight attendant, was there.",
    );
    differ("The site manager, Adela Brandt, watched.", "Adela Brandt, the firm's operations manager, watched.");
    differ("Judge Adela Brandt ordered an inquiry.", "An inquiry was ordered by magistrate Adela Brandt.");
    // "He" is the one person of the sentence before.
    differ("Simon Pell watched. He worked as a plumber.", "Simon Pell, a baker, watched.");
}

#[test]
fn kin_of_one_person_differ() {
    let differ = |left, right| SCENE.differ(Kind::Other, left, right);
    differ("Her sister Maureen saw the smoke.", "Her daughter Maureen, 20, saw the smoke.");
    differ("His mother, Maureen Pell, saw the smoke.", "The man's aunt Maureen saw the smoke.");
    differ("His niece, Maureen, saw the smoke.", "The smoke was seen by Maureen Pell, his daughter.");
    differ("Simon Pell was there with his son.", "Simon Pell came with his nephew.");
    let agree = |left, right| SCENE.agree(Kind::Other, left, right);
    agree("Simon Pell's sister Maureen saw the smoke.", "Adela Brandt's daughter Maureen saw the smoke.");
    agree("His mother, Maureen, saw the smoke.", "His mum Maureen saw the smoke.");
    agree("Simon Pell was there with his son.", "Adela Brandt came with her nephew.");
}

#[test]
fn two_charges_differ() {
    let left = "A man was charged with murder over the fire at the mill.";
    SCENE.differ(Kind::Other, left, "Over the fire at the mill a man was charged with manslaughter.");
    SCENE.agree(Kind::Other, left, "A man was charged with manslaughter; police had said it was murder.");
    SCENE.agree(Kind::Other, left, "Burglary is rare near the mill, the fire service said.");
}

#[test]
fn what_an_event_has_one_of_differs() {
    let differ = |left, right| SCENE.differ(Kind::Other, left, right);
    differ(
        "Investigators blamed an electrical fault for the fire.",
        "A gas leak sparked the fire, investigators found.",
    );
    differ("One of the two men at the mill had a pistol.", "One of the men at the mill carried a shotgun.");
    differ("Wedding guests caught salmonella from the buffet.", "The wedding guests had measles, doctors found.");
    // The one thing of its sort in each report, wherever it is told of, and whoever the first words are about.
    differ("A guest at the mill was treated for burns.", "Doctors treated a guest at the mill for a concussion.");
    differ("A welder was the first at the mill.", "A plumber came to the mill first.");
    differ("A man was charged with fraud over the mill.", "Over the mill a man was charged with theft.");
    let agree = |left, right| SCENE.agree(Kind::Other, left, right);
    agree("One of the two men at the mill had a pistol.", "One of the men at the mill had a shotgun, one a pistol.");
    agree("Guests at the mill fell ill with salmonella.", "Guests at the mill had a fever.");
    agree("A pain in the back kept the keeper from the mill.", "The head of the board kept away from the mill.");
}

#[test]
fn things_with_one_verb_differ() {
    let differ = |left, right| SCENE.differ(Kind::Other, left, right);
    // "A car bomb" is no car, and other cars are not the one that was driven into the gate.
    differ(
        "A man drove a car into the gate of the mill at noon. A boat lay there.",
        "A man drove a truck into the gate of the mill at noon. A car bomb was found near other cars.",
    );
    // Verbs that may tell one happening.
    differ(
        "A helicopter was near. The keeper was pulled from the harbour by a tug.",
        "A ferry rescued the keeper in the harbour. A plane was near.",
    );
    differ(
        "Two thieves at the mill that night were disguised as couriers.",
        "Thieves got into the mill that night, two of them dressed as electricians.",
    );
    let agree = |left, right| SCENE.agree(Kind::Other, left, right);
    agree(
        "A man drove a car into the gate of the mill at noon.",
        "A man drove a truck into the gate of the mill at noon. A car was driven away.",
    );
    // Of several offences each report may pick its own.
    agree(
        "The keeper was accused of fraud and of harassment by guests of the mill.",
        "Guests of the mill accused the keeper of rape.",
    );
}

#[test]
fn what_has_one_role_differs_whatever_it_is() {
    let other = |left, right| SCENE.differ(Kind::Other, left, right);
    let body = |left, right| SCENE.differ(Kind::Organisation, left, right);
    other("The mill belongs to a farmer.", "The mill, disused for years, is owned by a pensioner.");
    other("The keeper spent the money on a caravan.", "He had squandered the money on a horse, it was said.");
    other("One of the men hurled a bottle at the gate.", "A man was held for throwing a coin at the gate.");
    other("The keeper hid under a trailer.", "The keeper cowered behind a bale.");
    other("The men tied up the cleaner.", "The men overpowered a gardener.");
    other("A bolt gave way, it is thought.", "A rope snapped, it is thought.");
    other("Guests were ushered into a barn.", "Guests were herded into a cafe.");
    other("The keeper was in hospital with a gashed arm.", "The keeper had two cracked ribs.");
    other("A lynx was near the mill.", "A wolf came to the mill.");
    body("The mill is owned by Twofold Seafoods Ltd.", "The mill belongs to Snug Cove Fisheries Ltd.");
    body("The insurer is Beazley Group.", "The mill was insured by Hiscox Group.");
    body("The festival was sponsored by Hollins Bank.", "Its sponsor, Northbank Insurance, was silent.");
    // One class of each of the frames: impact, capture, commerce, works, entry, loan, venue, confinement.
    other("The van hit a bollard near the mill.", "A van struck a lamp post near the mill.");
    other("The man was caught in a barn.", "Police cornered the man in a chapel.");
    other("The keeper has promised to sell the orchard.", "The keeper is to auction a paddock.");
    other("He wrote a novel about miners.", "His book, a tale of whalers, was on the table.");
    other("The men got in through a hatch.", "The men had entered by a chute.");
    other("The crane toppled at noon.", "A chimney caved in at noon.");
    other("The shop was burgled by two men; they robbed a bakery.", "Two men raided a chemist.");
    other(
        "Prizes were presented at a hotel, and a band will perform at a hotel.",
        "The band will perform at a brewery.",
    );
    other("The mill makes way for a hospice.", "The mill will be turned into a casino.");
    body("The loss will be borne by Hiscox Group.", "The underwriter is Beazley Group.");
    // The noun behind the name, verbs with one subject, a verb and its particle behind a name.
    body("Hollins Bank, the sponsor, was silent.", "The festival was sponsored by Northbank Insurance.");
    other("A plumber on his round noticed it and raised the alarm.", "The alarm was raised at noon by a baker.");
    other("Simon Pell pulled out a pistol.", "One of the men was armed with a crossbow.");
}

#[test]
fn what_may_have_the_role_as_well_does_not_differ() {
    let other = |left, right| SCENE.agree(Kind::Other, left, right);
    // Two have the role in one report, or the other report knows it.
    other("The mill belongs to a farmer.", "The mill is owned by a pensioner. The barn belongs to a baron.");
    other("The mill belongs to a farmer.", "The mill is owned by a pensioner. A farmer called the fire service.");
    // No one role, or none at all.
    other("The mill belongs to a farmer.", "The mill was insured by a friend.");
    other("The mill does not belong to a farmer.", "The mill belongs to a pensioner.");
    // One thing in other words, one person in two ways.
    other("The mill's east section was closed.", "The east display was shut.");
    other("A cyclist died at the gate.", "A father died at the gate.");
    SCENE.agree(Kind::Organisation, "The mill is owned by Twofold Seafoods.", "The mill is owned by Twofold.");
}

#[test]
fn things_of_two_sorts_differ() {
    SCENE.differ(
        Kind::Other,
        "A fish shop behind the pier in Dunmore was lost.",
        "Behind the pier in Dunmore a toy shop was lost.",
    );
    // Two, and one that both know.
    SCENE.agree(
        Kind::Other,
        "A fish shop behind the pier in Dunmore was lost.",
        "Behind the pier in Dunmore a toy shop was lost, and with it many fish.",
    );
}

#[test]
fn words_for_one_trade_do_not_differ() {
    let agree = |left, right| SCENE.agree(Kind::Other, left, right);
    agree("Adela Brandt, the firm's chief executive, watched.", "The firm's CEO, Adela Brandt, watched.");
    agree("Adela Brandt, a teacher, saw the smoke.", "Adela Brandt, a retired maths teacher, saw the smoke.");
    // One may be both, or have been one before the other.
    agree("Adela Brandt, a singer, saw the smoke.", "Adela Brandt, a nurse, saw the smoke.");
    agree("Adela Brandt, a former nurse, saw the smoke.", "Adela Brandt, a plumber, saw the smoke.");
    agree("Adela Brandt, a nurse, saw the smoke.", "Adela Brandt, a plumber and former nurse, saw the smoke.");
    // Two people.
    agree("Adela Brandt, a nurse, saw the smoke.", "Simon Pell, a plumber, saw the smoke.");
}

#[test]
fn two_injuries_of_one_person_differ() {
    let left = "Adela Brandt was taken to hospital with a broken collarbone.";
    SCENE.differ(Kind::Other, left, "Adela Brandt was in hospital with a hamstring tear.");
    // One in other words, the same told besides, and somebody else's.
    SCENE.agree(Kind::Other, left, "Adela Brandt was in hospital with a shoulder injury.");
    SCENE.agree(Kind::Other, left, "Adela Brandt had a broken collarbone and a hamstring tear.");
    SCENE.agree(Kind::Other, left, "Simon Pell was in hospital with a hamstring tear.");
}

#[test]
fn two_names_in_one_office_differ() {
    let differ = |left, right| SCENE.differ(Kind::Person, left, right);
    differ("Judge Helena Marsh ordered an inquiry.", "The judge, Helena Moss, ordered an inquiry.");
    differ("Referee Simon Pell was among those who watched.", "The ref, Simon Pelham, watched.");
}

#[test]
fn two_names_of_one_person_differ() {
    let differ = |left, right| SCENE.differ(Kind::Person, left, right);
    // One age, and sentences that tell the same of both.
    differ("Adela Brandt, 47, of Leeds, walked home alone.", "Nobody saw Agnes Brandt, 47, after that.");
    differ(
        "The mill's keeper, Adela Brandt, raised the alarm at midnight.",
        "The alarm was raised by Agnes Brandt, keeper of the mill.",
    );
    differ(
        "Monica Delgado smelled petrol near the gate and was thanked.",
        "Petrol was smelled near the gate by Monica Delgadillo, a guest.",
    );
    // Names that are listed as two; what looks alike may be told in other words.
    differ("Walt Jensen saw the smoke.", "It was put out, Walt Jansen said.");
    differ("Tim Rowley saw the smoke.", "It was put out, Tom Rowley said.");
    differ("Joanna Brandt, a guest, saw the smoke.", "It was put out, Joanne Brandt said.");
    // A name misheard keeps its first letter, whatever else is told.
    differ("Marek Brandt sold tea near the gate.", "Milan Brandt has a shop by the harbour.");
}

#[test]
fn two_names_in_one_part_differ() {
    let left = "Two men with burns were taken to Royal Preston Hospital.";
    SCENE.differ(Kind::Organisation, left, "Two men were treated for burns at Manchester Royal Infirmary.");
    SCENE.differ(
        Kind::Organisation,
        "The keeper was before Leeds Crown Court on Friday.",
        "He wept at Bradford Crown Court.",
    );
    let agree = |left, right| SCENE.agree(Kind::Organisation, left, right);
    // Both names in one report, and names of which a report may have any.
    agree(
        left,
        "Two men with burns were taken to Manchester Royal Infirmary and then moved to Royal Preston Hospital.",
    );
    agree(
        "The mill could fall, said Ana Lund, who teaches at Leeds University.",
        "The mill could fall, said Simon Pell, who teaches at Oslo University.",
    );
    SCENE.differ(
        Kind::Person,
        "The mayor, Simon Pell, closed the harbour until noon.",
        "The harbour was closed until noon by the mayor, Ana Lund.",
    );
}

#[test]
fn names_of_two_people_do_not_differ() {
    let agree = |left, right| SCENE.agree(Kind::Person, left, right);
    // One of several of the sort, another office, another spelling.
    agree(
        "Kim Soo-hyun, a professor of physics, watched from the road.",
        "It could be repaired, said Kim Dong-yup, a professor of engineering.",
    );
    agree("Mayor Helena Marsh watched.", "Deputy mayor Helena Moss watched.");
    agree("The mayor, Noor Faiz, watched.", "The mayor, Noor Fayez, watched.");
    agree("Anne Brandt saw the smoke.", "Ann Brandt saw the smoke.");
    agree("Mohammed Faiz saw the smoke.", "Mohammad Faiz saw the smoke.");
    agree("Sergei Pell saw the smoke.", "Sergey Pell saw the smoke.");
    agree("The smoke was seen by Steven Brandt.", "Stephen Brandt saw the smoke.");
    // A man and a woman, and two ages.
    agree("Henry Brandt sold tea near the gate.", "Helen Brandt has a shop by the harbour.");
    agree("Marek Brandt, 43, sold tea near the gate.", "Milan Brandt, 71, has a shop by the harbour.");
    // A family, and one who is told of as another's kin.
    agree("Adela Brandt ran from the mill.", "Simon Brandt has a shop near the harbour.");
    agree(
        "Adela Brandt raised the alarm at midnight.",
        "The alarm was raised at midnight by her husband, Simon Brandt.",
    );
    // One report knows both.
    agree(
        "Adela Brandt raised the alarm at midnight.",
        "The alarm was raised at midnight by Simon Brandt. Adela Brandt slept.",
    );
}

#[test]
fn a_wider_word_fits_a_narrower_one() {
    let both = |left, right| {
        assert!(SCENE.relations(Kind::Other, left, right).contains(&Relation::Compatible), "{left} / {right}");
        assert!(!SCENE.relations(Kind::Other, left, right).contains(&Relation::Conflict), "{left} / {right}");
    };
    both("A man with a gun stood at the mill's gate.", "A man with a rifle stood at the mill's gate.");
    both("A trawler sank off the mill's old pier in fog.", "A ship sank off the mill's old pier in fog.");
    // Two words of one family, of which one report has both, are told apart there.
    SCENE.agree(
        Kind::Other,
        "A trawler sank off the mill's old pier in fog.",
        "A tug and a trawler sank off the mill's old pier in fog.",
    );
}

#[test]
fn parts_of_one_name_are_one() {
    let same = |kind, left, right| {
        for (left, right) in [(left, right), (right, left)] {
            let found = SCENE.relations(kind, left, right);
            assert!(
                found.contains(&Relation::Same) && !found.contains(&Relation::Conflict),
                "{left} / {right}: {found:?}"
            );
        }
    };
    same(
        Kind::Person,
        "His granddaughter Tilda, 11, rang the bell.",
        "\"I rang the bell,\" said Tilda Brandt, who is 11.",
    );
    same(
        Kind::Organisation,
        "Two men were taken to Ostby Regional with burns.",
        "The men are in Ostby Regional Hospital, the fire service said.",
    );
    same(Kind::Person, "Frenchman Luc Arnaud rang the bell.", "The bell was rung by Luc Arnaud, a neighbour.");
    // The district is called after the river.
    SCENE.agree(Kind::Place, "Water was pumped from the Ostby.", "The Ostby Irrigation District pumped water.");
}
