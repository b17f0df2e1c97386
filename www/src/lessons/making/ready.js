// Three lessons that are ready: the project's own example reports, and what is asked of them at about 11, 14 and 17.

/** @import { Sources } from './builders.js' */
/** @import { Draft, ExerciseDraft, Planting } from './draft.js' */
/** @import { ExerciseType } from '../model.js' */

import { EXAMPLES } from '../../examples/index.js';
import { newExercise, replanted } from './draft.js';

/**
 * @typedef {object} Ready
 * @property {string} id of the example
 * @property {readonly { type: ExerciseType, items: number, planting?: Partial<Planting> }[]} exercises in their order, with how many items each
 * @property {boolean} isLarge
 */

/** @type {readonly Ready[]} the youngest first; their names and the notes for teachers stand in the same order in the strings */
export const READY = [
  {
    id: 'ferry',
    isLarge: true,
    exercises: [
      { type: 'mark', items: 3 },
      { type: 'planted', items: 4, planting: { difficulty: 'easy', beside: 'original', types: ['number', 'date', 'name', 'place'], count: 4 } },
      { type: 'questions', items: 2 },
    ],
  },
  {
    id: 'cannery',
    isLarge: false,
    exercises: [
      { type: 'mark', items: 4 },
      { type: 'speakers', items: 6 },
      { type: 'planted', items: 5, planting: { difficulty: 'medium', beside: 'others', count: 5 } },
      { type: 'questions', items: 3 },
    ],
  },
  {
    id: 'levee',
    isLarge: false,
    exercises: [
      { type: 'mark', items: 5 },
      { type: 'speakers', items: 8 },
      { type: 'ladder', items: 2 },
      { type: 'planted', items: 6, planting: { difficulty: 'hard', beside: 'others', count: 6 } },
      { type: 'questions', items: 4 },
    ],
  },
];

/**
 * @param {string} id of the example
 * @returns {Promise<import('../../../../pkg/web/variorum.js').Request>} its reports
 */
export async function reportsOf(id) {
  const example = EXAMPLES.find((known) => known.id === id);
  if (!example) throw new RangeError(`no example ${id}`);
  return example.load();
}

/**
 * @param {Sources} sources the example's
 * @param {Draft} draft an empty one
 * @param {Ready} ready
 * @param {string} title
 * @returns {Draft}
 */
export function readyDraft(sources, draft, ready, title) {
  /** @type {ExerciseDraft[]} */
  const exercises = ready.exercises.map(({ type, items, planting }) => {
    const made = newExercise(sources, draft, type);
    if (planting && made.planting) return replanted(sources, draft, made, { ...made.planting, ...planting });
    const all = [...made.items, ...made.pool];
    return { ...made, items: all.slice(0, items), pool: all.slice(items) };
  });
  return { ...draft, title, aids: { ...draft.aids, large: ready.isLarge }, exercises: exercises.filter(({ items }) => items.length > 0) };
}
