// Files that the page writes: one for each way in which a comparison leaves it.

/** @import { Outcome } from '../comparison.js' */
/** @import { LaterStrings, Strings } from '../strings/index.js' */
/** @import { Saved } from './saved.js' */

import { csv } from '../exports/csv.js';
import { markdown } from '../exports/markdown.js';
import { page } from '../exports/page.js';
import { toDigest } from './digest.js';

/**
 * @typedef {'page' | 'json' | 'markdown' | 'csv'} Form
 * @typedef {{ outcome: Outcome, saved: Saved, isWhole: boolean, strings: Strings, words: LaterStrings }} Given
 * `isWhole`: with the articles' texts, or with findings and short quotations only
 */

/** @type {Record<Form, { type: string, extension: string, write: (given: Given) => string | Promise<string> }>} */
export const FORMS = {
  page: {
    type: 'text/html',
    extension: 'html',
    write: ({ outcome: { request, report }, saved, isWhole, strings, words }) =>
      page({ request, report: isWhole ? report : toDigest(report).report, saved: isWhole ? saved : null, strings, words }),
  },
  json: {
    type: 'application/json',
    extension: 'json',
    write: ({ outcome: { report }, saved, isWhole }) =>
      `${JSON.stringify(isWhole ? { ...saved, report } : toDigest(report), null, 2)}\n`,
  },
  markdown: {
    type: 'text/markdown',
    extension: 'md',
    write: ({ outcome: { report }, isWhole, strings, words }) => markdown(isWhole ? report : toDigest(report).report, strings, words),
  },
  csv: {
    type: 'text/csv',
    extension: 'csv',
    write: ({ outcome: { report }, isWhole, strings, words }) => csv(isWhole ? report : toDigest(report).report, strings, words),
  },
};

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
