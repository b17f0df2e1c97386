// The engine, off the page's main thread. See client.js for the messages.
import { loadTables } from '../../pkg/web/tables.js';
import init, { compare, diffWords, facts, version } from '../../pkg/web/variorum.js';

/** @type {Record<string, (payload: any) => unknown>} */
const kinds = {
  compare: (request) => compare(request),
  facts: (article) => facts(article),
  diffWords: ({ left, right }) => diffWords(left, right),
  version: () => version(),
};

/** @type {Promise<void> | null} */
let ready = null;

/** The engine with its tables; what failed to load, the next call tries to load again. */
function load() {
  ready ??= loadTables(init({ module_or_path: new URL('../../pkg/web/variorum_bg.wasm', import.meta.url) })).catch((error) => {
    ready = null;
    throw error;
  });
  return ready;
}

// Without this the browser would report a failed start once more, besides the answer to each call.
load().catch(() => {});

self.addEventListener('message', async ({ data: { id, kind, payload } }) => {
  try {
    await load();
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
  // After a trap, or when the module did not load at all, this instance is of no more use.
  if (error instanceof WebAssembly.RuntimeError) return { code: 'trap', message: error.message };
  if (typeof error?.code === 'string') {
    return { code: error.code, message: String(error.message), details: error.details };
  }
  return { code: 'unknown', message: String(error?.message ?? error) };
}
