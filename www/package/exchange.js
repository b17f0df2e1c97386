// A report in the forms of other programs, and back: W3C Web Annotations, schema.org, links to the words of a page. These are
// the forms that `variorum compare --format` writes, to the value; nothing here loads the engine.

/** @import { Finding, Kind, Reading, Report, Request } from '../../pkg/web/variorum.js' */
/** @import { Source } from './sources.js' */

import { charactersBefore, identifying, nameOfMark, nameOfText, sourcesOf, urn } from './sources.js';

export { fromWebAnnotation } from './annotations.js';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Characters of the text that go with a quote on either side. */
const CONTEXT_CHARACTERS = 32;

/** Characters of words that a link names whole, and below which it names those around them as well. */
const MAX_EXACT = 300;
const MIN_ALONE = 20;

/** Words of both ends by which a link names long words, and words around short ones. */
const END_WORDS = 5;
const CONTEXT_WORDS = 3;

/** UTF-16 units in which the words around others are looked for: enough for any words, and few in a text without lines. */
const NEAR = 1000;

/** What goes on a word: browsers take “Aldaya’s”, “U.S” and “1,200” for one each, so that no match may end within. */
const REST_BEFORE = /(?:[\p{Alphabetic}\p{N}]|(?<=[\p{Alphabetic}\p{N}])['’.,:;_])*$/u;
const REST_BEHIND = /^(?:[\p{Alphabetic}\p{N}]|['’.,:;_](?=[\p{Alphabetic}\p{N}]))*/u;

/**
 * Some words of an article with what is said of them.
 *
 * @typedef {object} Mark
 * @property {string} article the article's id
 * @property {number} start the first UTF-16 unit
 * @property {number} end the unit behind the last
 * @property {string} text the words
 * @property {string | null} class the relation of the finding, or `only` for a sentence that no other article has; nothing in a note
 * of somebody else
 * @property {Kind | null} kind
 * @property {string | null} finding its id; marks of one finding are about the same thing
 * @property {number | null} group marks of one finding and group say the same
 * @property {string | null} label
 * @property {string | null} summary
 */

/**
 * Every mark of a report, article by article, in the order of the text.
 *
 * @param {Report} report
 * @param {Request} request what the report was made from
 * @returns {Mark[]}
 */
export function marksOf(report, request) {
  return report.articles.flatMap(({ id }) => {
    const given = request.articles.find((article) => article.id === id);
    if (!given) return [];
    const read = report.findings.flatMap(({ readings, relation, kind, id: finding, label, summary }) =>
      readings
        .filter(({ article }) => article === id)
        .map(({ start, end, text, group }) => ({ article: id, start, end, text, class: relation, kind, finding, group, label, summary })),
    );
    const only = report.only
      .filter(({ article }) => article === id)
      .map(({ start, end }) => ({
        article: id, start, end, text: given.text.slice(start, end), class: 'only', kind: null, finding: null, group: null, label: null, summary: null,
      }));
    return /** @type {Mark[]} */ ([...read, ...only]).sort(byPlace);
  });
}

/**
 * The marks of a report as an annotation collection with one page (https://www.w3.org/TR/annotation-model/).
 *
 * @param {Report} report
 * @param {Request} request what the report was made from
 * @returns {Record<string, unknown>} JSON-LD
 */
export function toWebAnnotation(report, request) {
  const sources = new Map(sourcesOf(report, request).map((source) => [source.article.id, source]));
  const items = marksOf(report, request).flatMap((mark) => {
    const source = sources.get(mark.article);
    return source ? [annotation(mark, source)] : [];
  });
  const ids = items.map(({ id }) => id);
  const page = urn(['page', ...ids]);
  return {
    '@context': CONTEXT,
    id: urn(['collection', ...ids]),
    type: 'AnnotationCollection',
    label: 'Where news reports of one event differ',
    generator: { type: 'Software', name: report.engine },
    total: items.length,
    first: { id: page, type: 'AnnotationPage', startIndex: 0, items },
    last: page,
  };
}

/**
 * The articles and what they claim in the vocabulary of schema.org: a `NewsArticle` each, and a `Claim` for each way of
 * saying a thing, with the places where it appears. Nothing rates a claim.
 *
 * @param {Report} report
 * @param {Request} request what the report was made from
 * @returns {Record<string, unknown>} JSON-LD
 */
export function toSchemaOrg(report, request) {
  const pages = new Map(
    sourcesOf(report, request).map((source) => [source.article.id, { ...source, id: source.url ?? urn(['article', source.article.id, source.hash]) }]),
  );
  const articles = [...pages.values()].map(({ article, id, url }) => ({
    '@type': 'NewsArticle',
    '@id': id,
    ...(article.title !== null && { headline: article.title }),
    ...(article.published !== null && { datePublished: article.published }),
    ...(article.outlet !== null && { publisher: { '@type': 'Organization', name: article.outlet } }),
    ...(article.language !== 'und' && { inLanguage: article.language }),
    ...(url !== null && { url }),
  }));
  /** @param {Finding} finding */
  const claims = ({ id, label, readings }) =>
    [...new Set(readings.map(({ group }) => group))]
      .sort((left, right) => left - right)
      .flatMap((group) => {
        const places = readings.flatMap((reading) => {
          const page = pages.get(reading.article);
          return page && reading.group === group ? [{ page, reading }] : [];
        });
        if (places.length === 0) return [];
        return {
          '@type': 'Claim',
          '@id': urn(['claim', id, String(group), ...places.map(({ page }) => page.id)]),
          name: `${label}: ${places[0].reading.text}`,
          about: { '@type': 'Thing', name: label, identifier: id },
          appearance: places.map(({ page, reading }) => appearance(page, reading)),
        };
      });
  return { '@context': 'https://schema.org', '@graph': [...articles, ...report.findings.flatMap(claims)] };
}

/**
 * The address of some words of a page, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/), to which
 * browsers scroll and which they mark.
 *
 * @param {string} url of the page
 * @param {string} text the article on it
 * @param {number} start the first UTF-16 unit of the words
 * @param {number} end the unit behind the last
 * @returns {string | null} nothing when it is no address of the web, or when there are no words
 */
export function textFragment(url, text, start, end) {
  const address = url.trim();
  if (!/^https?:\/\//i.test(address) || /[\s\p{Cc}]/u.test(address)) return null;
  const words = wholeWords(text, start, end);
  if (!words) return null;
  const exact = text.slice(words.start, words.end);
  const { length } = [...exact];
  let directive;
  if (length > MAX_EXACT || exact.includes('\n')) {
    directive = `${encode(firstWords(exact, END_WORDS))},${encode(lastWords(exact, END_WORDS))}`;
  } else {
    const isAlone = length >= MIN_ALONE && text.indexOf(exact, text.indexOf(exact) + exact.length) < 0;
    const before = isAlone ? '' : lastWords(text.slice(Math.max(0, words.start - NEAR), words.start).split('\n').at(-1) ?? '', CONTEXT_WORDS);
    const behind = isAlone ? '' : firstWords(text.slice(words.end, words.end + NEAR).split('\n')[0], CONTEXT_WORDS);
    directive = `${before && `${encode(before)}-,`}${encode(exact)}${behind && `,-${encode(behind)}`}`;
  }
  const [page] = address.split(':~:');
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/**
 * @param {Mark} mark
 * @param {Source} source
 */
function annotation(mark, { article, text, url, hash, pairs }) {
  const name = nameOfText(hash);
  // Twice as many units hold as many characters at least; what is cut in two lies beyond them.
  const before = [...text.slice(Math.max(0, mark.start - 2 * CONTEXT_CHARACTERS), mark.start)];
  const behind = [...text.slice(mark.end, mark.end + 2 * CONTEXT_CHARACTERS)];
  /** @type {[string, string | null][]} */
  const told = [
    ['classifying', mark.class],
    ['tagging', mark.kind],
    ['describing', mark.label],
    ['commenting', mark.summary],
    ['identifying', identifying(mark)],
  ];
  return {
    id: nameOfMark(mark, name),
    type: 'Annotation',
    motivation: 'classifying',
    body: told.flatMap(([purpose, value]) =>
      value === null
        ? []
        : { type: 'TextualBody', purpose, value, format: 'text/plain', ...(['describing', 'commenting'].includes(purpose) && { language: 'en' }) },
    ),
    target: {
      type: 'SpecificResource',
      source: { id: url ?? name, type: 'Text', ...(url === null && { format: 'text/plain' }), ...(article.language !== 'und' && { language: article.language }) },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: text.slice(mark.start, mark.end),
          prefix: before.slice(-CONTEXT_CHARACTERS).join(''),
          suffix: behind.slice(0, CONTEXT_CHARACTERS).join(''),
        },
        { type: 'TextPositionSelector', start: charactersBefore(pairs, mark.start), end: charactersBefore(pairs, mark.end) },
      ],
      ...(url !== null && { state: { type: 'TimeState', cached: name } }),
    },
  };
}

/**
 * @param {Source & { id: string }} page
 * @param {Reading} reading
 */
function appearance({ article, text, url, id }, { start, end, by, sentence }) {
  const place = article.sentences[sentence] ?? { start, end };
  const link = url && textFragment(url, text, start, end);
  return {
    '@type': 'CreativeWork',
    isPartOf: { '@id': id },
    text: text.slice(place.start, place.end),
    ...(by && { creditText: by.text }),
    ...(link && { url: link }),
  };
}

/**
 * @param {Mark} left
 * @param {Mark} right
 */
function byPlace(left, right) {
  const [one, other] = [left.finding ?? '', right.finding ?? ''];
  return left.start - right.start || left.end - right.end || (one < other ? -1 : Number(one > other));
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {{ start: number, end: number } | null} the words without white space around them, and with the rest of a
 * word of which they are a piece
 */
function wholeWords(text, start, end) {
  const given = text.slice(start, end);
  const trimmed = given.trim();
  if (trimmed === '') return null;
  let from = start + given.indexOf(trimmed);
  let to = from + trimmed.length;
  if (/^[\p{Alphabetic}\p{N}]/u.test(trimmed)) from -= REST_BEFORE.exec(text.slice(Math.max(0, from - NEAR), from))?.[0].length ?? 0;
  if (/[\p{Alphabetic}\p{N}]$/u.test(trimmed)) to += REST_BEHIND.exec(text.slice(to, to + NEAR))?.[0].length ?? 0;
  return { start: from, end: to };
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} as many words from the beginning of the first line that has any
 */
function firstWords(text, count) {
  const line = text.trim().split('\n')[0].trimEnd();
  return new RegExp(`^(?:\\s*\\S+){0,${count}}`).exec(line)?.[0] ?? '';
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} as many words to the end of the last line that has any
 */
function lastWords(text, count) {
  const line = (text.trim().split('\n').at(-1) ?? '').trimStart();
  const words = line.match(/\S+/g) ?? [];
  // The white space between them stays as it is.
  return words.length <= count ? line : line.slice(line.search(new RegExp(`\\S+(?:\\s+\\S+){${count - 1}}$`)));
}

/**
 * @param {string} words
 * @returns {string} with all but letters and digits of ASCII and `.`, `_`, `~` percent-encoded
 */
function encode(words) {
  // Half of a character, as a damaged text may have it, cannot be encoded.
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[-!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
