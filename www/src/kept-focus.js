/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */

import { painted } from './frames.js';

/** What may take over the focus: no field for words, which would bring up the keyboard of a phone. */
const TAKERS = 'button:not(:disabled), summary, select, [tabindex], input:is([type="checkbox"], [type="radio"])';

/**
 * Sees to it that the focus is never lost: when what has it goes away with an update, and nothing else is given it, what
 * stands nearest to its place takes over. From the top of the page a reader would have to find the way back.
 *
 * @implements {ReactiveController}
 */
export class KeptFocus {
  #host;
  /** @type {Element | null} */
  #focused = null;
  /** @type {[parent: Element | ShadowRoot, position: number][]} where it stands, from the inside out */
  #place = [];
  #isComing = false;

  /** @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment, updateComplete: Promise<unknown> }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get #active() {
    return /** @type {ShadowRoot} */ (this.#host.renderRoot).activeElement;
  }

  hostUpdate() {
    const active = this.#active;
    if (!active) return;
    this.#focused = active;
    this.#place = [];
    for (let element = /** @type {Element | null} */ (active); element; element = element.parentElement) {
      const { parentNode } = element;
      if (parentNode) this.#place.push([/** @type {Element | ShadowRoot} */ (parentNode), positionOf(element)]);
    }
  }

  hostUpdated() {
    if (this.#focused && !this.#isComing) this.#hand();
  }

  async #hand() {
    this.#isComing = true;
    // Who brings something else into view gives it the focus as well; this comes behind that. Besides, whether it can be
    // seen is known once all is laid out: asked before, the whole view would be laid out for the answer.
    await this.#host.updateComplete;
    await painted();
    this.#isComing = false;
    const lost = this.#focused;
    if (!lost || !isLost(lost)) return;
    this.#focused = null;
    const { activeElement } = document;
    const isNowhere = !this.#active && (!activeElement || activeElement === document.body || activeElement.shadowRoot === this.#host.renderRoot);
    if (isNowhere) this.#taker()?.focus();
  }

  /** @returns {HTMLElement | undefined} what stands nearest to the place, rather behind it than before */
  #taker() {
    for (const [parent, position] of this.#place) {
      if (!parent.isConnected) continue;
      const children = [...parent.children];
      for (const child of [...children.slice(position), ...children.slice(0, position).reverse()]) {
        const takers = /** @type {HTMLElement[]} */ ([...(child.matches(TAKERS) ? [child] : []), ...child.querySelectorAll(TAKERS)]);
        const taker = takers.find((one) => one.checkVisibility({ visibilityProperty: true }));
        if (taker) return taker;
      }
    }
    return undefined;
  }
}

/** @param {Element} element that had the focus */
function isLost(element) {
  return !element.isConnected || element.matches(':disabled') || !element.checkVisibility();
}

/** @param {Element} element */
function positionOf(element) {
  let position = 0;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) position += 1;
  return position;
}
