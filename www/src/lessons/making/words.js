/** @typedef {typeof en} MakingWords */

import { languageAmong } from '../../../package/language.js';
import { making as en } from '../../strings/en-lesson.js';

/** @type {Record<string, MakingWords>} */
const WORDS = { en };

/** @param {string} language BCP 47 tag */
export function makingWords(language) {
  return WORDS[languageAmong([language], WORDS)];
}
