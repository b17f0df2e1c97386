//! Verb groups: what a run of auxiliaries and a verb says of voice, time, denial and possibility.
//!
//! A group ends with its first full verb; an infinitive that hangs on it ("was told | to leave", "refused | to pay")
//! is a group of its own, because what is told, tried or refused need not have happened. Words that stand for an
//! auxiliary ("is going to", "was able to", "had to") belong to the group.
//!
//! # Sources
//! The order of English auxiliaries (modal, perfect, progressive, passive) is that of Quirk, Greenbaum, Leech and
//! Svartvik, *A Comprehensive Grammar of the English Language* (1985), chapter 3.

use std::ops::Range;

use super::{
    Document,
    lexicon::{Class, ClassSet, Word},
    tags::Upos,
};

/// Whether the subject does it or has it done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// "Police arrested him", "he fell", "it is open".
    Active,
    /// "He was arrested", "got arrested", "two men killed in the blast".
    Passive,
}

/// Where a group places what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "Fell", "was closed", "has closed", "may have closed".
    Past,
    /// "Closes", "is closing", "may close".
    Present,
    /// "Will close", "is to close", "is going to close", "would close".
    Future,
}

/// How a group stands to what is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// It is so, or, where the group is negated, it is not.
    Plain,
    /// "May", "might", "could", "is likely to".
    Possible,
    /// "Can", "is able to".
    Able,
    /// "Must", "should", "has to", "is required to".
    Necessary,
    /// "Would", "was to", "had been going to".
    Conditional,
}

/// A verb with its auxiliaries.
///
/// ```
/// use variorum::{
///     article::{Article, Part, Passage},
///     language::{read, verbs::{Modality, Tense, Voice}},
///     text::ByteSpan,
/// };
/// let text = "The bridge may not have been closed by the police.";
/// let span = ByteSpan::new(0, text.len() as u32);
/// let article = Article {
///     text,
///     passages: vec![Passage { part: Part::Body, span, paragraph: 0 }],
///     remarks: Vec::new(),
/// };
/// let document = read(&article);
/// let group = document.verb_groups(0..document.tokens.len()).next().unwrap();
/// assert_eq!(document.word(group.main), "closed");
/// assert_eq!((group.voice, group.tense), (Voice::Passive, Some(Tense::Past)));
/// assert_eq!((group.is_negated, group.modality), (true, Modality::Possible));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    /// All its tokens, adverbs and "not" among them: "may not have been closed".
    pub tokens: Range<usize>,
    /// The full verb; the last auxiliary where none follows ("is" in "it is open").
    pub main: usize,
    /// Active or passive.
    pub voice: Voice,
    /// The time; none for infinitives and participles ("to kill", "killing two", "two killed in the blast").
    pub tense: Option<Tense>,
    /// Whether it is denied inside the group: "did not fall", "was unable to reach", "is no longer open".
    pub is_negated: bool,
    /// Whether it is said to be so, or to be possible or due.
    pub modality: Modality,
}

/// Which of its verb's forms a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "Close", "closes".
    Present,
    /// "Fell".
    Past,
    /// "Fallen".
    Participle,
    /// "Closed", "found".
    Either,
    /// "Closing".
    Ing,
}

/// The numbers of [`Class::Auxiliary`].
mod auxiliary {
    pub(super) const IS: i32 = 0;
    pub(super) const WAS: i32 = 1;
    pub(super) const BE: i32 = 2;
    pub(super) const BEEN: i32 = 3;
    pub(super) const BEING: i32 = 4;
    pub(super) const HAVE: i32 = 5;
    pub(super) const HAD: i32 = 6;
    pub(super) const HAVING: i32 = 7;
    pub(super) const DID: i32 = 9;
    pub(super) const WILL: i32 = 10;
    pub(super) const WOULD: i32 = 11;
    pub(super) const MAY: i32 = 12;
    pub(super) const CAN: i32 = 13;
    pub(super) const MUST: i32 = 14;
    pub(super) const GET: i32 = 15;
    pub(super) const TO: i32 = 16;
}
use auxiliary::*;

impl Document<'_> {
    /// The verb groups of a stretch of tokens, in order. They do not overlap.
    pub fn verb_groups(&self, tokens: Range<usize>) -> impl Iterator<Item = VerbGroup> + '_ {
        let mut at = tokens.start;
        let mut before: Option<VerbGroup> = None;
        std::iter::from_fn(move || {
            while at < tokens.end {
                if let Some(mut group) = self.verb_group_at(at, tokens.end) {
                    if let Some(before) = &before {
                        self.share(before, &mut group);
                    }
                    at = group.tokens.end;
                    before = Some(group.clone());
                    return Some(group);
                }
                at += 1;
            }
            None
        })
    }

    /// The verb group of a stretch of tokens that holds a token.
    #[must_use]
    pub fn verb_group_of(&self, token: usize, tokens: &Range<usize>) -> Option<VerbGroup> {
        self.verb_groups(tokens.clone()).take_while(|group| group.tokens.start <= token).find(|group| {
            // Invariant: groups are in order, so the first that ends behind the token holds it or none does.
            token < group.tokens.end
        })
    }

    /// The verb group that begins at a token, with an auxiliary, a verb, "to" or a word that denies it.
    #[must_use]
    pub fn verb_group_at(&self, start: usize, end: usize) -> Option<VerbGroup> {
        if !matches!(self.tag(start), Upos::Verb | Upos::Aux) && !self.tokens.get(start)?.classes.meets(OPENING) {
            return None;
        }
        let mut reader = Reader {
            document: self,
            end,
            auxiliaries: Auxiliaries::default(),
            is_negated: false,
            main: None,
            last: start,
        };
        reader.read(start);
        reader.group(start)
    }

    /// "Was arrested and charged", "may be delayed or cancelled": a bare form behind a conjunction shares the
    /// auxiliaries before it.
    fn share(&self, before: &VerbGroup, group: &mut VerbGroup) {
        let follows = before.tokens.end + 1 == group.tokens.start
            && matches!(self.tag(before.tokens.end), Upos::Cconj | Upos::Punct)
            && group.tokens.len() == 1;
        // "Was stopped and fled": only a verb that needs an object shares a passive.
        let bare_participle = self.form(group.main) == Form::Participle || self.is(group.main, Class::Transitive);
        let shares = before.voice == Voice::Passive && bare_participle && !self.has_object(group.tokens.end)
            || before.modality != Modality::Plain && self.form(group.main) == Form::Present
            || before.tense == Some(Tense::Future) && self.form(group.main) == Form::Present;
        if follows && shares {
            group.voice = before.voice;
            group.tense = before.tense;
            group.modality = before.modality;
            group.is_negated |= before.is_negated && self.tag(before.tokens.end) == Upos::Cconj;
        }
    }

    /// Which form of its verb a word is, from the list of irregular forms, else from its ending.
    fn form(&self, token: usize) -> Form {
        let word = self.word(token);
        let ends = |ending: &str| {
            word.len() > ending.len() + 1
                && word.get(word.len() - ending.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
        };
        match () {
            () if self.is(token, Class::PastOrParticiple) => Form::Either,
            () if self.is(token, Class::Past) => Form::Past,
            () if self.is(token, Class::Participle) => Form::Participle,
            () if ends("ing") => Form::Ing,
            () if ends("ed") => Form::Either,
            () => Form::Present,
        }
    }

    /// Whether an object may begin at a token: a noun group that is no time.
    fn has_object(&self, at: usize) -> bool {
        let is_time = [Class::Weekday, Class::Month, Class::RelativeDay, Class::Adverbial]
            .iter()
            .any(|class| self.is(at, *class));
        !is_time
            && matches!(
                self.tag(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Num | Upos::Pron | Upos::Adj | Upos::Sym
            )
    }
}

/// The classes of words other than verbs that a group may begin with.
const OPENING: ClassSet = ClassSet::of(&[Class::Auxiliary, Class::Negation]);

/// The auxiliaries of a group, by their numbers.
#[derive(Default)]
struct Auxiliaries {
    first: Option<i32>,
    last: Option<i32>,
    /// The first that says how the group stands to what is so.
    modal: Option<i32>,
    /// A bit for each number that is among them.
    all: u32,
}

impl Auxiliaries {
    fn push(&mut self, number: i32) {
        self.first = self.first.or(Some(number));
        self.last = Some(number);
        self.modal = self.modal.or(Some(number).filter(|number| (WOULD..=MUST).contains(number)));
        self.all |= 1 << number;
    }

    const fn has(&self, number: i32) -> bool {
        self.all >> number & 1 == 1
    }
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    end: usize,
    /// The numbers of the auxiliaries, in order.
    auxiliaries: Auxiliaries,
    is_negated: bool,
    main: Option<usize>,
    /// The last auxiliary.
    last: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self, start: usize) {
        let document = self.document;
        let mut at = start;
        while at < self.end {
            let opened = self.auxiliaries.first.is_some();
            if let Some(words) = self.semi_auxiliary(at) {
                at += words;
            } else if self.is_negation(at) {
                self.is_negated |= opened || self.leads_to_verb(at + 1);
                if !self.is_negated {
                    return;
                }
                at += 1;
            } else if let Some(number) = self.auxiliary(at) {
                self.auxiliaries.push(number);
                self.last = at;
                at += 1;
            } else if document.is_verbal(at) {
                self.main = Some(at);
                return;
            } else if opened && matches!(document.tag(at), Upos::Adv | Upos::Part) && self.leads_to_verb(at + 1) {
                at += 1;
            } else {
                return;
            }
        }
    }

    /// The words of a phrase that stands for an auxiliary, behind a form of "be" ("is going to"); behind "be" and
    /// "have" the bare "to".
    fn semi_auxiliary(&mut self, at: usize) -> Option<usize> {
        let document = self.document;
        let before = self.auxiliaries.last?;
        let is_be = matches!(before, IS..=BEING);
        let has_to = document.value(at, Class::Auxiliary) == Some(TO);
        let (words, number) = match document.phrase(at, Class::SemiAuxiliary) {
            Some((words, number)) if is_be => (words, number),
            _ if has_to && is_be => (1, WILL),
            _ if has_to && matches!(before, HAVE | HAD) => (1, MUST),
            _ => return None,
        };
        if at + words > self.end || !self.leads_to_verb(at + words) {
            return None;
        }
        self.is_negated |= number < 0;
        self.auxiliaries.push(number.abs());
        self.last = at + words - 1;
        Some(words)
    }

    /// The number of an auxiliary, where it is one: a form of "have", "do" or "get" without a verb behind it is a
    /// verb itself, and "to" may be a preposition.
    fn auxiliary(&self, at: usize) -> Option<i32> {
        let document = self.document;
        let short = ["'s", "’s"].contains(&document.word(at));
        if short {
            let has = document.value(at + 1, Class::Auxiliary) == Some(BEEN)
                || document.is(at + 1, Class::Participle) && document.tag(at + 1) == Upos::Verb;
            return (document.tag(at) == Upos::Aux).then_some(if has { HAVE } else { IS });
        }
        let number = document.value(at, Class::Auxiliary)?;
        match number {
            TO => (self.auxiliaries.first.is_none() && document.tag(at) == Upos::Part && self.leads_to_verb(at + 1))
                .then_some(TO),
            HAVE..=DID | GET if !self.leads_to_verb(at + 1) => None,
            GET => matches!(document.form(at + 1), Form::Participle | Form::Either).then_some(GET),
            _ => document.is_verbal(at).then_some(number),
        }
    }

    /// Whether a verb stands at a token or behind adverbs and words of denial.
    fn leads_to_verb(&self, mut at: usize) -> bool {
        let document = self.document;
        while at < self.end && (document.tag(at) == Upos::Adv || self.is_negation(at)) {
            at += 1;
        }
        at < self.end
            && (document.is_verbal(at)
                || document.tag(at) == Upos::Part && document.value(at, Class::Auxiliary) == Some(TO))
    }

    fn is_negation(&self, at: usize) -> bool {
        at < self.end
            && self.document.is(at, Class::Negation)
            && matches!(self.document.tag(at), Upos::Part | Upos::Adv)
    }

    fn group(self, start: usize) -> Option<VerbGroup> {
        let main = match (self.main, self.auxiliaries.last) {
            (Some(main), _) => main,
            (None, Some(_)) => self.last,
            (None, None) => return None,
        };
        Some(VerbGroup {
            tokens: start..main + 1,
            main,
            voice: self.voice(),
            tense: self.tense(),
            is_negated: self.is_negated,
            modality: self.modality(),
        })
    }

    fn voice(&self) -> Voice {
        let Some(main) = self.main else { return Voice::Active };
        let form = self.document.form(main);
        let is_passive = match self.auxiliaries.last {
            Some(IS..=BEING | GET) => matches!(form, Form::Participle | Form::Either),
            Some(_) => false,
            None => form == Form::Participle || form == Form::Either && self.is_reduced(main),
        };
        if is_passive { Voice::Passive } else { Voice::Active }
    }

    /// Whether a bare form is a participle: "two men killed in the blast", "a toll disputed by rebels".
    fn is_reduced(&self, main: usize) -> bool {
        let document = self.document;
        let before = main.checked_sub(1);
        let behind_name = before.is_some_and(|at| document.tag(at) == Upos::Pron && document.is(at, Class::Stop));
        let by_agent = document.is_word(main + 1, Word::By) && document.tag(main + 2) != Upos::Num;
        // "The bank admitted that": what it admitted stands behind.
        let has_clause = document.is_word(main + 1, Word::That) && document.tag(main + 1) == Upos::Sconj;
        // "Admitted taking the money"
        let has_deed = document.is(main, Class::Implicative) && document.word(main + 1).ends_with("ing");
        let has_object = has_clause || has_deed || document.has_object(main + 1);
        !behind_name && (by_agent || document.is(main, Class::Transitive) && !has_object)
    }

    fn tense(&self) -> Option<Tense> {
        let form = self.main.map(|main| self.document.form(main));
        let has = |number: i32| self.auxiliaries.has(number);
        let modal = matches!(self.auxiliaries.first, Some(WILL..=MUST));
        match self.auxiliaries.first {
            None => match form? {
                Form::Present => Some(Tense::Present),
                Form::Past => Some(Tense::Past),
                Form::Either if self.voice() == Voice::Active => Some(Tense::Past),
                Form::Participle | Form::Either | Form::Ing => None,
            },
            Some(TO | BE | BEEN | BEING | HAVING) => None,
            Some(_) if modal && has(HAVE) => Some(Tense::Past),
            Some(WILL | WOULD) => Some(Tense::Future),
            Some(_) if has(WILL) => Some(Tense::Future),
            Some(WAS | HAD | DID) => Some(Tense::Past),
            Some(HAVE) if !has(MUST) => self.main.map_or(Some(Tense::Present), |_| Some(Tense::Past)),
            Some(GET) => match self.document.form(self.last) {
                Form::Either => Some(Tense::Past),
                Form::Ing => None,
                _ => Some(Tense::Present),
            },
            Some(_) => Some(Tense::Present),
        }
    }

    fn modality(&self) -> Modality {
        // "Was to open", "had been due to open": a future that need not have come.
        let was_ahead = matches!(self.auxiliaries.first, Some(WAS | HAD)) && self.auxiliaries.has(WILL);
        match self.auxiliaries.modal {
            _ if was_ahead => Modality::Conditional,
            Some(WOULD) => Modality::Conditional,
            Some(MAY) => Modality::Possible,
            Some(CAN) => Modality::Able,
            Some(MUST) => Modality::Necessary,
            _ => Modality::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{Article, Part, Passage},
        language::read,
        text::ByteSpan,
    };

    /// Checks the groups of a sentence, each as `words: main voice tense`, with `not` and a modality behind.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let span = ByteSpan::new(0, text.len() as u32);
        let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
        let document = read(&Article { text, passages, remarks: Vec::new() });
        let show = |group: VerbGroup| {
            let voice = if group.voice == Voice::Passive { "passive" } else { "active" };
            let tense = group.tense.map_or("none".to_owned(), |tense| format!("{tense:?}").to_lowercase());
            let negated = if group.is_negated { " not" } else { "" };
            let modality = match group.modality {
                Modality::Plain => String::new(),
                other => format!(" {}", format!("{other:?}").to_lowercase()),
            };
            let words = document.span(group.tokens).slice(text);
            format!("{words}: {} {voice} {tense}{negated}{modality}", document.word(group.main))
        };
        let found: Vec<String> = document.verb_groups(0..document.tokens.len()).map(show).collect();
        assert_eq!(found, expected, "{text}: {:?}", document.tags);
    }

    #[test]
    fn voice_is_read_from_be_and_get() {
        check("Two nurses and a porter were seriously hurt.", &["were seriously hurt: hurt passive past"]);
        check("Four officers got injured in the clash.", &["got injured: injured passive past"]);
        check("The road has been closed since Monday.", &["has been closed: closed passive past"]);
        check("The suspect is being questioned by police.", &["is being questioned: questioned passive present"]);
        check("The council was meeting in the town hall.", &["was meeting: meeting active past"]);
        check("The minister has resigned.", &["has resigned: resigned active past"]);
        check("It is open.", &["is: is active present"]);
    }

    #[test]
    fn bare_participles_are_passive_and_past_forms_are_not() {
        check(
            "Two men killed in the blast were named.",
            &["killed: killed passive none", "were named: named passive past"],
        );
        check("The blast killed two men.", &["killed: killed active past"]);
        check("Ten injured in crash", &["injured: injured passive none"]);
        check(
            "The figures, disputed by the union, rose.",
            &["disputed: disputed passive none", "rose: rose active past"],
        );
        check("Shares rose by 4 per cent.", &["rose: rose active past"]);
        check(
            "The letter, written in May, was lost.",
            &["written: written passive none", "was lost: lost passive past"],
        );
    }

    #[test]
    fn tense_is_that_of_the_first_verb() {
        check("The museum will reopen in May.", &["will reopen: reopen active future"]);
        check("The company is going to cut jobs.", &["is going to cut: cut active future"]);
        check("The bridge is to be closed on Friday.", &["is to be closed: closed passive future"]);
        check("The court was due to rule on Monday.", &["was due to rule: rule active future conditional"]);
        check("The airline cancels its flights.", &["cancels: cancels active present"]);
        check("The river had broken its banks.", &["had broken: broken active past"]);
        check("The gunman may have fled.", &["may have fled: fled active past possible"]);
    }

    #[test]
    fn infinitives_and_participles_have_no_tense() {
        check("The firm refused to pay.", &["refused: refused active past", "to pay: pay active none"]);
        check("A bomb exploded, killing two.", &["exploded: exploded active past", "killing: killing active none"]);
        check("They were told to leave.", &["were told: told passive past", "to leave: leave active none"]);
    }

    #[test]
    fn denial_is_read_inside_the_group() {
        check("The driver did not stop.", &["did not stop: stop active past not"]);
        check("The alarm didn't ring.", &["didn't ring: ring active past not"]);
        check("Rescuers were unable to reach the village.", &["were unable to reach: reach active past not able"]);
        check("The mayor has never been charged.", &["has never been charged: charged passive past not"]);
        check("The plant cannot reopen.", &["cannot reopen: reopen active present not able"]);
        check(
            "The two sides agreed not to strike.",
            &["agreed: agreed active past", "not to strike: strike active none not"],
        );
    }

    #[test]
    fn modality_is_read_from_auxiliaries_and_what_stands_for_them() {
        check("Prices could rise.", &["could rise: rise active present possible"]);
        check("The school must close.", &["must close: close active present necessary"]);
        check("The school has to close.", &["has to close: close active present necessary"]);
        check("An appeal would be lodged.", &["would be lodged: lodged passive future conditional"]);
        check("The storm is unlikely to weaken.", &["is unlikely to weaken: weaken active present not possible"]);
    }

    #[test]
    fn a_bare_form_behind_a_conjunction_shares_the_auxiliaries() {
        check(
            "He was arrested and charged.",
            &["was arrested: arrested passive past", "charged: charged passive past"],
        );
        check(
            "Flights may be delayed or cancelled.",
            &["may be delayed: delayed passive present possible", "cancelled: cancelled passive present possible"],
        );
        check("The man was stopped and fled.", &["was stopped: stopped passive past", "fled: fled active past"]);
    }
}
