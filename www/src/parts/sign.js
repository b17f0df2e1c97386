/** @import { Kind } from '../../../pkg/web/variorum.js' */

import { html } from 'lit';

/**
 * Kinds of fact that have one sign: more than six small shapes would not be told apart, and the word stands beside it. The
 * shapes are drawn in lines of one weight on a square of twelve, in the colour of the words around them: colour belongs to
 * relations.
 *
 * @type {readonly { kinds: readonly Kind[], path: string }[]} in the order in which kinds are listed everywhere
 */
export const FAMILIES = [
  { kinds: ['count', 'money', 'percent', 'measure'], path: 'M4.6 1.5l-1 9M8.4 1.5l-1 9M1.6 4.2h9.2M1.2 7.8h9.2' },
  { kinds: ['time'], path: 'M6 1.1a4.9 4.9 0 1 0 .01 0zM6 3.3V6l2 1.4' },
  { kinds: ['place'], path: 'M6 11C3.6 8.3 2.4 6.4 2.4 4.6a3.6 3.6 0 0 1 7.2 0C9.6 6.4 8.4 8.3 6 11zM6 4.6h.01' },
  { kinds: ['person', 'organisation'], path: 'M6 1.2a2.4 2.4 0 1 0 .01 0zM1.4 10.9C1.7 8.4 3.4 7.2 6 7.2s4.3 1.2 4.6 3.7' },
  { kinds: ['quote', 'attribution', 'certainty'], path: 'M1.9 9C3.7 8.2 4.5 6.6 4.5 3.2H1.7v2.9h2.8M7.4 9C9.2 8.2 10 6.6 10 3.2H7.2v2.9H10' },
  { kinds: ['polarity', 'other'], path: 'M6 1.2L10.8 6 6 10.8 1.2 6z' },
];

/**
 * The shape that stands for a kind of fact everywhere: at marks, on notes, in rows and in the legend.
 *
 * @param {Kind} kind
 */
export function sign(kind) {
  const path = FAMILIES.find(({ kinds }) => kinds.includes(kind))?.path ?? '';
  return html`<svg class="sign" viewBox="0 0 12 12" aria-hidden="true"><path d=${path} /></svg>`;
}
