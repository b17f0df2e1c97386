/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */

import { painted } from './frames.js';

/** Keys and clicks that follow each other within this time come in a row, and how long one may keep the view waiting. */
const ROW_MS = 100;
const LONGEST_ROW_MS = 1000;

/** How long a key that comes alone may: the next of a row, or its own release, may be on its way already. */
const KEY_MS = 50;

/**
 * Puts the drawing of a view behind the frame that answers a key or a click. What answers at once is drawn in the
 * host's own update: the tabs, what is pressed, the chosen mark (chosen.js). The view, which may be long, comes in an
 * update of its own when that has been painted; while keys come in a row, as of one that is held down, when they rest.
 *
 * @implements {ReactiveController}
 */
export class Drawing {
  /** Whether this update draws the view; the first one does, so that a page stands at once. */
  isDue = true;

  #host;
  /** @type {Promise<void> | null} settled when the view shows what is wanted now */
  #coming = null;
  #arrived = () => {};
  /** When the last key or click came, and how long the view waits behind it for another, in milliseconds. */
  #last = -Infinity;
  #pause = 0;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    for (const name of EVENTS) window.addEventListener(name, this.#press, true);
  }

  hostDisconnected() {
    for (const name of EVENTS) window.removeEventListener(name, this.#press, true);
  }

  #press = (/** @type {Event} */ { timeStamp, type }) => {
    this.#pause = timeStamp - this.#last < ROW_MS ? ROW_MS : type === 'keydown' ? KEY_MS : 0;
    this.#last = timeStamp;
  };

  hostUpdated() {
    if (this.isDue) {
      this.isDue = false;
      this.#coming = null;
      this.#arrived();
    } else if (!this.#coming) {
      this.#coming = new Promise((resolve) => {
        this.#arrived = resolve;
      });
      this.#draw();
    }
  }

  async #draw() {
    const latest = performance.now() + LONGEST_ROW_MS;
    await painted();
    for (let now = performance.now(); now < Math.min(this.#last + this.#pause, latest); now = performance.now()) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(this.#last + this.#pause, latest) - now));
    }
    this.isDue = true;
    this.#host.requestUpdate();
  }

  /** Waits until the view shows what the host's last update wanted. */
  async settled() {
    while (this.#coming) await this.#coming;
  }
}

const EVENTS = ['keydown', 'click'];
