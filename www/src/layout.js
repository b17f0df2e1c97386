/** Where the notes have a column of their own; the style sheet (notes.css) uses the same width. */
export const WIDE = '(min-width: 64rem)';

/** Where the filters are folded; the style sheets (filters.css, later.css) use the same width. */
export const NARROW = '(max-width: 48rem)';

/**
 * A box that would like to stand level with something.
 *
 * @typedef {object} Box
 * @property {number} wanted the top it would like, in pixels
 * @property {number} height in pixels
 */

/**
 * Stacks boxes in order so that none overlaps another and each stands as near to its wanted top as the boxes
 * around it allow. One box may be the anchor: it gets its wanted top, and the others make room above and below,
 * so far as there is room above.
 *
 * @param {readonly Box[]} boxes in the order of their wanted tops
 * @param {number} gap pixels between two boxes
 * @param {number} [anchor] position of the anchor in `boxes`
 * @returns {number[]} the top of each box; never below zero
 */
export function stack(boxes, gap, anchor = -1) {
  /** @type {number[]} */
  const tops = [];
  let floor = 0;
  for (const [index, box] of boxes.entries()) {
    if (index === anchor) {
      // The boxes above need this much, whatever the anchor wants.
      const least = boxes.slice(0, index).reduce((sum, above) => sum + above.height + gap, 0);
      tops.push(Math.max(box.wanted, least));
    } else {
      tops.push(Math.max(box.wanted, floor));
    }
    floor = tops[index] + box.height + gap;
  }
  let ceiling = anchor >= 0 ? tops[anchor] : 0;
  for (let index = anchor - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index], ceiling - gap - boxes[index].height);
    ceiling = tops[index];
  }
  return tops;
}
