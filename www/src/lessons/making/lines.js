/** @import { Span } from '../../marks.js' */
/** @import { LessonArticle } from '../model.js' */

import { blocks } from '../../blocks.js';

/** Letters in a line of a worksheet; in large print there is room for fewer. */
export const LINE = 84;
export const LARGE_LINE = 52;

/**
 * Breaks a text into lines by a rule of its own, so that a line has one number on the worksheet, on the key, and on the next
 * printer.
 *
 * @param {Pick<LessonArticle, 'text' | 'hasHeadline'>} article
 * @param {number} most letters in a line; a longer word has a line to itself
 * @returns {(Span & { isFirst: boolean, isHead: boolean })[]} in order; `isFirst` begins a paragraph, `isHead` is of the headline
 */
export function linesOf({ text, hasHeadline = true }, most) {
  return blocks(text, []).flatMap(({ start, end }, paragraph) => {
    /** @type {(Span & { isFirst: boolean, isHead: boolean })[]} */
    const lines = [];
    for (const { 0: word, index } of text.slice(start, end).matchAll(/\S+/gu)) {
      const [from, to] = [start + index, start + index + word.length];
      const last = lines.at(-1);
      if (last && to - last.start <= most) last.end = to;
      else lines.push({ start: from, end: to, isFirst: !last, isHead: hasHeadline && paragraph === 0 });
    }
    return lines;
  });
}

/**
 * @param {readonly Span[]} lines
 * @param {number} at a place in the text
 * @returns {number} of its line, from 1
 */
export function lineAt(lines, at) {
  return Math.max(1, lines.findLastIndex(({ start }) => start <= at) + 1);
}
