/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { nameOf } from './names.js';
import { sigil } from './siglum.js';

/**
 * Which article each siglum stands for, on paper, where the lists of the screen are left out, and whether something was.
 *
 * @param {Report} report
 * @param {number} shown findings
 * @param {Strings} strings
 */
export function printKey({ articles, findings }, shown, strings) {
  return html`
    <ul class="print-key" aria-hidden="true">
      ${articles.map(
        (article) => html`
          <li>
            ${sigil(article.siglum)}
            ${[nameOf(article, strings), article.published && strings.date(article.published)].filter(Boolean).join(', ')}
          </li>
        `,
      )}
      ${shown < findings.length ? html`<li>${strings.filters.some(shown, findings.length)}</li>` : nothing}
    </ul>
  `;
}
