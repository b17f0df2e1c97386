/** @import { Finding } from '../../../pkg/web/variorum.js' */
/** @import { Block } from '../blocks.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { blocks } from '../blocks.js';
import { isNarrowed } from '../filters.js';
import { marksIn } from '../findings.js';
import { NotesLayout } from '../notes-layout.js';
import { differs } from '../relations.js';
import { copiesIn, findingsFor, onlyIn } from '../sayings.js';
import { articleList } from '../parts/article-list.js';
import { articleBlock, readingNotes } from '../parts/article-text.js';
import { findingNote } from '../parts/finding-note.js';
import { markEvents } from '../parts/mark-events.js';
import { isolated } from '../parts/names.js';
import { overview } from '../parts/overview.js';
import { relationFilter } from '../parts/relation-filter.js';
import sheet from '../styles/article.css?inline';
import filterSheet from '../styles/filters.css?inline';
import noteSheet from '../styles/notes.css?inline';

/**
 * Called once, when the view is there.
 *
 * @param {VariorumComparer} host
 */
export function attach(host) {
  new NotesLayout(host);
}

export const styles = [filterSheet, sheet, noteSheet].map((css) => unsafeCSS(css));

/**
 * One article set like a newspaper page, with a mark on every phrase that others have as well and notes on what they
 * say beside it.
 *
 * @param {ViewGiven} given
 */
export function view(given) {
  const { outcome, found, filters, base, selected, strings, reviews, isNarrowing, actions } = given;
  const { request, report } = outcome;
  const { onSelect, onOpen } = actions;
  const shown = new Set(found.findings);
  const { click, press } = markEvents({ outcome, selected, actions });
  const article = report.articles.find(({ id }) => id === base) ?? report.articles[0];
  const input = request.articles.find(({ id }) => id === article.id);
  const text = input?.text ?? '';
  const marks = marksIn(report, article.id);
  const shownMarks = marks.filter(({ finding }) => shown.has(finding));
  const copied = copiesIn(report, article.id);
  const copies = copied.length;
  const setting = {
    text,
    marks: shownMarks,
    only: onlyIn(found, article.id),
    copied: filters.copy ? copied : [],
    reviews,
    selected,
    strings,
  };
  const set = blocks(text, article.parts);
  const hasHeadline = set.some(({ part }) => part === 'headline');
  const about = [isolated(article.outlet ?? ''), article.published && strings.date(article.published)].filter(Boolean).join(' · ');
  const top = set.findLastIndex(({ part }) => part === 'headline' || part === 'dek') + 1;
  const body = set.slice(top).findIndex(({ part }) => part !== 'byline' && part !== 'dateline');
  const rest = body < 0 ? set.length : top + body;
  // Choosing a finding draws the paragraphs anew in which it has a mark, and no others.
  const drawn = (/** @type {Block} */ block) =>
    guard([article, text, found, filters.copy, reviews, strings, isTouched(block) ? selected : null], () => articleBlock(block, setting));
  return html`
    <div class="article-view">
      <div class="rail">
        ${articleList({ report, base: article.id, selected, shown, strings, onRead: actions.onRead, onJump: actions.onJump })}
        ${relationFilter({ counts: found.layers, shown: filters.shown, strings, onToggle: actions.onToggle })}
        ${copies > 0
          ? html`
              <button
                type="button"
                class="filter copy-filter"
                aria-pressed=${filters.copy}
                @click=${() => actions.onFilter({ copy: !filters.copy })}
              >
                <span class="sample copied" aria-hidden="true"></span><span class="name">${strings.article.copy}</span>
                <span class="count">${copies}</span>
              </button>
            `
          : nothing}
        <details
          class="narrowing"
          ?open=${isNarrowing || isNarrowed(filters)}
          @toggle=${(/** @type {Event} */ event) => actions.onNarrow(/** @type {HTMLDetailsElement} */ (event.target).open)}
        >
          <summary>${strings.filters.narrow}</summary>
          ${isNarrowing || isNarrowed(filters) ? given.narrowing() : nothing}
        </details>
        ${given.rules()}
      </div>
      <div class="paper">
        ${overview(report, strings)}
        <article lang=${article.language === 'und' ? nothing : article.language} @click=${click} @keydown=${press}>
          ${hasHeadline
            ? nothing
            : html`<h1 class="headline" tabindex="-1">${article.title ?? strings.article.unnamed(article.siglum)}</h1>`}
          ${set.slice(0, top).map(drawn)}
          <p class="about" lang=${strings.language}>${about || strings.article.unnamed(article.siglum)}</p>
          ${set.slice(top, rest).map(drawn)}
          <div lang=${strings.language}>${readingNotes(article, text, strings)}</div>
          ${set.slice(rest).map(drawn)}
        </article>
      </div>
      ${notes()}
    </div>
  `;

  /**
   * Whether the chosen finding has a mark in a block.
   *
   * @param {Block} block
   */
  function isTouched({ start, end }) {
    return marks.some((mark) => mark.finding.id === selected && mark.start < end && start < mark.end);
  }

  function notes() {
    const numbers = new Map(
      marks.filter(({ number }) => number !== null).map(({ finding, number }) => [finding.id, number]),
    );
    const standing = findingsFor(report, article.id).filter(
      (finding) => finding.id === selected || (shown.has(finding) && differs(finding.relation)),
    );
    const position = standing.findIndex(({ id }) => id === selected);
    const isAbsent = (/** @type {Finding} */ finding) =>
      !finding.readings.some((reading) => reading.article === article.id);
    const firstAbsent = standing.find(isAbsent);
    return html`
      <aside class="notes ${selected ? 'open' : ''}" aria-label=${strings.notes.label}>
        <h2 class="label">
          ${position >= 0 ? strings.notes.position(position + 1, standing.length) : strings.notes.label}
        </h2>
        ${standing.length === 0 ? html`<p class="hint">${strings.notes.empty}</p>` : nothing}
        <ol>
          ${repeat(
            standing,
            ({ id }) => id,
            (finding) => html`
              ${finding === firstAbsent
                ? html`<li class="note divider" data-note=""><h3 class="label">${strings.notes.absentHere}</h3></li>`
                : nothing}
              ${findingNote({
                finding,
                number: numbers.get(finding.id) ?? null,
                isSelected: finding.id === selected,
                report,
                strings,
                details: finding.id === selected ? given.details(finding) : nothing,
                review: reviews[finding.id],
                onSelect,
                onOpen,
                onClose: () => onSelect(null),
              })}
            `,
          )}
        </ol>
      </aside>
    `;
  }
}
