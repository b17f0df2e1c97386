// Bytes to text, by the marks in the bytes themselves; most plain-text files do not say what they are written in.

/** Bytes at the beginning that are looked at to tell UTF-16 without a mark. */
const SAMPLE_BYTES = 4096;

/** A page names its encoding within its first bytes. */
const NAMED = /<(?:meta[^>]+charset\s*=\s*["']?|\?xml[^>]+encoding\s*=\s*["'])([\w-]+)/i;

/**
 * @param {Uint8Array} bytes
 * @returns {string} without the byte order mark; never fails, as every byte is some character in windows-1252
 */
export function decode(bytes) {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/**
 * UTF-8 is tried before anything that is only a habit: text in another encoding is hardly ever valid UTF-8.
 *
 * @param {Uint8Array} bytes
 */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideness(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  const named = NAMED.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE_BYTES)))?.[1];
  try {
    // A page that calls itself UTF-8 and is not is windows-1252, as old tools write it.
    return named && !/^utf-?(8|16)/i.test(named) ? new TextDecoder(named).encoding : 'windows-1252';
  } catch {
    return 'windows-1252';
  }
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * European text in UTF-16 has a zero in every other byte.
 *
 * @param {Uint8Array} bytes
 */
function wideness(bytes) {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] += 1;
  const half = sample.length / 2;
  if (half < 2) return null;
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.1) return 'utf-16le';
  if (zeros[0] > half * 0.7 && zeros[1] < half * 0.1) return 'utf-16be';
  return null;
}

/**
 * Control characters and broken ones in number: something else than text.
 *
 * @param {string} text
 */
export function isBinary(text) {
  const odd = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd >= 8 && odd * 50 > Math.min(text.length, 20_000);
}
