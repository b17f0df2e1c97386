/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */
/** @import { Box } from './layout.js' */

import { stack, WIDE } from './layout.js';

/** Pixels between two notes. */
const GAP = 20;

/** As many notes above the chosen one as keep their first lines when there is no room for them whole. */
const MAX_BRIEF = 12;

/** As many of these as stay although the chosen one has to stand lower for it. */
const MIN_KEPT = 3;

/** As many notes to either side of the chosen one as are seen to move, and for how long, in milliseconds. */
const NEAR = 6;
const MOTION_MS = 150;

/**
 * Stands the notes level with their marks, and the rules of sentences that only this article has in the margin. Both
 * depend on where lines break, which only the laid-out page knows: so it is measured once in a frame, when all that
 * was to be drawn for it has been.
 *
 * @implements {ReactiveController}
 */
export class NotesLayout {
  #host;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #resized = new ResizeObserver(() => this.#measureAnew());
  /** Marks take no room: drawn or taken away, they move nothing but themselves. */
  #drawn = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const block = /** @type {Element} */ (target).closest('[data-start]');
      if (block) this.#marks.delete(block);
      else this.#marks = new WeakMap();
    }
    this.#plan();
  });
  /** Notes out of sight have no more than a guess of their height until they are scrolled to. */
  #seen = new ResizeObserver(() => this.#plan());
  #added = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) this.#seen.observe(node);
    this.#plan();
  });
  /** @type {Element | null} */
  #article = null;
  #isPlanned = false;
  /** @type {string | undefined} id of the finding whose note was brought into view last */
  #shown;
  /** @type {WeakMap<Element, Map<string, number>>} for each paragraph measured, how far below the article's top the first
   * mark of a finding stands, in pixels */
  #marks = new WeakMap();
  /** @type {WeakMap<HTMLElement, number>} heights of notes while all of them was shown, in pixels */
  #heights = new WeakMap();

  /** @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment, holds: (query: string) => boolean }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const article = this.#host.renderRoot.querySelector('.paper article');
    if (article !== this.#article) {
      this.hostDisconnected();
      const column = this.#host.renderRoot.querySelector('.notes ol');
      if (article && column) {
        this.#resized.observe(article);
        this.#drawn.observe(article, { childList: true, subtree: true });
        this.#added.observe(column, { childList: true });
        for (const note of column.children) this.#seen.observe(note);
      }
      this.#article = article;
      this.#marks = new WeakMap();
    }
    this.#plan();
  }

  hostDisconnected() {
    this.#resized.disconnect();
    this.#drawn.disconnect();
    this.#added.disconnect();
    this.#seen.disconnect();
    this.#article = null;
  }

  #measureAnew() {
    this.#marks = new WeakMap();
    this.#plan();
  }

  #plan() {
    if (this.#isPlanned || !this.#article) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#arrange();
    });
  }

  #arrange() {
    const article = this.#article;
    const column = /** @type {HTMLElement | null} */ (this.#host.renderRoot.querySelector('.notes ol'));
    if (!article || !column) return;
    const marks = this.#measured(article);
    const notes = /** @type {HTMLElement[]} */ ([...column.children]);
    if (!this.#host.holds(WIDE)) {
      column.style.removeProperty('height');
      for (const note of notes) note.style.removeProperty('top');
      return;
    }
    const boxes = this.#boxesOf(notes, marks, article.getBoundingClientRect().top - column.getBoundingClientRect().top);
    // Not by what is chosen now, whose note may be drawn only a frame later: until then all stay where they are.
    const chosen = notes.findIndex(({ classList }) => classList.contains('selected'));
    const anchor = marks.has(notes[chosen]?.dataset.note ?? '') ? chosen : -1;
    const first = this.#makeRoom(notes, boxes, anchor);
    const tops = stack(boxes.slice(first), GAP, anchor - first);
    for (const [index, top] of tops.entries()) {
      const { style } = notes[first + index];
      const [before, wanted] = [style.top, `${Math.round(top)}px`];
      if (before === wanted) continue;
      style.top = wanted;
      // Only what is near moves before the eye; the rest, and what is new, is simply there.
      if (before && anchor >= 0 && Math.abs(first + index - anchor) < NEAR) this.#move(notes[first + index], before, wanted);
    }
    const end = tops.reduce((lowest, top, index) => Math.max(lowest, top + boxes[first + index].height), 0);
    column.style.setProperty('height', `${Math.ceil(end)}px`);
    this.#show(notes[chosen], column, tops[chosen - first] ?? 0);
  }

  /**
   * Brings a note into view when it is chosen, once: a mark near the foot of the window has its note below that.
   *
   * @param {HTMLElement | undefined} chosen
   * @param {HTMLElement} column
   * @param {number} top where it will stand in the column, in pixels: it may still be on its way
   */
  #show(chosen, column, top) {
    const id = chosen?.dataset.note;
    const isNew = id !== this.#shown;
    this.#shown = id;
    if (!chosen || !isNew) return;
    const start = column.getBoundingClientRect().top + top;
    const hidden = start + chosen.offsetHeight + GAP - window.innerHeight;
    // Its own beginning stays in sight.
    const by = Math.min(hidden, start - GAP);
    if (by > 0) window.scrollBy({ top: by, behavior: this.#calm.matches ? 'instant' : 'smooth' });
  }

  /**
   * Lets a note be seen to move to where it stands already: this way nothing is laid out on the way.
   *
   * @param {HTMLElement} note
   * @param {string} from
   * @param {string} to
   */
  #move(note, from, to) {
    if (this.#calm.matches) return;
    note.animate([{ translate: `0 ${parseFloat(from) - parseFloat(to)}px` }, { translate: '0' }], { duration: MOTION_MS, easing: 'ease-out' });
  }

  /**
   * Measures the paragraphs that changed since they were measured last.
   *
   * @param {Element} article
   * @returns {Map<string, number>} how far below the article's top the first mark of a finding stands, in pixels
   */
  #measured(article) {
    const blocks = [...article.querySelectorAll('[data-start]')];
    const anew = blocks.filter((block) => !this.#marks.has(block));
    if (anew.length > 0) {
      const origin = article.getBoundingClientRect().top;
      for (const block of anew) this.#marks.set(block, markTops(block, origin));
      ruleMargins(anew);
    }
    /** @type {Map<string, number>} */
    const first = new Map();
    for (const block of blocks) for (const [finding, top] of this.#marks.get(block) ?? []) if (!first.has(finding)) first.set(finding, top);
    return first;
  }

  /**
   * @param {readonly HTMLElement[]} notes
   * @param {Map<string, number>} marks how far below the article's top each stands, in pixels
   * @param {number} offset of the article's top from the column's, in pixels
   * @returns {Box[]}
   */
  #boxesOf(notes, marks, offset) {
    let last = 0;
    return notes.map((note) => {
      const top = marks.get(note.dataset.note ?? '');
      // Notes on what this article does not mention follow wherever the others end.
      last = top === undefined ? last : top + offset;
      const isWhole = !note.hasAttribute('data-brief') && !note.hasAttribute('data-away');
      const height = isWhole ? note.offsetHeight : (this.#heights.get(note) ?? 0);
      this.#heights.set(note, height);
      return { wanted: Math.max(0, last), height };
    });
  }

  /**
   * Makes room for the chosen note beside its mark: where the notes above it have no room whole, the nearest of them
   * keep their first lines, and those for which not even that is enough are put away until it is let go.
   *
   * @param {readonly HTMLElement[]} notes
   * @param {Box[]} boxes given the heights that are left
   * @param {number} anchor position of the chosen one, or -1
   * @returns {number} position of the first note that stays
   */
  #makeRoom(notes, boxes, anchor) {
    const needed = boxes.slice(0, Math.max(0, anchor)).reduce((sum, { height }) => sum + height + GAP, 0);
    const isTight = anchor > 0 && needed > boxes[anchor].wanted;
    const firstBrief = isTight ? Math.max(0, anchor - MAX_BRIEF) : 0;
    for (const [index, note] of notes.entries()) {
      note.toggleAttribute('data-brief', isTight && index >= firstBrief && index < anchor);
    }
    let first = isTight ? anchor : 0;
    for (let left = boxes[anchor]?.wanted ?? 0; first > firstBrief; first -= 1) {
      boxes[first - 1].height = notes[first - 1].offsetHeight;
      left -= boxes[first - 1].height + GAP;
      if (left < 0 && anchor - first >= MIN_KEPT) break;
    }
    for (const [index, note] of notes.entries()) note.toggleAttribute('data-away', index < first);
    return first;
  }
}

/**
 * @param {Element} block a paragraph
 * @param {number} origin the article's top
 * @returns {Map<string, number>}
 */
function markTops(block, origin) {
  /** @type {Map<string, number>} */
  const tops = new Map();
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll('[data-findings]'))) {
    const added = mark.dataset.findings?.split(' ').filter((finding) => !tops.has(finding)) ?? [];
    if (added.length === 0) continue;
    const top = mark.getClientRects()[0].top - origin;
    for (const finding of added) tops.set(finding, top);
  }
  return tops;
}

/**
 * A rule stands in the margin, however far into a line its sentence begins: the style sheet moves it back by the
 * distance that is measured here.
 *
 * @param {readonly Element[]} blocks paragraphs
 */
function ruleMargins(blocks) {
  const sentences = /** @type {HTMLElement[]} */ (blocks.flatMap((block) => [...block.querySelectorAll('.only')]));
  const measured = sentences.map((sentence) => {
    const block = sentence.closest('p, h1');
    const first = sentence.getClientRects()[0];
    if (!block || !first) return 0;
    const { left, right } = block.getBoundingClientRect();
    return block.matches(':dir(rtl)') ? right - first.right : first.left - left;
  });
  for (const [index, sentence] of sentences.entries()) {
    const wanted = `${measured[index].toFixed(1)}px`;
    if (sentence.style.getPropertyValue('--into-line') !== wanted) sentence.style.setProperty('--into-line', wanted);
  }
}
