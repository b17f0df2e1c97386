/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Doors } from '../doors/doors.js' */
/** @import { Draft } from '../drafts.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isEmpty } from '../drafts.js';
import { RIGHT_TO_LEFT } from './names.js';
import { sigil } from './siglum.js';

/**
 * What can be done with a draft.
 *
 * @typedef {object} DraftActions
 * @property {(key: string, change: Partial<Draft>) => void} onChange
 * @property {(key: string, by: -1 | 1) => void} onMove
 * @property {(key: string, place: string) => void} onMoveTo
 * @property {(key: string) => void} onRemove
 */

/** Under this type a box that is dragged goes by, so that nothing else takes it. */
const DRAGGED = 'application/x-variorum-draft';

/**
 * The box of one article: its text, and small fields for what the text does not tell by itself.
 *
 * @param {object} given
 * @param {Draft} given.draft
 * @param {string | null} given.siglum the letter that it has, or will have when filled
 * @param {ArticleReport | null} given.found how the engine read the text
 * @param {boolean} given.isFirst
 * @param {boolean} given.isLast
 * @param {boolean} given.isRemovable
 * @param {Doors} given.doors
 * @param {Strings} given.strings
 * @param {DraftActions} given.actions
 */
export function articleInput({ draft, siglum, found, isFirst, isLast, isRemovable, doors, strings, actions }) {
  const { input } = strings;
  const name = input.article(siglum);
  const change = (/** @type {keyof Draft} */ field) => (/** @type {Event} */ event) =>
    actions.onChange(draft.key, { [field]: /** @type {HTMLInputElement} */ (event.target).value });
  const field = (/** @type {'title' | 'outlet' | 'url'} */ kind, /** @type {string | null | undefined} */ inText) => html`
    <label class="field ${kind}">
      <span>${input[kind]}</span>
      <input
        .value=${live(draft[kind] ?? '')}
        placeholder=${kind === 'url' ? 'https://' : inText || input.inText}
        autocomplete="off"
        dir="auto"
        @input=${change(kind)}
      />
    </label>
  `;
  const isFilled = !isEmpty(draft);
  const hasFields = isFilled || draft.title || draft.outlet || draft.published || draft.url;
  return html`
    <li
      class="article-input"
      part="box"
      data-key=${draft.key}
      @dragover=${(/** @type {DragEvent} */ event) => over(event, true)}
      @dragleave=${(/** @type {DragEvent} */ event) => over(event, false)}
      @drop=${(/** @type {DragEvent} */ event) => {
        over(event, false);
        const key = event.dataTransfer?.getData(DRAGGED);
        if (key) actions.onMoveTo(key, draft.key);
      }}
    >
      <div class="head">
        <h2
          aria-label=${name}
          draggable=${isFirst && isLast ? 'false' : 'true'}
          title=${isFirst && isLast ? nothing : input.drag}
          @dragstart=${(/** @type {DragEvent} */ event) => event.dataTransfer?.setData(DRAGGED, draft.key)}
        >
          ${sigil(siglum)}<span>${name}</span>
        </h2>
        <div class="actions" ?hidden=${!isFilled && !isRemovable}>
          <button type="button" class="quiet" ?disabled=${isFirst} aria-label="${input.up}: ${name}" @click=${() => actions.onMove(draft.key, -1)}>
            ${input.up}
          </button>
          <button type="button" class="quiet" ?disabled=${isLast} aria-label="${input.down}: ${name}" @click=${() => actions.onMove(draft.key, 1)}>
            ${input.down}
          </button>
          <button type="button" class="quiet" ?hidden=${!isRemovable} aria-label="${input.remove}: ${name}" @click=${() => actions.onRemove(draft.key)}>
            ${input.remove}
          </button>
        </div>
      </div>
      <textarea
        .value=${live(draft.text)}
        dir=${direction(draft.text)}
        aria-label=${input.text(siglum)}
        placeholder=${input.textHint}
        spellcheck="false"
        @input=${change('text')}
      ></textarea>
      <div class="fields" role="group" aria-label=${name} ?hidden=${!hasFields}>
        ${field('title', found?.title)} ${field('outlet', found?.outlet)} ${field('url', null)}
        <label class="field published">
          <span>${input.published}</span>
          <input type="date" .value=${live(draft.published)} @input=${change('published')} />
          ${!draft.published && found?.published
            ? html`<span class="hint">${input.foundDate(strings.date(found.published))}</span>`
            : nothing}
        </label>
      </div>
      ${doors.below(draft)}
    </li>
  `;
}

/**
 * The direction that the first word of a text has. Not left to the browser (`dir="auto"`): Chromium then takes minutes
 * to lay out a megabyte in a box.
 *
 * @param {string} text
 * @returns {'rtl' | 'ltr'}
 */
function direction(text) {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * Shows where a box would fall, and lets it fall there.
 *
 * @param {DragEvent} event
 * @param {boolean} isOver
 */
function over(event, isOver) {
  if (!event.dataTransfer?.types.includes(DRAGGED)) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (event.currentTarget).toggleAttribute('data-over', isOver);
}
