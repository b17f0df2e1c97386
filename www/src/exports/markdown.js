/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { overviewWords } from '../parts/overview.js';
import { LAYERS } from '../relations.js';
import { heading, rows } from './rows.js';

/**
 * The fact table in Markdown (GitHub's tables), one table a relation.
 *
 * @param {Report} report
 * @param {Strings} strings
 * @param {LaterStrings} words
 */
export function markdown(report, strings, words) {
  const { lead, rest } = overviewWords(report, strings);
  const all = rows(report, strings);
  const parts = [`# ${words.exports.title(report.articles.length)}`, `**${plain(lead)}** ${plain(rest)}`.replace('**** ', '')];
  parts.push(report.articles.map((article) => `- ${plain(heading(article, strings))}`).join('\n'));
  for (const layer of LAYERS) {
    const found = all.filter(({ finding }) => finding.relation === layer);
    if (found.length === 0) continue;
    const head = [strings.table.fact, ...report.articles.map(({ siglum }) => siglum)];
    const lines = found.map(({ label, reasons, cells }) => [
      plain(label) + (reasons && `<br>${plain(reasons)}`),
      ...cells.map(({ sayings, absent }) =>
        sayings.length > 0
          ? sayings.map(({ words, by }) => plain(words.join(' / ')) + (by && ` (${plain(by)})`)).join('<br>')
          : `*${plain(absent)}*`,
      ),
    ]);
    parts.push(`## ${strings.layers[layer]}`);
    parts.push([head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n'));
  }
  parts.push(`${plain(strings.footer)} ${plain(report.engine)}.`);
  return `${parts.join('\n\n')}\n`;
}

/**
 * Words that mean themselves and nothing in Markdown or HTML.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}
