// Reads single files out of a ZIP archive, and no more of them than was agreed.

import { collect } from '../streams.js';
import { DoorError } from './files.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** Bit 0 of an entry's flags. */
const IS_ENCRYPTED = 1;

/** Bytes behind the end record at most: its comment. */
const MAX_COMMENT = 65_535;

/**
 * @typedef {object} Entry
 * @property {number} method
 * @property {number} flags
 * @property {number} size compressed, in bytes
 * @property {number} offset of the local header
 */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Map<string, Entry>} the entries by name
 * @throws {DoorError} when it is no archive
 */
export function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count && at + 46 <= view.byteLength; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes of the archive
 * @param {Entry} entry
 * @param {number} limit bytes of contents; a few thousand compressed ones may hold gigabytes, and what the archive says
 * of its sizes is not to be believed
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {DoorError}
 */
export async function contentsOf(bytes, { method, flags, size, offset }, limit) {
  if (flags & IS_ENCRYPTED) throw new DoorError('locked');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > view.byteLength) throw new DoorError('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + size);
  if (method === STORED && packed.length <= limit) return packed;
  if (method !== DEFLATED) throw new DoorError('damaged');
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return await collect(unpacked, limit);
  } catch (error) {
    throw error instanceof RangeError ? new DoorError('long') : error;
  }
}

/** @param {DataView} view */
function endOf(view) {
  const first = Math.max(0, view.byteLength - 22 - MAX_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new DoorError('damaged');
}
