/** @import { ViewGiven } from '../views/index.js' */

import { html } from 'lit';
import { isNarrowed } from '../filters.js';
import { narrowing } from './narrowing.js';
import { relationFilter } from './relation-filter.js';

/** Where the filters are folded away; the style sheet (later.css) uses the same width. */
const NARROW = '(max-width: 48rem)';

/**
 * What stands above a view: the filters, and what is chosen in this view alone.
 *
 * @param {ViewGiven} given
 * @param {unknown} [own]
 */
export function controls({ outcome, found, filters, isNarrowing, strings, actions, rules, holds }, own) {
  // On a phone they would fill the screen before there is anything to read.
  const isOpen = !holds(NARROW) || isNarrowing || isNarrowed(filters);
  return html`
    <div class="controls">
      ${relationFilter({ counts: found.layers, shown: filters.shown, strings, onToggle: actions.onToggle })}
      <details
        class="narrowing"
        ?open=${isOpen}
        @toggle=${(/** @type {Event} */ event) => actions.onNarrow(/** @type {HTMLDetailsElement} */ (event.target).open)}
      >
        <summary>${strings.filters.narrow}</summary>
        ${narrowing({ report: outcome.report, filters, found, strings, ...actions })}
      </details>
      ${own} ${rules()}
    </div>
  `;
}

/**
 * Which articles are shown, as their letters; those beyond the limit cannot be added.
 *
 * @param {object} given
 * @param {ViewGiven['outcome']} given.outcome
 * @param {readonly string[]} given.chosen ids
 * @param {number} given.least as many as have to stay
 * @param {number} given.most
 * @param {string} given.label
 * @param {(id: string) => string} given.name
 * @param {(chosen: string[]) => void} given.onChoose with the ids in the articles' order
 */
export function articleChoice({ outcome, chosen, least, most, label, name, onChoose }) {
  const ids = outcome.report.articles.map(({ id }) => id);
  return html`
    <div class="article-choice" role="group" aria-label=${label}>
      <span>${label}</span>
      <div>
        ${outcome.report.articles.map(({ id, siglum }) => {
          const isChosen = chosen.includes(id);
          const next = ids.filter((one) => (one === id ? !isChosen : chosen.includes(one)));
          return html`<button
            type="button"
            class="siglum"
            aria-pressed=${isChosen}
            aria-label=${name(id)}
            ?disabled=${next.length < least || next.length > most}
            @click=${() => onChoose(next)}
            >${siglum}</button
          >`;
        })}
      </div>
    </div>
  `;
}
