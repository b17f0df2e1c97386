/** @import { ReactiveController, TemplateResult } from 'lit' */
/** @import { LaterStrings, Strings } from './strings/index.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { View, ViewGiven } from './views/index.js' */

import { nothing } from 'lit';
import { adopt } from './styles/adopt.js';
import { LATER, PARTS } from './views/index.js';

/** @typedef {keyof typeof PARTS} Part */

/** @type {Partial<Record<string, () => Promise<any>>>} */
const LOADS = { ...LATER, ...PARTS };

/**
 * Fetches views when they are first wanted. Until one is there, the one before it stays.
 *
 * @implements {ReactiveController}
 */
export class ViewLoader {
  #host;
  /** @type {Map<string, any>} views and parts */
  #modules = new Map();
  /** @type {WeakMap<Strings, LaterStrings>} what these views say, in each language that was wanted */
  #words = new WeakMap();
  /** @type {Map<string, Promise<void>>} */
  #fetching = new Map();
  /** @type {View} the newest view that could be drawn */
  #drawn = 'input';

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // The article is what is read first: it comes as soon as the page stands, before there is anything to read.
    requestAnimationFrame(() => setTimeout(() => this.fetch('article')));
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
   * @returns {TemplateResult | typeof nothing} nothing for a view that is not there
   */
  draw(view, given) {
    const words = this.#words.get(given.strings);
    const module = this.#modules.get(view);
    return module && words ? module.view({ ...given, words }) : nothing;
  }

  /**
   * @template {Part} P
   * @param {P} part
   * @returns {{ module: Awaited<ReturnType<typeof PARTS[P]>>, words: LaterStrings } | null} null for as long as it is on
   * its way; the host is drawn again when it is there
   */
  part(part) {
    const words = this.#words.get(this.#host.strings);
    const module = this.#modules.get(part);
    if (module && words) return { module, words };
    this.fetch(part);
    return null;
  }

  /**
   * Fetches a view or a part unless it is there or on its way. A failure is said, and the next call tries again.
   *
   * @param {View | Part} view
   * @returns {Promise<void>} settled when it can be drawn, or cannot be fetched
   */
  fetch(view) {
    const load = LOADS[view];
    if (!load || this.#has(view)) return Promise.resolve();
    const fetching = this.#fetching.get(view) ?? this.#load(view, load);
    this.#fetching.set(view, fetching);
    return fetching;
  }

  /** @param {View | Part} view */
  #has(view) {
    return !LOADS[view] || (this.#modules.has(view) && this.#words.has(this.#host.strings));
  }

  /**
   * @param {View | Part} view
   * @param {() => Promise<any>} load
   */
  async #load(view, load) {
    const host = this.#host;
    const { strings } = host;
    try {
      const [module, words, { Reading }] = await Promise.all([load(), strings.later(), import('./reading.js')]);
      adopt(/** @type {ShadowRoot} */ (host.renderRoot), module.styles ?? []);
      host.reading ??= new Reading(host);
      if (!this.#modules.has(view)) module.attach?.(host);
      this.#modules.set(view, module);
      this.#words.set(strings, words);
      if (host.failure === strings.state.viewFailed) host.failure = null;
    } catch {
      if (host.view === view) {
        host.view = this.#drawn;
        host.failure = strings.state.viewFailed;
      }
    }
    this.#fetching.delete(view);
    // Of a failure nothing is drawn: drawing would ask again at once.
    if (this.#has(view)) host.requestUpdate();
  }
}
