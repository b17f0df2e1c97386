/** @import { ReactiveController, TemplateResult } from 'lit' */
/** @import { LaterStrings, Strings } from './strings/index.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { View, ViewGiven, ViewModule } from './views/index.js' */

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
  /** @type {WeakMap<Strings, LaterStrings>} what these views say, in each language that was wanted */
  #words = new WeakMap();
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
    if (this.#has(view)) this.#drawn = view;
    return this.#drawn;
  }

  /**
   * @param {View} view
   * @param {ViewGiven} given
   * @returns {TemplateResult | null} null for a view of the first visit, which is drawn without being fetched
   */
  draw(view, given) {
    const words = this.#words.get(given.strings);
    const module = this.#modules.get(view);
    return module && words ? module.view({ ...given, words }) : null;
  }

  /**
   * Fetches a view unless it is there or on its way. A failure is said, and the next call tries again.
   *
   * @param {View} view
   * @returns {Promise<void>} settled when the view can be drawn, or cannot be fetched
   */
  fetch(view) {
    const load = LATER[view];
    if (!load || this.#has(view)) return Promise.resolve();
    const fetching = this.#fetching.get(view) ?? this.#load(view, load);
    this.#fetching.set(view, fetching);
    return fetching;
  }

  /** @param {View} view */
  #has(view) {
    return !LATER[view] || (this.#modules.has(view) && this.#words.has(this.#host.strings));
  }

  /**
   * @param {View} view
   * @param {() => Promise<ViewModule>} load
   */
  async #load(view, load) {
    const host = this.#host;
    const { strings } = host;
    try {
      const [module, words] = await Promise.all([load(), strings.later()]);
      const root = /** @type {ShadowRoot} */ (host.renderRoot);
      for (const { styleSheet } of module.styles) {
        if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
      }
      this.#modules.set(view, module);
      this.#words.set(strings, words);
      host.failure = null;
    } catch {
      if (host.view === view) {
        host.view = this.#drawn;
        host.failure = strings.state.viewFailed;
      }
    }
    this.#fetching.delete(view);
    host.requestUpdate();
  }
}
