//! How sure a report is of what it says.
//!
//! Finds
//! : the words that carry a step of the ladder below "stated": who says so, doubt ("may", "believed", "apparently",
//!   "suspected", "reports that"), what is not known ("it was not clear whether") and what is denied; and for each
//!   value in the text the step that governs it.
//!
//! Why a reader cares
//! : "was hit" and "appeared to be hit" are two reports of different strength, and a figure that is feared is none
//!   that was counted.
//!
//! Example
//! : in "Twelve people are believed to have died", "are believed to" hedges "Twelve".
//!
//! Leaves out on purpose
//! : "will" and "would", which speak of what is to come or depends on something; "could see", which tells what was
//!   possible and done.
//!
//! Known misses
//! : doubt carried by a question or by quotation marks around single words.
//!
//! # Sources
//! The steps are those of Saurí and Pustejovsky, *FactBank* (2009), cut to the five that a reader tells apart: the
//! nearest governing cue in the clause decides.

use std::ops::Range;

use super::{Certainty, Kind, Mention, Precision, Value, attribution::Attribution};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, ClassSet, Word},
    tags::Upos,
    verbs::{VerbGroup, Voice},
};

/// Words that set how sure a stretch of a sentence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The words themselves, with the verbs that they govern in the same group.
    pub tokens: Range<usize>,
    /// The step that they set.
    pub certainty: Certainty,
    /// What they govern.
    pub scope: Range<usize>,
}

/// The numbers of [`Class::Hedge`], as its list explains them.
mod hedge {
    pub(super) const MODAL: i32 = 1;
    pub(super) const VERB: i32 = 2;
    pub(super) const ADVERB: i32 = 3;
    pub(super) const ADJECTIVE: i32 = 4;
    pub(super) const NOUN: i32 = 5;
    pub(super) const PHRASE: i32 = 6;
    pub(super) const LINK: i32 = 7;
}

/// The number of [`Class::Hedge`] for nouns, which may be verbs of another sense: "sign", "risk".
pub(super) const NOUN_OF_DOUBT: i32 = hedge::NOUN;

/// The number of [`Class::Hedge`] for participles, whose verbs may be deeds: "claimed responsibility".
pub(super) const PARTICIPLE_OF_DOUBT: i32 = hedge::ADJECTIVE;

/// The number of [`Class::Report`] for verbs that deny.
const DENIES: i32 = 2;

/// The numbers of [`Class::Implicative`]: those up to the first are of words that deny what hangs on them; then words of
/// will and words before a form in -ing alone, below zero where they deny it as well.
pub(super) const DENYING: i32 = 0;
pub(super) const WILL: i32 = 2;
pub(super) const SAYING: i32 = 3;

/// The numbers of [`Class::Complementizer`]: words that open what is said, and prepositions before what is feared.
mod complementizer {
    pub(super) const CLAUSE: i32 = 0;
}

/// Tokens by which a speaker may be longer than a name with its role and still be shown with the verb of saying.
const LONG_SPEAKER: usize = 8;

/// The classes of the words that begin a cue of doubt or of what is not known.
const DOUBTING: ClassSet = ClassSet::of(&[Class::Unknown, Class::Evident, Class::Hedge]);

/// The cues of a sentence, in order. `said` holds the attributions whose cue stands in it.
#[must_use]
pub fn cues(document: &Document<'_>, sentence: &Sentence, said: &[Attribution]) -> Vec<Cue> {
    let groups = document.verbs_of(&sentence.tokens);
    let reader = Reader { document, sentence: sentence.tokens.clone(), groups };
    let mut cues: Vec<Cue> = said.iter().map(|said| speech(said, &sentence.tokens)).collect();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if !document.tokens[at].classes.meets(DOUBTING) {
            at += 1;
            continue;
        }
        let cue = reader.unknown(at).or_else(|| reader.hedge(at));
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end.max(at + 1));
        if let Some(cue) = cue {
            // "Police believe", "officials could not confirm": the speaker's own doubt takes the place of the speech.
            let doubted = cues
                .iter_mut()
                .find(|said| said.certainty == Certainty::Attributed && said.tokens.contains(&(cue.tokens.end - 1)));
            match doubted {
                Some(said) => {
                    let scope = said.scope.start.min(cue.scope.start)..said.scope.end.max(cue.scope.end);
                    *said = Cue { scope, ..cue };
                }
                None => cues.push(cue),
            }
        }
    }
    let negations = sentence.tokens.clone().filter(|&at| document.tokens[at].classes.may_hold(Class::Negation));
    let denials: Vec<Cue> = negations.filter_map(|at| reader.denial(at, &cues)).collect();
    cues.extend(denials);
    cues.sort_by_key(|cue| (cue.tokens.start, cue.tokens.end));
    cues
}

/// The cues as mentions: hearsay, doubt and what is not known. What is denied is read as polarity.
#[must_use]
pub fn extract(document: &Document<'_>, cues: &[Cue]) -> Vec<Mention> {
    let mention = |cue: &Cue| Mention {
        kind: Kind::Certainty,
        span: document.span(cue.tokens.clone()),
        tokens: cue.tokens.clone(),
        value: Value::Certainty(cue.certainty),
        precision: Precision::Exact,
    };
    cues.iter().filter(|cue| cue.certainty != Certainty::Denied).map(mention).collect()
}

/// How sure the report is of what some tokens say: the nearest cue that governs them decides.
#[must_use]
pub fn of(document: &Document<'_>, tokens: &Range<usize>, cues: &[Cue]) -> Certainty {
    let is_quoted = |at: usize| document.quoted.get(at) == Some(&true);
    let governs = |cue: &&Cue| {
        cue.scope.contains(&tokens.start)
            // Doubt inside a quotation is the speaker's; it does not reach past the closing mark.
            && (!is_quoted(cue.tokens.start) || is_quoted(tokens.start))
    };
    // Who speaks weakens a statement least, however near the name stands.
    let distance = |cue: &&Cue| (cue.certainty == Certainty::Attributed, cue.tokens.start.abs_diff(tokens.start));
    cues.iter().filter(governs).min_by_key(distance).map_or(Certainty::Stated, |cue| cue.certainty)
}

/// Who says so, with the verb of saying where they stand side by side in one sentence.
fn speech(said: &Attribution, sentence: &Range<usize>) -> Cue {
    let (speaker, cue) = (&said.speaker, &said.cue);
    let is_near = speaker.end <= cue.start && cue.start - speaker.end <= 2 || cue.end == speaker.start;
    let tokens = if is_near && sentence.contains(&speaker.start) && speaker.len() <= LONG_SPEAKER {
        speaker.start.min(cue.start)..speaker.end.max(cue.end)
    } else {
        cue.clone()
    };
    let certainty = if said.force == DENIES { Certainty::Denied } else { Certainty::Attributed };
    Cue { tokens, certainty, scope: said.content.clone() }
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: Range<usize>,
    groups: &'d [VerbGroup],
}

impl Reader<'_, '_> {
    /// A word of doubt.
    fn hedge(&self, at: usize) -> Option<Cue> {
        let document = self.document;
        let (words, sort) = document.phrase(at, Class::Hedge)?;
        let end = at + words;
        let group = self.group(at);
        let tagged = document.tag(at);
        let modified = document.noun_group(at, self.sentence.end);
        let (tokens, scope) = match (sort, group) {
            (hedge::MODAL, Some(group)) => (group.tokens.clone(), self.clause(at)),
            // "A rate expected to rise": a participle without its auxiliary is told of the noun before it alone.
            (hedge::VERB, Some(group))
                if group.tokens.len() == 1 && group.tense.is_none() && modified.len() <= words =>
            {
                let start = document.noun_group_before(at, self.sentence.start).start;
                (self.with_infinitive(group, end), start..self.content(at, end).end)
            }
            (hedge::VERB, Some(group)) => (self.with_infinitive(group, end), self.content(at, end)),
            // "Is said to have fled": a verb of saying or thinking without its speaker.
            (hedge::ADJECTIVE, Some(group))
                if group.voice == Voice::Passive && (group.tokens.len() > 1 || document.is_word(end, Word::Of)) =>
            {
                (self.with_infinitive(group, end), self.content(at, end))
            }
            // "The potentially deadly gas": the adverb is of one word.
            (hedge::ADVERB, None) if self.opens_noun_group(at) => {
                (at..end, document.noun_group(end, self.sentence.end))
            }
            (hedge::ADVERB | hedge::PHRASE, _) => (at..end, self.clause(at)),
            // "Charged in connection with the fire": that he is charged is sure.
            (hedge::LINK, _) => (at..end, end..self.clause(at).end.max(end)),
            (hedge::VERB | hedge::ADJECTIVE, _) if modified.len() > words => (at..end, modified),
            // "Is tentative", "is likely to close".
            (hedge::VERB | hedge::ADJECTIVE, _) if tagged == Upos::Adj => {
                let start = self.group_before(at, 0).map_or(at, |group| group.tokens.start);
                (start..self.infinitive(end), self.content(at, end))
            }
            // "Reports that", "fears of": a noun that is followed by what it is about.
            (hedge::NOUN | hedge::VERB, None) if words > 1 || tagged == Upos::Noun => {
                document.value(end, Class::Complementizer)?;
                (at..end, end..self.content(at, end).end.max(end))
            }
            _ => return None,
        };
        Some(Cue { tokens, certainty: Certainty::Hedged, scope })
    }

    /// Whether a token stands between an article and the noun that it belongs to.
    fn opens_noun_group(&self, at: usize) -> bool {
        at > self.sentence.start && self.document.tag(at - 1) == Upos::Det
    }

    /// What nobody can tell: said outright ("it is unclear whether") or by denying what would be known ("police could
    /// not confirm", "nobody knows").
    fn unknown(&self, at: usize) -> Option<Cue> {
        let document = self.document;
        let own = self.group(at);
        let (start, end) = if let Some((words, _)) = document.phrase(at, Class::Unknown) {
            let start = own.or_else(|| self.group_before(at, 0)).map_or(at, |group| group.tokens.start);
            (start, at + words)
        } else {
            document.value(at, Class::Evident)?;
            (self.unknowing(at, own)?, at + 1)
        };
        Some(Cue { tokens: start..end, certainty: Certainty::Unknown, scope: self.content(start, end) })
    }

    /// Where the words begin that deny something known at `at`: its own group ("could not confirm"), the one that it
    /// hangs on ("was not immediately clear", "declined to say"), or its subject ("nobody knows").
    fn unknowing(&self, at: usize, own: Option<&VerbGroup>) -> Option<usize> {
        let document = self.document;
        let Some(own) = own else {
            return self.group_before(at, 2).filter(|group| group.is_negated).map(|group| group.tokens.start);
        };
        let start = own.tokens.start;
        if own.is_negated {
            return Some(start);
        }
        let denies =
            |group: &&VerbGroup| document.value(group.main, Class::Implicative).is_some_and(|sort| sort <= DENYING);
        if let Some(governor) = self.group_before(start, 1).filter(denies) {
            return Some(governor.tokens.start);
        }
        let nobody =
            (self.sentence.start..start).rev().take(2).find(|&at| document.phrase(at, Class::Nothing).is_some());
        nobody.filter(|_| own.main == at)
    }

    /// What is denied: from the word that denies to the end of its clause.
    fn denial(&self, at: usize, cues: &[Cue]) -> Option<Cue> {
        let document = self.document;
        document.value(at, Class::Negation)?;
        // "Could not confirm" leaves open what it denies.
        if cues.iter().any(|cue| cue.certainty == Certainty::Unknown && cue.tokens.contains(&at)) {
            return None;
        }
        // "Not more than 12", "no fewer than 12" bound a number and deny nothing.
        if document.phrase(at, Class::Bound).is_some_and(|(words, _)| words > 1) {
            return None;
        }
        let end = self.group(at).map_or(at + 1, |group| group.tokens.end).max(at + 1);
        Some(Cue { tokens: at..end, certainty: Certainty::Denied, scope: at + 1..self.clause(at).end })
    }

    /// The verb group that holds a token.
    fn group(&self, at: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|group| group.tokens.contains(&at))
    }

    /// The last verb group that ends before a token, at most `gap` tokens away.
    fn group_before(&self, at: usize, gap: usize) -> Option<&VerbGroup> {
        self.groups.iter().rev().find(|group| group.tokens.end <= at).filter(|group| at - group.tokens.end <= gap)
    }

    /// A group with the infinitive that hangs on it: "appears to have shaken".
    fn with_infinitive(&self, group: &VerbGroup, end: usize) -> Range<usize> {
        group.tokens.start..self.infinitive(end.max(group.tokens.end))
    }

    /// Where the infinitive ends that begins at a token; the token itself where none does.
    fn infinitive(&self, at: usize) -> usize {
        let next = self.groups.iter().find(|next| next.tokens.start == at && next.tense.is_none());
        next.map_or(at, |infinitive| infinitive.tokens.end)
    }

    fn clause(&self, at: usize) -> Range<usize> {
        self.document.clause(at, &self.sentence)
    }

    /// What words at `at..end` govern: their clause, and what "that", "whether" and their like open behind them, up to
    /// the next mark.
    fn content(&self, at: usize, end: usize) -> Range<usize> {
        let document = self.document;
        let mut clause = self.clause(at);
        let opens = |at: usize| document.value(at, Class::Complementizer) == Some(complementizer::CLAUSE);
        if (end..self.sentence.end).take(3).any(opens) {
            let is_mark = |at: &usize| document.tag(*at) == Upos::Punct && document.parts_clauses(*at);
            clause.end = (end..self.sentence.end).find(is_mark).unwrap_or(self.sentence.end);
        }
        clause
    }
}
