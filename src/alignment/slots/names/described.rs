//! What one article names and another only describes: "Dunmore Borough Council" and "the council"; and what several
//! describe alike: "the sheriff's office".

use super::{Board, OTHER_FORM, Slot, SlotLink};
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
        sentences::SentenceId,
    },
    facts::{Kind, Value, name::Name},
    language::{lexicon::Class, tags::Upos},
};

/// Likeness, in per cent, from which two sentences may speak of one thing that each describes by a single noun ("the
/// roof"). Judgement: of two words ("the sheriff's office"), a story seldom has two.
const ALIKE: u32 = 20;

/// Somebody or something that an article describes, by its first mention.
struct Described<'r> {
    article: usize,
    mention: usize,
    sentence: usize,
    name: &'r Name,
}

impl Board<'_, '_> {
    /// For each group of names, the descriptions that are short for one of them, as (article, mention). Slots of
    /// descriptions alone are added to `slots`.
    pub(super) fn describe(
        &self,
        story: &[usize],
        groups: &[Vec<usize>],
        slots: &mut Vec<Slot>,
    ) -> Vec<Vec<(usize, usize)>> {
        let all: Vec<Described<'_>> = story.iter().flat_map(|&article| self.descriptions(article)).collect();
        let mut added: Vec<Vec<(usize, usize)>> = vec![Vec::new(); groups.len()];
        let mut free: Vec<&Described<'_>> = Vec::new();
        for one in &all {
            let is_short_for = |&at: &usize| {
                let name = &self.named[at].entity.name;
                name.kind != Kind::Person
                    && name.words.len() > one.name.words.len()
                    && name.words.ends_with(&one.name.words)
            };
            let fitting: Vec<usize> =
                (0..groups.len()).filter(|&group| groups[group].iter().any(is_short_for)).collect();
            match fitting[..] {
                [] => free.push(one),
                // What the article names itself, it means when it describes it.
                [group]
                    if groups[group].iter().all(|&at| self.named[at].article != one.article)
                        && added[group].iter().all(|&(article, _)| article != one.article) =>
                {
                    added[group].push((one.article, one.mention));
                }
                _ => {}
            }
        }
        for (index, one) in free.iter().enumerate() {
            let is_first = free[..index].iter().all(|before| before.name.words != one.name.words);
            let alike =
                |other: &&&Described<'_>| other.name.words == one.name.words && self.is_one_description(one, other);
            let values: Vec<(usize, usize)> =
                free[index..].iter().filter(alike).map(|it| (it.article, it.mention)).collect();
            if is_first && values.len() > 1 {
                slots.push(slot(one.name.kind, values));
            }
        }
        added
    }

    /// What an article describes, each in its own words, by the first mention.
    fn descriptions(&self, article: usize) -> Vec<Described<'_>> {
        let mut found: Vec<Described<'_>> = Vec::new();
        let Reading { document, facts, .. } = &self.readings[article];
        for (mention, stated) in facts.mentions.iter().enumerate() {
            let Value::Name(name) = &stated.mention.value else { continue };
            let is_new = found.iter().all(|other| other.name.words != name.words);
            // "Seven villages" are any seven, and whose "our kitchen" is, only the speaker tells.
            let first = stated.mention.tokens.start;
            let is_any = matches!(document.tag(first), Upos::Num | Upos::Pron) || document.is(first, Class::Possessive);
            if !name.is_named && name.kind != Kind::Person && is_new && !is_any {
                found.push(Described { article, mention, sentence: stated.sentence, name });
            }
        }
        found
    }

    fn is_one_description(&self, one: &Described<'_>, other: &Described<'_>) -> bool {
        let sentence = |it: &Described<'_>| SentenceId { article: it.article, sentence: it.sentence };
        one.article == other.article && one.mention == other.mention
            || one.article != other.article
                && (one.name.words.len() > 1 || self.likeness.percent(sentence(one), sentence(other)) >= ALIKE)
    }
}

/// A slot of values that are one thing in other words.
pub(super) fn slot(kind: Kind, mut values: Vec<(usize, usize)>) -> Slot {
    values.sort_unstable();
    let link = |right| SlotLink { left: 0, right, score: Score::from([(Feature::Name, OTHER_FORM)]) };
    let links = (1..values.len()).map(link).collect();
    Slot { kind, values, links, is_contested: false, by_day: false }
}
