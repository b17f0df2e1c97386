/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from '../views/index.js' */

import { html, nothing } from 'lit';
import { filtersOn } from '../filters.js';
import { LAYERS } from '../relations.js';
import { atOnce } from './at-once.js';
import { sample } from './sample.js';

/**
 * The filters, which on a narrow screen would fill it before there is anything to read: there they fold into a line that
 * says how many of them are on. Elsewhere the style sheet takes the line away and leaves them open, so that a screen which
 * is turned loses none.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 * @param {unknown} filters
 * @param {unknown} [beside] what stands in the same line
 */
export function fold({ found, filters: chosen, isNarrowing, words, actions }, filters, beside = nothing) {
  return html`
    <button
      type="button"
      class="fold"
      aria-expanded=${isNarrowing}
      aria-controls="filters"
      @click=${(/** @type {Event} */ event) => {
        atOnce(event, 'aria-expanded');
        actions.onNarrow(!isNarrowing);
      }}
    >
      <span class="name">${words.filters.folded(filtersOn(chosen))}</span>
      <span class="digest" aria-hidden="true"
        >${LAYERS.map((layer) => html`<span class=${chosen.shown.has(layer) ? '' : 'off'}>${sample(layer)}${found.layers[layer]}</span>`)}</span
      >
    </button>
    ${beside}
    <div id="filters" class="folded ${isNarrowing ? 'open' : ''}">${filters}</div>
  `;
}
