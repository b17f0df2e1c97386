// News items in IPTC's ninjs, 1.x to 3.x (https://iptc.org/standards/ninjs/).

/** @import { Metadata } from './metadata.js' */

import { isoDay } from './dates.js';
import { address } from './metadata.js';
import { parse } from './inert.js';
import { blocksOf, oneLine } from './page-blocks.js';

/** As many objects as are looked at in search of items. */
const MAX_NODES = 2000;

/** What tells a news item from other objects with an address. */
const TELLING = ['versioncreated', 'headlines', 'headline', 'bodies', 'body_text', 'body_xhtml', 'body_html'];

/**
 * @param {unknown} value
 * @returns {Metadata[]} the items that have a body, in their order; the pictures and boxes of such an item are none
 */
export function itemsIn(value) {
  /** @type {any[]} */
  const waiting = [value];
  /** @type {Metadata[]} */
  const items = [];
  for (let looked = 0; waiting.length > 0 && looked < MAX_NODES; looked += 1) {
    const node = waiting.shift();
    if (typeof node !== 'object' || node === null) continue;
    if (Array.isArray(node)) {
      waiting.unshift(...node.slice(0, MAX_NODES));
      continue;
    }
    const item = isItem(node) ? read(node) : null;
    if (item) {
      items.push(item);
      continue;
    }
    const parts = node.associations ?? node.items;
    // 1.x names the parts of a package, later versions list them.
    if (parts) waiting.unshift(...(Array.isArray(parts) ? parts : Object.values(parts)).slice(0, MAX_NODES));
  }
  return items;
}

/** @param {any} node */
function isItem(node) {
  return typeof node.uri === 'string' && TELLING.some((name) => property(node, name) !== undefined);
}

/**
 * @param {any} node
 * @returns {Metadata | null} nothing when it has no body
 */
function read(node) {
  const string = (/** @type {string[]} */ ...names) => names.map((name) => property(node, name)).find((given) => typeof given === 'string' && given.trim() !== '') ?? '';
  const marked = string('body_xhtml', 'body_html', 'body_nitf') || valueIn(property(node, 'bodies'), true);
  const body = paragraphs(marked || string('body_text'));
  if (body === '') return null;
  const [line] = [property(node, 'bylines')].flat();
  const by = string('byline', 'by') || (typeof line === 'string' ? line : (property(line, 'byline') ?? ''));
  const [source] = [property(node, 'infosources') ?? property(node, 'infosource')].flat();
  return {
    headline: oneLine(string('headline') || valueIn(property(node, 'headlines'), false)),
    authors: by ? [oneLine(paragraphs(String(by))).replace(/^by\s+/i, '')] : [],
    outlet: oneLine(source?.name ?? string('copyrightholder')),
    published: isoDay(string('versioncreated', 'contentcreated', 'firstcreated')),
    url: address(node.uri),
    body,
  };
}

/**
 * 3.x writes `versionCreated` what earlier versions write `versioncreated`.
 *
 * @param {any} node
 * @param {string} name
 */
function property(node, name) {
  if (typeof node !== 'object' || node === null) return undefined;
  const key = Object.keys(node).find((given) => given.toLowerCase() === name);
  return key === undefined ? undefined : node[key];
}

/**
 * @param {unknown} list of headlines or bodies, as 2.x has them
 * @param {boolean} prefersMarkup whether the one with paragraphs is the better
 * @returns {string} that one, else the one whose role is main, else the first
 */
function valueIn(list, prefersMarkup) {
  const values = (Array.isArray(list) ? list : []).filter((item) => typeof property(item, 'value') === 'string' && property(item, 'value').trim() !== '');
  const marked = prefersMarkup && values.find((item) => String(property(item, 'contenttype')).includes('html'));
  const chosen = marked || (values.find((item) => property(item, 'role') === 'main') ?? values[0]);
  return property(chosen, 'value') ?? '';
}

/**
 * @param {string} words text, or HTML
 * @returns {string} with empty lines between paragraphs
 */
export function paragraphs(words) {
  if (!/<\/|<br|<p>|&#?\w+;/i.test(words)) return words.replace(/\r\n?/g, '\n').trim();
  // What a browser would run, load or style is gone before it is parsed.
  const blocks = blocksOf(parse(words).body).filter(({ reason, isSure }) => !(reason && isSure));
  return blocks.map(({ text }) => text).join('\n\n');
}
