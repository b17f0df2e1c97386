/** @import { Finding, Reading } from '../../pkg/web/variorum.js' */
/** @import { Client } from './client.js' */
/** @import { Draft } from './drafts.js' */
/** @import { Example } from './examples/index.js' */
/** @import { Layer } from './relations.js' */
/** @import { Strings } from './strings/index.js' */

import { html, LitElement, nothing } from 'lit';
import { WorkerClient } from './client.js';
import { Comparison } from './comparison.js';
import { draft, emptyDrafts, isEmpty, keepDrafts, keptDrafts, MAX_ARTICLES, toRequest } from './drafts.js';
import { EXAMPLES } from './examples/index.js';
import { marksIn } from './findings.js';
import { markOf, NotesLayout } from './notes-layout.js';
import { overviewWords } from './parts/overview.js';
import { LAYERS } from './relations.js';
import { stringsFor } from './strings/index.js';
import { styles } from './styles/index.js';
import { articleView } from './views/article.js';
import { factTable } from './views/fact-table.js';
import { inputView } from './views/input.js';

/** @typedef {'input' | 'article' | 'table'} View */

/** @type {readonly View[]} */
const VIEWS = ['input', 'article', 'table'];

/** Pause in typing, in milliseconds, after which drafts are written to storage. */
const KEEP_MS = 200;

/**
 * Compares articles and shows where they differ.
 *
 * Properties:
 * - `drafts`: the articles as typed (`Draft[]`)
 * - `view`: `'input'`, `'article'` or `'table'`
 * - `base`: id of the article being read
 * - `selected`: id of the chosen finding, or null
 * - `client`: where comparing is done; a worker of its own unless another is set (`Client`)
 * - `strings`: what the page says (`Strings`); by the browser's languages unless set
 *
 * Events, which bubble and leave the shadow root:
 * - `variorum-report`: a new report has arrived; `detail` is `{request, report}`
 * - `variorum-error`: the newest comparison failed; `detail` is `{code, message}`
 * - `variorum-select`: a finding was chosen or let go; `detail` is the finding or null
 * - `variorum-view`: another view is shown; `detail` is its name
 */
export class VariorumComparer extends LitElement {
  /** @override */
  static properties = {
    drafts: { attribute: false },
    view: {},
    base: {},
    selected: { attribute: false },
    client: { attribute: false },
    strings: { attribute: false },
    shown: { state: true },
    undo: { state: true },
    announcement: { state: true },
    failure: { state: true },
    isKept: { state: true },
  };

  /** @override */
  static styles = styles;

  constructor() {
    super();
    /** @type {Draft[]} */
    this.drafts = keptDrafts() ?? emptyDrafts();
    /** @type {View} */
    this.view = 'input';
    /** @type {string} */
    this.base = 'a';
    /** @type {string | null} */
    this.selected = null;
    /** @type {Strings} */
    this.strings = stringsFor(navigator.languages);
    /** @type {Client | null} */
    this.client = null;
    /** @type {ReadonlySet<Layer>} */
    this.shown = new Set(LAYERS);
    /** @type {{ drafts: Draft[], message: string } | null} what can be brought back */
    this.undo = null;
    /** @type {string} for a screen reader, when something changed that has no focus */
    this.announcement = '';
    /** @type {string | null} what went wrong outside of comparing */
    this.failure = null;
    /** @type {boolean} whether the drafts would survive a reload */
    this.isKept = true;

    this.comparison = new Comparison(this, () => this.#settled());
    new NotesLayout(this);
  }

  /** @type {WorkerClient | null} the client that this element made, and so has to close */
  #ownClient = null;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;

  #keepNow = () => {
    clearTimeout(this.#keeping);
    this.isKept = keepDrafts(this.drafts);
  };

  #press = (/** @type {KeyboardEvent} */ event) => this.#pressed(event);

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    if (!this.client) {
      this.#ownClient = new WorkerClient();
      this.client = this.#ownClient;
    }
    this.ownerDocument.addEventListener('keydown', this.#press);
    // The last moment at which a page that is closed, put aside or about to be ended can still write.
    window.addEventListener('pagehide', this.#keepNow);
    this.ownerDocument.addEventListener('visibilitychange', this.#keepNow);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#press);
    window.removeEventListener('pagehide', this.#keepNow);
    this.ownerDocument.removeEventListener('visibilitychange', this.#keepNow);
    this.#keepNow();
    if (this.client === this.#ownClient) this.client = null;
    this.#closeOwnClient();
  }

  #closeOwnClient() {
    this.#ownClient?.close();
    this.#ownClient = null;
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    if (changed.has('client')) {
      this.comparison.client = this.client;
      if (this.client !== this.#ownClient) this.#closeOwnClient();
    }
    if (changed.has('drafts') || changed.has('client')) {
      this.comparison.request(toRequest(this.drafts), { atOnce: !this.hasUpdated });
    }
    if (this.view !== 'input' && !this.comparison.outcome && this.drafts.every(isEmpty)) this.view = 'input';
  }

  /**
   * @override
   * @param {import('lit').PropertyValues<this>} changed
   */
  updated(changed) {
    if (changed.has('view') && changed.get('view') !== undefined) this.#tell('variorum-view', this.view);
  }

  /** @override */
  render() {
    const { strings, comparison, view } = this;
    return html`
      <header class="masthead">
        <p class="wordmark">${strings.name}</p>
        <nav aria-label=${strings.nav.label}>
          ${VIEWS.map(
            (name) => html`
              <button
                type="button"
                class="tab"
                data-view=${name}
                aria-current=${name === view ? 'page' : 'false'}
                ?disabled=${name !== 'input' && !comparison.outcome}
                @click=${() => this.#show(name)}
              >
                ${strings.nav[name]}
              </button>
            `,
          )}
        </nav>
        ${view === 'article' ? html`<p class="keys">${strings.nav.keys}</p>` : nothing}
      </header>
      ${this.#progress()} ${this.#messages()}
      <main>${this.#view()}</main>
      <footer>${strings.footer}</footer>
      <p class="unseen" role="status">${this.announcement}</p>
    `;
  }

  #progress() {
    const { isSlow } = this.comparison;
    const { state } = this.strings;
    return isSlow
      ? html`
          <div class="progress">
            <progress aria-label=${state.comparing}></progress>
            <span>${state.comparing}</span>
            <button type="button" class="quiet" @click=${() => this.comparison.cancel()}>${state.cancel}</button>
          </div>
        `
      : nothing;
  }

  #messages() {
    const { strings, undo, failure } = this;
    const { error } = this.comparison;
    return html`
      ${error
        ? html`
            <div class="message error" role="alert">
              <p>${strings.state.error(error)}</p>
              <button type="button" class="button" @click=${() => this.comparison.retry()}>${strings.state.retry}</button>
            </div>
          `
        : nothing}
      ${failure ? html`<div class="message error" role="alert"><p>${failure}</p></div>` : nothing}
      ${this.isKept ? nothing : html`<div class="message"><p>${strings.input.notKept}</p></div>`}
      ${undo
        ? html`
            <div class="message" role="status">
              <p>${undo.message}</p>
              <button type="button" class="button" @click=${this.#undo}>${strings.input.undo}</button>
            </div>
          `
        : nothing}
    `;
  }

  #view() {
    const { comparison, strings, view, drafts } = this;
    const { outcome } = comparison;
    if (view === 'input' || !outcome) {
      return inputView({
        drafts,
        report: outcome?.report ?? null,
        examples: EXAMPLES,
        strings,
        actions: {
          onChange: this.#change,
          onMove: this.#move,
          onRemove: this.#remove,
          onAdd: this.#add,
          onClear: () => this.#replace(emptyDrafts(), strings.input.cleared),
          onRead: () => this.#show('article', { takeFocus: true }),
          onExample: this.#openExample,
        },
      });
    }
    const given = {
      outcome,
      base: this.base,
      shown: this.shown,
      selected: this.selected,
      strings,
      onToggle: this.#toggle,
      onRead: (/** @type {string} */ article) => {
        this.base = article;
      },
      onSelect: this.#select,
      onOpen: this.#open,
    };
    return view === 'table' ? factTable(given) : articleView(given);
  }

  // Drafts

  /**
   * @param {string} key
   * @param {Partial<Draft>} change
   */
  #change = (key, change) => {
    this.#setDrafts(this.drafts.map((given) => (given.key === key ? { ...given, ...change } : given)));
  };

  /**
   * @param {string} key
   * @param {-1 | 1} by
   */
  #move = async (key, by) => {
    const drafts = [...this.drafts];
    const from = drafts.findIndex((given) => given.key === key);
    const [moved] = drafts.splice(from, 1);
    drafts.splice(from + by, 0, moved);
    this.#setDrafts(drafts);
    await this.updateComplete;
    // Moving an element takes the focus from it.
    const buttons = this.renderRoot.querySelectorAll(`[data-key="${key}"] .actions button:not([disabled])`);
    /** @type {HTMLElement} */ (buttons[by < 0 ? 0 : Math.min(1, buttons.length - 1)])?.focus();
  };

  /** @param {string} key */
  #remove = async (key) => {
    const at = this.drafts.findIndex((given) => given.key === key);
    const isWorthKeeping = !isEmpty(this.drafts[at]);
    if (isWorthKeeping) this.undo = { drafts: this.drafts, message: this.strings.input.removed };
    this.#setDrafts(this.drafts.filter((given) => given.key !== key));
    await this.updateComplete;
    this.#focusText(this.drafts[Math.min(at, this.drafts.length - 1)].key);
  };

  #add = async () => {
    if (this.drafts.length >= MAX_ARTICLES) return;
    const added = draft();
    this.#setDrafts([...this.drafts, added]);
    await this.updateComplete;
    this.#focusText(added.key);
  };

  /** @param {string} key */
  #focusText(key) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-key="${key}"] textarea`))?.focus();
  }

  /**
   * Puts other drafts in place of what was typed, which can be brought back.
   *
   * @param {Draft[]} drafts
   * @param {string} message
   */
  #replace(drafts, message) {
    this.undo = this.drafts.every(isEmpty) ? null : { drafts: this.drafts, message };
    this.#setDrafts(drafts);
    this.selected = null;
    this.base = 'a';
  }

  #undo = () => {
    if (!this.undo) return;
    this.#setDrafts(this.undo.drafts);
    this.undo = null;
    this.#show('input', { takeFocus: true });
  };

  /** @param {Draft[]} drafts */
  #setDrafts(drafts) {
    this.drafts = drafts;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(this.#keepNow, KEEP_MS);
  }

  /** @param {Example} example */
  #openExample = async (example) => {
    try {
      const { articles } = await example.load();
      this.failure = null;
      this.#replace(articles.map(draft), this.strings.input.replaced);
      this.addEventListener('variorum-report', () => this.#show('article', { takeFocus: true }), { once: true });
    } catch {
      this.failure = this.strings.state.exampleFailed;
    }
  };

  // Reading

  #settled() {
    const { outcome, error } = this.comparison;
    if (error) {
      this.#tell('variorum-error', error);
    } else if (outcome) {
      const { report } = outcome;
      if (!report.articles.some(({ id }) => id === this.base)) this.base = report.articles[0]?.id ?? 'a';
      if (!report.findings.some(({ id }) => id === this.selected)) this.selected = null;
      const { lead, rest } = overviewWords(report, this.strings);
      this.announcement = `${lead} ${rest}`;
      this.#tell('variorum-report', outcome);
    }
    this.requestUpdate();
  }

  /**
   * @param {View} view
   * @param {{ takeFocus?: boolean }} [options] for when what was clicked goes away with the old view
   */
  async #show(view, { takeFocus = false } = {}) {
    this.view = view;
    await this.updateComplete;
    if (!takeFocus) return;
    window.scrollTo({ top: 0 });
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main h1'))?.focus({ preventScroll: true });
  }

  /** @param {Layer} layer */
  #toggle = (layer) => {
    const shown = new Set(this.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.shown = shown;
  };

  /**
   * @param {Finding | null} finding
   * @param {Element} [mark] to be kept in sight when its note opens
   */
  #select = async (finding, mark) => {
    const before = this.selected;
    this.selected = finding?.id ?? null;
    this.announcement = finding?.summary ?? '';
    // Closing a note takes away what had the focus; it goes back to the mark that the note is about.
    if (!finding && before) this.#focusMark(before);
    this.#tell('variorum-select', finding);
    await this.updateComplete;
    mark?.scrollIntoView({ block: 'nearest' });
  };

  /**
   * @param {Finding} finding
   * @param {Reading} reading
   */
  #open = async (finding, reading) => {
    this.base = reading.article;
    this.view = 'article';
    this.shown = new Set([...this.shown, finding.relation]);
    this.#select(finding);
    await this.updateComplete;
    this.#focusMark(finding.id);
  };

  /** @param {string} finding */
  async #focusMark(finding) {
    await this.updateComplete;
    const article = this.renderRoot.querySelector('.paper article');
    const mark = article && markOf(article, finding);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: 'center' });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const isElsewhere = !event.composedPath().includes(this) && target !== this.ownerDocument.body;
    const isTyping = target.matches?.('input, textarea, select, [contenteditable]');
    const isCombined = event.ctrlKey || event.metaKey || event.altKey;
    if (this.view !== 'article' || isElsewhere || isTyping || isCombined) return;
    if (event.key === 'Escape' && this.selected) this.#select(null);
    if (event.key === 'j') this.#step(1);
    if (event.key === 'k') this.#step(-1);
  }

  /**
   * Chooses the next finding in the order of the text.
   *
   * @param {-1 | 1} by
   */
  #step(by) {
    const { outcome } = this.comparison;
    if (!outcome) return;
    const findings = [
      ...new Set(
        marksIn(outcome.report, this.base)
          .map(({ finding }) => finding)
          .filter(({ relation }) => this.shown.has(relation)),
      ),
    ];
    if (findings.length === 0) return;
    const at = findings.findIndex(({ id }) => id === this.selected);
    const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
    this.#select(findings[next]);
    this.#focusMark(findings[next].id);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('variorum-comparer', VariorumComparer);
