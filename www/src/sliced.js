import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { guard } from 'lit/directives/guard.js';
import { painted } from './frames.js';

/**
 * As long as the drawing of one slice should take, in milliseconds, so that a key pressed meanwhile is answered soon:
 * styling and painting it takes twice as long again, and two lists are drawn in one frame.
 */
const SLICE_MS = 2.5;

/** How many entries the second slice has; those after it as many as fit into the time. */
const STEP = 3;

/**
 * What an entry is drawn from. It is drawn anew when one of these is another than it was.
 *
 * @typedef {readonly unknown[]} State
 *
 * Gives what to draw for an entry: by `draw` when its turn has come, as it was until then, or by `wait` when it has not
 * been drawn at all; null without the latter. An urgent one is always drawn.
 *
 * @typedef {(id: unknown, state: State, isUrgent: boolean, draw: () => unknown, wait?: () => unknown) => unknown} Entry
 */

/**
 * Draws many entries a few in a frame: the first ones at once, the rest one slice behind the other, and all of them
 * before printing.
 */
class Sliced extends AsyncDirective {
  /** @type {unknown} */
  #key;
  /** @type {(entry: Entry) => unknown} */
  #draw = () => noChange;
  /** @type {Map<unknown, State>} what each entry is drawn from now */
  #drawn = new Map();
  /** @type {Map<unknown, State>} the same while it is drawn */
  #next = this.#drawn;
  #left = 0;
  #step = STEP;
  #isWaiting = false;
  #isComing = false;

  /**
   * @param {unknown} key entries under another key have nothing to do with those before
   * @param {number} first how many entries are drawn at once
   * @param {(entry: Entry) => unknown} draw draws all of it, asking for each entry
   */
  render(key, first, draw) {
    if (key !== this.#key) this.#drawn.clear();
    this.#key = key;
    this.#draw = draw;
    window.addEventListener('beforeprint', this.#drawAll);
    return this.#slice(first);
  }

  /** @override */
  disconnected() {
    window.removeEventListener('beforeprint', this.#drawAll);
  }

  /** @override */
  reconnected() {
    window.addEventListener('beforeprint', this.#drawAll);
    if (this.#isWaiting) this.#goOn();
  }

  /** @param {number} size */
  #slice(size) {
    this.#left = size;
    this.#isWaiting = false;
    this.#next = new Map();
    const drawn = this.#draw(this.#entry);
    this.#drawn = this.#next;
    if (this.#isWaiting) this.#goOn();
    return drawn;
  }

  /** @type {Entry} */
  #entry = (id, state, isUrgent, draw, wait) => {
    let known = this.#drawn.get(id);
    if (!known || known.length !== state.length || known.some((one, index) => one !== state[index])) {
      if (isUrgent || this.#left > 0) known = state;
      else this.#isWaiting = true;
      this.#left -= 1;
    }
    if (!known) return wait ? guard([this.#key, id], wait) : null;
    this.#next.set(id, known);
    return guard([this.#key, id, ...known], draw);
  };

  async #goOn() {
    if (this.#isComing) return;
    this.#isComing = true;
    await painted();
    this.#isComing = false;
    if (!this.isConnected || !this.#isWaiting) return;
    const start = performance.now();
    this.setValue(this.#slice(this.#step));
    const share = SLICE_MS / Math.max(0.1, performance.now() - start);
    this.#step = Math.max(1, Math.round(this.#step * Math.min(2, share)));
  }

  #drawAll = () => this.setValue(this.#slice(Infinity));
}

export const sliced = directive(Sliced);
