// The engine, off the page's main thread. See client.js for the messages.
import { compare, diffWords, facts, version } from '../../pkg/web/variorum.js';
import { whenReady } from './load.js';

/** @import { Files } from './load.js' */

/** @type {Files | undefined} */
let files;

/** What tells the client how far the running call has come, where it wants to know. */
let watch = (/** @type {'loading' | 'reading' | 'comparing'} */ _phase, /** @type {number} */ _done, /** @type {number} */ _of) => {};

/** The engine with its tables; what failed to load, the next call tries to load again. */
const start = () => whenReady(files, (done, of) => watch('loading', done, of));

/** @type {Record<string, (payload: any) => unknown>} */
const kinds = {
  compare: (request) => compare(request, (done, of) => watch(done + 1 < of ? 'reading' : 'comparing', done, of)),
  facts,
  diffWords: ({ left, right }) => diffWords(left, right),
  version,
};

self.addEventListener('message', async ({ data: { id, kind, payload, isWatched } }) => {
  if (kind === 'start') {
    files = payload;
    // Without this the browser would report a failed start once more, besides the answer to each call.
    start().catch(() => {});
    return;
  }
  try {
    watch = isWatched ? (phase, done, of) => self.postMessage({ id, kind: 'progress', value: { phase, done, of } }) : () => {};
    await start();
    self.postMessage({ id, ok: true, value: kinds[kind](payload) });
  } catch (error) {
    self.postMessage({ id, ok: false, error: plain(error) });
  }
});

holdLock();

/**
 * Holds a lock for as long as this worker lives, and tells the page its name: see `WorkerClient`.
 */
function holdLock() {
  // Browsers give locks to pages that came over HTTPS or from this machine; without, a killed worker goes unseen.
  if (!navigator.locks) {
    self.postMessage({ kind: 'ready', lock: null });
    return;
  }
  const lock = `variorum-${crypto.randomUUID()}`;
  navigator.locks.request(lock, () => {
    self.postMessage({ kind: 'ready', lock });
    return new Promise(() => {});
  });
}

/**
 * An error as data. What the engine throws has that shape already.
 *
 * @param {any} error
 */
function plain(error) {
  // After a trap this instance is of no more use.
  if (error instanceof WebAssembly.RuntimeError) return { code: 'trap', message: error.message };
  if (typeof error?.code === 'string') {
    return { code: error.code, message: String(error.message), details: error.details };
  }
  return { code: 'unknown', message: String(error?.message ?? error) };
}
