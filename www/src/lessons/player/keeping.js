// What a student has done outlives a reload, on this device alone.

/** @import { Lesson } from '../model.js' */
/** @import { Work } from '../work.js' */

/** What lessons keep is told from all else by it. */
const SIGN = 'variorum-lesson-';

/** @param {Lesson} lesson */
const place = ({ id }) => SIGN + id;

/**
 * @param {Lesson} lesson
 * @param {{ work: Work, name: string }} done
 * @returns {boolean} whether it could be kept
 */
export function keep(lesson, done) {
  try {
    localStorage.setItem(place(lesson), JSON.stringify(done));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Lesson} lesson
 * @returns {{ work: Work, name: string }} what was kept, as far as it is of this lesson
 */
export function kept(lesson) {
  try {
    return restored(lesson, JSON.parse(localStorage.getItem(place(lesson)) ?? 'null'));
  } catch {
    return { work: {}, name: '' };
  }
}

/**
 * @param {Lesson} lesson
 * @param {any} given what was kept, of which nothing is taken on trust
 * @returns {{ work: Work, name: string }}
 */
export function restored(lesson, given) {
  /** @type {Work} */
  const work = {};
  const lengths = new Map(lesson.articles.map(({ id, text }) => [id, text.length]));
  for (const id of lesson.exercises.flatMap((exercise) => [exercise.id, ...exercise.items.map((item) => item.id)])) {
    const done = given?.work?.[id];
    if (typeof done !== 'object' || done === null) continue;
    const { marks, guess, choice, order, text, tries, hinted, revealed } = done;
    const strings = (/** @type {unknown} */ value) => Array.isArray(value) && value.every((one) => typeof one === 'string');
    work[id] = {
      ...(Array.isArray(marks) && {
        marks: marks
          .filter((mark) => Number.isInteger(mark?.start) && Number.isInteger(mark?.end) && mark.start >= 0 && mark.start < mark.end && mark.end <= (lengths.get(mark.article) ?? 0))
          .map(({ article, start, end }) => ({ article, start, end })),
      }),
      ...(typeof guess === 'string' && { guess }),
      ...(typeof choice === 'string' && { choice }),
      ...(strings(order) && { order }),
      ...(typeof text === 'string' && { text }),
      ...(Number.isInteger(tries) && tries > 0 && { tries }),
      ...(hinted === true && { hinted }),
      ...(revealed === true && { revealed }),
    };
  }
  return { work, name: typeof given?.name === 'string' ? given.name : '' };
}

/** @param {Lesson} lesson */
export function wipe(lesson) {
  try {
    localStorage.removeItem(place(lesson));
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

/** @returns {number} of how many lessons something was wiped */
export function wipeAll() {
  try {
    const kept = Object.keys(localStorage).filter((name) => name.startsWith(SIGN));
    for (const name of kept) localStorage.removeItem(name);
    return kept.length;
  } catch {
    return 0;
  }
}
