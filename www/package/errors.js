/**
 * What the package rejects with: refused by the engine, lost with its worker, or never started.
 *
 * Errors that the engine throws itself, outside of a worker, have the same name and fields but are no instances of this
 * class: ask for `code`.
 *
 * | `code` | what happened |
 * |---|---|
 * | `no-article`, `too-many-articles`, `article-too-large`, `request-too-large`, `duplicate-id`, `bad-published`, `bad-rule`, `bad-request` | the request cannot be taken; the message says what and where |
 * | `not-found` | a file of the package is not where it was looked for |
 * | `not-loaded` | a file gave no answer: the network is off, or a policy forbids it |
 * | `wrong-type` | a file is something else, such as a web page in its place |
 * | `wasm-blocked` | the page's content security policy lacks `'wasm-unsafe-eval'` |
 * | `no-tables`, `unknown-tables` | the word lists are missing or of another version |
 * | `worker-blocked` | the worker may not start: another origin, or a content security policy |
 * | `worker-lost` | the worker stopped: ended by the browser, or closed |
 * | `no-report`, `newer-report` | what an element was given as a report is none, or of another version |
 * | `newer-comparison` | the comparison at `src` was saved by a later version |
 * | `no-annotations`, `too-many-annotations`, `pages-elsewhere` | what `fromWebAnnotation` was given cannot be read |
 * | `trap` | the engine failed; the next call gets a new one |
 * | `unknown` | anything else |
 */
export class VariorumError extends Error {
  /**
   * @param {string} code a short name that stays the same between versions
   * @param {string} message one sentence with what was met and a way out
   * @param {unknown} [details] the values that the message names
   */
  constructor(code, message, details) {
    super(message);
    this.name = 'VariorumError';
    this.code = code;
    this.details = details;
  }
}
