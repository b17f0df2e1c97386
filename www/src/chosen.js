/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */

/**
 * Shows which marks are chosen, and which article. They are few among thousands: they are set by hand in every update,
 * so that choosing another needs no text to be drawn anew, and shows in the very next frame.
 *
 * @implements {ReactiveController}
 */
export class Chosen {
  #host;

  /** @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment, selected: string | null, base: string }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    for (const item of this.#host.renderRoot.querySelectorAll('.articles [data-article]')) {
      const isRead = item.getAttribute('data-article') === this.#host.base;
      item.classList.toggle('is-base', isRead);
      item.querySelector('.article-link')?.setAttribute('aria-current', String(isRead));
    }
    const text = this.#host.renderRoot.querySelector('.paper article, .level');
    if (!text) return;
    const id = this.#host.selected;
    const chosen = id ? text.querySelectorAll(`[data-findings~="${CSS.escape(id)}"]`) : [];
    const before = new Set(text.querySelectorAll('.mark.selected'));
    for (const mark of chosen) if (!before.delete(mark)) show(mark, true);
    for (const mark of before) show(mark, false);
  }
}

/**
 * @param {Element} mark
 * @param {boolean} isChosen
 */
function show(mark, isChosen) {
  mark.classList.toggle('selected', isChosen);
  mark.part.toggle('selected', isChosen);
  if (mark.hasAttribute('aria-pressed')) mark.setAttribute('aria-pressed', String(isChosen));
}
