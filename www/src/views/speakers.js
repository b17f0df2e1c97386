/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Speaker, Statement } from '../speakers.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing } from 'lit';
import { growing } from '../growing.js';
import { lately } from '../lately.js';
import { controls } from '../parts/controls.js';
import { dock } from '../parts/dock.js';
import { countRows, factsOfAll, leading, matrix } from '../parts/matrix.js';
import { labelOf } from '../parts/label.js';
import { overview } from '../parts/overview.js';
import { sample } from '../parts/sample.js';
import { speakers } from '../speakers.js';
import { later } from '../styles/later.js';
import { table } from '../styles/table.js';

export const styles = [later, table];

const speakersOf = lately(speakers);

/**
 * Speakers, what they are said to have said, and in which article.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, found, strings, words, actions } = given;
  const { report } = outcome;
  const groups = speakersOf(report, found.findings, factsOfAll(given)).map((speaker) => ({
    head: heading(speaker),
    rows: speaker.statements.map((statement) => ({
      of: statement,
      head: () => about(statement),
      look: statement.finding?.relation ?? '',
      cell: (/** @type {ArticleReport} */ article) => cell(statement, article),
    })),
  }));
  const total = countRows(groups);
  return html`
    <div class="table-view speakers-view">
      <h1 class="unseen" tabindex="-1">${strings.nav.speakers}</h1>
      ${overview(report, strings, given.events())} ${controls(given)}
      ${total === 0
        ? html`<p class="hint">${words.speakers.empty}</p>`
        : growing(total, -1, '', (limit, more) => html`
            ${matrix({
              holds: given.holds,
              articles: report.articles,
              label: strings.nav.speakers,
              corner: words.speakers.statement,
              readings: words.table.readings,
              empty: '–',
              groups,
              limit,
              strings,
            })}
            ${more(words.table.more)}
          `)}
      ${dock(given)}
    </div>
  `;

  /** @param {Speaker} speaker */
  function heading({ name, names }) {
    const others = names.filter((other) => other.toLowerCase() !== name.toLowerCase());
    return html`
      <h2 class="speaker">${words.speakers.name(name)}</h2>
      ${others.length > 0 ? html`<span class="count">${words.speakers.also(others)}</span>` : nothing}
    `;
  }

  /** @param {Statement} statement */
  function about({ finding }) {
    if (!finding) return html`<span class="fact-plain">${words.speakers.quote}</span>`;
    return html`
      <span class="relation">${sample(finding.relation)}${strings.layers[finding.relation]}</span>
      <button type="button" class="fact" dir="auto" lang=${strings.language} data-finding=${finding.id} @click=${() => actions.onSelect(finding)}>
        ${labelOf(finding, report, strings)}
      </button>
    `;
  }

  /**
   * @param {Statement} statement
   * @param {ArticleReport} article
   */
  function cell({ finding, words: said }, article) {
    const own = said.get(article.id);
    if (own) {
      return own.map(
        (one) => html`
          <div class="saying" part="reading">
            ${leading(one, article, strings, () => actions.onShow(article.id, one, finding))}
            <span class="where">${one.by?.text}</span>
          </div>
        `,
      );
    }
    // Another speaker, or none, for the same thing: that is what one looks for here.
    const others = finding?.readings.filter((reading) => reading.article === article.id) ?? [];
    if (others.length === 0) return null;
    const [first] = others;
    return html`
      <div class="saying of-another">
        ${leading(first, article, strings, () => actions.onShow(article.id, first, finding))}
        <span class="where">${first.by?.text ?? strings.notes.nobody}</span>
      </div>
    `;
  }
}
