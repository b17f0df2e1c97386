/** @import { ArticleInput, Kind, Options, Report } from '../../../pkg/web/variorum.js' */
/** @import { Opened } from '../keep/saved.js' */

import { unsafeCSS } from 'lit';
import { checked } from '../../package/checked.js';
import { draft, emptyDrafts } from '../drafts.js';
import { VariorumComparer } from '../variorum-comparer.js';
import { VIEWS } from '../views/index.js';
import styles from './element.css?inline';
import { fail } from './fail.js';

/**
 * The comparer as the package has it, for pages of others: it takes articles from them by property, by attribute and from
 * between its tags, and leaves everything outside of it alone. `www/package/comparer/index.d.ts` says what they may
 * rely on.
 */
export class EmbeddedComparer extends VariorumComparer {
  static {
    this.createProperty('src', {});
    this.createProperty('kinds', { state: true });
  }

  /** @override */
  static get observedAttributes() {
    return [...super.observedAttributes, 'lang'];
  }

  /** @override */
  static styles = [...VariorumComparer.styles, unsafeCSS(styles)];

  #width = 0;
  #resized = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === this.#width) return;
    this.#width = contentRect.width;
    this.requestUpdate();
  });

  constructor() {
    super();
    this.holds = (/** @type {string} */ query) => {
      const [, side, rem] = /\((min|max)-width: (\d+)rem\)/.exec(query) ?? [];
      const wide = Number(rem) * parseFloat(getComputedStyle(document.documentElement).fontSize);
      return side === 'min' ? this.#width >= wide : this.#width <= wide;
    };
    /** @type {string} */
    this.src = '';
    /** @type {Kind[] | null} the only ones that are compared */
    this.kinds = null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#width = this.clientWidth;
    this.#resized.observe(this);
    if (!this.hasUpdated && !this.src && this.querySelector(':scope > article')) this.#take();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /**
   * @override
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang' && value && this.isConnected) this.speaker.turn(value);
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    // Other kinds are another request.
    if (changed.has('kinds') && !changed.has('rules')) changed.set('rules', this.rules);
    super.willUpdate(changed);
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  updated(changed) {
    super.updated(changed);
    if (changed.has('src') && this.src) this.#take();
    this.#placeNote();
  }

  /** @override */
  request() {
    const request = super.request();
    return this.kinds ? { ...request, options: { ...request.options, kinds: this.kinds } } : request;
  }

  /** @returns {ArticleInput[]} */
  get articles() {
    return this.request().articles;
  }

  set articles(articles) {
    this.show({ drafts: articles.length > 0 ? articles.map(draft) : emptyDrafts() });
  }

  /** @returns {Report | null} */
  get report() {
    return this.comparison.outcome?.report ?? null;
  }

  set report(report) {
    if (!report) return;
    try {
      this.comparison.show(checked(report));
      this.reader.show('table');
    } catch (error) {
      fail(this, error);
    }
  }

  /** @returns {Options} */
  get options() {
    return this.request().options ?? {};
  }

  set options(options) {
    this.rules = options?.rules ?? [];
    this.kinds = options?.kinds ?? null;
  }

  /**
   * Shows articles in place of those that are there. Whoever is given articles is to read them, and not the boxes that
   * they are in: in the view of the attribute, which could not be drawn before.
   *
   * @param {Partial<Opened>} opened
   */
  show(opened) {
    this.selected = null;
    Object.assign(this, opened);
    const asked = VIEWS.find((view) => view === this.getAttribute('view')) ?? 'article';
    if (this.view === 'input') this.drafting.whenCompared(() => this.reader.show(asked));
  }

  /** Has the note on what is chosen stand below it: see element.css. */
  async #placeNote() {
    await this.updateComplete;
    const note = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.notes, .dock'));
    const around = note?.closest('.article-view, main');
    const places = this.selected ? (around?.querySelectorAll(`[data-findings~="${CSS.escape(this.selected)}"]`) ?? []) : [];
    const place = [...places].find((given) => !note?.contains(given));
    if (!note || !around || !place) return;
    const foot = place.getBoundingClientRect().bottom - around.getBoundingClientRect().top;
    note.style.setProperty('--note-top', `${Math.round(foot) + 8}px`);
  }

  /** Takes the articles of `src` or, where there is none, those between the tags. */
  async #take() {
    const { take } = await import('./given.js');
    await take(this);
  }
}
