//! Slots of things: who or what played one part in an event.
//!
//! What a person is ("treasurer", "a former nurse") meets what another report has for the same person. What happened to
//! a person (an injury, a charge, a card) does so where the person is the subject. Other things meet where they stand
//! with one predicate and share another argument.

mod kin;
mod main_part;

use crate::language::lexicon::Word;
use kin::Of;

use super::{
    Reading, Rule, Slot,
    claims::{ALIKE, MAX_PAIRS, Pair, SAME, is_one_day, join, surest_first},
    party::{Party, parties, shared},
};
use crate::{
    alignment::{
        score::{Feature, Score},
        sentences::Likeness,
        terms::{Term, Terms},
    },
    facts::{
        Kind, Value,
        frame::Role,
        name::{Name, NameRelation},
        other::{self, Thing},
        value::ValueRelation,
    },
    language::{
        Document,
        lexicon::{Class, EN},
        tags::Upos,
        tokens::Token,
    },
};

/// Points from which two things that exclude each other played one part. Lower than for claims, since a thing that
/// the other report names anywhere is left out before.
const DISJOINT: i32 = 40;

/// Points of one person who has both, or whom both happened to.
const ONE_PERSON: i32 = 60;

/// Sentences in which a report may speak of a thing so that it still is the one thing of its sort there.
const RARE: usize = 2;

/// In how many sentences of an article each term stands.
fn seen(reading: &Reading<'_>, of: &[Term], terms: &Terms) -> Vec<usize> {
    let mut seen = vec![0; terms.weight.len()];
    for sentence in &reading.document.sentences {
        let mut here: Vec<Term> = of[sentence.tokens.clone()].to_vec();
        here.sort_unstable();
        here.dedup();
        here.iter().for_each(|&term| seen[term as usize] += 1);
    }
    seen
}

/// Which thing of the lists each word is, by its lemma: asked of every word for every pair of things.
fn listed(document: &Document<'_>) -> Vec<Option<i32>> {
    (0..document.tokens.len()).map(|at| EN.value(document.lemma_entry(at), Class::Thing)).collect()
}

/// Points of two that are rare in their reports.
const RARE_THING: i32 = 25;

/// A thing with whom it belongs to.
struct Owned<'r> {
    thing: &'r Thing,
    /// The person of whom it is said, or who is the subject.
    owner: Option<&'r Name>,
    /// Whether its report speaks of such a thing in [`RARE`] sentences at most.
    is_rare: bool,
    /// Whether its noun stands for several.
    is_plural: bool,
    /// Of somebody's kin with a name: whose ("his", "Lund's").
    of: Option<Of<'r>>,
    /// Which thing of the lists each word of its article is, by its lemma.
    listed: &'r [Option<i32>],
}

impl<'r> Owned<'r> {
    fn new(
        reading: &'r Reading<'_>,
        party: &Party<'r>,
        terms: &Terms,
        seen: &[usize],
        listed: &'r [Option<i32>],
    ) -> Option<Self> {
        let Value::Thing(thing) = &party.stated.mention.value else { return None };
        let names = &reading.facts.names;
        let subject = || {
            let mut people = party.stated.frame.with(Role::Subject).filter_map(|token| {
                let at = names.places.partition_point(|(tokens, _)| tokens.end <= token);
                let &(_, entity) = names.places.get(at).filter(|(tokens, _)| tokens.contains(&token))?;
                (names.entities[entity].kind == Kind::Person).then_some(entity)
            });
            let Some(first) = people.next() else { return meant(reading, party) };
            people.all(|other| other == first).then_some(first)
        };
        let is_kin = other::is_kin(thing.class);
        let is_origin = other::is_origin(thing.class);
        // Who is Danish is told where a name stands beside it; most else that is Danish is many things.
        if is_origin && thing.holder.is_none() {
            return None;
        }
        let owner = if is_kin || is_origin || other::is_title(thing.class) { thing.holder } else { subject() };
        let owner = owner.map(|entity| &*names.entities[entity].name);
        let last = party.stated.mention.tokens.end - 1;
        let head = terms.of[party.article][last];
        let is_rare = head != 0 && !thing.is_general && seen[head as usize] <= RARE;
        let of = if is_kin { Of::new(reading, last) } else { None };
        Some(Self { thing, owner, is_rare, is_plural: reading.document.is_plural(last), of, listed })
    }
}

/// Whom a "he" or "she" before the verb of a thing means.
fn meant(reading: &Reading<'_>, party: &Party<'_>) -> Option<usize> {
    let document = &reading.document;
    let verb = party.stated.frame.with(Role::Predicate).min()?;
    let is_part = |at: &usize| document.is_verbal(*at) || matches!(document.tag(*at), Upos::Adv | Upos::Part);
    let open = (0..verb).rev().take_while(is_part).last().unwrap_or(verb);
    let pronoun = open.checked_sub(1)?;
    let is_person = document.is_word(pronoun, Word::He);
    is_person.then(|| reading.facts.names.meant(document, pronoun)).flatten()
}

/// The slots of the things of one story.
#[must_use]
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
) -> Vec<Slot> {
    let parties = parties(readings, story, terms, Kind::Other, cut);
    let mut pairs = pairs(&parties, readings, terms, likeness, cut);
    pairs.retain(|pair| !rules.iter().any(|rule| rule.parts(parties[pair.left].place(), parties[pair.right].place())));
    join(Kind::Other, &parties, &pairs)
}

/// The pairs of things of different articles that may have played one part, the surest first.
fn pairs(
    parties: &[Party<'_>],
    readings: &[Reading<'_>],
    terms: &Terms,
    likeness: &Likeness,
    cut: &mut Vec<usize>,
) -> Vec<Pair> {
    let mut owned: Vec<Option<Owned<'_>>> = Vec::with_capacity(parties.len());
    let by_article = || parties.chunk_by(|one, other| one.article == other.article);
    let listed: Vec<Vec<Option<i32>>> =
        by_article().map(|parties| listed(&readings[parties[0].article].document)).collect();
    for (parties, listed) in by_article().zip(&listed) {
        let article = parties[0].article;
        let seen = seen(&readings[article], &terms.of[article], terms);
        owned.extend(parties.iter().map(|party| Owned::new(&readings[article], party, terms, &seen, listed)));
    }
    let (mut pairs, mut looked_at) = (Vec::new(), 0);
    'all: for left in 0..parties.len() {
        pairs.push(Vec::new());
        for right in left + 1..parties.len() {
            let (one, other) = (&parties[left], &parties[right]);
            let (Some(mine), Some(theirs)) = (&owned[left], &owned[right]) else { continue };
            if one.article == other.article {
                continue;
            }
            let relation = mine.thing.relation(theirs.thing);
            if relation == ValueRelation::Incomparable {
                continue;
            }
            looked_at += 1;
            if looked_at > MAX_PAIRS {
                cut.extend(parties[left..].iter().map(|party| party.article));
                break 'all;
            }
            let is_one_person = match (mine.owner, theirs.owner) {
                (Some(mine), Some(theirs)) => Some(mine.is_same(theirs) || mine.relation(theirs) == NameRelation::Same),
                (None, None) => None,
                // What somebody is and what nobody has are two things, unless they are called the same.
                _ if relation != ValueRelation::Equal && other::is_title(mine.thing.class) => Some(false),
                _ => None,
            };
            // One person's brother is not another's.
            if matches!((&mine.of, &theirs.of), (Some(mine), Some(theirs)) if mine.is_another(theirs)) {
                continue;
            }
            let percent = likeness.percent(one.sentence(), other.sentence()) as i32;
            let score = match is_one_person {
                Some(true) => of_one_person(one, other, [mine, theirs], percent, readings, terms, relation),
                Some(false) => continue,
                None if relation != ValueRelation::Disjoint => equal(one, other, [mine, theirs], percent, terms),
                None => score(one, other, [mine, theirs], percent, readings, terms).or_else(|| {
                    let has = |party: &Party<'_>, elsewhere: (&Party<'_>, &Owned<'_>)| {
                        !is_absent(party, elsewhere, readings, terms, false)
                    };
                    let score = kin::beside([one, other], [mine.of.as_ref(), theirs.of.as_ref()], readings)
                        .or_else(|| main_part::told_as([one, other], parties, readings, percent))
                        .or_else(|| main_part::opening([one, other], parties, readings, percent))?;
                    (!has(one, (other, theirs)) && !has(other, (one, mine))).then_some(score)
                }),
            };
            let Some(score) = score else { continue };
            let least = if relation == ValueRelation::Disjoint { DISJOINT } else { SAME };
            // A report that tells both tells of a change or of a dispute.
            let says = |article: usize, said: &Owned<'_>| {
                let is_said = |owned: &Owned<'_>| {
                    owned.thing.relation(said.thing) == ValueRelation::Equal && owned.is_plural == said.is_plural
                };
                let tells = |(party, owned): (&Party<'_>, &Option<Owned<'_>>)| {
                    party.article == article && owned.as_ref().is_some_and(is_said)
                };
                parties.iter().zip(&owned).any(tells)
            };
            let tells_both = || says(one.article, theirs) || says(other.article, mine);
            let is_doubtful = match relation {
                ValueRelation::Equal => false,
                ValueRelation::Disjoint => {
                    let is_title = is_one_person == Some(true) && other::is_title(mine.thing.class);
                    tells_both() || !is_title && !is_one_day(one, other, readings)
                }
                _ => tells_both(),
            };
            if score.total() >= least && !is_doubtful {
                pairs[left].push(Pair { left, right, relation, score });
            }
        }
    }
    surest_first(&pairs)
}

/// Two things of one person: what two reports say of one person's work or post meets by itself; other things need the
/// same sort of happening, which their class tells for those that happen once.
fn of_one_person(
    one: &Party<'_>,
    other: &Party<'_>,
    [mine, theirs]: [&Owned<'_>; 2],
    percent: i32,
    readings: &[Reading<'_>],
    terms: &Terms,
    relation: ValueRelation,
) -> Option<Score> {
    let is_equal = relation == ValueRelation::Equal;
    let class = mine.thing.class;
    let is_one_kin =
        other::is_kin(class) && matches!((&mine.of, &theirs.of), (Some(mine), Some(theirs)) if mine.may_be(theirs));
    if !other::is_title(class) && !other::happens_to_one(class) && !other::is_origin(class) && !is_one_kin {
        return match is_equal {
            true => equal(one, other, [mine, theirs], percent, terms),
            false => score(one, other, [mine, theirs], percent, readings, terms),
        };
    }
    if !is_equal {
        // A former nurse may be a driver now.
        let absent = || {
            is_absent(one, (other, theirs), readings, terms, false)
                && is_absent(other, (one, mine), readings, terms, false)
        };
        let (mine, theirs) = (mine.thing, theirs.thing);
        let is_one_head = mine.head == theirs.head || mine.has_another_field(theirs);
        // What stands beside a name is so, whatever is told of it: "Chairman Neil Gow refused to comment".
        let is_told = |party: &Party<'_>| party.is_told || is_beside_name(party, &readings[party.article]);
        if !(is_told(one) && is_told(other)) || mine.is_former() != theirs.is_former() || !(is_one_head || absent()) {
            return None;
        }
    }
    let mut score = Score::default();
    score.add(Feature::Role, ONE_PERSON);
    score.add(Feature::Head, if is_equal { 20 } else { 0 });
    score.add(Feature::Sentence, percent / 2);
    Some(score)
}

/// Whether a noun stands before a name, with a comma between them at most, or behind one and a comma.
fn is_beside_name(party: &Party<'_>, reading: &Reading<'_>) -> bool {
    let (document, names) = (&reading.document, &reading.facts.names);
    let end = party.stated.mention.tokens.end;
    let sentence = document.sentences[party.stated.sentence].tokens.start;
    let start = document.noun_group_before(end, sentence).start.min(party.stated.mention.tokens.start);
    let is_comma = |at: usize| document.is_word(at, Word::Comma);
    names.person_at(end + usize::from(end < document.tokens.len() && is_comma(end))).is_some()
        || start > sentence + 1 && is_comma(start - 1) && names.places.iter().any(|(tokens, _)| tokens.end == start - 1)
}

/// Two things that say the same, or of which one may be called by the other's word: they are one where they stand with one predicate or share an argument, and more so
/// where each report speaks of such a thing in a sentence or two only.
fn equal(
    one: &Party<'_>,
    other: &Party<'_>,
    [mine, theirs]: [&Owned<'_>; 2],
    percent: i32,
    terms: &Terms,
) -> Option<Score> {
    let same_predicate = one.predicate.iter().any(|term| other.predicate.contains(term));
    let arguments = shared(&one.subject, &other.subject, terms) + shared(&one.complement, &other.complement, terms);
    // Cars are no sign that both tell of the same ones, one car is; and of spokesmen and directors there are many.
    let is_common = other::is_title(mine.thing.class) && mine.thing.family == 0;
    let is_rare = mine.is_rare && theirs.is_rare && mine.is_plural == theirs.is_plural && !is_common
        || other::is_numbered(mine.thing.class);
    if !(same_predicate && (arguments > 0 || percent >= ALIKE) || is_rare) {
        return None;
    }
    let narrowing = mine.thing.narrowing();
    let is_narrowed = !narrowing.is_empty() && narrowing == theirs.thing.narrowing();
    let mut score = Score::default();
    score.add(Feature::Head, if mine.thing.relation(theirs.thing) == ValueRelation::Equal { 20 } else { 10 });
    score.add(Feature::OnlyOne, if is_rare { RARE_THING } else { 0 });
    score.add(Feature::Predicate, if same_predicate { 20 } else { 0 });
    score.add(Feature::Anchors, arguments.min(40));
    score.add(Feature::Modifiers, if is_narrowed { 15 } else { 0 });
    score.add(Feature::Sentence, percent * 6 / 10);
    Some(score)
}

/// What a thing stands with: the verbs with the side on which they stand, and, where it is said what something was, the
/// noun of that ("his only purchase was a launch").
fn predicates(party: &Party<'_>, reading: &Reading<'_>, terms: &Terms) -> Vec<(Term, bool)> {
    let frame = &party.stated.frame;
    let start = party.stated.mention.tokens.start;
    let of = &terms.of[party.article];
    // "Struck by a van": the van struck.
    let group = reading.document.noun_group_before(party.stated.mention.tokens.end, 0);
    let is_agent = group.start > 0 && reading.document.is_word(group.start - 1, Word::By);
    let mut found: Vec<(Term, bool)> =
        frame.with(Role::Predicate).map(|token| (of[token], token > start || is_agent)).collect();
    if found.is_empty() {
        found.extend(party.head.map(|head| (head, false)));
    }
    found.retain(|&(term, _)| term != 0);
    found
}

/// Two things of one class that do not say the same: they meet where they stand with one predicate and share another
/// argument.
fn score(
    one: &Party<'_>,
    other: &Party<'_>,
    [mine, theirs]: [&Owned<'_>; 2],
    percent: i32,
    readings: &[Reading<'_>],
    terms: &Terms,
) -> Option<Score> {
    let mut score = Score::default();
    let their_predicates = predicates(other, &readings[other.article], terms);
    let same_predicate =
        predicates(one, &readings[one.article], terms).iter().any(|mine| their_predicates.contains(mine));
    let arguments = shared(&one.subject, &other.subject, terms) + shared(&one.complement, &other.complement, terms);
    if mine.thing.is_of_another_sort(theirs.thing) {
        return sorts(one, other, [mine, theirs], readings, arguments, percent, same_predicate);
    }
    // Of several offences each report may pick its own.
    let is_offence = other::is_offence(mine.thing.class);
    let is_kin = || {
        let theirs = kin(other, &readings[other.article]);
        kin(one, &readings[one.article]).iter().any(|set| theirs.contains(set))
    };
    // Where all else agrees, "a car bomb" elsewhere is no car.
    let is_sure = same_predicate && arguments >= TELLING && percent >= CLOSE;
    let absent = || {
        is_absent(one, (other, theirs), readings, terms, is_sure)
            && is_absent(other, (one, mine), readings, terms, is_sure)
    };
    if is_offence || !(one.is_told && other.is_told && (same_predicate || is_kin()) && absent()) {
        return None;
    }
    let is_rare = mine.is_rare && theirs.is_rare && percent >= LIKE;
    score.add(Feature::Predicate, if same_predicate { 20 } else { 10 });
    score.add(Feature::OnlyOne, if is_rare { 20 } else { 0 });
    score.add(Feature::Anchors, arguments.min(40));
    score.add(Feature::Sentence, percent * 6 / 10);
    (arguments > 0 || percent >= ALIKE || is_rare).then_some(score)
}

/// Likeness, in per cent, from which two rare things with one verb may be one, and from which sentences tell the same.
const LIKE: i32 = 8;
const CLOSE: i32 = 30;

/// The sets of verbs for one happening that a thing stands with.
fn kin(party: &Party<'_>, reading: &Reading<'_>) -> Vec<i32> {
    let (document, mut found) = (&reading.document, Vec::new());
    for token in party.stated.frame.with(Role::Predicate) {
        let entries = [document.lemma_entry(token), document.tokens.get(token + 1).map_or(0, |next| next.entry)];
        EN.each_phrase(&entries, Class::Kin, |set| found.push(set));
    }
    found
}

/// Points of two that have one noun and are the only ones of it.
const ONE_NOUN: i32 = 20;

/// Two things of one noun that other nouns narrow: they meet where each report has one such thing, in a sentence or two,
/// never the other's sort, and something rare is told of both.
fn sorts(
    one: &Party<'_>,
    other: &Party<'_>,
    [mine, theirs]: [&Owned<'_>; 2],
    readings: &[Reading<'_>],
    arguments: i32,
    percent: i32,
    same_predicate: bool,
) -> Option<Score> {
    let knows = |article: usize, owned: &Owned<'_>| {
        let document = &readings[article].document;
        let is_sort = |at: usize, sort: &String| document.reads(at, sort) || document.has_lemma(at, sort);
        owned.thing.sort.as_ref().is_none_or(|sort| (0..document.tokens.len()).any(|at| is_sort(at, sort)))
    };
    let is_one = mine.is_rare && theirs.is_rare && !mine.is_plural && !theirs.is_plural;
    if !(is_one && one.is_told && other.is_told && (arguments >= TELLING || same_predicate && percent >= ALIKE))
        || knows(one.article, theirs)
        || knows(other.article, mine)
    {
        return None;
    }
    let mut score = Score::default();
    score.add(Feature::Head, ONE_NOUN);
    score.add(Feature::Predicate, if same_predicate { 20 } else { 0 });
    score.add(Feature::Anchors, arguments.min(40));
    score.add(Feature::Sentence, percent * 6 / 10);
    Some(score)
}

/// Points of arguments from which they tell that two things are one: a word that stands in few sentences, or two.
const TELLING: i32 = 18;

/// Whether the noun of a thing stands nowhere in another article (where `is_head`, nowhere but before another noun): one of them where it stands for one, since other
/// cars do not make the car that crashed one of theirs.
fn is_absent(
    party: &Party<'_>,
    (elsewhere, owned): (&Party<'_>, &Owned<'_>),
    readings: &[Reading<'_>],
    terms: &Terms,
    is_head: bool,
) -> bool {
    let words = |party: &Party<'_>| match &party.stated.mention.value {
        Value::Thing(thing) => thing.head.split(' ').count(),
        _ => 1,
    };
    let tokens = &party.stated.mention.tokens;
    let (last, length) = (tokens.end - 1, words(party).min(tokens.len()));
    let (mine, theirs) = (&readings[party.article].document, &readings[elsewhere.article].document);
    if let Value::Thing(thing) = &party.stated.mention.value
        && let Some(part) = other::hurt_part(thing)
    {
        return !(0..theirs.tokens.len()).any(|at| theirs.has_lemma(at, part));
    }
    // Of a noun in a family only its family says as much: fraud may be a crime and a theft as well. Other nouns are known by
    // what the lists have as one with them, but for the words that are held apart here ("judge", "magistrate").
    let number = match &party.stated.mention.value {
        Value::Thing(thing) if thing.family != 0 && length == 1 => Some(thing.number()),
        _ => None,
    };
    let rival = terms.of[elsewhere.article][elsewhere.stated.mention.tokens.end - 1];
    let is_one = |token: usize, at: usize| {
        let term = terms.of[party.article][token];
        let is_word = match number {
            Some(_) => owned.listed[at] == number,
            None => term != 0 && term != rival && terms.of[elsewhere.article][at] == term,
        };
        if is_head && token == last && theirs.is_noun(at + 1) {
            return false;
        }
        // One word has one number.
        theirs.tokens[at].entry == mine.tokens[token].entry && theirs.reads(at, mine.word(token))
            || is_word && theirs.is_plural(at) == mine.is_plural(last)
    };
    let is_here = |at: usize| (0..length).all(|back| at >= back && is_one(last - back, at - back));
    // Most words are told from the last one of the thing by a number or two.
    let (entry, term) = (mine.tokens[last].entry, terms.of[party.article][last]);
    let others = theirs.tokens.iter().zip(&terms.of[elsewhere.article]).zip(owned.listed).enumerate();
    let may_be = |(token, is): (&Token, &Term), listed: &Option<i32>| {
        token.entry == entry || if number.is_some() { *listed == number } else { *is == term }
    };
    !others.into_iter().any(|(at, (word, listed))| may_be(word, listed) && is_here(at))
}
