//! Readings of times: dates, hours, stretches, and texts in which no time may be found.
//!
//! A case passes when every time that it expects is found with its words and its value, one reading for one, and
//! nothing else is read as a time. A case that expects nothing passes when nothing is found. For durations the measure of
//! the same words is taken, since a duration with no anchor is a measure here.
//!
//! Words are the same when they are the same but for the words before them that lead a time (prepositions, "since",
//! "between", an article), which the engine's spans leave out, and a zone behind it, which Recognizers leaves out.
//!
//! Values are compared as intervals of minutes. The specifications and news follow different conventions, so:
//!
//! - Recognizers gives several values where the past and the future, or both halves of the day, are possible: any may
//!   be met. Duckling resolves all that repeats to the coming one, where a report means the last one: a phrase is also
//!   read in a sentence of the future ("It will be …").
//! - Digits that may be read in two orders (04/06/2023) are read in both here, and in the American one there: either may
//!   be met.
//! - Where the words give an hour and no day, the hour alone is compared: a report's hour is of the day that is told.
//! - "The following week" and "ten minutes later" count from a time told before. The specifications know none: they are counted from the date of
//!   reference.
//! - The hours of morning, evening and night are each house's own: a part of the day is right when it lies on the same
//!   day and they share more than half of the shorter.
//! - So is it with how far the beginning, the middle and the end of a longer period reach (a third here, a half there):
//!   the edge that the words name must be the same, and neither may be more than twice as long.
//! - Recognizers ends a range of days, months or years with the beginning of the last one named, Duckling a range of hours
//!   a minute or an hour behind its end; ours end behind the last one, and with the hour.
//! - "Two weeks ago" is as long as its unit here, a point there: the point must lie within.
//! - "Around nine" and a feast that begins by sight of the moon, which have leeway on both sides, are right by their
//!   middle. The end of a day is its last hours here and its last second there.
//! - Duckling's "last two months" are the two before this one, where Recognizers and news go up to today: stretches of
//!   one length that share two thirds are the same. So are seasons, which begin there with the equinoxes.
//! - Duckling begins a weekend on Friday at 18:00.
//! - "By", "until" and "before" are compared by their end, "since", "from" and "after" by their beginning.
//! - "After 1 January" begins with the 2nd here and "by 1 January" ends with the 1st; Recognizers has both by the day's
//!   beginning.
//! - "A few" is three there and a range here, which must hold three; months and years have 30 and 365 days there.
//! - A value that Recognizers calls "not resolved" (the summer, a fiscal year) is met by its words.

mod interval;
mod value;

use variorum::facts::{
    Mention, Value as Reading,
    calendar::Published,
    measure,
    numeral::numerals,
    quantity::amounts,
    time::{self, Time},
};

use crate::{
    Outcome, Set,
    cases::{Case, Expected},
};

/// The sets of times.
pub(crate) fn sets() -> Vec<Set> {
    let set = |name, file, holds, check, must, aim| Set { name, file, holds, check, must, aim };
    vec![
        set("recognizers-time", "recognizers.jsonl", |case| case.spec == "DateTimeModel", recognizers, 0.70, 0.85),
        set("duckling-time", "duckling.jsonl", |case| case.id.starts_with("duckling_Time_"), duckling, 0.60, 0.80),
        set("chrono-must-not-match", "chrono.jsonl", |case| case.expected.is_empty(), recognizers, 0.92, 0.97),
    ]
}

/// Words before a time that belong to its span in a specification and not in ours.
const LEADS: [&str; 30] = [
    "as early as",
    "as late as",
    "later than",
    "earlier than",
    "no later than",
    "greater than",
    "the",
    "on",
    "in",
    "at",
    "@",
    "from",
    "between",
    "since",
    "after",
    "before",
    "until",
    "till",
    "by",
    "for",
    "during",
    "of",
    "starting",
    "beginning",
    "over",
    "through",
    "throughout",
    "to",
    "ever",
    "around",
];

/// Words without the leads and the marks at their ends, in lower case.
fn core(words: &str) -> String {
    let lower = words.to_lowercase();
    let mut rest = lower.trim_end_matches(['.', ',', '?', '!', ' ']);
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)?.strip_prefix(' ')) {
        rest = behind.trim_start();
    }
    rest.to_owned()
}

/// Words without the zone at their end.
fn without_zone(words: &str) -> &str {
    let zone =
        |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && !word.ends_with('M');
    words.rsplit_once(' ').filter(|(_, last)| zone(last)).map_or(words, |(before, _)| before)
}

/// The times and the measures of a text, with their words.
struct Found {
    times: Vec<(String, Time)>,
    measures: Vec<(String, Reading)>,
}

fn read(case: &Case, published: Option<&Published>) -> Found {
    let document = case.document();
    let mut found = Found { times: Vec::new(), measures: Vec::new() };
    let words = |mention: &Mention| mention.span.slice(&case.text).to_owned();
    for sentence in &document.sentences {
        let times = time::extract(&document, sentence, published);
        let taken: Vec<_> = times.iter().map(|mention| mention.tokens.clone()).collect();
        let numbers = numerals(&document, sentence.tokens.clone());
        let amounts = amounts(&document, sentence, &numbers, &taken);
        let measures = measure::extract(&document, sentence, &amounts);
        found.measures.extend(measures.into_iter().map(|mention| (words(&mention), mention.value)));
        for mention in times {
            if let Reading::Time(time) = mention.value {
                found.times.push((words(&mention), time));
            }
        }
    }
    found
}

fn published(case: &Case) -> Option<Published> {
    case.reference_date.as_deref().and_then(Published::parse)
}

fn recognizers(case: &Case) -> Outcome {
    let published = published(case);
    outcome(case, published.as_ref(), |expected, time| {
        let values = expected.value["values"].as_array().map(Vec::as_slice).unwrap_or_default();
        values.iter().any(|wanted| value::of_recognizers(wanted, time, words_of(expected), published.as_ref()))
    })
}

fn duckling(case: &Case) -> Outcome {
    let published = published(case);
    let fits = |expected: &Expected, time: &Time| {
        value::of_duckling(&expected.value, time, words_of(expected), published.as_ref())
    };
    let plain = outcome(case, published.as_ref(), fits);
    if plain.passed || case.expected.is_empty() {
        return plain;
    }
    let ahead = Case {
        id: case.id.clone(),
        text: format!("It will be {}.", case.text),
        spec: String::new(),
        section: String::new(),
        reference_date: None,
        expected: Vec::new(),
    };
    let found = read(&ahead, published.as_ref());
    let passed = match (case.expected.as_slice(), found.times.as_slice()) {
        ([expected], [(words, time)]) => core(words) == core(words_of(expected)) && fits(expected, time),
        _ => false,
    };
    Outcome { passed, ..plain }
}

fn words_of(expected: &Expected) -> &str {
    expected.text.as_deref().unwrap_or_default()
}

/// Pairs what is expected with what is found.
fn outcome(case: &Case, published: Option<&Published>, fits: impl Fn(&Expected, &Time) -> bool) -> Outcome {
    let found = read(case, published);
    let mut free: Vec<&(String, Time)> = found.times.iter().collect();
    let mut passed = true;
    for expected in &case.expected {
        let wanted = core(words_of(expected));
        if let Some(seconds) = value::duration(&expected.value) {
            passed &= found.measures.iter().any(|(words, reading)| {
                wanted.ends_with(&core(words)) && seconds.iter().any(|seconds| value::lasts(reading, *seconds))
            });
            continue;
        }
        let is_wanted = |words: &str| core(words) == wanted || core(without_zone(words)) == wanted;
        match free.iter().position(|(words, _)| is_wanted(words)) {
            Some(at) => passed &= fits(expected, &free.remove(at).1),
            None => passed = false,
        }
    }
    passed &= free.is_empty();
    Outcome {
        passed,
        wanted: case.expected.iter().map(|expected| format!("[{}] {}", words_of(expected), expected.value)).collect(),
        found: (found.times.iter().map(|(words, time)| format!("[{words}] {}", time.norm())))
            .chain(found.measures.iter().map(|(words, _)| format!("[{words}] a measure")))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn case(text: &str, words: &str, value: serde_json::Value) -> Case {
        let line = json!({"id": "x", "text": text, "reference_date": "2016-11-07T00:00:00",
            "expected": [{"type": "t", "text": words, "value": value}]});
        serde_json::from_value(line).unwrap()
    }

    #[test]
    fn either_value_may_be_met_and_leads_do_not_count() {
        let value =
            json!({"values": [{"type": "date", "value": "2016-11-01"}, {"type": "date", "value": "2016-11-08"}]});
        assert!(recognizers(&case("It happened on Tuesday.", "on Tuesday", value.clone())).passed);
        assert!(!recognizers(&case("It happened on Friday.", "on Friday", value.clone())).passed);
        assert!(!recognizers(&case("It happened on Tuesday at noon.", "on Tuesday", value)).passed);
    }

    #[test]
    fn duckling_means_the_coming_one() {
        let value = json!({"from": "2016-11-11T00:00:00", "to": null, "grain": "Day", "open": null});
        assert!(duckling(&case("Friday", "Friday", value.clone())).passed);
        assert!(!duckling(&case("Thursday", "Thursday", value)).passed);
    }

    #[test]
    fn a_case_that_expects_nothing_must_find_nothing() {
        let empty = |text: &str| Case { expected: Vec::new(), ..case(text, "", json!(null)) };
        assert!(recognizers(&empty("The ratio is 10 to 4.")).passed);
        assert!(!recognizers(&empty("He left on 3 May 2016.")).passed);
    }
}
