//! Where somebody is from, as told beside a name: "Kelly Rudd, 36, from Bolton".

use super::{Circumstance, HOME, Happening, Reader, Sort, Word, add};
use crate::{
    facts::Kind,
    language::{
        lexicon::{self, Class},
        tags::Upos,
    },
};

impl Reader<'_, '_> {
    /// Adds the home that a place is told to be of whoever stands right before it.
    pub(super) fn add_home(&self, mention: usize, article: usize, found: &mut Vec<Happening>) {
        let document = self.document;
        let stated = &self.reading.facts.mentions[mention];
        let first = self.sentence.start;
        let mut at = stated.mention.tokens.start;
        while at > first && matches!(document.tag(at - 1), Upos::Det | Upos::Adj | Upos::Adv) {
            at -= 1;
        }
        let Some(preposition) = at.checked_sub(1).filter(|&at| at > first) else { return };
        let is_home = |at: usize| self.word(at).kin.contains(&HOME);
        let is_from = document.is_word(preposition, lexicon::Word::From);
        // The tagger takes "lives" for the noun.
        let lives = document.is_word(preposition, lexicon::Word::In)
            && (is_home(preposition - 1) || document.is_word(preposition - 1, lexicon::Word::Lives));
        let is_of = document.is_word(preposition, lexicon::Word::Of);
        if stated.mention.kind != Kind::Place || !is_from && !is_of && !lives {
            return;
        }
        // ", 36," and ", a resident" and ", who lives" stand between.
        let mut end = preposition;
        if lives {
            end -= 1;
            if end > first && document.is(end - 1, Class::Relative) {
                end -= 1;
            }
        } else if document.is(end - 1, Class::Agent) || document.is(end - 1, Class::Person) {
            let group = document.noun_group_before(end, first);
            if is_home(end - 1) && group.start > first && document.is_word(group.start - 1, lexicon::Word::Comma) {
                end = group.start;
            } else if !is_from {
                return; // "the mayor of Lier"
            }
        }
        while end > first && (document.is_word(end - 1, lexicon::Word::Comma) || document.tag(end - 1) == Upos::Num) {
            end -= 1;
        }
        let group = document.noun_group_before(end, first);
        let is_named = !group.is_empty() && self.is(end - 1, Kind::Person);
        // "The couple, from Lier": of whom a report told; "30 people from Lier" are any.
        let is_somebody =
            is_from && document.is(end.saturating_sub(1), Class::Person) && document.tag(group.start) == Upos::Det;
        if group.is_empty() || !is_named && !is_somebody {
            return;
        }
        let home = Word::of_sets(vec![HOME]);
        let mut happening = Happening::new(article, stated.sentence, preposition, home);
        group.for_each(|at| self.add(at, &mut happening));
        add(found, happening, Circumstance { mention, sort: Sort::Place(0), edge: 0, noun: 0, is_inner: false });
    }
}
