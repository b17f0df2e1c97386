/** @import { LaterStrings } from '../strings/index.js' */
/** @import { ViewGiven } from '../views/index.js' */

import { html, nothing } from 'lit';
import { NARROW } from '../layout.js';
import { fold } from './fold.js';
import { narrowing } from './narrowing.js';
import { relationFilter } from './relation-filter.js';

/**
 * What stands above a view: the filters, and what is chosen in this view alone.
 *
 * @param {ViewGiven & { words: LaterStrings }} given
 * @param {unknown} [own]
 */
export function controls(given, own) {
  const { outcome, found, filters, strings, actions, rules, holds } = given;
  const all = html`
    ${relationFilter({ counts: found.layers, shown: filters.shown, strings, onToggle: actions.onToggle })}
    ${narrowing({ report: outcome.report, filters, found, strings, ...actions })}
  `;
  // Its place is where the eye meets it, so that the Tab key goes the way that is seen.
  const isNarrow = holds(NARROW);
  return html`
    <div class="controls">
      ${fold(given, all, isNarrow ? own : nothing)} ${isNarrow ? nothing : own} ${rules()}
    </div>
  `;
}

/**
 * Which articles are shown, as their letters; those beyond the limit cannot be added.
 *
 * @param {object} given
 * @param {ViewGiven['outcome']} given.outcome
 * @param {readonly string[]} given.chosen ids
 * @param {number} given.least as many as have to stay
 * @param {number} given.most
 * @param {string} given.label
 * @param {(id: string) => string} given.name
 * @param {(chosen: string[]) => void} given.onChoose with the ids in the articles' order
 */
export function articleChoice({ outcome, chosen, least, most, label, name, onChoose }) {
  const ids = outcome.report.articles.map(({ id }) => id);
  return html`
    <div class="article-choice" role="group" aria-label=${label}>
      <span>${label}</span>
      <div>
        ${outcome.report.articles.map(({ id, siglum }) => {
          const isChosen = chosen.includes(id);
          const next = ids.filter((one) => (one === id ? !isChosen : chosen.includes(one)));
          return html`<button
            type="button"
            class="siglum"
            aria-pressed=${isChosen}
            aria-label=${name(id)}
            ?disabled=${next.length < least || next.length > most}
            @click=${() => onChoose(next)}
            >${siglum}</button
          >`;
        })}
      </div>
    </div>
  `;
}
