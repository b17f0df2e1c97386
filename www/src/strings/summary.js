// A finding in one sentence that stands alone, in languages other than that of the engine's own.

/** @import { Finding, Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from './index.js' */

import { variants } from '../rows.js';

/**
 * @param {Finding} finding
 * @param {Report} report
 * @param {Strings} strings
 * @returns {string} how the readings relate, what they are about, who has which, and what is to be known of it
 */
export function summary(finding, report, strings) {
  const sigla = new Map(report.articles.map(({ id, siglum }) => [id, siglum]));
  const said = variants(finding, [...sigla.keys()]).map(({ group, articles }) => {
    const { text, by } = finding.readings.find((one) => one.group === group && one.article === articles[0]) ?? finding.readings[0];
    return `${articles.map((id) => sigla.get(id)).join(', ')}: ${text}${by ? ` (${by.text})` : ''}`;
  });
  return `${strings.layers[finding.relation]}. ${strings.label(finding)}. ${said.join('; ')}. ${strings.remarks(finding.reasons)}`.trim();
}
