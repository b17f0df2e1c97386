//! What an article says, as values with their evidence.
//!
//! A [`Mention`] is a value at a place in the text: how many, how much, when. Each kind of fact has its own file
//! with one entry, `extract`.

use std::{ops::Range, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    language::{Document, lexicon::Class, tokens::Shape},
    text::ByteSpan,
};

pub mod attribution;
pub mod calendar;
pub mod certainty;
pub mod count;
pub mod frame;
pub mod gazetteer;
mod headline;
pub mod measure;
pub mod money;
pub mod name;
pub mod numeral;
pub mod organisation;
pub mod other;
pub mod percent;
pub mod person;
pub mod place;
pub mod polarity;
pub mod quantity;
pub mod quote;
pub mod rank;
pub mod ratio;
pub mod tally;
pub mod time;
pub mod value;

use attribution::{Answering, Attribution, Speaker};
use calendar::Published;
use frame::Frame;
use gazetteer::Gazetteer;
use name::Names;
use polarity::Claim;
use quantity::Quantity;
use quote::Quotation;
use tally::Tally;
use time::Time;

/// The kinds of fact, in the one order that is used everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Kind {
    /// How many.
    Count,
    /// How much money.
    Money,
    /// What share, or by what share.
    Percent,
    /// Distance, weight, speed, magnitude, age, duration …
    Measure,
    /// When.
    Time,
    /// Where.
    Place,
    /// Who.
    Person,
    /// Which organisation.
    Organisation,
    /// Words inside quotation marks.
    Quote,
    /// Who is named for a claim.
    Attribution,
    /// Stated as fact, ascribed or hedged.
    Certainty,
    /// Affirmed or denied.
    Polarity,
    /// Cause, weapon, vehicle, outcome and other roles of an event.
    Other,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 13] = [
        Self::Count,
        Self::Money,
        Self::Percent,
        Self::Measure,
        Self::Time,
        Self::Place,
        Self::Person,
        Self::Organisation,
        Self::Quote,
        Self::Attribution,
        Self::Certainty,
        Self::Polarity,
        Self::Other,
    ];

    /// Whether its values lie on a scale, so that they can be more or less, earlier or later.
    #[must_use]
    pub const fn is_scaled(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Percent | Self::Measure | Self::Time)
    }
}

/// How exact the words of a reading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Precision {
    /// One value.
    Exact,
    /// A value with leeway, or a bound: about 2,000; at least 10.
    Approximate,
    /// An order of magnitude at best: several, dozens.
    Vague,
}

/// How strongly a statement is made, from the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Certainty {
    /// As fact, in the article's own voice.
    Stated,
    /// As what somebody says.
    Attributed,
    /// As likely, possible or feared.
    Hedged,
    /// As not known.
    Unknown,
    /// As not so.
    Denied,
}

impl Certainty {
    /// Its name in a normal form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Attributed => "attributed",
            Self::Hedged => "hedged",
            Self::Unknown => "unknown",
            Self::Denied => "denied",
        }
    }
}

/// A value in one notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// How many, how much, how long.
    Quantity(Quantity),
    /// Two sides' numbers against each other.
    Tally(Tally),
    /// When.
    Time(Time),
    /// How sure the words make what they govern.
    Certainty(Certainty),
    /// Who, which organisation, where.
    Name(Arc<name::Name>),
    /// What is affirmed or denied.
    Claim(Claim),
    /// What plays a part in an event.
    Thing(other::Thing),
    /// What somebody says.
    Quote(Quotation),
    /// Who says something.
    Attribution(Speaker),
}

/// A value at a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What kind of fact it is.
    pub kind: Kind,
    /// The words that give the value.
    pub span: ByteSpan,
    /// The tokens that they cover.
    pub tokens: Range<usize>,
    /// The value.
    pub value: Value,
    /// How exact the words are.
    pub precision: Precision,
}

/// What an article says: its values, what each is about, and who says so.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The values, in the order of the text.
    pub mentions: Vec<Stated>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Who and what is named.
    pub names: Names,
}

impl Facts {
    /// The values of one sentence, by its position.
    #[must_use]
    pub fn of_sentence(&self, sentence: usize) -> &[Stated] {
        &self.mentions[self.places_of_sentence(sentence)]
    }

    /// The positions of the values of one sentence.
    #[must_use]
    pub fn places_of_sentence(&self, sentence: usize) -> Range<usize> {
        let start = self.mentions.partition_point(|stated| stated.sentence < sentence);
        start..start + self.mentions[start..].partition_point(|stated| stated.sentence == sentence)
    }

    /// The speaker who answers in an attribution, with its position among the values.
    #[must_use]
    pub fn speaker(&self, document: &Document<'_>, said: &Attribution) -> Option<(usize, &Speaker)> {
        // A speaker stands as a value in the sentence in which it begins.
        self.places_of_sentence(document.sentence_at(said.speaker.start)?).find_map(|at| {
            match &self.mentions[at].mention {
                Mention { value: Value::Attribution(speaker), tokens, .. } if *tokens == said.speaker => {
                    Some((at, speaker))
                }
                _ => None,
            }
        })
    }
}

/// A value with all that is said around it.
#[derive(Debug, Clone)]
pub struct Stated {
    /// The value.
    pub mention: Mention,
    /// The sentence that it stands in, from 0.
    pub sentence: usize,
    /// What it is about.
    pub frame: Frame,
    /// Who says so, as a position in [`Facts::attributions`].
    pub by: Option<usize>,
    /// How strongly it is said.
    pub certainty: Certainty,
}

/// Reads the facts of an article. Without `places`, fewer names are known for those of places.
#[must_use]
pub fn extract(document: &Document<'_>, published: Option<&Published>, places: Option<&Gazetteer>) -> Facts {
    if document.lexicon.is_none() {
        return Facts::default();
    }
    let names = name::read(document, places);
    let attributions = attribution::attributions(document, &names);
    let mut answering = Answering::new(&attributions);
    // About one word in six is a fact or begins one, and one in two where a report is of nothing else: what is left over is
    // given back, where growing would need twice the room.
    let mut stated: Vec<Stated> = Vec::with_capacity(document.tokens.len() / 2);
    let mut spoken = quote::extract(document, &attributions);
    spoken.extend(attribution::extract(document, &attributions));
    spoken.sort_by_key(|said| said.tokens.start);
    let mut spoken = spoken.into_iter().peekable();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if !sentence.part.is_report() {
            continue;
        }
        answering.enter(&sentence.tokens);
        let mut mentions = time::extract(document, sentence, published);
        if mentions.iter().any(|mention| is_spoken_relative(document, mention)) {
            unresolve_spoken(document, &mut mentions, &time::extract(document, sentence, None));
        }
        let mut taken: Vec<Range<usize>> = mentions.iter().map(|mention| mention.tokens.clone()).collect();
        let numbers = numeral::numerals(document, sentence.tokens.clone());
        let mut amounts = quantity::amounts(document, sentence, &numbers, &taken);
        taken.extend(amounts.iter().filter(|amount| amount.is_range).map(|amount| amount.tokens.clone()));
        let tallies = tally::extract(document, sentence, &taken);
        let in_tally = |at: usize| tallies.iter().any(|tally| tally.tokens.contains(&at));
        // "Air Force One" counts nothing.
        let in_name = |at: usize| document.tokens[at].shape == Shape::Word && names.length_at(at) > 1;
        let is_free = |at: usize| !in_tally(at) && !in_name(at);
        amounts.retain(|amount| is_free(amount.numeral.start) && is_free(amount.numeral.end - 1));
        add(&mut mentions, tallies);
        add(&mut mentions, rank::extract(document, &numbers, &taken, &amounts));
        add(&mut mentions, count::extract(document, sentence, &amounts));
        add(&mut mentions, money::extract(document, sentence, &amounts));
        add(&mut mentions, percent::extract(document, sentence, &amounts));
        add(&mut mentions, measure::extract(document, sentence, &amounts));
        let cues = certainty::cues(document, sentence, attribution::within(&attributions, &sentence.tokens));
        add(&mut mentions, certainty::extract(document, &cues));
        add(&mut mentions, person::extract(document, sentence, &names));
        add(&mut mentions, organisation::extract(document, sentence, &names));
        add(&mut mentions, place::extract(document, sentence, &names));
        add(&mut mentions, polarity::extract(document, sentence, &cues));
        add(&mut mentions, other::extract(document, sentence, &names));
        while let Some(said) = spoken.next_if(|said| said.tokens.start < sentence.tokens.end) {
            // What begins in a part that is no report is left out.
            mentions.extend(Some(said).filter(|said| said.tokens.start >= sentence.tokens.start));
        }
        // A sentence that is cut for its length may part two words that are one in the lists.
        mentions.retain(|mention| mention.tokens.end <= sentence.tokens.end);
        mentions.sort_by_key(|mention| (mention.span, mention.kind));
        for mention in mentions {
            let mut frame = match mention.kind {
                Kind::Quote | Kind::Attribution => Frame::default(),
                Kind::Person | Kind::Organisation | Kind::Place => names.frame(&mention),
                Kind::Certainty | Kind::Polarity => {
                    polarity::frame::frame(document, &names, &mention.tokens, &sentence.tokens)
                }
                Kind::Other => polarity::frame::of_thing(document, &mention.tokens, &sentence.tokens),
                _ => frame::frame(document, &mention, &sentence.tokens),
            };
            let by = match mention.kind {
                // A speaker answers for itself: this leads to what it says.
                Kind::Attribution => answering.with_speaker(&mention.tokens),
                _ => answering.of(&mention.tokens),
            };
            let certainty = certainty::of(document, &mention.tokens, &cues);
            // In just the room that they need: most frames have half of the words that were made room for.
            frame.anchors = frame.anchors.as_slice().to_vec();
            stated.push(Stated { mention, sentence: index, frame, by, certainty });
        }
    }
    headline::loosen(document, &mut stated);
    // They are kept from one comparison to the next.
    stated.shrink_to_fit();
    Facts { mentions: stated, attributions, names }
}

/// Puts mentions behind others.
fn add(mentions: &mut Vec<Mention>, mut more: Vec<Mention>) {
    if mentions.is_empty() {
        *mentions = more;
    } else {
        mentions.append(&mut more);
    }
}

/// Whether a time counts from the day of speaking: it is relative and stands inside quotation marks.
fn is_spoken_relative(document: &Document<'_>, mention: &Mention) -> bool {
    let is_absolute = |at: usize| document.is(at, Class::Month) || document.tokens[at].shape == Shape::Number;
    document.quoted.get(mention.tokens.start) == Some(&true) && !mention.tokens.clone().any(is_absolute)
}

/// A relative time inside quotation marks counts from the day of speaking, which the report need not tell: it stays
/// as it is `written`, read without a date. What is no time without a date is left out.
fn unresolve_spoken(document: &Document<'_>, mentions: &mut Vec<Mention>, written: &[Mention]) {
    mentions.retain_mut(|mention| {
        if !is_spoken_relative(document, mention) {
            return true;
        }
        let as_written = written.iter().find(|written| written.tokens == mention.tokens);
        as_written.is_some_and(|written| {
            mention.value.clone_from(&written.value);
            true
        })
    });
}
