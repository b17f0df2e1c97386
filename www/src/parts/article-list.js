/** @import { ArticleReport, Finding, Report, Request } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';
import { marksIn } from '../findings.js';
import { strip } from '../sayings.js';
import { nameOf, subtitleOf } from './names.js';
import { sigil } from './siglum.js';

/** Cells of the strip under an article's name: as many as can be told apart in the width of the list. */
const STRIP_CELLS = 12;

/**
 * The articles of the comparison, one of which is being read.
 *
 * @param {object} given
 * @param {Report} given.report
 * @param {Request} given.request
 * @param {string} given.base id of the article being read
 * @param {string | null} given.selected id of the chosen finding
 * @param {ReadonlySet<Finding>} given.shown
 * @param {Strings} given.strings
 * @param {(article: string) => void} given.onRead
 * @param {(article: string, finding: Finding) => void} given.onJump
 */
export function articleList({ report, request, base, selected, shown, strings, onRead, onJump }) {
  return html`
    <nav class="articles" aria-label=${strings.article.articles}>
      <h2 class="label">${strings.article.articles}</h2>
      <ul>
        ${report.articles.map(
          (article) => html`
            <li data-article=${article.id} class=${article.id === base ? 'is-base' : ''}>
              <button
                type="button"
                class="article-link"
                aria-current=${article.id === base ? 'true' : 'false'}
                @click=${() => onRead(article.id)}
              >
                ${sigil(article.siglum)}
                <span class="name">${nameOf(article, strings)}</span>
                <span class="date" dir="auto">${subtitleOf(article, strings, request.articles.find(({ id }) => id === article.id)?.text) || article.title}</span>
              </button>
              ${overviewStrip(article)}
            </li>
          `,
        )}
      </ul>
    </nav>
  `;

  /**
   * Where the marks lie: a click goes there, and the arrow keys go from mark to mark.
   *
   * @param {ArticleReport} article
   */
  function overviewStrip(article) {
    const marks = marksIn(report, article.id).filter(({ finding }) => shown.has(finding));
    const at = marks.findIndex(({ finding }) => finding.id === selected);
    const cells = strip(marks, article.length, STRIP_CELLS).map((relation) => html`<span class=${relation ?? ''}></span>`);
    if (marks.length === 0) return html`<span class="strip" aria-hidden="true">${cells}</span>`;
    const current = marks[Math.max(0, at)];
    return html`<span
      class="strip"
      role="slider"
      tabindex="0"
      aria-label=${strings.article.strip(nameOf(article, strings))}
      aria-valuemin="1"
      aria-valuemax=${marks.length}
      aria-valuenow=${Math.max(0, at) + 1}
      aria-valuetext=${strings.article.stripAt(Math.max(0, at) + 1, marks.length, strings.label(current.finding), current.finding.relation)}
      @click=${(/** @type {MouseEvent} */ event) => {
        const { left, width } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
        const wanted = ((event.clientX - left) / width) * article.length;
        const near = marks.reduce((best, mark) => (Math.abs(mark.start - wanted) < Math.abs(best.start - wanted) ? mark : best));
        onJump(article.id, near.finding);
      }}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
        if (next === undefined) return;
        event.preventDefault();
        onJump(article.id, marks[Math.min(marks.length - 1, Math.max(0, next))].finding);
      }}
      >${cells}</span
    >`;
  }
}
