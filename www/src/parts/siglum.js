import { html } from 'lit';

/**
 * An article's letter in a ring. The letter is all that tells articles apart: colour belongs to relations.
 *
 * @param {string | null} siglum
 */
export function sigil(siglum) {
  return html`<span class="siglum" ?data-empty=${siglum === null}>${siglum ?? ''}</span>`;
}
