// Articles that the page around an element gives it: in a file, or between its tags.

/** @import { Draft } from '../drafts.js' */
/** @import { Opened } from '../keep/saved.js' */
/** @import { EmbeddedComparer } from './element.js' */

import { VariorumError } from '../../package/errors.js';
import { readPage } from '../doors/page.js';
import { draft } from '../drafts.js';
import { readSaved, SavedError } from '../keep/saved.js';
import { fail } from './fail.js';

/**
 * Takes the articles of the file at `src` or, where none is named, those between the tags. What went wrong is said in
 * the element and by an event.
 *
 * @param {EmbeddedComparer} host
 */
export async function take(host) {
  const { src } = host;
  try {
    const opened = src ? await fromFile(src) : { drafts: await fromTags(host), rules: [], reviews: {} };
    // Another file may have been named meanwhile.
    if (src === host.src && opened.drafts.length > 0) host.show(opened);
  } catch (error) {
    if (src !== host.src) return;
    fail(host, error);
  }
}

/**
 * @param {string} src
 * @returns {Promise<Opened>}
 * @throws {VariorumError}
 */
async function fromFile(src) {
  const address = new URL(src, document.baseURI);
  const answer = await fetch(address).catch(() => null);
  if (!answer) {
    throw new VariorumError('not-loaded', `the articles could not be loaded from ${address}: is the network off, or does a policy forbid it (connect-src, Access-Control-Allow-Origin)?`);
  }
  if (!answer.ok) throw new VariorumError('not-found', `there are no articles at ${address} (${answer.status})`);
  const text = await answer.text();
  try {
    return readSaved(text);
  } catch (error) {
    if (error instanceof SavedError && error.code === 'newer') {
      throw new VariorumError('newer-comparison', `the comparison in ${address} was saved by a later version: update the package variorum`);
    }
    const isReport = /^\s*\{[^]*"findings"\s*:/.test(text);
    const due = isReport ? 'it holds findings, which the property `report` takes' : 'a list of objects with a text is due, as JSON';
    throw new VariorumError('bad-request', `there are no articles in ${address}: ${due}`);
  }
}

/**
 * @param {Element} host
 * @returns {Promise<Draft[]>} its `<article>` children; their attributes `data-outlet`, `data-published`, `data-title`, `data-url`
 * and `data-id` have the last word
 */
function fromTags(host) {
  const articles = /** @type {HTMLElement[]} */ ([...host.querySelectorAll(':scope > article')]);
  return Promise.all(
    articles.map(async (article) => {
      const text = article.textContent.trim();
      // Text alone has its paragraphs in its empty lines.
      const read = article.childElementCount > 0 ? await readPage(article.outerHTML) : null;
      return draft({ text, ...read, ...article.dataset });
    }),
  );
}
