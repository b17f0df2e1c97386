/** @import { Sheet } from './rows.js' */

import { differs } from '../relations.js';
import { heading, opening, rows } from './rows.js';

/**
 * A comparison for somebody else's page, as code to paste there: a table of what differs, which reads and prints without
 * scripts, and a script that shows the comparison itself in its place.
 *
 * Everything is put in as text of a document that is never shown, so that no article can bring markup of its own.
 *
 * @param {Sheet} sheet
 * @param {{ frame: string, link: string, script: string }} addresses of the page for frames and of the page itself, both with the
 * comparison, and of the script
 * @returns {string}
 */
export function snippet(sheet, { frame, link, script }) {
  const { report, strings } = sheet;
  const { title, lead, rest } = opening(sheet);
  const paper = document.implementation.createHTMLDocument('');
  const shown = rows(sheet).standing.filter(({ finding }) => differs(finding.relation));
  const head = [element('th', {}, strings.table.fact), ...report.articles.map((article) => element('th', {}, heading(article, strings)))];
  const lines = shown.map(({ label, relation, cells }) =>
    element(
      'tr',
      {},
      element('th', {}, `${label} (${relation})`),
      ...cells.map(({ sayings, absent }) =>
        element('td', {}, sayings.map(({ words, by }) => `“${words.join('” · “')}”${by && ` (${by})`}`).join('; ') || absent),
      ),
    ),
  );
  const figure = element(
    'figure',
    { class: 'variorum-embed', lang: strings.language, 'data-src': frame },
    element('figcaption', {}, element('a', { href: link }, title), ` ${[lead, rest].filter(Boolean).join(' ')}`),
    ...(lines.length > 0 ? [element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...lines))] : []),
  );
  // By hand: a policy may forbid that a script is given an address, here too. An address has neither quotes nor brackets.
  return `${figure.outerHTML}\n<script async="" src="${script.replaceAll('&', '&amp;')}"></script>\n`;

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  function element(tag, attributes, ...children) {
    const made = paper.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }
}
