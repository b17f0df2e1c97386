// The engine, off the page's main thread. See client.js for the messages.
import init, { compare, diffWords, facts, loadPlaces, version } from '../../pkg/web/variorum.js';

/** @type {Record<string, (payload: any) => unknown>} */
const kinds = {
  compare: (request) => compare(request),
  facts: (article) => facts(article),
  diffWords: ({ left, right }) => diffWords(left, right),
  version: () => version(),
};

const ready = start();
// Without this the browser would report a failed start once more, besides the answer to each call.
ready.catch(() => {});

self.addEventListener('message', async ({ data: { id, kind, payload } }) => {
  try {
    await ready;
    self.postMessage({ id, ok: true, value: kinds[kind](payload) });
  } catch (error) {
    self.postMessage({ id, ok: false, error: plain(error) });
  }
});

/** Loads the engine and the list of places that it reads names with. */
async function start() {
  const [places] = await Promise.all([
    fetch(new URL('../../src/facts/gazetteer/places.txt', import.meta.url)),
    init({ module_or_path: new URL('../../pkg/web/variorum_bg.wasm', import.meta.url) }),
  ]);
  // Without the list the same articles would give another report than elsewhere.
  if (!places.ok) throw new Error(`the list of places could not be loaded (${places.status})`);
  loadPlaces(new Uint8Array(await places.arrayBuffer()));
}

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
