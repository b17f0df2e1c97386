// A lesson as one web page that needs nothing but itself.

/** @import { Lesson } from '../model.js' */

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
 * only the script whose hash it names.
 *
 * @param {Lesson} lesson
 * @param {string} player a classic script
 * @returns {Promise<string>}
 */
export async function assembled(lesson, player) {
  const script = player.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  const [scriptHash, styleHash] = await Promise.all([digest(script), digest(CSS)]);
  const paper = document.implementation.createHTMLDocument(lesson.title);
  paper.documentElement.lang = lesson.language;
  const meta = (/** @type {Record<string, string>} */ attributes) => {
    const made = paper.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  paper.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'; script-src ${scriptHash}; style-src ${styleHash}; base-uri 'none'; form-action 'none'` }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'referrer', content: 'no-referrer' }),
  );
  const data = paper.createElement('script');
  data.setAttribute('type', 'application/json');
  data.id = 'variorum-lesson';
  data.textContent = JSON.stringify(lesson).replaceAll('<', '\\u003c');
  paper.body.append(data);
  // Our own style and script go in last, as the policy of this page reaches the documents that it makes.
  const html = paper.documentElement.outerHTML.replace('</head>', () => `<style>${CSS}</style></head>`).replace('</body>', () => `<script>${script}</script></body>`);
  return `<!doctype html>\n${html}\n`;
}

/** @param {string} text @returns {Promise<string>} how a policy names it */
async function digest(text) {
  // Browsers have it on pages that came over HTTPS or from this machine.
  if (!crypto.subtle) return "'unsafe-inline'";
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}
