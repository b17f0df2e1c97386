/** @typedef {typeof en} MakingWords */

import { languageAmong } from '../../../package/language.js';
import { making as de } from '../../strings/de-lesson.js';
import { making as en } from '../../strings/en-lesson.js';
import { making as es } from '../../strings/es-lesson.js';
import { making as fr } from '../../strings/fr-lesson.js';

/** @type {Record<string, MakingWords>} */
const WORDS = { en, de, fr, es };

/** @param {string} language BCP 47 tag */
export function makingWords(language) {
  return WORDS[languageAmong([language], WORDS)];
}
