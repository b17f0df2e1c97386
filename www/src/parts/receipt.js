/** @import { Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */

import { html } from 'lit';

/**
 * Why a finding was marked: how each phrase was read, the rules that decided, and what spoke for comparing these
 * phrases at all.
 *
 * @param {Finding} finding
 * @param {Report} report
 * @param {Strings} strings
 * @param {LaterStrings} words
 */
export function receipt({ receipt: { rules, links, engine }, readings, reasons }, report, strings, { receipt: words }) {
  const siglum = (/** @type {string} */ id) => report.articles.find((article) => article.id === id)?.siglum ?? id;
  const quoted = (/** @type {number} */ index) => words.reading(siglum(readings[index].article), readings[index].text);
  // What an article says against itself is decided by what it is, which its remark tells.
  const remark = (/** @type {string} */ rule) => strings.remarks(reasons.filter(({ code }) => code === rule)) || rule;
  return html`
    <details class="receipt">
      <summary>${strings.notes.why}</summary>
      <h4>${words.read}</h4>
      <ul>
        ${readings.map(({ norm, precision }, index) => html`<li>${words.readAs(quoted(index), norm, precision)}</li>`)}
      </ul>
      <h4>${words.rules}</h4>
      <ul>
        ${rules.map((rule) => html`<li>${words.ruleNames[rule] ?? remark(rule)}</li>`)}
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
