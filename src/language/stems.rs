//! Stems: the part of a word that its forms share, for comparing texts by content.
//!
//! A light stemmer in the line of Porter's first step (1980): plural, past and progressive endings, a doubled
//! consonant and a final e. It need not give a word, only the same letters for the forms of one word.

/// Writes the stem of a word, in lower case, into `stem`.
///
/// ```
/// let mut stem = String::new();
/// for word in ["Closes", "closed", "closing", "close"] {
///     variorum::language::stems::stem(word, &mut stem);
///     assert_eq!(stem, "clos");
/// }
/// ```
pub fn stem(word: &str, stem: &mut String) {
    stem.clear();
    for character in word.chars() {
        match character {
            '’' => stem.push('\''),
            // Soft hyphens and combining marks do not make another word.
            '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            _ => stem.extend(character.to_lowercase()),
        }
    }
    if !stem.is_ascii() || stem.len() < 4 {
        return;
    }
    strip_plural(stem);
    strip_verb_ending(stem);
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 2 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
}

fn strip_plural(stem: &mut String) {
    if stem.ends_with("sses") || stem.ends_with("shes") || stem.ends_with("ches") || stem.ends_with("xes") {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with("ies") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if stem.ends_with('s') && !stem.ends_with("ss") && !stem.ends_with("us") && !stem.ends_with("is") {
        stem.pop();
    }
}

fn strip_verb_ending(stem: &mut String) {
    let cut = ["ing", "ed"].iter().find(|ending| stem.ends_with(**ending)).map_or(0, |ending| ending.len());
    if cut == 0 {
        return;
    }
    let root = &stem.as_bytes()[..stem.len() - cut];
    // "Red", "bring" and "need" are no verb forms: something with a vowel must be left, and no "ee" cut in two.
    let has_vowel = root.iter().any(|b| b"aeiouy".contains(b));
    if root.len() < 3 || !has_vowel || (cut == 2 && root.ends_with(b"e")) {
        return;
    }
    stem.truncate(stem.len() - cut);
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    if doubled && !matches!(bytes[bytes.len() - 1], b'l' | b's' | b'z' | b'e') {
        stem.pop();
    }
}
