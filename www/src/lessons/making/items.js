// The items of an exercise while it is made: what students read, the answer, and what can be changed of both.

/** @import { Item, Answer, LessonArticle } from '../model.js' */
/** @import { ExerciseDraft } from './draft.js' */
/** @import { Made } from './builders.js' */
/** @import { MakingWords } from './words.js' */

import { html, nothing } from 'lit';
import { STEPS } from './builders.js';
import { isWhole } from './draft.js';
import { area, select, text, whole } from './fields.js';
import { LIMITS } from '../model.js';
import { ranked } from './own.js';

/**
 * @typedef {object} ItemsGiven
 * @property {ExerciseDraft} exercise
 * @property {readonly LessonArticle[]} articles
 * @property {MakingWords} words
 * @property {(changed: Partial<ExerciseDraft>) => void} put
 * @property {(index: number) => void} remove
 */

/** @param {ItemsGiven} given */
export function items(given) {
  return html`<ol class="items">${given.exercise.items.map((made, index) => item(given, made, index))}</ol>`;
}

/**
 * @param {ItemsGiven} given
 * @param {Made} made
 * @param {number} index
 */
function item({ exercise, articles, words, put, remove }, made, index) {
  const { item: itself, answer } = made;
  const { type } = exercise;
  const replace = (/** @type {Made} */ other) => put({ items: exercise.items.with(index, other) });
  const change = (/** @type {Partial<Item>} */ changed, /** @type {Partial<Answer>} */ told = {}) => replace({ item: { ...itself, ...changed }, answer: { ...answer, ...told } });
  const name = words.item(index + 1);
  return html`
    <li>
      <div class="head">
        <h3>${name}</h3>
        <button type="button" class="quiet" aria-label=${`${words.remove}: ${name}`} @click=${() => remove(index)}>${words.remove}</button>
      </div>
      ${type === 'planted' ? html`<p class="answer-line">${answer.reason}</p>` : area(words.prompt, itself.prompt, (prompt) => change({ prompt }))}
      ${exercise.tooHard?.[index] ? html`<p class="too-hard">${words.tooHard}</p>` : nothing}
      ${type === 'mark' ? targets(answer, articles, words) : nothing}
      ${type === 'speakers' ? select(words.answer, (exercise.options ?? []).map(({ id, text: speaker }) => [id, speaker]), answer.choice ?? '', (choice) => change({}, { choice })) : nothing}
      ${itself.options ? rungs(made, words, replace) : nothing}
      ${type === 'questions'
        ? nothing
        : html`
            <div class="pair">
              ${type === 'planted' ? nothing : text(words.reason, answer.reason, (reason) => change({}, { reason }))} ${text(words.hint, answer.hint ?? '', (hint) => change({}, { hint }))}
              ${whole(words.points, itself.points, [0, LIMITS.points], (points) => change({ points }))}
            </div>
          `}
    </li>
  `;
}

/**
 * The words to be marked, as they stand in the reports.
 *
 * @param {Answer} answer
 * @param {readonly LessonArticle[]} articles
 * @param {MakingWords} words
 */
function targets({ targets: marked = [] }, articles, words) {
  const phrases = marked.flatMap(({ places }) => {
    const article = articles.find(({ id }) => id === places[0].article);
    return article ? [`${article.name}: ${places.map(({ start, end }) => `“${article.text.slice(start, end)}”`).join(', ')}`] : [];
  });
  return html`<p class="answer-line"><span class="hint">${words.toBeMarked}:</span> ${phrases.join(' · ')}</p>`;
}

/**
 * Statements in their right order, each with its step.
 *
 * @param {Made} made
 * @param {MakingWords} words
 * @param {(made: Made) => void} replace
 */
function rungs(made, words, replace) {
  const { ranks = {} } = made.answer;
  const sorted = [...(made.item.options ?? [])].sort((left, right) => ranks[left.id] - ranks[right.id]);
  return html`
    <ol class="rungs">
      ${sorted.map(({ id, text: statement }) => {
        const { [id]: own, ...rest } = ranks;
        return html`
          <li>
            <p class="answer-line" lang="en" dir="auto">${statement}</p>
            <div class="head">
              ${select(words.step, STEPS.map((step, at) => [String(at), words.steps[step]]), String(own), (step) => replace(ranked(made, { ...ranks, [id]: Number(step) }, words)))}
              ${sorted.length > 1 ? html`<button type="button" class="quiet" aria-label=${words.removeStatement(statement)} @click=${() => replace(ranked(made, rest, words))}>${words.remove}</button>` : nothing}
            </div>
          </li>
        `;
      })}
    </ol>
    ${isWhole(made) ? nothing : html`<p class="too-hard">${words.needsTwo}</p>`}
  `;
}
