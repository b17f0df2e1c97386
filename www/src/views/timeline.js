/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Moment, Tick, When } from '../moments.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing } from 'lit';
import { growing } from '../growing.js';
import { lately } from '../lately.js';
import { timeline } from '../moments.js';
import { controls } from '../parts/controls.js';
import { dock } from '../parts/dock.js';
import { countRows, factsOfAll, leading, matrix } from '../parts/matrix.js';
import { labelOf } from '../parts/label.js';
import { overview } from '../parts/overview.js';
import { sample } from '../parts/sample.js';
import { differs } from '../relations.js';
import { later } from '../styles/later.js';
import { table } from '../styles/table.js';

export const styles = [later, table];

const timelineOf = lately(timeline);

/** As much of a sentence as tells what is dated, in UTF-16 units to either side of the time. */
const AROUND = 60;

/**
 * What happened when, as each article has it.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, found, strings, words, actions } = given;
  const { report, request } = outcome;
  const { days, hours, unplaced } = timelineOf(report, found.findings, factsOfAll(given));
  const groups = [
    ...byDay(days).map(([from, to, ticks]) => group(words.timeline.day(from, to), ticks)),
    ...(hours.length > 0 ? [group(words.timeline.hours, hours)] : []),
    ...(unplaced.length > 0 ? [group(words.timeline.unplaced, unplaced)] : []),
  ];
  return html`
    <div class="table-view timeline-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.timeline}</h1>
      ${overview(report, strings, given.events())} ${controls(given)}
      ${groups.length === 0
        ? html`<p class="hint">${words.timeline.empty}</p>`
        : growing(countRows(groups), -1, '', (limit, more) => html`
            ${matrix({
              holds: given.holds,
              articles: report.articles,
              label: strings.nav.timeline,
              corner: words.timeline.when,
              readings: words.table.readings,
              empty: '',
              groups,
              limit,
              strings,
            })}
            ${more(words.table.more)}
          `)}
      ${dock(given)}
    </div>
  `;

  /**
   * @param {string} head
   * @param {Tick[]} ticks
   */
  function group(head, ticks) {
    return {
      head: html`<h2 class="speaker">${head}</h2>`,
      rows: ticks.map((tick) => ({
        of: tick,
        head: () => html`<span class="hour">${hour(tick)}</span>`,
        look: '',
        cell: (/** @type {ArticleReport} */ article) => cell(tick, article),
      })),
    };
  }

  /** @param {Tick} tick */
  function hour({ when, norm, moments }) {
    if (!when.from && !when.clock) return moments[0].words.text;
    return words.timeline.hour(when, norm.includes('|'));
  }

  /**
   * @param {Tick} tick
   * @param {ArticleReport} article
   */
  function cell({ moments }, article) {
    const own = moments.filter((moment) => moment.article === article.id);
    return own.length === 0 ? null : own.map((moment) => entry(moment, article));
  }

  /**
   * @param {Moment} moment
   * @param {ArticleReport} article
   */
  function entry({ words: said, finding }, article) {
    const text = request.articles.find(({ id }) => id === article.id)?.text ?? '';
    const sentence = article.sentences[said.sentence] ?? said;
    const start = wordBorder(text, said.start - AROUND, sentence.start, -1);
    const end = wordBorder(text, said.end + AROUND, sentence.end, 1);
    return html`
      <div class="moment ${finding?.relation ?? ''}">
        ${finding && differs(finding.relation)
          ? html`<button type="button" class="quiet relation" data-finding=${finding.id} @click=${() => actions.onSelect(finding)}>
              ${sample(finding.relation)}${strings.layers[finding.relation]}: <span dir="auto" lang=${strings.language}>${labelOf(finding, report, strings)}</span>
            </button>`
          : nothing}
        <p dir="auto">
          ${start > sentence.start ? '… ' : nothing}${text.slice(start, said.start)}${leading(said, article, strings, () =>
            actions.onShow(article.id, said, finding),
          )}${JOINED.test(text.slice(said.end)) ? WORD_JOINER : nothing}${text.slice(said.end, end)}${end < sentence.end ? ' …' : nothing}
        </p>
      </div>
    `;
  }
}

/** What stands right behind a word; after a button, a line could end before it. */
const JOINED = /^[^\s\p{L}]/u;
const WORD_JOINER = '\u2060';

/**
 * The border of a word at a position or beyond it, within a sentence.
 *
 * @param {string} text
 * @param {number} at
 * @param {number} limit of the sentence, on the side looked to
 * @param {-1 | 1} by
 */
function wordBorder(text, at, limit, by) {
  let border = at;
  while ((limit - border) * by > 0 && !/\s/.test(text[by < 0 ? border - 1 : border])) border += by;
  return (limit - border) * by > 0 ? border : limit;
}

/**
 * @param {Tick[]} ticks in order
 * @returns {[from: string, to: string, ticks: Tick[]][]} those of one day or one stretch of days together
 */
function byDay(ticks) {
  /** @type {[string, string, Tick[]][]} */
  const groups = [];
  for (const tick of ticks) {
    const { from, to } = /** @type {When} */ (tick.when);
    const last = groups.at(-1);
    if (last && last[0] === from && last[1] === to) last[2].push(tick);
    else groups.push([from, to, [tick]]);
  }
  return groups;
}
