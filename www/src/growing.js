import { html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ref } from 'lit/directives/ref.js';

/** As many rows as fill most screens, drawn at once. */
const FIRST = 16;

/** How many rows are added in a frame, for as long as the end is near. */
const STEP = 16;

/** How near the end may come, in pixels: about two screens. */
const NEAR = 1600;

/**
 * @typedef {(more: (count: number) => string) => unknown} More draws the button that adds rows, or nothing
 * @typedef {(limit: number, more: More) => unknown} Draw
 */

/**
 * A list that is drawn from its beginning and grows as its end comes near: by itself while one scrolls, by a button for
 * the keyboard, and whole before printing.
 */
class Growing extends AsyncDirective {
  #limit = FIRST;
  #key = '';
  #total = 0;
  /** @type {Draw} */
  #draw = () => nothing;
  #near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#grow(STEP), {
    rootMargin: `${NEAR}px`,
  });
  #end = ref((element) => this.#watch(element));
  /** @type {Element | undefined} */
  #watched;
  #beforePrint = () => this.#grow(Infinity);

  /**
   * @param {number} total
   * @param {number} wanted position of a row that has to be drawn, or -1
   * @param {string} key a list under another key begins anew
   * @param {Draw} draw
   */
  render(total, wanted, key, draw) {
    if (key !== this.#key) this.#limit = FIRST;
    this.#key = key;
    this.#total = total;
    this.#draw = draw;
    this.#limit = Math.max(this.#limit, wanted + FIRST);
    this.reconnected();
    return this.#drawn();
  }

  /** @override */
  disconnected() {
    this.#watch(undefined);
    window.removeEventListener('beforeprint', this.#beforePrint);
  }

  /** @override */
  reconnected() {
    window.addEventListener('beforeprint', this.#beforePrint);
  }

  #drawn() {
    return this.#draw(this.#limit, (name) => {
      const rest = this.#total - this.#limit;
      if (rest <= 0) return nothing;
      return html`
        <p class="more" ${this.#end}>
          <button type="button" class="button" @click=${() => this.#grow(STEP)}>${name(rest)}</button>
        </p>
      `;
    });
  }

  /** @param {number} by */
  #grow(by) {
    if (this.#limit >= this.#total) return;
    this.#limit += by;
    this.setValue(this.#drawn());
    // The observer tells of changes alone: an end that is still near has to be watched anew.
    this.#watch(this.#watched);
  }

  /** @param {Element | undefined} end */
  #watch(end) {
    this.#near.disconnect();
    this.#watched = end;
    if (end) this.#near.observe(end);
  }
}

export const growing = directive(Growing);
