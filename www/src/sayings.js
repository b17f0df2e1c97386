// What the views of a report ask of it beyond its marks: who says what in which words, where, and who agrees.

/** @import { ArticleReport, Finding, Kind, Mention, Place, Reading, Relation, Report } from '../../pkg/web/variorum.js' */
/** @import { Mark } from './findings.js' */
/** @import { Span } from './marks.js' */

import { groupsOf, marksIn } from './findings.js';
import { spread } from './marks.js';
import { RELATIONS } from './relations.js';

/**
 * The findings in the order in which an article's reader meets them; those that the article does not speak of come
 * last, in the report's order. Findings on another event are left out.
 *
 * @param {Report} report
 * @param {string} article
 * @returns {Finding[]}
 */
export function findingsFor(report, article) {
  const met = new Set(marksIn(report, article).map(({ finding }) => finding));
  const story = report.stories.find((ids) => ids.includes(article)) ?? [article];
  const rest = report.findings.filter(
    (finding) => !met.has(finding) && finding.readings.some((reading) => story.includes(reading.article)),
  );
  return [...met, ...rest];
}

/**
 * @param {{ only: readonly Place[] }} given a report, or what is shown of one
 * @param {string} article
 * @returns {Place[]} the sentences that no other article of the story has, in order
 */
export function onlyIn({ only }, article) {
  return only.filter((place) => place.article === article).sort((left, right) => left.start - right.start);
}

/**
 * What an article says in one way: its readings of one group, by one speaker, equally sure.
 *
 * @typedef {[Reading, ...Reading[]]} Saying
 */

/**
 * Whether an article is about the event that a finding is about.
 *
 * @param {Report} report
 * @param {Finding} finding
 * @param {string} article
 */
export function isOfStory(report, finding, article) {
  const story = report.stories.find((ids) => ids.includes(article));
  return finding.readings.some((reading) => story?.includes(reading.article));
}

/**
 * The sayings of one article, in the order of its text. Words that come again, as those of a headline do, are quoted
 * once.
 *
 * @param {Finding} finding
 * @param {string} article
 * @returns {Saying[]}
 */
export function sayingsOf(finding, article) {
  /** @type {Map<string, Saying>} */
  const sayings = new Map();
  for (const reading of finding.readings.filter((given) => given.article === article)) {
    const key = JSON.stringify([reading.group, reading.by?.text.toLowerCase(), reading.certainty]);
    const saying = sayings.get(key);
    if (!saying) sayings.set(key, [reading]);
    else if (!saying.some(({ text }) => text.toLowerCase() === reading.text.toLowerCase())) saying.push(reading);
  }
  return [...sayings.values()];
}

/**
 * The first article before this one, in the order of the columns, that says the same.
 *
 * @param {Finding} finding
 * @param {string} article
 * @param {readonly string[]} order ids of the articles in the order shown
 * @returns {string | null}
 */
export function agreesWith(finding, article, order) {
  const groups = groupsOf(finding, article);
  if (groups.length === 0) return null;
  return (
    order
      .slice(0, order.indexOf(article))
      .find((other) => groupsOf(finding, other).join() === groups.join()) ?? null
  );
}

/**
 * Which paragraph of the report a sentence stands in, as a reader counts them: from the opening, without headline,
 * byline, captions and the like.
 *
 * @param {ArticleReport} article
 * @param {number} sentence
 * @returns {number | null} from 1; null for a sentence that stands in none
 */
export function paragraphOf({ sentences, parts }, sentence) {
  const isCounted = (/** @type {number} */ start) => {
    const part = parts.find((given) => given.start <= start && start < given.end)?.part ?? 'body';
    return part === 'body' || part === 'lede' || part === 'dateline';
  };
  const given = sentences[sentence];
  if (!given || !isCounted(given.start)) return null;
  return new Set(
    sentences.slice(0, sentence + 1).flatMap(({ start, paragraph }) => (isCounted(start) ? [paragraph] : [])),
  ).size;
}

/**
 * Where in an article its marks lie, for a strip that shows an article at a glance.
 *
 * @param {readonly Mark[]} marks
 * @param {number} length of the article
 * @param {number} cells
 * @returns {(Relation | null)[]} for each cell the weightiest relation in it
 */
export function strip(marks, length, cells) {
  /** @type {(Relation | null)[]} */
  const found = Array.from({ length: cells }, () => null);
  const rank = (/** @type {Relation | null} */ relation) =>
    relation === null ? RELATIONS.length : RELATIONS.indexOf(relation);
  for (const { start, finding } of marks) {
    const cell = Math.min(cells - 1, Math.floor((start / Math.max(1, length)) * cells));
    if (rank(finding.relation) < rank(found[cell])) found[cell] = finding.relation;
  }
  return found;
}

/**
 * Words that an article has in common with others, as wire copy.
 *
 * @typedef {Span & { others: string[], isMoved: boolean }} Copied
 * `others` are their letters; `isMoved` when the words stand at another place than in the first article that has them
 */

/**
 * @param {Report} report
 * @param {string} article
 * @returns {Copied[]}
 */
export function copiesIn({ shared, articles }, article) {
  const siglum = new Map(articles.map(({ id, siglum }) => [id, siglum]));
  return shared.flatMap(({ spans }) =>
    spans
      .filter((span) => span.article === article)
      .map(({ start, end, moved }) => ({
        start,
        end,
        isMoved: moved,
        others: spans.flatMap((span) => (span.article === article ? [] : (siglum.get(span.article) ?? []))),
      })),
  );
}

/**
 * What an article says of one kind that no finding is about.
 *
 * @param {readonly Mention[]} mentions
 * @param {Kind} kind
 * @param {readonly Finding[]} findings
 * @param {string} article
 * @returns {Mention[]} in the order of the text
 */
export function uncompared(mentions, kind, findings, article) {
  const byStart = (/** @type {Span} */ left, /** @type {Span} */ right) => left.start - right.start;
  const own = mentions.filter((mention) => mention.kind === kind).sort(byStart);
  const compared = findings.flatMap(({ readings }) => readings.filter((reading) => reading.article === article)).sort(byStart);
  const met = spread(own, compared);
  return own.filter((_, index) => met[index].length === 0);
}
