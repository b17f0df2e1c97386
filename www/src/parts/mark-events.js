/** @import { ViewGiven } from '../views/index.js' */

/**
 * What a click or a key on a mark does; for the element around the text, since a mark may be in many pieces.
 *
 * @param {Pick<ViewGiven, 'outcome' | 'selected' | 'actions'>} given
 */
export function markEvents({ outcome, selected, actions }) {
  return { click, press };

  /** @param {Event} event */
  function click(event) {
    const mark = /** @type {Element} */ (event.target).closest('[data-findings]');
    const ids = mark?.getAttribute('data-findings')?.split(' ') ?? [];
    // Where several marks lie on the same words, choosing again takes the next.
    const next = ids[(ids.indexOf(selected ?? '') + 1) % ids.length];
    const finding = outcome.report.findings.find(({ id }) => id === next);
    if (!mark || !finding) return;
    event.preventDefault();
    actions.onSelect(finding, mark);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key === 'Enter' || event.key === ' ') click(event);
  }
}
