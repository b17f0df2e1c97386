// The fact table as data, for everything that is written from it.

/** @import { ArticleReport, Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { isOfStory, paragraphOf, sayingsOf } from '../sayings.js';

/**
 * What one article says about one thing.
 *
 * @typedef {object} Cell
 * @property {ArticleReport} article
 * @property {{ words: string[], by: string, where: string, group: number }[]} sayings
 * @property {string} absent why there are none
 */

/**
 * @typedef {object} Row
 * @property {Finding} finding
 * @property {string} label
 * @property {string} relation in words
 * @property {string} reasons
 * @property {Cell[]} cells an article each, in order
 */

/**
 * @param {Report} report
 * @param {Strings} strings
 * @returns {Row[]} in the report's order: the weightiest first
 */
export function rows(report, strings) {
  return report.findings.map((finding) => ({
    finding,
    label: strings.label(finding),
    relation: strings.layers[finding.relation],
    reasons: strings.remarks(finding.reasons),
    cells: report.articles.map((article) => cell(report, finding, article, strings)),
  }));
}

/**
 * @param {Report} report
 * @param {Finding} finding
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {Cell}
 */
function cell(report, finding, article, strings) {
  const sayings = sayingsOf(finding, article.id).map((saying) => ({
    words: saying.map(({ text }) => text),
    by: saying[0].by?.text ?? '',
    where: where(article, saying[0], strings),
    group: saying[0].group,
  }));
  const absent = !isOfStory(report, finding, article.id)
    ? strings.table.otherEvent
    : finding.absent.includes(article.id)
      ? strings.notes.notMentioned
      : strings.notes.notCompared;
  return { article, sayings, absent: sayings.length > 0 ? '' : absent };
}

/**
 * @param {ArticleReport} article
 * @param {import('../../../pkg/web/variorum.js').Reading} reading
 * @param {Strings} strings
 */
function where(article, { start, sentence }, strings) {
  const part = article.parts.find((given) => given.start <= start && start < given.end)?.part;
  const paragraph = paragraphOf(article, sentence);
  return (part && strings.parts[part]) ?? (paragraph === null ? '' : strings.table.paragraph(paragraph));
}

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {string} what an article is called in a list: its siglum, outlet and date
 */
export function heading(article, strings) {
  const { siglum, outlet, title, published } = article;
  return [siglum, outlet ?? title, published && strings.date(published)].filter(Boolean).join(' · ');
}
