// Files that the page writes: one for each way in which a comparison leaves it.

/** @import { Outcome } from '../comparison.js' */
/** @import { Found } from '../find.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */
/** @import { Sheet } from '../exports/rows.js' */
/** @import { Saved } from './saved.js' */

import { toSchemaOrg, toWebAnnotation } from '../../package/exchange.js';
import { csv } from '../exports/csv.js';
import { markdown } from '../exports/markdown.js';
import { page } from '../exports/page.js';
import { toDigest } from './digest.js';

/**
 * @typedef {'page' | 'json' | 'markdown' | 'csv' | 'annotations' | 'claims'} Form
 */

/**
 * @typedef {object} Given
 * @property {Outcome} outcome
 * @property {Saved} saved
 * @property {Reviews} reviews
 * @property {Found | null} found what the filters show, where nothing else is to be written
 * @property {boolean} isWhole with the articles' texts, or with findings and short quotations only
 * @property {Strings} strings
 * @property {LaterStrings} words
 */

/** @type {Record<Form, { type: string, extension: string, write: (given: Given) => string | Promise<string> }>} */
export const FORMS = {
  page: {
    type: 'text/html',
    extension: 'html',
    write: (given) => page(sheetOf(given), given.outcome.request, given.isWhole ? given.saved : null),
  },
  json: {
    type: 'application/json',
    extension: 'json',
    write: ({ outcome: { report }, saved, isWhole }) =>
      `${JSON.stringify(isWhole ? { ...saved, report } : toDigest(report), null, 2)}\n`,
  },
  markdown: { type: 'text/markdown', extension: 'md', write: (given) => markdown(sheetOf(given)) },
  csv: { type: 'text/csv', extension: 'csv', write: (given) => csv(sheetOf(given)) },
  annotations: {
    type: 'application/ld+json',
    extension: 'annotations.jsonld',
    write: (given) => `${JSON.stringify(toWebAnnotation(standing(given), given.outcome.request), null, 2)}\n`,
  },
  claims: {
    type: 'application/ld+json',
    extension: 'schema-org.jsonld',
    write: (given) => `${JSON.stringify(toSchemaOrg(standing(given), given.outcome.request), null, 2)}\n`,
  },
};

/**
 * @param {Given} given
 * @returns {import('../../../pkg/web/variorum.js').Report} without the findings that are not to be written, and without
 * those that the reader dismissed: other programs could not tell them from the rest
 */
function standing(given) {
  const { report } = given.outcome;
  const { findings } = sheetOf({ ...given, isWhole: true });
  return { ...report, findings: findings.filter(({ id }) => given.reviews[id]?.status !== 'dismissed') };
}

/**
 * @param {Given} given
 * @returns {Sheet}
 */
function sheetOf({ outcome, found, isWhole, reviews, strings, words }) {
  const report = isWhole ? outcome.report : toDigest(outcome.report).report;
  const shown = found && new Set(found.findings.map(({ id }) => id));
  const findings = shown ? report.findings.filter(({ id }) => shown.has(id)) : report.findings;
  return { report, request: isWhole ? outcome.request : null, findings, reviews, strings, words };
}

/**
 * Hands a file to the reader, as a download.
 *
 * @param {Form} form
 * @param {Given} given
 */
export async function save(form, given) {
  const { type, extension, write } = FORMS[form];
  const address = URL.createObjectURL(new Blob([await write(given)], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(given.outcome)}.${extension}`;
  link.click();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * @param {Outcome} outcome
 * @returns {string} from the first headline, in characters that every file system takes
 */
function fileName({ report }) {
  const title = report.articles.find((article) => article.title)?.title ?? '';
  const plain = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return ['variorum', plain].filter(Boolean).join('-');
}
