/** @import { ArticleReport, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';
import { marksIn, strip } from '../findings.js';
import { sigil } from './siglum.js';

/** Cells of the strip under an article's name: as many as can be told apart in the width of the list. */
const STRIP_CELLS = 12;

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @returns {string} what an article is called: its outlet, else its letter
 */
export function nameOf({ outlet, siglum }, strings) {
  return outlet || strings.article.unnamed(siglum);
}

/**
 * The articles of the comparison, one of which is being read.
 *
 * @param {object} given
 * @param {Report} given.report
 * @param {string} given.base id of the article being read
 * @param {Strings} given.strings
 * @param {(article: string) => void} given.onRead
 */
export function articleList({ report, base, strings, onRead }) {
  return html`
    <nav class="articles" aria-label=${strings.article.articles}>
      <h2 class="label">${strings.article.articles}</h2>
      <ul>
        ${report.articles.map(
          (article) => html`
            <li>
              <button
                type="button"
                class="article-link"
                aria-current=${article.id === base ? 'true' : 'false'}
                @click=${() => onRead(article.id)}
              >
                ${sigil(article.siglum)}
                <span class="name">${nameOf(article, strings)}</span>
                <span class="date">${article.published ? strings.date(article.published) : article.title}</span>
                <span class="strip" aria-hidden="true">
                  ${strip(marksIn(report, article.id), article.length, STRIP_CELLS).map(
                    (relation) => html`<span class=${relation ?? ''}></span>`,
                  )}
                </span>
              </button>
            </li>
          `,
        )}
      </ul>
    </nav>
  `;
}
