// What the page shows of articles on their way in, and of what was left out of them.

/** @import { LaterStrings } from '../strings/index.js' */
/** @import { Desk } from './desk.js' */
/** @import { LeftOut } from './page.js' */
/** @import { Reason } from './page-blocks.js' */

import { html, nothing } from 'lit';

/** @typedef {LaterStrings['doors']} Words */

/** Characters of a passage's or an article's beginning, which tell which one is meant. */
const BEGINNING = 90;

/**
 * What stands above the views: where files may be dropped, how far their reading is, what could not be read.
 *
 * @param {Desk} desk
 * @param {boolean} isOver
 * @param {Words} words
 * @param {string} cancel
 */
export function notices({ progress, failures, stop, dismiss }, isOver, words, cancel) {
  return html`
    ${isOver ? html`<div class="drop"><p>${words.drop}</p></div>` : nothing}
    ${progress
      ? html`
          <div class="progress">
            <progress aria-label=${words.reading(progress.name)} max=${progress.of} .value=${progress.done + 0.5}></progress>
            <span>${words.reading(progress.name)}</span>
            <button type="button" class="quiet" @click=${stop}>${cancel}</button>
          </div>
        `
      : nothing}
    ${failures.length > 0
      ? html`
          <div class="message error failures" role="alert">
            <ul>
              ${failures.map(({ name, message }) => html`<li><b dir="auto">${name}</b> ${message}</li>`)}
            </ul>
            <button type="button" class="button" @click=${dismiss}>${words.dismiss}</button>
          </div>
        `
      : nothing}
  `;
}

/**
 * @param {readonly string[]} parts the articles that the text of a box seems to be
 * @param {Words} words
 * @param {{ onSplit: () => void, onKeep: () => void }} actions
 */
export function offer(parts, words, { onSplit, onKeep }) {
  return html`
    <div class="offer" role="group" aria-label=${words.several(parts.length)}>
      <p>${words.several(parts.length)}</p>
      <ol>
        ${parts.map((part) => html`<li dir="auto">${beginning(part)}</li>`)}
      </ol>
      <p class="choices">
        <button type="button" class="button" @click=${onSplit}>${words.split(parts.length)}</button>
        <button type="button" class="quiet" @click=${onKeep}>${words.keepWhole}</button>
      </p>
    </div>
  `;
}

/**
 * What was left out of a box, to be put back.
 *
 * @param {readonly LeftOut[]} passages
 * @param {Words} words
 * @param {(passages: readonly LeftOut[]) => void} onPutBack
 */
export function leftOut(passages, words, onPutBack) {
  const reasons = /** @type {Reason[]} */ ([...new Set(passages.map(({ reason }) => reason))]);
  return html`
    <details class="left-out">
      <summary>${words.leftOut(passages.length)} <span class="hint">${words.reasons(reasons)}</span></summary>
      <ul>
        ${passages.map(
          (passage) => html`
            <li>
              <p><span class="why">${words.reason[passage.reason]}</span> <span dir="auto">${passage.text}</span></p>
              <button type="button" class="quiet" aria-label="${words.putBack}: ${beginning(passage.text)}" @click=${() => onPutBack([passage])}>
                ${words.putBack}
              </button>
            </li>
          `,
        )}
      </ul>
      <button type="button" class="button" @click=${() => onPutBack(passages)}>${words.putAllBack}</button>
    </details>
  `;
}

/** @param {string} text */
function beginning(text) {
  const line = text.split('\n', 1)[0].trim();
  return line.length > BEGINNING ? `${line.slice(0, BEGINNING).trimEnd()} …` : line;
}
