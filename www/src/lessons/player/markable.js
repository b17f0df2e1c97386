/** @import { LessonArticle } from '../model.js' */
/** @import { Place } from '../scoring.js' */
/** @import { Span } from '../../marks.js' */
/** @import { DoingWords } from './words.js' */

import { html, nothing } from 'lit';
import { blocks } from '../../blocks.js';
import { wordsOf } from '../words.js';

/**
 * @typedef {object} MarkableGiven
 * @property {LessonArticle} article
 * @property {readonly Place[]} marks
 * @property {readonly Place[]} answers what is shown as right; none before it is revealed
 * @property {boolean} isOpen whether marks can be changed
 * @property {boolean} hasLines
 * @property {DoingWords} words
 * @property {(marks: Place[]) => void} onMarks
 * @property {() => void} onUndo
 */

/** @type {WeakMap<LessonArticle, { start: number, end: number, words: Span[] }[]>} */
const LAID_OUT = new WeakMap();

/**
 * @param {LessonArticle} article
 * @returns {{ start: number, end: number, words: Span[] }[]} its paragraphs, with their words
 */
export function paragraphs(article) {
  const known = LAID_OUT.get(article);
  if (known) return known;
  const all = wordsOf(article.text);
  const found = blocks(article.text, []).map(({ start, end }) => ({ start, end, words: all.filter((word) => word.start >= start && word.end <= end) }));
  LAID_OUT.set(article, found);
  return found;
}

/**
 * A text of which words can be marked: for screen readers a list of which several options can be chosen, with one stop of the
 * Tab key.
 *
 * @param {MarkableGiven} given
 */
export function markable({ article, marks, answers, isOpen, hasLines, words, onMarks, onUndo }) {
  const own = marks.filter((mark) => mark.article === article.id);
  const right = answers.filter((answer) => answer.article === article.id);
  const set = paragraphs(article);
  const flat = set.flatMap((paragraph) => paragraph.words);
  const covers = (/** @type {readonly Span[]} */ spans, /** @type {Span} */ { start, end }) => spans.some((span) => span.start < end && span.end > start);
  let at = 0;
  return html`
    <article class="text" lang="en" aria-label=${article.name}>
      <h3 class="label">${article.name}</h3>
      ${article.altered ? html`<p class="altered" role="note">${words.altered}</p>` : nothing}
      <div
        class=${isOpen ? 'words open' : 'words'}
        role="listbox"
        aria-multiselectable="true"
        aria-readonly=${isOpen ? 'false' : 'true'}
        aria-label=${words.text(article.name)}
        @keydown=${keyed}
        @pointerdown=${pressed}
      >
        ${set.map(
          (paragraph, index) => html`<p role="group" class=${index === 0 && article.hasHeadline !== false ? 'headline' : ''} aria-label=${`${index + 1}`} data-line=${hasLines ? index + 1 : nothing}>${pieces(paragraph)}</p>`,
        )}
      </div>
    </article>
  `;

  /** @param {{ start: number, end: number, words: Span[] }} paragraph */
  function pieces({ start, end, words: those }) {
    let from = start;
    const made = those.map((word, index) => {
      const before = article.text.slice(from, word.start);
      from = word.end;
      const isMarked = covers(own, word);
      const isRight = covers(right, word);
      const joins = isMarked && index > 0 && covers(own, those[index - 1]);
      const position = at++;
      return html`${joins ? html`<span class="mark">${before}</span>` : before}<span
          role="option"
          tabindex=${position === 0 ? 0 : -1}
          data-word=${position}
          class=${`${isMarked ? 'mark' : ''} ${isRight ? 'answer' : ''}`}
          aria-selected=${isMarked ? 'true' : 'false'}
          >${article.text.slice(word.start, word.end)}</span
        >`;
    });
    return [...made, article.text.slice(from, end)];
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {boolean} isOn
   */
  function put(from, to, isOn) {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const chosen = new Set([...flat.keys()].filter((index) => (index >= first && index <= last ? isOn : covers(own, flat[index]))));
    onMarks([...marks.filter((mark) => mark.article !== article.id), ...joined(chosen)]);
  }

  /**
   * @param {ReadonlySet<number>} chosen positions
   * @returns {Place[]} words beside each other in one paragraph as one phrase
   */
  function joined(chosen) {
    /** @type {Place[]} */
    const made = [];
    let position = 0;
    for (const { words: those } of set) {
      let isOpenRun = false;
      for (const { start, end } of those) {
        const last = made.at(-1);
        if (!chosen.has(position)) isOpenRun = false;
        else if (isOpenRun && last) last.end = end;
        else {
          made.push({ article: article.id, start, end });
          isOpenRun = true;
        }
        position += 1;
      }
    }
    return made;
  }

  /** @param {KeyboardEvent} event */
  function keyed(event) {
    const box = /** @type {HTMLElement} */ (event.currentTarget);
    const here = positionOf(event.target);
    if (here === null) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') {
      event.preventDefault();
      if (isOpen) onUndo();
      return;
    }
    if (ctrlKey || metaKey || altKey) return;
    if (key === ' ' || key === 'Enter') {
      event.preventDefault();
      if (isOpen) put(here, here, !covers(own, flat[here]));
      return;
    }
    const to = target(key, here, box);
    if (to === null) return;
    event.preventDefault();
    if (shiftKey && isOpen) put(here, to, true);
    focus(box, to);
  }

  /**
   * @param {string} key
   * @param {number} here
   * @param {HTMLElement} box
   * @returns {number | null} the position that an arrow key leads to
   */
  function target(key, here, box) {
    const last = flat.length - 1;
    if (key === 'ArrowRight') return Math.min(last, here + 1);
    if (key === 'ArrowLeft') return Math.max(0, here - 1);
    if (key === 'Home' || key === 'PageUp') return edge(here, key === 'PageUp' ? -1 : 0);
    if (key === 'End' || key === 'PageDown') return edge(here, key === 'PageDown' ? 1 : 0, key === 'End');
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
    return beside(box, here, key === 'ArrowDown' ? 1 : -1);
  }

  /**
   * @param {number} here
   * @param {number} step paragraphs on
   * @param {boolean} [isEnd]
   */
  function edge(here, step, isEnd = false) {
    let from = 0;
    const starts = set.map(({ words: those }) => {
      const first = from;
      from += those.length;
      return first;
    });
    const paragraph = starts.findLastIndex((first) => first <= here);
    const wanted = Math.max(0, Math.min(set.length - 1, paragraph + step));
    return isEnd ? Math.max(starts[wanted], (starts[wanted + 1] ?? flat.length) - 1) : starts[wanted];
  }

  /** @param {Event} event */
  function pressed(event) {
    const { pointerType, button } = /** @type {PointerEvent} */ (event);
    const here = positionOf(event.target);
    if (!isOpen || here === null || button !== 0) return;
    const box = /** @type {HTMLElement} */ (event.currentTarget);
    // A finger that moves wants to scroll: it marks what it taps.
    if (pointerType === 'touch') {
      const tapped = (/** @type {Event} */ up) => {
        if (positionOf(up.target) === here) put(here, here, !covers(own, flat[here]));
      };
      box.addEventListener('click', tapped, { once: true });
      box.addEventListener('pointercancel', () => box.removeEventListener('click', tapped), { once: true });
      return;
    }
    event.preventDefault();
    focus(box, here);
    const isOn = !covers(own, flat[here]);
    let reached = here;
    const moved = (/** @type {Event} */ move) => {
      reached = positionOf(move.target) ?? reached;
      for (const [index, option] of options(box).entries()) option.classList.toggle('drawn', index >= Math.min(here, reached) && index <= Math.max(here, reached));
    };
    const leave = new AbortController();
    box.addEventListener('pointerover', moved, { signal: leave.signal });
    addEventListener(
      'pointerup',
      () => {
        leave.abort();
        for (const option of options(box)) option.classList.remove('drawn');
        put(here, reached, isOn);
      },
      { once: true },
    );
  }
}

/** @param {EventTarget | null} target @returns {number | null} */
function positionOf(target) {
  const word = target instanceof Element ? target.closest('[data-word]') : null;
  return word ? Number(/** @type {HTMLElement} */ (word).dataset.word) : null;
}

/** @param {HTMLElement} box @returns {HTMLElement[]} */
function options(box) {
  return [...box.querySelectorAll('[data-word]')].map((option) => /** @type {HTMLElement} */ (option));
}

/** @param {HTMLElement} box @param {number} to */
function focus(box, to) {
  for (const [index, option] of options(box).entries()) option.tabIndex = index === to ? 0 : -1;
  options(box)[to]?.focus();
}

/**
 * @param {HTMLElement} box
 * @param {number} here
 * @param {1 | -1} step
 * @returns {number} the word of the next line, or of the line before, that stands nearest below or above
 */
function beside(box, here, step) {
  const all = options(box);
  const { left, top, height } = all[here].getBoundingClientRect();
  let best = here;
  let line = null;
  for (let index = here + step; index >= 0 && index < all.length; index += step) {
    const rect = all[index].getBoundingClientRect();
    if ((rect.top - top) * step < height / 2) continue;
    line ??= rect.top;
    if (Math.abs(rect.top - line) > height / 2) break;
    if (best === here || Math.abs(rect.left - left) < Math.abs(all[best].getBoundingClientRect().left - left)) best = index;
  }
  return best;
}
