// What is shown of a report. A finding is shown when it passes every filter; each filter counts what would be shown if
// it were set otherwise and the rest stayed as they are.

/** @import { Finding, Kind, Place, Severity } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { Filters, ReviewState } from './filters.js' */
/** @import { Layer } from './relations.js' */
/** @import { Reviews } from './reviews.js' */

import { groupsOf } from './findings.js';
import { differs } from './relations.js';

/**
 * What a report shows through its filters.
 *
 * @typedef {object} Found
 * @property {Finding[]} findings in the report's order
 * @property {Place[]} only the sentences that only one article has
 * @property {Record<Layer, number>} layers
 * @property {Map<Kind, number>} kinds
 * @property {Map<Severity, number>} severities
 * @property {Map<ReviewState, number>} statuses
 * @property {Map<string, number>} of what each article has a part in, beside the first one chosen
 */

/**
 * @param {Outcome} outcome
 * @param {Filters} filters
 * @param {Reviews} [reviews]
 * @returns {Found}
 */
export function find({ report, request }, filters, reviews = {}) {
  const terms = fold(filters.words).split(/\s+/).filter(Boolean);
  const [first] = filters.of;
  /** @type {Found} */
  const found = {
    findings: [],
    only: onlySentences(),
    layers: { conflict: 0, contested: 0, compatible: 0, same: 0, only: 0 },
    kinds: new Map(),
    severities: new Map(),
    statuses: new Map(),
    of: new Map(),
  };
  found.layers.only = found.only.length;
  if (!filters.shown.has('only')) found.only = [];
  for (const finding of report.findings) {
    if (!terms.every((term) => wordsOf(finding).includes(term))) continue;
    const state = reviews[finding.id]?.status ?? 'none';
    const passes = {
      layers: filters.shown.has(finding.relation),
      kinds: filters.kind === null || finding.kind === filters.kind,
      severities: filters.severity === null || finding.severity === filters.severity,
      statuses: filters.status === null || state === filters.status,
      of: concerns(finding, filters.of),
    };
    const failed = Object.entries(passes).filter(([, isPassed]) => !isPassed);
    // What one filter alone keeps out is what it would let in.
    const counted = (/** @type {keyof typeof passes} */ name) => failed.every(([other]) => other === name);
    if (counted('layers')) found.layers[finding.relation] += 1;
    if (counted('kinds')) add(found.kinds, finding.kind);
    if (counted('severities')) add(found.severities, finding.severity);
    if (counted('statuses')) add(found.statuses, state);
    if (counted('of')) {
      // Only those that have a reading can have a part in it.
      for (const id of new Set(finding.readings.map(({ article }) => article))) {
        if (!first || first === id || concerns(finding, [first, id])) add(found.of, id);
      }
    }
    if (failed.length === 0) found.findings.push(finding);
  }
  return found;

  function onlySentences() {
    return report.only.filter(({ article, start, end }) => {
      if (filters.of.length > 0 && !filters.of.includes(article)) return false;
      if (terms.length === 0) return true;
      const text = request.articles.find(({ id }) => id === article)?.text ?? '';
      const sentence = fold(text.slice(start, end));
      return terms.every((term) => sentence.includes(term));
    });
  }
}

/**
 * Whether a finding is about what these articles say: one has a part in it, or two do and are not merely on the same
 * side of a difference between others.
 *
 * @param {Finding} finding
 * @param {readonly string[]} articles
 */
function concerns(finding, articles) {
  const groups = articles.map((article) => groupsOf(finding, article));
  if (groups.some(({ length }) => length === 0)) return false;
  return groups.length < 2 || !differs(finding.relation) || groups[0].join() !== groups[1].join() || groups[0].length > 1;
}

/** @type {WeakMap<Finding, string>} findings are never changed, so their words are folded once */
const folded = new WeakMap();

/** @param {Finding} finding */
function wordsOf(finding) {
  const known = folded.get(finding);
  if (known !== undefined) return known;
  const words = fold([finding.label, ...finding.readings.flatMap(({ text, by }) => [text, by?.text ?? ''])].join('\n'));
  folded.set(finding, words);
  return words;
}

/**
 * Words as they are looked for: without regard to case, accents or the shape of quotation marks.
 *
 * @param {string} words
 */
function fold(words) {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/**
 * @template K
 * @param {Map<K, number>} counts
 * @param {K} key
 */
function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
