//! The words that the report is written in, by language.

use crate::{
    alignment::slots::NotCompared,
    comparison::{Relation, findings::Reason},
    facts::{Kind, other::CLASSES},
    language::lexicon::Dimension,
};

/// What a label is made by: its name in the report, and its words, in which `{of}` stands for those of an article.
pub(super) type Form = (&'static str, &'static str);

/// The words of one language. `{…}` in a sentence stands for what is put in.
pub(super) struct Words {
    /// Joins two things of a list.
    pub(super) and: &'static str,
    /// What a kind of fact is called when nothing better is known.
    pub(super) kind: fn(Kind) -> Form,
    /// A label that is an article's words alone.
    pub(super) words: Form,
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
    /// What is counted, in `{of}`, and what happened to it.
    pub(super) happening: &'static str,
    /// The label of a time: by a clause, and by a noun.
    pub(super) when: Form,
    pub(super) time_of: Form,
    /// What days and times of day are called, when nothing tells what happened then.
    pub(super) date: Form,
    pub(super) time_of_day: Form,
    /// What a measure in each dimension is called, when nothing tells what is measured.
    pub(super) dimension: fn(Dimension) -> Form,
    /// What two sides' numbers are called.
    pub(super) tally: Form,
    /// The label of a place: by a clause, and by a noun for what happened.
    pub(super) place: Form,
    pub(super) place_of: Form,
    /// The label of an age.
    pub(super) age: Form,
    /// A noun that is known.
    pub(super) the: &'static str,
    /// The label of what one affirms and another denies.
    pub(super) whether: Form,
    /// The label of how firmly something is told.
    pub(super) how_sure: Form,
    /// The label of who tells something, and of who said the words of a quotation.
    pub(super) who_says: Form,
    pub(super) who_said: Form,
    /// Something of somebody.
    pub(super) of: &'static str,
    /// What the things of a class are called; none where its name says too little.
    pub(super) thing: fn(usize) -> Option<&'static str>,
    /// That a date falls on another weekday than the one beside it.
    pub(super) weekday: &'static str,
    /// The days of the week from Monday, as things counted.
    pub(super) weekdays: [&'static str; 7],
    /// The label of a quotation.
    pub(super) said: Form,
}

pub(super) static EN: Words = Words {
    and: "and",
    kind: |kind| match kind {
        Kind::Count => ("count", "Number"),
        Kind::Money => ("money", "Sum of money"),
        Kind::Percent => ("percent", "Share"),
        Kind::Measure => ("measure", "Measure"),
        Kind::Time => ("time", "Time"),
        Kind::Place => ("place", "Place"),
        Kind::Person => ("person", "Person"),
        Kind::Organisation => ("organisation", "Organisation"),
        Kind::Quote => ("quote", "Quote"),
        Kind::Attribution => ("attribution", "Who says so"),
        Kind::Certainty => ("certainty", "How sure"),
        Kind::Polarity => ("polarity", "Whether it is so"),
        Kind::Other => ("other", "Detail"),
    },
    words: ("words", "{of}"),
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
        Reason::OtherSpeaker => ("other-speaker", "The articles name different speakers for it."),
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
    when: ("when", "when {of}"),
    time_of: ("time-of", "when: {of}"),
    date: ("date", "Date"),
    time_of_day: ("time-of-day", "Time of day"),
    dimension: |dimension| match dimension {
        Dimension::Length => ("distance", "Distance"),
        Dimension::Area => ("area", "Area"),
        Dimension::Mass => ("weight", "Weight"),
        Dimension::Volume => ("volume", "Volume"),
        Dimension::Temperature => ("temperature", "Temperature"),
        Dimension::Speed => ("speed", "Speed"),
        Dimension::Energy => ("energy", "Energy"),
        Dimension::Power => ("power", "Power"),
        Dimension::Magnitude => ("magnitude", "Magnitude"),
        Dimension::Duration | Dimension::Workdays => ("duration", "Duration"),
        Dimension::Age => ("age", "Age"),
        Dimension::Data | Dimension::Degree => ("measure", "Measure"),
    },
    tally: ("tally", "Result"),
    place: ("where", "where {of}"),
    place_of: ("place-of", "where the {of} was"),
    age: ("age", "age of {of}"),
    the: "the {of}",
    whether: ("whether", "whether {of}"),
    how_sure: ("how-sure", "how sure it is that {of}"),
    who_says: ("who-says", "who says {of}"),
    who_said: ("who-said", "who said “{of}”"),
    of: "{what} of {of}",
    thing: |class| THINGS.get(class).copied().filter(|name| !name.is_empty()),
    weekday: "“{text}”: that day is {day}.",
    weekdays: ["a Monday", "a Tuesday", "a Wednesday", "a Thursday", "a Friday", "a Saturday", "a Sunday"],
    said: ("said", "What {of} said"),
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
