//! Compares again and again, as a draft is typed: what was read of an article is kept for the next time.

use super::{ArticleFacts, ArticleInput, Articles, Report, Request, compare_read, render, request};
use crate::{Error, alignment::Reading, article::Article, comparison::findings::Finding, facts::gazetteer::Gazetteer};

/// Bytes of text of which the readings are kept; a reading takes about twenty times the room of its text.
///
/// Enough for sixty long reports. What a request has beyond it is read anew each time, in the room that comparing
/// takes anyway.
const MAX_KEPT_BYTES: usize = 1_000_000;

/// Articles that are kept, so that thousands of short ones do not make each look-up long: twice those of a request.
const MAX_KEPT: usize = 2 * request::MAX_ARTICLES;

/// How far a comparison has come, in steps: one for the reading of each article, and one for comparing them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are behind us.
    pub done: usize,
    /// All steps.
    pub of: usize,
}

/// Compares requests one after another and reads anew only the articles that have changed.
///
/// Reports are, byte for byte, those of [`crate::compare`]. An article is known again by its text, title and date, in
/// whatever request and under whatever id. The readings of up to one megabyte of text are kept, those used last.
///
/// ```
/// use variorum::{Comparer, Gazetteer, Request, report::ArticleInput};
/// let article = |id: &str, text: &str| ArticleInput { id: id.into(), text: text.into(), ..ArticleInput::default() };
/// let wire = article("wire", "Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said.");
/// let mut comparer = Comparer::new(Gazetteer::built_in());
/// for draft in ["Fire on ferry\n\nA fire on the ferry Aurora hurt 14", "Fire on ferry\n\nA fire on the ferry Aurora hurt 14 people."] {
///     // The wire's report is read the first time only.
///     let request = Request { articles: vec![article("draft", draft), wire.clone()], options: None };
///     assert_eq!(comparer.compare(&request)?, variorum::compare(&request)?);
/// }
/// # Ok::<(), variorum::Error>(())
/// ```
#[derive(Debug)]
pub struct Comparer<'p> {
    places: Option<&'p Gazetteer>,
    /// Those used last come last.
    kept: Vec<Kept>,
}

/// One article with what was read of it.
///
/// Invariant: the reading is of this very text, title and date, with the places of the comparer. Between comparisons
/// it is on no text, since nothing can borrow from its own neighbour.
#[derive(Debug)]
struct Kept {
    text: String,
    title: Option<String>,
    given: Option<String>,
    article: Article<'static>,
    reading: Reading<'static>,
    published: Option<String>,
    within: Option<Vec<Finding>>,
}

impl Kept {
    fn is_of(&self, input: &ArticleInput) -> bool {
        self.text == input.text && self.title == input.title && self.given == input.published
    }
}

impl<'p> Comparer<'p> {
    /// A comparer that has read nothing yet, with a list of places or none: see [`Gazetteer`].
    #[must_use]
    pub fn new(places: Option<&'p Gazetteer>) -> Self {
        Self { places, kept: Vec::new() }
    }

    /// Compares the articles of a request, as [`crate::compare`] does.
    ///
    /// # Errors
    /// When the request cannot be taken: see [`Error`].
    pub fn compare(&mut self, request: &Request) -> Result<Report, Error> {
        self.compare_with(request, &mut |_| ())
    }

    /// The same, and tells before each step how far it has come.
    ///
    /// # Errors
    /// When the request cannot be taken: see [`Error`].
    pub fn compare_with(&mut self, request: &Request, tell: &mut dyn FnMut(Progress)) -> Result<Report, Error> {
        let order = request::check(&request.articles)?;
        let inputs: Vec<&ArticleInput> = order.iter().map(|&at| &request.articles[at]).collect();
        let mut read = Articles::default();
        let of = inputs.len() + 1;
        for (done, input) in inputs.iter().enumerate() {
            tell(Progress { done, of });
            self.take(input, &mut read);
        }
        tell(Progress { done: of - 1, of });
        let own: Vec<usize> = read.articles.iter().map(|article| article.remarks.len()).collect();
        let report = compare_read(request, &order, &inputs, &mut read);
        // What was remarked of an article beside these others says nothing of it beside the next ones.
        for (article, own) in read.articles.iter_mut().zip(own) {
            article.remarks.truncate(own);
        }
        self.keep(&inputs, read);
        report
    }

    /// Reads the facts of one article, as [`crate::read`] does.
    ///
    /// # Errors
    /// When the article cannot be taken: see [`Error`].
    pub fn read(&mut self, input: &ArticleInput) -> Result<ArticleFacts, Error> {
        request::check(std::slice::from_ref(input))?;
        let mut read = Articles::default();
        self.take(input, &mut read);
        let facts = render::article_facts(input, &read.articles[0], &read.readings[0], read.published[0].clone());
        self.keep(&[input], read);
        Ok(facts)
    }

    /// Adds an article to those that are read: as it was kept, or else by reading it.
    fn take<'t>(&mut self, input: &'t ArticleInput, read: &mut Articles<'t>) {
        let Some(at) = self.kept.iter().position(|kept| kept.is_of(input)) else {
            read.read(input, self.places);
            return;
        };
        let kept = self.kept.remove(at);
        read.articles.push(kept.article.on(&input.text));
        read.readings.push(kept.reading.on(&input.text));
        read.published.push(kept.published);
        read.within.push(kept.within);
    }

    /// Keeps what was read of these articles for the next time, and lets go of what was used longest ago.
    fn keep(&mut self, inputs: &[&ArticleInput], read: Articles<'_>) {
        let read = read.articles.into_iter().zip(read.readings).zip(read.published).zip(read.within);
        for (input, (((article, reading), published), within)) in inputs.iter().zip(read) {
            self.kept.push(Kept {
                text: input.text.clone(),
                title: input.title.clone(),
                given: input.published.clone(),
                article: article.on(""),
                reading: reading.on(""),
                published,
                within,
            });
        }
        let mut bytes: usize = self.kept.iter().map(|kept| kept.text.len()).sum();
        while bytes > MAX_KEPT_BYTES || self.kept.len() > MAX_KEPT {
            bytes -= self.kept.remove(0).text.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Options, Place, UserRule};

    const WIRE: &str =
        "Blast kills 12 at Kelness depot\n\nAn explosion killed 12 workers in Kelness on Tuesday, police said.";
    const DRAFT: &str =
        "Depot explosion leaves 14 dead\n\nA blast killed 14 workers in Kelness on Tuesday, the owner said.";
    const OTHER: &str =
        "Council elects mayor\n\nAda Brunn was elected mayor of Lund with 52 per cent of the vote on Sunday.";

    fn article(id: &str, text: &str, published: &str) -> ArticleInput {
        let published = Some(published.to_owned()).filter(|date| !date.is_empty());
        ArticleInput { id: id.to_owned(), text: text.to_owned(), published, ..ArticleInput::default() }
    }

    fn request(articles: &[ArticleInput]) -> Request {
        Request { articles: articles.to_vec(), options: None }
    }

    #[track_caller]
    fn check(comparer: &mut Comparer<'_>, request: &Request) {
        let json = |report: Result<Report, Error>| serde_json::to_string(&report.expect("it can be taken")).unwrap();
        assert_eq!(json(comparer.compare(request)), json(crate::compare(request)));
    }

    #[test]
    fn reports_are_those_of_a_first_comparison() {
        let mut comparer = Comparer::new(Gazetteer::built_in());
        let (wire, draft) = (article("wire", WIRE, "2025-06-04"), article("draft", DRAFT, "2025-06-05"));
        // Other texts, dates, ids, orders and options, each after all the others.
        let explained = Request {
            options: Some(Options { explain: true, ..Options::default() }),
            ..request(&[wire.clone(), draft.clone()])
        };
        let against = WIRE.replacen("12", "13", 1);
        let requests = [
            request(&[wire.clone(), draft.clone()]),
            request(&[draft.clone(), wire.clone(), article("c", OTHER, "")]),
            explained,
            request(&[article("wire", WIRE, "2025-06-11"), article("draft", WIRE, "")]),
            request(&[ArticleInput { title: Some("Depot explosion".to_owned()), ..draft.clone() }, wire.clone()]),
            request(&[article("a", WIRE, "2025-06-04"), article("b", WIRE, "2025-06-04")]),
            // What an article says against itself, from another place among the articles.
            request(&[article("a", &against, "2025-06-04"), article("b", WIRE, "2025-06-04")]),
            request(&[article("b", &against, "2025-06-04"), article("a", WIRE, "2025-06-04")]),
            request(&[article("b", "", ""), draft]),
            request(&[wire]),
        ];
        for request in requests.iter().chain(requests.iter().rev()) {
            check(&mut comparer, request);
        }
        assert_eq!(comparer.read(&requests[0].articles[0]), crate::read(&requests[0].articles[0]));
    }

    #[test]
    fn remarks_on_an_article_beside_others_are_not_kept() {
        let mut comparer = Comparer::new(Gazetteer::built_in());
        let wire = article("wire", WIRE, "");
        // One term in common with each, so that it is unsure where it belongs.
        let unsure = article("unsure", "Depot\n\nThe depot in Kelness was built by Ada Brunn of Lund in 1950.", "");
        check(&mut comparer, &request(&[wire.clone(), unsure.clone(), article("other", OTHER, "")]));
        check(&mut comparer, &request(&[wire, unsure]));
    }

    #[test]
    fn only_what_changed_is_read_anew() {
        let mut comparer = Comparer::new(Gazetteer::built_in());
        let texts = |comparer: &Comparer<'_>| comparer.kept.iter().map(|kept| kept.text.clone()).collect::<Vec<_>>();
        comparer.compare(&request(&[article("a", WIRE, ""), article("b", DRAFT, "")])).unwrap();
        let tokens = comparer.kept[0].reading.document.tokens.as_ptr();
        comparer.compare(&request(&[article("a", OTHER, ""), article("z", WIRE, "")])).unwrap();
        assert_eq!(texts(&comparer), [DRAFT, OTHER, WIRE]);
        assert_eq!(comparer.kept[2].reading.document.tokens.as_ptr(), tokens, "it is the same reading");
    }

    #[test]
    fn what_is_kept_has_a_bound() {
        let mut comparer = Comparer::new(None);
        let long = |word: &str| article(word, &format!("{word}\n\n").repeat(MAX_KEPT_BYTES / word.len() / 4), "");
        for word in ["One.", "Two.", "Three.", "Four.", "Five.", "Six."] {
            comparer.read(&long(word)).unwrap();
        }
        let bytes: usize = comparer.kept.iter().map(|kept| kept.text.len()).sum();
        assert!(comparer.kept.last().is_some_and(|kept| kept.text.starts_with("Six.")));
        assert!((1..=MAX_KEPT_BYTES).contains(&bytes), "{bytes}");
        for number in 0..=MAX_KEPT {
            comparer.read(&article("a", &format!("Number {number}."), "")).unwrap();
        }
        assert_eq!(comparer.kept.len(), MAX_KEPT);
    }

    #[test]
    fn progress_is_told_in_steps() {
        let mut comparer = Comparer::new(None);
        let mut steps = Vec::new();
        let request = request(&[article("a", WIRE, ""), article("b", DRAFT, "")]);
        comparer.compare_with(&request, &mut |step| steps.push((step.done, step.of))).unwrap();
        assert_eq!(steps, [(0, 3), (1, 3), (2, 3)]);
    }

    #[test]
    fn a_request_that_is_refused_leaves_the_readings() {
        let mut comparer = Comparer::new(None);
        let wire = article("wire", WIRE, "");
        let place = Place { article: "nobody".to_owned(), start: 0, end: 1 };
        let rule = UserRule::SameAs { left: place.clone(), right: place };
        let bad = Request {
            options: Some(Options { rules: vec![rule], ..Options::default() }),
            ..request(std::slice::from_ref(&wire))
        };
        assert!(comparer.compare(&bad).is_err());
        assert_eq!(comparer.kept.len(), 1);
        check(&mut comparer, &request(&[wire]));
    }
}
