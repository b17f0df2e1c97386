/** @import { Report } from '../../../pkg/web/variorum.js' */
/** @import { Strings } from '../strings/index.js' */

import { html } from 'lit';
import { counts } from '../findings.js';
import { lately } from '../lately.js';
import { isolated } from './names.js';

/**
 * The sentence on top, in two pieces: `lead` is set off.
 *
 * @param {Report | null} report
 * @param {Strings} strings
 * @returns {{ lead: string, rest: string }}
 */
export function overviewWords(report, strings) {
  if (!report || report.articles.length === 0) return { lead: strings.overview.none, rest: '' };
  const labels = (/** @type {string} */ relation) => [
    ...new Set(report.findings.filter((finding) => finding.relation === relation).map((finding) => isolated(strings.label(finding)))),
  ];
  if (report.articles.length === 1) return strings.overview.alone(labels('conflict'));
  // By their letters, which stand beside their names: of ten papers the names alone would fill a telephone's screen.
  const letter = (/** @type {string} */ id) => report.articles.find((given) => given.id === id)?.siglum ?? id;
  return strings.overview.sentence({
    counts: counts(report),
    conflicts: labels('conflict'),
    contested: labels('contested'),
    stories: report.stories.map((story) => story.map(letter)),
    articles: report.articles.length,
  });
}

const lastWords = lately(overviewWords);

/**
 * @param {Report | null} report
 * @param {Strings} strings
 * @param {unknown} [more] what can be done about it
 */
export function overview(report, strings, more) {
  const { lead, rest } = lastWords(report, strings);
  return html`<p class="overview"><strong>${lead}</strong> ${rest} ${more}</p>`;
}
