// W3C Web Annotations back to marks, in the articles that they were made of or in later versions of them: what
// `variorum compare --import` does.

/** @import { Kind, Report, Request } from '../../pkg/web/variorum.js' */
/** @import { Mark } from './exchange.js' */
/** @import { Source } from './sources.js' */

import { VariorumError } from './errors.js';
import { nameOfMark, nameOfText, sourcesOf, unitOf } from './sources.js';

/** Annotations that are read at once. A report of 60 long articles has some ten thousand marks. */
const MAX_ANNOTATIONS = 20_000;

/** @type {readonly string[]} */
const KINDS = ['count', 'money', 'percent', 'measure', 'time', 'place', 'person', 'organisation', 'quote', 'attribution', 'certainty', 'polarity', 'other'];

/**
 * What was read of annotations.
 *
 * @typedef {object} Imported
 * @property {Mark[]} marks those whose words were found, in the order of the annotations
 * @property {unknown[]} unplaced annotations whose words no article has, as they were given; nothing of them is lost
 */

/**
 * @param {any} value JSON-LD
 * @returns {boolean} whether it is an annotation, or a list, page or collection of them
 */
export function areAnnotations(value) {
  const types = ['AnnotationCollection', 'AnnotationPage', 'Annotation'];
  return several(Array.isArray(value) ? value[0] : value).some((given) => types.some((type) => hasType(given, type)));
}

/**
 * Finds the words of annotations in articles.
 *
 * In the very text that an annotation was made of, its position counts. In any other, its quote is looked for, and of
 * several places the one with the most of prefix and suffix around it is taken, the first among equals. Annotations of other
 * programs are read as well: their marks have no `class`, and what they say as `summary`.
 *
 * @example
 * const { marks, unplaced } = fromWebAnnotation(JSON.parse(file), await compare(request), request);
 *
 * @param {unknown} value JSON-LD: annotations, a page or a collection of them
 * @param {Report} report on the articles in which the words are looked for
 * @param {Request} request what it was made from
 * @returns {Imported}
 * @throws {VariorumError} `no-annotations`, `too-many-annotations`, or `pages-elsewhere` when a collection only names its pages
 */
export function fromWebAnnotation(value, report, request) {
  const items = itemsOf(value);
  if (items.length > MAX_ANNOTATIONS) {
    throw new VariorumError('too-many-annotations', `there are ${items.length} annotations; the limit is ${MAX_ANNOTATIONS}: split the file`);
  }
  const sources = sourcesOf(report, request);
  /** @type {Imported} */
  const imported = { marks: [], unplaced: [] };
  for (const item of items) {
    const targets = several(item.target);
    const found = targets.flatMap((target) => markOf(item, target, sources) ?? []);
    if (found.length < targets.length || found.length === 0) imported.unplaced.push(item);
    imported.marks.push(...found);
  }
  return imported;
}

/**
 * @param {any} value
 * @returns {any[]}
 */
function itemsOf(value) {
  if (hasType(value, 'AnnotationCollection')) {
    const items = [];
    let page = value.first;
    for (; hasType(page, 'AnnotationPage'); page = page.next) for (const item of several(page.items)) items.push(item);
    if (items.length === 0 && typeof value.first === 'string') {
      throw new VariorumError('pages-elsewhere', `the annotations lie on pages elsewhere (${value.first}): give the page itself, as nothing is fetched`);
    }
    return items;
  }
  if (hasType(value, 'AnnotationPage')) return several(value.items);
  const list = several(value);
  if (list.length === 0 || !list.every((item) => hasType(item, 'Annotation'))) {
    throw new VariorumError('no-annotations', 'there are no annotations: an AnnotationCollection, an AnnotationPage or annotations of W3C’s model are due');
  }
  return list;
}

/**
 * JSON-LD writes one value as itself and several as a list.
 *
 * @param {any} value
 * @returns {any[]}
 */
function several(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * @param {any} value
 * @param {string} type
 */
function hasType(value, type) {
  return several(value?.type).includes(type);
}

/**
 * @param {any} item
 * @param {any} target
 * @param {readonly Source[]} sources
 * @returns {Mark | null}
 */
function markOf(item, target, sources) {
  const named = target?.source?.id ?? target?.source ?? target;
  const address = typeof named === 'string' ? named : '';
  const text = several(target?.state).find((state) => typeof state?.cached === 'string')?.cached ?? address;
  const selectors = several(target?.selector);
  const quote = selectors.find((selector) => selector?.type === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector?.type === 'TextPositionSelector');
  // Two articles may have the same text: the name of the annotation tells which of them is meant.
  const ofText = sources
    .filter(({ hash }) => nameOfText(hash) === text)
    .flatMap((source) => {
      const words = position && placeOf(source, quote, position);
      return words ? [{ mark: built(item, source, words), source }] : [];
    });
  const [known] = [ofText.find(({ mark, source }) => item.id === nameOfMark(mark, nameOfText(source.hash))), ...ofText].filter(Boolean);
  if (known) return known.mark;
  const pages = sources.filter(({ url }) => url !== null && url === address);
  const found = (pages.length > 0 ? pages : sources).flatMap((source) => {
    const words = bestQuote(source, quote);
    return words ? [{ source, words }] : [];
  });
  // The first of those that fit best.
  const [best] = found.sort((left, right) => right.words.fits - left.words.fits);
  return best ? built(item, best.source, best.words) : null;
}

/**
 * @param {Source} source
 * @param {any} quote
 * @param {any} position
 * @returns {{ start: number, end: number } | null} the place that the position names, where the words there are those of the quote
 */
function placeOf({ text, pairs }, quote, position) {
  if (!(Number.isInteger(position.start) && position.start >= 0 && Number.isInteger(position.end))) return null;
  const [start, end] = [unitOf(pairs, position.start), unitOf(pairs, position.end)];
  const isThere = start < end && end <= text.length;
  const isQuoted = typeof quote?.exact !== 'string' || quote.exact === text.slice(start, end);
  return isThere && isQuoted ? { start, end } : null;
}

/**
 * @param {Source} source
 * @param {any} quote
 * @returns {{ start: number, end: number, fits: number } | null} where it fits best, with how many units of prefix and suffix fit
 */
function bestQuote({ text }, quote) {
  const exact = typeof quote?.exact === 'string' ? quote.exact : '';
  if (exact === '') return null;
  const prefix = typeof quote.prefix === 'string' ? quote.prefix : '';
  const suffix = typeof quote.suffix === 'string' ? quote.suffix : '';
  let best = null;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + exact.length)) {
    const end = start + exact.length;
    let before = 0;
    while (before < Math.min(prefix.length, start) && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
    let behind = 0;
    while (behind < Math.min(suffix.length, text.length - end) && text[end + behind] === suffix[behind]) behind += 1;
    if (!best || before + behind > best.fits) best = { start, end, fits: before + behind };
  }
  return best;
}

/**
 * @param {any} item
 * @param {Source} source
 * @param {{ start: number, end: number }} words
 * @returns {Mark}
 */
function built(item, { article, text }, { start, end }) {
  const bodies = several(item.body);
  const told = (/** @type {string} */ purpose) => string(bodies.find((body) => body?.purpose === purpose)?.value);
  const identifying = told('identifying');
  const [, finding, group] = /^(.*)\/(\d{1,9})$/s.exec(identifying ?? '') ?? [null, identifying, null];
  const kind = told('tagging');
  const relation = told('classifying');
  // What somebody else wrote has no purpose, or another.
  const written = () => string(bodies.find((body) => typeof body?.value === 'string')?.value) ?? string(item.bodyValue);
  return {
    article: article.id,
    start,
    end,
    text: text.slice(start, end),
    class: relation,
    kind: kind !== null && KINDS.includes(kind) ? /** @type {Kind} */ (kind) : null,
    finding: finding ?? null,
    group: group === null ? null : Number(group),
    label: told('describing'),
    summary: told('commenting') ?? (relation === null ? written() : null),
  };
}

/** @param {unknown} value */
function string(value) {
  return typeof value === 'string' ? value : null;
}
