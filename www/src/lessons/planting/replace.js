// What stands in place of a word: of the same form, and as near to it as the difficulty asks for.

/** @import { Chance } from '../random.js' */

import { CITIES, COUNTRIES, MONTHS, NUMERALS, SURNAMES, TOWNS, WEEKDAYS } from './lists.js';

/** @typedef {'easy' | 'medium' | 'hard'} Difficulty */

/**
 * Another number of the same form: as many digits, the same signs between them, and not a rounding of the one before.
 *
 * Easy ones are far off (212 and 840), hard ones have two digits that changed places or one that is next to it (212 and 221).
 *
 * @param {string} old digits with commas and points among them, or a numeral of `NUMERALS`
 * @param {Difficulty} difficulty
 * @param {Chance} chance
 * @returns {string | null} null where none will do
 */
export function otherNumber(old, difficulty, chance) {
  const word = NUMERALS.indexOf(old.toLowerCase());
  if (word >= 0) {
    const reach = { easy: 9, medium: 4, hard: 1 }[difficulty];
    const near = NUMERALS.filter((_, at) => at !== word && Math.abs(at - word) <= reach && (difficulty !== 'easy' || Math.abs(at - word) > 3));
    return near.length > 0 ? casedAs(old, chance.choose(near)) : null;
  }
  const digits = [...old.replace(/\D/g, '')].map(Number);
  const others = /** @type {number[][]} */ ([]);
  if (difficulty === 'hard') {
    for (let at = 0; at + 1 < digits.length; at += 1) {
      if (digits[at] !== digits[at + 1] && (at > 0 || digits[at + 1] !== 0)) {
        others.push(digits.with(at, digits[at + 1]).with(at + 1, digits[at]));
      }
    }
    if (others.length === 0) for (const step of [-1, 1]) others.push(digits.with(-1, digits[digits.length - 1] + step));
  } else {
    const [least, most] = difficulty === 'easy' ? [3, 7] : [1, 3];
    for (let first = 1; first <= 9; first += 1) {
      const gap = Math.abs(first - digits[0]);
      if (gap >= least && gap <= most) others.push(digits.with(0, first));
    }
  }
  const fitting = others.filter((made) => made.every((digit) => digit >= 0 && digit <= 9) && made.join('') !== digits.join('') && !(made.length > 1 && made[0] === 0) && !isNothing(made));
  if (fitting.length === 0) return null;
  const made = chance.choose(fitting);
  let at = 0;
  return old.replace(/\d/g, () => String(made[at++]));
}

/** @param {readonly number[]} digits */
function isNothing(digits) {
  return digits.every((digit) => digit === 0);
}

/**
 * Another weekday, month, or time on the clock.
 *
 * @param {string} old
 * @param {Difficulty} difficulty
 * @param {Chance} chance
 * @returns {string | null}
 */
export function otherTime(old, difficulty, chance) {
  for (const names of [WEEKDAYS, MONTHS]) {
    const at = names.indexOf(old);
    if (at < 0) continue;
    const distance = (/** @type {number} */ other) => Math.min((other - at + names.length) % names.length, (at - other + names.length) % names.length);
    // "May" and "March" are words of other sorts as well, and would read oddly at the head of a sentence.
    const fitting = names.filter((name, other) => name !== 'May' && (difficulty === 'hard' ? distance(other) === 1 : distance(other) > 1));
    return chance.choose(fitting);
  }
  const clock = /^(\d{1,2})([.:])(\d\d)$/.exec(old);
  if (clock) {
    const [, hour, sign, minutes] = clock;
    const most = Number(hour) > 12 ? 23 : 12;
    if (difficulty === 'hard') {
      const other = [...minutes].reverse().join('');
      return `${hour}${sign}${Number(other) < 60 && other !== minutes ? other : String((Number(minutes) + 10) % 60).padStart(2, '0')}`;
    }
    const hours = Array.from({ length: most }, (_, at) => at + 1).filter((other) => other !== Number(hour) && String(other).length === hour.length);
    return `${chance.choose(hours)}${sign}${minutes}`;
  }
  return null;
}

/**
 * Another surname. Hard ones begin with the same letter.
 *
 * @param {string} old
 * @param {ReadonlySet<string>} taken words of the article
 * @param {Difficulty} difficulty
 * @param {Chance} chance
 * @returns {string | null}
 */
export function otherSurname(old, taken, difficulty, chance) {
  const free = SURNAMES.filter((name) => !taken.has(name));
  const alike = free.filter((name) => name[0] === old[0]);
  const fitting = difficulty === 'hard' && alike.length > 0 ? alike : free.filter((name) => difficulty !== 'easy' || name[0] !== old[0]);
  return fitting.length > 0 ? chance.choose(fitting) : null;
}

/**
 * Another place of the same sort: a country for a country, a city for a city, a small place for a small one. Hard ones are
 * named in the article already.
 *
 * @param {string} old
 * @param {readonly string[]} named other places of the article
 * @param {ReadonlySet<string>} taken words of the article
 * @param {Difficulty} difficulty
 * @param {Chance} chance
 * @returns {string | null}
 */
export function otherPlace(old, named, taken, difficulty, chance) {
  const sort = [COUNTRIES, CITIES].find((list) => list.includes(old));
  const own = named.filter((name) => [COUNTRIES, CITIES].find((list) => list.includes(name)) === sort);
  if (difficulty !== 'easy' && own.length > 0) return chance.choose(own);
  const free = (sort ?? TOWNS).filter((name) => name !== old && !taken.has(name));
  return free.length > 0 ? chance.choose(free) : null;
}

/**
 * @param {string} old
 * @param {string} made
 * @returns {string} what was made, with a capital where the old had one
 */
export function casedAs(old, made) {
  return /^\p{Lu}/u.test(old) ? made[0].toUpperCase() + made.slice(1) : made[0].toLowerCase() + made.slice(1);
}
