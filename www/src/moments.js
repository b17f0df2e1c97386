// What happened when: the times of all articles on one axis.

/** @import { ArticleFacts, Finding, Mention, Reading, Report } from '../../pkg/web/variorum.js' */

import { uncompared } from './sayings.js';

/**
 * A time of an article, in its own words.
 *
 * @typedef {object} Moment
 * @property {string} article
 * @property {Reading | Mention} words
 * @property {Finding | null} finding that it is a reading of
 */

/**
 * A place on the axis, and what articles date there.
 *
 * @typedef {object} Tick
 * @property {string} norm
 * @property {When} when
 * @property {Moment[]} moments in the order of articles and of their texts
 */

/**
 * A time in the engine's notation, taken apart.
 *
 * @typedef {object} When
 * @property {'' | 'before' | 'by' | 'after'} bound
 * @property {boolean} isLoose
 * @property {string} from first day as far as it is known: 2025, 2025-06 or 2025-06-03; empty when no day is given
 * @property {string} to last day
 * @property {string} clock as written in the notation: 21:50, or 18:00/06:00; empty when no hour is given
 */

const NOTATION =
  /^(?:(before|by|after) )?(~?)(?:(\d{4}(?:-\d\d){0,2})(?:\/(\d{4}(?:-\d\d){0,2}))?)?(?:\|[\d/-]+)?(?:T(\d\d:\d\d(?:\|\d\d:\d\d)?(?:\/\d\d:\d\d)?))?(?:[+-]\d\d:\d\d)?$/;

/**
 * @param {string} norm such as `2025-06-03T18:00/06:00`, see `Time::norm` in src/facts/time.rs
 * @returns {When | null} null for a time that is not on the axis, as are those counted from another
 */
export function whenOf(norm) {
  const match = NOTATION.exec(norm);
  if (!match) return null;
  const [, bound = '', loose, from = '', to = '', clock = ''] = match;
  if (!from && !clock) return null;
  return { bound: /** @type {When['bound']} */ (bound), isLoose: loose === '~', from, to: to || from, clock };
}

/**
 * All times of a report on their axis, the earliest first. Hours without a day come behind, times that are counted
 * from another last.
 *
 * @param {Report} report
 * @param {readonly Finding[]} findings those to be shown
 * @param {ReadonlyMap<string, ArticleFacts>} facts of each article; where they are missing, its findings alone are shown
 * @returns {{ days: Tick[], hours: Tick[], unplaced: Tick[] }}
 */
export function timeline(report, findings, facts) {
  /** @type {Map<string, Tick>} */
  const ticks = new Map();
  const times = report.findings.filter(({ kind }) => kind === 'time');
  const shown = new Set(findings);
  for (const { id } of report.articles) {
    /** @type {Moment[]} */
    const moments = times.flatMap((finding) =>
      shown.has(finding)
        ? finding.readings.filter(({ article }) => article === id).map((words) => ({ article: id, words, finding }))
        : [],
    );
    for (const words of uncompared(facts.get(id)?.mentions ?? [], 'time', times, id)) {
      moments.push({ article: id, words, finding: null });
    }
    moments.sort((left, right) => left.words.start - right.words.start);
    for (const moment of moments) place(moment);
  }
  const all = [...ticks.values()];
  const days = all.filter(({ when }) => when.from !== '').sort(byDay);
  const hours = all.filter(({ when }) => when.from === '' && when.clock !== '').sort(byDay);
  return { days, hours, unplaced: all.filter(({ when }) => when.from === '' && when.clock === '') };

  /** @param {Moment} moment */
  function place(moment) {
    const { norm } = moment.words;
    const when = whenOf(norm) ?? { bound: '', isLoose: false, from: '', to: '', clock: '' };
    const tick = ticks.get(norm) ?? { norm, when, moments: [] };
    // One phrase may be a reading of two findings; it stands on the axis once for each that differs.
    tick.moments.push(moment);
    ticks.set(norm, tick);
  }
}

/**
 * By the first day, the longer stretch first, then by the hour.
 *
 * @param {Tick} left
 * @param {Tick} right
 */
function byDay({ when: left }, { when: right }) {
  return (
    compare(left.from.padEnd(10, '-'), right.from.padEnd(10, '-')) ||
    compare(right.to.padEnd(10, '~'), left.to.padEnd(10, '~')) ||
    compare(left.clock, right.clock) ||
    compare(left.bound, right.bound)
  );
}

/**
 * @param {string} left
 * @param {string} right
 */
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
