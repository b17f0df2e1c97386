/** @import { ArticleReport, Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {string} what an article is called: its outlet, else its letter
 */
export function nameOf({ outlet, siglum }, strings) {
  return outlet || strings.article.unnamed(siglum);
}

/**
 * The language of what a finding is called, which is made of its articles' words.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @returns {string} BCP 47 tag
 */
export function languageOf({ readings }, report) {
  return report.articles.find(({ id }) => id === readings[0]?.article)?.language ?? 'und';
}
