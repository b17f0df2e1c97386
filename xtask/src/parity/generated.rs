//! Groups of reports made by rule: the same number gives the same group, on every machine.

use serde_json::{Value, json};

/// What stands in a report, by turns: all of these in any order make one.
const HURT: &[&str] =
    &["14", "fourteen", "at least 12", "41", "about 15", "dozens of", "1,400", "no fewer than 9", "١٢", "1 400"];
const COST: &[&str] = &["$1.5 million", "£1.5m", "more than $2m", "€1,500,000", "1.5 million dollars", "3bn yen"];
const SHARE: &[&str] = &["half", "50 per cent", "two-thirds", "48%", "nearly 60 percent", "a third", "3½ per cent"];
const SIZE: &[&str] = &["two miles", "3.2 km", "3,200 metres", "almost two miles", "10,560 feet"];
const WHEN: &[&str] = &[
    "on Tuesday night",
    "on June 11",
    "late on Tuesday",
    "at 9:40 p.m. on Monday",
    "last week",
    "on 31 December 2023",
];
const WHO: &[&str] =
    &["police", "Fire chief Ada Lindqvist", "the Kelness Harbour Board", "a union official", "Ada Lindqvist 👩🏽‍🚒"];
const CAUSE: &[&str] = &["caused by a boiler", "not caused by a boiler", "started on purpose", "an accident"];
const PLACE: &[&str] = &["Kelness", "Glasgow", "São Paulo", "Reykjavík", "Łódź", "Istanbul", "STRASSE", "ﬁsh quay"];

/// What is apt to part programs, between sentences and at the ends of lines.
const ODD: &[&str] = &[
    "\n\n",
    "\r\n\r\n",
    "\u{2028}",
    " \u{200b}",
    "\u{feff}\n\n",
    " \u{202e}abc\u{202c} ",
    "\t\n \n",
    " e\u{301}\u{327} ",
    "\u{0}\n\n",
    " \u{10ffff} ",
    " <script>\"\\u003c\" ",
    "\n\n\n",
];

/// Numbers that follow from a first one (SplitMix64, by Sebastiano Vigna).
#[derive(Debug)]
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// The request of one number: two to five reports of one invented fire, some with a day, a title and an outlet.
pub(super) fn group(number: u64) -> Value {
    let mut numbers = Numbers(number);
    let articles: Vec<Value> = (0..2 + numbers.below(4))
        .map(|at| {
            let mut article = json!({ "id": format!("{}{at}", ["a", "", "é", "z-"][numbers.below(4)]), "text": report(&mut numbers) });
            if numbers.below(4) > 0 {
                article["published"] = format!("2024-06-{:02}", 10 + numbers.below(5)).into();
            }
            if numbers.below(3) == 0 {
                article["title"] = format!("Fire in {}", numbers.one_of(PLACE)).into();
                article["outlet"] = "The Kelness Courier".into();
            }
            article
        })
        .collect();
    json!({ "articles": articles })
}

fn report(numbers: &mut Numbers) -> String {
    let (who, place) = (numbers.one_of(WHO), numbers.one_of(PLACE));
    let mut body = [
        format!(
            "A fire at the {place} cannery injured {} workers {}, {who} said.",
            numbers.one_of(HURT),
            numbers.one_of(WHEN)
        ),
        "“We ran for our lives,” said Maria Kovač, 43, a packer at the cannery’s fish hall.".to_owned(),
        format!(
            "The blaze destroyed {} of the {place} plant and caused damage of {}.",
            numbers.one_of(SHARE),
            numbers.one_of(COST)
        ),
        format!("Smoke drifted {} over {place} harbour – far beyond the cannery’s fences.", numbers.one_of(SIZE)),
        format!(
            "The fire was {}, {} told reporters {}.",
            numbers.one_of(CAUSE),
            numbers.one_of(WHO),
            numbers.one_of(WHEN)
        ),
    ];
    let turn = numbers.below(body.len());
    body.rotate_left(turn);
    let mut text = format!("Fire at {place} cannery hurts {} workers", numbers.one_of(HURT));
    for sentence in &body[..2 + numbers.below(4)] {
        text += if numbers.below(3) == 0 { numbers.one_of(ODD) } else { "\n\n" };
        text += sentence;
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_number_gives_one_group_and_others_give_others() {
        assert_eq!(group(7), group(7));
        let all: BTreeSet<String> = (0..500).map(|number| group(number).to_string()).collect();
        assert!(all.len() > 490, "{} groups", all.len());
    }

    #[test]
    fn ids_are_not_taken_twice() {
        for number in 0..500 {
            let group = group(number);
            let articles = group["articles"].as_array().unwrap();
            let ids: BTreeSet<&str> = articles.iter().filter_map(|article| article["id"].as_str()).collect();
            assert_eq!(ids.len(), articles.len());
        }
    }
}
