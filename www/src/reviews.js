// What a reader made of the findings: looked into, put aside, noted; and said to be the same thing or not.

/** @import { ArticleInput, Place, UserRule } from '../../pkg/web/variorum.js' */
/** @import { Outcome } from './comparison.js' */
/** @import { Page } from './page.js' */

/** @typedef {'open' | 'checked' | 'dismissed'} Status */

/** @type {readonly Status[]} */
export const STATUSES = ['open', 'checked', 'dismissed'];

/**
 * @typedef {object} Review
 * @property {Status} [status]
 * @property {string} [note]
 */

/** @typedef {Readonly<Record<string, Review>>} Reviews by the finding's id, which stays the same while the words do */

/** As long as a note can be, in UTF-16 units: it travels in links. */
export const MAX_NOTE = 2000;

/** Session storage ends with the tab, as for the drafts that this is about. */
const STORAGE_KEY = 'variorum-reviews';

/**
 * @param {Reviews} reviews
 * @param {string} id
 * @param {Review} change
 * @returns {Reviews} without what is empty
 */
export function reviewed(reviews, id, change) {
  const { [id]: before, ...rest } = reviews;
  const after = clean({ ...before, ...change });
  return after ? { ...rest, [id]: after } : rest;
}

/**
 * Reviews from a file, a link or storage, of which nothing is taken on trust.
 *
 * @param {unknown} value
 * @returns {Reviews}
 */
export function readReviews(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, given]) => {
      const review = clean(given);
      return review ? [[id, review]] : [];
    }),
  );
}

/**
 * @param {any} given
 * @returns {Review | null}
 */
function clean(given) {
  const status = STATUSES.find((one) => one === given?.status);
  const note = typeof given?.note === 'string' ? given.note.slice(0, MAX_NOTE) : '';
  return status || note ? { ...(status && { status }), ...(note && { note }) } : null;
}

/**
 * @param {unknown} rules
 * @returns {UserRule[]} those that are of the shape that the engine takes
 */
export function readRules(rules) {
  return Array.isArray(rules) ? rules.filter(isRule) : [];
}

/**
 * @param {any} rule
 * @returns {rule is UserRule}
 */
function isRule(rule) {
  const isPlace = (/** @type {any} */ place) =>
    typeof place?.article === 'string' && Number.isInteger(place.start) && Number.isInteger(place.end);
  if (rule?.rule === 'one-event') return true;
  return (rule?.rule === 'same-as' || rule?.rule === 'not-same-as') && isPlace(rule.left) && isPlace(rule.right);
}

/**
 * Rules for articles that were changed, moved or removed: those whose words still stand somewhere go with them, the
 * rest are let go.
 *
 * @param {readonly UserRule[]} rules
 * @param {readonly ArticleInput[]} before that the rules are about
 * @param {readonly ArticleInput[]} after
 * @returns {UserRule[]}
 */
export function carryRules(rules, before, after) {
  /** @type {(rule: UserRule) => UserRule[]} */
  const carry = (rule) => {
    if (rule.rule === 'one-event') return [rule];
    const [left, right] = [carried(rule.left, before, after), carried(rule.right, before, after)];
    return left && right ? [{ ...rule, left, right }] : [];
  };
  return rules.flatMap(carry);
}

/**
 * Reviews for a newer report: a finding's id changes with its words and with who else has a part in it, and what was
 * said of it goes along to the finding of its kind that has two of its readings, by different articles.
 *
 * @param {Reviews} reviews
 * @param {Outcome} before that the reviews are about
 * @param {Outcome} after
 * @returns {Reviews} the same when nothing changed
 */
export function carryReviews(reviews, before, after) {
  const known = new Set(after.report.findings.map(({ id }) => id));
  let all = reviews;
  for (const { id, kind, readings } of before.report.findings) {
    const { [id]: review, ...rest } = all;
    if (!review || known.has(id)) continue;
    const places = readings.flatMap((reading) => carried(reading, before.request.articles, after.request.articles) ?? []);
    const now = after.report.findings.find(
      (finding) => finding.kind === kind && !all[finding.id] && shared(places, finding.readings) > 1,
    );
    if (now) all = { ...rest, [now.id]: review };
  }
  return all;
}

/**
 * @param {readonly Place[]} left
 * @param {readonly Place[]} right
 * @returns {number} of how many articles the same words stand in both
 */
function shared(left, right) {
  const both = left.filter(({ article, start, end }) =>
    right.some((place) => place.article === article && place.start === start && place.end === end),
  );
  return new Set(both.map(({ article }) => article)).size;
}

/**
 * @param {Place} place
 * @param {readonly ArticleInput[]} before
 * @param {readonly ArticleInput[]} after
 * @returns {Place | null}
 */
function carried({ article, start, end }, before, after) {
  const at = before.findIndex(({ id }) => id === article);
  const old = before[at]?.text;
  if (old === undefined) return null;
  const same = after.find(({ text }) => text === old);
  if (same) return { article: same.id, start, end };
  // An article whose text is new stands where the old one stood, unless articles came or went.
  const edited = before.length === after.length ? after[at] : undefined;
  if (!edited || before.some(({ text }) => text === edited.text)) return null;
  const { text } = edited;
  if (text.slice(0, end) === old.slice(0, end)) return { article: edited.id, start, end };
  const shift = text.length - old.length;
  if (start + shift >= 0 && text.slice(start + shift) === old.slice(start)) {
    return { article: edited.id, start: start + shift, end: end + shift };
  }
  return null;
}

/**
 * Keeps what was said of the drafts for a reload or a crash, as the drafts themselves are.
 *
 * @param {readonly UserRule[]} rules
 * @param {Reviews} reviews
 * @param {Page | null} page
 */
export function keepReviews(rules, reviews, page) {
  try {
    page?.tab.setItem(STORAGE_KEY, JSON.stringify({ rules, reviews }));
  } catch {
    // The drafts could not be kept either, and that is said.
  }
}

/**
 * @param {Page} page
 * @returns {{ rules: unknown, reviews: Reviews }} what was kept, as far as it can be read
 */
export function keptReviews(page) {
  try {
    const kept = JSON.parse(page.tab.getItem(STORAGE_KEY) ?? 'null');
    return { rules: kept?.rules, reviews: readReviews(kept?.reviews) };
  } catch {
    return { rules: [], reviews: {} };
  }
}
