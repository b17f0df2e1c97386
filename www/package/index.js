/** @import { ArticleFacts, ArticleInput, Report, Request, WordDiff } from '../../pkg/web/variorum.js' */
/** @import { CallOptions, Client } from './client.js' */
/** @import { Check } from './draft.js' */
/** @import { Files } from './load.js' */

import * as engine from '../../pkg/web/variorum.js';
import { check } from './draft.js';
import { whenReady } from './load.js';

export { WorkerClient } from './client.js';
export { VariorumError } from './errors.js';

/**
 * The engine itself, whose functions answer at once and hold up whoever calls them: `compare`, `facts`, `diffWords`
 * and `version`.
 *
 * @typedef {Pick<typeof engine, 'compare' | 'facts' | 'diffWords' | 'version'>} Engine
 */

/**
 * Loads the engine with its word lists: 0.4 MB together when the server compresses them.
 *
 * Every other function of the package does so by itself; call it to do so beforehand, or for the functions of the
 * engine that answer at once. It is loaded once; after a failure the next call tries again.
 *
 * @example
 * const engine = await load();
 * const report = engine.compare({ articles });
 *
 * @param {Files} [files] where they are, on the first call
 * @param {(done: number, of: number) => void} [progress] called as each file has arrived
 * @returns {Promise<Engine>} rejected with a `VariorumError`
 */
export async function load(files, progress) {
  await whenReady(files, progress);
  return engine;
}

/**
 * Compares the articles of a request and reports where they differ.
 *
 * In a page it holds up everything else for as long as it takes: a `WorkerClient` does not.
 *
 * @example
 * const { findings } = await compare({
 *   articles: [
 *     { id: 'a', text: 'A fire on the ferry hurt 12 people on Monday, police said.' },
 *     { id: 'b', text: 'A fire on the ferry hurt 14 people on Monday, police said.' },
 *   ],
 * });
 *
 * @param {Request} request
 * @returns {Promise<Report>} rejected with a `VariorumError` when the request cannot be taken
 */
export async function compare(request) {
  return (await load()).compare(request);
}

/**
 * Reads the facts of one article: every number, date, name and quote, who says so, and how sure.
 *
 * @param {ArticleInput} article
 * @returns {Promise<ArticleFacts>} rejected with a `VariorumError` when the article cannot be taken
 */
export async function facts(article) {
  return (await load()).facts(article);
}

/**
 * Compares two texts word by word, whatever their length.
 *
 * @param {string} left
 * @param {string} right
 * @returns {Promise<WordDiff>} stretches that both have and stretches that one has, in reading order
 */
export async function diffWords(left, right) {
  return (await load()).diffWords(left, right);
}

/**
 * Compares again and again, as a draft changes, and reads anew only the articles that have changed.
 *
 * It has the calls of a `WorkerClient` and works where it is made, so that the two can stand in for each other. Reports
 * are those of `compare`. The engine keeps what it has read of up to one megabyte of text, that used last.
 *
 * @example
 * const comparer = new Comparer();
 * editor.addEventListener('input', async () => {
 *   show(await comparer.compare({ articles: [{ id: 'draft', text: editor.value }, ...wire] }));
 * });
 *
 * @implements {Client}
 */
export class Comparer {
  /**
   * @param {Request} request
   * @param {CallOptions} [options] a signal is heard before the work begins
   * @returns {Promise<Report>} rejected with a `VariorumError`, or with the signal's reason
   */
  async compare(request, { signal, progress } = {}) {
    await whenReady(undefined, (done, of) => progress?.({ phase: 'loading', done, of }));
    signal?.throwIfAborted();
    return engine.compare(request, (done, of) => progress?.({ phase: done + 1 < of ? 'reading' : 'comparing', done, of }));
  }

  /**
   * @param {ArticleInput} article
   * @param {CallOptions} [options]
   * @returns {Promise<ArticleFacts>}
   */
  async facts(article, { signal } = {}) {
    await whenReady();
    signal?.throwIfAborted();
    return engine.facts(article);
  }

  /**
   * @param {string} left
   * @param {string} right
   * @param {CallOptions} [options]
   * @returns {Promise<WordDiff>}
   */
  async diffWords(left, right, { signal } = {}) {
    await whenReady();
    signal?.throwIfAborted();
    return engine.diffWords(left, right);
  }
}

/**
 * Checks a draft against other reports of the event: every fact of the draft with what each of them says, those on top that none
 * of them has.
 *
 * @example
 * const checks = await checkDraft({ id: 'draft', text: editor.value }, wire, { client });
 * for (const { standing, text, answers } of checks) console.log(standing, text, answers.map(({ item }) => item));
 *
 * @param {ArticleInput} draft
 * @param {readonly ArticleInput[]} wire their ids are all different
 * @param {CallOptions & { client?: Client }} [options] `client`: what compares, such as a `WorkerClient` that is there already
 * @returns {Promise<Check[]>} rejected with a `VariorumError`, or with the signal's reason
 */
export async function checkDraft(draft, wire, { client = new Comparer(), signal } = {}) {
  return check(draft, wire, client, { signal });
}
