//! Who is named as saying something.
//!
//! Finds
//! : a speaker with a verb of saying before or behind it ("police said …", "…, said the mayor"), with "according
//!   to" and its like, and the stretch of the sentence that the speaker answers for.
//!
//! Why a reader cares
//! : two numbers from two named speakers are a dispute that the reports tell of, not a slip.
//!
//! Example
//! : in "Police said one officer was killed, whereas the group's channel said the toll stood at 10", "one" is by
//!   "Police" and "10" by "the group's channel".
//!
//! Leaves out on purpose
//! : pronouns are followed to the last speaker named before them in the same or the last paragraph; where there is none,
//!   nobody is named.
//!
//! Known misses
//! : speakers given only by a passive ("was said to be"), and speech that runs over several paragraphs.

use std::ops::Range;

use crate::language::{Document, Sentence, lexicon::Class, tags::Upos};

/// Somebody's words or claim in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The tokens that name the speaker; they may stand in an earlier sentence.
    pub speaker: Range<usize>,
    /// The verb or phrase of saying.
    pub cue: Range<usize>,
    /// What the speaker answers for, as tokens.
    pub content: Range<usize>,
    /// Whether the words are denied or claimed rather than said: the number of [`Class::Report`].
    pub force: i32,
}

/// Tokens that may stand between a speaker and the verb, as an apposition or a relative clause.
const APPOSITION: usize = 30;

/// Finds who says what, sentence by sentence, in order.
#[must_use]
pub fn extract(document: &Document<'_>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut last_speaker: Option<(u32, Range<usize>)> = None;
    for sentence in &document.sentences {
        if !sentence.part.is_report() {
            continue;
        }
        let known = last_speaker
            .as_ref()
            .filter(|(paragraph, _)| sentence.paragraph - paragraph <= 1)
            .map(|(_, speaker)| speaker.clone());
        let first = found.len();
        sentence_attributions(document, sentence, known, &mut found);
        if let Some(last) = found[first..].last() {
            last_speaker = Some((sentence.paragraph, last.speaker.clone()));
        }
    }
    found
}

/// Who answers for some tokens: the attribution whose content holds them, the nearest where several do.
#[must_use]
pub fn of(attributions: &[Attribution], tokens: &Range<usize>) -> Option<usize> {
    let holds = |said: &Attribution| said.content.start <= tokens.start && tokens.end <= said.content.end;
    let distance = |said: &Attribution| said.cue.start.abs_diff(tokens.start);
    let candidates = attributions.iter().enumerate().filter(|(_, said)| holds(said));
    candidates.min_by_key(|(index, said)| (distance(said), *index)).map(|(index, _)| index)
}

/// The attributions whose words of saying stand in a sentence.
#[must_use]
pub fn within<'a>(attributions: &'a [Attribution], sentence: &Range<usize>) -> &'a [Attribution] {
    let start = attributions.partition_point(|said| said.cue.start < sentence.start);
    let end = attributions.partition_point(|said| said.cue.start < sentence.end);
    &attributions[start..end]
}

fn sentence_attributions(
    document: &Document<'_>,
    sentence: &Sentence,
    known: Option<Range<usize>>,
    found: &mut Vec<Attribution>,
) {
    let tokens = sentence.tokens.clone();
    let first = found.len();
    for at in tokens.clone() {
        if let Some((words, _)) = document.phrase(at, Class::AccordingTo) {
            let speaker = any_group(document, at + words, tokens.end);
            if !speaker.is_empty() {
                let from = found[first..].last().map_or(tokens.start, |before| before.speaker.end.max(before.cue.end));
                let content = around_phrase(document, at, speaker.end, &(from.max(tokens.start)..tokens.end));
                found.push(Attribution { speaker, cue: at..at + words, content, force: 0 });
            }
            continue;
        }
        let Some(force) = document.value(at, Class::Report).filter(|_| document.tag(at) == Upos::Verb) else {
            continue;
        };
        if let Some((speaker, inverted)) = speaker_of(document, at, &tokens, known.as_ref()) {
            let content = if inverted { tokens.start..at } else { at + 1..tokens.end };
            found.push(Attribution { speaker, cue: at..at + 1, content, force });
        }
    }
    // What stands behind one speaker ends where the next one begins.
    let starts: Vec<usize> = found[first..].iter().map(|said| said.speaker.start.min(said.cue.start)).collect();
    for attribution in &mut found[first..] {
        if attribution.content.start > attribution.cue.start
            && let Some(next) = starts.iter().copied().filter(|&start| start > attribution.cue.end).min()
            && next < attribution.content.end
            && is_new_clause(document, attribution.content.start, next)
        {
            attribution.content.end = next;
        }
    }
}

/// Whether a mark or a conjunction parts what was said from the next speaker.
fn is_new_clause(document: &Document<'_>, from: usize, next: usize) -> bool {
    (from..next).rev().take(3).any(|at| document.parts_clauses(at))
}

/// What "according to" covers: the clause behind it when it opens the sentence, else all that stands before it.
fn around_phrase(document: &Document<'_>, at: usize, end: usize, sentence: &Range<usize>) -> Range<usize> {
    let opens = (sentence.start..at).all(|before| !document.is_verbal(before));
    if opens { end..sentence.end } else { sentence.start..at }
}

/// Who speaks at a verb of saying, and whether the speaker stands behind the verb.
fn speaker_of(
    document: &Document<'_>,
    verb: usize,
    sentence: &Range<usize>,
    known: Option<&Range<usize>>,
) -> Option<(Range<usize>, bool)> {
    let mut before = verb;
    while before > sentence.start && matches!(document.tag(before - 1), Upos::Aux | Upos::Adv | Upos::Part) {
        // A passive has a speaker only in its "by" phrase.
        if document.tag(before - 1) == Upos::Aux && is_be(document, before - 1) {
            return None;
        }
        before -= 1;
    }
    let whole = before == verb || document.tag(before) != Upos::Part;
    if !whole || before == sentence.start {
        return None;
    }
    // "…," said the mayor: a comma or a closing quote before the verb, and the speaker behind it.
    let mark = document.word(before - 1);
    // What stands behind "told" listens: "…, a spokeswoman, told Reuters".
    let has_listener = ["tell", "tells", "told", "telling"].iter().any(|form| document.is_word(verb, form));
    if matches!(mark, "," | "”" | "\"" | "’" | "'") && before == verb && !has_listener {
        let behind = speaker_group(document, verb + 1, sentence.end);
        if !behind.is_empty() {
            return Some((behind, true));
        }
    }
    let is_trailing = |speaker: &Range<usize>| {
        // "…, the mayor said." and "… the mayor said on Friday.": what was said stands before.
        let behind = document.tokens.get(verb + 1).map(|_| document.word(verb + 1)).filter(|_| verb + 1 < sentence.end);
        let mark =
            speaker.start > sentence.start && matches!(document.word(speaker.start - 1), "," | "”" | "\"" | "—" | "–");
        mark && (behind.is_none_or(|word| matches!(word, "." | "," | "!" | "?" | ";"))
            || document.is(verb + 1, Class::TimePreposition))
    };
    if matches!(document.tag(before - 1), Upos::Pron) && is_personal(document.word(before - 1)) {
        let pronoun = before - 1..before;
        return known.map(|speaker| (speaker.clone(), is_trailing(&pronoun)));
    }
    let speaker = relative_speaker(document, before, sentence.start)
        .or_else(|| speaker_before(document, before, sentence.start))?;
    let trailing = is_trailing(&speaker);
    Some((speaker, trailing))
}

fn is_be(document: &Document<'_>, at: usize) -> bool {
    ["is", "are", "was", "were", "be", "been", "being"].iter().any(|form| document.is_word(at, form))
}

fn is_personal(word: &str) -> bool {
    ["he", "she", "they", "it"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

/// The speaker before a relative clause that ends at the verb: "The unions that called the march said".
fn relative_speaker(document: &Document<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let opens = |at: usize| ["who", "that", "which"].iter().any(|word| document.is_word(at, word));
    let open =
        (start + 1..end).rev().take(APPOSITION).take_while(|&at| document.word(at) != ",").find(|&at| opens(at))?;
    let has_verb = (open + 1..end).any(|at| document.is_verbal(at) && !document.is(at, Class::Report));
    let speaker = has_verb.then(|| speaker_before(document, open, start)).flatten()?;
    // "said that unions that marched said": what stands behind a verb of saying is what was said.
    (speaker.start == start || !document.is_verbal(speaker.start - 1)).then_some(speaker)
}

/// The speaker's words that end before a verb: a noun group with what hangs on it ("a spokeswoman for the police").
fn speaker_before(document: &Document<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    // "Colonel Ospina, the police commander, said": the name stands before its apposition.
    let mut last = end;
    if document.word(end - 1) == "," {
        let open = (start..end - 1).rev().take(APPOSITION).find(|&at| document.word(at) == ",")?;
        last = open;
        if last == start {
            return None;
        }
    }
    let mut group = document.noun_group_before(last, start);
    if group.is_empty() {
        return None;
    }
    // "a spokesman for the ministry", "the head of the union"
    while group.start > start + 1
        && matches!(document.word(group.start - 1), "for" | "of" | "at" | "in" | "from" | "with")
    {
        let outer = document.noun_group_before(group.start - 1, start);
        if outer.is_empty() {
            break;
        }
        group.start = outer.start;
    }
    can_speak(document, &group).then_some(group)
}

/// The speaker's words that begin at `start`; empty when they name nobody who can speak.
fn speaker_group(document: &Document<'_>, start: usize, end: usize) -> Range<usize> {
    let group = document.noun_group(start, end);
    if can_speak(document, &group) { any_group(document, start, end) } else { start..start }
}

/// The noun group at `start` with what hangs on it. Behind "according to" anything may speak: a chart, a rule.
fn any_group(document: &Document<'_>, start: usize, end: usize) -> Range<usize> {
    let mut group = document.noun_group(start, end);
    while !group.is_empty()
        && group.end + 1 < end
        && matches!(document.word(group.end), "for" | "of" | "at" | "in" | "from")
    {
        let inner = document.noun_group(group.end + 1, end);
        if inner.is_empty() {
            break;
        }
        group.end = inner.end;
    }
    group
}

/// Whether a noun group can speak: it holds a name, or its head is a person or a body that speaks.
fn can_speak(document: &Document<'_>, group: &Range<usize>) -> bool {
    let head = document.head_of(group);
    group
        .clone()
        .any(|at| document.tag(at) == Upos::Propn || document.is(at, Class::Role) || document.is(at, Class::Person))
        && head.is_some_and(|head| {
            !document.is(head, Class::Weekday) && !document.is(head, Class::Month) && !document.is(head, Class::Unit)
        })
}
