/** @import { ReactiveController } from 'lit' */
/** @import { Draft } from './drafts.js' */
/** @import { Example } from './examples/index.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { draft, emptyDrafts, isEmpty, keepDrafts, MAX_ARTICLES } from './drafts.js';

/** Pause in typing, in milliseconds, after which drafts are written to storage. */
const KEEP_MS = 200;

/**
 * What is done with the articles as they are typed: changing, ordering, adding and removing them, taking that back, and
 * keeping them for a reload.
 *
 * @implements {ReactiveController}
 */
export class Drafting {
  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;
  /** @type {(() => void) | null} what is to be done at the next report */
  #waiting = null;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // The last moment at which a page that is closed, put aside or about to be ended can still write.
    window.addEventListener('pagehide', this.#keepNow);
    document.addEventListener('visibilitychange', this.#keepNow);
  }

  hostDisconnected() {
    window.removeEventListener('pagehide', this.#keepNow);
    document.removeEventListener('visibilitychange', this.#keepNow);
    this.#keepNow();
  }

  /**
   * @param {string} key
   * @param {Partial<Draft>} change
   */
  change = (key, change) => {
    // Whoever goes on typing is not taken away from it.
    this.#waiting = null;
    this.set(this.#host.drafts.map((given) => (given.key === key ? { ...given, ...change } : given)));
  };

  /**
   * @param {string} key
   * @param {-1 | 1} by
   */
  move = async (key, by) => {
    const drafts = [...this.#host.drafts];
    const from = drafts.findIndex((given) => given.key === key);
    const [moved] = drafts.splice(from, 1);
    drafts.splice(from + by, 0, moved);
    this.set(drafts);
    await this.#host.updateComplete;
    // Moving an element takes the focus from it.
    const buttons = this.#host.renderRoot.querySelectorAll(`[data-key="${key}"] .actions button:not([disabled])`);
    /** @type {HTMLElement} */ (buttons[by < 0 ? 0 : Math.min(1, buttons.length - 1)])?.focus();
  };

  /**
   * Puts an article where another stands, which gives way to it.
   *
   * @param {string} key
   * @param {string} place the other's key
   */
  moveTo = (key, place) => {
    const drafts = [...this.#host.drafts];
    const [from, to] = [key, place].map((wanted) => drafts.findIndex((given) => given.key === wanted));
    if (from < 0 || to < 0 || from === to) return;
    drafts.splice(to, 0, ...drafts.splice(from, 1));
    this.set(drafts);
  };

  /** @param {string} key */
  remove = async (key) => {
    const { drafts, strings } = this.#host;
    const at = drafts.findIndex((given) => given.key === key);
    if (!isEmpty(drafts[at])) this.#host.undo = { drafts, message: strings.input.removed };
    const rest = drafts.filter((given) => given.key !== key);
    this.set(rest);
    await this.#host.updateComplete;
    this.#focusText(rest[Math.min(at, rest.length - 1)].key);
  };

  /** Shows an empty box, from whatever view: one that is there, or a new one. At once, as what is typed next goes there. */
  add = async () => {
    const host = this.#host;
    const { drafts } = host;
    const free = host.view === 'input' ? undefined : drafts.find(isEmpty);
    const added = free ?? draft();
    host.view = 'input';
    host.drawing.isDue = true;
    if (!free && drafts.length < MAX_ARTICLES) this.set([...drafts, added]);
    await host.updateComplete;
    this.#focusText(added.key);
  };

  clear = () => this.replace(emptyDrafts(), this.#host.strings.input.cleared);

  /**
   * Puts other drafts in place of what was typed, which can be brought back.
   *
   * @param {Draft[]} drafts
   * @param {string} message
   */
  replace(drafts, message) {
    const host = this.#host;
    const { rules, reviews } = host;
    const kept = host.keeper.turnTo();
    host.undo = host.drafts.every(isEmpty) ? null : { drafts: host.drafts, message, said: { rules, reviews }, kept };
    this.set(drafts);
    host.rules = [];
    host.reviews = {};
    host.selected = null;
    host.base = 'a';
  }

  undo = () => {
    const host = this.#host;
    if (!host.undo) return;
    // The report that was waited for would be on what is put aside here.
    this.#waiting = null;
    this.set(host.undo.drafts);
    const { said, kept } = host.undo;
    if (said) {
      Object.assign(host, said);
      if (kept) host.keeper.turnTo(kept);
    }
    host.undo = null;
    host.reader.show('input', { takeFocus: true });
  };

  /** @param {Example} example */
  openExample = async (example) => {
    const host = this.#host;
    try {
      const { articles } = await example.load();
      host.failure = null;
      this.replace(articles.map(draft), host.strings.input.replaced);
      this.whenCompared(() => host.reader.show('article', { takeFocus: true }));
    } catch {
      host.failure = host.strings.state.exampleFailed;
    }
  };

  /**
   * @param {() => void} then called once, when the report on the drafts of this moment is there
   */
  whenCompared(then) {
    this.#waiting = then;
    const report = () => {
      if (this.#waiting === then) then();
    };
    this.#host.addEventListener('compared', report, { once: true });
  }

  #keepNow = () => {
    clearTimeout(this.#keeping);
    this.#host.isKept = keepDrafts(this.#host.drafts, this.#host.page);
  };

  /**
   * Boxes that come, go or change places do so at once: what is typed into the box of a draft that is gone already would
   * be lost.
   *
   * @param {Draft[]} drafts
   */
  set(drafts) {
    const { drafts: before, drawing } = this.#host;
    if (drafts.length !== before.length || drafts.some(({ key }, at) => key !== before[at].key)) drawing.isDue = true;
    this.#host.drafts = drafts;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(this.#keepNow, KEEP_MS);
  }

  /** @param {string} key */
  #focusText(key) {
    /** @type {HTMLElement | null} */ (this.#host.renderRoot.querySelector(`[data-key="${key}"] textarea`))?.focus();
  }
}
