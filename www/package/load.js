// Fetches the engine with its word lists and starts it, once.
import init, { loadLanguage, loadPlaces } from '../../pkg/web/variorum.js';
import { VariorumError } from './errors.js';

/**
 * A file of the package: where it lies, or what is in it.
 *
 * @typedef {string | URL | ArrayBuffer | Uint8Array<ArrayBuffer>} Source
 */

/**
 * Where the engine's three files are, when they do not lie where the package has them.
 *
 * @typedef {object} Files
 * @property {Source} [wasm] `engine/variorum_bg.wasm`
 * @property {Source} [language] `engine/variorum-en.bin`, the word lists
 * @property {Source} [places] `engine/places.txt`
 */

/** @type {Promise<void> | null} */
let ready = null;

/** @type {(address: URL) => Promise<Response>} */
let open = (address) => fetch(address);

/**
 * Sets how files are opened; Node's `fetch` does not open those of the machine.
 *
 * @param {(address: URL) => Promise<Response>} by
 * @internal
 */
export function openBy(by) {
  open = by;
}

/**
 * After a failure the next call tries again.
 *
 * @param {Files} [files] where they are, on the first call
 * @param {(done: number, of: number) => void} [progress] called as each file has arrived
 * @returns {Promise<void>} settled once the engine's functions can be called
 */
export function whenReady(files, progress) {
  ready ??= start(files, progress).catch((error) => {
    ready = null;
    throw error;
  });
  return ready;
}

/**
 * @param {Files} [files]
 * @param {(done: number, of: number) => void} [progress]
 */
async function start({ wasm, language, places } = {}, progress) {
  let done = 0;
  /**
   * @template T
   * @param {Promise<T>} step
   */
  const told = async (step) => {
    const value = await step;
    done += 1;
    progress?.(done, 3);
    return value;
  };
  const [, lists, names] = await Promise.all([
    // Bundlers look for addresses of this very form and put the files with what they make.
    told(instantiate(wasm ?? new URL('../../pkg/web/variorum_bg.wasm', import.meta.url))),
    told(bytes(language ?? new URL('../../pkg/web/variorum-en.bin', import.meta.url))),
    told(bytes(places ?? new URL('../../pkg/web/places.txt', import.meta.url))),
  ]);
  loadLanguage(lists);
  loadPlaces(names);
}

/** @param {Source} file */
async function instantiate(file) {
  const isAddress = typeof file === 'string' || file instanceof URL;
  const source = isAddress ? await answer(file) : file;
  try {
    await init({ module_or_path: source });
  } catch (error) {
    const { explain } = await import('./trouble.js');
    throw explain(error, source);
  }
}

/**
 * @param {Source} file
 * @returns {Promise<Uint8Array>}
 */
async function bytes(file) {
  const isAddress = typeof file === 'string' || file instanceof URL;
  return new Uint8Array(isAddress ? await (await answer(file)).arrayBuffer() : file);
}

/**
 * @param {string | URL} place
 * @returns {Promise<Response>} an answer that is a file
 */
async function answer(place) {
  const address = new URL(place, globalThis.document?.baseURI ?? globalThis.location?.href);
  const response = await open(address).catch(() => null);
  if (response?.ok) return response;
  const file = `${address.pathname.split('/').pop()} of the package`;
  throw response
    ? new VariorumError('not-found', `${file} was not found (${response.status}) at ${address}`)
    : new VariorumError('not-loaded', `${file} could not be loaded from ${address}: is the network off, or does a policy forbid it (connect-src, Access-Control-Allow-Origin)?`);
}
