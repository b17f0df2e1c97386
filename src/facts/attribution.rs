//! Who is named as saying something.
//!
//! Finds
//! : a speaker with a verb of saying before or behind it ("police said …", "…," said the mayor), with "according to"
//!   and its like, with "by" behind a passive ("as reported by the ministry"), before a colon or behind a dash at a
//!   quotation, as the owner of a figure ("the board's estimate"), and the stretch of the text that the speaker
//!   answers for.
//!
//! Why a reader cares
//! : two numbers from two named speakers are a dispute that the reports tell of, not a slip; and a claim that
//!   officials make in one report stands there as a fact in the next.
//!
//! Example
//! : in "Police said one officer was killed, whereas the group's channel said the toll stood at 10", "one" is by
//!   "Police" and "10" by "the group's channel".
//!
//! Leaves out on purpose
//! : what will, may or would be said, what is not said, and what is said inside somebody else's quotation. Pronouns
//!   are followed to the last speaker named before them whom they fit, in the same or the last paragraph; where there
//!   is none, nobody is named.
//!
//! Known misses
//! : speakers of a passive without "by" ("was said to be"), and speech that goes on in the article's own voice.

mod cues;
mod pronoun;
mod scope;
mod speaker;

use std::ops::Range;

use super::{Kind, Mention, Precision, Value, name::Names, value::ValueRelation};
use crate::language::{
    Document,
    lexicon::{Class, EN},
    tags::Upos,
};

/// What kind of speaker somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SpeakerClass {
    /// By name: "Judge Marsh", "Reuters".
    Named,
    /// By office or body: "the mayor", "police", "a spokeswoman for the ministry".
    Role,
    /// One or several who stay unnamed: "officials", "witnesses", "a person briefed on the talks".
    Anonymous,
    /// What is written, counted or filmed: "court papers", "the study", "pictures".
    Document,
}

impl SpeakerClass {
    /// Its name in a normal form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Role => "role",
            Self::Anonymous => "anonymous",
            Self::Document => "document",
        }
    }
}

/// Somebody's words or claim in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The tokens that name the speaker; they may stand in an earlier sentence.
    pub speaker: Range<usize>,
    /// What kind of speaker it is.
    pub class: SpeakerClass,
    /// The fullest form of the person's name in the article, in lower case; empty where none is told.
    pub name: String,
    /// The verb or phrase of saying.
    pub cue: Range<usize>,
    /// What the speaker answers for, as tokens. It may hold the speaker and the cue, and reach over several sentences
    /// where they are one quotation.
    pub content: Range<usize>,
    /// Whether the words are denied or claimed rather than said: the number of [`Class::Report`].
    pub force: i32,
}

/// A speaker as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name it, in lower case, without articles and marks.
    pub words: String,
    /// What kind of speaker it is.
    pub class: SpeakerClass,
    /// The fullest form of a person's name in the article, in lower case; empty where none is told.
    pub name: String,
}

impl Speaker {
    /// The class and the words, as in `named pavel durov`.
    #[must_use]
    pub fn norm(&self) -> String {
        [self.class.as_str(), " ", &self.words].concat()
    }

    /// Whether this is the same speaker in the same words but for those that join them, or by name: "police" and "Kelness
    /// police" need not be.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let content = |speaker: &Self| -> Vec<String> {
            let words = speaker.words.split(' ').filter(|word| EN.value(EN.entry(word), Class::SpeakerLink).is_none());
            // "A spokesman for the firm", "a spokesperson from the firm".
            let mut words: Vec<String> =
                words.map(|word| if word.starts_with("spokes") { "spokes" } else { word }.to_owned()).collect();
            words.sort_unstable();
            words
        };
        // "The International Committee of the Red Cross", "the ICRC".
        let initials = |speaker: &Self| -> String {
            let words = speaker.words.split(' ').filter(|word| EN.value(EN.entry(word), Class::Stop).is_none());
            words.filter_map(|word| word.chars().next()).collect()
        };
        // "Her father", "her father Bassem"; but "police" need not be "a police spokeswoman".
        let names_more = |one: &Self, other: &Self| {
            one.words
                .strip_prefix(&*other.words)
                .is_some_and(|rest| !rest.split(' ').any(|word| EN.value(EN.entry(word), Class::Person).is_some()))
        };
        names_more(self, other)
            || names_more(other, self)
            || !(self.name.is_empty() || other.name.is_empty()) && self.relation(other) == ValueRelation::Equal
            || content(self) == content(other)
            || initials(self) == other.words
            || initials(other) == self.words
    }

    /// Whether the words tell by themselves who it is: "the bank" and "her father" are known from what stands before.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let mut words = self.words.split(' ');
        let first = words.next().unwrap_or_default();
        let is_alone = words.next().is_none();
        let is_several = first.ends_with('s') || first == "police";
        EN.value(EN.entry(first), Class::Possessive).is_none()
            && (self.class == SpeakerClass::Named || !is_alone || is_several)
    }

    /// How this speaker relates to another: equal where all words of the one are words of the other ("Durov",
    /// "founder Pavel Durov") or a word of the name is one, or stands among the words, disjoint where both are people with other names; else both
    /// may have said it.
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        let holds = |one: &Self, other: &Self| {
            one.words.split(' ').all(|word| other.words.split(' ').any(|other| other == word))
        };
        let shares = |one: &str, other: &str| one.split(' ').any(|word| other.split(' ').any(|other| other == word));
        // "A spokesman for Ms Roe, John Doe": the name may stand among the words beside another's.
        let is_named_in = |one: &Self, other: &Self| !one.name.is_empty() && shares(&one.name, &other.words);
        match (self.name.as_str(), other.name.as_str()) {
            (one, other) if !one.is_empty() && shares(one, other) => ValueRelation::Equal,
            _ if is_named_in(self, other) || is_named_in(other, self) => ValueRelation::Equal,
            (one, other) if !one.is_empty() && !other.is_empty() => ValueRelation::Disjoint,
            _ if holds(self, other) || holds(other, self) => ValueRelation::Equal,
            _ => ValueRelation::Overlapping,
        }
    }
}

/// Finds who says what, in the order of the cues. Pronouns are followed to the `names` of the article.
#[must_use]
pub fn attributions(document: &Document<'_>, names: &Names) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if !sentence.part.is_report() {
            continue;
        }
        let before = found.len();
        cues::read(document, names, index, &mut found);
        found[before..].sort_by_key(|said| (said.cue.start, said.cue.end));
        scope::part(document, &mut found[before..]);
    }
    scope::widen(document, &mut found);
    found
}

/// Looks up who answers for what, sentence by sentence.
pub struct Answering<'a> {
    attributions: &'a [Attribution],
    /// Positions in `attributions`, by where the content begins; those from `next` on begin behind the sentence.
    by_content: Vec<usize>,
    next: usize,
    /// Those whose content reaches into the sentence.
    here: Vec<usize>,
    /// Speakers with the first attribution of each.
    speakers: Vec<(usize, usize, usize)>,
}

impl<'a> Answering<'a> {
    /// Stands before the first sentence.
    #[must_use]
    pub fn new(attributions: &'a [Attribution]) -> Self {
        let mut by_content: Vec<usize> = (0..attributions.len()).collect();
        by_content.sort_by_key(|&at| attributions[at].content.start);
        let speaker = |(at, said): (usize, &Attribution)| (said.speaker.start, said.speaker.end, at);
        let mut speakers: Vec<_> = attributions.iter().enumerate().map(speaker).collect();
        speakers.sort_unstable();
        Self { attributions, by_content, next: 0, here: Vec::new(), speakers }
    }

    /// Moves on to a later sentence.
    pub fn enter(&mut self, sentence: &Range<usize>) {
        while let Some(&at) = self.by_content.get(self.next)
            && self.attributions[at].content.start < sentence.end
        {
            self.here.push(at);
            self.next += 1;
        }
        self.here.retain(|&at| self.attributions[at].content.end > sentence.start);
    }

    /// Who answers for some tokens that begin in the sentence: the attribution whose content holds them, the nearest
    /// where several do.
    #[must_use]
    pub fn of(&self, tokens: &Range<usize>) -> Option<usize> {
        let said = |at: &usize| &self.attributions[*at];
        let holds = |at: &usize| said(at).content.start <= tokens.start && tokens.end <= said(at).content.end;
        let candidates = self.here.iter().copied().filter(holds);
        candidates.min_by_key(|at| (said(at).cue.start.abs_diff(tokens.start), *at))
    }

    /// The first attribution with a speaker.
    #[must_use]
    pub fn with_speaker(&self, speaker: &Range<usize>) -> Option<usize> {
        let wanted = (speaker.start, speaker.end);
        let at = self.speakers.partition_point(|&(start, end, _)| (start, end) < wanted);
        self.speakers.get(at).filter(|&&(start, end, _)| (start, end) == wanted).map(|&(.., at)| at)
    }
}

/// The attributions whose words of saying stand in a sentence.
#[must_use]
pub fn within<'a>(attributions: &'a [Attribution], sentence: &Range<usize>) -> &'a [Attribution] {
    let start = attributions.partition_point(|said| said.cue.start < sentence.start);
    let behind = &attributions[start..];
    &behind[..behind.partition_point(|said| said.cue.start < sentence.end)]
}

/// The speakers that are named, each place once, in the order of the text.
#[must_use]
pub fn extract(document: &Document<'_>, attributions: &[Attribution]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = attributions
        .iter()
        .map(|said| Mention {
            kind: Kind::Attribution,
            span: document.span(said.speaker.clone()),
            tokens: said.speaker.clone(),
            value: Value::Attribution(Speaker {
                words: words(document, &said.speaker),
                class: said.class,
                name: said.name.clone(),
            }),
            precision: Precision::Exact,
        })
        .collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions.dedup_by_key(|mention| mention.span.start);
    mentions
}

/// The words of a speaker in lower case, without articles, clitics and marks.
fn words(document: &Document<'_>, speaker: &Range<usize>) -> String {
    let mut words = String::new();
    for at in speaker.clone() {
        if matches!(document.tag(at), Upos::Det | Upos::Punct | Upos::Part | Upos::Sym) && !document.is(at, Class::Role)
        {
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(document.word(at).chars().flat_map(char::to_lowercase));
    }
    words
}
