// What a student did as statements of the Experience API (xAPI 1.0.3, 2016), for a school that keeps them in a record store.
// They are a file: nothing is sent.

/** @import { Lesson } from '../model.js' */
/** @import { ItemResult } from '../work.js' */

import { POINT } from '../scoring.js';

/**
 * Students, lessons and items are named by addresses. A lesson in a file has none, and its page's may say where a school
 * keeps its things, so all stand below a name that never leads anywhere (RFC 2606).
 */
const HOME = 'https://variorum.invalid/';

const VERBS = {
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  attempted: 'http://adlnet.gov/expapi/verbs/attempted',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
};

const LESSON = 'http://adlnet.gov/expapi/activities/lesson';
const QUESTION = 'http://adlnet.gov/expapi/activities/question';

/** Who handed in without a name. */
const UNNAMED = 'unnamed';

/**
 * @param {Lesson} lesson
 * @param {string} name as the student wrote it
 * @param {{ items: readonly ItemResult[], earned: number, of: number }} total
 * @param {boolean} isComplete whether each exercise with points was checked
 * @returns {object[]} what each item with points came to, then the lesson; without times, which the store adds
 */
export function statements(lesson, name, { items, earned, of }, isComplete) {
  const { id, title, language } = lesson;
  const prompts = new Map(lesson.exercises.flatMap((exercise) => exercise.items.map((item) => [item.id, item.prompt || exercise.instructions])));
  const words = (/** @type {string} */ text) => ({ [language]: text });
  const whole = activity(addressOf(id), LESSON, words(title));
  const written = name.trim() || UNNAMED;
  const actor = { objectType: 'Agent', name: written, account: { homePage: HOME, name: written } };
  const common = { version: '1.0.3', actor };
  return [
    ...items.map((item) => ({
      ...common,
      verb: verb('answered'),
      object: activity(addressOf(id, item.id), QUESTION, words(prompts.get(item.id) ?? '')),
      result: { score: score(item), success: item.way === 'found' },
      context: { language, contextActivities: { parent: [whole] } },
    })),
    {
      ...common,
      verb: verb(isComplete ? 'completed' : 'attempted'),
      object: whole,
      result: { ...(of > 0 && { score: score({ earned, of }) }), completion: isComplete },
      context: { language },
    },
  ];
}

/** @param {keyof typeof VERBS} name */
function verb(name) {
  return { id: VERBS[name], display: { en: name } };
}

/**
 * @param {string} id
 * @param {string} type
 * @param {Record<string, string>} name
 */
function activity(id, type, name) {
  return { objectType: 'Activity', id, definition: { type, name } };
}

/** @param {readonly string[]} names of the lesson, and of an item in it */
function addressOf(...names) {
  return `${HOME}lessons/${names.map((name) => encodeURIComponent(name)).join('/')}`;
}

/** @param {{ earned: number, of: number }} share hundredths of a point */
function score({ earned, of }) {
  return { scaled: of === 0 ? 0 : earned / of, raw: earned / POINT, min: 0, max: of / POINT };
}
