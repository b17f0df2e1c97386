// What the views ask of a report. Nothing here decides anything about the articles: it only counts, orders and groups
// what the report says.

/** @import { Finding, Report } from '../../pkg/web/variorum.js' */
/** @import { Span } from './marks.js' */
/** @import { Layer } from './relations.js' */

import { differs } from './relations.js';

/**
 * A marked phrase of the article being read.
 *
 * @typedef {Span & { finding: Finding, number: number | null }} Mark
 * `number` ties the first mark of a finding to its note; later ones and findings without a note have none
 */

/**
 * @param {Report} report
 * @returns {Record<Layer, number>} findings of each relation, and sentences that only one article has
 */
export function counts(report) {
  const count = { conflict: 0, contested: 0, compatible: 0, same: 0, only: report.only.length };
  for (const { relation } of report.findings) count[relation] += 1;
  return count;
}

/**
 * @param {Report} report
 * @param {string} article
 * @returns {readonly Mark[]} every phrase of the article that a finding is about, in the order of the text
 */
export function marksIn(report, article) {
  const known = marksOf.get(report) ?? new Map();
  marksOf.set(report, known);
  const marks = known.get(article) ?? collectMarks(report, article);
  known.set(article, marks);
  return marks;
}

/** @type {WeakMap<Report, Map<string, Mark[]>>} reports are never changed, so their marks are collected once */
const marksOf = new WeakMap();

/**
 * @param {Report} report
 * @param {string} article
 */
function collectMarks(report, article) {
  /** @type {Mark[]} */
  const marks = [];
  for (const finding of report.findings) {
    for (const reading of finding.readings) {
      if (reading.article === article) marks.push({ start: reading.start, end: reading.end, finding, number: null });
    }
  }
  marks.sort((left, right) => left.start - right.start || left.end - right.end);
  const numbered = new Set();
  for (const mark of marks) {
    if (!differs(mark.finding.relation) || numbered.has(mark.finding.id)) continue;
    numbered.add(mark.finding.id);
    mark.number = numbered.size;
  }
  return marks;
}

/**
 * @param {Finding} finding
 * @param {string} article
 * @returns {number[]} the groups of the article's readings, ascending
 */
export function groupsOf(finding, article) {
  const groups = finding.readings.filter((reading) => reading.article === article).map(({ group }) => group);
  return [...new Set(groups)].sort((left, right) => left - right);
}
