// The fact table as data, for everything that is written from it.

/** @import { ArticleReport, Finding, Reading, Report, Request } from '../../../pkg/web/variorum.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { textFragment } from '../../package/exchange.js';
import { isolated } from '../parts/names.js';
import { overviewWords } from '../parts/overview.js';
import { isOfStory, paragraphOf, sayingsOf } from '../sayings.js';

/**
 * What is written.
 *
 * @typedef {object} Sheet
 * @property {Report} report
 * @property {readonly Finding[]} findings of the report, those that are written
 * @property {Request | null} [request] what the report was made from, where what is written may link to the articles' pages
 * @property {Reviews} reviews what the reader made of them
 * @property {Strings} strings
 * @property {LaterStrings} words
 */

/**
 * What one article says about one thing.
 *
 * @typedef {object} Cell
 * @property {ArticleReport} article
 * @property {{ words: string[], by: string, where: string, group: number, link: string | null }[]} sayings
 * @property {string} absent why there are none
 */

/**
 * @typedef {object} Row
 * @property {Finding} finding
 * @property {string} label
 * @property {string} relation in words
 * @property {string} reasons
 * @property {string} status what the reader made of it, in words; empty when nothing was said
 * @property {string} note the reader's own
 * @property {Cell[]} cells an article each, in order
 */

/**
 * @param {Sheet} sheet
 * @returns {{ standing: Row[], dismissed: Row[] }} each in the report's order: the weightiest first
 */
export function rows({ report, request = null, findings, reviews, strings }) {
  /** @type {{ standing: Row[], dismissed: Row[] }} */
  const all = { standing: [], dismissed: [] };
  for (const finding of findings) {
    const { status, note = '' } = reviews[finding.id] ?? {};
    all[status === 'dismissed' ? 'dismissed' : 'standing'].push({
      finding,
      label: strings.label(finding),
      relation: strings.layers[finding.relation],
      reasons: strings.remarks(finding.reasons),
      status: status ? strings.review.statuses[status] : '',
      note,
      cells: report.articles.map((article) => cell(report, request, finding, article, strings)),
    });
  }
  return all;
}

/**
 * The sentences on top: what the whole report shows, and how much of it is written here.
 *
 * @param {Sheet} sheet
 * @returns {{ title: string, lead: string, rest: string }}
 */
export function opening({ report, findings, strings, words }) {
  const { lead, rest } = overviewWords(report, strings);
  const all = report.findings.length;
  const left = findings.length < all ? ` ${strings.filters.some(findings.length, all)}` : '';
  return { title: words.exports.title(report.articles.length), lead, rest: `${rest}${left}` };
}

/**
 * @param {Report} report
 * @param {Request | null} request
 * @param {Finding} finding
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {Cell}
 */
function cell(report, request, finding, article, strings) {
  const { url = '', text = '' } = request?.articles.find(({ id }) => id === article.id) ?? {};
  const sayings = sayingsOf(finding, article.id).map((saying) => ({
    words: saying.map(({ text }) => text),
    // A speaker answers for itself.
    by: finding.kind === 'attribution' ? '' : (saying[0].by?.text ?? ''),
    where: where(article, saying[0], strings),
    group: saying[0].group,
    link: url ? textFragment(url, text, saying[0].start, saying[0].end) : null,
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
 * @param {Reading} reading
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
  return [siglum, isolated(outlet ?? title ?? ''), published && strings.date(published)].filter(Boolean).join(' · ');
}
