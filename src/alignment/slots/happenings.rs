//! Slots for the times, places and lengths of one happening, in whatever words two reports tell it.
//!
//! The other slots rest on the words around two values. Two newsrooms share few of them, and then the happening has to
//! be found first: by its verb, by those who take part, and by there being no other in either report that fits as well.
//! What has met its like in the other report by its own words is left alone.

use super::{Rule, Slot, SlotLink, times::may_differ};
use crate::{
    alignment::{
        Reading,
        happenings::{self, Actor, Circumstance, Happening, Sort, UNTIL, Word},
        score::{Part, Score, size_penalty},
        sentences::{Likeness, SentenceId},
        terms::Terms,
    },
    facts::{Mention, Value, calendar::Day, name::Name, time::Grain, value::ValueRelation},
    language::lexicon::Class,
};

/// Points from which two happenings are one. All points here are judgements, set on pairs of reports written for it and
/// checked on groups of real ones.
const ONE: i32 = 40;

/// The same for values that exclude each other.
const APART: i32 = 41;

/// Points by which the next best match of either must stay behind.
const CLEAR: i32 = 8;

/// Points for one verb, for a verb here and its noun there, and for each party by how rare it is.
const PREDICATE: i32 = 34;
const KIN: i32 = 28;
const NOUN: i32 = 24;
const PARTY: i32 = 20;
const NAME: i32 = 24;
const KIN_PARTY: i32 = 12;

/// Points for somebody here and somebody there who may be one, where nothing says that they are not.
const STAND_IN: i32 = 8;

/// The sets of `kin.txt` for beginning, ending, calling off and putting off.
const PHASES: [i32; 4] = [11, 12, 17, 18];

/// Points for two times that lie near each other, as those of one happening do.
const NEAR: i32 = 6;

/// Points for two places of one sort of site: "the hospital in Lier".
const SITE: i32 = 14;

/// Points more that two values need where something speaks for each being of something else: each of the places is
/// told of by the other report too, hangs on a noun of its own, or the days are weeks apart.
const DOUBT: i32 = 10;

/// Points of two sentences from which they have a word in common that tells something.
const ALIKE: i32 = 4;

/// Points above those needed from which a pair outdoes two times that met by their value, and the points without those
/// for the value from which they met by more than that.
const SURE: i32 = 60;
const TOLD: i32 = 24;

/// Happenings of two short reports, and the points more that pairs of the longest need.
const FEW: i32 = 44;
const CROWD: i32 = 12;

/// Points by which two happenings must fit better than either fits another, for none to be like them.
const AHEAD: i32 = 4;

/// Points for what each report tells but once.
const ONLY: i32 = 10;

/// Pairs of happenings that are held against each other in one story, at most.
const MAX_PAIRS: usize = 400_000;

/// Adds to `slots` what one happening has in several articles and stands in none of them.
pub(super) fn add(
    slots: &mut Vec<Slot>,
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
) {
    let all: Vec<Happening> =
        story.iter().flat_map(|&article| happenings::read(&readings[article], article, terms)).collect();
    let pairs = pairs(&all, readings, terms, likeness);
    let mut found: Vec<Slot> = Vec::new();
    for pair in pairs.iter().filter(|pair| is_clear(pair, &pairs, readings)) {
        if pair.points >= pair.needed + SURE && matches!(mention(readings, pair.places[0]).value, Value::Time(_)) {
            let [one, other] = pair.places;
            detach(slots, one, other.0);
            detach(slots, other, one.0);
        }
        if !has_met(slots, readings, pair.places)
            && !has_met(&found, readings, pair.places)
            && !is_parted(readings, rules, pair.places)
        {
            found.push(Slot {
                kind: mention(readings, pair.places[0]).kind,
                values: pair.places.to_vec(),
                links: vec![SlotLink { left: 0, right: 1, score: pair.score.clone() }],
                is_contested: false,
                by_day: false,
            });
        }
    }
    slots.retain(|slot| slot.values.iter().any(|value| value.0 != slot.values[0].0));
    slots.append(&mut found);
}

/// Takes a time out of the slot where it met one of another article by its value alone: "on Friday" is told of many
/// things.
fn detach(slots: &mut [Slot], place: Place, article: usize) {
    for slot in slots {
        let Some(at) = slot.values.iter().position(|&value| value == place) else { continue };
        let is_of = |link: &SlotLink| link.left == at || link.right == at;
        let told = slot.links.iter().any(|link| is_of(link) && link.score.total() - link.score.of(Part::Value) >= TOLD);
        if told || !slot.values.iter().any(|value| value.0 == article) {
            continue;
        }
        slot.values.remove(at);
        slot.links.retain(|link| !is_of(link));
        for link in &mut slot.links {
            link.left -= usize::from(link.left > at);
            link.right -= usize::from(link.right > at);
        }
    }
}

/// A mention, by article and position.
type Place = (usize, usize);

/// Two happenings, by position, that may be one.
struct Fit {
    left: usize,
    right: usize,
    score: Score,
    /// The sum of its points.
    total: i32,
}

/// Two values that one happening may have in two articles.
struct Pair {
    places: [Place; 2],
    score: Score,
    points: i32,
    /// Points that it needs.
    needed: i32,
}

fn mention<'r>(readings: &'r [Reading<'_>], (article, mention): Place) -> &'r Mention {
    &readings[article].facts.mentions[mention].mention
}

/// The pairs of values of happenings that may be one, the surest first.
fn pairs(all: &[Happening], readings: &[Reading<'_>], terms: &Terms, likeness: &Likeness) -> Vec<Pair> {
    let mut scored: Vec<Fit> = Vec::new();
    let mut seen = 0;
    'all: for (at, left) in all.iter().enumerate() {
        for (other, right) in all.iter().enumerate().skip(at + 1).filter(|(_, right)| right.article != left.article) {
            seen += 1;
            if seen > MAX_PAIRS {
                break 'all;
            }
            let score = score(left, right, terms, likeness);
            let total = score.total();
            if score.of(Part::Predicate) != 0 && total >= ONE - CLEAR - ONLY {
                scored.push(Fit { left: at, right: other, score, total });
            }
        }
    }
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
    for (index, fit) in scored.iter().enumerate() {
        of[fit.left].push(index);
        of[fit.right].push(index);
    }
    // Of many happenings some are like each other by chance.
    let told = |article: usize| all.iter().filter(|happening| happening.article == article).count() as i32;
    let crowd = |left: usize, right: usize| ((told(left) + told(right) - FEW) / 4).clamp(0, CROWD);
    let mut pairs = Vec::new();
    for fit in &scored {
        let (left, right) = (&all[fit.left], &all[fit.right]);
        let mut score = fit.score.clone();
        // What nothing else in either report fits as well is one thing the more likely.
        let has_rival = |one: usize, other: usize| {
            of[one].iter().map(|&index| &scored[index]).any(|rival| {
                let own = rival.left + rival.right - one;
                all[own].article == all[other].article
                    && all[own].sentence != all[other].sentence
                    && rival.total + AHEAD > fit.total
            })
        };
        let is_only = !has_rival(fit.left, fit.right) && !has_rival(fit.right, fit.left);
        let told = score.of(Part::Predicate);
        score.add(Part::OnlyOne, if is_only { ONLY } else { 0 });
        let is_bare = score.of(Part::Anchors) == 0;
        let is_alike = score.of(Part::Sentence) >= ALIKE || score.of(Part::Role) > 0;
        if is_bare && !(is_only && is_alike && told >= KIN) {
            continue;
        }
        let points = score.total();
        for mine in &left.circumstances {
            for theirs in &right.circumstances {
                // Without anybody in common it must be a time: places are of many things.
                let is_place = matches!(mine.sort, Sort::Place(_));
                let is_year = mine.sort == Sort::Year && told < PREDICATE;
                let is_unlike = score.of(Part::Sentence) < 2 || is_year && score.of(Part::Role) == 0;
                if is_bare && (is_place || mine.sort == Sort::Year && is_unlike) {
                    continue;
                }
                let points = points - if is_place { score.of(Part::Role) } else { 0 };
                let places = [(left.article, mine.mention), (right.article, theirs.mention)];
                if meets(readings, (left, mine), (right, theirs))
                    && let Some((is_apart, doubt)) = may_relate(readings, places)
                {
                    // "From 4 a.m." is an hour rather than a day.
                    let points = points + if mine.noun != 0 && mine.noun == theirs.noun { SITE } else { 0 };
                    let points = points + if is_near(readings, places) { NEAR } else { 0 };
                    let points = points - if mine.sort == theirs.sort { 0 } else { CLEAR };
                    let needed = if is_apart { needed(left, right, mine.sort, &score) + doubt } else { ONE };
                    let needed = needed + if hangs_on_one(mine, theirs) { 0 } else { DOUBT };
                    let needed = needed + crowd(left.article, right.article);
                    pairs.push(Pair { places, score: score.clone(), points, needed });
                }
            }
        }
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.points), pair.places));
    pairs
}

/// Whether a pair has points enough and no other value of either article comes near it without saying the same.
fn is_clear(pair: &Pair, pairs: &[Pair], readings: &[Reading<'_>]) -> bool {
    let is_rival = |other: &Pair| {
        let [one, two] = pair.places;
        let says_other = |mine: Place, theirs: Place| {
            mine != theirs
                && mine.0 == theirs.0
                && mention(readings, mine).value.relation(&mention(readings, theirs).value) != ValueRelation::Equal
        };
        let rival = |at: Place, beside: Place| match other.places {
            [left, right] if left == at => says_other(beside, right),
            [left, right] if right == at => says_other(beside, left),
            _ => false,
        };
        let is_weaker = other.score.of(Part::Anchors) == 0 && pair.score.of(Part::Anchors) > 0;
        let is_likely = other.points + 2 * CLEAR > other.needed;
        other.points + CLEAR > pair.points && is_likely && !is_weaker && (rival(one, two) || rival(two, one))
    };
    pair.points >= pair.needed && !pairs.iter().any(is_rival)
}

/// Points for what happened, with the words that tell it.
fn predicate<'h>(left: &'h Happening, right: &'h Happening, terms: &Terms) -> (i32, [Option<&'h Word>; 2]) {
    let pair = |mine: &'h [Word], theirs: &'h [Word], fits: &dyn Fn(&Word, &Word) -> bool| {
        mine.iter().find_map(|one| theirs.iter().find(|other| fits(one, other)).map(|other| [Some(one), Some(other)]))
    };
    // To call off a strike, to end it and to begin it are three things.
    let phase = |of: &Happening| PHASES.iter().position(|set| of.predicates[0].kin.contains(set));
    if phase(left).zip(phase(right)).is_some_and(|(left, right)| left != right) {
        return (0, [None; 2]);
    }
    let (mine, theirs) = (&left.predicates, &right.predicates);
    let is_one = |one: &Word, other: &Word| one.term != 0 && one.term == other.term;
    let tells = |one: &Word, other: &Word| terms.is_concept(one.term) && one.term == other.term || one.is_kin(other);
    // The verbs first: the nouns with them are then left to tell who takes part.
    let verbs = pair(&mine[..1], &theirs[..1], &is_one);
    let kin = |mine: &'h [Word], theirs: &'h [Word]| pair(mine, theirs, &Word::is_kin);
    if let Some(words) = verbs {
        (PREDICATE, words)
    } else if let Some(words) = kin(&mine[..1], &theirs[..1]) {
        (KIN, words)
    } else if let Some(words) = pair(mine, theirs, &is_one) {
        (PREDICATE, words)
    } else if let Some(words) = pair(mine, theirs, &Word::is_kin) {
        (KIN, words)
    } else if let Some(words) = pair(mine, &right.parties, &tells).or_else(|| pair(&left.parties, theirs, &tells)) {
        (NOUN, words)
    } else {
        (0, [None; 2])
    }
}

/// What speaks for two happenings being one.
fn score(left: &Happening, right: &Happening, terms: &Terms, likeness: &Likeness) -> Score {
    let mut score = Score::default();
    let is_one_time = left.is_planned.is_none() || right.is_planned.is_none() || left.is_planned == right.is_planned;
    let (predicate, told) = predicate(left, right, terms);
    let most = terms.most as i32;
    let mut parties = 0;
    let mut shares_name = false;
    for party in &left.parties {
        if told.iter().flatten().any(|word| word.term == party.term) {
            continue;
        }
        let same = right.parties.iter().find(|theirs| theirs.term == party.term);
        let weight = terms.weight(party.term) as i32;
        parties += match same {
            Some(theirs) if theirs.is_name && party.is_name => {
                shares_name = true;
                weight * NAME / most / party.words.min(theirs.words).min(2)
            }
            Some(theirs) => weight * PARTY / most / party.words.min(theirs.words).min(2),
            None if right.parties.iter().any(|theirs| theirs.is_kin(party)) => KIN_PARTY,
            None => 0,
        };
    }
    let actors = [Actor::Person, Actor::Organisation];
    let names = |of: &Happening, actor| of.parties.iter().any(|party| party.is_name && party.actor == Some(actor));
    let is_foreign = !shares_name && actors.iter().any(|&actor| names(left, actor) && names(right, actor));
    // The engineer set off, and so did the bishop.
    let sorts = |of: &Happening| of.parties.iter().any(|party| party.is_sort);
    let is_foreign = is_foreign || parties == 0 && sorts(left) && sorts(right);
    // "The company", "he" here may be who is named there.
    let acts =
        |of: &Happening, actor| of.pronoun == Some(actor) || of.parties.iter().any(|party| party.actor == Some(actor));
    let may_stand = !is_foreign && !shares_name && actors.iter().any(|&actor| acts(left, actor) && acts(right, actor));
    let sentences = |one: &Happening| SentenceId { article: one.article, sentence: one.sentence };
    let (mine, theirs) = (&left.ordinals, &right.ordinals);
    let is_other = !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|ordinal| theirs.contains(ordinal));
    score.add(Part::Predicate, predicate);
    score.add(Part::Scope, if is_other { -60 } else { 0 } - if is_one_time { 0 } else { 12 });
    score.add(Part::Anchors, parties.min(50));
    score.add(Part::Role, if may_stand { STAND_IN } else { 0 });
    score.add(Part::Modifiers, if is_foreign { -20 } else { 0 });
    score.add(Part::Sentence, likeness.percent(sentences(left), sentences(right)) as i32 * 3 / 10);
    score
}

/// Points that two values of a sort that exclude each other need. Newsrooms make things known again and again, and
/// lengths are of many things.
fn needed(left: &Happening, right: &Happening, sort: Sort, score: &Score) -> i32 {
    let mut needed = APART;
    if left.is_report || right.is_report {
        needed += 60;
    }
    if matches!(sort, Sort::Place(_) | Sort::Year) {
        needed += 4;
    }
    if matches!(sort, Sort::Length(_)) {
        needed += 28;
    }
    if score.of(Part::Predicate) == NOUN {
        needed += 2;
    }
    needed
}

/// Whether two circumstances of one happening are of one sort.
fn meets(
    readings: &[Reading<'_>],
    (left, mine): (&Happening, &Circumstance),
    (right, theirs): (&Happening, &Circumstance),
) -> bool {
    // "In 2017, two years ago": one time told twice.
    let is_single = |happening: &Happening, of: &Circumstance| {
        let value = |of: &Circumstance| &mention(readings, (happening.article, of.mention)).value;
        !happening.circumstances.iter().any(|other| {
            other.mention != of.mention
                && other.sort == of.sort
                && other.edge == of.edge
                && value(other).relation(value(of)) == ValueRelation::Disjoint
        })
    };
    let dates = |sort| matches!(sort, Sort::Clock | Sort::Date);
    (mine.sort == theirs.sort || dates(mine.sort) && dates(theirs.sort))
        && edges_fit(mine, theirs)
        && is_single(left, mine)
        && is_single(right, theirs)
}

/// Whether both are, or neither is, the end of something.
fn edges_fit(mine: &Circumstance, theirs: &Circumstance) -> bool {
    mine.edge == theirs.edge
        || matches!(mine.sort, Sort::Clock | Sort::Date) && (mine.edge == UNTIL) == (theirs.edge == UNTIL)
}

/// Whether two places hang on one noun, or on none.
fn hangs_on_one(mine: &Circumstance, theirs: &Circumstance) -> bool {
    let is_free = |of: &Circumstance| of.noun == 0 && !of.is_inner;
    !matches!(mine.sort, Sort::Place(_))
        || mine.noun == theirs.noun
        || !mine.is_inner && !theirs.is_inner && (is_free(mine) || is_free(theirs))
}

/// Whether two values exclude each other, and how many points more that needs; none where they cannot be compared, or
/// where each may be known to be of something else.
fn may_relate(readings: &[Reading<'_>], [one, other]: [Place; 2]) -> Option<(bool, i32)> {
    let value = |place: Place| &mention(readings, place).value;
    let knows = |article: usize, name: &Value| {
        readings[article].facts.mentions.iter().any(|stated| {
            matches!(stated.mention.value, Value::Name(_))
                && matches!(stated.mention.value.relation(name), ValueRelation::Equal | ValueRelation::Overlapping)
        })
    };
    match value(one).relation(value(other)) {
        ValueRelation::Incomparable => None,
        ValueRelation::Disjoint if matches!(value(one), Value::Name(_)) => {
            let may_hold = may_lie_within(readings, value(one), value(other));
            let is_known = knows(one.0, value(other)) || knows(other.0, value(one));
            (!is_known && !may_hold && !shares_word(value(one), value(other))).then_some((true, 0))
        }
        // A length of time more than twice another is hardly that of the same thing.
        ValueRelation::Disjoint if size_penalty(value(one), value(other)) != Some(0) => None,
        ValueRelation::Disjoint if !may_differ(readings, one, other) => None,
        ValueRelation::Disjoint => may_slip(readings, one, other).map(|doubt| (true, doubt)),
        _ => Some((false, 0)),
    }
}

/// Whether two times are no more than two hours, two days, two months or two years apart.
fn is_near(readings: &[Reading<'_>], [one, other]: [Place; 2]) -> bool {
    let (Value::Time(left), Value::Time(right)) = (&mention(readings, one).value, &mention(readings, other).value)
    else {
        return false;
    };
    let days = match (left.days, right.days) {
        (Some(left), Some(right)) => (left.0.0 - right.0.0).abs(),
        _ => 0,
    };
    match (left.clock, right.clock, left.grain.max(right.grain)) {
        (Some(one), Some(other), Grain::Minute | Grain::Hour) => days <= 1 && (one.0 - other.0).abs() <= 120,
        (.., Grain::Year) => days <= 731,
        (.., Grain::Month) => days <= 62,
        _ => days <= 2 && left.days.is_some() && right.days.is_some(),
    }
}

/// Whether two names have a word in common that tells more than a sort: "Lier Hotel" stands in "Lier-on-Sea".
fn shares_word(one: &Value, other: &Value) -> bool {
    let (Value::Name(one), Value::Name(other)) = (one, other) else { return false };
    let first = |name: &Name| name.full.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    first(one) == first(other)
}

/// Whether a place of which nothing is known may lie in another, in which others are known to lie.
fn may_lie_within(readings: &[Reading<'_>], one: &Value, other: &Value) -> bool {
    let (Value::Name(one), Value::Name(other)) = (one, other) else { return false };
    let holds_others = |name: &Name| {
        let mentions = readings.iter().flat_map(|reading| &reading.facts.mentions);
        mentions
            .into_iter()
            .any(|stated| matches!(&stated.mention.value, Value::Name(inner) if inner.within.contains(&name.full)))
    };
    one.within.is_empty() != other.within.is_empty() && (holds_others(one) || holds_others(other))
        || one.within.is_empty() && other.within.is_empty() && holds_others(one) != holds_others(other)
}

/// Days between two days that reports may tell of one happening, and between reports that count days from their own.
const DAYS_APART: i32 = 14;
const REPORTS_APART: i32 = 6;
const YEARS_APART: i32 = 12;

/// Points more that two times need; none where they are not of one grain and so near each other that one of them may
/// be a slip, or where one is later than the other's report.
fn may_slip(readings: &[Reading<'_>], one: Place, other: Place) -> Option<i32> {
    let (Value::Time(left), Value::Time(right)) = (&mention(readings, one).value, &mention(readings, other).value)
    else {
        return Some(0);
    };
    let published = |of: Place| readings[of.0].published.map(|published| published.day.0);
    let class = |grain: Grain| match grain {
        Grain::Minute | Grain::Hour => 0,
        Grain::DayPart | Grain::Day => 1,
        Grain::Month => 2,
        Grain::Year => 3,
        Grain::Week | Grain::Season | Grain::Decade => 4,
    };
    let classes = (class(left.grain).min(class(right.grain)), class(left.grain).max(class(right.grain)));
    let Some((first, second)) = left.days.zip(right.days) else {
        return (classes == (0, 0) || classes == (1, 1)).then_some(0);
    };
    let distance = (first.0.0 - second.0.0).abs();
    // What is told as past is not later than the report.
    let is_later = |day: Day, own: Place, than: Place| matches!((published(own), published(than)), (Some(own), Some(than)) if day.0 <= own && day.0 > than);
    let dated = |of: Place| {
        let words = mention(readings, of).span.slice(readings[of.0].document.text);
        words.bytes().any(|byte| byte.is_ascii_digit())
    };
    let has_year = |of: Place| {
        let words = mention(readings, of).span.slice(readings[of.0].document.text);
        words.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4)
    };
    let counts = |of: Place| {
        let document = &readings[of.0].document;
        mention(readings, of).tokens.clone().any(|at| {
            [Class::RelativeDay, Class::RelativeNight, Class::RelativeStep].iter().any(|&class| document.is(at, class))
        })
    };
    let is_named = |of: Place| {
        let document = &readings[of.0].document;
        mention(readings, of).tokens.clone().any(|at| document.is(at, Class::Month))
    };
    let are_near = || match (published(one), published(other)) {
        (Some(left), Some(right)) => (left - right).abs() <= REPORTS_APART,
        _ => true,
    };
    let is_told_alike = match classes {
        // "Last night" is counted from a day of publication that may be a day off.
        (0 | 1, 0 | 1) if distance <= 1 && counts(one) != counts(other) && published(one) != published(other) => false,
        (0 | 1, 0 | 1) => {
            distance <= 2 * DAYS_APART + 3
                && (are_near() || left.clock.is_none() && right.clock.is_none() && dated(one) && dated(other))
        }
        // "Last month" is counted from its own report.
        (2, 2) if has_year(one) && has_year(other) => distance < 3 * 366,
        (2, 2) => distance < 360 && is_named(one) && is_named(other),
        (3, 3) => distance < YEARS_APART * 366 && has_year(one) && has_year(other),
        // "The first quarter of 2026".
        (4, 4) => distance < YEARS_APART * 31 && has_year(one) && has_year(other),
        _ => false,
    };
    let doubt = if classes.1 < 2 && distance > DAYS_APART { DOUBT } else { 0 };
    let may = is_told_alike && !is_later(first.0, one, other) && !is_later(second.0, other, one);
    may.then_some(doubt)
}

/// Whether a value of a pair has met one of the other's article.
fn has_met(slots: &[Slot], readings: &[Reading<'_>], [one, other]: [Place; 2]) -> bool {
    let entity = |place: Place| match &mention(readings, place).value {
        Value::Name(name) => name.entity,
        _ => None,
    };
    let holds = |slot: &Slot, place: Place| {
        slot.values.iter().any(|&value| {
            value == place || value.0 == place.0 && entity(place).is_some() && entity(value) == entity(place)
        })
    };
    slots.iter().any(|slot| {
        let has = |article: usize| slot.values.iter().any(|value| value.0 == article);
        (holds(slot, one) && has(other.0) || holds(slot, other) && has(one.0))
            && slot.kind == readings[one.0].facts.mentions[one.1].mention.kind
    })
}

/// Whether the user said that the two are not the same thing.
fn is_parted(readings: &[Reading<'_>], rules: &[Rule], [one, other]: [Place; 2]) -> bool {
    let covers = |side: (usize, crate::text::ByteSpan), place: Place| {
        side.0 == place.0 && readings[place.0].facts.mentions[place.1].mention.span.overlaps(side.1)
    };
    rules.iter().any(|rule| {
        !rule.is_same
            && (covers(rule.left, one) && covers(rule.right, other)
                || covers(rule.left, other) && covers(rule.right, one))
    })
}
