// The answers inside a lesson, so that nobody reads them by accident: not in the page, not in the file, not in its source.
//
// This is an encoding and no lock. The way back is in every copy of the page, as it has to be where nothing is asked of a
// server, and whoever takes the trouble can walk it. It keeps a lesson honest among the honest.

import { Chance } from './random.js';

/** What stands in front of an encoded key, so that a later way of encoding can be told from this one. */
const SIGN = 'k1.';

/**
 * @param {unknown} answers data
 * @param {string} salt the same for encoding and decoding; the lesson's id
 * @returns {string} letters, digits, `-`, `_` and `.`
 */
export function encode(answers, salt) {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  const sum = hash(bytes);
  const all = new Uint8Array(bytes.length + 4);
  new DataView(all.buffer).setUint32(0, sum);
  all.set(bytes, 4);
  return SIGN + toBase64(scrambled(all, salt));
}

/**
 * @param {string} key
 * @param {string} salt
 * @returns {any} the answers
 * @throws {RangeError} when it is no key, or not of this salt, or damaged
 */
export function decode(key, salt) {
  if (!key.startsWith(SIGN)) throw new RangeError('not a key that can be read here');
  const all = scrambled(fromBase64(key.slice(SIGN.length)), salt);
  const bytes = all.subarray(4);
  if (all.length < 5 || new DataView(all.buffer).getUint32(0) !== hash(bytes)) throw new RangeError('the key is damaged');
  return JSON.parse(new TextDecoder().decode(bytes));
}

/**
 * FNV-1a, 32 bits: notices a slip of the hand, not one of the mind.
 *
 * @param {Uint8Array} bytes
 */
export function hash(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** @param {string} text */
export function hashOf(text) {
  return hash(new TextEncoder().encode(text));
}

/**
 * @param {Uint8Array} bytes
 * @param {string} salt
 * @returns {Uint8Array<ArrayBuffer>} what gives the same bytes again when it is done twice
 */
function scrambled(bytes, salt) {
  const chance = new Chance(hashOf(salt));
  return Uint8Array.from(bytes, (byte) => byte ^ (chance.next() >>> 24));
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @throws {RangeError}
 */
export function fromBase64(text) {
  if (!/^[\w-]*$/.test(text)) throw new RangeError('the key is damaged');
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    throw new RangeError('the key is damaged');
  }
}
