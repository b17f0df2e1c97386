// What may be shown of a report: what passes is found in find.js.

/** @import { Kind, Report, Severity } from '../../pkg/web/variorum.js' */
/** @import { Layer } from './relations.js' */
/** @import { Status } from './reviews.js' */

import { LAYERS } from './relations.js';
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

/** What is folded away unless the reader says otherwise: what all agree on. */
export const FOLDED = new Set(['same']);

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
