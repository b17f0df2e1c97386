//! Verbs and phrases of saying, with their speakers.

use std::ops::Range;

use super::{Attribution, SpeakerClass, pronoun, speaker::Finder};
use crate::facts::{Kind, name::Names};
use crate::{
    article::Part,
    language::{
        Document,
        lexicon::{Class, Word},
        tags::Upos,
        tokens::Shape,
        verbs::{Modality, Tense, VerbGroup, Voice},
    },
};

/// Tokens that tell how or where something was said, before the comma behind them.
const MANNER: usize = 7;

/// Tokens within which a quotation stands beside its verb.
const BESIDE: usize = 3;

/// Reads one sentence's attributions into `found`, which holds those before it.
pub(super) fn read(document: &Document<'_>, names: &Names, index: usize, found: &mut Vec<Attribution>) {
    let sentence = document.sentences[index].tokens.clone();
    let first = found.len();
    let mut reader =
        Reader { finder: Finder { document, names, sentence: sentence.clone() }, document, names, index, first, found };
    let mut last: Option<&VerbGroup> = None;
    for group in document.verbs_of(&sentence) {
        if !document.quoted[group.main] {
            reader.verb(group, last);
        }
        last = Some(group);
    }
    for at in sentence {
        if document.quoted[at] {
            continue;
        }
        reader.according_to(at);
        reader.owner(at);
        reader.mark(at);
    }
}

struct Reader<'f, 'd, 't> {
    finder: Finder<'d, 't>,
    document: &'d Document<'t>,
    names: &'d Names,
    /// The sentence, from 0.
    index: usize,
    /// The first of its attributions.
    first: usize,
    found: &'f mut Vec<Attribution>,
}

impl Reader<'_, '_, '_> {
    fn sentence(&self) -> &Range<usize> {
        &self.finder.sentence
    }

    fn push(&mut self, speaker: Range<usize>, cue: Range<usize>, content: Range<usize>) {
        let places = &self.names.places;
        let from = places.partition_point(|(tokens, _)| tokens.start < speaker.start);
        let mut inside = places[from..].iter().take_while(|(tokens, _)| tokens.start < speaker.end);
        let name = inside.find(|(tokens, entity)| {
            tokens.end <= speaker.end
                && self.names.entities[*entity].kind == Kind::Person
                // "A spokesman for Roe", "Roe's sister": somebody else.
                && self.document.tag(tokens.end) != Upos::Part
                && !(tokens.start > speaker.start && self.document.is(tokens.start - 1, Class::SpeakerLink))
        });
        let name = name.map_or(String::new(), |(_, entity)| self.names.entities[*entity].name.words.join(" "));
        let force = cue.clone().find_map(|at| self.document.value(at, Class::Report)).unwrap_or(0);
        let class = self.finder.class(&speaker);
        self.found.push(Attribution { speaker, class, name, cue, content, force });
    }

    /// A verb of saying with its subject, or with the speaker behind it.
    fn verb(&mut self, group: &VerbGroup, last: Option<&VerbGroup>) {
        let document = self.document;
        let verb = group.main;
        let is_report = document.is(verb, Class::Report);
        let is_quoting = || document.is(verb, Class::QuoteVerb) && self.is_beside_quotation(verb);
        if !(is_report || is_quoting() || self.is_naming(verb))
            || document.tag(verb) != Upos::Verb
            || self.is_find(verb)
        {
            return;
        }
        let cue = verb..verb + 1;
        let is_passive = group.voice == Voice::Passive && group.tokens.len() > 1;
        // "Confirmed by the ministry", "as reported by residents"; but "said by telephone that"
        if group.voice == Voice::Passive
            && document.is_word(verb + 1, Word::By)
            && let Some(speaker) = self.finder.group_at(verb + 2).filter(|group| self.finder.can_speak(group))
        {
            let content = self.sentence().start..verb;
            self.push(speaker, cue, content);
            return;
        }
        let behind = verb + 1..self.sentence().end;
        // "Smith was quoted as saying", "Reuters quoted Smith as saying": he speaks, not who quotes him.
        if document.is_word(verb.wrapping_sub(1), Word::As) && group.tense.is_none() {
            let quoting = last.filter(|last| last.tokens.end < verb);
            let speaker = match quoting {
                Some(last) if last.tokens.end == verb - 1 => self.finder.subject(last.tokens.start),
                Some(last) => self.finder.group_at(last.tokens.end).filter(|group| group.end < verb),
                None => None,
            };
            if let Some(speaker) = speaker.filter(|speaker| self.finder.can_speak(speaker)) {
                self.push(speaker, cue, behind);
            }
            return;
        }
        // "Two men, believed to be guards"
        let is_aside = group.tokens.len() == 1
            && document.is_word(verb - usize::from(verb > 0), Word::Comma)
            && document.is_word(verb + 1, Word::To)
            && document.tag(verb + 1) == Upos::Part;
        if is_passive || is_aside || group.is_negated && document.value(verb, Class::Report) == Some(0) {
            return;
        }
        if group.tense.is_none() && !self.is_finite(group) {
            self.participle(group, last);
            return;
        }
        // What will or would be said has not been said.
        if group.tense == Some(Tense::Future) || !matches!(group.modality, Modality::Plain | Modality::Able) {
            return;
        }
        if let Some(speaker) = self.inverted(group) {
            let end = speaker.end;
            let start = self.sentence().start;
            // "…," said the mayor, "…": the quotation goes on.
            let goes_on = (end..(end + BESIDE).min(self.sentence().end)).any(|at| document.quoted[at]);
            let content = if goes_on { start..self.sentence().end } else { start..verb };
            self.push(speaker, cue, content);
            return;
        }
        let Some((speaker, place)) = self.subject_of(group) else { return };
        let content = self.content(&place, verb);
        self.push(speaker, cue, content);
    }

    /// Whether a form that may be a participle is the verb of its clause: "residents reported that", "…, Reuters
    /// reported.", "passengers told last night how".
    fn is_finite(&self, group: &VerbGroup) -> bool {
        let document = self.document;
        let next = group.main + 1;
        group.tokens.len() == 1
            && !document.word(group.main).ends_with("ing")
            && (next >= self.sentence().end
                || matches!(document.tag(next), Upos::Sconj | Upos::Punct | Upos::Adv)
                || document.is_word(next, Word::By)
                || document.is(next, Class::RelativeStep)
                || self.finder.is_time(next))
    }

    /// Who is the subject of a verb of saying, and where that stands: a pronoun names somebody before.
    fn subject_of(&self, group: &VerbGroup) -> Option<(Range<usize>, Range<usize>)> {
        let document = self.document;
        let mut end = group.tokens.start;
        while end > self.sentence().start && document.tag(end - 1) == Upos::Adv {
            end -= 1;
        }
        if end > self.sentence().start
            && let Some(number) = document.value(end - 1, Class::SpeakingPronoun)
        {
            let speaker = pronoun::antecedent(document, self.names, self.index, number, self.found)?;
            return Some((speaker, end - 1..end));
        }
        let subject = self.finder.subject(group.tokens.start)?;
        let anybody = document.is(group.main, Class::Saying)
            && self.finder.is_thing(&subject)
            && self.finder.opens_clause(&subject);
        (anybody || self.finder.can_speak(&subject)).then(|| (subject.clone(), subject))
    }

    /// "…, adding that 12 were hurt": the speaker of the clause that the participle hangs on.
    fn participle(&mut self, group: &VerbGroup, last: Option<&VerbGroup>) {
        let document = self.document;
        let verb = group.main;
        // An infinitive or a noun ("warning signs") says nothing.
        if group.tokens.len() > 1 || !document.word(verb).ends_with("ing") {
            return;
        }
        // "With the company claiming that"
        let direct = self.finder.subject(verb).filter(|subject| {
            document.is_noun(verb - 1)
                && self.finder.can_speak(subject)
                && self.finder.class(subject) != SpeakerClass::Document
        });
        let same =
            self.found[self.first..].iter().rev().find(|said| said.cue.start < verb).map(|said| said.speaker.clone());
        let speaker = direct.or(same).or_else(|| {
            let subject = self.finder.subject(last?.tokens.start)?;
            self.finder.can_speak(&subject).then_some(subject)
        });
        if let Some(speaker) = speaker {
            self.push(speaker, verb..verb + 1, verb + 1..self.sentence().end);
        }
    }

    /// The speaker behind a verb: "…," said the mayor.
    fn inverted(&self, group: &VerbGroup) -> Option<Range<usize>> {
        let document = self.document;
        let verb = group.main;
        if group.tokens.len() > 1 || verb == self.sentence().start || document.is(verb, Class::Listener) {
            return None;
        }
        if !matches!(document.word(verb - 1), "," | "”" | "\"" | "’" | "'" | "?" | "!" | "»" | "—" | "–") {
            return None;
        }
        let speaker = self.finder.group_at(verb + 1)?;
        let is_quoted = verb > 1 && document.quoted[verb - 2];
        // "The minister, who flew there, announced a grant": the comma ends an aside.
        let is_apposed = || self.finder.apposed(verb - 1).is_some_and(|subject| self.finder.opens_clause(&subject));
        // "The hydrologist, Wen Roe, said her office had been asked": it is what was said that goes on behind the verb.
        let leads_on = || {
            let mut groups = document.verbs_of(self.sentence()).iter();
            groups.any(|next| next.tokens.start == speaker.end && next.tense.is_some())
        };
        if document.is_word(verb - 1, Word::Comma) && !is_quoted && (is_apposed() || leads_on()) {
            return None;
        }
        (self.finder.can_speak(&speaker) || is_quoted && self.finder.is_thing(&speaker)).then_some(speaker)
    }

    /// What the subject of a verb answers for: what stands behind the verb, before the subject, or both.
    fn content(&self, subject: &Range<usize>, verb: usize) -> Range<usize> {
        let document = self.document;
        let sentence = self.sentence();
        let behind = verb + 1..sentence.end;
        if subject.start == sentence.start {
            return behind;
        }
        let mark = document.word(subject.start - 1);
        if !matches!(mark, "," | "”" | "\"" | "—" | "–" | "--" | "»" | "?" | "!" | "’" | "'") {
            return behind;
        }
        let before = sentence.start..subject.start;
        let has_clause = before.clone().any(|at| document.is_verbal(at) || document.quoted[at]);
        let next = document.word(verb + 1);
        if behind.is_empty() || matches!(next, "." | "!" | "?" | ";") {
            return if has_clause { before } else { behind };
        }
        // "Her first act, she said, would be", and with how it was said between: the cue stands inside what is said.
        let is_manner = document.is(verb + 1, Class::SpokenTo)
            || document.is(verb + 1, Class::TimePreposition)
            || self.finder.is_time(verb + 1)
            || document.is(verb, Class::Listener) && !self.has_clause_behind(verb);
        let close = (verb + 1..sentence.end)
            .take(MANNER)
            .take_while(|&at| !document.is_verbal(at) && !document.quoted[at])
            .find(|&at| document.is_word(at, Word::Comma));
        let is_inside = matches!(next, "," | "—" | "–" | "--") || is_manner && close.is_some();
        let goes_on = is_inside || is_manner && behind.clone().any(|at| document.quoted[at]);
        match (is_manner || is_inside, goes_on) {
            (true, true) => sentence.clone(),
            // "…, the ministry said on Friday." and "…, she told reporters."
            (true, false) if has_clause => before,
            _ => behind,
        }
    }

    /// Whether a clause stands behind a verb and who listens: "told reporters that …".
    fn has_clause_behind(&self, verb: usize) -> bool {
        let document = self.document;
        (verb + 1..self.sentence().end)
            .take_while(|&at| !document.is_word(at, Word::Comma))
            .any(|at| document.tag(at) == Upos::Sconj || document.quoted[at])
    }

    /// Whether a verb says what somebody holds a thing to be: "called the attack a reprisal".
    fn is_naming(&self, verb: usize) -> bool {
        let document = self.document;
        let object = document.noun_group(verb + 1, self.sentence().end);
        document.is(verb, Class::Naming) && !object.is_empty() && document.is_word(object.end, Word::A)
    }

    /// "They found two survivors": what is found is no speech, unless it is told in a clause or by a study.
    fn is_find(&self, verb: usize) -> bool {
        let document = self.document;
        let object = document.noun_group(verb + 1, self.sentence().end);
        document.is_word(verb, Word::Found)
            && !object.is_empty()
            && document.verb_group_at(object.end, self.sentence().end).is_none_or(|group| group.tense.is_none())
            && self.finder.subject(verb).is_none_or(|subject| self.finder.class(&subject) != SpeakerClass::Document)
    }

    fn is_beside_quotation(&self, verb: usize) -> bool {
        let document = self.document;
        let sentence = self.sentence();
        let behind = (verb + 1..sentence.end).take(12).any(|at| document.quoted[at]);
        let before = (sentence.start..verb).rev().take(ASIDE_BEFORE).any(|at| document.quoted[at]);
        // "“This is mad,” Roe, who had come off on the wet grass, exclaimed": it stands beside the subject.
        let beside_subject = || {
            let subject = self.finder.subject(verb);
            subject
                .is_some_and(|subject| (sentence.start..subject.start).rev().take(BESIDE).any(|at| document.quoted[at]))
        };
        behind || before || beside_subject()
    }

    /// "According to the ministry": what stands before it, or behind it where it opens the sentence.
    fn according_to(&mut self, at: usize) {
        let document = self.document;
        let Some((words, must_speak)) = document.phrase(at, Class::AccordingTo) else { return };
        let Some(speaker) = self.finder.group_at(at + words) else { return };
        if !self.finder.is_thing(&speaker)
            || must_speak == 1 && !self.finder.can_speak(&speaker)
            || document.phrase(at, Class::Percent).is_some()
        {
            return;
        }
        let sentence = self.sentence().clone();
        let opens = (sentence.start..at).all(|before| !document.is_verbal(before) && !document.quoted[before]);
        let content = if opens {
            speaker.end..sentence.end
        } else {
            // What an earlier speaker of the sentence answers for is that speaker's.
            let from = self.found[self.first..].iter().map(|said| said.cue.end).filter(|&end| end < at).max();
            let parted = from.and_then(|from| (from..at).find(|&at| document.word(at) == ";"));
            parted.unwrap_or(sentence.start)..at
        };
        self.push(speaker, at..at + words, content);
    }

    /// "The board's average is $97,000", "by the unions' count": the owner of a figure answers for it.
    fn owner(&mut self, at: usize) {
        let document = self.document;
        let is_owner = document.tag(at) == Upos::Part && document.tokens[at].joined
            || document.tokens[at].shape == Shape::Mark
                && matches!(document.word(at), "’" | "'")
                && document.word(at.wrapping_sub(1)).ends_with('s');
        if !is_owner || at == self.sentence().start {
            return;
        }
        let sentence = self.sentence().clone();
        let group = document.noun_group(at + 1, sentence.end);
        let Some(head) = document.head_of(&group).filter(|&head| document.is(head, Class::Figure)) else { return };
        let owner = document.noun_group_before(at, sentence.start);
        let owner_head = document.head_of(&owner);
        if owner_head.is_some_and(|head| document.is(head, Class::Role)) {
            self.push(owner, head..head + 1, group.end..sentence.end);
        }
    }

    /// A speaker before a colon, behind a dash, or at the end of a headline: "Jane Roe: “We …”", "“We …” — Jane Roe",
    /// "Two hurt in blast: police".
    fn mark(&mut self, at: usize) {
        let document = self.document;
        if !matches!(document.tokens[at].shape, Shape::Mark | Shape::Sign) {
            return;
        }
        let sentence = self.sentence().clone();
        let is_headline = document.sentences[self.index].part == Part::Headline;
        let word = document.word(at);
        let is_dash = matches!(word, "—" | "–" | "-" | "--" | "―");
        if !is_dash && (word != ":" || at == sentence.start) || document.is_inner_hyphen(at) {
            return;
        }
        let quoted = |at: usize| document.quoted.get(at) == Some(&true);
        if word == ":" {
            let before = document.noun_group(sentence.start, at);
            let is_whole = !before.is_empty() && before.end == at;
            let is_role = before.clone().any(|at| document.is(at, Class::Role));
            if is_whole && self.finder.can_speak(&before) && (quoted(at + 2) || is_headline && is_role) {
                return self.push(before, at..at + 1, at + 1..sentence.end);
            }
        }
        let Some(group) = self.finder.group_at(at + 1) else { return };
        let ends = group.end >= sentence.end || group.end + 1 == sentence.end && document.word(group.end) == ".";
        if !ends || group.len() > BESIDE * 4 {
            return;
        }
        let behind_quotation = at >= 2 && quoted(at - 2) && is_dash && self.finder.can_speak(&group);
        let is_role = document.head_of(&group).is_some_and(|head| document.is(head, Class::Role));
        if behind_quotation || is_headline && is_role && at > sentence.start {
            let content = if at > sentence.start { sentence.start..at } else { at - 2..at };
            self.push(group, at..at + 1, content);
        }
    }
}

/// Tokens before a verb within which a quotation is its object: "“We ran,” the mayor of Kelness joked".
const ASIDE_BEFORE: usize = 12;
