/** @import { Sheet } from './rows.js' */

import { heading, rows } from './rows.js';

/**
 * The fact table as comma-separated values (RFC 4180), a row a finding, for spreadsheets. What the reader dismissed
 * comes last.
 *
 * @param {Sheet} sheet
 * @returns {string} with a byte order mark, without which Excel takes UTF-8 for something else
 */
export function csv(sheet) {
  const { report, strings, words } = sheet;
  const { relation, kind, severity, note, reasons } = words.exports;
  const lines = [
    [strings.table.fact, relation, kind, severity, strings.filters.status, note, reasons, ...report.articles.map((article) => heading(article, strings))],
  ];
  const { standing, dismissed } = rows(sheet);
  for (const { finding, label, relation, reasons, status, note, cells } of [...standing, ...dismissed]) {
    const said = cells.map(({ sayings, absent }) =>
      sayings.map(({ words, by }) => words.join(' / ') + (by && ` (${by})`)).join('; ') || absent,
    );
    lines.push([label, relation, strings.kinds[finding.kind], strings.severities[finding.severity], status, note, reasons, ...said]);
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
