/** @import { Part, PartSpan } from '../../pkg/web/variorum.js' */
/** @import { Span } from './marks.js' */

/**
 * A paragraph of an article as it is set on the page.
 *
 * @typedef {Span & { part: Part }} Block
 */

/** Parts that are a paragraph of their own and are set in their own way; a dateline before a lede is not. */
const SET_APART = new Set(['headline', 'dek', 'byline', 'dateline', 'caption', 'note', 'boilerplate']);

/**
 * Cuts a text into paragraphs and names what each is.
 *
 * Empty lines part paragraphs. A text without any, as some pages give it when copied, is parted at every line
 * break. Blocks are in order and hold no space at either end; what lies between them is white space.
 *
 * @param {string} text
 * @param {readonly PartSpan[]} parts the text's parts, in order
 * @returns {Block[]}
 */
export function blocks(text, parts) {
  const gap = /\n[^\S\n]*\n/.test(text.trim()) ? /(?:\r?\n[^\S\n]*){2,}/g : /(?:\r?\n[^\S\n]*)+/g;
  /** @type {Block[]} */
  const found = [];
  let from = 0;
  for (const match of text.matchAll(gap)) {
    push(from, match.index);
    from = match.index + match[0].length;
  }
  push(from, text.length);
  return found;

  /**
   * @param {number} start
   * @param {number} end
   */
  function push(start, end) {
    // A headline may be followed by a single line break only: the borders of such parts cut as well.
    let rest = start;
    for (const { part, start: partStart, end: partEnd } of parts) {
      if (!SET_APART.has(part) || partStart < start || partEnd > end) continue;
      if (!endsLine(text, partEnd, end) || !startsLine(text, partStart, start)) continue;
      pushTrimmed(rest, partStart, 'body');
      pushTrimmed(partStart, partEnd, part);
      rest = partEnd;
    }
    pushTrimmed(rest, end, 'body');
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {Part} part
   */
  function pushTrimmed(start, end, part) {
    const words = text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0) found.push({ part, start: start + lead, end: start + lead + length });
  }
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} limit where the paragraph ends
 */
function endsLine(text, at, limit) {
  return /^[^\S\n]*(\n|$)/.test(text.slice(at, limit));
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} limit where the paragraph starts
 */
function startsLine(text, at, limit) {
  return /(^|\n)[^\S\n]*$/.test(text.slice(limit, at));
}
