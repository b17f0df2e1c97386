//! A claim or a thing with what it is about: what two of different articles are compared by.

use std::{cell::OnceCell, ops::Range};

use super::{Reading, first_of_each};
use crate::{
    alignment::{
        score::days_near,
        sentences::SentenceId,
        terms::{Term, Terms},
    },
    article::Part,
    facts::{
        Certainty, Kind, Stated, Value,
        calendar::Day,
        frame::{Anchor, Role},
        quantity::Unit,
    },
    language::{
        Document,
        lexicon::{Class, Word},
        tags::Upos,
    },
    text::ByteSpan,
};

/// Days before its report from which a sentence tells of the background.
const LONG_AGO: i32 = 60;

/// Tokens behind a predicate that are looked at for words that make it hold of some only.
const AROUND: usize = 4;

/// A claim or a thing with what it is about, as terms.
pub(super) struct Party<'r> {
    pub(super) article: usize,
    pub(super) mention: usize,
    pub(super) stated: &'r Stated,
    pub(super) predicate: Vec<Term>,
    pub(super) subject: Vec<Term>,
    /// What the subject is about: its last noun, or the first of those that others hang on.
    pub(super) head: Option<Term>,
    /// What stands behind the predicate, or hangs on the thing.
    pub(super) complement: Vec<Term>,
    /// Whether some of that stands behind the words shown, not among them.
    pub(super) has_object: bool,
    /// The noun of what stands right behind them.
    pub(super) object: Option<Term>,
    /// The last words of the groups that stand behind them.
    pub(super) heads: Vec<Term>,
    /// The names of the people among the subject.
    pub(super) people: Vec<Term>,
    /// The names among them.
    pub(super) names: Vec<Term>,
    /// Whether it stands in the headline.
    pub(super) is_headline: bool,
    /// Whether it is told of long ago.
    pub(super) is_old: bool,
    /// Whether the subject is only what a pronoun for things is taken to stand for.
    pub(super) is_loose: bool,
    /// Whether the subject is what a pronoun is taken to stand for.
    pub(super) is_followed: bool,
    /// Whether it tells what somebody or something is, by an adjective.
    pub(super) is_state: bool,
    /// Whether it is told as so: no condition, no question.
    pub(super) is_direct: bool,
    /// Whether it is told for now: no condition, no question, nothing of long ago.
    pub(super) is_plain: bool,
    /// Whether it holds of some only.
    pub(super) is_part: bool,
    /// Whether it is told as somebody's words, with "had" and "would" for "has" and "will".
    pub(super) is_reported: bool,
    /// Whether it is told as what was or is so, of all and without doubt.
    pub(super) is_told: bool,
    /// What is counted and measured of its arguments, as positions among the article's mentions.
    pub(super) values: Vec<usize>,
    /// The days near it, once they were asked for: of thousands of pairs it may be one side.
    days: OnceCell<Option<(Day, Day)>>,
}

/// The claims or things of some articles; those that have more than are compared are added to `cut`.
pub(super) fn parties<'r>(
    readings: &'r [Reading<'_>],
    story: &[usize],
    terms: &Terms,
    kind: Kind,
    cut: &mut Vec<usize>,
) -> Vec<Party<'r>> {
    first_of_each(story, cut, &mut |article, most| {
        let reading = &readings[article];
        let mentions = reading.facts.mentions.iter().enumerate();
        let of_kind = mentions.filter(|(_, stated)| {
            // What stands in a quotation is compared by its words, but that there was none of something is plain in any.
            let is_of_none =
                matches!(&stated.mention.value, Value::Claim(claim) if claim.is_of_none || claim.is_of_no_harm());
            stated.mention.kind == kind && (is_of_none || !reading.document.quoted[stated.mention.tokens.start])
        });
        of_kind.take(most).map(|(mention, stated)| Party::new(reading, article, mention, stated, terms)).collect()
    })
}

impl<'r> Party<'r> {
    pub(super) fn new(
        reading: &Reading<'_>,
        article: usize,
        mention: usize,
        stated: &'r Stated,
        terms: &Terms,
    ) -> Self {
        let document = &reading.document;
        // Days are no part of what is told.
        let is_time = |token: usize| {
            [Class::Weekday, Class::Month, Class::RelativeDay, Class::DayPart]
                .iter()
                .any(|&class| document.is(token, class))
        };
        let of = |role: Role| {
            let mut found: Vec<Term> = stated
                .frame
                .with(role)
                .filter(|&token| !is_time(token))
                .map(|token| terms.of[article][token])
                .filter(|&term| term != 0)
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let names = stated
            .frame
            .anchors
            .iter()
            .filter(|anchor| {
                anchor.role != Role::Predicate && document.tag(anchor.token) == Upos::Propn && !is_time(anchor.token)
            })
            .map(|anchor| terms.of[article][anchor.token])
            .filter(|&term| term != 0)
            .collect();
        let clause = &stated.frame.clause;
        let sentence = &document.sentences[stated.sentence];
        let opens = clause.start.saturating_sub(1).max(sentence.tokens.start)..(clause.start + 1).min(clause.end);
        let is_conditional = opens.clone().any(|at| document.is(at, Class::Conditional));
        let is_question = document.word(sentence.tokens.end - 1) == "?";
        let is_sure = matches!(stated.certainty, Certainty::Stated | Certainty::Attributed);
        let is_direct = !is_conditional && !is_question;
        let is_old = is_long_ago(reading, stated);
        let is_plain = is_direct && !is_old;
        let people: Vec<Term> = people(reading, stated).map(|token| terms.of[article][token]).collect();
        let is_followed = stated.frame.with(Role::Antecedent).next().is_some();
        let predicate = of(Role::Predicate);
        // "No arrests were made": what happened is no subject of itself.
        let is_other = |term: &Term| *term != 0 && !predicate.contains(term);
        Self {
            article,
            mention,
            stated,
            is_old,
            is_loose: people.is_empty() && is_followed,
            is_followed,
            is_state: document.tag(stated.mention.tokens.end - 1) == Upos::Adj,
            is_direct,
            subject: {
                let mut found = of(Role::Subject);
                found.extend(of(Role::Antecedent));
                found.retain(is_other);
                found
            },
            head: stated
                .frame
                .with(Role::Subject)
                .last()
                .or_else(|| stated.frame.with(Role::Antecedent).last())
                .map(|token| terms.of[article][token])
                .filter(is_other),
            complement: of(Role::Complement),
            object: object(document, stated).map(|token| terms.of[article][token]).filter(|&term| term != 0),
            heads: heads(stated).map(|token| terms.of[article][token]).filter(|&term| term != 0).collect(),
            people,
            has_object: stated.frame.with(Role::Complement).any(|token| token >= stated.mention.tokens.end),
            names,
            is_headline: sentence.part == Part::Headline,
            is_plain,
            is_part: holds_of_some(reading, stated),
            is_reported: is_reported(document, stated, &sentence.tokens),
            is_told: is_sure && !holds_of_some(reading, stated) && is_plain,
            values: values(reading, stated),
            days: OnceCell::new(),
            predicate,
        }
    }

    pub(super) fn is_passive(&self) -> bool {
        let aspect = match &self.stated.mention.value {
            Value::Claim(claim) => claim.aspect,
            _ => None,
        };
        aspect.is_some_and(|aspect| aspect.is_passive)
    }

    /// Its article and its words.
    pub(super) fn place(&self) -> (usize, ByteSpan) {
        (self.article, self.stated.mention.span)
    }

    pub(super) fn sentence(&self) -> SentenceId {
        SentenceId { article: self.article, sentence: self.stated.sentence }
    }

    /// The days of the time nearest to it.
    pub(super) fn days(&self, readings: &[Reading<'_>]) -> Option<(Day, Day)> {
        *self.days.get_or_init(|| days_near(&readings[self.article], self.stated))
    }
}

/// The last words of the groups behind the words of a claim.
fn heads(stated: &Stated) -> impl Iterator<Item = usize> + '_ {
    let behind = |token: usize| {
        let is = |anchor: &Anchor| anchor.role == Role::Complement && anchor.token == token;
        token >= stated.mention.tokens.end && stated.frame.anchors.iter().any(is)
    };
    stated.frame.with(Role::Complement).filter(move |&token| behind(token) && !behind(token + 1))
}

/// The last word of the group right behind the words of a claim, without a preposition between.
fn object(document: &Document<'_>, stated: &Stated) -> Option<usize> {
    let last = heads(stated).min()?;
    let mut before = stated.mention.tokens.end..last;
    (!before.any(|at| document.tag(at) == Upos::Adp)).then_some(last)
}

/// The names of people in the subject of a claim.
fn people<'r>(reading: &'r Reading<'_>, stated: &'r Stated) -> impl Iterator<Item = usize> + 'r {
    let names = &reading.facts.names;
    let subject = stated.frame.anchors.iter().filter(|anchor| matches!(anchor.role, Role::Subject | Role::Antecedent));
    subject.map(|anchor| anchor.token).filter(|&token| {
        let at = names.places.partition_point(|(tokens, _)| tokens.end <= token);
        let named = names.places.get(at).filter(|(tokens, _)| tokens.contains(&token));
        named.is_some_and(|&(_, entity)| names.entities[entity].kind == Kind::Person)
    })
}

/// Whether a claim holds of some only, and need not of others: "some were killed", "four survived".
fn holds_of_some(reading: &Reading<'_>, stated: &Stated) -> bool {
    if stated.mention.kind != Kind::Polarity {
        return false;
    }
    let document = &reading.document;
    let (clause, Range { start, end }) = (&stated.frame.clause, stated.mention.tokens.clone());
    let is_denied = matches!(&stated.mention.value, Value::Claim(claim) if claim.is_negated);
    // On the left the subject alone counts, and what stands right before the words.
    let subject = stated.frame.with(Role::Subject).min().unwrap_or(start).min(start);
    let first = subject.saturating_sub(AROUND).max(clause.start.min(start));
    let mut around = first..(end + AROUND).min(clause.end).max(end);
    // "Last night", "for two years", "by 12 per cent" say when, how long and how much.
    let is_measured = |at: usize| {
        of_sentence(reading, stated.sentence).any(|(_, other)| {
            other.mention.tokens.contains(&at)
                && match &other.mention.value {
                    Value::Time(_) => true,
                    Value::Quantity(quantity) => quantity.unit != Unit::Items,
                    _ => false,
                }
        })
    };
    // "In two places", "with 3,100 signatures": of what hangs on a preposition, not of what is told.
    let hangs = |at: usize| {
        let is_inner = |at: &usize| matches!(document.tag(*at), Upos::Det | Upos::Adj);
        let first = (clause.start..at).rev().take_while(is_inner).last().unwrap_or(at);
        let before = first.checked_sub(1).filter(|&before| before >= clause.start);
        before.is_some_and(|before| {
            let binds = [Class::Bound, Class::Subset].into_iter().any(|class| document.phrase(before, class).is_some());
            document.tag(before) == Upos::Adp && !binds
        })
    };
    around.any(|at| {
        let is_some = || {
            [Class::Interval, Class::Subset, Class::Extra, Class::Quantifier]
                .iter()
                .any(|&class| document.is(at, class))
        };
        // "The 90-megawatt plant" is one.
        let counts = || document.tag(at) == Upos::Num && !document.is_inner_hyphen(at + 1);
        // "Suffered some damage" is damage.
        let is_inside = (start..end).contains(&at) && (is_denied || document.tag(at) != Upos::Num);
        !is_inside && (counts() || is_some()) && !is_measured(at) && !hangs(at)
    })
}

/// Whether a claim is told as somebody's words, whose tense English shifts back: "she said it had not been signed".
fn is_reported(document: &Document<'_>, stated: &Stated, sentence: &Range<usize>) -> bool {
    let says = |at: usize| document.tag(at) == Upos::Verb && document.is(at, Class::Report) && !document.quoted[at];
    stated.by.is_some() || (sentence.start..stated.mention.tokens.start).any(says)
}

/// What stands in a sentence, with positions among the article's mentions.
fn of_sentence<'r>(reading: &'r Reading<'_>, sentence: usize) -> impl Iterator<Item = (usize, &'r Stated)> {
    let mentions = &reading.facts.mentions;
    let from = mentions.partition_point(|other| other.sentence < sentence);
    let own = mentions[from..].iter().take_while(move |other| other.sentence == sentence);
    own.enumerate().map(move |(at, other)| (from + at, other))
}

/// The numbers among the arguments of a claim: "the 90-megawatt plant".
fn values(reading: &Reading<'_>, stated: &Stated) -> Vec<usize> {
    let of_claim = || {
        let own = stated.frame.anchors.iter().filter(|anchor| anchor.role != Role::Antecedent);
        own.map(|anchor| anchor.token)
    };
    let (Some(first), Some(last)) = (of_claim().min(), of_claim().max()) else { return Vec::new() };
    let is_among = |other: &Stated| {
        let tokens = &other.mention.tokens;
        matches!(other.mention.value, Value::Quantity(_)) && tokens.end + 1 >= first && tokens.start <= last
    };
    of_sentence(reading, stated.sentence).filter(|(_, other)| is_among(other)).map(|(at, _)| at).collect()
}

/// Whether a sentence dates what it tells long before its report: the background, where everything was once otherwise.
fn is_long_ago(reading: &Reading<'_>, stated: &Stated) -> bool {
    let Some(published) = reading.published else { return false };
    let document = &reading.document;
    // "Hit a region devastated by the tsunami of 2004": when that was, not when this happened.
    let dates_noun = |tokens: &Range<usize>| {
        tokens.start.checked_sub(1).filter(|&at| at > stated.mention.tokens.start).is_some_and(|at| {
            document.is_word(at, Word::Of) || document.tag(at) == Upos::Det && document.is_noun(tokens.end)
        })
    };
    of_sentence(reading, stated.sentence).any(|(_, other)| match &other.mention.value {
        Value::Time(time) => {
            time.days.is_some_and(|(_, end)| end.0.saturating_add(LONG_AGO) < published.day.0)
                && !dates_noun(&other.mention.tokens)
        }
        _ => false,
    })
}

/// The weight of what two lists share, in points.
pub(super) fn shared(one: &[Term], other: &[Term], terms: &Terms) -> i32 {
    one.iter().filter(|term| other.contains(term)).map(|&term| 6 + 3 * terms.weight(term).min(6) as i32).sum()
}

/// What the arguments of two predicates share, in points, and how many of subject and complement are told of both and
/// share nothing.
pub(super) fn arguments(one: &Party<'_>, other: &Party<'_>, terms: &Terms) -> (i32, i32) {
    let subjects = shared(&one.subject, &other.subject, terms);
    let complements = shared(&one.complement, &other.complement, terms);
    // What the passive makes the subject stands behind the active verb. Who runs into somebody is not run into.
    let (behind, before) =
        (shared(&one.subject, &other.complement, terms), shared(&one.complement, &other.subject, terms));
    let is_free = |mine: &[Term], theirs: &[Term], points: i32| points > 0 || mine.is_empty() || theirs.is_empty();
    // One passive and one active verb cross for sure, and so do "halted the trial" and "the trial goes on"; who did it
    // goes by many names.
    let turns = (one.is_passive() != other.is_passive() || one.object.is_some() != other.object.is_some())
        && subjects + complements == 0;
    let is_crossed =
        turns || is_free(&one.subject, &other.complement, behind) && is_free(&one.complement, &other.subject, before);
    let crossed = if is_crossed { behind + before } else { 0 };
    let is_apart =
        |mine: &[Term], theirs: &[Term], common: i32| !mine.is_empty() && !theirs.is_empty() && common + crossed == 0;
    // Whose name is not told, or who stands behind the passive, need not be named alike.
    let is_known = !one.is_loose && !other.is_loose && one.is_passive() == other.is_passive();
    let parted = i32::from(is_known && is_apart(&one.subject, &other.subject, subjects))
        + i32::from(one.has_object && other.has_object && is_apart(&one.complement, &other.complement, complements));
    (subjects + complements + crossed, parted)
}
