/** @import { Strings } from '../strings/index.js' */
/** @import { Layer } from '../relations.js' */

import { html } from 'lit';
import { LAYERS } from '../relations.js';
import { atOnce } from './at-once.js';
import { sample } from './sample.js';
import { FAMILIES, sign } from './sign.js';

/**
 * The relations to show, each with its line and its count; what each means can be unfolded.
 *
 * @param {object} given
 * @param {Record<Layer, number>} given.counts
 * @param {ReadonlySet<Layer>} given.shown
 * @param {Strings} given.strings
 * @param {(layer: Layer) => void} given.onToggle
 */
export function relationFilter({ counts, shown, strings, onToggle }) {
  return html`
    <div class="filters" role="group" aria-label=${strings.filters.label}>
      <h2 class="label">${strings.filters.label}</h2>
      ${LAYERS.map(
        (layer) => html`
          <button
            class="filter"
            part="filter"
            type="button"
            data-layer=${layer}
            aria-pressed=${shown.has(layer)}
            @click=${(/** @type {Event} */ event) => {
              atOnce(event, 'aria-pressed');
              onToggle(layer);
            }}
          >
            ${sample(layer)}<span class="name">${strings.layers[layer]}</span>
            <span class="count">${counts[layer]}</span>
          </button>
        `,
      )}
      <details class="legend">
        <summary>${strings.filters.legend}</summary>
        <div class="meanings">
          <dl>
            ${LAYERS.map(
              (layer) => html`
                <div>
                  <dt>${sample(layer)}${strings.layers[layer]}</dt>
                  <dd>${strings.layerHelp[layer]}</dd>
                </div>
              `,
            )}
          </dl>
          <ul class="signs">
            ${FAMILIES.map(({ kinds }) => html`<li>${sign(kinds[0])}<span>${kinds.map((kind) => strings.kinds[kind]).join(', ')}</span></li>`)}
          </ul>
        </div>
      </details>
    </div>
  `;
}
