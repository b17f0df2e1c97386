//! How much speaks for two values being about the same thing.
//!
//! A score is a sum of points with their parts, so that a reader can be told why, and a threshold can be moved with
//! open eyes. The points are judgements, set on the annotated groups: a shared head and a shared predicate together
//! make two numbers meet, one of them alone does not.

mod values;

use super::{
    Reading,
    sentences::{Likeness, SentenceId},
    terms::{Term, Terms},
};
use crate::facts::{
    Kind, Stated, Value,
    calendar::Day,
    frame::{Anchor, Role},
    quantity::Unit,
    ratio::Ratio,
    time::TimeBound,
    value::ValueRelation,
};
use crate::language::{lexicon::Class, tags::Upos};
use values::{nearness, rarity, size_penalty};

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What is counted or measured.
    Head,
    /// Whether each article counts this sort of thing only once.
    OnlyOne,
    /// What happened.
    Predicate,
    /// Words that narrow the head to different sorts, or different names in the subjects.
    Modifiers,
    /// The other words that hang on the value.
    Anchors,
    /// The sentences as a whole.
    Sentence,
    /// Whether both are a part, an addition, a change, or neither.
    Scope,
    /// Whether the sentences tell of different days.
    When,
    /// Whether both open their reports.
    Opening,
    /// How far apart the values are.
    Size,
    /// Whether the values agree to the digit.
    Value,
    /// How much of a name is shared.
    Name,
    /// Whether both have one role.
    Role,
}

/// Points with their parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Score {
    /// The parts that gave or took points.
    pub parts: Vec<(Part, i32)>,
}

impl Score {
    /// The sum of the points.
    #[must_use]
    pub fn total(&self) -> i32 {
        self.parts.iter().map(|(_, points)| points).sum()
    }

    /// The points of one part.
    #[must_use]
    pub fn of(&self, part: Part) -> i32 {
        self.parts.iter().filter(|(of, _)| *of == part).map(|(_, points)| points).sum()
    }

    /// Points for two values that say the same. The more that takes to say, the less likely it is by chance: 1,401 in
    /// two reports of one event is one fact, however each puts it, and "three" may be anything.
    fn add_agreement(&mut self, value: &Value, is_only_value: bool) {
        let rarity = rarity(value);
        let is_counted = matches!(value, Value::Quantity(quantity) if quantity.unit == Unit::Items);
        let points = if is_only_value && !is_counted { ONCE } else { OFTEN };
        self.add(Part::Value, points[rarity.min(4)]);
        if rarity >= 3 {
            for (_, points) in &mut self.parts {
                *points = (*points).max(-10);
            }
        }
    }

    pub(super) fn add(&mut self, part: Part, points: i32) {
        if points != 0 {
            self.parts.push((part, points));
        }
    }
}

/// A value with what it is about as terms.
#[derive(Debug, Clone)]
pub struct Candidate<'r> {
    /// Position of its article.
    pub article: usize,
    /// Position among the article's mentions.
    pub mention: usize,
    /// The value and what is said around it.
    pub stated: &'r Stated,
    head: Vec<Term>,
    predicate: Vec<Term>,
    /// The whole that it is told to be a part of: "20 of 71 laps".
    whole: Option<Ratio>,
    /// What happened by the nouns behind a verb that does not say it.
    light: Vec<Term>,
    others: Vec<Term>,
    /// 0 people of no stated sort, 1 of a sort; none for things.
    people: Option<i32>,
    modifiers: Vec<Term>,
    /// The names in the subject.
    subject_names: Vec<Term>,
    names: Vec<Term>,
    in_opening: bool,
    /// Whether what is counted is said elsewhere ("put the number at 3,000", "and 1,420 injured").
    is_anaphoric: bool,
    /// Whether the head is a subject that comes to the value ("turnout was", "the toll rose to").
    is_level: bool,
    /// Whether its article counts this sort of thing only once.
    is_only_of_its_sort: bool,
    /// Whether its article has this value only once.
    is_only_value: bool,
    /// The days that its sentence tells of, as far as they are given.
    days: Option<(Day, Day)>,
    /// Whether those days lie long before its report.
    is_background: bool,
}

/// Days before a report from which what happened is its background. News is days old; what a report tells with a date
/// two months back or more is there for comparison. Judgement.
const BACKGROUND: i32 = 60;

impl<'r> Candidate<'r> {
    /// Reads the terms of a mention's frame. `before` is the mention before it in the same sentence: a number without
    /// a noun takes over what that one counts ("two dead and 11 injured").
    #[must_use]
    pub fn new(reading: &'r Reading<'_>, article: usize, mention: usize, terms: &Terms, before: Option<&Self>) -> Self {
        let stated = &reading.facts.mentions[mention];
        let document = &reading.document;
        let of = |token: usize| terms.of[article][token];
        let collect = |role: Role| stated.frame.with(role).map(of).filter(|&term| term != 0).collect::<Vec<_>>();
        let mut head = collect(Role::Head);
        let mut others = collect(Role::Modifier);
        others.extend(collect(Role::Subject));
        others.extend(collect(Role::Complement));
        let mut people = stated.frame.with(Role::Head).find_map(|token| document.value(token, Class::Person));
        // "Put the number at 3,000", "and 1,420 injured": what is counted stands with the number before.
        let no_head = stated.frame.with(Role::Head).next().is_none();
        let figure = stated.frame.with(Role::Head).all(|token| document.is(token, Class::Figure));
        if (no_head || figure)
            && let Some(before) = before
            && stated.sentence - before.stated.sentence <= usize::from(!no_head)
            && stated.mention.kind == Kind::Count
            && before.stated.mention.kind == Kind::Count
        {
            head.clone_from(&before.head);
            people = before.people;
        } else if figure {
            head.clear();
        }
        // "23 dead", "the toll rose to 23": what befell them says that they are people.
        if people.is_none() && head.is_empty() && stated.mention.kind == Kind::Count {
            let tells = |anchor: &Anchor| document.is(anchor.token, Class::Toll) && anchor.role != Role::Complement;
            people = stated.frame.anchors.iter().any(tells).then_some(0);
        }
        // "Turnout was 47 per cent", "the toll rose to 23": a verb of being or moving says what its subject comes to.
        let is_level_verb = |at: usize| {
            document.is(at, Class::Light) || document.is_concept(at, "rose") || document.is_concept(at, "fell")
        };
        let is_level = no_head && !stated.frame.is_change && stated.frame.with(Role::Predicate).all(is_level_verb);
        let mut predicate = collect(Role::Predicate);
        if is_level {
            let subject = stated.frame.with(Role::Subject);
            let nouns = subject.filter(|&at| document.tag(at) == Upos::Noun && !document.is(at, Class::Figure));
            head.extend(nouns.map(of).filter(|&term| term != 0));
            predicate.clear();
        }
        let names = stated
            .frame
            .anchors
            .iter()
            .filter(|anchor| document.tag(anchor.token) == Upos::Propn)
            .map(|anchor| of(anchor.token))
            .filter(|&term| term != 0)
            .collect();
        // "Taken to hospital", "suffered injuries", "came under attack": a verb that says next to nothing leaves it to
        // the noun behind it.
        let mut light = if predicate.is_empty() { collect(Role::Complement) } else { Vec::new() };
        light.retain(|&term| terms.is_concept(term));
        others.sort_unstable();
        others.dedup();
        let days = if stated.mention.kind == Kind::Time { None } else { days_near(reading, stated) };
        Self {
            article,
            mention,
            stated,
            predicate,
            light,
            whole: whole(reading, mention),
            others,
            people,
            modifiers: collect(Role::Modifier),
            subject_names: stated
                .frame
                .with(Role::Subject)
                .filter(|&token| document.tag(token) == Upos::Propn)
                .map(of)
                .filter(|&term| term != 0)
                .collect(),
            names,
            in_opening: stated.sentence < OPENING,
            is_anaphoric: no_head || figure,
            is_level: is_level && !head.is_empty(),
            head,
            is_only_of_its_sort: false,
            is_only_value: false,
            is_background: matches!((days, reading.published), (Some((_, end)), Some(published))
                if end.0 + BACKGROUND <= published.day.0),
            days,
        }
    }

    /// Marks the values that their article has only once, and the counts whose article has no other number for the same
    /// sort of thing. People of no stated sort are left out: every report has many of them. The candidates of one article
    /// stand together.
    pub fn mark_only(candidates: &mut [Self]) {
        for own in candidates.chunk_by_mut(|left, right| left.article == right.article) {
            for at in 0..own.len() {
                let candidate = &own[at];
                let relation = |other: &Self| other.stated.mention.value.relation(&candidate.stated.mention.value);
                let is_sort =
                    candidate.kind() == Kind::Count && !candidate.head.is_empty() && candidate.people != Some(0);
                let is_rival = |other: &Self| {
                    other.kind() == Kind::Count
                        && other.head.iter().any(|term| candidate.head.contains(term))
                        && relation(other) == ValueRelation::Disjoint
                };
                let is_equal = |(index, other): (usize, &Self)| {
                    index != at && other.kind() == candidate.kind() && relation(other) == ValueRelation::Equal
                };
                let is_only_of_its_sort = is_sort && !own.iter().any(is_rival);
                let is_only_value = !own.iter().enumerate().any(is_equal);
                own[at].is_only_of_its_sort = is_only_of_its_sort;
                own[at].is_only_value = is_only_value;
            }
        }
    }

    /// The kind of the value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.stated.mention.kind
    }

    /// Whether nothing in two values' frames says that they are about different things: their heads do not part
    /// them, and no two different happenings are named.
    #[must_use]
    pub fn may_be_one_thing(&self, other: &Self, terms: &Terms) -> bool {
        let heads = self.head.is_empty()
            || other.head.is_empty()
            || self.head.iter().any(|term| other.head.contains(term))
            || self.people.is_some() && other.people.is_some();
        let happenings = |candidate: &Self| {
            candidate.predicate.iter().copied().filter(|&term| terms.is_concept(term)).collect::<Vec<_>>()
        };
        let (mine, theirs) = (happenings(self), happenings(other));
        heads && (mine.is_empty() || theirs.is_empty() || mine.iter().any(|term| theirs.contains(term)))
    }

    /// Whether two values of one article that exclude each other may be two versions of one thing: as
    /// [`Self::may_be_one_thing`], and where they are far apart, only when they share what happened or one of them
    /// refers to what the other counts.
    #[must_use]
    pub fn may_be_versions(&self, other: &Self, terms: &Terms) -> bool {
        let share = || self.predicate.iter().any(|&term| terms.is_concept(term) && other.predicate.contains(&term));
        let size = size_penalty(&self.stated.mention.value, &other.stated.mention.value);
        self.may_be_one_thing(other, terms)
            && size.is_some_and(|penalty| penalty == 0 || self.is_anaphoric || other.is_anaphoric || share())
    }

    /// Whether what is counted is known, and is no people.
    fn is_thing(&self) -> bool {
        !self.head.is_empty() && self.people.is_none()
    }

    /// The sentence that the value stands in.
    #[must_use]
    pub fn sentence(&self) -> SentenceId {
        SentenceId { article: self.article, sentence: self.stated.sentence }
    }

    fn all(&self) -> impl Iterator<Item = Term> + '_ {
        self.head.iter().chain(&self.predicate).chain(&self.others).copied()
    }
}

/// Points for equal values by how much they tell, from nothing to four digits.
const OFTEN: [i32; 5] = [6, 6, 30, 58, 66];

/// The same for a value with a unit, or a time, that each of the two articles has only once.
const ONCE: [i32; 5] = [6, 20, 42, 60, 66];

/// Points for an only number of its sort when nothing else speaks for or against it.
const ONLY: i32 = 10;

/// Sentences that open a report: headline, summary and first paragraph.
const OPENING: usize = 4;

/// Scores two values of one kind; none when they cannot be about the same thing.
#[must_use]
pub fn score(
    left: &Candidate<'_>,
    right: &Candidate<'_>,
    terms: &Terms,
    likeness: &Likeness,
    relation: ValueRelation,
) -> Option<Score> {
    let mut score = Score::default();
    let (one, other) = (&left.stated.frame, &right.stated.frame);
    if one.is_age != other.is_age {
        return None;
    }
    let apart = relation == ValueRelation::Disjoint;
    let sentence = likeness.percent(left.sentence(), right.sentence()) as i32;
    match left.kind() {
        _ if one.is_age => score_age(left, right, &mut score)?,
        Kind::Count => {
            score_head(left, right, apart, &mut score);
            score_predicate(left, right, terms, &mut score);
            score_anchors(left, right, terms, &mut score);
            score.add(Part::Sentence, sentence * 3 / 10);
            score_only(left, right, apart, &mut score);
        }
        _ => {
            score_bag(left, right, terms, &mut score);
            score_direction(left, right, terms, &mut score);
            score.add(Part::Sentence, sentence * 4 / 10);
        }
    }
    let mut scope = 0;
    // "Nine students were taken to the clinic", "eleven of the students were": where the same is told of both, a part
    // of them is what both count.
    let is_told_of_both =
        score.parts.iter().any(|part| matches!(part, (Part::Predicate, 30..) | (Part::Anchors, 15..)));
    scope -= if one.is_part == other.is_part {
        0
    } else if apart && !is_told_of_both {
        30
    } else {
        15
    };
    scope -= if one.is_change == other.is_change { 0 } else { 25 };
    // "Twenty others" come on top of those told before, and whose "their two children" are the words do not say.
    scope -= if apart && one.is_extra != other.is_extra { 20 } else { 0 };
    scope -= if apart && (one.is_owned || other.is_owned) { 20 } else { 0 };
    scope -= if one.is_earlier == other.is_earlier { 0 } else { 40 };
    score.add(Part::Scope, scope);
    if let (Some(one), Some(other)) = (left.days, right.days)
        && (one.1 <= other.0 || other.1 <= one.0)
    {
        score.add(Part::When, -35);
    } else if apart && (left.is_background && right.days.is_none() || right.is_background && left.days.is_none()) {
        score.add(Part::When, -25);
    }
    if apart || relation == ValueRelation::Overlapping {
        score.add(Part::Size, size_penalty(&left.stated.mention.value, &right.stated.mention.value)?);
    }
    if left.in_opening && right.in_opening {
        score.add(Part::Opening, 5);
    }
    if relation == ValueRelation::Overlapping {
        score.add(Part::Value, nearness(&left.stated.mention.value, &right.stated.mention.value));
    }
    if relation == ValueRelation::Equal {
        score.add_agreement(&left.stated.mention.value, left.is_only_value && right.is_only_value);
    }
    Some(score)
}

fn score_head(left: &Candidate<'_>, right: &Candidate<'_>, apart: bool, score: &mut Score) {
    let shared = left.head.iter().any(|term| right.head.contains(term));
    // "12 deaths" and "12 people died", "200 protesters" and "200 people protested": what happened stands in place of
    // whom it happened to.
    let names_happening = |noun: &Candidate<'_>, verb: &Candidate<'_>| {
        let may = match (noun.people, verb.people) {
            (None, Some(_)) => true,
            (Some(_), people) => people == Some(0),
            (None, None) => false,
        };
        may && noun.head.iter().any(|term| verb.predicate.contains(term))
    };
    let points = if left.head.is_empty() && left.people.is_none() || right.head.is_empty() && right.people.is_none() {
        0
    } else if shared {
        40
    } else if names_happening(left, right) || names_happening(right, left) {
        25
    } else {
        match (left.people, right.people) {
            (Some(0), Some(_)) | (Some(_), Some(0)) => 15,
            (Some(_), Some(_)) => -20,
            _ => -40,
        }
    };
    score.add(Part::Head, points);
    let part_apart = |one: &[Term], other: &[Term]| {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|term| other.contains(term))
    };
    if part_apart(&left.modifiers, &right.modifiers) {
        score.add(Part::Modifiers, -12);
    } else if apart && left.modifiers.is_empty() != right.modifiers.is_empty() {
        score.add(Part::Modifiers, -8);
    }
    if part_apart(&left.subject_names, &right.subject_names) {
        score.add(Part::Modifiers, -15);
    }
}

/// What each article counts once is likely the same thing; where the numbers differ, only with something else that
/// speaks for it: every report of a match has some number of games.
fn score_only(left: &Candidate<'_>, right: &Candidate<'_>, apart: bool, score: &mut Score) {
    let shares_head = left.head.iter().any(|term| right.head.contains(term));
    if shares_head && left.is_only_of_its_sort && right.is_only_of_its_sort {
        let other = score.of(Part::Predicate) + score.of(Part::Anchors) + score.of(Part::Sentence);
        score.add(Part::OnlyOne, if apart { (ONLY + other).clamp(0, 22) } else { 22 });
    }
}

fn score_predicate(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let happenings = |candidate: &Candidate<'_>, other: &Candidate<'_>| -> Vec<Term> {
        let heads = candidate.head.iter().filter(|term| terms.is_concept(**term) && !other.head.contains(term));
        candidate.predicate.iter().chain(heads).copied().collect()
    };
    let (mine, theirs) = (happenings(left, right), happenings(right, left));
    let meets = |light: &[Term], happenings: &[Term]| light.iter().any(|term| happenings.contains(term));
    // One person is not both killed and arrested; a house may be damaged in one report and destroyed in another.
    let concept = |happenings: &[Term]| happenings.iter().any(|&term| terms.is_concept(term));
    let are_things = left.is_thing() && right.is_thing();
    let points = if meets(&left.light, &theirs) || meets(&right.light, &mine) || meets(&left.light, &right.light) {
        30
    } else if mine.is_empty() || theirs.is_empty() {
        0
    } else if mine.iter().any(|term| theirs.contains(term)) {
        30
    } else if concept(&mine) && concept(&theirs) && !are_things {
        -25
    } else {
        -8
    };
    score.add(Part::Predicate, points);
}

fn score_anchors(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let shared: u32 =
        left.others.iter().filter(|term| right.others.contains(term)).map(|&term| terms.weight(term)).sum();
    // Parts of one and the same whole are hardly parts of two things.
    let is_of_one = left.whole.is_some() && left.whole == right.whole;
    score.add(Part::Anchors, (shared as i32 * 3 + if is_of_one { 24 } else { 0 }).min(24));
}

/// The weighted share of the words around two values that both have.
fn score_bag(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let weigh = |candidate: &Candidate<'_>| candidate.all().map(|term| terms.weight(term)).sum::<u32>();
    let (one, other) = (weigh(left), weigh(right));
    if one == 0 || other == 0 {
        return;
    }
    let has = |term: Term| right.all().any(|other| other == term);
    let shared: u32 = left.all().filter(|&term| has(term)).map(|term| terms.weight(term)).sum();
    // Against the mean of both, so that "revenue" is not all of "revenue from sensors"; and a bag of one common word
    // must not count as a full match.
    score.add(Part::Anchors, (shared * 120 / (one + other).max(20)).min(60) as i32);
    if left.head.iter().any(|term| right.head.contains(term)) {
        score.add(Part::Head, if left.is_level && right.is_level { 40 } else { 15 });
    }
    if left.predicate.iter().any(|term| right.predicate.contains(term)) {
        score.add(Part::Predicate, 10);
    }
}

/// A rise is no fall, a sale no purchase: two happenings of which neither report names the other's.
fn score_direction(left: &Candidate<'_>, right: &Candidate<'_>, terms: &Terms, score: &mut Score) {
    let happenings = |candidate: &Candidate<'_>| {
        candidate.predicate.iter().copied().filter(|&term| terms.is_concept(term)).collect::<Vec<_>>()
    };
    let (mine, theirs) = (happenings(left), happenings(right));
    if !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|term| theirs.contains(term)) {
        score.add(Part::Predicate, -15);
    }
}

/// Ages belong together when the person does: a shared name, else a shared noun for who it is.
fn score_age(left: &Candidate<'_>, right: &Candidate<'_>, score: &mut Score) -> Option<()> {
    let shared = left.names.iter().filter(|name| right.names.contains(name)).count();
    // A surname alone is somebody of that name; two full names must share more than it.
    if shared >= left.names.len().min(right.names.len()).clamp(1, 2) {
        score.add(Part::Head, 90);
        return Some(());
    }
    if !left.names.is_empty() && !right.names.is_empty() {
        return None;
    }
    if left.head.iter().any(|term| right.head.contains(term)) {
        score.add(Part::Head, 60);
        return Some(());
    }
    None
}

/// The number behind "of" that a number is told to be a part of.
fn whole(reading: &Reading<'_>, mention: usize) -> Option<Ratio> {
    let (stated, next) = (&reading.facts.mentions[mention], reading.facts.mentions.get(mention + 1)?);
    let end = stated.mention.tokens.end;
    let is_of = next.mention.tokens.start == end + 1 && reading.document.tag(end) == Upos::Adp;
    match &next.mention.value {
        Value::Quantity(quantity) if is_of && next.mention.kind == stated.mention.kind => Some(quantity.written),
        _ => None,
    }
}

/// The days of the time that stands nearest to a value in its sentence, but for times of speaking ("said on Friday").
pub(super) fn days_near(reading: &Reading<'_>, stated: &Stated) -> Option<(Day, Day)> {
    let document = &reading.document;
    let distance = |other: &Stated| other.mention.tokens.start.abs_diff(stated.mention.tokens.start);
    let is_spoken = |other: &Stated| {
        (other.mention.tokens.start.saturating_sub(3)..other.mention.tokens.start)
            .any(|at| document.is(at, Class::Report))
    };
    let times = reading.facts.mentions.iter().filter(|other| other.sentence == stated.sentence && !is_spoken(other));
    let days = |other: &Stated| match &other.mention.value {
        // What is dated before or after a day is not on it.
        Value::Time(time) if time.bound == TimeBound::At => time.days,
        _ => None,
    };
    times
        .filter_map(|other| days(other).map(|days| (distance(other), days)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, days)| days)
}
