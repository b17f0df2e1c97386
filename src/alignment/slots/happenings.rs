//! Slots for the times, places and lengths of one happening, in whatever words two reports tell it.
//!
//! The other slots rest on the words around two values. Two newsrooms share few of them, and then the happening has to
//! be found first: by its verb, by those who take part, and by there being no other in either report that fits as well.
//! What has met its like in the other report by its own words is left alone.

mod fits;
mod relate;
mod words;

use std::cmp::Reverse;

use super::{
    Rule, Slot, SlotLink, first_of_each,
    met::{Met, Place, mention},
};
use crate::{
    alignment::{
        Reading,
        happenings::{self, Actor, Circumstance, Happening, Sort, UNTIL, Word},
        score::{Feature, Score},
        sentences::{Likeness, SentenceId},
        terms::Terms,
    },
    facts::{Value, value::ValueRelation},
    text::ByteSpan,
};
use fits::{Fit, Fits, Rivals};
use relate::{holding, is_near, may_relate};
use words::{Sole, Words};

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

/// The number of the prepositions for being close to a place: there may be two such places.
const CLOSE_TO: i32 = 4;

/// Points for two places of one sort of site: "the hospital in Lier".
const SITE: i32 = 14;

/// Points more that two values need where something speaks for each being of something else: each of the places is
/// told of by the other report too, hangs on a noun of its own, or the days are weeks apart.
const DOUBT: i32 = 10;

/// Points of two sentences from which they have a word in common that tells something.
const ALIKE: i32 = 4;

/// Points above those needed from which a pair outdoes two times that met by their value, and the points without those
/// for the value from which they met by more than that.
const SURE: i32 = 40;
const TOLD: i32 = 24;

/// Happenings of two short reports, and the points more that pairs of the longest need.
const FEW: i32 = 44;
const CROWD: i32 = 12;

/// Points by which two happenings must fit better than either fits another, for none to be like them.
const AHEAD: i32 = 4;

/// Points for what each report tells but once.
const ONLY: i32 = 10;

/// Points for what no other sentence of either report tells anything like, and for its place where nobody is named.
const SOLE: i32 = 4;
const BARE_PLACE: i32 = 12;

/// Pairs of happenings with words in common that are held against each other in one story, at most.
const MAX_PAIRS: usize = 400_000;

/// Pairs of their values that are weighed in one story, at most, each of which takes some hundred bytes. Sixty reports
/// of 9 KB have some 42,000.
const MAX_PAIRS_OF_VALUES: usize = 100_000;

/// Looks at what might be taken for one of a pair, in one story, at most; pairs for which none is left are not sure
/// enough. Sixty short reports of one event need a thousandth of it.
const MAX_LOOKS: usize = 5_000_000;

/// Adds to `slots` what one happening has in several articles and stands in none of them, and to `cut` the articles with
/// more happenings than are compared.
pub(super) fn add(
    slots: &mut Vec<Slot>,
    readings: &[Reading<'_>],
    story: &[usize],
    terms: &Terms,
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
) {
    let all =
        first_of_each(story, cut, &mut |article, most| happenings::read(&readings[article], article, terms, most));
    let pairs = pairs(&all, readings, terms, likeness, cut);
    let mut by_place = PairsByPlace::new(&all, &pairs);
    let mut found: Vec<Slot> = Vec::new();
    let (before, mut now) = (Met::new(readings, slots), Met::new(readings, &found));
    for pair in &pairs {
        let places = pair.places(&all);
        let is_clear = by_place.leave_clear(pair, readings);
        if by_place.looks == 0 {
            cut.extend(places.map(|place| place.0));
        }
        if !is_clear {
            continue;
        }
        if pair.points() >= pair.needed() + SURE && matches!(mention(readings, places[0]).value, Value::Time(_)) {
            let [one, other] = places;
            detach(slots, &before, one, other.0);
            detach(slots, &before, other, one.0);
        }
        if !before.has_met(slots, places)
            && !now.has_met(&found, places)
            && !rules.iter().any(|rule| rule.parts(place(readings, places[0]), place(readings, places[1])))
        {
            let mut score = score(pair.of.map(|at| &all[at as usize]), terms, likeness).unwrap_or_default();
            score.add(Feature::OnlyOne, if pair.is_only { ONLY } else { 0 });
            let slot = Slot {
                kind: mention(readings, places[0]).kind,
                values: places.to_vec(),
                links: vec![SlotLink { left: 0, right: 1, score }],
                is_contested: false,
                by_day: false,
            };
            now.add(found.len(), &slot);
            found.push(slot);
        }
    }
    slots.retain(|slot| slot.values.iter().any(|value| value.0 != slot.values[0].0));
    slots.append(&mut found);
}

/// Takes a time out of the slot where it met one of another article by its value alone: "on Friday" is told of many
/// things.
fn detach(slots: &mut [Slot], met: &Met<'_>, place: Place, article: usize) {
    for index in met.slots(place) {
        let slot = &mut slots[index];
        let Some(at) = slot.values.iter().position(|&value| value == place) else { continue };
        let is_of = |link: &SlotLink| link.left == at || link.right == at;
        let told =
            slot.links.iter().any(|link| is_of(link) && link.score.total() - link.score.of(Feature::Value) >= TOLD);
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

/// Two values that one happening may have in two articles. There are tens of thousands, so that each takes little room.
#[derive(Clone, Copy)]
struct Pair {
    mentions: [u32; 2],
    /// The two happenings, by position.
    of: [u32; 2],
    points: i16,
    /// Points that it needs.
    needed: i16,
    /// Whether nobody and nothing takes part in both.
    is_bare: bool,
    /// Whether nothing else in either report fits as well.
    is_only: bool,
}

impl Pair {
    fn places(&self, all: &[Happening]) -> [Place; 2] {
        [0, 1].map(|side| (all[self.of[side] as usize].article, self.mentions[side] as usize))
    }

    fn points(&self) -> i32 {
        self.points.into()
    }

    fn needed(&self) -> i32 {
        self.needed.into()
    }
}

/// The article and the words of a mention.
fn place(readings: &[Reading<'_>], at: Place) -> (usize, ByteSpan) {
    (at.0, mention(readings, at).span)
}

/// The pairs of values of happenings that may be one, the surest first.
fn pairs(
    all: &[Happening],
    readings: &[Reading<'_>],
    terms: &Terms,
    likeness: &Likeness,
    cut: &mut Vec<usize>,
) -> Vec<Pair> {
    let mut fits = Fits::default();
    let mut seen = 0;
    let words = Words::new(all, terms);
    let (mut marks, mut like) = (vec![0; all.len().div_ceil(64)], Vec::new());
    'all: for (at, left) in all.iter().enumerate() {
        // Hardly any two have a word in common.
        words.like(all, at, &mut marks, &mut like);
        for &other in &like {
            seen += 1;
            if seen > MAX_PAIRS {
                cut.extend(all[at..].iter().map(|happening| happening.article));
                break 'all;
            }
            let Some(score) = score([left, &all[other as usize]], terms, likeness) else { continue };
            if score.total() >= ONE - CLEAR - ONLY {
                fits.push(Fit { left: at, right: other as usize, total: score.total() });
            }
        }
    }
    let rivals = Rivals::new(all, &fits);
    // Of many happenings some are like each other by chance.
    let mut told = vec![0; readings.len()];
    all.iter().for_each(|happening| told[happening.article] += 1);
    let crowd = |left: usize, right: usize| ((told[left] + told[right] - FEW) / 4).clamp(0, CROWD);
    let mut sole = Sole::new(&words, all.len(), readings.len());
    let holding = holding(readings);
    // By the happening on the left, and in one piece when it is known how many there are.
    let (mut pairs, mut count) = (vec![Vec::new(); all.len()], 0);
    for Fit { left: one, right: other, total } in fits.iter() {
        if count >= MAX_PAIRS_OF_VALUES {
            cut.extend(all[one..].iter().map(|happening| happening.article));
            break;
        }
        let (left, right) = (&all[one], &all[other]);
        let Some(mut score) = score([left, right], terms, likeness) else { continue };
        // What nothing else in either report fits as well is one thing the more likely.
        let is_best = |one: usize, other: usize| rivals.best(one, &all[other]) + AHEAD <= total;
        let is_only = is_best(one, other) && is_best(other, one);
        let told = score.of(Feature::Predicate);
        score.add(Feature::OnlyOne, if is_only { ONLY } else { 0 });
        let is_bare = score.of(Feature::Anchors) == 0;
        let is_alike = score.of(Feature::Sentence) >= ALIKE || score.of(Feature::Role) > 0;
        // What no other sentence of either report tells anything like is one thing, though nobody is named for it.
        let is_sole = told >= KIN && sole.holds(all, one, other) && sole.holds(all, other, one);
        if is_bare && !(is_only && (is_alike || is_sole) && told >= KIN) {
            continue;
        }
        let has_near = |sort: Sort| {
            left.circumstances.iter().any(|mine| {
                mine.sort != sort
                    && right.circumstances.iter().any(|theirs| {
                        theirs.sort == mine.sort
                            && is_near(readings, [(left.article, mine.mention), (right.article, theirs.mention)])
                    })
            })
        };
        let points = score.total() + if is_sole { SOLE } else { 0 };
        let is_short = crowd(left.article, right.article) == 0;
        for mine in &left.circumstances {
            for theirs in &right.circumstances {
                let is_place = matches!(mine.sort, Sort::Place(_));
                let is_year = mine.sort == Sort::Year && told < PREDICATE;
                let is_unlike = score.of(Feature::Sentence) < 2 || is_year && score.of(Feature::Role) == 0;
                let places = [(left.article, mine.mention), (right.article, theirs.mention)];
                let is_near = is_near(readings, places);
                // Without anybody in common it should be a time, and places only where little else can be meant: they
                // are of many things.
                let is_told = match is_place {
                    true => is_sole && is_short && (told == PREDICATE || has_near(mine.sort)),
                    false => (is_alike || is_near) && (is_sole || !(mine.sort == Sort::Year && is_unlike)),
                };
                if is_bare && !is_told {
                    continue;
                }
                let points = points - if is_place { score.of(Feature::Role) } else { 0 };
                if meets(readings, (left, mine), (right, theirs))
                    && let Some((is_apart, doubt)) = may_relate(readings, &holding, places)
                {
                    // "From 4 a.m." is an hour rather than a day.
                    let points = points + if mine.noun != 0 && mine.noun == theirs.noun { SITE } else { 0 };
                    let points = points + if is_near { NEAR } else { 0 };
                    let points = points + if is_place && is_bare { BARE_PLACE } else { 0 };
                    let points = points - if mine.sort == theirs.sort { 0 } else { CLEAR };
                    let needed = if is_apart { needed(left, right, mine.sort, &score) + doubt } else { ONE };
                    let needed = needed + if hangs_on_one(mine, theirs) { 0 } else { DOUBT };
                    let needed = needed + if mine.sort == Sort::Place(CLOSE_TO) { 2 * DOUBT } else { 0 };
                    let needed = needed + crowd(left.article, right.article);
                    // What could outdo no pair that has points enough is held against none.
                    if points + CLEAR > ONE {
                        let mentions = [mine.mention as u32, theirs.mention as u32];
                        let (points, needed) = (points as i16, needed as i16);
                        count += 1;
                        pairs[one].push(Pair {
                            mentions,
                            of: [one as u32, other as u32],
                            points,
                            needed,
                            is_bare,
                            is_only,
                        });
                    }
                }
            }
        }
    }
    let mut pairs = pairs.concat();
    pairs.sort_unstable_by_key(|pair| (Reverse(pair.points), pair.places(all), pair.of));
    pairs
}

/// The pairs that each value is in, the surest first, and how often they may still be looked at.
struct PairsByPlace<'p> {
    all: &'p [Happening],
    pairs: &'p [Pair],
    /// Values by the positions of their pairs, twice, and which of the two they are; ordered by value, then pair.
    of: Vec<u32>,
    looks: usize,
}

impl<'p> PairsByPlace<'p> {
    fn new(all: &'p [Happening], pairs: &'p [Pair]) -> Self {
        let mut of: Vec<u32> = (0..2 * pairs.len() as u32).collect();
        of.sort_unstable_by_key(|&value| (Self::value(all, pairs, value), value));
        Self { all, pairs, of, looks: MAX_LOOKS }
    }

    fn value(all: &[Happening], pairs: &[Pair], value: u32) -> Place {
        pairs[value as usize / 2].places(all)[value as usize % 2]
    }

    /// Whether a pair has points enough and no other value of either article comes near it without saying the same.
    fn leave_clear(&mut self, pair: &Pair, readings: &[Reading<'_>]) -> bool {
        let [one, two] = pair.places(self.all);
        let says_other = |mine: Place, theirs: Place| {
            mine != theirs
                && mine.0 == theirs.0
                && mention(readings, mine).value.relation(&mention(readings, theirs).value) != ValueRelation::Equal
        };
        let mut has_rival = |at: Place, beside: Place| {
            let place = |value: u32| Self::value(self.all, self.pairs, value);
            let from = self.of.partition_point(|&value| place(value) < at);
            let own = self.of[from..].iter().take_while(|&&value| place(value) == at);
            let own = own.map(|&value| &self.pairs[value as usize / 2]);
            for other in own.take_while(|other| other.points() + CLEAR > pair.points()) {
                let Some(left) = self.looks.checked_sub(1) else { return true };
                self.looks = left;
                let [left, right] = other.places(self.all);
                let is_weaker = other.is_bare && !pair.is_bare;
                let is_likely = other.points() + 2 * CLEAR > other.needed();
                if is_likely && !is_weaker && says_other(beside, if left == at { right } else { left }) {
                    return true;
                }
            }
            false
        };
        pair.points >= pair.needed && !has_rival(one, two) && !has_rival(two, one)
    }
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

/// What speaks for two happenings being one; none when different things happened.
fn score([left, right]: [&Happening; 2], terms: &Terms, likeness: &Likeness) -> Option<Score> {
    let (predicate, told) = predicate(left, right, terms);
    if predicate == 0 {
        return None;
    }
    let mut score = Score::default();
    let is_one_time = left.is_planned.is_none() || right.is_planned.is_none() || left.is_planned == right.is_planned;
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
    score.add(Feature::Predicate, predicate);
    score.add(Feature::Scope, if is_other { -60 } else { 0 } - if is_one_time { 0 } else { 12 });
    score.add(Feature::Anchors, parties.min(50));
    score.add(Feature::Role, if may_stand { STAND_IN } else { 0 });
    score.add(Feature::Modifiers, if is_foreign { -20 } else { 0 });
    score.add(Feature::Sentence, likeness.percent(sentences(left), sentences(right)) as i32 * 3 / 10);
    Some(score)
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
    if score.of(Feature::Predicate) == NOUN {
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
