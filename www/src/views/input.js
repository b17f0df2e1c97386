/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { Doors } from '../doors/doors.js' */
/** @import { Draft } from '../drafts.js' */
/** @import { Example } from '../examples/index.js' */
/** @import { DraftActions } from '../parts/article-input.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ids, isEmpty, MAX_ARTICLES } from '../drafts.js';
import { counts } from '../findings.js';
import { articleInput } from '../parts/article-input.js';
import { overview } from '../parts/overview.js';
import { sample } from '../parts/sample.js';
import { LAYERS } from '../relations.js';

/**
 * Where articles are pasted and typed.
 *
 * @param {object} given
 * @param {Draft[]} given.drafts
 * @param {Report | null} given.report on the drafts as they were a moment ago
 * @param {readonly Example[]} given.examples
 * @param {Doors} given.doors
 * @param {Strings} given.strings
 * @param {DraftActions & { onAdd: () => void, onClear: () => void, onRead: () => void, onExample: (example: Example) => void }} given.actions
 */
export function inputView({ drafts, report, examples, doors, strings, actions }) {
  const { intro, input } = strings;
  const articleIds = ids(drafts);
  const isReadable = report !== null && report.articles.length > 0;
  return html`
    <div class="input-view">
      <slot name="intro">
        <section class="intro">
          <h1 tabindex="-1">${intro.title}</h1>
          <p>${intro.text}</p>
          <p class="privacy">${intro.privacy}</p>
        </section>
      </slot>
      <ol class="boxes" aria-label=${input.label}>
        ${repeat(
          drafts,
          ({ key }) => key,
          (given, index) => {
            const found = report?.articles.find(({ id }) => id === articleIds[index]) ?? null;
            return articleInput({
              draft: given,
              siglum: found?.siglum ?? (given.id ? null : (articleIds[index]?.toUpperCase() ?? null)),
              found,
              isFirst: index === 0,
              isLast: index === drafts.length - 1,
              isRemovable: drafts.length > 2 || (drafts.length > 1 && !isEmpty(given)),
              doors,
              strings,
              actions,
            });
          },
        )}
      </ol>
      <p class="box-actions">
        <button type="button" class="button add" ?disabled=${drafts.length >= MAX_ARTICLES} @click=${actions.onAdd}>
          ${input.add}
        </button>
        <label class="button open"
          >${input.openFiles}
          <input class="unseen" type="file" multiple @change=${(/** @type {Event} */ event) => openFrom(event, doors)}
        /></label>
        ${drafts.every(isEmpty)
          ? html`<span class="hint">${input.dropHint}</span>`
          : html`<button type="button" class="quiet" @click=${actions.onClear}>${input.clear}</button>`}
        ${drafts.length >= MAX_ARTICLES ? html`<span class="hint">${input.full(MAX_ARTICLES)}</span>` : nothing}
      </p>
      <div class="outcome ${isReadable ? 'ready' : ''}">
        ${overview(report, strings)}
        ${isReadable
          ? html`
              <p class="tally">
                ${LAYERS.map(
                  (layer) =>
                    html`<span>${sample(layer)}${strings.layers[layer]} <b>${counts(report)[layer]}</b></span>`,
                )}
              </p>
              <button type="button" class="button primary" @click=${actions.onRead}>${report.articles.length > 1 ? input.read : input.readOne}</button>
            `
          : nothing}
      </div>
      ${examples.length > 0 ? exampleList() : nothing}
    </div>
  `;

  function exampleList() {
    return html`
      <section class="examples">
        <h2 class="label">${intro.examples}</h2>
        <ul>
          ${examples.map(
            (example) => html`
              <li>
                <button type="button" class="example" @click=${() => actions.onExample(example)}>
                  <span class="name">${example.title}</span>
                  <span class="size">${intro.exampleSize(example.articles)}</span>
                </button>
              </li>
            `,
          )}
        </ul>
        <p class="hint">${intro.fictional}</p>
      </section>
    `;
  }
}

/**
 * @param {Event} event
 * @param {Doors} doors
 */
function openFrom(event, doors) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  doors.open([...(input.files ?? [])]);
  // The same file may be opened once more.
  input.value = '';
}
