/** @import { Layer } from '../relations.js' */

import { html } from 'lit';

/**
 * The line that stands for a relation everywhere: under words, in the legend, above a note.
 *
 * @param {Layer} layer
 */
export function sample(layer) {
  return html`<span class="sample ${layer}" aria-hidden="true"></span>`;
}
