//! A value with what it is about, read once and scored against every other of its kind.

use std::ops::Range;

use super::{
    occasion::{contrasts, counted_over, holders, moves},
    size_penalty,
};
use crate::{
    alignment::{
        Reading,
        sentences::SentenceId,
        terms::{Term, Terms},
    },
    facts::{
        Kind, Stated, Value,
        calendar::Day,
        frame::{Anchor, Role},
        quantity::Unit,
        ratio::Ratio,
        time::{Grain, TimeBound},
        value::ValueRelation,
    },
    language::{
        Sentence,
        lexicon::{Class, Dimension, Word},
        tags::Upos,
    },
};

/// A value with what it is about as terms.
#[derive(Debug, Clone)]
pub struct Candidate<'r> {
    /// Position of its article.
    pub article: usize,
    /// Position among the article's mentions.
    pub mention: usize,
    /// The value and what is said around it.
    pub stated: &'r Stated,
    pub(super) head: Vec<Term>,
    pub(super) predicate: Vec<Term>,
    /// The whole that it is told to be a part of: "20 of 71 laps".
    pub(super) whole: Option<Ratio>,
    /// Whether it comes on top of what its article tells before.
    pub(super) is_extra: bool,
    /// Whether a word before it says so: "another 12", "a further 12".
    pub(super) is_further: bool,
    /// Whether it is a part of another number, by its own words or by those of the number whose noun it takes over.
    pub(super) is_part: bool,
    /// What happened by the nouns behind a verb that does not say it.
    pub(super) light: Vec<Term>,
    pub(super) others: Vec<Term>,
    /// 0 people of no stated sort, 1 of a sort; none for things.
    pub(super) people: Option<i32>,
    pub(super) modifiers: Vec<Term>,
    /// Who or what does it, or of whom it is told.
    pub(super) subject: Vec<Term>,
    /// The names in the subject.
    pub(super) subject_names: Vec<Term>,
    pub(super) names: Vec<Term>,
    pub(super) in_opening: bool,
    /// Whether what is counted is said elsewhere ("put the number at 3,000", "and 1,420 injured").
    pub(super) is_anaphoric: bool,
    /// Whether the head is a subject that comes to the value ("turnout was", "the toll rose to").
    pub(super) is_level: bool,
    /// Sentences of its article that speak of what it counts.
    pub(super) told_in: usize,
    /// Whether its article counts this sort of thing only once.
    pub(super) is_only_of_its_sort: bool,
    /// The words around it that stand around no other value of its article that might be taken for it.
    pub(super) own: Vec<Term>,
    /// The words that stand near it in its sentence.
    pub(super) around: Vec<Term>,
    /// Those of them that stand near no other value of its article that might be taken for it.
    pub(super) near: Vec<Term>,
    /// Whether its article has no other value that might be taken for it.
    pub(super) is_lone: bool,
    /// Whether every article has this sum, share or measure.
    pub(super) is_told_by_all: bool,
    /// Whether "the" stands before it: of somebody told of before.
    pub(super) is_definite: bool,
    /// Whether it is the only age that its article gives, of somebody not told of before.
    pub(super) is_lone_age: bool,
    /// Whether what is told of a share of something is denied: "four in ten had no alarm".
    pub(super) is_denied: bool,
    /// Whether its clause tells what is so as a rule.
    pub(super) is_habitual: bool,
    /// Whether its article has this value only once.
    pub(super) is_only_value: bool,
    /// The days that its sentence tells of, as far as they are given.
    pub(super) days: Option<(Day, Day)>,
    /// The minutes of the day that its sentence tells of, as far as they are given.
    pub(super) clock: Option<(i32, i32)>,
    /// Whether those days lie long before its report.
    pub(in crate::alignment) is_background: bool,
    /// The day of its report.
    pub(super) published: Option<Day>,
    /// Whether it is a sum or a share that rises and falls by the hour.
    pub(super) moves: bool,
    /// The length of time that it is counted over.
    pub(super) over: Option<Ratio>,
    /// Whose names stand before it in its clause, but for who says so.
    pub(super) holders: Vec<Term>,
    /// The sorts that words narrow what is counted to, of two that exclude each other.
    pub(super) contrasts: Vec<i32>,
}

/// Days before a report from which what happened is its background. News is days old; what a report tells with a date
/// a month and a half back or more is there for comparison. Judgement.
const BACKGROUND: i32 = 45;

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
        let sort_of_people = |token: usize| {
            let is_agent = || document.lists().value(document.root_entry(token), Class::Agent).is_some();
            document.value(token, Class::Person).or_else(|| is_agent().then_some(1))
        };
        let mut people = stated.frame.with(Role::Head).find_map(sort_of_people);
        // "Put the number at 3,000", "and 1,420 injured": what is counted stands with the number before.
        let no_head = stated.frame.with(Role::Head).next().is_none();
        let figure = stated.frame.with(Role::Head).all(|token| document.is(token, Class::Figure));
        // "580 of them": of those told of in the sentence before.
        let end = stated.mention.tokens.end;
        let refers_back = document.is_word(end, Word::Of) && document.tag(end + 1) == Upos::Pron;
        let mut is_part = stated.frame.is_part;
        if (no_head || figure)
            && let Some(before) = before
            && stated.sentence - before.stated.sentence <= usize::from(!no_head || refers_back)
            && stated.mention.kind == Kind::Count
            && before.stated.mention.kind == Kind::Count
            && matches!(stated.mention.value, Value::Quantity(_))
        {
            head.clone_from(&before.head);
            people = before.people;
            // "20 of the injured were taken to one hospital and 31 to another".
            is_part |= before.is_part && before.stated.sentence == stated.sentence;
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
            [Class::Light, Class::Level].into_iter().any(|class| document.is(at, class))
                || document.is_concept(at, "rose")
                || document.is_concept(at, "fell")
        };
        let is_level = no_head && !stated.frame.is_change && stated.frame.with(Role::Predicate).all(is_level_verb);
        // "Put the number of homes destroyed at 870": homes are counted.
        if no_head && head.is_empty() && stated.mention.kind == Kind::Count {
            let figures = stated.frame.anchors.iter().map(|anchor| anchor.token);
            let counted = figures
                .filter(|&at| document.is(at, Class::Figure) && document.is_word(at + 1, Word::Of))
                .filter_map(|at| document.head_of(&document.noun_group(at + 2, stated.mention.tokens.start)))
                .find(|&at| !document.is(at, Class::Figure));
            if let Some(counted) = counted.filter(|&at| of(at) != 0) {
                head.push(of(counted));
                people = sort_of_people(counted);
            }
        }
        let mut predicate = collect(Role::Predicate);
        if is_level {
            let is_toll = |at: usize| document.is(at, Class::Toll);
            let subject: Vec<usize> = stated.frame.with(Role::Subject).collect();
            predicate.clear();
            // "The death toll rose to 23": it counts the dead, and not what they died of.
            if subject.iter().any(|&at| is_toll(at) && document.is(at, Class::Figure)) {
                predicate.extend(subject.iter().copied().find(|&at| is_toll(at)).map(of));
            } else {
                let nouns =
                    subject.into_iter().filter(|&at| document.tag(at) == Upos::Noun && !document.is(at, Class::Figure));
                head.extend(nouns.map(of).filter(|&term| term != 0));
            }
        }
        let names = stated
            .frame
            .anchors
            .iter()
            .filter(|anchor| document.tag(anchor.token) == Upos::Propn && !document.is(anchor.token, Class::Title))
            .map(|anchor| of(anchor.token))
            .filter(|&term| term != 0)
            .collect();
        // "Taken to hospital", "suffered injuries", "came under attack": a verb that says next to nothing leaves it to
        // the noun behind it.
        let mut light = if predicate.is_empty() { collect(Role::Complement) } else { Vec::new() };
        light.retain(|&term| terms.is_concept(term));
        // "Admitted to hospital", "kept in custody": so does any verb that leads there.
        let leads = |&token: &usize| ["hospitalised", "arrested"].iter().any(|state| document.is_concept(token, state));
        light.extend(stated.frame.with(Role::Complement).filter(leads).map(of));
        // "Two were killed and 11 others injured" are all the injured; "four were injured and 20 others slightly hurt"
        // are not.
        let told_before = before.filter(|before| before.stated.sentence == stated.sentence);
        let is_extra = stated.frame.is_extra
            && told_before.is_none_or(|before| {
                before.predicate.is_empty()
                    || predicate.iter().any(|term| before.predicate.contains(term) || before.light.contains(term))
            });
        others.sort_unstable();
        others.dedup();
        let days = if stated.mention.kind == Kind::Time { None } else { days_near(reading, stated) };
        let around = words_around(reading, stated, &terms.of[article]);
        Self {
            article,
            mention,
            stated,
            predicate,
            is_part,
            is_extra,
            is_further: is_extra && is_behind_extra(reading, stated),
            light,
            whole: whole(reading, mention),
            others,
            people,
            modifiers: collect(Role::Modifier),
            subject: collect(Role::Subject),
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
            told_in: told_in(reading, &head, &terms.of[article]),
            head,
            is_only_of_its_sort: false,
            own: Vec::new(),
            near: around.clone(),
            around,
            is_lone: false,
            is_told_by_all: false,
            is_lone_age: false,
            is_definite: stated.mention.tokens.start > 0
                && document.is_word(stated.mention.tokens.start - 1, Word::The),
            is_denied: stated.mention.kind == Kind::Percent
                && (stated.mention.tokens.end..stated.frame.clause.end)
                    .any(|at| document.is(at, Class::Negation) || document.is_word(at, Word::No)),
            is_habitual: stated.frame.clause.clone().any(|at| document.is(at, Class::Habitual)),
            is_only_value: false,
            is_background: matches!((days, reading.published), (Some((_, end)), Some(published))
                if end.0 + BACKGROUND <= published.day.0),
            days,
            clock: clock_near(reading, stated),
            published: reading.published.map(|published| published.day),
            moves: moves(reading, stated),
            over: counted_over(reading, stated),
            holders: holders(reading, stated, &terms.of[article]),
            contrasts: contrasts(reading, stated),
        }
    }

    /// Marks the values that their article has only once, and the counts whose article has no other number for the same
    /// sort of thing; of measures, those whose article has no other of their dimension. People of no stated sort are left out: every report has many of them. The candidates of one article
    /// stand together.
    pub fn mark_only(candidates: &mut [Self]) {
        // Where all reports tell one sum, share or measure, none takes it for another: a limit of 40 km/h here and there
        // is no rival of the speed.
        let is_equal = |one: &Self, other: &Self| {
            other.kind() == one.kind()
                && other.stated.mention.value.relation(&one.stated.mention.value) == ValueRelation::Equal
        };
        let is_told_by_all = |one: &Self| {
            one.kind() != Kind::Count
                && candidates
                    .chunk_by(|left, right| left.article == right.article)
                    .all(|own| own.iter().any(|other| is_equal(one, other)))
        };
        let told_by_all: Vec<bool> = candidates.iter().map(is_told_by_all).collect();
        for (one, is_told) in candidates.iter_mut().zip(told_by_all) {
            one.is_told_by_all = is_told;
        }
        for own in candidates.chunk_by_mut(|left, right| left.article == right.article) {
            for at in 0..own.len() {
                let candidate = &own[at];
                let relation = |other: &Self| other.stated.mention.value.relation(&candidate.stated.mention.value);
                let is_counted = candidate.kind() == Kind::Count;
                let is_sort = if is_counted {
                    !candidate.head.is_empty() && candidate.people != Some(0)
                } else {
                    has_rare_dimension(candidate.stated)
                };
                // What is ten times as much is taken for something else.
                let may_be_taken = |other: &Self| {
                    other.kind() == candidate.kind()
                        && (candidate.is_told_by_all || !other.is_told_by_all)
                        && relation(other) == ValueRelation::Disjoint
                        && size_penalty(&other.stated.mention.value, &candidate.stated.mention.value).is_some()
                };
                let is_rival = |other: &Self| {
                    may_be_taken(other) && (!is_counted || other.head.iter().any(|term| candidate.head.contains(term)))
                };
                let mut own_terms: Vec<Term> = candidate.all().collect();
                let mut own_near = candidate.near.clone();
                let mut is_lone = true;
                for other in own.iter().filter(|other| may_be_taken(other)) {
                    own_terms.retain(|&term| !other.all().any(|theirs| theirs == term));
                    own_near.retain(|term| !other.around.contains(term));
                    is_lone = false;
                }
                // An age told twice is that of one person.
                let is_equal = |(index, other): (usize, &Self)| {
                    index != at
                        && other.kind() == candidate.kind()
                        && !candidate.stated.frame.is_age
                        && relation(other) == ValueRelation::Equal
                };
                let is_only_of_its_sort = is_sort && !own.iter().any(is_rival);
                let is_only_value = !own.iter().enumerate().any(is_equal);
                own[at].is_only_of_its_sort = is_only_of_its_sort;
                own[at].is_only_value = is_only_value;
                own[at].own = own_terms;
                own[at].near = own_near;
                own[at].is_lone = is_lone;
                // An age that all reports give is somebody else's.
                let is_age = |one: &Self| one.stated.frame.is_age && !one.is_told_by_all;
                own[at].is_lone_age =
                    is_age(&own[at]) && !own[at].is_definite && own.iter().filter(|one| is_age(one)).count() == 1;
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
    pub(super) fn is_thing(&self) -> bool {
        !self.head.is_empty() && self.people.is_none()
    }

    /// Whether it names one of an order.
    pub(in crate::alignment) fn is_rank(&self) -> bool {
        matches!(&self.stated.mention.value, Value::Quantity(quantity) if quantity.unit == Unit::Rank)
    }

    /// Whether it is a length, a depth, a distance or the like.
    pub(super) fn is_length(&self) -> bool {
        matches!(&self.stated.mention.value, Value::Quantity(quantity)
            if quantity.unit == Unit::Measure(Dimension::Length))
    }

    /// Whether it is a speed, a temperature or a magnitude: one story has one that is worth telling.
    pub(super) fn has_one_level(&self) -> bool {
        use Dimension::{Magnitude, Speed, Temperature};
        matches!(&self.stated.mention.value, Value::Quantity(quantity)
            if matches!(quantity.unit, Unit::Measure(Speed | Temperature | Magnitude)))
    }

    /// The sentence that the value stands in.
    #[must_use]
    pub fn sentence(&self) -> SentenceId {
        SentenceId { article: self.article, sentence: self.stated.sentence }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Term> + '_ {
        self.head.iter().chain(&self.predicate).chain(&self.others).copied()
    }
}

/// Sentences that open a report: headline, summary and first paragraph.
const OPENING: usize = 4;

/// Whether a value is a speed, a weight or the like, of which a report seldom has more than one; lengths of way and of
/// time it has for many things.
fn has_rare_dimension(stated: &Stated) -> bool {
    match &stated.mention.value {
        Value::Quantity(quantity) => match quantity.unit {
            Unit::Measure(dimension) => {
                !matches!(dimension, Dimension::Duration | Dimension::Length | Dimension::Age | Dimension::Workdays)
            }
            _ => false,
        },
        _ => false,
    }
}

/// How many sentences of an article have one of the terms.
fn told_in(reading: &Reading<'_>, head: &[Term], terms: &[Term]) -> usize {
    let tells = |sentence: &Sentence| terms[sentence.tokens.clone()].iter().any(|term| head.contains(term));
    reading.document.sentences.iter().filter(|sentence| !head.is_empty() && tells(sentence)).count()
}

/// Tokens to either side of a value that are near it.
const NEAR: usize = 10;

/// The terms of the nouns, verbs and names near a value in its sentence.
fn words_around(reading: &Reading<'_>, stated: &Stated, terms: &[Term]) -> Vec<Term> {
    let document = &reading.document;
    let sentence = &document.sentences[stated.sentence].tokens;
    let value = &stated.mention.tokens;
    let first = value.start.saturating_sub(NEAR).max(sentence.start);
    let last = (value.end + NEAR).min(sentence.end);
    let tells = |at: &usize| matches!(document.tag(*at), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj);
    let mut near: Vec<Term> = (first..value.start)
        .chain(value.end..last)
        .filter(tells)
        .map(|at| terms[at])
        .filter(|&term| term != 0)
        .collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// The number behind "of" that a number is told to be a part of.
fn whole(reading: &Reading<'_>, mention: usize) -> Option<Ratio> {
    let (stated, next) = (&reading.facts.mentions[mention], reading.facts.mentions.get(mention + 1)?);
    let end = stated.mention.tokens.end;
    // "Six of 40 samples", "eight of the 40".
    let is_article = usize::from(reading.document.is_word(end + 1, Word::The));
    let is_of = next.mention.tokens.start == end + 1 + is_article && reading.document.tag(end) == Upos::Adp;
    match &next.mention.value {
        Value::Quantity(quantity) if is_of && next.mention.kind == stated.mention.kind => Some(quantity.written),
        _ => None,
    }
}

/// The days of the time that stands nearest to a value in its sentence, but for times of speaking ("said on Friday").
pub(in crate::alignment) fn days_near(reading: &Reading<'_>, stated: &Stated) -> Option<(Day, Day)> {
    let document = &reading.document;
    let distance = |other: &Stated| other.mention.tokens.start.abs_diff(stated.mention.tokens.start);
    let first = document.sentences[stated.sentence].tokens.start;
    let is_spoken = |other: &Stated| {
        let start = other.mention.tokens.start;
        (start.saturating_sub(3).max(first)..start).any(|at| document.is(at, Class::Report))
    };
    // "Calder House, built 50 years ago, has 96 flats": what an aside dates is the aside alone.
    let is_aside = |other: &Stated| {
        let clause = document.clause(other.mention.tokens.start, &document.sentences[stated.sentence].tokens);
        let (opens, at) = (clause.start, stated.mention.tokens.start);
        !clause.contains(&at)
            && opens > first
            && document.is_word(opens - 1, Word::Comma)
            && (document.tag(opens) == Upos::Verb || document.is(opens, Class::Relative))
    };
    // "Were digging on Wednesday after a quake of magnitude 7.1": that day came after it. "Talks ended in March after a
    // bomb" dates the bomb well enough.
    let is_later = |other: &Stated| {
        let is_day =
            matches!(&other.mention.value, Value::Time(time) if !matches!(time.grain, Grain::Month | Grain::Year));
        let between = other.mention.tokens.end..stated.mention.tokens.start.max(other.mention.tokens.end);
        is_day
            && between.into_iter().any(|at| document.is_word(at, Word::After) || document.is_word(at, Word::Following))
    };
    // "36 per cent of it is vacant, and the tenant can leave in 2029": a time of another main clause.
    let is_of_other_clause = |other: &Stated| {
        let sentence = &document.sentences[stated.sentence].tokens;
        let (theirs, mine) = (
            document.clause(other.mention.tokens.start, sentence),
            document.clause(stated.mention.tokens.start, sentence),
        );
        let has_verb = |clause: &Range<usize>| clause.clone().any(|at| document.is_verbal(at));
        // "Was held on Monday and charged" has one subject, and one time.
        let joins = |clause: &Range<usize>| {
            clause.start > first && document.tag(clause.start - 1) == Upos::Cconj && !document.is_verbal(clause.start)
        };
        theirs != mine && (joins(&theirs) || joins(&mine)) && has_verb(&theirs) && has_verb(&mine)
    };
    // "47 per cent, up from 39 four years ago": the earlier figure alone was then.
    let is_of_earlier = |other: &Stated| {
        let (from, end) = (stated.mention.tokens.end, other.mention.tokens.start);
        let is_between = |figure: &Stated| figure.mention.tokens.start >= from && figure.mention.tokens.end <= end;
        reading.facts.mentions.iter().any(|figure| figure.frame.is_earlier && is_between(figure))
    };
    let is_own = |other: &&Stated| {
        other.sentence == stated.sentence
            && !is_of_earlier(other)
            && !is_spoken(other)
            && !is_aside(other)
            && !is_of_other_clause(other)
    };
    let times = reading.facts.mentions.iter().filter(is_own);
    // "Had 31 billion as of the end of 2016": a level is told of that day, not from it on.
    let is_as_of = |other: &Stated| {
        let start = other.mention.tokens.start;
        start >= first + 2 && document.is_word(start - 1, Word::Of) && document.is_word(start - 2, Word::As)
    };
    let days = |other: &Stated| match &other.mention.value {
        // What is dated before or after a day is not on it.
        Value::Time(time) if time.bound == TimeBound::At || is_as_of(other) => time.days,
        _ => None,
    };
    // What came before a day may have been on it, and not behind it.
    let (_, is_later, days) = times
        .filter_map(|other| days(other).map(|days| (distance(other), is_later(other), days)))
        .min_by_key(|&(distance, is_later, _)| (is_later, distance))?;
    Some(if is_later { (Day(i32::MIN), days.1) } else { days })
}

/// Whether the word that tells of more stands right before a value.
fn is_behind_extra(reading: &Reading<'_>, stated: &Stated) -> bool {
    let (document, start) = (&reading.document, stated.mention.tokens.start);
    start > document.sentences[stated.sentence].tokens.start && document.is(start - 1, Class::Extra)
}

/// The minutes of the day that the sentence of a sum, a share or a measure tells of, where it tells of one time alone:
/// prices and levels are those of their hour.
fn clock_near(reading: &Reading<'_>, stated: &Stated) -> Option<(i32, i32)> {
    let times = reading.facts.mentions.iter().filter(|other| other.sentence == stated.sentence);
    let mut clocks = times.filter_map(|other| match &other.mention.value {
        Value::Time(time) if matches!(stated.mention.kind, Kind::Money | Kind::Percent | Kind::Measure) => time.clock,
        _ => None,
    });
    clocks.next().filter(|_| clocks.next().is_none())
}
