// JSON as articles: a request or a report of ours with its texts, a list of articles, JSON-LD, or ninjs; or as marks in them.

/** @import { Opened } from '../keep/saved.js' */
/** @import { Brought } from './files.js' */
/** @import { Incoming } from './page.js' */

import { areAnnotations } from '../../package/annotations.js';
import { fromSaved, readSaved, SavedError } from '../keep/saved.js';
import { isoDay } from './dates.js';
import { DoorError } from './files.js';
import { address, articlesIn } from './metadata.js';
import { itemsIn } from './ninjs.js';
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
 * @returns {Brought}
 * @throws {DoorError}
 */
export function readJson(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new DoorError('brokenJson');
  }
  // What was said of findings lies in a comparison that was saved from here, and in a request with the reader's rules.
  const isOurs = data?.format === 'variorum-comparison' || Array.isArray(data?.options?.rules ?? data?.request?.articles);
  if (isOurs) return comparison(() => fromSaved(data), data);
  if (areAnnotations(data)) return { articles: [], annotations: data };
  const linked = articlesIn(data).filter(({ body }) => body !== '');
  if (linked.length > 0) return { articles: linked.map((article) => fromBody(article)) };
  const items = itemsIn(data);
  if (items.length > 0) return { articles: items.map((item) => fromBody(item)) };
  const list = Array.isArray(data) ? data : data?.articles;
  const articles = Array.isArray(list) ? list.flatMap(articleOf) : [articleOf(data)].flat();
  if (articles.length > 0) return { articles };
  throw foreign(data);
}

/**
 * @param {string} page HTML
 * @returns {Brought | null} the comparison that was saved as a page, where it is one
 * @throws {DoorError}
 */
export function savedIn(page) {
  if (!page.includes('id="variorum-comparison"')) return null;
  try {
    return comparison(() => readSaved(page), null);
  } catch (error) {
    if (error instanceof DoorError && error.code === 'newer') throw error;
    return null;
  }
}

/**
 * @param {() => Opened} read
 * @param {any} data what is read, to tell what it is when it is no comparison
 * @returns {Brought}
 * @throws {DoorError}
 */
function comparison(read, data) {
  try {
    const opened = read();
    const articles = opened.drafts.map(({ text, title, outlet, published, url = '' }) => ({ text, title, outlet, published, url, leftOut: [] }));
    return { articles, opened };
  } catch (error) {
    throw error instanceof SavedError && error.code === 'newer' ? new DoorError('newer') : foreign(data);
  }
}

/** @param {any} data */
function foreign(data) {
  // A report says where the readings stand, and not what stands around them.
  const isReport = Array.isArray(data?.findings ?? data?.report?.findings);
  return new DoorError(isReport ? 'reportOnly' : 'foreignJson');
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
