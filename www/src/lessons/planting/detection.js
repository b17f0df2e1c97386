// Which planted changes the engine finds when the copy is compared with the report. What it does not find is too hard for it, and
// is likely to be hard for a class as well.

/** @import { Finding } from '../../../../pkg/web/variorum.js' */
/** @import { Change } from './plant.js' */

/**
 * @param {readonly Finding[]} findings of the report and its copy
 * @param {string} copy the copy's id in them
 * @param {Pick<Change, 'sites'>} change
 * @returns {Finding[]} those that show it: other than "same", with words of it
 */
export function findingsOn(findings, copy, { sites }) {
  const isInIt = (/** @type {Finding['readings'][number]} */ { article, start, end }) => article === copy && sites.some((site) => start < site.end && end > site.start);
  return findings.filter(({ relation, readings }) => relation !== 'same' && readings.some(isInIt));
}
