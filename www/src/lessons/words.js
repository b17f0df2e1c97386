/** @import { Span } from '../marks.js' */

/** Letters and figures, with what holds them together: `7.40`, `two-thirds`, `union’s`, `£2.4`. */
const WORD = /[\p{L}\p{N}\p{M}\p{Sc}]+(?:[.,:’'‐‑-][\p{L}\p{N}\p{M}]+)*%?/gu;

/**
 * The words of a text, which is what marks are counted in: a reader marks words, and half a word is a slip of the finger.
 *
 * @param {string} text
 * @returns {Span[]} in order, apart from each other; UTF-16 units
 */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/**
 * @param {readonly Span[]} words in order
 * @param {Span} span
 * @returns {[number, number]} positions of the first word that the span touches, and of the one behind the last
 */
export function wordsIn(words, { start, end }) {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (words[middle].end <= start) from = middle + 1;
    else to = middle;
  }
  let behind = from;
  while (behind < words.length && words[behind].start < end) behind += 1;
  return [from, behind];
}
