/** @import { ArticleReport, Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Outcome } from '../comparison.js' */
/** @import { Strings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { agreesWith, counts, groupsOf, isOfStory, onlyIn, paragraphOf, sayingsOf } from '../findings.js';
import { nameOf } from '../parts/article-list.js';
import { overview } from '../parts/overview.js';
import { who, words } from '../parts/readings.js';
import { relationFilter, sample } from '../parts/relation-filter.js';
import { sigil } from '../parts/siglum.js';
import { differs } from '../relations.js';
import sheet from '../styles/table.css?inline';

export const styles = unsafeCSS(sheet);

/** As many tints as the style sheet has for groups of readings; further groups begin again. */
const TINTS = 4;

/**
 * All findings at once: a row a finding, a column an article.
 *
 * @param {ViewGiven} given
 */
export function view({ outcome, shown, strings, onToggle, onOpen }) {
  const { report } = outcome;
  const rows = report.findings.filter(({ relation }) => shown.has(relation));
  return html`
    <div class="table-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.table}</h1>
      ${overview(report, strings)} ${relationFilter({ counts: counts(report), shown, strings, onToggle })}
      ${rows.length === 0
        ? html`<p class="hint">${strings.table.empty}</p>`
        : html`
            <div class="scroller" role="region" tabindex="0" aria-label=${strings.table.scroll}>
              <table>
                <caption class="unseen">
                  ${strings.table.caption}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${strings.table.fact}</th>
                    ${report.articles.map((article) => columnHead(article, strings))}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((finding) => row(finding, report, strings, onOpen))}
                </tbody>
              </table>
            </div>
          `}
      ${shown.has('only') && report.only.length > 0 ? onlyList(outcome, strings) : nothing}
    </div>
  `;
}

/**
 * @param {ArticleReport} article
 * @param {Strings} strings
 */
function columnHead(article, strings) {
  return html`
    <th scope="col">
      <span class="name">${article.siglum} · ${nameOf(article, strings)}</span>
      <span class="date">${article.published ? strings.date(article.published) : nothing}</span>
    </th>
  `;
}

/**
 * @param {Finding} finding
 * @param {Report} report
 * @param {Strings} strings
 * @param {ViewGiven['onOpen']} onOpen
 */
function row(finding, report, strings, onOpen) {
  const { relation, reasons } = finding;
  const why = reasons.filter(({ reconciles }) => reconciles);
  const rest = reasons.filter(({ reconciles }) => !reconciles);
  const order = report.articles.map(({ id }) => id);
  return html`
    <tr class=${relation}>
      <th scope="row">
        <span class="relation">${sample(relation)}${strings.layers[relation]}</span>
        <span class="fact">${strings.label(finding)}</span>
        ${why.length > 0
          ? html`<span class="reason">${strings.notes.reason} ${why.map(({ message }) => message).join(' ')}</span>`
          : nothing}
        ${rest.length > 0 ? html`<span class="reason">${rest.map(({ message }) => message).join(' ')}</span>` : nothing}
      </th>
      ${report.articles.map((article) => cell(article))}
    </tr>
  `;

  /** @param {ArticleReport} article */
  function cell(article) {
    const said = sayingsOf(finding, article.id);
    if (said.length === 0) {
      const isElsewhere = !isOfStory(report, finding, article.id);
      const isAbsent = finding.absent.includes(article.id);
      const absent = isElsewhere
        ? strings.table.otherEvent
        : isAbsent
          ? strings.notes.notMentioned
          : strings.notes.notCompared;
      return html`<td class="absent ${isElsewhere ? 'elsewhere' : ''}"><span class="of">${sigil(article.siglum)}</span>${absent}</td>`;
    }
    const groups = groupsOf(finding, article.id);
    const like = differs(relation) ? agreesWith(finding, article.id, order) : null;
    const tint = differs(relation) ? `tint-${groups[0] % TINTS}` : '';
    return html`
      <td class=${tint}>
        <span class="of">${sigil(article.siglum)}</span>
        ${said.map(
          (saying) => html`
            <div class="saying">
              ${words(saying, article, strings, (reading) => onOpen(finding, reading))} ${where(saying[0], article)}
              ${saying[0].by || differs(relation) ? who(saying[0], strings) : nothing}
            </div>
          `,
        )}
        ${like ? html`<span class="like">${strings.notes.sameAs(siglumOf(like))}</span>` : nothing}
      </td>
    `;
  }

  /**
   * @param {Reading} reading
   * @param {ArticleReport} article
   */
  function where(reading, article) {
    const part = article.parts.find(({ start, end }) => start <= reading.start && reading.start < end)?.part;
    const partName = part && strings.parts[part];
    const paragraph = paragraphOf(article, reading.sentence);
    return html`<span class="where">${partName ?? (paragraph === null ? '' : strings.table.paragraph(paragraph))}</span>`;
  }

  /** @param {string} id */
  function siglumOf(id) {
    return report.articles.find((article) => article.id === id)?.siglum ?? id;
  }
}

/**
 * What only one article tells, sentence by sentence.
 *
 * @param {Outcome} outcome
 * @param {Strings} strings
 */
function onlyList({ report, request }, strings) {
  return html`
    <section class="only-list">
      <h2>${sample('only')}${strings.table.only}</h2>
      ${report.articles.map((article) => {
        const places = onlyIn(report, article.id);
        const text = request.articles.find(({ id }) => id === article.id)?.text ?? '';
        if (places.length === 0) return nothing;
        return html`
          <h3>${sigil(article.siglum)}${nameOf(article, strings)}</h3>
          <ul>
            ${places.map(({ start, end }) => html`<li>${text.slice(start, end)}</li>`)}
          </ul>
        `;
      })}
    </section>
  `;
}
