// The text of a PDF, through pdf.js. Nothing is drawn: no font, picture or script of the file is used.

/** @import { Incoming } from './page.js' */
/** @import { Glyphs } from './pdf-text.js' */

import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DoorError, MAX_TEXT_BYTES, plain } from './files.js';
import { layOut } from './pdf-text.js';
import workerAddress from './pdf-worker.js?worker&url';

/** Pages above which a file is a book, and not a report. */
const MAX_PAGES = 400;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {AbortSignal} signal
 * @returns {Promise<Incoming>}
 * @throws {DoorError}
 */
export async function readPdf(bytes, signal) {
  const port = startWorker();
  // Files that are slightly broken are common, and pdf.js would say so in the console.
  const quiet = { verbosity: 0 };
  const worker = PDFWorker.create({ port, ...quiet });
  const loading = getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    ...quiet,
  });
  const stop = () => port.terminate();
  signal.addEventListener('abort', stop, { once: true });
  // A worker that was ended leaves its promises open.
  const stopped = new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    port.addEventListener('error', () => reject(new DoorError('unfetched')), { once: true });
  });
  try {
    return await Promise.race([textOf(loading), stopped]);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DoorError) throw error;
    throw new DoorError(/** @type {any} */ (error)?.name === 'PasswordException' ? 'locked' : 'damaged');
  } finally {
    signal.removeEventListener('abort', stop);
    port.terminate();
    worker.destroy();
  }
}

/** A worker of the page's own origin, wherever its module lies: see `WorkerClient`. */
function startWorker() {
  // Built, it is a whole address already; bundlers look into what is joined with that of the module.
  const address = new URL(workerAddress, location.href);
  const options = /** @type {const} */ ({ type: 'module', name: 'variorum-pdf' });
  if (address.origin === location.origin) return new Worker(address, options);
  const module = new Blob([`import ${JSON.stringify(address.href)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(module);
  const port = new Worker(url, options);
  port.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return port;
}

/**
 * @param {import('pdfjs-dist').PDFDocumentLoadingTask} loading
 * @returns {Promise<Incoming>}
 */
async function textOf(loading) {
  const document = await loading.promise;
  if (document.numPages > MAX_PAGES) throw new DoorError('long');
  /** @type {Glyphs[][]} */
  const pages = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const glyphs = items.flatMap((item) => ('str' in item ? [glyphsOf(item)] : []));
    length += glyphs.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MAX_TEXT_BYTES) throw new DoorError('long');
    pages.push(glyphs);
    page.cleanup();
  }
  const { paragraphs, leftOut } = layOut(pages);
  if (paragraphs.length === 0) throw new DoorError('scanned');
  return { ...plain(paragraphs.join('\n\n')), leftOut };
}

/**
 * @param {import('pdfjs-dist/types/src/display/api.js').TextItem} item
 * @returns {Glyphs}
 */
function glyphsOf({ str, transform, width, height }) {
  const [a, b, , , x, y] = transform;
  return { text: str, x, y, width, size: height || Math.hypot(a, b) };
}
