import { html } from 'lit';

/** Tints, and patterns, of which each article has one: together they are more than there can be articles. */
const TINTS = 8;

/**
 * An article's letter in a ring, with a quiet tint and a pattern of its own, by which an article is met again in lists,
 * columns and notes. Neither says anything: strong colours belong to relations.
 *
 * @param {string | null} siglum
 */
export function sigil(siglum) {
  const { tint, pattern } = identity(siglum ?? '');
  return html`<span class="siglum" data-tint=${tint} data-pattern=${pattern} ?data-empty=${siglum === null}>${siglum ?? ''}</span>`;
}

/**
 * Neighbours differ in both, so that either will do for those who cannot see the other.
 *
 * @param {string} siglum A, B … Z, AA …
 * @returns {{ tint: number, pattern: number }} from 0 to 7 each; no two of the first 64 articles have both in common
 */
export function identity(siglum) {
  const place = [...siglum].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const index = Math.max(0, place);
  return { tint: index % TINTS, pattern: (index + Math.floor(index / TINTS)) % TINTS };
}
