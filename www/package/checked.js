// What a report has to be to be shown.

/** @import { Report } from '../../pkg/web/variorum.js' */

import { VariorumError } from './errors.js';

/** The version of the report's shape that is drawn. */
const VERSION = 1;

/**
 * @param {any} given
 * @returns {Report}
 * @throws {VariorumError} `no-report` when it is something else, `newer-report` when it is of another version
 */
export function checked(given) {
  if (!Array.isArray(given?.articles) || !Array.isArray(given.findings)) throw new VariorumError('no-report', 'this is no report of Variorum');
  if (given.version !== VERSION) {
    throw new VariorumError('newer-report', `the report has version ${given.version}, and this element shows version ${VERSION}: update the package variorum`);
  }
  return given;
}
