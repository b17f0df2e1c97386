//! The words that the report is written in, by language.

use crate::{
    comparison::{Relation, findings::Reason},
    facts::Kind,
};

/// The words of one language. `{…}` in a sentence stands for what is put in.
pub(super) struct Words {
    /// Joins two things of a list.
    pub(super) and: &'static str,
    /// What a kind of fact is called when nothing better is known.
    pub(super) kind: fn(Kind) -> &'static str,
    /// "{label}: {readings}."
    pub(super) summary: fn(Relation) -> &'static str,
    /// One group of readings.
    pub(super) reading: &'static str,
    /// Why both may hold: code and sentence.
    pub(super) reason: fn(Reason) -> (&'static str, &'static str),
    /// What is counted and what happened to it.
    pub(super) happening: &'static str,
    /// The label of a time.
    pub(super) when: &'static str,
    /// The label of an age.
    pub(super) age: &'static str,
    /// The label of what one affirms and another denies.
    pub(super) whether: &'static str,
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
    summary: |relation| match relation {
        Relation::Conflict => "{label}: the articles differ: {readings}.",
        Relation::Contested => "{label}: disputed in the reports themselves: {readings}.",
        Relation::Compatible => "{label}: both could be right: {readings}.",
        Relation::Same => "{label}: the articles agree: {readings}.",
    },
    reading: "{articles}: “{text}”",
    reason: |reason| match reason {
        Reason::Vaguer => ("vaguer", "One wording is vaguer than the other."),
        Reason::Firmer => ("firmer", "One says more firmly what another ascribes or doubts."),
        Reason::Rounded => ("rounded", "One figure may be rounded."),
        Reason::Later => {
            ("later", "The articles were published on different days; a later one may have newer figures.")
        }
        Reason::OtherSpeaker => ("other-speaker", "The articles name different people for it."),
    },
    happening: "{of} {what}",
    when: "when: {of}",
    age: "age of {of}",
    whether: "whether {of}",
    said: "What {of} said",
};
