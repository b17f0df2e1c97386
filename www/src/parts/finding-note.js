/** @import { Finding, Reading, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html, nothing } from 'lit';
import { readings } from './readings.js';
import { receipt } from './receipt.js';
import { sample } from './relation-filter.js';

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
 */
export function findingNote({ finding, number, isSelected, report, strings, onSelect, onOpen, onClose }) {
  const { id, relation, reasons } = finding;
  const why = reasons.filter(({ reconciles }) => reconciles);
  const rest = reasons.filter(({ reconciles }) => !reconciles);
  return html`
    <li class="note ${relation} ${isSelected ? 'selected' : ''}" data-note=${id}>
      <p class="relation">
        ${sample(relation)}${strings.layers[relation]}${number === null ? nothing : html` <span class="number">${number}</span>`}
      </p>
      <h3>
        <button type="button" class="note-title" aria-expanded=${isSelected} @click=${() => onSelect(finding)}>
          ${strings.label(finding)}
        </button>
      </h3>
      ${readings({ finding, report, strings, onOpen: (reading) => onOpen(finding, reading) })}
      ${why.length > 0
        ? html`<p class="reason"><b>${strings.notes.reason}</b> ${why.map(({ message }) => message).join(' ')}</p>`
        : relation === 'conflict' && isSelected
          ? html`<p class="reason">${strings.notes.noReason}</p>`
          : nothing}
      ${rest.length > 0 ? html`<p class="reason">${rest.map(({ message }) => message).join(' ')}</p>` : nothing}
      ${isSelected
        ? html`
            ${receipt(finding, report, strings)}
            <button type="button" class="quiet close" @click=${onClose}>${strings.notes.close}</button>
          `
        : nothing}
    </li>
  `;
}
