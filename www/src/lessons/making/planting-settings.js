/** @import { LessonArticle } from '../model.js' */
/** @import { ChangeType } from '../planting/candidates.js' */
/** @import { Planting } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { CHANGE_TYPES } from '../planting/candidates.js';
import { select, whole } from './fields.js';

/** As many changes as one text is asked for: beyond that it is another text. */
const MOST = 20;

/**
 * What is planted, in which report, and how well it hides.
 *
 * @param {{ planting: Planting, articles: readonly LessonArticle[], words: MakingWords, onChange: (planting: Planting) => void }} given
 */
export function plantingSettings({ planting, articles, words, onChange }) {
  // Other settings make other changes: which of them were taken out means nothing then. What the teacher put in stays, in its report.
  const change = (/** @type {Partial<Planting>} */ changed) => onChange({ ...planting, without: [], ...(changed.article && { own: [] }), ...changed });
  const types = (/** @type {ChangeType} */ type) => (planting.types.includes(type) ? planting.types.filter((other) => other !== type) : CHANGE_TYPES.filter((other) => other === type || planting.types.includes(other)));
  return html`
    <div class="settings">
      ${select(words.report, articles.map(({ id, name }) => [id, name]), planting.article, (article) => change({ article }))}
      ${select(words.alongside, ['others', 'original', 'nothing'].map((one) => [one, words.beside[/** @type {Planting['beside']} */ (one)]]), planting.beside, (beside) => onChange({ ...planting, beside: /** @type {Planting['beside']} */ (beside) }))}
      ${select(words.difficulty, ['easy', 'medium', 'hard'].map((one) => [one, words.difficulties[/** @type {Planting['difficulty']} */ (one)]]), planting.difficulty, (difficulty) => change({ difficulty: /** @type {Planting['difficulty']} */ (difficulty) }))}
      ${whole(words.count, planting.count, [1, MOST], (count) => change({ count }))}
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
