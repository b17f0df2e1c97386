/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {string} what an article is called: its outlet, else its letter
 */
export function nameOf({ outlet, siglum }, strings) {
  return outlet || strings.article.unnamed(siglum);
}
