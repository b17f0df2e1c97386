/**
 * A stretch of text that something is said about. Offsets are UTF-16 units, end exclusive.
 *
 * @typedef {object} Span
 * @property {number} start
 * @property {number} end
 */

/**
 * A stretch of text under one and the same set of spans.
 *
 * @template {Span} S
 * @typedef {object} Segment
 * @property {number} start
 * @property {number} end
 * @property {S[]} spans the spans that cover it, the shortest first, so that the first is the one to act on
 */

/**
 * Cuts `[start, end)` at the borders of the spans, so that spans which overlap or nest can be drawn without
 * nesting one element in another.
 *
 * The segments are in order, none is empty, and together they cover `[start, end)` exactly. Spans that reach
 * beyond it are cut; empty spans and those outside are left out.
 *
 * ```js
 * segment(0, 9, [{ start: 0, end: 6 }, { start: 4, end: 8 }]).map(({ start, end }) => [start, end]);
 * // [[0, 4], [4, 6], [6, 8], [8, 9]]
 * ```
 *
 * @template {Span} S
 * @param {number} start
 * @param {number} end
 * @param {readonly S[]} spans in any order; among equally long spans the earlier in this list comes first
 * @returns {Segment<S>[]}
 */
export function segment(start, end, spans) {
  const inside = spans.filter((span) => span.start < span.end && span.start < end && span.end > start);
  const borders = new Set([start, end]);
  for (const span of inside) {
    borders.add(Math.max(start, span.start));
    borders.add(Math.min(end, span.end));
  }
  const cuts = [...borders].sort((left, right) => left - right);
  const opening = [...inside].sort((left, right) => left.start - right.start);
  const segments = [];
  /** @type {S[]} */
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index];
    while (next < opening.length && opening[next].start <= from) {
      open.push(opening[next]);
      next += 1;
    }
    open = open.filter((span) => span.end > from);
    segments.push({ start: from, end: cuts[index + 1], spans: shortestFirst(open) });
  }
  return segments;
}

/**
 * @template {Span} S
 * @param {readonly S[]} spans
 */
function shortestFirst(spans) {
  return [...spans].sort((left, right) => left.end - left.start - (right.end - right.start));
}

/**
 * The spans that reach into each of several stretches of a text.
 *
 * @template {Span} S
 * @param {readonly Span[]} stretches in order, apart from each other
 * @param {readonly S[]} spans in the order of their starts
 * @returns {S[][]} for each stretch
 */
export function spread(stretches, spans) {
  let from = 0;
  return stretches.map(({ start, end }) => {
    while (from < spans.length && spans[from].end <= start) from += 1;
    /** @type {S[]} */
    const inside = [];
    for (let at = from; at < spans.length && spans[at].start < end; at += 1) {
      if (spans[at].end > start) inside.push(spans[at]);
    }
    return inside;
  });
}
