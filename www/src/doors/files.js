// A file as articles, by what it holds and not by what it is called.

/** @import { Opened } from '../keep/saved.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { Incoming } from './page.js' */

import { decode, isBinary } from './decode.js';
import { readPage } from './page.js';

/** Bytes above which a file is refused unread: pictures make documents large, and words do not. */
const MAX_FILE_BYTES = 50_000_000;

/** Bytes of text above which the engine would refuse it. */
export const MAX_TEXT_BYTES = 2_000_000;

/** @typedef {keyof LaterStrings['doors']['errors']} DoorCode */

/**
 * What a file holds.
 *
 * @typedef {object} Brought
 * @property {Incoming[]} articles one or more
 * @property {Opened} [opened] the same articles with what was said of them, where the file is a saved comparison
 * @property {number} [more] articles behind these that were not read, as there is no room for so many
 * @property {unknown} [annotations] marks in articles, where the file has these and no articles
 */

/** A file that cannot be brought in, with a code for which the page has words. */
export class DoorError extends Error {
  /** @param {DoorCode} code */
  constructor(code) {
    super(code);
    this.name = 'DoorError';
    this.code = code;
  }
}

/**
 * @param {File} file
 * @param {AbortSignal} signal
 * @returns {Promise<Brought>}
 * @throws {DoorError}
 */
export async function readFile(file, signal) {
  if (file.size === 0) throw new DoorError('empty');
  if (file.size > MAX_FILE_BYTES) throw new DoorError('large');
  const bytes = new Uint8Array(await bytesOf(file));
  signal.throwIfAborted();
  const { articles, opened, annotations, more } = await broughtBy(bytes, file.name, signal);
  signal.throwIfAborted();
  if (annotations) return { articles, annotations };
  const withWords = articles.filter(({ text }) => text.trim() !== '');
  if (withWords.length === 0) throw new DoorError('wordless');
  if (withWords.some(({ text }) => new Blob([text]).size > MAX_TEXT_BYTES)) throw new DoorError('long');
  return { articles: withWords, opened, more };
}

/**
 * @template T
 * @param {Promise<T>} reader of one sort of files, on its way
 * @returns {Promise<T>}
 * @throws {DoorError} where there is no network to fetch it over, and it was not kept
 */
async function fetched(reader) {
  return reader.catch(() => {
    throw new DoorError('unfetched');
  });
}

/**
 * @param {unknown} error
 * @param {Record<DoorCode, string>} errors
 * @returns {string} what went wrong with a file, and what may help
 */
export function reasonOf(error, errors) {
  const code = error instanceof DoorError ? error.code : 'damaged';
  return errors[code];
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    return await file.arrayBuffer();
  } catch {
    // A folder, or a file that was moved or locked meanwhile.
    throw new DoorError('unreadable');
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 * @param {AbortSignal} signal
 * @returns {Promise<Brought>}
 */
async function broughtBy(bytes, name, signal) {
  const begins = (/** @type {number[]} */ ...given) => given.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return one(await (await fetched(import('./docx.js'))).readDocument(bytes));
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new DoorError('oldWord');
  // The mark of a PDF may stand behind a little rubbish.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return one(await (await fetched(import('./pdf.js'))).readPdf(bytes, signal));
  if (head.startsWith('{\\rtf')) throw new DoorError('rtf');
  const text = decode(bytes);
  if (isBinary(text)) throw new DoorError('notText');
  const extension = /\.(\w+)$/.exec(name)?.[1].toLowerCase() ?? '';
  if (/^(json|jsonld|ninjs)$/.test(extension)) return (await fetched(import('./json.js'))).readJson(text);
  if (/^(xml|rss|atom)$/.test(extension) || /^\s*<(\?xml|rss|feed|rdf:)/i.test(text)) {
    const { isFeed, readFeed } = await fetched(import('./feed.js'));
    if (isFeed(text)) return readFeed(text);
  }
  if (/^html?$|^xhtml$/.test(extension) || /^\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b/i.test(text)) {
    const saved = (await fetched(import('./json.js'))).savedIn(text);
    return saved ?? { articles: [(await readPage(text)) ?? []].flat() };
  }
  if (extension === 'md' || extension === 'markdown') return one((await fetched(import('./markdown.js'))).readMarkdown(text));
  return one(plain(text));
}

/**
 * @param {Incoming} article
 * @returns {Brought}
 */
function one(article) {
  return { articles: [article] };
}

/**
 * @param {string} text
 * @returns {Incoming}
 */
export function plain(text) {
  return { text: text.replace(/\r\n?/g, '\n').replaceAll('\u0000', ''), title: '', outlet: '', published: '', url: '', leftOut: [] };
}
