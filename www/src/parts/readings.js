/** @import { ArticleReport, Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Saying } from '../sayings.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { isOfStory, sayingsOf } from '../sayings.js';
import { nameOf } from './names.js';
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
  const concerned = report.articles.filter(({ id }) => isOfStory(report, finding, id));
  return html`
    <ul class="readings">
      ${concerned.map((article) => {
        const said = sayingsOf(finding, article.id);
        return html`
          <li>
            <span title=${nameOf(article, strings)}>${sigil(article.siglum)}</span>
            <div>
              ${said.length === 0 ? html`<p class="absent">${finding.absent.includes(article.id) ? strings.notes.notMentioned : strings.notes.notCompared}</p>` : nothing}
              ${said.map(
                (saying) => html`
                  <p class="saying">${words(saying, article, strings, onOpen)} ${who(saying[0], strings)}</p>
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
 * An article's own words; each of them leads to where they stand.
 *
 * @param {Saying} saying
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @param {(reading: Reading) => void} onOpen
 */
export function words(saying, article, strings, onOpen) {
  return html`<span class="words" dir="auto"
    >${saying.map(
      (reading, index) =>
        html`${index > 0 ? ' · ' : nothing}<button
            type="button"
            aria-label=${strings.notes.open(nameOf(article, strings), reading.text)}
            @click=${() => onOpen(reading)}
            >${reading.text}</button
          >`,
    )}</span
  >`;
}

/**
 * Who is named for a reading, and how sure the article is.
 *
 * @param {Reading} reading
 * @param {Strings} strings
 */
export function who({ by, certainty }, strings) {
  const sure = strings.notes.certainty[certainty];
  return html`<span class="who" dir="auto">${[by?.text ?? strings.notes.nobody, sure].filter(Boolean).join(' · ')}</span>`;
}
