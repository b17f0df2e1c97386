/** @import { Finding, Place } from '../../../pkg/web/variorum.js' */
/** @import { Mark } from '../findings.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { Entry } from '../sliced.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { ViewGiven } from './index.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { blocks } from '../blocks.js';
import { Chosen } from '../chosen.js';
import { isNarrowed } from '../filters.js';
import { marksIn } from '../findings.js';
import { KeptFocus } from '../kept-focus.js';
import { NARROW } from '../layout.js';
import { spread } from '../marks.js';
import { NotesLayout } from '../notes-layout.js';
import { differs } from '../relations.js';
import { copiesIn, findingsFor, onlyIn } from '../sayings.js';
import { sliced } from '../sliced.js';
import { articleList } from '../parts/article-list.js';
import { articleBlock, readingNotes } from '../parts/article-text.js';
import { atOnce } from '../parts/at-once.js';
import { findingNote } from '../parts/finding-note.js';
import { fold } from '../parts/fold.js';
import { markEvents } from '../parts/mark-events.js';
import { isolated } from '../parts/names.js';
import { overview } from '../parts/overview.js';
import { relationFilter } from '../parts/relation-filter.js';
import { sigil } from '../parts/siglum.js';
import sheet from '../styles/article.css?inline';
import filterSheet from '../styles/filters.css?inline';
import noteSheet from '../styles/notes.css?inline';

/** As many paragraphs as have their marks at once: about as many as a screen holds. */
const FIRST_BLOCKS = 5;

/** As many headlines of others as have room above the first note, if they have a line each; fewer have two. */
const MAX_HEADLINES = 3;

/** As many notes as are drawn at once, of which a screen holds about six. */
const FIRST_NOTES = 5;

/**
 * Called once, when the view is there.
 *
 * @param {VariorumComparer} host
 */
export function attach(host) {
  // What the chosen note says more comes before one is chosen: a style sheet that came later would style all marks anew.
  host.views.fetch('details');
  new Chosen(host);
  new KeptFocus(host);
  new NotesLayout(host);
}

export const styles = [filterSheet, sheet, noteSheet].map((css) => unsafeCSS(css));

/**
 * One article set like a newspaper page, with a mark on every phrase that others have as well and notes on what they
 * say beside it.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 */
export function view(given) {
  const { outcome, found, filters, base, selected, strings, reviews, isNarrowing, actions } = given;
  const { request, report } = outcome;
  const { onSelect, onOpen } = actions;
  const shown = new Set(found.findings);
  const marked = markEvents({ outcome, selected, actions });
  const article = report.articles.find(({ id }) => id === base) ?? report.articles[0];
  const input = request.articles.find(({ id }) => id === article.id);
  const text = input?.text ?? '';
  const key = `${article.id} ${text}`;
  const marks = marksIn(report, article.id);
  const copied = copiesIn(report, article.id);
  const copies = copied.length;
  const set = blocks(text, article.parts);
  const hasHeadline = set.some(({ part }) => part === 'headline');
  const about = [isolated(article.outlet ?? ''), article.published && strings.date(article.published)].filter(Boolean).join(' · ');
  const top = set.findLastIndex(({ part }) => part === 'headline' || part === 'dek') + 1;
  const body = set.slice(top).findIndex(({ part }) => part !== 'byline' && part !== 'dateline');
  const rest = body < 0 ? set.length : top + body;
  const folded = html`
    ${relationFilter({ counts: found.layers, shown: filters.shown, strings, onToggle: actions.onToggle })}
    ${copies > 0
      ? html`
          <button
            type="button"
            class="filter copy-filter"
            aria-pressed=${filters.copy}
            @click=${(/** @type {Event} */ event) => {
              atOnce(event, 'aria-pressed');
              actions.onFilter({ copy: !filters.copy });
            }}
          >
            <span class="sample copied" aria-hidden="true"></span><span class="name">${strings.article.copy}</span>
            <span class="count">${copies}</span>
          </button>
        `
      : nothing}
    <details
      class="narrowing"
      ?open=${isNarrowing || isNarrowed(filters)}
      @toggle=${(/** @type {Event} */ event) => {
        // Where all is folded, it opens and closes with the rest.
        if (!given.holds(NARROW)) actions.onNarrow(/** @type {HTMLDetailsElement} */ (event.target).open);
      }}
    >
      <summary>${strings.filters.narrow}</summary>
      ${isNarrowing || isNarrowed(filters) ? given.narrowing() : nothing}
    </details>
  `;
  return html`
    <div class="article-view">
      <div class="rail">
        ${articleList({ report, request, base: article.id, selected, shown, strings, onRead: actions.onRead, onJump: actions.onJump })}
        ${fold(given, folded)}
        ${given.rules()}
      </div>
      <div class="paper" part="paper">
        ${overview(report, strings, given.events())}
        <article lang=${article.language === 'und' ? nothing : article.language} @click=${marked.click} @keydown=${marked.press}>
          ${keyed(key, sliced(key, FIRST_BLOCKS, paragraphs))}
        </article>
      </div>
      ${notes()}
    </div>
  `;

  /**
   * The text stands as soon as the view does. Marks take no room, so they may come in a paragraph later than its words.
   *
   * @param {Entry} entry
   */
  function paragraphs(entry) {
    const shownMarks = spread(set, marks.filter(({ finding }) => shown.has(finding)));
    const only = spread(set, onlyIn(found, article.id));
    const blocks = set.map((block, at) => {
      const setting = { text, marks: shownMarks[at], only: only[at], copied: filters.copy ? copied : [], reviews, selected, strings };
      const isTouched = shownMarks[at].some(({ finding }) => finding.id === selected);
      const state = [report, filters.copy, strings, signature(shownMarks[at], only[at], reviews)];
      const bare = { ...setting, marks: [], only: [], copied: [] };
      return entry(block.start, state, isTouched, () => articleBlock(block, setting), () => articleBlock(block, bare, true));
    });
    return html`
      ${hasHeadline
        ? nothing
        : html`<h1 class="headline" part="headline" tabindex="-1">${article.title ?? strings.article.unnamed(article.siglum)}</h1>`}
      ${blocks.slice(0, top)}
      ${about ? html`<p class="about" lang=${strings.language}>${about}</p>` : nothing}
      ${blocks.slice(top, rest)}
      <div lang=${strings.language}>${readingNotes(article, text, strings)}</div>
      ${blocks.slice(rest)}
    `;
  }

  /** What the others begin with, in the room beside the top of this article, above the first of its marks. */
  function headlines() {
    const story = report.stories.find((ids) => ids.includes(article.id)) ?? [];
    const others = report.articles.filter(({ id, title }) => id !== article.id && title && story.includes(id)).slice(0, MAX_HEADLINES);
    if (others.length === 0) return nothing;
    return html`
      <ul class="headlines ${others.length < MAX_HEADLINES ? '' : 'in-a-line'}">
        ${others.map(
          ({ id, siglum, title, language }) => html`
            <li>
              <button type="button" title=${title} @click=${() => actions.onRead(id)}>
                ${sigil(siglum)}<span class="words" dir="auto" lang=${language === 'und' ? nothing : language}>${title}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    `;
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
    /** The chosen note is drawn anew whenever the view is: it holds what is being typed. */
    const anew = {};
    /**
     * @param {Finding} finding
     * @param {Entry} entry
     */
    const drawn = (finding, entry) => {
      const { id } = finding;
      const isSelected = id === selected;
      const number = numbers.get(id) ?? null;
      const review = reviews[id];
      const state = [report, number, review, strings, finding === firstAbsent, isSelected && anew];
      const draw = () => html`
        ${finding === firstAbsent
          ? html`<li class="note divider" data-note=""><h3 class="label">${strings.notes.absentHere}</h3></li>`
          : nothing}
        ${findingNote({
          finding,
          number,
          isSelected,
          report,
          strings,
          details: isSelected ? given.details(finding) : nothing,
          review,
          onSelect,
          onOpen,
          onClose: () => onSelect(null),
        })}
      `;
      const note = entry(id, state, isSelected, draw);
      return { id, note };
    };
    return html`
      <aside class="notes ${selected ? 'open' : ''}" part="notes" aria-label=${strings.notes.label}>
        <h2 class="label">
          ${position >= 0 ? html`<span class="position">${strings.notes.position(position + 1, standing.length)}</span>` : nothing}
          <span class="title">${strings.notes.label}</span>
        </h2>
        ${headlines()}
        ${standing.length === 0 ? html`<p class="hint">${strings.notes.empty}</p>` : nothing}
        <ol>
          ${sliced(key, FIRST_NOTES, (entry) =>
            repeat(
              standing.map((finding) => drawn(finding, entry)).filter(({ note }) => note !== null),
              ({ id }) => id,
              ({ note }) => note,
            ))}
        </ol>
      </aside>
    `;
  }
}

/**
 * What of a paragraph's marks changes how they look.
 *
 * @param {readonly Mark[]} marks
 * @param {readonly Place[]} only
 * @param {Reviews} reviews
 */
function signature(marks, only, reviews) {
  const ids = marks.map(({ finding: { id } }) => (reviews[id]?.status === 'dismissed' ? `-${id}` : id));
  return [...ids, ...only.map(({ start }) => start)].join(' ');
}
