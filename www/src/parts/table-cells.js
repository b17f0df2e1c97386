/** @import { ArticleReport, Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { groupsOf } from '../findings.js';
import { agreesWith, isOfStory, paragraphOf, sayingsOf } from '../sayings.js';
import { differs } from '../relations.js';
import { variants } from '../rows.js';
import { nameOf } from './names.js';
import { tellsWho, who, words as quoted } from './readings.js';
import { sigil } from './siglum.js';

/** As many tints as the style sheet has for groups of readings; further groups begin again. */
const TINTS = 4;

/**
 * @typedef {object} CellGiven
 * @property {Finding} finding
 * @property {Report} report
 * @property {Strings} strings
 * @property {LaterStrings} words
 * @property {(finding: Finding, reading: Reading) => void} onOpen
 */

/**
 * What one article says.
 *
 * @param {ArticleReport} article
 * @param {CellGiven} given
 */
export function articleCell(article, { finding, report, strings, words, onOpen }) {
  const said = sayingsOf(finding, article.id);
  if (said.length === 0) {
    const isElsewhere = !isOfStory(report, finding, article.id);
    const isAbsent = finding.absent.includes(article.id);
    const absent = isElsewhere
      ? strings.table.otherEvent
      : isAbsent
        ? strings.notes.notMentioned
        : strings.notes.notCompared;
    return html`<td role="cell" class="absent ${isElsewhere ? 'elsewhere' : ''}"><span class="of">${sigil(article.siglum)}</span>${absent}</td>`;
  }
  const isDifference = differs(finding.relation);
  const order = report.articles.map(({ id }) => id);
  const like = isDifference ? agreesWith(finding, article.id, order) : null;
  return html`
    <td role="cell" class=${isDifference ? tint(groupsOf(finding, article.id)[0]) : ''}>
      <span class="of">${sigil(article.siglum)}</span>
      ${said.map(
        (saying) => html`
          <div class="saying" part="reading">
            ${quoted(saying, article, strings, (reading) => onOpen(finding, reading))}
            <span class="where">${where(saying[0], article, strings, words)}</span>
            ${tellsWho(finding, saying[0]) ? who(saying[0], strings) : nothing}
          </div>
        `,
      )}
      ${like ? html`<span class="like">${strings.notes.sameAs(siglumOf(report, like))}</span>` : nothing}
    </td>
  `;
}

/**
 * What all articles say, as a critical apparatus has it: each reading once, with the letters of those that have it.
 *
 * @param {CellGiven} given
 */
export function apparatusCell({ finding, report, strings, words, onOpen }) {
  const order = report.articles.map(({ id }) => id);
  const isDifference = differs(finding.relation);
  const silent = order.filter((id) => finding.absent.includes(id));
  const unclear = order.filter(
    (id) => !silent.includes(id) && isOfStory(report, finding, id) && groupsOf(finding, id).length === 0,
  );
  return html`
    <td role="cell" class="apparatus">
      <ul>
        ${variants(finding, order).map(({ group, articles }) => {
          const readings = articles.map((id) => first(id, group));
          const speakers = [...new Set(readings.map(({ by }) => by?.text).filter(Boolean))];
          return html`
            <li class=${isDifference ? tint(group) : ''}>
              ${opener(readings[0], readings[0].text, 'words')}
              <span class="sigla">${readings.map((reading) => opener(reading, siglumOf(report, reading.article), 'siglum'))}</span>
              ${speakers.length > 0 ? html`<span class="who">${speakers.join(' · ')}</span>` : nothing}
            </li>
          `;
        })}
        ${silent.length > 0 ? html`<li class="absent">${strings.notes.notMentioned} ${letters(silent)}</li>` : nothing}
        ${unclear.length > 0 ? html`<li class="absent">${strings.notes.notCompared} ${letters(unclear)}</li>` : nothing}
      </ul>
    </td>
  `;

  /**
   * @param {string} article
   * @param {number} group
   */
  function first(article, group) {
    return /** @type {Reading} */ (finding.readings.find((one) => one.article === article && one.group === group));
  }

  /**
   * @param {Reading} reading
   * @param {string} shown
   * @param {string} look
   */
  function opener(reading, shown, look) {
    const article = report.articles.find(({ id }) => id === reading.article);
    return html`<button
      type="button"
      class="${look} opener"
      dir="auto"
      aria-label=${strings.notes.open(article ? nameOf(article, strings) : reading.article, reading.text)}
      @click=${() => onOpen(finding, reading)}
      >${shown}</button
    >`;
  }

  /** @param {string[]} ids */
  function letters(ids) {
    return html`<span class="sigla">${ids.map((id) => sigil(siglumOf(report, id)))}</span>`;
  }
}

/** @param {number} group */
function tint(group) {
  return `tint-${group % TINTS}`;
}

/**
 * How high in the story a reading stands.
 *
 * @param {Reading} reading
 * @param {ArticleReport} article
 * @param {Strings} strings
 * @param {LaterStrings} words
 */
function where(reading, article, strings, words) {
  const part = article.parts.find(({ start, end }) => start <= reading.start && reading.start < end)?.part;
  const paragraph = paragraphOf(article, reading.sentence);
  return (part && strings.parts[part]) ?? (paragraph === null ? '' : strings.table.paragraph(paragraph));
}

/**
 * @param {Report} report
 * @param {string} id
 */
function siglumOf(report, id) {
  return report.articles.find((article) => article.id === id)?.siglum ?? id;
}
