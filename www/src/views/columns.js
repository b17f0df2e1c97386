/** @import { ArticleReport, Report } from '../../../pkg/web/variorum.js' */
/** @import { Setting } from '../parts/article-text.js' */
/** @import { Row } from '../levels.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { marksIn } from '../findings.js';
import { onlyIn, paragraphOf } from '../sayings.js';
import { growing } from '../growing.js';
import { lately } from '../lately.js';
import { elsewhere, levels } from '../levels.js';
import { nameOf, subtitleOf } from '../parts/names.js';
import { markedText } from '../parts/article-text.js';
import { articleChoice, controls } from '../parts/controls.js';
import { dock } from '../parts/dock.js';
import { markEvents } from '../parts/mark-events.js';
import { overview } from '../parts/overview.js';
import { sigil } from '../parts/siglum.js';
import sheet from '../styles/columns.css?inline';
import { later } from '../styles/later.js';
import { isReworded, onlyOn } from '../word-diffs.js';

export const styles = [later, unsafeCSS(sheet)];

/** As many columns as can be read beside each other. */
const MAX_COLUMNS = 4;

/** Which sentences stand level; of articles by their ids, with a space between. */
const levelled = lately((/** @type {Report} */ report, /** @type {string} */ ids) => {
  const rows = levels(report, ids.split(' '));
  return { rows, others: elsewhere(report, rows, SAME_ELSEWHERE) };
});

/** From this score on, in per cent, sentences that do not stand level are said to tell the same. */
const SAME_ELSEWHERE = 50;

/**
 * Two to four articles beside each other, sentences that tell the same level with each other.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, found, base, selected, strings, words, columns, isWordwise, actions, diffWords } = given;
  const { report, request } = outcome;
  const chosen = columnsOf(given);
  const articles = report.articles.filter(({ id }) => chosen.includes(id));
  const { rows, others } = levelled(report, chosen.join(' '));
  const shown = new Set(found.findings);
  // A word diff may come with any drawing; otherwise a row stays as it is. Which marks are chosen is shown by chosen.js.
  const drawing = isWordwise ? {} : null;
  const settings = new Map(articles.map((article) => [article.id, settingOf(article)]));
  const { click, press } = markEvents(given);
  return html`
    <div class="columns-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.columns}</h1>
      ${overview(report, strings, given.events())}
      ${controls(
        given,
        html`
          ${report.articles.length > 2
            ? articleChoice({
                outcome,
                chosen,
                least: Math.min(2, report.articles.length),
                most: MAX_COLUMNS,
                label: words.columns.choose,
                name: (id) => nameOf(articleOf(id), strings),
                onChoose: (next) => actions.onSet({ columns: next }),
              })
            : nothing}
          <label class="check">
            <input type="checkbox" .checked=${isWordwise} @change=${() => actions.onSet({ isWordwise: !isWordwise })} />
            <span>${words.columns.wordwise}</span>
          </label>
        `,
      )}
      ${growing(rows.length, rowOfSelected(), JSON.stringify([chosen, columns.length]), (limit, more) => html`
        <div class="level count-${articles.length}" role="table" aria-label=${strings.nav.columns} @click=${click} @keydown=${press}>
          <div role="rowgroup" class="level-head">
            <div role="row" class="level-row">
              ${articles.map(
                (article) => html`
                  <div role="columnheader" class=${article.id === base ? 'is-base' : ''}>
                    ${sigil(article.siglum)}<span class="name">${nameOf(article, strings)}</span>
                    <span class="date" dir="auto">${subtitleOf(article, strings)}</span>
                  </div>
                `,
              )}
            </div>
          </div>
          <div role="rowgroup">${rows.slice(0, limit).map((row) => guard([row, found, given.reviews, strings, drawing], () => levelRow(row)))}</div>
        </div>
        ${more(words.table.more)}
      `)}
      ${dock(given)}
    </div>
  `;

  /** @param {string} id */
  function articleOf(id) {
    return /** @type {ArticleReport} */ (report.articles.find((article) => article.id === id));
  }

  /**
   * @param {ArticleReport} article
   * @returns {Setting}
   */
  function settingOf({ id }) {
    return {
      text: request.articles.find((one) => one.id === id)?.text ?? '',
      // Numbers tie marks to notes beside them, of which there are none here.
      marks: marksIn(report, id).flatMap((mark) => (shown.has(mark.finding) ? [{ ...mark, number: null }] : [])),
      only: onlyIn(found, id),
      reviews: given.reviews,
      selected,
      strings,
    };
  }

  /** The row in which the chosen finding stands, which has to be drawn; -1 without one. */
  function rowOfSelected() {
    const readings = report.findings.find(({ id }) => id === selected)?.readings ?? [];
    return rows.findIndex(({ cells }) => readings.some(({ article, sentence }) => cells.get(article)?.includes(sentence)));
  }

  /** @param {Row} row */
  function levelRow(row) {
    return html`
      <div role="row" class="level-row ${row.isLevel ? 'is-level' : ''}">
        ${articles.map((article, column) => {
          const sentences = row.cells.get(article.id) ?? [];
          const isJoined = row.isLevel && sentences.length > 0 && articles.slice(0, column).some(({ id }) => row.cells.has(id));
          return html`
            <div role="cell" class="${isJoined ? 'joined' : ''} ${sentences.length === 0 ? 'empty' : ''}">
              ${sentences.length > 0 ? html`<span class="of">${sigil(article.siglum)}</span>` : nothing}
              ${paragraphs(article, sentences).map((group) => html`<p lang=${article.language === 'und' ? nothing : article.language} dir="auto">${group.map((sentence) => sentenceWords(article, sentence, row))}</p>`)}
            </div>
          `;
        })}
      </div>
    `;
  }

  /**
   * @param {ArticleReport} article
   * @param {number} sentence
   * @param {Row} row
   */
  function sentenceWords(article, sentence, row) {
    const { start, end } = article.sentences[sentence];
    const setting = /** @type {Setting} */ (settings.get(article.id));
    const other = others.get(`${sentence} ${article.id}`);
    const part = article.parts.find((given) => given.start <= start && start < given.end)?.part;
    return html`<span class="sentence ${part ?? ''}"
        >${markedText(start, end, { ...setting, differing: isWordwise && row.isLevel ? differing(article, sentence, row) : [] })}</span
      >${other ? html` <span class="elsewhere">${words.columns.elsewhere(articleOf(other.article).siglum, placeOf(articleOf(other.article), other.sentence))}</span>` : nothing} `;
  }

  /**
   * The words of a sentence that the row's first has not; of the first, those that the second has not.
   *
   * @param {ArticleReport} article
   * @param {number} sentence
   * @param {Row} row
   */
  function differing(article, sentence, row) {
    const [first, second] = articles.filter(({ id }) => row.cells.has(id));
    const isFirst = article === first;
    const [left, right] = [sentenceText(first, row), sentenceText(isFirst ? second : article, row)];
    const diff = diffWords(left, right);
    if (!diff || !isReworded(diff, left, right)) return [];
    return onlyOn(diff, isFirst ? 'left' : 'right', article.sentences[sentence].start);
  }

  /**
   * @param {ArticleReport} article
   * @param {Row} row one in which the article has a sentence
   */
  function sentenceText(article, row) {
    const [sentence] = row.cells.get(article.id) ?? [];
    const { start, end } = article.sentences[sentence];
    return settings.get(article.id)?.text.slice(start, end) ?? '';
  }

  /**
   * @param {ArticleReport} article
   * @param {number} sentence
   */
  function placeOf(article, sentence) {
    const { start } = article.sentences[sentence];
    const part = article.parts.find((given) => given.start <= start && start < given.end)?.part;
    const paragraph = paragraphOf(article, sentence);
    return (part && strings.parts[part]) ?? (paragraph === null ? '' : strings.table.paragraph(paragraph));
  }
}

/**
 * The articles that have a column: those chosen, else the one being read and the others of its event.
 *
 * @param {ViewGiven} given
 * @returns {string[]} ids, in the articles' order
 */
function columnsOf({ outcome: { report }, base, columns }) {
  const ids = report.articles.map(({ id }) => id);
  const chosen = ids.filter((id) => columns.includes(id));
  if (chosen.length > 1 || ids.length < 2) return chosen.length > 0 ? chosen : ids;
  const story = report.stories.find((given) => given.includes(base)) ?? [];
  const wanted = [base, ...story, ...ids].filter((id, at, all) => all.indexOf(id) === at).slice(0, 2);
  return ids.filter((id) => wanted.includes(id));
}

/**
 * @param {ArticleReport} article
 * @param {readonly number[]} sentences
 * @returns {number[][]} the sentences of each paragraph
 */
function paragraphs({ sentences: all }, sentences) {
  /** @type {number[][]} */
  const groups = [];
  for (const [index, sentence] of sentences.entries()) {
    const isSame = index > 0 && all[sentence].paragraph === all[sentences[index - 1]].paragraph;
    if (isSame) groups[groups.length - 1].push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}
