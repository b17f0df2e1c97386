//! Whose work, post or rank a noun tells: the person that it stands before, behind or is said to be.
//!
//! Syntax alone (Hearst 1992 for the patterns of apposition): a title before a name ("treasurer Maria Kovač"), an
//! apposition before or behind it ("the club's treasurer, Maria Kovač,"; "Maria Kovač, 43, a nurse"), a relative clause
//! or a sentence that says so ("Kovač, who was a nurse", "Kovač becomes treasurer", "Kovač resigned as treasurer").

use std::ops::Range;

use crate::{
    facts::{Kind, name::Names, polarity::frame::subject},
    language::{
        Document,
        lexicon::{Class, Word},
        tags::Upos,
        tokens::Shape,
    },
};

/// Tokens behind a noun in which a comma and a name may follow: "a nurse from the town of Dunmore, Maria Kovač".
const PHRASE: usize = 8;

/// Tokens between a verb and the noun that it gives to its subject: "was for nine years the chief executive".
const REACH: usize = 5;

/// Nouns that one person holds in a row: "chairman, owner and chief executive".
const CHAIN: usize = 3;

/// The number of "old" in [`Class::Link`]: "43-year-old".
const OLD: i32 = 6;

/// Verbs that make their complement a post or a trade of the subject, beside "be".
const MAKING: [&str; 7] = ["become", "remain", "name", "appoint", "elect", "stay", "crown"];

/// Verbs that do so with "to".
const RISING: [&str; 6] = ["promote", "rise", "move", "elevate", "appoint", "elect"];

/// The person who has what is named by `noun`, by position in [`Names::entities`]; none where the sentence does not say.
#[must_use]
pub fn holder(document: &Document<'_>, sentence: &Range<usize>, names: &Names, noun: &Range<usize>) -> Option<usize> {
    let reader = Reader { document, sentence, names };
    // "The driver's cousin" is somebody else.
    if document.tag(noun.end) == Upos::Part && document.tokens[noun.end].joined {
        return None;
    }
    let group = document.noun_group_before(noun.end, sentence.start);
    // "Brandt, deputy chairman": the group may go by the tagger, the post does not.
    let start = if group.is_empty() { noun.start } else { group.start.min(noun.start) };
    // "Brandt, once the chairman"
    let is_past = start > sentence.start + 1 && document.is_word(start - 2, Word::Comma);
    let start = start - usize::from(is_past && matches!(document.tag(start - 1), Upos::Adv | Upos::Sconj));
    // "He met Kovač, the treasurer said": no apposition.
    let speaks = document.tag(noun.end) == Upos::Aux || document.is(noun.end, Class::Report);
    // "Maureen Pell, his daughter"
    let is_owned = start > sentence.start && document.is(start - 1, Class::Possessive);
    // "Chairman Lord Redfern"
    let address = (noun.end..sentence.end).take_while(|&at| document.value(at, Class::Title) == Some(0)).count();
    names
        .person_at(noun.end + address)
        .or_else(|| reader.behind_name(start - usize::from(is_owned)).filter(|_| !speaks))
        .or_else(|| reader.before_name(start, noun.end))
        .or_else(|| reader.said(start))
        .or_else(|| reader.again(start, noun.end))
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    sentence: &'d Range<usize>,
    names: &'d Names,
}

impl Reader<'_, '_> {
    /// The person whose name stands at a place of the sentence.
    fn person(&self, stands: impl Fn(&Range<usize>) -> bool) -> Option<usize> {
        let from = self.names.places.partition_point(|(tokens, _)| tokens.start < self.sentence.start);
        let here = self.names.places[from..].iter().take_while(|(tokens, _)| tokens.start < self.sentence.end);
        here.filter(|(_, entity)| self.names.entities[*entity].kind == Kind::Person)
            .find(|(tokens, _)| stands(tokens))
            .map(|&(_, entity)| entity)
    }

    fn is(&self, at: usize, word: Word) -> bool {
        self.sentence.contains(&at) && self.document.is_word(at, word)
    }

    /// "Maria Kovač, 43, a former nurse": the name before the comma before the group, over an age and other nouns of
    /// hers.
    fn behind_name(&self, mut start: usize) -> Option<usize> {
        let document = self.document;
        for _ in 0..CHAIN {
            let mut comma = start.checked_sub(1).filter(|&at| at > self.sentence.start)?;
            if document.is_word(comma, Word::Comma) && document.tokens[comma - 1].shape == Shape::Number {
                // A headline may begin with the number.
                let is_aged = comma.checked_sub(2).is_some_and(|at| self.is(at, Word::Aged));
                comma = comma.checked_sub(if is_aged { 3 } else { 2 })?;
            }
            if document.is_word(comma, Word::Comma)
                && let Some(person) = self.person(|name| name.end == comma)
            {
                return Some(person);
            }
            let group = match document.word(comma) {
                "and" | "," => document.noun_group_before(comma, self.sentence.start),
                _ => return None,
            };
            if group.is_empty() || document.tokens[group.end - 1].capital {
                return None;
            }
            start = group.start;
        }
        None
    }

    /// "The club's treasurer, Maria Kovač,": the name behind the comma; "A former nurse from Dunmore, Kovač ran".
    fn before_name(&self, start: usize, end: usize) -> Option<usize> {
        let document = self.document;
        let comma = (end..self.sentence.end.min(end + PHRASE)).find(|&at| document.is_word(at, Word::Comma))?;
        if (end..comma).any(|at| document.is_verbal(at) || document.tag(at) == Upos::Cconj) {
            return None;
        }
        let person =
            self.person(|name| name.start == comma + 1 && (self.closes(name.end) || start == self.sentence.start))?;
        // A bare noun opens no apposition: "In hospital, Kovač said".
        let is_picked = start > self.sentence.start && document.is(start - 1, Class::Possessive)
            || matches!(document.tag(start), Upos::Det)
            || (start..end).any(|at| document.tag(at) == Upos::Part);
        is_picked.then_some(person)
    }

    fn closes(&self, at: usize) -> bool {
        at >= self.sentence.end || matches!(self.document.word(at), "," | "." | "-" | "–" | "—" | ";")
    }

    /// "Kovač won. The 43-year-old nurse", "Kovač won. The nurse, of Leeds,": what is told besides of whoever was named last.
    fn again(&self, start: usize, end: usize) -> Option<usize> {
        let document = self.document;
        let is_aged =
            (start..end).any(|at| document.is_inner_hyphen(at) && document.value(at + 1, Class::Link) == Some(OLD));
        let next = end + 1;
        let is_told = self.is(end, Word::Comma)
            && (document.tag(next) == Upos::Adp
                || document.tokens.get(next).is_some_and(|it| it.shape == Shape::Number));
        let opens = start == self.sentence.start && document.is_word(start, Word::The);
        (opens && (is_aged || is_told)).then(|| self.names.meant(document, start)).flatten()
    }

    /// "Kovač was a nurse", "Kovač, who had been a nurse", "Kovač resigned as treasurer".
    fn said(&self, start: usize) -> Option<usize> {
        let document = self.document;
        let from = self.sentence.start.max(start.saturating_sub(REACH));
        let verb = (from..start).rev().find(|&at| document.is_verbal(at))?;
        let between = verb + 1..start;
        if between.clone().any(|at| document.tokens[at].shape == Shape::Mark) {
            return None;
        }
        let last = start - 1;
        let lemma = document.lemma(verb);
        // "Named Maria Kovač as treasurer"
        if self.is(last, Word::As) && MAKING.contains(&lemma.as_str()) {
            return self.person(|name| name.end == last);
        }
        let nouns = between.clone().any(|at| document.is_noun(at));
        let gives = match () {
            // "She described the man as a nurse" says it of him.
            () if self.is(last, Word::As) => !nouns,
            () if self.is(last, Word::To) => RISING.contains(&lemma.as_str()),
            () => {
                let plain = between.clone().all(|at| document.tag(at) == Upos::Adv);
                lemma == "be" && document.tag(last) != Upos::Adp || plain && MAKING.contains(&lemma.as_str())
            }
        };
        if !gives {
            return None;
        }
        let run = |at: &usize| {
            document.is_verbal(*at) || matches!(document.tag(*at), Upos::Adv | Upos::Part) || self.is(*at, Word::To)
        };
        let open = (self.sentence.start..verb).rev().take_while(run).last().unwrap_or(verb);
        if self.is(open.wrapping_sub(1), Word::He) {
            return self.names.meant(document, open - 1);
        }
        // "Who lives next door and works as a postman"
        let is_again = self.is(open.wrapping_sub(1), Word::Who) && self.is(open.wrapping_sub(2), Word::And);
        let joins = self.is(open.wrapping_sub(1), Word::And).then(|| open - 1).or(is_again.then(|| open - 2));
        let who = joins.and_then(|and| {
            let from = and.saturating_sub(REACH).max(self.sentence.start);
            (from..and)
                .rev()
                .take_while(|&at| !document.is_word(at, Word::Comma))
                .find(|&at| document.is_word(at, Word::Who))
        });
        let open = who.map_or(open, |at| at + 1);
        if self.is(open.wrapping_sub(1), Word::Who) {
            let before = open - 1 - usize::from(self.is(open.wrapping_sub(2), Word::Comma));
            // "Maria Kovač, 43, who was a nurse"
            return self.person(|name| name.end == before).or_else(|| self.behind_name(before + 1)).or_else(|| {
                let group = document.noun_group_before(before, self.sentence.start);
                self.behind_name(group.start).or_else(|| self.again(group.start, group.end))
            });
        }
        // Whoever else the subject names stands nearer to it than who holds the post, or is the only one.
        let groups = subject(document, open, self.sentence.start);
        let mut people =
            groups.iter().filter_map(|group| self.person(|name| group.contains(&name.start) && name.end == group.end));
        let person = people.next()?;
        people.all(|other| other == person).then_some(person)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        article,
        facts::{Value, gazetteer::Gazetteer, name, other},
        language,
    };

    /// Each thing of the last sentence that somebody has, as `noun: name`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article::ingest(text, None);
        let document = language::read(&article);
        let names = name::read(&document, Gazetteer::built_in());
        let found: Vec<String> = document
            .sentences
            .iter()
            .flat_map(|sentence| other::extract(&document, sentence, &names))
            .filter_map(|mention| {
                let Value::Thing(thing) = &mention.value else { return None };
                Some(format!("{}: {}", thing.head, names.entities[thing.holder?].name.full))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_title_or_an_apposition_before_a_name() {
        check("The trust thanked treasurer Maria Kovač for her work.", &["treasurer: Maria Kovač"]);
        check("It was so, Colonel Hernan Ospina said.", &["colonel: Hernan Ospina"]);
        check("The club's treasurer, Maria Kovač, said so.", &["treasurer: Maria Kovač"]);
        check("A former nurse from Leeds, Maria Kovač ran a shop.", &["nurse: Maria Kovač"]);
    }

    #[test]
    fn an_apposition_behind_a_name() {
        check("It was built by Maria Kovač, 43, a former bus driver.", &["driver: Maria Kovač"]);
        check(
            "So said Thomas Brandt, chairman and chief executive of the firm.",
            &["chairman: Thomas Brandt", "chief executive: Thomas Brandt"],
        );
    }

    #[test]
    fn kin_beside_a_name() {
        check("Her cousin Maria Kovač ran the shop.", &["cousin: Maria Kovač"]);
        check("It was found by Maria Kovač, his cousin.", &["cousin: Maria Kovač"]);
        // The driver is somebody else.
        check("It was found by Maria Kovač, the driver's cousin.", &["cousin: Maria Kovač"]);
    }

    #[test]
    fn a_sentence_that_says_so() {
        check("Maria Kovač was for nine years the treasurer of the club.", &["treasurer: Maria Kovač"]);
        check("Maria Kovač, a Canadian who had been a nurse, ran the shop.", &["nurse: Maria Kovač"]);
        check("Maria Kovač, 43, who had been the firm's driver, ran the shop.", &["driver: Maria Kovač"]);
        check("Maria Kovač resigned as treasurer on Friday.", &["treasurer: Maria Kovač"]);
        check("Maria Kovač, 61, is to become deputy chairman.", &["chairman: Maria Kovač"]);
        check("Maria Kovač, deputy chairman, said so.", &["chairman: Maria Kovač"]);
        check("It was run by Maria Kovač, once the treasurer of the club.", &["treasurer: Maria Kovač"]);
        check("Maria Kovač, who runs the firm and who once worked as a diver, ran.", &["diver: Maria Kovač"]);
    }

    #[test]
    fn who_was_named_last_is_told_of_again() {
        check("Maria Kovač won by a length. The 43-year-old nurse had trained for years.", &["nurse: Maria Kovač"]);
        check("It was won by Maria Kovač. The nurse, of Leeds, had trained for years.", &["nurse: Maria Kovač"]);
        check(
            "Maria Kovač won. The 43-year-old nurse, who had been a diver, had trained for years.",
            &["nurse: Maria Kovač", "diver: Maria Kovač"],
        );
        check("It was won by Maria Kovač. The nurse said that she had trained.", &[]);
        check("Maria Kovač beat Ana Lund. The 43-year-old nurse had trained for years.", &[]);
    }

    #[test]
    fn nobody_has_what_stands_apart() {
        check("Maria Kovač met a nurse at the gate.", &[]);
        check("Maria Kovač said the treasurer was away.", &[]);
        check("Maria Kovač described the man as a nurse.", &[]);
        check("They shut out Maria Kovač, the director said.", &[]);
        check("The train hit a bus, and the driver, Maria Kovač said, was hurt.", &[]);
    }
}
