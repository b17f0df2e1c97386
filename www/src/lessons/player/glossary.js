/** @import { LitElement } from 'lit' */
/** @import { DoingWords } from './words.js' */

import { html, nothing } from 'lit';

/**
 * A text with the words of the newsroom in it as buttons, each of which tells what its word means.
 *
 * @param {string} text
 * @param {DoingWords} words
 * @param {(term: string) => void} onOpen
 */
export function explained(text, words, onOpen) {
  const terms = Object.keys(words.glossary);
  const pattern = new RegExp(`(?<!\\p{L})(${terms.join('|')})(?!\\p{L})`, 'giu');
  return text.split(pattern).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const term = terms.find((name) => name.toLowerCase() === piece.toLowerCase()) ?? piece;
    return html`<button type="button" class="term" aria-haspopup="dialog" @click=${() => onOpen(term)}>${piece}</button>`;
  });
}

/**
 * The words of the newsroom, all in a list and one at a time beside the text.
 *
 * @param {LitElement} host
 */
export function glossary(host) {
  let term = '';
  const open = async (/** @type {string} */ wanted) => {
    term = wanted;
    host.requestUpdate();
    await host.updateComplete;
    /** @type {HTMLDialogElement | null} */ (host.renderRoot.querySelector('dialog.term-note'))?.showModal();
  };
  /** @param {DoingWords} words */
  const list = (words) => html`
    <details class="terms">
      <summary>${words.terms}</summary>
      <dl>${Object.entries(words.glossary).map(([name, meaning]) => html`<dt>${name}</dt><dd>${meaning}</dd>`)}</dl>
    </details>
    ${term
      ? html`
          <dialog class="term-note" aria-labelledby="term-name" @close=${close}>
            <h3 id="term-name">${term}</h3>
            <p>${words.glossary[term] ?? ''}</p>
            <button type="button" class="button" @click=${shut}>${words.close}</button>
          </dialog>
        `
      : nothing}
  `;
  const shut = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).closest('dialog')?.close();
  const close = () => {
    term = '';
    host.requestUpdate();
  };
  return { open, list };
}
