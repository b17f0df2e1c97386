/** @import { ArticleFacts, ArticleInput, Report, Request, WordDiff } from '../../pkg/web/variorum.js' */

/**
 * What the page asks of an engine. `WorkerClient` is the one in use; a test may put an object of this shape in its
 * place.
 *
 * @typedef {object} Client
 * @property {(request: Request, options?: CallOptions) => Promise<Report>} compare
 * @property {(left: string, right: string, options?: CallOptions) => Promise<WordDiff>} [diffWords] without it no words are set off
 * @property {(article: ArticleInput, options?: CallOptions) => Promise<ArticleFacts>} [facts] without it only what is
 * compared stands on the timeline
 */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] ends the call, and with it the worker that is busy with it
 */

/** Refused by the engine, or lost with it: a stable code, one plain sentence, and the values met. */
export class EngineError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {unknown} [details]
   */
  constructor(code, message, details) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    this.details = details;
  }
}

/** The code of every call that was lost because the worker stopped. */
export const WORKER_LOST = 'worker-lost';

/** The code of an error after which the engine's instance cannot be used any more. */
export const TRAP = 'trap';

/**
 * @typedef {object} Pending
 * @property {(value: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/**
 * Owns the worker in which the engine runs.
 *
 * Messages to the worker are `{id, kind, payload}`, its answers `{id, ok, value | error}`; they are matched by id, so
 * they may arrive in any order. When the worker traps, is killed or is cancelled, every pending call is rejected, the
 * worker is ended and another is started; the next call is served as if nothing had been.
 *
 * Events: `lost` when a worker stopped unasked.
 *
 * @implements {Client}
 */
export class WorkerClient extends EventTarget {
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #spawn;
  #lastId = 0;
  /** @type {Worker | null} */
  #worker = null;
  #isReady = false;
  #isClosed = false;

  /** @param {() => Worker} [spawn] */
  constructor(spawn = startWorker) {
    super();
    this.#spawn = spawn;
    // Behind the next frame: the page is painted before the engine and its tables are fetched. A call starts it sooner.
    requestAnimationFrame(() => setTimeout(() => this.#isClosed || this.#worker || this.#start()));
  }

  /**
   * @param {Request} request
   * @param {CallOptions} [options]
   * @returns {Promise<Report>} rejected with an `EngineError`, or with the signal's reason
   */
  compare(request, options) {
    return this.#call('compare', request, options);
  }

  /**
   * @param {string} left
   * @param {string} right
   * @param {CallOptions} [options]
   * @returns {Promise<WordDiff>}
   */
  diffWords(left, right, options) {
    return this.#call('diffWords', { left, right }, options);
  }

  /**
   * @param {ArticleInput} article
   * @param {CallOptions} [options]
   * @returns {Promise<ArticleFacts>} what it says, without another to compare it with
   */
  facts(article, options) {
    return this.#call('facts', article, options);
  }

  /**
   * @param {CallOptions} [options]
   * @returns {Promise<string>} name and version of the engine
   */
  version(options) {
    return this.#call('version', null, options);
  }

  /** Ends the worker for good. */
  close() {
    this.#isClosed = true;
    this.#drop(new EngineError(WORKER_LOST, 'the client was closed'));
  }

  /**
   * @param {string} kind
   * @param {unknown} payload
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  #call(kind, payload, { signal } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.#lastId += 1;
      const id = this.#lastId;
      const cancel = () => this.#restart(signal?.reason);
      signal?.addEventListener('abort', cancel, { once: true });
      /**
       * @template T
       * @param {(value: T) => void} settle
       * @returns {(value: T) => void}
       */
      const once = (settle) => (value) => {
        signal?.removeEventListener('abort', cancel);
        settle(value);
      };
      this.#pending.set(id, { resolve: once(resolve), reject: once(reject) });
      const worker = this.#worker ?? this.#start();
      worker.postMessage({ id, kind, payload });
    });
  }

  #start() {
    const worker = this.#spawn();
    this.#worker = worker;
    this.#isReady = false;
    worker.addEventListener('message', ({ data }) => {
      if (worker !== this.#worker) return;
      if (data.kind !== 'ready') {
        this.#settle(data);
        return;
      }
      this.#isReady = true;
      if (data.lock) this.#watch(worker, data.lock);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#lose(worker, event.message || 'the worker could not be started');
    });
    worker.addEventListener('messageerror', () => this.#lose(worker, 'an answer could not be read'));
    return worker;
  }

  /**
   * A worker that the browser kills, for want of memory say, sends no event. It does let go of its locks: so each
   * worker holds one, and whoever gets it after the worker knows that the worker is gone.
   *
   * @param {Worker} worker
   * @param {string} lock
   */
  #watch(worker, lock) {
    navigator.locks.request(lock, () => this.#lose(worker, 'the worker was ended by the browser'));
  }

  /** @param {{ id: number, ok: boolean, value?: unknown, error?: { code: string, message: string, details?: unknown } }} answer */
  #settle({ id, ok, value, error }) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    if (ok) {
      pending.resolve(value);
      return;
    }
    const { code = 'unknown', message = '', details } = error ?? {};
    pending.reject(new EngineError(code, message, details));
    if (code === TRAP && this.#worker) this.#lose(this.#worker, message);
  }

  /**
   * @param {Worker} worker
   * @param {string} message
   */
  #lose(worker, message) {
    // A worker that was replaced may be heard of late.
    if (worker !== this.#worker) return;
    this.#restart(new EngineError(WORKER_LOST, message));
    this.dispatchEvent(new Event('lost'));
  }

  /**
   * A worker that did not even start would most likely fail again and again, so the next is left to the next call.
   *
   * @param {unknown} reason
   */
  #restart(reason) {
    const wasReady = this.#isReady;
    this.#drop(reason);
    if (wasReady) this.#start();
  }

  /** @param {unknown} reason */
  #drop(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(reason);
  }
}

/** @returns {Worker} */
function startWorker() {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'variorum' });
}
