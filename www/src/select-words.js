/** @import { Span } from './marks.js' */

/**
 * Selects words of an article as a reader would, and brings them into view.
 *
 * @param {Element} article whose blocks carry the offset of their first letter as `data-start`
 * @param {Span} span
 */
export function selectWords(article, { start, end }) {
  const blocks = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('[data-start]')]);
  const block = blocks.findLast((one) => Number(one.dataset.start) <= start);
  if (!block) return;
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
