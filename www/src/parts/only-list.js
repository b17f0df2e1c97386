/** @import { Outcome } from '../comparison.js' */
/** @import { Found } from '../find.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { onlyIn } from '../sayings.js';
import { nameOf } from './names.js';
import { sample } from './sample.js';
import { sigil } from './siglum.js';

/**
 * What only one article tells, sentence by sentence.
 *
 * @param {Found} found
 * @param {Outcome} outcome
 * @param {Strings} strings
 * @param {LaterStrings} words
 */
export function onlyList(found, { report, request }, strings, words) {
  return html`
    <section class="only-list">
      <h2>${sample('only')}${words.table.only}</h2>
      ${report.articles.map((article) => {
        const places = onlyIn(found, article.id);
        const text = request.articles.find(({ id }) => id === article.id)?.text ?? '';
        if (places.length === 0) return nothing;
        return html`
          <h3>${sigil(article.siglum)}${nameOf(article, strings)}</h3>
          <ul>
            ${places.map(({ start, end }) => html`<li dir="auto" lang=${article.language}>${text.slice(start, end)}</li>`)}
          </ul>
        `;
      })}
    </section>
  `;
}
