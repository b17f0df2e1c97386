//! For whom a pronoun stands that says something.
//!
//! "Northgate closed two depots. It said …": "it" is no person and "they" are several, so that the last speaker is often
//! none of them. Sentences are searched from the nearest backwards; in each, whoever speaks comes first, then the subjects,
//! then the other names.

use std::ops::Range;

use super::{Attribution, speaker::Finder};
use crate::{
    article::Part,
    facts::{Kind, name::Names, polarity::frame},
    language::{
        Document, Sentence,
        lexicon::{Class, Word},
        tags::Upos,
    },
    text::lowercase,
};

/// The numbers of [`Class::SpeakingPronoun`]: a person, a body or a document, several.
const PERSON: i32 = 0;
const BODY: i32 = 1;

/// The number of [`Class::SpeakerSort`] for those who stay unnamed.
const UNNAMED: i32 = 1;

/// Sentences, and attributions, that are searched backwards at most; two paragraphs of news seldom have ten.
const FARTHEST: usize = 60;

/// Whom a pronoun of a number stands for that says something in a sentence, from 0: somebody before it in the same or the
/// last paragraph. `found` holds the attributions before it.
pub(super) fn antecedent(
    document: &Document<'_>,
    names: &Names,
    index: usize,
    number: i32,
    found: &[Attribution],
) -> Option<Range<usize>> {
    let reader = Reader { document, names, number };
    let paragraph = document.sentences[index].paragraph;
    let near = (0..=index).rev().take(FARTHEST).take_while(|&at| paragraph - document.sentences[at].paragraph <= 1);
    let found = &found[found.len().saturating_sub(FARTHEST)..];
    let spoken = |at: usize| {
        let sentence = &document.sentences[at].tokens;
        let own = found.iter().rev().filter(move |said| sentence.contains(&said.cue.start));
        own.map(|said| said.speaker.clone())
    };
    // Who is only told of may be meant where nobody who speaks can be: "the driver was arrested, he said".
    let speaker = || near.clone().flat_map(spoken).find(|speaker| reader.fits(speaker));
    let told = near.clone().find_map(|at| {
        let fits = |speaker: &Range<usize>| reader.fits(speaker);
        spoken(at).find(fits).or_else(|| reader.told(&document.sentences[at], at == index))
    });
    let is_sure = |told: &Range<usize>| number != PERSON || reader.kind(told.clone()) == Some(Kind::Person);
    told.clone().filter(is_sure).or_else(speaker).or(told).or_else(|| {
        // One whose sex or number is not told is "they" as well.
        near.clone().flat_map(spoken).find(|_| number > BODY)
    })
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    names: &'d Names,
    number: i32,
}

impl Reader<'_, '_> {
    /// Who a sentence tells of that the pronoun fits: its subjects first. Of the pronoun's `own` sentence nobody but those
    /// who speak is meant for sure.
    fn told(&self, sentence: &Sentence, own: bool) -> Option<Range<usize>> {
        let (document, part) = (self.document, sentence.part);
        let sentence = &sentence.tokens;
        if own || part == Part::Headline {
            return None;
        }
        let finder = Finder { document, names: self.names, sentence: sentence.clone() };
        let groups = document.verbs_of(sentence).iter().filter(|group| group.tense.is_some());
        let subjects = groups.filter(|group| !document.quoted[group.main]).filter_map(|group| {
            let found = frame::subject(document, group.tokens.start, sentence.start);
            let head = document.head_of(found.last()?)?;
            let subject = finder.subject(group.tokens.start).filter(|subject| subject.contains(&head));
            let subject = subject.filter(|subject| self.fits(subject) && finder.can_speak(subject))?;
            // "Ana Lima, a porter, was asleep": the name will do.
            let first = document.noun_group(subject.start, subject.end);
            Some(if self.kind(first.clone()) == Some(Kind::Person) { first } else { subject })
        });
        let mut subjects = subjects;
        subjects.next().or_else(|| {
            let from = self.names.places.partition_point(|(tokens, _)| tokens.start < sentence.start);
            let mut named = self.names.places[from..].iter().take_while(|(tokens, _)| tokens.end <= sentence.end);
            // "Roe's sister" is somebody else, and so is whoever is named in a quotation.
            let is_own =
                |tokens: &Range<usize>| document.tag(tokens.end) != Upos::Part && !document.quoted[tokens.start];
            // "Halden Foods shut the mill": of bodies, what opens the sentence.
            let opens = |tokens: &Range<usize>| document.noun_group(sentence.start, tokens.end).end >= tokens.end;
            let is_one = |tokens: &Range<usize>| {
                self.number == PERSON || self.kind(tokens.clone()) == Some(Kind::Organisation) && opens(tokens)
            };
            let is_meant = |tokens: &Range<usize>| is_own(tokens) && self.fits(tokens) && is_one(tokens);
            named.find(|(tokens, _)| is_meant(tokens)).map(|(tokens, _)| tokens.clone())
        })
    }

    /// The kind of the name that the first noun group of some words ends with.
    fn kind(&self, words: Range<usize>) -> Option<Kind> {
        let head = self.head(&words);
        let at = self.names.places.partition_point(|(tokens, _)| tokens.end <= head);
        let named = self.names.places.get(at).filter(|(tokens, _)| tokens.contains(&head));
        named.map(|&(_, entity)| self.names.entities[entity].kind)
    }

    fn head(&self, words: &Range<usize>) -> usize {
        let first = self.document.noun_group(words.start, words.end);
        self.document.head_of(&first).unwrap_or(words.end - 1)
    }

    /// Whether the pronoun can stand for some words.
    fn fits(&self, words: &Range<usize>) -> bool {
        let document = self.document;
        let (head, kind) = (self.head(words), self.kind(words.clone()));
        let is_joined = words.clone().any(|at| document.is_word(at, Word::And));
        let is_one = || document.is(head, Class::Agent) || document.value(head, Class::SpeakerSort) == Some(UNNAMED);
        let is_body = document.is(head, Class::Group);
        let is_several = kind.is_none() && (is_joined || document.lemma(head) != lowercase(document.word(head)))
            || document.word(head).eq_ignore_ascii_case("police");
        match self.number {
            PERSON => {
                let is_name = document.tag(head) == Upos::Propn;
                kind == Some(Kind::Person) || kind.is_none() && !is_several && !is_body && (is_name || is_one())
            }
            BODY => kind != Some(Kind::Person) && !is_several && (is_body || kind.is_some() || !is_one()),
            _ => kind != Some(Kind::Person) && (is_several || is_body || kind == Some(Kind::Organisation)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        article::ingest, facts::attribution::attributions, facts::gazetteer::Gazetteer, facts::name, language::read,
    };

    /// Checks who speaks last in a text.
    #[track_caller]
    fn last(text: &str, expected: Option<&str>) {
        let article = ingest(text, None);
        let document = read(&article);
        let said = attributions(&document, &name::read(&document, Gazetteer::built_in()));
        let speaker = said.last().map(|said| document.span(said.speaker.clone()).slice(text));
        assert_eq!(speaker, expected, "{text}");
    }

    #[test]
    fn it_is_the_body_that_the_sentence_before_tells_of() {
        last(
            "Aldaya said it began in the loft. Halden Foods shut the mill. It said all were safe.",
            Some("Halden Foods"),
        );
        last(
            "“We ran,” said Peter Laing, a teacher. The hospital took in 12. It said two were ill.",
            Some("The hospital"),
        );
        last("The report was published on Monday. It says 14 bridges are unsafe.", Some("The report"));
        last("The bank said it would appeal. It added that customers were safe.", Some("The bank"));
        // Who speaks for the airline is no "it".
        last("The airline grounded two jets, its chief Max Orr said. It said 90 had to wait.", Some("The airline"));
    }

    #[test]
    fn he_and_she_are_people() {
        last("Anna Roe met parents on Monday. She said the pupils were safe.", Some("Anna Roe"));
        last("The government rejected the report by Marta Quill. She said nobody had read it.", Some("Marta Quill"));
        last("The driver was arrested at the scene. He said he had slept.", Some("The driver"));
        last(
            "“We had no choice,” Ivo Brandt said. The bank then sold the house. He said it was old.",
            Some("Ivo Brandt"),
        );
    }

    #[test]
    fn they_are_several() {
        last(
            "Researchers at Kelness University followed 400 walkers. They said it fell.",
            Some("Researchers at Kelness University"),
        );
        last("Two neighbours ran to the house. They said three were inside.", Some("Two neighbours"));
    }

    #[test]
    fn where_nobody_fits_nobody_is_named() {
        last("The crash happened at six. It said three died.", None);
    }
}
