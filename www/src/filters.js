// What is shown of a report. A finding is shown when it passes every filter; each filter counts what would be shown if
// it were set otherwise and the rest stayed as they are.

/** @import { Finding, Kind, Place, Report, Severity } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { Layer } from './relations.js' */
/** @import { Reviews, Status } from './reviews.js' */

import { groupsOf } from './findings.js';
import { differs, LAYERS } from './relations.js';
import { STATUSES } from './reviews.js';

/**
 * @typedef {object} Filters
 * @property {ReadonlySet<Layer>} shown
 * @property {Kind | null} kind
 * @property {Severity | null} severity
 * @property {readonly string[]} of ids of no more than two articles: what these say, and where two of them meet
 * @property {ReviewState | null} status what the reader made of it
 * @property {boolean} copy whether shared copy is shown in an article
 * @property {string} words to be found in what a finding is called, in its readings or in who says so
 */

/** @type {Filters} */
export const EVERYTHING = { shown: new Set(LAYERS), kind: null, severity: null, of: [], status: null, copy: false, words: '' };

/** @typedef {Status | 'none'} ReviewState */

/** @type {readonly ReviewState[]} */
export const REVIEW_STATES = [...STATUSES, 'none'];

/** @type {readonly Kind[]} in the order in which they are listed everywhere */
export const KINDS = [
  'count',
  'money',
  'percent',
  'measure',
  'time',
  'place',
  'person',
  'organisation',
  'quote',
  'attribution',
  'certainty',
  'polarity',
  'other',
];

/** @type {readonly Severity[]} */
export const SEVERITIES = ['correct', 'refile', 'style'];

/**
 * What a report shows through its filters.
 *
 * @typedef {object} Found
 * @property {Finding[]} findings in the report's order
 * @property {Place[]} only the sentences that only one article has
 * @property {Record<Layer, number>} layers
 * @property {Map<Kind, number>} kinds
 * @property {Map<Severity, number>} severities
 * @property {Map<ReviewState, number>} statuses
 * @property {Map<string, number>} of what each article has a part in, beside the first one chosen
 */

/**
 * @param {Outcome} outcome
 * @param {Filters} filters
 * @param {Reviews} [reviews]
 * @returns {Found}
 */
export function find({ report, request }, filters, reviews = {}) {
  const terms = fold(filters.words).split(/\s+/).filter(Boolean);
  const [first] = filters.of;
  /** @type {Found} */
  const found = {
    findings: [],
    only: onlySentences(),
    layers: { conflict: 0, contested: 0, compatible: 0, same: 0, only: 0 },
    kinds: new Map(),
    severities: new Map(),
    statuses: new Map(),
    of: new Map(),
  };
  found.layers.only = found.only.length;
  if (!filters.shown.has('only')) found.only = [];
  for (const finding of report.findings) {
    if (!terms.every((term) => wordsOf(finding).includes(term))) continue;
    const state = reviews[finding.id]?.status ?? 'none';
    const passes = {
      layers: filters.shown.has(finding.relation),
      kinds: filters.kind === null || finding.kind === filters.kind,
      severities: filters.severity === null || finding.severity === filters.severity,
      statuses: filters.status === null || state === filters.status,
      of: concerns(finding, filters.of),
    };
    const failed = Object.entries(passes).filter(([, isPassed]) => !isPassed);
    // What one filter alone keeps out is what it would let in.
    const counted = (/** @type {keyof typeof passes} */ name) => failed.every(([other]) => other === name);
    if (counted('layers')) found.layers[finding.relation] += 1;
    if (counted('kinds')) add(found.kinds, finding.kind);
    if (counted('severities')) add(found.severities, finding.severity);
    if (counted('statuses')) add(found.statuses, state);
    if (counted('of')) {
      // Only those that have a reading can have a part in it.
      for (const id of new Set(finding.readings.map(({ article }) => article))) {
        if (!first || first === id || concerns(finding, [first, id])) add(found.of, id);
      }
    }
    if (failed.length === 0) found.findings.push(finding);
  }
  return found;

  function onlySentences() {
    return report.only.filter(({ article, start, end }) => {
      if (filters.of.length > 0 && !filters.of.includes(article)) return false;
      if (terms.length === 0) return true;
      const text = request.articles.find(({ id }) => id === article)?.text ?? '';
      const sentence = fold(text.slice(start, end));
      return terms.every((term) => sentence.includes(term));
    });
  }
}

/**
 * Whether a finding is about what these articles say: one has a part in it, or two do and are not merely on the same
 * side of a difference between others.
 *
 * @param {Finding} finding
 * @param {readonly string[]} articles
 */
function concerns(finding, articles) {
  const groups = articles.map((article) => groupsOf(finding, article));
  if (groups.some(({ length }) => length === 0)) return false;
  return groups.length < 2 || !differs(finding.relation) || groups[0].join() !== groups[1].join() || groups[0].length > 1;
}

/**
 * Whether anything but the relations is narrowed down.
 *
 * @param {Filters} filters
 */
export function isNarrowed({ kind, severity, of, status, words }) {
  return kind !== null || severity !== null || status !== null || of.length > 0 || words.trim() !== '';
}

/**
 * @param {Filters} filters
 * @returns {number} how many of the filters leave something out; the relations are one
 */
export function filtersOn({ shown, kind, severity, of, status, words }) {
  return [LAYERS.some((layer) => !shown.has(layer)), kind, severity, of.length, status, words.trim()].filter(Boolean).length;
}

/**
 * The ids of the filters that a report can still answer: articles that have gone are let go.
 *
 * @param {Filters} filters
 * @param {Report} report
 * @returns {Filters} the same when nothing changed
 */
export function within(filters, report) {
  const of = filters.of.filter((id) => report.articles.some((article) => article.id === id));
  return of.length === filters.of.length ? filters : { ...filters, of };
}

/** @type {WeakMap<Finding, string>} findings are never changed, so their words are folded once */
const folded = new WeakMap();

/** @param {Finding} finding */
function wordsOf(finding) {
  const known = folded.get(finding);
  if (known !== undefined) return known;
  const words = fold([finding.label, ...finding.readings.flatMap(({ text, by }) => [text, by?.text ?? ''])].join('\n'));
  folded.set(finding, words);
  return words;
}

/**
 * Words as they are looked for: without regard to case, accents or the shape of quotation marks.
 *
 * @param {string} words
 */
function fold(words) {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/**
 * @template K
 * @param {Map<K, number>} counts
 * @param {K} key
 */
function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
