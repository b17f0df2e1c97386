// A web page, or a piece of one from the clipboard, as an article.

/** @import { Block, Reason } from './page-blocks.js' */

import { parse } from './inert.js';
import { metadataOf } from './metadata.js';
import { blocksOf, oneLine } from './page-blocks.js';

/**
 * A passage that was left out, and where it stood.
 *
 * @typedef {object} LeftOut
 * @property {Reason} reason
 * @property {string} text
 * @property {string} after the passage before it that was taken in; empty when it stood above them all
 */

/**
 * An article as it comes through a door.
 *
 * @typedef {object} Incoming
 * @property {string} text
 * @property {string} title empty where it stands in the text
 * @property {string} outlet
 * @property {string} published `YYYY-MM-DD`, or empty
 * @property {string} url
 * @property {readonly LeftOut[]} leftOut
 */

/** Characters below which what Readability found, or the page itself, is no article. */
const SHORTEST = 140;

/** A body apart from the page is taken when the page itself shows less than this share of it. */
const SHOWN = 0.6;

/** As many passages below the headline as the author's name is looked for in. */
const HEAD_BLOCKS = 6;

/**
 * Reads HTML without running it: the document has no window, so that scripts stay text, handlers are never attached
 * and pictures are not fetched.
 *
 * @param {string} source
 * @returns {Promise<Incoming | null>} null when there are no words in it
 */
export async function readPage(source) {
  const page = parse(source);
  const metadata = metadataOf(page);
  const isWhole = page.querySelector('meta[property^="og:" i], script[type*="ld+json" i], head title, body > header, body nav') !== null;
  const all = blocksOf(page.body);
  const found = isWhole ? await readability(page) : null;
  const blocks = all.map((block) => ({ ...block, reason: isDate(block, metadata.published) ? /** @type {const} */ ('around') : reasonFor(block, found) }));
  const headline = headlineOf(all, metadata.headline, isWhole);

  const at = headline.at;
  const body = blocks.filter((block, index) => index !== at && block.reason === null && (at < 0 || index > at));
  const shown = body.reduce((length, { text }) => length + text.length, 0);
  if (metadata.body.length > SHORTEST && shown < metadata.body.length * SHOWN) return fromBody(metadata, headline.text);

  /** @type {LeftOut[]} */
  const leftOut = [];
  /** @type {string[]} */
  const taken = headline.text ? [headline.text] : [];
  const byline = bylineOf(metadata.authors, metadata.outlet, body);
  if (byline) taken.push(byline);
  for (const [index, { text, reason }] of blocks.entries()) {
    if (index === at || (text === headline.text && reason !== null)) continue;
    const why = reason ?? (index < at ? 'around' : null);
    if (why) leftOut.push({ reason: why, text, after: index < at ? '' : (taken.at(-1) ?? '') });
    else taken.push(text);
  }
  if (taken.length === 0 && leftOut.length === 0) return null;
  const { outlet, published, url } = metadata;
  return { text: taken.join('\n\n'), title: '', outlet, published, url, leftOut };
}

/**
 * The passages that Readability takes for the article.
 *
 * @param {Document} page
 * @returns {Promise<Set<string> | null>} null when it finds no article
 */
async function readability(page) {
  const { Readability } = await import('@mozilla/readability');
  // What was left for machines has been read, and what is to be seen without scripts would be parsed once more.
  for (const element of page.querySelectorAll('script, noscript')) element.remove();
  // It takes its document apart.
  const copy = /** @type {Document} */ (page.cloneNode(true));
  withoutMarkup(copy.body);
  try {
    const options = { charThreshold: SHORTEST, serializer: (/** @type {Node} */ node) => node, maxElemsToParse: 50_000, disableJSONLD: true };
    const article = new Readability(copy, options).parse();
    const content = /** @type {Element | undefined} */ (article?.content);
    if (!content || (content.textContent?.length ?? 0) < SHORTEST) return null;
    return new Set(blocksOf(content).map(({ text }) => text));
  } catch {
    return null;
  }
}

/**
 * Readability writes its document down as markup before each attempt, and reads that again for the next. Here it is given
 * nodes to go back to: no string of a foreign page is parsed a second time, and a page's policy may forbid that it ever is.
 *
 * @param {HTMLElement} body
 */
function withoutMarkup(body) {
  let before = body;
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      before = /** @type {HTMLElement} */ (body.cloneNode(true));
      return '';
    },
    set: () => body.replaceChildren(...before.cloneNode(true).childNodes),
  });
}

/**
 * A line with the day of publication and nothing else, which has a field of its own.
 *
 * @param {Block} block
 * @param {string} published
 */
function isDate({ element, text }, published) {
  const time = element.localName === 'time' ? element : element.querySelector('time');
  return published !== '' && time !== null && oneLine(time.textContent ?? '') === text;
}

/**
 * @param {Block} block
 * @param {Set<string> | null} found
 * @returns {Reason | null}
 */
function reasonFor({ text, reason, isSure }, found) {
  if (!found || (reason && isSure)) return reason;
  return found.has(text) ? null : (reason ?? 'around');
}

/**
 * @param {readonly Block[]} blocks
 * @param {string} told by the page's metadata
 * @param {boolean} isWhole
 * @returns {{ text: string, at: number }} the headline, and which block it is; -1 for none of them
 */
function headlineOf(blocks, told, isWhole) {
  const isTitle = (/** @type {Block} */ { element }) => element.closest('h1') !== null;
  const key = (/** @type {string} */ text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const isTold = (/** @type {Block} */ { text }) => told !== '' && key(text) === key(told);
  const sameTitle = blocks.findIndex((block) => isTold(block) && isTitle(block));
  const same = sameTitle >= 0 ? sameTitle : blocks.findIndex((block) => isTold(block) && block.reason === null);
  if (same >= 0) return { text: blocks[same].text, at: same };
  const inArticle = blocks.findIndex((block) => isTitle(block) && block.element.closest('article, main') !== null);
  const first = inArticle >= 0 ? inArticle : blocks.findIndex((block) => isTitle(block) && block.reason === null);
  if (first >= 0) return { text: blocks[first].text, at: first };
  // A piece of a page has its own first line, and the title of the page need not be above it.
  return { text: isWhole ? told : '', at: -1 };
}

/**
 * @param {readonly string[]} authors
 * @param {string} outlet
 * @param {readonly { text: string }[]} body
 * @returns {string} a byline where the text has none
 */
function bylineOf(authors, outlet, body) {
  const named = authors.filter((author) => author.toLowerCase() !== outlet.toLowerCase());
  const head = body.slice(0, HEAD_BLOCKS).map(({ text }) => text.toLowerCase());
  const isThere = named.some((author) => head.some((text) => text.includes(author.toLowerCase())));
  if (named.length === 0 || isThere) return '';
  const last = named.at(-1);
  return `By ${named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`}`;
}

/**
 * @param {import('./metadata.js').Metadata} metadata
 * @param {string} [headline]
 * @returns {Incoming} an article of which the text stands in the metadata
 */
export function fromBody({ headline: told, authors, outlet, published, url, body }, headline = told) {
  const paragraphs = body.split(/\n\s*\n|\r?\n/).map(oneLine).filter(Boolean);
  const byline = bylineOf(authors, outlet, paragraphs.map((text) => ({ text })));
  const head = [paragraphs[0] === headline ? '' : headline, byline].filter(Boolean);
  return { text: [...head, ...paragraphs].join('\n\n'), title: '', outlet, published, url, leftOut: [] };
}

/**
 * Puts a passage back where it stood, as far as that can still be told after the text was edited.
 *
 * @param {string} text
 * @param {LeftOut} passage
 * @returns {string}
 */
export function putBack(text, { text: words, after }) {
  const before = after === '' ? -1 : text.indexOf(after);
  if (before < 0) return after === '' ? `${words}\n\n${text}` : `${text.trimEnd()}\n\n${words}`;
  const at = before + after.length;
  const rest = text.slice(at).replace(/^\s+/, '');
  return `${text.slice(0, at)}\n\n${words}${rest && `\n\n${rest}`}`;
}
