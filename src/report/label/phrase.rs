//! Noun phrases for a label: what is counted with what happened to it ("officers killed"), who somebody is ("mayor").

use std::ops::Range;

use super::{super::words::Words, Called};
use crate::{
    facts::{Kind, Stated, frame::Role},
    language::{Document, lexicon::Class, tags::Upos, verbs::Voice},
    text::lowercase,
};

/// Nouns of a phrase at most.
const MOST_NOUNS: usize = 4;

/// Tokens of a whole subject at most, and of what hangs on a passive.
const MOST_WHOLE: usize = 8;
const MOST_BEHIND: usize = 3;

/// Tokens of a phrase of the lists at most.
const MOST_PHRASE: usize = 3;

/// The words of one reading's label.
pub(super) struct Phrase {
    /// What is counted or measured.
    nouns: Vec<String>,
    /// The last of them, when they name somebody.
    is_name: bool,
    /// Whether it is somebody's age.
    is_age: bool,
    /// Whether it is something that happens, so that it has a time.
    pub(super) is_event: bool,
    /// What happened to it, by the name of its set of words.
    happening: Option<String>,
    /// Whether that name is there, and not the article's own words.
    is_plain: bool,
    /// Whether the nouns are a subject with all that hangs on it.
    is_whole: bool,
    /// Whether the nouns are what is counted, not who did it.
    has_head: bool,
}

impl Phrase {
    /// `by` holds the tokens of who is named for it.
    pub(super) fn new(document: &Document<'_>, stated: &Stated, by: &Range<usize>) -> Self {
        let frame = &stated.frame;
        let is_thing = |at: &usize| document.is_noun(*at) && !is_of_calendar(document, *at);
        let head = frame.with(Role::Head).filter(is_thing).max();
        let has_head = head.is_some();
        // "The engineer says two inches": who says it is not what is measured.
        let subject = || frame.with(Role::Subject).filter(|at| is_thing(at) && !by.contains(at)).max();
        // "Visibility was 500 metres when the ferry left port": what another clause tells is not what is measured either.
        let is_beside = |&at: &usize| {
            !document.is(at, Class::Unit) && !(stated.mention.tokens.end..at).any(|at| document.parts_clauses(at))
        };
        let complement = || frame.with(Role::Complement).filter(is_thing).find(is_beside);
        let noun = head.or_else(subject).or_else(|| equated(document, stated)).or_else(complement);
        let mut is_whole = false;
        let mut tokens: Vec<usize> = match noun {
            // Who is of an age may stand on both sides of it: the name tells who it is.
            Some(last) if frame.is_age => {
                let mut heads: Vec<usize> = frame.with(Role::Head).chain(frame.with(Role::Modifier)).collect();
                let has_name = heads.iter().any(|&at| document.tag(at) == Upos::Propn);
                heads.retain(|&at| if has_name { document.tag(at) == Upos::Propn } else { at == last });
                heads.sort_unstable();
                heads
            }
            Some(last) => {
                let anchored = |at: usize| frame.anchors.iter().any(|anchor| anchor.token == at);
                let mut first = if anchored(last) { last } else { noun_around(document, last).start };
                while first > 0 && anchored(first - 1) && document.tag(first - 1) != Upos::Verb {
                    first -= 1;
                }
                // "Shares in the company jumped 22%": the whole subject is told of, not the last noun in it.
                if !has_head && frame.with(Role::Subject).any(|at| at == last) {
                    let whole = whole_subject(document, stated, first);
                    is_whole = whole < first;
                    first = whole;
                }
                // "The 63-seat council": what hangs on a number by a hyphen is left out with it.
                if first > 0 && first < last && document.is_inner_hyphen(first - 1) {
                    first += 1;
                }
                (first..last + 1).collect()
            }
            None => Vec::new(),
        };
        // "In a serious condition": what is taken for what is counted is what happened.
        let state = noun.filter(|_| !has_head).and_then(|last| {
            let starts = (last + 1).saturating_sub(MOST_PHRASE)..last;
            starts.into_iter().find_map(|start| {
                let (words, number) = document.phrase(start, Class::Concept)?;
                (start + words == last + 1).then_some(number)
            })
        });
        if state.is_some() {
            tokens.clear();
        }
        let most = if is_whole { MOST_WHOLE } else { MOST_NOUNS };
        tokens.drain(..tokens.len().saturating_sub(most));
        let named =
            |number: i32| document.lists().concept(number).filter(|name| name.ends_with("ed") || *name == "missing");
        let happening = state.and_then(named).or_else(|| {
            let befell = |&at: &usize| befell(document, stated, at) && (has_head || is_fate(document, stated, at));
            frame.with(Role::Predicate).filter(befell).find_map(|at| named(document.value(at, Class::Concept)?))
        });
        // "A blast killed 14": who did it is not what is counted.
        let is_count = stated.mention.kind == Kind::Count;
        if is_count && !has_head && happening.is_some() {
            tokens.clear();
        }
        let is_event = noun.is_some_and(|at| document.is(at, Class::Happening));
        let happening = happening.filter(|_| is_count || state.is_some() || is_done_to(document, stated));
        let happening = happening.filter(|_| stated.mention.kind != Kind::Time).map(|name| name.replace('_', " "));
        let is_plain = happening.is_some();
        let happening = happening.or_else(|| done(document, stated).filter(|_| is_count && has_head));
        let is_name = tokens.last().is_some_and(|&at| document.tag(at) == Upos::Propn);
        let nouns = tokens.iter().map(|&at| plain(document, at)).collect();
        Self { nouns, is_name, is_age: frame.is_age, is_event, happening, is_plain, is_whole, has_head }
    }

    /// Both parts before one, who is of an age by name, what happened in the words of a set, what is counted before who
    /// did it, a whole subject, and fewer words before more.
    pub(super) fn rank(&self) -> (usize, [bool; 4], std::cmp::Reverse<usize>) {
        let parts = usize::from(!self.nouns.is_empty()) + usize::from(self.happening.is_some());
        let order = [self.is_age && self.is_name, self.is_plain, self.has_head, self.is_whole];
        (parts, order, std::cmp::Reverse(self.nouns.len()))
    }

    /// Whether it tells who or what is told of, and not what is measured.
    pub(super) const fn is_of_others(&self) -> bool {
        !self.has_head && self.happening.is_none()
    }

    /// None where neither is known.
    pub(super) fn called(&self, words: &Words) -> Option<Called> {
        let nouns = Some(self.nouns.join(" ")).filter(|nouns| !nouns.is_empty());
        // "Deaths killed" says it twice.
        let Some(what) = self.happening.as_ref().filter(|&what| self.nouns.last() != Some(what)) else {
            return nouns.map(|nouns| Called::new(words.words, nouns));
        };
        let pattern = nouns.as_ref().map_or_else(|| what.clone(), |_| words.happening.replace("{what}", what));
        let called = Called { form: what.replace(' ', "-"), pattern, of: nouns };
        // What befell them in the article's own words has no name.
        Some(if self.is_plain { called } else { Called::new(words.words, called.text(words)) })
    }

    /// Of whom something is told: a name alone, a noun with its article.
    pub(super) fn whose(&self, words: &Words) -> String {
        let nouns = self.nouns.join(" ");
        if self.is_name { nouns } else { words.the.replace("{of}", &nouns) }
    }
}

/// What stands before the copula of a value: "visibility | was | 500 metres".
fn equated(document: &Document<'_>, stated: &Stated) -> Option<usize> {
    let sentence = &document.sentences[stated.sentence].tokens;
    let verb = stated.mention.tokens.start.checked_sub(1).filter(|&at| at > sentence.start)?;
    let group = document.verb_group_of(verb, sentence).filter(|group| document.tag(group.main) == Upos::Aux)?;
    let noun = document.noun_group_before(group.tokens.start, sentence.start);
    document.head_of(&noun).filter(|&at| !is_of_calendar(document, at))
}

/// Where the subject begins that a noun group at `first` ends: "spending on defence and the | coast guard".
fn whole_subject(document: &Document<'_>, stated: &Stated, first: usize) -> usize {
    let from = document.sentences[stated.sentence].tokens.start;
    let (mut start, mut whole) = (first, first);
    loop {
        while start > from && document.tag(start - 1) == Upos::Det {
            start -= 1;
        }
        let Some(link) = start.checked_sub(1).filter(|&at| at >= from) else { return whole };
        let mut group = document.noun_group_before(link, from);
        // "Spending on defence": a form in -ing is what is told of as well.
        if link > from && group.is_empty() && document.word(link - 1).ends_with("ing") {
            group.start = link - 1;
        }
        let is_link = document.tag(link) == Upos::Adp;
        let is_worded = !group.clone().any(|at| document.tag(at) == Upos::Num);
        if is_link && (group.is_empty() || !is_worded) {
            return first;
        }
        if group.is_empty() || !is_link && document.tag(link) != Upos::Cconj || first - group.start > MOST_WHOLE {
            return whole;
        }
        start = group.start;
        // "Defence and the coast guard" are two; only what they hang on makes them one.
        if is_link {
            whole = group.start + usize::from(document.tag(group.start) == Upos::Det);
        }
    }
}

/// What was done to what is counted, in the article's words: "students | taken to hospital", "bridges | swept away".
fn done(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let is_after = |at: &usize| *at >= stated.mention.tokens.end && document.tag(*at) == Upos::Verb;
    let verb = stated.frame.with(Role::Predicate).filter(is_after).find(|&at| is_passive(document, stated, at))?;
    let end = document.sentences[stated.sentence].tokens.end;
    let link = verb + 1;
    let group = document.noun_group(link + 1, end);
    // "Turned away", "called back", but not "badly".
    let is_particle = document.tag(link) == Upos::Adv && !document.word(link).ends_with("ly");
    let is_link = link < end && (document.tag(link) == Upos::Adp || is_particle);
    let is_told = |at: usize| document.tag(at) == Upos::Num || is_of_calendar(document, at);
    let last = match () {
        () if !is_link || group.clone().any(is_told) || group.len() > MOST_BEHIND => link,
        () if group.is_empty() || is_particle => link + 1,
        () => group.end,
    };
    Some(super::as_written(document, verb..last))
}

/// Whether a predicate tells what befell what is counted, and not what it did: "killed 12", "12 were hurt", "12 dead".
fn befell(document: &Document<'_>, stated: &Stated, at: usize) -> bool {
    document.tag(at) != Upos::Verb || at < stated.mention.tokens.start || is_fate(document, stated, at)
}

/// Whether a predicate tells what befell its subject.
fn is_fate(document: &Document<'_>, stated: &Stated, at: usize) -> bool {
    is_passive(document, stated, at) || document.value(at, Class::Concept).is_some_and(|number| number <= LAST_FATE)
}

/// Whether what is told happened to the subject: "the treasurer was sentenced to six years".
fn is_done_to(document: &Document<'_>, stated: &Stated) -> bool {
    stated.frame.with(Role::Predicate).any(|at| is_passive(document, stated, at))
}

fn is_passive(document: &Document<'_>, stated: &Stated, verb: usize) -> bool {
    let sentence = &document.sentences[stated.sentence].tokens;
    document.verb_group_of(verb, sentence).is_some_and(|group| group.voice == Voice::Passive)
}

/// Whether a word is one of the calendar, and so nothing that is counted or of which something is told.
pub(super) fn is_of_calendar(document: &Document<'_>, at: usize) -> bool {
    [Class::Weekday, Class::Month, Class::CalendarUnit, Class::RelativeDay, Class::DayPart]
        .into_iter()
        .any(|class| document.is(at, class))
}

/// The last of the sets of words for what befalls people, which stand first in `concepts.txt`, in the active voice as
/// well: "died", "fled". Beyond them an active verb tells what somebody did.
pub(super) const LAST_FATE: i32 = 7;

/// The noun group around a noun, without what stands before its first noun or adjective.
pub(super) fn noun_around(document: &Document<'_>, at: usize) -> Range<usize> {
    let sentence = document.sentence_at(at).map_or(at..at + 1, |found| document.sentences[found].tokens.clone());
    let mut group = document.noun_group_before(at + 1, sentence.start);
    let opens = |at: usize| {
        matches!(document.tag(at), Upos::Noun | Upos::Propn | Upos::Adj)
            && (at == 0 || !document.is_inner_hyphen(at - 1) || document.tag(at.saturating_sub(2)) != Upos::Num)
            && document.word(at).starts_with(char::is_alphanumeric)
    };
    while group.start < at && !opens(group.start) {
        group.start += 1;
    }
    while group.end < sentence.end && document.is_noun(group.end) {
        group.end += 1;
    }
    group
}

/// Who somebody is: the noun of an office or of kin with those beside it ("chief executive").
pub(super) fn role(document: &Document<'_>, stated: &Stated) -> Option<String> {
    let head = stated.frame.with(Role::Head).next()?;
    let is_role = |at: usize| document.tag(at) == Upos::Noun;
    let (mut start, mut end) = (head, head + 1);
    // "Deputy Commissioner", "chief executive": the word before is one of the lists, not a name.
    let narrows = |at: usize| match document.tag(at) {
        Upos::Noun | Upos::Adj => true,
        Upos::Propn => document.tokens[at].entry != 0,
        _ => false,
    };
    while start > 0 && narrows(start - 1) && head - start < MOST_NOUNS {
        start -= 1;
    }
    while end < document.tokens.len() && is_role(end) {
        end += 1;
    }
    // "The 35-year-old journeyman": what hangs on a number by a hyphen is left out with it.
    let hangs = |at: usize| document.is_inner_hyphen(at) || at > 0 && document.is_inner_hyphen(at - 1);
    while start < head && hangs(start) {
        start += 1;
    }
    Some(lowercase(&super::as_written(document, start..end)))
}

/// A word as it stands inside a sentence: in lower case unless it is a name or stands before one as a part of it.
pub(super) fn plain(document: &Document<'_>, at: usize) -> String {
    let word = document.word(at);
    let is_before_name =
        document.tag(at) == Upos::Adj && document.tag((at + 1).min(document.tokens.len() - 1)) == Upos::Propn;
    let is_name = is_before_name || document.tag(at) == Upos::Propn && !document.is(at, Class::Stop);
    if is_name && !is_opening(document, at) { word.to_owned() } else { lowercase(word) }
}

/// Whether a word of the lists has its capital from the beginning of a sentence alone: "Flames took the barn".
fn is_opening(document: &Document<'_>, at: usize) -> bool {
    let begins =
        |at: usize| document.sentence_at(at).is_some_and(|sentence| document.sentences[sentence].tokens.start == at);
    let is_capital = |at: usize| document.tokens.get(at).is_some_and(|token| token.capital);
    let names =
        [Class::GivenName, Class::Sex, Class::Alias, Class::Month, Class::Weekday, Class::Region, Class::NotName];
    let is_word = document.tokens[at].entry != 0 && !names.into_iter().any(|class| document.is(at, class));
    let word = document.word(at);
    is_word
        && begins(at)
        && !is_capital(at + 1)
        && !(0..document.tokens.len()).any(|other| is_capital(other) && document.word(other) == word && !begins(other))
}
