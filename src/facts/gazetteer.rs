//! Where places lie: countries with what their people are called, first-level regions, and large cities.
//!
//! The list is compiled in with the feature `tables`. It is no part of the wasm that a page loads: the page fetches it
//! after its first paint and hands it over (`loadPlaces`). So it is an argument wherever it is used, and without it
//! nothing fails: fewer names are known for places.

use super::name::fold_into;
use crate::language::lexicon::hash_of_file;

/// A list of places, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    /// The names that are shown, each with the place that it lies in.
    places: Vec<Place>,
    /// Names in lower case without accents, sorted, with their places.
    names: Vec<(String, Sense)>,
}

#[derive(Debug, Clone)]
struct Place {
    name: String,
    within: Option<u32>,
}

/// What a name of the list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sense {
    place: u32,
    is_people: bool,
}

/// What the list knows of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// A place, with the places that it lies in, the nearest first; none where several places have the name.
    Place(Vec<String>),
    /// People of a country, or what is theirs: "Afghan", "Danes".
    People,
}

/// The list of this version, of which the hash alone is in every engine.
const LIST: &[u8] = include_bytes!("gazetteer/places.txt");
const HASH: u64 = hash_of_file(LIST);

impl Gazetteer {
    /// The list out of its file: none where that is damaged, or of another version, which would give other reports.
    #[must_use]
    pub fn of_file(file: &[u8]) -> Option<Self> {
        const LENGTH: usize = LIST.len();
        let is_ours = file.len() == LENGTH && hash_of_file(file) == HASH;
        std::str::from_utf8(file).ok().filter(|_| is_ours).map(Self::parse)
    }

    /// The list that is compiled in; none without the feature `tables`.
    #[must_use]
    pub fn built_in() -> Option<&'static Self> {
        #[cfg(feature = "tables")]
        {
            // Constant data, parsed once a process.
            static PLACES: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
            Some(PLACES.get_or_init(|| Self::parse(include_str!("gazetteer/places.txt"))))
        }
        #[cfg(not(feature = "tables"))]
        None
    }

    /// Reads a list in the form that `cargo xtask places` writes:
    ///
    /// ```text
    /// =Country; other name, other name; people, people
    /// -Region; other name: City, City
    /// ```
    ///
    /// A city behind a question mark has namesakes, so that its name does not tell where it lies. Lines of another form are passed over.
    ///
    /// ```
    /// use variorum::facts::gazetteer::{Gazetteer, Known};
    /// let places = Gazetteer::parse("=Italy; ; Italian\n-Piedmont: Turin, Novara\n");
    /// assert_eq!(places.find(&["turin"]), Some(Known::Place(vec!["Piedmont".into(), "Italy".into()])));
    /// assert_eq!(places.find(&["italian"]), Some(Known::People));
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut list = Self::default();
        let (mut country, mut region) = (None, None);
        for line in text.lines() {
            if let Some(line) = line.strip_prefix('=') {
                let mut fields = line.split("; ");
                let place = list.add(fields.next().unwrap_or_default(), None);
                list.call(fields.next().unwrap_or_default(), place, false);
                list.call(fields.next().unwrap_or_default(), place, true);
                (country, region) = (Some(place), None);
            } else if let Some(line) = line.strip_prefix('-') {
                let (names, cities) = line.split_once(": ").unwrap_or((line, ""));
                let (name, others) = names.split_once("; ").unwrap_or((names, ""));
                if !name.is_empty() && name != ":" {
                    let place = list.add(name, country);
                    list.call(others, place, false);
                    region = Some(place);
                }
                for city in cities.split(", ").filter(|city| !city.is_empty()) {
                    match city.strip_prefix('?') {
                        Some(city) => list.add(city, None),
                        None => list.add(city, region.or(country)),
                    };
                }
            }
        }
        list.names.sort_unstable();
        list
    }

    fn add(&mut self, name: &str, within: Option<u32>) -> u32 {
        let place = self.places.len() as u32;
        self.places.push(Place { name: name.to_owned(), within });
        self.call(name, place, false);
        place
    }

    fn call(&mut self, names: &str, place: u32, is_people: bool) {
        for name in names.split(", ").map(str::trim).filter(|name| !name.is_empty()) {
            self.names.push((key(name.split_whitespace()), Sense { place, is_people }));
        }
    }

    /// What a name means, given as words in lower case without accents.
    #[must_use]
    pub fn find<S: AsRef<str>>(&self, words: &[S]) -> Option<Known> {
        let wanted = key(words.iter().map(AsRef::as_ref));
        let from = self.names.partition_point(|(name, _)| *name < wanted);
        let senses = self.names[from..].iter().take_while(|(name, _)| *name == wanted).map(|(_, sense)| *sense);
        let senses: Vec<Sense> = senses.collect();
        let first = *senses.first()?;
        let mut within = self.within(first.place);
        if senses.iter().all(|sense| sense.is_people) {
            return Some(Known::People);
        }
        // A city in a region of its own name may be either; of two places far apart nothing is known.
        for sense in &senses[1..] {
            let other = self.within(sense.place);
            within.retain(|outer| other.contains(outer) && !sense.is_people);
        }
        Some(Known::Place(within))
    }

    fn within(&self, place: u32) -> Vec<String> {
        let (mut found, mut at) = (Vec::new(), self.places[place as usize].within);
        while let Some(outer) = at {
            found.push(self.places[outer as usize].name.clone());
            at = self.places[outer as usize].within;
        }
        found
    }
}

/// A name as it is looked up.
fn key<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        fold_into(&mut key, word);
    }
    key.retain(|character| !matches!(character, '.' | '-'));
    key
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        let words: Vec<&str> = name.split(' ').collect();
        let found = Gazetteer::built_in().and_then(|places| places.find(&words));
        assert_eq!(found, Some(Known::Place(expected.iter().map(|&name| name.to_owned()).collect())), "{name}");
    }

    #[test]
    fn tells_what_a_place_lies_in() {
        check("glasgow", &["Scotland", "United Kingdom"]);
        check("helmand", &["Afghanistan"]);
        check("us", &[]);
        check("new york", &["United States"]);
        check("georgia", &[]);
    }

    #[test]
    fn knows_what_people_are_called() {
        let places = Gazetteer::built_in().expect("it is compiled in");
        assert_eq!(places.find(&["afghan"]), Some(Known::People));
        assert_eq!(places.find(&["south", "koreans"]), Some(Known::People));
        assert_eq!(places.find(&["aghfan"]), None);
    }

    #[test]
    fn the_file_of_this_version_is_taken_and_no_other() {
        let names = |list: Option<Gazetteer>| list.map(|list| list.names);
        assert_eq!(names(Gazetteer::of_file(LIST)), names(Gazetteer::built_in().cloned()));
        let mut damaged = LIST.to_vec();
        damaged[LIST.len() / 2] ^= 1;
        for other in [&damaged, &LIST[..LIST.len() - 1], b"<!doctype html>", b""] {
            assert!(Gazetteer::of_file(other).is_none());
        }
    }

    #[test]
    fn odd_lines_are_passed_over() {
        let places = Gazetteer::parse("what\n=\n-\n-: Nowhere\n=A; \n-: B, C\n");
        assert_eq!(places.find(&["c"]), Some(Known::Place(vec!["A".into()])));
    }
}
