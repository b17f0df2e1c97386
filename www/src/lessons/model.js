// The lesson file: what it holds, and how a foreign one is read. Its shape is lesson.schema.json, told in docs/lessons.md.

/** @import { Place } from './scoring.js' */

import { decode, encode, hashOf } from './key.js';

/** @typedef {'mark' | 'planted' | 'speakers' | 'ladder' | 'questions'} ExerciseType */

/** @type {readonly ExerciseType[]} in the order in which the maker offers them */
export const TYPES = ['mark', 'planted', 'speakers', 'ladder', 'questions'];

/**
 * @typedef {object} LessonArticle
 * @property {string} id
 * @property {string} text
 * @property {string} name the outlet, else the title, else its letter
 * @property {boolean} altered whether facts in this copy were changed for class; it is then labelled as such wherever it is shown
 * @property {boolean} [hasHeadline] `false` where its first paragraph is none; never `true`
 */

/**
 * @typedef {object} Option
 * @property {string} id
 * @property {string} text
 */

/**
 * Something that a student answers.
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {string} prompt
 * @property {number} points whole; 0 for what is only talked about
 * @property {Option[]} [options] the statements to be put in order
 */

/**
 * @typedef {object} Exercise
 * @property {string} id
 * @property {ExerciseType} type
 * @property {string} instructions
 * @property {string[]} articles ids of those that are shown
 * @property {Option[]} [options] the speakers to choose from
 * @property {Item[]} items
 */

/**
 * What a lesson helps with.
 *
 * @typedef {object} Aids
 * @property {boolean} lines numbers beside the paragraphs
 * @property {boolean} terms words of the newsroom explained
 * @property {boolean} hints a hint for whoever asks
 * @property {boolean} large larger print
 */

/**
 * The right answer to an item. Which fields it has depends on the exercise.
 *
 * @typedef {object} Answer
 * @property {string} reason one sentence that tells why
 * @property {string} [hint]
 * @property {{ places: Place[] }[]} [targets] phrases to be marked; of each, any one of its places
 * @property {'conflict' | 'contested' | 'compatible' | 'same'} [relation] how the reports stand to each other on it
 * @property {string} [choice] id of the right option
 * @property {Record<string, number>} [ranks] the step of each statement, 0 for the surest
 */

/**
 * @typedef {object} Lesson
 * @property {'variorum-lesson'} format
 * @property {1} version
 * @property {string} id
 * @property {string} language BCP 47 tag of what the lesson itself says
 * @property {string} title
 * @property {string} notes what the teacher tells the class about the whole
 * @property {Aids} aids
 * @property {LessonArticle[]} articles
 * @property {Exercise[]} exercises
 * @property {string} key the answers by the items' ids, encoded
 */

/** @typedef {Omit<Lesson, 'format' | 'version' | 'key'>} Content what a lesson is made from */

/** @typedef {Record<string, Answer>} Answers by the items' ids */

const FORMAT = 'variorum-lesson';
const VERSION = 1;

/** No lesson of a classroom comes near to these; a file that goes beyond them is of some other sort. */
export const LIMITS = { articles: 20, text: 400_000, exercises: 20, items: 100, options: 60, words: 4_000, points: 100 };

/**
 * Why a lesson cannot be opened: `damaged` when it cannot be read, `foreign` when it is something else, `newer` when a later
 * page made it, `changed` when it is not any more what its maker saved.
 */
export class LessonError extends Error {
  /** @param {'damaged' | 'foreign' | 'newer' | 'changed'} code */
  constructor(code) {
    super(`the lesson cannot be opened: ${code}`);
    this.name = 'LessonError';
    this.code = code;
  }
}

/**
 * @param {Content} content
 * @param {Answers} answers
 * @returns {Lesson} as it is handed out
 */
export function seal(content, answers) {
  const clean = contentOf(content);
  return { format: FORMAT, version: VERSION, ...clean, key: encode({ seal: sealOf(clean), answers: answersOf(answers, clean) }, clean.id) };
}

/**
 * Reads a foreign lesson. Nothing is taken on trust: each field is copied by itself, what the shape does not have is left
 * out, and answers have to be about words that the articles have. All of it is text, and is shown as text.
 *
 * @param {unknown} value data
 * @returns {Lesson}
 * @throws {LessonError}
 */
export function readLesson(value) {
  const given = /** @type {any} */ (value);
  if (given?.format !== FORMAT) throw new LessonError('foreign');
  if (!(Number.isInteger(given.version) && given.version >= 1)) throw new LessonError('damaged');
  if (given.version > VERSION) throw new LessonError('newer');
  const content = contentOf(given);
  const key = words(given.key, 4_000_000);
  const lesson = /** @type {Lesson} */ ({ format: FORMAT, version: VERSION, ...content, key });
  const { seal } = opened(lesson);
  if (seal !== sealOf(content)) throw new LessonError('changed');
  answersIn(lesson);
  return lesson;
}

/**
 * @param {string} source the contents of a file: the lesson as JSON, or a web page that holds one
 * @returns {Lesson}
 * @throws {LessonError}
 */
export function readLessonFile(source) {
  const held = /<script type="application\/json" id="variorum-lesson">([^]*?)<\/script>/.exec(source)?.[1];
  let data;
  try {
    data = JSON.parse(held ?? source);
  } catch {
    throw new LessonError('damaged');
  }
  return readLesson(data);
}

/**
 * The answers, which nothing on the page may hold before they are asked for.
 *
 * @param {Lesson} lesson
 * @returns {Answers}
 * @throws {LessonError}
 */
export function answersIn(lesson) {
  return answersOf(opened(lesson).answers, lesson);
}

/** @param {Lesson} lesson */
function opened({ key, id }) {
  try {
    return decode(key, id);
  } catch {
    throw new LessonError('damaged');
  }
}

/** @param {Content} content */
function sealOf(content) {
  return hashOf(JSON.stringify(content));
}

/**
 * @param {any} given
 * @returns {Content} with the fields of the shape, in its order
 */
function contentOf(given) {
  const articles = list(given.articles, LIMITS.articles).map((article) => ({
    id: name(article?.id),
    text: words(article?.text, LIMITS.text),
    name: words(article?.name, 300),
    altered: article?.altered === true,
    ...(article?.hasHeadline === false && { hasHeadline: false }),
  }));
  const exercises = list(given.exercises, LIMITS.exercises).map((exercise) => exerciseOf(exercise, articles));
  const items = exercises.flatMap((exercise) => exercise.items);
  if (articles.length === 0 || exercises.length === 0) throw new LessonError('damaged');
  if (areTwice(articles) || areTwice(exercises) || areTwice(items)) throw new LessonError('damaged');
  return {
    id: name(given.id),
    language: /^[a-z]{2,3}(-\w{2,8})*$/i.test(given.language) ? given.language : 'en',
    title: words(given.title, 300),
    notes: words(given.notes),
    aids: {
      lines: given.aids?.lines === true,
      terms: given.aids?.terms === true,
      hints: given.aids?.hints === true,
      large: given.aids?.large === true,
    },
    articles,
    exercises,
  };
}

/**
 * @param {any} given
 * @param {readonly LessonArticle[]} articles
 * @returns {Exercise}
 */
function exerciseOf(given, articles) {
  const type = TYPES.find((known) => known === given?.type);
  const shown = list(given?.articles, LIMITS.articles).map((id) => articles.find((article) => article.id === id));
  if (!type || shown.some((article) => !article)) throw new LessonError('damaged');
  // Words that nobody wrote are never shown as an outlet's own.
  if (type === 'planted' && !shown.some((article) => article?.altered)) throw new LessonError('damaged');
  return {
    id: name(given.id),
    type,
    instructions: words(given.instructions),
    articles: shown.map((article) => article?.id ?? ''),
    ...(given.options !== undefined && { options: optionsOf(given.options) }),
    items: list(given.items, LIMITS.items).map((item) => ({
      id: name(item?.id),
      prompt: words(item?.prompt),
      points: pointsOf(item?.points),
      ...(item?.options !== undefined && { options: optionsOf(item.options) }),
    })),
  };
}

/**
 * @param {any} given
 * @param {Content} content
 * @returns {Answers} those of the content's items, with the fields of the shape
 */
function answersOf(given, { articles, exercises }) {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  /** @type {Answers} */
  const answers = {};
  for (const exercise of exercises) {
    for (const { id, options = exercise.options ?? [] } of exercise.items) {
      const answer = given?.[id];
      if (exercise.type !== 'questions' && !answer) throw new LessonError('damaged');
      const known = options.map((option) => option.id);
      answers[id] = {
        reason: words(answer?.reason ?? ''),
        ...(answer?.hint && { hint: words(answer.hint) }),
        ...((exercise.type === 'mark' || exercise.type === 'planted') && { targets: targetsOf(answer?.targets, texts) }),
        ...(RELATIONS.includes(answer?.relation) && { relation: answer.relation }),
        ...(exercise.type === 'speakers' && { choice: oneOf(known, answer?.choice) }),
        ...(exercise.type === 'ladder' && { ranks: ranksOf(answer?.ranks, known) }),
      };
    }
  }
  return answers;
}

const RELATIONS = ['conflict', 'contested', 'compatible', 'same'];

/**
 * @param {unknown} given
 * @param {ReadonlyMap<string, string>} texts
 */
function targetsOf(given, texts) {
  const targets = list(given, LIMITS.items).map((target) => ({
    places: list(target?.places, LIMITS.items).map(({ article, start, end }) => {
      const length = texts.get(article)?.length ?? 0;
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)) throw new LessonError('damaged');
      return { article, start, end };
    }),
  }));
  if (targets.length === 0 || targets.some(({ places }) => places.length === 0)) throw new LessonError('damaged');
  return targets;
}

/**
 * @param {any} given
 * @param {readonly string[]} known
 * @returns {Record<string, number>}
 */
function ranksOf(given, known) {
  if (known.length === 0 || !known.every((id) => Number.isInteger(given?.[id]))) throw new LessonError('damaged');
  return Object.fromEntries(known.map((id) => [id, given[id]]));
}

/** @param {unknown} given @returns {Option[]} */
function optionsOf(given) {
  const options = list(given, LIMITS.options).map((option) => ({ id: name(option?.id), text: words(option?.text) }));
  if (areTwice(options)) throw new LessonError('damaged');
  return options;
}

/** @param {readonly { id: string }[]} named */
function areTwice(named) {
  return new Set(named.map(({ id }) => id)).size !== named.length;
}

/** @param {unknown} given @param {number} most @returns {any[]} */
function list(given, most) {
  if (!Array.isArray(given) || given.length > most) throw new LessonError('damaged');
  return given;
}

/** @param {unknown} given @param {number} [most] */
function words(given, most = LIMITS.words) {
  if (typeof given !== 'string' || given.length > most) throw new LessonError('damaged');
  return given;
}

/** @param {unknown} given a name that is looked up by, so that it may not be one that every object has */
function name(given) {
  if (typeof given !== 'string' || !/^[\w-]{1,64}$/.test(given) || given in {}) throw new LessonError('damaged');
  return given;
}

/** @param {unknown} given */
function pointsOf(given) {
  if (!Number.isInteger(given) || Number(given) < 0 || Number(given) > LIMITS.points) throw new LessonError('damaged');
  return Number(given);
}

/** @param {readonly string[]} known @param {unknown} given */
function oneOf(known, given) {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new LessonError('damaged');
  return found;
}
