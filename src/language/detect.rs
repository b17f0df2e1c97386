//! Which language a text is in, as far as it can be read.
//!
//! Function words are a quarter to a half of running text in any language, so their share tells whether a
//! language's lists fit, without a model.

use super::{
    lexicon::{Class, EN, Lexicon},
    tokens::{Shape, Token},
};

/// Words that must be seen before a text is called foreign; a shorter one is given the benefit of the doubt.
const FEWEST_WORDS: usize = 25;

/// Share of function words, in per cent, from which a text counts as being in the language.
///
/// English news has 35–50 %; German, French and Spanish texts reach 2–6 % of English ones through shared forms
/// (in, a, me, no). Headlines and lists drop below 25 %, so the line is drawn between.
const SHARE: usize = 15;

/// The languages that can be read.
pub const LANGUAGES: [&Lexicon; 1] = [&EN];

/// The language of a text by its tokens; none when no list fits.
#[must_use]
pub fn detect(tokens: &[Token]) -> Option<&'static Lexicon> {
    let words = tokens.iter().filter(|token| token.shape == Shape::Word).count();
    if words < FEWEST_WORDS {
        return Some(&EN);
    }
    let known = |lexicon: &Lexicon| {
        let is_stop =
            |token: &&Token| token.classes.may_hold(Class::Stop) && lexicon.value(token.entry, Class::Stop).is_some();
        tokens.iter().filter(is_stop).count() * 100 / words
    };
    LANGUAGES
        .into_iter()
        .map(|lexicon| (known(lexicon), lexicon))
        .filter(|(share, _)| *share >= SHARE)
        .max_by_key(|(share, _)| *share)
        .map(|(_, lexicon)| lexicon)
}
