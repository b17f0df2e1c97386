// Paragraphs from glyphs at places: a PDF says where words stand and not how they belong together.

/** @import { LeftOut } from './page.js' */

/**
 * Some glyphs in one go, in points from the lower left corner of the page.
 *
 * @typedef {object} Glyphs
 * @property {string} text
 * @property {number} x
 * @property {number} y of the baseline
 * @property {number} width
 * @property {number} size of the type
 */

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {number} x
 * @property {number} end
 * @property {number} y
 * @property {number} size
 * @property {number} page
 */

/** Lines further apart than this many times the usual distance are of two paragraphs. */
const PARAGRAPH_GAP = 1.3;

/** Sizes of type that differ by more than this share are of two paragraphs: a headline, a caption. */
const SIZE_CHANGE = 0.12;

/** A line that ends this much of the column's width before the others was ended on purpose. */
const SHORT_LINE = 0.12;

/**
 * @param {readonly Glyphs[][]} pages in the order of the file, which is the order of reading in all but odd files
 * @returns {{ paragraphs: string[], leftOut: LeftOut[] }}
 */
export function layOut(pages) {
  const lines = pages.flatMap((glyphs, page) => linesOf(glyphs, page));
  const running = runningLines(lines, pages.length);
  const text = lines.filter((line) => !running.has(line));
  const words = new Set(text.flatMap(({ text: line }) => line.toLowerCase().match(/[\p{L}-]+/gu) ?? []));
  const gap = usualGap(text);
  const byPage = pages.map((_, page) => text.filter((line) => line.page === page));
  /** @type {string[]} */
  const paragraphs = [];
  /** @type {Line | null} */
  let before = null;
  for (const line of text) {
    const last = paragraphs.length - 1;
    if (before && goesOn(before, line, gap, columnEnd(byPage[before.page], before))) paragraphs[last] = join(paragraphs[last], line.text, words);
    else paragraphs.push(line.text);
    before = line;
  }
  const leftOut = [...new Set([...running].map((line) => line.text))].map((line) => ({ reason: /** @type {const} */ ('around'), text: line, after: '' }));
  return { paragraphs, leftOut };
}

/**
 * @param {readonly Glyphs[]} glyphs
 * @param {number} page
 * @returns {Line[]}
 */
function linesOf(glyphs, page) {
  /** @type {Line[]} */
  const lines = [];
  for (const { text, x, y, width, size } of glyphs) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < size * 0.5 && x > line.end - size && x < line.end + size * 4) {
      const isApart = x - line.end > size * 0.12 && !/\s$/.test(line.text) && !/^\s/.test(text);
      line.text += (isApart ? ' ' : '') + text;
      line.end = Math.max(line.end, x + width);
      line.size = Math.max(line.size, text.trim() ? size : 0);
    } else if (text.trim()) {
      lines.push({ text, x, y, end: x + width, size, page });
    }
  }
  for (const line of lines) line.text = line.text.replace(/[\s\u00a0\u0000]+/g, ' ').trim();
  return lines.filter(({ text }) => text !== '');
}

/**
 * What stands at the head and the foot of each page: page numbers, and lines that come again.
 *
 * @param {readonly Line[]} lines
 * @param {number} pages
 * @returns {Set<Line>}
 */
function runningLines(lines, pages) {
  const key = (/** @type {Line} */ line) => line.text.replace(/\d+/g, '0').toLowerCase();
  /** @type {Map<string, Set<number>>} */
  const seen = new Map();
  /** @type {Line[]} */
  const edges = [];
  for (let page = 0; page < pages; page += 1) {
    const here = lines.filter((line) => line.page === page).sort((left, right) => right.y - left.y);
    for (const line of new Set([...here.slice(0, 2), ...here.slice(-2)])) {
      edges.push(line);
      seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(page));
    }
  }
  const isNumber = (/** @type {string} */ text) => /^(page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(\s*(of|\/)\s*\d{1,4})?$/i.test(text);
  return new Set(edges.filter((line) => isNumber(line.text) || (pages > 1 && (seen.get(key(line))?.size ?? 0) > pages / 2)));
}

/**
 * @param {readonly Line[]} lines
 * @returns {number} the distance from line to line that is the most frequent, in sizes of the type
 */
function usualGap(lines) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || before.y <= line.y) continue;
    const gap = Math.round(((before.y - line.y) / line.size) * 10) / 10;
    found.set(gap, (found.get(gap) ?? 0) + 1);
  }
  const [usual] = [...found].sort(([left, many], [right, more]) => more - many || left - right)[0] ?? [1.2];
  return Math.min(Math.max(usual, 0.9), 2.5);
}

/**
 * @param {readonly Line[]} lines of its page
 * @param {Line} line
 * @returns {number} where the lines of its column end
 */
function columnEnd(lines, line) {
  const column = lines.filter(({ x, size }) => Math.abs(x - line.x) < size * 3);
  return Math.max(...column.map(({ end }) => end));
}

/**
 * @param {Line} before
 * @param {Line} line
 * @param {number} gap
 * @param {number} columnEnd
 */
function goesOn(before, line, gap, columnEnd) {
  const isOtherType = Math.abs(before.size - line.size) > line.size * SIZE_CHANGE;
  if (isOtherType || /^[•▪‣]/.test(line.text)) return false;
  const isEnded = /[.!?…:]["'”’)\]]*$/.test(before.text);
  const isShort = columnEnd - before.end > (columnEnd - before.x) * SHORT_LINE;
  // At the head of a page or a column only the words can tell.
  if (before.page !== line.page || line.y > before.y) return !isEnded && (!isShort || /^\p{Ll}/u.test(line.text));
  const isFar = before.y - line.y > line.size * gap * PARAGRAPH_GAP;
  const isIndented = line.x - before.x > line.size * 0.8 && line.x - before.x < line.size * 5 && isEnded;
  return !isFar && !isIndented && !(isShort && isEnded);
}

/**
 * @param {string} left
 * @param {string} right
 * @param {Set<string>} words all that the text has
 */
function join(left, right, words) {
  const stem = /(\p{L}+)[-\u00ad\u2010]$/u.exec(left)?.[1];
  const tail = /^\p{Ll}\p{L}*/u.exec(right)?.[0];
  if (!stem || !tail) return `${left} ${right}`;
  // "well-" and "known" keep their hyphen where the text has the whole with one.
  return words.has(`${stem}-${tail}`.toLowerCase()) ? left + right : left.slice(0, -1) + right;
}
