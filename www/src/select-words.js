/** @import { Span } from './marks.js' */

import { painted } from './frames.js';

/**
 * Selects words of an article as a reader would, and brings them into view.
 *
 * @param {Element} article whose blocks carry the offset of their first letter as `data-start`
 * @param {Span} span
 */
export async function selectWords(article, { start, end }) {
  const blocks = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('[data-start]')]);
  const block = blocks.findLast((one) => Number(one.dataset.start) <= start);
  if (!block) return;
  // Its marks come a little later than its words, and would end a selection.
  while (block.isConnected && block.hasAttribute('data-bare')) await painted();
  const from = position(block, start - Number(block.dataset.start));
  const to = position(block, end - Number(block.dataset.start));
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: 'center' });
  if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
}

/**
 * @param {Element} block
 * @param {number} offset in UTF-16 units
 * @returns {[node: Node, offset: number] | null}
 */
function position(block, offset) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let rest = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (rest <= length) return [node, rest];
    rest -= length;
  }
  return null;
}

/**
 * The words of an article that are selected.
 *
 * @param {ShadowRoot} root that the article stands in
 * @returns {Span | null} null when nothing is, or something else is
 */
export function wordsSelected(root) {
  const selection = /** @type {any} */ (getSelection());
  // Where the selection does not look into shadow roots, Chromium's older way does.
  const older = /** @type {any} */ (root).getSelection?.();
  const range = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (older?.rangeCount ? older.getRangeAt(0) : null);
  if (!range) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/**
 * @param {Node} node
 * @param {number} offset
 * @returns {number | null} in the article's text
 */
function offsetOf(node, offset) {
  const block = /** @type {HTMLElement | null | undefined} */ (node.parentElement?.closest('[data-start]'));
  if (!block || node.nodeType !== Node.TEXT_NODE) return null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = Number(block.dataset.start);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text === node) return before + offset;
    before += /** @type {Text} */ (text).length;
  }
  return null;
}
