/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */
/** @import { Box } from './layout.js' */

import { stack } from './layout.js';
import { markOf } from './mark-of.js';

/** Pixels between two notes. */
const GAP = 20;

/** Where the notes have a column of their own; the style sheet (notes.css) uses the same width. */
const WIDE = '(min-width: 64rem)';

/**
 * Stands the notes level with their marks, and the rules of sentences that only this article has in the margin. Both
 * depend on where lines break, which only the laid-out page knows.
 *
 * @implements {ReactiveController}
 */
export class NotesLayout {
  #host;
  #wide = matchMedia(WIDE);
  #resized = new ResizeObserver(() => this.#arrange());
  /** @type {Element | null} */
  #observed = null;

  /** @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment, selected: string | null }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const article = this.#host.renderRoot.querySelector('.paper article');
    if (article !== this.#observed) {
      this.#resized.disconnect();
      if (article) this.#resized.observe(article);
      this.#observed = article;
    }
    this.#arrange();
  }

  hostDisconnected() {
    this.#resized.disconnect();
    this.#observed = null;
  }

  #arrange() {
    const root = this.#host.renderRoot;
    const article = root.querySelector('.paper article');
    const column = /** @type {HTMLElement | null} */ (root.querySelector('.notes ol'));
    if (!article || !column) return;
    ruleMargins(article);
    const notes = /** @type {HTMLElement[]} */ ([...column.querySelectorAll('.note')]);
    if (!this.#wide.matches) {
      column.style.removeProperty('height');
      for (const note of notes) note.style.removeProperty('top');
      return;
    }
    for (const note of notes) note.removeAttribute('data-brief');
    const origin = column.getBoundingClientRect().top;
    const chosen = notes.findIndex((note) => note.dataset.note === this.#host.selected && note.dataset.note);
    const anchor = markOf(article, this.#host.selected ?? '') ? chosen : -1;
    let boxes = boxesOf(notes, article, origin);
    let tops = stack(boxes, GAP, anchor);
    if (anchor > 0 && tops[anchor] > boxes[anchor].wanted) {
      // The notes above leave the chosen one no room beside its mark: they keep their first lines only.
      for (const note of notes.slice(0, anchor)) note.setAttribute('data-brief', '');
      boxes = boxesOf(notes, article, origin);
      tops = stack(boxes, GAP, anchor);
    }
    for (const [index, note] of notes.entries()) note.style.setProperty('top', `${Math.round(tops[index])}px`);
    const end = Math.max(0, ...tops.map((top, index) => top + boxes[index].height));
    column.style.setProperty('height', `${Math.ceil(end)}px`);
  }
}

/**
 * @param {readonly HTMLElement[]} notes
 * @param {Element} article
 * @param {number} origin the top of the notes' column, in pixels
 * @returns {Box[]}
 */
function boxesOf(notes, article, origin) {
  let last = 0;
  return notes.map((note) => {
    const mark = markOf(article, note.dataset.note ?? '');
    // Notes on what this article does not mention follow wherever the others end.
    last = mark ? mark.getClientRects()[0].top - origin : last;
    return { wanted: Math.max(0, last), height: note.offsetHeight };
  });
}

/**
 * A rule stands in the margin, however far into a line its sentence begins: the style sheet moves it back by the
 * distance that is measured here.
 *
 * @param {Element} article
 */
function ruleMargins(article) {
  const sentences = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('.only')]);
  const measured = sentences.map((sentence) => {
    const block = sentence.closest('p, h1');
    const first = sentence.getClientRects()[0];
    if (!block || !first) return 0;
    const { left, right } = block.getBoundingClientRect();
    return block.matches(':dir(rtl)') ? right - first.right : first.left - left;
  });
  for (const [index, sentence] of sentences.entries()) {
    sentence.style.setProperty('--into-line', `${measured[index].toFixed(1)}px`);
  }
}
