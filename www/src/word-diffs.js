/** @import { WordDiff } from '../../pkg/web/variorum.js' */
/** @import { Span } from './marks.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

/** As many diffs as are remembered; a page of sentences has some hundreds. */
const MAX_KEPT = 4000;

/**
 * Word diffs, asked of the engine when they are first wanted and remembered.
 */
export class WordDiffs {
  #host;
  /** @type {Map<string, WordDiff | null>} null while one is on its way, or when it failed */
  #known = new Map();

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {string} left
   * @param {string} right
   * @returns {WordDiff | null} null for as long as the engine has not answered; the host is drawn again when it has
   */
  get = (left, right) => {
    const key = JSON.stringify([left, right]);
    const known = this.#known.get(key);
    if (known === undefined) this.#ask(key, left, right);
    return known ?? null;
  };

  /**
   * @param {string} key
   * @param {string} left
   * @param {string} right
   */
  async #ask(key, left, right) {
    if (this.#known.size >= MAX_KEPT) this.#known.clear();
    this.#known.set(key, null);
    try {
      const diff = await this.#host.client?.diffWords?.(left, right);
      if (diff) this.#known.set(key, diff);
    } catch {
      // The worker went, perhaps for newer text; the next drawing asks again.
      this.#known.delete(key);
      return;
    }
    this.#host.requestUpdate();
  }
}

/**
 * Whether two texts are one text reworded: half of the shorter stands in both. Of texts that have less in common every
 * other word would be set off, which nobody can read.
 *
 * @param {WordDiff} diff
 * @param {string} left
 * @param {string} right
 */
export function isReworded(diff, left, right) {
  const common = diff.edits.reduce(
    (sum, { edit, leftStart, leftEnd }) => (edit === 'equal' ? sum + leftEnd - leftStart : sum),
    0,
  );
  return common * 2 >= Math.min(left.length, right.length);
}

/**
 * The words of one side that the other has not.
 *
 * @param {WordDiff} diff
 * @param {'left' | 'right'} side
 * @param {number} offset of that side's text in the article
 * @returns {Span[]}
 */
export function onlyOn(diff, side, offset) {
  return diff.edits
    .filter(({ edit }) => edit === side)
    .map(({ leftStart, leftEnd, rightStart, rightEnd }) =>
      side === 'left'
        ? { start: offset + leftStart, end: offset + leftEnd }
        : { start: offset + rightStart, end: offset + rightEnd },
    );
}
