/** @import { Request, UserRule } from '../../pkg/web/variorum.js' */
/** @import { LeftOut } from './doors/page.js' */
/** @import { Page } from './page.js' */

/**
 * What stands in the boxes of one article, exactly as typed.
 *
 * @typedef {object} Draft
 * @property {string} key a name that stays with the draft when it is moved
 * @property {string} text
 * @property {string} title
 * @property {string} outlet
 * @property {string} published
 * @property {string} [url]
 * @property {string} [id] the name that the article brought with it; others are named by their order
 * @property {readonly LeftOut[]} [leftOut] passages of the page or file that were not taken into the text
 */

/** As many articles as the engine takes. */
export const MAX_ARTICLES = 60;

/** Where the drafts are kept. Session storage ends with the tab, so nothing typed outlives the visit. */
const STORAGE_KEY = 'variorum-drafts';

let count = 0;

/**
 * @param {Partial<Omit<Draft, 'key'>>} [given]
 * @returns {Draft}
 */
export function draft({ text = '', title = '', outlet = '', published = '', url = '', id = '', leftOut = [] } = {}) {
  count += 1;
  return { key: `draft-${count}`, text, title, outlet, published, url, id, leftOut };
}

/** Two empty boxes: what a visit begins with. */
export function emptyDrafts() {
  return [draft(), draft()];
}

/** @param {Draft} given */
export function isEmpty({ text }) {
  return text.trim() === '';
}

/**
 * The id of the article at a position: a, b … z, aa, ab …
 *
 * Shorter ids come first and then the alphabet, which is how the engine orders sigla, so that article n has
 * siglum n where none has an id of its own.
 *
 * @param {number} index from 0
 * @returns {string}
 */
export function idAt(index) {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : idAt(Math.floor(index / 26) - 1) + letter;
}

/**
 * The ids under which the drafts are compared, or would be: their own, else letters that no other has. Empty drafts are
 * not sent and so have none, but those behind the last filled one get the ids that come next, since that is what they
 * will have when filled.
 *
 * @param {readonly Draft[]} drafts
 * @returns {(string | null)[]}
 */
export function ids(drafts) {
  const lastFilled = drafts.findLastIndex((given) => !isEmpty(given));
  const taken = drafts.flatMap((given) => (isEmpty(given) ? [] : given.id));
  let next = 0;
  return drafts.map((given, index) => {
    if (isEmpty(given) && index < lastFilled) return null;
    if (given.id) return given.id;
    while (taken.includes(idAt(next))) next += 1;
    next += 1;
    return idAt(next - 1);
  });
}

/**
 * @param {readonly Draft[]} drafts
 * @param {readonly UserRule[]} [rules]
 * @returns {Request} the articles that are not empty, in order
 */
export function toRequest(drafts, rules = []) {
  const filled = drafts.filter((given) => !isEmpty(given));
  const names = ids(filled);
  const articles = filled.map(({ text, title, outlet, published, url }, index) => ({
    id: names[index] ?? '',
    text,
    ...(title.trim() && { title: title.trim() }),
    ...(outlet.trim() && { outlet: outlet.trim() }),
    ...(published.trim() && { published: published.trim() }),
    ...(url?.trim() && { url: url.trim() }),
  }));
  return { articles, ...(rules.length > 0 && { options: { rules: [...rules] } }) };
}

/**
 * Keeps the drafts for a reload or a crash.
 *
 * @param {readonly Draft[]} drafts
 * @param {Page | null} page
 * @returns {boolean} whether they could be kept: storage may be full or forbidden
 */
export function keepDrafts(drafts, page) {
  try {
    page?.tab.setItem(STORAGE_KEY, JSON.stringify(drafts.map(({ key, ...rest }) => rest)));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Page} page
 * @returns {Draft[] | null} what was kept, or null when there is nothing that can be read
 */
export function keptDrafts(page) {
  try {
    const kept = JSON.parse(page.tab.getItem(STORAGE_KEY) ?? 'null');
    if (!Array.isArray(kept) || kept.length === 0) return null;
    return kept.slice(0, MAX_ARTICLES).map((given) => {
      const field = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
      return draft({
        text: field(given?.text),
        title: field(given?.title),
        outlet: field(given?.outlet),
        published: field(given?.published),
        url: field(given?.url),
        id: field(given?.id),
        leftOut: Array.isArray(given?.leftOut) ? given.leftOut.filter(isLeftOut) : [],
      });
    });
  } catch {
    return null;
  }
}

/**
 * @param {any} given
 * @returns {given is LeftOut}
 */
function isLeftOut(given) {
  return ['reason', 'text', 'after'].every((field) => typeof given?.[field] === 'string');
}
