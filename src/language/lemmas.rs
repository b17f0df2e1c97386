//! Lemmas: the form of a word that stands in a dictionary.
//!
//! Irregular forms are looked up (`verbs.txt`, `forms.txt`), regular ones are made by rule from the ending and the
//! word's class. Where -ed or -ing has taken a silent e or doubled a letter away, letters decide in the order of
//! Minnen, Carroll and Pearce (2001): doubled letters, single short syllables, then a list of endings.

use super::{
    Document,
    lexicon::{Class, ClassSet, Entry, Lexicon},
    tags::Upos,
    tokens::Token,
};

impl Document<'_> {
    /// The lemma of a token, in lower case; that of a mark is the mark.
    ///
    /// ```
    /// # use variorum::{article::{Article, Part, Passage}, language::read, text::ByteSpan};
    /// # let text = "Two women were struck.";
    /// # let span = ByteSpan::new(0, text.len() as u32);
    /// # let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
    /// # let article = Article { text, passages, remarks: Vec::new() };
    /// let document = read(&article);
    /// let lemmas: Vec<String> = (0..4).map(|at| document.lemma(at)).collect();
    /// assert_eq!(lemmas, ["two", "woman", "be", "strike"]);
    /// ```
    #[must_use]
    pub fn lemma(&self, token: usize) -> String {
        let mut lemma = String::new();
        let entry = self.tokens.get(token).map_or(0, |token| token.entry);
        write(self.word(token), entry, self.tag(token), self.lists(), &mut lemma);
        lemma
    }

    /// Whether a token's lemma is this word.
    #[must_use]
    pub fn has_lemma(&self, token: usize, lemma: &str) -> bool {
        let (word, classes) = (self.word(token), self.tokens.get(token).map(|token| token.classes));
        // A form by rule begins as its lemma does; "'s" may be "be".
        let begins = word.as_bytes().first().map(u8::to_ascii_lowercase) == lemma.as_bytes().first().copied();
        let is_regular = word.is_ascii() && !word.starts_with('\'') && !classes.is_some_and(|own| own.meets(IRREGULAR));
        (begins || !is_regular) && self.lemma(token) == lemma
    }

    /// The number of a token's lemma in the word lists; 0 when none has it.
    #[must_use]
    pub fn lemma_entry(&self, token: usize) -> Entry {
        // Of nouns only plurals are other forms, and of names none.
        let is_plain = |word: &str| match self.tag(token) {
            Upos::Noun => !word.ends_with(['s', 'S', 'n', 'N']),
            Upos::Propn => true,
            _ => false,
        };
        match self.tokens.get(token) {
            Some(found)
                if !found.classes.meets(IRREGULAR) && is_plain(self.word(token)) && self.word(token).is_ascii() =>
            {
                found.entry
            }
            _ => self.plain_entry(token, write),
        }
    }

    /// The number of a token's root in the word lists; 0 when none has it.
    #[must_use]
    pub fn root_entry(&self, token: usize) -> Entry {
        self.plain_entry(token, write_root)
    }

    fn plain_entry(&self, token: usize, write: fn(&str, Entry, Upos, &Lexicon, &mut String)) -> Entry {
        let Some(&Token { entry, classes, .. }) = self.tokens.get(token) else { return 0 };
        let (word, lists) = (self.word(token), self.lists());
        // What is no irregular form and does not end as the rules below expect is plain.
        let ends_plainly = match word.as_bytes() {
            // A small letter and its capital differ by one bit.
            [.., before, last] => !matches!(
                (before | 0x20, last | 0x20),
                (_, b's') | (b'e', b'd' | b'n' | b'r') | (b'n', b'g') | (b's', b't')
            ),
            _ => true,
        };
        if ends_plainly && word.is_ascii() && !classes.meets(IRREGULAR) {
            return entry;
        }
        let mut plain = String::new();
        write(word, entry, self.tag(token), lists, &mut plain);
        lists.entry(&plain)
    }
}

/// The classes of forms that are looked up.
const IRREGULAR: ClassSet = ClassSet::of(&[
    Class::OtherForm,
    Class::Past,
    Class::Participle,
    Class::PastOrParticiple,
    Class::Plural,
    Class::Degree,
]);

/// Writes the lemma of a word of some class into `lemma`. `entry` is its number in the word lists.
pub fn write(word: &str, entry: Entry, tag: Upos, lexicon: &Lexicon, lemma: &mut String) {
    fold(word, lemma);
    let irregular = |classes: &[Class]| classes.iter().find_map(|class| lexicon.value(entry, *class));
    let form = match tag {
        Upos::Verb | Upos::Aux => {
            irregular(&[Class::OtherForm, Class::Past, Class::Participle, Class::PastOrParticiple])
        }
        Upos::Noun => irregular(&[Class::Plural]),
        Upos::Adj | Upos::Adv => irregular(&[Class::Degree]),
        Upos::Pron | Upos::Det | Upos::Part => irregular(&[Class::OtherForm]),
        _ => None,
    };
    if let Some(plain) = form.and_then(|plain| Entry::try_from(plain).ok()) {
        lemma.clear();
        lemma.push_str(lexicon.word(plain));
        return;
    }
    // Rules cut bytes; words with other letters than those of English keep their form.
    if !lemma.is_ascii() {
        return;
    }
    match tag {
        Upos::Aux if lemma == "'s" => "be".clone_into(lemma),
        Upos::Verb | Upos::Aux => cut_verb(lemma, lexicon),
        Upos::Noun => cut_plural(lemma),
        Upos::Adj => cut_degree(lemma),
        _ => {}
    }
}

/// Writes what all forms of a word share into `root`, for comparing texts by content: the lemma, where a noun or an
/// adjective in -ing or -ed goes by its verb as well, so that "the injured" meets "were injured", "a killing" "they killed".
///
/// ```
/// use variorum::language::{lemmas::write_root, lexicon::EN, tags::Upos};
/// let mut root = String::new();
/// for (word, tag) in [("closes", Upos::Verb), ("Closed", Upos::Adj), ("closing", Upos::Noun)] {
///     write_root(word, EN.entry(word), tag, &EN, &mut root);
///     assert_eq!(root, "close");
/// }
/// ```
pub fn write_root(word: &str, entry: Entry, tag: Upos, lexicon: &Lexicon, root: &mut String) {
    write(word, entry, tag, lexicon, root);
    if root.is_ascii() && matches!(tag, Upos::Noun | Upos::Adj | Upos::Propn) {
        if tag != Upos::Noun {
            cut_plural(root);
        }
        cut_verb(root, lexicon);
    }
}

/// Gives a root that British and American English spell apart one spelling for both ("harbour" and "harbor",
/// "theatre" and "theater", "organise" and "organize", "defence" and "defense", "catalogue" and "catalog",
/// "programme" and "program", "enrol" and "enroll"). What comes of it need not be a word ("exercize"): it only serves
/// to tell whether two roots are one. The endings are those of *New Hart's Rules*, chapter 21.
///
/// ```
/// use variorum::language::lemmas::unify_spelling;
/// let [mut british, mut american] = ["neighbour".to_owned(), "neighbor".to_owned()];
/// unify_spelling(&mut british);
/// unify_spelling(&mut american);
/// assert_eq!(british, american);
/// ```
pub fn unify_spelling(root: &mut String) {
    // British ending, American ending, and the least length of a word that has two spellings ("tour", "rise" have one).
    const ENDINGS: [(&str, &str, usize); 11] = [
        ("our", "or", 6),
        ("ise", "ize", 6),
        ("yse", "yze", 6),
        ("isation", "ization", 8),
        ("tre", "ter", 5),
        ("bre", "ber", 5),
        ("ence", "ense", 7),
        ("ogue", "og", 7),
        ("amme", "am", 7),
        ("mould", "mold", 5),
        ("ll", "l", 6),
    ];
    let found = ENDINGS.iter().find(|(british, _, least)| root.len() >= *least && root.ends_with(british));
    if let Some((british, american, _)) = found {
        root.truncate(root.len() - british.len());
        root.push_str(american);
    }
}

/// Writes a word in lower case with straight apostrophes, without soft hyphens and combining marks.
fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for character in word.chars() {
        match character {
            '’' => folded.push('\''),
            '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            _ => folded.extend(character.to_lowercase()),
        }
    }
}

/// "Homes", "cities", "losses", "viruses"; "firemen", "grandchildren".
fn cut_plural(word: &mut String) {
    let ends = |ending: &str| word.ends_with(ending);
    let long = word.len() > 6;
    if ends("men") && long {
        word.truncate(word.len() - 2);
        word.push_str("an");
    } else if ends("children") {
        word.truncate(word.len() - 3);
    } else if word.len() < 4 || !ends("s") || ends("ss") || ends("us") || ends("is") {
    } else if ends("ies") && word.len() > 4 {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ends("es")
        && (["sses", "shes", "ches", "xes", "zzes", "oes"].iter().any(|ending| ends(ending))
            // A vowel before -uses as in "houses" keeps the e, and so do the short "uses", "fuses".
            || long && ["tuses", "puses", "nuses", "ruses", "cuses"].iter().any(|ending| ends(ending)))
    {
        word.truncate(word.len() - 2);
    } else {
        word.pop();
    }
}

/// "Biggest", "earlier".
fn cut_degree(word: &mut String) {
    let root = word.strip_suffix("iest").or_else(|| word.strip_suffix("ier")).filter(|root| root.len() > 2);
    if let Some(root) = root.map(str::len) {
        word.truncate(root);
        word.push('y');
    } else if word.len() > 5 && word.ends_with("est") {
        word.truncate(word.len() - 3);
        if doubled(word).is_some_and(|letter| !matches!(letter, b'l' | b's')) {
            word.pop();
        }
    }
}

/// "Closes", "closed", "closing".
pub(super) fn cut_verb(word: &mut String, lexicon: &Lexicon) {
    let length = word.len();
    if word.ends_with("eed") {
        // "Agreed", "guaranteed"; but "need", "proceed".
        if length > 5 && (word.ends_with("reed") || word.ends_with("teed")) || word == "freed" {
            word.pop();
        }
        return;
    }
    if word.ends_with("ied") {
        word.truncate(length - if length > 4 { 3 } else { 1 });
        if length > 4 {
            word.push('y');
        }
        return;
    }
    let root = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")).map(str::len);
    match root {
        // "Bring" and "red" are no such forms: a root has a vowel.
        Some(root) if root >= 2 && (0..root).any(|at| is_vowel(&word.as_bytes()[..root], at)) => {
            word.truncate(root);
            restore(word, lexicon);
        }
        Some(_) => {}
        None => cut_plural(word),
    }
}

/// The letter that a word ends with twice.
fn doubled(word: &str) -> Option<u8> {
    let bytes = word.as_bytes();
    let last = *bytes.last()?;
    (bytes.len() > 2 && bytes[bytes.len() - 2] == last && !is_vowel(bytes, bytes.len() - 1)).then_some(last)
}

/// Letters of the longest ending that the lists restore a verb by.
const LONGEST_ENDING: usize = 8;

/// Gives a verb that has lost -ed or -ing its last letters back. The root is of ASCII.
fn restore(root: &mut String, lexicon: &Lexicon) {
    if let Some(letter) = doubled(root) {
        let keeps = match letter {
            b's' | b'z' | b'f' => true,
            b'l' => {
                syllables(root) == 1 || ["ecall", "stall", "fill", "still"].iter().any(|ending| root.ends_with(ending))
            }
            _ => root.len() == 3, // add, err, ebb
        };
        if !keeps {
            root.pop();
        }
        return;
    }
    let (single, pair) = {
        let bytes = root.as_bytes();
        let vowel = |back: usize| bytes.len() >= back && is_vowel(bytes, bytes.len() - back);
        (!vowel(1) && vowel(2) && !vowel(3), vowel(2) && vowel(3))
    };
    let last = root.bytes().next_back();
    // Endings of three letters and more speak of single verbs and come before the rules. The lists have them behind a
    // hyphen, which takes the place of the letter before each.
    let mut key = [b'-'; LONGEST_ENDING + 1];
    let letters = root.len().min(LONGEST_ENDING);
    key[LONGEST_ENDING + 1 - letters..].copy_from_slice(&root.as_bytes()[root.len() - letters..]);
    let mut listed = |lengths: std::ops::RangeInclusive<usize>| {
        lengths.rev().filter(|&length| length <= letters).find_map(|length| {
            key[LONGEST_ENDING - length] = b'-';
            let ending = std::str::from_utf8(&key[LONGEST_ENDING - length..]).ok()?;
            lexicon.value(lexicon.entry(ending), Class::Restore)
        })
    };
    let by_rule = if single && syllables(root) == 1 {
        Some(i32::from(!matches!(last, Some(b'w' | b'x' | b'y'))))
    } else if pair && !matches!(last, Some(b's' | b'z' | b'v' | b'c' | b'g' | b'u')) {
        Some(0)
    } else {
        None
    };
    if listed(3..=LONGEST_ENDING).or(by_rule).or_else(|| listed(1..=2)) == Some(1) {
        root.push('e');
    }
}

/// Whether a letter is a vowel: "u" is none in "quote", "y" is one behind a consonant.
fn is_vowel(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' => true,
        b'u' => {
            let before = at > 0 && matches!(word[at - 1], b'q' | b'g');
            !before || word.get(at + 1).is_none_or(|next| !b"aeiouy".contains(next))
        }
        b'y' => at > 0 && !is_vowel(word, at - 1),
        _ => false,
    }
}

/// How many runs of vowels a word has.
fn syllables(word: &str) -> usize {
    let bytes = word.as_bytes();
    (0..bytes.len()).filter(|&at| is_vowel(bytes, at) && (at == 0 || !is_vowel(bytes, at - 1))).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::EN;

    #[track_caller]
    fn check(tag: Upos, pairs: &str) {
        let mut lemma = String::new();
        for pair in pairs.split_whitespace() {
            let (form, expected) = pair.split_once('/').unwrap();
            write(form, EN.entry(form), tag, &EN, &mut lemma);
            assert_eq!(lemma, expected, "{form}");
        }
    }

    #[test]
    fn irregular_forms_are_looked_up() {
        check(Upos::Verb, "said/say struck/strike fell/fall rose/rise shot/shoot won/win slain/slay cut/cut lying/lie");
        check(Upos::Aux, "was/be ’s/be has/have wo/will ca/can been/be");
        check(
            Upos::Noun,
            "men/man lives/life crises/crisis policemen/policeman schoolchildren/schoolchild people/people",
        );
        check(Upos::Adj, "worst/bad later/late further/far");
        check(Upos::Noun, "rose/rose shot/shot found/found");
    }

    #[test]
    fn plurals_lose_their_ending() {
        check(Upos::Noun, "homes/home cities/city losses/loss churches/church boxes/box viruses/virus houses/house");
        check(
            Upos::Noun,
            "heroes/hero causes/cause bus/bus crisis/crisis ties/tie politics/politics gas/gas olives/olive",
        );
    }

    #[test]
    fn a_silent_e_is_given_back() {
        check(Upos::Verb, "closed/close closing/close created/create treated/treat located/locate argued/argue");
        check(Upos::Verb, "charged/charge belonged/belong banged/bang changing/change managed/manage served/serve");
        check(
            Upos::Verb,
            "required/require injured/injure repaired/repair poured/pour explored/explore monitored/monitor",
        );
        check(Upos::Verb, "combined/combine remained/remain opened/open visited/visit invited/invite edited/edit");
        check(
            Upos::Verb,
            "hoping/hope quoted/quote guided/guide owned/own boxed/box settled/settle used/use raised/raise",
        );
        check(Upos::Verb, "offered/offer interfered/interfere developed/develop seized/seize forced/force");
    }

    #[test]
    fn a_doubled_letter_is_taken_back() {
        check(Upos::Verb, "stopped/stop called/call travelled/travel controlled/control recalled/recall passed/pass");
        check(Upos::Verb, "added/add occurred/occur buzzed/buzz");
    }

    #[test]
    fn what_only_looks_like_a_form_stays() {
        check(
            Upos::Verb,
            "bring/bring need/need proceed/proceed agreed/agree freed/free died/die carried/carry goes/go",
        );
        check(Upos::Noun, "building/building meeting/meeting news/news bed/bed");
        check(Upos::Propn, "Reuters/reuters Hughes/hughes");
        check(Upos::Verb, "naïvely/naïvely é/é \u{301}ed/ed");
    }
}
