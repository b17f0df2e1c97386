//! Ways to disturb a text: strange characters anywhere, and the same text as another keyboard types it.

use proptest::{prelude::*, sample::select};

/// What copying from pages, mails and word processors leaves in a text.
const STRANGE: [&str; 16] = [
    "🙂",             // outside the basic plane: four bytes, two units
    "👩‍🚒",             // joined by U+200D
    "🇬🇧",             // two regional indicators
    "𝟗",              // an astral digit
    "𐐷",              // an astral letter
    "e\u{301}",       // a combining acute
    "\u{323}\u{307}", // combining marks without a base of their own
    "\u{a0}",         // no-break space
    "\u{202f}",       // narrow no-break space
    "\r\n",
    "\u{200b}", // zero-width space
    "\u{200f}", // right-to-left mark
    "\u{202e}", // right-to-left override
    "\u{ad}",   // soft hyphen
    "\u{feff}", // byte order mark
    "\u{2028}", // line separator
];

/// Characters to put in, each with a place as a share of the text's length.
pub(crate) fn insertions() -> impl Strategy<Value = Vec<(u16, &'static str)>> {
    prop::collection::vec((any::<u16>(), select(STRANGE.as_slice())), 0..24)
}

/// The text with the characters put in.
pub(crate) fn insert(text: &str, insertions: &[(u16, &str)]) -> String {
    let mut disturbed = text.to_owned();
    for &(place, strange) in insertions {
        let at = disturbed.len() * usize::from(place) / usize::from(u16::MAX);
        disturbed.insert_str(disturbed.floor_char_boundary(at), strange);
    }
    disturbed
}

/// Another way to type the same text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Typography {
    /// `"` and `'` for curly quotation marks and apostrophes.
    StraightQuotes,
    /// Curly quotation marks and apostrophes for straight ones.
    CurlyQuotes,
    /// An en dash between spaces for an em dash between spaces, and the reverse.
    OtherDash,
    /// Two hyphens between spaces for a dash between spaces.
    TypedDash,
    /// A hyphen for an en dash between digits.
    HyphenRange,
    /// A no-break hyphen for a hyphen inside a word.
    HardHyphen,
    /// A no-break space for each space behind a digit.
    HardSpaceBehindDigits,
    /// A no-break space for every space.
    HardSpace,
    /// `\r\n` for `\n`.
    WindowsLines,
}

impl Typography {
    pub(crate) const ALL: [Self; 9] = [
        Self::StraightQuotes,
        Self::CurlyQuotes,
        Self::OtherDash,
        Self::TypedDash,
        Self::HyphenRange,
        Self::HardHyphen,
        Self::HardSpaceBehindDigits,
        Self::HardSpace,
        Self::WindowsLines,
    ];

    /// The text as it is typed this way.
    pub(crate) fn apply(self, text: &str) -> String {
        match self {
            Self::StraightQuotes => text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"),
            Self::CurlyQuotes => curl(text),
            Self::OtherDash => text.replace(" – ", " \u{0} ").replace(" — ", " – ").replace(" \u{0} ", " — "),
            Self::TypedDash => text.replace(" – ", " -- ").replace(" — ", " -- "),
            Self::HyphenRange => between(text, '–', '-', |c| c.is_ascii_digit()),
            Self::HardHyphen => between(text, '-', '\u{2011}', char::is_alphabetic),
            Self::HardSpaceBehindDigits => {
                let mut before = ' ';
                let hard = |c| {
                    let behind_digit = char::is_ascii_digit(&std::mem::replace(&mut before, c));
                    if behind_digit && c == ' ' { '\u{a0}' } else { c }
                };
                text.chars().map(hard).collect()
            }
            Self::HardSpace => text.replace(' ', "\u{a0}"),
            Self::WindowsLines => text.replace("\r\n", "\n").replace('\n', "\r\n"),
        }
    }
}

/// Straight marks as a word processor curls them: opening behind a space or an opening bracket.
fn curl(text: &str) -> String {
    let mut before = ' ';
    let curled = |c: char| {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '–' | '—' | '“' | '‘');
        before = match (c, opens) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => c,
        };
        before
    };
    text.chars().map(curled).collect()
}

/// `to` for `from` where both neighbours fit.
fn between(text: &str, from: char, to: char, fits: impl Fn(char) -> bool) -> String {
    let characters: Vec<char> = text.chars().collect();
    let neighbour = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(|&c| fits(c));
    let changed = |(at, &c): (usize, &char)| {
        if c == from && neighbour(at.checked_sub(1)) && neighbour(at.checked_add(1)) { to } else { c }
    };
    characters.iter().enumerate().map(changed).collect()
}
