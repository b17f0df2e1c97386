// JSON as articles: a request or a report of ours with its texts, a list of articles, or JSON-LD.

/** @import { Draft } from '../drafts.js' */
/** @import { Incoming } from './page.js' */

import { fromSaved, readSaved, SavedError } from '../keep/saved.js';
import { isoDay } from './dates.js';
import { DoorError } from './files.js';
import { address, articlesIn } from './metadata.js';
import { fromBody } from './page.js';

/** Under these names lists of articles give the text, and what is known of it. */
const NAMES = {
  text: ['text', 'body', 'articleBody', 'content'],
  title: ['title', 'headline'],
  outlet: ['outlet', 'publisher', 'source', 'publication'],
  published: ['published', 'datePublished', 'published_at', 'date'],
  url: ['url', 'link'],
};

/**
 * @param {string} text
 * @returns {Incoming[]}
 * @throws {DoorError}
 */
export function readJson(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new DoorError('brokenJson');
  }
  const linked = articlesIn(data).filter(({ body }) => body !== '');
  if (linked.length > 0) return linked.map((article) => fromBody(article));
  const list = Array.isArray(data) ? data : data?.articles;
  const articles = Array.isArray(list) ? list.flatMap(articleOf) : [articleOf(data)].flat();
  if (articles.length > 0) return articles;
  try {
    return articlesOf(fromSaved(data).drafts);
  } catch {
    // A report says where the readings stand, and not what stands around them.
    const isReport = Array.isArray(data?.findings ?? data?.report?.findings);
    throw new DoorError(isReport ? 'reportOnly' : 'foreignJson');
  }
}

/**
 * @param {string} page HTML
 * @returns {Incoming[] | null} the articles of a comparison that was saved as a page, where it is one
 */
export function savedIn(page) {
  if (!page.includes('id="variorum-comparison"')) return null;
  try {
    return articlesOf(readSaved(page).drafts);
  } catch (error) {
    if (error instanceof SavedError && error.code === 'newer') throw new DoorError('newer');
    return null;
  }
}

/** @param {readonly Draft[]} drafts */
function articlesOf(drafts) {
  return drafts.map(({ text, title, outlet, published, url = '', leftOut = [] }) => ({ text, title, outlet, published, url, leftOut }));
}

/**
 * @param {any} given
 * @returns {Incoming[]} one, or none when it holds no text
 */
function articleOf(given) {
  const text = field(given, 'text');
  if (text === '') return [];
  const url = address(field(given, 'url'));
  return [{ text, title: field(given, 'title'), outlet: field(given, 'outlet'), published: isoDay(field(given, 'published')), url, leftOut: [] }];
}

/**
 * @param {any} given
 * @param {keyof typeof NAMES} name
 * @returns {string}
 */
function field(given, name) {
  const values = NAMES[name].map((key) => given?.[key]);
  return values.find((value) => typeof value === 'string' && value.trim() !== '') ?? '';
}
