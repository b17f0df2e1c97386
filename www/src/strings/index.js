import { languageAmong } from '../../package/language.js';
import { en } from './en.js';

/** @typedef {typeof en} Strings */
/** @typedef {Awaited<ReturnType<Strings['later']>>} LaterStrings */

/**
 * The languages that the page speaks, by BCP 47 tag, each under its own name. English is there from the first; the
 * others are fetched when they are wanted.
 *
 * @type {Record<string, { name: string, load: () => Promise<Strings> }>}
 */
export const LANGUAGES = {
  en: { name: 'English', load: async () => en },
  de: { name: 'Deutsch', load: async () => (await import('./de.js')).de },
  fr: { name: 'Français', load: async () => (await import('./fr.js')).fr },
  es: { name: 'Español', load: async () => (await import('./es.js')).es },
};

/**
 * @param {readonly string[]} wanted BCP 47 tags, the most wanted first
 * @returns {string} the first language of them that the page speaks, else English
 */
export function languageFor(wanted) {
  return languageAmong(wanted, LANGUAGES);
}
