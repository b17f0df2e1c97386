/** @import { Answer, Exercise, Item, Lesson } from '../model.js' */
/** @import { Done, ItemResult } from '../work.js' */
/** @import { DoingWords } from './words.js' */

import { html, nothing } from 'lit';

/**
 * What an item came to, in a sentence.
 *
 * @param {object} given
 * @param {Exercise} given.exercise
 * @param {Item} given.item
 * @param {ItemResult} given.result
 * @param {Answer | null} given.answer null for as long as it is not to be told
 * @param {Done} given.done
 * @param {Lesson | null} given.lesson
 * @param {DoingWords} given.words
 */
export function feedback({ exercise, item, result, answer, done, lesson, words }) {
  const { way } = result;
  const right = answer ? told(exercise, item, answer, lesson) : '';
  return html`
    <div class=${`feedback ${way}`}>
      <p><strong>${way === 'found' ? words.right : words.ways[way]}</strong> ${way === 'found' ? nothing : why(exercise, way, done, words)}</p>
      ${answer
        ? html`
            ${answer.relation && done.guess ? html`<p>${words.yourGuess} ${words.guesses[done.guess] ?? ''}. ${words.relations[answer.relation]}</p>` : nothing}
            ${right && way !== 'found' ? html`<p>${words.answer} <span dir="auto">${right}</span></p>` : nothing}
            <p class="reason" lang=${lesson?.language ?? 'en'} dir="auto">${answer.reason}</p>
          `
        : nothing}
    </div>
  `;
}

/**
 * @param {Exercise} exercise
 * @param {'partly' | 'missed'} way
 * @param {Done} done
 * @param {DoingWords} words
 */
function why({ type }, way, done, words) {
  if (type === 'speakers') return done.choice ? words.notThisOne : words.nothingChosen;
  if (type === 'ladder') return words.notThisOrder;
  return way === 'partly' ? words.partOfIt : words.notThere;
}

/**
 * @param {Exercise} exercise
 * @param {Item} item
 * @param {Answer} answer
 * @param {Lesson | null} lesson
 * @returns {string} the answer in words; empty where it shows in the text
 */
function told(exercise, item, answer, lesson) {
  if (answer.choice) return exercise.options?.find(({ id }) => id === answer.choice)?.text ?? '';
  const { ranks } = answer;
  if (ranks) return [...(item.options ?? [])].sort((left, right) => ranks[left.id] - ranks[right.id]).map(({ text }, at) => `${at + 1}. ${text}`).join(' ');
  const places = (answer.targets ?? []).map((target) => target.places[0]);
  return places.map(({ article, start, end }) => `“${lesson?.articles.find(({ id }) => id === article)?.text.slice(start, end) ?? ''}”`).join(' · ');
}
