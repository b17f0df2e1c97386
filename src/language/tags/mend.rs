//! Mends tags that the words around them rule out.
//!
//! The tagger looks at two words to each side and knows no lists; what lists and a longer look say for sure is mended
//! here, case by case.

use super::Upos;
use crate::language::{
    Document, lemmas,
    lexicon::{Class, Word},
    tokens::Shape,
};

/// Goes through the tags of a document once.
pub(in crate::language) fn mend(document: &mut Document<'_>) {
    for at in 0..document.tokens.len().saturating_sub(1) {
        // "Turnover hit £5m": what begins a sentence and is of no class the tagger knows is what the verb is told of.
        if document.tags[at] == Upos::X
            && document.tokens[at].shape == Shape::Word
            && matches!(document.tags[at + 1], Upos::Verb | Upos::Aux)
        {
            document.tags[at] = Upos::Noun;
        }
        if is_given_name(document, at) || is_surname(document, at) || is_surname_by_its_capital(document, at) {
            document.tags[at] = Upos::Propn;
        }
        if at == 0 {
            continue;
        }
        let is_verb = match document.tags[at] {
            Upos::Noun => {
                is_said(document, at)
                    || is_doing_of_counted(document, at)
                    || is_hurt(document, at)
                    || injures(document, at)
                    || is_past(document, at)
                    || is_behind_modal(document, at)
                    || comes_to(document, at)
            }
            Upos::Adj => is_passive(document, at) || moved(document, at),
            _ => false,
        };
        if is_verb {
            document.tags[at] = Upos::Verb;
        } else if document.tags[at] == Upos::Verb && narrows_number(document, at) {
            document.tags[at] = Upos::Adj;
        } else if document.tags[at] == Upos::Verb
            && (is_people(document, at) || is_doer(document, at) || is_thing(document, at) || is_compound(document, at))
            || matches!(document.tags[at], Upos::Adj | Upos::Adv) && is_head(document, at)
        {
            document.tags[at] = Upos::Noun;
        }
    }
}

/// "Theresa May resigned": a given name before another capital is a name, whatever its letters look like.
fn is_given_name(document: &Document<'_>, at: usize) -> bool {
    !matches!(document.tags[at], Upos::Noun | Upos::Num | Upos::Propn | Upos::Punct)
        && [at, at + 1].iter().all(|&at| document.tokens[at].capital && document.tokens[at].shape == Shape::Word)
        && (document.is(at, Class::GivenName) || document.is(at, Class::Sex))
        && !document.is(at, Class::Stop)
}

/// "Freed said", "Young's lawyer": what begins a sentence right before a verb or an ending of owners, and ends a name
/// of two words elsewhere in the article, is that name, though a word like any other is written so.
fn is_surname(document: &Document<'_>, at: usize) -> bool {
    let is_name = |at: usize| document.tags[at] == Upos::Propn;
    matches!(document.tags[at], Upos::Adj | Upos::Adv | Upos::Aux | Upos::Verb | Upos::Intj)
        && document.tokens[at].capital
        && (matches!(document.tags[at + 1], Upos::Verb | Upos::Aux)
            || document.tags[at + 1] == Upos::Part && document.tokens[at + 1].joined)
        && at.checked_sub(1).is_none_or(|before| document.tags[before] == Upos::Punct)
        && (1..document.tokens.len())
            .any(|other| is_name(other) && is_name(other - 1) && document.word(other) == document.word(at))
}

/// "Joshua Freed spoke", "Theresa May, who": between a name and a verb a word with a capital belongs to the name, and
/// so does what would be a modal verb before anything; but in the heading "Talks May Resume" the next has a capital.
fn is_surname_by_its_capital(document: &Document<'_>, at: usize) -> bool {
    let tag = document.tags[at];
    (tag == Upos::Aux
        || matches!(tag, Upos::Adj | Upos::Adv | Upos::Verb) && matches!(document.tags[at + 1], Upos::Verb | Upos::Aux))
        && document.tokens[at].capital
        && !document.tokens[at + 1].capital
        && at.checked_sub(1).is_some_and(|before| document.tags[before] == Upos::Propn)
}

/// "The firm puts the cost at": a form that is a noun or a verb of saying is a verb between a name or a noun and
/// what is said.
fn is_said(document: &Document<'_>, at: usize) -> bool {
    let third_person = |word: &str| word.ends_with('s') && word.len() > 3;
    matches!(document.tags[at - 1], Upos::Propn | Upos::Noun)
        && matches!(document.tags[at + 1], Upos::Det | Upos::Pron | Upos::Sconj | Upos::Num | Upos::Sym)
        && document.is(at, Class::Report)
        && document.tokens[at].shape == Shape::Word
        && third_person(document.word(at))
}

/// "A family of four flying from Lisbon": a form in -ing behind a number is what those who are counted do; the noun
/// would be a plural. In "the 2019 meeting", "the May 5 hearing" and "Flight 11 boarding" nothing is counted.
fn is_doing_of_counted(document: &Document<'_>, at: usize) -> bool {
    let number = &document.tokens[at - 1];
    let is_year = number.shape == Shape::Number && number.span.len() == 4;
    document.tags[at - 1] == Upos::Num
        && !is_year
        && at.checked_sub(2).is_none_or(|before| document.tags[before] != Upos::Propn)
        && matches!(document.tags[at + 1], Upos::Adp | Upos::Det | Upos::Adv | Upos::Part)
        && document.word(at).ends_with("ing")
}

/// "30 hurt in blast": behind a number a form such as "hurt" is what happened to those who are counted.
fn is_hurt(document: &Document<'_>, at: usize) -> bool {
    document.tags[at - 1] == Upos::Num
        && document.is(at, Class::Transitive)
        && !matches!(document.tags[at + 1], Upos::Noun | Upos::Propn)
}

/// "Blast kills 1, injures 2": a plural does not stand right before a number, the verb of a form that needs an object
/// does.
fn injures(document: &Document<'_>, at: usize) -> bool {
    if document.tags[at + 1] != Upos::Num {
        return false;
    }
    let Some(base) = document.word(at).strip_suffix('s') else { return false };
    let past = |ending: &str| document.lists().entry(&[base, ending].concat());
    ["d", "ed"].iter().any(|ending| document.lists().value(past(ending), Class::Transitive).is_some())
}

/// "The toll reaches 15", "the dead number 40": behind who or what comes to it a form in -s right before a number is a
/// verb, and so is "number" behind several.
fn comes_to(document: &Document<'_>, at: usize) -> bool {
    if document.tags[at + 1] != Upos::Num {
        return false;
    }
    let word = document.word(at);
    let number = &document.tokens[at + 1];
    let is_year = number.shape == Shape::Number && number.span.len() == 4;
    let is_title = document.tokens[at].capital && document.tokens[at - 1].capital;
    let behind_doer = matches!(document.tags[at - 1], Upos::Noun | Upos::Propn);
    let numbers = document.is_word(at, Word::Number)
        && (document.is_plural(at - 1) && !document.word(at - 1).ends_with("us")
            || document.is(at - 1, Class::Toll)
            || document.is_word(at - 1, Word::They));
    !is_year
        && (numbers
            || behind_doer
                && !is_title
                && word.ends_with('s')
                && document.is(at, Class::Level)
                && !document.is(at, Class::Designator))
}

/// "The debt fell": right before a form that is a past alone a bare form is no verb, but who or what does it.
fn is_doer(document: &Document<'_>, at: usize) -> bool {
    let is_form = |word: &str| word.ends_with("ed") || word.ends_with("ing");
    document.tags[at + 1] == Upos::Verb
        && document.is(at + 1, Class::Past)
        && !is_form(document.word(at))
        && ![Class::Past, Class::PastOrParticiple, Class::Participle, Class::Light, Class::Auxiliary]
            .iter()
            .any(|&class| document.is(at, class))
}

/// "Were struck", "was later found": behind a form of "be" a participle is no adjective.
fn is_passive(document: &Document<'_>, at: usize) -> bool {
    let be = (0..at).rev().find(|&before| document.tags[before] != Upos::Adv);
    be.is_some_and(|be| document.tags[be] == Upos::Aux)
        && [Class::Participle, Class::PastOrParticiple, Class::Transitive].iter().any(|class| document.is(at, *class))
}

/// "The trawler sank", "the club paid £32m": behind who does it a form that is a past alone, or the past of a verb that
/// is written otherwise, is no noun.
fn is_past(document: &Document<'_>, at: usize) -> bool {
    let behind_doer = matches!(document.tags[at - 1], Upos::Noun | Upos::Propn | Upos::Pron);
    let mut plain = String::new();
    let past = |plain: &mut String| {
        let word = document.word(at);
        lemmas::write(word, document.tokens[at].entry, Upos::Verb, document.lists(), plain);
        !plain.eq_ignore_ascii_case(word)
    };
    behind_doer
        && (document.is(at, Class::Past)
            || document.is(at, Class::PastOrParticiple)
                && matches!(document.tags[at + 1], Upos::Sym | Upos::Num | Upos::Det | Upos::Pron)
                && past(&mut plain))
}

/// "Would recall 12,000 cars", "will not face charges": behind a modal verb stands a verb.
fn is_behind_modal(document: &Document<'_>, at: usize) -> bool {
    let skipped = usize::from(matches!(document.tags[at - 1], Upos::Part | Upos::Adv));
    at.checked_sub(1 + skipped).is_some_and(|modal| {
        document.tags[modal] == Upos::Aux
            && document.value(modal, Class::Auxiliary).is_some_and(|number| MODALS.contains(&number))
    })
}

/// "The shares slid 3 per cent": right behind what it is told of and before a number, the past of a verb is no adjective.
fn moved(document: &Document<'_>, at: usize) -> bool {
    matches!(document.tags[at - 1], Upos::Noun | Upos::Propn)
        && matches!(document.tags[at + 1], Upos::Num | Upos::Sym)
        && (document.is(at, Class::Past) || document.is(at, Class::PastOrParticiple))
}

/// The modal verbs among the numbers of [`Class::Auxiliary`].
const MODALS: std::ops::RangeInclusive<i32> = 10..=14;

/// "A whopping 182,000", "an estimated 300": between an article and a number stands what narrows the number.
fn narrows_number(document: &Document<'_>, at: usize) -> bool {
    document.tags[at - 1] == Upos::Det && document.tags[at + 1] == Upos::Num
}

/// "Traffic officers from five stations came": a plural for people behind a noun is who does it where a preposition or
/// another verb follows.
fn is_people(document: &Document<'_>, at: usize) -> bool {
    (document.is(at, Class::Person) || document.is(at, Class::Agent))
        && document.word(at).ends_with('s')
        && matches!(document.tags[at - 1], Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det)
        && matches!(document.tags[at + 1], Upos::Adp | Upos::Verb | Upos::Aux)
}

/// "Vote on the offer on Tuesday": between an article and a preposition a bare form is no verb.
fn is_thing(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at - 1, &[Word::A, Word::The])
        && document.tags[at + 1] == Upos::Adp
        && !["ed", "ing"].iter().any(|ending| document.word(at).ends_with(ending))
        && ![Class::Past, Class::PastOrParticiple, Class::Participle].iter().any(|&class| document.is(at, class))
}

/// "At the furniture warehouse shortly after ten", "near the school gate": behind a preposition and one thing, which takes a
/// form in -s, a bare form is no verb but what the thing is of. Organisations and people may be several ("the council
/// say"), and a bare form may hang on several before the phrase ("the workers at the plant want").
fn is_compound(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    let is_bare = !["s", "ed", "ing"].iter().any(|ending| word.ends_with(ending))
        && document.tokens[at].shape == Shape::Word
        && ![Class::Past, Class::PastOrParticiple, Class::Participle, Class::Transitive, Class::Report, Class::Light]
            .iter()
            .any(|&class| document.is(at, class));
    let goes_on = matches!(document.tags[at + 1], Upos::Noun | Upos::Adv | Upos::Adp | Upos::Aux | Upos::Punct);
    let is_one = document.tags[at - 1] == Upos::Noun
        && !document.is_plural(at - 1)
        && ![Class::Group, Class::Body, Class::Role, Class::Person, Class::Quantifier, Class::Stop]
            .iter()
            .any(|&class| document.is(at - 1, class));
    if !is_bare || !goes_on || !is_one {
        return false;
    }
    let describes = |&at: &usize| matches!(document.tags[at], Upos::Noun | Upos::Adj);
    let article = (0..at).rev().find(|at| !describes(at));
    let Some(article) = article.filter(|&at| document.is_any(at, &[Word::A, Word::The])) else { return false };
    let before = article.checked_sub(1).filter(|&before| document.tags[before] == Upos::Adp);
    before.is_some_and(|before| {
        before.checked_sub(1).is_none_or(|governor| {
            let is_told_of = matches!(document.tags[governor], Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
            !is_told_of || !document.is_plural(governor)
        })
    })
}

/// "An appeal against", "a crater two metres wide": between "a" and a preposition or an extent stands a noun, but for
/// amounts ("a few of", "a little over").
fn is_head(document: &Document<'_>, at: usize) -> bool {
    document.is_word(at - 1, Word::A)
        && (document.tags[at + 1] == Upos::Adp
            || document.tags[at + 1] == Upos::Num
                && document.is(at + 2, Class::Unit)
                && document.is(at + 3, Class::Extent))
        && ![Class::Stop, Class::Cardinal, Class::Ordinal].iter().any(|&class| document.is(at, class))
}

#[cfg(test)]
mod tests {
    use crate::{
        article::{Article, Part, Passage},
        language::read,
        text::ByteSpan,
    };

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let span = ByteSpan::new(0, text.len() as u32);
        let passages = vec![Passage { part: Part::Body, span, paragraph: 0 }];
        let document = read(&Article { text, passages, remarks: Vec::new() });
        let tagged: Vec<String> =
            (0..document.tokens.len()).map(|at| format!("{}/{}", document.word(at), document.tag(at).name())).collect();
        assert!(format!(" {} ", tagged.join(" ")).contains(&format!(" {expected} ")), "{tagged:?}");
    }

    #[test]
    fn what_those_counted_do_is_a_verb() {
        check("A family of four flying from Lisbon paid more.", "four/NUM flying/VERB");
        check("There were two waiting at the gate.", "two/NUM waiting/VERB");
        check("It was decided at the 2019 meeting of the club.", "meeting/NOUN");
        check("The judge set a May 5 hearing on the claim.", "hearing/NOUN");
    }

    #[test]
    fn what_befell_those_counted_is_a_verb() {
        check("10 dead, 30 hurt in blast", "30/NUM hurt/VERB");
        check("Blast kills 1, injures 2", "injures/VERB 2/NUM");
        check("They scored 3 hits and 2 runs.", "hits/NOUN");
    }

    #[test]
    fn what_an_article_stands_before_is_a_noun() {
        check("He told reporters an appeal against the sentence would be lodged.", "appeal/NOUN");
        check("An able crew of six left.", "able/ADJ");
        check("He spoke at a rally in Lier.", "rally/NOUN");
        check("Members will vote on the offer on Tuesday.", "offer/NOUN on/ADP");
    }

    #[test]
    fn a_past_behind_its_doer_is_a_verb() {
        check("Four sailors drowned when the trawler sank.", "trawler/NOUN sank/VERB");
        check("The club paid £32m for the striker.", "club/NOUN paid/VERB");
        check("The pay rise is late.", "rise/NOUN");
    }

    #[test]
    fn what_stands_between_an_article_and_a_number_narrows_it() {
        check("A whopping 182,000 have been recalled.", "whopping/ADJ 182,000/NUM");
    }

    #[test]
    fn behind_a_modal_stands_a_verb() {
        check("The firm said it would recall about 12,000 vans.", "would/AUX recall/VERB");
        check("They will not face charges.", "will/AUX not/PART face/VERB");
    }

    #[test]
    fn what_comes_to_a_number_is_a_verb() {
        check("Death toll from the quake reaches 15 as aftershocks rattle islands", "quake/NOUN reaches/VERB 15/NUM");
        check("The injured number 236.", "number/VERB 236/NUM");
        check("The study has 12 pages.", "pages/NOUN");
        check("Take bus number 12.", "number/NOUN 12/NUM");
    }

    #[test]
    fn what_a_past_is_told_of_is_a_noun() {
        check("Its shares slid 2.4 percent after the show.", "shares/NOUN slid/VERB");
        check("Net debt fell to £1.27bn.", "debt/NOUN fell/VERB");
        check("Turnover hit £5m.", "Turnover/NOUN hit/VERB");
    }

    #[test]
    fn a_surname_is_a_name_where_it_begins_a_sentence() {
        check("It was late, said nurse Anna Kowal.", "nurse/NOUN Anna/PROPN Kowal/PROPN");
        check("Joshua Freed spoke on Tuesday. Freed said it was late.", "Freed/PROPN said/VERB");
        check("The coach, Ann Young, left. Young's lawyer was there.", "Young/PROPN 's/PART lawyer/NOUN");
        check("Prime Minister Theresa May resigned. May said it was late.", "May/PROPN said/VERB");
        check("They were met by Theresa May who said it was late.", "May/PROPN who/PRON");
        check("Talks May Resume", "May/AUX");
        check("Freed prisoners said it was late.", "Freed/ADJ prisoners/NOUN");
        check("Joshua Freed spoke. Freed from his chains, the bear ran.", "Freed/VERB from/ADP");
    }

    #[test]
    fn people_are_no_verb() {
        check("Traffic officers from five stations came.", "officers/NOUN from/ADP");
    }

    #[test]
    fn a_bare_form_behind_one_thing_is_no_verb() {
        check("The fire began at the furniture warehouse shortly after ten.", "furniture/NOUN warehouse/NOUN");
        check("The crowd left by the stadium exit, he said.", "exit/NOUN");
        check("They saw the barn burn on Monday.", "barn/NOUN burn/VERB");
        check("The workers at the plant want more.", "plant/NOUN want/VERB");
        check("In the end the council vote on it.", "council/NOUN");
    }

    #[test]
    fn what_is_passive_is_a_verb() {
        check("Two women were struck.", "were/AUX struck/VERB");
        check("He was later found in the harbour.", "found/VERB");
    }
}
