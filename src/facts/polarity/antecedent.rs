//! Of whom a claim is told where its subject is a pronoun, a relative word, or goes without saying.
//!
//! "Oakes said he had spoken to Sarr", "Raman, who criticised the board", "deputies ejected two men and arrested them":
//! the subject stands elsewhere, mostly as the subject of a verb before. Only the nearest one that fits is taken
//! (Hobbs 1978 searches in the same order); where none fits, none is named.

use std::ops::Range;

use super::frame::{self, Groups};
use crate::{
    facts::{Kind, name::Names},
    language::{
        Document,
        lexicon::{Class, Word},
        tags::Upos,
        verbs::VerbGroup,
    },
};

/// Sentences before its own in which a pronoun's noun is looked for.
const SENTENCES: usize = 3;

/// The numbers of [`Class::SpeakingPronoun`]: a person, a body or a thing, several.
const PERSON: i32 = 0;
const THING: i32 = 1;

/// The noun groups of the subject of the verb group that begins at `start`, as [`frame::subject`] gives them; empty
/// where the subject stands right before the verb, and where it is not known.
#[must_use]
pub(super) fn antecedent(document: &Document<'_>, names: &Names, start: usize, sentence: &Range<usize>) -> Groups {
    let skipped = |at: &usize| document.tag(*at) == Upos::Adv && document.value(*at, Class::Relative).is_none();
    let adverbs = (sentence.start..start).rev().take_while(skipped).count();
    let Some(before) = (start - adverbs).checked_sub(1).filter(|&at| at >= sentence.start) else {
        return Groups::default();
    };
    let groups = document.verbs_of(sentence);
    let earlier = || groups.iter().rev().filter(|group| group.tokens.end <= before && !document.quoted[group.main]);
    if let Some(pronoun) = document.value(before, Class::SpeakingPronoun) {
        return of_pronoun(document, names, pronoun, before, sentence);
    }
    let is_relative = document.is(before, Class::Relative) && !document.is_word(before, Word::That);
    if is_relative && before > sentence.start {
        let end = before - usize::from(document.is_word(before - 1, Word::Comma));
        let group = document.noun_group_before(end, sentence.start);
        return if group.is_empty() { Groups::default() } else { Groups::of(group) };
    }
    // "Ejected two men and arrested them", "was there but did not speak"; ", ignoring the advice".
    let is_bare = || groups.iter().any(|group| group.tokens.start == start && group.tense.is_none());
    let joins = document.tag(before) == Upos::Cconj || document.is_word(before, Word::Comma) && is_bare();
    let Some(group) = earlier().find(|group| group.tense.is_some()).filter(|_| joins) else { return Groups::default() };
    let own = frame::subject(document, group.tokens.start, sentence.start);
    // Bounded: each step goes to an earlier verb group of the sentence.
    if own.is_empty() { antecedent(document, names, group.tokens.start, sentence) } else { own }
}

/// The nearest subject before a pronoun that it may stand for: in its sentence, then in those before.
fn of_pronoun(document: &Document<'_>, names: &Names, pronoun: i32, before: usize, sentence: &Range<usize>) -> Groups {
    let fits = |groups: &Groups| {
        // Of "the coordinator, Ray Osgood," either; of what hangs on it, none.
        let ends = [groups.last(), groups.first().filter(|group| document.is_word(group.end, Word::Comma))];
        let mut heads = ends.into_iter().flatten().filter_map(|group| document.head_of(group));
        heads.any(|head| may_be(document, names, head, pronoun))
    };
    let groups = document.verbs_of(sentence).iter().filter(|group| group.tokens.end <= before);
    let own = groups.rev().filter(|group| group.tense.is_some() && !document.quoted[group.main]);
    let found = own.map(|group| frame::subject(document, group.tokens.start, sentence.start)).find(fits);
    if let Some(found) = found {
        return found;
    }
    // "A computer shut down the engines after they ignited": a thing need be no subject.
    if pronoun != PERSON {
        let mut at = before;
        while at > sentence.start {
            let group = document.noun_group_before(at, sentence.start);
            if !group.is_empty() && !document.quoted[group.start] && fits(&Groups::of(group.clone())) {
                return Groups::of(group);
            }
            at = if group.is_empty() { at - 1 } else { group.start };
        }
    }
    let Some(index) = document.sentence_at(sentence.start) else { return Groups::default() };
    let earlier = document.sentences[..index].iter().rev().take(SENTENCES).filter(|earlier| earlier.part.is_report());
    for earlier in earlier {
        let subjects = document.verbs_of(&earlier.tokens).iter().filter_map(|group| {
            let is_told = group.tense.is_some() && !document.quoted[group.main];
            is_told.then(|| subject_around(document, group, &earlier.tokens))
        });
        if let Some(found) = subjects.into_iter().find(fits) {
            return found;
        }
    }
    Groups::default()
}

/// The subject of a verb group: before it, or behind a verb of saying ("“…,” said the mayor").
fn subject_around(document: &Document<'_>, group: &VerbGroup, sentence: &Range<usize>) -> Groups {
    let before = frame::subject(document, group.tokens.start, sentence.start);
    if !before.is_empty() || !document.is(group.main, Class::Saying) {
        return before;
    }
    let behind = document.noun_group(group.tokens.end, sentence.end);
    if behind.is_empty() { Groups::default() } else { Groups::of(behind) }
}

/// Whether a noun may be what a pronoun stands for: "he" a person, "it" a thing or a body, "they" several or a body.
fn may_be(document: &Document<'_>, names: &Names, head: usize, pronoun: i32) -> bool {
    let at = names.places.partition_point(|(tokens, _)| tokens.end <= head);
    let named = names.places.get(at).filter(|(tokens, _)| tokens.contains(&head));
    let kind = named.map(|&(_, entity)| names.entities[entity].kind);
    let is_human = [Class::Person, Class::Agent, Class::Role].into_iter().any(|class| document.is(head, class));
    let is_several = document.is_plural(head);
    match pronoun {
        PERSON => {
            let is_name = document.tag(head) == Upos::Propn;
            kind == Some(Kind::Person) || kind.is_none() && (is_name || is_human && !is_several)
        }
        THING => kind == Some(Kind::Organisation) || kind.is_none() && !document.is(head, Class::Agent) && !is_several,
        _ => kind != Some(Kind::Person) && (is_several || kind == Some(Kind::Organisation)),
    }
}
