// What a teacher adds: items made from words that were marked in the reports.

/** @import { LessonArticle } from '../model.js' */
/** @import { Place } from '../scoring.js' */
/** @import { Made } from './builders.js' */
/** @import { ExerciseDraft, OwnChange } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { ladderReason } from './builders.js';

/**
 * @typedef {object} Own
 * @property {readonly Place[]} places the words that were marked
 * @property {string} about what they are about
 * @property {'conflict' | 'compatible' | 'same'} relation how the reports stand to each other on it
 * @property {string} speaker id of a speaker, or the name of another
 * @property {number} step of the ladder
 * @property {number} task which of the items a statement is added to; one behind the last is a new one
 * @property {string} instead what stands in a copy in place of the words
 */

/** What an exercise lacks before something can be added to it. */
export const EMPTY = /** @type {Own} */ ({ places: [], about: '', relation: 'conflict', speaker: '', step: 0, task: 0, instead: '' });

/**
 * @param {ExerciseDraft['type']} type
 * @param {Own} own
 * @returns {'words' | 'about' | 'speaker' | 'instead' | null} what is lacking still
 */
export function lacks(type, { places, about, speaker, instead }) {
  if (places.length === 0) return 'words';
  if (type === 'mark' && about.trim() === '') return 'about';
  if (type === 'speakers' && speaker.trim() === '') return 'speaker';
  if (type === 'planted' && instead.trim() === '') return 'instead';
  return null;
}

/**
 * @param {ExerciseDraft} exercise to which nothing is lacking
 * @param {Own} own
 * @param {readonly LessonArticle[]} articles
 * @param {MakingWords} words
 * @returns {ExerciseDraft} with what was added; of planted changes the planting alone is another, and the copy is still to be made
 */
export function withOwn(exercise, own, articles, words) {
  if (exercise.type === 'mark') return { ...exercise, items: [...exercise.items, toMark(own, articles, words)] };
  if (exercise.type === 'speakers') return withStatement(exercise, own, articles, words);
  if (exercise.type === 'ladder') return withRung(exercise, own, articles, words);
  const { planting } = exercise;
  if (!planting) return exercise;
  const [{ start, end }] = own.places;
  /** @type {OwnChange[]} */
  const apart = (planting.own ?? []).filter((other) => other.end <= start || other.start >= end);
  return { ...exercise, planting: { ...planting, own: [...apart, { start, end, to: own.instead.trim() }] } };
}

/**
 * @param {Own} own
 * @param {readonly LessonArticle[]} articles
 * @param {MakingWords} words
 * @returns {Made}
 */
function toMark({ places, about, relation }, articles, words) {
  const marked = articles.flatMap((article) => {
    const own = places.filter((place) => place.article === article.id).map(({ start, end }) => ({ article: article.id, start, end }));
    return own.length > 0 ? [{ article, places: own }] : [];
  });
  const reason = marked.map(({ article, places: those }) => words.says(article.name, those.map(({ start, end }) => `“${article.text.slice(start, end)}”`).join(', '), '')).join('; ');
  return {
    item: { id: 'own', prompt: about.trim(), points: marked.length },
    // Where words stand several times in one report, any one place will do.
    answer: { reason: `${reason}.`, hint: words.lookIn(marked.map(({ article }) => article.name).join(', ')), relation, targets: marked.map(({ places: those }) => ({ places: those })) },
  };
}

/**
 * @param {ExerciseDraft} exercise
 * @param {Own} own
 * @param {readonly LessonArticle[]} articles
 * @param {MakingWords} words
 * @returns {ExerciseDraft}
 */
function withStatement(exercise, own, articles, words) {
  const { options = [] } = exercise;
  const named = options.find(({ id, text }) => id === own.speaker || text.toLowerCase() === own.speaker.trim().toLowerCase());
  const option = named ?? { id: freeId('s', options), text: own.speaker.trim() };
  const article = articles.find(({ id }) => id === own.places[0].article);
  const made = {
    item: { id: 'own', prompt: `“${textOf(own, articles)}”`, points: 1 },
    answer: { reason: words.saidBy(option.text, article?.name ?? ''), hint: words.lookBeside, choice: option.id },
  };
  return { ...exercise, options: named ? options : [...options, option], items: [...exercise.items, made] };
}

/**
 * @param {ExerciseDraft} exercise
 * @param {Own} own
 * @param {readonly LessonArticle[]} articles
 * @param {MakingWords} words
 * @returns {ExerciseDraft}
 */
function withRung(exercise, own, articles, words) {
  const made = exercise.items[own.task] ?? { item: { id: 'own', prompt: words.order, points: 2, options: [] }, answer: { reason: '', hint: words.ladderHint, ranks: {} } };
  const options = made.item.options ?? [];
  const id = freeId('t', options);
  const item = { ...made.item, options: [...options, { id, text: textOf(own, articles) }] };
  const added = ranked({ item, answer: made.answer }, { ...made.answer.ranks, [id]: own.step }, words);
  return { ...exercise, items: exercise.items[own.task] ? exercise.items.with(own.task, added) : [...exercise.items, added] };
}

/**
 * @param {Made} made statements to be put in order
 * @param {Record<string, number>} ranks other steps for them; of a statement that has none nothing is left
 * @param {MakingWords} words
 * @returns {Made} with a reason that fits, unless the teacher wrote one
 */
export function ranked({ item, answer }, ranks, words) {
  const sorted = (/** @type {Record<string, number>} */ given) => Object.values(given).sort((left, right) => left - right);
  const isOurs = answer.reason === '' || answer.reason === ladderReason(sorted(answer.ranks ?? {}), words);
  return {
    item: { ...item, options: item.options?.filter(({ id }) => ranks[id] !== undefined) },
    answer: { ...answer, ranks, ...(isOurs && { reason: ladderReason(sorted(ranks), words) }) },
  };
}

/**
 * @param {Own} own
 * @param {readonly LessonArticle[]} articles
 */
function textOf({ places }, articles) {
  return places.map(({ article, start, end }) => articles.find(({ id }) => id === article)?.text.slice(start, end) ?? '').join(' … ');
}

/**
 * @param {string} letter
 * @param {readonly { id: string }[]} options
 */
function freeId(letter, options) {
  let at = options.length + 1;
  while (options.some(({ id }) => id === `${letter}${at}`)) at += 1;
  return `${letter}${at}`;
}
