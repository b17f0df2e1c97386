/** @import { Row, Sheet } from './rows.js' */

import { LAYERS } from '../relations.js';
import { heading, opening, rows } from './rows.js';

/**
 * The fact table in Markdown (GitHub's tables), one table a relation, and one for what the reader dismissed.
 *
 * @param {Sheet} sheet
 */
export function markdown(sheet) {
  const { report, strings, words } = sheet;
  const { title, lead, rest } = opening(sheet);
  const { standing, dismissed } = rows(sheet);
  const parts = [`# ${title}`, `**${plain(lead)}** ${plain(rest)}`.replace('**** ', '')];
  parts.push(report.articles.map((article) => `- ${plain(heading(article, strings))}`).join('\n'));
  for (const layer of LAYERS) {
    table(strings.layers[layer], standing.filter(({ finding }) => finding.relation === layer));
  }
  table(words.exports.dismissed, dismissed);
  parts.push(`${plain(strings.footer)} ${plain(report.engine)}.`);
  return `${parts.join('\n\n')}\n`;

  /**
   * @param {string} name
   * @param {Row[]} shown
   */
  function table(name, shown) {
    if (shown.length === 0) return;
    const head = [strings.table.fact, ...report.articles.map(({ siglum }) => siglum)];
    const lines = shown.map((row) => [fact(row, shown === dismissed), ...row.cells.map(cell)]);
    parts.push(`## ${name}`, [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n'));
  }
}

/**
 * @param {Row} row
 * @param {boolean} isDismissed which the heading says, but not how the readings relate
 */
function fact({ label, relation, reasons, status, note }, isDismissed) {
  const review = [isDismissed ? relation : status, note].filter(Boolean).map(plain).join(': ');
  return [plain(label), review && `*${review}*`, plain(reasons)].filter(Boolean).join('<br>');
}

/** @param {import('./rows.js').Cell} cell */
function cell({ sayings, absent }) {
  if (sayings.length === 0) return `*${plain(absent)}*`;
  return sayings
    .map(({ words, by, link }) => {
      const said = plain(words.join(' / '));
      // Between angle brackets an address may hold all but these.
      const linked = link ? `[${said}](<${link.replace(/[<>|]/g, encodeURIComponent)}>)` : said;
      return linked + (by && ` (${plain(by)})`);
    })
    .join('<br>');
}

/**
 * Words that mean themselves and nothing in Markdown or HTML.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}
