// What a page says of itself: JSON-LD, the meta elements of OpenGraph and others, and `<time>`.

import { isoDay } from './dates.js';
import { parse } from './inert.js';
import { oneLine } from './page-blocks.js';

/**
 * @typedef {object} Metadata
 * @property {string} headline
 * @property {string[]} authors
 * @property {string} outlet
 * @property {string} published `YYYY-MM-DD`
 * @property {string} url
 * @property {string} body the whole text, where the page has it apart
 */

/** As many objects of JSON-LD as are looked at; a page has some ten. */
const MAX_NODES = 2000;

const IS_ARTICLE = /(Article|Posting|Report)$/;

/**
 * @param {Document} page
 * @returns {Metadata} empty where the page says nothing
 */
export function metadataOf(page) {
  const linked = linkedArticle(page);
  const meta = metaOf(page);
  const url =
    address(page.querySelector('link[rel~="canonical" i]')?.getAttribute('href')) ||
    address(meta('og:url')) ||
    (linked?.url ?? '');
  const headline = linked?.headline || meta('og:title', 'twitter:title', 'dc.title') || oneLine(page.title.slice(0, 500));
  const outlet = linked?.outlet || meta('og:site_name', 'application-name', 'dc.publisher', 'publisher');
  const author = meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl');
  return {
    headline: withoutSite(headline, outlet),
    authors: linked?.authors.length ? linked.authors : author && !/^https?:/i.test(author) ? [author.replace(/^by\s+/i, '')] : [],
    outlet: outlet || hostOf(url),
    published:
      linked?.published ||
      isoDay(meta('article:published_time', 'og:article:published_time', 'date', 'dc.date', 'dc.date.issued', 'parsely-pub-date', 'pubdate', 'datepublished')) ||
      timeOf(page),
    url,
    body: linked?.body ?? '',
  };
}

/**
 * @param {unknown} value JSON-LD, as data
 * @returns {Metadata[]} what it says of each article in it, wherever in it that stands
 */
export function articlesIn(value) {
  /** @type {any[]} */
  const waiting = [value];
  /** @type {any[]} */
  const articles = [];
  for (let looked = 0; waiting.length > 0 && looked < MAX_NODES; looked += 1) {
    const node = waiting.shift();
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node) && typesOf(node).some((type) => IS_ARTICLE.test(type))) articles.push(node);
    for (const inner of Array.isArray(node) ? node : [node['@graph'], node.mainEntity, node.itemListElement, node.item]) {
      if (inner) waiting.push(inner);
    }
  }
  return articles.map((node) => ({
    headline: words(node.headline) || words(node.name),
    authors: peopleOf(node.author ?? node.creator),
    outlet: nameOf(node.publisher ?? node.sourceOrganization),
    published: isoDay(first(node.datePublished ?? node.dateCreated)),
    url: address(first(node.url)) || address(first(node.mainEntityOfPage)) || address(first(node.mainEntityOfPage)?.['@id']),
    body: typeof node.articleBody === 'string' ? plain(node.articleBody) : '',
  }));
}

/** @param {Document} page */
function linkedArticle(page) {
  /** @type {Metadata[]} */
  const articles = [];
  for (const script of page.querySelectorAll('script[type*="ld+json" i]')) {
    try {
      articles.push(...articlesIn(JSON.parse(script.textContent ?? '')));
    } catch {
      // Pages with broken JSON-LD are common, and there are other places to look.
    }
  }
  const title = oneLine(page.querySelector('h1')?.textContent ?? '');
  return articles.find(({ headline }) => headline && title.startsWith(headline)) ?? articles[0];
}

/**
 * @param {Document} page
 * @returns {(...names: string[]) => string} the first of these that the page gives
 */
function metaOf(page) {
  /** @type {Map<string, string>} */
  const given = new Map();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase();
    const content = oneLine((meta.getAttribute('content') ?? '').slice(0, 1000));
    if (name && content && !given.has(name)) given.set(name, content);
  }
  return (...names) => given.get(names.find((name) => given.has(name)) ?? '') ?? '';
}

/**
 * The day of publication is marked as such, or stands beside the headline; any other `<time>` may be about anything.
 *
 * @param {Document} page
 */
function timeOf(page) {
  const marked = page.querySelector('time[pubdate], [itemprop="datePublished"], time.published, time.entry-date');
  const others = page.querySelectorAll('article time, main time, header time');
  const time = marked ?? (others.length === 1 ? others[0] : null) ?? loneTime(page);
  if (!time) return '';
  return isoDay(time.getAttribute('datetime')) || isoDay(time.getAttribute('content')) || isoDay(time.textContent);
}

/** @param {Document} page */
function loneTime(page) {
  const all = page.querySelectorAll('time');
  return all.length === 1 ? all[0] : null;
}

/**
 * @param {any} node
 * @returns {string[]}
 */
function typesOf(node) {
  return [node['@type']].flat().filter((type) => typeof type === 'string');
}

/**
 * @param {any} value
 * @returns {any} itself, or the first where there are several
 */
function first(value) {
  return Array.isArray(value) ? value[0] : value;
}

/** @param {any} value */
function nameOf(value) {
  const given = first(value);
  return words(typeof given === 'string' ? given : given?.name);
}

/** @param {any} value */
function peopleOf(value) {
  const names = [value].flat(2).slice(0, 20).map(nameOf);
  return [...new Set(names)].filter((name) => name !== '' && !/^https?:/i.test(name));
}

/** @param {any} value */
function words(value) {
  const given = first(value);
  return typeof given === 'string' ? oneLine(plain(given.slice(0, 1000))) : '';
}

/**
 * Many pages write HTML into their JSON.
 *
 * @param {string} text
 */
function plain(text) {
  if (!/[<&]/.test(text)) return text;
  const broken = text.replace(/<\/(p|div|h[1-6]|li)>|<br\s*\/?>/gi, '\n\n');
  return parse(broken).body.textContent ?? '';
}

/** @param {unknown} value */
export function address(value) {
  if (typeof value !== 'string' || value.length > 2000) return '';
  try {
    const { protocol, href } = new URL(value.trim());
    return protocol === 'https:' || protocol === 'http:' ? href : '';
  } catch {
    return '';
  }
}

/** @param {string} url */
function hostOf(url) {
  return url ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/**
 * @param {string} title as in "Depot burns | The Valley Record"
 * @param {string} outlet
 */
function withoutSite(title, outlet) {
  const cut = title.search(/\s[|–—-]\s[^|–—]*$/);
  if (cut < 15) return title;
  const site = title.slice(cut + 3).trim().toLowerCase();
  const isSite = title.charAt(cut + 1) === '|' || (outlet !== '' && outlet.toLowerCase().includes(site));
  return isSite ? title.slice(0, cut).trim() : title;
}
