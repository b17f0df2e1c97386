// Fetches what the engine reads texts with: it is no part of the wasm, so that a page can stand before it is loaded.
import { loadLanguage, loadPlaces } from './variorum.js';

/**
 * Fetches the word lists and the list of places from beside this module and hands them to the engine.
 *
 * @param {Promise<unknown>} [started] settled once the engine runs; the files are fetched meanwhile
 * @returns {Promise<void>} rejected with words when a file is missing or belongs to another version
 */
export async function loadTables(started) {
  const [language, places] = await Promise.all([
    bytes(new URL('./variorum-en.bin', import.meta.url)),
    bytes(new URL('./places.txt', import.meta.url)),
    started,
  ]);
  loadLanguage(language);
  loadPlaces(places);
}

/** @param {URL} address */
async function bytes(address) {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
  const file = address.pathname.split('/').pop();
  const message = `the word lists could not be loaded (${file}, ${answer?.status ?? 'no answer'}): is the network off?`;
  throw Object.assign(new Error(message), { code: 'no-tables', details: {} });
}
