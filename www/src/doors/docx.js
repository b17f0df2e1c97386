// Documents of Word (.docx) and of OpenDocument (.odt), paragraph by paragraph.

/** @import { Incoming } from './page.js' */

import { DoorError, plain } from './files.js';
import { contentsOf, entriesOf } from './zip.js';

/** Bytes of XML that are read: forty times as many as the engine takes of text, which leaves room for the formatting. */
const MAX_XML_BYTES = 80_000_000;

/** What was taken out with changes tracked, and other words that are not those of the page. */
const NOT_SHOWN = new Set(
  ('w:del w:moveFrom w:delText w:instrText w:rPr w:pPr w:sectPr mc:Fallback w:drawing w:pict w:object text:tracked-changes ' +
    'office:annotation text:note office:forms').split(' '),
);

const PARAGRAPHS = new Set(['w:p', 'text:p', 'text:h']);

/** @type {Record<string, string>} */
const CHARACTERS = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'text:tab': '\t',
  'text:line-break': '\n',
  'text:s': ' ',
};

/** @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A tag, what may stand between tags besides words, or words. */
const PIECE = /<(\/?)([\w:.-]+)[^>]*?(\/?)>|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|([^<]+)/g;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Incoming>}
 * @throws {DoorError}
 */
export async function readDocument(bytes) {
  const entries = entriesOf(bytes);
  const body = entries.get('word/document.xml') ?? entries.get('content.xml');
  if (!body) throw new DoorError('archive');
  const xml = new TextDecoder().decode(await contentsOf(bytes, body, MAX_XML_BYTES));
  // A file's own dates say when it was written or copied, not when the report came out.
  return plain(paragraphsOf(xml).join('\n\n'));
}

/**
 * Goes through the XML tag by tag, as no more is asked of it than where paragraphs end. Of a browser's own reader the
 * page's policy would forbid the very page on which it tells of an error, and entities that swell could fill it.
 *
 * @param {string} xml
 * @returns {string[]}
 */
export function paragraphsOf(xml) {
  /** @type {string[]} */
  const paragraphs = [];
  let words = '';
  let isText = false;
  /** The element that is being passed over, and how many of its name are open. */
  let passed = '';
  let depth = 0;
  for (const [all, closes, name, isEmpty, data, text] of xml.matchAll(PIECE)) {
    if (passed !== '') {
      if (name === passed && !isEmpty) depth += closes ? -1 : 1;
      if (depth === 0) passed = '';
    } else if (name === undefined) {
      if (all.startsWith('<!DOCTYPE')) throw new DoorError('damaged');
      if (isText) words += data ?? unescaped(text ?? '');
    } else if (NOT_SHOWN.has(name)) {
      if (isEmpty || closes) continue;
      passed = name;
      depth = 1;
    } else if (name === 'w:t') {
      isText = !closes && !isEmpty;
    } else if (PARAGRAPHS.has(name)) {
      isText = name !== 'w:p' && !closes && !isEmpty;
      paragraphs.push(words);
      words = '';
    } else if (!closes) {
      words += CHARACTERS[name] ?? '';
    }
  }
  return [...paragraphs, words].map((paragraph) => paragraph.replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()).filter(Boolean);
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
