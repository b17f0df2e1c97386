/** @import { ArticleReport, Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Saying } from '../sayings.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { differs } from '../relations.js';
import { MAX_COLUMNS, variants } from '../rows.js';
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
  if (report.articles.length > MAX_COLUMNS) return apparatus({ finding, report, strings, onOpen });
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
                  <p class="saying" part="reading">${words(saying, article, strings, onOpen)}
                    ${tellsWho(finding, saying[0]) ? who(saying[0], strings) : nothing}</p>
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
 * The same for many articles: each reading once, with the letters of those that have it.
 *
 * @param {Parameters<typeof readings>[0]} given
 */
function apparatus({ finding, report, strings, onOpen }) {
  const order = report.articles.map(({ id }) => id);
  const letter = new Map(report.articles.map(({ id, siglum }) => [id, siglum]));
  const letters = (/** @type {string[]} */ ids) =>
    html`<span class="letters">${ids.map((id) => letter.get(id)).join(' ')}</span>`;
  const silent = order.filter((id) => finding.absent.includes(id));
  return html`
    <ul class="readings apparatus">
      ${variants(finding, order).map(({ group, articles }) => {
        const shared = finding.readings.filter((reading) => reading.group === group);
        const speakers = [...new Set(shared.flatMap(({ by }) => (by ? [by.text] : [])))];
        return html`
          <li>
            <p class="saying" part="reading">
              <span class="words" part="words"
                ><button type="button" aria-label=${strings.notes.open(letter.get(articles[0]) ?? '', shared[0].text)} @click=${() => onOpen(shared[0])}
                  >${shared[0].text}</button
                ></span
              >
              ${letters(articles)}
              ${speakers.length > 0 ? html`<span class="who" part="speaker">${speakers.join(' · ')}</span>` : nothing}
            </p>
          </li>
        `;
      })}
      ${silent.length > 0 ? html`<li class="absent">${strings.notes.notMentioned} ${letters(silent)}</li>` : nothing}
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
  return html`<span class="words" part="words" dir="auto" lang=${article.language}
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
 * Whether it is to be said who is named for a reading: where all agree that is said only of those who are named, and a
 * speaker answers for itself. How sure something is may be said by the words of whoever says it ("police said"), so that
 * "no one named" beside them would be wrong.
 *
 * @param {Finding} finding
 * @param {Reading} reading
 */
export function tellsWho({ kind, relation }, { by }) {
  return kind !== 'attribution' && (by !== null || (kind !== 'certainty' && differs(relation)));
}

/**
 * Who is named for a reading, and how sure the article is.
 *
 * @param {Reading} reading
 * @param {Strings} strings
 */
export function who({ by, certainty }, strings) {
  const sure = strings.notes.certainty[certainty];
  return html`<span class="who" part="speaker" dir="auto">${[by?.text ?? strings.notes.nobody, sure].filter(Boolean).join(' · ')}</span>`;
}
