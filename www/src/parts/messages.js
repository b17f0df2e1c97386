/** @import { Comparison } from '../comparison.js' */
/** @import { Strings } from '../strings/index.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */

import { html, nothing } from 'lit';

/**
 * How far a long comparison has come, and the way to stop it.
 *
 * @param {Comparison} comparison
 * @param {Strings} strings
 */
export function progress(comparison, { state }) {
  if (!comparison.isSlow) return nothing;
  return html`
    <div class="progress">
      <progress aria-label=${state.comparing}></progress>
      <span>${state.comparing}</span>
      <button type="button" class="quiet" @click=${() => comparison.cancel()}>${state.cancel}</button>
    </div>
  `;
}

/**
 * What went wrong, and what can be taken back.
 *
 * @param {object} given
 * @param {Comparison} given.comparison
 * @param {string | null} given.failure
 * @param {boolean} given.isKept
 * @param {{ message: string } | null} given.undo
 * @param {(() => void) | null} given.newer
 * @param {Strings} given.strings
 * @param {() => void} given.onUndo
 * @param {() => void} given.onDismiss called to put away what went wrong
 */
export function messages({ comparison, failure, isKept, undo, newer, strings, onUndo, onDismiss }) {
  const { error } = comparison;
  return html`
    ${error
      ? html`
          <div class="message error" part="message" role="alert">
            <p>${strings.state.error(error)}</p>
            <button type="button" class="button" @click=${() => comparison.retry()}>${strings.state.retry}</button>
          </div>
        `
      : nothing}
    ${failure
      ? html`
          <div class="message error" part="message" role="alert">
            <p>${failure}</p>
            <button type="button" class="button" @click=${onDismiss}>${strings.notes.close}</button>
          </div>
        `
      : nothing}
    ${isKept ? nothing : html`<div class="message" part="message"><p>${strings.input.notKept}</p></div>`}
    ${undo
      ? html`
          <div class="message" part="message" role="status">
            <p>${undo.message}</p>
            <button type="button" class="button" @click=${onUndo}>${strings.input.undo}</button>
          </div>
        `
      : nothing}
    ${newer
      ? html`
          <div class="message" part="message" role="status">
            <p>${strings.state.newer}</p>
            <button type="button" class="button" @click=${newer}>${strings.state.reload}</button>
          </div>
        `
      : nothing}
  `;
}

/**
 * What is being looked for, for as long as it is: words about the same thing as others.
 *
 * @param {VariorumComparer} host
 */
export function pairingBar({ pairing, strings, reviewer }) {
  if (!pairing) return nothing;
  // A click on a button would end the selection that it is about.
  const hold = (/** @type {Event} */ event) => event.preventDefault();
  return html`
    <div class="message pairing">
      <p>${strings.review.pairing(pairing.text)}</p>
      <button type="button" class="button" @mousedown=${hold} @click=${reviewer.pairWithSelection}>${strings.review.useSelection}</button>
      <button type="button" class="quiet" @click=${() => reviewer.pair(null)}>${strings.state.cancel}</button>
    </div>
  `;
}
