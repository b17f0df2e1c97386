//! The report: the facts that were compared, as plain data, in a fixed order and in words.

mod comparer;
mod key_order;
mod label;
pub mod model;
mod render;
pub mod request;
mod wording;
mod words;

pub use comparer::{Comparer, Progress};
pub use model::*;
pub use wording::diff_words;

use crate::{
    Error,
    alignment::{
        Reading as AlignedReading,
        sentences::{Likeness, SentenceId, SentencePair},
        shared, slots, stories,
        terms::Terms,
    },
    article::{self, Article, Remark},
    comparison::{absent::Mentioned, copy, findings, only, within},
    facts::{self, calendar::Published, gazetteer::Gazetteer, time},
    language,
    text::ByteSpan,
};

/// Articles as they were read, by their position in the order of ids.
#[derive(Default)]
struct Articles<'t> {
    articles: Vec<Article<'t>>,
    readings: Vec<AlignedReading<'t>>,
    /// The date of each, as given or found.
    published: Vec<Option<String>>,
    /// What each says against itself; none until it was compared.
    within: Vec<Option<Vec<findings::Finding>>>,
}

impl<'t> Articles<'t> {
    /// Reads one more article: its parts, its facts and its date.
    fn read(&mut self, input: &'t ArticleInput, places: Option<&Gazetteer>) {
        let mut article = article::ingest(&input.text, input.title.as_deref());
        let document = language::read(&article);
        if document.lexicon.is_none() {
            let span = ByteSpan::new(0, input.text.len() as u32);
            let message =
                "This article is in a language that cannot be read yet, so no facts were found in it.".to_owned();
            article.remarks.push(Remark { code: "language", message, span, weekday: None });
        }
        let given = input.published.as_deref().map(str::trim).filter(|value| !value.is_empty());
        let date = given.and_then(Published::parse).or_else(|| time::publication_date(&document).map(|(date, _)| date));
        let published = given.map(str::to_owned).or_else(|| date.map(|date| date.to_string()));
        let facts = facts::extract(&document, date.as_ref(), places);
        let reading = AlignedReading::new(document, facts, date);
        for wrong in within::weekdays(&reading) {
            let message = words::EN.weekday.replace("{text}", wrong.span.slice(&input.text));
            let message = message.replace("{day}", words::EN.weekdays[usize::from(wrong.weekday)]);
            article.remarks.push(Remark {
                code: "weekday",
                message,
                span: wrong.span,
                weekday: Some(wrong.weekday + 1),
            });
        }
        self.articles.push(article);
        self.readings.push(reading);
        self.published.push(published);
        self.within.push(None);
    }
}

/// Compares the articles of a request.
///
/// # Errors
/// When the request cannot be taken: see [`Error`].
pub(crate) fn compare(request: &Request, places: Option<&Gazetteer>) -> Result<Report, Error> {
    Comparer::new(places).compare(request)
}

/// Compares the articles of a request, all of them read. `order` is that of [`request::check`], and `inputs` are in it.
///
/// What is remarked of an article beside the others is added to the remarks of its own.
fn compare_read(
    request: &Request,
    order: &[usize],
    inputs: &[&ArticleInput],
    read: &mut Articles<'_>,
) -> Result<Report, Error> {
    let Articles { articles, readings, published, within } = read;
    let readings = readings.as_slice();
    let all: Vec<usize> = (0..readings.len()).collect();
    let terms = Terms::new(readings, &all);
    // What this takes for a while comes before what is kept, which then stands where it stood.
    let runs = shared::shared(readings, &terms);
    let likeness = Likeness::new(readings, &all, &terms);
    let is_one_event = request.options.as_ref().is_some_and(|options| options.rules.contains(&UserRule::OneEvent));
    let stories::Stories { stories, unsure } = if is_one_event {
        stories::Stories { stories: vec![all], unsure: Vec::new() }
    } else {
        stories::stories(readings, &terms, &likeness)
    };
    for article in unsure {
        let span = ByteSpan::new(0, inputs[article].text.len() as u32);
        let message = "It is not clear whether this article is about the same event as the others.".to_owned();
        articles[article].remarks.push(Remark { code: "story-unsure", message, span, weekday: None });
    }
    let rules = request::rules(request, inputs)?;
    let (mut found, mut alone) = (Vec::new(), Vec::new());
    let explains = request.options.as_ref().is_some_and(|options| options.explain);
    let (mut aligned, mut passed_over) = (Vec::<SentencePair>::new(), Vec::new());
    for story in &stories {
        // How much a word tells is weighed by the reports of its story alone, so that an article about something
        // else changes nothing that is found between the others.
        let own = (stories.len() > 1).then(|| {
            let terms = Terms::new(readings, story);
            let likeness = Likeness::new(readings, story, &terms);
            (terms, likeness)
        });
        let (terms, likeness) = own.as_ref().map_or((&terms, &likeness), |(terms, likeness)| (terms, likeness));
        aligned.extend_from_slice(&likeness.aligned);
        let slots::Slots { slots, cut, passed_over: apart } =
            slots::slots(readings, story, terms, likeness, &rules, explains);
        if explains {
            passed_over.extend(apart);
        }
        for article in cut {
            let span = ByteSpan::new(0, inputs[article].text.len() as u32);
            let message =
                "This article has more values than are compared at once, so only the first ones were.".to_owned();
            articles[article].remarks.push(Remark { code: "values-limit", message, span, weekday: None });
        }
        let mut valued: Vec<SentenceId> = slots
            .iter()
            // A sentence may name who stands in other articles and yet tell what they do not.
            .filter(|slot| slot.kind.is_scaled())
            .flat_map(|slot| &slot.values)
            .map(|&(article, mention)| SentenceId {
                article,
                sentence: readings[article].facts.mentions[mention].sentence,
            })
            .collect();
        valued.sort_unstable();
        let mentioned = Mentioned::new(readings, story, terms);
        found.extend(slots.iter().map(|slot| {
            let mut finding = findings::finding(readings, slot, &mentioned);
            if copy::is_shared(&finding, readings, &runs) {
                finding.reasons.push(findings::Reason::SharedCopy);
            }
            finding
        }));
        // A sentence of function words alone ("What would they have done?") tells nothing that another could lack.
        let is_empty = |id: SentenceId| {
            let tokens = readings[id.article].document.sentences[id.sentence].tokens.clone();
            terms.of[id.article][tokens].iter().all(|&term| term == 0)
        };
        alone.extend(only::only(readings, story, likeness, |id| valued.binary_search(&id).is_ok() || is_empty(id)));
    }
    for (article, own) in within.iter_mut().enumerate() {
        let parted = |finding: &findings::Finding| {
            let span = |at: &findings::Grouped| readings[at.article].facts.mentions[at.mention].mention.span;
            let has = |place: (usize, ByteSpan)| {
                finding.readings.iter().any(|at| at.article == place.0 && span(at).overlaps(place.1))
            };
            rules.iter().any(|rule| !rule.is_same && has(rule.left) && has(rule.right))
        };
        let own = own.get_or_insert_with(|| within::findings(readings, article));
        // It may have stood elsewhere among the articles before.
        own.iter_mut().flat_map(|finding| &mut finding.readings).for_each(|reading| reading.article = article);
        found.extend(own.iter().filter(|finding| !parted(finding)).cloned());
    }
    if let Some(kinds) = request.options.as_ref().and_then(|options| options.kinds.as_ref()) {
        found.retain(|finding| kinds.contains(&finding.kind));
        passed_over.retain(|pair| kinds.contains(&readings[pair.left.0].facts.mentions[pair.left.1].mention.kind));
    }
    // The report takes as much room again.
    drop((terms, likeness));
    aligned.sort_unstable_by_key(|pair| (pair.left, pair.right));
    let mut given = vec![0; order.len()];
    for (sorted, &at) in order.iter().enumerate() {
        given[at] = sorted;
    }
    let compared = render::Compared {
        inputs,
        articles,
        readings,
        published,
        aligned,
        stories,
        findings: found,
        only: alone,
        passed_over,
        shared: runs,
    };
    Ok(render::render(&compared, &given))
}
