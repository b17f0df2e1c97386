/** @import { Finding, Mention, Reading } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { marksIn } from './findings.js';
import { markOf } from './mark-of.js';
import { WIDE } from './layout.js';
import { nameOf } from './parts/names.js';

/** Leads a reader about in a report, from finding to finding and from article to article. Comes with the first view. */
export class Walker {
  #host;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    // What is typed right behind the key for it must find the field there.
    host.views.fetch('narrowing');
  }

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
    host.reader.show('article', { takeFocus: true });
  }

  /** Goes to the field in which words are looked for. */
  async search() {
    const host = this.#host;
    await host.views.fetch('narrowing');
    host.isNarrowing = true;
    host.drawing.isDue = true;
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
    host.reader.select(finding);
    await host.views.fetch('article');
    await host.updateComplete;
    const paper = host.renderRoot.querySelector('.paper article');
    if (paper) markOf(paper, finding.id)?.scrollIntoView({ block: 'center' });
  };

  /**
   * @param {Finding} finding
   * @param {Reading} reading
   */
  open = async (finding, reading) => {
    const host = this.#host;
    host.base = reading.article;
    host.view = 'article';
    if (!host.filters.shown.has(finding.relation)) host.reader.toggle(finding.relation);
    host.reader.select(finding);
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
    const host = this.#host;
    const { outcome } = host.comparison;
    if (!outcome) return;
    const ids = host.view === 'article' ? this.#inText(outcome) : this.#drawn();
    if (ids.length === 0) return;
    const at = ids.indexOf(host.selected ?? '');
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length];
    const finding = outcome.report.findings.find(({ id }) => id === next);
    if (!finding) return;
    host.reader.select(finding);
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
    // On a narrow screen the note that opens now may cover it; on a wide one, to look would lay all out once more.
    await host.updateComplete;
    if (host.selected === finding && !host.holds(WIDE)) mark.scrollIntoView({ block: 'nearest' });
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
    const shown = new Set(this.#host.reading?.finder.found(outcome).findings);
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
