// Documents of Word (.docx) and of OpenDocument (.odt), paragraph by paragraph.

/** @import { Incoming } from './page.js' */

import { DoorError, plain } from './files.js';
import { contentsOf, entriesOf } from './zip.js';

/** Bytes of XML that are read: forty times as many as the engine takes of text, which leaves room for the formatting. */
const MAX_XML_BYTES = 80_000_000;

/** What was taken out with changes tracked, and other words that are not those of the page. */
const NOT_SHOWN = new Set(
  'del moveFrom delText instrText rPr pPr sectPr Fallback drawing pict object tracked-changes annotation note forms'.split(' '),
);

const PARAGRAPHS = new Set(['w:p', 'text:p', 'text:h']);

/** @type {Record<string, string>} */
const CHARACTERS = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', 'line-break': '\n', s: ' ' };

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Incoming>}
 * @throws {DoorError}
 */
export async function readDocument(bytes) {
  const entries = entriesOf(bytes);
  const body = entries.get('word/document.xml') ?? entries.get('content.xml');
  if (!body) throw new DoorError('archive');
  const page = parse(await contentsOf(bytes, body, MAX_XML_BYTES));
  const paragraphs = paragraphsOf(page);
  // A file's own dates say when it was written or copied, not when the report came out.
  return plain(paragraphs.join('\n\n'));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function parse(bytes) {
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml');
  if (page.querySelector('parsererror')) throw new DoorError('damaged');
  return page;
}

/** @param {Document} page */
function paragraphsOf(page) {
  /** @type {string[]} */
  const paragraphs = [];
  let words = '';
  const flush = () => {
    const text = words.replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
    if (text) paragraphs.push(text);
    words = '';
  };
  /** @type {Node | null} */
  let node = page.documentElement;
  const root = node;
  while (node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : null;
    const name = element?.localName ?? '';
    const isHidden = NOT_SHOWN.has(name);
    if (!element && isWord(node)) words += node.nodeValue;
    if (element && !isHidden) words += CHARACTERS[name] ?? '';
    if (element && !isHidden && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && PARAGRAPHS.has(node.nodeName)) flush();
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  flush();
  return paragraphs;
}

/**
 * In Word words stand in `w:t` alone, in OpenDocument anywhere within a paragraph.
 *
 * @param {Node} node
 */
function isWord(node) {
  const parent = node.parentElement;
  if (node.nodeType !== Node.TEXT_NODE || !parent) return false;
  return parent.localName === 't' || (parent.prefix === 'text' && parent.closest('p, h') !== null);
}
