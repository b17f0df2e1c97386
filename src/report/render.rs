//! Writes what was compared as the report: in its order, in UTF-16 units, and in words.

use sha2::{Digest, Sha256};

use super::{
    key_order,
    label::{Named, topics},
    model::{
        AlignedSentences, ArticleFacts, ArticleInput, ArticleReport, Finding, Link, Mention, NotCompared, Note,
        PartSpan, Place, Reading, Reason, Receipt, Report, ScorePart, SentenceRef, SentenceSpan, SharedRun, SharedSpan,
        Speaker, VERSION,
    },
    words::{EN, Words},
};
use crate::{
    alignment::{
        self,
        sentences::{SentenceId, SentencePair},
        shared,
        slots::PassedOver,
    },
    article::{Article, Part},
    comparison::findings,
    facts::{Kind, Stated},
    text::{ByteSpan, Utf16Map, lowercase},
};

/// Name and version of the engine.
pub(super) const ENGINE: &str = concat!("variorum ", env!("CARGO_PKG_VERSION"));

/// All that was found, by positions in the order of ids.
pub(super) struct Compared<'r, 't> {
    pub(super) inputs: &'r [&'r ArticleInput],
    pub(super) articles: &'r [Article<'t>],
    pub(super) readings: &'r [alignment::Reading<'t>],
    pub(super) published: &'r [Option<String>],
    /// Sentences of one story that tell the same, in order.
    pub(super) aligned: Vec<SentencePair>,
    pub(super) stories: Vec<Vec<usize>>,
    pub(super) findings: Vec<findings::Finding>,
    pub(super) only: Vec<SentenceId>,
    /// Pairs to explain; empty unless that was asked for.
    pub(super) passed_over: Vec<PassedOver>,
    pub(super) shared: Vec<shared::SharedRun>,
}

/// Writes the report. `given` holds the position of each article of the request in the order of ids.
pub(super) fn render(compared: &Compared<'_, '_>, given: &[usize]) -> Report {
    let renderer = Renderer {
        compared,
        maps: compared.readings.iter().map(|reading| Utf16Map::new(reading.document.text)).collect(),
        words: &EN,
    };
    let topics = topics(compared.readings, &compared.findings, renderer.words);
    let mut findings: Vec<(SortKey, Finding)> = compared
        .findings
        .iter()
        .zip(topics)
        .map(|(finding, topic)| (renderer.sort_key(finding), renderer.finding(finding, topic)))
        .collect();
    findings.sort_by(|(left, a), (right, b)| left.cmp(right).then_with(|| a.id.cmp(&b.id)));
    Report {
        version: VERSION,
        engine: ENGINE.to_owned(),
        articles: given.iter().map(|&at| renderer.article(at)).collect(),
        stories: compared.stories.iter().map(|story| story.iter().map(|&at| renderer.id(at)).collect()).collect(),
        findings: findings.into_iter().map(|(_, finding)| finding).collect(),
        only: compared.only.iter().map(|&id| renderer.sentence_place(id)).collect(),
        shared: renderer.shared(),
        alignment: renderer.alignment(),
        not_compared: compared.passed_over.iter().map(|pair| renderer.not_compared(pair)).collect(),
        hashes: renderer.hashes(),
    }
}

/// Severity, then how high in the reports, then the kind.
type SortKey = (crate::comparison::Severity, crate::comparison::Relation, usize, crate::facts::Kind);

struct Renderer<'c, 'r, 't> {
    compared: &'c Compared<'r, 't>,
    maps: Vec<Utf16Map<'t>>,
    words: &'static Words,
}

impl Renderer<'_, '_, '_> {
    fn id(&self, article: usize) -> String {
        self.compared.inputs[article].id.clone()
    }

    fn sort_key(&self, finding: &findings::Finding) -> SortKey {
        let highest = finding
            .readings
            .iter()
            .map(|reading| self.compared.readings[reading.article].facts.mentions[reading.mention].sentence)
            .min();
        (finding.severity, finding.relation, highest.unwrap_or(0), finding.kind)
    }

    fn article(&self, at: usize) -> ArticleReport {
        let compared = self.compared;
        article_report(
            compared.inputs[at],
            &compared.articles[at],
            &compared.readings[at],
            &self.maps[at],
            siglum(at),
            compared.published[at].clone(),
        )
    }

    fn sentence_place(&self, id: SentenceId) -> Place {
        let span = self.compared.readings[id.article].document.sentences[id.sentence].span;
        let span = self.maps[id.article].to_utf16(span);
        Place { article: self.id(id.article), start: span.start, end: span.end }
    }

    fn shared(&self) -> Vec<SharedRun> {
        let span = |place: &shared::SharedPlace| {
            let words = self.compared.readings[place.article].document.span(place.tokens.clone());
            let span = self.maps[place.article].to_utf16(words);
            SharedSpan { article: self.id(place.article), start: span.start, end: span.end, moved: place.is_moved }
        };
        let runs = self.compared.shared.iter();
        runs.map(|run| SharedRun { words: run.words as u32, spans: run.places.iter().map(span).collect() }).collect()
    }

    fn alignment(&self) -> Vec<AlignedSentences> {
        let sentence = |id: SentenceId| SentenceRef { article: self.id(id.article), sentence: id.sentence as u32 };
        let aligned = self.compared.aligned.iter();
        aligned
            .map(|pair| AlignedSentences {
                sentences: vec![sentence(pair.left), sentence(pair.right)],
                score: pair.percent,
            })
            .collect()
    }

    fn not_compared(&self, pair: &PassedOver) -> NotCompared {
        let stated = |(article, mention): (usize, usize)| &self.compared.readings[article].facts.mentions[mention];
        let place = |at: (usize, usize)| {
            let span = self.maps[at.0].to_utf16(stated(at).mention.span);
            Place { article: self.id(at.0), start: span.start, end: span.end }
        };
        let (code, message) = (self.words.not_compared)(pair.reason);
        NotCompared {
            kind: stated(pair.left).mention.kind,
            left: place(pair.left),
            right: place(pair.right),
            score: pair.points,
            reason: Reason { code: code.to_owned(), message: message.to_owned(), reconciles: false },
        }
    }

    fn hashes(&self) -> Vec<(String, String)> {
        let hash = |text: &str| format!("sha256-{}", hex(&Sha256::digest(text.as_bytes())));
        let mut hashes: Vec<_> =
            self.compared.inputs.iter().map(|input| (input.id.clone(), hash(&input.text))).collect();
        key_order::sort(&mut hashes);
        hashes
    }

    fn finding(&self, finding: &findings::Finding, named: Named) -> Finding {
        let readings: Vec<Reading> = finding.readings.iter().map(|grouped| self.reading(*grouped)).collect();
        Finding {
            id: finding_id(finding.kind, &readings),
            kind: finding.kind,
            relation: finding.relation,
            summary: self.summary(finding, &named.label, &readings),
            label: named.label,
            topic: named.topic,
            severity: finding.severity,
            reasons: finding
                .reasons
                .iter()
                .map(|&reason| {
                    let (code, message) = (self.words.reason)(reason);
                    Reason { code: code.to_owned(), message: message.to_owned(), reconciles: reason.reconciles() }
                })
                .collect(),
            readings,
            absent: finding.absent.iter().map(|&at| self.id(at)).collect(),
            receipt: receipt(finding),
        }
    }

    fn reading(&self, grouped: findings::Grouped) -> Reading {
        let reading = &self.compared.readings[grouped.article];
        let stated = &reading.facts.mentions[grouped.mention];
        let Mention { kind: _, start, end, text, norm, precision, by, certainty, sentence } =
            mention(reading, stated, &self.maps[grouped.article]);
        let (article, group) = (self.id(grouped.article), grouped.group);
        Reading { article, start, end, text, norm, precision, group, by, certainty, sentence }
    }

    /// What stands alone for a screen reader, a print-out or a message: the label, what each group of articles says and
    /// on whose word, and the first reason why all of it can be right.
    fn summary(&self, finding: &findings::Finding, label: &str, readings: &[Reading]) -> String {
        let words = self.words;
        // Groups are numbered from 0 without gaps.
        let last = finding.readings.iter().map(|grouped| grouped.group).max().unwrap_or(0);
        let groups: Vec<String> = (0..=last).map(|group| self.group(finding, readings, group)).collect();
        let mut summary = (words.summary)(finding.relation, groups.len())
            .replace("{label}", &capitalised(label))
            .replace("{readings}", &groups.join(words.between));
        let reason = match finding.reasons.first() {
            Some(&reason) => (words.reason)(reason).1,
            None if finding.relation == crate::comparison::Relation::Conflict => words.no_reason,
            None => return summary,
        };
        summary.push(' ');
        summary.push_str(reason);
        summary
    }

    /// One group of readings: its articles, its wordings and, where they give one, their source.
    fn group(&self, finding: &findings::Finding, readings: &[Reading], group: u32) -> String {
        let words = self.words;
        let (mut articles, mut wordings, mut by) = (Vec::new(), Vec::new(), None);
        for (grouped, reading) in finding.readings.iter().zip(readings) {
            if grouped.group != group {
                continue;
            }
            if !articles.contains(&grouped.article) {
                articles.push(grouped.article);
                let wording = format!("“{}”", reading.text);
                if wordings.len() < MOST_WORDINGS && !wordings.contains(&wording) {
                    wordings.push(wording);
                }
            }
            by = by.or(reading.by.as_ref());
        }
        let mut text = wordings.join(words.or);
        // Who says so is of use where the readings differ.
        // A speaker answers for itself.
        let has_speaker = finding.relation != crate::comparison::Relation::Same && finding.kind != Kind::Attribution;
        if let Some(by) = by.filter(|_| has_speaker) {
            text = words.by.replace("{text}", &text).replace("{by}", &by.text);
        }
        let template = match finding.relation {
            crate::comparison::Relation::Conflict | crate::comparison::Relation::Compatible => {
                words.reading[usize::from(articles.len() > 1)]
            }
            crate::comparison::Relation::Contested | crate::comparison::Relation::Same => words.version,
        };
        let names = list(articles.iter().map(|&at| self.name(at)), words.and);
        template.replace("{articles}", &names).replace("{text}", &text)
    }

    /// What an article is called in a sentence: its siglum, and its outlet where it is known.
    fn name(&self, article: usize) -> String {
        match self.compared.inputs[article].outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty()) {
            Some(outlet) => format!("{} ({outlet})", siglum(article)),
            None => siglum(article),
        }
    }
}

/// Writes what one article says.
pub(super) fn article_facts(
    input: &ArticleInput,
    article: &Article<'_>,
    reading: &alignment::Reading<'_>,
    published: Option<String>,
) -> ArticleFacts {
    let map = Utf16Map::new(reading.document.text);
    ArticleFacts {
        version: VERSION,
        engine: ENGINE.to_owned(),
        article: article_report(input, article, reading, &map, siglum(0), published),
        mentions: reading.facts.mentions.iter().map(|stated| mention(reading, stated, &map)).collect(),
    }
}

fn article_report(
    input: &ArticleInput,
    article: &Article<'_>,
    reading: &alignment::Reading<'_>,
    map: &Utf16Map<'_>,
    siglum: String,
    published: Option<String>,
) -> ArticleReport {
    let given = |value: &Option<String>| value.clone().filter(|value| !value.trim().is_empty());
    let headline = article.passages.iter().find(|passage| passage.part == Part::Headline);
    let units = |span: ByteSpan| {
        let span = map.to_utf16(span);
        (span.start, span.end)
    };
    ArticleReport {
        id: input.id.clone(),
        siglum,
        title: given(&input.title).or_else(|| headline.map(|passage| passage.span.slice(article.text).to_owned())),
        outlet: given(&input.outlet),
        published,
        length: map.len(),
        language: reading.document.lexicon.map_or("und", |lexicon| lexicon.tag()).to_owned(),
        parts: article
            .passages
            .iter()
            .map(|passage| {
                let (start, end) = units(passage.span);
                PartSpan { part: passage.part, start, end }
            })
            .collect(),
        sentences: reading
            .document
            .sentences
            .iter()
            .map(|sentence| {
                let (start, end) = units(sentence.span);
                SentenceSpan { start, end, paragraph: sentence.paragraph }
            })
            .collect(),
        notes: article
            .remarks
            .iter()
            .map(|remark| {
                let (start, end) = units(remark.span);
                let (code, message) = (remark.code.to_owned(), remark.message.clone());
                Note { code, message, start, end, weekday: remark.weekday }
            })
            .collect(),
    }
}

fn mention(reading: &alignment::Reading<'_>, stated: &Stated, map: &Utf16Map<'_>) -> Mention {
    let document = &reading.document;
    let span = map.to_utf16(stated.mention.span);
    let by = stated.by.map(|by| {
        let words = document.span(reading.facts.attributions[by].speaker.clone());
        let span = map.to_utf16(words);
        Speaker { text: words.slice(document.text).to_owned(), start: span.start, end: span.end }
    });
    Mention {
        kind: stated.mention.kind,
        start: span.start,
        end: span.end,
        text: stated.mention.span.slice(document.text).to_owned(),
        norm: stated.mention.value.norm(),
        precision: stated.mention.precision,
        by,
        certainty: stated.certainty,
        sentence: stated.sentence as u32,
    }
}

/// Wordings of one thing that a sentence gives.
const MOST_WORDINGS: usize = 3;

/// A sentence's beginning.
fn capitalised(label: &str) -> String {
    let mut rest = label.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// "A", "A and B", "A, B and C".
fn list(names: impl Iterator<Item = String>, and: &str) -> String {
    let mut names: Vec<String> = names.collect();
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} {and} {last}", names.join(", ")),
        Some(only) => only,
        None => String::new(),
    }
}

/// A to Z, then AA, AB …
fn siglum(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (at % 26) as u8);
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    letters.iter().rev().map(|&letter| letter as char).collect()
}

/// A name made from what is compared: the kind and the first digits of the hash of the readings' places and words.
fn finding_id(kind: crate::facts::Kind, readings: &[Reading]) -> String {
    let mut hash = Sha256::new();
    for reading in readings {
        hash.update(format!("{}\0{}\0{}\0{}\0", reading.article, reading.start, reading.end, reading.text));
    }
    format!("{}-{}", lowercase(&format!("{kind:?}")), &hex(&hash.finalize())[..10])
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)] as char, DIGITS[usize::from(byte & 15)] as char])
        .collect()
}

fn receipt(finding: &findings::Finding) -> Receipt {
    let links = finding.links.iter().map(|link| Link {
        left: link.left as u32,
        right: link.right as u32,
        score: link.score.total(),
        parts: link.score.parts().map(|(part, points)| ScorePart { part, points }).collect(),
    });
    let relation = match finding.relation {
        crate::comparison::Relation::Conflict => "values-exclude-each-other",
        crate::comparison::Relation::Contested => "each-article-names-both-speakers",
        crate::comparison::Relation::Compatible => "values-overlap",
        crate::comparison::Relation::Same => "values-are-equal",
    };
    // What one article says against itself is named by what it is.
    let within = finding.reasons.iter().find(|reason| reason.is_within());
    let rules = match within {
        Some(&reason) => ["one-article", (EN.reason)(reason).0],
        None => ["same-slot", relation],
    };
    Receipt { engine: ENGINE.to_owned(), rules: rules.map(str::to_owned).into(), links: links.collect() }
}
