//! Clauses of different articles that tell one claim.
//!
//! Two clauses tell one claim when they share their predicate and what it is told of. How firmly each tells it, and who
//! answers for it, is compared by others.

use super::{
    Reading, Rule, Slot,
    claims::{MAX_PAIRS, Pair, is_one_day, surest_first},
    first_of_each,
    groups::{Groups, Test},
    party::{Party, arguments},
};
use crate::{
    alignment::{
        score::{Feature, Score},
        sentences::Likeness,
        terms::Terms,
    },
    facts::{
        Certainty, Kind, Value,
        frame::Role,
        polarity::{Aspect, Claim},
        value::ValueRelation,
    },
    language::{Document, lexicon::Class, tags::Upos, verbs::Modality},
};

/// Points from which two clauses tell one claim that the one doubts.
const DOUBTED: i32 = 50;

/// The same where the one ascribes it, in few short reports, and how much more where they are long: the more sentences
/// there are, the more of them share by chance. Reports leave out speakers all the time, so only what is plainly one
/// claim is worth a reader's time. Of pairs between these and 15 points more, three in four are of one claim on reports
/// without annotation, and half of those up to 10 points below.
const ASCRIBED: i32 = 56;
const ASCRIBED_OF_LONG: i32 = 5;

/// The greatest weight of a word in few short reports: about 25 sentences.
const SHORT: i32 = 5;

/// The same where both ascribe it.
const SPOKEN: i32 = 55;

/// Likeness of sentences, in per cent, and points for what they share that clauses need to tell one claim by two
/// predicates: "it appears the bus hit black ice", "black ice was to blame".
const ALIKE: i32 = 26;
const OTHERWISE: i32 = 48;

/// Points without those for the sentences from which a clause tells the claim of another once more.
const TOLD: i32 = 40;

/// A clause and how firmly it is told.
pub(super) struct Clause<'r> {
    pub(super) party: Party<'r>,
    claim: &'r Claim,
    aspect: Aspect,
    pub(super) certainty: Certainty,
    /// The words that set how firm it is, as a position among the article's mentions.
    pub(super) cue: usize,
    /// The main claim of its sentence.
    pub(super) main: usize,
    is_quoted: bool,
    /// Whether who says it tells of his own deed: "he said he saw a woman".
    is_own: bool,
}

/// Chooses what is shown of a claim, as (article, mention), from its clauses and the pairs that joined them.
type Choice<'a> = dyn Fn(&[usize], &[&Pair]) -> Option<Vec<(usize, usize)>> + 'a;

/// The claims that are told in several articles of one story.
pub(super) struct Told<'r> {
    pub(super) clauses: Vec<Clause<'r>>,
    /// The surest first.
    pub(super) pairs: Vec<Pair>,
    /// The points from which two clauses are of one claim though only one of them ascribes it.
    pub(super) ascribed: i32,
}

impl<'r> Told<'r> {
    pub(super) fn new(
        readings: &'r [Reading<'_>],
        story: &[usize],
        terms: &Terms,
        likeness: &Likeness,
        rules: &[Rule],
        denials: &[Slot],
        cut: &mut Vec<usize>,
    ) -> Self {
        let clauses = first_of_each(story, cut, &mut |article, most| clauses(readings, article, terms, most));
        let ascribed = ASCRIBED + ASCRIBED_OF_LONG * (terms.most as i32 - SHORT).clamp(0, 4);
        let mut pairs = pairs(&clauses, readings, terms, likeness, ascribed, cut);
        pairs.splice(0..0, denials.iter().flat_map(|slot| denied(&clauses, slot, terms, ascribed)));
        let place = |at: usize| clauses[at].party.place();
        pairs.retain(|pair| !rules.iter().any(|rule| rule.parts(place(pair.left), place(pair.right))));
        Self { clauses, pairs, ascribed }
    }

    /// A slot for each claim whose clauses some pairs join. `values` gives what is shown of its clauses, if anything is,
    /// from the clauses and the pairs that joined them.
    pub(super) fn slots(&self, kind: Kind, joins: &dyn Fn(&Pair) -> bool, values: &Choice<'_>) -> Vec<Slot> {
        let mut groups = Groups::new(self.clauses.len());
        let article = |at: usize| self.clauses[at].party.article;
        // A claim stands for its article once.
        let links: Vec<&Pair> = self
            .pairs
            .iter()
            .filter(|pair| {
                let ends = [pair.left, pair.right];
                joins(pair) && groups.join(ends, Test::Articles, &mut |one, other| article(one) != article(other))
            })
            .collect();
        let mut slots: Vec<Slot> = Vec::new();
        let mut used: Vec<(usize, usize)> = Vec::new();
        // One speaker answers for much: it is shown with the claim that comes first in its sentence.
        let is_aside = |at: usize| {
            let clause = &self.clauses[at];
            clause.certainty == Certainty::Attributed && clause.main != clause.party.mention
        };
        let claims = groups.in_order().into_iter().map(|members| {
            let own = links.iter().copied().filter(|pair| groups.are_one(pair.left, members[0]));
            let own: Vec<&Pair> = own.collect();
            (members, own)
        });
        let (first, rest): (Vec<_>, Vec<_>) =
            claims.partition(|(_, own)| !own.iter().any(|pair| is_aside(pair.left) || is_aside(pair.right)));
        for (members, own) in first.into_iter().chain(rest) {
            let Some(values) = values(&members, &own) else { continue };
            if values.iter().any(|value| used.contains(value)) {
                continue;
            }
            used.extend_from_slice(&values);
            let links = own.iter().filter_map(|pair| pair.link(&members)).collect();
            slots.push(Slot { kind, values, links, is_contested: false, by_day: false });
        }
        slots
    }
}

/// The pairs of clauses of different articles that tell one claim, the surest first.
fn pairs(
    clauses: &[Clause<'_>],
    readings: &[Reading<'_>],
    terms: &Terms,
    likeness: &Likeness,
    ascribed: i32,
    cut: &mut Vec<usize>,
) -> Vec<Pair> {
    let (mut pairs, mut seen) = (Vec::new(), 0);
    'all: for left in 0..clauses.len() {
        pairs.push(Vec::new());
        for right in left + 1..clauses.len() {
            let (one, other) = (&clauses[left], &clauses[right]);
            if one.party.article == other.party.article || !one.may_be_claim_of(other) {
                continue;
            }
            let percent = || likeness.percent(one.party.sentence(), other.party.sentence()) as i32;
            let doubts = one.is_doubted() != other.is_doubted();
            let both_speak = one.certainty == Certainty::Attributed && other.certainty == Certainty::Attributed;
            let has_verb = one.claim.predicate == other.claim.predicate;
            if !(one.has_predicate_of(other) || has_verb || (doubts || both_speak) && percent() >= ALIKE) {
                continue;
            }
            seen += 1;
            if seen > MAX_PAIRS {
                cut.extend(clauses[left..].iter().map(|clause| clause.party.article));
                break 'all;
            }
            let score = one.score(other, percent(), terms);
            // In other words it must be much that they share.
            if score.of(Feature::Predicate) == 0 && score.of(Feature::Anchors) < OTHERWISE {
                continue;
            }
            // Headlines leave out who says so, and what somebody says of himself is hardly doubted by leaving it out.
            let is_of_self = (one.is_own || other.is_own) && one.certainty != other.certainty;
            if !doubts && (one.party.is_headline || other.party.is_headline || is_of_self) {
                continue;
            }
            let least = match (doubts, both_speak) {
                (true, _) => DOUBTED,
                (_, true) => SPOKEN,
                _ => ascribed,
            };
            if score.total() < least || !is_one_day(&one.party, &other.party, readings) {
                continue;
            }
            // What is doubted in one place is told firmly in another, by whomever.
            let is_as_firm = |clause: &Clause<'_>, other: &Clause<'_>| {
                clause.is_doubted() == other.is_doubted() && (doubts || clause.certainty == other.certainty)
            };
            let tells_both = |one: &Clause<'_>, other: &Clause<'_>| {
                clauses.iter().any(|clause| {
                    clause.party.article == one.party.article
                        && is_as_firm(clause, other)
                        && clause.claim.relation(other.claim) == ValueRelation::Equal
                        && clause.score(other, 0, terms).total() >= TOLD
                })
            };
            if one.certainty == other.certainty || !(tells_both(one, other) || tells_both(other, one)) {
                pairs[left].push(Pair { left, right, relation: one.claim.relation(other.claim), score });
            }
        }
    }
    surest_first(&pairs)
}

/// The pairs of clauses that deny one thing, as a slot of claims found: whoever says that nobody was hurt says it of all.
/// An article that does so in two ways has no one speaker.
fn denied(clauses: &[Clause<'_>], slot: &Slot, terms: &Terms, ascribed: i32) -> Vec<Pair> {
    let is_of = |clause: &Clause<'_>| slot.values.contains(&(clause.party.article, clause.party.mention));
    let members: Vec<usize> = (0..clauses.len()).filter(|&at| is_of(&clauses[at])).collect();
    let is_once = |at: usize| {
        let other = |&&other: &&usize| other != at && clauses[other].party.article == clauses[at].party.article;
        !members.iter().any(|member| other(&member))
    };
    let once: Vec<usize> = members.iter().copied().filter(|&at| is_once(at)).collect();
    let mut pairs = Vec::new();
    for (index, &left) in once.iter().enumerate() {
        for &right in &once[index + 1..] {
            let (one, other) = (&clauses[left], &clauses[right]);
            let relation = one.claim.relation(other.claim);
            // "No matter how", "no doubt": of nothing that happened, nor of one thing.
            let is_of_one = one.claim.concept != 0 || arguments(&one.party, &other.party, terms).0 > 0;
            if relation == ValueRelation::Equal && is_of_one {
                pairs.push(Pair { left, right, relation, score: Score::from([(Feature::Predicate, ascribed)]) });
            }
        }
    }
    pairs
}

/// The clauses of an article, with how firmly each is told, and at most as many.
fn clauses<'r>(readings: &'r [Reading<'_>], article: usize, terms: &Terms, most: usize) -> Vec<Clause<'r>> {
    let reading = &readings[article];
    let mentions = &reading.facts.mentions;
    let mut found: Vec<Clause<'_>> = Vec::new();
    for (at, stated) in mentions.iter().enumerate() {
        let Value::Claim(claim) = &stated.mention.value else { continue };
        let Some(aspect) = claim.aspect else { continue };
        if found.len() == most {
            break;
        }
        let party = Party::new(reading, article, at, stated, terms);
        // "Claimed responsibility", "were reported": the deed is itself one of saying; "is said to have fled" is not.
        let verb = stated.mention.tokens.clone().rev().find(|&at| reading.document.is_verbal(at));
        let is_speech = verb.is_some_and(|verb| reading.document.is(verb, Class::Report));
        if !party.is_plain || is_speech {
            continue;
        }
        let certainty = match (stated.certainty, stated.by) {
            // What nobody knows is a question, and no weaker answer to it.
            (Certainty::Unknown, _) => continue,
            (Certainty::Hedged, _) => Certainty::Hedged,
            (_, Some(_)) => Certainty::Attributed,
            _ => Certainty::Stated,
        };
        let said = stated.by.map(|by| reading.facts.attributions[by].cue.start);
        let is_cue = |other: usize| {
            let mention = &mentions[other].mention;
            let is_speech = certainty != Certainty::Attributed || said.is_some_and(|at| mention.tokens.contains(&at));
            mention.value == Value::Certainty(certainty) && is_speech
        };
        let distance = |&other: &usize| mentions[other].mention.tokens.start.abs_diff(stated.mention.tokens.start);
        let cue = match certainty {
            Certainty::Stated => Some(at),
            _ => reading.facts.places_of_sentence(stated.sentence).filter(|&other| is_cue(other)).min_by_key(distance),
        };
        let before = found.last().filter(|before| before.party.stated.sentence == stated.sentence);
        let main = before.map_or(at, |before| before.main);
        let is_quoted = reading.document.quoted[stated.mention.tokens.start];
        // "We know that we let you down", without quotation marks: a post or a statement, and nothing that the report says.
        if certainty == Certainty::Stated && !is_quoted && is_somebodys_own(&reading.document, stated.sentence) {
            continue;
        }
        let is_own = stated.by.is_some_and(|by| {
            let speaker = &reading.facts.attributions[by].speaker;
            [Role::Subject, Role::Antecedent]
                .iter()
                .any(|&role| stated.frame.with(role).any(|at| speaker.contains(&at)))
        });
        found.extend(cue.map(|cue| Clause { party, claim, aspect, certainty, cue, main, is_quoted, is_own }));
    }
    found
}

/// Whether a sentence speaks in the first person outside of quotation marks.
fn is_somebodys_own(document: &Document<'_>, sentence: usize) -> bool {
    document.sentences[sentence].tokens.clone().any(|at| {
        document.is(at, Class::FirstPerson)
            && matches!(document.tag(at), Upos::Pron | Upos::Det)
            && !document.quoted[at]
    })
}

impl Clause<'_> {
    pub(super) fn is_doubted(&self) -> bool {
        self.certainty == Certainty::Hedged
    }

    /// Whether neither denies what the other says, and neither tells of another time.
    fn may_be_claim_of(&self, other: &Self) -> bool {
        // What could be need not be what was; but "appears to be shut" tells of what was.
        let is_possible = |clause: &Self| clause.aspect.modality == Modality::Possible;
        let is_one_time = self.aspect.tense == other.aspect.tense || !is_possible(self) && !is_possible(other);
        // Whose words are given are compared as words.
        let is_nobodys = |clause: &Self| clause.is_quoted && clause.certainty == Certainty::Stated;
        let is_spoken = self.is_quoted && other.is_quoted || is_nobodys(self) || is_nobodys(other);
        is_one_time
            && !is_spoken
            && self.claim.is_negated == other.claim.is_negated
            && self.claim.relation(other.claim) != ValueRelation::Disjoint
    }

    fn has_predicate_of(&self, other: &Self) -> bool {
        self.party.predicate.iter().any(|term| other.party.predicate.contains(term))
    }

    /// What speaks for their telling one claim.
    fn score(&self, other: &Self, percent: i32, terms: &Terms) -> Score {
        let (mine, theirs) = (&self.party, &other.party);
        let (common, parted) = arguments(mine, theirs, terms);
        let predicate = match self.claim.relation(other.claim) {
            // "Bring in", "start": verbs of nearly anything.
            ValueRelation::Equal if !self.has_predicate_of(other) => 20,
            ValueRelation::Equal => 30,
            _ if self.has_predicate_of(other) => 24,
            _ => 0,
        };
        let is_foreign = !mine.names.is_empty()
            && !theirs.names.is_empty()
            && !mine.names.iter().any(|name| theirs.names.contains(name));
        let mut score = Score::default();
        score.add(Feature::Predicate, predicate);
        score.add(Feature::Anchors, common.min(50));
        score.add(Feature::Modifiers, -20 * parted - if is_foreign { 30 } else { 0 });
        score.add(Feature::Sentence, percent / 2);
        // A headline says in few words what the report says more carefully below.
        score.add(Feature::Opening, if mine.is_headline || theirs.is_headline { -10 } else { 0 });
        score
    }
}
