// Planted changes: a copy of a report in which some facts are others, made the same way each time for one seed.
//
// `cargo xtask plant` changes reports too, to see what the engine finds; it may not go by what the engine reads, or what the
// engine overlooks would never be tried. Here it has to, as a class looks for facts. So the two are apart (DESIGN.md).

/** @import { ArticleFacts } from '../../../../pkg/web/variorum.js' */
/** @import { Span } from '../../marks.js' */
/** @import { Candidate, ChangeType } from './candidates.js' */
/** @import { Difficulty } from './replace.js' */

import { Chance } from '../random.js';
import { wordsOf } from '../words.js';
import { candidates, CHANGE_TYPES } from './candidates.js';

/**
 * @typedef {object} PlantOptions
 * @property {number} seed a whole number; the same gives the same copy
 * @property {number} count changes wanted
 * @property {readonly ChangeType[]} [types] of these sorts; of all unless given
 * @property {Difficulty} difficulty
 * @property {readonly Span[]} [among] only facts that have words in common with one of these
 */

/**
 * @typedef {object} Change
 * @property {ChangeType | 'own'} type `own` where a teacher made it
 * @property {string} from the report's own words
 * @property {string} to what stands in their place
 * @property {Span[]} before where they stand in the report
 * @property {Span[]} sites where the others stand in the copy
 * @property {number} hidden how well it hides, from 0 to 100
 */

/**
 * @typedef {object} Planted
 * @property {string} text the copy
 * @property {Change[]} changes in the order of the text
 * @property {ChangeType[]} missing the sorts for which the report has no place
 */

/**
 * Changes some facts in a copy of a report: never two in one sentence, and what is said twice alike in both places.
 *
 * @param {string} text
 * @param {ArticleFacts} facts of this text
 * @param {PlantOptions} options
 * @returns {Planted}
 */
export function plant(text, facts, { seed, count, types = CHANGE_TYPES, difficulty, among }) {
  const chance = new Chance(seed);
  const isAmong = (/** @type {Span} */ { start, end }) => !among || among.some((span) => span.start < end && span.end > start);
  const all = candidates(text, facts).filter(({ type, sites }) => types.includes(type) && sites.some(isAmong));
  const missing = types.filter((type) => !all.some((candidate) => candidate.type === type));
  const sentenceAt = (/** @type {Span} */ { start }) => facts.article.sentences.findIndex((sentence) => sentence.start <= start && sentence.end > start);
  /** @type {Map<ChangeType, { candidate: Candidate, to: string, hidden: number }[]>} */
  const queues = new Map();
  for (const type of chance.shuffled(types)) {
    const made = all.filter((candidate) => candidate.type === type).flatMap((candidate) => {
      const to = candidate.make(difficulty, chance);
      return to === null || to === candidate.from ? [] : [{ candidate, to, hidden: hiddenness(text, facts, candidate, to) }];
    });
    if (made.length > 0) queues.set(type, ordered(made, difficulty, chance));
  }
  const used = new Set();
  /** @type {{ candidate: Candidate, to: string, hidden: number }[]} */
  const chosen = [];
  // The sorts take turns, so that each has its share for as long as it has places.
  while (chosen.length < count && queues.size > 0) {
    for (const [type, queue] of queues) {
      if (chosen.length >= count) break;
      const next = queue.find((one) => one.candidate.sites.every((site) => !used.has(sentenceAt(site))) && chosen.every((other) => agree(one, other)));
      if (!next) {
        queues.delete(type);
        continue;
      }
      queue.splice(queue.indexOf(next), 1);
      next.candidate.sites.forEach((site) => used.add(sentenceAt(site)));
      chosen.push(next);
    }
  }
  const changes = chosen.map(({ candidate: { type, from, sites }, to, hidden }) => ({ type, from, to, before: sites, sites: [], hidden }));
  return { ...written(text, changes), missing };
}

/**
 * @param {{ candidate: Candidate, to: string }} left
 * @param {{ candidate: Candidate, to: string }} right
 * @returns {boolean} whether neither puts in words that the other takes out
 */
function agree(left, right) {
  return !left.to.includes(right.candidate.from) && !right.to.includes(left.candidate.from) && left.to !== right.to;
}

/**
 * A third of what can be done is easy, a third is hard; which of a third comes first is left to chance.
 *
 * @template {{ hidden: number }} T
 * @param {readonly T[]} made
 * @param {Difficulty} difficulty
 * @param {Chance} chance
 * @returns {T[]}
 */
function ordered(made, difficulty, chance) {
  const sorted = [...made].sort((left, right) => left.hidden - right.hidden);
  const third = Math.ceil(sorted.length / 3);
  const from = { easy: 0, medium: Math.floor((sorted.length - third) / 2), hard: sorted.length - third }[difficulty];
  const wanted = sorted.slice(from, from + third);
  return [...chance.shuffled(wanted), ...chance.shuffled(sorted.filter((one) => !wanted.includes(one)))];
}

/** What catches the eye on a page of words: figures first, then capitals; a small word least. */
const SALIENCE = { number: 30, date: 24, name: 24, place: 22, attribution: 14, negation: 10, hedge: 6, quote: 8 };

/**
 * How well a change hides: by where it stands, by what catches the eye, by how much of it is other, and by how often it is
 * told. A judgement, in whole points: it sorts the changes of one report and claims no more.
 *
 * @param {string} text
 * @param {ArticleFacts} facts
 * @param {Candidate} candidate
 * @param {string} to
 * @returns {number} from 0 to 100
 */
function hiddenness(text, { article }, { type, sites, from }, to) {
  const [first] = sites;
  const isUpFront = article.parts.some(({ part, start, end }) => (part === 'headline' || part === 'lede' || part === 'dek') && start <= first.start && end > first.start);
  const place = isUpFront ? 0 : 10 + Math.floor((25 * first.start) / Math.max(1, text.length));
  const [old, made] = [wordsOf(from), wordsOf(to)].map((words, at) => words.map(({ start, end }) => (at === 0 ? from : to).slice(start, end)));
  const others = made.filter((word) => !old.includes(word)).length + old.filter((word) => !made.includes(word)).length;
  const letters = shared(from, to);
  return Math.max(0, Math.min(100, place + (30 - SALIENCE[type]) + letters - 4 * Math.max(0, others - 2) - 6 * (sites.length - 1)));
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} up to 35, by how many letters the two share at their beginning and end
 */
function shared(from, to) {
  const longest = Math.max(from.length, to.length);
  let front = 0;
  while (front < Math.min(from.length, to.length) && from[front] === to[front]) front += 1;
  let back = 0;
  while (back < Math.min(from.length, to.length) - front && from.at(-1 - back) === to.at(-1 - back)) back += 1;
  return longest === 0 ? 0 : Math.floor((35 * (front + back)) / longest);
}

/**
 * @param {string} text the report
 * @param {readonly Change[]} chosen of which `sites` need not be known
 * @returns {{ text: string, changes: Change[] }} the copy with these changes, in the order of the text
 */
export function written(text, chosen) {
  /** @type {Change[]} */
  const changes = chosen.map((change) => ({ ...change, sites: [] }));
  const edits = changes.flatMap((change) => change.before.map((span) => ({ change, span }))).sort((left, right) => left.span.start - right.span.start);
  let copy = '';
  let at = 0;
  for (const { change, span } of edits) {
    copy += text.slice(at, span.start);
    change.sites.push({ start: copy.length, end: copy.length + change.to.length });
    copy += change.to;
    at = span.end;
  }
  copy += text.slice(at);
  return { text: copy, changes: changes.sort((left, right) => left.sites[0].start - right.sites[0].start) };
}
