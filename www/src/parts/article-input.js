/** @import { ArticleReport } from '../../../pkg/web/variorum.js' */
/** @import { Doors } from '../doors/doors.js' */
/** @import { Draft } from '../drafts.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { sigil } from './siglum.js';

/**
 * What can be done with a draft.
 *
 * @typedef {object} DraftActions
 * @property {(key: string, change: Partial<Draft>) => void} onChange
 * @property {(key: string, by: -1 | 1) => void} onMove
 * @property {(key: string) => void} onRemove
 */

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
        placeholder=${inText || input.inText}
        autocomplete="off"
        @input=${change(kind)}
      />
    </label>
  `;
  return html`
    <li class="article-input" data-key=${draft.key}>
      <div class="head">
        <h2>${sigil(siglum)}<span>${name}</span></h2>
        <div class="actions">
          <button type="button" class="quiet" ?disabled=${isFirst} aria-label="${input.up}: ${name}" @click=${() => actions.onMove(draft.key, -1)}>
            ${input.up}
          </button>
          <button type="button" class="quiet" ?disabled=${isLast} aria-label="${input.down}: ${name}" @click=${() => actions.onMove(draft.key, 1)}>
            ${input.down}
          </button>
          <button type="button" class="quiet" ?disabled=${!isRemovable} aria-label="${input.remove}: ${name}" @click=${() => actions.onRemove(draft.key)}>
            ${input.remove}
          </button>
        </div>
      </div>
      <textarea
        .value=${live(draft.text)}
        aria-label=${input.text(siglum)}
        placeholder=${input.textHint}
        spellcheck="false"
        @input=${change('text')}
      ></textarea>
      <div class="fields">
        ${field('title', found?.title)} ${field('outlet', found?.outlet)}
        <label class="field published">
          <span>${input.published}</span>
          <input type="date" .value=${live(draft.published)} @input=${change('published')} />
          ${!draft.published && found?.published
            ? html`<span class="hint">${input.foundDate(strings.date(found.published))}</span>`
            : nothing}
        </label>
        ${field('url', '')}
      </div>
      ${doors.below(draft)}
    </li>
  `;
}
