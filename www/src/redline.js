// Two versions of a text in one: what both have, what went, what came, and what was moved.

/** @import { SharedRun, WordDiff } from '../../pkg/web/variorum.js' */
/** @import { Span } from './marks.js' */

/** @typedef {WordDiff['edits'][number]} Edit */

/**
 * A stretch of the redline.
 *
 * @typedef {object} Piece
 * @property {'equal' | 'left' | 'right'} side who has it
 * @property {string} text
 * @property {number | null} move ties a stretch that went to the same words where they came; from 1
 */

/** As much of a run of words that went from one place must have come at another, in per cent, to be called moved. */
const MOVED_SHARE = 80;

/**
 * @param {object} given
 * @param {WordDiff} given.diff
 * @param {string} given.leftText
 * @param {string} given.rightText
 * @param {readonly SharedRun[]} given.shared words that articles have in common
 * @param {string} given.left id of the left article
 * @param {string} given.right id of the right one
 * @returns {Piece[]} whose texts of `equal` and `right` make the right text; those of `left` are what it has not
 */
export function redline({ diff, leftText, rightText, shared, left, right }) {
  const moves = movesOf(diff, shared, left, right);
  /** @type {Piece[]} */
  const pieces = [];
  for (const { edit, leftStart, leftEnd, rightStart, rightEnd } of joined(diff.edits, leftText, rightText)) {
    const [start, end, text] = edit === 'left' ? [leftStart, leftEnd, leftText] : [rightStart, rightEnd, rightText];
    const spans = edit === 'equal' ? [] : moves.map((move) => move[edit]);
    for (const { start: from, end: to, move } of cut(start, end, spans)) {
      pieces.push({ side: edit, text: text.slice(from, to), move });
    }
  }
  return pieces;
}

/**
 * Puts changes together that nothing but a space parts: a rewritten phrase reads as one that went and one that came, and
 * not word by word in turns. Changes that reach over the end of a paragraph stay as they are.
 *
 * @param {readonly Edit[]} edits
 * @param {string} leftText
 * @param {string} rightText
 * @returns {Edit[]} whose texts of `equal` and `right` make the same text as before
 */
function joined(edits, leftText, rightText) {
  /** @type {Edit[]} */
  const result = [];
  for (let at = 0; at < edits.length; at += 1) {
    let last = at;
    while (isJoining(edits[last]) && (isJoining(edits[last + 1]) || (isSpace(edits[last + 1]) && isJoining(edits[last + 2])))) {
      last += isJoining(edits[last + 1]) ? 1 : 2;
    }
    const run = edits.slice(at, last + 1);
    const isBoth = ['left', 'right'].every((side) => run.some(({ edit }) => edit === side));
    result.push(...(isBoth ? oneEach(run) : run));
    at = last;
  }
  return result;

  /** @param {Edit | undefined} given */
  function isJoining(given) {
    return given !== undefined && given.edit !== 'equal' && !textOf(given).includes('\n');
  }

  /** @param {Edit | undefined} given */
  function isSpace(given) {
    return given !== undefined && given.edit === 'equal' && /^[^\S\n]*$/.test(textOf(given));
  }

  /** @param {Edit} given */
  function textOf({ edit, leftStart, leftEnd, rightStart, rightEnd }) {
    return edit === 'right' ? rightText.slice(rightStart, rightEnd) : leftText.slice(leftStart, leftEnd);
  }
}

/**
 * @param {readonly Edit[]} run of changes
 * @returns {Edit[]} all that went, and all that came
 */
function oneEach(run) {
  const { leftStart, rightStart } = run[0];
  const { leftEnd, rightEnd } = run[run.length - 1];
  return [
    { edit: 'left', leftStart, leftEnd, rightStart, rightEnd: rightStart },
    { edit: 'right', leftStart: leftEnd, leftEnd, rightStart, rightEnd },
  ];
}

/**
 * The runs of words that went from one place and came at another, in the order in which they went.
 *
 * @param {WordDiff} diff
 * @param {readonly SharedRun[]} shared
 * @param {string} left
 * @param {string} right
 * @returns {{ left: Span, right: Span }[]}
 */
function movesOf({ edits }, shared, left, right) {
  const went = edits.flatMap(({ edit, leftStart, leftEnd }) => (edit === 'left' ? [{ start: leftStart, end: leftEnd }] : []));
  const came = edits.flatMap(({ edit, rightStart, rightEnd }) =>
    edit === 'right' ? [{ start: rightStart, end: rightEnd }] : [],
  );
  return shared
    .flatMap(({ spans }) => {
      const from = spans.find(({ article }) => article === left);
      const to = spans.find(({ article }) => article === right);
      return from && to && covered(from, went) && covered(to, came) ? [{ left: from, right: to }] : [];
    })
    .sort((one, other) => one.left.start - other.left.start);
}

/**
 * Whether most of a span lies within others.
 *
 * @param {Span} span
 * @param {readonly Span[]} others that do not overlap
 */
function covered(span, others) {
  const inside = others.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return inside * 100 >= (span.end - span.start) * MOVED_SHARE;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {readonly Span[]} moves
 * @returns {{ start: number, end: number, move: number | null }[]} which together cover the stretch
 */
function cut(start, end, moves) {
  const borders = moves.flatMap((move) => [move.start, move.end]).filter((border) => start < border && border < end);
  const cuts = [...new Set([start, ...borders, end])].sort((one, other) => one - other);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    const move = moves.findIndex((given) => given.start <= from && to <= given.end);
    return { start: from, end: to, move: move < 0 ? null : move + 1 };
  });
}

/**
 * Gathers pieces into paragraphs, at every line break.
 *
 * @param {readonly Piece[]} pieces
 * @returns {Piece[][]} none of them empty
 */
export function inParagraphs(pieces) {
  /** @type {Piece[][]} */
  const paragraphs = [[]];
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split(/\s*\n\s*/).entries()) {
      if (index > 0) paragraphs.push([]);
      if (text) paragraphs[paragraphs.length - 1].push({ ...piece, text });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/**
 * How much of the shorter text both have, in per cent.
 *
 * @param {WordDiff} diff
 * @param {number} leftLength
 * @param {number} rightLength
 */
export function commonShare({ edits }, leftLength, rightLength) {
  const common = edits.reduce((sum, { edit, leftStart, leftEnd }) => (edit === 'equal' ? sum + leftEnd - leftStart : sum), 0);
  return Math.round((common * 100) / Math.max(1, Math.min(leftLength, rightLength)));
}
