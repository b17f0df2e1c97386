//! Words that are given as somebody's.
//!
//! Finds
//! : direct quotations ("We ran," she said), partial ones (called it "a farce"), and indirect ones (said that they
//!   ran), each with its speaker where one is named. A quotation that the report breaks off for "he said", or that
//!   goes on over paragraphs, is one utterance in pieces; each sentence of it is a piece.
//!
//! Why a reader cares
//! : two reports that give one speaker's words differently cannot both have them right.
//!
//! Example
//! : "We do not know," said the mayor. "We're waiting." holds "We do not know" and "We're waiting." of one utterance,
//!   "we do not know we are waiting".
//!
//! Leaves out on purpose
//! : titles of works, nicknames inside a name, quotations inside quotations, marks without a word between them.
//!
//! Known misses
//! : quotations without marks ("Just give it back, she thought") and slang names of things, taken for partial ones.

use std::{ops::Range, sync::Arc};

use super::{
    Kind, Mention, Precision, Value,
    attribution::{self, Attribution},
    value::ValueRelation,
};
use crate::language::{
    Document, Sentence,
    lexicon::{Class, EN, Word},
    tags::Upos,
    tokens::Shape,
};

/// How somebody's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuoteForm {
    /// A sentence or more inside quotation marks.
    Direct,
    /// Some words inside quotation marks within a sentence of the report's own.
    Partial,
    /// Without marks: what is said stands in the report's own words.
    Indirect,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// How they are given.
    pub form: QuoteForm,
    /// All words of the utterance that they belong to, normalised and parted by single spaces: lower case, without
    /// marks, short forms written out, number words as digits, and "…" where words are left out or put in.
    pub utterance: Arc<str>,
    /// Which of them stand here, in bytes.
    pub piece: Range<usize>,
}

impl Quotation {
    /// The words of this piece.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.utterance[self.piece.clone()]
    }

    /// The words with the form before them where they are not direct.
    #[must_use]
    pub fn norm(&self) -> String {
        let form = match self.form {
            QuoteForm::Direct => "",
            QuoteForm::Partial => "partial: ",
            QuoteForm::Indirect => "indirect: ",
        };
        [form, self.words()].concat()
    }

    /// How these words relate to others: equal where they are the same, or the one is a stretch of the other's
    /// utterance; disjoint where they are the same sentence in other words; else they are not to be compared, as are
    /// the words of an indirect quotation, which need not be the speaker's.
    #[must_use]
    pub fn relation(&self, other: &Self) -> ValueRelation {
        if self.form == QuoteForm::Indirect || other.form == QuoteForm::Indirect {
            return ValueRelation::Incomparable;
        }
        if self.is_within(other) || other.is_within(self) || self.is_respelt(other) {
            return ValueRelation::Equal;
        }
        if self.is_reworded(other) { ValueRelation::Disjoint } else { ValueRelation::Incomparable }
    }

    /// Whether these words stand in the other's utterance, as they are or with parts left out.
    fn is_within(&self, other: &Self) -> bool {
        let around = other.around();
        // Most quotations have nothing in common, which a look for the letters tells.
        let may_hold = |stretch: &str| around.contains(stretch.trim()) || stretch.contains("  ");
        if !self.words().split('…').all(may_hold) {
            return false;
        }
        let theirs: Vec<&str> = around.split(' ').collect();
        let mut from = 0;
        self.words().split('…').all(|stretch| {
            let mine: Vec<&str> = stretch.split_whitespace().collect();
            mine.is_empty()
                || (from..theirs.len()).any(|at| {
                    let fits = theirs[at..].starts_with(&mine);
                    from = if fits { at + mine.len() } else { from };
                    fits
                })
        })
    }

    /// The words of the utterance, or of a very long one those around this piece: what stands further away stands around
    /// another piece.
    fn around(&self) -> &str {
        let words = &*self.utterance;
        let from = words.floor_char_boundary(self.piece.start.saturating_sub(AROUND));
        let to = words.ceil_char_boundary((self.piece.end + AROUND).min(words.len()));
        let from = if from == 0 { 0 } else { words[from..].find(' ').map_or(from, |space| from + space + 1) };
        let to = if to == words.len() { to } else { words[..to].rfind(' ').unwrap_or(to) };
        &words[from.min(self.piece.start)..to.max(self.piece.end)]
    }

    /// Whether two pieces are the same words in two spellings: "analysed" and "analyzed", "frame-rate" and "frame
    /// rate", a slip of the keyboard.
    fn is_respelt(&self, other: &Self) -> bool {
        fn letters(quotation: &Quotation) -> impl Iterator<Item = u8> {
            quotation.words().bytes().filter(|byte| !matches!(byte, b' ' | b'-' | b'@'))
        }
        if letters(self).eq(letters(other)) {
            return true;
        }
        let mut mine = self.words().split(' ');
        let mut theirs = other.words().split(' ');
        loop {
            match (mine.next(), theirs.next()) {
                (None, None) => return true,
                (Some(one), Some(other)) if is_one_word(one, other) => {}
                _ => return false,
            }
        }
    }

    /// Whether two pieces of one speaker are one short sentence in two wordings: the same words turned round ("a red flag
    /// is what it needs", "what it needs is a red flag"), or where they are `beside` the same words of the reports, the
    /// same but for the end ("this is just bad", "this is just mad").
    #[must_use]
    pub fn is_turned(&self, other: &Self, beside: bool) -> bool {
        if self.form != QuoteForm::Direct || other.form != QuoteForm::Direct {
            return false;
        }
        let is_long = |of: &Self| of.words().split(' ').nth(LONGEST_TURNED).is_some();
        if is_long(self) || is_long(other) {
            return false;
        }
        let mine: Vec<&str> = self.words().split(' ').collect();
        let theirs: Vec<&str> = other.words().split(' ').collect();
        let (shorter, longer) = if mine.len() <= theirs.len() { (&mine, &theirs) } else { (&theirs, &mine) };
        let shared: Vec<&&str> = shorter.iter().filter(|word| longer.contains(word)).collect();
        let telling = shared.iter().filter(|word| EN.value(EN.entry(word), Class::Stop).is_none()).count();
        let begins = mine.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
        let is_turned = telling >= LEAST_TURNED && shared.len() * 100 >= shorter.len() * TURNED_SHARE;
        let begins_alike = beside && begins >= LEAST_BEGUN && begins + 1 >= shorter.len();
        is_turned || begins_alike
    }

    /// How many words two pieces share in one order.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        let mine: Vec<&str> = self.words().split(' ').collect();
        let theirs: Vec<&str> = other.words().split(' ').collect();
        overlap(&mine, &theirs).0.len()
    }

    /// Whether two pieces are one sentence in two wordings.
    fn is_reworded(&self, other: &Self) -> bool {
        let mine: Vec<&str> = self.words().split(' ').collect();
        let theirs: Vec<&str> = other.words().split(' ').collect();
        if mine.len().min(theirs.len()) < LEAST_SHARED.min(LONG_RUN) {
            return false;
        }
        let (common, run) = overlap(&mine, &theirs);
        let telling =
            |words: &[&str]| words.iter().filter(|word| EN.value(EN.entry(word), Class::Stop).is_none()).count();
        let shared: Vec<&str> = common.iter().map(|&at| mine[at]).collect();
        let (shorter, longer) = (mine.len().min(theirs.len()), mine.len().max(theirs.len()));
        let by_share = shared.len() * 100 >= shorter * SHARE
            && shared.len() >= LEAST_SHARED
            && shared.len() * 100 >= longer * WHOLE_SHARE;
        let by_run = run.len() >= LONG_RUN && run.len() * 100 >= longer * RUN_SHARE && telling(&mine[run.clone()]) >= 2;
        telling(&shared) >= 2 && (by_share || by_run)
    }
}

/// Whether two words differ by their spelling at most: they begin alike, and hardly differ behind it.
fn is_one_word(one: &str, other: &str) -> bool {
    let letters = |word: &str| -> Vec<char> { word.chars().filter(|letter| letter.is_alphabetic()).collect() };
    if one == other {
        return true;
    }
    let (one, other) = (letters(one), letters(other));
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one[begin..].iter().rev().zip(other[begin..].iter().rev()).take_while(|(a, b)| a == b).count();
    let differs = one.len().max(other.len()) - begin - end;
    !one.is_empty() && begin > 0 && differs <= 1 && begin + end >= 4
}

/// Bytes before and behind a piece in which others are looked for in its utterance: some three minutes of speech.
const AROUND: usize = 3000;

/// Per cent of the shorter quotation's words that two wordings of one sentence share in order. On written pairs of
/// reworded quotations the share lies between 60 and 92; different sentences of one speaker rarely reach 45.
const SHARE: usize = 60;

/// Per cent of the longer quotation's words that they share: else the one is a phrase of the other, or each says
/// something else behind a common beginning ("The government of Kelness …").
const WHOLE_SHARE: usize = 40;

/// The same for the words that they share in a row, which tell more.
const RUN_SHARE: usize = 33;

/// Words that two wordings share at the least, so that "it is a disaster" is not held against "it is a pity".
const LEAST_SHARED: usize = 5;

/// Words in a row that two wordings share, whatever else they say: five are seldom said twice by chance when two of
/// them are no function words.
const LONG_RUN: usize = 5;

/// Words, not counting function words, that a sentence turned round keeps, the per cent of the shorter one's words that
/// it does, and the words that it has at the most.
const LEAST_TURNED: usize = 3;
const TURNED_SHARE: usize = 75;
const LONGEST_TURNED: usize = 12;

/// Words in which two exclamations begin alike.
const LEAST_BEGUN: usize = 3;

/// Words of a quotation that are held against another's; what is longer is compared by its beginning.
const MOST_WORDS: usize = 120;

/// The words of `left` that stand in `right` in the same order, as many as can, and the longest that do so in a row.
fn overlap(left: &[&str], right: &[&str]) -> (Vec<usize>, Range<usize>) {
    let (left, right) = (&left[..left.len().min(MOST_WORDS)], &right[..right.len().min(MOST_WORDS)]);
    let width = right.len() + 1;
    // Lengths of the longest common subsequence of what stands from each pair of places on, and of the run there.
    let mut lengths = vec![0_u8; (left.len() + 1) * width];
    let mut runs = lengths.clone();
    let mut longest = 0..0;
    for at in (0..left.len()).rev() {
        for to in (0..right.len()).rev() {
            let here = at * width + to;
            if left[at] == right[to] {
                lengths[here] = lengths[here + width + 1] + 1;
                runs[here] = runs[here + width + 1] + 1;
                if usize::from(runs[here]) >= longest.len() {
                    longest = at..at + usize::from(runs[here]);
                }
            } else {
                lengths[here] = lengths[here + width].max(lengths[here + 1]);
            }
        }
    }
    let (mut at, mut to, mut common) = (0, 0, Vec::new());
    while at < left.len() && to < right.len() {
        let here = at * width + to;
        if left[at] == right[to] {
            common.push(at);
            (at, to) = (at + 1, to + 1);
        } else if lengths[here + width] >= lengths[here + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    (common, longest)
}

/// Finds what is quoted, in the order of the text.
#[must_use]
pub fn extract(document: &Document<'_>, attributions: &[Attribution]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut utterance: Vec<(Range<usize>, usize, QuoteForm)> = Vec::new();
    let mut end = 0;
    for quoted in &document.quotations {
        let Some(first) = document.sentence_at(quoted.tokens.start) else { continue };
        let sentence = &document.sentences[first];
        if quoted.is_inner || !sentence.part.is_report() || !is_speech(document, &quoted.tokens) {
            continue;
        }
        let form = form(document, sentence, quoted.tokens.start, &quoted.tokens);
        let joins = utterance.last().filter(|_| utterance.len() < MOST_PIECES).is_some_and(|(_, _, before)| {
            quoted.goes_on
                || *before == QuoteForm::Direct
                    && form == QuoteForm::Direct
                    && goes_on(document, attributions, end..quoted.tokens.start)
        });
        if !joins {
            finish(document, &mut utterance, &mut mentions);
        }
        end = quoted.tokens.end;
        for (at, sentence) in document.sentences.iter().enumerate().skip(first) {
            let piece = quoted.tokens.start.max(sentence.tokens.start)..quoted.tokens.end.min(sentence.tokens.end);
            if sentence.tokens.start >= quoted.tokens.end {
                break;
            }
            utterance.push((piece, at, form));
        }
    }
    finish(document, &mut utterance, &mut mentions);
    mentions.extend(indirect(document, attributions));
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// Whether one utterance goes on behind a gap: nothing stands in it but who says so.
fn goes_on(document: &Document<'_>, attributions: &[Attribution], gap: Range<usize>) -> bool {
    let cues = attribution::within(attributions, &gap).len();
    let words = gap.clone().filter(|&at| document.tokens[at].shape == Shape::Word).count();
    let same = |at: usize| document.sentence_at(at).map(|at| document.sentences[at].paragraph);
    cues == 1 && words <= MOST_BETWEEN && same(gap.start) == same(gap.end)
}

/// Sentences of one utterance at most, so that comparing it stays bounded; a speech in full has more, and is then several.
const MOST_PIECES: usize = 40;

/// Words that may stand between two pieces of one utterance. "said Western Rail chief executive Fionnuala Keane, who
/// took over in May" has twelve; beyond that the report tells something of its own.
const MOST_BETWEEN: usize = 16;

/// Adds the pieces of an utterance to the mentions and empties it.
fn finish(document: &Document<'_>, pieces: &mut Vec<(Range<usize>, usize, QuoteForm)>, mentions: &mut Vec<Mention>) {
    let mut words = String::new();
    let mut found = Vec::new();
    for (tokens, _, form) in pieces.drain(..) {
        let from = words.len() + usize::from(!words.is_empty());
        normalise(document, &tokens, &mut words);
        if words.len() > from {
            found.push((trimmed(document, tokens), from..words.len(), form));
        }
    }
    let utterance: Arc<str> = words.into();
    mentions.extend(found.into_iter().map(|(tokens, piece, form)| {
        mention(document, tokens, Quotation { form, utterance: Arc::clone(&utterance), piece })
    }));
}

fn mention(document: &Document<'_>, tokens: Range<usize>, value: Quotation) -> Mention {
    let precision = if value.form == QuoteForm::Indirect { Precision::Approximate } else { Precision::Exact };
    Mention { kind: Kind::Quote, span: document.span(tokens.clone()), tokens, value: Value::Quote(value), precision }
}

/// A stretch without a comma at its end, which belongs to the sentence around it.
fn trimmed(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let is_comma = tokens.len() > 1 && document.is_word(tokens.end - 1, Word::Comma);
    tokens.start..tokens.end - usize::from(is_comma)
}

/// Whether what stands between marks is somebody's words: no title of a work, no nickname, not without a word.
fn is_speech(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let is_word = |at: usize| document.tokens[at].shape == Shape::Word;
    if !tokens.clone().any(is_word) {
        return false;
    }
    let is_capital = |at: usize| document.tokens[at].capital || document.is(at, Class::Stop) || !is_word(at);
    let is_title = tokens.clone().all(is_capital) && document.tokens[tokens.start].capital;
    // A word before the mark that names a work, with "the", "his" or a comma between.
    let before = tokens.start.saturating_sub(4)..tokens.start.saturating_sub(1);
    let names_work = before.clone().any(|at| document.is(at, Class::Work));
    let behind = tokens.end + 1;
    let is_nickname = tokens.len() <= 3
        && before.end > 0
        && document.tag(before.end - 1) == Upos::Propn
        && document.tag(behind) == Upos::Propn;
    !(is_title && (names_work || is_nickname))
}

/// Whether words inside marks are a sentence of their own or a part of the report's.
fn form(document: &Document<'_>, sentence: &Sentence, from: usize, tokens: &Range<usize>) -> QuoteForm {
    let mut mark = from - usize::from(from > 0);
    // Two single marks for a double one.
    if mark > 0 && document.tokens[mark].joined && document.word(mark) == document.word(mark - 1) {
        mark -= 1;
    }
    let opens = mark <= sentence.tokens.start
        || matches!(document.word(mark - 1), "," | ":" | "—" | "–" | "-" | ";" | "." | "…" | "(");
    let ends_with_mark = matches!(document.word(tokens.end - 1), "," | "." | "!" | "?" | "…");
    let has_verb = tokens.clone().any(|at| document.is_verbal(at));
    let is_said = mark > 0 && document.is(mark - 1, Class::Saying) && document.tokens[from].capital;
    if (opens || is_said) && (has_verb || ends_with_mark) { QuoteForm::Direct } else { QuoteForm::Partial }
}

/// Tokens within which what is said begins behind when, where and to whom it was said.
const LONGEST_MANNER: usize = 10;

/// What is said without quotation marks, from each speaker whose words hold none.
fn indirect(document: &Document<'_>, attributions: &[Attribution]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for said in attributions {
        let Some(sentence) = document.sentence_at(said.cue.start) else { continue };
        let sentence = &document.sentences[sentence].tokens;
        let mut tokens = said.content.start.max(sentence.start)..said.content.end.min(sentence.end);
        // What the speaker answers for on both sides of the cue is given by its longer side.
        if tokens.contains(&said.cue.start) {
            let (before, behind) = (tokens.start..said.speaker.start.min(said.cue.start), said.cue.end..tokens.end);
            tokens = if before.len() >= behind.len() { before } else { behind };
        }
        let skips = |at: usize| matches!(document.word(at), "," | "." | ";" | ":") || document.tag(at) == Upos::Sconj;
        while !tokens.is_empty() && skips(tokens.start) {
            tokens.start += 1;
        }
        // "On Sunday that", "reporters in Kelness that": when, where and to whom it was said.
        let verb = tokens.clone().find(|&at| document.is_verbal(at)).unwrap_or(tokens.end);
        let is_manner = document.is(tokens.start, Class::SpokenTo) || document.is(tokens.start, Class::TimePreposition);
        let opens = |&at: &usize| document.tag(at) == Upos::Sconj || is_manner && document.is_word(at, Word::Comma);
        if let Some(open) = (tokens.start..verb).take(LONGEST_MANNER).find(opens) {
            tokens.start = open + 1;
        }
        while !tokens.is_empty() && skips(tokens.end - 1) {
            tokens.end -= 1;
        }
        let has_verb = tokens.clone().any(|at| document.is_verbal(at));
        let has_quotation = tokens.clone().any(|at| document.quoted[at]);
        if !has_verb || has_quotation || tokens.start >= said.speaker.start && tokens.end <= said.speaker.end {
            continue;
        }
        let mut words = String::new();
        normalise(document, &tokens, &mut words);
        let piece = 0..words.len();
        mentions.push(mention(
            document,
            tokens,
            Quotation { form: QuoteForm::Indirect, utterance: words.into(), piece },
        ));
    }
    mentions.sort_by_key(|mention: &Mention| mention.span);
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

/// Adds the normalised words of some tokens to `out`, each behind a space.
fn normalise(document: &Document<'_>, tokens: &Range<usize>, out: &mut String) {
    let mut depth = 0;
    let mut was_left_out = false;
    let mut lower = String::new();
    for at in tokens.clone() {
        let word = document.word(at);
        // What stands in brackets was put in, and may stand for what was left out.
        let is_left_out = match word {
            "[" => {
                depth += 1;
                true
            }
            "]" => {
                depth -= 1;
                true
            }
            "…" => true,
            _ if word.len() > 1 && word.bytes().all(|byte| byte == b'.') => true,
            _ => depth > 0,
        };
        if is_left_out {
            if !was_left_out {
                push(out, "…");
            }
            was_left_out = true;
            continue;
        }
        if word == "&" {
            push(out, "and");
        }
        if matches!(document.tokens[at].shape, Shape::Mark) {
            continue;
        }
        was_left_out = false;
        // "One" is often no number, and no tag tells that surely.
        if let Some(value) = document.value(at, Class::Cardinal).filter(|&value| value > 1) {
            push(out, &value.to_string());
            continue;
        }
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase));
        }
        if word.contains([',', '.']) {
            lower.retain(|c| c != ',' && c != '.');
        }
        let is_short = document.tokens.get(at + 1).is_some_and(|next| next.joined);
        match lower.as_str() {
            // "Can't", "won't": the auxiliary before the clitic.
            "ca" if is_short => push(out, "can"),
            "wo" if is_short => push(out, "will"),
            "sha" if is_short => push(out, "shall"),
            "cannot" => {
                push(out, "can");
                push(out, "not");
            }
            "n't" => push(out, "not"),
            "'re" => push(out, "are"),
            "'ve" => push(out, "have"),
            "'ll" => push(out, "will"),
            "'m" => push(out, "am"),
            "'s" if document.tag(at) != Upos::Part => push(out, "is"),
            // "No-one", "no one"
            _ => lower
                .split(['-', '\u{2010}', '\u{2011}'])
                .filter(|part| !part.is_empty())
                .for_each(|part| push(out, part)),
        }
    }
}

fn push(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}
