// In which language a lesson speaks: all four are in each lesson that is handed out, as a file cannot fetch another one.

import { languageAmong } from '../../../package/language.js';
import { doing as de } from '../../strings/de-lesson.js';
import { doing as en } from '../../strings/en-lesson.js';
import { doing as es } from '../../strings/es-lesson.js';
import { doing as fr } from '../../strings/fr-lesson.js';

/** @typedef {typeof en} DoingWords */

/** @type {Record<string, DoingWords>} */
const WORDS = { en, de, fr, es };

/** @param {string} language BCP 47 tag */
export function wordsIn(language) {
  return WORDS[languageAmong([language], WORDS)];
}

/**
 * @param {readonly string[]} wanted BCP 47 tags, the most wanted first
 * @returns {string} the first language of them in which lessons speak, else English
 */
export function languageFor(wanted) {
  return languageAmong(wanted, WORDS);
}
