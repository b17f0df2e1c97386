/** @import { ArticleFacts, ArticleReport, Mention, Reading, Request } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */
/** @import { ViewGiven } from '../views/index.js' */

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { lately } from '../lately.js';
import { NARROW } from '../layout.js';
import { MAX_COLUMNS } from '../rows.js';
import { nameOf, subtitleOf } from './names.js';
import { sigil } from './siglum.js';

/**
 * @typedef {object} MatrixRow
 * @property {unknown} of what the row is drawn from: for as long as it is the same, the row is not drawn anew
 * @property {() => unknown} head what the row is about
 * @property {string} look a class
 * @property {(article: ArticleReport) => unknown} cell null where the article has nothing
 *
 * @typedef {object} MatrixGroup
 * @property {unknown} head
 * @property {readonly MatrixRow[]} rows
 */

/**
 * A table with a column an article, in groups with a heading each.
 *
 * Roles are named because the rows are grids, which would have none: see fact-table.js.
 *
 * @param {object} given
 * @param {ArticleReport[]} given.articles
 * @param {string} given.label
 * @param {string} given.corner what the first column is about
 * @param {string} given.readings what the second is about where there are more articles than columns
 * @param {string} given.empty said where an article has nothing
 * @param {readonly MatrixGroup[]} given.groups
 * @param {number} given.limit as many rows as are drawn
 * @param {Strings} given.strings
 * @param {(query: string) => boolean} given.holds whether a media query about the width holds: where rows are stacked, nothing scrolls
 */
export function matrix({ articles, label, corner, readings, empty, groups, limit, strings, holds }) {
  const hasColumns = articles.length <= MAX_COLUMNS;
  return html`
    <div class="scroller" role="region" tabindex=${holds(NARROW) ? nothing : 0} aria-label=${label}>
      <table role="table" part="table" class="columns-${hasColumns ? articles.length : 'apparatus'}">
        <caption class="unseen">
          ${label}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${corner}</th>
            ${hasColumns
              ? articles.map((article) => columnHead(article, strings))
              : html`<th role="columnheader" scope="col">${readings}</th>`}
          </tr>
        </thead>
        ${cut(groups, limit).map(
          ({ head, rows }) => html`
            <tbody role="rowgroup">
              <tr role="row" class="group">
                <th role="rowheader" scope="rowgroup" colspan=${articles.length + 1}>${head}</th>
              </tr>
              ${rows.map((row) => guard([row.of, articles, strings], () => drawn(row)))}
            </tbody>
          `,
        )}
      </table>
    </div>
  `;

  /** @param {MatrixRow} row */
  function drawn(row) {
    return html`
      <tr role="row" part="row" class=${row.look}>
        <th role="rowheader" scope="row">${row.head()}</th>
        ${hasColumns ? articles.map((article) => cell(row, article)) : listed(row)}
      </tr>
    `;
  }

  /**
   * @param {MatrixRow} row
   * @param {ArticleReport} article
   */
  function cell(row, article) {
    const content = row.cell(article);
    return html`<td role="cell" class=${content === null ? 'absent none' : ''}>
      <span class="of">${sigil(article.siglum)}</span>${content ?? empty}
    </td>`;
  }

  /** @param {MatrixRow} row */
  function listed(row) {
    return html`
      <td role="cell" class="listed">
        <ul>
          ${articles.map((article) => {
            const content = row.cell(article);
            return content === null ? nothing : html`<li>${sigil(article.siglum)}<div>${content}</div></li>`;
          })}
        </ul>
      </td>
    `;
  }
}

/**
 * @param {readonly MatrixGroup[]} groups
 * @param {number} limit
 * @returns {MatrixGroup[]} the first so many rows, in their groups
 */
function cut(groups, limit) {
  let left = limit;
  return groups.flatMap(({ head, rows }) => {
    const taken = rows.slice(0, Math.max(0, left));
    left -= rows.length;
    return taken.length > 0 ? [{ head, rows: taken }] : [];
  });
}

/** @param {readonly MatrixGroup[]} groups */
export function countRows(groups) {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 */
export function columnHead(article, strings) {
  return html`
    <th role="columnheader" scope="col">
      ${sigil(article.siglum)}<span class="name">${nameOf(article, strings)}</span>
      <span class="date" dir="auto">${subtitleOf(article, strings)}</span>
    </th>
  `;
}

/**
 * An article's own words, which lead to where they stand.
 *
 * @param {Reading | Mention} words
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @param {() => void} onOpen
 */
export function leading(words, article, strings, onOpen) {
  return html`<span class="words" part="words" dir="auto" lang=${article.language}
    ><button type="button" aria-label=${strings.notes.open(nameOf(article, strings), words.text)} @click=${onOpen}
      >${words.text}</button
    ></span
  >`;
}

/**
 * The facts of all articles that the engine has answered for.
 *
 * @param {ViewGiven} given
 */
export function factsOfAll({ outcome: { request }, factsOf }) {
  return byArticle(request, ...request.articles.map(factsOf));
}

const byArticle = lately(
  (/** @type {Request} */ { articles }, /** @type {(ArticleFacts | null)[]} */ ...facts) =>
    new Map(
      articles.flatMap(({ id }, index) => {
        const found = facts[index];
        return found ? [/** @type {const} */ ([id, found])] : [];
      }),
    ),
);
