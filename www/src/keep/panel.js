/** @import { Page } from '../page.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { Form } from './files.js' */
/** @import { Archive } from './archive.js' */

import { html, nothing, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import css from './panel.css?inline';
import { isWanted as isLibraryWanted } from './wanted.js';

export const styles = unsafeCSS(css);

/** @type {readonly Form[]} */
const FORMS = ['page', 'json', 'markdown', 'csv', 'annotations', 'claims'];

/** Forms that quote sentences of the articles, and more than is handed on without the texts. */
const QUOTING = new Set(['annotations', 'claims']);

/**
 * How a comparison is handed on and kept.
 *
 * @param {Archive} archive
 * @param {{ page: Page | null, address: string, isReadable: boolean, isDigest: boolean, facts: { shown: number, all: number } | null, words: LaterStrings }} given
 */
export function panel(archive, { page, address, isReadable, isDigest, facts, words }) {
  const { share, library } = words;
  const isWanted = isLibraryWanted(page);
  const forms = archive.isWhole && !isDigest ? FORMS : FORMS.filter((form) => !QUOTING.has(form));
  return html`
    <dialog class="panel" aria-labelledby="panel-title" @close=${archive.close} @click=${outside}>
      <div class="panel-top">
        <h2 id="panel-title">${share.title}</h2>
        <button type="button" class="quiet" @click=${archive.close}>${share.close}</button>
      </div>
      ${isReadable ? html`${choice()} ${address ? link() : nothing} ${files()}` : html`<p class="hint">${share.nothing}</p>`}
      ${page && isReadable && !isDigest ? lesson() : nothing} ${page ? keeping() : nothing}
      <p class="outcome" role="status">${archive.message}</p>
    </dialog>
  `;

  function choice() {
    if (isDigest) return nothing;
    return html`
      <fieldset>
        <legend>${share.what}</legend>
        ${[true, false].map(
          (isWhole) => html`
            <label class="choice">
              <input
                type="radio"
                name="what"
                .checked=${archive.isWhole === isWhole}
                @change=${() => archive.choose(isWhole)}
              />
              <span>${isWhole ? share.whole : share.digest}<small>${isWhole ? share.wholeHelp : share.digestHelp}</small></span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  function link() {
    return html`
      <section>
        <h3>${share.link}</h3>
        <p class="hint">${share.linkHelp}</p>
        <button type="button" class="button" @click=${archive.copyLink}>${share.copy}</button>
        <p class="hint">${share.embedHelp}</p>
        <button type="button" class="button" @click=${archive.copyEmbed}>${share.embed}</button>
      </section>
    `;
  }

  function files() {
    return html`
      <section>
        <h3>${share.file}</h3>
        ${facts && facts.shown < facts.all
          ? html`
              <label class="choice">
                <input
                  type="checkbox"
                  .checked=${archive.isFiltered}
                  @change=${(/** @type {Event} */ event) => archive.filter(/** @type {HTMLInputElement} */ (event.target).checked)}
                />
                <span>${share.filtered}<small>${share.filteredHelp(facts.shown, facts.all)}</small></span>
              </label>
            `
          : nothing}
        <ul class="forms">
          ${forms.map(
            (form) => html`
              <li>
                <button type="button" class="button" @click=${() => archive.save(form)}>${share.forms[form].name}</button>
                <span class="hint">${share.forms[form].help}</span>
              </li>
            `,
          )}
          ${page
            ? html`
                <li>
                  <button type="button" class="button" @click=${archive.print}>${share.print}</button>
                  <span class="hint">${share.printHelp}</span>
                </li>
              `
            : nothing}
        </ul>
      </section>
    `;
  }

  function lesson() {
    return html`
      <section>
        <h3>${share.class}</h3>
        <p class="hint">${share.lessonHelp}</p>
        <button type="button" class="button" @click=${archive.makeLesson}>${share.lesson}</button>
      </section>
    `;
  }

  function keeping() {
    return html`
      <section>
        <h3>${library.title}</h3>
        <label class="choice">
          <input
            type="checkbox"
            .checked=${live(isWanted)}
            @change=${(/** @type {Event} */ event) =>
              archive.wantLibrary(/** @type {HTMLInputElement} */ (event.target).checked)}
          />
          <span>${library.keep}<small>${isWanted ? library.keptHere : library.promise}</small></span>
        </label>
        ${isWanted ? kept() : nothing}
      </section>
    `;
  }

  function kept() {
    if (archive.kept.length === 0) return html`<p class="hint">${library.empty}</p>`;
    return html`
      <ul class="kept">
        ${archive.kept.map(
          (one) => html`
            <li>
              <button type="button" class="name" dir="auto" @click=${() => archive.openKept(one)}>${one.name}</button>
              <span class="hint">${library.changed(one.changed)}</span>
              <button type="button" class="quiet" aria-label=${library.removeNamed(one.name)} @click=${() => archive.removeKept(one)}>
                ${library.remove}
              </button>
            </li>
          `,
        )}
      </ul>
      <button type="button" class="button" @click=${() => archive.wantLibrary(false)}>${library.wipe}</button>
    `;
  }

  /** @param {MouseEvent} event */
  function outside(event) {
    // Only what is not in the dialog's content has the dialog itself as its target: the dimmed page around it.
    if (event.target === event.currentTarget) archive.close();
  }
}
