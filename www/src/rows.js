// The order and the grouping of the fact table's rows.

/** @import { Finding, Report } from '../../pkg/web/variorum.js' */
/** @import { Order } from './views/index.js' */

import { KINDS, SEVERITIES } from './filters.js';
import { differs, RELATIONS } from './relations.js';

/**
 * Rows that stand together and can be folded away together.
 *
 * @typedef {object} Group
 * @property {string} name of the severity, kind or relation that they share; `all` when they share none
 * @property {Finding[]} findings
 */

/**
 * Puts findings in order, in groups. What all articles say alike comes last, whatever the order: it is most of a
 * report, and the least of what one looks for in it.
 *
 * @param {readonly Finding[]} findings in the report's order, which decides where the order does not
 * @param {Order} order
 * @param {Report} report
 * @returns {Group[]} none of them empty
 */
export function groupRows(findings, order, report) {
  const differing = findings.filter(({ relation }) => differs(relation));
  const same = findings.filter(({ relation }) => !differs(relation));
  const groups = {
    severity: () => SEVERITIES.map((name) => ({ name, findings: differing.filter(({ severity }) => severity === name) })),
    kind: () => KINDS.map((name) => ({ name, findings: differing.filter(({ kind }) => kind === name) })),
    relation: () =>
      RELATIONS.filter(differs).map((name) => ({ name, findings: differing.filter(({ relation }) => relation === name) })),
    place: () => [{ name: 'all', findings: byPlace(differing, report) }],
  }[order]();
  return [...groups, { name: 'same', findings: same }].filter((group) => group.findings.length > 0);
}

/**
 * Findings in the order of the story as its articles tell it: by the share of the article that stands before the
 * words, in the article that has them highest.
 *
 * @param {readonly Finding[]} findings
 * @param {Report} report
 */
function byPlace(findings, report) {
  const lengths = new Map(report.articles.map(({ id, length }) => [id, Math.max(1, length)]));
  const depth = (/** @type {Finding} */ { readings }) =>
    Math.min(...readings.map(({ article, start }) => start / (lengths.get(article) ?? 1)));
  return findings
    .map((finding) => ({ finding, depth: depth(finding) }))
    .sort((left, right) => left.depth - right.depth)
    .map(({ finding }) => finding);
}

/** As many articles as have a column each; of more, each row lists those that have something. */
export const MAX_COLUMNS = 4;

/**
 * A reading that several articles share, as a critical apparatus has it: "12 (A C)".
 *
 * @typedef {object} Variant
 * @property {number} group
 * @property {string[]} articles ids, in the order shown
 */

/**
 * The readings of a finding with the articles that have each, the reading of the most articles first; among equals
 * the one of the earlier article.
 *
 * @param {Finding} finding
 * @param {readonly string[]} order ids of the articles in the order shown
 * @returns {Variant[]}
 */
export function variants(finding, order) {
  /** @type {Map<number, Variant>} */
  const found = new Map();
  for (const article of order) {
    for (const reading of finding.readings) {
      if (reading.article !== article) continue;
      const variant = found.get(reading.group);
      if (!variant) found.set(reading.group, { group: reading.group, articles: [article] });
      else if (!variant.articles.includes(article)) variant.articles.push(article);
    }
  }
  return [...found.values()].sort((left, right) => right.articles.length - left.articles.length);
}
