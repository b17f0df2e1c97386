// A lesson as one web page that needs nothing but itself.

/** @import { Lesson } from '../model.js' */

import { allowed, embedded, written } from '../../exports/inline.js';

/** Where the build puts what does a lesson, as one script. */
const PLAYER = 'lesson-player.js';

const CSS = `html{color-scheme:light dark;background:#fbfaf7}body{margin:0}@media (prefers-color-scheme:dark){html{background:#171614}}@media print{html{background:#fff}}`;

/**
 * @param {Lesson} lesson
 * @returns {Promise<string>} rejected when the script cannot be fetched
 */
export async function onePage(lesson) {
  const response = await fetch(new URL(PLAYER, document.baseURI));
  if (!response.ok) throw new Error(`${PLAYER}: ${response.status}`);
  return assembled(lesson, await response.text());
}

/**
 * Nothing from a lesson can end an element or begin one: it stands in the page as data without a "<", and the policy lets run
 * only the script that it names.
 *
 * @param {Lesson} lesson
 * @param {string} player a classic script
 * @returns {Promise<string>}
 */
export async function assembled(lesson, player) {
  const script = player.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  const [run, style] = await Promise.all([allowed(script), allowed(CSS)]);
  const paper = document.implementation.createHTMLDocument(lesson.title);
  paper.documentElement.lang = lesson.language;
  const meta = (/** @type {Record<string, string>} */ attributes) => {
    const made = paper.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  paper.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'; script-src ${run.source}; style-src ${style.source}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html` }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'referrer', content: 'no-referrer' }),
  );
  return written(paper, {
    head: `<style${style.attribute}>${CSS}</style>`,
    body: `${embedded('variorum-lesson', lesson)}<script${run.attribute}>${script}</script>`,
  });
}
