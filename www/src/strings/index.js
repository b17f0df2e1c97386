import { en } from './en.js';

/** @typedef {typeof en} Strings */
/** @typedef {Awaited<ReturnType<Strings['later']>>} LaterStrings */

/** @type {Record<string, Strings>} by BCP 47 language */
const LANGUAGES = { en };

/**
 * @param {readonly string[]} wanted BCP 47 tags, the most wanted first
 * @returns {Strings} what the page says, in the first language that it speaks, else in English
 */
export function stringsFor(wanted) {
  for (const tag of wanted) {
    const strings = LANGUAGES[tag] ?? LANGUAGES[tag.split('-')[0]];
    if (strings) return strings;
  }
  return en;
}
