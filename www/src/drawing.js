/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */

import { painted } from './frames.js';

/**
 * Puts the drawing of a view behind the frame that answers a key or a click. What answers at once is drawn in the
 * host's own update: the tabs, what is pressed, the chosen mark (chosen.js). The view, which may be long, comes in an
 * update of its own when that has been painted.
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

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    if (this.isDue) {
      this.isDue = false;
      this.#coming = null;
      this.#arrived();
    } else if (!this.#coming) {
      this.#coming = new Promise((resolve) => {
        this.#arrived = resolve;
      });
      painted().then(() => {
        this.isDue = true;
        this.#host.requestUpdate();
      });
    }
  }

  /** Waits until the view shows what the host's last update wanted. */
  async settled() {
    while (this.#coming) await this.#coming;
  }
}
