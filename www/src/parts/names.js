/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

/** A letter that is written from right to left. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Words of an article within a sentence of the page: those that run from right to left would take the punctuation and
 * the figures behind them along.
 *
 * @param {string} words
 * @returns {string} between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where they need it
 */
export const isolated = (words) => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words);

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {string} what an article is called: its outlet, else its letter
 */
export function nameOf({ outlet, siglum }, strings) {
  return isolated(outlet ?? '') || strings.article.unnamed(siglum);
}

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @param {string} [text] of the article, where it is at hand
 * @returns {string} what stands under its name: when it was published, else, where a letter is its name, its headline or
 * its first words
 */
export function subtitleOf({ outlet, published, title, sentences: [first] }, strings, text = '') {
  if (published || outlet) return published ? strings.date(published) : '';
  return title ?? text.slice(first?.start, first?.end);
}
