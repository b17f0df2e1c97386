/** @import { Finding, Mention, Reading } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { Filters, Found } from './filters.js' */
/** @import { Layer } from './relations.js' */
/** @import { Reviews } from './reviews.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */
/** @import { Choices, View } from './views/index.js' */

import { EVERYTHING, find, within } from './filters.js';
import { marksIn } from './findings.js';
import { markOf } from './mark-of.js';
import { nameOf } from './parts/names.js';
import { overviewWords } from './parts/overview.js';
import { tell } from './tell.js';

/** What a reader does with a report: choosing a view, an article, a finding, and what is shown of it. */
export class Reader {
  #host;
  /** @type {{ outcome: Outcome, filters: Filters, reviews: Reviews, found: Found } | null} what was found last */
  #last = null;
  #isFiltered = false;

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
    host.address.forget();
    host.view = view;
    await host.views.fetch(view);
    await host.updateComplete;
    if (!takeFocus || host.view !== view) return;
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

  /**
   * Reads the next article, or the one before.
   *
   * @param {-1 | 1} by
   */
  turn(by) {
    const host = this.#host;
    const articles = host.comparison.outcome?.report.articles ?? [];
    const at = articles.findIndex(({ id }) => id === host.base);
    const next = articles[(at + by + articles.length) % articles.length];
    if (!next) return;
    host.base = next.id;
    host.announcement = host.strings.article.read(nameOf(next, host.strings));
    this.show('article', { takeFocus: true });
  }

  /** Goes to the field in which words are looked for. */
  async search() {
    const host = this.#host;
    host.isNarrowing = true;
    await host.views.fetch('narrowing');
    await host.updateComplete;
    /** @type {HTMLElement | null} */ (host.renderRoot.querySelector('main input[type=search]'))?.focus();
  }

  /**
   * Chooses a finding in its article and brings it into view; the focus stays where it is.
   *
   * @param {string} article
   * @param {Finding} finding
   */
  jump = async (article, finding) => {
    const host = this.#host;
    host.base = article;
    host.view = 'article';
    this.select(finding);
    await host.views.fetch('article');
    await host.updateComplete;
    const paper = host.renderRoot.querySelector('.paper article');
    if (paper) markOf(paper, finding.id)?.scrollIntoView({ block: 'center' });
  };

  /** @param {boolean} isOpen whether the filters beside the relations are unfolded */
  narrow = (isOpen) => {
    this.#host.isNarrowing = isOpen;
  };

  /**
   * @param {Outcome} outcome
   * @returns {Found} what its report shows through the filters
   */
  found(outcome) {
    const { filters, reviews } = this.#host;
    const last = this.#last;
    if (last?.outcome === outcome && last.filters === filters && last.reviews === reviews) return last.found;
    this.#last = { outcome, filters, reviews, found: find(outcome, filters, reviews) };
    return this.#last.found;
  }

  /** @param {Layer} layer */
  toggle = (layer) => {
    const shown = new Set(this.#host.filters.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.filter({ shown });
  };

  /** @param {Partial<Filters>} change */
  filter = (change) => {
    this.#host.filters = { ...this.#host.filters, ...change };
    this.#isFiltered = true;
  };

  /** Says how many findings the filters let through, once these are drawn: to count them is no part of the answer. */
  announce() {
    const host = this.#host;
    const { outcome } = host.comparison;
    if (this.#isFiltered && outcome) host.announcement = host.strings.filters.shown(this.found(outcome).findings.length);
    this.#isFiltered = false;
  }

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
    if (!finding && before) this.bringIntoView(before);
    tell(host, 'finding-selected', finding);
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
    if (!host.filters.shown.has(finding.relation)) this.toggle(finding.relation);
    this.select(finding);
    this.bringIntoView(finding.id);
  };

  /**
   * Shows words in their article: those of a finding by its mark, others by selecting them.
   *
   * @param {string} article
   * @param {Reading | Mention} words
   * @param {Finding | null} finding
   */
  showWords = async (article, words, finding) => {
    if (finding && 'group' in words) {
      this.open(finding, words);
      return;
    }
    const host = this.#host;
    host.base = article;
    host.view = 'article';
    host.selected = null;
    await host.views.fetch('article');
    await host.updateComplete;
    const paper = host.renderRoot.querySelector('.paper article');
    if (paper) await (await import('./select-words.js')).selectWords(paper, words);
  };

  /**
   * Chooses the next finding in the order of the text or, where there is none, of what is drawn.
   *
   * @param {-1 | 1} by
   */
  step(by) {
    const { outcome } = this.#host.comparison;
    if (!outcome) return;
    const ids = this.#host.view === 'article' ? this.#inText(outcome) : this.#drawn();
    if (ids.length === 0) return;
    const at = ids.indexOf(this.#host.selected ?? '');
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length];
    const finding = outcome.report.findings.find(({ id }) => id === next);
    if (!finding) return;
    this.select(finding);
    this.#answer(finding.id);
  }

  /**
   * Shows the mark of the chosen finding in the very next frame, where it is drawn already.
   *
   * @param {string} finding
   */
  async #answer(finding) {
    const host = this.#host;
    await host.isAnswered;
    const article = host.view === 'article' ? host.renderRoot.querySelector('.paper article') : null;
    const mark = article && markOf(article, finding);
    if (!mark) return this.bringIntoView(finding);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center' });
    // On a narrow screen the note that opens now may cover it.
    await host.updateComplete;
    if (host.selected === finding) mark.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Scrolls to a finding and gives it the focus: to its mark in an article, or to what stands for it in another view.
   *
   * @param {string} finding
   */
  async bringIntoView(finding) {
    const host = this.#host;
    await host.views.fetch(host.view);
    await host.updateComplete;
    const article = host.renderRoot.querySelector('.paper article');
    const place = article ? markOf(article, finding) : this.#placeOf(finding);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'center' });
  }

  /** @param {string} finding */
  #placeOf(finding) {
    const id = CSS.escape(finding);
    const places = this.#host.renderRoot.querySelectorAll(`main [data-finding="${id}"], main [data-findings~="${id}"][tabindex]`);
    return /** @type {HTMLElement | undefined} */ (places[0]);
  }

  /**
   * @param {Outcome} outcome
   * @returns {string[]} ids of the findings shown in the article being read, in its order
   */
  #inText(outcome) {
    const shown = new Set(this.found(outcome).findings);
    const marked = marksIn(outcome.report, this.#host.base).filter(({ finding }) => shown.has(finding));
    return [...new Set(marked.map(({ finding }) => finding.id))];
  }

  /** @returns {string[]} ids of the findings in the order in which the view has them */
  #drawn() {
    const places = /** @type {NodeListOf<HTMLElement>} */ (
      this.#host.renderRoot.querySelectorAll('main [data-finding], main [data-findings][tabindex]')
    );
    return [...new Set([...places].flatMap(({ dataset }) => (dataset.finding ?? dataset.findings ?? '').split(' ')))];
  }
}
