import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/** Letters in a line of its own, and in a text of several lines; a lesson file takes as many. */
const LINE = 300;
const TEXT = 4000;

// Texts are set where they are others now, and not whenever the page is drawn: somebody may be writing in them.

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (event.target).value;

/** @param {string} label @param {string} value @param {(value: string) => void} onChange once the field is left */
export function text(label, value, onChange) {
  return html`<label class="field"><span>${label}</span><input type="text" maxlength=${LINE} .value=${value} @change=${(/** @type {Event} */ event) => onChange(valueOf(event))} /></label>`;
}

/** @param {string} label @param {string} value @param {(value: string) => void} onInput with each letter, for what is about to be added */
export function typed(label, value, onInput) {
  return html`<label class="field"><span>${label}</span><input type="text" maxlength=${LINE} .value=${live(value)} @input=${(/** @type {Event} */ event) => onInput(valueOf(event))} /></label>`;
}

/** @param {string} label @param {string} value @param {(value: string) => void} onChange once the field is left */
export function area(label, value, onChange) {
  return html`<label class="field"><span>${label}</span><textarea rows="2" maxlength=${TEXT} .value=${value} @change=${(/** @type {Event} */ event) => onChange(valueOf(event))}></textarea></label>`;
}

/** @param {string} label @param {number} value @param {[number, number]} range @param {(value: number) => void} onChange */
export function whole(label, value, [least, most], onChange) {
  const given = (/** @type {Event} */ event) => Math.max(least, Math.min(most, Math.floor(Number(valueOf(event)) || least)));
  return html`<label class="field"><span>${label}</span><input type="number" min=${least} max=${most} .value=${live(String(value))} @change=${(/** @type {Event} */ event) => onChange(given(event))} /></label>`;
}

/** @param {string} label @param {readonly (readonly string[])[]} options values and what they are called @param {string} chosen @param {(value: string) => void} onChange */
export function select(label, options, chosen, onChange) {
  return html`
    <label class="field">
      <span>${label}</span>
      <select @change=${(/** @type {Event} */ event) => onChange(valueOf(event))}>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`)}
      </select>
    </label>
  `;
}
