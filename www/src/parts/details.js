/** @import { Finding, Place, Report, UserRule } from '../../../pkg/web/variorum.js' */
/** @import { Outcome } from '../comparison.js' */
/** @import { Reviewer } from '../reviewer.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { MAX_NOTE, STATUSES } from '../reviews.js';
import sheet from '../styles/details.css?inline';
import { receipt } from './receipt.js';

export const styles = [unsafeCSS(sheet)];

/**
 * @typedef {object} DetailsGiven
 * @property {Outcome} outcome
 * @property {Reviews} reviews
 * @property {readonly UserRule[]} rules
 * @property {Strings} strings
 * @property {LaterStrings} words
 * @property {Reviewer} reviewer
 */

/**
 * What can be said of the chosen finding, and why it was marked.
 *
 * @param {Finding} finding
 * @param {DetailsGiven} given
 */
export function details(finding, { outcome: { report }, reviews, strings, words, reviewer }) {
  const review = reviews[finding.id];
  return html`
    <div class="details">
      <div class="statuses" role="group" aria-label=${words.review.label}>
        ${STATUSES.map(
          (status) => html`
            <button
              type="button"
              aria-pressed=${review?.status === status}
              @click=${() => reviewer.review(finding.id, { status: review?.status === status ? undefined : status })}
            >
              ${strings.review.statuses[status]}
            </button>
          `,
        )}
      </div>
      <label class="review-note">
        <span>${words.review.note}</span>
        <textarea
          rows="2"
          maxlength=${MAX_NOTE}
          .value=${live(review?.note ?? '')}
          @input=${(/** @type {Event} */ event) =>
            reviewer.review(finding.id, { note: /** @type {HTMLTextAreaElement} */ (event.target).value })}
        ></textarea>
      </label>
      ${receipt(finding, report, strings, words)} ${sameness(finding, report, words, reviewer)}
    </div>
  `;
}

/**
 * Whether the readings are about the same thing at all, which a reader may know better.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @param {LaterStrings} words
 * @param {Reviewer} reviewer
 */
function sameness({ readings, receipt: { links } }, report, words, reviewer) {
  const quoted = (/** @type {number} */ index) =>
    words.receipt.reading(siglumOf(report, readings[index].article), readings[index].text);
  const across = links.filter(({ left, right }) => readings[left].article !== readings[right].article);
  return html`
    <details class="sameness">
      <summary>${words.review.sameness}</summary>
      <ul>
        ${across.map(
          ({ left, right }) => html`
            <li>
              ${words.review.and(quoted(left), quoted(right))}
              <button type="button" class="quiet" @click=${() => reviewer.part(readings[left], readings[right])}>
                ${words.review.part}
              </button>
            </li>
          `,
        )}
        ${readings.length > 0
          ? html`
              <li>
                ${quoted(0)}
                <button type="button" class="quiet" @click=${() => reviewer.pair(readings[0])}>${words.review.join}</button>
              </li>
            `
          : nothing}
      </ul>
    </details>
  `;
}

/**
 * What the reader said is the same thing, or is not; each can be taken back.
 *
 * @param {DetailsGiven} given
 */
export function ruleList({ outcome: { report, request }, rules, words, reviewer }) {
  if (rules.length === 0) return nothing;
  const quoted = (/** @type {Place} */ { article, start, end }) => {
    const text = request.articles.find(({ id }) => id === article)?.text ?? '';
    return words.receipt.reading(siglumOf(report, article), text.slice(start, end));
  };
  return html`
    <details class="rules">
      <summary>${words.review.rules(rules.length)}</summary>
      <ul>
        ${rules.map(
          (rule, index) => html`
            <li>
              ${rule.rule === 'one-event'
                ? words.review.oneEvent
                : words.review.rule(rule.rule === 'same-as', quoted(rule.left), quoted(rule.right))}
              <button type="button" class="quiet" @click=${() => reviewer.takeBack(index)}>${words.review.takeBack}</button>
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}

/**
 * Articles that seem to be about different events are compared all the same when the reader knows better.
 *
 * @param {DetailsGiven} given
 */
export function joinEvents({ words, reviewer }) {
  return html`<button type="button" class="quiet" @click=${reviewer.joinEvents}>${words.review.joinEvents}</button>`;
}

/**
 * @param {Report} report
 * @param {string} id
 */
function siglumOf(report, id) {
  return report.articles.find((article) => article.id === id)?.siglum ?? id;
}
