/** @import { Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { readingsOf } from '../findings.js';
import { nameOf } from './article-list.js';
import { sigil } from './siglum.js';

/**
 * What each article says about one thing, in its own words, and who it says so.
 *
 * @param {object} given
 * @param {Finding} given.finding
 * @param {Report} given.report
 * @param {Strings} given.strings
 * @param {(reading: Reading) => void} given.onOpen called to show the reading in its article
 */
export function readings({ finding, report, strings, onOpen }) {
  const concerned = report.articles.filter(
    ({ id }) => finding.absent.includes(id) || finding.readings.some(({ article }) => article === id),
  );
  return html`
    <ul class="readings">
      ${concerned.map((article) => {
        const said = readingsOf(finding, article.id);
        const name = nameOf(article, strings);
        return html`
          <li>
            <span title=${name}>${sigil(article.siglum)}</span>
            <div>
              ${said.length === 0 ? html`<p class="absent">${strings.notes.notMentioned}</p>` : nothing}
              ${said.map(
                (reading) => html`
                  <p class="reading">
                    <button
                      type="button"
                      class="words"
                      aria-label=${strings.notes.open(name, reading.text)}
                      @click=${() => onOpen(reading)}
                    >
                      ${reading.text}
                    </button>
                    ${who(reading, strings)}
                  </p>
                `,
              )}
            </div>
          </li>
        `;
      })}
    </ul>
  `;
}

/**
 * Who is named for a reading, and how sure the article is.
 *
 * @param {Reading} reading
 * @param {Strings} strings
 */
export function who({ by, certainty }, strings) {
  const sure = strings.notes.certainty[certainty];
  return html`<span class="who">${[by?.text ?? strings.notes.nobody, sure].filter(Boolean).join(' · ')}</span>`;
}
