// What is known of each article of a report, for the forms of other programs: its text and address, names made from content, and
// places in characters.

/** @import { ArticleReport, Report, Request } from '../../pkg/web/variorum.js' */
/** @import { Mark } from './exchange.js' */

/**
 * What annotations and claims of one article have in common.
 *
 * @typedef {object} Source
 * @property {ArticleReport} article
 * @property {string} text
 * @property {string | null} url
 * @property {string} hash
 * @property {readonly number[]} pairs the units at which characters of two units begin
 */

/**
 * @param {Report} report
 * @param {Request} request
 * @returns {Source[]} of the articles that both have
 */
export function sourcesOf(report, request) {
  return report.articles.flatMap((article) => {
    const given = request.articles.find(({ id }) => id === article.id);
    const hash = report.hashes[article.id];
    if (!given || !hash) return [];
    const pairs = Array.from(given.text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
    return [{ article, text: given.text, url: given.url?.trim() || null, hash, pairs }];
  });
}

/**
 * W3C's selectors count characters, JavaScript counts UTF-16 units.
 *
 * @param {readonly number[]} pairs the units at which characters of two units begin, in order
 * @param {number} unit
 * @returns {number} the characters before it
 */
export function charactersBefore(pairs, unit) {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle] < unit) low = middle + 1;
    else high = middle;
  }
  return unit - low;
}

/**
 * @param {readonly number[]} pairs the units at which characters of two units begin, in order
 * @param {number} character
 * @returns {number} the unit at which it begins: `charactersBefore` turned round
 */
export function unitOf(pairs, character) {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle] - middle < character) low = middle + 1;
    else high = middle;
  }
  return character + low;
}

/**
 * The name of something that is told by these pieces: a UUID of version 8 (RFC 9562) from their hash of FNV-1a.
 *
 * @param {readonly string[]} pieces
 */
export function urn(pieces) {
  const bytes = new TextEncoder();
  const mask = (1n << 128n) - 1n;
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const piece of pieces) {
    // A piece ends with a byte that no text in UTF-8 has.
    for (const byte of [...bytes.encode(piece), 0xff]) hash = ((hash ^ BigInt(byte)) * 0x0000000001000000000000000000013bn) & mask;
  }
  const bits = (hash & ~(0xfn << 76n) & ~(0x3n << 62n)) | (0x8n << 76n) | (0x2n << 62n);
  return `urn:uuid:${bits.toString(16).padStart(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/**
 * @param {string} hash as the report has it
 * @returns {string} the name of the text by RFC 6920
 */
export function nameOfText(hash) {
  const bytes = (hash.slice(hash.indexOf('-') + 1).match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  const base64 = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `ni:///sha-256;${base64}`;
}

/**
 * @param {Pick<Mark, 'finding' | 'group'>} mark
 * @returns {string | null} the finding with the group
 */
export function identifying({ finding, group }) {
  return finding === null || group === null ? finding : `${finding}/${group}`;
}

/**
 * @param {Mark} mark
 * @param {string} text the name of the text that it is in
 * @returns {string} the same for the same mark of the same text
 */
export function nameOfMark(mark, text) {
  return urn([mark.article, text, String(mark.start), String(mark.end), mark.class ?? '', identifying(mark) ?? '']);
}
