// What a student has done, and what it comes to.

/** @import { Answer, Answers, Exercise, Lesson } from './model.js' */
/** @import { Place, Way } from './scoring.js' */

import { POINT, scoreMarks, scoreOrder } from './scoring.js';

/**
 * What a student has done on one item; on an exercise of planted changes, on all of it, under the exercise's id.
 *
 * @typedef {object} Done
 * @property {Place[]} [marks]
 * @property {string} [guess] how the student thinks the reports stand to each other; it is never scored
 * @property {string} [choice]
 * @property {string[]} [order]
 * @property {string} [text]
 * @property {number} [tries] how often it was checked
 * @property {boolean} [hinted]
 * @property {boolean} [revealed]
 */

/** @typedef {Record<string, Done>} Work by the ids of items and of exercises of planted changes */

/**
 * @typedef {object} ItemResult
 * @property {string} id
 * @property {Way} way
 * @property {number} earned hundredths of a point
 * @property {number} of as many as there are
 */

/**
 * @param {Exercise} exercise
 * @param {string} item
 * @returns {string} under which name what was done on an item is kept
 */
export function workKey(exercise, item) {
  return exercise.type === 'planted' ? exercise.id : item;
}

/**
 * What one item came to; a pure function of the lesson and what was done.
 *
 * @param {Lesson} lesson
 * @param {Answers} answers
 * @param {Exercise} exercise
 * @param {Work} work
 * @returns {ItemResult[]} of those items that have points
 */
export function resultsOf(lesson, answers, exercise, work) {
  const texts = new Map(lesson.articles.filter(({ id }) => exercise.articles.includes(id)).map(({ id, text }) => [id, text]));
  const scored = exercise.items.filter(({ points }) => points > 0);
  if (exercise.type === 'planted') {
    const targets = scored.map(({ id, points }) => ({ places: places(answers[id]), points }));
    const marking = scoreMarks(texts, targets, work[exercise.id]?.marks ?? []);
    return scored.map(({ id, points }, at) => ({ id, ...marking.targets[at], of: POINT * points }));
  }
  return scored.map(({ id, points }) => {
    const answer = answers[id];
    const done = work[id] ?? {};
    const of = POINT * points;
    if (exercise.type === 'speakers') return result(id, done.choice === answer.choice ? of : 0, of);
    if (exercise.type === 'ladder') return result(id, scoreOrder(new Map(Object.entries(answer.ranks ?? {})), done.order ?? [], points).earned, of);
    const targets = (answer.targets ?? []).map((target) => ({ places: target.places, points }));
    return result(id, Math.floor(scoreMarks(texts, targets, done.marks ?? []).earned / Math.max(1, targets.length)), of);
  });
}

/**
 * @param {Lesson} lesson
 * @param {Answers} answers
 * @param {Work} work
 * @param {ReadonlyMap<string, ItemResult[]>} [checked] what exercises came to when they were last checked, where that is known
 * @returns {{ items: ItemResult[], earned: number, of: number }} of the whole lesson; what was never checked counts nothing
 */
export function totalOf(lesson, answers, work, checked = new Map()) {
  const items = lesson.exercises.flatMap((exercise) =>
    (checked.get(exercise.id) ?? resultsOf(lesson, answers, exercise, work)).map((given) =>
      (work[workKey(exercise, given.id)]?.tries ?? 0) > 0 ? given : { ...given, way: /** @type {Way} */ ('missed'), earned: 0 },
    ),
  );
  return { items, earned: items.reduce((sum, { earned }) => sum + earned, 0), of: items.reduce((sum, { of }) => sum + of, 0) };
}

/** @param {Answer} answer */
function places(answer) {
  return (answer.targets ?? []).flatMap((target) => target.places);
}

/**
 * @param {string} id
 * @param {number} earned
 * @param {number} of
 * @returns {ItemResult}
 */
function result(id, earned, of) {
  return { id, way: earned === of ? 'found' : earned > 0 ? 'partly' : 'missed', earned, of };
}
