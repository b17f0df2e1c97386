/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';
import { nameOf } from './names.js';
import { sigil } from './siglum.js';

/**
 * Which article each siglum stands for, on paper, where the lists of the screen are left out.
 *
 * @param {Report} report
 * @param {Strings} strings
 */
export function printKey({ articles }, strings) {
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
    </ul>
  `;
}
