//! The words that the report is written in, by language.

use crate::{
    alignment::slots::NotCompared,
    comparison::{Relation, findings::Reason},
    facts::{Kind, other::CLASSES},
    language::lexicon::Dimension,
};

/// The words of one language. `{…}` in a sentence stands for what is put in.
pub(super) struct Words {
    /// Joins two things of a list.
    pub(super) and: &'static str,
    /// What a kind of fact is called when nothing better is known.
    pub(super) kind: fn(Kind) -> &'static str,
    /// What stands between the groups of readings.
    pub(super) between: &'static str,
    /// The label with all groups of readings; the second number is how many groups there are.
    pub(super) summary: fn(Relation, usize) -> &'static str,
    /// What is said of a conflict for which no reason is seen why more than one reading may hold.
    pub(super) no_reason: &'static str,
    /// One group of readings: by one article, and by several.
    pub(super) reading: [&'static str; 2],
    /// One group of a dispute, which all articles tell of.
    pub(super) version: &'static str,
    /// Who is named for a reading.
    pub(super) by: &'static str,
    /// Between two wordings of one thing.
    pub(super) or: &'static str,
    /// What is to be known about a finding, such as why both may hold: code and sentence.
    pub(super) reason: fn(Reason) -> (&'static str, &'static str),
    /// What kept two values apart: code and sentence.
    pub(super) not_compared: fn(NotCompared) -> (&'static str, &'static str),
    /// What is counted and what happened to it.
    pub(super) happening: &'static str,
    /// The label of a time: by a clause, and by a noun.
    pub(super) when: &'static str,
    pub(super) time_of: &'static str,
    /// What days and times of day are called, when nothing tells what happened then.
    pub(super) date: &'static str,
    pub(super) time_of_day: &'static str,
    /// What a measure in each dimension is called, when nothing tells what is measured.
    pub(super) dimension: fn(Dimension) -> &'static str,
    /// What two sides' numbers are called.
    pub(super) tally: &'static str,
    /// The label of a place: by a clause, and by a noun for what happened.
    pub(super) place: &'static str,
    pub(super) place_of: &'static str,
    /// The label of an age.
    pub(super) age: &'static str,
    /// A noun that is known.
    pub(super) the: &'static str,
    /// The label of what one affirms and another denies.
    pub(super) whether: &'static str,
    /// The label of how firmly something is told.
    pub(super) how_sure: &'static str,
    /// The label of who tells something, and of who said the words of a quotation.
    pub(super) who_says: &'static str,
    pub(super) who_said: &'static str,
    /// Something of somebody.
    pub(super) of: &'static str,
    /// What the things of a class are called; none where its name says too little.
    pub(super) thing: fn(usize) -> Option<&'static str>,
    /// That a date falls on another weekday than the one beside it.
    pub(super) weekday: &'static str,
    /// The days of the week from Monday, as things counted.
    pub(super) weekdays: [&'static str; 7],
    /// The label of a quotation.
    pub(super) said: &'static str,
}

pub(super) static EN: Words = Words {
    and: "and",
    kind: |kind| match kind {
        Kind::Count => "Number",
        Kind::Money => "Sum of money",
        Kind::Percent => "Share",
        Kind::Measure => "Measure",
        Kind::Time => "Time",
        Kind::Place => "Place",
        Kind::Person => "Person",
        Kind::Organisation => "Organisation",
        Kind::Quote => "Quote",
        Kind::Attribution => "Who says so",
        Kind::Certainty => "How sure",
        Kind::Polarity => "Whether it is so",
        Kind::Other => "Detail",
    },
    between: "; ",
    summary: |relation, groups| match (relation, groups) {
        (Relation::Conflict, _) => "{label}: {readings}.",
        (Relation::Contested, _) => "{label}: the articles agree that this is disputed: {readings}.",
        (Relation::Compatible, 2) => "{label}: {readings}. Both can be right.",
        (Relation::Compatible, _) => "{label}: {readings}. All can be right.",
        (Relation::Same, _) => "{label}: the articles agree: {readings}.",
    },
    no_reason: "They cannot all be right.",
    reading: ["{articles} says {text}", "{articles} say {text}"],
    version: "{text}",
    by: "{text} ({by})",
    or: " / ",
    reason: |reason| match reason {
        Reason::Vaguer => ("vaguer", "One wording is vaguer than the other."),
        Reason::Firmer => ("firmer", "One says more firmly what another ascribes or doubts."),
        Reason::Rounded => ("rounded", "One figure may be rounded."),
        Reason::Part => ("part", "One may count a part of what the other counts."),
        Reason::OtherUnit => ("other-unit", "The figures are given in different units."),
        Reason::Later => {
            ("later", "The articles were published on different days; a later one may have newer figures.")
        }
        Reason::OtherSpeaker => ("other-speaker", "The articles name different people for it."),
        Reason::SharedCopy => ("shared-copy", "Those that agree have it in the words of one text, so they count once."),
        Reason::Headline => ("headline", "The headline says one thing and the text another."),
        Reason::Caption => ("caption", "A caption says one thing and the text another."),
        Reason::Sum => ("sum", "The parts do not add up to the whole."),
        Reason::Share => ("share", "The share is not that of its numbers."),
        Reason::Age => ("age", "The age does not fit the year of birth."),
    },
    not_compared: |reason| match reason {
        NotCompared::TooFewPoints => ("too-little", "Too little tells that they are about the same thing."),
        NotCompared::Rival => ("rival", "Another value of one of the articles fits nearly as well."),
        NotCompared::OwnCounterpart => ("own-counterpart", "One of them has its counterpart elsewhere."),
        NotCompared::Parted => ("user-rule", "You said that they are not about the same thing."),
    },
    happening: "{of} {what}",
    when: "when {of}",
    time_of: "when: {of}",
    date: "Date",
    time_of_day: "Time of day",
    dimension: |dimension| match dimension {
        Dimension::Length => "Distance",
        Dimension::Area => "Area",
        Dimension::Mass => "Weight",
        Dimension::Volume => "Volume",
        Dimension::Temperature => "Temperature",
        Dimension::Speed => "Speed",
        Dimension::Energy => "Energy",
        Dimension::Power => "Power",
        Dimension::Magnitude => "Magnitude",
        Dimension::Duration | Dimension::Workdays => "Duration",
        Dimension::Age => "Age",
        Dimension::Data | Dimension::Degree => "Measure",
    },
    tally: "Result",
    place: "where {of}",
    place_of: "where the {of} was",
    age: "age of {of}",
    the: "the {of}",
    whether: "whether {of}",
    how_sure: "how sure it is that {of}",
    who_says: "who says {of}",
    who_said: "who said “{of}”",
    of: "{what} of {of}",
    thing: |class| THINGS.get(class).copied().filter(|name| !name.is_empty()),
    weekday: "“{text}”: that day is {day}.",
    weekdays: ["a Monday", "a Tuesday", "a Wednesday", "a Thursday", "a Friday", "a Saturday", "a Sunday"],
    said: "What {of} said",
};

/// What the things of each class are called, from the first class at 1; empty where its name says too little.
const THINGS: [&str; CLASSES.len() + 1] = [
    "",
    "vehicle",
    "weapon",
    "cause",
    "offence",
    "sentence",
    "injury",
    "occupation",
    "position",
    "building",
    "material",
    "tool",
    "clothing",
    "animal",
    "",
    "document",
    "food",
    "container",
    "outcome",
    "weather",
    "ruling",
    "",
    "",
    "relative",
    "",
    "",
    "",
    "nationality",
    "faith",
    "",
];
