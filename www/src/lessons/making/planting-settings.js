/** @import { LessonArticle } from '../model.js' */
/** @import { ChangeType } from '../planting/candidates.js' */
/** @import { Planting } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { CHANGE_TYPES } from '../planting/candidates.js';

/** As many changes as one text is asked for: beyond that it is another text. */
const MOST = 20;

/**
 * What is planted, in which report, and how well it hides.
 *
 * @param {{ planting: Planting, articles: readonly LessonArticle[], words: MakingWords, onChange: (planting: Planting) => void }} given
 */
export function plantingSettings({ planting, articles, words, onChange }) {
  const value = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
  // Other settings make other changes: which of them were taken out means nothing then.
  const change = (/** @type {Partial<Planting>} */ changed) => onChange({ ...planting, without: [], ...changed });
  const types = (/** @type {ChangeType} */ type) => (planting.types.includes(type) ? planting.types.filter((other) => other !== type) : CHANGE_TYPES.filter((other) => other === type || planting.types.includes(other)));
  return html`
    <div class="settings">
      ${select(words.report, articles.map(({ id, name }) => [id, name]), planting.article, (article) => change({ article }))}
      ${select(words.alongside, ['others', 'original', 'nothing'].map((one) => [one, words.beside[/** @type {Planting['beside']} */ (one)]]), planting.beside, (beside) => onChange({ ...planting, beside: /** @type {Planting['beside']} */ (beside) }))}
      ${select(words.difficulty, ['easy', 'medium', 'hard'].map((one) => [one, words.difficulties[/** @type {Planting['difficulty']} */ (one)]]), planting.difficulty, (difficulty) => change({ difficulty: /** @type {Planting['difficulty']} */ (difficulty) }))}
      <label class="field">
        <span>${words.count}</span>
        <input type="number" min="1" max=${MOST} .value=${live(String(planting.count))} @change=${(/** @type {Event} */ event) => change({ count: Math.max(1, Math.min(MOST, Math.floor(Number(value(event)) || 1))) })} />
      </label>
    </div>
    <fieldset>
      <legend>${words.which}</legend>
      ${CHANGE_TYPES.map(
        (type) => html`
          <label class="choice"><input type="checkbox" .checked=${live(planting.types.includes(type))} @change=${() => change({ types: types(type) })} />${words.changes[type]}</label>
        `,
      )}
    </fieldset>
    <p class="actions"><button type="button" class="button" @click=${() => change({ seed: planting.seed + 1 })}>${words.another}</button></p>
  `;
}

/** @param {string} label @param {string[][]} options @param {string} chosen @param {(value: string) => void} onChange */
function select(label, options, chosen, onChange) {
  return html`
    <label class="field">
      <span>${label}</span>
      <select @change=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
      </select>
    </label>
  `;
}
