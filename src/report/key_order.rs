//! The order of a map's keys in the report's bytes.
//!
//! A JavaScript object lists keys that look like array positions first, by number, and all others as they were
//! added. The report in Rust follows, so that its JSON has the same bytes on both sides.

use std::collections::BTreeMap;

use serde::Serializer;

/// Serialises a map with the keys in the order that JavaScript gives them.
///
/// # Errors
/// When the serialiser fails.
pub(super) fn serialize<S: Serializer>(map: &BTreeMap<String, String>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries: Vec<_> = map.iter().collect();
    // Stable, so that keys that are no positions keep the order of the map.
    entries.sort_by_key(|(key, _)| array_position(key).unwrap_or(u32::MAX));
    serializer.collect_map(entries)
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
        let map = keys.map(|key| (key.to_owned(), String::new())).into();
        let mut json = serde_json::Serializer::new(Vec::new());
        serialize(&map, &mut json).unwrap();
        let written = String::from_utf8(json.into_inner()).unwrap().replace(":\"\"", "");
        // As printed by Node: JSON.stringify(Object.fromEntries(keys.sort().map((key) => [key, '']))).
        assert_eq!(written, r#"{"9","10","4294967294","","+1","-1","01","1e3","4294967295","a"}"#);
    }
}
