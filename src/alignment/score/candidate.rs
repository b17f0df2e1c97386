//! A value with what it is about, read once and scored against every other of its kind.

use std::ops::Range;

use super::{
    around::{clock_near, days_near, is_behind_extra, told_in, whole, words_around},
    occasion::{contrasts, counted_over, holders, moves},
    size_penalty,
};
use crate::{
    alignment::{
        Reading,
        sentences::SentenceId,
        terms::{Term, Terms},
    },
    article::Part,
    facts::{
        Kind, Stated, Value,
        calendar::Day,
        frame::{Anchor, Role},
        quantity::Unit,
        ratio::Ratio,
    },
    language::{
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
    /// What became of those who are counted: killed, injured, missing, arrested.
    fates: Vec<i32>,
    /// Where they are from, or of which house or faith: "12 Danish passengers".
    origins: Vec<Term>,
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
    /// Sentences of its article that speak of what it counts; of nothing else it is asked.
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

/// The least number of [`Class::Fate`] for what becomes of things.
const FIRST_OF_THINGS: i32 = 100;

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
        // "3,044 lakes, of which 33", "3,044 lakes … and 36 of them": of the number told before.
        let start = stated.mention.tokens.start;
        let is_of_which = start > 1 && document.is_word(start - 2, Word::Of) && document.is(start - 1, Class::Relative);
        let is_of_them = (refers_back || is_of_which)
            && before.is_some_and(|before| before.stated.sentence == stated.sentence && before.kind() == Kind::Count);
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
        let lists = document.lists();
        let fate = |term: &Term| {
            let name = lists.concept(*term as i32 - 1).filter(|_| terms.is_concept(*term))?;
            lists.value(lists.entry(name), Class::Fate)
        };
        // "Twelve deaths" are a fate by themselves; things that are counted share few with people.
        let is_thing = !head.is_empty() && people.is_none();
        let told = predicate.iter().chain(&light).filter_map(fate).filter(|&fate| !is_thing || fate >= FIRST_OF_THINGS);
        let counted = stated.frame.with(Role::Head).map(of);
        let fates = told.chain(counted.chain(head.iter().copied()).filter_map(|term| fate(&term))).collect();
        let is_headline = document.sentences[stated.sentence].part == Part::Headline;
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
            fates,
            origins: stated
                .frame
                .with(Role::Modifier)
                // In a headline any word may have a capital.
                .filter(|&token| document.tokens[token].capital && !is_headline)
                .map(of)
                .filter(|&term| term != 0)
                .collect(),
            whole: whole(reading, mention).or_else(|| before.filter(|_| is_of_them).and_then(Self::figure)),
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
            told_in: if stated.mention.kind == Kind::Count { told_in(reading, &head, &terms.of[article]) } else { 0 },
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

    /// Whether two numbers of people are of those to whom different things happened: "12 were killed", "14 were injured".
    pub(super) fn is_of_another_fate(&self, other: &Self) -> bool {
        !self.fates.is_empty() && !other.fates.is_empty() && !self.fates.iter().any(|fate| other.fates.contains(fate))
    }

    /// Whether two numbers are of those from here and of those from there.
    pub(super) fn is_of_another_origin(&self, other: &Self) -> bool {
        !self.origins.is_empty()
            && !other.origins.is_empty()
            && !self.origins.iter().any(|origin| other.origins.contains(origin))
    }

    /// The figure that it is told with.
    fn figure(&self) -> Option<Ratio> {
        match &self.stated.mention.value {
            Value::Quantity(quantity) => Some(quantity.written),
            _ => None,
        }
    }

    /// Whether what is counted is known, and is no people.
    pub(super) fn is_thing(&self) -> bool {
        !self.head.is_empty() && self.people.is_none()
    }

    /// Whether one counts people and the other things.
    pub(in crate::alignment) fn is_of_other_nature(&self, other: &Self) -> bool {
        self.is_thing() && other.people.is_some() || self.people.is_some() && other.is_thing()
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

    /// The sentence and the tokens of the value.
    #[must_use]
    pub fn place(&self) -> (SentenceId, &'r Range<usize>) {
        (self.sentence(), &self.stated.mention.tokens)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Term> + '_ {
        self.head.iter().chain(&self.predicate).chain(&self.others).copied()
    }
}

/// Sentences that open a report: headline, summary and first paragraph.
const OPENING: usize = 4;
