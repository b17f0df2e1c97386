/** @import { ViewGiven } from '../views/index.js' */

import { html, nothing } from 'lit';
import { findingNote } from './finding-note.js';

/**
 * The note on the chosen finding at the foot of a view that has no column for notes.
 *
 * @param {ViewGiven} given
 */
export function dock({ outcome, selected, strings, reviews, details, actions }) {
  const finding = outcome.report.findings.find(({ id }) => id === selected);
  if (!finding) return nothing;
  return html`
    <aside class="dock" aria-label=${strings.notes.label}>
      <h2 class="unseen">${strings.notes.label}</h2>
      <ol>
        ${findingNote({
          finding,
          number: null,
          isSelected: true,
          report: outcome.report,
          strings,
          details: details(finding),
          review: reviews[finding.id],
          onSelect: () => actions.onSelect(null),
          onOpen: actions.onOpen,
          onClose: () => actions.onSelect(null),
        })}
      </ol>
    </aside>
  `;
}
