//! What is kept from one comparison to the next changes no report.

use proptest::{prelude::*, sample::select};
use variorum::{Comparer, Gazetteer, report::Request};

use super::{corpus, laws};

/// One step of somebody who edits articles: which article, at which share of its words, and what for that word.
type Edit = (prop::sample::Index, prop::sample::Index, &'static str);

/// Words put in for others: figures, names, marks, a line of its own, or nothing.
const WORDS: [&str; 8] = ["", "14", "no", "Tuesday", "Kelness", "said.", "\n\nHeadline of 12\n\n", "“police”"];

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), select(WORDS.as_slice())), 1..6)
}

/// The request with a word of one article replaced.
fn edited(mut request: Request, (article, place, word): &Edit) -> Request {
    let article = article.index(request.articles.len());
    let text = &mut request.articles[article].text;
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    if !spaces.is_empty() {
        let at = spaces[place.index(spaces.len())] + 1;
        let end = text[at..].find(' ').map_or(text.len(), |length| at + length);
        text.replace_range(at..end, word);
    }
    request
}

#[track_caller]
fn follow(mut request: Request, edits: &[Edit]) {
    let mut comparer = Comparer::new(Gazetteer::built_in());
    let again = |comparer: &mut Comparer<'_>, request: &Request| {
        let report = comparer.compare(request).expect("the request is taken");
        assert_eq!(serde_json::to_string(&report).expect("a report can be written"), laws::bytes(request));
    };
    again(&mut comparer, &request);
    for edit in edits {
        request = edited(request, edit);
        // Under other positions, and with one article less, what was kept is met again as well.
        request.articles.rotate_left(1);
        again(&mut comparer, &request);
        let fewer = Request { articles: request.articles[1..].to_vec(), ..request.clone() };
        if !fewer.articles.is_empty() {
            again(&mut comparer, &fewer);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn invented_reports_are_compared_again_as_for_the_first_time(request in corpus::invented(), edits in edits()) {
        follow(request, &edits);
    }

    #[test]
    fn examples_are_compared_again_as_for_the_first_time(request in corpus::example(), edits in edits()) {
        follow(request, &edits[..edits.len().min(2)]);
    }
}
