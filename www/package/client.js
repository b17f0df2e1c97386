/** @import { ArticleFacts, ArticleInput, Report, Request, WordDiff } from '../../pkg/web/variorum.js' */
/** @import { Files } from './load.js' */

import { VariorumError } from './errors.js';

/**
 * What can be asked of an engine, wherever it runs. `WorkerClient` and `Comparer` are of this shape, and so may be an
 * object of your own, in tests say.
 *
 * @typedef {object} Client
 * @property {(request: Request, options?: CallOptions) => Promise<Report>} compare
 * @property {(left: string, right: string, options?: CallOptions) => Promise<WordDiff>} [diffWords]
 * @property {(article: ArticleInput, options?: CallOptions) => Promise<ArticleFacts>} [facts]
 */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] ends the call, and with it the work on it
 * @property {(progress: Progress) => void} [progress] called as the work goes on
 */

/**
 * How far a call has come.
 *
 * @typedef {object} Progress
 * @property {'loading' | 'reading' | 'comparing'} phase the engine's files, the articles one by one, all of them together
 * @property {number} done steps of the phase that are done
 * @property {number} of all steps of the phase
 */

/**
 * @typedef {object} WorkerOptions
 * @property {string | URL | (() => Worker)} [worker] where `worker.js` of the package is, or what starts it; needed only
 * where a bundler has moved it to another origin
 * @property {Files} [files] where the engine's files are, when they do not lie where the package has them
 */

/** The code of every call that was lost because the worker stopped. */
const WORKER_LOST = 'worker-lost';

const CLOSED = 'the client was closed';

/** The code of an error after which the engine's instance cannot be used any more. */
const TRAP = 'trap';

/**
 * @typedef {object} Call
 * @property {{ id: number, kind: string, payload: unknown, isWatched: boolean }} message
 * @property {(value: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {((progress: Progress) => void)} [progress]
 */

/**
 * The engine in a worker of its own, so that nothing on the page waits for it.
 *
 * What was read of an article is kept in the worker: comparing again after a change reads only what has changed. Calls
 * are done one after another. A call that is cancelled by its signal ends alone: the worker that is busy with it is
 * ended, another is started, and the other calls are done there. When the worker traps or is killed, every call that is
 * under way is rejected with `worker-lost`; the next is served by a new worker as if nothing had been.
 *
 * Between the page and the worker: messages are `{id, kind, payload, isWatched}`, answers `{id, ok, value | error}` and
 * before them `{id, kind: 'progress', value}`.
 *
 * Events: `lost` when a worker stopped unasked.
 *
 * @example
 * const client = new WorkerClient();
 * const report = await client.compare({ articles }, { signal: AbortSignal.timeout(10_000) });
 *
 * @implements {Client}
 */
export class WorkerClient extends EventTarget {
  /** @type {Call[]} in their order; the worker is busy with the first */
  #calls = [];
  #spawn;
  #files;
  /** @type {string | null} where the worker's module lies, as far as it is known */
  #address = null;
  #lastId = 0;
  /** @type {Worker | null} */
  #worker = null;
  #isReady = false;
  #isClosed = false;

  /** @param {WorkerOptions} [options] */
  constructor({ worker, files } = {}) {
    super();
    if (typeof Worker === 'undefined') throw new VariorumError('worker-blocked', 'there are no web workers here: use a Comparer');
    this.#spawn = typeof worker === 'function' ? worker : () => this.#startWorker(worker);
    this.#files = files && absolute(files);
    // Behind the next frame: the page is painted before the engine and its tables are fetched. A call starts it sooner.
    requestAnimationFrame(() => setTimeout(() => this.#isClosed || this.#worker || this.#startAhead()));
  }

  /**
   * Compares the articles of a request and reports where they differ.
   *
   * @param {Request} request
   * @param {CallOptions} [options]
   * @returns {Promise<Report>} rejected with a `VariorumError`, or with the signal's reason
   */
  compare(request, options) {
    return this.#call('compare', request, options);
  }

  /**
   * Compares two texts word by word.
   *
   * @param {string} left
   * @param {string} right
   * @param {CallOptions} [options]
   * @returns {Promise<WordDiff>}
   */
  diffWords(left, right, options) {
    return this.#call('diffWords', { left, right }, options);
  }

  /**
   * Reads what one article says, without another to compare it with.
   *
   * @param {ArticleInput} article
   * @param {CallOptions} [options]
   * @returns {Promise<ArticleFacts>}
   */
  facts(article, options) {
    return this.#call('facts', article, options);
  }

  /**
   * @param {CallOptions} [options]
   * @returns {Promise<string>} the version of the engine, such as `0.1.0`
   */
  version(options) {
    return this.#call('version', null, options);
  }

  /** Ends the worker for good. */
  close() {
    this.#isClosed = true;
    this.#drop(new VariorumError(WORKER_LOST, CLOSED));
  }

  /**
   * @param {string} kind
   * @param {unknown} payload
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  #call(kind, payload, { signal, progress } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#isClosed) throw new VariorumError(WORKER_LOST, CLOSED);
      this.#lastId += 1;
      /** @type {Call} */
      const call = { message: { id: this.#lastId, kind, payload, isWatched: Boolean(progress) }, resolve: once(resolve), reject: once(reject), progress };
      const cancel = () => {
        this.#cancel(call);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      /**
       * @template T
       * @param {(value: T) => void} settle
       * @returns {(value: T) => void}
       */
      function once(settle) {
        return (value) => {
          signal?.removeEventListener('abort', cancel);
          settle(value);
        };
      }
      if (!this.#worker) this.#start();
      this.#calls.push(call);
      if (this.#calls.length === 1) this.#next();
    });
  }

  /** Hands the worker the call that is now the first. */
  #next() {
    if (this.#calls.length > 0) this.#worker?.postMessage(this.#calls[0].message);
  }

  /** @param {Call} call */
  #cancel(call) {
    const at = this.#calls.indexOf(call);
    if (at < 0) return;
    this.#calls.splice(at, 1);
    // The worker cannot be interrupted otherwise. One that waits costs it nothing.
    if (at === 0) {
      this.#worker?.terminate();
      this.#start();
      this.#next();
    }
  }

  /** What keeps the worker from starting is told to the first call. */
  #startAhead() {
    try {
      this.#start();
    } catch {}
  }

  #start() {
    /** @type {string | null} */
    let directive = null;
    /** @param {SecurityPolicyViolationEvent} event */
    const violated = (event) => {
      directive = event.effectiveDirective;
    };
    // A worker that a policy forbids sends an event that says nothing: the document's says which directive.
    const worker = this.#spawned();
    document.addEventListener('securitypolicyviolation', violated);
    this.#worker = worker;
    this.#isReady = false;
    worker.addEventListener('message', ({ data }) => {
      if (worker !== this.#worker) return;
      if (data.kind === 'progress') this.#calls[0]?.progress?.(data.value);
      else if (data.kind !== 'ready') this.#settle(data);
      else {
        this.#isReady = true;
        document.removeEventListener('securitypolicyviolation', violated);
        if (data.lock) this.#watch(worker, data.lock);
      }
    });
    worker.addEventListener('error', async (event) => {
      event.preventDefault();
      document.removeEventListener('securitypolicyviolation', violated);
      const { message } = event;
      if (this.#isReady || worker !== this.#worker) this.#lose(worker, new VariorumError(WORKER_LOST, message));
      else {
        const { explainWorker } = await import('./trouble.js');
        this.#lose(worker, await explainWorker(message, directive, this.#address));
      }
    });
    worker.addEventListener('messageerror', () => this.#lose(worker, new VariorumError(WORKER_LOST, 'an answer could not be read')));
    worker.postMessage({ kind: 'start', payload: this.#files });
  }

  #spawned() {
    try {
      return this.#spawn();
    } catch (error) {
      throw new VariorumError('worker-blocked', `the worker could not be started: ${error}`);
    }
  }

  /**
   * A worker that the browser kills, for want of memory say, sends no event. It does let go of its locks: so each
   * worker holds one, and whoever gets it after the worker knows that the worker is gone.
   *
   * @param {Worker} worker
   * @param {string} lock
   */
  #watch(worker, lock) {
    navigator.locks.request(lock, () => this.#lose(worker, new VariorumError(WORKER_LOST, 'the worker was ended by the browser')));
  }

  /** @param {{ id: number, ok: boolean, value?: unknown, error?: { code: string, message: string, details?: unknown } }} answer */
  #settle({ id, ok, value, error }) {
    const call = this.#calls[0];
    if (!call || call.message.id !== id) return;
    this.#calls.shift();
    if (ok) call.resolve(value);
    else {
      const { code = 'unknown', message = '', details } = error ?? {};
      call.reject(new VariorumError(code, message, details));
      if (code === TRAP && this.#worker) {
        this.#lose(this.#worker, new VariorumError(WORKER_LOST, message));
        return;
      }
    }
    this.#next();
  }

  /**
   * A worker that did not even start would most likely fail again and again, so the next is left to the next call.
   *
   * @param {Worker} worker
   * @param {VariorumError} error
   */
  #lose(worker, error) {
    // A worker that was replaced may be heard of late.
    if (worker !== this.#worker) return;
    const wasReady = this.#isReady;
    this.#drop(error);
    if (wasReady) this.#start();
    this.dispatchEvent(new Event('lost'));
  }

  /** @param {unknown} reason */
  #drop(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#calls.splice(0)) reject(reason);
  }

  /**
   * Browsers take a worker from the page's own origin only. From another it is started by a small module of the page's
   * own that imports it.
   *
   * @param {string | URL} [given] where `worker.js` lies
   * @returns {Worker}
   */
  #startWorker(given) {
    // Not written as bundlers look for it: they would take the module for a file to copy.
    const name = './worker.js';
    const address = new URL(given ?? name, given ? document.baseURI : import.meta.url);
    const isForeign = address.protocol.startsWith('http') && address.origin !== self.origin;
    // After a bundler the module has another address, which only it knows.
    this.#address = given || isForeign ? address.href : null;
    if (!given && !isForeign) return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'variorum' });
    if (!isForeign) return new Worker(address, { type: 'module', name: 'variorum' });
    const module = new Blob([`import ${JSON.stringify(address.href)};`], { type: 'text/javascript' });
    const url = URL.createObjectURL(module);
    const worker = new Worker(url, { type: 'module', name: 'variorum' });
    // Not at once: it is fetched behind this call.
    worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
    return worker;
  }
}

/**
 * Addresses that mean the same in a worker.
 *
 * @param {Files} files
 * @returns {Files}
 */
function absolute(files) {
  const entries = Object.entries(files).map(([name, file]) => [
    name,
    typeof file === 'string' || file instanceof URL ? new URL(file, document.baseURI).href : file,
  ]);
  return Object.fromEntries(entries);
}
