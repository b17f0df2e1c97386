//! Slots for quotations: the same words in several articles, one sentence in two wordings, and the same words given to
//! two people.
//!
//! Quotations meet by their words, wherever they stand. Words that are the same, or trimmed, are one slot. Two wordings
//! meet as different only where one speaker is named for both, or the one article names nobody, and where neither
//! article has the other's wording as well. Words without marks never meet, since they need not be the speaker's.

use std::cmp::Reverse;

use super::{
    MAX_VALUES, Rule, Slot, SlotLink,
    groups::{Groups, Test},
    relations::Relations,
};
use crate::{
    alignment::{
        Reading,
        score::{Feature, Score},
        sentences::{Likeness, SentenceId},
    },
    facts::{
        Kind, Stated, Value,
        attribution::{Attribution, Speaker},
        quote::{Quotation, QuoteForm},
        value::ValueRelation,
    },
    language::lexicon::{Class, EN},
    text::ByteSpan,
};

/// Words, not counting function words, that two quotations share before they are held against each other. One is
/// shared by chance: "a disaster" and "the disaster fund".
const SHARED: usize = 2;

/// The same where the speakers are not known to be one.
const UNNAMED: usize = 3;

/// Likeness of the sentences that they stand in, in per cent, from which short words of one speaker are one thing said.
const ALIKE: u32 = 20;

/// Words of a part that stands for the whole quotation.
const LEAST_TRIMMED: usize = 4;

/// Such words that a phrase needs to be somebody's own.
const TELLING: usize = 2;

/// Pairs of quotations with words in common that are held against each other in one story, at most. Sixty reports of one
/// speech have some ten thousand.
const MAX_LOOKS: usize = 60_000;

/// Pairs of one speaker's sentences in two wordings that are looked at, the likest first; a story has a few.
const MAX_REWORDED: usize = 20_000;

/// Points for words that are the same and for a speaker who is; they tell the reader what was seen.
const SAME_WORDS: i32 = 60;
const SHARED_WORDS: i32 = 40;
const SAME_SPEAKER: i32 = 30;

/// A piece of a quotation.
struct Piece<'r> {
    article: usize,
    mention: usize,
    stated: &'r Stated,
    quotation: &'r Quotation,
    /// Its words that are no function words, sorted.
    telling: Vec<&'r str>,
    /// Who is named for it, as a position among the article's mentions.
    speaker: Option<(usize, &'r Speaker)>,
    /// Whether the speaker stands in the same sentence as the verb of saying, or a pronoun that stands for the one person of its
    /// paragraph.
    is_told: bool,
}

/// The slots of quotations of one story.
pub(super) fn slots(
    readings: &[Reading<'_>],
    story: &[usize],
    likeness: &Likeness,
    rules: &[Rule],
    cut: &mut Vec<usize>,
) -> Vec<Slot> {
    let pieces: Vec<Piece<'_>> =
        story.iter().flat_map(|&article| pieces(readings, article, story.len(), cut)).collect();
    let mut looks = MAX_LOOKS;
    let mut groups = Groups::new(pieces.len());
    let mut relations = Relations::new(pieces.iter().map(|piece| &piece.stated.mention.value));
    let mut links: Vec<(usize, usize, i32)> = Vec::new();
    let mut reworded: Vec<(usize, usize)> = Vec::new();
    for left in 0..pieces.len() {
        for right in left + 1..pieces.len() {
            let (one, other) = (&pieces[left], &pieces[right]);
            if one.article == other.article || rules.iter().any(|rule| rule.parts(one.place(), other.place())) {
                continue;
            }
            let is_alike = || likeness.percent(one.sentence(), other.sentence()) >= ALIKE;
            let is_same = one.quotation.words() == other.quotation.words();
            let relation = if !is_same && common(&one.telling, &other.telling) < SHARED {
                ValueRelation::Incomparable
            } else if let Some(fewer) = looks.checked_sub(1) {
                looks = fewer;
                relations.of(left, right)
            } else {
                cut.extend([one.article, other.article]);
                ValueRelation::Incomparable
            };
            match relation {
                // What joins them must be the same as all that they were joined with.
                ValueRelation::Equal if one.may_stand_for(other, is_alike()) => {
                    let mut same = |a: usize, b: usize| relations.of(a, b) == ValueRelation::Equal;
                    if groups.join([left, right], Test::Values, &mut same) {
                        links.push((left, right, SAME_WORDS));
                    }
                }
                ValueRelation::Disjoint if one.may_be_by(other) => reworded.push((left, right)),
                _ => {}
            }
        }
    }
    // The likest first: of two sentences that a speaker said much alike, each has its own counterpart.
    reworded.sort_by_cached_key(|&(left, right)| Reverse(pieces[left].quotation.shared(pieces[right].quotation)));
    cut.extend(
        reworded.iter().skip(MAX_REWORDED).flat_map(|&(left, right)| [left, right].map(|at| pieces[at].article)),
    );
    reworded.truncate(MAX_REWORDED);
    reworded.extend(turned(&pieces, &groups, &reworded, likeness));
    let mut slots: Vec<Slot> = Vec::new();
    for members in groups.in_order() {
        // Two sentences of one utterance are one thing that two are said to have said.
        let own = speakers(&pieces, &members);
        slots.extend(own.filter(|own| slots.iter().all(|slot| slot.values != own.values)));
    }
    for (left, right) in reworded {
        // Neither article has the other's wording, nor a third wording of it.
        let mut are_two = |a: usize, b: usize| pieces[a].article != pieces[b].article;
        if groups.join([left, right], Test::Articles, &mut are_two) {
            links.push((left, right, SHARED_WORDS));
        }
    }
    slots.splice(0..0, joined(&pieces, &groups, &links));
    slots
}

/// Short sentences of one speaker in two wordings, which too little holds together for [`Quotation::relation`]. That
/// other pieces of two utterances are one says that their speakers are.
fn turned(
    pieces: &[Piece<'_>],
    groups: &Groups,
    reworded: &[(usize, usize)],
    likeness: &Likeness,
) -> Vec<(usize, usize)> {
    // Utterances by number, and for each two of them the first and the last piece of the one that meets the other.
    let utterance = |at: usize| &pieces[at].quotation.utterance;
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|&at| utterance(at));
    let mut number = vec![0; pieces.len()];
    for pair in order.windows(2) {
        number[pair[1]] = number[pair[0]] + usize::from(utterance(pair[0]) != utterance(pair[1]));
    }
    let mut met: Vec<(usize, usize, usize)> =
        reworded.iter().map(|&(mine, theirs)| (number[mine], number[theirs], mine)).collect();
    met.sort_unstable();
    let mut found = Vec::new();
    for left in 0..pieces.len() {
        for right in left + 1..pieces.len() {
            let (one, other) = (&pieces[left], &pieces[right]);
            let is_one_utterance = || {
                let both = (number[left], number[right]);
                let from = met.partition_point(|&(mine, theirs, _)| (mine, theirs) < both);
                let to = met.partition_point(|&(mine, theirs, _)| (mine, theirs) <= both);
                // In order: where any is of another piece, the first or the last is.
                met[from..to].first().is_some_and(|first| first.2 != left)
                    || met[from..to].last().is_some_and(|last| last.2 != left)
            };
            let percent = || likeness.percent(one.sentence(), other.sentence());
            if one.article != other.article
                && !groups.are_one(left, right)
                && one.quotation.is_turned(other.quotation, percent() >= ALIKE)
                && (one.is_by(other) || is_one_utterance())
            {
                found.push((left, right));
            }
        }
    }
    found
}

fn pieces<'r>(readings: &'r [Reading<'_>], article: usize, articles: usize, cut: &mut Vec<usize>) -> Vec<Piece<'r>> {
    let Reading { document, facts, .. } = &readings[article];
    let quotations = facts.mentions.iter().enumerate().filter_map(|(mention, stated)| match &stated.mention.value {
        Value::Quote(quotation) if quotation.form != QuoteForm::Indirect => Some((mention, stated, quotation)),
        _ => None,
    });
    let piece = |(mention, stated, quotation): (usize, &'r Stated, &'r Quotation)| {
        let is_telling = |word: &&str| EN.value(EN.entry(word), Class::Stop).is_none();
        let mut telling: Vec<&str> = quotation.words().split(' ').filter(is_telling).collect();
        telling.sort_unstable();
        telling.dedup();
        let said = stated.by.map(|by| &facts.attributions[by]);
        let speaker = said.and_then(|said| facts.speaker(document, said));
        let is_told = said.is_some_and(|said| {
            let sentence = |at: usize| document.sentence_at(at);
            sentence(said.speaker.start) == sentence(said.cue.start) || is_only_person(&readings[article], said)
        });
        Piece { article, mention, stated, quotation, telling, speaker, is_told }
    };
    let most = (MAX_VALUES / articles.max(1)).max(1);
    if quotations.clone().nth(most).is_some() {
        cut.push(article);
    }
    quotations.map(piece).take(most).collect()
}

/// Whether the speaker for whom a pronoun stands is the one person that its paragraph has named so far.
fn is_only_person(reading: &Reading<'_>, said: &Attribution) -> bool {
    let (document, names) = (&reading.document, &reading.facts.names);
    let paragraph = |token: usize| document.sentence_at(token).map(|at| document.sentences[at].paragraph);
    let own = paragraph(said.cue.start);
    let mut people = names.places.iter().filter(|(tokens, entity)| {
        names.entities[*entity].kind == Kind::Person && tokens.start < said.cue.start && paragraph(tokens.start) == own
    });
    let first = people.next();
    paragraph(said.speaker.start) == own && first.is_some_and(|first| people.all(|(_, entity)| *entity == first.1))
}

impl Piece<'_> {
    /// Whether one person may have said both: the speakers are the same, or one is not named. Then the words must
    /// share more, and half of the longer: two people may speak of one "UN Security Council".
    fn may_be_by(&self, other: &Self) -> bool {
        let shared = common(&self.telling, &other.telling);
        let is_half = shared * 2 >= self.telling.len().max(other.telling.len());
        match (self.speaker, other.speaker) {
            (Some((_, one)), Some((_, other))) => match one.relation(other) {
                ValueRelation::Equal => true,
                ValueRelation::Disjoint => false,
                _ => shared >= UNNAMED,
            },
            (None, None) => shared > UNNAMED && is_half,
            _ => shared >= UNNAMED && is_half,
        }
    }

    /// Whether one person is named for both.
    fn is_by(&self, other: &Self) -> bool {
        match (self.speaker, other.speaker) {
            (Some((_, one)), Some((_, other))) => one.relation(other) == ValueRelation::Equal,
            _ => false,
        }
    }

    /// Its article and its words.
    fn place(&self) -> (usize, ByteSpan) {
        (self.article, self.stated.mention.span)
    }

    fn sentence(&self) -> SentenceId {
        SentenceId { article: self.article, sentence: self.stated.sentence }
    }

    /// Whether equal words are one thing that was said: the same as a whole, or so many that a part stands for the
    /// whole; fewer where the sentences are `alike`.
    fn may_stand_for(&self, other: &Self, alike: bool) -> bool {
        let is_enough = |piece: &Self| {
            let words = piece.quotation.words().split(' ').count();
            piece.telling.len() >= TELLING && (alike || words >= LEAST_TRIMMED)
        };
        self.quotation.words() == other.quotation.words() || is_enough(self) && is_enough(other)
    }

    /// Whether the words are so many that two people hardly choose them independently.
    fn is_long(&self) -> bool {
        self.telling.len() > TELLING || self.telling.len() == TELLING && self.quotation.words().split(' ').count() > 4
    }
}

/// How many words two sorted lists share.
fn common(left: &[&str], right: &[&str]) -> usize {
    left.iter().filter(|word| right.binary_search(word).is_ok()).count()
}

/// The same words, given to two people by name: a slot of the speakers. An article that names both of them for it
/// tells of the matter itself.
fn speakers(pieces: &[Piece<'_>], members: &[usize]) -> Option<Slot> {
    // A short phrase ("inappropriate content") must be the whole of each quotation, once in each article.
    let is_own = members.iter().all(|&at| pieces[at].is_long())
        || members.windows(2).all(|pair| {
            let (one, other) = (&pieces[pair[0]], &pieces[pair[1]]);
            one.article != other.article && one.quotation.words() == other.quotation.words()
        });
    if !is_own {
        return None;
    }
    let told = |at: usize| {
        let piece = &pieces[at];
        // One word alone need not be a person's name, unless the article tells the rest of it elsewhere.
        let is_known = |speaker: &Speaker| {
            let mut words = speaker.name.split(' ');
            speaker.words.contains(' ') || words.next_back() == Some(&speaker.words) && words.next().is_some()
        };
        let is_clear = piece.is_told && piece.telling.len() >= TELLING;
        let known = piece.speaker.filter(|(_, speaker)| is_clear && is_known(speaker));
        known.map(|(mention, speaker)| (piece.article, mention, speaker))
    };
    let mut named: Vec<(usize, usize, &Speaker)> = members.iter().filter_map(|&at| told(at)).collect();
    named.sort_unstable_by_key(|&(article, mention, _)| (article, mention));
    named.dedup_by_key(|&mut (article, mention, _)| (article, mention));
    let mut links = Vec::new();
    for (left, one) in named.iter().enumerate() {
        for (right, other) in named.iter().enumerate().skip(left + 1) {
            if one.2.relation(other.2) == ValueRelation::Disjoint {
                if one.0 == other.0 {
                    return None;
                }
                links.push(SlotLink { left, right, score: Score::from([(Feature::Anchors, SAME_WORDS)]) });
            }
        }
    }
    let values = named.iter().map(|&(article, mention, _)| (article, mention)).collect();
    (!links.is_empty()).then_some(Slot { kind: Kind::Attribution, values, links, is_contested: false, by_day: false })
}

/// The groups with pieces of more than one article, as slots.
fn joined(pieces: &[Piece<'_>], groups: &Groups, links: &[(usize, usize, i32)]) -> Vec<Slot> {
    let mut groups = groups.in_order();
    groups.retain(|members| members.iter().any(|&at| pieces[at].article != pieces[members[0]].article));
    let slot = |members: Vec<usize>| {
        let link = |&(left, right, points): &(usize, usize, i32)| {
            let (one, other) = (&pieces[left], &pieces[right]);
            let mut score = Score::from([(Feature::Anchors, points)]);
            if one.speaker.is_some() && other.speaker.is_some() && one.may_be_by(other) {
                score.add(Feature::Modifiers, SAME_SPEAKER);
            }
            let (left, right) = (members.binary_search(&left).ok()?, members.binary_search(&right).ok()?);
            Some(SlotLink { left, right, score })
        };
        Slot {
            kind: Kind::Quote,
            values: members.iter().map(|&at| (pieces[at].article, pieces[at].mention)).collect(),
            links: links.iter().filter_map(link).collect(),
            is_contested: false,
            by_day: false,
        }
    };
    groups.into_iter().map(slot).collect()
}
