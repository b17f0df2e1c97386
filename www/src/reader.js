/** @import { Finding, Reading } from '../../pkg/web/variorum.js' */
/** @import { Layer } from './relations.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { View } from './views/index.js' */

import { marksIn } from './findings.js';
import { markOf } from './notes-layout.js';
import { overviewWords } from './parts/overview.js';
import { tell } from './tell.js';

/** What a reader does with a report: choosing a view, an article, a finding, and what is shown of it. */
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
      tell(host, 'variorum-error', error);
    } else if (outcome) {
      const { report } = outcome;
      if (!report.articles.some(({ id }) => id === host.base)) host.base = report.articles[0]?.id ?? 'a';
      if (!report.findings.some(({ id }) => id === host.selected)) host.selected = null;
      const { lead, rest } = overviewWords(report, host.strings);
      host.announcement = `${lead} ${rest}`;
      tell(host, 'variorum-report', outcome);
    }
    host.requestUpdate();
  }

  /**
   * @param {View} view
   * @param {{ takeFocus?: boolean }} [options] for when what was clicked goes away with the old view
   */
  async show(view, { takeFocus = false } = {}) {
    const host = this.#host;
    host.view = view;
    await host.updateComplete;
    if (!takeFocus) return;
    window.scrollTo({ top: 0 });
    /** @type {HTMLElement | null} */ (host.renderRoot.querySelector('main h1'))?.focus({ preventScroll: true });
  }

  /** @param {string} article */
  read = (article) => {
    this.#host.base = article;
  };

  /** @param {Layer} layer */
  toggle = (layer) => {
    const shown = new Set(this.#host.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.#host.shown = shown;
  };

  /**
   * @param {Finding | null} finding
   * @param {Element} [mark] to be kept in sight when its note opens
   */
  select = async (finding, mark) => {
    const host = this.#host;
    const before = host.selected;
    host.selected = finding?.id ?? null;
    host.announcement = finding?.summary ?? '';
    // Closing a note takes away what had the focus; it goes back to the mark that the note is about.
    if (!finding && before) this.#focusMark(before);
    tell(host, 'variorum-select', finding);
    await host.updateComplete;
    mark?.scrollIntoView({ block: 'nearest' });
  };

  /**
   * @param {Finding} finding
   * @param {Reading} reading
   */
  open = async (finding, reading) => {
    const host = this.#host;
    host.base = reading.article;
    host.view = 'article';
    host.shown = new Set([...host.shown, finding.relation]);
    this.select(finding);
    await host.updateComplete;
    this.#focusMark(finding.id);
  };

  /**
   * Chooses the next finding in the order of the text.
   *
   * @param {-1 | 1} by
   */
  step(by) {
    const host = this.#host;
    const { outcome } = host.comparison;
    if (!outcome) return;
    const findings = [
      ...new Set(
        marksIn(outcome.report, host.base)
          .map(({ finding }) => finding)
          .filter(({ relation }) => host.shown.has(relation)),
      ),
    ];
    if (findings.length === 0) return;
    const at = findings.findIndex(({ id }) => id === host.selected);
    const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
    this.select(findings[next]);
    this.#focusMark(findings[next].id);
  }

  /** @param {string} finding */
  async #focusMark(finding) {
    const host = this.#host;
    await host.updateComplete;
    const article = host.renderRoot.querySelector('.paper article');
    const mark = article && markOf(article, finding);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: 'center' });
  }
}
