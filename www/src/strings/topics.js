// What is said in languages other than the engine's own of what it names: of a label the pattern, with the articles'
// words in it as they are, and of a day its name.

/** @import { Finding } from '../../../pkg/web/variorum.js' */

/**
 * A stretch of a label; `isTheirs` where an article's words stand in it.
 *
 * @typedef {object} Stretch
 * @property {string} words
 * @property {boolean} isTheirs
 */

/**
 * What a language calls the forms of a label. `patterns` have `{of}` where the article's words go, `names` stand alone
 * or before them, `fates` alone or behind what they befell.
 *
 * @typedef {object} Topics
 * @property {Record<string, string>} patterns
 * @property {Record<string, string>} names
 * @property {Record<string, string>} fates
 * @property {string} of between a name, or what something befell, and what belongs to it
 */

/**
 * @param {Pick<Finding, 'label' | 'topic'>} finding
 * @param {Topics} topics
 * @returns {Stretch[]} the engine's own label, in English, for a form without a name in this language
 */
export function labelled({ label, topic }, topics) {
  const { form = '', of = '', detail } = topic ?? {};
  const pattern = patternOf(form, of !== '', topics);
  if (!pattern) return [{ words: capitalised(label), isTheirs: true }];
  const at = pattern.indexOf('{of}');
  const stretches = [
    { words: at < 0 ? pattern : pattern.slice(0, at), isTheirs: false },
    { words: at < 0 ? '' : of, isTheirs: true },
    { words: at < 0 ? '' : pattern.slice(at + '{of}'.length), isTheirs: false },
    ...(detail ? [{ words: ' (', isTheirs: false }, { words: detail, isTheirs: true }, { words: ')', isTheirs: false }] : []),
  ].filter(({ words }) => words !== '');
  const [first] = stretches;
  return [{ ...first, words: capitalised(first.words) }, ...stretches.slice(1)];
}

/** @param {string} words */
const capitalised = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * @param {string} form
 * @param {boolean} hasWords
 * @param {Topics} topics
 */
function patternOf(form, hasWords, { patterns, names, fates, of }) {
  if (Object.hasOwn(names, form)) return hasWords ? `${names[form]}${of}{of}` : names[form];
  if (Object.hasOwn(fates, form)) return hasWords ? `{of}${of}${fates[form]}` : fates[form];
  return Object.hasOwn(patterns, form) && hasWords ? patterns[form] : null;
}

/** A Monday, in milliseconds since 1970, and a day. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/**
 * @param {number} weekday from 1 for Monday
 * @param {string} locale
 * @returns {string} its name
 */
export function weekdayName(weekday, locale) {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY);
}
