// Marks from a file, made here before or by other programs, in the articles that are here.

/** @import { Finding, Report, Request } from '../../../pkg/web/variorum.js' */
/** @import { Mark } from '../../package/exchange.js' */
/** @import { Reviews } from '../reviews.js' */

import { fromWebAnnotation } from '../../package/annotations.js';
import { VariorumError } from '../../package/errors.js';
import { RELATIONS } from '../relations.js';
import { reviewed } from '../reviews.js';
import { DoorError } from './files.js';

/** What a desk does about a finding of which only the words came. */
const SEVERITIES = /** @type {const} */ ({ conflict: 'correct', contested: 'correct', compatible: 'refile', same: 'style' });

/**
 * What a file of annotations says of articles.
 *
 * @typedef {object} Marked
 * @property {Report} report with the findings of the file; as it was where the file has only notes
 * @property {Reviews} reviews with the notes that others wrote on the words of findings
 * @property {number} shown marks and notes that have their place in it
 * @property {number} unplaced the others
 */

/**
 * @param {unknown} annotations JSON-LD
 * @param {Report} report on the articles that are here
 * @param {Request} request what it was made from
 * @param {Reviews} reviews
 * @returns {Marked}
 * @throws {DoorError} when nothing of it has a place here
 */
export function marked(annotations, report, request, reviews) {
  const { marks, unplaced } = placed(annotations, report, request);
  const findings = findingsOf(marks, report);
  const only = marks.filter((mark) => mark.class === 'only').map(({ article, start, end }) => ({ article, start, end }));
  const isWhole = findings.length + only.length > 0;
  const made = isWhole ? { ...report, findings, only } : report;
  let shown = only.length + findings.reduce((sum, { readings }) => sum + readings.length, 0);
  let said = reviews;
  for (const mark of marks) {
    if (mark.class !== null || !mark.summary) continue;
    const about = made.findings.find(({ readings }) => readings.some((reading) => reading.article === mark.article && reading.start < mark.end && mark.start < reading.end));
    if (!about) continue;
    shown += 1;
    const note = said[about.id]?.note;
    // A file that is opened twice says nothing new.
    if (!note?.includes(mark.summary)) said = reviewed(said, about.id, { note: [note, mark.summary].filter(Boolean).join('\n') });
  }
  if (shown === 0) throw new DoorError('unmarked');
  return { report: made, reviews: said, shown, unplaced: marks.length + unplaced.length - shown };
}

/**
 * @param {unknown} annotations
 * @param {Report} report
 * @param {Request} request
 */
function placed(annotations, report, request) {
  try {
    return fromWebAnnotation(annotations, report, request);
  } catch (error) {
    if (!(error instanceof VariorumError)) throw error;
    throw new DoorError(error.code === 'pages-elsewhere' ? 'unpaged' : error.code === 'too-many-annotations' ? 'crowded' : 'foreignJson');
  }
}

/**
 * @param {readonly Mark[]} marks
 * @param {Report} report
 * @returns {Finding[]} in the order of the report, then in that of the marks
 */
function findingsOf(marks, report) {
  /** @type {Map<string, Mark[]>} */
  const byFinding = new Map();
  for (const mark of marks) {
    if (mark.finding === null || mark.kind === null || !RELATIONS.some((relation) => relation === mark.class)) continue;
    const own = byFinding.get(mark.finding) ?? [];
    byFinding.set(mark.finding, own);
    own.push(mark);
  }
  const places = new Map(report.findings.map(({ id }, at) => [id, at]));
  const rank = (/** @type {Finding} */ { id }) => places.get(id) ?? places.size;
  return [...byFinding.values()].flatMap((own) => findingOf(own, report) ?? []).sort((left, right) => rank(left) - rank(right));
}

/**
 * @param {readonly Mark[]} marks of one finding
 * @param {Report} report
 * @returns {Finding | null} nothing where too little of it was found for its readings to be held against each other
 */
function findingOf(marks, report) {
  const [first] = marks;
  const relation = /** @type {Finding['relation']} */ (first.class);
  const groups = new Set(marks.map(({ group }) => group));
  if (relation === 'same' ? marks.length < 2 : groups.size < 2) return null;
  const isPlaceOf = (/** @type {Mark} */ mark) => (/** @type {Finding['readings'][number]} */ reading) =>
    reading.article === mark.article && reading.start === mark.start && reading.end === mark.end;
  const known = report.findings.find(({ id }) => id === first.finding);
  // What was found here too is known with all that speaks for it.
  if (known?.relation === relation && known.readings.length === marks.length && marks.every((mark) => known.readings.some(isPlaceOf(mark)))) return known;
  const told = new Set(marks.map(({ article }) => article));
  const story = report.stories.filter((ids) => ids.some((id) => told.has(id))).flat();
  return {
    id: first.finding ?? '',
    kind: first.kind ?? 'other',
    relation,
    label: first.label ?? first.text,
    summary: first.summary ?? '',
    severity: SEVERITIES[relation],
    reasons: [],
    readings: marks.map(({ article, start, end, text, group }) => ({
      article,
      start,
      end,
      text,
      norm: text,
      precision: 'exact',
      group: group ?? 0,
      by: null,
      certainty: 'stated',
      sentence: sentenceAt(report, article, start),
    })),
    absent: story.filter((id) => !told.has(id)),
    receipt: { engine: report.engine, rules: [], links: [] },
  };
}

/**
 * @param {Report} report
 * @param {string} article
 * @param {number} place
 */
function sentenceAt({ articles }, article, place) {
  const sentences = articles.find(({ id }) => id === article)?.sentences ?? [];
  return Math.max(0, sentences.findLastIndex(({ start }) => start <= place));
}
