//! Runs of words that may be names, read off capitals.
//!
//! A capital tells nothing at the beginning of a sentence, or in a headline whose words all have one; there a word
//! counts as a name only when the article has it with a capital where that tells something.

use std::ops::Range;

use super::{ByWord, fold, fold_into};
use crate::{
    article::Part,
    facts::gazetteer::{Gazetteer, Known},
    language::{
        Document, Sentence,
        lexicon::{Class, Word},
        tags::Upos,
        tokens::{Shape, is_hyphen},
    },
};

/// A run of words that is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Its tokens, without titles.
    pub tokens: Range<usize>,
    /// The titles before it.
    pub title: Range<usize>,
    /// The sentence that it stands in.
    pub sentence: usize,
}

/// How often a word stands with a capital that tells something, and how often without one.
#[derive(Debug, Clone, Copy, Default)]
struct Cases {
    capital: u32,
    small: u32,
}

/// Small words that one name can hold in a row ("de la", "of the").
const PARTICLES: usize = 3;

/// Finds the runs of an article, in order.
pub(super) fn runs(document: &Document<'_>, places: Option<&Gazetteer>) -> Vec<Run> {
    let loud: Vec<bool> = document.sentences.iter().map(|sentence| is_loud(document, sentence)).collect();
    let mut reader =
        Reader { document, places, cases: ByWord::new(), loud: false, sentence: 0..0, index: 0, runs: Vec::new() };
    reader.count(&loud);
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.part.is_report() || sentence.part == Part::Dateline {
            (reader.loud, reader.sentence, reader.index) = (loud[index], sentence.tokens.clone(), index);
            reader.read();
        }
    }
    reader.runs
}

/// Whether capitals tell nothing in a whole sentence: nearly all its longer words have one.
fn is_loud(document: &Document<'_>, sentence: &Sentence) -> bool {
    let (mut words, mut capitals) = (0, 0);
    for at in sentence.tokens.clone().skip(1) {
        let token = &document.tokens[at];
        if token.shape == Shape::Word && token.span.len() > 3 {
            words += 1;
            let telling = || matches!(sentence.part, Part::Headline | Part::Dek) || is_upper(document.word(at));
            capitals += u32::from(token.capital && telling());
        }
    }
    // Seven words in ten: a headline with two names among five words is no title case. Judgement.
    words > 2 && capitals * 10 >= words * 7
}

/// Whether a word has no small letter.
pub(super) fn is_upper(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    places: Option<&'d Gazetteer>,
    cases: ByWord<Cases>,
    loud: bool,
    sentence: Range<usize>,
    index: usize,
    runs: Vec<Run>,
}

impl Reader<'_, '_> {
    /// Counts the cases of all words that have a capital somewhere.
    fn count(&mut self, loud: &[bool]) {
        let mut folded = String::new();
        for (sentence, &loud) in self.document.sentences.iter().zip(loud) {
            if loud || !sentence.part.is_report() {
                continue;
            }
            self.sentence = sentence.tokens.clone();
            for at in sentence.tokens.clone() {
                let token = &self.document.tokens[at];
                if token.capital && token.shape == Shape::Word {
                    let told = self.is_telling(at) && !self.document.is(at, Class::Title);
                    folded.clear();
                    fold_into(&mut folded, self.document.word(at));
                    self.cases.of(&folded).capital += u32::from(told);
                }
            }
        }
        // How long the words are that begin with each letter, since most words are none of them.
        let mut lengths = [0_u32; 128];
        let length = |bytes: usize| 1_u32 << bytes.min(31);
        for word in self.cases.words() {
            lengths[usize::from(word.bytes().next().unwrap_or_default() & 0x7f)] |= length(word.len());
        }
        for (at, token) in self.document.tokens.iter().enumerate() {
            let first = self.document.text.as_bytes()[token.span.start as usize] & 0x7f;
            if !token.capital
                && token.shape == Shape::Word
                && lengths[usize::from(first)] & length(token.span.len() as usize) != 0
                && let Some(cases) = self.cases.get_mut(self.document.word(at))
            {
                cases.small += 1;
            }
        }
    }

    /// Whether a capital tells something here.
    fn is_telling(&self, at: usize) -> bool {
        if self.loud || at == self.sentence.start {
            return false;
        }
        match self.document.word(at - 1) {
            // What closes a quotation hangs on the word before it.
            "“" | "\"" | "‘" | "'" | "’" | "-" => self.document.tokens[at - 1].joined,
            ":" | "•" | "*" | "…" | "..." | "." | "!" | "?" | "–" | "—" | "--" => false,
            _ => true,
        }
    }

    fn cases(&self, at: usize) -> Cases {
        self.cases.get(&fold(self.document.word(at))).copied().unwrap_or_default()
    }

    /// Whether a token may stand in a name.
    fn is_name_word(&self, at: usize) -> bool {
        if at >= self.sentence.end {
            return false;
        }
        let document = self.document;
        let token = &document.tokens[at];
        if !token.capital || !matches!(token.shape, Shape::Word | Shape::Code) {
            return false;
        }
        // "English" is no name, but "English Football League" begins with it.
        if document.is(at, Class::NotName) && !self.is_capital_word(at + 1) {
            return at > self.sentence.start && document.tokens[at - 1].capital && self.is_telling(at);
        }
        // "May" and "August" are names behind a given name, and where they say something.
        if document.is(at, Class::Month) || document.is(at, Class::Weekday) {
            let is_behind = |class: Class| at > self.sentence.start && document.is(at - 1, class);
            let is_surname = at > self.sentence.start && self.is_name_word(at - 1);
            return !document.is(at, Class::Weekday)
                && document.tokens.get(at + 1).is_none_or(|next| next.shape != Shape::Number)
                && (is_surname || document.is(at + 1, Class::Saying) && !is_behind(Class::TimePreposition));
        }
        // "Rs 500" is money.
        if document.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Number)
            && (document.is(at, Class::Currency) || document.is(at, Class::Unit))
        {
            return false;
        }
        // "Emre Can" has a word for a surname that seldom has a capital elsewhere.
        let is_surname =
            || document.tag(at) == Upos::Propn && self.is_telling(at) && document.tag(at - 1) == Upos::Propn;
        // "Formula One", "World War Two".
        let is_number = || document.is(at, Class::Cardinal) && self.is_telling(at) && self.is_name_word(at - 1);
        if document.is(at, Class::Stop) && !is_initial(document.word(at)) && !is_surname() && !is_number() {
            return false;
        }
        if self.is_telling(at) {
            return true;
        }
        let Cases { capital, small } = self.cases(at);
        if capital > 0 {
            return capital >= small;
        }
        let upper = token.span.len() > 1 && is_upper(document.word(at));
        if self.loud || small > 0 {
            return !self.loud && upper && token.span.len() < 6;
        }
        // "Right-wing" is no name.
        if document.word(at).split(is_hyphen).skip(1).any(|part| part.starts_with(char::is_lowercase)) {
            return false;
        }
        // At the beginning of a sentence the tagger and what follows must do.
        let next = at + 1 < self.sentence.end
            && document.tokens[at + 1].capital
            && document.tokens[at + 1].shape == Shape::Word
            && !document.is(at + 1, Class::Stop);
        match document.tag(at) {
            Upos::Propn => {
                let unlisted = token.entry == 0 || document.is(at, Class::Alias) || document.is(at, Class::Sex);
                !document.is(at, Class::Person) && (next || unlisted || upper)
            }
            Upos::Noun if !next && token.entry == 0 && at == self.sentence.start => self.is_alone(at),
            Upos::Noun | Upos::Adj | Upos::X => next && !document.is(at, Class::Agent),
            _ => upper || next && (token.entry == 0 || document.is(at, Class::Sex)),
        }
    }

    /// Whether a word of no list that opens a sentence, and may be a noun, names who does what follows: "Pemberton says",
    /// "Leicester won". What stands for one and goes with a plural is a team or a firm ("Doncaster have won").
    fn is_alone(&self, at: usize) -> bool {
        let (document, verb) = (self.document, at + 1);
        let is_town = || {
            let known = self.places.and_then(|places| places.find(&[fold(document.word(at))]));
            matches!(known, Some(Known::Place(_)))
        };
        verb < self.sentence.end
            && !document.is_plural(at)
            && (document.is(verb, Class::Report) && document.tag(verb) == Upos::Verb
                || document.is(verb, Class::PluralAuxiliary)
                || document.is_verbal(verb) && is_town())
    }

    fn read(&mut self) {
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            // Titles and names alike begin with a capital.
            if !self.document.tokens[at].capital {
                at += 1;
                continue;
            }
            let title = self.document.phrase(at, Class::Title).is_some_and(|(words, _)| self.starts_title(at, words));
            if !title && !self.is_name_word(at) {
                at += 1;
                continue;
            }
            let end = self.end_of(at);
            self.part(at..end);
            at = end;
        }
    }

    /// Whether a title with a capital stands at a token and a name behind it.
    fn starts_title(&self, at: usize, words: usize) -> bool {
        self.document.tokens[at].capital && at + words < self.sentence.end && self.is_capital_word(at + words)
    }

    fn is_capital_word(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at).filter(|_| at < self.sentence.end) else { return false };
        token.capital && matches!(token.shape, Shape::Word | Shape::Code) && !self.document.is(at, Class::Stop)
    }

    /// Where the run that begins at a token ends.
    fn end_of(&self, start: usize) -> usize {
        let document = self.document;
        let mut end = start + 1;
        if let Some((words, _)) = document.phrase(start, Class::Title)
            && self.starts_title(start, words)
        {
            end = start + words + 1;
        }
        while end < self.sentence.end {
            if self.is_name_word(end) {
                // "SET UP FRAUD ALERTS Equifax is offering": behind a cry in capitals a sentence begins.
                let is_loud = |at: usize| document.tokens[at].span.len() > 3 && is_upper(document.word(at));
                if end >= start + 2 && is_loud(end - 1) && is_loud(end - 2) && !is_upper(document.word(end)) {
                    break;
                }
                end += 1;
                continue;
            }
            match self.bridge(start, end) {
                Some(next) => end = next,
                None => break,
            }
        }
        end
    }

    /// Where a run goes on behind small words or marks that belong to it.
    fn bridge(&self, start: usize, end: usize) -> Option<usize> {
        let document = self.document;
        let word = document.word(end);
        // "Abdul al-Qadiri"
        if document.tokens[end].shape == Shape::Word && !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            let folded = fold(word);
            if ["al-", "el-", "ul-"].iter().any(|start| folded.starts_with(start)) {
                return Some(end + 1);
            }
        }
        let next = |at: usize| (at < self.sentence.end && self.is_name_word(at)).then_some(at + 1);
        if let Some(particle) = document.value(end, Class::Particle).filter(|_| !document.tokens[end].capital) {
            let mut behind = end + 1;
            while behind < end + PARTICLES
                && behind < self.sentence.end
                && !document.tokens[behind].capital
                && (particle == 1 && document.value(behind, Class::Particle) == Some(1)
                    || document.is_word(behind, Word::The))
            {
                behind += 1;
            }
            let after = next(behind)?;
            let last = is_body_or_site(document, end - 1);
            let joins = match word {
                _ if document.phrase(end - 1, Class::Title).is_some() => false,
                "&" => true,
                "of" => last || end - start == 1 && self.is_telling(start),
                "and" => behind == end + 1 && self.joins_and(start, end, behind),
                "for" => last && document.is(end - 1, Class::Body),
                _ => particle == 1 && behind > end,
            };
            return joins.then_some(after);
        }
        match word {
            // "Children's Trust", "St Mary's Hospital", "Teachers' Federation": the owner belongs to the name.
            "'s" | "’s" | "'" | "’" if document.tokens[end].joined => {
                let after = next(end + 1)?;
                let owner = document.word(end - 1).ends_with('s')
                    || document.is(end - 1, Class::Person)
                    || document.is(end - 1, Class::Agent)
                    || document.is(end - 1, Class::Title)
                    || end - start > 1 && document.is(start, Class::SiteFront);
                let last = (after..self.sentence.end).take_while(|&at| self.is_name_word(at)).last();
                (owner && is_body_or_site(document, last.unwrap_or(after - 1))).then_some(after)
            }
            // "Keefe, Bruyette & Woods"
            "," => {
                let after = next(end + 1)?;
                (document.word(after) == "&").then_some(after)
            }
            // "Interstate 75", "Highway 26"
            _ if document.tokens[end].shape == Shape::Number && !document.tokens[end].joined => {
                let road = document.is(end - 1, Class::SiteFront) && document.is(end - 1, Class::Designator)
                    || document.is(end - 1, Class::Site) && document.is(end - 1, Class::Designator);
                road.then_some(end + 1)
            }
            _ => None,
        }
    }

    /// "Devon and Somerset Fire and Rescue": what ends as a body does is one name.
    fn joins_and(&self, start: usize, and: usize, behind: usize) -> bool {
        let document = self.document;
        let mut end = behind + 1;
        while end < self.sentence.end
            && (self.is_name_word(end)
                || document.is_word(end, Word::And) && end + 1 < self.sentence.end && self.is_name_word(end + 1))
        {
            end += 1;
        }
        let ends_as_body = document.is(end - 1, Class::Body);
        let begins_as_body = document.is(start, Class::Body) && (start..and).any(|at| document.is_word(at, Word::Of));
        !document.is(and - 1, Class::Body) && !document.is(and - 1, Class::Site) && ends_as_body
            || begins_as_body && end == behind + 1 && document.tag(behind) != Upos::Propn
    }

    /// Parts a run at the titles in it, and keeps the names.
    fn part(&mut self, run: Range<usize>) {
        let document = self.document;
        // "Prince Edward Island", "General Hospital", but "Judge Helena Marsh".
        let last = run.end - 1;
        let is_body = document.is(last, Class::Body) || document.is(last, Class::CompanyEnding);
        let is_site = document.is(last, Class::Site);
        let (mut start, mut at, mut title) = (run.start, run.start, run.start..run.start);
        while at < run.end {
            let (words, sort) = document.phrase(at, Class::Title).unwrap_or_default();
            let is_named_for = is_body && sort != 0 || is_site && sort == 2;
            let is_title = words > 0 && at + words < run.end && !is_named_for && self.is_capital_word(at + words);
            if !is_title {
                at += 1;
                continue;
            }
            if at > start {
                self.push(start..at, title);
                title = at..at;
            }
            let from = if title.end == at && !title.is_empty() { title.start } else { at };
            title = from..at + words;
            at += words;
            start = at;
        }
        self.push(start..run.end, title);
    }

    fn push(&mut self, mut tokens: Range<usize>, title: Range<usize>) {
        let document = self.document;
        let is_small = |at: usize| {
            !document.tokens[at].capital
                && document.tokens[at].shape != Shape::Number
                && !document.word(at).contains(is_hyphen)
        };
        while !tokens.is_empty() && is_small(tokens.end - 1) {
            tokens.end -= 1;
        }
        // A title alone, an adjective alone and a single letter name nobody.
        let alone = tokens.len() == 1
            && title.is_empty()
            && (document.is(tokens.start, Class::Title)
                || document.is(tokens.start, Class::Agent)
                || document.is(tokens.start, Class::Person) && !is_upper(document.word(tokens.start))
                || document.tokens[tokens.start].span.len() < 2
                || document.tag(tokens.start) == Upos::Adj
                    && document.tag(tokens.end) != Upos::Punct
                    && ["n", "ese", "ish", "ic", "al"].iter().any(|end| document.word(tokens.start).ends_with(end)));
        let is_name = tokens.clone().any(|at| document.tokens[at].capital && !document.is(at, Class::NotName));
        if is_name && !alone {
            self.runs.push(Run { tokens, title, sentence: self.index });
        }
    }
}

/// Whether a name that ends in a token is an organisation's or a place's.
fn is_body_or_site(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Class::Body) || document.is(at, Class::Site) || document.is(at, Class::CompanyEnding)
}

/// Whether a word is a person's initial.
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.')
}
