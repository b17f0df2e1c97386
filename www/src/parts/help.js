/** @import { Keys } from '../keys.js' */
/** @import { LaterStrings } from '../strings/index.js' */

import { html, unsafeCSS } from 'lit';
import { SHORTCUTS } from '../keys.js';
import sheet from '../styles/help.css?inline';

export const styles = [unsafeCSS(sheet)];

/**
 * All keys, in a dialog.
 *
 * @param {LaterStrings} words
 * @param {Keys} own
 * @param {() => void} onClose
 */
export function help(words, own, onClose) {
  return html`
    <dialog class="help" aria-labelledby="help-title" @close=${onClose}>
      <div class="help-top">
        <h2 id="help-title">${words.help.title}</h2>
        <button type="button" class="quiet" @click=${onClose}>${words.help.close}</button>
      </div>
      <dl>
        ${SHORTCUTS.map(
          ({ keys, name }) => html`
            <div>
              <dt>${keys.map((key) => html`<kbd>${words.help.keys[key] ?? key}</kbd>`)}</dt>
              <dd>${words.help.names[name]}</dd>
            </div>
          `,
        )}
      </dl>
      <label class="check">
        <input type="checkbox" .checked=${own.areOn} @change=${() => own.switch(!own.areOn)} />
        <span>${words.help.areOn}</span>
      </label>
      <p class="hint">${words.help.where}</p>
    </dialog>
  `;
}
