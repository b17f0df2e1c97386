// A lesson while it is made: exercises with their items and answers, from which it is sealed.

/** @import { Aids, Answer, Answers, Content, Exercise, ExerciseType, Lesson, LessonArticle, Option } from '../model.js' */
/** @import { ChangeType } from '../planting/candidates.js' */
/** @import { Difficulty } from '../planting/replace.js' */
/** @import { Span } from '../../marks.js' */
/** @import { Change } from '../planting/plant.js' */
/** @import { Made, Sources } from './builders.js' */

import { answersIn, seal } from '../model.js';
import { CHANGE_TYPES } from '../planting/candidates.js';
import { plant, written } from '../planting/plant.js';
import { articlesOf, changeItems, differences, ladders, questions, statements } from './builders.js';

/**
 * @typedef {object} Planting
 * @property {string} article id of the report in the lesson
 * @property {number} seed
 * @property {number} count
 * @property {readonly ChangeType[]} types
 * @property {Difficulty} difficulty
 * @property {'others' | 'original' | 'nothing'} beside
 * @property {readonly OwnChange[]} [own] what the teacher changes besides
 * @property {readonly number[]} [without] where in the report changes begin that the teacher took out
 */

/** @typedef {Span & { to: string }} OwnChange a place in the report, and what stands there instead */

/**
 * @typedef {object} ExerciseDraft
 * @property {ExerciseType} type
 * @property {string} instructions
 * @property {Made[]} items
 * @property {Made[]} pool what could be asked as well
 * @property {Option[]} [options]
 * @property {Planting} [planting]
 * @property {LessonArticle} [copy] the altered one
 * @property {readonly Change[]} [changes] in it, one for each item
 * @property {readonly boolean[]} [tooHard] for each of them whether the engine misses it; not known before it was asked
 * @property {string[]} [articles] ids, where the exercise came from a file
 */

/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} language
 * @property {string} title
 * @property {string} notes
 * @property {Aids} aids
 * @property {ExerciseDraft[]} exercises
 * @property {LessonArticle[]} articles
 */

/** As many items as an exercise begins with. */
const FIRST = { mark: 5, planted: 5, speakers: 6, ladder: 2, questions: 4 };

/** With fewer changes that the other reports give away, a report is held against what it was. */
const FEWEST = 3;

/**
 * @param {Sources} sources
 * @param {string} id
 * @param {string} language
 * @returns {Draft}
 */
export function newDraft(sources, id, language) {
  const title = sources.report.articles.find((article) => article.title)?.title ?? '';
  return { id, language, title, notes: '', aids: { lines: true, terms: true, hints: true, large: false }, exercises: [], articles: articlesOf(sources) };
}

/**
 * @param {Sources} sources
 * @param {Draft} draft
 * @param {ExerciseType} type
 * @returns {ExerciseDraft} without items where the reports have nothing for it
 */
export function newExercise(sources, draft, type) {
  const begin = (/** @type {Made[]} */ made, rest = {}) => ({ type, instructions: sources.words.instructions[type], items: made.slice(0, FIRST[type]), pool: made.slice(FIRST[type]), ...rest });
  if (type === 'mark') return begin(differences(sources));
  if (type === 'ladder') return begin(ladders(sources));
  if (type === 'questions') return begin(questions(sources));
  if (type === 'speakers') {
    const { options, made } = statements(sources);
    return begin(made, { options });
  }
  const exercise = begin([]);
  /** @type {Planting} */
  const planting = { article: draft.articles[0].id, seed: 1, count: FIRST.planted, types: CHANGE_TYPES, difficulty: 'medium', beside: 'others' };
  const made = replanted(sources, draft, exercise, planting);
  return made.items.length >= FEWEST ? made : replanted(sources, draft, exercise, { ...planting, beside: 'original' });
}

/**
 * @param {Sources} sources
 * @param {Draft} draft
 * @param {ExerciseDraft} exercise
 * @param {Planting} planting
 * @returns {ExerciseDraft} with other changes
 */
export function replanted(sources, draft, exercise, planting) {
  const at = draft.articles.findIndex(({ id }) => id === planting.article);
  const article = draft.articles[at];
  const { beside } = planting;
  // What no other report tells cannot be seen by comparing with it.
  const among = beside === 'others' ? { among: toldElsewhere(sources, sources.request.articles[at].id) } : {};
  const { own = [], without = [] } = planting;
  const meets = (/** @type {Span} */ span) => own.some(({ start, end }) => start < span.end && end > span.start);
  const planted = plant(article.text, sources.facts[at], { ...planting, ...among }).changes.filter(({ before }) => !before.some(meets));
  /** @type {Change[]} */
  const others = own.map(({ start, end, to }) => ({ type: 'own', from: article.text.slice(start, end), to, before: [{ start, end }], sites: [], hidden: 0 }));
  const { text, changes } = written(article.text, [...planted.filter(({ before }) => !without.includes(before[0].start)), ...others]);
  const copy = { ...article, id: `${article.id}-altered`, text, altered: true };
  return { ...exercise, planting, copy, changes, tooHard: undefined, items: changeItems(changes, copy.id, sources.words), pool: [] };
}

/**
 * @param {Sources} sources
 * @param {string} article id in the request
 * @returns {import('../../marks.js').Span[]} its words on which another report says the same
 */
function toldElsewhere({ report }, article) {
  const agreed = report.findings.filter(({ relation, readings }) => relation === 'same' && readings.some((reading) => reading.article !== article));
  return agreed.flatMap(({ readings }) => readings.filter((reading) => reading.article === article).map(({ start, end }) => ({ start, end })));
}

/**
 * @param {Draft} draft
 * @returns {Lesson}
 */
export function sealed(draft) {
  /** @type {Answers} */
  const answers = {};
  /** @type {Exercise[]} */
  const exercises = [];
  /** @type {Map<string, LessonArticle>} */
  const articles = new Map();
  for (const [at, exercise] of draft.exercises.entries()) {
    const items = exercise.items.filter(isWhole);
    if (items.length === 0) continue;
    const id = `e${at + 1}`;
    // Two exercises may alter one report in two ways: each has a copy of its own.
    const shown = articlesFor(draft, exercise).map((article) => (article.altered && exercise.copy ? { ...article, id: `${article.id}-${at + 1}` } : article));
    for (const article of shown) articles.set(article.id, article);
    const renamed = new Map(exercise.copy ? [[exercise.copy.id, `${exercise.copy.id}-${at + 1}`]] : []);
    exercises.push({
      id,
      type: exercise.type,
      instructions: exercise.instructions,
      articles: shown.map((article) => article.id),
      ...(exercise.options && { options: exercise.options }),
      items: items.map(({ item }, index) => ({ ...item, id: `${id}-${index + 1}` })),
    });
    for (const [index, { answer }] of items.entries()) answers[`${id}-${index + 1}`] = moved(answer, renamed);
  }
  // Statements alone show no report, but a lesson is about some.
  if (articles.size === 0) for (const article of draft.articles) articles.set(article.id, article);
  const { id, language, title, notes, aids } = draft;
  /** @type {Content} */
  const content = { id, language, title, notes, aids, articles: [...articles.values()], exercises };
  return seal(content, answers);
}

/**
 * @param {Made} made
 * @returns {boolean} whether it can be asked: statements in an order, as long as they stand on two steps
 */
export function isWhole({ answer: { ranks } }) {
  return !ranks || new Set(Object.values(ranks)).size > 1;
}

/**
 * @param {Draft} draft
 * @returns {boolean} whether there is nothing in it to hand out
 */
export function isEmpty({ exercises }) {
  return !exercises.some(({ items }) => items.some(isWhole));
}

/**
 * @param {Lesson} lesson that was saved before
 * @returns {Draft} its items can be changed and removed; others can be made only from its comparison
 */
export function reopened(lesson) {
  const answers = answersIn(lesson);
  const { id, language, title, notes, aids, articles } = lesson;
  return {
    id,
    language,
    title,
    notes,
    aids,
    articles,
    exercises: lesson.exercises.map((exercise) => ({
      type: exercise.type,
      instructions: exercise.instructions,
      items: exercise.items.map((item) => ({ item, answer: answers[item.id] })),
      pool: [],
      articles: exercise.articles,
      ...(exercise.options && { options: exercise.options }),
    })),
  };
}

/**
 * @param {Draft} draft
 * @param {ExerciseDraft} exercise
 * @returns {LessonArticle[]}
 */
function articlesFor({ articles }, { type, planting, copy, articles: own }) {
  if (own) return own.flatMap((wanted) => articles.filter(({ id }) => id === wanted));
  if (!planting || !copy) return type === 'ladder' ? [] : articles;
  const beside = articles.filter(({ id }) => (planting.beside === 'original' ? id === planting.article : planting.beside === 'others' && id !== planting.article));
  return [copy, ...beside];
}

/**
 * @param {Answer} answer
 * @param {ReadonlyMap<string, string>} renamed
 * @returns {Answer}
 */
function moved(answer, renamed) {
  return answer.targets
    ? { ...answer, targets: answer.targets.map(({ places }) => ({ places: places.map((place) => ({ ...place, article: renamed.get(place.article) ?? place.article })) })) }
    : answer;
}
