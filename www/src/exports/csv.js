/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { heading, rows } from './rows.js';

/**
 * The fact table as comma-separated values (RFC 4180), a row a finding, for spreadsheets.
 *
 * @param {Report} report
 * @param {Strings} strings
 * @param {LaterStrings} words
 * @returns {string} with a byte order mark, without which Excel takes UTF-8 for something else
 */
export function csv(report, strings, words) {
  const head = [strings.table.fact, words.exports.relation, words.exports.kind, words.exports.severity, words.exports.reasons];
  const lines = [[...head, ...report.articles.map((article) => heading(article, strings))]];
  for (const { finding, label, relation, reasons, cells } of rows(report, strings)) {
    const said = cells.map(({ sayings, absent }) =>
      sayings.map(({ words, by }) => words.join(' / ') + (by && ` (${by})`)).join('; ') || absent,
    );
    lines.push([label, relation, finding.kind, finding.severity, reasons, ...said]);
  }
  return `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/**
 * Spreadsheets take a field that opens with one of these for a formula, and a text from somebody else must not become
 * one. The apostrophe is the sign for text.
 *
 * @param {string} text
 */
function field(text) {
  const plain = text.replace(/[\r\n\0]+/g, ' ');
  const safe = /^[\s]*[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
