// The items of RSS (https://www.rssboard.org/rss-specification) and Atom feeds (RFC 4287).

/** @import { Brought } from './files.js' */
/** @import { Element } from './xml.js' */

import { MAX_ARTICLES } from '../drafts.js';
import { isoDay } from './dates.js';
import { DoorError } from './files.js';
import { address } from './metadata.js';
import { paragraphs } from './ninjs.js';
import { oneLine } from './page-blocks.js';
import { fromBody } from './page.js';
import { attribute, readXml } from './xml.js';

/** How a feed begins, behind declarations and comments. */
const IS_FEED = /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w-]+:)?(?:rss|feed|rdf|entry)[\s>/]/i;

/** @param {string} text */
export const isFeed = (text) => IS_FEED.test(text.slice(0, 20_000));

/**
 * @param {string} source
 * @returns {Brought} an article for each item with words
 * @throws {DoorError} when it is not well-formed, or declares entities, which may name files or grow without end
 */
export function readFeed(source) {
  if (/<!ENTITY/i.test(source)) throw new DoorError('entities');
  const feed = readXml(source.trim());
  if (!feed) throw new DoorError('brokenFeed');
  /** @type {Element[]} */
  const items = [];
  let title = '';
  const waiting = [feed];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.local === 'item' || element.local === 'entry') items.push(element);
    // The first child is the next; an archive has more of them than a call can have arguments.
    else for (const child of element.children.toReversed()) waiting.push(child);
    if (element.local === 'title') title ||= oneLine(paragraphs(element.text));
  }
  // What there is no room for in any case is counted, and not read.
  return { articles: items.slice(0, MAX_ARTICLES).map((item) => article(item, title)), more: Math.max(0, items.length - MAX_ARTICLES) };
}

/**
 * @param {Element} item
 * @param {string} feed its title
 */
function article({ children }, feed) {
  // Others put elements of their own beside these, as those of pictures are, with the same names behind another prefix.
  const named = (/** @type {string} */ name) => children.filter((child) => child.name === name || (child.local === name && !child.name.startsWith('media:')));
  const find = (/** @type {string[]} */ ...names) => names.flatMap(named).find((child) => child.text.trim() !== '');
  const text = (/** @type {string[]} */ ...names) => oneLine(find(...names)?.text ?? '');
  const source = find('source');
  const links = named('link');
  const link = links.find((child) => (attribute(child, 'rel') ?? 'alternate') === 'alternate') ?? links[0];
  const authors = [...named('author'), ...named('creator')];
  const within = (/** @type {Element | undefined} */ element, /** @type {string} */ name) => element?.children.find(({ local }) => local === name)?.text;
  return fromBody({
    headline: oneLine(paragraphs(text('title'))),
    authors: authors.map((author) => oneLine(within(author, 'name') ?? author.text)).filter((name) => name && !name.includes('@')),
    outlet: oneLine(within(source, 'title') ?? source?.text ?? text('publisher')) || feed,
    published: isoDay(text('pubDate') || text('published') || text('date') || text('updated')),
    url: address(attribute(link, 'href') ?? link?.text),
    body: paragraphs(words(find('encoded', 'content') ?? find('description', 'summary'))),
  });
}

/**
 * @param {Element | undefined} element
 * @returns {string} what it holds: text, which may be HTML, or elements
 */
function words(element) {
  const held = element?.children.length ? element.markup : element?.text;
  return (held ?? '').trim();
}
