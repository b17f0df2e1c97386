// A report without its articles: findings and short quotations, for texts that must not be passed on whole.

/** @import { ArticleReport, Certainty, Finding, Part, Precision, Reading, Report } from '../../../pkg/web/variorum.js' */

import { RELATIONS } from '../relations.js';

/** As many words of an article as one reading quotes at most. */
const MOST_WORDS = 15;

const KINDS = ['count', 'money', 'percent', 'measure', 'time', 'place', 'person', 'organisation', 'quote', 'attribution', 'certainty', 'polarity', 'other'];
const SEVERITIES = ['correct', 'refile', 'style'];

/**
 * @param {Report} report
 * @returns {{ format: 'variorum-findings', version: 1, report: Report }}
 */
export function toDigest(report) {
  return { format: 'variorum-findings', version: 1, report: clean(report) };
}

/**
 * Takes nothing on trust: what has not the shape of a report is left out.
 *
 * @param {any} value
 * @returns {Report | null}
 */
export function fromDigest(value) {
  const isDigest = value?.format === 'variorum-findings' && value.version === 1 && Array.isArray(value.report?.articles);
  return isDigest ? clean(value.report) : null;
}

/**
 * @param {any} report
 * @returns {Report}
 */
function clean(report) {
  /** @type {ArticleReport[]} */
  const articles = list(report.articles)
    .slice(0, 60)
    .map(({ id, siglum, title, outlet, published, length, language, parts, sentences }) => ({
      id: text(id),
      siglum: text(siglum),
      title: maybe(title),
      outlet: maybe(outlet),
      published: maybe(published),
      length: whole(length),
      language: text(language),
      // Where in the story a reading stands is told by these; they hold no words.
      parts: list(parts).map((part) => ({ part: /** @type {Part} */ (text(part.part)), start: whole(part.start), end: whole(part.end) })),
      sentences: list(sentences).map(({ start, end, paragraph }) => ({
        start: whole(start),
        end: whole(end),
        paragraph: whole(paragraph),
      })),
      notes: [],
    }));
  const known = new Set(articles.map(({ id }) => id));
  const ids = (/** @type {any} */ given) => list(given).filter((id) => known.has(id));
  /** @type {Finding[]} */
  const findings = list(report.findings)
    .filter(({ relation, kind, severity }) => RELATIONS.includes(relation) && KINDS.includes(kind) && SEVERITIES.includes(severity))
    .map(({ id, kind, relation, label, topic, summary, severity, reasons, readings, absent }) => ({
      id: text(id),
      kind,
      relation,
      label: text(label),
      ...(topic && { topic: { form: text(topic.form), ...(topic.of && { of: text(topic.of) }), ...(topic.detail && { detail: text(topic.detail) }) } }),
      summary: text(summary),
      severity,
      reasons: list(reasons).map(({ code, message, reconciles }) => ({
        code: text(code),
        message: text(message),
        reconciles: reconciles === true,
      })),
      readings: list(readings)
        .filter(({ article }) => known.has(article))
        .map(reading),
      absent: ids(absent),
      receipt: { engine: text(report.engine), rules: [], links: [] },
    }));
  return {
    version: 1,
    engine: text(report.engine),
    articles,
    stories: list(report.stories).map(ids),
    findings,
    only: [],
    shared: [],
    alignment: [],
    hashes: {},
  };
}

/**
 * @param {any} given
 * @returns {Reading}
 */
function reading({ article, start, end, text: words, norm, precision, group, by, certainty, sentence }) {
  return {
    article,
    start: whole(start),
    end: whole(end),
    text: short(words),
    norm: short(norm),
    precision: /** @type {Precision} */ (text(precision)),
    group: whole(group),
    by: by && { text: short(by.text), start: whole(by.start), end: whole(by.end) },
    certainty: /** @type {Certainty} */ (text(certainty)),
    sentence: whole(sentence),
  };
}

/** @param {unknown} value */
function list(value) {
  return Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : [];
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' ? value : '';
}

/** @param {unknown} value */
function maybe(value) {
  return typeof value === 'string' ? value : null;
}

/** @param {unknown} value */
function whole(value) {
  return Number.isInteger(value) ? Number(value) : 0;
}

/** @param {unknown} value */
function short(value) {
  const words = text(value).split(/\s+/);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : text(value);
}
