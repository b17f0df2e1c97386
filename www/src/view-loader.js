/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { View, ViewModule } from './views/index.js' */

import { LATER } from './views/index.js';

/**
 * Fetches views when they are first wanted. Until one is there, the one before it stays.
 *
 * @implements {ReactiveController}
 */
export class ViewLoader {
  #host;
  /** @type {Map<View, ViewModule>} */
  #modules = new Map();
  /** @type {Map<View, Promise<void>>} */
  #fetching = new Map();
  /** @type {View} the newest view that could be drawn */
  #drawn = 'input';

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    this.fetch(this.#host.view);
  }

  /**
   * @param {View} view the one that is wanted
   * @returns {View} the one to draw: the wanted one, or the one before it for as long as that is on its way
   */
  toDraw(view) {
    if (!LATER[view] || this.#modules.has(view)) this.#drawn = view;
    return this.#drawn;
  }

  /**
   * @param {View} view
   * @returns {ViewModule | undefined} a view that was fetched; those of the first visit are none
   */
  get(view) {
    return this.#modules.get(view);
  }

  /**
   * Fetches a view unless it is there or on its way. A failure is said, and the next call tries again.
   *
   * @param {View} view
   * @returns {Promise<void>} settled when the view can be drawn, or cannot be fetched
   */
  fetch(view) {
    const load = LATER[view];
    if (!load || this.#modules.has(view)) return Promise.resolve();
    const fetching = this.#fetching.get(view) ?? this.#load(view, load);
    this.#fetching.set(view, fetching);
    return fetching;
  }

  /**
   * @param {View} view
   * @param {() => Promise<ViewModule>} load
   */
  async #load(view, load) {
    const host = this.#host;
    try {
      const module = await load();
      const root = /** @type {ShadowRoot} */ (host.renderRoot);
      const sheet = module.styles.styleSheet;
      if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      this.#modules.set(view, module);
      host.failure = null;
    } catch {
      if (host.view === view) {
        host.view = this.#drawn;
        host.failure = host.strings.state.viewFailed;
      }
    }
    this.#fetching.delete(view);
    host.requestUpdate();
  }
}
