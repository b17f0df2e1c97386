// A comparison as it is kept, shared and handed on: the articles and what was said of them, never the report, which the
// engine makes again from them.

/** @import { Place, UserRule } from '../../../pkg/web/variorum.js' */
/** @import { Draft } from '../drafts.js' */
/** @import { Reviews } from '../reviews.js' */

import { draft, isEmpty, MAX_ARTICLES, toRequest } from '../drafts.js';
import { readReviews, readRules } from '../reviews.js';

/**
 * @typedef {object} SavedArticle
 * @property {string} text
 * @property {string} [id] where it has one of its own; others are named by their order
 * @property {string} [title]
 * @property {string} [outlet]
 * @property {string} [published]
 * @property {string} [url]
 */

/**
 * @typedef {object} Saved
 * @property {'variorum-comparison'} format
 * @property {1} version
 * @property {SavedArticle[]} articles
 * @property {UserRule[]} [rules] what the reader said is the same thing, or is not
 * @property {Reviews} [reviews] what the reader made of findings
 */

/** The newest version of the format that this page reads. */
const VERSION = 1;

const FIELDS = /** @type {const} */ (['text', 'id', 'title', 'outlet', 'published', 'url']);

/** Why a text is no saved comparison: `damaged` when it cannot be read at all, `foreign` when it is something else, `newer` when a later page wrote it. */
export class SavedError extends Error {
  /** @param {'damaged' | 'foreign' | 'newer'} code */
  constructor(code) {
    super(`the saved comparison cannot be read: ${code}`);
    this.name = 'SavedError';
    this.code = code;
  }
}

/**
 * @param {readonly Draft[]} drafts
 * @param {readonly UserRule[]} [rules]
 * @param {Reviews} [reviews]
 * @returns {Saved} without empty articles and empty fields
 */
export function toSaved(drafts, rules = [], reviews = {}) {
  const articles = drafts.filter((given) => !isEmpty(given)).map((given) => fields(given));
  return {
    format: 'variorum-comparison',
    version: VERSION,
    articles,
    ...(rules.length > 0 && { rules: [...rules] }),
    ...(Object.keys(reviews).length > 0 && { reviews }),
  };
}

/**
 * A comparison that was taken out of a file, a link or the library.
 *
 * @typedef {{ drafts: Draft[], rules: UserRule[], reviews: Reviews }} Opened
 */

/**
 * Takes nothing on trust: what is not a text is left out, more articles than can be compared are cut, and rules have to
 * be about words that these articles have.
 *
 * @param {unknown} value a saved comparison, a request, or a list of articles, as data
 * @returns {Opened}
 * @throws {SavedError}
 */
export function fromSaved(value) {
  const given = /** @type {any} */ (value);
  if (given?.format === 'variorum-comparison' && !(given.version <= VERSION)) throw new SavedError('newer');
  const articles = Array.isArray(given) ? given : (given?.articles ?? given?.request?.articles);
  if (!Array.isArray(articles)) throw new SavedError('foreign');
  const taken = articles.filter((article) => typeof article?.text === 'string' && !isEmpty(article)).slice(0, MAX_ARTICLES);
  if (taken.length === 0) throw new SavedError('foreign');
  const own = taken.flatMap(({ id }) => (typeof id === 'string' ? id : []));
  // What two articles are called names neither.
  const areNames = new Set(own).size === own.length;
  const drafts = taken.map((article) => draft({ ...fields(article), ...(!areNames && { id: '' }) }));
  const texts = new Map(toRequest(drafts).articles.map(({ id, text }) => [id, text]));
  const place = (/** @type {Place} */ { article, start, end }) =>
    start >= 0 && start < end && end <= (texts.get(article)?.length ?? 0) ? { article, start, end } : null;
  /** @type {(rule: UserRule) => UserRule[]} */
  const kept = (rule) => {
    if (rule.rule === 'one-event') return [rule];
    const [left, right] = [place(rule.left), place(rule.right)];
    return left && right ? [{ rule: rule.rule, left, right }] : [];
  };
  const rules = readRules(given.rules ?? given.options?.rules ?? given.request?.options?.rules).flatMap(kept);
  return { drafts, rules, reviews: readReviews(given.reviews) };
}

/**
 * @param {string} text the contents of a file: JSON, or a web page that was saved from here
 * @returns {Opened}
 * @throws {SavedError}
 */
export function readSaved(text) {
  const embedded = /<script type="application\/json" id="variorum-comparison">([^<]*)<\/script>/.exec(text)?.[1];
  let data;
  try {
    data = JSON.parse(embedded ?? text);
  } catch {
    throw new SavedError('damaged');
  }
  return fromSaved(data);
}

/**
 * @param {any} given
 * @returns {SavedArticle}
 */
function fields(given) {
  const kept = FIELDS.filter((field) => typeof given[field] === 'string' && given[field].trim() !== '');
  return /** @type {SavedArticle} */ ({ text: '', ...Object.fromEntries(kept.map((field) => [field, given[field]])) });
}
