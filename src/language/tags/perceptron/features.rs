//! What the tagger sees of a word: its form, its neighbours and the tags before it.
//!
//! No string is built. A word is read once into a [`Form`] of a few integers; a feature is one or two of these
//! numbers hashed together with the number of its template.

use super::Upos;

/// How the capitals of a sentence are to be read.
///
/// In `Bomb Kills Two Officers` or `BOMB KILLS TWO OFFICERS` a capital says nothing about names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentenceCase {
    /// Capitals mark names and openings.
    Plain,
    /// Most words have a capital.
    Title,
    /// Most words have only capitals.
    Upper,
}

impl SentenceCase {
    /// Looks at the words with four or more letters, since headlines write *of* and *the* small.
    #[must_use]
    pub fn of(words: &[&str]) -> Self {
        let (mut long, mut capital, mut upper) = (0, 0, 0);
        for word in words {
            let bytes = word.as_bytes();
            if bytes.len() < 4 || !bytes[0].is_ascii_alphabetic() {
                continue;
            }
            long += 1;
            capital += usize::from(bytes[0].is_ascii_uppercase());
            upper += usize::from(!bytes.iter().any(u8::is_ascii_lowercase));
        }
        // Three long words at least: a shorter line is as likely a name. Two thirds for "Title", because a
        // headline keeps some long words small ("after", "over"), while plain news rarely passes one half.
        if long >= 3 && upper * 4 >= long * 3 {
            Self::Upper
        } else if long >= 3 && capital * 3 > long * 2 {
            Self::Title
        } else {
            Self::Plain
        }
    }
}

/// How a word is written, given where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Before the first word or behind the last.
    Edge,
    /// Small letters only.
    Lower,
    /// A capital inside a plain sentence: most likely a name.
    Capital,
    /// A capital that an opening asks for.
    Opening,
    /// A capital in a title-cased sentence.
    Title,
    /// Capitals only, in a sentence that has others: `FBI`, `U.S.`
    Acronym,
    /// Capitals only, in a sentence of capitals.
    Upper,
    /// A capital behind the first letter: `iPhone`, `McCain`.
    Mixed,
    /// Digits with their separators: `1,871`, `9:40`.
    Number,
    /// Digits and letters: `22-year-old`, `1st`, `F-16`.
    Alphanumeric,
    /// Neither letters nor digits.
    Mark,
}

/// A word as the features see it. Letter case is taken off, quotes and dashes are made straight and every digit is
/// read as `0`.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Hash of the whole word.
    word: u64,
    /// Hash of what follows the last inner hyphen; 0 where there is none.
    segment: u64,
    /// The last four characters, 16 bits each, the last one lowest.
    tail: u64,
    /// The first three characters, as in `tail`.
    head: u64,
    shape: Shape,
    /// Whether a capital behind this word may be due to its place.
    opens: bool,
}

/// Marks behind which a capital is due.
const QUOTE: u16 = b'"' as u16;
const APOSTROPHE: u16 = b'\'' as u16;
const COLON: u16 = b':' as u16;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// Quotes, dashes, case and digits as the features see them.
fn fold(character: char) -> u16 {
    let folded = match character {
        'A'..='Z' => character.to_ascii_lowercase(),
        '0'..='9' => '0',
        _ if character.is_ascii() => character,
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => character.to_lowercase().next().unwrap_or(character),
    };
    // Characters beyond the basic plane share the lower 16 bits with others; the hash only needs to be stable.
    folded as u32 as u16
}

impl Form {
    /// The place before the first word and behind the last one.
    pub const EDGE: Self = Self { word: 0, segment: 0, tail: 0, head: 0, shape: Shape::Edge, opens: true };

    /// Reads a word that stands behind `before`.
    #[must_use]
    pub fn read(word: &str, case: SentenceCase, before: Self) -> Self {
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Self::read_small(word.as_bytes());
        }
        let (mut hash, mut segment) = (FNV_OFFSET, FNV_OFFSET);
        let (mut tail, mut head, mut length) = (0u64, 0u64, 0usize);
        let (mut upper, mut lower, mut digits, mut inner_capital, mut hyphen) = (0, 0, 0, false, false);
        let mut last = 0;
        for character in word.chars() {
            let folded = if character.is_ascii_lowercase() { character as u16 } else { fold(character) };
            hash = (hash ^ u64::from(folded)).wrapping_mul(FNV_PRIME);
            if folded == u16::from(b'-') && length > 0 {
                segment = FNV_OFFSET;
                hyphen = true;
            } else {
                segment = (segment ^ u64::from(folded)).wrapping_mul(FNV_PRIME);
            }
            tail = tail << 16 | u64::from(folded);
            if length < 3 {
                head = tail;
            }
            if character.is_ascii_lowercase() {
                lower += 1;
            } else if character.is_ascii_digit() {
                digits += 1;
            } else if character.is_uppercase() {
                upper += 1;
                inner_capital |= length > 0;
            } else if character.is_alphabetic() {
                lower += 1;
            }
            length += 1;
            last = folded;
        }
        let shape = match (upper, lower, digits) {
            (0, 0, 0) => Shape::Mark,
            (0, 0, _) => Shape::Number,
            (_, _, 1..) => Shape::Alphanumeric,
            (0, _, _) => Shape::Lower,
            _ if case == SentenceCase::Upper => Shape::Upper,
            (2.., 0, _) => Shape::Acronym,
            _ if inner_capital && !hyphen => Shape::Mixed,
            _ if case == SentenceCase::Title => Shape::Title,
            _ if before.opens => Shape::Opening,
            _ => Shape::Capital,
        };
        // A capital is due behind an opening quote, a bullet or a colon too.
        let opens = shape == Shape::Mark && (before.opens || matches!(last, QUOTE | APOSTROPHE | COLON));
        Self { word: hash, segment: if hyphen { segment } else { 0 }, tail, head, shape, opens }
    }

    /// The same for a word of small letters, as most are: nothing of it is folded, and its place tells nothing.
    fn read_small(word: &[u8]) -> Self {
        let (mut hash, mut tail, mut head) = (FNV_OFFSET, 0u64, 0u64);
        for (at, &byte) in word.iter().enumerate() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
            tail = tail << 16 | u64::from(byte);
            if at < 3 {
                head = tail;
            }
        }
        Self { word: hash, segment: 0, tail, head, shape: Shape::Lower, opens: false }
    }

    /// The two features under which the tag dictionary keeps the word.
    #[must_use]
    pub const fn word_features(&self) -> [u32; 2] {
        [hash(Template::Word, self.word, 0), hash(Template::Dictionary, self.word, 0)]
    }

    /// Whether the dictionary may settle the word: `us` is always a pronoun, `US` is not.
    #[must_use]
    pub const fn is_plain_case(&self) -> bool {
        !matches!(self.shape, Shape::Capital | Shape::Acronym | Shape::Mixed)
    }

    #[inline]
    const fn suffix(&self, characters: u32) -> u64 {
        self.tail & (u64::MAX >> (64 - 16 * characters))
    }
}

/// The words around the current one and the tags before it.
#[derive(Debug)]
pub struct Context {
    /// One word before, the current one, two behind.
    window: [Form; 4],
    /// Tags of the two words before; [`Context::NO_TAG`] before the first word.
    previous: [u8; 2],
}

impl Context {
    const NO_TAG: u8 = Upos::ALL.len() as u8;

    /// Stands one word before the first, given the first two.
    #[must_use]
    pub const fn new(first: Form, second: Form) -> Self {
        Self { window: [Form::EDGE, Form::EDGE, first, second], previous: [Self::NO_TAG; 2] }
    }

    /// Moves on by one word; `next` comes into sight at the far end.
    pub fn enter(&mut self, next: Form) {
        let [_, second, third, fourth] = self.window;
        self.window = [second, third, fourth, next];
    }

    /// Takes `tag` for the current word.
    pub fn settle(&mut self, tag: Upos) {
        self.previous = [self.previous[1], tag as u8];
    }

    /// The current word.
    #[must_use]
    pub const fn current(&self) -> &Form {
        &self.window[1]
    }

    /// The last word in sight.
    #[must_use]
    pub const fn farthest(&self) -> Form {
        self.window[3]
    }
}

/// The kinds of feature; the names say what is hashed.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Template {
    Dictionary,
    Word,
    Suffix2,
    Suffix3,
    Suffix4,
    Head,
    Segment,
    Shape,
    ShapeSuffix,
    Tag,
    TwoTags,
    TagWord,
    TagSuffix,
    TagShape,
    WordBefore,
    WordAfter,
    SecondWordAfter,
    SuffixBefore,
    SuffixAfter,
    ShortSuffixAfter,
    ShapeBefore,
    ShapeAfter,
    Around,
    TagWordAfter,
    TagSuffixAfter,
    WordSuffixAfter,
    WordBeforeSuffix,
}

/// Mixes a number and up to two values into 64 bits, of which the upper ones are well spread.
#[inline]
const fn mix(number: u64, first: u64, second: u64) -> u64 {
    let mut mixed = first ^ second.rotate_left(29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ number << 56).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed ^ mixed >> 32).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

#[inline]
const fn hash(template: Template, first: u64, second: u64) -> u32 {
    (mix(template as u64 + 1, first, second) >> 32) as u32
}

/// The features that go by the same few things, and so come together.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub enum Part {
    /// The word itself.
    Own,
    /// The word before.
    Before,
    /// The word behind.
    After,
    /// The tags before and the look of the word.
    Tags,
    /// The look of the word and of its neighbours.
    Shapes,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 5] = [Self::Own, Self::Before, Self::After, Self::Tags, Self::Shapes];
}

/// What a part's features go by, as 64 bits: the same key has the same features.
#[must_use]
pub fn key(context: &Context, part: Part) -> u64 {
    let [before, current, after, _] = &context.window;
    let (tag2, tag1) = (u64::from(context.previous[0]), u64::from(context.previous[1]));
    let shape = current.shape as u64;
    let (first, second) = match part {
        Part::Own => (current.word, shape),
        Part::Before => (before.word, 0),
        Part::After => (after.word, 0),
        Part::Tags => (shape, tag1 << 8 | tag2),
        Part::Shapes => (shape, (before.shape as u64) << 8 | after.shape as u64),
    };
    mix(!(part as u64), first, second)
}

/// Hands the features of a part to `take`, in a fixed order.
pub fn shared(context: &Context, part: Part, mut take: impl FnMut(u32)) {
    use Template as T;
    let [before, current, after, _] = &context.window;
    let (tag2, tag1) = (u64::from(context.previous[0]), u64::from(context.previous[1]));
    let mut feature = |template, first, second| take(hash(template, first, second));
    let shape = current.shape as u64;
    match part {
        Part::Own => {
            feature(T::Word, current.word, 0);
            feature(T::Suffix2, current.suffix(2), 0);
            feature(T::Suffix3, current.suffix(3), 0);
            feature(T::Suffix4, current.suffix(4), 0);
            feature(T::Head, current.head, 0);
            if current.segment != 0 {
                feature(T::Segment, current.segment, 0);
            }
            feature(T::Shape, shape, 0);
            feature(T::ShapeSuffix, current.suffix(2), shape);
        }
        Part::Before => {
            feature(T::WordBefore, before.word, 0);
            feature(T::SuffixBefore, before.suffix(3), 0);
        }
        Part::After => {
            feature(T::WordAfter, after.word, 0);
            feature(T::SuffixAfter, after.suffix(3), 0);
            feature(T::ShortSuffixAfter, after.suffix(2), 0);
        }
        Part::Tags => {
            feature(T::Tag, tag1, 0);
            feature(T::TwoTags, tag1, tag2);
            feature(T::TagShape, shape, tag1);
        }
        Part::Shapes => {
            feature(T::ShapeBefore, shape, before.shape as u64);
            feature(T::ShapeAfter, shape, after.shape as u64);
        }
    }
}

/// Hands the features to `take` that go by more than a part does, in a fixed order.
pub fn singly(context: &Context, mut take: impl FnMut(u32)) {
    use Template as T;
    let [before, current, after, second_after] = &context.window;
    let tag1 = u64::from(context.previous[1]);
    let mut feature = |template, first, second| take(hash(template, first, second));
    feature(T::TagWord, current.word, tag1);
    feature(T::TagSuffix, current.suffix(3), tag1);
    feature(T::SecondWordAfter, second_after.word, 0);
    feature(T::Around, before.word, after.word);
    feature(T::TagWordAfter, after.word, tag1);
    feature(T::TagSuffixAfter, after.suffix(2), tag1);
    feature(T::WordSuffixAfter, current.word, after.suffix(2));
    feature(T::WordBeforeSuffix, before.word, current.suffix(3));
}

/// Hands all features of the current word to `take`, in a fixed order.
pub fn extract(context: &Context, mut take: impl FnMut(u32)) {
    for part in Part::ALL {
        shared(context, part, &mut take);
    }
    singly(context, take);
}
