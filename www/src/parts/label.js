/** @import { Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';

/**
 * The language of the words that a finding's articles have in what it is called.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @returns {string} BCP 47 tag
 */
export function languageOf({ readings }, report) {
  return report.articles.find(({ id }) => id === readings[0]?.article)?.language ?? 'und';
}

/**
 * What a finding is called, the articles' words in it in their own language.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @param {Strings} strings
 */
export function labelOf(finding, report, strings) {
  const language = languageOf(finding, report);
  return strings
    .labelled(finding)
    .map(({ words, isTheirs }) => (isTheirs && language !== strings.language ? html`<span lang=${language}>${words}</span>` : words));
}
