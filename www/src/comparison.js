/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */
/** @import { Report, Request } from '../../pkg/web/variorum.js' */
/** @import { Client } from '../package/client.js' */

/** Pause in typing, in milliseconds, after which the articles are compared. */
const DEBOUNCE_MS = 250;

/** A comparison that takes longer than this, in milliseconds, is worth a progress bar. */
const SLOW_MS = 300;

/**
 * How long, in milliseconds, a comparison that newer text has overtaken may run on. Ending it costs a new worker, so
 * it pays only for one that holds up the next.
 */
const OVERTAKEN_MS = 1000;

/**
 * A report with the request that it answers: its offsets hold in these texts, not in what has been typed since.
 *
 * @typedef {object} Outcome
 * @property {Request} request
 * @property {Report} report
 * @property {boolean} [isDigest] whether it came without the articles' texts
 */

/**
 * Why there is no report. `details` are the values that the message names: ids, counts, limits.
 *
 * @typedef {{ code: string, message: string, details: Record<string, string | number> }} Failure
 */

/**
 * Compares while one types: waits for a pause, sends the newest request, drops answers to older ones.
 *
 * @implements {ReactiveController}
 */
export class Comparison {
  /** @type {Client | null} */
  client = null;
  /** @type {Outcome | null} the newest that arrived */
  outcome = null;
  /** @type {Failure | null} why the newest request has no report */
  error = null;
  /** Whether a comparison has been running for long enough to say so. */
  isSlow = false;

  #host;
  #onSettled;
  /** @type {Request | null} */
  #latest = null;
  /** @type {AbortController | null} */
  #running = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #debounce;

  /**
   * @param {ReactiveControllerHost} host
   * @param {() => void} onSettled called when an outcome or an error has arrived
   */
  constructor(host, onSettled) {
    this.#host = host;
    this.#onSettled = onSettled;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#debounce);
    this.#running?.abort();
  }

  /**
   * @param {Request} request
   * @param {{ atOnce?: boolean }} [options] whether to go without waiting for a pause
   */
  request(request, { atOnce = false } = {}) {
    clearTimeout(this.#debounce);
    this.#latest = request;
    if (request.articles.length === 0) {
      this.outcome = null;
      this.error = null;
      this.#host.requestUpdate();
      return;
    }
    this.#debounce = setTimeout(() => this.#run(request), atOnce ? 0 : DEBOUNCE_MS);
  }

  /**
   * Shows findings from elsewhere, until something is compared.
   *
   * @param {Report} report
   * @param {Request} [request] the articles, where they did not come without
   */
  show(report, request) {
    clearTimeout(this.#debounce);
    // What is being compared just now would come in their place.
    this.#latest = null;
    const articles = report.articles.map(({ id }) => ({ id, text: '' }));
    this.outcome = { request: request ?? { articles }, report, isDigest: !request };
    this.error = null;
    this.#onSettled();
  }

  /** Sends the newest request once more. */
  retry() {
    this.error = null;
    if (this.#latest) this.request(this.#latest, { atOnce: true });
    this.#host.requestUpdate();
  }

  /** Ends a comparison that takes too long; what it was to compare stays as typed. */
  cancel() {
    this.#running?.abort(CANCELLED);
  }

  /** @param {Request} request */
  async #run(request) {
    if (!this.client) return;
    const overtaken = this.#running;
    const abort = new AbortController();
    this.#running = abort;
    const slow = setTimeout(() => this.#setSlow(true), SLOW_MS);
    const impatience = overtaken && setTimeout(() => overtaken.abort(OVERTAKEN), OVERTAKEN_MS);
    try {
      const report = await this.client.compare(request, { signal: abort.signal });
      if (request !== this.#latest) return;
      this.outcome = { request, report };
      this.error = null;
      this.#onSettled();
    } catch (error) {
      if (request !== this.#latest || abort.signal.reason === OVERTAKEN) return;
      this.error = asError(error);
      this.#onSettled();
    } finally {
      clearTimeout(slow);
      if (impatience) clearTimeout(impatience);
      if (this.#running === abort) {
        this.#running = null;
        this.#setSlow(false);
      }
    }
  }

  /** @param {boolean} isSlow */
  #setSlow(isSlow) {
    this.isSlow = isSlow;
    this.#host.requestUpdate();
  }
}

const OVERTAKEN = Object.assign(new Error('newer text was compared instead'), { code: 'overtaken' });
const CANCELLED = Object.assign(new Error('the comparison was stopped'), { code: 'cancelled' });

/**
 * @param {any} error
 * @returns {Failure}
 */
function asError(error) {
  return { code: String(error?.code ?? 'unknown'), message: String(error?.message ?? error), details: error?.details ?? {} };
}
