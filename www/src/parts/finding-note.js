/** @import { Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Review } from '../reviews.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { labelOf } from './label.js';
import { readings } from './readings.js';
import { sample } from './sample.js';
import { sign } from './sign.js';

/**
 * The note on one finding: the readings first, then what may explain them. The chosen one says more.
 *
 * @param {object} given
 * @param {Finding} given.finding
 * @param {number | null} given.number that ties it to its mark
 * @param {boolean} given.isSelected
 * @param {Report} given.report
 * @param {Strings} given.strings
 * @param {(finding: Finding) => void} given.onSelect
 * @param {(finding: Finding, reading: Reading) => void} given.onOpen
 * @param {() => void} given.onClose
 * @param {unknown} given.details what can be said of it when it is chosen
 * @param {Review | undefined} given.review
 */
export function findingNote({ finding, number, isSelected, report, strings, details, review, onSelect, onOpen, onClose }) {
  const { id, relation, reasons } = finding;
  const why = reasons.filter(({ reconciles }) => reconciles);
  const rest = reasons.filter(({ reconciles }) => !reconciles);
  return html`
    <li class="note ${relation} ${isSelected ? 'selected' : ''} ${review?.status ?? ''}" part="note ${relation}${isSelected ? ' selected' : ''}" data-note=${id}>
      <p class="relation">
        ${sample(relation)}${strings.layers[relation]}${number === null ? nothing : html` <span class="number">${number}</span>`}<span class="kind">${sign(finding.kind)}${strings.kinds[finding.kind]}</span>${status(review, strings)}
      </p>
      <h3 dir="auto" lang=${strings.language}>
        <button type="button" class="note-title" part="note-title" aria-expanded=${isSelected} @click=${() => onSelect(finding)}>
          ${labelOf(finding, report, strings)}
        </button>
      </h3>
      ${readings({ finding, report, strings, onOpen: (reading) => onOpen(finding, reading) })}
      ${why.length > 0
        ? html`<p class="reason"><b>${strings.notes.reason}</b> ${strings.remarks(why)}</p>`
        : relation === 'conflict' && isSelected
          ? html`<p class="reason">${strings.notes.noReason}</p>`
          : nothing}
      ${review?.note && !isSelected ? html`<p class="own-note">${review.note}</p>` : nothing}
      ${rest.length > 0 ? html`<p class="reason">${strings.remarks(rest)}</p>` : nothing}
      ${isSelected
        ? html`
            ${details}
            <button type="button" class="quiet close" @click=${onClose}>${strings.notes.close}</button>
          `
        : nothing}
    </li>
  `;
}

/**
 * What the reader made of a finding, in a word.
 *
 * @param {Review | undefined} review
 * @param {Strings} strings
 */
export function status(review, strings) {
  return review?.status ? html` <span class="status">${strings.review.statuses[review.status]}</span>` : nothing;
}
