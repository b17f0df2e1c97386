//! The order of a map's keys in the report's bytes.
//!
//! A JavaScript object lists keys that look like array positions first, by number, and all others as they were
//! added. The report in Rust follows, so that its JSON has the same bytes on both sides.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serializer};

/// Puts the entries of a map, each with a key of its own, in the order in which JavaScript lists them; keys that are no
/// positions stand in the order of their characters.
pub(super) fn sort(entries: &mut [(String, String)]) {
    let position = |key: &str| array_position(key).unwrap_or(u32::MAX);
    entries.sort_unstable_by(|(left, _), (right, _)| (position(left), left).cmp(&(position(right), right)));
}

/// Serialises entries as a map.
///
/// # Errors
/// When the serialiser fails.
pub(super) fn serialize<S: Serializer>(entries: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

/// Reads a map as entries in their order.
///
/// # Errors
/// When it is no map of strings.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, String)>, D::Error> {
    let mut entries: Vec<_> = BTreeMap::deserialize(deserializer)?.into_iter().collect();
    sort(&mut entries);
    Ok(entries)
}

/// The number that a key stands for as a position in an array: ECMAScript counts 0 to 2³² − 2 as such, written
/// without sign or leading zero.
fn array_position(key: &str) -> Option<u32> {
    let number = key.parse::<u32>().ok()?;
    (number != u32::MAX && number.to_string() == key).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_come_first_by_number() {
        let keys = ["a", "10", "9", "01", "-1", "+1", "4294967295", "4294967294", "", "1e3"];
        let mut entries = keys.map(|key| (key.to_owned(), String::new()));
        sort(&mut entries);
        let mut json = serde_json::Serializer::new(Vec::new());
        serialize(&entries, &mut json).unwrap();
        let written = String::from_utf8(json.into_inner()).unwrap();
        // As printed by Node: JSON.stringify(Object.fromEntries(keys.sort().map((key) => [key, '']))).
        let shown = r#"{"9","10","4294967294","","+1","-1","01","1e3","4294967295","a"}"#;
        assert_eq!(written.replace(":\"\"", ""), shown);
        let read = deserialize(&mut serde_json::Deserializer::from_str(&written)).unwrap();
        assert_eq!(read, entries);
    }
}
