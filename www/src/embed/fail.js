/** @import { EmbeddedComparer } from './element.js' */

import { tell } from '../tell.js';

/**
 * Says what went wrong with what the page around gave, in the element and by an event; what is shown stays.
 *
 * @param {EmbeddedComparer} host
 * @param {unknown} error
 */
export async function fail(host, error) {
  const { code = 'unknown', message } = /** @type {Error & { code?: string }} */ (error);
  await host.speaker.ready;
  host.failure = host.strings.state.error({ code, message, details: {} });
  tell(host, 'failed', { code, message });
}
