/** @import { Finding } from '../../../pkg/web/variorum.js' */
/** @import { Group } from '../rows.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { growing } from '../growing.js';
import { NARROW } from '../layout.js';
import { atOnce } from '../parts/at-once.js';
import { controls } from '../parts/controls.js';
import { columnHead } from '../parts/matrix.js';
import { labelOf } from '../parts/label.js';
import { choice } from '../parts/narrowing.js';
import { onlyList } from '../parts/only-list.js';
import { overview } from '../parts/overview.js';
import { status } from '../parts/finding-note.js';
import { sample } from '../parts/sample.js';
import { sign } from '../parts/sign.js';
import { apparatusCell, articleCell } from '../parts/table-cells.js';
import { groupRows, MAX_COLUMNS } from '../rows.js';
import { later } from '../styles/later.js';
import { table as sheet } from '../styles/table.js';
import { ORDERS } from './index.js';

export const styles = [later, sheet];

/**
 * All findings at once: a row a finding, a column an article.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, found, filters, order, folded, strings, words, actions } = given;
  const { report } = outcome;
  const groups = groupRows(found.findings, order, report);
  return html`
    <div class="table-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.table}</h1>
      ${overview(report, strings, given.events())}
      ${controls(
        given,
        choice(
          words.table.order,
          '',
          order,
          ORDERS.map((value) => ({ value, name: words.table.orders[value], count: Infinity })),
          (value) => actions.onSet({ order: ORDERS.find((one) => one === value) ?? ORDERS[0] }),
        ),
      )}
      ${groups.length > 0 ? table(groups, given) : report.findings.length > 0 ? html`<p class="hint">${words.table.empty}</p>` : nothing}
      ${found.only.length > 0 ? onlyList(found, outcome, strings, words) : nothing}
    </div>
  `;

  /**
   * Roles are named because the rows are grids, which would have none: a grid can be skipped while it is out of sight,
   * a table's row cannot.
   *
   * @param {Group[]} groups
   * @param {ViewGiven} given
   */
  function table(groups, { selected }) {
    const { articles } = report;
    const hasColumns = articles.length <= MAX_COLUMNS;
    const open = groups.flatMap(({ name, findings }) => (folded.has(name) ? [] : findings));
    return growing(open.length, open.findIndex(({ id }) => id === selected), JSON.stringify([filters.words, order]), (limit, more) => {
      let left = limit;
      return html`
        <div class="scroller" role="region" tabindex=${given.holds(NARROW) ? nothing : 0} aria-label=${words.table.scroll}>
          <table role="table" part="table" class="columns-${hasColumns ? articles.length : 'apparatus'}">
            <caption class="unseen">
              ${words.table.caption}
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${strings.table.fact}</th>
                ${hasColumns
                  ? articles.map((article) => columnHead(article, strings))
                  : html`<th role="columnheader" scope="col">${words.table.readings}</th>`}
              </tr>
            </thead>
            ${repeat(
              groups,
              ({ name }) => name,
              (group) => {
                const isFolded = folded.has(group.name);
                const rows = isFolded ? [] : group.findings.slice(0, left);
                left -= rows.length;
                return html`
                  <tbody role="rowgroup">
                    ${groups.length > 1 || isFolded ? groupHead(group, isFolded, articles.length, words, actions.onFold) : nothing}
                    ${repeat(
                      rows,
                      ({ id }) => id,
                      (finding) =>
                        guard([finding, report, strings, words, given.reviews[finding.id], finding.id === selected && {}], () =>
                          row(finding, finding.id === selected, hasColumns, given)),
                    )}
                  </tbody>
                `;
              },
            )}
          </table>
        </div>
        ${more(words.table.more)}
      `;
    });
  }
}

/**
 * The line above rows that belong together, which folds them away.
 *
 * @param {Group} group
 * @param {boolean} isFolded
 * @param {number} columns
 * @param {LaterStrings} words
 * @param {(name: string) => void} onFold
 */
function groupHead({ name, findings }, isFolded, columns, words, onFold) {
  return html`
    <tr role="row" class="group">
      <th role="rowheader" scope="rowgroup" colspan=${columns + 1} aria-colspan=${columns + 1}>
        <button
          type="button"
          aria-expanded=${!isFolded}
          @click=${(/** @type {Event} */ event) => {
            atOnce(event, 'aria-expanded');
            onFold(name);
          }}
        >
          <span class="name">${words.table.group(name)}</span>
          <span class="count">${words.table.facts(findings.length)}</span>
        </button>
      </th>
    </tr>
  `;
}

/**
 * @param {Finding} finding
 * @param {boolean} isSelected
 * @param {boolean} hasColumns
 * @param {ViewGiven & { words: LaterStrings }} view
 */
function row(finding, isSelected, hasColumns, { outcome: { report }, strings, words, reviews, details, actions }) {
  const { onSelect, onOpen } = actions;
  const review = reviews[finding.id];
  const { kind, relation, reasons } = finding;
  const why = reasons.filter(({ reconciles }) => reconciles);
  const rest = reasons.filter(({ reconciles }) => !reconciles);
  const given = { finding, report, strings, words, onOpen };
  const columns = 1 + (hasColumns ? report.articles.length : 1);
  return html`
    <tr role="row" class="${relation} ${isSelected ? 'selected' : ''}" part="row ${relation}${isSelected ? ' selected' : ''}">
      <th role="rowheader" scope="row">
        <span class="relation">${sample(relation)}${strings.layers[relation]}<span class="kind">${sign(kind)}${strings.kinds[kind]}</span>${status(review, strings)}</span>
        <button
          type="button"
          class="fact"
          dir="auto"
          lang=${strings.language}
          data-finding=${finding.id}
          aria-expanded=${isSelected}
          @click=${() => onSelect(isSelected ? null : finding)}
        >
          ${labelOf(finding, report, strings)}
        </button>
        ${why.length > 0
          ? html`<span class="reason">${strings.notes.reason} ${strings.remarks(why)}</span>`
          : nothing}
        ${rest.length > 0 ? html`<span class="reason">${strings.remarks(rest)}</span>` : nothing}
        ${!isSelected && review?.note ? html`<span class="own-note">${review.note}</span>` : nothing}
      </th>
      ${hasColumns ? report.articles.map((article) => articleCell(article, given)) : apparatusCell(given)}
    </tr>
    ${isSelected
      ? html`<tr role="row" class="unfolded ${relation}"><td role="cell" colspan=${columns} aria-colspan=${columns}>${details(finding)}</td></tr>`
      : nothing}
  `;
}
