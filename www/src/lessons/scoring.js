// What an answer is worth. The formulas, with examples, are in docs/lessons.md; all is counted in whole numbers.

/** @import { Span } from '../marks.js' */

import { wordsIn, wordsOf } from './words.js';

/** What is earned is told in hundredths of a point, rounded down. */
export const POINT = 100;

/** As many words beside the right ones are free in each run of marked words that holds some of them. */
export const FREE_WORDS = 2;

/** @typedef {Span & { article: string }} Place */

/** @typedef {'found' | 'partly' | 'missed'} Way */

/**
 * Something to be found: it stands at one place or at several, of which any does.
 *
 * @typedef {object} Target
 * @property {readonly Place[]} places
 * @property {number} points
 */

/**
 * @typedef {object} Marking
 * @property {number} earned hundredths of a point
 * @property {number} of as many as there are
 * @property {{ way: Way, earned: number }[]} targets how each was met, in their order
 * @property {number} hit marked words that are among those to be found
 * @property {number} excess marked words that are not, without the free ones
 */

/**
 * Scores marked phrases by the words that they share with those to be found.
 *
 * It does not matter in which order phrases are marked, nor whether they are marked in one piece or in several. Marking what
 * is to be found, with a word too many beside it or without, earns everything; marking the whole text earns next to nothing.
 *
 * @param {ReadonlyMap<string, string>} texts the articles' texts by their ids
 * @param {readonly Target[]} targets
 * @param {readonly Place[]} marks
 * @returns {Marking}
 */
export function scoreMarks(texts, targets, marks) {
  const words = new Map([...texts].map(([id, text]) => [id, wordsOf(text)]));
  const range = (/** @type {Place} */ place) => wordsIn(words.get(place.article) ?? [], place);
  /** @type {Map<string, Set<number>>} */
  const marked = new Map([...texts.keys()].map((id) => [id, new Set()]));
  /** @type {Map<string, Set<number>>} */
  const right = new Map([...texts.keys()].map((id) => [id, new Set()]));
  for (const place of marks) add(marked, place.article, range(place));
  for (const { places } of targets) for (const place of places) add(right, place.article, range(place));

  let hit = 0;
  let excess = 0;
  for (const [id, set] of marked) {
    for (const run of runs(set)) {
      const met = run.filter((word) => right.get(id)?.has(word)).length;
      hit += met;
      excess += met > 0 ? Math.max(0, run.length - met - FREE_WORDS) : run.length;
    }
  }

  const met = targets.map(({ places, points }) => {
    let best = 0;
    for (const place of places) {
      const [from, to] = range(place);
      const words = count(from, to, (word) => marked.get(place.article)?.has(word) === true);
      if (to > from) best = Math.max(best, Math.floor((POINT * points * words) / (to - from)));
    }
    /** @type {Way} */
    const way = best === 0 ? 'missed' : best === POINT * points ? 'found' : 'partly';
    return { way, earned: hit === 0 ? 0 : Math.floor((best * hit) / (hit + excess)) };
  });
  return {
    earned: met.reduce((sum, { earned }) => sum + earned, 0),
    of: targets.reduce((sum, { points }) => sum + POINT * points, 0),
    targets: met,
    hit,
    excess,
  };
}

/**
 * Scores an order by pairs: those the right way round, less those the wrong way round, out of all that have a right way.
 * Any order by chance earns nothing on average, and one that is the wrong way round never less than nothing.
 *
 * @param {ReadonlyMap<string, number>} ranks the step of each statement; those on one step have no order among themselves
 * @param {readonly string[]} order the statements' ids, the surest first
 * @param {number} points
 * @returns {{ earned: number, of: number, right: number, wrong: number }} hundredths of a point, and pairs
 */
export function scoreOrder(ranks, order, points) {
  let right = 0;
  let wrong = 0;
  const placed = order.filter((id, at) => ranks.has(id) && order.indexOf(id) === at);
  for (const [at, id] of placed.entries()) {
    for (const later of placed.slice(at + 1)) {
      const step = (ranks.get(later) ?? 0) - (ranks.get(id) ?? 0);
      if (step > 0) right += 1;
      if (step < 0) wrong += 1;
    }
  }
  const steps = [...ranks.values()];
  const pairs = steps.flatMap((step, at) => steps.slice(at + 1).filter((other) => other !== step)).length;
  const earned = pairs === 0 ? 0 : Math.floor((POINT * points * Math.max(0, right - wrong)) / pairs);
  return { earned, of: POINT * points, right, wrong };
}

/**
 * @param {Map<string, Set<number>>} sets
 * @param {string} article
 * @param {[number, number]} range
 */
function add(sets, article, [from, to]) {
  const set = sets.get(article);
  for (let word = from; set && word < to; word += 1) set.add(word);
}

/**
 * @param {ReadonlySet<number>} words positions
 * @returns {number[][]} those that follow each other, together
 */
function runs(words) {
  /** @type {number[][]} */
  const found = [];
  for (const word of [...words].sort((left, right) => left - right)) {
    const last = found.at(-1);
    if (last?.at(-1) === word - 1) last.push(word);
    else found.push([word]);
  }
  return found;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {(at: number) => boolean} holds
 */
function count(from, to, holds) {
  let sum = 0;
  for (let at = from; at < to; at += 1) if (holds(at)) sum += 1;
  return sum;
}
