// A comparison inside a link: its JSON, deflated, in base64url, behind the `#`, which browsers send to nobody.

import { collect } from '../streams.js';

/**
 * As long as a link may be, in characters. Browsers take far more; mail programs, chats and forums cut or refuse links
 * from about this length on.
 */
export const MAX_LINK = 16_000;

/** Texts of a hostile link may unpack to no more than this many bytes: what the engine takes, with room for JSON. */
const MAX_UNPACKED = 20_000_000;

/**
 * @param {unknown} value
 * @returns {Promise<string>} letters, digits, `-` and `_`
 */
export async function pack(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const packed = await collect(stream(bytes).pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} packed
 * @returns {Promise<unknown>} rejected when it is damaged or unpacks to too much
 */
export async function unpack(packed) {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const unpacked = await collect(stream(bytes).pipeThrough(new DecompressionStream('deflate-raw')), MAX_UNPACKED);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function stream(bytes) {
  return new Blob([bytes]).stream();
}
