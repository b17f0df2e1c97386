/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { Filters } from '../filters.js' */
/** @import { Found } from '../find.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isNarrowed, KINDS, REVIEW_STATES, SEVERITIES } from '../filters.js';
import { nameOf } from './names.js';

/**
 * An entry of a list of choices. What would show nothing cannot be chosen, unless it is.
 *
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} name
 * @property {number} count
 */

/**
 * The filters beside the relations: words, kind of fact, weight, whose, and what was made of it.
 *
 * @param {object} given
 * @param {Report} given.report
 * @param {Filters} given.filters
 * @param {Found} given.found
 * @param {Strings} given.strings
 * @param {(change: Partial<Filters>) => void} given.onFilter
 * @param {() => void} given.onClear
 */
export function narrowing({ report, filters, found, strings, onFilter, onClear }) {
  const words = strings.filters;
  const [first = '', second = ''] = filters.of;
  const articles = report.articles.map((article) => ({
    value: article.id,
    name: strings.article.lettered(article.siglum, nameOf(article, strings)),
    count: found.of.get(article.id) ?? 0,
  }));
  return html`
      <div class="narrowing-fields">
        <label class="search">
          <span>${words.find}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${live(filters.words)}
            @input=${(/** @type {Event} */ event) => onFilter({ words: valueOf(event) })}
          />
        </label>
        ${choice(words.kind, words.allKinds, filters.kind ?? '', kinds(), (value) => onFilter({ kind: KINDS.find((kind) => kind === value) ?? null }))}
        ${choice(words.severity, words.allSeverities, filters.severity ?? '', severities(), (value) =>
          onFilter({ severity: SEVERITIES.find((severity) => severity === value) ?? null }))}
        ${report.articles.length > 1
          ? html`
              ${choice(words.of, words.anyArticle, first, articles, (value) => onFilter({ of: [value, second].filter(Boolean) }))}
              ${first
                ? choice(words.and, words.anyOther, second, articles.filter(({ value }) => value !== first), (value) =>
                    onFilter({ of: [first, value].filter(Boolean) }))
                : nothing}
            `
          : nothing}
        ${found.statuses.size > (found.statuses.has('none') ? 1 : 0) || filters.status !== null
          ? choice(words.status, words.anyStatus, filters.status ?? '', statuses(), (value) =>
              onFilter({ status: REVIEW_STATES.find((status) => status === value) ?? null }))
          : nothing}
        ${isNarrowed(filters)
          ? html`<button type="button" class="quiet" @click=${onClear}>${words.clear}</button>`
          : nothing}
      </div>
  `;

  /** @returns {Choice[]} */
  function kinds() {
    return KINDS.map((kind) => ({ value: kind, name: strings.kinds[kind], count: found.kinds.get(kind) ?? 0 }));
  }

  /** @returns {Choice[]} */
  function statuses() {
    return REVIEW_STATES.map((status) => ({
      value: status,
      name: status === 'none' ? words.notReviewed : strings.review.statuses[status],
      count: found.statuses.get(status) ?? 0,
    }));
  }

  /** @returns {Choice[]} */
  function severities() {
    return SEVERITIES.map((severity) => ({
      value: severity,
      name: strings.severities[severity],
      count: found.severities.get(severity) ?? 0,
    }));
  }
}

/**
 * A list of choices, of which one is made.
 *
 * @param {string} label
 * @param {string} any what is chosen when nothing is
 * @param {string} chosen value, or the empty string
 * @param {readonly Choice[]} choices
 * @param {(value: string) => void} onChoose
 */
export function choice(label, any, chosen, choices, onChoose) {
  return html`
    <label class="pick">
      <span>${label}</span>
      <select .value=${live(chosen)} @change=${(/** @type {Event} */ event) => onChoose(valueOf(event))}>
        ${any ? html`<option value="" ?selected=${chosen === ''}>${any}</option>` : nothing}
        ${choices
          .filter(({ value, count }) => count > 0 || value === chosen)
          .map(
            ({ value, name, count }) =>
              html`<option value=${value} ?selected=${value === chosen}>${name}${Number.isFinite(count) ? ` (${count})` : ''}</option>`,
          )}
      </select>
    </label>
  `;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}
