/** @import { Result } from '../results.js' */
/** @import { MakingWords } from '../making/words.js' */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { download } from '../making/hand-out.js';
import { pointsOf, readResults, toCsv } from '../results.js';
import shell from '../shell.css?inline';
import { common } from '../styles.js';

/** Makes a table of what a class has handed in. Nothing of it is kept: the file that is saved is all there is. */
export class ResultTable extends LitElement {
  /** @override */
  static properties = { words: { attribute: false }, text: { state: true }, files: { state: true } };

  /** @override */
  static styles = [...common, unsafeCSS(shell)];

  constructor() {
    super();
    /** @type {MakingWords} */
    this.words = /** @type {MakingWords} */ ({});
    this.text = '';
    /** @type {string} what stood in the files */
    this.files = '';
  }

  /** @override */
  render() {
    const { words } = this;
    const { results, unread } = readResults(`${this.text}\n${this.files}`);
    return html`
      <div class="results">
        <h1>${words.collectTitle}</h1>
        <p class="intro">${words.collectHelp}</p>
        <label class="field"><span>${words.codes}</span><textarea rows="6" spellcheck="false" .value=${this.text} @input=${(/** @type {Event} */ event) => { this.text = /** @type {HTMLTextAreaElement} */ (event.target).value; }}></textarea></label>
        <p class="actions">
          <label class="button file"><input type="file" multiple class="unseen" accept=".json,application/json" @change=${this.#open} />${words.openResults}</label>
          ${results.length > 0
            ? html`
                <button type="button" class="button primary" @click=${() => download(toCsv(results, words), 'text/csv', 'results.csv')}>${words.saveCsv}</button>
                <button type="button" class="quiet" @click=${this.#wipe}>${words.wipe}</button>
              `
            : nothing}
        </p>
        <p role="status">${unread > 0 ? words.unread(unread) : ''}</p>
        ${results.length > 0 ? table(results, words) : html`<p class="hint">${words.noResults}</p>`}
      </div>
    `;
  }

  #open = async (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const texts = await Promise.all([...(input.files ?? [])].map((file) => file.text()));
    // Of a file its code is all that is read.
    this.files += texts.map((text) => /"code":\s*"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 2000).replaceAll('\n', ' ')).map((code) => `\n${code}`).join('');
    input.value = '';
  };

  #wipe = () => {
    this.text = '';
    this.files = '';
  };
}

/**
 * @param {readonly Result[]} results
 * @param {MakingWords} words
 */
function table(results, { columns, column, collectTitle }) {
  const most = Math.max(...results.map(({ items }) => items.length));
  return html`
    <div class="scroller" tabindex="0" role="region" aria-label=${collectTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.name}</th>
            <th scope="col">${columns.points}</th>
            <th scope="col">${columns.of}</th>
            ${Array.from({ length: most }, (_, at) => html`<th scope="col">${column(at + 1)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${results.map(
            ({ name, earned, of, items }) => html`
              <tr>
                <th scope="row" dir="auto">${name}</th>
                <td>${pointsOf(earned)}</td>
                <td>${pointsOf(of)}</td>
                ${Array.from({ length: most }, (_, at) => html`<td>${items[at] ?? ''}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}
