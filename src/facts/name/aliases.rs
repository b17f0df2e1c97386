//! Which names are one: within an article, and across articles.

use super::{
    ByWord, Entity, Name, Names, Run,
    cues::{Form, Forms, Points, abbreviates},
};
use crate::{
    article::Part,
    facts::{Kind, gazetteer::Known},
    language::Document,
};

/// How two names relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameRelation {
    /// One name.
    Same,
    /// One may be the other: a short form, a place within a place.
    Within,
    /// Two names.
    Other,
    /// A description may be of anybody.
    Unknown,
}

/// Gathers the forms of an article into who and what they name.
pub(super) fn join(document: &Document<'_>, runs: &[Run], forms: &Forms) -> Names {
    let full = full_forms(forms);
    let mut names = Names::default();
    let mut entity_of: Vec<Option<usize>> = vec![None; forms.forms.len()];
    let mut points: Vec<Points> = Vec::new();
    // Full forms first, in the order of first sight; then all are gathered under them.
    for (at, form) in forms.forms.iter().enumerate() {
        // "Afghan" and "Danes" are not the names of anybody.
        if full[at] != at || form.known == Some(Known::People) {
            continue;
        }
        entity_of[at] = Some(names.entities.len());
        let name = Name {
            full: form.name.clone(),
            words: form.words.clone(),
            is_named: true,
            alias: form.alias,
            entity: Some(names.entities.len()),
            within: Vec::new(),
        };
        names.entities.push(Entity { kind: Kind::Organisation, name, roles: Vec::new(), age: None });
        points.push([0; 3]);
    }
    for (at, form) in forms.forms.iter().enumerate() {
        let Some(entity) = entity_of[full[at]] else { continue };
        entity_of[at] = Some(entity);
        for (sum, &more) in points[entity].iter_mut().zip(&form.points) {
            *sum += more;
        }
        let known = &mut names.entities[entity];
        known.roles.extend(&form.roles);
        known.age = known.age.or(form.age);
        if known.name.alias == 0 {
            known.name.alias = form.alias;
        }
    }
    for (entity, points) in names.entities.iter_mut().zip(&points) {
        entity.kind = kind(points);
        entity.roles.sort_unstable();
    }
    for at in 0..forms.forms.len() {
        if let Some(entity) = entity_of[at].filter(|&entity| names.entities[entity].kind == Kind::Place) {
            let outer = forms.forms[at].within.map(|run| forms.of[run]);
            let outer = outer.filter(|&form| {
                entity_of[form].is_some_and(|outer| outer != entity && names.entities[outer].kind == Kind::Place)
            });
            let within = within(forms, at, outer);
            if names.entities[entity].name.within.len() < within.len() {
                names.entities[entity].name.within = within;
            }
        }
    }
    for (run, &form) in runs.iter().zip(&forms.of) {
        let Some(entity) = entity_of[form] else { continue };
        let dateline = document.sentences[run.sentence].part == Part::Dateline;
        if !dateline || names.entities[entity].kind == Kind::Place {
            names.places.push((run.tokens.clone(), entity));
        }
    }
    names
}

/// The places that a form lies in: as the article says behind a comma, else as the list has it.
fn within(forms: &Forms, form: usize, outer: Option<usize>) -> Vec<String> {
    let listed = |form: &Form| match &form.known {
        Some(Known::Place(within)) => within.clone(),
        _ => Vec::new(),
    };
    let chain = listed(&forms.forms[form]);
    let Some(outer) = outer.map(|outer| &forms.forms[outer]) else { return chain };
    if chain.contains(&outer.name) {
        return chain;
    }
    let mut within = vec![outer.name.clone()];
    within.extend(listed(outer));
    within
}

fn kind(points: &Points) -> Kind {
    let [person, body, site] = *points;
    if person > body && person > site {
        Kind::Person
    } else if site > body {
        Kind::Place
    } else {
        Kind::Organisation
    }
}

/// For each form the fullest form of the same name.
fn full_forms(forms: &Forms) -> Vec<usize> {
    let forms = &forms.forms;
    let mut full: Vec<usize> = (0..forms.len()).collect();
    // The longer forms by each of their words, so that a short form looks at few.
    let mut by_word: ByWord<Vec<usize>> = ByWord::new();
    for (at, form) in forms.iter().enumerate() {
        if form.words.len() > 1 {
            for word in &form.words {
                by_word.entry(word.clone()).or_default().push(at);
            }
        }
    }
    let longer = |at: usize| -> Vec<usize> {
        let mut found: Vec<usize> =
            forms[at].words.first().and_then(|word| by_word.get(word)).cloned().unwrap_or_default();
        if let Some(more) = forms[at].words.last().and_then(|word| by_word.get(word)) {
            found.extend(more.iter().copied());
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|&other| other != at && forms[other].words.len() > forms[at].words.len());
        found
    };
    for at in 0..forms.len() {
        let mut fits: Vec<usize> =
            longer(at).into_iter().filter(|&other| is_short_for(&forms[at], &forms[other])).collect();
        if fits.is_empty() && forms[at].words.len() == 1 {
            fits = (0..forms.len())
                .filter(|&other| {
                    let word = &forms[at].words[0];
                    forms[other].short.as_ref() == Some(word)
                        || kind(&forms[other].points) != Kind::Person && abbreviates(word, &forms[other].words)
                })
                .collect();
        }
        // A form that fits two names is the one before it, or else neither.
        let before = fits
            .iter()
            .copied()
            .filter(|&other| forms[other].first < forms[at].first)
            .max_by_key(|&other| forms[other].first);
        let only = fits.iter().all(|&other| is_one_of(forms, &fits, other));
        full[at] = match (before, fits.first()) {
            (Some(before), _) => before,
            (None, Some(&first)) if fits.len() == 1 || only => first,
            _ => at,
        };
    }
    // A short form of a short form is one of the fullest.
    for at in 0..full.len() {
        let mut top = full[at];
        for _ in 0..4 {
            top = full[top];
        }
        full[at] = top;
    }
    full
}

/// Whether a form is a short or a long one of all others that fit.
fn is_one_of(forms: &[Form], fits: &[usize], at: usize) -> bool {
    fits.iter()
        .all(|&other| other == at || is_short_for(&forms[at], &forms[other]) || is_short_for(&forms[other], &forms[at]))
}

/// Whether a form is a short one of another: the surname or the given name of a person, the beginning of an
/// organisation's name.
fn is_short_for(short: &Form, long: &Form) -> bool {
    if short.words.len() >= long.words.len() {
        return false;
    }
    let (mine, theirs) = (kind(&short.points), kind(&long.points));
    let certain = |points: &Points| points.iter().copied().max().unwrap_or(0) >= 8;
    let begins = long.words.starts_with(&short.words);
    // "Goldman Sachs" is short for "Goldman Sachs Group Inc." whatever else speaks for a person.
    if begins && long.is_company {
        return true;
    }
    if certain(&short.points) && certain(&long.points) && mine != theirs {
        return false;
    }
    // "U.S." is no short form of "U.S. Geological Survey".
    if matches!(short.known, Some(Known::Place(_))) && theirs != Kind::Person {
        return false;
    }
    let ends = long.words.ends_with(&short.words);
    match theirs {
        Kind::Person => {
            let inner = short.words.len() > 1
                && short.words.first() == long.words.first()
                && short.words.last() == long.words.last();
            (ends || begins && !short.is_titled || inner) && !(mine == Kind::Place && short.points[2] >= 8)
        }
        Kind::Place => {
            (begins || ends && long.words.len() == 2 && short.words.len() == 1 && short.points[2] > 0)
                && short.points[0] < 8
                && !long.words.iter().any(|word| word == "of")
        }
        _ => (begins || ends) && short.points[0] < 8 && short.points[2] < 8,
    }
}

impl Name {
    /// How this name relates to one of another article.
    #[must_use]
    pub fn relation(&self, other: &Self) -> NameRelation {
        if !self.is_named || !other.is_named {
            return if self.words == other.words { NameRelation::Same } else { NameRelation::Unknown };
        }
        if self.words == other.words || self.alias != 0 && self.alias == other.alias {
            return NameRelation::Same;
        }
        NameRelation::Other
    }
}
