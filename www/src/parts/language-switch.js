/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { LANGUAGES } from '../strings/index.js';

/**
 * @param {Strings} strings
 * @param {(language: string) => void} onChoose
 */
export function languageSwitch(strings, onChoose) {
  const languages = Object.entries(LANGUAGES);
  if (languages.length < 2) return nothing;
  return html`
    <label class="language">
      ${strings.languages}
      <select
        .value=${strings.language}
        @change=${(/** @type {Event} */ event) => onChoose(/** @type {HTMLSelectElement} */ (event.target).value)}
      >
        ${languages.map(
          ([tag, { name }]) =>
            html`<option value=${tag} lang=${tag} ?selected=${tag === strings.language}>${name}</option>`,
        )}
      </select>
    </label>
  `;
}
