/** @import { Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';

/**
 * Why a finding was marked: the rules that decided and what spoke for comparing these phrases at all.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @param {Strings} strings
 */
export function receipt({ receipt: { rules, links, engine }, readings }, report, strings) {
  const words = strings.receipt;
  const siglum = (/** @type {string} */ id) => report.articles.find((article) => article.id === id)?.siglum ?? id;
  const quoted = (/** @type {number} */ index) => words.reading(siglum(readings[index].article), readings[index].text);
  return html`
    <details class="receipt">
      <summary>${strings.notes.why}</summary>
      <h4>${words.rules}</h4>
      <ul>
        ${rules.map((rule) => html`<li>${words.ruleNames[rule] ?? rule}</li>`)}
      </ul>
      ${links.map(
        ({ left, right, score, parts }) => html`
          <p>${words.link(quoted(left), quoted(right), score)}</p>
          <ul>
            ${parts.map(({ part, points }) => html`<li>${words.partNames[part] ?? part} ${words.points(points)}</li>`)}
          </ul>
        `,
      )}
      <p>${words.engine(engine)}</p>
    </details>
  `;
}
