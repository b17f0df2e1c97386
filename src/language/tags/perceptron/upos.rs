//! The seventeen word classes.

/// A universal part-of-speech tag.
///
/// # Sources
/// Universal Dependencies, version 2: <https://universaldependencies.org/u/pos/>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Upos {
    /// Adjective, and ordinal numbers: *Russian*, *third*.
    Adj,
    /// Preposition, and particles of phrasal verbs: *in*, blew *up*.
    Adp,
    /// Adverb: *nearby*, *there*.
    Adv,
    /// Auxiliary and copula: *was* hurt, *will*, *is*.
    Aux,
    /// Coordinating conjunction: *and*, *but*.
    Cconj,
    /// Determiner: *the*, *some* officers, *no*.
    Det,
    /// Interjection: *yes*, *oh*.
    Intj,
    /// Common noun.
    Noun,
    /// Cardinal number in digits or words: *10*, *two*, *1.5*.
    Num,
    /// Particle: *not*, *to* go, *'s*.
    Part,
    /// Pronoun: *he*, *their*, *who*, *several* were hurt.
    Pron,
    /// Proper noun, days and months among them.
    Propn,
    /// Punctuation mark.
    Punct,
    /// Subordinating conjunction: *that*, *while*.
    Sconj,
    /// Symbol: *$*, *%*.
    Sym,
    /// Full verb.
    Verb,
    /// Anything else, such as a foreign word.
    X,
}

impl Upos {
    /// Every tag, so that `Upos::ALL[tag as usize] == tag`.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag's name in treebanks: `NOUN`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The tag of that treebank name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }
}
