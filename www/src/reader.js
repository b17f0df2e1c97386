/** @import { Finding } from '../../pkg/web/variorum.js' */
/** @import { Filters } from './filters.js' */
/** @import { Layer } from './relations.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { Choices, View } from './views/index.js' */

import { EVERYTHING, within } from './filters.js';
import { overviewWords } from './parts/overview.js';
import { tell } from './tell.js';

/** What a reader chooses of a report: a view, an article, a finding, and what is shown of it. */
export class Reader {
  #host;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
  }

  /** Keeps what is chosen within what the newest report has. */
  settled() {
    const host = this.#host;
    const { outcome, error } = host.comparison;
    if (error) {
      tell(host, 'failed', error);
    } else if (outcome) {
      const { report } = outcome;
      if (!report.articles.some(({ id }) => id === host.base)) host.base = report.articles[0]?.id ?? 'a';
      if (!report.findings.some(({ id }) => id === host.selected)) host.selected = null;
      host.filters = within(host.filters, report);
      host.reviewer.follow();
      const { lead, rest } = overviewWords(report, host.strings);
      host.announcement = `${lead} ${rest}`;
      tell(host, 'compared', outcome);
    }
    host.requestUpdate();
  }

  /**
   * @param {View} view
   * @param {{ takeFocus?: boolean }} [options] for when what was clicked goes away with the old view
   */
  async show(view, { takeFocus = false } = {}) {
    const host = this.#host;
    const root = /** @type {ShadowRoot} */ (host.renderRoot);
    const before = root.activeElement;
    // Leave off leading to where the page was opened: the reader has gone somewhere already.
    host.openedAt = '';
    host.reading?.address.forget();
    host.view = view;
    await host.views.fetch(view);
    await host.updateComplete;
    if (!takeFocus || host.view !== view) return;
    // Whoever writes somewhere by now goes on with that.
    const { activeElement: now } = root;
    if (now !== before && now?.matches('textarea, input')) return;
    if (host.page) window.scrollTo({ top: 0 });
    else host.scrollIntoView({ block: 'nearest' });
    /** @type {HTMLElement | null} */ (host.renderRoot.querySelector('main h1'))?.focus({ preventScroll: true });
  }

  /** Puts away what went wrong; what was clicked goes with it. */
  dismiss = () => {
    this.#host.failure = null;
    this.show(this.#host.view, { takeFocus: true });
  };

  /** @param {string} article */
  read = (article) => {
    this.#host.base = article;
  };

  /** @param {boolean} isOpen whether the filters beside the relations are unfolded */
  narrow = (isOpen) => {
    this.#host.isNarrowing = isOpen;
  };

  /** @param {Layer} layer */
  toggle = (layer) => {
    const shown = new Set(this.#host.filters.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.filter({ shown });
  };

  /** @param {Partial<Filters>} change */
  filter = (change) => {
    this.#host.filters = { ...this.#host.filters, ...change };
    this.#host.reading?.finder.filtered();
  };

  /** Takes back all filters but those of the relations. */
  clear = () => this.filter({ ...EVERYTHING, shown: this.#host.filters.shown, copy: this.#host.filters.copy });

  /** @param {Partial<Choices>} choices */
  set = (choices) => {
    Object.assign(this.#host, choices);
  };

  /** @param {string} name of what is folded away, or unfolded again */
  fold = (name) => {
    const folded = new Set(this.#host.folded);
    if (!folded.delete(name)) folded.add(name);
    this.#host.folded = folded;
  };

  /**
   * @param {Finding | null} finding
   * @param {Element} [mark] to be kept in sight when its note opens
   */
  select = async (finding, mark) => {
    const host = this.#host;
    if (host.pairing && finding && host.reviewer.pairWith(finding)) return;
    const before = host.selected;
    host.selected = finding?.id ?? null;
    const { outcome } = host.comparison;
    host.announcement = finding && outcome ? host.strings.summary(finding, outcome.report) : '';
    // Closing a note takes away what had the focus; it goes back to the mark that the note is about.
    if (!finding && before) host.reading?.walker.bringIntoView(before);
    tell(host, 'finding-selected', finding);
    await host.updateComplete;
    mark?.scrollIntoView({ block: 'nearest' });
  };
}
